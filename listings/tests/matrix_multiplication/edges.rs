//! Edge cases of chapter 3 that its page does not show.

use super::*;
use mlmath::matrices::Mat;
use mlmath::vectors::NoDirection;
use std::array::from_fn;

#[test]
fn a_product_that_does_not_fit_names_both_shapes() {
    let (a, b) = (Matrix::zeros((2, 3)), Matrix::zeros((2, 3)));
    for product in PRODUCTS {
        let error = product(&a, &b).expect_err("three columns, two rows");
        assert_eq!(error.to_string(), "2×3 times 2×3 is no product");
    }
    let error = multiplications((2, 3), (2, 3)).expect_err("three columns, two rows");
    assert_eq!(error.to_string(), "2×3 times 2×3 is no product");
}

#[test]
fn a_single_row_or_column_is_not_repeated() {
    for shape in [(1, 4), (1, 1)] {
        for product in PRODUCTS {
            assert!(product(&Matrix::ones((2, 3)), &Matrix::ones(shape)).is_err());
        }
    }
}

#[test]
fn all_programs_agree_on_random_factors() {
    for_all(factors_of_integers(1..=6), |[a, b]| {
        for product in PRODUCTS {
            assert_eq!(product(&a, &b), Ok(a.dot(&b)));
        }
    });
}

#[test]
fn rows_with_weights_are_the_three_loops_and_the_product_of_ndarray() {
    for_all(factors_of_integers(1..=6), |[a, b]| {
        let mut product = Matrix::zeros((a.nrows(), b.ncols()));
        for i in 0..a.nrows() {
            for k in 0..a.ncols() {
                for j in 0..b.ncols() {
                    product[[i, j]] += a[[i, k]] * b[[k, j]];
                }
            }
        }
        assert_eq!(matmul(&a, &b), Ok(product));
        assert_eq!(matmul(&a, &b), Ok(a.dot(&b)));
    });
}

#[test]
fn an_empty_sum_is_a_zero_matrix() {
    for product in PRODUCTS {
        let result = product(&Matrix::zeros((2, 0)), &Matrix::zeros((0, 3)));
        assert_eq!(result, Ok(Matrix::zeros((2, 3))));
        let result = product(&Matrix::zeros((0, 2)), &Matrix::zeros((2, 3)));
        assert_eq!(result, Ok(Matrix::zeros((0, 3))));
    }
    assert_eq!(dot(&Vector::zeros(0), &Vector::zeros(0)), 0.0);
}

// A row of zeros hides nothing: 0 times infinity is NaN, as IEEE 754 says.
#[test]
fn a_nan_or_an_infinity_in_a_factor_reaches_the_product() {
    let zeros = Matrix::zeros((5, 5));
    for bad in [f64::NAN, f64::INFINITY] {
        let mut other = Matrix::zeros((5, 5));
        other[[2, 3]] = bad;
        for product in PRODUCTS {
            let result = product(&zeros, &other).expect("square matrices");
            assert!(result.column(3).iter().all(|entry| entry.is_nan()));
            assert_eq!(result.column(2), Vector::zeros(5));
            let result = product(&other, &zeros).expect("square matrices");
            assert!(result.row(2).iter().all(|entry| entry.is_nan()));
        }
    }
}

#[test]
fn it_does_not_matter_how_the_factors_lie_in_memory() {
    for_all(factors_of_integers(1..=6), |[a, b]| {
        let turned = |m: &Matrix| -> Matrix { transpose(m).reversed_axes() };
        for product in PRODUCTS {
            assert_eq!(product(&turned(&a), &turned(&b)), Ok(a.dot(&b)));
        }
    });
}

// Each entry is summed in the order of k, so rounding is the same too.
#[test]
fn all_programs_round_alike() {
    let a = Matrix::from_shape_fn((9, 300), |(i, k)| ((i * 300 + k) as f64).sin());
    let b = Matrix::from_shape_fn((300, 7), |(k, j)| ((k * 7 + j) as f64).cos());
    for product in PRODUCTS {
        assert_eq!(product(&a, &b), matmul(&a, &b));
    }
}

// By the bound of the page, an entry of (AB)C is off by at most the fraction g
// of the same entry with all numbers positive, g = ku/(1 − ku) with k = n + p
// for n×p in the middle; so is that of A(BC). On tenths, which f64 rounds.
#[test]
fn brackets_move_up_to_rounding() {
    let u = f64::EPSILON / 2.0;
    for_all(factors_of_integers(1..=6), |factors: [Matrix; 3]| {
        let [a, b, c] = factors.map(|factor| factor / 10.0);
        let k = (b.nrows() + b.ncols()) as f64;
        let g = k * u / (1.0 - k * u);
        let [of_a, of_b, of_c] = [&a, &b, &c].map(|factor| factor.mapv(f64::abs));
        let sizes = times(&times(&of_a, &of_b), &of_c);
        let difference = times(&times(&a, &b), &c) - times(&a, &times(&b, &c));
        for (d, size) in difference.iter().zip(&sizes) {
            assert_at_most(d.abs(), 2.0 * g * size, 0.0);
        }
    });
}

