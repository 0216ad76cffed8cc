//! The quality of 1599 red wines from eleven measurements and a bias: reflections
//! and normal equations, held against linfa.

use linfa::Dataset;
use linfa::traits::Fit;
use linfa_linear::LinearRegression;
use mlmath::data::wine;
use mlmath::prelude::*;
use mlmath::projections::{ProjectionError, least_squares, normal_equations, with_ones};

/// The largest difference of two weights, relative to the weight.
fn apart(w: &Vector, v: &Vector) -> f64 {
    let each = w.iter().zip(v).map(|(w, v)| ((w - v) / v).abs());
    each.fold(0.0, f64::max)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let wine = wine();
    let (x, y) = (with_ones(&wine.x), &wine.y);
    let fit = LinearRegression::new().fit(&Dataset::new(wine.x.clone(), y.clone()))?;
    let mut linfa = fit.params().to_vec();
    linfa.push(fit.intercept());
    let linfa = Vector::from(linfa);

    let reflected = least_squares(&x, y)?;
    for (name, j) in [("density", 7), ("alcohol", 10), ("bias", 11)] {
        println!("{name:<8}{:>9.4}  linfa {:>9.4}", reflected[j], linfa[j]);
    }
    let normal = normal_equations(&x, y)?;
    println!(
        "reflections, less than 1e-10 apart: {}",
        apart(&reflected, &linfa) < 1e-10
    );
    println!(
        "normal equations, less than 1e-10 apart: {}",
        apart(&normal, &linfa) < 1e-10
    );
    println!(
        "normal equations, about 1e{:.0} apart",
        apart(&normal, &linfa).log10().round()
    );

    // One column more, three times another: who says so?
    let thrice = ndarray::concatenate![
        ndarray::Axis(1),
        wine.x,
        &wine.x.slice(ndarray::s![.., ..1]) * 3.0
    ];
    match least_squares(&thrice, y) {
        Err(ProjectionError::Dependent { column }) => println!("column {column} depends on others"),
        other => println!("{other:?}"),
    }
    let fit = LinearRegression::new().fit(&Dataset::new(thrice, y.clone()));
    println!(
        "linfa: {}",
        if fit.is_ok() {
            "weights, and no error"
        } else {
            "an error"
        }
    );
    Ok(())
}
