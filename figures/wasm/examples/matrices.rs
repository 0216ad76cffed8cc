//! The figures of `figures::matrices` that move, for the browser.

figures_wasm::module!(figures::matrices::moving());
