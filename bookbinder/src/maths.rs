//! Strict maths: every formula is rendered by KaTeX, or the book is not bound.
//!
//! The options are those of mdbook-katex, which for its part leaves a bad
//! formula in the page and falls back silently on a mistyped option.

use crate::problems::Problems;
use mdbook_katex::cfg::KatexConfig;
use serde::{Deserialize, Serialize};
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

/// The options of KaTeX as book.toml gives them.
pub struct Options {
    inline: katex::Opts,
    display: katex::Opts,
    fingerprint: String,
}

const OUTPUTS: [&str; 3] = ["html", "mathml", "htmlAndMathml"];

impl Options {
    /// Reads the table `preprocessor.bookbinder.katex` of book.toml, whose
    /// keys are mdbook-katex's. A key that mdbook-katex does not know and a
    /// value that it would replace are problems.
    pub fn read(root: &Path, table: &toml::Table, problems: &mut Problems) -> Option<Options> {
        let file = Path::new("book.toml");
        let known = toml::Table::try_from(KatexConfig {
            macros: Some(String::new()),
            ..KatexConfig::default()
        });
        let known = known.expect("mdbook-katex's options are a table");
        let source = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        let mut bad = Problems::default();
        let mut problem = |key: &str, message: String| {
            let line = source
                .lines()
                .position(|line| line.trim_start().starts_with(key));
            bad.add(file, line.map_or(0, |line| line + 1), message);
        };
        for key in table.keys().filter(|key| !known.contains_key(*key)) {
            problem(key, format!("{key:?} is no option of KaTeX"));
        }
        let output = table.get("output").and_then(toml::Value::as_str);
        if let Some(output) = output.filter(|output| !OUTPUTS.contains(output)) {
            let message = format!("output = {output:?} is none of {}", OUTPUTS.join(", "));
            problem("output", message);
        }
        let macros = table.get("macros").and_then(toml::Value::as_str);
        let macros_text = macros.map(|path| std::fs::read_to_string(root.join(path)));
        if let Some(Err(error)) = &macros_text {
            problem("macros", format!("{}: {error}", macros.unwrap_or_default()));
        }
        let config = table.clone().try_into::<KatexConfig>();
        if let Err(error) = &config {
            let key = table.iter().find(|(key, value)| {
                let single = toml::Table::from_iter([(key.to_string(), (*value).clone())]);
                single.try_into::<KatexConfig>().is_err()
            });
            let key = key.map_or("", |(key, _)| key.as_str());
            problem(key, format!("{key}: {}", error.message()));
        }
        for problem in bad.iter() {
            problems.add(&problem.file, problem.line, problem.message.clone());
        }
        if !bad.is_empty() {
            return None;
        }
        let (inline, display) = config.ok()?.build_opts(root);
        let macros = macros_text.and_then(Result::ok).unwrap_or_default();
        let fingerprint = format!("{} {table:?} {macros:?}", katex::KATEX_VERSION.trim());
        Some(Options {
            inline,
            display,
            fingerprint,
        })
    }
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

/// What is kept between two runs.
#[derive(Default, Serialize, Deserialize)]
struct Cache {
    fingerprint: String,
    inline: BTreeMap<String, String>,
    display: BTreeMap<String, String>,
}

/// Renders each formula once; what an earlier run has rendered with the same
/// options is taken from `cache`. Formulas that KaTeX refuses are problems.
pub fn render(
    options: &Options,
    formulas: &BTreeMap<Formula, BTreeSet<Location>>,
    cache: &Path,
    problems: &mut Problems,
) -> Rendered {
    let kept = read_cache(cache, &options.fingerprint);
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
                for location in &formulas[*formula] {
                    let message = format!("the formula ${}$: {message}", formula.0);
                    problems.add(&location.file, location.line, message);
                }
            }
        }
    }
    if changed {
        write_cache(cache, &options.fingerprint, &rendered);
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
    match katex::render_with_opts(tex, options) {
        Ok(html) if html.contains("katex-error") => Err("KaTeX cannot read it".to_owned()),
        Ok(html) => Ok(protect(&without_annotation(&html))),
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

fn read_cache(path: &Path, fingerprint: &str) -> Cache {
    let cache = std::fs::read(path).ok();
    let cache = cache.and_then(|bytes| serde_json::from_slice::<Cache>(&bytes).ok());
    cache
        .filter(|cache| cache.fingerprint == fingerprint)
        .unwrap_or_default()
}

/// A cache that cannot be written costs time in the next run and nothing else.
fn write_cache(path: &Path, fingerprint: &str, rendered: &HashMap<Formula, String>) {
    let of = |wanted: bool| {
        let formulas = rendered
            .iter()
            .filter(|((_, display), _)| *display == wanted);
        formulas
            .map(|((tex, _), html)| (tex.clone(), html.clone()))
            .collect()
    };
    let cache = Cache {
        fingerprint: fingerprint.to_owned(),
        inline: of(false),
        display: of(true),
    };
    let partial = path.with_extension(format!("{}.tmp", std::process::id()));
    let written = path
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| Ok(serde_json::to_vec(&cache)?))
        .and_then(|bytes| std::fs::write(&partial, bytes))
        .and_then(|()| std::fs::rename(&partial, path));
    if let Err(error) = written {
        eprintln!("warning: {}: {error}", path.display());
    }
}
