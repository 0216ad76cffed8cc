//! Strict maths: every formula is rendered by KaTeX, or the book is not bound.
//!
//! The options are those of mdbook-katex, which for its part leaves a bad
//! formula in the page and falls back silently on a mistyped option.

mod cache;
mod options;
mod strict;

pub use options::Options;

use crate::problems::Problems;
use cache::Cache;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A formula: its TeX, and whether it stands on lines of its own.
pub type Formula = (String, bool);

/// Where a formula stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The page.
    pub file: PathBuf,
    /// The line.
    pub line: usize,
}

/// Rendered formulas.
#[derive(Debug, Default)]
pub struct Rendered(HashMap<Formula, String>);

impl Rendered {
    /// A formula's HTML on one line, in which Markdown finds nothing to change.
    pub fn html(&self, tex: &str, display: bool) -> &str {
        self.0
            .get(&(tex.to_owned(), display))
            .map_or("", String::as_str)
    }
}

impl FromIterator<(Formula, String)> for Rendered {
    fn from_iter<I: IntoIterator<Item = (Formula, String)>>(formulas: I) -> Rendered {
        Rendered(formulas.into_iter().collect())
    }
}

/// Renders each formula once; what an earlier run has rendered with the same
/// options is taken from `cache`. Formulas that KaTeX refuses are problems.
pub fn render(
    options: &Options,
    formulas: &BTreeMap<Formula, BTreeSet<Location>>,
    cache: &Path,
    problems: &mut Problems,
) -> Rendered {
    let kept = Cache::read(cache, &options.fingerprint);
    let mut rendered = HashMap::new();
    let mut missing = Vec::new();
    for formula in formulas.keys() {
        let (tex, display) = formula;
        match if *display {
            &kept.display
        } else {
            &kept.inline
        }
        .get(tex)
        {
            Some(html) => drop(rendered.insert(formula.clone(), html.clone())),
            None => missing.push(formula),
        }
    }
    if missing.len() > 100 {
        eprintln!("typesetting {} formulas for the first time…", missing.len());
    }
    let fresh = render_all(options, &missing);
    let changed = !missing.is_empty();
    for (formula, result) in missing.iter().zip(fresh) {
        match result {
            Ok(html) => drop(rendered.insert((*formula).clone(), html)),
            Err(message) => {
                let tex = formula.0.replace('\n', " ");
                for location in &formulas[*formula] {
                    let message = format!("the formula ${tex}$: {message}");
                    problems.add(&location.file, location.line, message);
                }
            }
        }
    }
    if changed {
        Cache::write(cache, &options.fingerprint, &rendered);
    }
    Rendered(rendered)
}

/// Renders formulas on all cores; each thread has a KaTeX of its own, so few
/// formulas are not worth a second one.
fn render_all(options: &Options, formulas: &[&Formula]) -> Vec<Result<String, String>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = cores.min(formulas.len() / 40 + 1);
    let next = AtomicUsize::new(0);
    let results = Mutex::new(vec![Err(String::new()); formulas.len()]);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let index = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(formula) = formulas.get(index)
                {
                    let result = render_one(options, formula);
                    results.lock().expect("no thread panics with it")[index] = result;
                }
            });
        }
    });
    results.into_inner().expect("no thread panics with it")
}

fn render_one(options: &Options, (tex, display): &Formula) -> Result<String, String> {
    let options = if *display {
        &options.display
    } else {
        &options.inline
    };
    if let Some(why) = strict::refused(tex) {
        return Err(why);
    }
    match katex::render_with_opts(tex, options) {
        Ok(html) => match strict::refused_in(tex, &html) {
            Some(why) => Err(why),
            None => Ok(protect(&without_annotation(&html))),
        },
        Err(error) => {
            let message = error.to_string();
            let start = message.find("KaTeX parse error: ").unwrap_or(0);
            let message = message[start..].lines().next().unwrap_or_default();
            let message = message.trim_end_matches(['"', ')', '}']);
            // The engine reports the message as a string literal.
            Err(message.replace("\\\\", "\\"))
        }
    }
}

/// The TeX source inside the MathML is read by nobody, but makes the page
/// longer and fills the search index.
fn without_annotation(html: &str) -> String {
    match (html.find("<annotation"), html.rfind("</annotation>")) {
        (Some(start), Some(end)) => {
            format!("{}{}", &html[..start], &html[end + "</annotation>".len()..])
        }
        _ => html.to_owned(),
    }
}

/// Writes the characters of text that Markdown gives a meaning to as entities.
pub fn protect(html: &str) -> String {
    let mut safe = String::with_capacity(html.len() + html.len() / 8);
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ => {}
        }
        let special = matches!(
            c,
            '*' | '_'
                | '\\'
                | '`'
                | '['
                | ']'
                | '~'
                | '|'
                | '$'
                | '\''
                | '"'
                | '-'
                | '.'
                | '!'
                | ':'
                | '{'
                | '}'
        );
        if c == '\n' {
            safe.push(' ');
        } else if special && !in_tag {
            safe.push_str(&format!("&#{};", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn options(root: &Path, settings: &str) -> Options {
        let mut problems = Problems::default();
        let table = settings.parse().expect("a table");
        let options = Options::read(root, &table, &mut problems);
        assert!(problems.is_empty(), "{problems}");
        options.expect("the options are KaTeX's")
    }

    pub(super) fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    #[test]
    fn what_was_rendered_by_other_code_is_rendered_anew() {
        let root = scratch("katex-cache");
        let file = root.join("formulas.json");
        let formula: Formula = ("x^2".to_owned(), false);
        let formulas = BTreeMap::from([(formula, BTreeSet::new())]);
        let rendered = |cache: &Path| {
            let options = options(&root, "output = \"htmlAndMathml\"");
            let mut problems = Problems::default();
            render(&options, &formulas, cache, &mut problems)
                .html("x^2", false)
                .to_owned()
        };
        let first = rendered(&file);
        assert!(first.contains("katex-html"), "{first}");
        // The same with other HTML is taken: this is the cache.
        let cached = std::fs::read_to_string(&file).expect("the cache");
        let other = cached.replace("katex-html", "other-html");
        std::fs::write(&file, &other).expect("the cache");
        assert!(rendered(&file).contains("other-html"));
        // The same KaTeX with the same options, but not the code that is here.
        let version = katex::KATEX_VERSION.trim();
        let table: toml::Table = "output = \"htmlAndMathml\"".parse().expect("a table");
        let elder = serde_json::to_string(&format!("{version} {table:?} {:?}", ""));
        let own = serde_json::to_string(&options(&root, "output = \"htmlAndMathml\"").fingerprint);
        let (elder, own) = (elder.expect("JSON"), own.expect("JSON"));
        std::fs::write(&file, other.replace(&own, &elder)).expect("the cache");
        assert_eq!(rendered(&file), first);
        std::fs::remove_dir_all(root).expect("the folder");
    }
}
