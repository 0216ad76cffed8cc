//! The form of a chapter: deeper pages, folded proofs, questions in place, and
//! the tables of what a chapter holds.

use super::refused;
use book_tests::assert_none;
use book_tests::checks::floors::{Built, CHAPTER, DEEPER as DEEPER_ROWS, MAIN, Row, misses};
use book_tests::checks::links::links;
use book_tests::checks::pages::{chapters, pages};
use book_tests::checks::site::{HtmlPage, Site, text};
use book_tests::checks::small::{DEEPER, PAGE, SmallBook, TESTS};
use book_tests::checks::{contract, terms};

/// Places one text in the other's stead and wants the line of `at` refused.
#[track_caller]
fn planted(name: &str, file: &str, [from, to]: [&str; 2], at: &str, words: &[&str]) {
    let mut book = SmallBook::copy(name);
    book.replace(file, from, to);
    let place = book.place(file, at);
    refused(&book, &place, words);
}

fn page<'a>(site: &'a Site, path: &str) -> &'a HtmlPage {
    site.page(path).unwrap_or_else(|| panic!("no page {path}"))
}

/// The texts of the elements that a selector selects.
fn texts(page: &HtmlPage, css: &str) -> Vec<String> {
    page.select(css).into_iter().map(text).collect()
}

const MAIN_HTML: &str = "basics/means.html";
const DEEPER_HTML: &str = "basics/means/which-moves-least.html";

#[test]
fn the_numbers_of_a_chapter_go_on_on_its_deeper_pages() {
    let site = SmallBook::copy("deeper-numbers").site();
    let theorems = ".block-head > .label";
    let of = |path: &str| {
        texts(
            page(&site, path),
            &format!("section[data-kind=theorem] > {theorems}"),
        )
    };
    let main = of(MAIN_HTML);
    assert_eq!(
        main.last().map(String::as_str),
        Some("Corollary 1.4"),
        "{main:?}"
    );
    assert_eq!(of(DEEPER_HTML), ["Theorem 1.5"]);
    let links = texts(page(&site, MAIN_HTML), "main a.reference");
    for link in ["Which mean moves least?", "Theorem 1.5"] {
        assert!(links.iter().any(|text| text == link), "{links:?}");
    }
    let contents = page(&site, "toc.html");
    let deeper = texts(
        contents,
        "ol.section a[href='basics/means/which-moves-least.html']",
    );
    assert_eq!(deeper, ["Which mean moves least?"]);
    assert_eq!(texts(contents, "a[href='basics/means.html']"), ["1. Means"]);
}

#[test]
fn a_deeper_page_outside_the_folder_of_its_chapter_is_named() {
    let mut book = SmallBook::copy("deeper-elsewhere");
    let moved = "src/basics/which-moves-least.md";
    let text = book.text(DEEPER).to_owned();
    book.remove(DEEPER);
    book.write(moved, &text);
    book.replace("src/SUMMARY.md", "basics/means/which", "basics/which");
    refused(
        &book,
        moved,
        &["nested below \"means\"", "src/basics/means"],
    );
}

#[test]
fn a_page_that_is_nested_too_deep_is_named() {
    let mut book = SmallBook::copy("deeper-still");
    let page = "src/basics/means/deepest.md";
    book.write(page, "# Deepest\n\nAll.\n");
    let deeper = "  - [Which mean moves least?](basics/means/which-moves-least.md)\n";
    let deepest = format!("{deeper}    - [Deepest](basics/means/deepest.md)\n");
    book.replace("src/SUMMARY.md", deeper, &deepest);
    refused(&book, page, &["nested 3 deep", "\"means\""]);
    let mut book = SmallBook::copy("deeper-than-draft");
    let draft = "- [Medians](<> \"medians\")\n";
    book.write(page, "# Deepest\n\nAll.\n");
    let below = format!("{draft}  - [Deepest](basics/means/deepest.md)\n");
    book.replace("src/SUMMARY.md", draft, &below);
    refused(&book, page, &["nested below \"medians\"", "a draft"]);
}

