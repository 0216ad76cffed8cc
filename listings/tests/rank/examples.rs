//! The numbers in the worked examples of chapter 7.

use super::*;

#[test]
fn two_reports() {
    let x = trap();
    let [ana, ben] = [
        array![0.0, 1.462, 4.260, 5.552],
        array![2.0, -0.538, 2.260, 3.552],
    ];
    assert_close(times(&x, &ana), times(&x, &ben), 1e-12);
    let means = petal_means();
    for (mean, reported) in means.iter().zip(ana.iter().skip(1)) {
        assert_close(*mean, *reported, 1e-12);
    }
    claims!(Vector::from(means.to_vec()), ana[3] - ana[2]);
}

#[test]
fn dummy_variable_trap() {
    let x = trap();
    let found = dependencies(&x, 1e-12).expect("finite entries");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].column, 3);
    let weights: Vector = found[0].terms.iter().map(|(_, weight)| *weight).collect();
    // Without setosa: the mean of the first, and what the others have more.
    let [setosa, versicolor, virginica] = petal_means();
    let others = array![setosa, versicolor - setosa, virginica - setosa];
    let kept = x.select(ndarray::Axis(1), &[0, 2, 3]);
    let expected = times(&x, &array![0.0, setosa, versicolor, virginica]);
    let Ok(Solutions::One(determined)) = solution_set(&kept, &expected, 1e-12) else {
        panic!("determined weights");
    };
    assert_close(&determined, others, 1e-12);
    claims!(
        rank(&x, 1e-12).expect("finite entries"),
        weights,
        determined
    );
    // Whatever column is left out, the weights are determined.
    for left_out in 0..4 {
        let kept: Vec<usize> = (0..4).filter(|j| *j != left_out).collect();
        assert_eq!(rank_of(&x.select(ndarray::Axis(1), &kept)), 3);
    }
}

#[test]
fn solve_refuses_the_system_of_the_trap() {
    let x = trap();
    let lengths = iris().x.column(2).to_owned();
    let right = times(&transpose(&x), &lengths);
    assert!(solve(&gram(&x), &right).is_err());
    let kept = x.select(ndarray::Axis(1), &[1, 2, 3]);
    let right = times(&transpose(&kept), &lengths);
    let means = solve(&gram(&kept), &right).expect("independent columns");
    assert_close(means, Vector::from(petal_means().to_vec()), 1e-12);
}

#[test]
fn two_at_a_time_three_vectors_are_independent() {
    let three = array![[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]];
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
        assert_eq!(rank_of(&three.select(ndarray::Axis(1), &[i, j])), 2);
    }
    assert_eq!(rank_of(&three), 2);
}

#[test]
fn new_coordinates() {
    let p = array![[2.0, -1.0], [1.0, 1.0]];
    let x = array![4.0, 5.0];
    let undo = inverse(&p).expect("a basis");
    assert_close(3.0 * &undo, array![[1.0, 1.0], [-1.0, 2.0]], 1e-12);
    let found = solve(&p, &x).expect("a basis");
    claims!(found.mapv(|c| (c * 1e12).round() / 1e12));
}

#[test]
fn columns_times_rows_by_hand() {
    let a = four_by_three();
    let [c, r] = rank_factorisation(&a, 1e-12).expect("finite entries");
    assert_eq!(c, a.slice(ndarray::s![.., ..2]));
    assert_eq!(r, array![[1.0, 0.0, 1.0], [0.0, 1.0, -1.0]]);
    assert_eq!(product(&c, &r), a);
    let row = |i: usize| {
        let rows: Vec<_> = r.rows().into_iter().map(|row| row.to_owned()).collect();
        linear_combination(&c.row(i).to_vec(), &rows)
    };
    claims!(r.column(2).to_owned(), row(0), row(2));
}

#[test]
fn never_inked() {
    let x = digits().x;
    let rank = rank(&x, 1e-14).expect("finite entries");
    let found = dependencies(&x, 1e-14).expect("finite entries");
    let columns: Vec<usize> = found.iter().map(|one| one.column + 1).collect();
    assert_eq!(columns, [1, 33, 40]);
    assert!(found.iter().all(|one| one.terms.is_empty()));
    let most = columns.iter().flat_map(|&j| x.column(j - 1).to_vec());
    claims!(rank, found.len(), most.fold(0.0, f64::max));
    // Two are at the left edge, one is at the right.
    assert_eq!(columns.map_edges(), [0, 0, 7]);
    // With a tolerance of 1e-12 some pivots are taken for rounding.
    assert!(mlmath::rank::rank(&x, 1e-12).expect("finite entries") < 61);
}

trait Edges {
    /// In which column of the picture pixels stand that are counted from 1.
    fn map_edges(&self) -> Vec<usize>;
}

impl Edges for Vec<usize> {
    fn map_edges(&self) -> Vec<usize> {
        self.iter().map(|pixel| (pixel - 1) % 8).collect()
    }
}

#[test]
fn a_low_rank_update() {
    let (d, r) = (4096_usize, 8_usize);
    let (all, factors) = (d * d, 2 * d * r);
    claims!(all, factors, factors as f64 / all as f64);
}

