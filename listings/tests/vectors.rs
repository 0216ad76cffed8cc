//! Chapter 1: its theorems, algorithms, examples and exercises.

#[path = "vectors/edges.rs"]
mod edges;
mod support;

use mlmath::data::iris;
use mlmath::prelude::*;
use mlmath::vectors::*;
use support::exact;
use support::{
    assert_at_most, assert_close, claim, for_all, integer, scalar, vector, vectors,
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

mod examples {
    use super::*;

    #[test]
    fn tip_to_tail() {
        let (u, v) = (array![3.0, 1.0], array![1.0, 2.0]);
        claim("tip-to-tail", "(4, 3)", add(&u, &v));
        claim("tip-to-tail", "(2, 4)", scale(2.0, &v));
        claim("tip-to-tail", "(-3, -1)", scale(-1.0, &u));
    }

    #[test]
    fn a_gradient_step() {
        let mut w = array![0.5, -1.2, 2.0];
        let gradient = array![0.2, -0.4, 1.0];
        axpy(-0.1, &gradient, &mut w);
        claim("a-gradient-step", "(0.48, -1.16, 1.90)", &w);
    }

    #[test]
    fn weights_of_a_combination() {
        let v = [array![1.0, 1.0], array![1.0, -1.0]];
        claim(
            "weights-of-a-combination",
            "(5, 1)",
            linear_combination(&[3.0, 2.0], &v),
        );
    }

    #[test]
    fn between_two_points() {
        let (u, v) = (array![2.0, 0.0], array![6.0, 4.0]);
        claim("between-two-points", "(3, 1)", point_on_line(&u, &v, 0.25));
        claim("between-two-points", "(4, 2)", point_on_line(&u, &v, 0.5));
        claim("between-two-points", "(8, 6)", point_on_line(&u, &v, 1.5));
    }

    #[test]
    fn three_norms() {
        let x = array![3.0, -4.0];
        claim("three-norms", "7", norm_l1(&x));
        claim("three-norms", "5", norm_l2(&x));
        claim("three-norms", "4", norm_inf(&x));
        claim("three-norms", "7.07", 2.0_f64.sqrt() * norm_l2(&x));
        claim("three-norms", "8", 2.0 * norm_inf(&x));
    }

    #[test]
    fn one_hot_codes() {
        let e = standard_basis(3);
        claim("one-hot-codes", r"\sqrt{2}", distance(&e[0], &e[2]));
        claim("one-hot-codes", "2", norm_l1(&(&e[0] - &e[2])));
        claim(
            "one-hot-codes",
            "(0.2, 0.5, 0.3)",
            linear_combination(&[0.2, 0.5, 0.3], &e),
        );
    }

    #[test]
    fn a_unit_vector() {
        let x = array![1.0, 2.0, 2.0];
        claim("a-unit-vector", "3", norm_l2(&x));
        let u = unit(&x).expect("x is not zero");
        claim(
            "a-unit-vector",
            r"(\tfrac{1}{3}, \tfrac{2}{3}, \tfrac{2}{3})",
            u,
        );
    }

    #[test]
    fn two_flowers() {
        let flowers = iris().x;
        let difference = &flowers.row(50) - &flowers.row(0);
        claim("two-flowers", "(1.9, -0.3, 3.3, 1.2)", &difference);
        claim("two-flowers", "6.7", norm_l1(&difference));
        claim("two-flowers", "4.00", norm_l2(&difference));
        claim("two-flowers", "3.3", norm_inf(&difference));
    }

    #[test]
    fn tenths() {
        claim("tenths", "0.30000000000000004", 0.1 + 0.2);
        claim("tenths", "0.6000000000000001", (0.1 + 0.2) + 0.3);
        claim("tenths", "0.6", 0.1 + (0.2 + 0.3));
        claim("tenths", "no", (0.1 + 0.2) + 0.3 == 0.1 + (0.2 + 0.3));
    }

    #[test]
    fn an_absorbed_update() {
        let mut w = array![1.0];
        axpy(1e-17, &array![1.0], &mut w);
        claim("an-absorbed-update", "1", w[0]);
        claim(
            "an-absorbed-update",
            r"9\,007\,199\,254\,740\,992",
            2.0_f64.powi(53) + 1.0,
        );
        claim(
            "an-absorbed-update",
            r"16\,777\,216",
            2.0_f32.powi(24) + 1.0,
        );
    }

    #[test]
    fn a_norm_that_overflows() {
        let x: Vector = array![3e200, 4e200];
        let plain = x.mapv(|x_i| x_i * x_i).sum().sqrt();
        claim("a-norm-that-overflows", r"\infty", plain);
        claim("a-norm-that-overflows", r"5 \cdot 10^{200}", norm_l2(&x));
    }
}

mod exercises {
    use super::*;

    #[test]
    fn a_combination_by_hand() {
        let v = [array![1.0, 0.0, -1.0], array![0.0, 2.0, 1.0]];
        let sum = linear_combination(&[2.0, -3.0], &v);
        claim("a-combination-by-hand", "(2, -6, -5)", sum);
    }

    #[test]
    fn average_embedding() {
        let v = [
            array![1.0, 0.0, 2.0],
            array![3.0, 2.0, 0.0],
            array![2.0, 4.0, 1.0],
        ];
        let average = linear_combination(&[1.0 / 3.0; 3], &v);
        claim("average-embedding", "(2, 2, 1)", average);
    }

    #[test]
    fn norms_by_hand() {
        let x = array![1.0, -2.0, 2.0, 0.0];
        claim("norms-by-hand", "5", norm_l1(&x));
        claim("norms-by-hand", "3", norm_l2(&x));
        claim("norms-by-hand", "2", norm_inf(&x));
    }

    #[test]
    fn sum_in_two_orders() {
        let (a, b, c) = (1e16, -1e16, 1.0);
        claim("sum-in-two-orders", "1", (a + b) + c);
        claim("sum-in-two-orders", "0", a + (b + c));
    }

    #[test]
    fn kahan_sum_f32() {
        let tenths = vec![0.1_f32; 10_000_000];
        claim("kahan-sum-f32", r"1\,087\,937", tenths.iter().sum::<f32>());
        claim("kahan-sum-f32", r"1\,000\,000", kahan_sum(tenths));
    }

    #[test]
    fn segment_membership() {
        let (u, v) = (array![1.0, 0.0], array![0.0, 2.0]);
        claim(
            "segment-membership",
            "(0.75, 0.50)",
            point_on_line(&u, &v, 0.25),
        );
        claim("segment-membership", "(-1, 4)", point_on_line(&u, &v, 2.0));
    }

    #[test]
    fn nearest_centroid() {
        let iris = iris();
        let mut centroids = Matrix::zeros((3, 4));
        for (row, label) in iris.x.rows().into_iter().zip(&iris.y) {
            centroids.row_mut(*label).scaled_add(1.0 / 50.0, &row);
        }
        let nearest = |row: Vector| nearest_neighbour(&centroids, &row, norm_l2);
        let right = iris.x.rows().into_iter().zip(&iris.y);
        let right = right.filter(|(row, label)| {
            nearest(row.to_owned()).is_some_and(|(species, _)| species == **label)
        });
        claim("nearest-centroid", "139", right.count());
    }
}
