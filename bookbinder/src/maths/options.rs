//! The options of KaTeX as book.toml gives them.

use super::strict;
use crate::problems::Problems;
use mdbook_katex::cfg::KatexConfig;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The options of KaTeX.
pub struct Options {
    pub(super) inline: katex::Opts,
    pub(super) display: katex::Opts,
    /// A text that is another one where a formula could be rendered otherwise.
    pub(super) fingerprint: String,
}

/// What is done to KaTeX's HTML, and what is refused: this code itself.
const TREATMENT: &str = concat!(include_str!("../maths.rs"), include_str!("strict.rs"));

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
        let line_of = |key: &str| {
            let line = source
                .lines()
                .position(|line| line.trim_start().starts_with(key));
            line.map_or(0, |line| line + 1)
        };
        for key in table.keys().filter(|key| !known.contains_key(*key)) {
            let message = format!("{key:?} is no option of KaTeX");
            bad.add(file, line_of(key), message);
        }
        let output = table.get("output").and_then(toml::Value::as_str);
        if let Some(output) = output.filter(|output| !OUTPUTS.contains(output)) {
            let message = format!("output = {output:?} is none of {}", OUTPUTS.join(", "));
            bad.add(file, line_of("output"), message);
        }
        let macros = table.get("macros").and_then(toml::Value::as_str);
        let macros_text = macros.map(|path| std::fs::read_to_string(root.join(path)));
        if let Some(Err(error)) = &macros_text {
            let message = format!("{}: {error}", macros.unwrap_or_default());
            bad.add(file, line_of("macros"), message);
        }
        let lines = macros_text.iter().flatten().flat_map(|text| text.lines());
        let definitions = lines.zip(1..).filter(|(line, _)| line.starts_with('\\'));
        for (definition, line) in definitions {
            let why = match definition.contains(':') {
                true => strict::refused(definition),
                false => Some(format!(
                    "{definition:?} is no macro; write \\name:definition"
                )),
            };
            if let (Some(why), Some(file)) = (why, macros) {
                bad.add(Path::new(file), line, why);
            }
        }
        let config = table.clone().try_into::<KatexConfig>();
        if let Err(error) = &config {
            let key = table.iter().find(|(key, value)| {
                let single = toml::Table::from_iter([(key.to_string(), (*value).clone())]);
                single.try_into::<KatexConfig>().is_err()
            });
            let key = key.map_or("", |(key, _)| key.as_str());
            let message = format!("{key}: {}", error.message());
            bad.add(file, line_of(key), message);
        }
        for problem in bad.iter() {
            problems.add(&problem.file, problem.line, problem.message.clone());
        }
        if !bad.is_empty() {
            return None;
        }
        let config = config.ok()?;
        let (mut inline, mut display) = config.build_opts(root);
        for options in [&mut inline, &mut display] {
            options.set_throw_on_error(true);
            options.set_error_color(strict::DISABLED.to_owned());
        }
        // Without macros, which have no order of their own.
        let plain = KatexConfig {
            macros: None,
            ..config
        };
        let inputs = [
            katex::KATEX_VERSION.trim(),
            &format!("{:?}", plain.build_opts(root)),
            &macros_text.and_then(Result::ok).unwrap_or_default(),
            TREATMENT,
        ];
        Some(Options {
            inline,
            display,
            fingerprint: fingerprint(&inputs),
        })
    }
}

/// A text that is another one if any of the inputs is.
fn fingerprint(inputs: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    inputs.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::maths::tests::{options, scratch};
    use std::collections::BTreeSet;

    #[test]
    fn each_input_makes_another_fingerprint() {
        let root = scratch("katex-inputs");
        let mut seen = BTreeSet::new();
        for settings in [
            "",
            "no-css = true",
            "min-rule-thickness = 0.1",
            "leqno = true",
        ] {
            let (fresh, again) = (options(&root, settings), options(&root, settings));
            assert_eq!(fresh.fingerprint, again.fingerprint);
            seen.insert((settings.contains('0'), fresh.fingerprint));
        }
        // The option for style sheets says nothing of formulas.
        assert_eq!(seen.len(), 3);
        let with_macros = |text: &str| {
            std::fs::write(root.join("macros.txt"), text).expect("a file");
            options(&root, "macros = \"macros.txt\"").fingerprint
        };
        let all = ["\\a:b\n\\c:d", "\\a:c\n\\c:d", "\\c:d\n"].map(with_macros);
        assert_eq!(BTreeSet::from_iter(&all).len(), all.len());
        assert_eq!(with_macros("\\a:b\n\\c:d"), all[0]);
        // The code that treats KaTeX's HTML is an input as well.
        for treated_by in [
            "pub fn protect(",
            "fn without_annotation(",
            "fn refused_in(",
        ] {
            assert!(TREATMENT.contains(treated_by), "{treated_by}");
        }
        std::fs::remove_dir_all(root).expect("the folder");
    }

    #[test]
    fn a_macro_that_drops_something_or_has_no_definition_is_named() {
        let root = scratch("katex-macros");
        let text = "a comment, 5% of it\n\\half:50\\%\n\\tenth:10%\n\\none\n";
        std::fs::write(root.join("macros.txt"), text).expect("a file");
        let mut problems = Problems::default();
        let table = "macros = \"macros.txt\"".parse().expect("a table");
        assert!(Options::read(&root, &table, &mut problems).is_none());
        let found: Vec<_> = problems.iter().map(ToString::to_string).collect();
        let [tenth, none] = &found[..] else {
            panic!("{found:?}");
        };
        assert!(
            tenth.starts_with("macros.txt:3: KaTeX drops \"%\""),
            "{tenth}"
        );
        assert!(
            none.starts_with("macros.txt:4: \"\\\\none\" is no macro"),
            "{none}"
        );
        std::fs::remove_dir_all(root).expect("the folder");
    }
}
