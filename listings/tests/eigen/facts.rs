//! The theorems and algorithms of chapter 9.

use super::*;
use mlmath::inverse::determinant;
use mlmath::matrices::trace;
use mlmath_testing::{assert_at_most, for_all, matrices, vector, vectors};
use proptest::strategy::Strategy;

/// A symmetric matrix of scalars.
fn symmetric() -> impl Strategy<Value = Matrix> {
    (1..=6_usize).prop_flat_map(|n| matrices(n..=n, n..=n).prop_map(|[a]| &a + &transpose(&a)))
}

/// VΛV⁻¹ of small integers, with V and Λ: V is 1 on its diagonal and triangular.
fn diagonalised() -> impl Strategy<Value = (Matrix, Matrix, Vector)> {
    (1..=4_usize).prop_flat_map(|n| {
        let entries = proptest::collection::vec(-3..=3_i32, n * n);
        let values = proptest::collection::vec(-4..=4_i32, n);
        (entries, values).prop_map(move |(entries, values)| {
            let v = Matrix::from_shape_fn((n, n), |(i, j)| match i.cmp(&j) {
                std::cmp::Ordering::Less => f64::from(entries[i * n + j]),
                std::cmp::Ordering::Equal => 1.0,
                std::cmp::Ordering::Greater => 0.0,
            });
            let values: Vector = values.into_iter().map(f64::from).collect();
            let back = mlmath::inverse::inverse(&v).expect("ones on the diagonal");
            let a = product(&product(&v, &diagonal(&values)), &back);
            (a, v, values)
        })
    })
}

mod theorems {
    use super::*;

    #[test]
    fn powers_find_the_largest() {
        for_all((diagonalised(), vector(4)), |((a, v, values), weights)| {
            let n = values.len();
            let mut order: Vec<usize> = (0..n).collect();
            order.sort_by(|&i, &j| values[j].abs().total_cmp(&values[i].abs()));
            let weights = weights.slice(ndarray::s![..n]).to_owned();
            let first = order[0];
            if n < 2 || values[first].abs() <= values[order[1]].abs() || weights[first] == 0.0 {
                return;
            }
            let part = |j: usize| weights[j] * &v.column(j).to_owned();
            let bound: f64 = order[1..].iter().map(|&j| norm_l2(&part(j))).sum();
            let ratio = (values[order[1]] / values[first]).abs();
            let mut x = times(&v, &weights);
            for k in 1..=12 {
                x = times(&a, &x) / values[first];
                let missed = norm_l2(&(&x - &part(first)));
                let size = norm_l2(&x) + bound;
                assert_at_most(missed, bound * ratio.powi(k), 1e-12 * size);
            }
        });
    }

    #[test]
    fn ranks_are_an_eigenvector() {
        let links = proptest::collection::vec(proptest::collection::vec(0..5_usize, 0..4), 5);
        for_all((links, 0.05..0.95), |(links, alpha)| {
            let n = links.len();
            let mut g = Matrix::from_elem((n, n), (1.0 - alpha) / n as f64);
            for (j, to) in links.iter().enumerate() {
                let all: Vec<usize> = (0..n).collect();
                let to = if to.is_empty() { &all } else { to };
                for &i in to {
                    g[[i, j]] += alpha / to.len() as f64;
                }
            }
            let ranks = pagerank(&links, alpha, 1e-13).expect("pages");
            assert_close(times(&g, &ranks), &ranks, 1e-12);
            assert_close(ranks.sum(), 1.0, 1e-13);
            // On vectors with the sum 0 each step is shorter by α at least.
            for j in 1..n {
                let mut d = Vector::zeros(n);
                [d[0], d[j]] = [1.0, -1.0];
                for _ in 0..4 {
                    let next = times(&g, &d);
                    assert_at_most(norm_l1(&next), alpha * norm_l1(&d), 1e-15);
                    d = next;
                }
            }
        });
    }

