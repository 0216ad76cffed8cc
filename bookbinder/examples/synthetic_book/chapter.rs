//! One chapter, with as much of everything as the chapters that are written have
//! on average: formulas, blocks, listings, programs, figures, and the sources.

use std::fmt::Write;

const DEFINITIONS: usize = 9;
const THEOREMS: usize = 13;
const EXAMPLES: usize = 15;
const EXERCISES: usize = 13;
const LISTINGS: usize = 12;
const PROGRAMS: usize = 4;
const FIGURES: usize = 7;
/// Paragraphs between the blocks, and sentences with a formula in each.
const PARAGRAPHS: usize = 65;
const SENTENCES: usize = 12;
/// Lines of the chapter's tests, besides those of its theorems.
const FURTHER_TESTS: usize = 140;

/// `chapter-7`.
pub fn stem(chapter: usize) -> String {
    format!("chapter-{chapter}")
}

/// `chapter_7`.
pub fn module(chapter: usize) -> String {
    format!("chapter_{chapter}")
}

/// The page, from the root of the book.
pub fn file(chapter: usize) -> String {
    format!("src/{}.md", stem(chapter))
}

/// The ids of its figures.
pub fn figure_ids(chapter: usize) -> impl Iterator<Item = String> {
    (1..=FIGURES).map(move |figure| format!("figure-{chapter}-{figure}"))
}

/// The text of the page.
pub fn page(chapter: usize) -> String {
    let mut page = format!(
        "# {}\n\nWhat does the number {chapter} do to a vector, and how far does it go?\n",
        stem(chapter)
    );
    let mut blocks = blocks(chapter).into_iter();
    let per_paragraph = blocks.len().div_ceil(PARAGRAPHS);
    let mut formulas = Formulas { chapter, number: 0 };
    for paragraph in 1..=PARAGRAPHS {
        if paragraph % 8 == 1 {
            let _ = write!(page, "\n## Part {paragraph} of the chapter\n");
        }
        page.push('\n');
        for sentence in 1..=SENTENCES {
            let formula = formulas.inline();
            let _ = writeln!(
                page,
                "Sentence {sentence} says what {formula} means, and why it is so for everybody."
            );
        }
        let _ = write!(page, "\n{}\n", formulas.display());
        for block in blocks.by_ref().take(per_paragraph) {
            let _ = write!(page, "\n{block}\n");
        }
    }
    page
}

/// Formulas of the usual kinds; every second one is new.
struct Formulas {
    chapter: usize,
    number: usize,
}

impl Formulas {
    fn next(&mut self) -> usize {
        self.number += 1;
        self.chapter * 10_000 + self.number / 2
    }

    fn inline(&mut self) -> String {
        let n = self.next();
        match n % 4 {
            0 => format!("$\\nabla f(\\mathbf{{x}}) = {n}\\,\\mathbf{{A}}^\\top\\mathbf{{x}}$"),
            1 => format!("$x_{{{n}}} \\in \\mathbb{{R}}$"),
            2 => format!("$\\frac{{1}}{{{n}}}\\sum_{{i=1}}^{{n}} \\log p_\\theta(x_i)$"),
            _ => format!("$\\|\\mathbf{{u}} + {n}\\mathbf{{v}}\\|$"),
        }
    }

    fn display(&mut self) -> String {
        let n = self.next();
        match n % 2 {
            0 => format!(
                "$$\\|\\mathbf{{x}}\\|_2 = \\sqrt{{\\sum_{{i=1}}^{{{n}}} x_i^2}} \\le {n}\\,\\|\\mathbf{{x}}\\|_\\infty$$"
            ),
            _ => format!(
                "$$\\begin{{pmatrix}} {n} & a \\\\ b & c \\end{{pmatrix}}\\begin{{pmatrix}} x \\\\ y \\end{{pmatrix}} = \\begin{{pmatrix}} {n}x + ay \\\\ bx + cy \\end{{pmatrix}}$$"
            ),
        }
    }
}