#[test]
fn a_statement_of_a_deeper_page_without_a_test_is_named() {
    planted(
        "deeper-untested",
        DEEPER,
        ["id=\"mean-moves-by-share\"", "id=\"mean-moves\""],
        "id=\"mean-moves\"",
        &[
            "\"mean-moves\"",
            "fn mean_moves in mod theorems of listings/tests/means",
        ],
    );
    let mut book = SmallBook::copy("deeper-tested-elsewhere");
    let file = "listings/tests/which_moves_least/main.rs";
    book.write(file, "#[test]\nfn nothing() {}\n");
    refused(
        &book,
        file,
        &[
            "\"which-moves-least\" is a deeper page",
            "listings/tests/means",
        ],
    );
}

#[test]
fn a_result_of_a_deeper_page_that_nobody_claims_is_named() {
    let mut book = SmallBook::copy("deeper-unclaimed");
    book.replace(TESTS, "fn one_wet_day", "fn one_dry_day");
    let place = book.place(DEEPER, "{{5}}");
    refused(
        &book,
        &place,
        &["{{5}}", "\"one-wet-day\"", "fn one_wet_day"],
    );
}

#[test]
fn a_function_of_the_chapter_that_no_page_shows_is_named() {
    let mut book = SmallBook::copy("deeper-unlisted");
    let listing = "<listing path=\"means::moved_mean\">\n\nThe mean after a change of one number.\n\n</listing>\n";
    book.replace(DEEPER, listing, "");
    let file = "listings/src/means.rs";
    let place = book.place(file, "/// The mean of `count` numbers");
    let place = match book.build() {
        Err(message) if message.contains(&place) => place,
        _ => book.place(file, "pub fn moved_mean"),
    };
    refused(&book, &place, &["means::moved_mean is shown on no page"]);
    // The section may stand on the deeper page as well.
    book.append(
        DEEPER,
        "\n## Also in this module\n\n- `moved_mean`: moves.\n",
    );
    book.build().unwrap_or_else(|message| panic!("{message}"));
}

#[test]
fn a_proof_is_folded_under_its_idea() {
    let site = SmallBook::copy("folded-proof").site();
    assert_none(&site.problems(contract::contract));
    assert_none(&links(&site));
    let main = page(&site, MAIN_HTML);
    let summary = "details[data-kind=proof][id=mean-is-between-proof] > summary";
    assert_eq!(
        texts(main, summary),
        ["Proof Level the numbers up, or down."]
    );
    assert_eq!(texts(main, "section[data-kind=proof] .label").len(), 1);
    // One switch, above the first statement whose proof is folded.
    let next = ".open-proofs:has(input[type=checkbox]) + section[id=mean-is-between]";
    assert_eq!(main.select(next).len(), 1);
    assert_eq!(main.select(".open-proofs").len(), 1);
    let mut book = SmallBook::copy("open-proofs");
    book.replace(PAGE, " idea=\"Level the numbers up, or down.\"", "");
    assert_eq!(
        page(&book.site(), MAIN_HTML).select(".open-proofs").len(),
        0
    );
}

#[test]
fn a_proof_on_another_page_is_linked_from_its_statement() {
    let site = SmallBook::copy("proof-elsewhere").site();
    let link = "section[id=one-number-below] .block-foot a[href='means/which-moves-least.html#one-number-below-proof']";
    let link = link.replace("means/", "../basics/means/");
    let links = texts(page(&site, MAIN_HTML), &link);
    assert_eq!(links, ["Which mean moves least?"]);
    let back = "details[id=one-number-below-proof] > .block-foot a.reference";
    assert_eq!(texts(page(&site, DEEPER_HTML), back), ["Corollary 1.4"]);
    let summary = "details[id=one-number-below-proof] > summary > .label";
    assert_eq!(
        texts(page(&site, DEEPER_HTML), summary),
        ["Proof of Corollary 1.4"]
    );
}

