//! Edge cases of chapter 2 that its page does not show.

use super::*;

#[test]
fn shapes_that_differ_are_named_in_the_order_of_the_arguments() {
    let (a, b) = (Matrix::zeros((2, 3)), Matrix::zeros((3, 2)));
    for result in [add(&a, &b), hadamard(&a, &b)] {
        let error = result.expect_err("2×3 and 3×2");
        assert_eq!(error.to_string(), "the shapes 2×3 and 3×2 differ");
    }
}

#[test]
fn a_row_or_a_column_that_ndarray_would_repeat_is_refused() {
    let a = Matrix::zeros((2, 3));
    for shape in [(1, 3), (2, 1), (1, 1)] {
        assert!(add(&a, &Matrix::zeros(shape)).is_err());
        assert!(hadamard(&a, &Matrix::zeros(shape)).is_err());
        assert_eq!((&a + &Matrix::zeros(shape)).dim(), (2, 3));
    }
}

#[test]
fn a_product_that_does_not_fit_names_both_shapes() {
    let (a, x) = (Matrix::zeros((2, 3)), Vector::zeros(2));
    for product in [times_vector, times_vector_by_rows] {
        let error = product(&a, &x).expect_err("three columns, two entries");
        assert_eq!(error.to_string(), "2×3 times 2×1 is no product");
    }
}

#[test]
fn a_product_with_a_single_number_is_refused_though_ndarray_adds_one_to_all() {
    let error = times_vector(&Matrix::zeros((2, 3)), &array![1.0]);
    assert!(error.is_err());
    let error = add_to_rows(&Matrix::zeros((2, 3)), &array![1.0]);
    let error = error.expect_err("three columns, one entry");
    assert_eq!(error.to_string(), "the shapes 2×3 and 1×1 differ");
}

#[test]
fn a_trace_needs_a_square() {
    let error = trace(&Matrix::zeros((2, 3))).expect_err("2×3");
    assert_eq!(error.to_string(), "the shape 2×3 is not square");
    assert_eq!(trace(&Matrix::zeros((0, 0))), Ok(0.0));
}

#[test]
fn a_matrix_that_is_not_square_or_holds_nan_is_not_symmetric() {
    assert!(!is_symmetric(&Matrix::zeros((2, 3))));
    assert!(!is_symmetric(&array![[f64::NAN]]));
    assert!(is_symmetric(&Matrix::zeros((0, 0))));
}

#[test]
fn the_entries_of_a_view_come_in_the_order_of_its_rows() {
    let a = array![[1.0, 2.0], [3.0, 4.0]];
    let transposed: Matrix = a.reversed_axes();
    assert_eq!(entries(&transposed), array![1.0, 3.0, 2.0, 4.0]);
}

#[test]
fn a_norm_takes_no_notice_of_how_a_matrix_lies_in_memory() {
    for_all(matrices(1..=4, 1..=4), |[a]| {
        assert_close(norm_frobenius(&transpose(&a)), norm_frobenius(&a), ROUNDING);
        let turned: Matrix = a.clone().reversed_axes();
        assert_eq!(turned, transpose(&a));
    });
}

#[test]
fn a_norm_of_large_and_of_small_entries_is_in_range() {
    assert_close(
        norm_frobenius(&array![[3e200], [4e200]]) / 1e200,
        5.0,
        1e-15,
    );
    assert_close(
        norm_frobenius(&array![[3e-200, 4e-200]]) / 1e-200,
        5.0,
        1e-14,
    );
    assert!(norm_frobenius(&array![[f64::NAN, 1.0]]).is_nan());
}

#[test]
fn down_the_product_is_a_sum_of_multiples_of_the_columns() {
    for_all(matrix_and_vectors_of_integers(1..=5, 1..=5), |(a, [x])| {
        let mut sum = Vector::zeros(a.nrows());
        for j in 0..a.ncols() {
            axpy(x[j], &a.column(j).to_owned(), &mut sum);
        }
        assert_eq!(times_vector(&a, &x), Ok(sum));
        assert_eq!(times_vector(&a, &x), Ok(a.dot(&x)));
        assert_eq!(times_vector_by_rows(&a, &x), Ok(a.dot(&x)));
    });
}

