//! What the figures of chapter 9 claim, read back from what they draw.

use super::circle::{Arrow, area};
use super::digit::Terms;
use super::ellipse::{Columns, parts};
use super::forms::Form;
use super::jacobi::{Rotations, start};
use super::orbits::{Chosen, matrix, orbits};
use super::powers::{Powers, path};
use super::weights::{A, VALUES, VECTORS};
use super::*;
use mlmath::eigen::{svd, symmetric_eigen};
use mlmath::vectors::{distance, norm_l2};
use ndarray::arr2;

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < TOLERANCE
}

#[test]
fn the_area_is_0_exactly_on_the_eigenlines() {
    // The angles at which it is 0, of each matrix.
    let lines: [&[i32]; 4] = [&[45, 135], &[0, 135, 180], &[0, 180], &[]];
    for (matrix, lines) in lines.into_iter().enumerate() {
        for degrees in 0..=180 {
            let state = arrow_and_its_image(Arrow {
                angle: f64::from(degrees),
                matrix,
            })
            .state;
            let says = state.contains("on one line");
            assert_eq!(says, lines.contains(&degrees), "{matrix}: {state}");
        }
    }
    let stretch = arr2(&[[2.0, 1.0], [1.0, 2.0]]);
    assert!(near(area(&stretch, 20.0), 40.0_f64.to_radians().cos()));
}

#[test]
fn at_first_the_image_is_turned_to_the_left() {
    let state = arrow_and_its_image(Arrow::default()).state;
    assert_eq!(
        state,
        "At 20°, v = (0.94, 0.34) and Av = (2.22, 1.62); v × Av = 0.77: Av is turned to the left."
    );
    let (angle, matrix) = (45.0, 0);
    let state = arrow_and_its_image(Arrow { angle, matrix }).state;
    assert!(state.ends_with("and Av = 3 v."), "{state}");
}

#[test]
fn each_step_multiplies_the_tangent_of_the_angle_by_the_ratio() {
    for second in [-2.5, -1.0, 0.5, 2.75] {
        let path = path(second, 30.0, 8);
        let tangent = |[x, y]: [f64; 2]| (y - x) / (y + x);
        for pair in path.windows(2) {
            assert!(near(tangent(pair[1]), second / 3.0 * tangent(pair[0])));
        }
    }
}

#[test]
fn the_figure_of_powers_ends_where_the_path_does() {
    let frame = towards_one_line(Powers::default());
    assert!(
        frame
            .state
            .contains("after 4 steps v = (0.72, 0.7) is off the line by 0.012")
    );
    let (second, start, steps) = (1.0, 45.0, 5);
    let on_the_line = towards_one_line(Powers {
        second,
        start,
        steps,
    })
    .state;
    assert!(on_the_line.contains("off the line by 0;"), "{on_the_line}");
}

#[test]
fn the_first_crate_is_needed_by_four() {
    let first = ranks::first();
    assert_eq!((first[0].0, first[0].2), ("unicode-ident", 4));
    assert!(first.windows(2).all(|pair| pair[0].1 >= pair[1].1));
}

#[test]
fn the_lattice_is_that_of_the_eigenvectors() {
    let a = arr2(&A);
    for (v, value) in VECTORS.into_iter().zip(VALUES) {
        assert_eq!(image(&a, v), times(value, v));
    }
}

#[test]
fn highest_and_lowest_values_are_the_eigenvalues() {
    for b in [-3.0, -2.0, 0.5, 1.0, 2.75] {
        let values = symmetric_eigen(&forms::matrix(b))
            .expect("symmetric")
            .values;
        let frame = bowl_or_saddle(Form { b, angle: 45.0 });
        let diamonds: Vec<[f64; 2]> = frame
            .drawing
            .panel(1)
            .points()
            .into_iter()
            .flat_map(|points| points.points.clone())
            .collect();
        let has = |value: f64| diamonds.iter().any(|p| near(p[1], value));
        assert!(has(values[0]) && has(values[1]), "{b}: {diamonds:?}");
        let kind = if values[1] > TOLERANCE { "bowl" } else { "" };
        assert!(frame.state.contains(kind));
        assert_eq!(frame.state.contains("saddle"), values[1] < -TOLERANCE);
    }
}

#[test]
fn the_half_axes_are_images_of_a_right_angle() {
    for columns in [
        [[2.0, 0.0], [1.0, 1.0]],
        [[-1.5, 0.5], [1.0, 2.0]],
        [[0.0, 0.0], [1.0, 1.0]],
    ] {
        let a = of_columns(columns);
        let [(v1, s1, u1), (v2, s2, u2)] = parts(&a);
        for (v, s, u) in [(v1, s1, u1), (v2, s2, u2)] {
            let apart = distance(&vector(image(&a, v)), &vector(times(s, u)));
            assert!(apart < TOLERANCE, "{columns:?}");
        }
        assert!(near(v1[0] * v2[0] + v1[1] * v2[1], 0.0));
        assert!(near(u1[0] * u2[0] + u1[1] * u2[1], 0.0));
    }
    assert!(
        circle_to_ellipse(Columns::default())
            .state
            .contains("σ₁ = 2.29")
    );
}

#[test]
fn what_is_missed_are_the_singular_values_left_out() {
    let sigma = svd(&mlmath::data::first_digit())
        .expect("finite shades")
        .sigma;
    for k in 0..8 {
        let left = norm_l2(&sigma.slice(ndarray::s![k..]).to_owned());
        let percent = decimal(100.0 * left / norm_l2(&sigma));
        let state = digit_in_few_terms(Terms { k }).state;
        assert!(state.contains(&format!(": {percent} %")), "{state}");
    }
}

#[test]
fn rotations_end_at_the_eigenvalues() {
    let frame = towards_a_diagonal(Rotations { steps: 24 });
    let values = symmetric_eigen(&start()).expect("symmetric").values;
    for value in &values {
        assert!(
            frame.state.contains(&decimal(*value)),
            "{value}: {}",
            frame.state
        );
    }
}

#[test]
fn trace_and_determinant_are_those_chosen_and_decide() {
    for (trace, det) in [(1.6, 0.9), (-1.5, 0.3), (0.8, -0.4), (0.0, 0.0), (2.0, 1.0)] {
        let a = matrix([trace, det]);
        assert!(near(a[[0, 0]] + a[[1, 1]], trace));
        assert!(near(a[[0, 0]] * a[[1, 1]] - a[[0, 1]] * a[[1, 0]], det));
        let inside = det < 1.0 && trace.abs() < 1.0 + det;
        let p = Handle {
            control: "p",
            at: [trace, det],
        };
        let state = orbits_by_trace_and_determinant(Chosen { p }).state;
        assert_eq!(state.contains("shrink"), inside, "{state}");
    }
    assert_eq!(orbits(&matrix([0.0, 1.0])).len(), 4);
}
