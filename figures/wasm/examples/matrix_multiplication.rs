//! The figures of `figures::matrix_multiplication` that move, for the browser.

figures_wasm::module!(figures::matrix_multiplication::moving());
