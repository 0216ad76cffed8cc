//! One page: a single pass over it, whatever there is to mend.

use super::sheets::{Link, Sheets};
use anyhow::{Result, anyhow, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, end_tag, rewrite_str, text};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// How long a page's description may be, in characters.
const DESCRIPTION: usize = 155;

/// What stands, until the pass is over, for what is known only then.
const DESCRIBED: &str = "(the description of this page)";
const LABELLED: &str = "<!-- the label of the sidebar -->";

/// The pieces of the template that are mended, as selectors.
const META: &str = "meta[name=description]";
const BODY: &str = "body";
const CONTENT: &str = "#mdbook-content";
const MENU_TITLE: &str = "h1.menu-title";
const TOGGLE: &str = "label#mdbook-sidebar-toggle";
const SCRIPT: &str = "script[src]";
const STYLE: &str = "link[rel=stylesheet]";

/// The page as the template should have made it, with the controls that `form`
/// gives for the id of a figure that moves.
///
/// # Errors
/// When a piece of the template is missing; the error of `form`.
pub fn mend(
    html: &str,
    sheets: &Sheets,
    mut form: impl FnMut(&str) -> Result<Option<String>>,
) -> Result<String> {
    let found = RefCell::new(BTreeSet::new());
    let find = |piece: &'static str| {
        found.borrow_mut().insert(piece);
    };
    let text = RefCell::new(PageText::default());
    let links = RefCell::new(Vec::new());
    let icon = Rc::new(Cell::new(None));
    // The figure whose caption is to come.
    let figure: RefCell<Option<String>> = RefCell::default();
    let no_caption = |id: &str| format!("the figure {id} has no caption");

    let handlers = [
        element!(META, |meta| {
            find(META);
            Ok(meta.set_attribute("content", DESCRIBED)?)
        }),
        text!("head > title", |chunk| {
            text.borrow_mut().title.push_str(chunk.as_str());
            Ok(())
        }),
        element!("main p", |paragraph| {
            let plain = paragraph.attributes().is_empty();
            text.borrow_mut().start_paragraph(plain);
            Ok(())
        }),
        text!("main p .katex-mathml", |_| {
            text.borrow_mut().unseen = true;
            Ok(())
        }),
        text!("main p", |chunk| {
            text.borrow_mut().add(chunk.as_str());
            Ok(())
        }),
        // The first way from the keyboard past the contents.
        element!(BODY, |body| {
            find(BODY);
            let link = "\n    <a class=\"skip-link\" href=\"#mdbook-content\">Skip to the text</a>";
            body.prepend(link, ContentType::Html);
            Ok(())
        }),
        element!(CONTENT, |content| {
            find(CONTENT);
            Ok(content.set_attribute("tabindex", "-1")?)
        }),
        // The book's title is no heading of the page.
        element!(MENU_TITLE, |title| {
            find(MENU_TITLE);
            Ok(title.set_tag_name("p")?)
        }),
        element!(TOGGLE, |label| {
            find(TOGGLE);
            let start = label.source_location().bytes().end;
            let icon = Rc::clone(&icon);
            label.on_end_tag(end_tag!(move |end| {
                icon.set(Some(start..end.source_location().bytes().start));
                end.after(LABELLED, ContentType::Html);
                Ok(())
            }))?;
            into_button(label)
        }),
        // Text first, scripts later, in their order.
        element!(SCRIPT, |script| {
            find(SCRIPT);
            Ok(script.set_attribute("defer", "")?)
        }),
        element!(STYLE, |link| {
            let (root, read) = Link::read(link)?;
            match links.borrow().is_empty() {
                true => link.replace(&sheets.link(&root), ContentType::Html),
                false => link.remove(),
            }
            links.borrow_mut().push(read);
            Ok(())
        }),
        element!("figure[data-interactive]", |element| {
            if let Some(id) = figure.replace(element.get_attribute("id")) {
                return Err(no_caption(&id).into());
            }
            Ok(())
        }),
        element!("figure[data-interactive] > figcaption", |caption| {
            if let Some(id) = figure.take() {
                let form = form(&id).map_err(|error| format!("{error:#}"))?;
                caption.before(&form.unwrap_or_default(), ContentType::Html);
            }
            Ok(())
        }),
    ];
    let settings = RewriteStrSettings::new();
    let settings = handlers.into_iter().fold(settings, |settings, handler| {
        settings.append_element_content_handler(handler)
    });
    let mended = rewrite_str(html, settings)?;
    for piece in [META, BODY, CONTENT, MENU_TITLE, TOGGLE, SCRIPT] {
        let found = found.borrow().contains(piece);
        ensure!(found, "mdBook's template has no {piece} any more");
    }
    sheets.check(&links.into_inner())?;
    if let Some(id) = figure.into_inner() {
        return Err(anyhow!(no_caption(&id)));
    }
    let icon: Option<Range<usize>> = icon.take();
    let icon = icon.and_then(|place| html.get(place)).unwrap_or_default();
    let label = format!(
        "<label class=\"icon-button without-scripts\" for=\"mdbook-sidebar-toggle-anchor\" title=\"Table of contents\">{icon}</label>"
    );
    let description = text.into_inner().description().replace('"', "&quot;");
    let mended = mended.replacen(LABELLED, &label, 1);
    Ok(mended.replacen(DESCRIBED, &description, 1))
}

