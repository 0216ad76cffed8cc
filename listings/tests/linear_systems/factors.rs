//! Factorisations and triangular systems.

use super::*;

fn assert_factors(a: &Matrix, lu: &Lu) {
    let (l, u) = (lu.lower(), lu.upper());
    assert_close(product(l, u), product(&lu.permutation(), a), ROUNDING);
    for ((i, j), &l_ij) in l.indexed_iter() {
        assert!(i != j || l_ij == 1.0);
        assert!(i >= j || l_ij == 0.0);
        assert!(i <= j || u[[i, j]] == 0.0);
    }
}

mod theorems {
    use super::*;

    #[test]
    fn lu_exists() {
        for_all(square_of_any_rank(), |a| {
            if rank(&a) < a.nrows() {
                // What rounding leaves as pivots gives no certain digit.
                return assert!(solve(&a, &Vector::ones(a.nrows())).is_err());
            }
            let lu = Lu::new(&a).expect("full rank");
            assert_factors(&a, &lu);
            let det = determinant(&a).expect("a square matrix of numbers");
            assert_close(lu.determinant(), det, ROUNDING);
            // Partial pivoting keeps the multipliers small.
            assert!(lu.lower().iter().all(|l_ij| l_ij.abs() <= 1.0));
            assert_factors(
                &a,
                &Lu::with_pivoting(&a, Pivoting::First).expect("full rank"),
            );
        });
    }

    #[test]
    fn growth_of_entries() {
        let largest = |a: &Matrix| a.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        for_all(square(), |a| {
            let n = a.nrows() as i32;
            if let Ok(lu) = Lu::new(&a) {
                // n roundings of numbers of at most this size.
                let bound = 2.0_f64.powi(n - 1) * largest(&a);
                assert_at_most(largest(lu.upper()), bound, 1e-12);
            }
        });
        // The bound is attained.
        for n in 1..=50 {
            let lu = Lu::new(&wilkinson(n)).expect("an invertible matrix");
            assert_eq!(largest(lu.upper()), 2.0_f64.powi(n as i32 - 1));
        }
    }

    #[test]
    fn cholesky_exists() {
        for_all(with_vectors(positive_definite()), |(a, [b])| {
            let cholesky = Cholesky::new(&a).expect("a positive definite matrix");
            let l = cholesky.lower();
            assert_close(product(l, &transpose(l)), &a, 1e-12);
            let (sign, log) = log_determinant(&a).expect("a square matrix");
            assert_eq!(sign, 1.0);
            assert_close(cholesky.log_determinant(), log, 1e-12);
            assert!(l.diag().iter().all(|&l_ii| l_ii > 0.0));
            // Uniqueness: what was put together is found again.
            let mut other = l.clone();
            other.diag_mut().mapv_inplace(|l_ii| l_ii + 1.0);
            let found = Cholesky::new(&product(&other, &transpose(&other)));
            let found = found.expect("a product of this form is positive definite");
            assert_close(found.lower(), &other, 1e-10);
            // It is positive definite: xᵀAx = ‖Lᵀx‖² > 0.
            let form = quadratic_form(&a, &b).expect("a square matrix");
            assert_close(form, norm_l2(&times(&transpose(l), &b)).powi(2), 1e-12);
        });
        // A matrix with xᵀAx ≤ 0 for some x ≠ 0 is refused.
        for_all(with_vectors(positive_definite()), |(a, [x])| {
            let form = quadratic_form(&a, &x).expect("a square matrix");
            if norm_l2(&x) > 0.1 {
                // Lowers xᵀAx below 0 by a multiple of xxᵀ.
                let squared = dot(&x, &x);
                let multiple = 1.01 * form / squared.powi(2);
                let outer = mlmath::matrix_multiplication::outer(&x, &x);
                let lowered = mlmath::matrices::symmetric_part(&(a - multiple * outer));
                let refused = Cholesky::new(&lowered.expect("a square matrix"));
                assert!(matches!(
                    refused,
                    Err(SolveError::NotPositiveDefinite { .. })
                ));
            }
        });
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn substitution() {
        for_all(with_vectors(dominant()), |(a, [x])| {
            let lower =
                Matrix::from_shape_fn(a.dim(), |(i, j)| if i >= j { a[[i, j]] } else { 0.0 });
            let upper = transpose(&lower);
            let forwards = forward_substitution(&lower, &times(&lower, &x));
            assert_close(forwards.expect("no 0 on the diagonal"), &x, 1e-12);
            let backwards = back_substitution(&upper, &times(&upper, &x));
            assert_close(backwards.expect("no 0 on the diagonal"), &x, 1e-12);
            // What lies on the other side of the diagonal is not looked at.
            assert_eq!(
                forward_substitution(&a, &x),
                forward_substitution(&lower, &x)
            );
        });
    }

    #[test]
    fn lu_with_partial_pivoting() {
        for_all(with_vectors(dominant()), |(a, [b, other])| {
            let lu = Lu::new(&a).expect("a dominant diagonal");
            for b in [b, other] {
                let x = lu.solve(&b).expect("finite entries");
                assert_close(times(&a, &x), &b, 1e-13);
                // Gauss–Jordan elimination of chapter 4 is another way.
                let by_inverse = times(&inverse(&a).expect("a dominant diagonal"), &b);
                assert_close(&x, by_inverse, 1e-13);
                assert_eq!(solve(&a, &b), Ok(x));
            }
        });
    }

    #[test]
    fn cholesky_factorisation() {
        for_all(with_vectors(positive_definite()), |(a, [b])| {
            let x = Cholesky::new(&a).and_then(|cholesky| cholesky.solve(&b));
            let x = x.expect("a positive definite matrix");
            assert_close(&x, solve(&a, &b).expect("an invertible matrix"), 1e-12);
            assert_close(times(&a, &x), b, 1e-12);
        });
        // What runs through is positive definite; what is negative somewhere does not.
        for_all(with_vectors(square()), |(a, [x])| {
            let a = mlmath::matrices::symmetric_part(&a).expect("a square matrix");
            let a = a + 0.5 * identity(x.len());
            let form = quadratic_form(&a, &x).expect("a square matrix");
            match Cholesky::new(&a) {
                Ok(cholesky) => {
                    let lower = cholesky.lower();
                    assert_close(product(lower, &transpose(lower)), &a, 1e-13);
                    assert!(norm_inf(&x) < 1e-3 || form > 0.0, "{form}");
                }
                Err(SolveError::NotPositiveDefinite { .. }) => {
                    // A leading block has no positive determinant.
                    let block = |k: usize| a.slice(ndarray::s![..k, ..k]).to_owned();
                    let minor = |k: usize| determinant(&block(k)).expect("finite entries");
                    assert!((1..=x.len()).any(|k| minor(k) < 1e-12), "{a}");
                }
                Err(error) => panic!("{error}"),
            }
            if form < -1e-9 {
                assert!(Cholesky::new(&a).is_err());
            }
        });
    }
}
