//! What a reader sees holds neither TeX nor the markup of this book.

use super::site::HtmlPage;
use markup::vocabulary::KINDS;
use scraper::{ElementRef, Node};

/// Elements whose text is code, is typed, or is nobody's to read.
const CODE: [&str; 9] = [
    "code",
    "pre",
    "kbd",
    "samp",
    "var",
    "script",
    "style",
    "annotation",
    "template",
];

/// What is no prose: a formula may well print two brackets, and a dollar sign
/// that an author means bears a class.
const OTHERS: [&str; 2] = ["katex", "dollar"];

/// What is left of the markup on a page.
pub fn leftovers(page: &HtmlPage) -> Vec<String> {
    let mut problems = Vec::new();
    for main in page.select("main") {
        let mut text = String::new();
        visible(main, &mut text);
        for (mark, at) in marks(&text) {
            let from = text[..at]
                .char_indices()
                .rev()
                .nth(20)
                .map_or(0, |(index, _)| index);
            let around: String = text[from..].chars().take(60).collect();
            let around = around.split_whitespace().collect::<Vec<_>>().join(" ");
            let place = page.place(&[&mark]);
            problems.push(format!("{place}: {mark:?} is left over in {around:?}"));
        }
    }
    // A block that the binder did not see is an element without a meaning.
    for kind in KINDS.iter().filter(|kind| kind.tag != "figure") {
        for _ in page.select(&format!("main {}", kind.tag)) {
            let tag = format!("<{}", kind.tag);
            let place = page.place(&[&tag]);
            problems.push(format!("{place}: {tag}> is left over as an element"));
        }
    }
    for element in page.select("main .katex-error") {
        let tex = super::site::text(element);
        problems.push(format!(
            "{}: KaTeX cannot read {tex:?}",
            page.place(&[&tex])
        ));
    }
    problems
}

fn visible(element: ElementRef<'_>, text: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(part) => text.push_str(part),
            Node::Element(inner) if CODE.contains(&inner.name()) => text.push('\u{fffc}'),
            Node::Element(inner) if inner.classes().any(|class| OTHERS.contains(&class)) => {
                text.push('\u{fffc}');
            }
            _ => {
                if let Some(element) = ElementRef::wrap(child) {
                    visible(element, text);
                }
            }
        }
    }
}

/// The marks in a text, and where.
fn marks(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for mark in ["$", "{{", "}}", "[@", "](", "```", "**"] {
        found.extend(
            text.match_indices(mark)
                .map(|(at, mark)| (mark.to_owned(), at)),
        );
    }
    let name = |rest: &str| {
        let letters = rest.chars().take_while(char::is_ascii_alphabetic);
        letters.collect::<String>()
    };
    for (at, _) in text.match_indices('\\') {
        let command = name(&text[at + 1..]);
        if !command.is_empty() {
            found.push((format!("\\{command}"), at));
        }
    }
    for (at, _) in text.match_indices('<') {
        let rest = text[at + 1..].trim_start_matches('/');
        let tag = name(rest);
        if KINDS.iter().any(|kind| kind.tag == tag) {
            found.push((format!("<{tag}"), at));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        leftovers(&HtmlPage::parse("p.html", &format!("<main>{text}</main>")))
    }

    #[test]
    fn what_is_left_over_is_named() {
        for (text, named) in [
            ("<p>so $$x$$</p>", "\"$\""),
            ("<p>if a &lt; b and $x$</p>", "\"$\""),
            ("<p>it costs $5</p>", "\"$\""),
            ("<details><summary>On $n$</summary></details>", "\"$\""),
            ("<p>half, \\frac{1}{2}</p>", "\"\\\\frac\""),
            ("<p>\\mathbf x</p>", "\"\\\\mathbf\""),
            ("<p>is {{5}}</p>", "\"{{\""),
            ("<p>by [@mean]</p>", "\"[@\""),
            ("<p>&lt;theorem id=\"x\"&gt;</p>", "\"<theorem\""),
            (
                "<theorem>all is well</theorem>",
                "<theorem> is left over as an element",
            ),
            ("<span class=\"katex-error\">x^</span>", "KaTeX cannot read"),
        ] {
            let found = problems(text);
            assert!(
                found.iter().any(|problem| problem.contains(named)),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn code_attributes_and_other_pages_are_left_alone() {
        let text = "<p title=\"$$\">a &lt; b costs <span class=\"dollar\">$</span>5 <code>{{x}}</code> <kbd>$</kbd></p><pre>\\frac</pre><span class=\"katex\">{{1}}</span>";
        assert!(problems(text).is_empty(), "{:?}", problems(text));
    }
}
