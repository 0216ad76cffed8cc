//! The loss of 150 predictions, once in the wrong shape and once in the right one.
use mlmath::data::iris;
use mlmath::matrices::{ShapeError, times_vector};
use mlmath::prelude::*;
use ndarray::Axis;

fn main() -> Result<(), ShapeError> {
    let iris = iris();
    let lengths = iris.x.column(2); // of the petals
    let y = iris.x.column(3).to_owned(); // their widths
    let x = Matrix::from_shape_fn((150, 2), |(i, j)| [lengths[i], 1.0][j]);
    let y_hat = times_vector(&x, &array![0.416, -0.363])?;

    let column = y_hat.clone().insert_axis(Axis(1)); // 150×1
    let difference = &y - &column;
    println!("y - column has the shape {:?}", difference.shape());
    let loss = difference.mapv(|d| d * d).mean();
    println!("mean of the squares: {:.3}", loss.unwrap_or(f64::NAN));

    let difference = &y - &y_hat;
    println!("y - y_hat has the shape {:?}", difference.shape());
    let loss = difference.mapv(|d| d * d).mean();
    println!("mean of the squares: {:.3}", loss.unwrap_or(f64::NAN));
    Ok(())
}
