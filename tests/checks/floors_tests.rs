//! Each row of the tables, on a chapter within its bounds and on one outside.

use super::*;
use std::collections::BTreeSet;
use std::path::Path;

/// What the row finds on a chapter of these pages, the first of them the main
/// page; each with its HTML.
fn found(row: &str, pages: &[(String, String)]) -> Vec<String> {
    let read = |(index, (text, html)): (usize, &(String, String))| {
        let file = format!("src/{index}.md");
        let page = Page::read(Path::new(&file), text);
        (page, HtmlPage::parse("p.html", html))
    };
    let read: Vec<_> = pages.iter().enumerate().map(read).collect();
    let built: Vec<_> = read
        .iter()
        .zip(0..)
        .map(|((page, html), index)| Built {
            deeper: index > 0,
            page,
            html,
        })
        .collect();
    let all = misses(&built).into_iter();
    let of_row = |text: &String| {
        let (_, after) = text.split_once(": ").unwrap_or_default();
        let after = after.strip_prefix(row).unwrap_or_default();
        after.starts_with(": ") || after.starts_with(", \"")
    };
    all.filter(of_row).collect()
}

fn block(tag: &str, attributes: &str, content: &str) -> String {
    format!("\n<{tag} {attributes}>\n\n{content}\n\n</{tag}>\n")
}

/// So many blocks, each of eight lines.
fn blocks(tag: &str, count: usize) -> String {
    (0..count)
        .map(|k| block(tag, &format!("id=\"{tag}-{k}\" title=\"T\""), "All.\n\nSo."))
        .collect()
}

fn exercises(grade: &str) -> String {
    block(
        "exercise",
        &format!("id=\"e\" title=\"T\" grade=\"{grade}\""),
        "All.",
    )
}

fn words(count: usize) -> String {
    "word ".repeat(count)
}

/// A listing, and its HTML with so many lines.
fn listing(name: &str, lines: usize) -> (String, String) {
    let text = block("listing", &format!("path=\"a::{name}\""), "C.");
    let code = "x;\n".repeat(lines);
    let html = format!(
        "<figure data-kind=\"listing\" id=\"a-{name}\"><pre><code>{code}</code></pre></figure>"
    );
    (text, html)
}

/// Several listings on one page.
fn listings(lines: &[usize]) -> (String, String) {
    let each = lines
        .iter()
        .zip('a'..)
        .map(|(lines, name)| listing(&name.to_string(), *lines));
    each.collect::<Vec<_>>().into_iter().unzip()
}

type Pages = Vec<(String, String)>;

fn main_page(text: impl Into<String>) -> Pages {
    vec![(text.into(), String::new())]
}

fn deeper_page(text: impl Into<String>) -> Pages {
    let mut pages = main_page("# T\n");
    pages.extend(main_page(text));
    pages
}