    #[test]
    fn eigenvalues_are_roots() {
        for_all(diagonalised(), |(a, v, values)| {
            let n = values.len();
            let determinant_at =
                |x: f64| determinant(&(&a - &(x * identity(n)))).expect("a square matrix");
            let size = 1.0 + mlmath::inverse::operator_norm_inf(&a);
            for x in -5..=5 {
                let x = f64::from(x);
                let is_one = values.iter().any(|value| *value == x);
                let det = determinant_at(x);
                // What is not 0 is an integer, and not small.
                assert_eq!(is_one, det.abs() < 0.5, "{a}: {x}: {det}");
            }
            for (j, value) in values.iter().enumerate() {
                let v = v.column(j).to_owned();
                assert_close(times(&a, &v), *value * &v, 1e-11 * size);
            }
        });
    }

    #[test]
    fn different_eigenvalues() {
        for_all(diagonalised(), |(_, v, values)| {
            let mut chosen: Vec<usize> = Vec::new();
            for j in 0..values.len() {
                if chosen.iter().all(|&i| values[i] != values[j]) {
                    chosen.push(j);
                }
            }
            let vectors = v.select(ndarray::Axis(1), &chosen);
            assert_eq!(svd(&vectors).expect("finite").rank(), chosen.len());
        });
    }

    #[test]
    fn eigenbasis() {
        for_all(diagonalised(), |(a, v, values)| {
            let n = values.len();
            assert_close(product(&a, &v), product(&v, &diagonal(&values)), 1e-9);
            let back = mlmath::inverse::inverse(&v).expect("independent");
            let mut power = identity(n);
            for k in 1..=4 {
                power = product(&power, &a);
                let powers = diagonal(&values.mapv(|x| x.powi(k)));
                let short = product(&product(&v, &powers), &back);
                let size = 1.0
                    + mlmath::matrices::norm_frobenius(&power)
                    + short.iter().fold(0.0, |m: f64, x| m.max(x.abs()));
                assert_close(short, &power, 1e-9 * size);
            }
        });
        // The shear has not enough of them.
        let shear = array![[1.0, 1.0], [0.0, 1.0]];
        assert_eq!(svd(&(shear - identity(2))).expect("finite").rank(), 1);
    }

    #[test]
    fn trace_and_determinant() {
        for_all(diagonalised(), |(a, _, values)| {
            let size = 1.0 + mlmath::matrices::norm_frobenius(&a);
            assert_close(trace(&a).expect("square"), values.sum(), 1e-12 * size);
            let det = determinant(&a).expect("square");
            let tolerance = 1e-12 * size.powi(values.len() as i32);
            assert_close(det, values.product(), tolerance);
        });
    }

    #[test]
    fn spectral_theorem() {
        for_all(symmetric(), |a| {
            let eigen = symmetric_eigen(&a).expect("a symmetric matrix");
            assert_eigen("any", &a, &eigen);
            let sum = product(
                &product(&eigen.vectors, &diagonal(&eigen.values)),
                &transpose(&eigen.vectors),
            );
            assert_close(sum, &a, 1e-14 * (1.0 + spread(&a)) * a.nrows() as f64);
        });
    }

    #[test]
    fn rayleigh_bounds() {
        for_all((symmetric(), vector(6)), |(a, x)| {
            let n = a.nrows();
            let x = x.slice(ndarray::s![..n]).to_owned();
            if x.iter().all(|x_i| *x_i == 0.0) {
                return;
            }
            let SymmetricEigen { values, vectors } = symmetric_eigen(&a).expect("symmetric");
            let quotient = rayleigh_quotient(&a, &x).expect("n entries");
            let rounding = 1e-14 * (1.0 + spread(&a)) * n as f64;
            assert_at_most(quotient, values[0], rounding);
            assert_at_most(values[n - 1], quotient, rounding);
            let q = vectors.column(0).to_owned();
            let cosine = mlmath::matrix_multiplication::dot(&q, &x) / norm_l2(&x);
            let least = values[0] - (values[0] - values[n - 1]) * (1.0 - cosine * cosine);
            assert_at_most(least, quotient, 2.0 * rounding);
            for j in [0, n - 1] {
                let at = rayleigh_quotient(&a, &vectors.column(j).to_owned()).expect("n entries");
                assert_close(at, values[j], rounding);
            }
        });
    }

