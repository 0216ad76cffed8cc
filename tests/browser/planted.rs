//! Each check finds the fault that is planted in a small page, and nothing in
//! the page as it is.

use super::{DESKTOP, PHONE, WITHOUT_SCRIPTS, checks, keyboard, problems_of};
use book_tests::chromium::Browser;
use book_tests::chromium::tab::{Device, MOST_LOOKS, Tab};
use book_tests::server::Server;
use book_tests::{assert_none, scratch};
use std::fs;
use std::path::PathBuf;

const SOUND: &str = include_str!("planted.html");

/// A fault: what finds it, what is changed in the page, and what is said.
type Fault = (fn(&Tab) -> Vec<String>, [&'static str; 2], &'static str);

/// Writes a page into the folder of a test.
fn plant(test: &str, page: &str, html: &str) -> PathBuf {
    let folder = scratch("browser").join("planted").join(test);
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(page), html));
    written.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

/// Tries each fault by itself.
fn find(test: &str, device: Device, faults: &[Fault]) {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let server = Server::start(&plant(test, "sound.html", SOUND), "/");
    let mut tab = Tab::new(browser, &server.url, device);
    // Most of what is waited for here never happens.
    tab.most_looks = 10;
    let mut unnoticed = Vec::new();
    for (index, (check, [old, new], named)) in faults.iter().enumerate() {
        assert!(SOUND.contains(old), "{old:?} is not in the page");
        let page = format!("{index}.html");
        plant(test, &page, &SOUND.replacen(old, new, 1));
        tab.open(&page);
        let found = check(&tab);
        if !found.iter().any(|problem| problem.contains(named)) {
            unnoticed.push(format!("{new:?}: no {named:?} in {found:?}"));
        }
    }
    assert_none(&unnoticed);
}

#[test]
fn nothing_is_found_on_a_sound_page() {
    let Some(browser) = Browser::shared() else {
        return;
    };
    let server = Server::start(&plant("sound", "p.html", SOUND), "/");
    for visit in [&DESKTOP, &PHONE, &WITHOUT_SCRIPTS] {
        let url = &server.url;
        assert_none(&problems_of(
            &browser,
            url,
            "p.html",
            &[],
            visit,
            MOST_LOOKS,
        ));
    }
}

#[test]
fn what_goes_wrong_on_a_page_is_found() {
    let script = "<script>";
    find(
        "wrong",
        DESKTOP.device,
        &[
            (
                checks::errors,
                [script, "<script>console.error('planted');"],
                "planted",
            ),
            (
                checks::errors,
                [script, "<script>planted();"],
                "planted is not defined",
            ),
            (
                checks::errors,
                ["</h1>", "</h1><img src=\"no-such.png\" alt=\"\">"],
                "404",
            ),
            (
                checks::requests,
                [
                    script,
                    "<script src=\"https://example.org/planted.js\"></script><script>",
                ],
                "https://example.org/planted.js",
            ),
            (
                checks::requests,
                [
                    "<style></style>",
                    "<style>body { background: url(//example.org/a.png) }</style>",
                ],
                "http://example.org/a.png",
            ),
            (
                checks::head,
                ["</h1>", "</h1><h1>Another</h1>"],
                "<h1> in #mdbook-content \"Another\"",
            ),
            (
                checks::head,
                ["A page on which every check finds nothing.", " "],
                "the description is empty",
            ),
            (
                checks::head,
                ["name=\"description\"", "name=\"subject\""],
                "0 descriptions",
            ),
        ],
    );
}

#[test]
fn what_axe_calls_serious_is_found() {
    let dark = "<style>@media (prefers-color-scheme: dark) { p { color: #ccc } }</style>";
    let dark_formula =
        "<style>@media (prefers-color-scheme: dark) { .katex { color: #ccc } }</style>";
    let faults: [Fault; 9] = [
        (
            checks::accessibility,
            [
                "</h1>",
                "</h1><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">",
            ],
            "axe image-alt: img",
        ),
        (
            checks::accessibility,
            ["<label for=\"q-1\">this</label>", ""],
            "axe label: #q-1",
        ),
        (
            checks::accessibility,
            [
                "<p id=\"prose\">",
                "<p id=\"prose\" style=\"width: 4em; overflow: auto; white-space: nowrap\">",
            ],
            "axe scrollable-region-focusable: #prose",
        ),
        (
            checks::accessibility,
            ["color: #222", "color: #aaa"],
            "light: axe color-contrast: #prose",
        ),
        // What is folded, and what a formula looks like, is tried as well.
        (
            checks::accessibility,
            [
                "<p>Look again.",
                "<p id=\"pale\" style=\"color: #aaa\">Look again.",
            ],
            "light: axe color-contrast: #pale",
        ),
        (
            checks::accessibility,
            [
                "class=\"katex-html\"",
                "class=\"katex-html\" style=\"color: #aaa\"",
            ],
            "light: a contrast of 2.32, #aaaaaa on #ffffff: <span> in #prose",
        ),
        (
            checks::accessibility,
            [
                ">xy</span></span> is a formula",
                "><span style=\"color: #aaa\">x</span>y</span></span> is a formula",
            ],
            "light: a contrast of 2.32, #aaaaaa on #ffffff: <span> in #prose",
        ),
        (
            checks::accessibility,
            ["<style></style>", dark],
            "dark: axe color-contrast: #prose",
        ),
        (
            checks::accessibility,
            ["<style></style>", dark_formula],
            "dark: a contrast of 1.61, #cccccc on #ffffff: <span> in #prose",
        ),
    ];
    find("axe", DESKTOP.device, &faults);
}

