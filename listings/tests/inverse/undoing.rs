//! The theorems and the algorithm of chapter 4 on transposes and inverses.

use super::*;

mod theorems {
    use super::*;

    // On integers f64 computes without rounding.
    #[test]
    fn adjoint_property() {
        for_all(matrix_and_two_vectors(1..=5), |(a, x, y)| {
            let left = dot(&times(&a, &x), &y);
            assert_eq!(left, dot(&x, &times(&transpose(&a), &y)));
            // The only matrix: its entries are read off on the standard basis.
            for (j, e_j) in standard_basis(a.ncols()).iter().enumerate() {
                for (i, e_i) in standard_basis(a.nrows()).iter().enumerate() {
                    assert_eq!(dot(&times(&a, e_j), e_i), transpose(&a)[[j, i]]);
                }
            }
        });
        for_all(matrices_of_integers::<2>(1..=4, 1..=4), |[a, b]| {
            // A and Bᵀ have a product, whatever the shape is.
            let left = transpose(&product(&a, &transpose(&b)));
            assert_eq!(left, product(&b, &transpose(&a)));
        });
        for_all(well_conditioned(1..=5), |a| {
            let of_transpose = inverted(&transpose(&a));
            assert_close(of_transpose, transpose(&inverted(&a)), ROUNDING);
        });
    }

    #[test]
    fn gram_matrix_is_positive_semidefinite() {
        for_all(matrix_and_vectors_of_integers(1..=5, 1..=5), |(a, [x])| {
            let gram = gram(&a);
            assert_eq!(gram, transpose(&gram));
            let form = quadratic_form(&gram, &x).expect("square");
            let image = times(&a, &x);
            assert_eq!(form, dot(&image, &image));
            assert!(form >= 0.0);
            assert_eq!(form == 0.0, image == Vector::zeros(a.nrows()));
        });
    }

    #[test]
    fn what_vanishes_is_lost() {
        for_all((square(2..=5), vector(5)), |(a, x)| {
            // The last column such that the combination with x vanishes.
            let n = a.nrows();
            let mut x = x.slice(ndarray::s![..n]).to_owned();
            x[n - 1] = -1.0;
            let mut a = a;
            let first = a.slice(ndarray::s![.., ..n - 1]).to_owned();
            let last = times(&first, &x.slice(ndarray::s![..n - 1]).to_owned());
            a.column_mut(n - 1).assign(&last);
            assert_close(times(&a, &x), Vector::zeros(n), ROUNDING);
            // Rounding may leave a pivot; then the inverse is enormous.
            let lost = inverse(&a).map_or(true, |b| operator_norm_1(&b) > 1e9);
            assert!(lost, "{a}");
        });
    }

    #[test]
    fn inverse_two_by_two() {
        for_all(small_integers(2..=2), |m| {
            let [a, b, c, d] = [m[[0, 0]], m[[0, 1]], m[[1, 0]], m[[1, 1]]];
            let det = a * d - b * c;
            let other = array![[d, -b], [-c, a]];
            assert_eq!(product(&m, &other), scale(det, &identity(2)));
            match inverse(&m) {
                Ok(inverse) => assert_close(scale(det, &inverse), other, 1e-12),
                Err(InverseError::Singular { .. } | InverseError::Uncertain { .. }) => {
                    assert_eq!(det, 0.0);
                }
                Err(other) => panic!("{other}"),
            }
        });
    }

    #[test]
    fn inverse_laws() {
        let scalars = scalar().prop_filter("a factor that is not 0", |c| c.abs() > 0.01);
        let both =
            (1..=4_usize).prop_flat_map(|n| (well_conditioned(n..=n), well_conditioned(n..=n)));
        for_all((both, scalars), |((a, b), c)| {
            let (a_inverse, b_inverse) = (inverted(&a), inverted(&b));
            // A left inverse, from the rows, and a right one, from the columns.
            let left = transpose(&inverted(&transpose(&a)));
            assert_close(product(&left, &a), identity(a.nrows()), ROUNDING);
            assert_close(product(&a, &a_inverse), identity(a.nrows()), ROUNDING);
            assert_close(left, &a_inverse, ROUNDING);
            assert_close(inverted(&a_inverse), a.clone(), ROUNDING);
            let of_product = inverted(&product(&a, &b));
            assert_close(of_product, product(&b_inverse, &a_inverse), ROUNDING);
            // 1/c is at most 100.
            assert_close(inverted(&scale(c, &a)), scale(1.0 / c, &a_inverse), 1e-7);
        });
    }

