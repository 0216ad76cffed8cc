//! The theorems and the algorithm of chapter 4 on determinants.

use super::*;

mod theorems {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn area_of_a_parallelogram() {
        for_all(vectors(2), |[a_1, a_2]: [Vector; 2]| {
            let det = a_1[0] * a_2[1] - a_2[0] * a_1[1];
            assert_close(
                det,
                expanded(&ndarray::stack![ndarray::Axis(1), a_1, a_2]),
                ROUNDING,
            );
            // Base times height, with the sine of the angle between the two.
            let (base, side) = (norm_l2(&a_1), norm_l2(&a_2));
            let turn = a_2[1].atan2(a_2[0]) - a_1[1].atan2(a_1[0]);
            assert_close(det, base * side * turn.sin(), ROUNDING);
        });
    }

    #[test]
    fn exchanging_columns() {
        for_all((small_integers(2..=4), scalar()), |(a, c)| {
            let (det, n) = (expanded(&a), a.nrows());
            let mut exchanged = a.clone();
            for i in 0..n {
                exchanged.swap([i, 0], [i, n - 1]);
            }
            assert_eq!(expanded(&exchanged), -det);
            let mut added = a.clone();
            added.column_mut(n - 1).scaled_add(c, &a.column(0));
            assert_close(expanded(&added), det, ROUNDING);
            let mut combined = a.clone();
            let combination = 2.0 * &a.column(0) - 3.0 * &a.column(n / 2);
            combined.column_mut(n - 1).assign(&combination);
            if n > 2 {
                assert_eq!(expanded(&combined), 0.0);
            }
        });
    }

    #[test]
    fn only_one_determinant() {
        for_all(small_integers(1..=4), |a| {
            // The sum of the proof: all lists, signs by counting exchanges.
            let n = a.nrows();
            let terms = permuted(n).into_iter().map(|(list, sign)| {
                let factors = list.iter().enumerate().map(|(j, &i)| a[[i, j]]);
                sign * factors.product::<f64>()
            });
            let sum: f64 = terms.sum();
            assert_eq!(sum, expanded(&a));
            // Another function with properties 1 and 2.
            let b = Matrix::from_shape_fn((n, n), |(i, j)| ((i * i + 2 * j) % 5) as f64);
            let f = |a: &Matrix| expanded(&product(&b, a));
            assert_eq!(f(&a), f(&identity(n)) * sum);
        });
    }

    #[test]
    fn determinant_exists() {
        for_all(
            (small_integers(1..=4), small_integers(4..=4), -9..=9_i32),
            |(a, other, c)| {
                let (n, c) = (a.nrows(), f64::from(c));
                for k in 0..n {
                    let replaced = |column: &Vector| {
                        let mut a = a.clone();
                        a.column_mut(k).assign(column);
                        expanded(&a)
                    };
                    let x = a.column(k).to_owned();
                    let y = other.slice(ndarray::s![..n, 0]).to_owned();
                    let combined = replaced(&(&x + &(c * &y)));
                    assert_eq!(combined, replaced(&x) + c * replaced(&y));
                    for l in (0..n).filter(|&l| l != k) {
                        assert_eq!(replaced(&a.column(l).to_owned()), 0.0);
                    }
                }
                assert_eq!(expanded(&identity(n)), 1.0);
            },
        );
    }

    #[test]
    fn determinant_of_a_product() {
        for_all((two_square(1..=4), -9..=9_i32), |([a, b], c)| {
            let (n, c) = (a.nrows() as i32, f64::from(c));
            assert_eq!(expanded(&product(&a, &b)), expanded(&a) * expanded(&b));
            assert_eq!(expanded(&scale(c, &a)), c.powi(n) * expanded(&a));
            if let Ok(inverse) = inverse(&a) {
                assert_close(expanded(&inverse) * expanded(&a), 1.0, ROUNDING);
            }
        });
    }

    #[test]
    fn invertible_iff_determinant() {
        let [invertible, singular] = [Cell::new(0), Cell::new(0)];
        for_all(small_integers(1..=4), |a| {
            let found = inverse(&a).is_ok();
            assert_eq!(found, expanded(&a) != 0.0, "{a}");
            let count = if found { &invertible } else { &singular };
            count.set(count.get() + 1);
        });
        assert!(invertible.get() > 20 && singular.get() > 20);
    }

    #[test]
    fn determinant_of_the_transpose() {
        for_all(small_integers(1..=4), |a| {
            assert_eq!(expanded(&transpose(&a)), expanded(&a));
            let diagonal: f64 = a.diag().product();
            let lower =
                Matrix::from_shape_fn(a.dim(), |(i, j)| if i >= j { a[[i, j]] } else { 0.0 });
            assert_eq!(expanded(&lower), diagonal);
            assert_eq!(expanded(&transpose(&lower)), diagonal);
        });
        // Of an orthogonal matrix it is 1 or −1: a mirror changes the sign.
        for_all(vectors(1..=5), |[first, second]: [Vector; 2]| {
            let mirrors = [first, second].map(|normal| reflection(&normal));
            let [Ok(p), Ok(q)] = mirrors else { return };
            assert_close(expanded(&p), -1.0, 1e-13);
            assert_close(expanded(&product(&p, &q)), 1.0, 1e-13);
        });
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn determinant_by_elimination() {
        for_all(small_integers(1..=5), |a| {
            // Entries up to 4 in 5 columns: determinants of at most 5!·4⁵, and
            // some dozen roundings of numbers of this size.
            let det = determinant(&a).expect("a square matrix of numbers");
            assert_close(det, expanded(&a), 1e-9);
            let (sign, log) = log_determinant(&a).expect("a square matrix of numbers");
            assert_close(sign * log.exp(), det, 1e-8);
        });
    }
}
