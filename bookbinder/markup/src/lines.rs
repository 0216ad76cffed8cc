//! From places in a text to its lines.

use std::ops::Range;

/// Where the lines of a text begin.
pub(crate) struct Lines {
    starts: Vec<usize>,
    first: usize,
}

impl Lines {
    /// The lines of `text`, the first of which has the number `first`.
    pub(crate) fn of(text: &str, first: usize) -> Lines {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines {
            starts: std::iter::once(0).chain(ends).collect(),
            first,
        }
    }

    /// The number of the line that this place is in.
    pub(crate) fn number(&self, at: usize) -> usize {
        self.first + self.starts.partition_point(|start| *start <= at) - 1
    }

    /// The line that this place is in, with its line break.
    pub(crate) fn range(&self, text: &str, at: usize) -> Range<usize> {
        let index = self.starts.partition_point(|start| *start <= at);
        self.starts[index - 1]..self.starts.get(index).copied().unwrap_or(text.len())
    }
}
