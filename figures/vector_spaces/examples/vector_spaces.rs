//! The figures of this chapter that move, for the browser.

drawing::browser!(figures_vector_spaces::interactive());
