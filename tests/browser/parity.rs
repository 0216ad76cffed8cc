//! What the browser draws is what a machine draws without one: every figure
//! that moves, at many places, to the ninth digit. How many digits are written
//! holds for a whole program, so these tests are one of their own.

#[expect(dead_code, reason = "the tests of figures need more of it")]
mod cases;
#[expect(dead_code, reason = "the tests of pages need more of it")]
mod chrome;
mod same;
mod server;
#[expect(dead_code, reason = "the tests of pages need more of it")]
mod tab;

use book_tests::{assert_none, book};
use cases::cases;
use chrome::Browser;
use same::{Tolerance, difference};
use serde::Deserialize;
use server::Server;
use std::sync::Arc;
use tab::{Look, Tab};

const DESK: Look = Look {
    width: 1280,
    phone: false,
    dark: false,
    scripts: true,
};

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
    // The book is built, with the usual digits, before any more are asked for.
    let server = Server::start(&book().folder, "/");
    let mut problems = Vec::new();
    let mut digits = 0;
    for case in &cases() {
        let moving = &case.moving;
        let mut tour = moving.tour(between);
        tour.extend(ODD.map(|number| vec![number; moving.dials().len()]));
        tour.push(Vec::new());
        let tab = Tab::new(Arc::clone(&browser), &server.url, DESK);
        tab.open(&case.page);
        let drawn = draw(&tab, moving.id, &tour);
        figures::set_decimals(DECIMALS);
        assert_eq!(drawn.len(), tour.len());
        for (drawn, numbers) in drawn.iter().zip(&tour) {
            let shown = moving.at(numbers);
            let at = format!("{} at {numbers:?}", moving.id);
            if drawn.state != shown.state {
                problems.push(format!("{at}: {:?}, not {:?}", drawn.state, shown.state));
            }
            let svg = shown.svg();
            let runs = svg.split(|c: char| !c.is_ascii_digit()).map(str::len);
            digits = digits.max(runs.max().unwrap_or_default());
            let difference = difference(&drawn.svg, &svg, NINE_DIGITS);
            problems.extend(difference.map(|difference| format!("{at}: {difference}")));
        }
    }
    assert_none(&problems);
    // Not hundredths on both sides.
    assert!(cases().is_empty() || digits == DECIMALS, "{digits} digits");
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
    agree(10);
}

#[test]
#[ignore = "a hundred places of each figure: run with --include-ignored"]
fn the_browser_draws_what_a_machine_draws_at_a_hundred_places() {
    agree(100);
}
