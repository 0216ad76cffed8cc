//! Each floor, on a page that stands on it and on one that does not.

use super::*;
use crate::checks::site::HtmlPage;
use std::path::Path;

fn missed(markdown: &str, html: &str) -> Misses {
    let page = Page::read(Path::new("p.md"), markdown);
    misses(&View::new(&page, &HtmlPage::parse("p.html", html)))
}

fn misses_floor(floor: &str, markdown: &str) -> bool {
    assert!(
        FLOORS.iter().any(|(name, _)| *name == floor),
        "{floor} is no floor"
    );
    missed(markdown, "").iter().any(|(name, _)| *name == floor)
}

fn block(tag: &str, attributes: &str, content: &str) -> String {
    format!("\n<{tag} {attributes}>\n\n{content}\n\n</{tag}>\n")
}

fn blocks(tag: &str, count: usize) -> String {
    (0..count)
        .map(|k| block(tag, &format!("id=\"{tag}-{k}\" title=\"T\""), "All."))
        .collect()
}

/// Exercises of these grades.
fn exercises(grades: &[&str]) -> String {
    let one = |(k, grade): (usize, &&str)| {
        let attributes = format!("id=\"e-{k}\" title=\"T\" grade=\"{grade}\"");
        block("exercise", &attributes, "All.")
    };
    grades.iter().enumerate().map(one).collect()
}

#[test]
fn each_floor_is_met_by_one_page_and_missed_by_another() {
    let words = |count: usize| "word ".repeat(count);
    let quiz = |count| block("quiz", "id=\"z\"", &blocks("question", count));
    let preview = block("preview", "id=\"p\" title=\"P\"", "What?");
    let solution = block("solution", "of=\"p\"", "This.");
    let other = block("solution", "of=\"q\"", "This.");
    let shapes = "$$\\mathbf{z} = \\mathbf{W}^\\top\\mathbf{x}$$";
    let long = |count| format!("Why?\n\n## A\n\n{}\n\n## B\n\nAll.\n", words(count));
    let parts = |count| format!("\n## S\n\n{}\n", words(500)).repeat(count);
    let hidden = format!("{}{}", parts(5), block("hint", "", &words(600)));
    let cases: Vec<(&str, String, String)> = vec![
        (
            "opening",
            format!("# T\n\n{}", words(200)),
            format!("# T\n\n{}", words(201)),
        ),
        (
            "opening",
            "# T\n\nWhy?\n".into(),
            "# T\n\n## A\n\nWhy?\n".into(),
        ),
        ("preview", format!("{preview}{solution}"), preview.clone()),
        (
            "preview",
            format!("{preview}{solution}"),
            format!("{preview}{other}"),
        ),
        (
            "results",
            format!("{}{}", blocks("lemma", 3), blocks("definition", 2)),
            format!("{}{}", blocks("theorem", 2), blocks("algorithm", 2)),
        ),
        ("examples", blocks("example", 6), blocks("example", 5)),
        ("figures", blocks("figure", 4), blocks("figure", 3)),
        (
            "listings",
            block("listing", "path=\"a::b\"", "C."),
            "A listing.".into(),
        ),
        (
            "programs",
            block("program", "name=\"a\"", "C."),
            "A program.".into(),
        ),
        ("quiz", quiz(5), quiz(4)),
        ("quiz", quiz(8), quiz(9)),
        ("exercises", blocks("exercise", 10), blocks("exercise", 9)),
        (
            "grades",
            exercises(&["drill", "prove", "build"]),
            exercises(&["drill", "prove"]),
        ),
        (
            "misconception",
            blocks("misconception", 1),
            "So it seems.".into(),
        ),
        ("numerics", blocks("numerics", 1), "It rounds.".into()),
        ("comparison", blocks("comparison", 1), "The same.".into()),
        (
            "shapes",
            format!("{shapes}\n\nShapes: $(m)$\n"),
            format!("{shapes}\n\nSo it is.\n"),
        ),
        (
            "shapes",
            "$$\\mathbf{x} = a\\mathbf{y}$$\n".into(),
            format!("{shapes}\n"),
        ),
        ("recap", blocks("recap", 1), "In short.".into()),
        (
            "used-again",
            "## Used again in\n\n- [@matrices]\n".into(),
            "## Used again in\n\n- matrices\n".into(),
        ),
        (
            "references",
            "## References\n\n- [@axler, section 1.A]\n".into(),
            "## References\n\n- [@axler]\n".into(),
        ),
        ("words", parts(6), parts(5)),
        ("words", parts(6), hidden),
        ("section-length", long(950), long(951)),
    ];
    for (floor, meets, falls_short) in &cases {
        assert!(!misses_floor(floor, meets), "{floor}: {meets}");
        assert!(misses_floor(floor, falls_short), "{floor}: {falls_short}");
    }
    let tried = |floor: &&Floor| cases.iter().any(|(name, ..)| *name == floor.0);
    let untried: Vec<_> = FLOORS.iter().filter(|floor| !tried(floor)).collect();
    assert_eq!(untried.len(), 1, "{untried:?}");
    let figure = |html: &str| {
        missed("", html)
            .iter()
            .any(|(name, _)| *name == "interactive")
    };
    for attribute in ["data-interactive", "data-interactive=\"\""] {
        assert!(!figure(&format!(
            "<figure data-kind=\"figure\" {attribute}></figure>"
        )));
    }
    assert!(figure("<figure data-kind=\"figure\"></figure>"));
}

