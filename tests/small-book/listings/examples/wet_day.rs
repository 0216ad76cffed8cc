//! A mean before and after a wet day.

use mlmath::means::{mean, moved_mean};

fn main() {
    let before = mean(&[1.0, 2.0, 6.0]);
    println!("before {before:.1} mm");
    println!("after  {:.1} mm", moved_mean(before, 3, 6.0));
}
