//! What chapter 1 says of the 150 irises, each named by the nearest of the
//! others. Recorded to the millimetre, they are often equally near: what is
//! counted in f64 is counted in whole numbers too, where nothing is rounded.

use super::*;
use ndarray::{Array2, ArrayView1};

/// The three norms of a way in whole numbers; of the 2-norm, the square.
const WHOLE: [fn(ArrayView1<'_, i64>) -> i64; 3] = [
    |way| way.iter().map(|x_i| x_i.abs()).sum(),
    |way| way.iter().map(|x_i| x_i * x_i).sum(),
    |way| way.iter().map(|x_i| x_i.abs()).max().unwrap_or(0),
];

/// The measurements in millimetres.
fn in_whole_numbers() -> Array2<i64> {
    iris().x.mapv(|length| (10.0 * length).round() as i64)
}

/// The row that the listing finds nearest to each flower, among the others.
fn found(data: &Matrix, norm: fn(&Vector) -> f64) -> Vec<usize> {
    let nearest = |i: usize| {
        let flower = data.row(i).to_owned();
        let mut others = data.clone();
        others.row_mut(i).fill(f64::NAN);
        nearest_neighbour(&others, &flower, norm)
            .expect("149 others")
            .0
    };
    (0..data.nrows()).map(nearest).collect()
}

/// All rows at the least distance from a flower, itself apart.
fn nearest(data: &Array2<i64>, norm: fn(ArrayView1<'_, i64>) -> i64, i: usize) -> Vec<usize> {
    let distance = |j: usize| norm((&data.row(j) - &data.row(i)).view());
    let others = || (0..data.nrows()).filter(move |j| *j != i);
    let least = others().map(distance).min().expect("149 others");
    others().filter(|j| distance(*j) == least).collect()
}

/// The first of the rows at the least distance from each flower.
fn first(data: &Array2<i64>, norm: fn(ArrayView1<'_, i64>) -> i64) -> Vec<usize> {
    (0..data.nrows())
        .map(|i| nearest(data, norm, i)[0])
        .collect()
}

/// The species of each flower and of the row that names it, where they differ.
fn mistakes(names: &[usize]) -> Vec<[usize; 2]> {
    let species = iris().y;
    let pairs = names
        .iter()
        .enumerate()
        .map(|(i, &j)| [species[i], species[j]]);
    pairs.filter(|[own, named]| own != named).collect()
}

/// How many flowers are named rightly.
fn right(names: &[usize]) -> usize {
    names.len() - mistakes(names).len()
}

#[test]
fn each_named_by_the_others() {
    let data = iris().x;
    let names = NORMS.map(|norm| found(&data, norm));
    let [one, two, largest] = &names;
    claims!(right(one), right(two), right(largest), mistakes(two).len());
    // 1 is versicolor, 2 is virginica.
    assert!(mistakes(two).iter().all(|pair| !pair.contains(&0)));
    let whole = in_whole_numbers();
    let exact = WHOLE.map(|norm| right(&first(&whole, norm)));
    assert_eq!(names.map(|names| right(&names)), exact);
}

#[test]
fn one_column_in_millimetres() {
    let (mut data, mut whole) = (iris().x, in_whole_numbers());
    data.column_mut(0).mapv_inplace(|length| 10.0 * length);
    whole.column_mut(0).mapv_inplace(|length| 10 * length);
    claims!(right(&found(&data, norm_l2)));
    assert_eq!(
        right(&found(&data, norm_l2)),
        right(&first(&whole, WHOLE[1]))
    );
}

#[test]
fn a_tie_that_rounding_breaks() {
    let mut data = iris().x;
    for mut column in data.columns_mut() {
        let smallest = column.fold(f64::INFINITY, |a, &b| a.min(b));
        let largest = column.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
        column.mapv_inplace(|x| (x - smallest) / (largest - smallest));
    }
    let mut whole = in_whole_numbers();
    let range = |column: ArrayView1<'_, i64>| {
        let (smallest, largest) = (column.iter().min(), column.iter().max());
        largest.expect("150 flowers") - smallest.expect("150 flowers")
    };
    let ranges: Vec<i64> = whole.columns().into_iter().map(range).collect();
    // Every range divides their product, so stretching to it needs no fraction.
    let common: i64 = ranges.iter().product();
    for (mut column, range) in whole.columns_mut().into_iter().zip(ranges) {
        column.mapv_inplace(|x| x * (common / range));
    }

    let (rounded, exact) = (found(&data, norm_l2), first(&whole, WHOLE[1]));
    let distances = [83, 133].map(|j| norm_l2(&(&data.row(j) - &data.row(72))));
    claims!(right(&rounded), right(&exact), distances[0], distances[1]);

    let species = iris().y;
    let wrongly = |names: &[usize]| -> Vec<usize> {
        let flowers = (0..150).filter(|&i| species[names[i]] != species[i]);
        flowers.collect()
    };
    let of_exact = wrongly(&exact);
    let mut of_both = wrongly(&rounded);
    of_both.retain(|i| !of_exact.contains(i));
    assert_eq!(of_both, [72], "named wrongly by rounding alone");
    assert_eq!(nearest(&whole, WHOLE[1], 72), [83, 133]);
    assert_eq!([72, 83, 133].map(|i| species[i]), [1, 1, 2]);
}

#[test]
fn unit_of_a_feature() {
    let data = in_whole_numbers();
    let mut in_millimetres = data.clone();
    in_millimetres
        .column_mut(3)
        .mapv_inplace(|width| 10 * width);
    let changed = WHOLE.map(|norm| {
        let is_new = |&i: &usize| {
            let before = nearest(&data, norm, i);
            let now = nearest(&in_millimetres, norm, i);
            now.iter().all(|j| !before.contains(j))
        };
        (0..data.nrows()).filter(is_new).count()
    });
    let [one, two, largest] = changed;
    claims!(one, two, largest);
}
