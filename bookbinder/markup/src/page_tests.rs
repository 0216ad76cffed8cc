//! Pages as CommonMark reads them, and everything that can be wrong with one.

use super::*;
use crate::span::Content;
use crate::{Markdown, Problem, prose, reading};

fn read(text: &str) -> Page {
    Page::read(Path::new("p.md"), text)
}

fn messages(text: &str) -> Vec<String> {
    let page = read(text);
    let message = |problem: &Problem| format!("{}: {}", problem.line, problem.message);
    page.problems.iter().map(message).collect()
}

/// What stands within the Markdown of a page, blocks and all, without its text.
fn contents(text: &str) -> Vec<Content> {
    let page = read(text);
    assert_eq!(page.problems, [], "{text}");
    let all = page.all_blocks();
    let inner = all.iter().flat_map(|block| &block.nodes);
    let markdown = page.nodes.iter().chain(inner).filter_map(Node::markdown);
    let spans = markdown.flat_map(|markdown| &markdown.spans);
    let content = spans.map(|span| span.content.clone());
    content.filter(|one| *one != Content::Text).collect()
}

fn formulas(text: &str) -> Vec<String> {
    let formula = |content| match content {
        Content::Formula { tex, .. } => Some(tex),
        _ => None,
    };
    contents(text).into_iter().filter_map(formula).collect()
}

#[test]
fn a_page_is_read_into_blocks_with_their_lines() {
    let text = "# T\n\n<exercise id=\"e\" title=\"E > F\" grade=\"drill\">\n\nQ\n\n<hint>\n\nH\n\n</hint>\n\n</exercise>\n\nend\n";
    let page = read(text);
    assert_eq!(page.problems, []);
    let all = page.all_blocks();
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].line, all[1].line), (3, 7));
    assert_eq!(all[0].attribute("title"), Some("E > F"));
    assert_eq!(all[1].markdown().next().map(|m| m.line), Some(8));
    assert_eq!(all[1].owner.as_deref(), Some("e"));
}

#[test]
fn nothing_of_a_page_is_lost() {
    let text = "# T {#t}\n\nA $x$, [a](b.md) and {{2}}.\n\n> $$\n> y\n> $$\n\n```text\nz\n```\n\nTwo\n===\n";
    let page = read(text);
    let source = page.nodes.iter().filter_map(Node::markdown);
    assert_eq!(source.map(Markdown::source).collect::<String>(), text);
}

#[test]
fn whatever_stands_on_a_page_none_of_it_is_lost() {
    const PARTS: [&str; 40] = [
        "\n",
        "\n\n",
        " ",
        "  ",
        "    ",
        "a",
        "ä 5",
        "$",
        "$$",
        "{{",
        "}}",
        "{",
        "}",
        "[@",
        "]",
        "[",
        "](b)",
        "![",
        "]: ",
        "`",
        "```",
        "```rust\n",
        "~~~\n",
        "> ",
        "- ",
        "1. ",
        "# ",
        "===\n",
        "<kbd>",
        "</kbd>",
        "<!--",
        "-->",
        "<recap id=\"r\" title=\"R\">",
        "</recap>",
        "<proof>",
        "\\",
        "|",
        "*",
        "<b",
        "{#c}",
    ];
    let mut state = 1u64;
    let mut random = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize
    };
    for _ in 0..3000 {
        let count = random() % 30;
        let text: String = (0..count).map(|_| PARTS[random() % PARTS.len()]).collect();
        let page = read(&text);
        let markdown: usize = page
            .nodes
            .iter()
            .filter_map(Node::markdown)
            .chain(page.all_blocks().iter().flat_map(|block| block.markdown()))
            .map(|markdown| markdown.source().len())
            .sum();
        let tags = reading::read(1, &text).tags;
        let tags: usize = tags.iter().map(|tag| tag.len()).sum();
        assert_eq!(markdown + tags, text.len(), "{text:?}");
        assert_eq!(
            prose(&text).lines().count(),
            text.lines().count(),
            "{text:?}"
        );
    }
}

