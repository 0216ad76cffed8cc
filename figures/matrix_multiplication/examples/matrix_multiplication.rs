//! The figures of this chapter, for the browser.

drawing::browser!(figures_matrix_multiplication::figures());