/// Three columns: 1, the petal length in cm, and in inches.
fn twice(inches: impl Fn(f64) -> f64) -> Matrix {
    let x = iris().x;
    Matrix::from_shape_fn((150, 3), |(i, j)| match j {
        0 => 1.0,
        1 => x[[i, 2]],
        _ => inches(x[[i, 2]] / 2.54),
    })
}

#[test]
fn inches_and_centimetres() {
    let rank = |x: &Matrix, tolerance: f64| rank(x, tolerance).expect("finite entries");
    let computed = twice(|x| x);
    let measured = twice(|x| (x * 100.0).round() / 100.0);
    claims!(
        rank(&computed, 0.0),
        rank(&computed, 1e-14),
        rank(&measured, 1e-4),
        rank(&measured, 1e-3)
    );
}

#[test]
fn a_table_of_tenths() {
    let tenths = Matrix::from_shape_fn((3, 3), |(i, j)| (3 * i + j + 1) as f64 / 10.0);
    let entry = |i: usize, j: usize| exactly(tenths[[i, j]]);
    let minor = |i: usize, j: usize| entry(1, i) * entry(2, j) - entry(1, j) * entry(2, i);
    let det = entry(0, 0) * minor(1, 2) - entry(0, 1) * minor(0, 2) + entry(0, 2) * minor(0, 1);
    let rank = |tolerance: f64| rank(&tenths, tolerance).expect("finite entries");
    claims!(rank(0.0), nearest(&det), rank(3.0 * f64::EPSILON));
}

/// The noise of the figure: the part of multiples of a number behind the point,
/// less ½.
fn noise(of: f64) -> Vector {
    Vector::from_shape_fn(150, |i| ((i + 1) as f64 * of).fract() - 0.5)
}

#[test]
fn noise_in_the_weights() {
    let x = iris().x;
    let (lengths, widths) = (x.column(2).to_owned(), x.column(3).to_owned());
    let epsilon = 1e-8;
    let weights = |of: f64| {
        let noise = noise(of);
        let basis = Matrix::from_shape_fn((150, 3), |(i, j)| match j {
            0 => 1.0,
            1 => lengths[i],
            _ => noise[i],
        });
        let right = times(&transpose(&basis), &widths);
        let best = solve(&gram(&basis), &right).expect("independent columns");
        let inches = best[2] / epsilon;
        let cm = best[1] - inches / 2.54;
        (best, inches, cm)
    };
    let (best, inches, cm) = weights((5.0_f64.sqrt() - 1.0) / 2.0);
    let (other_best, other_inches, other_cm) = weights(2.0_f64.sqrt());
    assert_close(other_best[1], best[1], 1e-4);
    claims!(best, inches, cm, other_inches, other_cm, cm + inches / 2.54);
    assert_eq!(format!("{:.3}", other_cm + other_inches / 2.54), "0.416");
    // Each of three columns with such noise is independent of the others.
    let noise = noise(2.0_f64.sqrt());
    let table = Matrix::from_shape_fn((150, 3), |(i, j)| match j {
        0 => 1.0,
        1 => lengths[i],
        _ => lengths[i] / 2.54 + epsilon * noise[i],
    });
    assert_eq!(rank(&table, 1e-12), Ok(3));
}

#[test]
fn ones_and_minus_ones() {
    let n = 60;
    let mut a = Matrix::from_shape_fn((n, n), |(i, j)| match i.cmp(&j) {
        std::cmp::Ordering::Equal => 1.0,
        std::cmp::Ordering::Less => -1.0,
        std::cmp::Ordering::Greater => 0.0,
    });
    let before = rank(&a, 0.99).expect("finite entries");
    assert_eq!(rank(&a, 0.0), Ok(before));
    let entry = -(0.5_f64.powi(58));
    a[[n - 1, 0]] = entry;
    // All products and sums are whole multiples of 1 below 2⁶⁰, and exact from behind.
    let x = Vector::from_shape_fn(n, |i| 2.0_f64.powi((58 - i as i32).max(0)));
    for (i, row) in a.rows().into_iter().enumerate() {
        let terms = row.iter().zip(&x).map(|(a, x)| (a * x) as i128);
        assert_eq!(terms.sum::<i128>(), 0, "row {i}");
    }
    let after = rank(&a, 60.0 * f64::EPSILON).expect("finite entries");
    claims!(before, entry, after);
}

#[test]
fn an_exchange_by_hand() {
    let [u1, u2, u3] = [
        array![1.0, 1.0, 0.0],
        array![1.0, 1.0, 1.0],
        array![0.0, 1.0, 1.0],
    ];
    let [e2, e3] = [array![0.0, 1.0, 0.0], array![0.0, 0.0, 1.0]];
    let second = solve(&columns(&[u1.clone(), e2.clone(), e3]), &u2).expect("a basis");
    let third = solve(&columns(&[u1.clone(), e2, u2.clone()]), &u3).expect("a basis");
    assert_eq!(rank_of(&columns(&[u1, u3, u2])), 3);
    claims!(second, third);
}

#[test]
fn two_planes_in_space() {
    let common = |planes: &Matrix| null_space(planes, ZERO).expect("finite entries").len();
    // Two bases beside each other; each vector of the null space is one in common.
    let in_three = array![
        [1.0, 0.0, 1.0, 0.0],
        [0.0, 1.0, 0.0, 1.0],
        [0.0, 1.0, 1.0, 0.0]
    ];
    claims!(common(&in_three), common(&identity(4)));
}
