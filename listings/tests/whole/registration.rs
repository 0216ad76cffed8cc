//! The table of CONTRIBUTING.md of what to touch to add something: everything
//! the book has is named where the table says, and no other file names
//! everything of a kind.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The files of the repository: the path, with slashes, and the text.
type Files = BTreeMap<String, String>;

/// A row. Its paths hold names in angle brackets: `src/<part>/<chapter>.md`.
#[derive(Debug)]
struct Kind {
    /// `a chapter`.
    title: String,
    /// The files that one of this kind consists of. The first tells which there
    /// are, and the name in front of its ending tells them apart.
    files: Vec<String>,
    /// The files that name it.
    lists: Vec<String>,
}

/// One thing of a kind: what stands for the names in angle brackets, the name
/// that tells it apart, and its first file.
struct Thing {
    names: BTreeMap<String, String>,
    name: String,
    file: String,
}

#[test]
fn everything_is_named_where_the_table_says_and_nowhere_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("");
    let mut files = Files::new();
    read(&root, "", &mut files);
    let problems = problems(&files);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Reads what stands below a folder; of what is no text, the name.
fn read(root: &Path, folder: &str, files: &mut Files) {
    for entry in fs::read_dir(root.join(folder)).expect("a folder") {
        let name = entry.expect("a readable folder").file_name();
        let name = name.to_string_lossy();
        let path = format!("{folder}{name}");
        if !root.join(&path).is_dir() {
            let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
            files.insert(path, text);
        } else if !["target", ".git"].contains(&&*name) {
            read(root, &format!("{path}/"), files);
        }
    }
}

fn problems(files: &Files) -> Vec<String> {
    let kinds = table(&files["CONTRIBUTING.md"]);
    let things: Vec<Vec<Thing>> = kinds.iter().map(|kind| kind.things(files)).collect();
    let mut problems = Vec::new();
    let mut lists = BTreeSet::new();
    for (kind, things) in kinds.iter().zip(&things) {
        if things.len() < 2 {
            problems.push(format!("{}: fewer than two {}", kind.title, kind.files[0]));
        }
        for thing in things {
            for path in &kind.files {
                if thing.find(path, files).is_none() {
                    problems.push(format!("{}: {} has no {path}", kind.title, thing.name));
                }
            }
            for path in &kind.lists {
                let list = thing.find(path, files);
                if !list.is_some_and(|list| is_named(&thing.name, &files[list])) {
                    let name = &thing.name;
                    problems.push(format!("{}: {path} does not name {name}", kind.title));
                }
                lists.extend(list);
            }
        }
    }
    let documents = |file: &str| file.ends_with(".md") || file == "Cargo.lock";
    for (kind, things) in kinds.iter().zip(&things) {
        let others = files.iter().filter(|(file, text)| {
            let own = |thing: &Thing| file.split(['/', '.']).any(|part| snake(part) == thing.name);
            !lists.contains(file)
                && !documents(file)
                && !things.iter().any(own)
                && things.iter().all(|thing| is_named(&thing.name, text))
        });
        problems.extend(others.map(|(file, _)| format!("{}: {file} names each too", kind.title)));
    }
    problems
}

/// The rows of the table: what to add, its files, and the files that name it.
fn table(text: &str) -> Vec<Kind> {
    let lines = text
        .lines()
        .skip_while(|line| !line.starts_with("| to add |"));
    let rows = lines.take_while(|line| line.starts_with('|')).skip(2);
    let kind = |row: &str| {
        let cells: Vec<&str> = row.split('|').collect();
        let paths = |cell: &str| {
            let spans = cell.split('`').skip(1).step_by(2);
            spans.map(str::to_owned).collect()
        };
        Kind {
            title: cells[1].trim().to_owned(),
            files: paths(cells[2]),
            lists: paths(cells[3]),
        }
    };
    rows.map(kind).collect()
}

impl Kind {
    /// What there is of the kind. The list itself, beside them, is none.
    fn things(&self, files: &Files) -> Vec<Thing> {
        let things = files.keys().filter_map(|file| {
            let mut names = BTreeMap::new();
            capture(&self.files[0], file, &mut names)?;
            let name = Path::new(file).file_stem()?.to_str()?;
            Some(Thing {
                name: snake(name),
                names,
                file: file.clone(),
            })
        });
        let is_list = |thing: &Thing| {
            let mut lists = self.lists.iter().filter_map(|list| thing.find(list, files));
            lists.any(|list| *list == thing.file)
        };
        things.filter(|thing| !is_list(thing)).collect()
    }
}

