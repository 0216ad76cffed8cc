//! The theorems of chapter 4 on lengths: orthogonal matrices, operator norms, and
//! what follows for inverses.

use super::*;

mod theorems {
    use super::*;

    #[test]
    fn orthogonal_preserves() {
        let normals = vectors::<4>(1..=6);
        for_all(normals, |[first, second, x, y]| {
            let (Ok(p), Ok(q)) = (reflection(&first), reflection(&second)) else {
                return;
            };
            let q = product(&p, &q);
            assert!(is_orthogonal(&p, 1e-14) && is_orthogonal(&q, 1e-14));
            assert!(is_orthogonal(&transpose(&q), 1e-14));
            let (q_x, q_y) = (times(&q, &x), times(&q, &y));
            assert_close(dot(&q_x, &q_y), dot(&x, &y), ROUNDING);
            assert_close(norm_l2(&q_x), norm_l2(&x), ROUNDING);
        });
        // 3 to 1: the lengths of images determine the Gram matrix, so if all
        // lengths are those of I, it is that of I.
        for_all(square(1..=4), |a| {
            let (n, basis) = (a.nrows(), standard_basis(a.nrows()));
            let squared = |x: &Vector| norm_l2(&times(&a, x)).powi(2);
            let entry = |(i, j)| {
                let [x, y]: [&Vector; 2] = [&basis[i], &basis[j]];
                (squared(&(x + y)) - squared(x) - squared(y)) / 2.0
            };
            assert_close(Matrix::from_shape_fn((n, n), entry), gram(&a), ROUNDING);
        });
    }

    #[test]
    fn orthogonal_in_the_plane() {
        let angle = || -10.0..10.0_f64;
        for_all((angle(), angle(), angle()), |(alpha, beta, t)| {
            let at = |t: f64| array![t.cos(), t.sin()];
            let (r, mirror) = (rotation(alpha), diagonal(&array![1.0, -1.0]));
            assert_close(times(&r, &at(t)), at(t + alpha), 1e-14);
            let f = product(&r, &mirror);
            assert_close(times(&f, &at(t)), at(alpha - t), 1e-14);
            assert_close(product(&r, &rotation(beta)), rotation(alpha + beta), 1e-14);
            assert_eq!(transpose(&r), rotation(-alpha));
            // Every orthogonal matrix is one of the two; a product of two
            // reflections, and one of them alone.
            let first = reflection(&at(beta)).expect("a unit vector");
            let both = product(&first, &reflection(&at(t)).expect("a unit vector"));
            for (q, det) in [(first, -1.0), (both, 1.0)] {
                let theta = q[[1, 0]].atan2(q[[0, 0]]);
                let expected = match det {
                    1.0 => rotation(theta),
                    _ => product(&rotation(theta), &mirror),
                };
                assert_close(expanded(&q), det, 1e-14);
                assert_close(q, expected, 1e-14);
            }
        });
    }

    #[test]
    fn operator_norm_laws() {
        let values = (matrices::<2>(2..=2, 2..=2), vector(2), scalar());
        for_all(values, |([a, b], x, c)| {
            for (of_vector, norm) in NORMS {
                assert_at_most(
                    of_vector(&times(&a, &x)),
                    norm(&a) * of_vector(&x),
                    ROUNDING,
                );
                assert!(norm(&a) >= 0.0);
                assert_eq!(norm(&a) == 0.0, a == Matrix::zeros((2, 2)));
                assert_close(norm(&scale(c, &a)), c.abs() * norm(&a), ROUNDING);
                let sum = add(&a, &b).expect("one shape");
                assert_at_most(norm(&sum), norm(&a) + norm(&b), ROUNDING);
                assert_at_most(norm(&product(&a, &b)), norm(&a) * norm(&b), ROUNDING);
                assert_eq!(norm(&identity(2)), 1.0);
            }
        });
    }

    #[test]
    fn column_and_row_sums() {
        for_all((matrices::<1>(1..=4, 1..=4), vector(4)), |([a], x)| {
            let x = x.slice(ndarray::s![..a.ncols()]).to_owned();
            let image = times(&a, &x);
            assert_at_most(norm_l1(&image), operator_norm_1(&a) * norm_l1(&x), ROUNDING);
            assert_at_most(
                norm_inf(&image),
                operator_norm_inf(&a) * norm_inf(&x),
                ROUNDING,
            );
            // Attained, where the proof says so.
            let basis = standard_basis(a.ncols());
            let columns: Vector = basis.iter().map(|e| norm_l1(&times(&a, e))).collect();
            assert_eq!(norm_inf(&columns), operator_norm_1(&a));
            let signs = |i: usize| a.row(i).mapv(|a_ij| if a_ij < 0.0 { -1.0 } else { 1.0 });
            let rows: Vector = (0..a.nrows())
                .map(|i| norm_inf(&times(&a, &signs(i))))
                .collect();
            assert_close(norm_inf(&rows), operator_norm_inf(&a), ROUNDING);
        });
    }

