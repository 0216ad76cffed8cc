//! Each benchmark has a record, and each record is whole. The times in it are
//! no test's business.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

#[test]
fn every_benchmark_has_a_whole_record() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let benches = stems(&package.join("benches"), "rs");
    let records = stems(&package.join("benches/measured"), "toml");
    assert!(!benches.is_empty());
    assert_eq!(
        benches, records,
        "benchmarks and their records in `benches/measured/`"
    );
    for name in records {
        let file = package
            .join("benches/measured")
            .join(&name)
            .with_extension("toml");
        let text = fs::read_to_string(file).expect("a readable record");
        let problems = problems(&name, &text);
        assert!(
            problems.is_empty(),
            "measured/{name}.toml: {}",
            problems.join("; ")
        );
    }
}

// Without `harness = false` the benchmark would run as a test of nothing.
#[test]
fn every_benchmark_is_declared_with_its_own_harness() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(package.join("Cargo.toml")).expect("a manifest");
    let manifest: Table = manifest.parse().expect("TOML");
    let declared = manifest["bench"].as_array().expect("[[bench]]");
    let own = declared
        .iter()
        .filter(|bench| bench["harness"] == Value::from(false));
    let own: BTreeSet<String> = own
        .filter_map(|bench| Some(bench["name"].as_str()?.to_owned()))
        .collect();
    assert_eq!(own, stems(&package.join("benches"), "rs"));
}

#[test]
fn what_is_missing_in_a_record_is_named() {
    let whole = r#"
        title = "t"
        command = "cargo bench -p mlmath --bench b"
        machine = "m"
        date = "2026-01-31"
        versions = "v"
        columns = ["how", "ms"]
        rows = [["loop", "1.0"]]
    "#;
    assert_eq!(problems("b", whole), Vec::<String>::new());
    for (from, to, problem) in [
        ("title = \"t\"", "", "no title"),
        ("machine = \"m\"", "machine = 2", "no machine"),
        ("versions = \"v\"", "versions = \" \"", "no versions"),
        ("2026-01-31", "31 January", "\"31 January\" is no date"),
        (
            "--bench b",
            "--bench c",
            "the command runs another benchmark",
        ),
        (
            "[\"how\", \"ms\"]",
            "[\"how\"]",
            "row 0 has 2 cells for 1 columns",
        ),
        (
            "[\"how\", \"ms\"]",
            "[\"how\", \"\"]",
            "a column without a header",
        ),
        ("\"1.0\"", "1.0", "row 0 has 1 cells for 2 columns"),
        ("[[\"loop\", \"1.0\"]]", "[]", "no rows"),
        ("date =", "day =", "no date"),
    ] {
        let broken = whole.replace(from, to);
        let found = problems("b", &broken);
        assert!(
            found.iter().any(|found| found == problem),
            "{problem}: {found:?}"
        );
    }
}

/// Everything that a record lacks.
fn problems(name: &str, record: &str) -> Vec<String> {
    let record: Table = match record.parse() {
        Ok(record) => record,
        Err(error) => return vec![error.to_string()],
    };
    let text = |key: &str| {
        record
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim()
    };
    let mut problems = Vec::new();
    for key in ["title", "command", "machine", "date", "versions"] {
        if text(key).is_empty() {
            problems.push(format!("no {key}"));
        }
    }
    if !text("command").ends_with(&format!(" --bench {name}")) {
        problems.push("the command runs another benchmark".to_owned());
    }
    let shape: String = text("date")
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    if shape != "0000-00-00" {
        problems.push(format!("{:?} is no date", text("date")));
    }
    let columns = cells(record.get("columns"));
    if columns.is_empty() || columns.iter().any(|header| header.trim().is_empty()) {
        problems.push("a column without a header".to_owned());
    }
    let rows = record
        .get("rows")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    if rows.is_empty() {
        problems.push("no rows".to_owned());
    }
    for (i, row) in rows.iter().enumerate() {
        let (width, wanted) = (cells(Some(row)).len(), columns.len());
        if width != wanted {
            problems.push(format!("row {i} has {width} cells for {wanted} columns"));
        }
    }
    problems
}

/// The strings of a list.
fn cells(list: Option<&Value>) -> Vec<&str> {
    let cells = list.and_then(Value::as_array).into_iter().flatten();
    cells.filter_map(Value::as_str).collect()
}

/// The names of the files of one kind in a folder.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let files = paths.filter(|path| path.extension().is_some_and(|found| found == extension));
    let stem = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    files.filter_map(stem).collect()
}
