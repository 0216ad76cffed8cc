//! What chapter 6 proves, tried on whole vectors, where nothing is rounded.

use super::*;
use mlmath::linear_systems::{Pivoting, Solutions, row_echelon, solution_set};
use proptest::prelude::*;

/// Vectors as the columns of a matrix.
fn matrix(vectors: &[Vec<i128>], m: usize) -> Matrix {
    Matrix::from_shape_fn((m, vectors.len()), |(i, j)| vectors[j][i] as f64)
}

/// How many pivots the matrix with these columns has, none if it is empty.
fn rank(vectors: &[Vec<i128>], m: usize) -> usize {
    match vectors {
        [] => 0,
        _ => {
            let form = row_echelon(&matrix(vectors, m), Pivoting::Largest, 1e-9);
            form.expect("finite entries").pivots.len()
        }
    }
}

/// The vectors that span N(A), for the A with these columns, times what makes
/// them whole: for each column that is in the span of those before it.
fn null_vectors(columns: &[Vec<i128>]) -> Vectors {
    let relation = |j: usize| match membership(&columns[..j], &columns[j]) {
        Ok(Membership::Inside(fractions)) => {
            let mut relation = fractions.numerators;
            relation.push(-fractions.denominator);
            relation.resize(columns.len(), 0);
            Some(relation)
        }
        _ => None,
    };
    (0..columns.len()).filter_map(relation).collect()
}

mod theorems {
    use super::*;

    #[test]
    fn what_a_model_can_predict() {
        for_all(question(), |(vs, b, c)| {
            let m = b.len();
            // Every prediction is in the column space, without and with a bias …
            assert!(is_inside(&vs, &combine(&c, &vs, m)));
            let mut with_bias = vs.clone();
            with_bias.push(vec![1; m]);
            let mut prediction = combine(&c, &vs, m);
            prediction.iter_mut().for_each(|y_i| *y_i += 2);
            assert!(is_inside(&with_bias, &prediction));
            // … and the system is consistent only for what is there.
            if !vs.is_empty() {
                let right = b.iter().map(|&b_i| b_i as f64).collect();
                let solutions =
                    solution_set(&matrix(&vs, m), &right, 1e-9).expect("finite entries");
                assert_eq!(is_inside(&vs, &b), solutions != Solutions::None);
            }
        });
    }

    #[test]
    fn weights_or_witness() {
        for_all(question(), |(vs, b, c)| {
            let m = b.len();
            match membership(&vs, &b).expect("small numbers") {
                Membership::Inside(fractions) => {
                    let d = fractions.denominator;
                    let multiple: Vec<_> = b.iter().map(|b_i| d * b_i).collect();
                    assert_eq!(combine(&fractions.numerators, &vs, m), multiple);
                    assert!(d > 0);
                }
                Membership::Outside(y) => {
                    assert!(products(&y, &vs).iter().all(|&product| product == 0));
                    assert_ne!(dot(&y, &b), 0);
                    // It is no witness against anything in the span.
                    assert_eq!(dot(&y, &combine(&c, &vs, m)), 0);
                    assert_eq!(rank(&vs, m) + 1, rank(&[&vs[..], &[b]].concat(), m));
                }
            }
        });
    }

    #[test]
    fn more_entries_than_vectors() {
        for_all(vectors(), |(vs, m)| {
            let e = |i: usize| (0..m).map(|j| i128::from(i == j)).collect::<Vec<_>>();
            // If they span ℝᵐ, they span the standard basis, and otherwise not.
            let spans = (0..m).all(|i| is_inside(&vs, &e(i)));
            assert!(!spans || vs.len() >= m);
            assert_eq!(spans, rank(&vs, m) == m);
        });
    }

