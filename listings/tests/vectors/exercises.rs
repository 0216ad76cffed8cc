//! The computed answers to the exercises of chapter 1.

use super::*;

#[test]
fn a_combination_by_hand() {
    let v = [array![1.0, 0.0, -1.0], array![0.0, 2.0, 1.0]];
    let sum = linear_combination(&[2.0, -3.0], &v);
    claim("a-combination-by-hand", "(2, -6, -5)", sum);
}

#[test]
fn find_the_weights() {
    // The sum of both equations is 3a = 6, and the second one is a + b = 5.
    let a = (1.0 + 5.0) / 3.0;
    let weights = [a, 5.0 - a];
    claim("find-the-weights", "(2, 3)", weights);
    let v = [array![2.0, 1.0], array![-1.0, 1.0]];
    assert_eq!(linear_combination(&weights, &v), array![1.0, 5.0]);
}

#[test]
fn average_embedding() {
    let v = [
        array![1.0, 0.0, 2.0],
        array![3.0, 2.0, 0.0],
        array![2.0, 4.0, 1.0],
    ];
    let average = linear_combination(&[1.0 / 3.0; 3], &v);
    claim("average-embedding", "(2, 2, 1)", average);
}

#[test]
fn norms_by_hand() {
    let x = array![1.0, -2.0, 2.0, 0.0];
    claim("norms-by-hand", "5", norm_l1(&x));
    claim("norms-by-hand", "3", norm_l2(&x));
    claim("norms-by-hand", "2", norm_inf(&x));
}

#[test]
fn sum_in_two_orders() {
    let (a, b, c) = (1e16, -1e16, 1.0);
    claim("sum-in-two-orders", "1", (a + b) + c);
    claim("sum-in-two-orders", "0", a + (b + c));
}

#[test]
fn kahan_sum_f32() {
    let tenths = vec![0.1_f32; 10_000_000];
    claim("kahan-sum-f32", r"1\,087\,937", tenths.iter().sum::<f32>());
    claim("kahan-sum-f32", r"1\,000\,000", kahan_sum(tenths));
}

#[test]
fn segment_membership() {
    let (u, v) = (array![1.0, 0.0], array![0.0, 2.0]);
    claim(
        "segment-membership",
        "(0.75, 0.50)",
        point_on_line(&u, &v, 0.25),
    );
    claim("segment-membership", "(-1, 4)", point_on_line(&u, &v, 2.0));
}

#[test]
fn nearest_centroid() {
    let iris = iris();
    let mut centroids = Matrix::zeros((3, 4));
    for (row, label) in iris.x.rows().into_iter().zip(&iris.y) {
        centroids.row_mut(*label).scaled_add(1.0 / 50.0, &row);
    }
    let nearest = |row: Vector| nearest_neighbour(&centroids, &row, norm_l2);
    let right = iris.x.rows().into_iter().zip(&iris.y);
    let right = right.filter(|(row, label)| {
        nearest(row.to_owned()).is_some_and(|(species, _)| species == **label)
    });
    claim("nearest-centroid", "139", right.count());
}
