//! The figures of the book *ML Mathematics*.
//!
//! A figure is a function that computes with the book's own listings and draws
//! the result with a small vocabulary: a [`Panel`] has axes and marks, a
//! [`Drawing`] is one panel or several, and a [`Figure`] is a drawing with its
//! title and description. Nothing here reads, writes or waits.
//!
//! Colours, grid and page background are the theme's, through the CSS variables
//! `--figure-1` to `--figure-6`, `--figure-grid` and `--figure-background`;
//! letters of mathematics use KaTeX's fonts where the page has them.

mod clip;
mod drawing;
mod marks;
mod panel;
mod scale;
mod style;
mod svg;
mod text;

pub mod introduction;
pub mod vectors;

pub use drawing::{Drawing, WIDTH};
pub use marks::{Key, Marker};
pub use panel::{Panel, Place};
pub use scale::{Area, Frame, Scale, ticks};
pub use style::{Colour, Dash, Style};
pub use svg::Element;
pub use text::{Label, decimal, pair};

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
    /// The figure as one `svg` element, to stand in a page.
    pub fn svg(&self) -> String {
        self.drawing
            .to_element(self.id, &self.title, &self.description)
            .to_svg()
    }
}

/// Every figure of the book, in the order of its chapters.
pub fn all() -> Vec<Figure> {
    vec![
        introduction::chapter_map(),
        vectors::vector_addition(),
        vectors::scalar_multiples(),
        vectors::linear_combination(),
        vectors::segment_and_line(),
        vectors::unit_balls(),
        vectors::iris_neighbours(),
    ]
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