/// A label can be reached by no key and may not have the state that the
/// scripts give it; a button can and may. What it does is in reader.js.
fn into_button(label: &mut Element<'_, '_>) -> lol_html::HandlerResult {
    label.set_tag_name("button")?;
    for name in ["for", "title", "aria-label", "aria-controls"] {
        label.remove_attribute(name);
    }
    for (name, value) in [
        ("type", "button"),
        ("title", "Table of contents"),
        ("aria-label", "Table of contents"),
        ("aria-controls", "mdbook-sidebar"),
        ("aria-expanded", "false"),
    ] {
        label.set_attribute(name, value)?;
    }
    Ok(())
}

/// What a page is described by: its first paragraph that is not empty, or its
/// title if it has none.
#[derive(Debug, Default)]
struct PageText {
    title: String,
    paragraph: String,
    /// Whether the text that comes belongs to the paragraph.
    inside: bool,
    /// Whether the next piece of text is a formula's MathML, which stands there
    /// beside what is seen.
    unseen: bool,
}

impl PageText {
    fn start_paragraph(&mut self, plain: bool) {
        self.inside = plain && words(&self.paragraph).is_empty();
        if self.inside {
            self.paragraph.clear();
        }
    }

    fn add(&mut self, text: &str) {
        if !std::mem::take(&mut self.unseen) && self.inside {
            self.paragraph.push_str(text);
        }
    }

    /// At most so long, and cut at a word.
    fn description(&self) -> String {
        let paragraph = words(&self.paragraph);
        if paragraph.is_empty() {
            return self.title.clone();
        }
        if paragraph.chars().count() <= DESCRIPTION {
            return paragraph;
        }
        let cut: String = paragraph.chars().take(DESCRIPTION).collect();
        let (whole, _) = cut.rsplit_once(' ').unwrap_or((&cut, ""));
        format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
    }
}

