//! Markdown that becomes HTML here, since it stands within an element.

use crate::highlight::escape;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// A formula and the punctuation behind it, which stay on one line. A formula
/// that has places to break may break at them: then its last part is what the
/// punctuation stays with. It is drawn there by the style sheet, because what
/// KaTeX draws is not read out; the text itself follows unseen.
pub(super) fn with_punctuation(html: &str, mark: &str) -> String {
    const BASE: &str = "<span class=\"base\">";
    const END: &str = "</span></span>";
    if mark.is_empty() {
        return html.to_owned();
    }
    let parts = html.matches(BASE).count();
    match (html.rfind(BASE), html.strip_suffix(END)) {
        (Some(last), Some(inner)) if parts > 1 => format!(
            "{}<span class=\"unbroken\" data-mark=\"{mark}\">{}</span>{END}<span class=\"unseen\">{mark}</span>",
            &html[..last],
            &inner[last..]
        ),
        _ if parts == 1 => format!("<span class=\"unbroken\">{html}{mark}</span>"),
        _ => format!("{html}{mark}"),
    }
}

/// The punctuation at the start of some text.
pub(super) fn punctuation(text: &str) -> &str {
    let mark = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | ')');
    let end = text.find(|c| !mark(c)).unwrap_or(text.len());
    &text[..end]
}

/// Markdown as HTML on one line.
pub(super) fn html_of_markdown(markdown: &str) -> String {
    html_of(Parser::new_ext(markdown, options()))
}

/// The options for Markdown that becomes HTML here and not in mdBook.
pub(super) fn options() -> Options {
    Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
}

/// Whether some HTML can stand in a paragraph.
pub(super) fn is_inline(html: &str) -> bool {
    const BLOCKS: [&str; 7] = ["<p>", "<pre", "<div", "<ul", "<ol", "<blockquote", "<h"];
    !BLOCKS.iter().any(|block| html.contains(block))
}

/// Parsed Markdown as HTML on one line, without the tags of a paragraph if it
/// is a single one.
pub(super) fn html_of<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let raw = |html: &'static str| Event::Html(CowStr::Borrowed(html));
    let mut in_code = false;
    let events = events.flat_map(|event| match event {
        Event::Start(Tag::Table(_)) => vec![raw("<div class=\"table-wrapper\">"), event],
        Event::End(TagEnd::Table) => vec![event, raw("</div>")],
        Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {
            in_code = !in_code;
            vec![event]
        }
        // The line breaks of code must outlast those of HTML.
        Event::Text(code) if in_code => vec![Event::Html(escape(&code).into())],
        event => vec![event],
    });
    let mut html = String::new();
    html::push_html(&mut html, events);
    let html = html.trim().replace('\n', " ");
    let only = html
        .strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"));
    match only {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_stays_with_the_last_part_of_a_formula() {
        let base = |text: &str| format!("<span class=\"base\">{text}</span>");
        let formula = |parts: &str| format!("<span><span>{parts}</span></span>");
        let short = formula(&base("x"));
        assert_eq!(with_punctuation(&short, ""), short);
        assert_eq!(
            with_punctuation(&short, "."),
            format!("<span class=\"unbroken\">{short}.</span>")
        );
        let long = formula(&format!("{}{}", base("x ="), base("1")));
        let kept = format!(
            "{}<span class=\"unbroken\" data-mark=\".\">{}</span>",
            base("x ="),
            base("1")
        );
        assert_eq!(
            with_punctuation(&long, "."),
            format!("{}<span class=\"unseen\">.</span>", formula(&kept))
        );
    }

    #[test]
    fn punctuation_goes_with_the_formula_before_it() {
        assert_eq!(punctuation("), and so on."), "),");
    }

    #[test]
    fn code_and_tables_become_html_on_one_line() {
        assert_eq!(html_of_markdown("a *b*\nc"), "a <em>b</em> c");
        assert_eq!(
            html_of_markdown("a\n\n```text\nb <\n  c\n```\n"),
            "<p>a</p> <pre><code class=\"language-text\">b &lt;&#10;  c&#10;</code></pre>"
        );
        assert_eq!(
            html_of_markdown("| a |\n|---|\n| b |\n"),
            "<div class=\"table-wrapper\"><table><thead><tr><th>a</th></tr></thead><tbody> <tr><td>b</td></tr> </tbody></table> </div>"
        );
    }
}
