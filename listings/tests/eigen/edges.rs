//! Edges: what is empty, not finite, too large or has no answer.

use super::*;

#[test]
fn nothing_is_decomposed_that_is_empty_or_not_finite() {
    let empty = Err(EigenError::Matrix(InverseError::Empty));
    for solver in [symmetric_eigen, jacobi_eigen] {
        assert_eq!(solver(&Matrix::zeros((0, 0))), empty);
    }
    assert_eq!(
        svd(&Matrix::zeros((0, 3))).map(|svd| svd.rank()),
        Err(EigenError::Matrix(InverseError::Empty))
    );
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut a = identity(3);
        a[[1, 2]] = value;
        a[[2, 1]] = value;
        let places = |error: &EigenError| {
            matches!(
                error,
                EigenError::Matrix(InverseError::NotFinite {
                    row: 1,
                    column: 2,
                    ..
                })
            )
        };
        for refused in [
            symmetric_eigen(&a).err(),
            jacobi_eigen(&a).err(),
            tridiagonalise(&a).err(),
            jacobi_steps(&a).err(),
            svd(&a).err(),
            power_steps(&a, &Vector::ones(3)).err(),
        ] {
            assert!(refused.as_ref().is_some_and(places), "{refused:?}");
        }
        let start = array![1.0, value, 0.0];
        let refused = power_steps(&identity(3), &start).err();
        assert_eq!(
            refused,
            Some(EigenError::Start {
                columns: 3,
                entries: 3
            })
        );
    }
}

#[test]
fn only_square_matrices_have_eigenvalues() {
    let a = Matrix::ones((2, 3));
    let expected = Some(EigenError::Matrix(InverseError::NotSquare {
        shape: (2, 3),
    }));
    assert_eq!(symmetric_eigen(&a).err(), expected);
    assert_eq!(jacobi_eigen(&a).err(), expected);
    assert_eq!(power_steps(&a, &Vector::ones(3)).err(), expected);
    assert!(rayleigh_quotient(&a, &Vector::ones(3)).is_err());
}

#[test]
fn a_start_needs_the_dimension_and_a_direction() {
    let refused = |start: &Vector| power_steps(&identity(3), start).err();
    for entries in [2, 3] {
        let expected = EigenError::Start {
            columns: 3,
            entries,
        };
        assert_eq!(refused(&Vector::zeros(entries)), Some(expected));
    }
    assert_eq!(
        refused(&Vector::ones(4)),
        Some(EigenError::Start {
            columns: 3,
            entries: 4
        })
    );
}

#[test]
fn results_too_large_are_refused() {
    let a = Matrix::from_elem((2, 2), f64::MAX);
    let overflow = EigenError::Matrix(InverseError::Overflow);
    assert_eq!(symmetric_eigen(&a).err().as_ref(), Some(&overflow));
    assert_eq!(jacobi_eigen(&a).err().as_ref(), Some(&overflow));
    assert_eq!(svd(&a).err().as_ref(), Some(&overflow));
    let powers = power_iteration(&a, &array![1.0, 0.5], 1e-9, 20);
    assert_eq!(powers.err().as_ref(), Some(&overflow));
    let tiny = svd(&(5e-324 * identity(2))).expect("finite entries");
    assert_eq!(tiny.pseudo_inverse().err(), Some(overflow));
    // The largest that fit.
    let fits = symmetric_eigen(&(f64::MAX / 2.0 * Matrix::ones((2, 2)))).expect("in range");
    assert_close(&fits.values / f64::MAX, array![1.0, 0.0], 1e-15);
}

#[test]
fn an_image_of_zero_ends_the_powers() {
    let nilpotent = array![[0.0, 1.0], [0.0, 0.0]];
    let steps: Vec<Eigenpair> = power_steps(&nilpotent, &array![0.0, 1.0])
        .expect("a start")
        .collect();
    assert_eq!(steps.len(), 2);
    assert_eq!((steps[1].value, steps[1].residual), (0.0, 0.0));
    let pair = power_iteration(&nilpotent, &array![0.0, 1.0], 1e-12, 9).expect("a pair");
    assert_eq!((pair.value, pair.vector), (0.0, array![1.0, 0.0]));
}

#[test]
fn a_quarter_turn_is_never_near_a_pair() {
    let turn = array![[0.0, -1.0], [1.0, 0.0]];
    let refused = power_iteration(&turn, &array![1.0, 0.0], 1e-3, 50);
    assert_eq!(
        refused,
        Err(EigenError::NotConverged {
            steps: 50,
            residual: 1.0
        })
    );
}

#[test]
fn a_start_without_a_part_finds_another_pair() {
    let a = diagonal(&array![3.0, 2.0]);
    // It is exact, so no tolerance is too small.
    let pair = power_iteration(&a, &array![0.0, 1.0], 0.0, 10).expect("a pair");
    assert_eq!((pair.value, pair.residual), (2.0, 0.0));
}

#[test]
fn the_largest_by_absolute_value_may_be_negative() {
    let a = diagonal(&array![1.0, -2.0]);
    let pair = power_iteration(&a, &array![1.0, 1.0], 1e-12, 100).expect("a pair");
    assert_close(pair.value, -2.0, 1e-12);
    assert_eq!(
        symmetric_eigen(&a).expect("symmetric").values,
        array![1.0, -2.0]
    );
}

#[test]
fn pages_need_targets_that_are_there() {
    let refused = |links: &[Vec<usize>]| pagerank(links, 0.85, 1e-9).err();
    assert_eq!(refused(&[]), Some(EigenError::Matrix(InverseError::Empty)));
    let nowhere = [vec![1], vec![0, 2]];
    assert_eq!(
        refused(&nowhere),
        Some(EigenError::NoSuchPage { page: 1, link: 2 })
    );
}

