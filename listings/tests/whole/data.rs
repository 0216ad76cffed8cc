//! The embedded data sets against what is known of them.

use linfa_datasets::iris as linfa_iris;
use mlmath::data::iris;
use mlmath::prelude::*;
use mlmath_testing::assert_close;
use ndarray::Axis;
use std::ops::Range;

/// The rows that differ from the file that linfa ships.
const CORRECTED: [usize; 2] = [34, 37];

#[test]
fn iris_is_linfas_but_for_two_rows() {
    let (ours, theirs) = (iris(), linfa_iris());
    assert_eq!(ours.x.dim(), (150, 4));
    assert_eq!(ours.y, theirs.targets.to_vec());
    for (i, (row, their_row)) in ours
        .x
        .rows()
        .into_iter()
        .zip(theirs.records.rows())
        .enumerate()
    {
        assert_eq!(row == their_row, !CORRECTED.contains(&i), "row {i}");
    }
}

#[test]
fn the_two_rows_of_iris_are_as_fisher_printed_them() {
    let x = iris().x;
    assert_eq!(x.row(34), array![4.9, 3.1, 1.5, 0.2]);
    assert_eq!(x.row(37), array![4.9, 3.6, 1.4, 0.1]);
}

// Fisher (1936), table II for setosa and versicolor. With the two rows as they
// stand in linfa's file, setosa's would be 5.006, 3.418, 1.464 and 0.244.
#[test]
fn the_means_of_iris_are_fishers() {
    let x = iris().x;
    let means = |rows: Range<usize>| {
        let rows = x.slice_axis(Axis(0), rows.into());
        rows.mean_axis(Axis(0)).expect("50 rows")
    };
    assert_close(means(0..50), array![5.006, 3.428, 1.462, 0.246], 1e-12);
    assert_close(means(50..100), array![5.936, 2.770, 4.260, 1.326], 1e-12);
    assert_close(means(100..150), array![6.588, 2.974, 5.552, 2.026], 1e-12);
}

#[test]
fn iris_has_50_flowers_of_each_species_in_order() {
    let iris = iris();
    let species: Vec<&str> = iris.y.iter().map(|label| iris.species[*label]).collect();
    assert_eq!(species[..50], ["setosa"; 50]);
    assert_eq!(species[50..100], ["versicolor"; 50]);
    assert_eq!(species[100..], ["virginica"; 50]);
}
