//! The figures of `figures::linear_systems` that move, for the browser.

figures_wasm::module!(figures::linear_systems::moving());