#[test]
fn a_formula_has_no_sign_of_the_list_or_the_quotation_it_stands_in() {
    for text in [
        "> $$\n> x = y\n> $$\n",
        "- a\n\n  $$\n  x = y\n  $$\n",
        "1. > a\n   >\n   > $$\n   > x = y\n   > $$\n",
        "> - a $x =\n>   y$ b\n",
        "> > $$x\n> > = y$$\n",
        "- a\n  > $$\n  > x = y\n  > $$\n",
    ] {
        let found: Vec<_> = formulas(text);
        let words: Vec<_> = found
            .iter()
            .flat_map(|tex| tex.split_whitespace())
            .collect();
        assert_eq!(words, ["x", "=", "y"], "{text}");
    }
}

#[test]
fn a_bar_in_a_formula_ends_no_cell() {
    let text = "| a | b |\n|---|---|\n| $|x|$ | $\\|x\\| = 2$ |\n";
    assert_eq!(formulas(text), ["|x|", "\\|x\\| = 2"]);
    assert_eq!(
        formulas("> | a |\n> |---|\n> | $a \\mid b | c$ |\n"),
        ["a \\mid b | c"]
    );
}

#[test]
fn a_literal_has_no_sign_of_the_list_or_the_quotation_it_stands_in() {
    for text in [
        "> {{(1,\n> 2)}}\n",
        "- > {{(1,\n  > 2)}}\n",
        "{{(1,\n2)}}\n",
    ] {
        let text = format!("<recap id=\"r\" title=\"R\">\n\n{text}\n</recap>\n");
        let results = read(&text).results();
        assert_eq!(results[0].marks[0].literal, "(1, 2)", "{text}");
    }
}

#[test]
fn what_is_commented_out_is_not_there() {
    let comment =
        "<!--\n<example id=\"e\" title=\"E\">\n\nIt is $x and {{3}}.\n\n```\n\n</example>\n-->\n";
    for text in [
        format!("a\n\n{comment}\nb\n"),
        format!("<recap id=\"r\" title=\"R\">\n\na\n\n{comment}\n</recap>\n"),
        "a <!-- $x {{2}} [@b] --> b\n".to_owned(),
    ] {
        assert!(
            contents(&text).iter().all(|one| *one == Content::Markup),
            "{text}"
        );
        let page = read(&text);
        assert!(
            page.all_blocks()
                .iter()
                .all(|block| block.kind.tag == "recap")
        );
        assert!(
            page.results()
                .iter()
                .all(|results| results.marks.is_empty())
        );
    }
    let proved =
        "<lemma id=\"l\" title=\"L\">\n\na\n\n</lemma>\n\n<!-- b -->\n\n<proof>\n\nc\n\n</proof>\n";
    assert_eq!(read(proved).all_blocks()[1].owner.as_deref(), Some("l"));
}

#[test]
fn a_comparison_opens_no_tag() {
    assert_eq!(formulas("if a<b and $x$>c\n"), ["x"]);
    assert_eq!(
        formulas("$x<y and z>0$ holds, $a$<$b$\n"),
        ["x<y and z>0", "a", "b"]
    );
    assert_eq!(formulas("If 2 < $n$, then $m$ > 1.\n"), ["n", "m"]);
}

#[test]
fn a_dollar_sign_between_tags_is_one() {
    assert_eq!(formulas("<kbd>$</kbd> and <kbd>$</kbd>\n"), [""; 0]);
    assert_eq!(
        formulas("a <kbd>$</kbd>, see ($x$), <code>$ ls</code>\n"),
        ["x"]
    );
    assert_eq!(
        formulas("- <kbd>$</kbd> <kbd>\\$</kbd> <kbd>$$</kbd> $y$\n"),
        ["y"]
    );
    assert_eq!(
        formulas("<table>\n<td><kbd>$</kbd></td>\n</table>\n"),
        [""; 0]
    );
}

#[test]
fn an_address_in_brackets_is_no_tag() {
    assert_eq!(contents("<https://example.com/>\n"), [Content::Markup]);
    assert_eq!(contents("a <me@example.com> b\n"), [Content::Markup]);
    assert_eq!(
        contents("<https://example.com/?a=$b$>\n"),
        [Content::Markup]
    );
}

