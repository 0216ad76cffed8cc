//! The floors below which no chapter may fall, each a function of the page.

use super::measure::{Section, sections, words_of};
use super::site::HtmlPage;
use markup::vocabulary::GRADES;
use markup::{Block, Content, Markdown, Node, Page};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a chapter is judged by.
pub struct View<'a> {
    page: &'a Page,
    html: &'a HtmlPage,
    sections: Vec<Section<'a>>,
}

impl<'a> View<'a> {
    /// A page as it was written and as it was built.
    pub fn new(page: &'a Page, html: &'a HtmlPage) -> View<'a> {
        View {
            page,
            html,
            sections: sections(page),
        }
    }

    fn blocks(&self, tags: &[&str]) -> Vec<&'a Block> {
        let blocks = self.page.all_blocks().into_iter();
        blocks
            .filter(|block| tags.contains(&block.kind.tag))
            .collect()
    }

    fn at_least(&self, tags: &[&str], least: usize) -> Result<(), String> {
        at_least(self.blocks(tags).len(), least, &tags.join(", "))
    }

    /// A section whose heading starts so, with a reference.
    fn section(&self, titles: &[&str]) -> Result<&Section<'a>, String> {
        let titled = |section: &&Section<'_>| {
            let title = section.title.to_lowercase();
            titles.iter().any(|wanted| title.starts_with(wanted))
        };
        let found = self.sections.iter().find(titled);
        found.ok_or_else(|| format!("no section {:?}", titles[0]))
    }
}

fn at_least(count: usize, least: usize, what: &str) -> Result<(), String> {
    match count >= least {
        true => Ok(()),
        false => Err(format!("{count} of {what}, at least {least} are needed")),
    }
}

/// A floor: its name, and whether a chapter stands on it.
pub type Floor = (&'static str, fn(&View<'_>) -> Result<(), String>);

/// All floors.
pub const FLOORS: &[Floor] = &[
    ("opening", opening),
    ("preview", preview),
    ("results", |view| {
        let results = ["definition", "theorem", "lemma", "corollary", "algorithm"];
        view.at_least(&results, 5)
    }),
    ("examples", |view| view.at_least(&["example"], 6)),
    ("figures", |view| view.at_least(&["figure"], 4)),
    ("interactive", |view| {
        let figures = view
            .html
            .select("figure[data-kind=figure][data-interactive]");
        at_least(figures.len(), 1, "interactive figures")
    }),
    ("listings", |view| view.at_least(&["listing"], 1)),
    ("programs", |view| view.at_least(&["program"], 1)),
    ("quiz", quiz),
    ("exercises", |view| view.at_least(&["exercise"], 10)),
    ("grades", grades),
    ("misconception", |view| view.at_least(&["misconception"], 1)),
    ("numerics", |view| view.at_least(&["numerics"], 1)),
    ("comparison", |view| view.at_least(&["comparison"], 1)),
    ("shapes", shapes),
    ("recap", |view| view.at_least(&["recap"], 1)),
    ("used-again", |view| {
        let section = view.section(&["used again in"])?;
        at_least(
            section.references().len(),
            1,
            "chapters where it is used again",
        )
    }),
    ("references", |view| {
        let section = view.section(&["references", "sources", "further reading"])?;
        let cited = section.references();
        let placed = cited.iter().filter(|(_, place)| place.is_some()).count();
        at_least(placed, 1, "references with a section or page")
    }),
    ("words", |view| {
        let words = view.sections.iter().map(Section::words).sum();
        at_least(words, 3000, "words of prose")
    }),
    ("section-length", section_length),
];

fn opening(view: &View<'_>) -> Result<(), String> {
    let first = &view.sections[0];
    let is_block = |part: &&&Node| matches!(part, Node::Block(_));
    let texts = first.parts.iter().take_while(|part| !is_block(part));
    match texts.map(|part| words_of(part)).sum() {
        0 => Err("the chapter does not open with a question".to_owned()),
        1..=200 => Ok(()),
        words => Err(format!(
            "the opening has {words} words, at most 200 are read"
        )),
    }
}

fn preview(view: &View<'_>) -> Result<(), String> {
    let [preview] = view.blocks(&["preview"])[..] else {
        return Err("a chapter has one preview problem".to_owned());
    };
    let solutions = view.blocks(&["solution"]);
    let solved = |block: &&Block| block.attribute("of") == preview.attribute("id");
    match solutions.iter().any(solved) {
        true => Ok(()),
        false => Err("the preview problem has no solution".to_owned()),
    }
}

fn quiz(view: &View<'_>) -> Result<(), String> {
    match view.blocks(&["question"]).len() {
        5..=8 => Ok(()),
        count => Err(format!("{count} questions in the quiz, 5 to 8 are needed")),
    }
}

fn grades(view: &View<'_>) -> Result<(), String> {
    let exercises = view.blocks(&["exercise"]);
    let given = |grade: &&&str| {
        exercises
            .iter()
            .any(|block| block.attribute("grade") == Some(**grade))
    };
    let missing: Vec<_> = GRADES
        .iter()
        .filter(|grade| !given(grade))
        .copied()
        .collect();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(format!("no exercise of the grade {}", missing.join(", "))),
    }
}

