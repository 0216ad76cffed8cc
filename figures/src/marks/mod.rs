//! What can be drawn in a panel, one file a kind of mark.

mod axes;
mod bars;
mod diagrams;
mod legend;
mod lines;
mod points;

pub use legend::Key;
pub use points::Marker;
