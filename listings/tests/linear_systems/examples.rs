//! The numbers in the worked examples of chapter 5.

use super::*;

fn solution(a: &Matrix, b: &Vector) -> Vector {
    solve(a, b).expect("an invertible matrix")
}

/// Whole numbers and fractions that rounding has missed by a hair.
fn cleared(x: &Vector) -> Vector {
    x.mapv(|x_i| (x_i * 1e9).round() / 1e9)
}

#[test]
fn lines_through_one_point() {
    let [first, second] = [[2.0, -1.0, 4.0], [1.0, 1.0, 5.0]];
    let a = array![[first[0], first[1]], [second[0], second[1]]];
    let x = solution(&a, &array![first[2], second[2]]);
    // Level where c takes the x away, upright where it takes the y away.
    let [level, upright] = [0, 1].map(|k: usize| -second[k] / first[k]);
    let sum = |c: f64| [0, 1, 2].map(|k: usize| second[k] + c * first[k]);
    assert_eq!(sum(level), [0.0, 1.5, 3.0]);
    assert_eq!(sum(upright), [3.0, 0.0, 9.0]);
    let others = [8.0, 6.0].map(|right| {
        let a = array![[2.0, -1.0], [4.0, -2.0]];
        solution_set(&a, &array![4.0, right], ZERO).expect("finite entries")
    });
    assert!(matches!(others, [Solutions::Many { .. }, Solutions::None]));
    claims!(cleared(&x), level, upright);
}

#[test]
fn three_pictures() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let x = solution(&a, &array![4.0, 5.0]);
    let columns = [a.column(0).to_owned(), a.column(1).to_owned()];
    claims!(cleared(&x), linear_combination(&[3.0, 2.0], &columns));
}

/// The typical error over all irises of the width of a petal that a model predicts
/// which is right about some of them: by these measurements, and a bias.
fn error_of_a_model(measurements: &[usize], flowers: &[usize]) -> (Vector, f64) {
    const WIDTH: usize = 3;
    let iris = mlmath::data::iris().x;
    let n = measurements.len() + 1;
    let entry = |flower: usize, j: usize| match measurements.get(j) {
        Some(&column) => iris[[flower, column]],
        None => 1.0,
    };
    let a = Matrix::from_shape_fn((n, n), |(i, j)| entry(flowers[i], j));
    let w = solution(
        &a,
        &flowers
            .iter()
            .map(|&flower| iris[[flower, WIDTH]])
            .collect(),
    );
    let x = Matrix::from_shape_fn((iris.nrows(), n), |(i, j)| entry(i, j));
    let missed = times(&x, &w) - iris.column(WIDTH);
    let error = norm_l2(&missed) / (iris.nrows() as f64).sqrt();
    (w, error)
}

#[test]
fn a_line_through_two_flowers() {
    const LENGTH: usize = 2;
    let (w, error) = error_of_a_model(&[LENGTH], &[0, 50]);
    claims!(w[0], w[1], error);
    // Flowers 1 and 2 leave weights open, 1 and 7 contradict each other.
    let iris = mlmath::data::iris().x;
    let of = |flowers: [usize; 2]| {
        let a = Matrix::from_shape_fn((2, 2), |(i, j)| match j {
            0 => iris[[flowers[i], LENGTH]],
            _ => 1.0,
        });
        let b = Vector::from_shape_fn(2, |i| iris[[flowers[i], 3]]);
        solution_set(&a, &b, 1e-12).expect("finite entries")
    };
    assert!(matches!(of([0, 1]), Solutions::Many { .. }));
    assert_eq!(of([0, 6]), Solutions::None);
}

/// The flats: a constant, rooms and square metres; and their rents.
fn flats() -> (Matrix, Vector) {
    let flats = array![[1.0, 2.0, 50.0], [1.0, 3.0, 80.0], [1.0, 5.0, 120.0]];
    (flats, array![800.0, 1150.0, 1650.0])
}

