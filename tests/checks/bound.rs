//! What the author wrote stands on the page that was built of it.

use super::site::{HtmlPage, select, text};
use markup::vocabulary::GATHERED;
use markup::{Block, Content, Node};

/// Blocks of the Markdown that the page does not show as what they are.
pub fn blocks(page: &HtmlPage) -> Vec<String> {
    let Some(source) = &page.source else {
        return Vec::new();
    };
    let shown = |block: &&Block| {
        let id = block.id().unwrap_or_default();
        let kind = block.kind.data_kind;
        let css = format!("[data-kind={kind:?}][id={id:?}]");
        !id.is_empty() && page.select(&css).len() == 1
    };
    let named = |block: &&Block| {
        let first = block.kind.required.first();
        first.is_some() && !GATHERED.contains(&block.kind.tag)
    };
    let blocks = source.page.all_blocks();
    let mut missing: Vec<_> = blocks
        .into_iter()
        .filter(named)
        .filter(|block| !shown(block))
        .map(|block| {
            let file = crate::slashed(&source.file);
            let id = block.id().unwrap_or_default();
            format!(
                "{file}:{}: <{} {id:?}> is not on the page {}",
                block.line, block.kind.tag, page.path
            )
        })
        .collect();
    let count = |tag: &str| {
        let blocks = source.page.all_blocks();
        blocks.iter().filter(|block| block.kind.tag == tag).count()
    };
    for kind in ["proof", "hint"] {
        let (written, shown) = (
            count(kind),
            page.select(&format!("[data-kind={kind}]")).len(),
        );
        if written != shown {
            let file = crate::slashed(&source.file);
            missing.push(format!(
                "{file}: {written} times <{kind}>, but {shown} on the page {}",
                page.path
            ));
        }
    }
    missing
}

/// Formulas that a screen reader cannot read, or that are missing.
pub fn formulas(page: &HtmlPage) -> Vec<String> {
    let mut problems = Vec::new();
    let shown = page.select(".katex");
    for formula in &shown {
        let mathml = select(*formula, "math");
        let hidden = select(*formula, ".katex-html[aria-hidden=true]");
        if mathml.len() != 1 || text(mathml[0]).is_empty() || hidden.len() != 1 {
            let tex: String = text(*formula).chars().take(40).collect();
            problems.push(format!(
                "{}: the formula {tex:?} has no MathML beside it",
                page.path
            ));
        }
    }
    if let Some(source) = &page.source {
        let written = written(&source.page.nodes);
        if shown.len() < written {
            let file = crate::slashed(&source.file);
            let shown = shown.len();
            problems.push(format!(
                "{file}: {written} formulas are written, and {shown} shown"
            ));
        }
    }
    problems
}

/// How many formulas stand in these parts of a page.
fn written(nodes: &[Node]) -> usize {
    let of = |node: &Node| match (node, node.markdown()) {
        (Node::Block(block), _) => written(&block.nodes),
        (_, Some(markdown)) => {
            let contents = markdown.spans.iter().map(|span| &span.content);
            let formulas = contents.filter(|content| matches!(content, Content::Formula { .. }));
            formulas.count()
        }
        _ => 0,
    };
    nodes.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::site::Source;
    use markup::Page;
    use std::path::PathBuf;

    const FORMULA: &str = "<span class=\"katex\"><span class=\"katex-mathml\"><math><mi>x</mi></math></span><span class=\"katex-html\" aria-hidden=\"true\">x</span></span>";

    fn page(markdown: &str, html: &str) -> HtmlPage {
        let file = PathBuf::from("src/p.md");
        HtmlPage {
            source: Some(Source {
                page: Page::read(&file, markdown),
                text: markdown.to_owned(),
                file,
            }),
            ..HtmlPage::parse("p.html", html)
        }
    }

    #[test]
    fn a_block_that_is_not_shown_as_what_it_is_is_named() {
        let text = "# P\n\n<recap id=\"short\" title=\"In short\">\n\nAll.\n\n</recap>\n";
        let shown = page(text, "<section data-kind=\"recap\" id=\"short\"></section>");
        assert_eq!(blocks(&shown), [""; 0]);
        for html in ["<section data-kind=\"quiz\" id=\"short\"></section>", ""] {
            assert_eq!(
                blocks(&page(text, html)),
                ["src/p.md:3: <recap \"short\"> is not on the page p.html"]
            );
        }
    }

    #[test]
    fn a_formula_that_is_missing_or_only_to_be_seen_is_found() {
        assert_eq!(formulas(&page("It is $x$.", FORMULA)), [""; 0]);
        let found = formulas(&page("It is $x$.", ""));
        assert_eq!(found, ["src/p.md: 1 formulas are written, and 0 shown"]);
        let found = formulas(&page("It is $x$.", &FORMULA.replace("math>", "b>")));
        assert_eq!(
            found,
            ["p.html: the formula \"xx\" has no MathML beside it"]
        );
    }
}
