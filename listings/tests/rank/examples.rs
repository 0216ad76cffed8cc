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
