//! The numbers in the worked examples of chapter 5.

use super::*;

fn solution(a: &Matrix, b: &Vector) -> Vector {
    solve(a, b).expect("an invertible matrix")
}

#[test]
fn three_pictures() {
    let a = array![[1.0, 2.0], [3.0, -2.0]];
    let x = solution(&a, &array![4.0, 4.0]);
    assert_close(&x, array![2.0, 1.0], 1e-15);
    let columns = [a.column(0).to_owned(), a.column(1).to_owned()];
    let combination = linear_combination(&[2.0, 1.0], &columns);
    claims!(&x, combination);
}

/// The matrix of the examples on elimination.
fn three_by_three() -> Matrix {
    array![[1.0, 2.0, 1.0], [2.0, 6.0, 4.0], [1.0, 4.0, 5.0]]
}

#[test]
fn elimination_by_hand() {
    let (a, b) = (three_by_three(), array![3.0, 6.0, 1.0]);
    let system = augmented(&a, &b).expect("a number for each row");
    let echelon = row_echelon(&system, Pivoting::First, 0.0).expect("finite entries");
    let last = array![
        [1.0, 2.0, 1.0, 3.0],
        [0.0, 2.0, 2.0, 0.0],
        [0.0, 0.0, 2.0, -2.0]
    ];
    assert_eq!(echelon.matrix, last);
    // The table in the middle, and the multipliers that the text names.
    let multiples = [(2.0, 0, 1), (1.0, 0, 2), (1.0, 1, 2)];
    let operations = multiples.map(|(multiple, row, from)| RowOperation::Subtract {
        multiple,
        row,
        from,
    });
    assert_eq!(echelon.operations, operations);
    let mut middle = system;
    operations[0].apply(&mut middle);
    operations[1].apply(&mut middle);
    assert_eq!(middle.row(2), array![0.0, 2.0, 4.0, -2.0]);
    let x = back_substitution(
        &last.slice(ndarray::s![.., ..3]).to_owned(),
        &last.column(3).to_owned(),
    );
    claims!(x.expect("pivots"));
    assert_eq!(times(&a, &array![2.0, 1.0, -1.0]), b);
}

#[test]
fn reading_free_unknowns() {
    let a = array![
        [1.0, 2.0, 1.0, 4.0],
        [2.0, 4.0, 3.0, 9.0],
        [1.0, 2.0, 0.0, 3.0]
    ];
    let b = array![3.0, 7.0, 2.0];
    let system = augmented(&a, &b).expect("a number for each row");
    let reduced = reduced_row_echelon(&system, ZERO).expect("finite entries");
    let printed = array![
        [1.0, 2.0, 0.0, 3.0, 2.0],
        [0.0, 0.0, 1.0, 1.0, 1.0],
        [0.0, 0.0, 0.0, 0.0, 0.0]
    ];
    assert_close(reduced.matrix, printed, 1e-14);
    let Ok(Solutions::Many {
        particular,
        directions,
    }) = solution_set(&a, &b, ZERO)
    else {
        panic!("infinitely many solutions");
    };
    // By hand, in the order of the rows, the last one ends as 0 = 3.
    let other = array![3.0, 7.0, 5.0];
    let system = augmented(&a, &other).expect("a number for each row");
    let echelon = row_echelon(&system, Pivoting::First, 0.0).expect("finite entries");
    claims!(
        rank(&a),
        particular,
        &directions[0],
        &directions[1],
        echelon.matrix[[2, 4]]
    );
    assert_eq!(solution_set(&a, &other, ZERO), Ok(Solutions::None));
}

