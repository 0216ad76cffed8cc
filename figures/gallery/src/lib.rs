//! One small figure for each thing that can be drawn: a pattern to begin a new
//! figure from, and what to look at after a change of the drawing code.

mod diagrams;
mod functions;
mod moving;
mod plane;
mod space;

use diagrams::*;
use functions::*;
use moving::*;
use plane::*;
use space::*;

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
