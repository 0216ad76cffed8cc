//! What the tests do on a machine without a browser, and what they leave on one
//! that has it.

use book_tests::chromium::{Browser, program};
use book_tests::placed::NO_TARGET;
use book_tests::root;
use bookbinder::module::MISSING;
use std::path::Path;
use std::process::{Command, Output};

/// This program again, with one test, on a machine without any others.
fn alone(test: &str, ci: Option<&str>, chrome: Option<&Path>) -> Output {
    let program = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    let mut command = Command::new(program);
    command.args(["--exact", test]);
    command
        .env_remove("CHROME")
        .env_remove("CI")
        .env("RUSTC", "no-such-compiler")
        .env(NO_TARGET, "")
        .env("PATH", "");
    if let Some(chrome) = chrome {
        // The browser is started by a shell.
        command.env("CHROME", chrome).env("PATH", "/usr/bin:/bin");
    }
    if let Some(ci) = ci {
        command.env("CI", ci);
    }
    command.output().unwrap_or_else(|error| panic!("{error}"))
}

fn without_browser(ci: Option<&str>) -> Output {
    alone("browser::pages_are_sound_on_a_desktop", ci, None)
}

/// None where there is no browser to begin with.
fn without_target(ci: Option<&str>) -> Option<Output> {
    let test = "browser::figures::figures_stand_still_in_a_browser_without_webassembly";
    Some(alone(test, ci, Some(&program()?)))
}

#[test]
fn without_the_target_the_tests_of_figures_are_skipped_aloud() {
    let Some(output) = without_target(None) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("skipped: the tests of figures"), "{said}");
    assert!(said.contains(MISSING), "{said}");
}

#[test]
fn without_the_target_the_tests_of_figures_fail_where_all_must_run() {
    let Some(output) = without_target(Some("true")) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains(MISSING), "{said}");
}

#[test]
fn without_a_browser_the_tests_are_skipped_aloud() {
    let output = without_browser(None);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("skipped: "), "{said}");
    assert!(said.contains("apt-get install chromium"), "{said}");
}

#[test]
fn without_a_browser_the_tests_fail_where_all_must_run() {
    let output = without_browser(Some("true"));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains("apt-get install chromium"), "{said}");
}

/// Starts a browser and ends it.
#[track_caller]
fn nothing_is_left_of(program: &Path) {
    let browser = Browser::start(program);
    let (id, profile) = (browser.id(), browser.profile.clone());
    let runs = || Command::new("kill").args(["-0", &id.to_string()]).output();
    assert!(runs().is_ok_and(|output| output.status.success()));
    assert!(profile.exists());
    drop(browser);
    assert!(runs().is_ok_and(|output| !output.status.success()));
    assert!(!profile.exists(), "{} is left", profile.display());
}

#[test]
fn the_browser_ends_with_the_last_test() {
    if let Some(program) = program() {
        nothing_is_left_of(&program);
    }
}

#[test]
fn whatever_helps_the_browser_ends_with_it() {
    if program().is_some() {
        nothing_is_left_of(&root().join("tests/browser/helped.sh"));
    }
}