#[test]
fn what_the_keyboard_cannot_do_is_found() {
    find(
        "keyboard",
        DESKTOP.device,
        &[
            (
                keyboard::tab_order,
                [
                    "<a class=\"skip-link\" href=\"#mdbook-content\">Skip to the text</a>",
                    "",
                ],
                "leads first to <button>#mdbook-sidebar-toggle",
            ),
            (
                keyboard::tab_order,
                [
                    "class=\"skip-link\"",
                    "class=\"skip-link\" style=\"opacity: 0\"",
                ],
                "stop 1 of the Tab key, <a> \"Skip to the text\", cannot be seen",
            ),
            (
                keyboard::tab_order,
                [
                    "<details id=\"hint\">",
                    "<details id=\"hint\" style=\"position: fixed; left: -99em\">",
                ],
                "\"Hint\", is outside of the window",
            ),
            (
                keyboard::tab_order,
                ["<nav ", "<nav aria-hidden=\"true\" "],
                "is hidden from screen readers",
            ),
            (
                keyboard::tab_order,
                ["<summary>", "<summary tabindex=\"3\">"],
                "stands out of the order",
            ),
            (
                keyboard::skip_link,
                ["class=\"skip-link\"", "class=\"other\""],
                "no link leads past the contents",
            ),
            (
                keyboard::skip_link,
                [
                    "id=\"mdbook-content\" tabindex=\"-1\"",
                    "id=\"mdbook-content\"",
                ],
                "the skip link leads to <body>",
            ),
            (
                keyboard::contents,
                ["contents.hidden = !contents.hidden;", ""],
                "Enter does not close the contents",
            ),
            (
                keyboard::contents,
                [
                    "button.setAttribute(\"aria-expanded\"",
                    "button.setAttribute(\"aria-other\"",
                ],
                "Enter leaves the button of the contents saying open",
            ),
            (
                keyboard::contents,
                [
                    "<button id=\"mdbook-sidebar-toggle\"",
                    "<button disabled id=\"mdbook-sidebar-toggle\"",
                ],
                "no key reaches the button of the contents",
            ),
            (
                keyboard::hidden_lines,
                [
                    "<div class=\"buttons\">",
                    "<div class=\"buttons\" style=\"visibility: hidden\">",
                ],
                "no key reaches the button that shows its hidden lines",
            ),
            (
                keyboard::hidden_lines,
                [
                    "<div class=\"buttons\">",
                    "<div class=\"buttons\" style=\"opacity: 0\">",
                ],
                "cannot be seen",
            ),
            (
                keyboard::hidden_lines,
                [
                    "classList.toggle(\"hide-boring\")",
                    "classList.toggle(\"other\")",
                ],
                "stay hidden",
            ),
            (
                keyboard::hidden_lines,
                ["title=\"Show hidden lines\"", "title=\"Show\""],
                "nothing shows its hidden lines",
            ),
            (
                keyboard::details,
                [
                    "<summary>Hint",
                    "<summary onkeydown=\"event.preventDefault()\">Hint",
                ],
                "Enter does not open it",
            ),
        ],
    );
}

#[test]
fn what_is_too_wide_for_a_phone_is_found() {
    let wide = "<div style=\"width: 500px\" id=\"wide\">Wide</div>";
    let table = "<table><tr><td style=\"min-width: 400px\">Wide</td></tr></table>";
    find(
        "phone",
        PHONE.device,
        &[
            (
                checks::overflow,
                ["<p>Look again.</p>", wide],
                "360: <div>#wide",
            ),
            (
                checks::overflow,
                ["<p>Look again.</p>", table],
                "360: <table> in #hint",
            ),
        ],
    );
}

#[test]
fn what_is_missing_without_scripts_is_found() {
    find(
        "without-scripts",
        WITHOUT_SCRIPTS.device,
        &[
            (
                checks::maths,
                ["<math><mi>x</mi><mi>y</mi></math>", ""],
                "no MathML: <span> in #prose",
            ),
            (
                checks::maths,
                [
                    "<span class=\"katex-html\" aria-hidden=\"true\">xy</span>",
                    "",
                ],
                "nothing to see: <span> in #prose",
            ),
            (
                checks::maths,
                [
                    "class=\"katex-html\"",
                    "class=\"katex-html\" style=\"font-size: 0\"",
                ],
                "nothing to see: <span> in #prose",
            ),
            (
                checks::maths,
                ["It costs", "It costs $x$,"],
                "a formula is left as TeX: <p>#prose",
            ),
            (
                keyboard::quizzes,
                ["input:checked ~", "input:checked.by-a-script ~"],
                "a key does not explain it",
            ),
            (
                keyboard::quizzes,
                ["<label for=\"q-1\">", "<label for=\"q-3\">"],
                "a click does not explain it",
            ),
            (
                keyboard::quizzes,
                ["id=\"q-1\"", "id=\"q-1\" style=\"display: none\""],
                "no key reaches it",
            ),
        ],
    );
}
