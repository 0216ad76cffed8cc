//! Chapter 1: its theorems, algorithms, examples and exercises.

mod edges;
mod examples;
mod exercises;
mod flowers;
mod questions;
mod rescaled;
// The solution of the same name looks for its answers here.
#[allow(dead_code, unused_variables)]
#[path = "../../exercises/segment_membership.rs"]
mod segment_membership;

use mlmath::data::iris;
use mlmath::prelude::*;
use mlmath::vectors::*;
use mlmath_testing::{
    assert_at_most, assert_close, claims, exact, for_all, integer, scalar, vector, vectors,
    vectors_of_integers,
};

/// The three norms of the chapter.
const NORMS: [fn(&Vector) -> f64; 3] = [norm_l1, norm_l2, norm_inf];

/// Random vectors have at most 8 entries, of size at most 10 with a factor of at
/// most 11, or integers of size at most 1000: no number in these tests is above
/// 3000. Twenty roundings of it, each of relative size 1.1e-16, stay below this.
const ROUNDING: f64 = 1e-11;

mod theorems {
    use super::*;

    // On integers f64 computes without rounding, so the laws hold exactly.
    #[test]
    fn vector_laws() {
        for_all(
            (vectors_of_integers(1..=8), integer(), integer()),
            |([x, y, z], c, d)| {
                let zero = Vector::zeros(x.len());
                assert_eq!(add(&x, &y), add(&y, &x));
                assert_eq!(add(&add(&x, &y), &z), add(&x, &add(&y, &z)));
                assert_eq!(add(&x, &zero), x);
                assert_eq!(add(&x, &scale(-1.0, &x)), zero);
                assert_eq!(scale(c, &add(&x, &y)), add(&scale(c, &x), &scale(c, &y)));
                assert_eq!(scale(c + d, &x), add(&scale(c, &x), &scale(d, &x)));
                assert_eq!(scale(c, &scale(d, &x)), scale(c * d, &x));
                assert_eq!(scale(1.0, &x), x);
            },
        );
    }

    #[test]
    fn zero_product() {
        for_all((scalar(), vector(1..=2)), |(c, x)| {
            let zero = Vector::zeros(x.len());
            assert_eq!(scale(0.0, &x), zero);
            assert_eq!(scale(c, &zero), zero);
            assert_eq!(scale(c, &x) == zero, c == 0.0 || x == zero);
        });
    }

    #[test]
    fn standard_basis_expansion() {
        for_all(vector(1..=8), |x| {
            let e = standard_basis(x.len());
            assert_eq!(linear_combination(&x.to_vec(), &e), x);
        });
    }

    #[test]
    fn points_on_a_line() {
        for_all((vectors(1..=8), scalar()), |([u, v], t)| {
            let p = point_on_line(&u, &v, t);
            let whole = distance(&u, &v);
            assert_close(distance(&u, &p), t.abs() * whole, ROUNDING);
            assert_close(distance(&p, &v), (1.0 - t).abs() * whole, ROUNDING);
        });
    }

    #[test]
    fn norm_definiteness() {
        for_all(vector(1..=2), |x| {
            for norm in NORMS {
                assert!(norm(&x) >= 0.0);
                assert_eq!(norm(&x) == 0.0, x == Vector::zeros(x.len()));
            }
        });
    }

    #[test]
    fn norm_homogeneity() {
        for_all((scalar(), vector(1..=8)), |(c, x)| {
            for norm in NORMS {
                assert_close(norm(&scale(c, &x)), c.abs() * norm(&x), ROUNDING);
            }
        });
    }

    #[test]
    fn unit_vector() {
        for_all(vector(1..=8), |x| match unit(&x) {
            Ok(u) => {
                assert_close(norm_l2(&u), 1.0, ROUNDING);
                assert_close(scale(norm_l2(&x), &u), x, ROUNDING);
            }
            Err(NoDirection { norm }) => assert_eq!(norm_l2(&x), norm),
        });
    }

    #[test]
    fn triangle_inequality() {
        for_all(vectors(1..=8), |[x, y]| {
            for norm in NORMS {
                assert_at_most(norm(&add(&x, &y)), norm(&x) + norm(&y), ROUNDING);
            }
        });
    }

    #[test]
    fn reverse_triangle_inequality() {
        for_all(vectors(1..=8), |[x, y]| {
            for norm in NORMS {
                let difference = norm(&(&x - &y));
                assert_at_most((norm(&x) - norm(&y)).abs(), difference, ROUNDING);
            }
        });
    }

    #[test]
    fn norm_inequalities() {
        for_all(vector(1..=8), |x| {
            let n = x.len() as f64;
            assert_at_most(norm_inf(&x), norm_l2(&x), ROUNDING);
            assert_at_most(norm_l2(&x), norm_l1(&x), ROUNDING);
            assert_at_most(norm_l1(&x), n.sqrt() * norm_l2(&x), ROUNDING);
            assert_at_most(n.sqrt() * norm_l2(&x), n * norm_inf(&x), ROUNDING);
        });
    }

    // |fl(a + b) − (a + b)| ≤ u|a + b| with u = 2⁻⁵³.
    #[test]
    fn rounded_addition() {
        for_all((exact::number(), exact::number()), |(a, b)| {
            let error = exact::error(a.value + b.value, &[a, b]);
            assert!(error << 53 <= (a.units + b.units).abs());
            assert_eq!(a.value + b.value, b.value + a.value);
        });
    }

    // |error| ≤ γ Σ|xᵢ| with γ = (n − 1)u / (1 − (n − 1)u).
    #[test]
    fn summation_error() {
        for_all(exact::numbers(1..=100), |x| {
            let error = exact::error(x.iter().map(|x_i| x_i.value).sum(), &x);
            let n = x.len() as i128;
            assert!(error * ((1 << 53) - (n - 1)) <= (n - 1) * exact::sum_of_sizes(&x));
        });
    }
}

mod algorithms {
    use super::*;

    // |error| ≤ (2u + O(nu²)) Σ|xᵢ|; for n up to 100, 3u is room enough.
    #[test]
    fn kahan_summation() {
        for_all(exact::numbers(1..=100), |x| {
            let error = exact::error(kahan_sum(x.iter().map(|x_i| x_i.value)), &x);
            assert!(error << 53 <= 3 * exact::sum_of_sizes(&x));
        });
    }

    // A power of two changes no digit, so the norm must be scaled exactly by
    // it, where squares overflow (k > 512) and vanish (k < −537) as well.
    #[test]
    fn scaled_norm() {
        for_all((vectors_of_integers(1..=8), -1000..=1000), |([x], k)| {
            let c = 2.0_f64.powi(k);
            assert_eq!(norm_l2(&scale(c, &x)), c * norm_l2(&x));
            let plain = x.mapv(|x_i| x_i * x_i).sum().sqrt();
            assert_close(norm_l2(&x), plain, ROUNDING);
        });
    }

    #[test]
    fn nearest_row() {
        for_all(vectors(2), |[a, b, c, x]| {
            let rows = [a.view(), b.view(), c.view()];
            let data = ndarray::stack(ndarray::Axis(0), &rows).expect("rows of one size");
            for norm in NORMS {
                let distances = [&a, &b, &c].map(|row| norm(&(row - &x)));
                let (nearest, distance) = nearest_neighbour(&data, &x, norm).expect("a row");
                assert_eq!(distance, distances[nearest]);
                assert!(distances[..nearest].iter().all(|other| *other > distance));
                assert!(distances[nearest..].iter().all(|other| *other >= distance));
            }
        });
    }
}