#[test]
fn ranks_that_f64_cannot_reach_are_refused() {
    let links = [vec![1, 2], vec![2], vec![0]];
    let refused = pagerank(&links, 0.85, 0.0);
    assert!(refused.is_ok() || matches!(refused, Err(EigenError::NotConverged { .. })));
    let refused = pagerank(&links, 0.85, f64::NAN);
    assert!(
        matches!(refused, Err(EigenError::NotConverged { steps: 100.., .. })),
        "{refused:?}"
    );
}

#[test]
fn extreme_ranks() {
    assert_eq!(pagerank(&[vec![]], 0.85, 1e-12), Ok(array![1.0]));
    assert_eq!(pagerank(&[vec![0]], 0.85, 1e-12), Ok(array![1.0]));
    // Without links to follow, all are equal after one step.
    assert_eq!(
        pagerank(&[vec![1], vec![1]], 0.0, 1e-12),
        Ok(array![0.5, 0.5])
    );
    // A link that stands twice counts twice.
    let twice = pagerank(&[vec![1, 1, 0], vec![0]], 0.5, 1e-13).expect("two pages");
    assert_close(twice, array![9.0, 7.0] / 16.0, 1e-12);
}

#[test]
#[should_panic = "α is 1"]
fn all_readers_following_links_are_too_many() {
    let _ = pagerank(&[vec![0]], 1.0, 1e-9);
}

#[test]
fn nearly_equal_eigenvalues_of_the_plane_keep_their_digits() {
    let PlaneEigenvalues::Real(pair) = plane_eigenvalues(Mat([[1.0, 1e-9], [1e-9, 1.0]])) else {
        panic!("two real eigenvalues");
    };
    assert_close(
        Vector::from_iter(pair),
        array![1.0 + 1e-9, 1.0 - 1e-9],
        2e-16,
    );
    // By the formula as it stands the smaller one would be 0.
    let PlaneEigenvalues::Real([_, small]) = plane_eigenvalues(Mat([[1.0, 1e-10], [1e-10, 3e-20]]))
    else {
        panic!("two real eigenvalues");
    };
    assert_close(small / 2e-20, 1.0, 1e-15);
    assert_eq!(
        plane_eigenvalues(Mat([[0.0; 2]; 2])),
        PlaneEigenvalues::Real([0.0; 2])
    );
    assert_eq!(
        plane_eigenvalues(Mat([[1.0, 1.0], [0.0, 1.0]])),
        PlaneEigenvalues::Real([1.0; 2])
    );
    assert_eq!(
        plane_eigenvalues(Mat([[-1.0, 0.0], [0.0, -3.0]])),
        PlaneEigenvalues::Real([-1.0, -3.0])
    );
}

#[test]
fn the_smaller_eigenvalue_of_the_plane_keeps_its_digits() {
    let real = |rows: [[f64; 2]; 2]| match plane_eigenvalues(Mat(rows)) {
        PlaneEigenvalues::Real(values) => values,
        pair => panic!("{pair:?}"),
    };
    // ad − bc is −2⁻⁶⁰, but ad alone rounds to 1.
    let hair = 2.0_f64.powi(-30);
    let [_, small] = real([[1.0 + hair, 1.0], [1.0, 1.0 - hair]]);
    assert_eq!(small, -(2.0_f64.powi(-61)));
    // The same below 0, where the sum of mean and root would cancel.
    let [small, _] = real([[-1.0, 1e-10], [1e-10, -3e-20]]);
    assert_close(small / -2e-20, 1.0, 1e-15);
}

#[test]
fn a_singular_value_at_the_tolerance_does_not_count() {
    let svd = svd(&diagonal(&array![1.0, 0.25])).expect("finite entries");
    assert_eq!((svd.rank_above(0.25), svd.rank_above(0.24)), (1, 2));
}

#[test]
fn a_condition_number_may_be_infinite() {
    assert_eq!(
        svd(&Matrix::zeros((2, 2)))
            .expect("finite")
            .condition_number(),
        f64::INFINITY
    );
    assert_eq!(svd(&Matrix::zeros((2, 2))).expect("finite").rank(), 0);
    assert_eq!(
        svd(&Matrix::zeros((2, 2)))
            .expect("finite")
            .pseudo_inverse(),
        Ok(Matrix::zeros((2, 2)))
    );
}

#[test]
fn all_terms_make_the_matrix_again() {
    let a = any(5, 3, 1);
    let svd = svd(&a).expect("finite entries");
    for k in [3, 4, 100] {
        assert_close(svd.truncated(k), &a, 1e-14);
    }
    assert_eq!(svd.truncated(0), Matrix::zeros((5, 3)));
}

#[test]
fn errors_say_what_is_wrong() {
    let said = |error: EigenError| error.to_string();
    assert_eq!(
        said(EigenError::NotSymmetric { row: 1, column: 0 }),
        "row 1, column 0 differs from its mirror image"
    );
    assert_eq!(
        said(EigenError::Start {
            columns: 3,
            entries: 2
        }),
        "no start for 3 columns: 2 entries, or no direction"
    );
    assert_eq!(
        said(EigenError::NoSuchPage { page: 1, link: 7 }),
        "page 1 links to page 7, which there is not"
    );
    assert_eq!(
        said(EigenError::NotConverged {
            steps: 5,
            residual: 0.5
        }),
        "5e-1 is left after 5 steps"
    );
    assert_eq!(
        said(InverseError::Empty.into()),
        "the matrix has no entries"
    );
}
