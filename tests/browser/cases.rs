//! The figures that move, with the pages on which they stand.

use super::chrome::skip;
use book_tests::{book, root};
use bookbinder::module::{self, Profile};
use figures::{Figure, Kind};
use std::sync::LazyLock;

/// A figure that moves, on a page.
#[derive(Clone)]
pub struct Case {
    /// The page in the built book.
    pub page: String,
    /// The figure.
    pub moving: Figure,
}

/// All figures of the book that move; none on a machine that cannot compile
/// them for the browser, which is said.
pub fn cases() -> Vec<Case> {
    static COMPILES: LazyLock<bool> = LazyLock::new(|| {
        let module = module::compile(root(), &figures::all(), Profile::Published);
        let module = module.unwrap_or_else(|error| panic!("{error:#}"));
        if module.is_none() {
            skip("the tests of figures that move", module::MISSING);
        }
        module.is_some()
    });
    if !*COMPILES {
        return Vec::new();
    }
    let book = book();
    let page = |moving: &Figure| {
        let figure = format!("figure[data-interactive][id={:?}]", moving.id);
        let page = book.pages.iter().find(|page| {
            // The first page of a book is there twice.
            page.path != "index.html" && !page.select(&figure).is_empty()
        });
        let page = page.unwrap_or_else(|| panic!("{} stands on no page", moving.id));
        page.path.clone()
    };
    let moving = figures::moving().into_iter();
    let cases = moving.map(|moving| Case {
        page: page(&moving),
        moving,
    });
    let cases: Vec<_> = cases.collect();
    assert!(!cases.is_empty(), "the book has no figure that moves");
    cases
}

/// The fewest of them, the first ones, that have every kind of control.
pub fn sample() -> Vec<Case> {
    let kinds: [fn(&Kind) -> bool; 4] = [
        |kind| matches!(kind, Kind::Slider { .. }),
        |kind| matches!(kind, Kind::Point { .. }),
        |kind| matches!(kind, Kind::Choice { .. }),
        |kind| matches!(kind, Kind::Steps { .. }),
    ];
    let mut sample: Vec<Case> = Vec::new();
    for is in kinds {
        let has = |case: &&Case| case.moving.controls.iter().any(|c| is(&c.kind));
        if sample.iter().any(|case| has(&case)) {
            continue;
        }
        sample.extend(cases().iter().find(has).cloned());
    }
    sample
}
