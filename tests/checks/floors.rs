//! What a chapter holds: the tables of floors and ceilings.
//!
//! Floors bind every chapter. Ceilings bind the chapters that have been brought
//! to this shape, which are listed in [`RESHAPED`]. An entry of the index needs
//! no row: each definition is one.

use super::site::HtmlPage;
use crate::slashed;
use markup::Page;

#[path = "floors_measures.rs"]
mod measures;

use measures::*;

/// One row: what is measured, in which bounds it lies, and how.
pub struct Row {
    /// What is measured.
    pub name: &'static str,
    /// The least.
    pub floor: usize,
    /// The most.
    pub ceiling: usize,
    measure: Measure,
}

/// How something is measured on a page.
enum Measure {
    /// The blocks with these tags are counted.
    Blocks(&'static [&'static str]),
    /// What these give is added up.
    Sum(fn(&Built<'_>) -> Vec<Part>),
    /// Each of what these give must lie within the bounds.
    Each(fn(&Built<'_>) -> Vec<Part>),
}

use Measure::{Blocks, Each, Sum};

/// No bound.
const ANY: usize = usize::MAX;

const fn row(name: &'static str, floor: usize, ceiling: usize, measure: Measure) -> Row {
    Row {
        name,
        floor,
        ceiling,
        measure,
    }
}

const RESULTS: &[&str] = &["definition", "theorem", "lemma", "corollary", "algorithm"];
const THEOREMS: &[&str] = &["theorem", "lemma", "corollary"];
const SHOWN: &[&str] = &["figure", "program", "measured"];

/// What the main page of a chapter holds.
#[rustfmt::skip]
pub const MAIN: &[Row] = &[
    row("words",                                 2000, 3500, Sum(words_by_section)),
    row("words of a section",                       0,  600, Each(words_by_section)),
    row("words of the opening",                     1,  150, Sum(opening)),
    row("words of a caption",                       0,   50, Each(captions)),
    row("words before the first figure",            0,  250, Sum(before_first_figure)),
    row("definitions, theorems and algorithms",     5,  ANY, Blocks(RESULTS)),
    row("theorems, lemmas and corollaries",         0,   10, Blocks(THEOREMS)),
    row("worked examples",                          6,   14, Blocks(&["example"])),
    row("lines of a listing",                       0,   30, Each(listings)),
    row("lines of all listings",                    0,  200, Sum(listings)),
    row("figures",                                  4,    8, Blocks(&["figure"])),
    row("interactive figures",                      1,  ANY, Sum(interactive)),
    row("preview problems",                         1,    1, Blocks(&["preview"])),
    row("misconceptions",                           1,    2, Blocks(&["misconception"])),
    row("numerics boxes",                           1,    2, Blocks(&["numerics"])),
    row("recaps",                                   1,    2, Blocks(&["recap"])),
];

/// What all pages of a chapter hold together.
#[rustfmt::skip]
pub const CHAPTER: &[Row] = &[
    row("deeper pages",                             0,    3, Sum(deeper)),
    row("questions",                                5,  ANY, Blocks(&["question"])),
    row("exercises",                               10,  ANY, Blocks(&["exercise"])),
    row("exercises of the grade drill",             1,  ANY, Sum(drills)),
    row("exercises of the grade prove",             1,  ANY, Sum(proves)),
    row("exercises of the grade build",             1,  ANY, Sum(builds)),
    row("references with a section or page",        1,  ANY, Sum(placed_references)),
    row("chapters under 'Used again in'",           1,  ANY, Sum(used_again)),
    row("proofs without an idea",                   0,    0, Each(open_proofs)),
    row("previews without a solution in them",      0,    0, Each(open_previews)),
    row("quizzes instead of questions in place",    0,    0, Blocks(&["quiz"])),
];

/// What each deeper page holds.
#[rustfmt::skip]
pub const DEEPER: &[Row] = &[
    row("words of a deeper page",                   0, 2500, Sum(words_by_section)),
    row("figures, programs and measurements",       1,  ANY, Blocks(SHOWN)),
];

/// A page as it was written and as it was built.
pub struct Built<'a> {
    /// Whether it is a deeper page.
    pub deeper: bool,
    /// As it was written.
    pub page: &'a Page,
    /// As it was built.
    pub html: &'a HtmlPage,
}

/// A part of a page: its line, its name if it has one, and its size.
struct Part {
    line: usize,
    name: String,
    size: usize,
}

/// What is wrong with a chapter, the first of whose pages is its main page: the
/// file, the line, the name and the value of each.
pub fn misses(pages: &[Built<'_>]) -> Vec<String> {
    let Some((_, deeper)) = pages.split_first() else {
        return Vec::new();
    };
    let mut misses = Vec::new();
    let mut hold = |rows: &[Row], pages: &[Built<'_>]| {
        misses.extend(rows.iter().flat_map(|row| row.misses(pages)));
    };
    hold(MAIN, &pages[..1]);
    hold(CHAPTER, pages);
    for page in deeper {
        hold(DEEPER, std::slice::from_ref(page));
    }
    misses
}

impl Row {
    fn misses(&self, pages: &[Built<'_>]) -> Vec<String> {
        let mut parts = Vec::new();
        for page in pages {
            let found: Vec<_> = match self.measure {
                Blocks(tags) => blocks(page, tags).into_iter().map(one).collect(),
                Sum(measure) | Each(measure) => measure(page),
            };
            parts.extend(found.into_iter().map(|part| (page, part)));
        }
        let mut misses = Vec::new();
        if let Each(_) = self.measure {
            for (page, part) in parts {
                misses.extend(self.outside(page, part.line, &part.name, part.size));
            }
            return misses;
        }
        let mut sum = 0;
        let mut last = None;
        for (page, part) in &parts {
            sum += part.size;
            if sum > self.ceiling && last.is_none() {
                last = Some((*page, part.line));
            }
        }
        let first = pages.first().map(|page| (page, 0));
        if let Some((page, line)) = last.or(first) {
            misses.extend(self.outside(page, line, "", sum));
        }
        misses
    }

    fn outside(&self, page: &Built<'_>, line: usize, part: &str, size: usize) -> Option<String> {
        let bound = match size > self.ceiling {
            true => format!("at most {}", self.ceiling),
            false if size < self.floor => format!("at least {}", self.floor),
            false => return None,
        };
        let file = slashed(&page.page.file);
        let place = match line {
            0 => file,
            line => format!("{file}:{line}"),
        };
        let part = match part {
            "" => String::new(),
            part => format!(", {part:?}"),
        };
        Some(format!("{place}: {}{part}: {size}, {bound}", self.name))
    }
}

#[cfg(test)]
#[path = "floors_tests.rs"]
mod tests;
