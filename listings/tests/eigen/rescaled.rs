//! Eigenvalues, singular values and ranks in other units, in another order and
//! of the transpose.

use super::accuracy::sharp;
use super::*;
use mlmath_testing::rescaled;

#[test]
fn eigenvalues_are_multiplied_with_the_matrix() {
    for (name, a) in hard().into_iter().filter(|(name, _)| !name.contains("f64")) {
        let old = symmetric_eigen(&a).expect("a symmetric matrix");
        rescaled::factors(|factor| {
            let new = symmetric_eigen(&(factor * &a)).expect("a symmetric matrix");
            // A power of two changes no digit, except of what was too small for some.
            let back = &new.values / factor;
            let tolerance = f64::MIN_POSITIVE.max(size(&a) * 1e-250);
            assert_close(back, &old.values, tolerance);
            assert_eigen(name, &(factor * &a), &new);
        });
    }
}

#[test]
fn symmetric_matrices_are_decomposed_in_other_units_and_orders() {
    for seed in 0..4 {
        let a = any_symmetric(6, seed);
        rescaled::symmetric(6, |units| {
            let a = units.matrix(&a);
            for solver in [symmetric_eigen, jacobi_eigen] {
                assert_eigen("other units", &a, &solver(&a).expect("a symmetric matrix"));
            }
        });
    }
}

#[test]
fn what_is_not_symmetric_is_refused_in_all_units() {
    let mut a = any_symmetric(5, 3);
    let mut nearly = a.clone();
    nearly[[3, 1]] = nearly[[3, 1]].next_up();
    a[[3, 1]] *= 1.0 + 1e-12;
    rescaled::symmetric(5, |units| {
        assert!(symmetric_eigen(&units.matrix(&nearly)).is_ok());
        let refused = symmetric_eigen(&units.matrix(&a));
        assert!(
            matches!(refused, Err(EigenError::NotSymmetric { .. })),
            "{refused:?}"
        );
    });
}

#[test]
fn singular_values_are_multiplied_with_the_matrix() {
    let near_one = |name: &str| !name.starts_with("far") && !name.starts_with("the ");
    for (name, a) in sharp().into_iter().filter(|(name, _)| near_one(name)) {
        let old = svd(&a).expect("finite entries");
        rescaled::factors(|factor| {
            let new = svd(&(factor * &a)).expect("finite entries");
            let back = &new.sigma / factor;
            assert_close(back, &old.sigma, size(&a) * 1e-250);
            assert_eq!(new.rank(), old.rank(), "{name}");
            assert_eq!((new.u, new.v), (old.u.clone(), old.v.clone()), "{name}");
        });
    }
}

#[test]
fn any_matrix_is_decomposed_in_other_units_and_orders() {
    for (m, n) in [(4, 4), (6, 3), (3, 5), (1, 4)] {
        let a = any(m, n, (m + 10 * n) as u64);
        rescaled::systems((m, n), |units| {
            let a = units.matrix(&a);
            for a in [&a, &transpose(&a)] {
                assert_svd("other units", a, &svd(a).expect("finite entries"));
            }
        });
    }
}

#[test]
fn a_rank_does_not_depend_on_the_unit_or_the_order() {
    let a = product(&any(6, 2, 1), &any(2, 5, 2));
    rescaled::factors(|factor| {
        for a in [&a, &transpose(&a)] {
            assert_eq!(svd(&(factor * a)).expect("finite entries").rank(), 2);
        }
    });
}

#[test]
fn power_iteration_takes_the_same_steps_in_another_unit() {
    let a = any(4, 4, 9) + 3.0 * identity(4);
    let start = array![1.0, -2.0, 0.5, 3.0];
    let old: Vec<Eigenpair> = power_steps(&a, &start).expect("a start").take(30).collect();
    rescaled::factors(|factor| {
        for other in [1.0, 2.0_f64.powi(-300), 2.0_f64.powi(300)] {
            let (a, start) = (factor * &a, other * &start);
            let steps = power_steps(&a, &start).expect("a start");
            for (new, old) in steps.zip(&old) {
                assert_eq!(new.value / factor, old.value);
                assert_eq!((&new.vector, new.residual), (&old.vector, old.residual));
            }
        }
    });
}

#[test]
fn ranks_of_pages_follow_the_pages_into_another_order() {
    let links = [vec![1, 2], vec![2], vec![0], vec![0, 4], vec![]];
    let old = pagerank(&links, 0.85, 1e-13).expect("five pages");
    let order = [3, 0, 4, 2, 1];
    let place = |page: usize| order.iter().position(|&p| p == page).expect("each");
    let renamed: Vec<Vec<usize>> = order
        .iter()
        .map(|&page| links[page].iter().map(|&to| place(to)).collect())
        .collect();
    let new = pagerank(&renamed, 0.85, 1e-13).expect("five pages");
    let expected: Vector = order.iter().map(|&page| old[page]).collect();
    assert_close(new, expected, 1e-12);
}

#[test]
fn eigenvalues_of_the_plane_are_multiplied_with_the_matrix() {
    for seed in 0..100 {
        let a = any(2, 2, seed);
        let at = |factor: f64| {
            plane_eigenvalues(Mat([
                [a[[0, 0]] * factor, a[[0, 1]] * factor],
                [a[[1, 0]] * factor, a[[1, 1]] * factor],
            ]))
        };
        rescaled::factors(|factor| {
            let times = match at(1.0) {
                PlaneEigenvalues::Real(pair) => PlaneEigenvalues::Real(pair.map(|x| x * factor)),
                PlaneEigenvalues::Pair { real, imaginary } => PlaneEigenvalues::Pair {
                    real: real * factor,
                    imaginary: imaginary * factor,
                },
            };
            assert_eq!(at(factor), times);
        });
    }
}
