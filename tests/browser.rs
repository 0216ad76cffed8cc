//! The bound book in a browser: Debian's Chromium, or what CHROME names.

mod checks;
mod drags;
mod figures;
mod keyboard;
mod machine;
mod moves;
mod parity;
mod planted;
mod planted_figures;
mod playing;
mod same;

use crate::everything;
use ::figures::Figure;
use book_tests::checks::site::HtmlPage;
use book_tests::chromium::Browser;
use book_tests::chromium::tab::{Device, MOST_LOOKS, Tab};
use book_tests::placed::{Placed, placed, sample};
use book_tests::server::Server;
use book_tests::{assert_none, book, built, chapters, root};
use bookbinder::build::load;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

/// What is tried on an open page.
#[derive(Clone, Copy)]
enum Check<'a> {
    /// Of the page as a whole.
    Page(fn(&Tab) -> Vec<String>),
    /// Of each figure that moves on it, one after the other.
    Figures(&'a [FigureCheck]),
}

type FigureCheck = fn(&Tab, &Figure) -> Vec<String>;

/// How a page is read, and what is tried on it then.
#[derive(Clone, Copy)]
struct Visit<'a> {
    device: Device,
    /// What is different about the browser.
    prepare: fn(&Tab),
    /// In this order, on a page that is loaded once.
    checks: &'a [Check<'a>],
}

const DESKTOP: Visit<'static> = Visit {
    device: Device {
        width: 1280,
        phone: false,
        scripts: true,
    },
    prepare: |_| {},
    checks: &[
        Check::Figures(figures::UNTOUCHED),
        // Before anything else has the focus, since it starts where the page does.
        Check::Page(keyboard::tab_order),
        Check::Page(keyboard::skip_link),
        Check::Page(keyboard::contents),
        Check::Page(keyboard::details),
        Check::Page(keyboard::hidden_lines),
        Check::Page(checks::head),
        Check::Figures(figures::BY_MOUSE_AND_KEYS),
        // Last, since it changes the page.
        Check::Page(checks::accessibility),
    ],
};

const PHONE: Visit<'static> = Visit {
    device: Device {
        width: 360,
        phone: true,
        scripts: true,
    },
    prepare: |tab| {
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        tab.call("Emulation.setTouchEmulationEnabled", touch);
    },
    checks: &[
        Check::Page(keyboard::tab_order),
        Check::Page(keyboard::contents),
        Check::Figures(figures::BY_TOUCH),
        Check::Page(checks::overflow),
        Check::Page(checks::structure),
    ],
};

const WITHOUT_SCRIPTS: Visit<'static> = Visit {
    device: Device {
        scripts: false,
        ..DESKTOP.device
    },
    prepare: |_| {},
    checks: &[
        Check::Page(keyboard::quizzes),
        Check::Page(keyboard::details),
        Check::Page(checks::maths),
        Check::Figures(figures::STILL),
    ],
};

/// What goes wrong on a page of a server, or of a folder.
fn problems_of(
    browser: &Arc<Browser>,
    home: &str,
    page: &str,
    figures: &[&Figure],
    visit: &Visit<'_>,
    most_looks: usize,
) -> Vec<String> {
    let mut tab = Tab::new(Arc::clone(browser), home, visit.device);
    tab.most_looks = most_looks;
    (visit.prepare)(&tab);
    tab.open(page);
    let last = [Check::Page(checks::errors), Check::Page(checks::requests)];
    let mut problems = Vec::new();
    for check in visit.checks.iter().chain(&last) {
        match check {
            Check::Page(check) => problems.extend(check(&tab)),
            Check::Figures(checks) => {
                for figure in figures {
                    problems.extend(checks.iter().flat_map(|check| check(&tab, figure)));
                }
            }
        }
    }
    problems
}

