//! Faults in the markup of a page.

use crate::refused;
use book_tests::checks::small::{PAGE, SmallBook};

/// Plants a text at the end of the page, and expects the first of its lines
/// that starts with `mark` to be named.
#[track_caller]
fn planted(name: &str, text: &str, mark: &str, words: &[&str]) {
    let mut book = SmallBook::copy(name);
    let before = book.text(PAGE).lines().count();
    book.append(PAGE, text);
    let line = text.lines().position(|line| line.starts_with(mark));
    let line = line.expect("the mark is planted") + 1;
    refused(&book, &format!("{PAGE}:{}", before + line), words);
}

#[test]
fn a_formula_that_is_no_tex_is_named() {
    planted(
        "bad-formula",
        "\nIt is $\\frac{1}{\\squareroot{2}}$.\n",
        "It is",
        &["Undefined control sequence: \\squareroot"],
    );
}

#[test]
fn a_dollar_sign_without_its_partner_is_named() {
    planted(
        "unbalanced-dollar",
        "\nIt costs $5.\n",
        "It costs",
        &["unbalanced $", "$5."],
    );
}

#[test]
fn a_tag_without_a_blank_line_is_named() {
    planted(
        "no-blank-line",
        "\n<recap id=\"tight\" title=\"Tight\">\nAll.\n\n</recap>\n",
        "<recap id=\"tight\"",
        &["<recap>", "blank line"],
    );
}

#[test]
fn a_tag_that_is_never_closed_is_named() {
    planted(
        "unclosed-tag",
        "\n<recap id=\"open\" title=\"Open\">\n\nAll.\n",
        "<recap id=\"open\"",
        &["<recap>", "never closed"],
    );
}

#[test]
fn a_tag_that_closes_nothing_is_named() {
    planted("stray-tag", "\n</proof>\n", "</proof>", &["</proof>"]);
}

#[test]
fn a_tag_that_this_book_does_not_have_is_named() {
    planted(
        "unknown-tag",
        "\n<theorm id=\"slip\" title=\"Slip\">\n\nAll.\n\n</theorm>\n",
        "<theorm",
        &["<theorm>", "no block of this book"],
    );
}

#[test]
fn an_attribute_that_a_block_does_not_have_is_named() {
    planted(
        "unknown-attribute",
        "\n<recap id=\"plain\" title=\"Plain\" colour=\"red\">\n\nAll.\n\n</recap>\n",
        "<recap",
        &["<recap>", "\"colour\""],
    );
}

#[test]
fn a_fence_that_does_not_say_what_it_is_is_named() {
    planted(
        "untagged-fence",
        "\n```\n1 + 1\n```\n",
        "```",
        &["does not say what it is"],
    );
}

#[test]
fn a_fence_that_is_not_run_is_named() {
    planted(
        "ignored-fence",
        "\n```rust,ignore\nlet x = 1;\n```\n",
        "```rust,ignore",
        &["\"ignore\""],
    );
}

#[test]
fn a_fence_that_markdown_does_not_see_is_named() {
    planted(
        "unseen-fence",
        "\n<div>\n```rust\nlet y = 1;\n```\n</div>\n",
        "```rust",
        &["Markdown sees no code", "```rust"],
    );
}

#[test]
fn code_that_is_only_indented_is_named() {
    planted(
        "indented-code",
        "\nLike this:\n\n    let z = 1;\n",
        "    let z",
        &["indented text is compiled as Rust"],
    );
}

#[test]
fn a_function_that_is_typed_in_instead_of_placed_is_named() {
    planted(
        "typed-in-listing",
        "\n```rust\n# extern crate mlmath;\npub fn mean(x: &[f64]) -> f64 {\n    x[0]\n}\n```\n",
        "```rust",
        &["\"mean\"", "<listing path=\"means::mean\">"],
    );
}