fn words(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace('\u{200b}', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>T - Book</title><meta name=\"description\" content=\"The book\"><link rel=\"stylesheet\" href=\"a.css\"><link rel=\"stylesheet\" href=\"b.css\"><script src=\"a.js\"></script></head><body><div id=\"mdbook-body-container\"><label id=\"mdbook-sidebar-toggle\" class=\"icon-button\" for=\"x\" aria-label=\"T\"><svg></svg></label><h1 class=\"menu-title\">Book</h1><div id=\"mdbook-content\" class=\"content\"><main><h1>T</h1><p></p><p>How <em>long</em> is a \"vector\" &amp; why?</p><p>More.</p><label for=\"q-2\">x</label></main></div></div></body>";

    fn mend(html: &str) -> Result<String> {
        super::mend(html, &Sheets::of(&["a.css", "b.css"]), |id| match id {
            "lost" => Err(anyhow!("the figure is lost")),
            id => Ok(Some(format!("<form>{id}</form>"))),
        })
    }

    #[test]
    fn the_template_is_mended() {
        let html = mend(PAGE).expect("the page of the template");
        for part in [
            "<meta name=\"description\" content=\"How long is a &quot;vector&quot; &amp; why?\">",
            "<script src=\"a.js\" defer=\"\"></script>",
            "<p class=\"menu-title\">Book</p>",
            "<button id=\"mdbook-sidebar-toggle\" class=\"icon-button\" type=\"button\"",
            "aria-expanded=\"false\"><svg></svg></button><label class=\"icon-button without-scripts\"",
            " title=\"Table of contents\"><svg></svg></label><p",
            "<body>\n    <a class=\"skip-link\" href=\"#mdbook-content\">",
            "<div id=\"mdbook-content\" class=\"content\" tabindex=\"-1\">",
            "<label for=\"q-2\">x</label></main></div></div></body>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        assert_eq!(html.matches("<h1").count(), 1);
        assert_eq!(html.matches("rel=\"stylesheet\"").count(), 1);
    }

    #[test]
    fn a_page_without_a_paragraph_is_described_by_its_title() {
        let html = mend(&PAGE.replace("<p>", "<pre>")).expect("the page of the template");
        assert!(
            html.contains("name=\"description\" content=\"T - Book\""),
            "{html}"
        );
    }

    #[test]
    fn another_template_is_an_error() {
        for (piece, another, named) in [
            ("menu-title", "title", "menu-title"),
            ("name=\"description\"", "name=\"about\"", "description"),
            (
                "mdbook-sidebar-toggle",
                "sidebar-toggle",
                "mdbook-sidebar-toggle",
            ),
            ("mdbook-content", "content", "mdbook-content"),
            ("<script src", "<script data-src", "script"),
            ("body", "div", "body"),
            ("b.css", "c.css", "style sheets"),
        ] {
            let error = mend(&PAGE.replace(piece, another)).expect_err(piece);
            assert!(error.to_string().contains(named), "{piece}: {error}");
        }
    }

    #[test]
    fn a_figure_that_moves_gets_its_controls_above_its_caption() {
        let figure = |id: &str| {
            format!(
                "<figure data-kind=\"figure\" id=\"{id}\" data-interactive=\"\"><svg><title>a</title></svg><figcaption>F</figcaption></figure>"
            )
        };
        let with = |figures: String| PAGE.replace("</main>", &format!("{figures}</main>"));
        let html = mend(&with([figure("a"), figure("b")].concat())).expect("two figures");
        for id in ["a", "b"] {
            let part = format!("</svg><form>{id}</form><figcaption>F");
            assert_eq!(html.matches(&part).count(), 1, "{part}\n{html}");
        }
        let bare = figure("a").replace("figcaption", "p");
        for figures in [bare.clone(), bare + &figure("b")] {
            let error = mend(&with(figures)).expect_err("no caption");
            assert_eq!(error.to_string(), "the figure a has no caption");
        }
        let error = mend(&with(figure("lost"))).expect_err("the form's own error");
        assert_eq!(error.to_string(), "the figure is lost");
    }

    #[test]
    fn a_description_ends_with_a_word_and_has_no_maths_twice() {
        let maths = "<span class=\"katex\"><span class=\"katex-mathml\"><math><mi>x</mi><mo>=</mo></math></span><span>y</span></span>";
        let html = mend(&PAGE.replace("How", maths)).expect("the page of the template");
        assert!(html.contains("content=\"y long is"), "{html}");
        let mut text = PageText {
            paragraph: "many words ".repeat(20),
            ..PageText::default()
        };
        let description = text.description();
        assert!(
            description.ends_with("words…") || description.ends_with("many…"),
            "{description}"
        );
        assert!(description.chars().count() <= DESCRIPTION + 1);
        text.paragraph = "é".repeat(200);
        assert_eq!(text.description().chars().count(), DESCRIPTION + 1);
    }
}