/// Visits pages of the book, and moves those of the figures that stand there.
/// Which they are is asked only where there is a browser.
#[track_caller]
fn visit(of_book: impl Fn() -> (Vec<String>, Vec<&'static Placed>), visit: &Visit<'_>) {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let (pages, figures) = of_book();
    if pages.is_empty() {
        return;
    }
    let server = Server::start(built(), &site_path());
    let mut problems = Vec::new();
    for page in pages {
        let here = figures.iter().filter(|placed| placed.page == page);
        let here: Vec<_> = here.map(|placed| &placed.moving).collect();
        let found = problems_of(&browser, &server.url, &page, &here, visit, MOST_LOOKS);
        problems.extend(found.iter().map(|problem| format!("{page}: {problem}")));
    }
    assert_none(&problems);
}

/// Where on its server the book is to stand, as its page for what is not found
/// has it.
fn site_path() -> String {
    let book = load(root()).unwrap_or_else(|error| panic!("{error:#}"));
    let path = book.config.get::<String>("output.html.site-url");
    let path = path.unwrap_or_else(|error| panic!("{error:#}"));
    path.unwrap_or_else(|| "/".to_owned())
}

/// Whether a page is a copy of source code. The copies have one template, so one
/// of them is visited; what else can be wrong with them is seen without a browser.
fn is_copy(page: &str) -> bool {
    page.starts_with("sources/")
}

/// The longest copy of source code.
fn longest_copy(pages: &BTreeSet<String>) -> Option<String> {
    let copies = pages.iter().filter(|page| is_copy(page));
    let length = |page: &&String| fs::metadata(built().join(page)).map_or(0, |file| file.len());
    copies.max_by_key(length).cloned()
}

/// The pages to visit: all that somebody has written, or a few that differ, which
/// are text, a long table of formulas, the newest chapter and what the figures
/// of the sample stand on; and one copy of source code.
fn pages(everything: bool) -> Vec<String> {
    let book = book();
    // What mdBook's template frames; the first page of a book is there twice.
    let framed =
        |page: &&HtmlPage| !page.select("#mdbook-content").is_empty() && page.path != "index.html";
    let framed = book.pages.iter().filter(framed);
    let framed: BTreeSet<String> = framed.map(|page| page.path.clone()).collect();
    drop(book);
    let copy = longest_copy(&framed).expect("the book has copies of its sources");
    let mut pages: BTreeSet<String> = match everything {
        true => framed
            .iter()
            .filter(|page| !is_copy(page))
            .cloned()
            .collect(),
        false => {
            let newest = chapters(root()).pop().map(|chapter| chapter.html);
            let pages = ["introduction.html", "notation.html"].map(str::to_owned);
            pages.into_iter().chain(newest).collect()
        }
    };
    pages.insert(copy);
    pages.extend(figures(everything).iter().map(|placed| placed.page.clone()));
    for page in &pages {
        assert!(framed.contains(page), "{page} is not built");
    }
    pages.into_iter().collect()
}

/// The figures to move.
fn figures(everything: bool) -> Vec<&'static Placed> {
    match everything {
        true => placed().iter().collect(),
        false => sample(),
    }
}

#[test]
fn the_sample_is_a_part_of_all_pages() {
    let (all, sample) = (pages(true), pages(false));
    assert!(sample.iter().all(|page| all.contains(page)), "{sample:?}");
    for pages in [&all, &sample] {
        let copies = pages.iter().filter(|page| is_copy(page));
        assert_eq!(copies.count(), 1, "{pages:?}");
    }
    for chapter in chapters(root()) {
        assert!(all.contains(&chapter.html), "{}", chapter.html);
    }
}

fn of_book() -> (Vec<String>, Vec<&'static Placed>) {
    (pages(everything()), figures(everything()))
}

#[test]
fn pages_are_sound_on_a_desktop() {
    visit(of_book, &DESKTOP);
}

#[test]
fn pages_are_sound_on_a_phone() {
    visit(of_book, &PHONE);
}

#[test]
fn pages_are_sound_without_scripts() {
    visit(of_book, &WITHOUT_SCRIPTS);
}

#[test]
#[ignore = "all themes: run with --include-ignored"]
fn a_chapter_is_sound_in_every_theme() {
    let newest = chapters(root()).pop().expect("the book has a chapter");
    let themes = Visit {
        checks: &[Check::Page(checks::themes)],
        ..DESKTOP
    };
    visit(|| (vec![newest.html.clone()], Vec::new()), &themes);
}
