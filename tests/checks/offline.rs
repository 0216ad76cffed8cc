//! No page loads anything from another machine.

use super::links::{REFERRING, is_external};
use super::site::Site;
use crate::{files, slashed};
use std::fs;

/// What the book would load from elsewhere.
pub fn offline(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for page in &site.pages {
        let loading = REFERRING.iter().filter(|(css, _)| *css != "a[href]");
        for (css, attribute) in loading {
            for element in page.select(css) {
                let link = element.attr(attribute).unwrap_or_default();
                if is_external(link) && !link.starts_with("data:") {
                    problems.push(format!("{}: <{css}> loads {link}", page.path));
                }
            }
        }
        let styles = page.select("[style]");
        let styles = styles.iter().filter_map(|element| element.attr("style"));
        for link in styles.flat_map(loaded) {
            problems.push(format!("{}: a style loads {link}", page.path));
        }
        for style in page.select("style") {
            for link in loaded(&super::site::text(style)) {
                problems.push(format!("{}: <style> loads {link}", page.path));
            }
        }
    }
    for file in files(&site.folder, ".css") {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let name = slashed(file.strip_prefix(&site.folder).unwrap_or(&file));
        problems.extend(
            loaded(&text)
                .iter()
                .map(|link| format!("{name}: loads {link}")),
        );
    }
    problems
}

/// The addresses on other machines that CSS loads.
fn loaded(css: &str) -> Vec<String> {
    let after = |mark: &str| {
        let parts: Vec<_> = css.split(mark).skip(1).map(str::to_owned).collect();
        parts
    };
    let first = |text: String| {
        let text = text.trim_start().trim_start_matches(['"', '\'']);
        let end = text.find(['"', '\'', ')', ';']).unwrap_or(text.len());
        text[..end].trim().to_owned()
    };
    let links = after("url(").into_iter().chain(after("@import"));
    links
        .map(first)
        .filter(|link| is_external(link) && !link.starts_with("data:"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::site::HtmlPage;

    #[test]
    fn what_css_loads_from_elsewhere_is_found() {
        assert_eq!(
            loaded("a { b: url(\"https://c.d/e.woff2\") }"),
            ["https://c.d/e.woff2"]
        );
        assert_eq!(loaded("@import '//c.d/e.css';"), ["//c.d/e.css"]);
        assert!(loaded("a { b: url(c.woff2) url(data:image/svg+xml,x) }").is_empty());
    }

    #[test]
    fn what_a_page_loads_from_elsewhere_is_found_and_a_link_is_not() {
        let text = "<script src=\"https://a.b/c.js\"></script><link rel=\"stylesheet\" href=\"//a.b/d.css\"><a href=\"https://a.b\">e</a><p style=\"background: url(https://a.b/f.png)\">g</p><img src=\"h.png\">";
        let site = Site {
            folder: "no-such-folder".into(),
            pages: vec![HtmlPage::parse("p.html", text)],
        };
        let found = offline(&site);
        assert_eq!(found.len(), 3, "{found:?}");
        for name in ["c.js", "d.css", "f.png"] {
            assert!(
                found.iter().any(|problem| problem.contains(name)),
                "{found:?}"
            );
        }
    }
}
