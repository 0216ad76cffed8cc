//! The numbers in the worked examples of the main page.

use super::*;
use mlmath::data::diabetes;
use mlmath::matrix_multiplication::angle;

/// The squares of the misses of a line, added up.
fn squares(w: f64, b: f64) -> f64 {
    let (x, y) = three_points();
    let missed = y - times(&x, &array![w, b]);
    dot(&missed, &missed)
}

#[test]
fn which_line_is_best() {
    let sums = [(1.0, 0.0), (0.5, 0.5), (0.5, 2.0 / 3.0)].map(|(w, b)| squares(w, b));
    let (x, y) = three_points();
    let best = least_squares(&x, &y).expect("independent columns");
    assert_close(squares(best[0], best[1]), sums[2], 1e-14);
    claims!(sums[0], sums[1], sums[2]);
}

#[test]
fn shadow_by_hand() {
    let (a, b) = (array![4.0, 2.0], array![1.0, 3.0]);
    let p = project_onto_line(&b, &a).expect("a direction");
    let rest = &b - &p;
    assert_close(
        [p.clone(), rest.clone()]
            .map(|z| dot(&z, &z))
            .iter()
            .sum::<f64>(),
        10.0,
        1e-14,
    );
    let y = array![1.0, 2.0, 2.0];
    let mean = project_onto_line(&y, &Vector::ones(3)).expect("a direction");
    assert_close(&mean, Vector::from_elem(3, 5.0 / 3.0), 1e-15);
    claims!(
        dot(&a, &b) / dot(&a, &a),
        cleared(&p),
        cleared(&rest),
        (dot(&a, &rest) * 1e9).round() / 1e9 + 0.0,
        y - mean
    );
}

#[test]
fn best_line_by_projection() {
    let (x, y) = three_points();
    let w = least_squares(&x, &y).expect("independent columns");
    let fit = project(&x, &y).expect("independent columns");
    let rest = &y - &fit;
    assert_close(times(&transpose(&x), &rest), array![0.0, 0.0], 1e-14);
    assert_close(dot(&fit, &fit), 53.0 / 6.0, 1e-14);
    assert_close(dot(&rest, &rest), 1.0 / 6.0, 1e-14);
    claims!(gram(&x), times(&transpose(&x), &y), w, fit, rest);
}

/// Body mass without its mean, progression without its mean, and both means.
fn body_mass() -> (Vector, Vector, [f64; 2]) {
    let data = diabetes();
    let bmi = data.x.column(2).to_owned();
    let means = [&bmi, &data.y].map(|z| z.mean().expect("442 patients"));
    (bmi - means[0], data.y - means[1], means)
}

#[test]
fn diabetes_by_body_mass() {
    let (x, y, means) = body_mass();
    let shadow = project_onto_line(&y, &x).expect("a direction");
    let rest = &y - &shadow;
    let slope = dot(&x, &y) / dot(&x, &x);
    let degrees = angle(&y, &shadow).expect("no zero vector").to_degrees();
    let share = (norm_l2(&shadow) / norm_l2(&y)).powi(2);
    let all = with_ones(&diabetes().x.slice(ndarray::s![.., 2..3]).to_owned());
    let w = least_squares(&all, &diabetes().y).expect("independent columns");
    assert_close(w[0], slope, 1e-12);
    let iris = mlmath::data::iris().x;
    let lengths = with_ones(&iris.slice(ndarray::s![.., 2..3]).to_owned());
    let widths = iris.column(3).to_owned();
    let petals = least_squares(&lengths, &widths).expect("independent columns");
    assert_close(w[1], means[1] - slope * means[0], 1e-10);
    claims!(
        means[0],
        means[1],
        slope,
        w[1],
        norm_l2(&y).round(),
        norm_l2(&shadow).round(),
        norm_l2(&rest).round(),
        degrees,
        share,
        petals[0],
        petals[1]
    );
}

#[test]
fn the_right_angle_is_elsewhere() {
    let (x, y) = three_points();
    let fit = project(&x, &y).expect("independent columns");
    claims!((dot(&(&y - &fit), &fit) * 1e9).round() / 1e9 + 0.0);
}

#[test]
fn hat_matrix_of_three() {
    let (x, _) = three_points();
    let h = projection_matrix(&x).expect("independent columns");
    let six = h.mapv(|h_ij| (6.0 * h_ij * 1e9).round() / 1e9);
    claims!(
        six,
        (trace(&h).expect("a square matrix") * 1e9).round() / 1e9
    );
}

#[test]
fn who_pulls() {
    let (x, _) = three_points();
    let h = leverages(&x).expect("independent columns");
    assert_close(h[2], h[0], 1e-15);
    let bmi = diabetes().x.slice(ndarray::s![.., 2..3]).to_owned();
    let of_patients = leverages(&with_ones(&bmi)).expect("independent columns");
    let most = (0..442)
        .max_by(|&i, &j| of_patients[i].total_cmp(&of_patients[j]))
        .expect("patients");
    assert_eq!(bmi[[most, 0]], bmi.iter().copied().fold(0.0, f64::max));
    let least = of_patients.iter().copied().fold(1.0, f64::min);
    claims!(
        h[0],
        h[1],
        least,
        of_patients[most],
        bmi[[most, 0]],
        (of_patients.sum() * 1e9).round() / 1e9
    );
}

#[test]
fn gram_schmidt_by_hand() {
    let a = array![[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]];
    let (q, r) = gram_schmidt(&a, GramSchmidt::Modified).expect("independent columns");
    let left = &q.column(1) * r[[1, 1]];
    let along = times(&transpose(&q), &array![1.0, 2.0, 2.0]);
    let root = [2.0, 3.0].map(f64::sqrt);
    assert_close(&along, array![5.0 / root[1], 1.0 / root[0]], 1e-14);
    let w = along[1] / r[[1, 1]];
    let b = (along[0] - r[[0, 1]] * w) / r[[0, 0]];
    claims!(cleared(&left.to_owned()), r, w, b);
}

#[test]
fn a_safe_distance() {
    let (w, b, x) = (array![3.0, 4.0], -15.0, array![5.0, 5.0]);
    let score = dot(&w, &x) + b;
    let nearest = &x - &(&w * (score / dot(&w, &w)));
    let d = distance_to_hyperplane(&x, &w, b).expect("a direction");
    let twice = distance_to_hyperplane(&x, &(&w * 2.0), 2.0 * b).expect("a direction");
    assert_close(d, twice, 1e-15);
    claims!(score, (d * 1e9).round() / 1e9, nearest);
}