/// A displayed equation with a product of matrices, or of a matrix and a
/// vector, has its line of shapes. Other equations are left to the reader.
fn shapes(view: &View<'_>) -> Result<(), String> {
    let blocks = view.page.all_blocks();
    let inner = blocks.iter().flat_map(|block| &block.nodes);
    let all = view.page.nodes.iter().chain(inner);
    for markdown in all.filter_map(Node::markdown) {
        for (index, span) in markdown.spans.iter().enumerate() {
            let Content::Formula {
                tex, display: true, ..
            } = &span.content
            else {
                continue;
            };
            if is_matrix_equation(tex) && !is_shaped(markdown, index) {
                return Err(format!("no line 'Shapes: …' follows the equation {tex:?}"));
            }
        }
    }
    Ok(())
}

/// Whether the formula at this index has its line of shapes.
fn is_shaped(markdown: &Markdown, index: usize) -> bool {
    markdown.spans.get(index + 1).is_some_and(|after| {
        let text = after.source.trim_start_matches(['.', ',', ';', ' ', '\n']);
        text.starts_with("Shapes:")
    })
}

/// Whether an equation multiplies a matrix, bold and upper case, with another
/// matrix or a vector.
fn is_matrix_equation(tex: &str) -> bool {
    let equation = tex.contains('=') || tex.contains("\\approx");
    let mut rest = tex;
    while let Some((_, after)) = rest.split_once("\\mathbf") {
        rest = after;
        let after = after.trim_start_matches(['{', ' ']);
        if !after.starts_with(|c: char| c.is_ascii_uppercase()) {
            continue;
        }
        let mut next = after[1..].trim_start_matches(['}', ' ']);
        for part in ["^\\top", "^{\\top}", "^{-1}", "^2", "\\,", " "] {
            next = next.strip_prefix(part).unwrap_or(next).trim_start();
        }
        if next.starts_with("\\mathbf") || next.starts_with("\\boldsymbol") {
            return equation;
        }
    }
    false
}

fn section_length(view: &View<'_>) -> Result<(), String> {
    let lengths = view
        .sections
        .iter()
        .map(|section| (section.words(), &section.title));
    match lengths.max() {
        Some((words, title)) if words > 950 => Err(format!(
            "the section {title:?} has {words} words, about 900 are read at a time"
        )),
        _ => Ok(()),
    }
}

/// Where the exemptions stand, from the root of the repository.
pub const EXEMPTIONS: &str = "tests/exemptions.toml";

/// A floor that a chapter need not stand on, for a reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The floor.
    pub floor: String,
    /// The reason.
    pub why: String,
}

/// The exemptions of each chapter.
pub type Exemptions = BTreeMap<String, Vec<Exemption>>;

/// What a chapter misses: the floor, and by how much.
pub type Misses = Vec<(&'static str, String)>;

/// The floors that a chapter misses.
pub fn misses(view: &View<'_>) -> Misses {
    let missed = FLOORS
        .iter()
        .filter_map(|(name, floor)| Some((*name, floor(view).err()?)));
    missed.collect()
}

/// What is wrong with chapters and exemptions together: a floor that is missed
/// without an exemption, and an exemption that nothing needs.
pub fn judge(chapters: &BTreeMap<String, Misses>, exemptions: &Exemptions) -> Vec<String> {
    let mut problems = Vec::new();
    let exempt = |chapter: &str, floor: &str| {
        let exemptions = exemptions.get(chapter);
        exemptions.is_some_and(|list| list.iter().any(|exemption| exemption.floor == floor))
    };
    for (chapter, misses) in chapters {
        for (floor, why) in misses.iter().filter(|(floor, _)| !exempt(chapter, floor)) {
            problems.push(format!(
                "{chapter}: {floor}: {why}; a reason not to goes into {EXEMPTIONS}"
            ));
        }
    }
    for (chapter, list) in exemptions {
        for (index, Exemption { floor, why }) in list.iter().enumerate() {
            let known = FLOORS.iter().any(|(name, _)| name == floor);
            let misses = chapters.get(chapter);
            let needed = misses.is_some_and(|misses| misses.iter().any(|(name, _)| name == floor));
            let message = match () {
                () if misses.is_none() => "is no chapter that is written".to_owned(),
                () if !known => format!("{floor:?} is no floor"),
                () if !needed => format!("is exempt from {floor:?}, and does not need it any more"),
                () if why.trim().is_empty() => format!("is exempt from {floor:?} for no reason"),
                () if list[..index].iter().any(|other| other.floor == *floor) => {
                    format!("is exempt from {floor:?} twice")
                }
                () => continue,
            };
            problems.push(format!("{EXEMPTIONS}: {chapter}: {message}"));
        }
    }
    problems
}

#[cfg(test)]
#[path = "floors_tests.rs"]
mod tests;