    #[test]
    fn subspace_test() {
        // Subsets of the plane over the whole numbers −4 to 4, by what they ask.
        type Asked = fn(i128, i128) -> bool;
        let sets: [(Asked, [bool; 3]); 6] = [
            (|x, y| x == 3 * y, [true; 3]),
            (|x, y| x == 0 && y == 0, [true; 3]),
            (|x, y| x == 3 * y + 1, [false; 3]),
            (|x, _| x >= 0, [true, true, false]),
            (|x, y| x * y == 0, [true, false, true]),
            (|_, _| false, [false, true, true]),
        ];
        for (asked, conditions) in sets {
            let all = (-4..=4).flat_map(|x| (-4..=4).map(move |y| (x, y)));
            let members: Vec<_> = all.filter(|&(x, y)| asked(x, y)).collect();
            let pairs = || {
                members
                    .iter()
                    .flat_map(|u| members.iter().map(move |v| (u, v)))
            };
            let found = [
                asked(0, 0),
                pairs().all(|(u, v)| asked(u.0 + v.0, u.1 + v.1)),
                members
                    .iter()
                    .all(|u| (-3..=3).all(|c| asked(c * u.0, c * u.1))),
            ];
            assert_eq!(found, conditions);
            // Law 4 asks for a negative of each in the set.
            let laws = members.iter().all(|u| asked(-u.0, -u.1));
            assert!(laws || !found[2]);
        }
        // The set of all combinations passes it, whatever the vectors.
        for_all((vectors(), -3..=3_i128), |((vs, m), c)| {
            let weights: Vec<_> = (1..).take(vs.len()).collect();
            let [x, y] = [1, -2].map(|s| {
                combine(
                    &weights.iter().map(|w| s * w + 1).collect::<Vec<_>>(),
                    &vs,
                    m,
                )
            });
            let sum: Vec<_> = x.iter().zip(&y).map(|(x_i, y_i)| x_i + y_i).collect();
            let multiple: Vec<_> = x.iter().map(|x_i| c * x_i).collect();
            for z in [vec![0; m], sum, multiple] {
                assert!(is_inside(&vs, &z));
            }
        });
    }

    #[test]
    fn span_is_smallest() {
        let values = vectors().prop_flat_map(|(vs, m)| (Just(vs), list(m), small(m)));
        for_all(values, |(vs, more, b)| {
            let larger = [&vs[..], &more[..]].concat();
            assert!(vs.iter().all(|v| is_inside(&vs, v)));
            // The span of more vectors contains these, and so all of their span.
            assert!(!is_inside(&vs, &b) || is_inside(&larger, &b));
            // So does a subspace that is given by what it is orthogonal to.
            if products(&b, &vs).iter().all(|&product| product == 0) {
                let weights: Vec<_> = (1..).take(vs.len()).collect();
                assert_eq!(dot(&b, &combine(&weights, &vs, b.len())), 0);
            }
        });
    }

    #[test]
    fn intersections_and_sums() {
        let values = (1..=5_usize).prop_flat_map(|m| (list(m), list(m), Just(m)));
        for_all(values, |(us, ws, m)| {
            let both = [&us[..], &ws[..]].concat();
            let minus: Vectors = ws
                .iter()
                .map(|w| w.iter().map(|w_i| -w_i).collect())
                .collect();
            // What Σ cᵢuᵢ − Σ dⱼwⱼ = 0 says: both sums are one vector of the
            // intersection. Sums and multiples of such vectors are in both again.
            let relations = null_vectors(&[&us[..], &minus[..]].concat());
            let common: Vectors = relations
                .iter()
                .map(|c| combine(&c[..us.len()], &us, m))
                .collect();
            let all = combine(&vec![3; common.len()], &common, m);
            for x in common.iter().chain([&all]) {
                assert!(is_inside(&us, x) && is_inside(&ws, x));
            }
            // A vector of the sum is one of U and one of W.
            let weights: Vec<_> = (1..).take(both.len()).collect();
            let x = combine(&weights, &both, m);
            let Ok(Membership::Inside(found)) = membership(&both, &x) else {
                panic!("a combination");
            };
            let (c, d) = found.numerators.split_at(us.len());
            let [u, w] = [combine(c, &us, m), combine(d, &ws, m)];
            assert!(is_inside(&us, &u) && is_inside(&ws, &w));
            let sum: Vec<_> = u.iter().zip(&w).map(|(u_i, w_i)| u_i + w_i).collect();
            let multiple: Vec<_> = x.iter().map(|x_i| found.denominator * x_i).collect();
            assert_eq!(sum, multiple);
            // As ranks say it: nothing of the intersection is missing.
            assert_eq!(
                rank(&common, m) + rank(&both, m),
                rank(&us, m) + rank(&ws, m)
            );
        });
    }