    #[test]
    fn bounds_of_the_spectral_norm() {
        for_all(
            (matrices::<1>(2..=2, 2..=2), vectors(2), scalar()),
            |([a], [x, y], t)| {
                let norm = stretched(&a)[0];
                for column in a.columns() {
                    assert_at_most(norm_l2(&column.to_owned()), norm, ROUNDING);
                }
                assert_at_most(norm, norm_frobenius(&a), ROUNDING);
                let normal = array![t.cos(), t.sin()];
                let mirror = reflection(&normal).expect("a unit vector");
                for q in [rotation(t), mirror] {
                    assert_close(stretched(&q)[0], 1.0, 1e-15);
                    assert_close(stretched(&product(&q, &a))[0], norm, ROUNDING);
                    assert_close(stretched(&product(&a, &q))[0], norm, ROUNDING);
                }
                let of_diagonal = stretched(&diagonal(&x))[0];
                assert_close(of_diagonal, norm_inf(&x), ROUNDING);
                let of_outer = stretched(&outer(&x, &y))[0];
                assert_close(of_outer, norm_l2(&x) * norm_l2(&y), ROUNDING);
            },
        );
    }

    #[test]
    fn stretches_of_the_plane() {
        for_all(matrices::<1>(2..=2, 2..=2), |[a]| {
            let [largest, smallest] = stretched(&a);
            assert_close(largest * smallest, expanded(&a).abs(), ROUNDING);
            // 3600 directions: near an extreme, half a step changes the length
            // by less than the square of the step times the norm.
            let lengths = (0..3600).map(|k| {
                let t = f64::from(k) * std::f64::consts::TAU / 3600.0;
                norm_l2(&times(&a, &array![t.cos(), t.sin()]))
            });
            let (low, high) = lengths.fold((f64::INFINITY, 0.0_f64), |(low, high), length| {
                (low.min(length), high.max(length))
            });
            assert_at_most(high, largest, ROUNDING);
            assert_close(high, largest, 1e-5 * largest);
            assert_at_most(smallest, low, ROUNDING);
            // The smallest may be 0, which is left on a slope, not on a curve.
            assert_close(low, smallest, 1e-3 * largest);
        });
    }

    #[test]
    fn neumann_series() {
        for_all(
            (square(1..=4), 0.0..0.95_f64, 0..40_usize),
            |(a, size, k)| {
                let n = a.nrows();
                // The 2-norm has a formula for two rows and columns only.
                let fits = |p: &usize| *p != 1 || n == 2;
                for norm in (0..3).filter(fits).map(|p| NORMS[p].1) {
                    let whole = norm(&a);
                    let a = match whole {
                        0.0 => a.clone(),
                        _ => scale(size / whole, &a),
                    };
                    let rate = norm(&a);
                    let limit = inverted(&(identity(n) - &a));
                    let sum = neumann_sum(&a, k).expect("square");
                    let bound = rate.powi(k as i32 + 1) / (1.0 - rate);
                    assert_at_most(norm(&(limit - sum)), bound, 1e-11);
                }
            },
        );
    }

    #[test]
    fn sherman_morrison() {
        let values = (well_conditioned(1..=5), vectors(5));
        for_all(values, |(a, [u, v])| {
            let n = a.nrows();
            let [u, v] = [u, v].map(|x| x.slice(ndarray::s![..n]).to_owned());
            let a_inverse = inverted(&a);
            let delta = 1.0 + dot(&v, &times(&a_inverse, &u));
            let changed = &a + &outer(&u, &v);
            // The factor of the determinant.
            assert_close(expanded(&changed), expanded(&a) * delta, 1e-6);
            if delta.abs() > 0.1 {
                let updated = mlmath::inverse::sherman_morrison(&a_inverse, &u, &v);
                let updated = updated.expect("a denominator that is not 0");
                // Entries up to 500, and a division by at least 0.1.
                assert_close(product(&updated, &changed), identity(n), 1e-8);
            }
            // Scale u such that the denominator vanishes.
            if (delta - 1.0).abs() > 0.1 {
                let u = &u * (-1.0 / (delta - 1.0));
                let singular = &a + &outer(&u, &v);
                let w = times(&a_inverse, &u);
                assert_close(times(&singular, &w), Vector::zeros(n), 1e-8);
                assert!(norm_l2(&w) > 0.0);
            }
        });
    }
}