    #[test]
    fn signs_of_eigenvalues() {
        for_all((matrices(1..=5, 1..=5), vector(5)), |([b], x)| {
            let a = gram(&b);
            let values = symmetric_eigen(&a).expect("a Gram matrix").values;
            let n = a.nrows();
            let rounding = 1e-14 * n as f64 * (1.0 + spread(&a));
            assert!(values[n - 1] >= -rounding, "{values}");
            // With the least eigenvalue taken off and more, a form has negative values.
            let shifted = &a - &((values[n - 1] + 1.0) * identity(n));
            let SymmetricEigen { values, vectors } = symmetric_eigen(&shifted).expect("symmetric");
            let q = vectors.column(n - 1).to_owned();
            let at_least = rayleigh_quotient(&shifted, &q).expect("n entries");
            assert_close(at_least, -1.0, 2.0 * rounding);
            assert_close(values[n - 1], -1.0, 2.0 * rounding);
            // And a root of each eigenvalue makes B.
            let lifted = symmetric_eigen(&(&a + &identity(n))).expect("symmetric");
            let roots = diagonal(&lifted.values.mapv(f64::sqrt));
            let root = product(&roots, &transpose(&lifted.vectors));
            assert_close(gram(&root), &a + &identity(n), 2.0 * rounding + 1e-14);
            let x = x.slice(ndarray::s![..n]).to_owned();
            assert!(mlmath::matrix_multiplication::dot(&x, &times(&a, &x)) >= -rounding * 500.0);
        });
    }

    #[test]
    fn singular_value_decomposition() {
        for_all(matrices(1..=6, 1..=6), |[a]| {
            let found = svd(&a).expect("finite entries");
            assert_svd("any", &a, &found);
            let small = if a.nrows() >= a.ncols() {
                gram(&a)
            } else {
                gram(&transpose(&a))
            };
            let values = symmetric_eigen(&small).expect("a Gram matrix").values;
            let rounding = 1e-13 * (1.0 + spread(&small));
            assert_close(found.sigma.mapv(|s| s * s), values, rounding);
        });
    }

    #[test]
    fn what_singular_values_say() {
        for_all((matrices(1..=5, 1..=5), vector(5)), |([a], x)| {
            let found = svd(&a).expect("finite entries");
            let x = x.slice(ndarray::s![..a.ncols()]).to_owned();
            let rounding = 1e-13 * (1.0 + spread(&a)) * norm_l2(&x);
            let stretched = norm_l2(&times(&a, &x));
            assert_at_most(stretched, found.sigma[0] * norm_l2(&x), rounding);
            if a.nrows() >= a.ncols() {
                let least = found.sigma[a.ncols() - 1];
                assert_at_most(least * norm_l2(&x), stretched, rounding);
            }
            let first = found.v.column(0).to_owned();
            let rounding = 1e-13 * (1.0 + spread(&a));
            assert_close(norm_l2(&times(&a, &first)), found.sigma[0], rounding);
            let squares = norm_l2(&found.sigma);
            assert_close(squares, mlmath::matrices::norm_frobenius(&a), rounding);
            if a.nrows() == a.ncols() && found.condition_number() < 1e6 {
                let back = mlmath::inverse::inverse(&a).expect("an invertible matrix");
                let of_back = svd(&back).expect("finite entries").sigma;
                let least = found.sigma[a.ncols() - 1];
                assert_close(of_back[0] * least, 1.0, 1e-7);
            }
        });
        // The rank that a product of integers has.
        for k in 0..=3 {
            let a = product(&any(5, k.max(1), 1), &any(k.max(1), 4, 2)) * f64::from(k.min(1) as u8);
            assert_eq!(svd(&a).expect("finite entries").rank(), k);
        }
    }

