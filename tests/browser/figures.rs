//! What is tried on every figure that moves, and on a few of them besides.

use super::moves::{self, asked};
use super::{Check, DESKTOP, FigureCheck, Visit, drags, playing, problems_of, visit};
use book_tests::chromium::Browser;
use book_tests::chromium::tab::{MOST_LOOKS, Media, Tab};
use book_tests::placed::{Placed, placed, sample};
use book_tests::{assert_none, built};
use figures::Figure;
use serde_json::json;
use std::collections::BTreeSet;

/// On a page just opened.
pub const UNTOUCHED: &[FigureCheck] = &[moves::untouched];

/// At a desk; then all is as at first again, and is printed.
pub const BY_MOUSE_AND_KEYS: &[FigureCheck] = &[
    moves::labels,
    drags::mouse,
    moves::fields,
    playing::steps,
    moves::reset,
    printed,
];

/// With a finger.
pub const BY_TOUCH: &[FigureCheck] = &[drags::finger, moves::reset];

/// Where nothing can be moved.
pub const STILL: &[FigureCheck] = &[moves::still];

/// Where a touch moves nothing.
pub const IN_VAIN: &[FigureCheck] = &[moves::still, touched_in_vain];

/// For a reader who wants less motion.
pub const LESS_MOTION: Visit<'static> = Visit {
    prepare: |tab| {
        tab.media(Media {
            less_motion: true,
            ..Media::default()
        });
    },
    checks: &[Check::Figures(&[playing::less_motion])],
    ..DESKTOP
};

/// In a browser that cannot run what is compiled.
pub const WITHOUT_WEBASSEMBLY: Visit<'static> = Visit {
    prepare: |tab| {
        let script = json!({ "source": "delete window.WebAssembly" });
        tab.call("Page.addScriptToEvaluateOnNewDocument", script);
    },
    checks: &[Check::Figures(IN_VAIN)],
    ..DESKTOP
};

/// On paper nothing can be moved.
pub fn printed(tab: &Tab, moving: &Figure) -> Vec<String> {
    tab.media(Media {
        print: true,
        ..Media::default()
    });
    let problems = moves::still(tab, moving);
    tab.media(Media::default());
    problems
}

/// A touch asks for nothing where nothing could run it.
fn touched_in_vain(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    let [left, top, right, bottom]: [f64; 4] = moves::ask(tab, &format!("frame({id:?})"));
    tab.click((left + right) / 2.0, (top + bottom) / 2.0);
    match asked(tab).is_empty() {
        true => moves::still(tab, moving),
        false => vec![format!("{id}: a script is asked for that cannot run")],
    }
}

/// What the scripts do for these readers does not depend on the figure, so the
/// sample is enough.
#[track_caller]
fn try_sample(readers: &Visit<'_>) {
    let of_book = || {
        let pages = sample().into_iter().map(|placed| placed.page.clone());
        let pages: BTreeSet<String> = pages.collect();
        (pages.into_iter().collect(), sample())
    };
    visit(of_book, readers);
}

#[test]
fn figures_do_not_play_for_a_reader_who_wants_less_motion() {
    try_sample(&LESS_MOTION);
}

#[test]
fn figures_stand_still_in_a_browser_without_webassembly() {
    try_sample(&WITHOUT_WEBASSEMBLY);
}

#[test]
fn a_figure_moves_on_a_page_that_no_server_sends() {
    let Some(browser) = Browser::shared() else {
        return;
    };
    if let Some(Placed { page, moving }) = placed().first() {
        let home = format!("file://{}/", built().display());
        let visit = Visit {
            checks: &[Check::Figures(UNTOUCHED), Check::Figures(BY_MOUSE_AND_KEYS)],
            ..DESKTOP
        };
        let mut problems = problems_of(&browser, &home, page, &[moving], &visit, MOST_LOOKS);
        // Browsers refuse fonts that a file asks for, whatever moves on its page.
        problems.retain(|problem| !problem.contains(".woff2"));
        assert_none(&problems);
    }
}
