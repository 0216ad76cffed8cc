//! The computed answers to the exercises of chapter 5.

#[path = "../../exercises/solutions/pagerank.rs"]
mod ranks;
#[path = "../../exercises/solutions/iterative_refinement.rs"]
mod refinement;
#[path = "../../exercises/solutions/restored_digits.rs"]
mod restoring;
#[path = "../../exercises/solutions/tridiagonal_solve.rs"]
mod tridiagonal;

use super::*;

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
fn for_which_k() {
    let solutions = |k: f64| {
        let a = array![[1.0, k], [k, 1.0]];
        solution_set(&a, &array![1.0, 1.0], ZERO).expect("finite entries")
    };
    let one = |k| match solutions(k) {
        Solutions::One(x) => x,
        other => panic!("{other}"),
    };
    for k in [-3.0, -0.5, 0.0, 0.5, 2.0, 10.0] {
        assert_close(one(k), Vector::from_elem(2, 1.0 / (1.0 + k)), 1e-14);
    }
    let many = Solutions::Many {
        particular: array![1.0, 0.0],
        directions: vec![array![-1.0, 1.0]],
    };
    assert_eq!(solutions(1.0), many);
    assert_eq!(solutions(-1.0), Solutions::None);
    let system = array![[1.0, -1.0, 1.0], [-1.0, 1.0, 1.0]];
    let echelon = row_echelon(&system, Pivoting::First, 0.0).expect("finite entries");
    claims!(one(3.0), echelon.matrix[[1, 2]]);
}

#[test]
fn solve_and_reduce() {
    let a = array![[1.0, 1.0, 1.0], [1.0, 2.0, 4.0], [2.0, 3.0, 5.0]];
    let b = array![6.0, 13.0, 19.0];
    let system = augmented(&a, &b).expect("a number for each row");
    let reduced = reduced_row_echelon(&system, ZERO).expect("finite entries");
    let printed = array![
        [1.0, 0.0, -2.0, -1.0],
        [0.0, 1.0, 3.0, 7.0],
        [0.0, 0.0, 0.0, 0.0]
    ];
    assert_close(reduced.matrix, printed, 1e-13);
    let Ok(Solutions::Many {
        particular,
        directions,
    }) = solution_set(&a, &b, ZERO)
    else {
        panic!("infinitely many solutions");
    };
    assert_eq!(directions.len(), 1);
    claims!(rank(&a), particular, &directions[0]);
    let other = array![6.0, 13.0, 20.0];
    assert_eq!(solution_set(&a, &other, ZERO), Ok(Solutions::None));
}

#[test]
fn pivoting_by_hand() {
    let a = array![[1.0, 3.0, 2.0], [2.0, 3.0, 6.0], [4.0, 4.0, 8.0]];
    let lu = Lu::new(&a).expect("an invertible matrix");
    let b = array![6.0, 11.0, 16.0];
    let y = forward_substitution(lu.lower(), &times(&lu.permutation(), &b));
    claims!(
        lu.permutation(),
        lu.lower(),
        lu.upper(),
        y.expect("ones"),
        lu.solve(&b).expect("pivots")
    );
}

#[test]
fn tiny_pivot_by_hand() {
    let (a, b) = (array![[1e-20, 1.0], [1.0, 1.0]], array![1.0, 2.0]);
    let lu = Lu::with_pivoting(&a, Pivoting::First).expect("pivots");
    assert_eq!(lu.lower()[[1, 0]], 1e20);
    let x = lu.substitute(&b).expect("pivots");
    let there = product(lu.lower(), lu.upper());
    claims!(x, solve(&a, &b).expect("pivots"), there[[1, 1]]);
    // The distance of the numbers near 10²⁰ that the hint names.
    assert_eq!(f64::next_up(1e20) - 1e20, 16384.0);
}

