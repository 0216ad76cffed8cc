//! What the tests do on a machine without a browser, and what they leave on one
//! that has it.

use super::chrome::{Browser, program};
use std::process::{Command, Output};

/// This program again, with one test, on a machine without a browser.
fn without_browser(ci: Option<&str>) -> Output {
    let program = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    let mut command = Command::new(program);
    command.args(["--exact", "the_sample_is_sound_by_day"]);
    command
        .env_remove("CHROME")
        .env_remove("CI")
        .env("PATH", "");
    if let Some(ci) = ci {
        command.env("CI", ci);
    }
    command.output().unwrap_or_else(|error| panic!("{error}"))
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

#[test]
fn the_browser_ends_with_the_last_test() {
    let Some(program) = program() else {
        return;
    };
    let browser = Browser::start(&program);
    let (id, profile) = (browser.id(), browser.profile.clone());
    let runs = || Command::new("kill").args(["-0", &id.to_string()]).output();
    assert!(runs().is_ok_and(|output| output.status.success()));
    assert!(profile.exists());
    drop(browser);
    assert!(runs().is_ok_and(|output| !output.status.success()));
    assert!(!profile.exists(), "{} is left", profile.display());
}
