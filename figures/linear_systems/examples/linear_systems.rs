//! The figures of this chapter, for the browser.

drawing::browser!(figures_linear_systems::figures());
