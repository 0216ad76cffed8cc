//! What the browser draws is what a machine draws without one: every figure
//! that moves, at many places, to the ninth digit.

use super::DESKTOP;
use super::same::{Tolerance, apart};
use crate::everything;
use book_tests::chromium::Browser;
use book_tests::chromium::tab::Tab;
use book_tests::placed::placed;
use book_tests::server::Server;
use book_tests::{assert_none, built};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

const DECIMALS: usize = 12;

const NINE_DIGITS: Tolerance = Tolerance {
    relative: 1e-9,
    absolute: 1e-9,
};

/// What `window.drawFigure` returns.
#[derive(Deserialize)]
struct Drawn {
    state: String,
    svg: String,
}

/// Numbers that no field holds, for each dial.
const ODD: [f64; 5] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300];

/// Draws each figure at so many places of its tour, and a few odd ones.
fn agree(between: usize) {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let placed = placed();
    if placed.is_empty() {
        return;
    }
    let server = Server::start(built(), "/");
    let mut pages = BTreeMap::new();
    for figure in placed {
        let on_page: &mut Vec<_> = pages.entry(&figure.page).or_default();
        on_page.push(&figure.moving);
    }
    let mut problems = Vec::new();
    let mut digits = 0;
    for (page, figures) in pages {
        let tab = Tab::new(Arc::clone(&browser), &server.url, DESKTOP.device);
        tab.open(page);
        for moving in figures {
            let mut tour = moving.tour(between);
            tour.extend(ODD.map(|number| vec![number; moving.dials().len()]));
            tour.push(Vec::new());
            let drawn = draw(&tab, moving.id, &tour);
            assert_eq!(drawn.len(), tour.len());
            figures::set_decimals(DECIMALS);
            for (drawn, numbers) in drawn.iter().zip(&tour) {
                let shown = moving.at(numbers);
                let at = format!("{} at {numbers:?}", moving.id);
                if drawn.state != shown.state {
                    problems.push(format!("{at}: {:?}, not {:?}", drawn.state, shown.state));
                }
                let svg = shown.svg();
                let runs = svg.split(|c: char| !c.is_ascii_digit()).map(str::len);
                digits = digits.max(runs.max().unwrap_or_default());
                let difference = apart(&drawn.svg, &svg, NINE_DIGITS);
                problems.extend(difference.map(|difference| format!("{at}: {difference}")));
            }
        }
    }
    figures::set_decimals(2);
    assert_none(&problems);
    // Not hundredths on both sides.
    assert_eq!(digits, DECIMALS);
}

/// What the page draws.
fn draw(tab: &Tab, id: &str, tour: &[Vec<f64>]) -> Vec<Drawn> {
    let form = format!("document.querySelector('#{id} form.controls')");
    tab.evaluate::<bool>(&format!(
        "{form}.querySelector('input, select').focus(); true"
    ));
    let comes = || tab.evaluate::<bool>("Boolean(window.drawFigure)");
    assert!(
        tab.wait(comes, |come| *come),
        "{id}: its script does not come"
    );
    // As JavaScript writes them.
    let tour = format!("{tour:?}").replace("inf", "Infinity");
    tab.evaluate(&format!(
        "drawFigure.decimals({DECIMALS}), {tour}.map(numbers => drawFigure(Number({form}.dataset.figure), numbers))"
    ))
}

#[test]
fn the_browser_draws_what_a_machine_draws() {
    agree(if everything() { 100 } else { 10 });
}
