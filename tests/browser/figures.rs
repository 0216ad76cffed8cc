//! Every figure that moves, moved as readers do.

use super::cases::{Case, cases, sample};
use super::chrome::Browser;
use super::moves::{self, asked};
use super::server::Server;
use super::tab::{LOOKS, Look, Tab};
use super::{checks, drags, playing};
use crate::{BOOK, DESK, ON_A_PHONE, WITHOUT_SCRIPTS, site_path};
use book_tests::assert_none;
use figures::Figure;
use serde_json::json;
use std::sync::Arc;

/// What is done with a figure, on a page that was opened just now or by the
/// checks before.
pub type Try = fn(&Tab, &Figure) -> Vec<String>;

/// A reader who moves figures.
pub struct Trial<'a> {
    /// How the screen is set up.
    pub look: Look,
    /// What is different about the browser.
    pub prepare: fn(&Tab),
    /// What the reader does, in this order.
    pub tries: &'a [Try],
}

/// With mouse and keyboard.
pub const AT_A_DESK: Trial<'static> = Trial {
    look: DESK,
    prepare: |_| {},
    tries: &[
        moves::untouched,
        moves::labels,
        drags::mouse,
        moves::fields,
        playing::steps,
        moves::reset,
    ],
};

/// With a finger.
pub const BY_TOUCH: Trial<'static> = Trial {
    look: ON_A_PHONE.look,
    prepare: |tab| {
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        tab.call("Emulation.setTouchEmulationEnabled", touch);
    },
    tries: &[drags::finger, moves::reset, |tab, _| checks::overflow(tab)],
};

/// With less motion.
pub const CALMLY: Trial<'static> = Trial {
    look: DESK,
    prepare: |tab| tab.media("", true),
    tries: &[playing::less_motion],
};

/// Where nothing can be moved: without scripts, on paper, and in a browser
/// that cannot run what is compiled.
pub const STILL: [Trial<'static>; 3] = [
    Trial {
        look: WITHOUT_SCRIPTS.look,
        prepare: |_| {},
        tries: &[moves::still],
    },
    Trial {
        look: DESK,
        prepare: |tab| tab.media("print", false),
        tries: &[moves::still],
    },
    Trial {
        look: DESK,
        prepare: |tab| {
            let script = json!({ "source": "delete window.WebAssembly" });
            tab.call("Page.addScriptToEvaluateOnNewDocument", script);
        },
        tries: &[moves::still, drop_in_vain],
    },
];

/// A touch asks for nothing where nothing could run it.
fn drop_in_vain(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    let [left, top, right, bottom]: [f64; 4] = moves::ask(tab, &format!("frame({id:?})"));
    tab.click((left + right) / 2.0, (top + bottom) / 2.0);
    match asked(tab) {
        0 => moves::still(tab, moving),
        _ => vec![format!("{id}: a script is asked for that cannot run")],
    }
}

/// What goes wrong with a figure on a page of a server, or of a folder.
pub fn problems_of(
    browser: &Arc<Browser>,
    home: &str,
    case: &Case,
    trial: &Trial<'_>,
    patience: usize,
) -> Vec<String> {
    let mut tab = Tab::new(Arc::clone(browser), home, trial.look);
    tab.patience = patience;
    (trial.prepare)(&tab);
    tab.open(&case.page);
    let tries = trial.tries.iter();
    let mut problems: Vec<_> = tries.flat_map(|check| check(&tab, &case.moving)).collect();
    problems.extend(checks::complaints(&tab));
    problems.extend(checks::requests(&tab));
    problems
}

#[track_caller]
fn move_all(cases: fn() -> Vec<Case>, trials: &[&Trial<'_>]) {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let cases = cases();
    if cases.is_empty() {
        return;
    }
    let server = Server::start(&BOOK.0, &site_path());
    let mut problems = Vec::new();
    for case in cases {
        for trial in trials {
            let found = problems_of(&browser, &server.url, &case, trial, LOOKS);
            problems.extend(found);
        }
    }
    assert_none(&problems);
}

#[test]
fn figures_of_the_sample_move_by_mouse_and_keys() {
    move_all(sample, &[&AT_A_DESK, &CALMLY]);
}

#[test]
fn figures_of_the_sample_move_under_a_finger() {
    move_all(sample, &[&BY_TOUCH]);
}

#[test]
fn figures_of_the_sample_stand_still_where_they_must() {
    move_all(sample, &STILL.each_ref());
}

#[test]
#[ignore = "all figures: run with --include-ignored"]
fn every_figure_moves_by_mouse_and_keys() {
    move_all(cases, &[&AT_A_DESK, &CALMLY]);
}

#[test]
#[ignore = "all figures: run with --include-ignored"]
fn every_figure_moves_under_a_finger() {
    move_all(cases, &[&BY_TOUCH]);
}

#[test]
#[ignore = "all figures: run with --include-ignored"]
fn every_figure_stands_still_where_it_must() {
    move_all(cases, &STILL.each_ref());
}

#[test]
fn a_figure_moves_on_a_page_that_no_server_sends() {
    let Some(browser) = Browser::shared() else {
        return;
    };
    if let Some(case) = cases().first() {
        let home = format!("file://{}/", BOOK.0.display());
        let mut problems = problems_of(&browser, &home, case, &AT_A_DESK, LOOKS);
        // Browsers refuse fonts that a file asks for, whatever moves on its page.
        problems.retain(|problem| !problem.contains(".woff2"));
        assert_none(&problems);
    }
}
