//! What can be drawn in a panel, one file a kind of mark.

mod axes;
mod contours;
mod fields;
mod graphs;
mod heatmap;
mod legend;
mod lines;
mod mark;
mod matrices;
mod points;
mod rows;
mod trees;

pub(crate) use axes::axis;
pub use contours::{geometric_levels, nice_levels};
pub use heatmap::Shades;
pub use legend::Key;
pub(crate) use mark::{Form, Mark, Rare, Role, Stroke, Text};
pub use mark::{Series, Shape};
pub(crate) use matrices::PlacedBlock;
pub use matrices::{Block, Marked};
pub use points::Marker;
pub use rows::Piece;
pub use trees::Tree;
