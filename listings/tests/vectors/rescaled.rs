//! Norms take the unit of their vectors; what is nearest does not depend on it.

use super::*;
use mlmath_testing::rescaled;

fn numbers() -> Vector {
    array![0.3, -1.7, 0.0, 2.9, -0.1]
}

#[test]
fn norms_have_the_unit_of_their_vector() {
    let x = numbers();
    let norms: [fn(&Vector) -> f64; 6] = [
        norm_l1,
        norm_l2,
        norm_inf,
        |x| norm_p(x, 1.5),
        |x| norm_p(x, 7.0),
        |x| norm_p(x, f64::INFINITY),
    ];
    rescaled::factors(|factor| {
        for norm in norms {
            assert_eq!(norm(&(factor * &x)), factor * norm(&x), "{factor:e}");
        }
    });
    rescaled::systems((1, 5), |units| {
        let order: Vector = (0..5).map(|i| x[units.column(i)]).collect();
        for norm in norms {
            assert_close(norm(&order), norm(&x), 1e-14);
        }
    });
}

#[test]
fn the_norm_of_nothing_is_0_without_a_sign() {
    let nothing = Vector::zeros(0);
    for norm in NORMS {
        assert_eq!(norm(&nothing).to_string(), "0");
    }
}

#[test]
fn a_direction_has_no_unit() {
    let x = numbers();
    rescaled::factors(|factor| assert_eq!(unit(&(factor * &x)), unit(&x)));
}

#[test]
fn the_nearest_row_is_the_same_in_another_unit_and_another_order() {
    let data = array![[1.0, 2.0], [0.5, -0.3], [4.0, 4.5], [0.4, -0.4]];
    let x = array![0.47, -0.36];
    let near = |data: &Matrix, x: &Vector| nearest_neighbour(data, x, norm_l2).expect("a row");
    let (row, distance) = near(&data, &x);
    rescaled::factors(|factor| {
        let found = near(&(factor * &data), &(factor * &x));
        assert_eq!(found, (row, factor * distance));
        let apart = super::distance(&(factor * &data.row(0)), &(factor * &x));
        assert_eq!(apart, factor * super::distance(&data.row(0).to_owned(), &x));
    });
    rescaled::systems((1, 4), |units| {
        let order: Vec<usize> = (0..4).map(|i| units.column(i)).collect();
        let (found, _) = near(&data.select(ndarray::Axis(0), &order), &x);
        assert_eq!(order[found], row);
    });
}