    #[test]
    fn eckart_young() {
        use mlmath::matrices::norm_frobenius;
        for_all(
            (matrices(2..=5, 2..=5), 0..4_usize, vector(40)),
            |([a], k, near)| {
                let found = svd(&a).expect("finite entries");
                let (m, n) = a.dim();
                let r = m.min(n);
                if k >= r {
                    return;
                }
                let best = found.truncated(k);
                let rounding = 1e-13 * (1.0 + spread(&a));
                let rest = norm_l2(&found.sigma.slice(ndarray::s![k..]).to_owned());
                let missed = norm_frobenius(&(&a - &best));
                assert_close(missed, rest, rounding);
                let largest = svd(&(&a - &best)).expect("finite entries").sigma[0];
                assert_close(largest, found.sigma[k], rounding);
                // Rivals of rank k, near and far: both factors are changed.
                for size in [1e-3, 0.1, 1.0] {
                    let change = |i: usize| size * near[i % 40];
                    let left = Matrix::from_shape_fn((m, k), |(i, j)| {
                        found.u[[i, j]] * found.sigma[j] + change(3 * i + 7 * j)
                    });
                    let right = Matrix::from_shape_fn((k, n), |(j, i)| {
                        found.v[[i, j]] + change(5 * i + 11 * j + 1)
                    });
                    let rival = if k == 0 {
                        Matrix::zeros((m, n))
                    } else {
                        product(&left, &right)
                    };
                    let rounding = rounding * (1.0 + spread(&rival));
                    assert_at_most(missed, norm_frobenius(&(&a - &rival)), rounding);
                    let of_rival = svd(&(&a - &rival)).expect("finite entries").sigma[0];
                    assert_at_most(largest, of_rival, rounding);
                }
            },
        );
    }

    #[test]
    fn shortest_best_solution() {
        for_all(
            (matrices(1..=5, 1..=5), vector(5), vector(5)),
            |([a], b, other)| {
                let (m, n) = a.dim();
                let (b, other) = (
                    b.slice(ndarray::s![..m]).to_owned(),
                    other.slice(ndarray::s![..n]).to_owned(),
                );
                let found = svd(&a).expect("finite entries");
                let k = found.rank();
                if k > 0 && found.sigma[0] / found.sigma[k - 1] > 1e5 {
                    return;
                }
                let back = found.pseudo_inverse().expect("in range");
                let x = times(&back, &b);
                let miss = |x: &Vector| norm_l2(&(times(&a, x) - &b));
                let rounding = 1e-8 * (1.0 + norm_l2(&b));
                assert_at_most(miss(&x), miss(&other), rounding);
                // The same prediction with another vector of the null space in it.
                let inside = times(&back, &times(&a, &other));
                let same = &x + &(&other - &inside);
                assert_close(miss(&same), miss(&x), rounding * (1.0 + norm_l2(&other)));
                assert_at_most(norm_l2(&x), norm_l2(&same), rounding);
            },
        );
    }

    #[test]
    fn courant_fischer() {
        for_all((symmetric(), vectors::<6>(6)), |(a, directions)| {
            let n = a.nrows();
            let SymmetricEigen { values, vectors } = symmetric_eigen(&a).expect("symmetric");
            let rounding = 1e-12 * n as f64 * (1.0 + spread(&a));
            for k in 1..=n {
                // Of an orthonormal basis W the least value is the least eigenvalue of WᵀAW.
                let least = |w: &Matrix| {
                    let small = product(&product(&transpose(w), &a), w);
                    let small = mlmath::matrices::symmetric_part(&small).expect("square");
                    symmetric_eigen(&small).expect("symmetric").values[k - 1]
                };
                let entry = |(i, j): (usize, usize)| directions[j][i];
                let found = svd(&Matrix::from_shape_fn((n, k), entry)).expect("finite");
                assert_at_most(least(&found.u), values[k - 1], rounding);
                let first = vectors.slice(ndarray::s![.., ..k]).to_owned();
                assert_close(least(&first), values[k - 1], rounding);
            }
        });
    }

