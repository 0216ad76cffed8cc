//! The last touch: what mdBook's page template gets wrong and no theme file can
//! mend without copying the template.
//!
//! Each change replaces a piece of mdBook 0.5.4's template; a piece that is not
//! there any more is an error, so that an update of mdBook cannot undo a change
//! unnoticed. The stock `mdbook build` leaves these faults in.

mod controls;
mod sheets;

use crate::module::{self, Profile};
use anyhow::{Context, Result};
use controls::Controls;
use figures::Figure;
use sheets::Sheets;
use std::fs;
use std::path::{Path, PathBuf};

/// How long a page's description may be, in characters.
const DESCRIPTION: usize = 155;

/// Mends every page of the book below `root`, as mdBook built it in `folder`, and
/// lets those of its figures move that can.
///
/// # Errors
/// When a page cannot be read or written, or is not what mdBook 0.5.4 makes; what
/// the compiler says of the figures.
pub fn book(
    root: &Path,
    folder: &Path,
    figures: fn() -> Vec<Figure>,
    profile: Profile,
) -> Result<()> {
    let mut sheets = None;
    let mut controls = None;
    for file in html_files(folder)? {
        let html = fs::read_to_string(&file)?;
        // The contents of the sidebar for readers without scripts, and the
        // pages that only redirect, do not come from the template.
        if !html.contains("id=\"mdbook-body-container\"") {
            continue;
        }
        let place = || file.display().to_string();
        let mut mended = page(&html).with_context(place)?;
        if mended.contains(" data-interactive=") {
            let controls = match &mut controls {
                Some(controls) => controls,
                none => none.insert(moving(root, folder, figures(), profile)?),
            };
            if let Some(controls) = controls {
                let depth = file.strip_prefix(folder)?.components().count() - 1;
                mended = controls.add(&mended, depth).with_context(place)?;
            }
        }
        let sheets = match &mut sheets {
            Some(sheets) => sheets,
            none => none.insert(Sheets::join(folder, &html).with_context(place)?),
        };
        fs::write(&file, sheets.link(&mended).with_context(place)?)?;
    }
    Ok(())
}

/// The controls of the figures that move, where they can be compiled.
fn moving(
    root: &Path,
    folder: &Path,
    figures: Vec<Figure>,
    profile: Profile,
) -> Result<Option<Controls>> {
    let Some(modules) = module::compile(root, &figures, profile)? else {
        eprintln!("{}", module::MISSING);
        return Ok(None);
    };
    Controls::new(root, folder, figures, modules).map(Some)
}

fn html_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(html_files(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            files.push(path);
        }
    }
    Ok(files)
}

fn page(html: &str) -> Result<String> {
    let html = with_description(html)?;
    let html = with_skip_link(&html)?;
    let html = with_one_title(&html)?;
    let html = with_sidebar_button(&html)?;
    Ok(with_deferred_scripts(&html))
}

/// One description a page, instead of the book's: its first paragraph, or its
/// title if it has none, as a page of source code.
fn with_description(html: &str) -> Result<String> {
    let description = match first_paragraph(html) {
        Some(paragraph) => paragraph,
        None => part(html, "<title>", "</title>")?.1.to_owned(),
    };
    let (before, _, after) = part(html, "<meta name=\"description\" content=\"", "\">")?;
    Ok(format!(
        "{before}<meta name=\"description\" content=\"{description}\">{after}"
    ))
}

/// The first way from the keyboard past the contents.
fn with_skip_link(html: &str) -> Result<String> {
    let link = "<body>\n    <a class=\"skip-link\" href=\"#mdbook-content\">Skip to the text</a>";
    let html = swap(html, "<body>", link)?;
    swap(
        &html,
        "<div id=\"mdbook-content\" class=\"content\">",
        "<div id=\"mdbook-content\" class=\"content\" tabindex=\"-1\">",
    )
}

/// The book's title is no heading of the page.
fn with_one_title(html: &str) -> Result<String> {
    let (before, title, after) = part(html, "<h1 class=\"menu-title\">", "</h1>")?;
    Ok(format!(
        "{before}<p class=\"menu-title\">{title}</p>{after}"
    ))
}

