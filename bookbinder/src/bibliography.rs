//! The sources that pages cite, from one file.

use crate::problems::Problems;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// "Gene H. Golub and Charles F. Van Loan".
    pub author: String,
    /// The title.
    pub title: String,
    /// The year.
    pub year: i32,
    /// "4th edition".
    pub edition: Option<String>,
    /// The publisher, or the journal with volume and pages.
    pub publisher: Option<String>,
    /// The digital object identifier.
    pub doi: Option<String>,
    /// An address.
    pub url: Option<String>,
    /// The ISBN.
    pub isbn: Option<String>,
    /// How it is cited where the authors' last names do not do.
    pub short: Option<String>,
}

impl Source {
    /// "Golub and Van Loan (2013)".
    pub fn short(&self) -> String {
        let names = match &self.short {
            Some(short) => short.clone(),
            None => {
                let authors = self.author.replace(" and ", ", ");
                let names: Vec<_> = authors.split(", ").map(last_name).collect();
                match names.as_slice() {
                    [one] => one.clone(),
                    [one, two] => format!("{one} and {two}"),
                    [one, ..] => format!("{one} et al."),
                    [] => String::new(),
                }
            }
        };
        format!("{names} ({})", self.year)
    }

    /// The entry in the list of references, as HTML.
    pub fn html(&self) -> String {
        let escape = crate::highlight::escape;
        let mut html = format!(
            "{}. <cite>{}</cite>",
            escape(&self.author),
            escape(&self.title)
        );
        for part in [&self.edition, &self.publisher].into_iter().flatten() {
            html.push_str(&format!(", {}", escape(part)));
        }
        html.push_str(&format!(", {}.", self.year));
        if let Some(doi) = &self.doi {
            html.push_str(&format!(
                " <a href=\"https://doi.org/{0}\">doi:{0}</a>",
                escape(doi)
            ));
        } else if let Some(url) = &self.url {
            html.push_str(&format!(" <a href=\"{0}\">{0}</a>", escape(url)));
        } else if let Some(isbn) = &self.isbn {
            html.push_str(&format!(" ISBN {}", escape(isbn)));
        }
        html
    }
}

/// The last name in "Charles F. Van Loan": what follows the given names and
/// initials, with its particles.
fn last_name(author: &str) -> String {
    const PARTICLES: [&str; 7] = ["van", "von", "de", "der", "den", "la", "le"];
    let words: Vec<_> = author.split_whitespace().collect();
    let mut start = words.len().saturating_sub(1);
    while start > 0 && PARTICLES.contains(&words[start - 1].to_lowercase().as_str()) {
        start -= 1;
    }
    words[start..].join(" ")
}

/// All sources by key.
#[derive(Debug, Default)]
pub struct Bibliography {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// The sources.
    pub sources: BTreeMap<String, Source>,
    text: String,
}

impl Bibliography {
    /// Reads `src/bibliography.toml`; without the file there are no sources.
    pub fn read(root: &Path, problems: &mut Problems) -> Bibliography {
        let file = PathBuf::from("src/bibliography.toml");
        let Ok(text) = std::fs::read_to_string(root.join(&file)) else {
            return Bibliography::default();
        };
        let sources = match toml::from_str(&text) {
            Ok(sources) => sources,
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let line = text[..start].matches('\n').count() + 1;
                problems.add(&file, line, error.message());
                BTreeMap::new()
            }
        };
        Bibliography {
            file,
            sources,
            text,
        }
    }

    /// The line on which a source's entry begins.
    pub fn line(&self, key: &str) -> usize {
        let head = format!("[{key}]");
        let lines = self.text.lines().map(str::trim);
        lines
            .zip(1..)
            .find(|(line, _)| *line == head)
            .map_or(0, |(_, line)| line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_cited_by_their_last_names() {
        assert_eq!(last_name("Charles F. Van Loan"), "Van Loan");
        assert_eq!(last_name("R. A. Fisher"), "Fisher");
        let short = |author: &str| {
            let text = format!("author = {author:?}\ntitle = \"T\"\nyear = 2013");
            toml::from_str::<Source>(&text).expect("a source").short()
        };
        assert_eq!(
            short("Gene H. Golub and Charles F. Van Loan"),
            "Golub and Van Loan (2013)"
        );
        assert_eq!(short("A. One, B. Two and C. Three"), "One et al. (2013)");
    }
}
