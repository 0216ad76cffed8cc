//! Jacobi's iteration and conjugate gradients.

use super::*;

mod theorems {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn pagerank_is_well_conditioned() {
        let webs = (1..=6_usize).prop_flat_map(|n| {
            let shares = vec(0.0..1.0_f64, n * n);
            (shares, vec(-1.0..1.0_f64, n), 0.05..0.95_f64, any::<bool>())
        });
        for_all(webs, |(shares, start, alpha, with_diagonal)| {
            let n = start.len();
            let mut m = Matrix::from_shape_vec((n, n), shares).expect("n² entries");
            // Alone, a page can only link to itself.
            let with_diagonal = with_diagonal || n == 1;
            if !with_diagonal {
                m.diag_mut().fill(0.0);
            }
            m.mapv_inplace(|share| share + if share > 0.0 { 0.01 } else { 0.0 });
            if with_diagonal {
                m.diag_mut().mapv_inplace(|share| share + 0.01);
            }
            for mut column in m.columns_mut() {
                let sum = column.sum();
                column.mapv_inplace(|share| share / sum);
            }
            let a = identity(n) - alpha * &m;
            let b = Vector::from_elem(n, (1.0 - alpha) / n as f64);
            let ranks = solve(&a, &b).expect("an invertible matrix");
            assert_close(ranks.sum(), 1.0, 1e-12);
            assert!(ranks.iter().all(|&rank| rank > 0.0));
            let kappa = condition_number(&a, operator_norm_1).expect("a square matrix");
            let bound = (1.0 + alpha) / (1.0 - alpha);
            assert_at_most(kappa / bound, 1.0, 1e-12);
            if !with_diagonal {
                assert_close(kappa / bound, 1.0, 1e-12);
            }
            let mut x = Vector::from(start);
            let first = norm_l1(&(&x - &ranks));
            for k in 1..30 {
                x = alpha * times(&m, &x) + &b;
                assert_at_most(norm_l1(&(&x - &ranks)), alpha.powi(k) * first, 1e-12);
            }
        });
    }

    #[test]
    fn jacobi_converges() {
        for_all(with_vectors(dominant()), |(a, [b])| {
            let x = solve(&a, &b).expect("a dominant diagonal");
            let factor = |i: usize| (norm_l1(&a.row(i).to_owned()) / a[[i, i]].abs()) - 1.0;
            let factor = (0..b.len()).map(factor).fold(0.0, f64::max);
            // The matrices are made so that it is about one half.
            assert_at_most(factor, 0.5, 1e-12);
            let errors = jacobi_steps(&a, &b).expect("no 0 on the diagonal");
            let errors: Vec<f64> = errors.take(40).map(|it| norm_inf(&(&it.x - &x))).collect();
            for pair in errors.windows(2) {
                assert_at_most(pair[1], factor * pair[0], 1e-14);
            }
            let last = errors.last().expect("the start");
            assert_at_most(*last, 1e-10, 0.0);
        });
    }

    #[test]
    fn solution_is_the_minimum() {
        for_all(with_vectors(positive_definite()), |(a, [b, d])| {
            let form = |x: &Vector| quadratic_form(&a, x).expect("a square matrix");
            let q = |x: &Vector| form(x) / 2.0 - dot(&b, x);
            let x = solve(&a, &b).expect("a positive definite matrix");
            let rise = q(&(&x + &d)) - q(&x);
            assert_close(rise, form(&d) / 2.0, 1e-11);
            assert!(norm_l2(&d) < 1e-3 || rise > 0.0);
            // Along a line through any point, the lowest point is where the text
            // says.
            let p = &d;
            if norm_l2(p) > 0.1 {
                let start = Vector::ones(b.len());
                let alpha = dot(p, &(&b - &times(&a, &start))) / form(p);
                let at = |t: f64| q(&(&start + &(p * t)));
                let curve = form(p) / 2.0;
                for t in [-1.0, -0.1, 0.1, 2.0] {
                    assert_close(at(alpha + t) - at(alpha), curve * t * t, 1e-9);
                }
            }
        });
    }

