//! The computed answers to the questions of the main page.

use super::*;

#[test]
fn a_longer_line_vector() {
    let a = array![4.0, 2.0];
    let longer = &a * 10.0;
    let p = [&a, &longer].map(|a| project_onto_line(&array![1.0, 3.0], a).expect("a direction"));
    assert_close(&p[0], &p[1], 1e-15);
    claims!(dot(&longer, &longer) / dot(&a, &a));
}

#[test]
fn orthogonal_to_what() {
    let (x, y) = three_points();
    let rest = &y - &project(&x, &y).expect("independent columns");
    claims!(dot(&rest, &y));
}

#[test]
fn leverage_one() {
    let x = Matrix::from_shape_fn((5, 5), |(i, j)| {
        ((i * 5 + j) as f64).sin() + f64::from(u8::from(i == j))
    });
    let h = leverages(&x).expect("independent columns");
    assert_close(&h, Vector::ones(5), 1e-12);
    claims!((h.sum() * 1e9).round() / 1e9);
}

#[test]
fn what_r_says() {
    let a = array![[1.0, 0.0, 0.6], [0.0, 1.0, 0.8], [0.0, 0.0, 1e-9]];
    let r = Qr::new(&a).expect("shape").r();
    claims!(r[[2, 2]]);
}
