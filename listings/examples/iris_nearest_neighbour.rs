//! The iris that is nearest to a flower that is not among the 150, in three
//! norms.

use mlmath::data::iris;
use mlmath::prelude::*;
use mlmath::vectors::{nearest_neighbour, norm_inf, norm_l1, norm_l2};

type Norm = fn(&Vector) -> f64;

fn main() {
    let iris = iris();
    let flower = array![5.7, 2.8, 4.9, 1.6];
    println!("a new flower    {flower:.1}");

    let norms: [Norm; 3] = [norm_l1, norm_l2, norm_inf];
    for (name, norm) in ["1", "2", "inf"].iter().zip(norms) {
        let nearest = nearest_neighbour(&iris.x, &flower, norm);
        let (row, distance) = nearest.expect("150 rows");
        let species = iris.species[iris.y[row]];
        print!("\n{name:>3}-norm: row {row}, {species}, ");
        println!("at distance {distance:.3}");
        println!("                {:.1}", iris.x.row(row));
    }
}
