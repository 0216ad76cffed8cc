//! The theorems of the main page.

use super::*;

mod theorems {
    use super::*;

    #[test]
    fn best_approximation() {
        for_all(independent(), |(a, [b, other, x])| {
            let p = project(&a, &b).expect("independent columns");
            let rest = &b - &p;
            // Orthogonal to every column.
            assert_close(
                times(&transpose(&a), &rest),
                Vector::zeros(a.ncols()),
                ROUNDING,
            );
            // Every other vector of the subspace is further away, by Pythagoras.
            let v = project(&a, &other).expect("independent columns");
            let apart = norm_l2(&rest).powi(2) + distance(&p, &v).powi(2);
            assert_close(distance(&b, &v).powi(2), apart, 1e-9);
            // Where the rest is not orthogonal, a shadow leads nearer.
            let v = times(&a, &x.slice(ndarray::s![..a.ncols()]).to_owned());
            let elsewhere = &p + &v;
            if norm_l2(&v) > 0.1 {
                let rest = &b - &elsewhere;
                let step = project_onto_line(&rest, &v).expect("a direction");
                assert!(distance(&b, &(&elsewhere + &step)) < norm_l2(&rest));
            }
        });
    }

    #[test]
    fn normal_equations() {
        for_all(independent(), |(a, [b])| {
            let x = least_squares(&a, &b).expect("independent columns");
            let right = times(&transpose(&a), &b);
            assert_close(times(&gram(&a), &x), &right, 1e-10);
            let by_gram = mlmath::projections::normal_equations(&a, &b);
            assert_close(by_gram.expect("independent columns"), &x, 1e-10);
            let by_inverse = mlmath::inverse::inverse(&gram(&a)).expect("independent columns");
            assert_close(times(&by_inverse, &right), x, 1e-9);
        });
        // With dependent columns the nearest vector is one, the weights are many.
        let a = array![[1.0, 1.0], [1.0, 1.0]];
        let b = array![1.0, 3.0];
        for weights in [array![2.0, 0.0], array![-1.0, 3.0]] {
            let rest = &b - &times(&a, &weights);
            assert_eq!(times(&transpose(&a), &rest), array![0.0, 0.0]);
        }
        assert_eq!(
            least_squares(&a, &b),
            Err(ProjectionError::Dependent { column: 1 })
        );
    }

    #[test]
    fn projection_matrices() {
        for_all(independent(), |(a, [b])| {
            let p = projection_matrix(&a).expect("independent columns");
            assert_close(&p, by_definition(&a), ROUNDING);
            assert_close(product(&p, &p), &p, ROUNDING);
            assert_close(transpose(&p), &p, ROUNDING);
            let shadow = times(&p, &b);
            assert_close(&shadow, project(&a, &b).expect("independent"), ROUNDING);
            // I − P projects on what is orthogonal.
            let other = identity(a.nrows()) - &p;
            assert_close(product(&other, &a), Matrix::zeros(a.dim()), ROUNDING);
            assert_close(product(&other, &other), &other, ROUNDING);
            assert_close(dot(&times(&other, &b), &shadow), 0.0, 1e-9);
        });
        // Its own square, but slanted; symmetric, but no projection.
        let slanted = array![[1.0, 1.0], [0.0, 0.0]];
        assert_eq!(product(&slanted, &slanted), slanted);
        let moved = &array![0.0, 1.0] - &times(&slanted, &array![0.0, 1.0]);
        assert_eq!(moved, array![-1.0, 1.0]);
        assert!(dot(&moved, &array![1.0, 0.0]) != 0.0);
        let double = 2.0 * identity(2);
        assert_ne!(product(&double, &double), double);
    }

    #[test]
    fn trace_counts_dimensions() {
        for_all(independent(), |(a, [b])| {
            let p = projection_matrix(&a).expect("independent columns");
            let (m, n) = a.dim();
            assert_close(trace(&p).expect("a square matrix"), n as f64, ROUNDING);
            let other = identity(m) - &p;
            assert_close(trace(&other).expect("square"), (m - n) as f64, ROUNDING);
            assert_close(times(&p, &b) + times(&other, &b), &b, ROUNDING);
        });
    }