#[test]
fn elimination_by_hand() {
    let (a, b) = flats();
    let system = augmented(&a, &b).expect("a number for each row");
    let echelon = row_echelon(&system, Pivoting::First, 0.0).expect("finite entries");
    let last = array![
        [1.0, 2.0, 50.0, 800.0],
        [0.0, 1.0, 30.0, 350.0],
        [0.0, 0.0, -20.0, -200.0]
    ];
    assert_eq!(echelon.matrix, last);
    // The table in the middle, and the multiples that the text names.
    let multiples = [(1.0, 0, 1), (1.0, 0, 2), (3.0, 1, 2)];
    let operations = multiples.map(|(multiple, row, from)| RowOperation::Subtract {
        multiple,
        row,
        from,
    });
    assert_eq!(echelon.operations, operations);
    let mut middle = system;
    operations[0].apply(&mut middle);
    operations[1].apply(&mut middle);
    assert_eq!(middle.row(2), array![0.0, 3.0, 70.0, 850.0]);
    let (u, c) = (last.slice(ndarray::s![.., ..3]), last.column(3));
    let x = back_substitution(&u.to_owned(), &c.to_owned()).expect("pivots");
    assert_eq!(times(&a, &x), b);
    claims!(x);
}

#[test]
fn the_table_below_the_definition_is_an_echelon_form_and_its_reduced_one() {
    let form = ndarray::arr2(&[[2.0, 4.0, 1.0, 3.0], [0.0, 0.0, 3.0, 6.0], [0.0; 4]]);
    let reduced = reduced_row_echelon(&form, ZERO).expect("finite entries");
    let printed = ndarray::arr2(&[[1.0, 2.0, 0.0, 0.5], [0.0, 0.0, 1.0, 2.0], [0.0; 4]]);
    assert_close(reduced.matrix, printed, 1e-14);
    assert_eq!(reduced.pivots, [0, 2]);
}

#[test]
fn reading_free_unknowns() {
    let (three, b) = flats();
    let with_doors = |flat: [f64; 3]| [flat[0], flat[1], flat[1] + 1.0, flat[2]];
    let rows = three.rows().into_iter();
    let mut rows: Vec<_> = rows
        .map(|row| with_doors([row[0], row[1], row[2]]))
        .collect();
    let a = ndarray::arr2(&rows);
    let system = augmented(&a, &b).expect("a number for each row");
    let reduced = reduced_row_echelon(&system, ZERO).expect("finite entries");
    let printed = array![
        [1.0, 0.0, 1.0, 0.0, 200.0],
        [0.0, 1.0, 1.0, 0.0, 50.0],
        [0.0, 0.0, 0.0, 1.0, 10.0]
    ];
    assert_close(reduced.matrix, printed, 1e-10);
    let Ok(Solutions::Many {
        particular,
        directions,
    }) = solution_set(&a, &b, ZERO)
    else {
        panic!("infinitely many solutions");
    };
    assert_eq!(directions.len(), 1);
    // Doors in place of rooms.
    let doors = &particular + &(50.0 * &directions[0]);
    assert_close(doors, array![150.0, 0.0, 50.0, 10.0], 1e-10);
    // By hand, in the order of the rows, a fourth flat ends as 0 = 100.
    rows.push(with_doors([1.0, 4.0, 100.0]));
    let more = ndarray::arr2(&rows);
    let said = more.row(3).dot(&particular);
    assert_close(said, 1400.0, 1e-10);
    let rents = array![b[0], b[1], b[2], 1500.0];
    let system = augmented(&more, &rents).expect("a number for each row");
    let echelon = row_echelon(&system, Pivoting::First, 0.0).expect("finite entries");
    assert_eq!(solution_set(&more, &rents, ZERO), Ok(Solutions::None));
    claims!(
        rank(&a),
        cleared(&particular),
        cleared(&directions[0]),
        echelon.matrix[[3, 4]]
    );
}

