//! A small harness for ladders: it times the rungs, prints the table and, with
//! `--record`, keeps it in `benches/measured/`.

// Each benchmark compiles this module for itself and uses a part of it.
#![allow(dead_code)]

mod machine;

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};
use toml::Value;

/// The benchmark's name, which is that of its file.
const NAME: &str = env!("CARGO_CRATE_NAME");

/// A table of measurements.
pub struct Ladder {
    title: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Ladder {
    /// An empty table.
    pub fn new(title: &'static str, columns: &[&'static str]) -> Ladder {
        Ladder {
            title,
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Adds a row, with a cell for each column.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        assert_eq!(N, self.columns.len(), "a cell for each column");
        self.rows.push(cells.to_vec());
    }

    /// Prints the table, and records it if the command line asks for it.
    pub fn finish(&self) {
        print!("{}", self.table());
        if asked_for("--record") {
            assert!(
                is_measuring(),
                "only `cargo bench` measures what is worth recording"
            );
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/measured");
            let file = folder.join(NAME).with_extension("toml");
            fs::write(&file, self.record()).expect("the record is written");
            println!("recorded in {}", file.display());
        }
    }

    fn table(&self) -> String {
        let header: Vec<String> = self.columns.iter().map(|name| (*name).to_owned()).collect();
        let lines: Vec<_> = std::iter::once(&header).chain(&self.rows).collect();
        let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max();
        let widths: Vec<usize> = (0..header.len()).filter_map(width).collect();
        let mut table = format!("{}\n", self.title);
        for line in lines {
            for (cell, width) in line.iter().zip(&widths) {
                let _ = write!(table, "{cell:<width$}  ");
            }
            table = table.trim_end().to_owned() + "\n";
        }
        table
    }

    fn record(&self) -> String {
        let quoted = |text: &str| Value::from(text).to_string();
        let list = |cells: Vec<String>| format!("[{}]", cells.join(", "));
        let columns = self.columns.iter().map(|name| quoted(name)).collect();
        let mut record = String::new();
        for (key, value) in [
            ("title", self.title.to_owned()),
            ("command", format!("cargo bench -p mlmath --bench {NAME}")),
            ("machine", machine::machine()),
            ("date", machine::today()),
            ("versions", machine::versions(&["ndarray"])),
        ] {
            let _ = writeln!(record, "{key} = {}", quoted(&value));
        }
        let _ = writeln!(record, "columns = {}\nrows = [", list(columns));
        for row in &self.rows {
            let cells = row.iter().map(|cell| quoted(cell)).collect();
            let _ = writeln!(record, "    {},", list(cells));
        }
        record + "]\n"
    }
}

/// The median time of many runs after one that warms up; of a single run where
/// `cargo test` only wants to know whether the benchmark still works.
pub fn median<T>(work: impl FnMut() -> T) -> Duration {
    median_of(101, work)
}

/// The same of as many runs as are said, for work that takes long.
pub fn median_of<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let runs = if is_measuring() { runs } else { 1 };
    black_box(work());
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}

/// A time in milliseconds, with three digits.
pub fn milliseconds(time: Duration) -> String {
    three_digits(time.as_secs_f64() * 1e3)
}

/// So many operations in such a time as 10⁹ a second, with three digits.
pub fn rate(operations: usize, time: Duration) -> String {
    three_digits(operations as f64 / time.as_secs_f64() / 1e9)
}

fn three_digits(value: f64) -> String {
    let digits = 2 - value.log10().floor() as i32;
    format!("{value:.*}", digits.clamp(0, 6) as usize)
}

/// `cargo bench` says so; `cargo test --benches` does not.
pub fn is_measuring() -> bool {
    asked_for("--bench") && !cfg!(debug_assertions)
}

fn asked_for(flag: &str) -> bool {
    env::args().any(|argument| argument == flag)
}
