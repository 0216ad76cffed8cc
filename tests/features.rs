//! Every build of the workspace has its libraries with the same features, so that
//! none is compiled twice, and so that what is tested is what is run.

use book_tests::{assert_none, root};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

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

/// The libraries of a build from elsewhere, each with the sets of features that
/// it is compiled with: what runs while others are compiled can have one of its
/// own.
fn libraries(build: &[&str], members: &[String]) -> BTreeMap<String, BTreeSet<String>> {
    let tree = ["tree", "--prefix", "none", "--format", "{p}: {f}"];
    let mut libraries: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for line in cargo(&[&tree, build].concat()).lines() {
        let line = line.trim_end_matches(" (*)");
        let Some((library, features)) = line.split_once(": ").or(line.split_once(':')) else {
            continue;
        };
        let name = library.split(' ').next().unwrap_or_default();
        if !members.iter().any(|member| member == name) {
            let sets = libraries.entry(library.to_owned()).or_default();
            sets.insert(features.to_owned());
        }
    }
    libraries
}

/// What a build would compile that all the tests together do not.
fn anew(build: &[&str], members: &[String]) -> Vec<String> {
    let all = ["--workspace", "--edges", "normal,build,dev"];
    let all = libraries(&all, members);
    let mut problems = Vec::new();
    for (library, sets) in libraries(build, members) {
        for features in &sets {
            let theirs = all.get(&library).cloned().unwrap_or_default();
            if !theirs.contains(features) {
                problems.push(format!(
                    "{build:?}: {library} has {features:?} instead of {theirs:?}: to workspace-hack/Cargo.toml with it"
                ));
            }
        }
    }
    problems
}

#[test]
fn every_build_has_the_features_of_all() {
    let members = members();
    let mut problems = anew(&["--workspace", "--edges", "normal,build"], &members);
    let fences = ["--package", "mlmath", "--package", "workspace-hack"];
    let fences = [&fences[..], &["--edges", "normal,build"]].concat();
    problems.extend(anew(&fences, &members));
    for member in &members {
        // It is built for the browser alone.
        if member != "figures-wasm" {
            let build = ["--package", member, "--edges", "normal,build,dev"];
            problems.extend(anew(&build, &members));
        }
    }
    assert_none(&problems);
}

#[test]
fn a_build_with_other_features_is_named() {
    let build = ["--package", "mlmath", "--edges", "normal"];
    let found = anew(&build, &members());
    let named = |name: &str| found.iter().any(|problem| problem.contains(name));
    assert!(
        named(": matrixmultiply v") && named("\"approx,"),
        "{found:?}"
    );
}