#[test]
fn lu_by_hand() {
    let (a, _) = flats();
    let lu = Lu::with_pivoting(&a, Pivoting::First).expect("invertible");
    let l = array![[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 3.0, 1.0]];
    let u = array![[1.0, 2.0, 50.0], [0.0, 1.0, 30.0], [0.0, 0.0, -20.0]];
    assert_eq!((lu.lower(), lu.upper()), (&l, &u));
    let y = forward_substitution(&l, &array![30.0, 46.0, 68.0]).expect("ones on the diagonal");
    assert_eq!(y, array![30.0, 16.0, -10.0]);
    let x = back_substitution(&u, &y).expect("pivots");
    claims!(product(&l, &u), &x);
}

#[test]
fn bound_attained() {
    let a = diagonal(&array![1.0, 1e-6]);
    let kappa = |a: &_, norm: fn(&_) -> _| condition_number(a, norm).expect("invertible");
    assert_eq!(kappa(&a, operator_norm_1), kappa(&a, operator_norm_inf));
    // In the 2-norm too: the largest entry by the smallest.
    let change = solution(&a, &array![0.0, 1e-3]);
    let scaled = product(&diagonal(&array![1.0, 1e6]), &a);
    claims!(
        kappa(&a, operator_norm_inf).round(),
        (change[1] * 1e9).round() / 1e9,
        kappa(&scaled, operator_norm_inf)
    );
}

/// A picture blurred down and across, or the same undone with the inverse.
fn down_and_across(b: &Matrix, picture: &Matrix) -> Matrix {
    product(&product(b, picture), b)
}

fn largest(a: &Matrix) -> f64 {
    a.iter().fold(0.0, |most: f64, x| most.max(x.abs()))
}

#[test]
fn a_line_lost() {
    let b = blur(8);
    let undo = inverse(&b).expect("a blur that can be undone");
    assert_eq!(operator_norm_inf(&b), 1.0);
    let kappa = condition_number(&b, operator_norm_inf).expect("a square matrix");
    let kappa = (kappa * 1e9).round() / 1e9;
    let digits = mlmath::data::digits();
    let line = digits.image(0).row(4).to_owned();
    assert_eq!(line, array![0.0, 5.0, 8.0, 0.0, 0.0, 9.0, 8.0, 0.0]);
    let blurred = times(&b, &line);
    assert_eq!(blurred, array![1.25, 4.5, 5.25, 2.0, 2.25, 6.5, 6.25, 2.0]);
    let rounded = blurred.mapv(f64::round);
    assert_eq!(rounded, array![1.0, 5.0, 5.0, 2.0, 2.0, 7.0, 6.0, 2.0]);
    let back = solution(&b, &rounded);
    let mut errors: Vec<f64> = (0..digits.y.len())
        .map(|k| {
            let picture = digits.image(k);
            let rounded = down_and_across(&b, &picture).mapv(f64::round);
            largest(&(down_and_across(&undo, &rounded) - &picture))
        })
        .collect();
    let first = errors[0];
    errors.sort_by(f64::total_cmp);
    let median = errors[errors.len() / 2];
    assert_eq!(errors.len() % 2, 1);
    claims!(
        kappa,
        &back,
        norm_inf(&(&back - &line)),
        kappa * kappa,
        first,
        median
    );
}

#[test]
fn no_rounded_picture_holds_its_digit() {
    let b = blur(8);
    let digits = mlmath::data::digits();
    for k in 0..digits.y.len() {
        let picture = digits.image(k);
        let blurred = down_and_across(&b, &picture);
        // What one grey more in a pixel adds to the pixels around it.
        let unseen = |(i, j): (usize, usize), grey: f64| {
            let around = |at: usize| at.saturating_sub(1)..(at + 2).min(8);
            (0.0..=16.0).contains(&(picture[[i, j]] + grey))
                && around(i).all(|p| {
                    around(j).all(|q| {
                        let before = blurred[[p, q]];
                        let after = before + grey * b[[p, i]] * b[[j, q]];
                        before.round() == after.round()
                    })
                })
        };
        let mut pixels = picture.indexed_iter().map(|(at, _)| at);
        let found = pixels.any(|at| unseen(at, 1.0) || unseen(at, -1.0));
        assert!(found, "image {k}");
    }
}

