//! Every build of the workspace has its libraries with the same features, so that
//! none is compiled twice, and so that what is tested is what is run.

use book_tests::{assert_none, root};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The libraries of a build, each with the sets of features with which it is
/// compiled: what runs while others are compiled can have one of its own.
type Libraries = BTreeMap<String, BTreeSet<String>>;

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .arg("--offline")
        .current_dir(root())
        .output()
        .unwrap_or_else(|error| panic!("cargo: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The packages of the workspace.
fn members() -> Vec<String> {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let names = packages
        .iter()
        .filter_map(|package| package["name"].as_str());
    names.map(str::to_owned).collect()
}

fn libraries(build: &[&str]) -> Libraries {
    let tree = ["tree", "--prefix", "none", "--format", "{p}|{f}"];
    let mut libraries = Libraries::new();
    for line in cargo(&[&tree, build].concat()).lines() {
        let line = line.trim_end_matches(" (*)");
        // A package of the workspace has its folder behind it.
        if let Some((library, features)) = line.split_once('|').filter(|(p, _)| !p.contains('/')) {
            let sets = libraries.entry(library.to_owned()).or_default();
            sets.insert(features.to_owned());
        }
    }
    assert!(!libraries.is_empty(), "{build:?}");
    libraries
}

/// What a build would compile that the tests of the whole workspace do not need.
fn anew(build: &[&str], all: &Libraries) -> Vec<String> {
    let mut problems = Vec::new();
    for (library, sets) in libraries(build) {
        let theirs = all.get(&library).cloned().unwrap_or_default();
        for features in sets.difference(&theirs) {
            problems.push(format!(
                "{build:?}: {library} has {features:?} and not {theirs:?}: to workspace-hack/Cargo.toml with it"
            ));
        }
    }
    problems
}

const WITH_TESTS: [&str; 2] = ["--edges", "normal,build,dev"];

fn all() -> Libraries {
    libraries(&[&["--workspace"], &WITH_TESTS[..]].concat())
}

#[test]
fn every_build_has_the_features_of_all() {
    let all = all();
    let mut problems = anew(&["--workspace", "--edges", "normal,build"], &all);
    let library = ["--package", "mlmath", "--edges", "normal,build"];
    problems.extend(anew(&library, &all));
    // The crates of figures are alike. These two need hardly any libraries.
    let small = ["markup", "mlmath-testing"];
    for member in members() {
        if !member.starts_with("figures-") && !small.contains(&member.as_str()) {
            let build = [&["--package", &member], &WITH_TESTS[..]].concat();
            problems.extend(anew(&build, &all));
        }
    }
    assert_none(&problems);
}

#[test]
fn a_build_with_other_features_is_named() {
    // This package does not depend on mlmath, and so not on the manifest either.
    let found = anew(
        &["--package", "mlmath-testing", "--edges", "normal"],
        &all(),
    );
    let named = |text: &str| found.iter().any(|problem| problem.contains(text));
    assert!(named("]: matrixmultiply v"), "{found:?}");
    assert!(named("and not {\"approx,"), "{found:?}");
}
