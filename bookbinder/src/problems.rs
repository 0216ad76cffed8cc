//! What is wrong with the book: every problem of a run, each with its place.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// One fault, where it stands and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// The line, counted from 1; 0 where the fault is the whole file's.
    pub line: usize,
    /// What is wrong, with the offending value.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file.display(), self.message),
            line => write!(f, "{}:{line}: {}", self.file.display(), self.message),
        }
    }
}

/// All problems of a run, in the order of files and lines, each once.
#[derive(Debug, Default, Clone)]
pub struct Problems(BTreeSet<Problem>);

impl Problems {
    /// Adds a problem.
    pub fn add(&mut self, file: &Path, line: usize, message: impl Into<String>) {
        self.0.insert(Problem {
            file: file.to_owned(),
            line,
            message: message.into(),
        });
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The problems as an error, if there are any.
    ///
    /// # Errors
    /// The problems themselves.
    pub fn into_result(self) -> Result<(), Self> {
        match self.is_empty() {
            true => Ok(()),
            false => Err(self),
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        match self.0.len() {
            1 => write!(f, "1 problem; the book was not bound"),
            count => write!(f, "{count} problems; the book was not bound"),
        }
    }
}

impl std::error::Error for Problems {}