#[test]
fn three_pages() {
    let ranks = |alpha: f64| {
        let (a, b) = web(&[&[1, 2], &[2], &[0]], alpha);
        solution(&a, &b)
    };
    let printed = array![[1.0, 0.0, -0.5], [-0.25, 1.0, 0.0], [-0.25, -0.5, 1.0]];
    assert_eq!(web(&[&[1, 2], &[2], &[0]], 0.5).0, printed);
    claims!(ranks(0.5), ranks(0.85));
}

#[test]
fn scaling_is_no_cure() {
    let a: Matrix = array![[1.0, 1.0, 1e20], [1e-17, 1.0, 0.0], [0.0, 1.0, 1e20]];
    let b = array![6.0, 2.0, 5.0];
    let substituted = |a: &Matrix, b: &Vector| {
        let lu = Lu::new(a).expect("pivots that are not 0");
        lu.substitute(b).expect("finite entries")
    };
    let units = a.map_axis(ndarray::Axis(1), |row| 1.0 / norm_inf(&row.to_owned()));
    let scaled = product(&diagonal(&units), &a);
    assert_close(
        scaled.column(0).to_owned(),
        array![1e-20, 1e-17, 0.0],
        1e-30,
    );
    claims!(substituted(&a, &b), substituted(&scaled, &(&units * &b)));
    // `solve` finds it in any units.
    for x in [solution(&a, &b), solution(&scaled, &(&units * &b))] {
        assert_close(x, array![1.0, 2.0, 3e-20], 1e-14);
    }
}

#[test]
fn a_bound_by_hand() {
    let (a, b, x) = (
        array![[1e-20, 1.0], [1.0, 1.0]],
        array![1.0, 2.0],
        array![1.0, 1.0],
    );
    assert_eq!(&b - &times(&a, &x), Vector::zeros(2));
    let lu = Lu::new(&a).expect("pivots that are not 0");
    let (entry, bound) = lu.error_bound(&b, &x).expect("finite entries");
    assert_eq!(entry, 0);
    // 2(n + 1)u = 3·2⁻⁵² for two unknowns.
    let bracket = 3.0 * f64::EPSILON * (times(&a, &x) + &b);
    let e = times(
        &inverse(&a).expect("an invertible matrix").mapv(f64::abs),
        &bracket,
    );
    assert_close(bound / e[0], 1.0, 1e-12);
    assert_close(&e / f64::EPSILON, array![18.0, 6.0], 1e-12);
    claims!(bound, e[1]);
}

#[test]
fn stability_of_lu() {
    let (a, b, computed) = thirds_from_wilkinsons_matrix();
    claims!(backward_error(&a, &b, &computed).expect("a square matrix"));
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
    // The matrix is not to blame.
    let kappa = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
    assert_close(kappa, 54.0, 1e-9);
    claims!(last(4), last(54), largest, kappa.round());
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
fn condition_by_hand() {
    let (a, b) = (similar_equations(), array![2.0, 2.0001]);
    let inverse = inverse(&a).expect("an invertible matrix");
    let kappa = condition_number(&a, operator_norm_inf).expect("a square matrix");
    assert_close(operator_norm_inf(&a), 2.0001, 1e-15);
    assert_close(operator_norm_inf(&inverse) / 20_001.0, 1.0, 1e-10);
    let missing = norm_inf(&(&b - &times(&a, &array![0.0, 2.0]))) / norm_inf(&b);
    claims!(
        inverse.mapv(f64::round),
        kappa.round(),
        missing,
        kappa * missing
    );
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