#[test]
fn an_identity_changes_not_a_digit_of_what_is_finite() {
    for_all(matrices::<1>(1..=5, 1..=5), |[a]| {
        assert_eq!(times(&identity(a.nrows()), &a), a);
        assert_eq!(times(&a, &identity(a.ncols())), a);
    });
    let product = times(&identity(2), &array![[f64::INFINITY], [1.0]]);
    assert!(product[[1, 0]].is_nan());
}

#[test]
fn a_matrix_whose_shape_is_its_type_multiplies_as_the_others_do() {
    let factors = (matrices::<1>(2..=2, 3..=3), matrices::<1>(3..=3, 4..=4));
    for_all(factors, |([a], [b])| {
        let left = Mat::<2, 3>(from_fn(|i| from_fn(|k| a[[i, k]])));
        let right = Mat::<3, 4>(from_fn(|k| from_fn(|j| b[[k, j]])));
        let Mat(product) = left * right;
        let product = Matrix::from_shape_fn((2, 4), |(i, j)| product[i][j]);
        assert_eq!(product, times(&a, &b));
    });
}

#[test]
#[should_panic(expected = "the vectors have dimensions 2 and 3")]
fn a_dot_product_needs_one_dimension() {
    dot(&array![1.0, 2.0], &array![1.0, 2.0, 3.0]);
}

#[test]
fn what_has_no_direction_has_no_angle() {
    let x = array![1.0, 2.0];
    let zero = array![0.0, 0.0];
    let none = Err(NoDirection { norm: 0.0 });
    assert_eq!(cosine_similarity(&x, &zero), none);
    assert_eq!(cosine_similarity(&zero, &x), none);
    assert_eq!(angle(&zero, &x), none);
    assert!(angle(&x, &array![f64::NAN, 1.0]).is_err());
}

#[test]
fn cosines_of_huge_and_of_tiny_vectors_are_in_range() {
    let (x, y) = (array![3e300, 4e300], array![4e-300, 3e-300]);
    let cosine = cosine_similarity(&x, &y).expect("neither is zero");
    assert_close(cosine, 0.96, 1e-15);
}

#[test]
fn a_cosine_is_never_above_one() {
    for_all(vectors::<1>(1..=8), |[x]| {
        if norm_l2(&x) == 0.0 {
            return;
        }
        let cosine = cosine_similarity(&x, &vectors::scale(3.0, &x)).expect("x is not zero");
        assert!(cosine <= 1.0);
        assert_close(cosine, 1.0, 1e-15);
        let opposite = cosine_similarity(&x, &vectors::scale(-3.0, &x)).expect("x is not zero");
        assert!(opposite >= -1.0);
        assert_eq!(angle(&x, &vectors::scale(-1.0, &x)), Ok(PI));
    });
}

#[test]
fn a_small_angle_is_accurate_where_the_cosine_is_not() {
    let tiny = 1e-9;
    let (x, y) = (array![1.0, 0.0], array![f64::cos(tiny), f64::sin(tiny)]);
    assert_close(angle(&x, &y).expect("unit vectors") / tiny, 1.0, 1e-12);
    let cosine = cosine_similarity(&x, &y).expect("unit vectors");
    assert_eq!(cosine.acos(), 0.0);
}

#[test]
fn the_programs_for_a_product_agree_on_the_irises() {
    let x = iris().x;
    let theirs = x.dot(&x.t());
    for product in PRODUCTS {
        let gram = product(&x, &transpose(&x)).expect("150×4 times 4×150");
        assert_close(gram, &theirs, 1e-12);
    }
}

#[test]
fn unit_vectors_have_their_cosine_as_dot_product() {
    for_all(vectors(1..=8), |[x, y]| {
        if let (Ok(u), Ok(v)) = (unit(&x), unit(&y)) {
            let cosine = cosine_similarity(&x, &y).expect("both have a direction");
            assert_close(dot(&u, &v), cosine, 1e-15);
            let theta = angle(&x, &y).expect("both have a direction");
            assert_close(theta.cos(), cosine, 1e-14);
        }
    });
}

// What school says of (a + b)² holds for matrices that commute.
#[test]
fn the_square_of_a_sum_has_both_mixed_products() {
    for_all(matrices_of_integers(2..=2, 2..=2), |[a, b]| {
        let square = |m: &Matrix| times(m, m);
        let mixed = sum(&times(&a, &b), &times(&b, &a));
        let expected = sum(&sum(&square(&a), &mixed), &square(&b));
        assert_eq!(square(&sum(&a, &b)), expected);
    });
    let (r, s) = (
        array![[0.0, -1.0], [1.0, 0.0]],
        array![[1.0, 1.0], [0.0, 1.0]],
    );
    let school = &times(&r, &r) + &scale(2.0, &times(&r, &s)) + &times(&s, &s);
    let both = sum(&r, &s);
    assert_ne!(times(&both, &both), school);
}
