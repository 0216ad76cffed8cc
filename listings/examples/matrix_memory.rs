//! One row of numbers in memory, and five matrices that are views of it.

use mlmath::prelude::*;
use ndarray::{ArrayView2, s};

fn main() {
    let a: Matrix = array![
        [11.0, 12.0, 13.0, 14.0],
        [21.0, 22.0, 23.0, 24.0],
        [31.0, 32.0, 33.0, 34.0],
    ];
    println!("in memory: {:?}", a.as_slice_memory_order().unwrap_or(&[]));

    println!("\nview                shape   strides  starts at");
    let show = |name: &str, view: ArrayView2<'_, f64>| {
        // Where the view starts, counted from the start of a in entries.
        let bytes = view.as_ptr() as usize - a.as_ptr() as usize;
        let start = bytes / size_of::<f64>();
        let (shape, strides) = (view.dim(), format!("{:?}", view.strides()));
        println!("{name:<19} {shape:?}  {strides:<7}  {start}");
    };
    show("a", a.view());
    show("transpose", a.t());
    show("every other column", a.slice(s![.., ..;2]));
    show("last row first", a.slice(s![..;-1, ..]));
    let repeated = a.row(0);
    let repeated = repeated.broadcast((3, 4));
    show("first row, 3 times", repeated.expect("a row of 4 fits"));

    let copy: Matrix = a.t().as_standard_layout().into_owned();
    println!("\na copy of the transpose has strides {:?}", copy.strides());
    println!(
        "in memory: {:?}",
        copy.as_slice_memory_order().unwrap_or(&[])
    );
}
