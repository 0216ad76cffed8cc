//! The figures of `figures::gallery` that move, for the browser.

figures_wasm::module!(figures::gallery::moving());
