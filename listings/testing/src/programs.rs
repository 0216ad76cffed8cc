//! Builds the programs of a package and finds what was built.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The executable of each example, by name.
pub type Built = BTreeMap<String, PathBuf>;

/// Builds all examples of the package in a folder, in the profile and the
/// target folder of the running test, so that what `cargo test` has built is
/// not built again: `build_examples(env!("CARGO_MANIFEST_DIR"))`.
pub fn build_examples(package: &str) -> Built {
    let test = env::current_exe().expect("a test has an executable");
    // TARGET/PROFILE/deps/TEST
    let folder = |up| {
        test.ancestors()
            .nth(up)
            .expect("a test stands in target/PROFILE/deps")
    };
    let profile = match folder(2).file_name().and_then(|name| name.to_str()) {
        Some("debug") | None => "dev",
        Some(profile) => profile,
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let output = Command::new(cargo)
        .args(["build", "--quiet", "--examples", "--message-format=json"])
        .args(["--profile", profile, "--manifest-path"])
        .arg(Path::new(package).join("Cargo.toml"))
        .arg("--target-dir")
        .arg(folder(3))
        .output()
        .expect("cargo starts");
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = || {
        messages
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
    };
    assert!(
        output.status.success(),
        "the examples do not build:\n{}{}",
        messages().filter_map(rendered).collect::<String>(),
        String::from_utf8_lossy(&output.stderr)
    );
    messages().filter_map(example).collect()
}

fn rendered(message: serde_json::Value) -> Option<String> {
    Some(message["message"]["rendered"].as_str()?.to_owned())
}

fn example(message: serde_json::Value) -> Option<(String, PathBuf)> {
    let target = &message["target"];
    let is_example = target["kind"]
        .as_array()?
        .iter()
        .any(|kind| kind == "example");
    let name = target["name"].as_str()?.to_owned();
    let path = message["executable"].as_str()?.into();
    is_example.then_some((name, path))
}

/// Where two texts first differ; `None` if they are equal.
pub fn difference(expected: &str, actual: &str) -> Option<String> {
    let (mut expected, mut actual) = (expected.split('\n'), actual.split('\n'));
    for line in 1.. {
        match (expected.next(), actual.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let show =
                    |line: Option<&str>| line.map_or("nothing".into(), |line| format!("{line:?}"));
                return Some(format!(
                    "line {line} is {} and should be {}",
                    show(b),
                    show(a)
                ));
            }
        }
    }
    None
}