    #[test]
    fn spaces_of_a_matrix() {
        for_all(question(), |(vs, b, _)| {
            let m = b.len();
            // N(A) is orthogonal to the rows, and to their combinations.
            let rows = transposed(&vs);
            for z in null_vectors(&vs) {
                assert_eq!(combine(&z, &vs, m), vec![0; m]);
                assert!(products(&z, &rows).iter().all(|&product| product == 0));
                let combination = combine(&b, &rows, vs.len());
                assert_eq!(dot(&z, &combination), 0);
            }
            // b is a combination of the columns unless something in N(Aᵀ) objects.
            if !vs.is_empty() {
                let objections = null_vectors(&rows);
                let none = objections.iter().all(|y| dot(y, &b) == 0);
                assert_eq!(is_inside(&vs, &b), none);
                assert!(
                    objections
                        .iter()
                        .all(|y| products(y, &vs).iter().all(|&p| p == 0))
                );
            }
        });
    }

    #[test]
    fn affine_sets() {
        for_all((question(), -3..=3_i128), |((us, p, c), t)| {
            let m = p.len();
            let within = |x: &[i128]| {
                let difference: Vec<_> = x.iter().zip(&p).map(|(x_i, p_i)| x_i - p_i).collect();
                is_inside(&us, &difference)
            };
            let [u, v] = [combine(&c, &us, m), combine(&vec![1; us.len()], &us, m)];
            let plus = |x: &[i128], y: &[i128]| -> Vec<_> {
                x.iter().zip(y).map(|(x_i, y_i)| x_i + y_i).collect()
            };
            let [x, y] = [&u, &v].map(|u| plus(&p, u));
            assert!(within(&x) && within(&y));
            // With two points the line through them, but sums and 0 only if p ∈ U.
            let line: Vec<_> = x
                .iter()
                .zip(&y)
                .map(|(x_i, y_i)| (1 - t) * x_i + t * y_i)
                .collect();
            assert!(within(&line));
            let is_subspace = is_inside(&us, &p);
            assert_eq!(within(&vec![0; m]), is_subspace);
            assert_eq!(within(&plus(&x, &y)), is_subspace);
            if is_subspace {
                assert!(within(&u));
            }
            // The hyperplane pᵀx = t, times pᵀp to be whole, is a shifted null space.
            if p.iter().any(|&p_i| p_i != 0) {
                let row: Vectors = p.iter().map(|&p_i| vec![p_i]).collect();
                let shift: Vec<_> = p.iter().map(|p_i| t * p_i).collect();
                let beta = t * dot(&p, &p);
                for z in null_vectors(&row).iter().chain([&vec![0; m]]) {
                    assert_eq!(dot(&p, &plus(&shift, z)), beta);
                }
                assert_eq!(dot(&p, &vec![0; m]) == beta, beta == 0);
            }
        });
    }

    // Polynomials of degree at most 4 are equal if their numbers are, and these
    // are determined by five values.
    #[test]
    fn finite_witness() {
        let value = |p: &[i128], x: i128| p.iter().rev().fold(0, |sum, a| sum * x + a);
        let values = question().prop_filter("a feature", |(vs, ..)| !vs.is_empty());
        for_all(values, |(features, f, _)| {
            let sampled = |p: &Vec<i128>| (-3..=3).map(|x| value(p, x)).collect::<Vec<_>>();
            let samples: Vectors = features.iter().map(sampled).collect();
            let inside = is_inside(&features, &f);
            match membership(&samples, &sampled(&f)).expect("small numbers") {
                Membership::Inside(_) => assert!(inside),
                Membership::Outside(y) => {
                    assert!(!inside);
                    // As few places as the theorem says.
                    let places = y.iter().filter(|&&y_i| y_i != 0).count();
                    assert!((1..=features.len() + 1).contains(&places));
                }
            }
        });
    }
}

mod algorithms {
    use super::*;

    // Against elimination in f64, whose rounding is far below what these small
    // determinants can be; and the answer does not depend on the order.
    #[test]
    fn exact_membership() {
        for_all(question(), |(vs, b, _)| {
            let m = b.len();
            let inside = rank(&vs, m) == rank(&[&vs[..], std::slice::from_ref(&b)].concat(), m);
            assert_eq!(is_inside(&vs, &b), inside);
            let reversed: Vectors = vs.iter().rev().cloned().collect();
            assert_eq!(is_inside(&reversed, &b), inside);
            // A vector that is a combination of those before it has the weight 0.
            if let Membership::Inside(fractions) = membership(&vs, &b).expect("small numbers") {
                for j in 0..vs.len() {
                    assert!(!is_inside(&vs[..j], &vs[j]) || fractions.numerators[j] == 0);
                }
            }
        });
    }
}
