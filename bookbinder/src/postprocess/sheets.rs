//! One style sheet instead of mdBook's nine: over HTTP/1.1 a browser asks for
//! six files at a time, and paints when it has the last.
//!
//! The sheets for code are three of the nine, of which mdBook's script turns
//! two off, late on a slow phone; until then code is dark on a light page. In
//! the one sheet each holds for its themes only.

use anyhow::{Context, Result, ensure};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

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

/// A link to a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    id: String,
    /// The sheet, from the root of the book.
    path: String,
    /// Whether it is for some readers only.
    media: bool,
}

impl Link {
    /// The way from a page to the root of the book, and the link behind it.
    ///
    /// # Errors
    /// When the link says no address.
    pub fn read(link: &Element<'_, '_>) -> Result<(String, Link), String> {
        let address = link.get_attribute("href");
        let address = address.ok_or("a style sheet is linked without an address")?;
        let path = address.trim_start_matches("../");
        let root = &address[..address.len() - path.len()];
        let link = Link {
            id: link.get_attribute("id").unwrap_or_default(),
            path: path.to_owned(),
            media: link.has_attribute("media"),
        };
        Ok((root.to_owned(), link))
    }
}

/// The sheets that every page links, and what they are together.
pub struct Sheets {
    links: Vec<Link>,
    /// The file that has them all.
    file: String,
}

impl Sheets {
    /// Joins the sheets that a page of the built book in `folder` links.
    ///
    /// # Errors
    /// When the page links none, or one that cannot be joined or written.
    pub fn join(folder: &Path, html: &str) -> Result<Sheets> {
        let links = links(html)?;
        ensure!(links.len() > 1, "mdBook links no style sheets any more");
        let mut all = String::new();
        for Link { id, path, media } in &links {
            let css = fs::read_to_string(folder.join(path)).with_context(|| path.to_owned())?;
            // In the folder css such an address means the same.
            let beside = path.matches('/').count() == 1;
            let mut addresses = css.split("url(").skip(1);
            let stays = addresses.all(|address| {
                let address = address.trim_start_matches(['"', '\'']);
                address.starts_with("data:") || beside && address.starts_with("../")
            });
            let whole = !css.contains("@import") && !media;
            ensure!(stays && whole, "{path} cannot be moved");
            match CODE.iter().find(|(code, _)| id == code) {
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

    /// The link to the one sheet, for a page from which `root` is the way to the
    /// root of the book. The script finds the names of those that it turns on
    /// and off, with nothing behind them.
    pub fn link(&self, root: &str) -> String {
        let mut link = format!("<link rel=\"stylesheet\" href=\"{root}{}\">", self.file);
        for (id, _) in CODE {
            link.push_str(&format!("<style id=\"{id}\"></style>"));
        }
        link
    }

    /// Whether these are the sheets.
    ///
    /// # Errors
    /// When a page links other ones.
    pub fn check(&self, links: &[Link]) -> Result<()> {
        ensure!(links == self.links, "the page has style sheets of its own");
        Ok(())
    }
}

fn links(html: &str) -> Result<Vec<Link>> {
    let mut links = Vec::new();
    let read = element!("link[rel=stylesheet]", |link| {
        links.push(Link::read(link)?.1);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(read);
    rewrite_str(html, settings)?;
    Ok(links)
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Sheets {
        /// Sheets of these paths, joined in a file that nobody has written.
        pub fn of(paths: &[&str]) -> Sheets {
            let links = paths.iter().map(|path| Link {
                id: String::new(),
                path: (*path).to_owned(),
                media: false,
            });
            Sheets {
                links: links.collect(),
                file: "css/all.css".to_owned(),
            }
        }
    }

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
        let link = format!("<link rel=\"stylesheet\" href=\"../{}\">", sheets.file);
        let linked = sheets.link("../");
        assert!(linked.starts_with(&format!("{link}<style id")), "{linked}");
        assert!(linked.contains("<style id=\"mdbook-ayu-highlight-css\"></style>"));
        let same = links(&page("ayu")).expect("the same page");
        sheets.check(&same).expect("the same sheets");
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
        let other = links(&page("coal")).expect("links");
        sheets.check(&other).expect_err("other sheets");
    }
}