    #[test]
    fn eigenvalues_move_little() {
        for_all(
            (1..=5_usize).prop_flat_map(|n| matrices::<2>(n..=n, n..=n)),
            |[a, e]| {
                let (a, e) = (&a + &transpose(&a), (&e + &transpose(&e)) * 1e-2);
                let of = |a: &Matrix| symmetric_eigen(a).expect("symmetric").values;
                let moved = (of(&(&a + &e)) - of(&a)).mapv(f64::abs);
                let most = svd(&e).expect("finite").sigma[0];
                let rounding = 1e-14 * (1.0 + spread(&a)) * a.nrows() as f64;
                assert!(
                    moved.iter().all(|m| *m <= most + rounding),
                    "{moved} {most}"
                );
            },
        );
        // Without symmetry they may.
        let PlaneEigenvalues::Real(values) = plane_eigenvalues(Mat([[0.0, 1.0], [1e-10, 0.0]]))
        else {
            panic!("two real eigenvalues");
        };
        assert_close(values[0], 1e-5, 1e-20);
    }

    #[test]
    fn each_rotation_helps() {
        for_all(symmetric(), |a| {
            let n = a.nrows() as f64;
            let steps: Vec<JacobiStep> = jacobi_steps(&a).expect("symmetric").collect();
            for pair in steps.windows(2) {
                let [before, after] =
                    [&pair[0], &pair[1]].map(|step| step.beside_the_diagonal().powi(2));
                let mut largest: f64 = 0.0;
                for ((i, j), b) in pair[0].matrix.indexed_iter() {
                    if i != j {
                        largest = largest.max(b.abs());
                    }
                }
                let rounding = 1e-14 * (1.0 + before);
                assert_close(before - after, 2.0 * largest * largest, rounding);
                assert_at_most(after, (1.0 - 2.0 / (n * (n - 1.0))) * before, rounding);
            }
            let last = steps.last().expect("the start");
            assert!(last.beside_the_diagonal() < 1e-14);
            // Still the same matrix, in other directions.
            let back = product(&product(&transpose(&last.rows), &last.matrix), &last.rows);
            assert_close(back, &steps[0].matrix, 1e-13);
        });
    }

    /// A matrix with two rows, and its complex eigenvalues as real and imaginary parts.
    fn pair_of(a: &Matrix) -> [[f64; 2]; 2] {
        match plane_eigenvalues(Mat([[a[[0, 0]], a[[0, 1]]], [a[[1, 0]], a[[1, 1]]]])) {
            PlaneEigenvalues::Real([x, y]) => [[x, 0.0], [y, 0.0]],
            PlaneEigenvalues::Pair { real, imaginary } => [[real, imaginary], [real, -imaginary]],
        }
    }

    #[test]
    fn trace_and_determinant_of_all() {
        for_all(matrices(2..=2, 2..=2), |[a]| {
            let [[p, q], [r, s]] = pair_of(&a);
            let size = 1.0 + spread(&a).powi(2);
            assert_close(p + r, trace(&a).expect("square"), 1e-14 * size);
            assert_close(
                p * r - q * s,
                determinant(&a).expect("square"),
                1e-13 * size,
            );
            assert_eq!(q + s, 0.0);
        });
    }

    #[test]
    fn multiplicities() {
        for_all(diagonalised(), |(a, _, values)| {
            // Triangular, with more above the diagonal: fewer eigenvectors.
            let n = values.len();
            for above in [0.0, 1.0] {
                let b = Matrix::from_shape_fn((n, n), |(i, j)| match j as i32 - i as i32 {
                    0 => values[i],
                    1 => above,
                    _ => 0.0,
                });
                for value in &values {
                    let algebraic = values.iter().filter(|x| *x == value).count();
                    let shifted = &b - &(*value * identity(n));
                    let geometric = n - svd(&shifted).expect("finite").rank();
                    assert!((1..=algebraic).contains(&geometric), "{b}: {geometric}");
                }
            }
            assert_eq!(a.nrows(), n);
        });
    }

    #[test]
    fn pairs_are_turns() {
        for_all(matrices(2..=2, 2..=2), |[a]| {
            let [[real, imaginary], _] = pair_of(&a);
            if imaginary < 1e-3 {
                return;
            }
            // (A − aI)x = by for x the first axis.
            let x = array![1.0, 0.0];
            let y = (times(&a, &x) - real * &x) / imaginary;
            let v = ndarray::stack![ndarray::Axis(1), x, y];
            let middle = array![[real, -imaginary], [imaginary, real]];
            let size = 1.0 + v.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
            assert_close(
                product(&a, &v),
                product(&v, &middle),
                1e-11 * size * (1.0 + spread(&a)) / imaginary,
            );
            assert!(determinant(&v).expect("square") != 0.0);
        });
    }

