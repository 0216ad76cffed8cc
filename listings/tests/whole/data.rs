//! The embedded data sets against what is known of them.

use linfa_datasets::{diabetes as linfa_diabetes, iris as linfa_iris, winequality};
use mlmath::data::{crates, diabetes, digits, iris, wine};
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

// As UCI's description of the test set counts them.
#[test]
fn the_digits_are_1797_images_of_10_digits() {
    let digits = digits();
    assert_eq!(digits.x.dim(), (1797, 64));
    assert_eq!(digits.y.len(), 1797);
    let images_of = |digit| digits.y.iter().filter(|&&y| y == digit).count();
    let counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180];
    assert_eq!(std::array::from_fn(images_of), counts);
}

#[test]
fn the_first_digit_is_a_nought_and_the_last_an_eight() {
    let digits = digits();
    let nought = array![
        [0.0, 0.0, 5.0, 13.0, 9.0, 1.0, 0.0, 0.0],
        [0.0, 0.0, 13.0, 15.0, 10.0, 15.0, 5.0, 0.0],
        [0.0, 3.0, 15.0, 2.0, 0.0, 11.0, 8.0, 0.0],
        [0.0, 4.0, 12.0, 0.0, 0.0, 8.0, 8.0, 0.0],
        [0.0, 5.0, 8.0, 0.0, 0.0, 9.0, 8.0, 0.0],
        [0.0, 4.0, 11.0, 0.0, 1.0, 12.0, 7.0, 0.0],
        [0.0, 2.0, 14.0, 5.0, 10.0, 12.0, 0.0, 0.0],
        [0.0, 0.0, 6.0, 13.0, 10.0, 0.0, 0.0, 0.0],
    ];
    assert_eq!((digits.y[0], digits.image(0)), (0, nought));
    let line = array![0.0, 2.0, 16.0, 14.0, 6.0, 1.0, 0.0, 0.0];
    assert_eq!(digits.y[1796], 8);
    assert_eq!(digits.image(1796).row(1), line);
}

// Sums of scikit-learn's file: of all shades, of the images of each digit, and
// of three pixels; the first one and two more are paper in every image.
#[test]
fn the_shades_of_the_digits_sum_to_what_scikit_learn_ships() {
    let digits = digits();
    assert!(digits.x.iter().all(|shade| (0.0..=16.0).contains(shade)));
    assert_eq!(digits.x.sum(), 561_718.0);
    let images = digits.x.sum_axis(Axis(1));
    let of = |digit| {
        let pairs = images.iter().zip(&digits.y);
        pairs
            .filter_map(|(ink, &y)| (y == digit).then_some(*ink))
            .sum()
    };
    let ink: [f64; 10] = std::array::from_fn(of);
    let expected = [
        56415.0, 57007.0, 55566.0, 56151.0, 56239.0, 55915.0, 56336.0, 54289.0, 57408.0, 56392.0,
    ];
    assert_eq!(ink, expected);
    let pixels = digits.x.sum_axis(Axis(0));
    assert_eq!(
        [pixels[3], pixels[27], pixels[63]],
        [21269.0, 15852.0, 655.0]
    );
    let paper: Vec<usize> = (0..64).filter(|&j| pixels[j] == 0.0).collect();
    assert_eq!(paper, [0, 32, 39]);
}

#[test]
fn the_crates_are_306_and_depend_on_each_other_without_a_ring() {
    let crates = crates();
    assert_eq!(crates.names.len(), 306);
    assert!(crates.names.is_sorted());
    assert_eq!(crates.links.iter().map(Vec::len).sum::<usize>(), 705);
    let ends = crates.links.iter().filter(|to| to.is_empty());
    assert_eq!(ends.count(), 97);
    // What depends on nothing is taken away, again and again, until all are gone.
    let mut left: Vec<usize> = (0..306).collect();
    while !left.is_empty() {
        let before = left.len();
        let there = left.clone();
        left.retain(|&j| crates.links[j].iter().any(|to| there.contains(to)));
        assert!(left.len() < before, "a ring among {} crates", left.len());
    }
}

// linfa's function takes the first row of its file for a heading. Its columns
// are centred and have the length 1; bp and s5 stand in our file with two and
// four decimals, in linfa's with all.
#[test]
fn the_diabetes_data_are_linfas_in_their_units() {
    let (ours, theirs) = (diabetes(), linfa_diabetes());
    assert_eq!((ours.x.dim(), theirs.records.dim()), ((442, 10), (441, 10)));
    assert_eq!(ours.y.slice(ndarray::s![1..]), theirs.targets);
    for (j, name) in ours.features.iter().enumerate() {
        let column = ours.x.column(j);
        let centred = &column - column.mean().expect("442 rows");
        let length = centred
            .iter()
            .map(|entry| entry * entry)
            .sum::<f64>()
            .sqrt();
        let rounded = match *name {
            "bp" => 0.5e-2,
            "s5" => 0.5e-4,
            _ => 0.0,
        };
        // A change of each entry by `rounded` moves the mean by as much, and
        // the length by a smaller fraction still.
        let tolerance = 1e-12 + 2.5 * rounded / length;
        for (i, their_entry) in theirs.records.column(j).iter().enumerate() {
            let entry = centred[i + 1] / length;
            assert!((entry - their_entry).abs() < tolerance, "{name}, row {i}");
        }
    }
}

// Sums of scikit-learn's files, in units of the last decimal of each column.
#[test]
fn the_diabetes_data_sum_to_what_scikit_learn_ships() {
    let diabetes = diabetes();
    let units = [1.0, 1.0, 10.0, 100.0, 1.0, 10.0, 10.0, 100.0, 1e4, 1.0];
    let sums = [
        21_445, 649, 116_581, 4_183_398, 83_600, 510_241, 220_065, 179_905, 20_515_036, 40_337,
    ];
    for ((column, unit), sum) in diabetes.x.columns().into_iter().zip(units).zip(sums) {
        let whole = column.map(|entry| (entry * unit).round());
        assert_close(&column * unit, whole.clone(), 1e-9);
        assert_eq!(whole.sum(), f64::from(sum));
    }
    assert_eq!(diabetes.y.sum(), 67_243.0);
    let last = [36.0, 1.0, 19.6, 71.0, 250.0, 133.2, 97.0, 3.0, 4.5951, 92.0];
    assert_eq!(
        (diabetes.x.row(441).to_vec(), diabetes.y[441]),
        (last.to_vec(), 57.0)
    );
}

#[test]
fn the_wines_are_linfas() {
    let (ours, theirs) = (wine(), winequality());
    assert_eq!(ours.x.dim(), (1599, 11));
    assert_eq!(ours.x, theirs.records);
    assert_eq!(ours.y, theirs.targets.mapv(|mark| mark as f64));
    assert_eq!(ours.features.to_vec(), theirs.feature_names());
}

// As UCI describes the file: marks from 3 to 8, most of them 5 and 6.
#[test]
fn the_wines_have_the_marks_that_are_known() {
    let marks = wine().y;
    let with = |mark: f64| marks.iter().filter(|&&y| y == mark).count();
    let counts = [3.0, 4.0, 5.0, 6.0, 7.0, 8.0].map(with);
    assert_eq!(counts, [10, 53, 681, 638, 199, 18]);
}
