//! The figures that move, with the pages on which they stand.

use crate::{book, root, skip};
use bookbinder::module::{self, Profile};
use figures::{Figure, Kind};
use std::collections::HashMap;
use std::env;
use std::sync::LazyLock;

/// With this variable a machine is one that cannot compile figures for the
/// browser: what it has for that cannot always be hidden.
pub const NO_TARGET: &str = "BOOK_TESTS_NO_TARGET";

/// A figure that moves, on a page.
#[derive(Clone)]
pub struct Placed {
    /// The page in the built book.
    pub page: String,
    /// The figure.
    pub moving: Figure,
}

/// All figures of the book that move; none on a machine that cannot compile
/// them for the browser, which is said.
pub fn placed() -> &'static [Placed] {
    static PLACED: LazyLock<Vec<Placed>> = LazyLock::new(place);
    if PLACED.is_empty() {
        skip("the tests of figures that move", module::MISSING);
    }
    &PLACED
}

fn place() -> Vec<Placed> {
    let module = match env::var_os(NO_TARGET) {
        Some(_) => None,
        None => module::compile(root(), &figures::all(), Profile::Published)
            .unwrap_or_else(|error| panic!("{error:#}")),
    };
    if module.is_none() {
        return Vec::new();
    }
    let book = book();
    let mut pages = HashMap::new();
    // The first page of a book is there twice.
    for page in book.pages.iter().filter(|page| page.path != "index.html") {
        for figure in page.select("figure[data-interactive]") {
            pages.insert(figure.attr("id").unwrap_or_default(), &page.path);
        }
    }
    let place = |moving: Figure| {
        let page = pages.get(moving.id);
        let page = page.unwrap_or_else(|| panic!("{} stands on no page", moving.id));
        Placed {
            page: (*page).clone(),
            moving,
        }
    };
    let placed: Vec<_> = figures::moving().into_iter().map(place).collect();
    assert!(!placed.is_empty(), "the book has no figure that moves");
    placed
}

/// A few of them, from the newest pages, that together have every kind of
/// control.
pub fn sample() -> Vec<&'static Placed> {
    let kinds: [fn(&Kind) -> bool; 4] = [
        |kind| matches!(kind, Kind::Slider { .. }),
        |kind| matches!(kind, Kind::Point { .. }),
        |kind| matches!(kind, Kind::Choice { .. }),
        |kind| matches!(kind, Kind::Steps { .. }),
    ];
    let has = |placed: &Placed, is: fn(&Kind) -> bool| {
        let mut controls = placed.moving.controls.iter();
        controls.any(|control| is(&control.kind))
    };
    let mut wanted = kinds.to_vec();
    let mut sample = Vec::new();
    while !wanted.is_empty() {
        let new = |placed: &&Placed| wanted.iter().filter(|is| has(placed, **is)).count();
        // Of several with as many, the last.
        let best = placed().iter().max_by_key(new);
        let Some(best) = best.filter(|best| new(best) > 0) else {
            break;
        };
        wanted.retain(|is| !has(best, *is));
        sample.push(best);
    }
    sample
}