    #[test]
    fn leverages() {
        for_all(independent(), |(x, [y])| {
            let h = mlmath::projections::leverages(&x).expect("independent columns");
            assert_close(&h, by_definition(&x).diag().to_owned(), ROUNDING);
            assert_close(h.sum(), x.ncols() as f64, ROUNDING);
            let fit = project(&x, &y).expect("independent columns");
            for i in 0..y.len() {
                assert!((-ROUNDING..=1.0 + ROUNDING).contains(&h[i]), "{h}");
                let mut pulled = y.clone();
                pulled[i] += 3.0;
                let followed = project(&x, &pulled).expect("independent") - &fit;
                assert_close(followed[i], 3.0 * h[i], ROUNDING);
            }
        });
    }

    #[test]
    fn projection_by_right_angles() {
        for_all(independent(), |(a, [b])| {
            let q = Qr::new(&a).expect("shape").q().expect("independent");
            assert_close(gram(&q), identity(q.ncols()), ROUNDING);
            let columns = q.columns().into_iter();
            let shadows = columns.map(|q_j| {
                let q_j = q_j.to_owned();
                project_onto_line(&b, &q_j).expect("a direction")
            });
            let sum = shadows.fold(Vector::zeros(b.len()), |sum, shadow| sum + shadow);
            assert_close(&sum, times(&by_definition(&q), &b), ROUNDING);
            assert_close(sum, times(&by_definition(&a), &b), 1e-10);
        });
    }

    #[test]
    fn qr_exists() {
        for_all(independent(), |(a, [b])| {
            let qr = Qr::new(&a).expect("shape");
            let (q, r) = (qr.q().expect("independent columns"), qr.r());
            assert_factors(&a, &q, &r);
            // Only one pair: Gram–Schmidt finds the same, and Cholesky's factor is R.
            for way in [GramSchmidt::Classical, GramSchmidt::Modified] {
                let (other_q, other_r) = gram_schmidt(&a, way).expect("independent columns");
                assert_factors(&a, &other_q, &other_r);
                assert_close(other_q, &q, ROUNDING);
                assert_close(other_r, &r, ROUNDING);
            }
            let cholesky = mlmath::linear_systems::Cholesky::new(&gram(&a)).expect("definite");
            assert_close(transpose(cholesky.lower()), &r, 1e-10);
            let x = qr.solve(&b).expect("independent columns");
            assert_close(times(&r, &x), times(&transpose(&q), &b), ROUNDING);
            assert_close(x, least_squares(&a, &b).expect("independent"), ROUNDING);
        });
    }

    #[test]
    fn householder_reflection() {
        for_all(independent(), |(_, [x])| {
            let mut u = x.clone();
            u[0] -= norm_l2(&x);
            if norm_l2(&u) > 0.01 {
                let mirror = mlmath::inverse::reflection(&u).expect("a direction");
                let mut first = Vector::zeros(x.len());
                first[0] = norm_l2(&x);
                // u may be 1000 times shorter than x, and its rounding errors grow.
                assert_close(times(&mirror, &x), first, 1e-10);
            }
        });
    }

    #[test]
    fn distance_to_a_hyperplane() {
        for_all(independent(), |(_, [w, x, z])| {
            if norm_l2(&w) < 0.1 {
                return;
            }
            let c = z[0];
            let score = dot(&w, &x) + c;
            let nearest = &x - &(&w * (score / dot(&w, &w)));
            assert_close(dot(&w, &nearest) + c, 0.0, 1e-10);
            let found = distance_to_hyperplane(&x, &w, c).expect("a direction");
            assert_close(found, distance(&x, &nearest), 1e-10);
            assert_close(found, score.abs() / norm_l2(&w), 1e-10);
            // Another point of the hyperplane is no nearer.
            let other = &z - &(&w * ((dot(&w, &z) + c) / dot(&w, &w)));
            assert_at_most(found, distance(&x, &other), 1e-10);
        });
    }
}

/// A = QR with what is promised of the factors.
pub fn assert_factors(a: &Matrix, q: &Matrix, r: &Matrix) {
    assert_close(product(q, r), a, ROUNDING);
    assert_close(gram(q), identity(q.ncols()), ROUNDING);
    for ((i, j), &r_ij) in r.indexed_iter() {
        assert!(i <= j || r_ij == 0.0, "{r}");
        assert!(i != j || r_ij > 0.0, "{r}");
    }
}
