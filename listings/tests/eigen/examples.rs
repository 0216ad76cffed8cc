//! The numbers of the worked examples of chapter 9.

use super::*;
use mlmath::data::crates;
use mlmath::matrices::blur;
use mlmath::vectors::linear_combination;

/// The matrix that is called "stretch".
fn stretch() -> Matrix {
    array![[2.0, 1.0], [1.0, 2.0]]
}

/// The matrix that is called "slanted".
pub fn slanted() -> Matrix {
    array![[2.0, 1.0], [0.0, 1.0]]
}

#[test]
fn which_arrows_stay() {
    let turn = array![[0.0, -1.0], [1.0, 0.0]];
    let span = |degrees: f64| {
        let (y, x) = degrees.to_radians().sin_cos();
        let image = times(&turn, &array![x, y]);
        x * image[1] - y * image[0]
    };
    for degrees in 0..180 {
        assert_close(span(f64::from(degrees)), 1.0, 1e-15);
    }
    claims!(
        times(&stretch(), &array![1.0, 1.0]),
        times(&stretch(), &array![-1.0, 1.0]),
        span(0.0)
    );
}

#[test]
fn two_lines_stay() {
    let image = |x: f64, y: f64| times(&stretch(), &array![x, y]);
    let (one, three) = (image(1.0, -1.0), image(2.0, 2.0));
    claims!(one, one[0] / 1.0, three, three[0] / 2.0, image(1.0, 0.0));
}

#[test]
fn four_steps() {
    let mut x = array![1.0, 0.0];
    let mut seen = Vec::new();
    for k in 1..=4 {
        x = times(&stretch(), &x);
        let parts = [0.5 * 3.0_f64.powi(k), 0.5];
        let expected = linear_combination(&parts, &[array![1.0, 1.0], array![1.0, -1.0]]);
        assert_eq!(x, expected);
        seen.push(x.clone());
    }
    claims!(seen[0], seen[1], seen[2], seen[3]);
}

#[test]
fn ranks_of_crates() {
    let crates = crates();
    let ends = crates.links.iter().filter(|to| to.is_empty()).count();
    let place = |name: &str| crates.names.iter().position(|n| *n == name).expect("there");
    let named_by = |name: &str| {
        let there = place(name);
        crates.links.iter().filter(|to| to.contains(&there)).count()
    };
    let [first, macros, quote] = ["unicode-ident", "proc-macro2", "quote"].map(place);
    assert_eq!(crates.links[macros], [first]);
    assert_eq!(crates.links[quote], [macros]);
    let ranks = pagerank(&crates.links, 0.85, 1e-12).expect("links that lead somewhere");
    assert!(
        ranks
            .iter()
            .enumerate()
            .all(|(j, rank)| j == first || *rank < ranks[first])
    );
    let steps = pagerank_steps(&crates.links, 0.85).expect("links that lead somewhere");
    let off: Vec<f64> = steps.take(21).map(|x| norm_l1(&(x - &ranks))).collect();
    claims!(
        crates.names.len(),
        crates.links.iter().map(Vec::len).sum::<usize>(),
        ends,
        named_by("unicode-ident"),
        named_by("quote"),
        (off[20] / off[10]).powf(0.1)
    );
}

/// The real eigenvalues of a matrix with two rows, the larger first.
fn real(a: &Matrix) -> [f64; 2] {
    let rows = [[a[[0, 0]], a[[0, 1]]], [a[[1, 0]], a[[1, 1]]]];
    match plane_eigenvalues(Mat(rows)) {
        PlaneEigenvalues::Real(values) => values,
        pair => panic!("{pair:?}"),
    }
}

#[test]
fn eigenvalues_by_hand() {
    let a = array![[4.0, 1.0], [2.0, 3.0]];
    let [large, small] = real(&a);
    let (v, w) = (array![1.0, 1.0], array![1.0, -2.0]);
    assert_eq!(times(&a, &v), large * &v);
    assert_eq!(times(&a, &w), small * &w);
    claims!(large, small, v, w);
}

#[test]
fn one_line_or_none() {
    assert_eq!(real(&array![[1.0, 1.0], [0.0, 1.0]]), [1.0, 1.0]);
    let turn = plane_eigenvalues(Mat([[0.0, -1.0], [1.0, 0.0]]));
    let count = match turn {
        PlaneEigenvalues::Real(_) => 2,
        PlaneEigenvalues::Pair { .. } => 0,
    };
    let v = array![1.0, 0.0];
    assert_eq!(times(&array![[1.0, 1.0], [0.0, 1.0]], &v), v);
    claims!(v, count);
}

#[test]
fn tenth_power() {
    let (v, back) = (
        array![[1.0, -1.0], [0.0, 1.0]],
        array![[1.0, 1.0], [0.0, 1.0]],
    );
    assert_eq!(product(&v, &back), identity(2));
    let power = (1..10).fold(slanted(), |power, _| product(&power, &slanted()));
    let short = product(&product(&v, &diagonal(&array![1024.0, 1.0])), &back);
    assert_eq!(power, short);
    claims!(power);
}

#[test]
fn three_springs() {
    let eigen = symmetric_eigen(&blur(3)).expect("a symmetric matrix");
    let root = 2.0_f64.sqrt();
    for (j, v) in [[1.0, root, 1.0], [1.0, 0.0, -1.0], [1.0, -root, 1.0]]
        .iter()
        .enumerate()
    {
        let v = Vector::from_iter(*v);
        assert_close(times(&blur(3), &v), eigen.values[j] * &v, 1e-14);
    }
    claims!(eigen.values[0], eigen.values[1], eigen.values[2]);
}

