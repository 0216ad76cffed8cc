//! One style sheet instead of mdBook's nine: over HTTP/1.1 a browser asks for
//! six files at a time, and paints when it has the last.
//!
//! The sheets for code are three of the nine, of which mdBook's script turns
//! two off, late on a slow phone; until then code is dark on a light page. In
//! the one sheet each holds for its themes only.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

const START: &str = "<link rel=\"stylesheet\"";

/// The sheets that mdBook's script turns on and off, and whom each is for: the
/// readers of some themes or, where there are no scripts, of dark or light pages.
const CODE: [(&str, &[(&str, &str)]); 3] = [
    (
        "mdbook-highlight-css",
        &[
            ("screen", ".js.light, .js.rust"),
            ("screen and (prefers-color-scheme: light)", "html:not(.js)"),
        ],
    ),
    (
        "mdbook-tomorrow-night-css",
        &[
            ("screen", ".js.coal, .js.navy"),
            ("screen and (prefers-color-scheme: dark)", "html:not(.js)"),
        ],
    ),
    ("mdbook-ayu-highlight-css", &[("screen", ".js.ayu")]),
];

/// The sheets that a page links, and what they are together.
pub struct Sheets {
    /// The links, from the root of the book.
    links: Vec<String>,
    /// The file that has them all.
    file: String,
}

impl Sheets {
    /// Joins the sheets that a page of the built book in `folder` links.
    ///
    /// # Errors
    /// When the page links none, or one that cannot be joined or written.
    pub fn join(folder: &Path, html: &str) -> Result<Sheets> {
        let links = links(html)?.1;
        ensure!(links.len() > 1, "mdBook links no style sheets any more");
        let mut all = String::new();
        for link in &links {
            let path = attribute(link, "href")?;
            let css = fs::read_to_string(folder.join(path)).with_context(|| path.to_owned())?;
            // In the folder css such an address means the same.
            let beside = path.matches('/').count() == 1;
            let mut addresses = css.split("url(").skip(1);
            let stays = addresses.all(|address| {
                let address = address.trim_start_matches(['"', '\'']);
                address.starts_with("data:") || beside && address.starts_with("../")
            });
            let whole = !css.contains("@import") && !link.contains("media=");
            ensure!(stays && whole, "{path} cannot be moved");
            match CODE.iter().find(|(id, _)| link.contains(id)) {
                Some((_, readers)) => readers.iter().for_each(|(media, page)| {
                    // ":where" adds no weight to what the rules have by themselves.
                    let rules = format!("@media {media} {{ :where({page}) {{\n{css}\n}} }}\n");
                    all.push_str(&rules);
                }),
                None => all.push_str(&format!("{css}\n")),
            }
        }
        let mut hasher = DefaultHasher::new();
        all.hash(&mut hasher);
        let file = format!("css/all-{:016x}.css", hasher.finish());
        fs::write(folder.join(&file), all).with_context(|| file.clone())?;
        Ok(Sheets { links, file })
    }

    /// The page with a link to the one sheet. The script finds the names of
    /// those that it turns on and off, with nothing behind them.
    ///
    /// # Errors
    /// When the page links other sheets.
    pub fn link(&self, html: &str) -> Result<String> {
        let (root, links) = links(html)?;
        ensure!(links == self.links, "the page has style sheets of its own");
        let mut parts = html.split(START);
        let before = parts.next().unwrap_or_default();
        let mut linked = format!("{before}{START} href=\"{root}{}\">", self.file);
        for (id, _) in CODE {
            linked.push_str(&format!("<style id=\"{id}\"></style>"));
        }
        for part in parts {
            let (_, after) = part.split_once('>').context("a link has no end")?;
            linked.push_str(after);
        }
        Ok(linked)
    }
}

/// The way from a page to the root of the book, and the page's links to style
/// sheets without it.
fn links(html: &str) -> Result<(String, Vec<String>)> {
    let parts = html.split(START).skip(1);
    let links: Vec<_> = parts.filter_map(|part| part.split('>').next()).collect();
    let first = attribute(links.first().context("no style sheet is linked")?, "href")?;
    let root = "../".repeat(first.matches("../").count());
    let (here, there) = (format!("href=\"{root}"), "href=\"");
    let from_root = links.iter().map(|link| link.replacen(&here, there, 1));
    Ok((root, from_root.collect()))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Result<&'a str> {
    let value = tag.split_once(&format!("{name}=\""));
    let value = value.and_then(|(_, rest)| rest.split('"').next());
    value.with_context(|| format!("{tag} has no {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(code: &str) -> String {
        let (start, end) = ("<link rel=\"stylesheet\" ", "css\">\n");
        format!(
            "<head>\n{start}href=\"../css/general.{end}{start}id=\"mdbook-ayu-highlight-css\" href=\"../{code}.{end}</head>"
        )
    }

    fn join(name: &str, code: &str) -> Result<(Sheets, String)> {
        let folder = std::env::temp_dir().join(format!("sheets-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("css"))?;
        fs::write(folder.join("css/general.css"), "a { b: url('../c.svg') }")?;
        fs::write(folder.join("ayu.css"), code)?;
        let sheets = Sheets::join(&folder, &page("ayu"));
        let css = sheets
            .as_ref()
            .map(|sheets| fs::read_to_string(folder.join(&sheets.file)));
        let css = css.unwrap_or(Ok(String::new()));
        fs::remove_dir_all(folder)?;
        Ok((sheets?, css?))
    }

    #[test]
    fn one_sheet_says_what_all_did_to_whom_they_did() {
        let (sheets, css) = join("all", ".hljs { d: e }").expect("two sheets");
        let code = "@media screen { :where(.js.ayu) {\n.hljs { d: e }\n} }\n";
        assert_eq!(css, format!("a {{ b: url('../c.svg') }}\n{code}"));
        let html = sheets.link(&page("ayu")).expect("the same page");
        let link = format!("<link rel=\"stylesheet\" href=\"../{}\">", sheets.file);
        assert!(
            html.starts_with(&format!("<head>\n{link}<style id")),
            "{html}"
        );
        assert_eq!(html.matches(".css").count(), 1, "{html}");
        assert!(html.contains("<style id=\"mdbook-ayu-highlight-css\"></style>"));
    }

    #[test]
    fn a_sheet_that_would_change_its_meaning_is_an_error() {
        let error = join("moved", "a { b: url(c.svg) }").map(|(_, css)| css);
        assert!(
            error
                .expect_err("c.svg")
                .to_string()
                .contains("ayu.css cannot be moved")
        );
        let (sheets, _) = join("other", ".hljs { d: e }").expect("two sheets");
        sheets.link(&page("coal")).expect_err("other sheets");
    }
}
