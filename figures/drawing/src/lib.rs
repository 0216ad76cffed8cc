//! What the figures of the book *ML Mathematics* are drawn with.
//!
//! A figure is a function that computes with the book's own listings and returns a [`Frame`]: a
//! [`Drawing`] with its title and description. A drawing is one [`Panel`] or several, and a
//! panel has axes and marks. A figure that moves takes its [`parameters!`], which a reader sets
//! by controls. A chapter lists its [`figures!`]; nothing here knows any chapter, or reads,
//! writes or waits, except for the tests that [`figures!`] adds.
//!
//! Colours, grid and page background are the theme's, through the CSS variables
//! `--figure-1` to `--figure-6`, `--figure-grid` and `--figure-background`;
//! letters of mathematics use KaTeX's fonts where the page has them.

mod browser;
mod clip;
mod controls;
mod drawing;
mod figure;
mod marks;
mod panel;
mod point;
mod projection;
mod read;
mod scale;
mod style;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod tolerance;
mod words;

pub mod check;
pub mod reference;

pub use browser::Page;
pub use controls::{Control, Dial, Handle, Kind, Parameters, next};
pub use drawing::{Drawing, WIDTH};
pub use figure::{Draw, Figure, Frame, kebab};
pub use marks::{
    Block, Edges, Key, MOST_CELLS, Marked, Marker, Piece, Series, Shades, Shape, Tree,
};
pub use marks::{geometric_levels, nice_levels, row_size};
pub use panel::{Drawn, Name, Panel, Place};
pub use point::{ORIGIN, Point, all_xy, grown, image, of_columns, part_of_the_way, vector, xy};
pub use projection::{Camera, MOST_QUADS, Space};
pub use scale::{Area, Coordinates, Scale};
pub use style::{Colour, Dash, Look, Style};
pub use svg::set_decimals;
pub use text::{Label, html};
pub use tolerance::{TOLERANCE, first_least, sort_up_to_tolerance};
pub use words::{decimal, factor, joined, listed, pair, raised, rounded, rows, tuple};

/// What the file of a figure needs, by short names: `One.dashed()`, `NorthWest`.
pub mod prelude {
    pub use crate::Colour::{self, Background, Five, Four, Grid, Ink, One, Six, Three, Two};
    pub use crate::Key;
    pub use crate::Marker::{self, Circle, Diamond, Square, Star, Triangle};
    pub use crate::Place::{self, *};
    pub use crate::{
        Block, Camera, Drawing, Edges, Frame, Handle, Label, Look, ORIGIN, Panel, Piece, Point,
        Shades, Space, Style, TOLERANCE, Tree, WIDTH,
    };
    pub use crate::{all_xy, grown, image, of_columns, part_of_the_way, vector, xy};
    pub use crate::{decimal, factor, joined, listed, pair, raised, rounded, rows, tuple};
    pub use crate::{first_least, row_size, sort_up_to_tolerance};
    pub use crate::{geometric_levels, nice_levels, parameters};
    pub use mlmath::{Matrix, Vector};
    pub use ndarray::{Axis, array};
}
