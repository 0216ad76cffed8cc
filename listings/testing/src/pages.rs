//! The results that are marked `{{…}}` on the pages, each with the labelled
//! block it stands in. A simple scan: the binder checks the markup itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

/// The marked results of all pages, by the block that they stand in.
pub struct Pages {
    root: PathBuf,
    results: BTreeMap<String, Vec<Mark>>,
}

/// A marked result.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What is printed.
    pub literal: String,
    /// Its page and line: `src/part/page.md:12`.
    pub place: String,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{{{}}}}}", self.literal)
    }
}

impl Pages {
    /// Reads every `.md` file under a folder. A folder that is not there has
    /// no pages.
    pub fn read(root: impl Into<PathBuf>) -> Pages {
        let root = root.into();
        let mut files = Vec::new();
        find_pages(&root, &mut files);
        files.sort();
        let mut results: BTreeMap<_, Vec<Mark>> = BTreeMap::new();
        for file in files {
            let text = fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let name = file
                .strip_prefix(root.parent().unwrap_or(&root))
                .unwrap_or(&file)
                .display()
                .to_string();
            for block in scan(&name.replace('\\', "/"), &text) {
                results.entry(block.id).or_default().extend(block.marks);
            }
        }
        Pages { root, results }
    }

    /// What a block and the solution that names it mark, in the order of the
    /// page.
    pub fn marks(&self, id: &str) -> &[Mark] {
        self.results.get(id).map_or(&[], Vec::as_slice)
    }

    /// The folder, for messages.
    pub fn root(&self) -> String {
        self.root.display().to_string()
    }
}

/// A labelled block of a page.
struct Block {
    id: String,
    marks: Vec<Mark>,
}

fn find_pages(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            find_pages(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

/// The labelled blocks of a page. A mark belongs to the innermost of them.
fn scan(file: &str, text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    // Open tags, and the index of the labelled block that each of them starts.
    let mut open: Vec<(&str, Option<usize>)> = Vec::new();
    let mut pending = Vec::new();
    let mut fence = None;
    for (index, line) in text.lines().enumerate() {
        if is_fence(line, &mut fence) {
            pending.push((index + 1, ""));
            continue;
        }
        let Some(tag) = tag_on(line) else {
            pending.push((index + 1, line));
            continue;
        };
        flush(file, &mut pending, &open, &mut blocks);
        match tag {
            Tag::Close(name) => {
                if let Some(at) = open.iter().rposition(|(tag, _)| *tag == name) {
                    open.truncate(at);
                }
            }
            Tag::Open(name, attributes) => {
                let label = label(attributes).map(|id| {
                    blocks.push(Block {
                        id,
                        marks: Vec::new(),
                    });
                    blocks.len() - 1
                });
                open.push((name, label));
            }
        }
    }
    flush(file, &mut pending, &open, &mut blocks);
    blocks
}

/// Gives the marks of the lines read so far to the block they stand in.
fn flush(
    file: &str,
    lines: &mut Vec<(usize, &str)>,
    open: &[(&str, Option<usize>)],
    blocks: &mut [Block],
) {
    let first = lines.first().map_or(0, |(line, _)| *line);
    let text: Vec<String> = lines
        .drain(..)
        .map(|(_, line)| without_code(line))
        .collect();
    let innermost = open.iter().rev().find_map(|(_, label)| *label);
    if let Some(index) = innermost {
        blocks[index]
            .marks
            .extend(marks(file, first, &text.join("\n")));
    }
}

/// The marks in a text, with balanced braces: a literal may end in one.
fn marks(file: &str, first_line: usize, text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|found| at + found) {
        let mut depth = 0usize;
        let end = text[start..].char_indices().find_map(|(index, c)| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            (depth == 0).then_some(start + index)
        });
        at = start + 2;
        if let Some(end) = end
            && let Some(literal) = text[start + 2..end].strip_suffix('}')
        {
            let line = first_line + text[..start].matches('\n').count();
            let literal = literal.trim().to_owned();
            let place = format!("{file}:{line}");
            marks.push(Mark { literal, place });
            at = end + 1;
        }
    }
    marks
}

/// A line without its spans of code, where braces mark nothing.
fn without_code(line: &str) -> String {
    let parts: Vec<&str> = line.split('`').collect();
    match parts.len() % 2 {
        1 => parts.into_iter().step_by(2).collect(),
        _ => line.to_owned(),
    }
}

/// Whether a line opens, closes or stands in a fence.
fn is_fence<'a>(line: &'a str, open: &mut Option<&'a str>) -> bool {
    let line = line.trim();
    let length = line.len() - line.trim_start_matches(['`', '~']).len();
    let mark = &line[..length];
    match *open {
        Some(opened) if line.starts_with(opened) && length == line.len() => *open = None,
        Some(_) => {}
        None if length >= 3 => *open = Some(mark),
        None => return false,
    }
    true
}

enum Tag<'a> {
    Open(&'a str, &'a str),
    Close(&'a str),
}

/// The tag that is alone on a line.
fn tag_on(line: &str) -> Option<Tag<'_>> {
    let inner = line.trim_end().strip_prefix('<')?.strip_suffix('>')?;
    if let Some(name) = inner.strip_prefix('/') {
        return Some(Tag::Close(name.trim()));
    }
    let unquoted: String = inner.split('"').step_by(2).collect();
    let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
    let is_tag = name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    (is_tag && !unquoted.contains(['<', '>'])).then_some(Tag::Open(name, attributes))
}

/// What a block is called: its id, the block it belongs to, or the name of
/// the program or measurement it places, in kebab case.
fn label(attributes: &str) -> Option<String> {
    ["id", "of", "name"].into_iter().find_map(|key| {
        let spaced = format!(" {attributes}");
        let (_, after) = spaced.split_once(&format!(" {key}=\""))?;
        let (value, _) = after.split_once('"')?;
        Some(value.replace('_', "-"))
    })
}
