//! The examples of chapter 3 that name irises by the average of each species.

use super::*;
use mlmath::data::Iris;
use mlmath::matrices::{add_to_rows, selection_matrix};

/// The average flowers, a column for each species, by one product.
fn averages(iris: &Iris) -> Matrix {
    let one_hot = selection_matrix(&iris.y, 3);
    scale(1.0 / 50.0, &times(&transpose(&iris.x), &one_hot))
}

/// The largest of three scores.
fn winner(score: impl Fn(usize) -> f64) -> usize {
    let best = (0..3).max_by(|&j, &k| score(j).total_cmp(&score(k)));
    best.expect("three species")
}

/// The scores of the layer: x times W, and half the squared norms less.
fn layer(x: &Matrix, w: &Matrix) -> Matrix {
    let half_square =
        |w_j: ndarray::ArrayView1<'_, f64>| -dot(&w_j.to_owned(), &w_j.to_owned()) / 2.0;
    let b: Vector = w.columns().into_iter().map(half_square).collect();
    add_to_rows(&times(x, w), &b).expect("a bias for each species")
}

fn dot_product(x: &Vector, mean: &Vector) -> f64 {
    dot(x, mean)
}

fn nearness(x: &Vector, mean: &Vector) -> f64 {
    -vectors::distance(x, mean)
}

fn cosine(x: &Vector, mean: &Vector) -> f64 {
    cosine_similarity(x, mean).expect("flowers have a size")
}

/// How many flowers the largest score names correctly, where flower i is compared
/// with the columns of the matrix for it.
fn right(
    iris: &Iris,
    means: impl Fn(usize) -> Matrix,
    score: fn(&Vector, &Vector) -> f64,
) -> usize {
    let is_right = |&i: &usize| {
        let (x, means) = (iris.x.row(i).to_owned(), means(i));
        winner(|j| score(&x, &means.column(j).to_owned())) == iris.y[i]
    };
    (0..iris.y.len()).filter(is_right).count()
}

#[test]
fn a_layer_names_flowers() {
    let iris = iris();
    let w = averages(&iris);
    // Column by column it is the mean of the flowers of a species.
    for j in 0..3 {
        let rows: Vec<usize> = (0..150).filter(|&i| iris.y[i] == j).collect();
        assert_eq!(rows.len(), 50);
        let mean = iris.x.select(Axis(0), &rows).mean_axis(Axis(0));
        assert_close(w.column(j).to_owned(), mean.expect("50 rows"), 1e-14);
    }
    let z = layer(&iris.x, &w);
    let named = z.rows().into_iter().map(|scores| winner(|j| scores[j]));
    claims!(
        named
            .zip(&iris.y)
            .filter(|(name, species)| name == *species)
            .count()
    );
}

#[test]
fn why_the_nearest_average() {
    let iris = iris();
    let w = averages(&iris);
    let z = layer(&iris.x, &w);
    let first = iris.x.row(0).to_owned();
    let square = dot(&first, &first);
    let squared = |j: usize| vectors::distance(&first, &w.column(j).to_owned()).powi(2);
    claims!(z.row(0), square, squared(0), squared(1), squared(2));
    for (i, x) in iris.x.rows().into_iter().enumerate() {
        let x = x.to_owned();
        for j in 0..3 {
            let squared = vectors::distance(&x, &w.column(j).to_owned()).powi(2);
            assert_close(squared, dot(&x, &x) - 2.0 * z[[i, j]], 1e-12);
        }
    }
}

#[test]
fn alike_in_shape() {
    let iris = iris();
    let w = averages(&iris);
    let norms = w.map_axis(Axis(0), |mean| norm_l2(&mean.to_owned()));
    assert!(norms[2] > norms[1] && norms[1] > norms[0]);
    for x in iris.x.rows() {
        let x = x.to_owned();
        assert_eq!(winner(|j| dot(&x, &w.column(j).to_owned())), 2);
    }
    // Flower i left out of the average of its own species.
    let others = |i: usize| {
        let (mut means, own) = (w.clone(), iris.y[i]);
        let rest = 50.0 * &w.column(own) - iris.x.row(i);
        means.column_mut(own).assign(&(rest / 49.0));
        means
    };
    let all = |_| w.clone();
    claims!(
        right(&iris, all, dot_product),
        right(&iris, all, nearness),
        right(&iris, all, cosine),
        right(&iris, others, nearness),
        right(&iris, others, cosine)
    );
}