// Both add the same products in the same order.
#[test]
fn by_rows_and_by_columns_the_product_is_the_same_rounding_included() {
    for_all((matrices(1..=5, 1..=5), vector(5)), |([a], x)| {
        let x = x.slice(ndarray::s![..a.ncols()]).to_owned();
        assert_eq!(times_vector_by_rows(&a, &x), times_vector(&a, &x));
    });
}

#[test]
fn a_permutation_selects_each_entry_once_and_is_undone_by_its_transpose() {
    let p = permutation_matrix(&[2, 0, 3, 1]);
    let x = array![10.0, 20.0, 30.0, 40.0];
    let moved = times(&p, &x);
    assert_eq!(moved, array![30.0, 10.0, 40.0, 20.0]);
    assert_eq!(times(&transpose(&p), &moved), x);
}

#[test]
#[should_panic(expected = "[0, 0] is not 0 to 2 - 1, each once")]
fn no_permutation_selects_an_entry_twice() {
    permutation_matrix(&[0, 0]);
}

#[test]
#[should_panic(expected = "there is no entry 4 among 4")]
fn a_selection_counts_from_0() {
    selection_matrix(&[4], 4);
}

// Only the two pixels at the ends lose a quarter of themselves.
#[test]
fn a_blur_mixes_each_pixel_with_its_neighbours_and_keeps_the_sum_within() {
    let b = blur(5);
    assert!(is_symmetric(&b));
    let ones = times(&b, &Vector::ones(5));
    assert_eq!(ones, array![0.75, 1.0, 1.0, 1.0, 0.75]);
    let third = times(&b, &array![0.0, 0.0, 8.0, 0.0, 0.0]);
    assert_eq!(third, array![0.0, 2.0, 4.0, 2.0, 0.0]);
    assert_eq!(blur(1), array![[0.5]]);
    assert_eq!(blur(0).dim(), (0, 0));
}

#[test]
#[should_panic(expected = "there is no column 4 among 4")]
fn an_offset_past_the_end_of_a_row_would_be_in_the_next_one() {
    row_major_offset(0, 4, 4);
}

#[test]
#[should_panic(expected = "there is no row 5 among 3")]
fn an_offset_past_the_end_of_a_column_would_be_in_the_next_one() {
    column_major_offset(5, 0, 3);
}

#[test]
#[should_panic(expected = "attempt to divide by zero")]
fn without_columns_no_offset_has_a_position() {
    row_major_position(0, 0);
}

// ndarray's `dot` keeps eight partial sums: 1e16 and -1e16 meet at once in the
// one order, and only after the ones in the other.
#[test]
fn from_eight_terms_on_dot_adds_in_another_order() {
    let row = |n: usize| {
        let entry = |(_, j)| match j {
            0 => 1e16,
            4 => -1e16,
            _ => 1.0,
        };
        (Matrix::from_shape_fn((1, n), entry), Vector::ones(n))
    };
    let (a, x) = row(7);
    assert_eq!(times(&a, &x), a.dot(&x));
    let (a, x) = row(8);
    assert_ne!(times(&a, &x), a.dot(&x));
    assert_eq!(a.dot(&x), array![6.0]);
}

#[test]
fn a_matrix_whose_shape_is_its_type_computes_as_the_others_do() {
    for_all(matrices::<2>(2..=2, 3..=3), |[a, b]| {
        let sized =
            |a: &Matrix| Mat::<2, 3>(std::array::from_fn(|i| std::array::from_fn(|j| a[[i, j]])));
        assert_eq!(sized(&a) + sized(&b), sized(&sum(&a, &b)));
        let x = [1.5, -2.0, 0.25];
        let product = Vector::from((sized(&a) * x).to_vec());
        assert_close(product, times(&a, &Vector::from(x.to_vec())), 1e-12);
        let transposed = sized(&a).transpose();
        assert_eq!(transposed.transpose(), sized(&a));
        assert_eq!(transposed.0[2][1], a[[1, 2]]);
    });
}
