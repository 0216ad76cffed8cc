//! The computed answers to the exercises of chapter 4.

#[path = "../../exercises/solutions/neumann_doubling.rs"]
mod doubling;
#[path = "../../exercises/solutions/rotary_embedding.rs"]
mod rotary;
#[path = "../../exercises/solutions/rows_one_by_one.rs"]
mod rows;

use super::*;
use mlmath::data::iris;

#[test]
fn invert_two() {
    let a_inverse = inverted(&array![[2.0, 5.0], [1.0, 3.0]]);
    let b_inverse = inverted(&array![[0.0, 2.0], [4.0, 0.0]]);
    // Not integers to the last digit: divided by the pivot 2 and 0.5.
    assert_close(&a_inverse, array![[3.0, -5.0], [-1.0, 2.0]], 1e-14);
    claims!(&a_inverse, &b_inverse, product(&b_inverse, &a_inverse));
}

#[test]
fn gauss_jordan_drill() {
    let a = array![[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [1.0, 2.0, 1.0]];
    let back = inverted(&a);
    claims!(&back, times(&back, &array![1.0, 1.0, 1.0]));
}

#[test]
fn box_blur_by_hand() {
    let back = inverted(&mean_of_three(3));
    let lost = times(&mean_of_three(2), &array![1.0, -1.0]);
    claims!(lost, &back);
    // For each number of pixels the pattern vanishes, or there is an inverse.
    for n in 2..=8 {
        let pattern = Vector::from_shape_fn(n, |i| [1.0, -1.0, 0.0][i % 3]);
        let vanishes = times(&mean_of_three(n), &pattern) == Vector::zeros(n);
        assert_eq!(vanishes, [2, 5, 8].contains(&n), "{n}");
        assert_eq!(inverse(&mean_of_three(n)).is_err(), vanishes, "{n}");
    }
}

#[test]
fn transposing_a_product() {
    let a = array![[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]];
    let c = array![[1.0, 0.0], [2.0, 1.0], [1.0, 3.0]];
    let (x, y) = (array![1.0, 1.0, -1.0], array![2.0, 1.0]);
    let back = times(&transpose(&a), &y);
    claims!(
        product(&a, &c),
        product(&transpose(&c), &transpose(&a)),
        dot(&times(&a, &x), &y),
        &back,
        dot(&x, &back)
    );
    assert_eq!(times(&a, &x), array![3.0, 0.0]);
    let other = product(&transpose(&a), &transpose(&c));
    assert_eq!(other, transpose(&product(&c, &a)));
    assert_eq!(other.dim(), (3, 3));
}

#[test]
fn four_determinants() {
    let a = array![[2.0, 7.0, 1.0], [0.0, 3.0, 8.0], [0.0, 0.0, -1.0]];
    let b = array![[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]];
    let c = array![[1.0, 4.0, 5.0], [2.0, 3.0, 5.0], [3.0, 2.0, 5.0]];
    let both = product(&product(&a, &a), &inverted(&b));
    claims!(expanded(&a), expanded(&b), expanded(&c), expanded(&both));
    assert!(inverse(&a).is_ok() && inverse(&c).is_err());
}

#[test]
fn complete_the_rotation() {
    let third = |column: [f64; 3]| {
        let [a, b, c] = column;
        scale(
            1.0 / 3.0,
            &array![[2.0, -1.0, a], [2.0, 2.0, b], [-1.0, 2.0, c]],
        )
    };
    let q = third([2.0, -1.0, 2.0]);
    assert!(is_orthogonal(&q, 1e-15));
    claims!(
        expanded(&q),
        expanded(&third([-2.0, 1.0, -2.0])),
        times(&inverted(&q), &array![3.0, 3.0, 3.0])
    );
}

#[test]
fn norms_by_hand_of_a_matrix() {
    let a = array![[3.0, 0.0], [4.0, 5.0]];
    let [largest, smallest] = stretched(&a);
    assert_close(smallest, 5_f64.sqrt(), 1e-14);
    claims!(
        operator_norm_1(&a),
        operator_norm_inf(&a),
        norm_frobenius(&a),
        largest,
        times(&a, &array![1.0, 1.0])
    );
}

#[test]
fn inverse_of_a_sum() {
    let third_of_a_turn = rotation(std::f64::consts::TAU / 3.0);
    let sum = identity(2) + &third_of_a_turn;
    let law = identity(2) + inverted(&third_of_a_turn);
    assert_close(inverted(&sum), law, 1e-14);
    for_all((scalar(), scalar()), |(a, b)| {
        let sum = a * a + a * b + b * b;
        assert!(sum > 0.0 || (a == 0.0 && b == 0.0));
    });
}

#[test]
fn a_finite_series() {
    for_all(small_integers(1..=5), |a| {
        let n = a.nrows();
        let above =
            Matrix::from_shape_fn((n, n), |(i, j)| if i < j { 100.0 * a[[i, j]] } else { 0.0 });
        let power = (0..n).fold(identity(n), |power, _| product(&power, &above));
        assert_eq!(power, Matrix::zeros((n, n)));
        let sum = neumann_sum(&above, n - 1).expect("square");
        assert_eq!(product(&sum, &(identity(n) - &above)), identity(n));
    });
}

#[test]
fn transpose_has_the_same_norm() {
    for_all(matrices::<1>(2..=2, 2..=2), |[a]| {
        let norm = stretched(&a)[0];
        assert_close(stretched(&transpose(&a))[0], norm, ROUNDING);
        assert_close(stretched(&gram(&a))[0], norm * norm, ROUNDING);
        assert_eq!(operator_norm_1(&transpose(&a)), operator_norm_inf(&a));
    });
}

#[test]
fn determinant_of_an_update() {
    for_all(vectors(1..=5), |[u, v]: [Vector; 2]| {
        let n = u.len();
        let det = expanded(&(identity(n) + outer(&u, &v)));
        // Terms of up to 10¹⁰ that cancel but for 1 + vᵀu.
        assert_close(det, 1.0 + dot(&v, &u), 1e-3);
    });
}

#[test]
fn nearby_matrices_are_invertible() {
    for_all(
        (matrices::<2>(2..=2, 2..=2), 0.0..0.99_f64),
        |([a, d], share)| {
            let (norm, size) = (stretched(&a), stretched(&d)[0]);
            // ‖A⁻¹‖ is 1 over the smallest stretch.
            if norm[1] > 1e-3 && size > 0.0 {
                let nearby = &a + &scale(share * norm[1] / size, &d);
                assert!(inverse(&nearby).is_ok(), "{a}\n{nearby}");
            }
            // At a distance of ‖A‖ there is always a singular one.
            assert!(inverse(&(&a + &scale(-1.0, &a))).is_err());
        },
    );
}

#[test]
fn inverse_keeps_the_kind() {
    for_all((well_conditioned(1..=5), vector(5)), |(a, x)| {
        let n = a.nrows();
        let x = x.slice(ndarray::s![..n]).to_owned();
        let definite = gram(&a);
        let back = inverted(&definite);
        assert_close(&back, transpose(&back), ROUNDING);
        let form = quadratic_form(&back, &x).expect("square");
        assert_eq!(form > 0.0, norm_l2(&x) > 0.0);
        let lower = Matrix::from_shape_fn((n, n), |(i, j)| if i >= j { a[[i, j]] } else { 0.0 });
        let back = inverted(&lower);
        for ((i, j), &entry) in back.indexed_iter() {
            match i.cmp(&j) {
                std::cmp::Ordering::Less => assert_eq!(entry, 0.0),
                std::cmp::Ordering::Equal => assert_close(entry, 1.0 / a[[i, i]], 1e-15),
                std::cmp::Ordering::Greater => (),
            }
        }
    });
    // A product of integers is invertible exactly if both factors are.
    for_all(two_square(1..=3), |[a, b]| {
        let [of_a, of_b] = [&a, &b].map(|m| expanded(m) != 0.0);
        assert_eq!(expanded(&product(&a, &b)) != 0.0, of_a && of_b);
    });
}

#[test]
fn rows_one_by_one() {
    let x = array![[1.0, 0.0], [1.0, 1.0]];
    let updated = |c: f64, x: &Matrix| rows::rows_one_by_one(c, x).expect("c is not tiny");
    claims!(updated(1.0, &x)[[0, 0]]);
    // All flowers: 150 updates, each of which rounds.
    let x = iris().x;
    let fresh = inverted(&(gram(&x) + identity(4)));
    assert_close(updated(1.0, &x), fresh, 1e-12);
    // A tiny c costs digits, and then there is no answer at all.
    let off = |c: f64, x: &Matrix| {
        let n = x.ncols();
        let fresh = inverted(&(gram(x) + scale(c, &identity(n))));
        let difference = (updated(c, x) - &fresh) / &fresh;
        difference.fold(0.0, |most: f64, d| most.max(d.abs()))
    };
    let x = array![[0.3, 0.7], [1.0, 1.0], [1.0, 2.0]];
    assert!(off(1.0, &x) < 1e-14);
    assert!((1e-8..1e-5).contains(&off(1e-10, &x)));
    for (c, x) in [
        (1e-16, array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]),
        (1e-16, x.clone()),
        (1e-15, x),
        (1e-15, array![[1.0, -1.0], [1.0, -1.0]]),
    ] {
        let lost = rows::rows_one_by_one(c, &x);
        assert!(matches!(lost, Err(UpdateError::Lost { .. })), "{lost:?}");
    }
}

#[test]
#[should_panic(expected = "c is 0, but must be positive")]
fn without_a_start_there_may_be_no_inverse() {
    let _ = rows::rows_one_by_one(0.0, &array![[1.0, 0.0]]);
}

#[test]
fn rotary_embedding() {
    let turned = rotary::rotary_embedding(&array![1.0, 0.0, 1.0, 0.0], 1.0);
    claims!(turned);
}

#[test]
#[should_panic(expected = "3 entries do not make pairs")]
fn an_odd_number_of_entries_has_no_pairs() {
    rotary::rotary_embedding(&array![1.0, 0.0, 1.0], 1.0);
}

#[test]
fn neumann_doubling() {
    let sum = doubling::neumann_doubling(&scale(0.5, &identity(2)), 3);
    claims!(sum[[0, 0]]);
    for_all(square(1..=4), |a| {
        let a = scale(0.02, &a);
        let sum = neumann_sum(&a, 15).expect("square");
        assert_close(doubling::neumann_doubling(&a, 4), sum, 1e-12);
    });
}