#[test]
fn a_saddle() {
    let a = array![[2.0, 3.0], [3.0, 2.0]];
    let [large, small] = real(&a);
    let x = array![1.0, -1.0];
    claims!(large, small, x.dot(&times(&a, &x)));
}

#[test]
fn svd_by_hand() {
    let svd = svd(&slanted()).expect("finite entries");
    assert_close(
        svd.sigma.mapv(|s| s * s),
        array![3.0 + 5.0_f64.sqrt(), 3.0 - 5.0_f64.sqrt()],
        1e-14,
    );
    let product = svd.sigma[0] * svd.sigma[1];
    assert_close(product, 2.0, 1e-15);
    claims!(svd.sigma[0], svd.sigma[1], product.round());
}

#[test]
fn twice_the_digits() {
    let quotients: Vec<f64> = power_steps(&stretch(), &array![1.0, 0.0])
        .expect("a start")
        .map(|pair| pair.value)
        .take(4)
        .collect();
    for pair in quotients.windows(2) {
        let ratio = (3.0 - pair[0]) / (3.0 - pair[1]);
        assert!((4.9..9.1).contains(&ratio), "{ratio}");
    }
    claims!(quotients[0], quotients[1], quotients[2], quotients[3]);
}

#[test]
fn a_digit_in_two_terms() {
    let picture = mlmath::data::first_digit();
    let svd = svd(&picture).expect("finite shades");
    let missed = mlmath::matrices::norm_frobenius(&(&picture - &svd.truncated(2)));
    assert_close(
        missed,
        norm_l2(&svd.sigma.slice(ndarray::s![2..]).to_owned()),
        1e-13,
    );
    assert_eq!(svd.rank(), 6);
    let share = missed / mlmath::matrices::norm_frobenius(&picture);
    claims!(
        svd.sigma[0],
        svd.sigma[1],
        svd.sigma[2],
        svd.sigma[3],
        100.0 * share
    );
}

#[test]
fn rank_of_all_digits() {
    let svd = svd(&mlmath::data::digits().x).expect("finite shades");
    assert!(svd.sigma[60] / svd.sigma[0] > 1e-6 && svd.sigma[61] / svd.sigma[0] < 1e-14);
    claims!(svd.rank());
}

#[test]
fn squares_lose_half() {
    let a = array![[1.0, 1.0], [1e-9, 0.0], [0.0, 1e-9]];
    let sigma = svd(&a).expect("finite entries").sigma;
    assert_eq!(gram(&a), Matrix::ones((2, 2)));
    let least = symmetric_eigen(&gram(&a)).expect("symmetric").values[1];
    assert!(least.abs() < 1e-15);
    claims!(sigma[0], sigma[1], least.round());
}

#[test]
fn two_equal_features() {
    let a = array![[1.0, 1.0], [2.0, 2.0]];
    let svd = svd(&a).expect("finite entries");
    let back = svd.pseudo_inverse().expect("in range");
    let x = times(&back, &array![1.0, 3.0]);
    let rounded = |x: f64| (x * 1e12).round() / 1e12;
    claims!(svd.sigma[0], back.mapv(|x| rounded(10.0 * x)), x);
}

#[test]
fn twenty_roots() {
    let change = 2.0_f64.powi(-23) * 16.0_f64.powi(19);
    let slope: f64 = (1..=20)
        .filter(|k| *k != 16)
        .map(|k| f64::from(i32::abs(k - 16)))
        .product();
    claims!(change, slope, change / slope);
}

#[test]
fn one_rotation() {
    let a = array![[1.0, 2.0], [2.0, 4.0]];
    let last = jacobi_steps(&a)
        .expect("symmetric")
        .last()
        .expect("the start");
    // In the unit 4.
    let diagonal = last.matrix.diag().mapv(|x| (4.0 * x * 1e12).round() / 1e12);
    claims!(diagonal[0].abs(), diagonal[1]);
}

/// The pair of a matrix with two rows: its modulus, and its angle in degrees.
pub fn pair(rows: [[f64; 2]; 2]) -> (f64, f64) {
    match plane_eigenvalues(Mat(rows)) {
        PlaneEigenvalues::Pair { real, imaginary } => {
            (real.hypot(imaginary), imaginary.atan2(real).to_degrees())
        }
        values => panic!("{values:?}"),
    }
}

#[test]
fn turn_and_stretch() {
    let (modulus, angle) = pair([[1.0, -1.0], [1.0, 1.0]]);
    let a = array![[1.0, -1.0], [1.0, 1.0]];
    let power = (1..8).fold(a.clone(), |power, _| product(&power, &a));
    assert_eq!(power, 16.0 * identity(2));
    claims!(modulus, angle.round(), power[[0, 0]]);
}

#[test]
fn growth_before_decay() {
    let a = array![[0.9, 5.0], [0.0, 0.8]];
    let mut x = array![0.0, 1.0];
    let mut first = Vec::new();
    for _ in 0..100 {
        x = times(&a, &x);
        first.push(x[0]);
    }
    assert!(first.iter().all(|x| *x <= first[5]));
    claims!(first[5], first[99]);
}

#[test]
fn steps_for_a_digit() {
    let steps = |ratio: f64| 1.0 / ratio.log10();
    claims!(steps(3.0), steps(10.0 / 9.0));
}

#[test]
fn how_long_a_step() {
    let values = symmetric_eigen(&stretch()).expect("symmetric").values;
    let factors = |step: f64| values.mapv(|value| ((1.0 - step * value) * 1e12).round() / 1e12);
    let (short, long) = (factors(0.5), factors(0.7));
    claims!(short[0], short[1], long[0], long[1], 2.0 / values[0]);
}