#[test]
fn hilbert_ten() {
    let h = hilbert(10);
    let ones = Vector::ones(10);
    let b = times(&h, &ones);
    let computed = solve(&h, &b).expect("an invertible matrix");
    let kappa_inf = condition_number(&h, operator_norm_inf).expect("an invertible matrix");
    let backward = backward_error(&h, &b, &computed).expect("a square matrix");
    assert!(backward < f64::EPSILON, "{backward:e}");
    let error = norm_inf(&(&computed - &ones));
    assert!(error < kappa_inf * backward * norm_inf(&computed));
    assert!(error < 1e-3, "{error:e}");
    let inverse = inverse(&h).expect("an invertible matrix");
    // The entries of the exact inverse are whole numbers: the largest, for row
    // and column 7, is 3.4·10¹², and elimination finds it to three digits.
    assert_close(inverse[[6, 6]] / 3_480_673_996_800.0, 1.0, 1e-3);
    let symmetric = mlmath::matrices::symmetric_part(&inverse).expect("a square matrix");
    let kappa_2 = symmetric_norm_2(&h) * symmetric_norm_2(&symmetric);
    claims!(kappa_inf, kappa_inf * f64::EPSILON, kappa_2);
}

#[test]
fn the_grid_factorised() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let lu = Lu::with_pivoting(&a, Pivoting::First).expect("pivots");
    let cholesky = Cholesky::new(&gram(&a)).expect("a positive definite matrix");
    let lower = cholesky.lower();
    let root = 5.0_f64.sqrt();
    let column = lower.column(0).to_owned();
    assert_close(column, array![root, -1.0 / root], 1e-15);
    let kappa = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
    let inverse = inverse(&a).expect("an invertible matrix");
    let kappa_2 = norm_2_of_two_by_two(&a) * norm_2_of_two_by_two(&inverse);
    claims!(
        lu.lower(),
        lu.upper(),
        lu.upper().diag().product(),
        lower[[1, 1]],
        (kappa * 1e9).round() / 1e9,
        kappa_2
    );
}

#[test]
fn blur_of_three_pixels() {
    let b = blur(3);
    let undo = inverse(&b).expect("an invertible matrix");
    let undo = undo.mapv(|entry| (entry * 1e9).round() / 1e9);
    assert_eq!(product(&undo, &b), identity(3));
    let kappa = operator_norm_inf(&b) * operator_norm_inf(&undo);
    let worst = times(&undo, &array![-0.5, 1.0, -0.5].mapv(f64::signum)) / 2.0;
    // All lines of whole greys, with halves rounded upwards.
    let greys = (0..17_i32.pow(3)).map(|k| array![k % 17, k / 17 % 17, k / 289]);
    let off = |line: &Vector| times(&undo, &times(&b, line).mapv(f64::round)) - line;
    let most = greys
        .map(|line| norm_inf(&off(&line.mapv(f64::from))))
        .fold(0.0, f64::max);
    claims!(
        &undo,
        kappa,
        norm_inf(&worst),
        &worst,
        most,
        off(&array![0.0, 1.0, 0.0])
    );
}

/// How many rows are named right by the nearest mean of the rows of their kind in
/// another matrix.
fn named(x: &Matrix, labels: &[usize], of: &Matrix) -> usize {
    let mean = |digit: usize| {
        let rows = of.rows().into_iter().zip(labels);
        let own: Vec<_> = rows
            .filter(|(_, label)| **label == digit)
            .map(|(row, _)| row)
            .collect();
        let sum = own
            .iter()
            .fold(Vector::zeros(of.ncols()), |sum, row| sum + row);
        sum / own.len() as f64
    };
    let means: Vec<Vector> = (0..10).map(mean).collect();
    let rows = x.rows().into_iter().zip(labels);
    let right = rows.filter(|(row, label)| {
        let squared = |digit: &usize| (row - &means[*digit]).mapv(|z| z * z).sum();
        let nearest = (0..10).min_by(|a, b| squared(a).total_cmp(&squared(b)));
        nearest == Some(**label)
    });
    right.count()
}

#[test]
fn restored_digits() {
    let mlmath::data::Digits { x, y } = mlmath::data::digits();
    let [rounded, restored] = restoring::restored_digits(&x).expect("a blur that can be undone");
    assert_eq!(named(&x, &y, &x), 1626);
    claims!(named(&rounded, &y, &rounded), named(&restored, &y, &x));
}

