//! How far a solution can be trusted.

use super::*;

mod theorems {
    use super::*;

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
