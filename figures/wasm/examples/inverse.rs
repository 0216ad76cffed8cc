//! The figures of `figures::inverse` that move, for the browser.

figures_wasm::module!(figures::inverse::moving());
