//! The bound book in a browser: Debian's Chromium, or what CHROME names.

use book_tests::checks::site::HtmlPage;
use book_tests::{assert_none, book, chapters, root};
use bookbinder::build::load;
use browser::chrome::Browser;
use browser::server::Server;
use browser::tab::{Look, Tab};
use browser::{checks, keyboard};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

mod browser {
    mod cases;
    pub mod checks;
    pub mod chrome;
    mod drags;
    mod figures;
    pub mod keyboard;
    mod machine;
    mod moves;
    mod planted;
    mod planted_figures;
    mod playing;
    mod same;
    pub mod server;
    pub mod tab;
}

type Check = fn(&Tab) -> Vec<String>;

/// What is tried on each page.
struct Visit {
    look: Look,
    checks: &'static [Check],
}

const DESK: Look = Look {
    width: 1280,
    phone: false,
    dark: false,
    scripts: true,
};

const BY_DAY: Visit = Visit {
    look: DESK,
    checks: &[
        // First, since it starts where the page does.
        keyboard::tab_order,
        keyboard::skip_link,
        keyboard::contents,
        keyboard::details,
        keyboard::hidden_lines,
        checks::head,
        // Last, since it changes the page.
        checks::accessibility,
    ],
};

const BY_NIGHT: Visit = Visit {
    look: Look { dark: true, ..DESK },
    checks: &[checks::accessibility],
};

const ON_A_PHONE: Visit = Visit {
    look: Look {
        width: 360,
        phone: true,
        ..DESK
    },
    checks: &[
        keyboard::tab_order,
        keyboard::contents,
        checks::overflow,
        checks::accessibility,
    ],
};

const WITHOUT_SCRIPTS: Visit = Visit {
    look: Look {
        scripts: false,
        ..DESK
    },
    checks: &[keyboard::quizzes, keyboard::details, checks::maths],
};

/// Where on its server the book is to stand, as its page for what is not found
/// has it.
fn site_path() -> String {
    let book = load(root()).unwrap_or_else(|error| panic!("{error:#}"));
    let path = book.config.get::<String>("output.html.site-url");
    let path = path.unwrap_or_else(|error| panic!("{error:#}"));
    path.unwrap_or_else(|| "/".to_owned())
}

/// Where the book stands, and those of its pages that mdBook's template frames.
static BOOK: LazyLock<(PathBuf, Vec<String>)> = LazyLock::new(|| {
    let book = book();
    let framed = |page: &&HtmlPage| !page.select("#mdbook-content").is_empty();
    let pages = book.pages.iter().filter(framed);
    let pages = pages.map(|page| page.path.clone()).collect();
    (book.folder, pages)
});

fn all() -> Vec<String> {
    BOOK.1.clone()
}

/// The pages that somebody has written, and one copy of source code for all: the
/// copies have one template, and there are many of them. Each is visited once,
/// on a phone.
fn written() -> Vec<String> {
    let is_copy = |page: &String| page.starts_with("sources/") && page != COPY;
    BOOK.1
        .iter()
        .filter(|page| !is_copy(page))
        .cloned()
        .collect()
}

const COPY: &str = "sources/listings/src/vectors.html";

/// A few pages that differ: text, a long table of formulas, the newest chapter
/// and source code.
fn sample() -> Vec<String> {
    let newest = chapters(root()).pop().map(|chapter| chapter.html);
    let mut pages = vec!["introduction.html".to_owned(), "notation.html".to_owned()];
    pages.extend(newest);
    pages.push(COPY.to_owned());
    for page in &pages {
        assert!(BOOK.1.contains(page), "{page} is not built");
    }
    pages
}

#[track_caller]
fn visit(pages: fn() -> Vec<String>, visit: &Visit) {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let server = Server::start(&BOOK.0, &site_path());
    let mut problems = Vec::new();
    for page in pages() {
        let found = problems_of(&browser, &server, &page, visit);
        problems.extend(found.iter().map(|problem| format!("{page}: {problem}")));
    }
    assert_none(&problems);
}

fn problems_of(browser: &Arc<Browser>, server: &Server, page: &str, visit: &Visit) -> Vec<String> {
    let tab = Tab::new(Arc::clone(browser), &server.url, visit.look);
    tab.open(page);
    let last: [Check; 2] = [checks::complaints, checks::requests];
    let checks = visit.checks.iter().chain(&last);
    checks.flat_map(|check| check(&tab)).collect()
}

#[test]
fn the_sample_is_sound_by_day() {
    visit(sample, &BY_DAY);
}

#[test]
fn the_sample_is_sound_by_night() {
    visit(sample, &BY_NIGHT);
}

#[test]
fn the_sample_is_sound_on_a_phone() {
    visit(sample, &ON_A_PHONE);
}

#[test]
fn the_sample_is_sound_without_scripts() {
    visit(sample, &WITHOUT_SCRIPTS);
}

#[test]
#[ignore = "all pages: run with --include-ignored"]
fn every_written_page_is_sound_by_day() {
    visit(written, &BY_DAY);
}

#[test]
#[ignore = "all pages: run with --include-ignored"]
fn every_written_page_is_sound_by_night() {
    visit(written, &BY_NIGHT);
}

#[test]
#[ignore = "all pages: run with --include-ignored"]
fn every_page_is_sound_on_a_phone() {
    visit(all, &ON_A_PHONE);
}

#[test]
#[ignore = "all pages: run with --include-ignored"]
fn every_written_page_is_sound_without_scripts() {
    visit(written, &WITHOUT_SCRIPTS);
}

#[test]
#[ignore = "all pages: run with --include-ignored"]
fn a_chapter_is_sound_in_every_theme() {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let server = Server::start(&BOOK.0, &site_path());
    let page = sample().remove(2);
    let tab = Tab::new(browser, &server.url, DESK);
    tab.open(&page);
    let themes = "Array.from(document.querySelectorAll('button.theme'), e => e.id)";
    let themes: Vec<String> = tab.evaluate(themes);
    assert!(themes.len() > 2, "{themes:?}");
    let mut problems = Vec::new();
    for theme in themes {
        let theme = theme.trim_start_matches("mdbook-theme-");
        let store = format!("localStorage.setItem('mdbook-theme', '{theme}'); true");
        tab.evaluate::<bool>(&store);
        tab.open(&page);
        let found = checks::accessibility(&tab);
        problems.extend(found.iter().map(|problem| format!("{theme}: {problem}")));
    }
    assert_none(&problems);
}

#[test]
fn every_page_has_a_description_of_its_own() {
    let mut pages = BTreeMap::new();
    let mut problems = Vec::new();
    for page in &book().pages {
        let descriptions = page.select("meta[name=description]");
        let content = descriptions.first().and_then(|meta| meta.attr("content"));
        // The first page stands in the book twice.
        let (Some(content), false) = (content, page.path == "index.html") else {
            continue;
        };
        if let Some(other) = pages.insert(content.to_owned(), page.path.clone()) {
            problems.push(format!(
                "{} is described as {other} is: {content}",
                page.path
            ));
        }
    }
    assert_none(&problems);
}
