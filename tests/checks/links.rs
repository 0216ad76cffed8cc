//! Every link within the book leads somewhere, and every other one is at least
//! an address.

use super::site::Site;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeSet, HashMap};

/// What refers to a file, and by which attribute.
pub const REFERRING: [(&str, &str); 8] = [
    ("a[href]", "href"),
    ("link[href]", "href"),
    ("use[href]", "href"),
    ("script[src]", "src"),
    ("img[src]", "src"),
    ("iframe[src]", "src"),
    ("source[src]", "src"),
    ("object[data]", "data"),
];

/// The links that lead nowhere, with the author's file and line.
pub fn links(site: &Site) -> Vec<String> {
    let ids = site
        .pages
        .iter()
        .map(|page| (page.path.as_str(), page.ids()));
    let ids: Ids<'_> = ids.collect();
    let mut problems = Vec::new();
    for page in &site.pages {
        // A page that is shown at any address says what its links start from.
        let from = match page.select("base[href]").is_empty() {
            true => page.path.as_str(),
            false => "",
        };
        for (css, attribute) in REFERRING {
            for element in page.select(css) {
                let link = element.attr(attribute).unwrap_or_default();
                if let Err(why) = follow(site, &ids, &page.path, from, link) {
                    let written = link.replace(".html", ".md");
                    let place = page.place(&[&written, link]);
                    problems.push(format!("{place}: the link {link:?} {why}"));
                }
            }
        }
    }
    problems.sort();
    problems.dedup();
    problems
}

/// The ids of each page, by its path.
type Ids<'a> = HashMap<&'a str, BTreeSet<&'a str>>;

/// Follows a link of a page, which starts from `from`.
fn follow(site: &Site, ids: &Ids<'_>, page: &str, from: &str, link: &str) -> Result<(), String> {
    if is_external(link) {
        return external(link);
    }
    let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
    let file = file.split('?').next().unwrap_or_default();
    let target = match file {
        "" => page.to_owned(),
        file => resolve(from, &decode(file)).ok_or("leaves the book")?,
    };
    let target = match site.folder.join(&target) {
        folder if folder.is_dir() => format!("{target}/index.html")
            .trim_start_matches('/')
            .into(),
        _ => target,
    };
    if !site.folder.join(&target).is_file() {
        return Err(format!("leads to {target}, which is missing"));
    }
    let fragment = decode(fragment);
    if fragment.is_empty() {
        return Ok(());
    }
    let found = ids.get(target.as_str());
    match found.is_some_and(|ids| ids.contains(fragment.as_str())) {
        true => Ok(()),
        false => Err(format!(
            "leads to {fragment:?}, which {target} does not have"
        )),
    }
}

/// Whether a link leads out of the book.
pub fn is_external(link: &str) -> bool {
    let scheme = link.split(['/', '#', '?']).next().unwrap_or_default();
    link.starts_with("//") || scheme.contains(':')
}

/// An address outside of the book is not tried, only read.
fn external(link: &str) -> Result<(), String> {
    if link == "http://localhost:3000" {
        return Ok(());
    }
    let Some(rest) = link.strip_prefix("https://") else {
        return Err("does not start with https://".to_owned());
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let label = |label: &str| {
        let valid = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty() && label.chars().all(valid)
    };
    let well_formed = host.contains('.') && host.split('.').all(label);
    match well_formed && !link.contains([' ', '"', '<', '>', '\\', '{', '}']) {
        true => Ok(()),
        false => Err("is no address".to_owned()),
    }
}

/// The path in the book that `link` on the page `from` stands for.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_resolved_from_their_page() {
        assert_eq!(resolve("a/b.html", "../c.html").as_deref(), Some("c.html"));
        assert_eq!(resolve("a/b.html", "./c.html").as_deref(), Some("a/c.html"));
        assert_eq!(resolve("b.html", "../c.html"), None);
        assert_eq!(decode("a%20b"), "a b");
    }

    #[test]
    fn an_address_is_https_and_has_a_host() {
        for link in [
            "https://doi.org/10.1145/351240.351266",
            "https://mml-book.com",
        ] {
            assert_eq!(external(link), Ok(()));
        }
        for link in [
            "http://mml-book.com",
            "https://",
            "https://book",
            "https://a b.c",
            "ftp://a.b",
        ] {
            assert!(external(link).is_err(), "{link}");
        }
        assert!(is_external("mailto:a@b.c") && is_external("//a.b/c"));
        assert!(!is_external("a/b.html#c:d") && !is_external("#a"));
    }
}
