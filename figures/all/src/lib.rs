//! All figures of the book *ML Mathematics*: the one list of its chapters.

pub use drawing::*;

/// Every figure of the book, in the order of the chapters.
pub fn all() -> Vec<Figure> {
    [
        figures_introduction::figures(),
        figures_vectors::figures(),
        figures_matrices::figures(),
        figures_matrix_multiplication::figures(),
        figures_inverse::figures(),
        figures_linear_systems::figures(),
        figures_eigen::figures(),
        figures_pca::figures(),
        figures_gallery::figures(),
    ]
    .concat()
}

/// The figures that move.
pub fn moving() -> Vec<Figure> {
    let mut figures = all();
    figures.retain(Figure::is_interactive);
    figures
}