#[test]
fn headings_are_found_in_both_forms_with_their_ids() {
    let text = "The `T` of it\n=============\n\nAbout $x$ {#about}\n---\n\n## A *b*\n\n<recap id=\"r\" title=\"R\">\n\n### C\n\n</recap>\n\n```text\n# no\n```\n";
    let page = read(text);
    assert_eq!(page.problems, []);
    let found: Vec<_> = page
        .headings()
        .iter()
        .map(|one| (one.level, one.id.clone()))
        .collect();
    let expected = [(1, "the-t-of-it"), (2, "about"), (2, "a-b"), (3, "c")];
    assert_eq!(found, expected.map(|(level, id)| (level, id.to_owned())));
    assert_eq!(
        messages("About $x$\n---\n"),
        ["1: the heading \"About x\" holds a formula; give it an id: {#name}"]
    );
}

#[test]
fn attributes_are_read_as_html_has_them() {
    for title in ["If $n < m$", "A > B", "<b> it's", "a=b"] {
        let text = format!("<lemma id=\"l\" title=\"{title}\">\n\nx\n\n</lemma>\n");
        assert_eq!(messages(&text), [""; 0]);
        assert_eq!(read(&text).all_blocks()[0].attribute("title"), Some(title));
    }
}

#[test]
fn results_belong_to_the_innermost_block_with_an_id() {
    let text = "<lemma id=\"l\" title=\"L\">\n\n$x = {{1}}$\n\n</lemma>\n\n<proof>\n\n{{2}}\n\n</proof>\n\n<proof of=\"l\">\n\n$$\na = {{3}} \\\\\nb = {{4}}\n$$\n\n</proof>\n\n<preview id=\"p\" title=\"P\">\n\n{{5}}\n\n<listing path=\"a::b_c\">\n\n{{6}} `{{7}}`\n\n</listing>\n\n{{8}}\n\n</preview>\n\n<exercise id=\"e\" title=\"E\" grade=\"drill\">\n\nx\n\n<hint>\n\n{{9}}\n\n</hint>\n\n</exercise>\n\n<solution of=\"p\">\n\n{{10}}\n\n</solution>\n";
    let page = read(text);
    assert_eq!(page.problems, []);
    let found: Vec<_> = page
        .results()
        .iter()
        .map(|results| {
            let marks = results.marks.iter();
            let marks: Vec<_> = marks
                .map(|mark| format!("{}:{}", mark.line, mark.literal))
                .collect();
            format!(
                "{} {} {} {}",
                results.line,
                results.tag,
                results.id,
                marks.join(" ")
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "1 lemma l 3:1 9:2 16:3 17:4",
            "22 preview p 24:5 32:8 50:10",
            "26 listing a-b-c 28:6",
            "36 exercise e 42:9",
        ]
    );
}

#[test]
fn results_and_formulas_are_found_in_prose() {
    let text =
        "<recap id=\"r\" title=\"R\">\n\nso {{5}} and $x = {{2 \\cdot 10^{-16}}}$\n\n</recap>\n";
    let mark = |literal: &str| Mark {
        literal: literal.to_owned(),
        line: 3,
    };
    assert_eq!(
        contents(text),
        [
            Content::Mark(mark("5")),
            Content::Formula {
                tex: "x = {2 \\cdot 10^{-16}}".to_owned(),
                display: false,
                marks: vec![mark("2 \\cdot 10^{-16}")],
            },
        ]
    );
}

#[test]
fn code_holds_neither_formulas_nor_marks_nor_tags() {
    let fence = |info: &str, code: &str| Content::Fence {
        info: info.to_owned(),
        code: code.to_owned(),
    };
    assert_eq!(
        contents("`$x` costs \\$5\n\n```text\n$ ls {{3}} [@x]\n<theorem>\n```\n"),
        [Content::Code, fence("text", "$ ls {{3}} [@x]\n<theorem>\n")]
    );
    assert_eq!(
        contents("- a\n\n  ```rust\n  if x {\n      y\n  ```\n"),
        [fence("rust", "if x {\n    y\n")]
    );
    assert_eq!(
        contents("> ~~~text\n> a\n>\n> b\n> ~~~\n"),
        [fence("text", "a\n\nb\n")]
    );
}

#[test]
fn a_reference_may_name_a_section() {
    let reference = |key: &str, locator: Option<&str>| Content::Reference {
        key: key.to_owned(),
        locator: locator.map(str::to_owned),
    };
    assert_eq!(
        contents("see [@higham, section\n4.3], [@mean] \\[@x]\n"),
        [
            reference("higham", Some("section 4.3")),
            reference("mean", None)
        ]
    );
}

#[test]
fn a_reference_before_a_colon_is_no_definition_of_a_link() {
    let key = |content: &Content| match content {
        Content::Reference { key, .. } => Some(key.clone()),
        _ => None,
    };
    for text in [
        "* [@mean]: averages.\n",
        "[@mean, section 2]: averages \"so\"\n",
        "> [@mean]:\n> averages\n",
        "* [@mean]: one.\n* [@mean]: two.\n",
    ] {
        let found: Vec<_> = contents(text).iter().filter_map(key).collect();
        assert_eq!(found, vec!["mean"; text.matches('@').count()], "{text}");
    }
}

#[test]
fn everything_malformed_is_named_with_its_line() {
    for (text, message) in [
        ("<proof>\n\nx\n", "1: <proof> is never closed"),
        (
            "x\n<proof>\n\nx\n\n</proof>\n",
            "2: <proof> needs a blank line before and after it",
        ),
        (
            "<recap id=\"r\" title=\"R\">\nx\n\n</recap>\n",
            "1: <recap> needs a blank line",
        ),
        (
            "<theorm id=\"x\">\n",
            "1: <theorm> is no block of this book",
        ),
        (
            "a <theorm id=\"x\"> b\n",
            "1: <theorm> is no HTML of this book",
        ),
        ("a Vec<f64> b\n", "1: <f64> is no HTML of this book"),
        (
            "a <proof> b\n",
            "1: <proof> must start at the left edge of a line of its own",
        ),
        (
            "> <proof>\n>\n> a\n",
            "1: <proof> must start at the left edge",
        ),
        (
            "- a\n\n  <proof>\n\n  a\n",
            "3: <proof> must start at the left edge",
        ),
        ("<div><proof>\n", "1: <proof> must start at the left edge"),
        (
            "<example id=\"x\">\n\nx\n\n</example>\n",
            "1: <example> needs title=\"…\"",
        ),
        (
            "<hint>\n\nx\n\n</hint>\n",
            "1: <hint> must stand in <exercise>",
        ),
        (
            "<quiz id=\"q\">\n\n<question id=\"r\">\n\na\n\n<figure id=\"f\">\n\nb\n\n</figure>\n\n</question>\n\n</quiz>\n",
            "7: <figure> cannot stand in <question>",
        ),
        (
            "<proof idea=\"So $x$.\">\n\nx\n\n</proof>\n",
            "1: the idea of a proof is words; it holds \"$x$\"",
        ),
        (
            "<proof idea=\"Add e.g. two. Divide.\">\n\nx\n\n</proof>\n",
            "1: the idea of a proof is one sentence, with its full stop: \"Add e.g. two. Divide.\"",
        ),
        (
            "<recap id=\"r\" title=\"R\">\n\n<question id=\"q\">\n\na\n\n</question>\n\n</recap>\n",
            "3: <question> cannot stand in <recap>",
        ),
        (
            "<recap id=\"r\" title=\"R\">\n\n<solution>\n\na\n\n</solution>\n\n</recap>\n",
            "3: <solution> cannot stand in <recap>",
        ),
        (
            "<proof kind=\"x\">\n\nx\n\n</proof>\n",
            "1: <proof> has no attribute \"kind\"",
        ),
        ("</proof>\n", "1: </proof> closes nothing"),
        ("<proof>\n\n</proof>\n", "1: <proof> is empty"),
        ("<proof>\n\n<!-- x -->\n\n</proof>\n", "1: <proof> is empty"),
        (
            "<quiz id=\"Q_1\">\n\nx\n\n</quiz>\n",
            "1: the id \"Q_1\" is not in kebab case",
        ),
        (
            "<proof of=x>\n\nx\n\n</proof>\n",
            "1: <proof>: \"of=x\" is no attribute; write name=\"value\"",
        ),
        ("<proof of=\"x>\n\nx\n", "1: \"<proof of=\\\"x>\" is no tag"),
        (
            "<figure id=\"x>\n\nx\n",
            "1: <figure>: the value of \"id\" is never closed",
        ),
        (
            "a\n\n```text\nx\n",
            "3: the code fence ```text is never closed",
        ),
        (
            "<div>\n```rust\nx\n```\n</div>\n",
            "2: Markdown sees no code in the fence ```rust",
        ),
        ("a\n\n    b\n", "3: indented text is compiled as Rust"),
        ("- # a\n", "1: a heading in a list or a quotation"),
        ("a\nb $x\n\nc$ d\n", "2: unbalanced $ in \"$x\""),
        (
            "costs $5 or $6\n",
            "1: the formula \"$5 or $\" begins or ends with a space",
        ),
        ("$$\nx\n\ny$$\n", "1: unbalanced $$"),
        (
            "$$\na\n+ b\n$$\n",
            "1: unbalanced $$ in \"$$\"; to Markdown the line \"+ b\" begins something else",
        ),
        (
            "$$\na\n=\nb\n$$\n",
            "1: unbalanced $$ in \"$$\"; to Markdown the line \"=\" begins something else",
        ),
        (
            "It is $a\n+ b$.\n",
            "1: unbalanced $ in \"$a\"; to Markdown the line \"+ b$.\" begins something else",
        ),
        ("a $$ $$ b\n", "1: an empty formula"),
        (
            "<summary>It is $x$</summary>\n",
            "1: Markdown reads nothing in HTML, so \"$x$</summary>\" stays",
        ),
        (
            "<div>\n{{5}}\n</div>\n",
            "2: Markdown reads nothing in HTML, so \"{{5}}\" stays",
        ),
        (
            "<!-- a\n\nb --> It is $x$.\n",
            "3: Markdown reads nothing in HTML, so \"$x$.",
        ),
        (
            "<pre>\n$ ls\n</pre> See [@x].\n",
            "3: Markdown reads nothing in HTML, so \"[@x].",
        ),
        ("a\n\n<!-- b\n\nc\n", "3: \"<!-- b\" is never closed"),
        ("<pre>\n\nc\n", "1: \"<pre>\" is never closed"),
        (
            "<!-- a --> <proof>\n",
            "1: <proof> must start at the left edge",
        ),
        ("is {{5\n", "1: \"{{5\": a mark {{…}} is never closed"),
        ("{{x^2}}\n", "1: the result {{x^2}} is TeX"),
        ("so {{$5$}}\n", "1: the mark {{$5$}} holds a formula"),
        (
            "so {{5}}\n",
            "1: the result {{5}} stands in no block with an id",
        ),
        ("by [@x\n\n]\n", "1: \"[@x\": a reference is [@id] or"),
        (
            "by [@x](y.md)\n",
            "1: \"[@x](y.md)\": a reference is [@id] or",
        ),
        (
            "[a]: {{5}}\n",
            "1: to Markdown \"[a]: {{5}}\" is the address of a link, and not shown",
        ),
        ("![a $x$](b.png)\n", "1: no formula can stand in an image"),
        (
            "![a [@x]](b.png)\n",
            "1: no reference can stand in an image",
        ),
    ] {
        let found = messages(text);
        assert!(
            found.iter().any(|found| found.starts_with(message)),
            "{text}\n{found:?}"
        );
    }
}

#[test]
fn two_listings_have_two_ids() {
    for (path, id) in [
        ("matrices::Mat::Mul matrices::add", "matrices-mat-mul"),
        ("a::Dual::Mul<f64>", "a-dual-mul-f64"),
        ("a::&Var::Add<&Var>", "a-ref-var-add-ref-var"),
        ("a::claims!", "a-claims-macro"),
    ] {
        let page = read(&format!("<listing path=\"{path}\">\n\nx\n\n</listing>\n"));
        assert_eq!(page.problems, [], "{path}");
        assert_eq!(page.all_blocks()[0].id().as_deref(), Some(id));
    }
}
