//! The figures of this chapter, for the browser.

drawing::browser!(figures_matrices::figures());
