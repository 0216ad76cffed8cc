//! Faults in the markup of a page.

use super::refused;
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
fn everything_that_katex_would_drop_is_named() {
    let mut book = SmallBook::copy("dropped-by-katex");
    let formulas = [
        ("$x = 5% + y$", "\"% + y\""),
        ("$\\tfrac{6}{3} = 200% = 2$", "\"% = 2\""),
        ("$$x = % one\n5 % two\n$$", "\"% one\""),
        ("$\\href{https://example.com/}{x}$", "\\href"),
        ("$\\url{https://example.com/}$", "\\url"),
        ("$\\htmlClass{a}{x}$", "\\htmlClass"),
        ("$\\htmlId{a}{x} + \\htmlData{a=b}{x}$", "\\htmlId"),
        ("$\\htmlStyle{color: red}{x}$", "\\htmlStyle"),
        ("$\\frac{\\includegraphics{a.png}}{2}$", "\\includegraphics"),
        ("$\\mathbb{1}$", "\\mathbb"),
    ];
    for (formula, _) in formulas {
        book.append(PAGE, &format!("\nIt is {formula}.\n"));
    }
    let title = "<recap id=\"half\" title=\"Is $50%$ of it\">";
    book.append(PAGE, &format!("\n{title}\n\nAll.\n\n</recap>\n"));
    for (formula, named) in formulas {
        let first = formula.lines().next().unwrap_or_default();
        refused(
            &book,
            &book.place(PAGE, first),
            &[first.trim_matches('$'), named],
        );
    }
    refused(&book, &book.place(PAGE, title), &["$50%$", "\"%\""]);
}

#[test]
fn a_result_behind_a_percent_sign_is_named() {
    let mut book = SmallBook::copy("result-in-comment");
    book.replace(
        PAGE,
        "$\\tfrac{6}{3} = {{2}}$",
        "$\\tfrac{6}{3} = 200% = {{2}}$",
    );
    let place = book.place(PAGE, "200% =");
    refused(&book, &place, &["200% = {2}", "KaTeX drops"]);
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
        &["Markdown sees no code", "```rust", "blank line before it"],
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

#[test]
fn markdown_that_html_hides_is_named() {
    let mut book = SmallBook::copy("markdown-in-html");
    let lines = [
        (
            "<details>\n<summary>On $n$</summary>\n</details>",
            "<summary>On",
            "\"$n$",
        ),
        ("<p>It is {{5}}</p>", "<p>It is", "\"{{5}}"),
        ("<div>\nSee [@mean].\n</div>", "See [@mean].\n", "\"[@mean]"),
    ];
    for (text, _, _) in lines {
        book.append(PAGE, &format!("\n{text}\n"));
    }
    for (_, line, named) in lines {
        let place = book.place(PAGE, line.trim_end());
        refused(&book, &place, &["Markdown reads nothing in HTML", named]);
    }
}

#[test]
fn a_formula_that_a_list_would_end_is_named_with_the_line() {
    planted(
        "list-in-formula",
        "\n$$\na\n+ b\n$$\n",
        "$$",
        &["unbalanced $$", "\"+ b\""],
    );
}

#[test]
fn a_heading_of_two_lines_with_a_formula_needs_an_id() {
    planted(
        "two-line-heading",
        "\nAbout $x$\n---------\n",
        "About",
        &["\"About x\"", "give it an id"],
    );
}

#[test]
fn a_heading_of_two_lines_with_the_id_of_a_block_is_named() {
    planted(
        "two-line-heading-id",
        "\nMeans in *short*\n---------\n",
        "Means in",
        &["\"means-in-short\"", "a block's"],
    );
}

#[test]
fn a_figure_in_a_question_is_named() {
    let mut book = SmallBook::copy("figure-in-question");
    let text = "What is the mean of the number 7 alone?\n";
    let figure = "<figure id=\"rain-again\">\n\nRain.\n\n</figure>\n";
    book.replace(PAGE, text, &format!("{text}\n{figure}"));
    let place = book.place(PAGE, "rain-again");
    refused(&book, &place, &["<figure> cannot stand in <question>"]);
}

#[test]
fn what_follows_the_options_of_a_question_is_named() {
    let mut book = SmallBook::copy("text-after-options");
    book.replace(
        PAGE,
        "  > because a sum has no order.\n",
        "  > because a sum has no order.\n\nThis is lost.\n",
    );
    let place = book.place(PAGE, "<question id=\"mean-and-order\"");
    refused(&book, &place, &["after its options"]);
}