#[test]
fn condition_of_a_shear() {
    for t in [0.0, 1.0, 7.5, 100.0] {
        let a = array![[1.0, t], [0.0, 1.0]];
        let kappa = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
        assert_close(kappa, (1.0 + t) * (1.0 + t), 1e-9);
        // The bound is attained where the solution says.
        let (b, change) = (array![1.0 + t, 1.0], array![1e-3, -1e-3]);
        let [x, dx] = [&b, &change].map(|b| solve(&a, b).expect("an invertible matrix"));
        let bound = kappa * norm_inf(&change) / norm_inf(&b);
        assert_close(norm_inf(&dx) / norm_inf(&x), bound, 1e-12);
    }
    let a = array![[1.0, 100.0], [0.0, 1.0]];
    let kappa = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
    claims!(kappa, determinant(&a).expect("finite entries"));
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
fn lu_is_unique() {
    for_all(square(), |a| {
        let n = a.nrows();
        let lower = Matrix::from_shape_fn((n, n), |(i, j)| match i.cmp(&j) {
            std::cmp::Ordering::Greater => a[[i, j]],
            std::cmp::Ordering::Equal => 1.0,
            std::cmp::Ordering::Less => 0.0,
        });
        let upper = Matrix::from_shape_fn((n, n), |(i, j)| match i.cmp(&j) {
            std::cmp::Ordering::Greater => 0.0,
            std::cmp::Ordering::Equal => 2.0 + a[[i, j]],
            std::cmp::Ordering::Less => a[[i, j]],
        });
        // Put together and taken apart again.
        let together = product(&lower, &upper);
        let lu = Lu::with_pivoting(&together, Pivoting::First).expect("pivots of at least 1");
        assert_close(lu.lower(), &lower, 1e-12);
        assert_close(lu.upper(), &upper, 1e-12);
    });
}

#[test]
fn heat_matrix_is_positive_definite() {
    for_all(
        (
            1..=4_usize,
            1..=4_usize,
            proptest::collection::vec(-9..=9_i32, 16),
        ),
        |(rows, columns, numbers)| {
            let grid = Grid { rows, columns };
            let x: Vector = numbers
                .into_iter()
                .map(f64::from)
                .take(rows * columns)
                .collect();
            let at = |i: usize, j: usize| x[i * columns + j];
            let mut sum = 0.0;
            for i in 0..rows {
                for j in 0..columns {
                    if i + 1 < rows {
                        sum += (at(i, j) - at(i + 1, j)).powi(2);
                    }
                    if j + 1 < columns {
                        sum += (at(i, j) - at(i, j + 1)).powi(2);
                    }
                    let sides = [i == 0, i + 1 == rows, j == 0, j + 1 == columns];
                    let on_the_edge = sides.into_iter().filter(|&side| side).count();
                    sum += on_the_edge as f64 * at(i, j).powi(2);
                }
            }
            let a = grid.matrix();
            assert_eq!(quadratic_form(&a, &x), Ok(sum));
            assert_eq!(sum == 0.0, x == Vector::zeros(x.len()));
            assert_eq!(grid.times(&x), times(&a, &x));
            assert!(Cholesky::new(&a).is_ok());
        },
    );
}

#[test]
fn pagerank_is_jacobi() {
    // Page j links to the next two pages, and every third page to one more.
    let n = 7;
    let mut m = Matrix::zeros((n, n));
    for j in 0..n {
        let to: Vec<usize> = [1, 2, 4]
            .iter()
            .take(2 + usize::from(j % 3 == 0))
            .copied()
            .collect();
        for step in &to {
            m[[(j + step) % n, j]] = 1.0 / to.len() as f64;
        }
    }
    let alpha = 0.85;
    let a = identity(n) - alpha * &m;
    let b = Vector::from_elem(n, (1.0 - alpha) / n as f64);
    let x = solve(&a, &b).expect("an invertible matrix");
    assert_close(x.sum(), 1.0, 1e-14);
    assert!(x.iter().all(|&x_i| x_i > 0.0));
    let iterates = jacobi_steps(&a, &b).expect("ones on the diagonal");
    let mut expected = Vector::zeros(n);
    for (k, iterate) in iterates.take(60).enumerate() {
        assert_close(&iterate.x, &expected, 1e-15);
        let error = norm_l1(&(&iterate.x - &x));
        assert_close(error, alpha.powi(k as i32), 1e-14);
        expected = alpha * times(&m, &expected) + &b;
    }
    claims!(
        (1..)
            .find(|&k| alpha.powi(k) < 0.001)
            .expect("a power that is small enough")
    );
}

#[test]
fn refinement_converges() {
    for_all(with_vectors(dominant()), |(a, [b, noise])| {
        let lu = Lu::new(&a).expect("a dominant diagonal");
        let x = lu.solve(&b).expect("finite entries");
        // A solver that misses by a tenth in the maximum norm.
        let rough = |r: &Vector| {
            let d = lu.solve(r).expect("finite entries");
            &d + &(&noise * (0.1 * norm_inf(&d)))
        };
        for k in 0..12 {
            let found = refinement::iterative_refinement(&a, &b, &rough, k);
            let bound = 0.1_f64.powi(k as i32) * norm_inf(&x);
            assert_at_most(norm_inf(&(found - &x)), bound, 1e-14);
        }
    });
}

#[test]
fn norm_of_a_square() {
    // The 2-norm of a diagonal matrix is its largest entry by size, and turning
    // it does not change that.
    for_all(with_vectors(square()), |(a, [d])| {
        let n = a.nrows();
        let mut q = identity(n);
        for row in a.rows() {
            if let Ok(mirror) = mlmath::inverse::reflection(&row.to_owned()) {
                q = product(&q, &mirror);
            }
        }
        let turned = product(&product(&q, &diagonal(&d)), &transpose(&q));
        let turned = mlmath::matrices::symmetric_part(&turned).expect("a square matrix");
        let norm = symmetric_norm_2(&turned);
        if norm_inf(&d) > 1e-3 {
            assert_at_most(norm_inf(&d), norm, 1e-12);
            assert_at_most(norm, norm_inf(&d) * (n as f64).powf(0.5 / 1024.0), 1e-12);
            let frobenius = mlmath::matrices::norm_frobenius(&turned);
            assert_at_most(frobenius, (n as f64).sqrt() * norm_inf(&d), 1e-12);
            let square = symmetric_norm_2(&product(&turned, &turned));
            assert_close(square / (norm * norm), 1.0, 0.01);
        }
    });
    // Symmetry is needed.
    let a = array![[0.0, 1.0], [0.0, 0.0]];
    assert_eq!(product(&a, &a), Matrix::zeros((2, 2)));
}

#[test]
fn tridiagonal_solve() {
    let x = tridiagonal::tridiagonal_solve(
        &[-1.0, -1.0],
        &[4.0, 4.0, 4.0],
        &[-1.0, -1.0],
        &[2.0, 4.0, 10.0],
    );
    claims!(Vector::from(x));
}

#[test]
fn iterative_refinement() {
    let (a, b) = (array![[4.0, 1.0], [1.0, 4.0]], array![5.0, 5.0]);
    let rough = |r: &Vector| r / 4.0;
    let one = refinement::iterative_refinement(&a, &b, &rough, 1);
    assert_eq!(one, array![1.25, 1.25]);
    let two = refinement::iterative_refinement(&a, &b, &rough, 2);
    claims!(&two);
    let jacobi = jacobi_steps(&a, &b).expect("no 0 on the diagonal").nth(2);
    assert_eq!(jacobi.expect("a third iterate").x, two);
}

#[test]
fn pagerank() {
    let links = [vec![1], vec![0, 2], vec![0]];
    let ranks = Vector::from(ranks::pagerank(&links, 0.5, 200));
    claims!(ranks);
}