#[test]
fn lu_by_hand() {
    let lu = Lu::with_pivoting(&three_by_three(), Pivoting::First).expect("invertible");
    let l = array![[1.0, 0.0, 0.0], [2.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
    let u = array![[1.0, 2.0, 1.0], [0.0, 2.0, 2.0], [0.0, 0.0, 2.0]];
    assert_eq!((lu.lower(), lu.upper()), (&l, &u));
    let y = forward_substitution(&l, &array![0.0, 2.0, 4.0]).expect("ones on the diagonal");
    let x = back_substitution(&u, &y).expect("pivots");
    claims!(product(&l, &u), &y, &x);
}

#[test]
fn cost_of_lu() {
    // The operations of the two algorithms, counted.
    let n = 1000_usize;
    let factors: usize = (1..n).map(|j| j + 2 * j * j).sum();
    let forwards: usize = (0..n).map(|known| 2 * known).sum();
    let backwards: usize = (0..n).map(|known| 2 * known + 1).sum();
    let ratio = factors as f64 / (forwards + backwards) as f64;
    claims!(factors, forwards + backwards, ratio.round());
    // The closed form of the text.
    for n in [1.0_f64, 2.0, 10.0, 1000.0] {
        let closed = 2.0 * n.powi(3) / 3.0 - n * n / 2.0 - n / 6.0;
        let counted: usize = (1..n as usize).map(|j| j + 2 * j * j).sum();
        assert_close(closed, counted as f64, 1e-6);
    }
}

#[test]
fn a_determinant_is_no_promise() {
    let a = array![[1e-20, 1.0], [1.0, 1.0]];
    let lu = Lu::with_pivoting(&a, Pivoting::First).expect("pivots that are not 0");
    claims!(lu.upper()[[1, 1]]);
    // Whatever stands in the places of the 1 and the 2 is lost.
    for entry in [-8000.0, -1.0, 0.0, 5.0, 8000.0] {
        let other = array![[1e-20, 1.0], [1.0, entry]];
        let same = Lu::with_pivoting(&other, Pivoting::First).expect("pivots");
        assert_eq!((same.lower(), same.upper()), (lu.lower(), lu.upper()));
        assert_eq!(same.substitute(&array![1.0, entry]), Ok(array![0.0, 1.0]));
    }
    assert_close(determinant(&a).expect("finite entries"), -1.0, 1e-15);
    let kappa = condition_number(&a, operator_norm_inf).expect("invertible");
    assert_close(kappa, 4.0, 1e-12);
}

#[test]
fn wilkinsons_matrix() {
    let last = |n: usize| {
        let lu = Lu::new(&wilkinson(n)).expect("an invertible matrix");
        assert!(lu.order().iter().copied().eq(0..n));
        lu.upper()[[n - 1, n - 1]]
    };
    let printed = array![
        [1.0, 0.0, 0.0, 1.0],
        [-1.0, 1.0, 0.0, 1.0],
        [-1.0, -1.0, 1.0, 1.0],
        [-1.0, -1.0, -1.0, 1.0]
    ];
    assert_eq!(wilkinson(4), printed);
    let (a, b, computed) = thirds_from_wilkinsons_matrix();
    // One step of refinement makes it good.
    assert_close(solution(&a, &b), Vector::from_elem(54, 1.0 / 3.0), 1e-14);
    let largest = computed.iter().fold(0.0_f64, |most, x_i| most.max(*x_i));
    claims!(last(4), last(54), largest);
}

/// Wilkinson's matrix with 54 rows, the right-hand side for thirds, and what
/// elimination finds instead of them.
fn thirds_from_wilkinsons_matrix() -> (Matrix, Vector, Vector) {
    let a = wilkinson(54);
    let b = times(&a, &Vector::from_elem(54, 1.0 / 3.0));
    let lu = Lu::new(&a).expect("an invertible matrix");
    let computed = lu.substitute(&b).expect("finite entries");
    (a, b, computed)
}

#[test]
fn cholesky_by_hand() {
    let a = array![[4.0, 2.0, -2.0], [2.0, 10.0, 5.0], [-2.0, 5.0, 6.0]];
    let cholesky = Cholesky::new(&a).expect("a positive definite matrix");
    claims!(cholesky.lower());
}

/// Two equations that are nearly the same.
fn similar_equations() -> Matrix {
    array![[1.0, 1.0], [1.0, 1.0001]]
}

#[test]
fn two_similar_equations() {
    let (a, b) = (similar_equations(), array![2.0, 2.0001]);
    // κu ≈ 4·10⁻¹².
    assert_close(solution(&a, &b), array![1.0, 1.0], 1e-11);
    let residual = &b - &times(&a, &array![0.0, 2.0]);
    assert_eq!(residual[0], 0.0);
    let changed = solution(&a, &array![2.0, 2.0002]);
    claims!(
        solution(&a, &b).mapv(|x| (x * 1e9).round() / 1e9),
        residual[1],
        changed
    );
}

#[test]
fn bound_attained() {
    let a = diagonal(&array![1.0, 1e-6]);
    let kappa = |a: &_, norm: fn(&_) -> _| condition_number(a, norm).expect("invertible");
    assert_eq!(kappa(&a, operator_norm_1), kappa(&a, operator_norm_inf));
    // In the 2-norm too: the largest entry by the smallest.
    let change = solution(&a, &array![0.0, 1e-3]);
    let similar = kappa(&similar_equations(), operator_norm_inf);
    let bound = similar * 1e-4 / 2.0001;
    claims!(kappa(&a, operator_norm_inf), change[1], similar, bound);
}

#[test]
fn four_points_inside() {
    let grid = Grid {
        rows: 2,
        columns: 2,
    };
    let printed = array![
        [4.0, -1.0, -1.0, 0.0],
        [-1.0, 4.0, 0.0, -1.0],
        [-1.0, 0.0, 4.0, -1.0],
        [0.0, -1.0, -1.0, 4.0]
    ];
    assert_eq!(grid.matrix(), printed);
    let b = grid.right_hand_side(|i, _| if i == 0 { 100.0 } else { 0.0 });
    assert_eq!(b, array![100.0, 100.0, 0.0, 0.0]);
    let x = solution(&grid.matrix(), &b);
    assert_close(&x, array![37.5, 37.5, 12.5, 12.5], 1e-13);
    claims!(x);
}

#[test]
fn jacobi_by_hand() {
    let (a, b) = (array![[4.0, 1.0], [2.0, 5.0]], array![6.0, 12.0]);
    assert_close(solution(&a, &b), array![1.0, 2.0], 1e-15);
    let s = f64::max(a[[0, 1]] / a[[0, 0]], a[[1, 0]] / a[[1, 1]]);
    let iterates = jacobi_steps(&a, &b).expect("no 0 on the diagonal");
    let x: Vec<Vector> = iterates.take(4).map(|iterate| iterate.x).collect();
    let errors = x.iter().map(|x| norm_inf(&(x - &array![1.0, 2.0])));
    let errors: Vector = errors.collect();
    assert_close(&errors, array![2.0, 0.5, 0.2, 0.05], 1e-14);
    claims!(s, &x[1], &x[2], &x[3], errors[3]);
}

#[test]
fn conjugate_gradients_by_hand() {
    let (a, b) = (array![[3.0, 1.0], [1.0, 3.0]], array![4.0, 0.0]);
    let steps = conjugate_gradient_steps(|x| times(&a, x), &b).expect("finite entries");
    let iterates: Result<Vec<Iterate>, _> = steps.take(3).collect();
    let iterates = iterates.expect("a positive definite matrix");
    claims!(&iterates[1].x, &iterates[1].residual, &iterates[2].x);
    // The direction and the factor that the text names.
    let p = array![4.0 / 9.0, -4.0 / 3.0];
    assert_close(&iterates[2].x - &iterates[1].x, p * (3.0 / 8.0), 1e-15);
}

#[test]
fn bakers_batches() {
    let a = array![[300.0, 200.0], [200.0, 200.0], [100.0, 200.0]];
    let batches = |b: &Vector| solution_set(&a, b, 1e-9).expect("finite entries");
    let Solutions::One(x) = batches(&array![2200.0, 1800.0, 1400.0]) else {
        panic!("one solution");
    };
    assert_eq!(batches(&array![2200.0, 1800.0, 1500.0]), Solutions::None);
    let butter = solution_set(&array![[200.0, 200.0]], &array![1800.0], 1e-9);
    let expected = Solutions::Many {
        particular: array![9.0, 0.0],
        directions: vec![array![-1.0, 1.0]],
    };
    assert_eq!(butter, Ok(expected));
    let whole = (0..=9).filter(|shortbread| 9 - shortbread >= 0).count();
    claims!(x.mapv(|x_i| (x_i * 1e9).round() / 1e9), whole);
}

#[test]
fn numerics_of_systems() {
    // Wilkinson's matrix is not to blame.
    let (a, b, computed) = thirds_from_wilkinsons_matrix();
    let kappa = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
    assert_close(kappa, 54.0, 1e-9);
    let backward = backward_error(&a, &b, &computed).expect("a square matrix");
    let h = hilbert(13);
    let ones = Vector::ones(13);
    let (lu, b) = (Lu::new(&h).expect("pivots"), times(&h, &ones));
    assert!(matches!(lu.solve(&b), Err(SolveError::Uncertain { .. })));
    let error = norm_inf(&(lu.substitute(&b).expect("finite entries") - ones));
    assert!(error > 1.0, "{error}");
    claims!(kappa.round(), backward);
}

#[test]
fn whitened_irises() {
    let x = mlmath::data::iris().x;
    let n = x.nrows() as f64;
    let centred = &x - &x.mean_axis(ndarray::Axis(0)).expect("150 rows");
    let s = gram(&centred) / (n - 1.0);
    let cholesky = Cholesky::new(&s).expect("four independent columns");
    let mut z = centred.clone();
    for mut row in z.rows_mut() {
        let solution = forward_substitution(cholesky.lower(), &row.to_owned());
        row.assign(&solution.expect("a positive diagonal"));
    }
    claims!(&s, cholesky.lower(), centred.row(0), z.row(0));
    assert_close(gram(&z) / (n - 1.0), identity(4), 1e-12);
}

#[test]
fn against_nalgebra() {
    let (a, ones) = (hilbert(10), Vector::ones(10));
    let b = times(&a, &ones);
    let by_solve = norm_inf(&(solution(&a, &b) - &ones));
    let column = b.insert_axis(ndarray::Axis(1));
    let by_gauss_jordan = gauss_jordan(&a, &column).expect("an invertible matrix");
    let error = norm_inf(&(&by_gauss_jordan.column(0) - &ones));
    for error in [by_solve, error] {
        assert!((1e-4..1e-3).contains(&error), "{error:e}");
    }
}