#[test]
fn products_with_matrices_are_told_from_other_equations() {
    for tex in [
        r"\mathbf{A}\mathbf{x} = \mathbf{b}",
        r"\mathbf{Z} = \mathbf{X}\mathbf{W} + \mathbf{1}\mathbf{b}^\top",
        r"\mathbf z = \mathbf W^\top \mathbf x",
        r"\mathbf{P} = \mathbf{A}^{-1}\,\boldsymbol{\Sigma}",
    ] {
        assert!(is_matrix_equation(tex), "{tex}");
    }
    for tex in [
        r"\mathbf{x} + \mathbf{y} = \mathbf{z}",
        r"\mathbf{A} = \begin{pmatrix} 1 \end{pmatrix}",
        r"\mathbf{A}, \mathbf{B}",
        r"x = y",
    ] {
        assert!(!is_matrix_equation(tex), "{tex}");
    }
}

mod exemptions {
    use super::*;

    /// One chapter, which misses one floor.
    fn judged(exemptions: &str) -> Vec<String> {
        let misses: Misses = vec![("quiz", "4 questions".to_owned())];
        let chapters = BTreeMap::from([("vectors".to_owned(), misses)]);
        judge(&chapters, &toml::from_str(exemptions).expect("exemptions"))
    }

    #[test]
    fn a_floor_that_is_missed_needs_one() {
        assert_eq!(
            judged(""),
            ["vectors: quiz: 4 questions; a reason not to goes into tests/exemptions.toml"]
        );
        let exempt = judged("vectors = [{ floor = \"quiz\", why = \"it comes later\" }]");
        assert_eq!(exempt, [""; 0]);
    }

    #[test]
    fn one_that_nothing_needs_is_named() {
        let quiz = "{ floor = \"quiz\", why = \"it comes later\" }";
        for (list, named) in [
            (
                "{ floor = \"words\", why = \"short\" }",
                "\"words\", and does not need it any more",
            ),
            (
                "{ floor = \"jokes\", why = \"none\" }",
                "\"jokes\" is no floor",
            ),
            (quiz, "exempt from \"quiz\" twice"),
        ] {
            let found = judged(&format!("vectors = [{quiz}, {list}]"));
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].contains(named), "{found:?}");
        }
        let found = judged(&format!("vectors = [{quiz}]\nvector = [{quiz}]"));
        assert_eq!(
            found,
            ["tests/exemptions.toml: vector: is no chapter that is written"]
        );
        let found = judged("vectors = [{ floor = \"quiz\", why = \" \" }]");
        assert_eq!(
            found,
            ["tests/exemptions.toml: vectors: is exempt from \"quiz\" for no reason"]
        );
    }
}