    #[test]
    fn conjugate_gradients_terminate() {
        for_all(with_vectors(positive_definite()), |(a, [b])| {
            let n = b.len();
            if norm_l2(&b) < 0.1 {
                return;
            }
            let steps = conjugate_gradient_steps(|x| times(&a, x), &b).expect("finite entries");
            let iterates: Result<Vec<Iterate>, _> = steps.take(n + 1).collect();
            let iterates = iterates.expect("a positive definite matrix");
            // In exact arithmetic the last one is the solution. In f64 it is so up
            // to rounding, as the condition is at most 65.
            let last = iterates.last().expect("the start");
            assert_at_most(norm_l2(&(&b - &times(&a, &last.x))), 1e-9, 0.0);
            let residuals: Vec<&Vector> = iterates.iter().map(|it| &it.residual).collect();
            for (k, pair) in iterates.windows(2).enumerate() {
                let p = &pair[1].x - &pair[0].x;
                // Residuals are orthogonal to each other, directions to A times
                // each other.
                for before in &residuals[..=k] {
                    assert_close(dot(before, residuals[k + 1]), 0.0, 1e-9);
                }
                for earlier in iterates[..=k].windows(2) {
                    let earlier = &earlier[1].x - &earlier[0].x;
                    assert_close(dot(&p, &times(&a, &earlier)), 0.0, 1e-9);
                }
            }
        });
    }

    #[test]
    fn conjugate_gradients_rate() {
        // A diagonal matrix has the 2-norm of its largest entry.
        for_all(
            (
                1.0..1000.0_f64,
                proptest::collection::vec(0.0..1.0_f64, 2..40),
            ),
            |(kappa, d)| {
                let mut d: Vector = d.iter().map(|t| 1.0 + t * (kappa - 1.0)).collect();
                (d[0], d[1]) = (1.0, kappa);
                let a = diagonal(&d);
                let b = Vector::from_shape_fn(d.len(), |i| (i as f64).cos());
                let x = &b / &d;
                let size = |e: &Vector| quadratic_form(&a, e).expect("a square matrix").sqrt();
                let steps = conjugate_gradient_steps(|x| times(&a, x), &b).expect("finite entries");
                let root = kappa.sqrt();
                for (k, iterate) in steps.take(60).enumerate() {
                    let iterate = iterate.expect("a positive definite matrix");
                    let bound = 2.0 * ((root - 1.0) / (root + 1.0)).powi(k as i32) * size(&x);
                    assert_at_most(size(&(&iterate.x - &x)), bound, 1e-11);
                }
            },
        );
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn jacobi_iteration() {
        for_all(with_vectors(dominant()), |(a, [b])| {
            let iterates = jacobi_steps(&a, &b).expect("no 0 on the diagonal");
            let iterates: Vec<Iterate> = iterates.take(4).collect();
            for pair in iterates.windows(2) {
                let old = &pair[0].x;
                let entry = |i: usize| {
                    let others = (0..b.len()).filter(|&j| j != i);
                    let sum: f64 = others.map(|j| a[[i, j]] * old[j]).sum();
                    (b[i] - sum) / a[[i, i]]
                };
                assert_close(&pair[1].x, Vector::from_shape_fn(b.len(), entry), 1e-13);
                assert_close(&pair[1].residual, &b - &times(&a, &pair[1].x), 1e-13);
            }
            let end = jacobi(&a, &b, 1e-12, 100).expect("a dominant diagonal");
            assert_close(end.x, solve(&a, &b).expect("invertible"), 1e-11);
        });
    }

    #[test]
    fn conjugate_gradients() {
        for_all(with_vectors(positive_definite()), |(a, [b])| {
            let end = conjugate_gradient(|x| times(&a, x), &b, 1e-12, 30);
            let end = end.expect("a positive definite matrix");
            assert_close(&end.x, solve(&a, &b).expect("invertible"), 1e-10);
            assert_at_most(end.residual, 1e-12, 1e-14);
            // The residual that is carried along is the residual.
            let steps = conjugate_gradient_steps(|x| times(&a, x), &b).expect("finite entries");
            for iterate in steps.take(b.len()) {
                let Iterate { x, residual } = iterate.expect("a positive definite matrix");
                assert_close(residual, &b - &times(&a, &x), 1e-12);
            }
        });
    }
}