#[test]
fn an_idea_that_is_no_sentence_of_words_is_named() {
    for (name, idea, words) in [
        ("formula", "Add $n$ terms.", ["it holds", "\"$n$\""]),
        ("reference", "See [@mean].", ["it holds", "\"[@mean]\""]),
        ("link", "See [it](x.md).", ["it holds", "x.md"]),
        (
            "two",
            "Add them. Divide.",
            ["one sentence", "\"Add them. Divide.\""],
        ),
        ("none", "Add", ["one sentence", "\"Add\""]),
    ] {
        let to = format!("idea=\"{idea}\"");
        let from = "idea=\"Level the numbers up, or down.\"";
        planted(&format!("idea-{name}"), PAGE, [from, &to], &to, &words);
    }
}

#[test]
fn a_question_stands_where_it_is_asked() {
    let site = SmallBook::copy("question-in-place").site();
    let main = page(&site, MAIN_HTML);
    let alone = "main > section[data-kind=question][id=mean-of-equals]";
    assert_eq!(
        texts(main, &format!("{alone} .block-head")),
        ["Question 1.1"]
    );
    assert_eq!(main.select(&format!("{alone} .option")).len(), 2);
    let inner = "section[data-kind=quiz] > section[data-kind=question]";
    assert_eq!(main.select(inner).len(), 2);
    let deeper = texts(
        page(&site, DEEPER_HTML),
        "section[data-kind=question] .block-head",
    );
    assert_eq!(deeper, ["Question 1.4"]);
}

#[test]
fn a_question_in_another_block_is_named() {
    planted(
        "question-in-example",
        PAGE,
        [
            "</example>",
            "<question id=\"q\" unclaimed=\"none\">\n\nWhy?\n\n- [x] a\n  > b\n- [ ] c\n  > d\n\n</question>\n\n</example>",
        ],
        "<question id=\"q\"",
        &["<question> cannot stand in <example>"],
    );
}

#[test]
fn the_solution_of_a_preview_is_folded_in_it() {
    let mut book = SmallBook::copy("preview-with-figure");
    let figure =
        "<figure id=\"rain-in-spring\">\n\nRain on three days, and its mean.\n\n</figure>\n\n";
    book.replace(PAGE, figure, "");
    let question = "How much is that a day?\n\n";
    book.replace(PAGE, question, &format!("{question}{figure}"));
    let site = book.site();
    let solution = "section[id=three-days] > details[data-kind=solution][id=three-days-solution]";
    assert_eq!(page(&site, MAIN_HTML).select(solution).len(), 1);
    let figure = "section[id=three-days] > figure[id=rain-in-spring]";
    assert_eq!(page(&site, MAIN_HTML).select(figure).len(), 1);
    // At the end of the page a solution still stands open, and not twice.
    let again = "\n<solution of=\"three-days\">\n\nSee [@mean].\n\n</solution>\n";
    book.append(PAGE, again);
    let place = book.place(PAGE, "<solution of=");
    refused(&book, &place, &["solution three-days stands at"]);
    book.replace(
        PAGE,
        "<solution>\n\nBy [@mean-of-three] it is {{3}} millimetres.\n\n</solution>\n\n",
        "",
    );
    book.replace(PAGE, "See [@mean].", "It is {{3}}.");
    let open = "section[data-kind=solution][id=three-days-solution]";
    assert_eq!(page(&book.site(), MAIN_HTML).select(open).len(), 1);
}

/// What the tables say of the chapter of a book: its pages as they are written
/// now, with the HTML of a site.
fn found(book: &SmallBook, site: &Site) -> Vec<String> {
    book.materialise();
    let pages = pages(book.root());
    let chapter = chapters(&pages).next().expect("the chapter");
    let built = chapter.iter().map(|page| Built {
        deeper: page.depth > 1,
        page: &page.page,
        html: self::page(site, &page.html),
    });
    let misses = misses(&built.collect::<Vec<_>>());
    let early = terms::early(&pages).into_iter().map(|early| early.text);
    misses.into_iter().chain(early).collect()
}