impl Thing {
    /// The file at a path with names in angle brackets. Pages and packages have
    /// names in kebab case, modules in snake case.
    fn find<'a>(&self, path: &str, files: &'a Files) -> Option<&'a String> {
        let cases: [fn(&str) -> String; 3] = [str::to_owned, snake, |name| name.replace('_', "-")];
        cases.iter().find_map(|case| {
            let names = self.names.iter();
            let file = names.fold(path.to_owned(), |path, (key, name)| {
                path.replace(&format!("<{key}>"), &case(name))
            });
            Some(files.get_key_value(&file)?.0)
        })
    }
}

/// Finds what the names in angle brackets stand for, if a path is of this kind.
fn capture(pattern: &str, path: &str, names: &mut BTreeMap<String, String>) -> Option<()> {
    let Some((before, rest)) = pattern.split_once('<') else {
        return (pattern == path).then_some(());
    };
    let (key, pattern) = rest.split_once('>')?;
    let path = path.strip_prefix(before)?;
    let end = path.find(['/', '.'])?;
    let first = names
        .entry(key.to_owned())
        .or_insert(path[..end].to_owned());
    (*first == path[..end]).then_some(())?;
    capture(pattern, &path[end..], names)
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}

/// Whether a text holds a name, in either case, as a word or as the end of one,
/// like `figures-vectors`. A path through `::` uses what is named elsewhere.
fn is_named(name: &str, text: &str) -> bool {
    [name.to_owned(), name.replace('_', "-")]
        .iter()
        .any(|name| {
            text.match_indices(name).any(|(start, _)| {
                let before = text[..start].chars().next_back();
                let after = text[start + name.len()..].chars().next();
                let ends = |c: char| !c.is_alphanumeric() && c != '_' && c != '-';
                before.is_none_or(|c| !c.is_alphanumeric() && c != ':') && after.is_none_or(ends)
            })
        })
}

mod checks_that_fail {
    use super::*;

    const TABLE: &str = "\
| to add | its files | named in |
|---|---|---|
| a song | `songs/<year>/<song>.md`, `code/<song>.rs` | `code/list.rs` |
";

    /// Two songs, as they should be.
    fn songs() -> Files {
        Files::from(
            [
                ("CONTRIBUTING.md", TABLE),
                ("songs/1971/mercy-me.md", ""),
                ("songs/1972/clean-up.md", ""),
                ("code/mercy_me.rs", ""),
                ("code/clean_up.rs", "mercy_me clean_up"),
                ("code/list.rs", "mod mercy_me;\nmod clean_up;"),
                ("code/play.rs", "use songs::mercy_me; play(clean_up)"),
                ("README.md", "mercy-me, clean-up"),
            ]
            .map(|(file, text)| (file.to_owned(), text.to_owned())),
        )
    }

    #[track_caller]
    fn found(file: &str, text: Option<&str>, problem: &str) {
        let mut files = songs();
        match text {
            Some(text) => drop(files.insert(file.to_owned(), text.to_owned())),
            None => drop(files.remove(file)),
        }
        assert_eq!(problems(&files), [problem]);
    }

    #[test]
    fn what_is_as_the_table_says_has_no_problem() {
        assert_eq!(problems(&songs()), [""; 0]);
    }

    #[test]
    fn a_file_that_is_missing_is_named() {
        let problem = "a song: mercy_me has no code/<song>.rs";
        found("code/mercy_me.rs", None, problem);
    }

    #[test]
    fn a_list_that_leaves_one_out_is_named() {
        let problem = "a song: code/list.rs does not name clean_up";
        found("code/list.rs", Some("mod mercy_me;"), problem);
    }

    #[test]
    fn a_list_that_the_table_does_not_know_is_named() {
        let problem = "a song: code/play.rs names each too";
        found("code/play.rs", Some("[mercy_me, clean_up]"), problem);
    }

    #[test]
    fn a_row_for_what_the_book_does_not_have_is_named() {
        let table = TABLE.replace("songs/", "psalms/");
        let problem = "a song: fewer than two psalms/<year>/<song>.md";
        let found = &problems(&Files::from([("CONTRIBUTING.md".to_owned(), table)]));
        assert_eq!(found, &[problem]);
    }
}
