//! The numbers in the worked examples of chapter 6.

use super::*;
use mlmath::inverse::gram;
use mlmath::linear_systems::{Pivoting, row_echelon, solve};
use mlmath::matrices::{times_vector, transpose};

/// The columns of x = 1, 2, 3 with a bias, as in the preview.
pub fn line() -> Vectors {
    vec![vec![1, 2, 3], vec![1, 1, 1]]
}

#[test]
fn what_a_line_can_say() {
    let targets = [[1, 2, 3], [2, 2, 2], [5, 3, 1]];
    let [one, two, three] = targets.map(|b| weights(&line(), &b));
    let y = [1, -2, 1];
    assert_eq!(products(&y, &line()), [0, 0]);
    claims!(
        one,
        two,
        three,
        products(&y, &line())[0],
        dot(&y, &[1, 2, 2])
    );
}

#[test]
fn lists_and_spans() {
    let [v, twice, e] = [vec![1, 2], vec![2, 4], vec![0, 1]];
    let (line, plane) = (vec![v.clone(), twice.clone()], vec![v.clone(), e.clone()]);
    assert!(is_inside(&[v], &twice) && !is_inside(&line, &e));
    let c = weights(&plane, &[3, 4]);
    for (a, b) in [(5, -1), (0, 7), (-2, -4)] {
        assert_eq!(weights(&plane, &[a, b]), [a as f64, (b - 2 * a) as f64]);
    }
    claims!(c);
}

#[test]
fn light_cannot_be_taken_away() {
    let lamps = [vec![3, 1], vec![1, 2]];
    assert_eq!(weights(&lamps, &[4, 3]), [1.0, 1.0]);
    claims!(weights(&lamps, &[1, 0]));
}

#[test]
fn two_planes_meet() {
    let (floor, wall) = (
        [vec![1, 0, 0], vec![0, 1, 0]],
        [vec![1, 1, 0], vec![0, 0, 1]],
    );
    let c = weights(&[&floor[..], &wall].concat(), &[1, 2, 3]);
    let c: Vec<i128> = c.into_iter().map(|c_j| c_j as i128).collect();
    let parts = [(&c[..2], &floor), (&c[2..], &wall)].map(|(c, vs)| combine(c, vs, 3));
    assert_eq!(parts[1], [0, 0, 3]);
    assert!(is_inside(&floor, &[0, 1, 0]) && is_inside(&wall, &[1, 1, 3]));
    // The upright part of the wall is not in the floor, nor the rest of the floor
    // in the wall.
    assert!(is_inside(&floor, &wall[0]) && !is_inside(&floor, &wall[1]));
    assert!(floor.iter().all(|v| !is_inside(&wall, v)));
    claims!(parts[0]);
}

/// The data matrix of the patients, with a bias.
fn with_bias() -> (Matrix, Vector) {
    let patients = diabetes();
    let ones = Matrix::ones((442, 1));
    (
        ndarray::concatenate![ndarray::Axis(1), patients.x, ones],
        patients.y,
    )
}

/// The root of the mean square of what is missed from row `from` on.
fn typical_error(x: &Matrix, w: &Vector, y: &Vector, from: usize) -> f64 {
    let missed = y - &times_vector(x, w).expect("a weight for each column");
    let squares = missed.iter().skip(from).map(|m| m * m);
    (squares.sum::<f64>() / (y.len() - from) as f64).sqrt()
}

