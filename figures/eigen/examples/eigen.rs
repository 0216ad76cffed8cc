//! The figures of this chapter that move, for the browser.

drawing::browser!(figures_eigen::interactive());
