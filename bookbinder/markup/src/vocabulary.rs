//! The labelled blocks of the markup: their names, attributes and labels.

/// One kind of block.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// The tag on the page.
    pub tag: &'static str,
    /// The kind in the HTML (`data-kind`).
    pub data_kind: &'static str,
    /// What is printed before the number.
    pub label: &'static str,
    /// Whether it gets a number.
    pub numbered: bool,
    /// Attributes that must be there. The first one names the block.
    pub required: &'static [&'static str],
    /// Attributes that may be there.
    pub optional: &'static [&'static str],
    /// The tags it may stand directly in; empty for the page itself, or any
    /// block of text.
    pub inside: &'static [&'static str],
}

const fn block(
    tag: &'static str,
    label: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
) -> Kind {
    Kind {
        tag,
        data_kind: tag,
        label,
        numbered: true,
        required,
        optional,
        inside: &[],
    }
}

const fn unnumbered(kind: Kind) -> Kind {
    Kind {
        numbered: false,
        ..kind
    }
}

const fn within(kind: Kind, inside: &'static [&'static str]) -> Kind {
    Kind { inside, ..kind }
}

const fn as_theorem(kind: Kind) -> Kind {
    Kind {
        data_kind: "theorem",
        ..kind
    }
}

const STATEMENT: &[&str] = &["stated", "unchecked"];

/// Every kind of block, in the order in which the guide for authors names them.
pub const KINDS: &[Kind] = &[
    block(
        "definition",
        "Definition",
        &["id", "title"],
        &["symbol", "code"],
    ),
    as_theorem(block("theorem", "Theorem", &["id", "title"], STATEMENT)),
    as_theorem(block("lemma", "Lemma", &["id", "title"], STATEMENT)),
    as_theorem(block("corollary", "Corollary", &["id", "title"], STATEMENT)),
    unnumbered(block("proof", "Proof", &[], &["of", "idea"])),
    block("algorithm", "Algorithm", &["id", "title", "code"], &[]),
    block("example", "Example", &["id", "title"], &["unclaimed"]),
    block("exercise", "Exercise", &["id", "title", "grade"], &[]),
    within(unnumbered(block("hint", "Hint", &[], &[])), &["exercise"]),
    unnumbered(block("solution", "Solution", &[], &["of", "unclaimed"])),
    unnumbered(block("quiz", "Quiz", &["id"], &[])),
    block("question", "Question", &["id"], &["unclaimed"]),
    block("misconception", "Misconception", &["id", "title"], &[]),
    unnumbered(block("numerics", "Numerics", &["id", "title"], &[])),
    unnumbered(block("comparison", "Comparison", &["id", "title"], &[])),
    unnumbered(block(
        "preview",
        "Preview problem",
        &["id", "title"],
        &["unclaimed"],
    )),
    unnumbered(block("recap", "Recap", &["id", "title"], &[])),
    block("listing", "Listing", &["path"], &[]),
    block("program", "Program", &["name"], &[]),
    block("figure", "Figure", &["id"], &[]),
    block("measured", "Measurement", &["name"], &[]),
    unnumbered(block("definitions", "Definitions", &[], &[])),
    unnumbered(block("symbols", "Symbols", &[], &[])),
    unnumbered(block("references", "References", &[], &[])),
];

/// The kind with this tag.
pub fn kind(tag: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.tag == tag)
}

/// Blocks that place something from a file; their content is a caption.
pub const DIRECTIVES: &[&str] = &["listing", "program", "figure", "measured"];

/// Blocks that are gathered from the whole book; they have no content.
pub const GATHERED: &[&str] = &["definitions", "symbols", "references"];

/// The grades of an exercise.
pub const GRADES: &[&str] = &["drill", "prove", "build"];

/// HTML that an author may write.
pub const HTML: &[&str] = &[
    "details", "summary", "div", "br", "hr", "kbd", "code", "samp", "var", "pre", "table", "thead",
    "tbody", "tr", "td", "th", "p", "ul", "ol", "li", "span", "sub", "sup", "dl", "dt", "dd", "a",
    "b", "i", "em", "strong", "small", "nav",
];
