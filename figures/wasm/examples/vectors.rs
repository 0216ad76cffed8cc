//! The figures of `figures::vectors` that move, for the browser.

figures_wasm::module!(figures::vectors::moving());
