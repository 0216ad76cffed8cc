//! British spelling with -ise, and the usual slips of the pen.

use super::masks;
use std::collections::BTreeSet;
use typos_vars::Category;
use unicase::UniCase;

/// A word that is spelt otherwise.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its line, from 1.
    pub line: usize,
    /// As it stands there.
    pub word: String,
    /// How it is spelt.
    pub suggestions: Vec<String>,
}

/// Words that are right though a dictionary does not have them, lower case.
pub struct Allowed(BTreeSet<String>);

impl Allowed {
    /// One word a line; what follows `#` says why.
    pub fn read(text: &str) -> Allowed {
        let words = text
            .lines()
            .map(|line| line.split('#').next().unwrap_or_default().trim());
        Allowed(
            words
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect(),
        )
    }

    /// Whether a word is allowed.
    pub fn contains(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }

    /// The words that none of the slips needs.
    pub fn idle(&self, slips: &[Slip]) -> Vec<&str> {
        let needed: BTreeSet<_> = slips.iter().map(|slip| slip.word.to_lowercase()).collect();
        let idle = self.0.iter().filter(|word| !needed.contains(*word));
        idle.map(String::as_str).collect()
    }
}

/// The slips in Markdown.
pub fn in_markdown(text: &str) -> Vec<Slip> {
    slips(&markup::prose(text))
}

/// The slips in the comments of Rust.
pub fn in_rust(text: &str) -> Vec<Slip> {
    slips(&masks::rust(text))
}

fn slips(prose: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (text, line) in prose.lines().zip(1..) {
        for word in words(text) {
            let suggestions = suggestions(word);
            if !suggestions.is_empty() {
                let word = word.to_owned();
                slips.push(Slip {
                    line,
                    word,
                    suggestions,
                });
            }
        }
    }
    slips
}

/// The words of a line. What has a digit, an underscore or a capital inside is
/// a name.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '\'' | '’');
    let parts = line.split(move |c| !inside(c));
    parts.filter_map(|part| {
        let word = part.trim_matches(['\'', '’', '_']);
        let word = word
            .strip_suffix("'s")
            .or(word.strip_suffix("’s"))
            .unwrap_or(word);
        let capitals = word.chars().skip(1).any(char::is_uppercase);
        let shouted = word.chars().all(char::is_uppercase);
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || c == '\'' || c == '’');
        (word.len() > 1 && letters && (!capitals || shouted)).then_some(word)
    })
}

/// How a word is spelt, if not so.
fn suggestions(word: &str) -> Vec<String> {
    let plain = word.replace('’', "'");
    let key = UniCase::new(plain.as_str());
    let found: &[&str] = match typos_dict::WORD.find(&key) {
        Some(suggestions) => suggestions,
        None => variants(&key),
    };
    let mut suggestions: Vec<String> = found.iter().map(|word| word.to_string()).collect();
    if suggestions.is_empty() {
        suggestions.extend(with_s(&plain.to_lowercase()));
    }
    suggestions
}

/// The British forms of a word that is spelt so elsewhere only.
fn variants(key: &UniCase<&str>) -> &'static [&'static str] {
    let entries = typos_vars::VARS.find(key).copied().unwrap_or_default();
    let british = Category::BritishIse as u8;
    match entries {
        [] => &[],
        _ if entries
            .iter()
            .any(|(categories, _)| categories & british != 0) =>
        {
            &[]
        }
        [(_, forms), ..] => typos_vars::corrections(Category::BritishIse, **forms),
    }
}

/// The form with -ise of a word with -ize that no dictionary has.
fn with_s(word: &str) -> Option<String> {
    const ENDINGS: [&str; 10] = [
        "ize",
        "izes",
        "ized",
        "izer",
        "izers",
        "izing",
        "ization",
        "izations",
        "izable",
        "izability",
    ];
    // In these the z belongs to the root.
    const ROOTS: [&str; 5] = ["size", "sizing", "prize", "seize", "seizing"];
    let ending = ENDINGS.iter().find(|ending| word.ends_with(**ending))?;
    let stem = word.strip_suffix(ending)?;
    let whole = format!("{stem}{}", &ending[..3]);
    let rooted = ROOTS
        .iter()
        .any(|root| whole.ends_with(root) || word.contains(root));
    (!rooted && stem.len() > 2).then(|| format!("{stem}{}", ending.replacen('z', "s", 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn american_forms_and_typos_are_found_and_british_forms_are_not() {
        for (word, right) in [
            ("color", "colour"),
            ("Colors", "colours"),
            ("optimization", "optimisation"),
            ("regularized", "regularised"),
            ("teh", "the"),
            ("recieve", "receive"),
            ("labeled", "labelled"),
            ("neighbor", "neighbour"),
            ("vectorize", "vectorise"),
            ("analyze", "analyse"),
        ] {
            assert_eq!(suggestions(word), [right], "{word}");
        }
        for word in [
            "colour",
            "optimisation",
            "the",
            "neighbour",
            "centre",
            "size",
            "sized",
            "resizing",
            "prize",
            "seizes",
            "don't",
            "modelling",
            "license",
            "practise",
            "matrix",
        ] {
            assert_eq!(suggestions(word), [""; 0], "{word}");
        }
    }

    #[test]
    fn a_slip_is_found_with_its_line_and_names_are_left_alone() {
        let slips = in_markdown("One.\n\nIts color's, `color`, HashColor and teh_color.\n");
        let [slip] = &slips[..] else {
            panic!("{slips:?}");
        };
        assert_eq!((slip.line, &*slip.word), (3, "color"));
        assert_eq!(in_rust("let color = 1;\n/// The color.\n")[0].line, 2);
    }

    #[test]
    fn an_allowed_word_that_nothing_needs_is_idle() {
        let allowed = Allowed::read("# Names.\nColor # a company\nteh\n");
        let slips = in_markdown("The company Color.");
        assert!(allowed.contains("color") && allowed.contains("COLOR"));
        assert_eq!(allowed.idle(&slips), ["teh"]);
    }
}
