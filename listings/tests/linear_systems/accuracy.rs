//! How far a solution can be trusted.

use super::*;

mod theorems {
    use super::*;
    use mlmath_testing::rational;

    #[test]
    fn a_bound_for_each_entry() {
        for_all(with_vectors(square()), |(a, [b])| {
            let n = b.len();
            let Ok(inverse) = inverse(&a) else { return };
            let lu = Lu::new(&a).expect("pivots that are not 0");
            let x = lu.substitute(&b).expect("finite entries");
            let exact = rational::solution(&a, &b).expect("an invertible matrix");
            // e by the formula of the statement.
            let size = |v: &Vector| v.mapv(f64::abs);
            let quotients = |a: &Matrix, b: &Vector, x: &Vector, inverse: &Matrix| {
                let terms = times(&a.mapv(f64::abs), &size(x)) + size(b);
                let rounding = (n + 1) as f64 * f64::EPSILON;
                let bracket = size(&(b - &times(a, x))) + rounding * terms;
                times(&inverse.mapv(f64::abs), &bracket) / size(x)
            };
            let bounds = quotients(&a, &b, &x, &inverse);
            let errors = rational::errors_of_found(&x, &exact);
            for ((error, bound), x_i) in errors.iter().zip(&bounds).zip(&x) {
                // The bound is rounded, and so is the inverse.
                assert!(
                    *x_i == 0.0 || *error <= bound * (1.0 + 1e-6),
                    "{error:e} {bound:e}"
                );
            }
            // In other units: powers of two up to 2^±120.
            let unit = |k: usize| 2.0_f64.powi((k * 97 % 241) as i32 - 120);
            let [d, e] = [3, 5].map(|by| Vector::from_shape_fn(n, |i| unit(by * i + by)));
            let turned = |a: &Matrix, d: &Vector, e: &Vector| {
                Matrix::from_shape_fn((n, n), |(i, j)| d[i] * a[[i, j]] * e[j])
            };
            let [one_by_d, one_by_e] = [&d, &e].map(|unit| unit.mapv(f64::recip));
            let inverse = turned(&inverse, &one_by_e, &one_by_d);
            let (b, x) = (&d * &b, &one_by_e * &x);
            let others = quotients(&turned(&a, &d, &e), &b, &x, &inverse);
            for (bound, other) in bounds.iter().zip(&others) {
                assert!(bound == other || bound.is_nan(), "{bound:e} {other:e}");
            }
        });
    }

    #[test]
    fn backward_error_is_least() {
        for_all(with_vectors(dominant()), |(a, [b, x, change])| {
            let k = (0..x.len()).max_by(|&i, &j| x[i].abs().total_cmp(&x[j].abs()));
            let k = k.expect("at least one entry");
            if x[k].abs() < 0.01 {
                return;
            }
            let least = backward_error(&a, &b, &x).expect("a square matrix");
            // The change of the proof: the residual, in column k alone.
            let residual = &b - &times(&a, &x);
            let mut delta = Matrix::zeros(a.dim());
            delta.column_mut(k).assign(&(&residual / x[k]));
            assert_close(times(&(&a + &delta), &x), &b, 1e-12);
            let size = |delta: &Matrix| operator_norm_inf(delta) / operator_norm_inf(&a);
            assert_close(size(&delta), least, 1e-12);
            // Any other change that does it: add one whose product with x is 0.
            if let Some(j) = (0..x.len()).find(|&j| j != k) {
                let ratio = x[j] / x[k];
                for i in 0..x.len() {
                    delta[[i, j]] += change[i];
                    delta[[i, k]] -= change[i] * ratio;
                }
                assert_close(times(&(&a + &delta), &x), &b, 1e-12);
                assert_at_most(least, size(&delta), 1e-12);
            }
        });
    }

