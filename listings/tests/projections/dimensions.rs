//! The deeper pages: three ways to orthogonalise, and a thousand dimensions.

use super::*;
use mlmath::matrix_multiplication::{angle, cosine_similarity};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// A row of ones above a diagonal of ε.
pub fn laeuchli(epsilon: f64) -> Matrix {
    Matrix::from_shape_fn((4, 3), |(i, j)| match i {
        0 => 1.0,
        i if i == j + 1 => epsilon,
        _ => 0.0,
    })
}

fn by(a: &Matrix, way: GramSchmidt) -> Matrix {
    gram_schmidt(a, way).expect("independent columns").0
}

#[test]
fn laeuchli_by_hand() {
    let a = laeuchli(1e-8);
    let [classical, modified] = [GramSchmidt::Classical, GramSchmidt::Modified].map(|w| by(&a, w));
    let column = |q: &Matrix, j: usize| q.column(j).to_owned();
    let [second, third] = [1, 2].map(|j| column(&classical, j));
    let root = 2.0_f64.sqrt();
    assert_close(&second, array![0.0, -1.0, 1.0, 0.0] / root, 1e-15);
    assert_close(&third, array![0.0, -1.0, 0.0, 1.0] / root, 1e-15);
    let other = column(&modified, 2);
    assert_close(&other, array![0.0, -1.0, -1.0, 2.0] / 6.0_f64.sqrt(), 1e-15);
    assert!(dot(&column(&modified, 1), &other).abs() < 1e-15);
    let degrees = angle(&second, &third).expect("no zero vector").to_degrees();
    claims!(
        (dot(&second, &third) * 1e12).round() / 1e12,
        (degrees * 1e9).round() / 1e9,
        dot(&column(&modified, 0), &other)
    );
}

#[test]
fn which_way_for_a_basis() {
    let a = laeuchli(1e-5);
    claims!(
        lost(&by(&a, GramSchmidt::Classical)),
        lost(&by(&a, GramSchmidt::Modified))
    );
    assert!(lost(&Qr::new(&a).expect("shape").q().expect("independent")) < 1e-15);
}

mod theorems {
    use super::*;

    #[test]
    fn mean_squared_cosine() {
        for_all(independent(), |(_, [v])| {
            if norm_l2(&v) < 1e-3 {
                return;
            }
            let n = v.len();
            let signs =
                |k: usize| Vector::from_shape_fn(n, |i| if k >> i & 1 == 0 { 1.0 } else { -1.0 });
            let squares = (0..1 << n).map(|k| {
                let cosine = cosine_similarity(&signs(k), &v).expect("no zero vector");
                cosine * cosine
            });
            let mean = squares.sum::<f64>() / f64::from(1 << n);
            assert_close(mean, 1.0 / n as f64, 1e-12);
        });
    }
}

#[test]
fn signs_in_three_dimensions() {
    let v = Vector::ones(3);
    let mut squares: Vec<f64> = (0..8)
        .map(|k| Vector::from_shape_fn(3, |i| if k >> i & 1 == 0 { 1.0 } else { -1.0 }))
        .map(|s| cosine_similarity(&s, &v).expect("no zero vector").powi(2))
        .collect();
    squares.sort_by(f64::total_cmp);
    let [one, ..] = squares[..] else {
        panic!("eight")
    };
    assert_close(one, 1.0 / 9.0, 1e-15);
    assert_close(squares[6] + squares[7], 2.0, 1e-15);
    claims!(squares.iter().sum::<f64>() / 8.0);
}

#[test]
fn room_for_directions() {
    // The bits of 16 numbers are 1000 signs and a rest that is left out.
    const N: usize = 1000;
    let mut random = Xoshiro256PlusPlus::seed_from_u64(1);
    let mut vectors: Vec<[u64; 16]> = Vec::new();
    for _ in 0..2000 {
        let mut signs: [u64; 16] = std::array::from_fn(|_| random.random());
        signs[15] &= (1 << (N - 15 * 64)) - 1;
        vectors.push(signs);
    }
    let mut largest = 0;
    for (i, s) in vectors.iter().enumerate() {
        for t in &vectors[..i] {
            let different: u32 = s.iter().zip(t).map(|(a, b)| (a ^ b).count_ones()).sum();
            largest = largest.max((N as i64 - 2 * i64::from(different)).abs());
        }
    }
    let largest = largest as f64 / N as f64;
    assert!(largest < 0.2);
    claims!(N, largest);
}

#[test]
fn a_small_sine_to_a_large_power_is_next_to_nothing() {
    let power = 998.0 * 60.0_f64.to_radians().sin().log10();
    assert_eq!(power.round(), -62.0);
}

#[test]
fn the_figure_of_cosines_agrees_with_random_directions() {
    // Between −½ and ½ are two thirds of the angles in the plane, where a third of
    // the directions is beyond 60°; half of the cosines in space.
    let mut random = Xoshiro256PlusPlus::seed_from_u64(2);
    let mut direction = |n: usize| {
        let mut entry = || (0..12).map(|_| random.random::<f64>() - 0.5).sum();
        Vector::from_shape_simple_fn(n, &mut entry)
    };
    for (n, expected) in [(2, 1.0 / 3.0), (3, 0.5)] {
        let pairs = 4000;
        let within = (0..pairs).filter(|_| {
            let [u, v] = [0; 2].map(|_| direction(n));
            cosine_similarity(&u, &v).expect("no zero vector").abs() <= 0.5
        });
        let share = within.count() as f64 / pairs as f64;
        // Four standard errors of at most 0.5/√4000.
        assert!((share - expected).abs() < 0.032, "{n}: {share}");
    }
}
