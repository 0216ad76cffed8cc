//! The computed answers to the exercises of chapter 7.

#[path = "../../exercises/solutions/extend_to_basis.rs"]
mod extending;
#[path = "../../exercises/solutions/rank_modulo.rs"]
mod modulo;

use super::*;

#[test]
fn two_factors_and_an_intercept() {
    let x = Matrix::from_shape_fn((6, 6), |(i, j)| {
        let (district, floor) = (i % 2, i / 2);
        let one = match j {
            0 => true,
            1 | 2 => district == j - 1,
            _ => floor == j - 3,
        };
        f64::from(u8::from(one))
    });
    let null = null_space(&x, ZERO).expect("finite entries");
    let printed = [
        array![1.0, -1.0, -1.0, 0.0, 0.0, 0.0],
        array![1.0, 0.0, 0.0, -1.0, -1.0, -1.0],
    ];
    for vector in &printed {
        assert_eq!(times(&x, vector), Vector::zeros(6));
    }
    assert_eq!(rank_of(&columns(&printed)), 2);
    claims!(x.ncols(), rank_of(&x), null.len());
    let kept = |kept: &[usize]| rank_of(&x.select(ndarray::Axis(1), kept));
    assert_eq!(kept(&[0, 1, 3, 4]), 4, "one column of each code is gone");
    assert_eq!(kept(&[1, 2, 3, 4]), 4, "the intercept and a floor");
    assert_eq!(kept(&[2, 3, 4, 5]), 4, "the intercept and a district");
}

#[test]
fn three_in_space() {
    let with = |t: f64| array![[1.0, 0.0, 1.0], [1.0, 1.0, t], [0.0, 1.0, 1.0]];
    // The determinant is 2 − t.
    let det = |t: f64| determinant(&with(t)).expect("a square matrix");
    let t = 3.0 * det(0.0) / (det(0.0) - det(3.0));
    assert_eq!(rank_of(&with(t)), 2);
    let found = dependencies(&with(t), ZERO).expect("finite entries");
    let weights: Vector = found[0].terms.iter().map(|(_, weight)| *weight).collect();
    claims!(t, weights);
}

#[test]
fn coordinates_by_hand() {
    let p = array![[1.0, 1.0], [1.0, -1.0]];
    let undo = inverse(&p).expect("a basis");
    let x = array![7.0, 3.0];
    claims!(&undo, times(&undo, &x), times(&p, &x));
}

#[test]
fn factors_by_hand() {
    let a = array![
        [1.0, 2.0, 0.0, 1.0],
        [2.0, 4.0, 1.0, 5.0],
        [1.0, 2.0, 1.0, 4.0]
    ];
    let [c, r] = rank_factorisation(&a, ZERO).expect("finite entries");
    let r = r.mapv(|x| x.round());
    assert_eq!(product(&c, &r), a);
    let null = null_space(&a, ZERO).expect("finite entries");
    let null: Vec<Vector> = null.iter().map(|x| x.mapv(|x| x.round() + 0.0)).collect();
    for x in &null {
        assert_eq!(times(&a, x), Vector::zeros(3));
    }
    claims!(rank_of(&a), c, r, null[0], null[1], c.len() + r.len());
}

#[test]
fn when_factors_pay() {
    let (m, n) = (11_008_usize, 4096_usize);
    let pays = |r: &usize| r * (m + n) < m * n;
    let most = (1..=4096).filter(pays).max().expect("some");
    let factors = 16 * (m + n);
    assert_eq!(m * n, 45_088_768);
    claims!(most, factors, factors as f64 / (m * n) as f64);
}

#[test]
fn rank_modulo() {
    let x = digits().x;
    let row = |row: ndarray::ArrayView1<'_, f64>| row.iter().map(|&x| x as i64).collect();
    let rows: Vec<Vec<i64>> = x.rows().into_iter().map(row).collect();
    claims!(modulo::rank_modulo(&rows, (1 << 31) - 1));
}

#[test]
fn the_rank_modulo_a_prime_is_at_most_the_rank() {
    for_all(of_known_rank(), |(a, r)| {
        let row = |row: ndarray::ArrayView1<'_, f64>| row.iter().map(|&x| x as i64).collect();
        let rows: Vec<Vec<i64>> = a.rows().into_iter().map(row).collect();
        // Determinants of such matrices are far smaller than this prime.
        assert_eq!(modulo::rank_modulo(&rows, (1 << 31) - 1), r);
        for p in [2, 3, 5, 7] {
            assert!(modulo::rank_modulo(&rows, p) <= r);
        }
    });
}

#[test]
fn extend_to_basis() {
    let given = [array![1.0, 1.0, 0.0], array![1.0, 1.0, 1.0]];
    let appended = extending::extend_to_basis(&given, ZERO).expect("finite entries");
    assert_eq!(appended.len(), 1);
    claims!(appended[0]);
}

#[test]
fn equal_and_zero_ranks_of_a_sum() {
    let [a, b] = [
        array![[1.0, 0.0], [0.0, 0.0]],
        array![[0.0, 0.0], [0.0, 1.0]],
    ];
    assert_eq!(rank_of(&(&a + &b)), rank_of(&a) + rank_of(&b));
    assert_eq!(rank_of(&(&a - &a)), 0);
}

#[test]
fn when_a_pivot_counts() {
    let delta = 0.5_f64.powi(20);
    let a = array![[1.0, 1.0], [1.0, 1.0 + delta]];
    let least = delta / (4.0 + delta);
    assert_eq!(rank(&a, least * (1.0 - 1e-12)), Ok(2));
    assert_eq!(rank(&a, least * (1.0 + 1e-12)), Ok(1));
    claims!(least);
}

#[test]
fn exchange_two() {
    let [u1, u2] = [array![0.0, 2.0, 1.0], array![1.0, 2.0, 1.0]];
    let [e1, e3] = [array![1.0, 0.0, 0.0], array![0.0, 0.0, 1.0]];
    let found = solve(&columns(&[e1, u1.clone(), e3.clone()]), &u2).expect("a basis");
    assert_eq!(rank_of(&columns(&[u2, u1, e3])), 3);
    claims!(found);
}
