//! One small figure for each thing that can be drawn: a pattern to begin a new
//! figure from, and what to look at after a change of the drawing code.

use drawing::prelude::*;
mod diagrams;
mod functions;
mod moving;
mod plane;
mod space;

pub use diagrams::{
    gallery_augmented_matrix, gallery_boxes, gallery_matrices, gallery_matrix_shapes,
    gallery_memory_strip, gallery_tree,
};
pub use functions::{
    gallery_area_between, gallery_arrow_field, gallery_curve_and_area, gallery_heat_map,
    gallery_heat_map_of_a_function, gallery_level_curves, gallery_steps,
};
pub use moving::{gallery_descent, gallery_ellipse, gallery_surface};
pub use plane::{
    gallery_arrows, gallery_axes, gallery_bars, gallery_geometry, gallery_log_axes, gallery_scatter,
};
pub use space::gallery_space;

drawing::figures![
    gallery_axes,
    gallery_log_axes,
    gallery_arrows,
    gallery_geometry,
    gallery_curve_and_area,
    gallery_area_between,
    gallery_steps,
    gallery_bars,
    gallery_scatter,
    gallery_level_curves,
    gallery_arrow_field,
    gallery_heat_map,
    gallery_heat_map_of_a_function,
    gallery_matrices,
    gallery_augmented_matrix,
    gallery_matrix_shapes,
    gallery_memory_strip,
    gallery_tree,
    gallery_boxes,
    gallery_space,
    gallery_surface,
    gallery_descent,
    gallery_ellipse
];