    #[test]
    fn row_operations_are_products() {
        let operation = (0..3_usize, 0..3_usize, 0..2_usize, 1..=9_i32);
        for_all(
            (operation, matrices_of_integers::<1>(3..=3, 1..=4)),
            |(op, [m])| {
                let (kind, i, other, c) = op;
                let k = (i + 1 + other) % 3;
                let c = f64::from(c);
                let (operation, back) = match kind {
                    0 => {
                        let exchange = RowOperation::Exchange { rows: [i, k] };
                        (exchange, exchange)
                    }
                    // A power of two, which divides without rounding.
                    1 => (
                        RowOperation::Divide { row: i, by: 4.0 },
                        RowOperation::Divide { row: i, by: 0.25 },
                    ),
                    _ => {
                        let (row, from) = (i, k);
                        let subtract = |multiple| RowOperation::Subtract {
                            multiple,
                            row,
                            from,
                        };
                        (subtract(c), subtract(-c))
                    }
                };
                let e = operation.matrix(3);
                let mut changed = m.clone();
                operation.apply(&mut changed);
                assert_eq!(changed, product(&e, &m));
                assert_eq!(product(&back.matrix(3), &e), identity(3));
                assert_eq!(product(&e, &back.matrix(3)), identity(3));
                // A solution stays one, and what was none does not become one.
                let x = Vector::from_shape_fn(m.ncols(), |j| 1.0 + j as f64);
                let b = times(&m, &x);
                assert_eq!(times(&changed, &x), times(&e, &b));
                let other = &b + &standard_basis(3)[i];
                assert_ne!(times(&changed, &x), times(&e, &other));
            },
        );
    }

    #[test]
    fn gauss_jordan_decides() {
        for_all(small_integers(1..=4), |a| {
            match inverse(&a) {
                // Entries up to 4, and a determinant of at least 1: entries of
                // the inverse below 400.
                Ok(inverse) => {
                    assert_close(product(&a, &inverse), identity(a.nrows()), 1e-10);
                    assert_ne!(expanded(&a), 0.0);
                }
                Err(InverseError::Uncertain { .. }) => assert_eq!(expanded(&a), 0.0),
                Err(error) => {
                    let InverseError::Singular { column: k } = error else {
                        panic!("{error}");
                    };
                    // Some x with x_k = -1 and zeros behind it vanishes: the
                    // columns up to k, with further ones of I, are singular too.
                    assert_eq!(expanded(&a), 0.0);
                    let up_to = a.slice(ndarray::s![.., ..=k]).to_owned();
                    let square = gram(&up_to);
                    assert_close(expanded(&square), 0.0, 1e-6);
                }
            }
        });
    }

    #[test]
    fn invertible_iff_nothing_vanishes() {
        for_all(small_integers(1..=4), |a| {
            let n = a.nrows();
            // Where a pivot is rounding alone, the inverse says so.
            if inverse(&a).is_err() {
                return assert_eq!(expanded(&a), 0.0);
            }
            let operations = row_operations(&a).expect("pivots that are not 0");
            let apply = |m: Matrix, operation: &RowOperation| product(&operation.matrix(n), &m);
            let inverse = operations.iter().fold(identity(n), apply);
            assert_close(product(&inverse, &a), identity(n), 1e-10);
            // A is the product of the elementary matrices that undo them.
            let undone = operations
                .iter()
                .map(|operation| inverted(&operation.matrix(n)));
            let back = undone.fold(identity(n), |m, e| product(&m, &e));
            assert_close(back, a, 1e-10);
        });
        for_all(well_conditioned(1..=5), |a| {
            // Found from the product on the left alone, a row at a time.
            let b = transpose(&gauss_jordan(&transpose(&a), &identity(a.nrows())).expect("B"));
            assert_close(product(&b, &a), identity(a.nrows()), ROUNDING);
            assert_close(product(&a, &b), identity(a.nrows()), ROUNDING);
        });
        // Not for other shapes.
        let (row, column) = (array![[1.0, 0.0]], array![[1.0], [0.0]]);
        assert_eq!(product(&row, &column), identity(1));
        assert_eq!(product(&column, &row), diagonal(&array![1.0, 0.0]));
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn gauss_jordan() {
        for_all(
            (well_conditioned(1..=6), matrices::<1>(6..=6, 1..=3)),
            |(a, [b])| {
                let n = a.nrows();
                let b = b.slice(ndarray::s![..n, ..]).to_owned();
                let solution = mlmath::inverse::gauss_jordan(&a, &b).expect("far from singular");
                assert_close(product(&a, &solution), b.clone(), ROUNDING);
                // The operations turn A into I and B into the solution.
                let (mut left, mut right) = (a.clone(), b);
                for operation in row_operations(&a).expect("far from singular") {
                    operation.apply(&mut left);
                    operation.apply(&mut right);
                }
                assert_close(left, identity(n), 1e-14);
                assert_close(right, solution, ROUNDING);
            },
        );
    }
}
