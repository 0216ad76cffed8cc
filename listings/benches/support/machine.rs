//! What a measurement depends on: the machine, the day and the versions.

use std::env::consts::{ARCH, OS};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, thread};

/// The processor and how many of its cores there are, as far as they are known.
pub fn machine() -> String {
    let model = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let model = model.unwrap_or_else(|| format!("{ARCH}, {OS}"));
    match thread::available_parallelism() {
        Ok(cores) => format!("{model}, {cores} cores"),
        Err(_) => model,
    }
}

/// The compiler's version and those of some dependencies.
pub fn versions(dependencies: &[&str]) -> String {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let tree = [
        "tree",
        "--depth",
        "1",
        "--prefix",
        "none",
        "--manifest-path",
        manifest,
    ];
    let tree = said_by("CARGO", "cargo", &tree);
    let rustc = said_by("RUSTC", "rustc", &["--version"]);
    let mut versions = vec![rustc.split(" (").next().unwrap_or_default().to_owned()];
    for name in dependencies {
        let version = tree
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{name} v")));
        let version = version.unwrap_or_else(|| panic!("{name} is no dependency"));
        versions.push(format!(
            "{name} {}",
            version.split(' ').next().unwrap_or_default()
        ));
    }
    versions.join(", ")
}

fn said_by(variable: &str, program: &str, arguments: &[&str]) -> String {
    let program = env::var_os(variable).unwrap_or_else(|| program.into());
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{arguments:?}: {error}"));
    assert!(output.status.success(), "{arguments:?}: {}", output.status);
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Today's date in UTC, as 2026-01-31.
pub fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let mut days = since.expect("a clock after 1970").as_secs() / 86_400;
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}
