//! The rain of three days.

use mlmath::means::{mean, spread};

fn main() {
    let rain = [1.0, 2.0, 6.0];
    println!("mean   {:.1} mm", mean(&rain));
    println!("spread {:.1} mm", spread(&rain));
}
