//! What is read as CommonMark reads it, and shown as it was written.

use super::refused;
use book_tests::assert_none;
use book_tests::checks::bound;
use book_tests::checks::contract;
use book_tests::checks::site::{HtmlPage, Site, text};
use book_tests::checks::small::{PAGE, SmallBook, TESTS};
use book_tests::checks::text::leftovers;

/// The site of a small book with a text at the end of its page, which keeps the
/// checks on markup.
#[track_caller]
fn site_with(name: &str, planted: &str) -> Site {
    let mut book = SmallBook::copy(name);
    book.append(PAGE, planted);
    let site = book.site();
    assert_none(&site.problems(leftovers));
    assert_none(&site.problems(bound::blocks));
    assert_none(&site.problems(bound::formulas));
    assert_none(&site.problems(contract::well_formed));
    assert_none(&site.problems(contract::contract));
    site
}

#[track_caller]
fn page(site: &Site) -> &HtmlPage {
    site.page("basics/means.html").expect("the chapter")
}

/// The texts of the elements that a selector selects.
fn texts(page: &HtmlPage, css: &str) -> Vec<String> {
    let elements = page.select(css).into_iter();
    elements
        .map(|element| {
            text(element)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

/// The formulas in the elements that a selector selects, as a screen reader
/// gets them.
fn formulas(page: &HtmlPage, css: &str) -> Vec<String> {
    let found = texts(page, &format!("{css} .katex math"));
    found.iter().map(|tex| tex.replace(' ', "")).collect()
}

#[test]
fn a_formula_in_a_quotation_or_a_list_is_the_formula_alone() {
    let site = site_with(
        "formula-in-quotation",
        "\n<recap id=\"quoted\" title=\"Quoted\">\n\n> $$\n> a = b\n> $$\n\n- Here:\n\n  $$\n  c = d\n  $$\n\n1. There:\n   > $$\n   > e\n   >   = f\n   > $$\n\n> - and $g =\n>   h$ within.\n\n</recap>\n",
    );
    assert_eq!(
        formulas(page(&site), "#quoted"),
        ["a=b", "c=d", "e=f", "g=h"]
    );
}

#[test]
fn a_bar_in_a_formula_ends_no_cell_of_a_table() {
    let site = site_with(
        "bar-in-table",
        "\n<recap id=\"bars\" title=\"Bars\">\n\n| here | there |\n|---|---|\n| $|a|$ | $\\|b\\|$ and `c` |\n\n</recap>\n",
    );
    assert_eq!(page(&site).select("#bars td").len(), 2);
    assert_eq!(formulas(page(&site), "#bars td"), ["∣a∣", "∥b∥"]);
}

#[test]
fn a_block_that_is_commented_out_is_not_there() {
    let block = |tag: &str, id: &str| {
        format!(
            "<{tag} id=\"{id}\" title=\"Ghost\">\n\nOf [@nowhere] and $it is {{{{5}}}}.\n\n```\n\n</{tag}>\n"
        )
    };
    let comments: String = ["definition", "theorem", "example"]
        .map(|tag| format!("\n<!--\n{}-->\n", block(tag, &format!("ghost-{tag}"))))
        .concat();
    let real = "\n<definition id=\"real\" title=\"Real\">\n\nIt is, <!-- not $ {{7}} --> here.\n\n</definition>\n";
    let site = site_with("commented-out", &format!("{comments}{real}"));
    assert_eq!(page(&site).select("[id^=ghost]").len(), 0);
    let heads = texts(page(&site), "#real .label");
    assert_eq!(heads, ["Definition 1.2"]);
    let index = site.page("definitions.html").expect("the index");
    let entries = texts(index, ".gathered li").concat();
    assert!(
        entries.contains("Real") && !entries.contains("Ghost"),
        "{entries}"
    );
}

#[test]
fn signs_of_html_and_of_formulas_are_what_commonmark_takes_them_for() {
    let site = site_with(
        "signs",
        "\n<recap id=\"signs\" title=\"If $n < m$\">\n\nif a<b and $x$>c, then\n\n<kbd>$</kbd> and <kbd>$</kbd>, $2$ keys for \\$5\n\n<https://example.com/>\n\n</recap>\n\nWhere $y$ is {#where-it-is}\n-----------\n",
    );
    let page = page(&site);
    assert_eq!(formulas(page, "#signs .title"), ["n<m"]);
    assert_eq!(formulas(page, "#signs > p:not(.block-head)"), ["x", "2"]);
    assert_eq!(texts(page, "#signs kbd"), ["$", "$"]);
    assert_eq!(texts(page, "#signs .dollar"), ["$"]);
    assert_eq!(
        texts(page, "#signs a[href=\"https://example.com/\"]"),
        ["https://example.com/"]
    );
    assert_eq!(formulas(page, "h2#where-it-is"), ["y"]);
}

#[test]
fn a_reference_before_a_colon_is_shown() {
    let site = site_with(
        "reference-before-colon",
        "\n* [@mean]: averages.\n* [@hardy]: more.\n",
    );
    let shown = texts(page(&site), "main > ul:last-of-type > li");
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown[0].ends_with("Definition 1.1: averages."), "{shown:?}");
    assert!(shown[1].ends_with(": more."), "{shown:?}");
}

#[test]
fn a_line_break_within_an_option_is_a_space() {
    let mut book = SmallBook::copy("wrapped-option");
    book.replace(
        PAGE,
        "- [ ] 0\n  > which is its distance from the mean.",
        "- [ ] none of the\n  numbers, or $a\n  = b$ in\nall\n  > which is its\n  > distance.",
    );
    let site = book.site();
    let labels = texts(page(&site), ".question label[for=mean-of-one-2]");
    assert!(
        labels[0].starts_with("B none of the numbers, or"),
        "{labels:?}"
    );
    assert!(labels[0].ends_with(" in all"), "{labels:?}");
    let why = texts(page(&site), "#mean-of-one .is-wrong");
    assert_eq!(why[0], "Not so. which is its distance.");
}

#[test]
fn code_and_tables_are_shown_in_questions_and_captions() {
    let code = "```text\n1 2\n  6\n```";
    let table = "| a | b |\n|---|---|\n| $|c|$ | d |";
    let mut book = SmallBook::copy("code-in-caption");
    let text = "What is the mean of the number 7 alone?";
    book.replace(PAGE, text, &format!("{text}\n\n{code}\n\n{table}"));
    let text = "  > because a sum of one term is this term.";
    let quoted = code.replace('\n', "\n  > ");
    book.replace(PAGE, text, &format!("{text}\n  >\n  > {quoted}"));
    for caption in [
        "Rain on three days, and its mean.",
        "Two ways to the same mean.",
        "One step needs the mean and the count only.",
    ] {
        book.replace(PAGE, caption, &format!("{caption}\n\n{code}\n\n{table}"));
    }
    let site = book.site();
    assert_none(&site.problems(leftovers));
    assert_none(&site.problems(bound::formulas));
    assert_none(&site.problems(contract::well_formed));
    assert_none(&site.problems(contract::contract));
    let page = page(&site);
    let places = [
        "#mean-of-one .question-text",
        "#rain-in-spring figcaption",
        "#mean-ladder",
        "#means-running-mean figcaption",
    ];
    for place in places {
        let rows = texts(
            page,
            &format!("{place} .table-wrapper table:not(:has(thead th:nth-child(3))) td"),
        );
        assert!(rows.iter().any(|cell| cell == "d"), "{place}: {rows:?}");
        let shown = page.select(&format!("{place} pre code.language-text"));
        assert_eq!(shown[0].text().collect::<String>(), "1 2\n  6\n", "{place}");
    }
    let shown = page.select("#mean-of-one .explanation pre code");
    assert_eq!(shown[0].text().collect::<String>(), "1 2\n  6\n");
}

#[test]
fn hidden_lines_of_code_keep_their_indentation() {
    let mut book = SmallBook::copy("hidden-lines");
    book.replace(
        PAGE,
        "# extern crate mlmath;\nuse",
        "# extern crate mlmath;\n# if true {\n#     println!(\"5\");\n    # let x = 1;\n# }\nuse",
    );
    let site = book.site();
    let hidden = page(&site).select("#mean-of-means .boring");
    let hidden: Vec<String> = hidden.iter().map(|line| line.text().collect()).collect();
    let expected = [
        "extern crate mlmath;\n",
        "if true {\n",
        "    println!(\"5\");\n",
        "    let x = 1;\n",
        "}\n",
    ];
    assert_eq!(hidden, expected);
}

#[test]
fn a_result_in_a_proof_or_in_the_caption_of_a_listing_can_be_claimed() {
    let mut book = SmallBook::copy("marks-in-proof-and-caption");
    let proof = "The least is treated alike.";
    book.replace(PAGE, proof, &format!("{proof} Of 1 and 3 it is {{{{2}}}}."));
    let caption = "The sum, divided by the number of terms.";
    book.replace(
        PAGE,
        caption,
        &format!("{caption} Of 4 and 8 it is ${{{{6}}}}$."),
    );
    let place = book.place(PAGE, "Of 1 and 3");
    refused(
        &book,
        &place,
        &["no test claims", "{{2}}", "\"mean-is-between\""],
    );
    let place = book.place(PAGE, "Of 4 and 8");
    refused(
        &book,
        &place,
        &["no test claims", "{{6}}", "\"means-mean\""],
    );
    let end_of_loop = "largest, \"{x:?}\");\n        }\n";
    let claim = "        claims!(mean(&[1.0, 3.0]));\n";
    book.replace(TESTS, end_of_loop, &format!("{end_of_loop}{claim}"));
    let test = "\n#[test]\nfn means_mean() {\n    claims!(mean(&[4.0, 8.0]));\n}\n";
    book.append(TESTS, test);
    book.build().unwrap_or_else(|message| panic!("{message}"));
    let said = book
        .test(Some("means"))
        .unwrap_or_else(|said| panic!("{said}"));
    assert!(said.contains("test result: ok"), "{said}");
}