    #[test]
    fn distance_to_singular() {
        for_all(with_vectors(dominant()), |(a, [change])| {
            let inverse = mlmath::inverse::inverse(&a).expect("a dominant diagonal");
            let least = 1.0 / operator_norm_inf(&inverse);
            let condition = condition_number(&a, operator_norm_inf).expect("a square matrix");
            assert_close(least / operator_norm_inf(&a) * condition, 1.0, 1e-12);
            // The change of the proof: y is stretched most, z is what becomes of it.
            let sums = inverse
                .rows()
                .into_iter()
                .map(|row| row.mapv(f64::abs).sum());
            let i = sums.enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
            let (i, _) = i.expect("at least one row");
            let y = inverse
                .row(i)
                .mapv(|entry| if entry < 0.0 { -1.0 } else { 1.0 });
            let z = times(&inverse, &y);
            let k = (0..z.len()).max_by(|&i, &j| z[i].abs().total_cmp(&z[j].abs()));
            let k = k.expect("at least one entry");
            let mut delta = Matrix::zeros(a.dim());
            delta.column_mut(k).assign(&(&y / -z[k]));
            assert_close(operator_norm_inf(&delta), least, 1e-12);
            assert_close(times(&(&a + &delta), &z), Vector::zeros(z.len()), 1e-12);
            // Whatever is smaller leaves an inverse.
            let mut smaller = Matrix::zeros(a.dim());
            smaller.column_mut(k).assign(&change);
            let size = operator_norm_inf(&smaller);
            if size > 0.0 {
                assert!(mlmath::inverse::inverse(&(&a + &smaller * (0.99 * least / size))).is_ok());
            }
        });
    }

    #[test]
    fn perturbed_solution() {
        type Norms = (fn(&Matrix) -> f64, fn(&Vector) -> f64);
        // The last has a formula for two rows and columns only.
        let norms: [Norms; 3] = [
            (operator_norm_inf, norm_inf),
            (operator_norm_1, norm_l1),
            (norm_2_of_two_by_two, norm_l2),
        ];
        for_all(with_vectors(dominant()), |(a, [x, change, other])| {
            if norm_inf(&x) < 0.01 {
                return;
            }
            let b = times(&a, &x);
            // A change of the matrix that leaves its diagonal dominant.
            let delta = mlmath::matrix_multiplication::outer(&change, &other) / 20.0;
            let by_other = solve(&(&a + &delta), &b).expect("a dominant diagonal");
            let fitting = if b.len() == 2 { 3 } else { 2 };
            for (matrix_norm, norm) in norms.into_iter().take(fitting) {
                let kappa = condition_number(&a, matrix_norm).expect("an invertible matrix");
                assert_at_most(1.0, kappa, 1e-12);
                // Another right-hand side.
                let changed = solve(&a, &(&b + &change)).expect("an invertible matrix");
                let relative = norm(&(&changed - &x)) / norm(&x);
                assert_at_most(relative, kappa * norm(&change) / norm(&b), 1e-10);
                // Any approximation, by its residual.
                let residual = &b - &times(&a, &(&x + &other));
                let relative = norm(&other) / norm(&x);
                let size = norm(&residual) / norm(&b);
                assert_at_most(relative, kappa * size, 1e-10);
                assert_at_most(size / kappa, relative, 1e-10);
                // Another matrix.
                let bound = kappa * matrix_norm(&delta) / matrix_norm(&a) * norm(&by_other);
                assert_at_most(norm(&(&by_other - &x)), bound, 1e-10);
            }
        });
        // It is attained: the worst directions of a diagonal matrix.
        let a = diagonal(&array![1.0, 1e-6]);
        let (b, change) = (array![1.0, 0.0], array![0.0, 1e-3]);
        let [x, changed] = [b.clone(), &b + &change].map(|b| solve(&a, &b).expect("invertible"));
        for (matrix_norm, norm) in norms {
            let kappa = condition_number(&a, matrix_norm).expect("an invertible matrix");
            let bound = kappa * norm(&change) / norm(&b);
            assert_close(norm(&(&changed - &x)) / norm(&x), bound, 1e-9);
        }
    }
}
