//! The figures of the book *ML Mathematics*.
//!
//! A figure is a function that computes with the book's own listings and draws
//! the result with a small vocabulary: a [`Panel`] has axes and marks, a
//! [`Drawing`] is one panel or several, and a [`Figure`] is a drawing with its
//! title and description. A figure that moves, [`Moving`], is a function from
//! parameters to figures. Nothing here reads, writes or waits.
//!
//! Colours, grid and page background are the theme's, through the CSS variables
//! `--figure-1` to `--figure-6`, `--figure-grid` and `--figure-background`;
//! letters of mathematics use KaTeX's fonts where the page has them.

mod clip;
mod drawing;
mod marks;
mod moving;
mod panel;
mod projection;
mod scale;
mod style;
mod svg;
mod text;
mod ties;

pub mod gallery;
pub mod introduction;
pub mod inverse;
pub mod linear_systems;
pub mod matrices;
pub mod matrix_multiplication;
pub mod vectors;

pub use drawing::{Drawing, WIDTH};
pub use marks::{Block, Edges, Key, MOST_CELLS, Marker, Piece, Shades, Tree};
pub use marks::{geometric_levels, nice_levels, row_size};
pub use moving::{Control, Dial, Kind, Moving, Parameters, Shown};
pub use panel::{Panel, Place};
pub use projection::{Camera, MOST_QUADS, Space};
pub use scale::{Area, Frame, Scale, ticks};
pub use style::{Colour, Dash, Style};
pub use svg::{Element, set_decimals};
pub use text::{Label, decimal, factor, html, listed, pair};

/// A figure of the book.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name in kebab case; the function that draws it has the same name.
    pub id: &'static str,
    /// A few words, which a screen reader says first.
    pub title: String,
    /// What is to be seen, for a reader who does not see it.
    pub description: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The file that draws it, from the root of the book.
    pub source: &'static str,
}

impl Figure {
    /// The module of this package that draws it: `vectors` for one in
    /// `figures/src/vectors.rs` or in a file of the folder beside it.
    ///
    /// # Panics
    /// If the source is not in `figures/src`.
    pub fn module(&self) -> &'static str {
        let path = self.source.strip_prefix("figures/src/");
        let path = path.unwrap_or_else(|| panic!("{} is not in figures/src", self.source));
        let name = path.split(['/', '.']).next();
        name.unwrap_or(path)
    }

    /// The figure as one `svg` element, to stand in a page.
    pub fn svg(&self) -> String {
        self.drawing
            .to_element(self.id, &self.title, &self.description)
            .to_svg()
    }
}

/// A figure of the book as a page places it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The figure, as it is at first if it moves.
    pub figure: Figure,
    /// How it moves, if it does.
    pub moving: Option<Moving>,
}

impl From<Figure> for Entry {
    fn from(figure: Figure) -> Self {
        Entry {
            figure,
            moving: None,
        }
    }
}

impl From<Moving> for Entry {
    fn from(moving: Moving) -> Self {
        Entry {
            figure: moving.at_first().figure,
            moving: Some(moving),
        }
    }
}

/// Every figure of the book.
pub fn all() -> Vec<Entry> {
    let still = still().into_iter().map(Entry::from);
    still.chain(moving().into_iter().map(Entry::from)).collect()
}

/// The figures that stand still, in the order of the chapters.
pub fn still() -> Vec<Figure> {
    [
        introduction::still(),
        vectors::still(),
        matrices::still(),
        matrix_multiplication::still(),
        inverse::still(),
        linear_systems::still(),
        gallery::still(),
    ]
    .concat()
}

/// The figures that move, in the order of the chapters. Those of each chapter
/// are compiled for the browser by themselves, so that a page loads its own.
pub fn moving() -> Vec<Moving> {
    [
        vectors::moving(),
        matrices::moving(),
        matrix_multiplication::moving(),
        inverse::moving(),
        linear_systems::moving(),
        gallery::moving(),
    ]
    .concat()
}

/// The two entries of a vector of the plane.
///
/// # Panics
/// If it has not exactly two.
fn xy(x: &mlmath::Vector) -> [f64; 2] {
    match x.as_slice() {
        Some(&[x_1, x_2]) => [x_1, x_2],
        _ => panic!("a point of the plane has 2 entries, not {}", x.len()),
    }
}