#[test]
fn a_chapter_below_the_floors_is_named_with_each_of_them() {
    let mut book = SmallBook::copy("below-floors");
    let site = book.site();
    let whole = found(&book, &site);
    book.write(PAGE, "# Means\n");
    book.write(DEEPER, "# Which mean moves least?\n\nAll of them.\n");
    let empty = found(&book, &site);
    let of = |rows: &[Row], file: &str| -> Vec<String> {
        let bound = rows.iter().filter(|row| row.floor > 0);
        let message = |row: &Row| format!("{file}: {}: 0, at least {}", row.name, row.floor);
        bound.map(message).collect()
    };
    let expected = [of(MAIN, PAGE), of(CHAPTER, PAGE), of(DEEPER_ROWS, DEEPER)].concat();
    for message in &expected {
        assert!(
            empty.contains(message),
            "{message:?} is not in:\n{empty:#?}"
        );
    }
    let before = expected.iter().filter(|message| whole.contains(message));
    // Nothing moves in the small book.
    assert_eq!(before.count(), 1, "{whole:#?}");
}

#[test]
fn each_departure_from_the_form_is_named() {
    let mut book = SmallBook::copy("form-whole");
    let site = book.site();
    let quiz = format!(
        "{}: quizzes instead of questions in place: 1, at most 0",
        book.place(PAGE, "<quiz")
    );
    assert!(found(&book, &site).contains(&quiz), "{quiz}");
    for tag in ["<quiz id=\"means-quiz\">\n\n", "</quiz>\n\n"] {
        book.replace(PAGE, tag, "");
    }
    assert!(!found(&book, &site).contains(&quiz), "{quiz}");
    for (file, from, to, at, message) in [
        (
            PAGE,
            " idea=\"Level the numbers up, or down.\"",
            "",
            "<proof>",
            "proofs without an idea, \"mean-is-between\": 1, at most 0",
        ),
        (
            PAGE,
            "<solution>\n\nBy [@mean-of-three] it is {{3}} millimetres.\n\n</solution>\n",
            "",
            "<preview",
            "previews without a solution in them, \"three-days\": 1, at most 0",
        ),
        (
            PAGE,
            "## The mean\n",
            &format!("## The mean\n\n{}\n", "rain ".repeat(601)),
            "## The mean",
            "words of a section, \"The mean\": ",
        ),
        (
            PAGE,
            "How much rain falls on a day",
            &format!("{}How much rain falls on a day", "rain ".repeat(260)),
            "How much rain",
            "words before the first figure: ",
        ),
        (
            PAGE,
            "Rain on three days, and its mean.",
            &"rain ".repeat(51),
            "<figure",
            "words of a caption, \"rain-in-spring\": 51, at most 50",
        ),
        (
            PAGE,
            "It rained 1, 2 and 6 millimetres.",
            "It rained 1, 2 and 6 millimetres; what is their mean?",
            "what is their mean?",
            "\"mean\" is used before its definition \"mean\"",
        ),
    ] {
        let mut book = SmallBook::copy("form-planted");
        let before = found(&book, &site);
        book.replace(file, from, to);
        let line = format!("{}: {message}", book.place(file, at));
        let after = found(&book, &site);
        let named = |found: &[String]| found.iter().any(|one| one.starts_with(&line));
        assert!(named(&after), "{line:?} is not in:\n{after:#?}");
        assert!(!named(&before), "{line:?} is in:\n{before:#?}");
    }
}

#[test]
fn a_listing_that_is_too_long_is_named() {
    let mut book = SmallBook::copy("long-listing");
    let body = "    mean + d / count as f64\n";
    let lines = "    let d = d + 0.0;\n".repeat(200);
    book.replace("listings/src/means.rs", body, &format!("{lines}{body}"));
    let listing = "<listing path=\"means::moved_mean\">\n\nThe mean after a change of one number.\n\n</listing>\n";
    book.replace(DEEPER, listing, "");
    book.append(PAGE, &format!("\n{listing}"));
    let found = found(&book, &book.site());
    let place = book.place(PAGE, "<listing path=\"means::moved_mean\">");
    for message in [
        "lines of a listing, \"means-moved-mean\": 204, at most 30",
        "lines of all listings: ",
    ] {
        let line = format!("{place}: {message}");
        let is_named = found.iter().any(|one| one.starts_with(&line));
        assert!(is_named, "{line:?} is not in:\n{found:#?}");
    }
}