/// A label can be reached by no key and may not have the state that the
/// scripts give it; a button can and may. What it does is in reader.js.
fn with_sidebar_button(html: &str) -> Result<String> {
    let (before, inner, after) = part(html, "<label id=\"mdbook-sidebar-toggle\"", "</label>")?;
    let (_, icon) = inner
        .split_once('>')
        .context("the sidebar's label has no end")?;
    let button = "<button id=\"mdbook-sidebar-toggle\" class=\"icon-button\" type=\"button\" title=\"Table of contents\" aria-label=\"Table of contents\" aria-controls=\"mdbook-sidebar\" aria-expanded=\"false\">";
    let label = "<label class=\"icon-button without-scripts\" for=\"mdbook-sidebar-toggle-anchor\" title=\"Table of contents\">";
    Ok(format!(
        "{before}{button}{icon}</button>{label}{icon}</label>{after}"
    ))
}

/// Text first, scripts later, in their order.
fn with_deferred_scripts(html: &str) -> String {
    html.replace("<script src=\"", "<script defer src=\"")
}

/// The text of the first paragraph, cut at a word.
fn first_paragraph(html: &str) -> Option<String> {
    let main = html.split("<main>").nth(1)?.split("</main>").next()?;
    let mut paragraphs = main.split("<p>").skip(1);
    let paragraph = paragraphs.find_map(|rest| {
        let text = text_of(rest.split("</p>").next()?);
        (!text.is_empty()).then_some(text)
    })?;
    if paragraph.chars().count() <= DESCRIPTION {
        return Some(paragraph);
    }
    let cut: String = paragraph.chars().take(DESCRIPTION).collect();
    let (whole_words, _) = cut.rsplit_once(' ')?;
    Some(format!(
        "{}…",
        whole_words.trim_end_matches([',', ';', ':', '.'])
    ))
}

/// Text without its tags; of a formula, what is seen and not its MathML.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let skipped = match after.starts_with("span class=\"katex-mathml\"") {
            true => after.split_once("</math>").map(|(_, rest)| rest),
            false => None,
        };
        let after = skipped.unwrap_or(after);
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    let words: Vec<_> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace('"', "&quot;")
        .replace('\u{200b}', "")
}

/// What stands before, between and after two marks.
fn part<'a>(html: &'a str, start: &str, end: &str) -> Result<(&'a str, &'a str, &'a str)> {
    let missing = || format!("mdBook's template has no {start} any more");
    let (before, rest) = html.split_once(start).with_context(missing)?;
    let (inner, after) = rest.split_once(end).with_context(missing)?;
    Ok((before, inner, after))
}

fn swap(html: &str, old: &str, new: &str) -> Result<String> {
    let (before, after) = html
        .split_once(old)
        .with_context(|| format!("mdBook's template has no {old} any more"))?;
    Ok(format!("{before}{new}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>T - Book</title><meta name=\"description\" content=\"The book\"><script src=\"a.js\"></script></head><body><div id=\"mdbook-body-container\"><label id=\"mdbook-sidebar-toggle\" class=\"icon-button\" for=\"x\" aria-label=\"T\"><svg></svg></label><h1 class=\"menu-title\">Book</h1><div id=\"mdbook-content\" class=\"content\"><main><h1>T</h1><p></p><p>How <em>long</em> is a &quot;vector&quot;?</p><label for=\"q-2\">x</label></main></div></div></body>";

    #[test]
    fn the_template_is_mended() {
        let html = page(PAGE).expect("the page of the template");
        for part in [
            "<meta name=\"description\" content=\"How long is a &quot;vector&quot;?\">",
            "<script defer src=\"a.js\">",
            "<p class=\"menu-title\">Book</p>",
            "<button id=\"mdbook-sidebar-toggle\"",
            "<a class=\"skip-link\" href=\"#mdbook-content\">",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        assert_eq!(html.matches("<h1").count(), 1);
    }

    #[test]
    fn a_page_without_a_paragraph_is_described_by_its_title() {
        let html = page(&PAGE.replace("<p>", "<pre>")).expect("the page of the template");
        assert!(
            html.contains("name=\"description\" content=\"T - Book\""),
            "{html}"
        );
    }

    #[test]
    fn another_template_is_an_error() {
        let error = page(&PAGE.replace("menu-title", "title")).expect_err("no menu title");
        assert!(error.to_string().contains("menu-title"), "{error}");
    }

    #[test]
    fn a_description_ends_with_a_word_and_has_no_maths_twice() {
        let text = "<span class=\"katex\"><span class=\"katex-mathml\"><math>x</math></span><span>x</span></span>";
        assert_eq!(text_of(text), "x");
        let long = PAGE.replace("How", &"many words ".repeat(20));
        let paragraph = first_paragraph(&long).expect("a paragraph");
        assert!(
            paragraph.ends_with("words…") || paragraph.ends_with("many…"),
            "{paragraph}"
        );
        assert!(paragraph.chars().count() <= DESCRIPTION + 1);
    }
}