fn blocks(chapter: usize) -> Vec<String> {
    let mut blocks = Vec::new();
    let module = module(chapter);
    let unclaimed = "unclaimed=\"its numbers are made up\"";
    for i in 1..=DEFINITIONS {
        blocks.push(format!(
            "<definition id=\"word-{chapter}-{i}\" title=\"Word {i} of {chapter}\">\n\n\
             A word is $w_{{{i}}}$ where $\\|w_{{{i}}}\\| = {chapter}$.\n\n</definition>"
        ));
    }
    for i in 1..=THEOREMS {
        blocks.push(format!(
            "<theorem id=\"theorem-{chapter}-{i}\" title=\"Theorem {i}\">\n\n\
             For all $x$ there is $y \\ge {i}x$ with $x^\\top y = {chapter}$.\n\n</theorem>\n\n\
             <proof>\n\nTake $y = {i}x$, as in [@word-{chapter}-1]. Then $x^\\top y \\ge 0$, and \
             $$x^\\top y = {i}\\,\\|x\\|^2 = {chapter}.$$\n\n</proof>"
        ));
    }
    for i in 1..=EXAMPLES {
        blocks.push(format!(
            "<example id=\"example-{chapter}-{i}\" title=\"Example {i}\" {unclaimed}>\n\n\
             Let $u = ({i}, {chapter})$; then $\\|u\\|^2 = {i}^2 + {chapter}^2$, see \
             [@theorem-{chapter}-1].\n\n```rust\n# extern crate mlmath;\nuse mlmath::{module};\n\
             assert!({module}::function_1(&[1.0]) > 0.0);\n```\n\n</example>"
        ));
    }
    for i in 1..=EXERCISES {
        blocks.push(format!(
            "<exercise id=\"exercise-{chapter}-{i}\" title=\"Exercise {i}\" grade=\"drill\">\n\n\
             How long is $({i}, {chapter})$?\n\n<hint>\n\nSquare $x_1 = {i}$.\n\n</hint>\n\n\
             <solution {unclaimed}>\n\n$\\sqrt{{{i}^2 + {chapter}^2}}$ long, and no longer.\n\n\
             </solution>\n\n</exercise>"
        ));
    }
    for i in 1..=LISTINGS {
        blocks.push(format!(
            "<listing path=\"{module}::function_{i}\">\n\nThe function $f_{{{i}}}$.\n\n</listing>"
        ));
    }
    for i in 1..=PROGRAMS {
        blocks.push(format!(
            "<program name=\"{module}_program_{i}\">\n\nThe program {i}.\n\n</program>"
        ));
    }
    for id in figure_ids(chapter) {
        blocks.push(format!(
            "<figure id=\"{id}\">\n\nThe picture of $v$.\n\n</figure>"
        ));
    }
    // Mixed, as an author mixes them.
    let count = blocks.len();
    let mixed = (0..count).map(|i| std::mem::take(&mut blocks[i * 29 % count]));
    mixed.filter(|block| !block.is_empty()).collect()
}

/// The files of the crate that belong to the chapter, and what is in them.
pub fn sources(chapter: usize) -> Vec<(String, String)> {
    let module = module(chapter);
    let mut listings = format!("//! The listings of chapter {chapter}.\n");
    for i in 1..=5 * LISTINGS {
        let visibility = if i <= LISTINGS { "pub " } else { "" };
        let _ = write!(
            listings,
            "\n/// The sum of {i} times each entry, for `x` with n entries.\n///\n\
             /// Cost: n multiplications.\n{visibility}fn function_{i}(x: &[f64]) -> f64 {{\n    \
             let mut sum = {chapter}.0;\n    for entry in x {{\n        sum += {i}.0 * entry;\n    \
             }}\n    sum\n}}\n"
        );
    }
    let mut tests = String::from("//! What is tried.\n\nmod theorems {\n");
    for i in 1..=THEOREMS {
        let _ = write!(
            tests,
            "    #[test]\n    fn theorem_{chapter}_{i}() {{\n        for x in 1..=9 {{\n            \
             assert!({i} * x >= x, \"{{x}}\");\n        }}\n    }}\n\n"
        );
    }
    tests.push_str("}\n");
    for i in 1..=FURTHER_TESTS {
        let _ = write!(
            tests,
            "\n#[test]\nfn what_is_true_of_{i}_is_tried() {{\n    \
             let x: Vec<f64> = (0..{i}).map(f64::from).collect();\n    \
             let y = x.iter().map(|entry| entry * {chapter}.0);\n    \
             let sum: f64 = y.sum();\n    assert!(sum >= 0.0, \"{{sum}}\");\n    \
             assert_eq!(x.len(), {i});\n}}\n"
        );
    }
    let mut sources = vec![
        (format!("listings/src/{module}.rs"), listings),
        (format!("listings/tests/{module}/main.rs"), tests),
    ];
    for i in 1..=PROGRAMS {
        let code = format!("//! Prints.\n\nfn main() {{\n    println!(\"{i}\");\n}}\n");
        sources.push((format!("listings/examples/{module}_program_{i}.rs"), code));
        let output = format!("listings/outputs/{module}_program_{i}.txt");
        sources.push((output, format!("{i}\n")));
    }
    sources
}
