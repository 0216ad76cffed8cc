//! 442 patients with the line of their body mass, and the triangle of the fit.

use drawing::prelude::*;
use mlmath::data::diabetes;
use mlmath::matrix_multiplication::dot;
use mlmath::projections::{least_squares, project_onto_line, with_ones};
use mlmath::vectors::norm_l2;

/// Which column holds the body mass index.
const BMI: usize = 2;

/// A vector without its mean.
fn centred(x: &Vector) -> Vector {
    let mean = x.mean().expect("442 entries");
    x - mean
}

/// The lengths of the progression without its mean, of its shadow on the line of
/// the body mass without its mean, and of the rest.
pub fn sides() -> [f64; 3] {
    let data = diabetes();
    let [x, y] = [data.x.column(BMI).to_owned(), data.y].map(|z| centred(&z));
    let shadow = project_onto_line(&y, &x).expect("not all alike");
    [norm_l2(&y), norm_l2(&shadow), norm_l2(&(&y - &shadow))]
}

/// A scatter with its line, and y, its shadow and the rest as a triangle.
pub fn diabetes_shadow() -> Frame {
    let data = diabetes();
    let bmi = data.x.column(BMI).to_owned();
    let x = with_ones(&bmi.clone().insert_axis(Axis(1)));
    let w = least_squares(&x, &data.y).expect("not all alike");

    let mut patients = Panel::chart(Drawing::column(2), 300.0, [16.0, 44.0], [0.0, 360.0]);
    patients.chart_axes("body mass index", "progression");
    // Every second patient: a cloud of all would be no clearer, and slow on a phone.
    let pairs = bmi.iter().zip(&data.y).step_by(2);
    let at: Vec<_> = pairs.map(|(&x, &y)| [x, y]).collect();
    patients.scatter(&at, Circle, 2.2, One.area(0.5));
    let on_the_line = [17.0, 43.0].map(|x| [x, w[0] * x + w[1]]);
    patients.segment(on_the_line[0], on_the_line[1], Two.width(3.0));

    let [whole, shadow, rest] = sides();
    let angle = (shadow / whole).acos().to_degrees();
    let mut triangle = Panel::window(Drawing::column(2), [-330.0, 1330.0], [-420.0, 1950.0]);
    let tip = [shadow, rest];
    triangle.segment([-150.0, 0.0], [1250.0, 0.0], Ink.width(1.25).opacity(0.6));
    triangle.arrow(ORIGIN, [shadow, 0.0], Two.width(3.5));
    triangle.arrow(ORIGIN, tip, One.width(3.5));
    triangle.segment([shadow, 0.0], tip, Four.width(2.5).dashed());
    triangle.right_angle([shadow, 0.0], ORIGIN, tip, 12.0);
    let arc: Vec<[f64; 2]> = (0..=20)
        .map(|k| (f64::from(k) / 20.0 * angle).to_radians().sin_cos())
        .map(|(sin, cos)| [260.0 * cos, 260.0 * sin])
        .collect();
    triangle.polyline(&arc, Ink.width(1.5));
    let (sin, cos) = (angle / 2.0).to_radians().sin_cos();
    let degrees = Label::new(format!("{}°", rounded(angle, 1)))
        .size(18.0)
        .bare();
    triangle.label([300.0 * cos, 300.0 * sin], NorthEast, degrees);
    triangle.label(
        tip,
        North,
        One.name(format!("$*y*_c$, {}", rounded(whole, 0))),
    );
    triangle.label(
        [shadow / 2.0, 0.0],
        South,
        Two.name(format!("shadow, {}", rounded(shadow, 0))),
    );
    let rest_said = Four.label(rounded(rest, 0)).size(18.0);
    triangle.label([shadow, rest / 2.0], East, rest_said);

    let slope = rounded(
        dot(&centred(&bmi), &data.y) / dot(&centred(&bmi), &centred(&bmi)),
        2,
    );
    let [whole, shadow, rest] = [whole, shadow, rest].map(|length| rounded(length, 0));
    Frame::new(
        "A line through 442 patients, and its shadow",
        Drawing::beside([patients, triangle]),
    )
    .describe(format!(
        "Left, a scatter of every second of 442 patients, body mass index across and progression \
         up: a wide cloud, and a line of slope {slope} through it. Right, a \
         right-angled triangle: from one corner an arrow of length {whole}, the progressions \
         without their mean, and a level one of length {shadow}, its shadow; the angle between \
         them is {}°. A dashed side of length {rest}, the residual, stands on the shadow at a \
         right angle.",
        rounded(angle, 1)
    ))
}