    #[test]
    fn powers_vanish() {
        for_all(matrices(2..=2, 2..=2), |[a]| {
            let radius = |a: &Matrix| {
                pair_of(a)
                    .iter()
                    .map(|[x, y]| x.hypot(*y))
                    .fold(0.0, f64::max)
            };
            let size = radius(&a);
            if size < 1e-3 {
                return;
            }
            for wanted in [0.9, 1.1] {
                let mut power = &a * (wanted / size);
                for _ in 0..10 {
                    power = product(&power, &power);
                }
                let largest = power.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
                assert_eq!(wanted < 1.0, largest < 1e-6, "{a}: {largest:e}");
            }
        });
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn power_iteration() {
        super::power_iteration_finds_the_largest();
    }

    #[test]
    fn jacobi_rotations() {
        for seed in 0..60 {
            let n = 1 + seed as usize % 9;
            let a = any_symmetric(n, seed);
            assert_eigen("Jacobi", &a, &jacobi_eigen(&a).expect("symmetric"));
        }
    }

    #[test]
    fn tridiagonal_ql() {
        for seed in 0..60 {
            let n = 1 + seed as usize % 9;
            let a = any_symmetric(n, seed);
            assert_eigen("QL", &a, &symmetric_eigen(&a).expect("symmetric"));
        }
    }

    #[test]
    fn one_sided_jacobi() {
        for seed in 0..40 {
            let (m, n) = (3 + seed as usize % 5, 1 + seed as usize % 3);
            let a = any(m, n, seed);
            let found = svd(&a).expect("finite entries");
            assert_svd("any", &a, &found);
            // AV has orthogonal columns, as long as the singular values.
            let rotated = product(&a, &found.v);
            for (j, column) in rotated.columns().into_iter().enumerate() {
                assert_close(norm_l2(&column.to_owned()), found.sigma[j], 1e-14);
            }
        }
    }

    #[test]
    fn pagerank_by_steps() {
        let links = [vec![1, 2], vec![2], vec![0], vec![], vec![3, 0]];
        let exact = pagerank(&links, 0.9, 1e-14).expect("pages");
        for tolerance in [1e-2, 1e-5, 1e-10] {
            let near = pagerank(&links, 0.9, tolerance).expect("pages");
            assert_at_most(norm_l1(&(&near - &exact)), tolerance, 2e-14);
        }
        for step in pagerank_steps(&links, 0.9).expect("pages").take(40) {
            assert_close(step.sum(), 1.0, 1e-14);
        }
        // The change decides, so a step less would not have been allowed.
        let steps: Vec<Vector> = pagerank_steps(&links, 0.9)
            .expect("pages")
            .take(200)
            .collect();
        let near = pagerank(&links, 0.9, 1e-4).expect("pages");
        let place = steps.iter().position(|step| *step == near).expect("a step");
        let change = |k: usize| 9.0 * norm_l1(&(&steps[k] - &steps[k - 1]));
        assert!(change(place) <= 1e-4 && change(place - 1) > 1e-4);
    }
}

fn power_iteration_finds_the_largest() {
    for seed in 0..60 {
        let n = 2 + seed as usize % 5;
        let values = Vector::from_shape_fn(n, |j| if j == 0 { -4.0 } else { 3.0 - j as f64 });
        let a = with_eigenvalues(&values, seed);
        let start = Vector::from_shape_fn(n, |i| 1.0 + 0.1 * i as f64);
        let pair = mlmath::eigen::power_iteration(&a, &start, 1e-12, 500).expect("a gap");
        assert_close(pair.value, -4.0, 1e-11);
        let residual = norm_l2(&(times(&a, &pair.vector) + 4.0 * &pair.vector));
        assert!(residual < 1e-11, "{residual:e}");
        assert!(pair.residual <= 1e-12);
    }
}