#[test]
fn each_row_is_kept_by_one_chapter_and_missed_by_another() {
    let section = |title: &str, count| format!("\n## {title}\n\n{}\n", words(count));
    let sections = |count| section("S", 500).repeat(count);
    let captioned = |count| block("figure", "id=\"f\"", &words(count));
    let before = |count| format!("{}\n{}{}", words(count), captioned(9), section("S", 9));
    let folded = block("proof", "of=\"x\" idea=\"Both are.\"", &words(900));
    let open = block("proof", "of=\"x\"", "So.");
    let solution = block("solution", "", "So.");
    let preview = |text: &str| block("preview", "id=\"p\" title=\"P\"", text);
    let interactive = |attribute: &str| {
        let html = format!("<figure data-kind=\"figure\" id=\"figure-0\"{attribute}></figure>");
        vec![(blocks("figure", 1), html)]
    };
    let many_deeper = |count: usize| vec![("# T\n".to_owned(), String::new()); count + 1];
    let on_two = |tag: &str, first, second| {
        vec![
            (blocks(tag, first), String::new()),
            (
                blocks(tag, second).replace("id=\"", "id=\"b-"),
                String::new(),
            ),
        ]
    };
    let cases: Vec<(&str, Pages, Pages, &str)> = vec![
        (
            "words",
            main_page(sections(4)),
            main_page(section("S", 1999)),
            "src/0.md: words: 1999, at least 2000",
        ),
        (
            "words",
            main_page(sections(7)),
            main_page(sections(8)),
            "src/0.md:30: words: 4000, at most 3500",
        ),
        (
            "words",
            main_page(format!(
                "{}{}",
                sections(4),
                block("hint", "", &words(2000))
            )),
            main_page(format!(
                "{}{}",
                sections(3),
                block("solution", "of=\"p\"", &words(600))
            )),
            "src/0.md: words: 1500, at least 2000",
        ),
        (
            "words of a section",
            main_page(section("A", 600)),
            main_page(section("A", 601)),
            "src/0.md:2: words of a section, \"A\": 601, at most 600",
        ),
        (
            "words of a section",
            main_page(format!("{}{folded}", section("A", 598))),
            main_page(format!("{}{folded}", section("A", 599))),
            "src/0.md:2: words of a section, \"A\": 601, at most 600",
        ),
        (
            "words of a section",
            main_page(section("Also in this module", 700)),
            main_page(section("In this module", 700)),
            "src/0.md:2: words of a section, \"In this module\": 700, at most 600",
        ),
        (
            "words of the opening",
            main_page(format!("# Title\n\n{}", words(150))),
            main_page(format!("# Title\n\n{}", words(151))),
            "src/0.md:3: words of the opening: 151, at most 150",
        ),
        (
            "words of the opening",
            main_page("# T\n\nWhy not?\n"),
            main_page("# Title\n\n## A\n\nWhy not?\n"),
            "src/0.md: words of the opening: 0, at least 1",
        ),
        (
            "words of a caption",
            main_page(captioned(50)),
            main_page(captioned(51)),
            "src/0.md:2: words of a caption, \"f\": 51, at most 50",
        ),
        (
            "words before the first figure",
            main_page(before(250)),
            main_page(before(251)),
            "src/0.md:1: words before the first figure: 251, at most 250",
        ),
        (
            "words before the first figure",
            main_page(preview(&before(250))),
            main_page(section("S", 251)),
            "src/0.md:4: words before the first figure: 251, at most 250",
        ),
        (
            "definitions, theorems and algorithms",
            main_page(blocks("lemma", 3) + &blocks("definition", 2)),
            main_page(blocks("theorem", 2) + &blocks("algorithm", 2)),
            "src/0.md: definitions, theorems and algorithms: 4, at least 5",
        ),
        (
            "theorems, lemmas and corollaries",
            main_page(blocks("theorem", 5) + &blocks("corollary", 5) + &blocks("definition", 5)),
            main_page(blocks("theorem", 5) + &blocks("lemma", 6)),
            "src/0.md:82: theorems, lemmas and corollaries: 11, at most 10",
        ),
        (
            "worked examples",
            main_page(blocks("example", 6)),
            main_page(blocks("example", 5)),
            "src/0.md: worked examples: 5, at least 6",
        ),
        (
            "worked examples",
            main_page(blocks("example", 14)),
            main_page(blocks("example", 15)),
            "src/0.md:114: worked examples: 15, at most 14",
        ),
        (
            "lines of a listing",
            vec![listings(&[30, 30])],
            vec![listings(&[30, 31])],
            "src/0.md:8: lines of a listing, \"a-b\": 31, at most 30",
        ),
        (
            "lines of all listings",
            vec![listings(&[30, 30, 30, 30, 30, 30, 20])],
            vec![listings(&[30, 30, 30, 30, 30, 30, 21])],
            "src/0.md:38: lines of all listings: 201, at most 200",
        ),
        (
            "figures",
            main_page(blocks("figure", 4)),
            main_page(blocks("figure", 3)),
            "src/0.md: figures: 3, at least 4",
        ),
        (
            "figures",
            main_page(blocks("figure", 8)),
            main_page(blocks("figure", 9)),
            "src/0.md:66: figures: 9, at most 8",
        ),
        (
            "interactive figures",
            interactive(" data-interactive=\"\""),
            interactive(""),
            "src/0.md: interactive figures: 0, at least 1",
        ),
        (
            "preview problems",
            main_page(preview("Why?")),
            main_page("Why?"),
            "src/0.md: preview problems: 0, at least 1",
        ),
        (
            "preview problems",
            main_page(preview("Why?")),
            main_page(blocks("preview", 2)),
            "src/0.md:10: preview problems: 2, at most 1",
        ),
        (
            "misconceptions",
            main_page(blocks("misconception", 1)),
            main_page("So it seems."),
            "src/0.md: misconceptions: 0, at least 1",
        ),
        (
            "misconceptions",
            main_page(blocks("misconception", 2)),
            main_page(blocks("misconception", 3)),
            "src/0.md:18: misconceptions: 3, at most 2",
        ),
        (
            "numerics boxes",
            main_page(blocks("numerics", 1)),
            main_page("It rounds."),
            "src/0.md: numerics boxes: 0, at least 1",
        ),
        (
            "numerics boxes",
            main_page(blocks("numerics", 2)),
            main_page(blocks("numerics", 3)),
            "src/0.md:18: numerics boxes: 3, at most 2",
        ),
        (
            "recaps",
            main_page(blocks("recap", 1)),
            main_page("In short."),
            "src/0.md: recaps: 0, at least 1",
        ),
        (
            "recaps",
            main_page(blocks("recap", 2)),
            main_page(blocks("recap", 3)),
            "src/0.md:18: recaps: 3, at most 2",
        ),
        (
            "deeper pages",
            many_deeper(3),
            many_deeper(4),
            "src/4.md: deeper pages: 4, at most 3",
        ),
        (
            "questions",
            on_two("question", 4, 1),
            on_two("question", 4, 0),
            "src/0.md: questions: 4, at least 5",
        ),
        (
            "exercises",
            on_two("exercise", 8, 2),
            on_two("exercise", 8, 1),
            "src/0.md: exercises: 9, at least 10",
        ),
        (
            "exercises of the grade drill",
            deeper_page(exercises("drill")),
            main_page(exercises("prove")),
            "src/0.md: exercises of the grade drill: 0, at least 1",
        ),
        (
            "exercises of the grade prove",
            main_page(exercises("prove")),
            main_page(exercises("build")),
            "src/0.md: exercises of the grade prove: 0, at least 1",
        ),
        (
            "exercises of the grade build",
            main_page(exercises("build")),
            main_page(exercises("drill")),
            "src/0.md: exercises of the grade build: 0, at least 1",
        ),
        (
            "references with a section or page",
            main_page("See [@axler, section 1.A]."),
            main_page("See [@axler]."),
            "src/0.md: references with a section or page: 0, at least 1",
        ),
        (
            "chapters under 'Used again in'",
            main_page("## Used again in\n\n- [@matrices]\n"),
            main_page("## Used again in\n\n- matrices\n"),
            "src/0.md: chapters under 'Used again in': 0, at least 1",
        ),
        (
            "proofs without an idea",
            main_page(folded.clone()),
            deeper_page(open.clone()),
            "src/1.md:2: proofs without an idea, \"x\": 1, at most 0",
        ),
        (
            "previews without a solution in them",
            main_page(preview(&solution)),
            main_page(preview("Why?")),
            "src/0.md:2: previews without a solution in them, \"p\": 1, at most 0",
        ),
        (
            "quizzes instead of questions in place",
            main_page(blocks("question", 1)),
            main_page(blocks("quiz", 1)),
            "src/0.md:2: quizzes instead of questions in place: 1, at most 0",
        ),
        (
            "words of a deeper page",
            deeper_page(words(2500)),
            deeper_page(words(2501)),
            "src/1.md:1: words of a deeper page: 2501, at most 2500",
        ),
        (
            "figures, programs and measurements",
            deeper_page(block("program", "name=\"a\"", "C.")),
            deeper_page("A program."),
            "src/1.md: figures, programs and measurements: 0, at least 1",
        ),
    ];
    for (row, kept, missed, message) in &cases {
        assert_eq!(found(row, kept), [""; 0], "{row}");
        assert_eq!(found(row, missed), [*message], "{row}");
    }
    let mut bounds: BTreeSet<(&str, bool)> = BTreeSet::new();
    for row in MAIN.iter().chain(CHAPTER).chain(DEEPER) {
        bounds.extend((row.floor > 0).then_some((row.name, false)));
        bounds.extend((row.ceiling < ANY).then_some((row.name, true)));
    }
    for (row, _, _, message) in &cases {
        bounds.remove(&(*row, message.contains("at most")));
    }
    assert!(bounds.is_empty(), "no chapter tries {bounds:?}");
}