#[test]
fn eleven_patients_fitted() {
    let (columns, y) = patients();
    let few = cut(&columns, 11);
    let rows = Matrix::from_shape_fn((11, 11), |(i, j)| few[j][i] as f64);
    let form = row_echelon(&rows, Pivoting::Largest, 1e-12).expect("finite entries");
    let mut ascending = y[..11].to_vec();
    ascending.sort_unstable();
    for right in [&y[..11], &ascending] {
        assert!(is_inside(&few, right));
    }
    assert!(!is_inside(&cut(&columns, 12), &y[..12]));

    let (x, progressions) = with_bias();
    let w = Vector::from(weights(&few, &y[..11]));
    assert!(
        typical_error(
            &x.slice(ndarray::s![..11, ..]).to_owned(),
            &w,
            &progressions.slice(ndarray::s![..11]).to_owned(),
            0
        ) < 1e-9
    );
    let mean = progressions.mean().expect("442 patients");
    assert_close(mean, 152.1, 0.05);
    let constant = Vector::from_iter((0..11).map(|j| if j == 10 { mean } else { 0.0 }));
    // The best weights for all: the system that chapter 28 calls normal.
    let right = times_vector(&transpose(&x), &progressions).expect("442 rows");
    let best = solve(&gram(&x), &right).expect("independent columns");
    let errors = [&w, &constant, &best].map(|w| typical_error(&x, w, &progressions, 11));
    // They are weights no worse than their neighbours.
    let all = typical_error(&x, &best, &progressions, 0);
    for j in 0..11 {
        for factor in [0.99, 1.01] {
            let mut other = best.clone();
            other[j] *= factor;
            assert!(typical_error(&x, &other, &progressions, 0) > all);
        }
    }
    assert!(errors[0] > 3.0 * errors[1]);
    claims!(form.pivots.len(), errors[0], errors[1], errors[2]);
}

#[test]
fn a_witness_by_hand() {
    let y = witness(&line(), &[1, 2, 2]);
    claims!(y, dot(&y, &[1, 2, 2]));
}

/// The columns of x₁, x₂ and the bias for the four samples of zeros and ones.
pub fn four_samples() -> Vectors {
    vec![vec![0, 0, 1, 1], vec![0, 1, 0, 1], vec![1; 4]]
}

#[test]
fn exclusive_or() {
    let targets = [0, 1, 1, 0];
    let y = witness(&four_samples(), &targets);
    let mut columns = four_samples();
    let product = columns[0]
        .iter()
        .zip(&columns[1])
        .map(|(x, y)| x * y)
        .collect();
    columns.push(product);
    assert_eq!(columns[3], [0, 0, 0, 1]);
    claims!(y, dot(&y, &targets), weights(&columns, &targets));
}

#[test]
fn a_combination_of_polynomials() {
    let vectors = [vec![1, 0, 0], vec![1, 1, 0], vec![1, 2, 1]];
    claims!(weights(&vectors, &[0, 0, 1]));
}

#[test]
fn weights_that_balance() {
    let vectors = [vec![1, -1, 0], vec![0, 1, -1]];
    assert_eq!(products(&[1, 1, 1], &vectors), [0, 0]);
    assert!(!is_inside(&vectors, &[1, 0, 0]));
    claims!(weights(&vectors, &[2, 3, -5]));
}

#[test]
fn one_small_matrix() {
    let columns = [vec![2, 1], vec![2, 1]];
    let [image, other] = [[1, 2], [2, 1]].map(|x| combine(&x, &columns, 2));
    assert_eq!(combine(&[1, -1], &columns, 2), [0, 0]);
    claims!(image, other);
}

#[test]
fn a_boundary_is_no_subspace() {
    let value = |x: [i128; 2]| 2 * x[0] + x[1] - 4;
    assert_eq!([value([2, 0]), value([0, 4])], [0, 0]);
    claims!(value([2, 4]));
}

/// Mantissa and exponent: a number of f64 is the one times 2 to the other.
fn parts(x: f64) -> (i128, i32) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1075;
    ((bits & ((1 << 52) - 1) | 1 << 52) as i128, exponent)
}

#[test]
fn numerics_of_membership() {
    let (columns, y) = patients();
    let Ok(Membership::Inside(fractions)) = membership(&cut(&columns, 11), &y[..11]) else {
        panic!("fitted");
    };
    // The numbers of f64 as whole multiples of 2⁻⁵⁶.
    let exactly = |x: f64| {
        let (mantissa, exponent) = parts(x);
        assert_eq!(mantissa as f64 * 2_f64.powi(exponent), x);
        mantissa << (exponent + 56)
    };
    let [v, b] = [[0.1, 0.7], [0.3, 2.1]].map(|x| x.map(exactly));
    assert!(is_inside(&[vec![1, 7]], &[3, 21]));
    assert!(!is_inside(&[v.to_vec()], &b));
    let difference = (v[0] * b[1] - v[1] * b[0]) as f64 * 2_f64.powi(-112);
    claims!(fractions.denominator.to_string().len(), difference);
}
