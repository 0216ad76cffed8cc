//! Figures that move: a camera, and two that ask much of the vocabulary at once.

use crate::{
    Camera, Colour, Control, Figure, Label, Marker, Moving, Panel, Parameters, Place, Shown, Space,
    Style, WIDTH, decimal, geometric_levels, pair, xy,
};
use mlmath::Vector;
use mlmath::vectors::{axpy, norm_l2, scale};
use ndarray::array;
use std::f64::consts::TAU;

const ORIGIN: [f64; 2] = [0.0, 0.0];

/// How much steeper the bowl is along the second axis.
const STEEPNESS: f64 = 10.0;

/// Where a path of descent is given up as lost.
const LOST: f64 = 1e6;

/// A step of the turning vector.
const DEGREES: usize = 5;

/// Gradient descent with momentum in an elongated bowl.
pub fn gallery_descent() -> Moving {
    let plane = [[-4.0, 4.0], [-2.0, 2.0]];
    Moving {
        id: "gallery-descent",
        controls: vec![
            Control::point("start", "start", plane, 0.1, [-3.6, 1.5]),
            Control::slider("rate", "learning rate $η$", [0.01, 0.22], 0.01, 0.17),
            Control::slider("momentum", "momentum $β$", [0.0, 0.95], 0.05, 0.0),
            Control::steps("steps", "steps", 60, 30, 8.0),
        ],
        draw: draw_descent,
    }
}

/// f(x) = ½(x₁² + 10x₂²).
fn bowl([x, y]: [f64; 2]) -> f64 {
    0.5 * (x * x + STEEPNESS * y * y)
}

/// The points of the descent, the start among them, until it is lost.
fn descent(start: [f64; 2], rate: f64, momentum: f64, steps: usize) -> Vec<[f64; 2]> {
    let mut x = Vector::from_iter(start);
    let mut velocity: Vector = array![0.0, 0.0];
    let mut path = vec![start];
    for _ in 0..steps {
        let gradient = array![x[0], STEEPNESS * x[1]];
        velocity = scale(momentum, &velocity);
        axpy(-rate, &gradient, &mut velocity);
        axpy(1.0, &velocity, &mut x);
        if norm_l2(&x) > LOST {
            break;
        }
        path.push(xy(&x));
    }
    path
}

fn draw_descent(at: &Parameters) -> Shown {
    let start = at.point("start");
    let [rate, momentum] = [at.number("rate"), at.number("momentum")];
    let steps = at.count("steps");
    let path = descent(start, rate, momentum, steps);
    let end = path[path.len() - 1];

    let mut panel = Panel::plane(WIDTH, [-4.4, 4.4], [-2.3, 2.3]);
    panel.level_curves(
        bowl,
        &geometric_levels(0.25, 2.0, 8),
        &Style::line(Colour::Ink).width(1.0).opacity(0.35),
    );
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let line = Style::line(Colour::One);
    panel.polyline(&path, &line);
    let points = Style::area(Colour::One, 1.0);
    panel.scatter(&path, Marker::Circle, 3.0, &points);
    panel.scatter(&[ORIGIN], Marker::Star, 6.0, &Style::area(Colour::Ink, 1.0));
    panel.handle(start, "start", Colour::Two);
    let name = Label::new("start").colour(Colour::Two).gap(10.0);
    panel.label(start, Place::North, name);

    let said = if path.len() <= steps {
        format!("the steps leave the bowl for good after {}", path.len() - 1)
    } else {
        format!("f falls from {} to {}", value(start), value(end))
    };
    let said = if path.len() > steps && bowl(end) > bowl(start) {
        format!("f grows from {} to {}", value(start), value(end))
    } else {
        said
    };
    let state = format!(
        "With η = {} and β = {}, in {steps} steps from {}, {said}.",
        decimal(rate),
        decimal(momentum),
        pair(start)
    );
    let figure = Figure {
        id: "gallery-descent",
        title: "Gradient descent in an elongated bowl".into(),
        description: format!(
            "Level curves of f(x) = (x₁² + 10x₂²)/2, ellipses around the origin that are much \
             longer along the first axis, and the path of gradient descent with momentum across \
             them, a point for each step; a star marks the minimum. {state}"
        ),
        drawing: panel.into(),
        source: file!(),
    };
    Shown { figure, state }
}

/// A value of the bowl: small ones need their power of ten.
fn value(point: [f64; 2]) -> String {
    let f = bowl(point);
    if f == 0.0 || (0.01..1e4).contains(&f) {
        return decimal(f);
    }
    let power = decimal(f.log10().floor());
    let digits = power.chars().map(|digit| match digit {
        '−' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        // The others stand together.
        other => char::from_u32('⁰' as u32 + other as u32 - '0' as u32).unwrap_or(other),
    });
    let digits: String = digits.collect();
    format!("{}·10{digits}", decimal(f / 10f64.powf(f.log10().floor())))
}

/// A surface with a saddle, to be looked at from all sides.
pub fn gallery_surface() -> Moving {
    Moving {
        id: "gallery-surface",
        controls: vec![
            Control::slider("azimuth", "azimuth", [-180.0, 180.0], 5.0, -60.0).unit("°"),
            Control::slider("elevation", "elevation", [10.0, 80.0], 5.0, 30.0).unit("°"),
        ],
        draw: draw_surface,
    }
}

fn draw_surface(at: &Parameters) -> Shown {
    let [azimuth, elevation] = [at.number("azimuth"), at.number("elevation")];
    let f = |x: f64, y: f64| (x * x - y * y) / 2.0;
    let ranges = [[-2.0, 2.0], [-2.0, 2.0], [-2.0, 2.0]];
    let space = Space::new(Camera::new(azimuth, elevation), ranges).sides([1.0, 1.0, 0.62]);
    let mut panel = space.steady_panel(WIDTH);
    space.floor(&mut panel, ["$x$", "$y$", "$z$"]);
    space.surface(&mut panel, f, [12, 12], Colour::One);
    let middle = [0.0, 0.0, f(0.0, 0.0)];
    let full = Style::area(Colour::Two, 1.0);
    space.scatter(&mut panel, &[middle], Marker::Circle, 5.0, &full);
    let state = format!(
        "Seen from the azimuth {}° and the elevation {}°.",
        decimal(azimuth),
        decimal(elevation)
    );
    let figure = Figure {
        id: "gallery-surface",
        title: "The surface of a saddle".into(),
        description: format!(
            "The surface z = (x² − y²)/2 over the square from −2 to 2, as a net whose tint deepens \
             with height, above a floor with the numbers of x and y. Along x it rises from 0 in \
             the middle to {} at both ends; along y it falls to {}. The middle is marked. {state}",
            decimal(f(2.0, 0.0)),
            decimal(f(0.0, 2.0))
        ),
        drawing: panel.into(),
        source: file!(),
    };
    Shown { figure, state }
}

/// The unit circle, the ellipse to which a matrix takes it, and the directions
/// that stay what they are.
pub fn gallery_ellipse() -> Moving {
    let plane = [[-2.5, 2.5], [-2.0, 2.0]];
    Moving {
        id: "gallery-ellipse",
        controls: vec![
            Control::point("first", "$*a*_1$", plane, 0.1, [2.0, 0.5]),
            Control::point("second", "$*a*_2$", plane, 0.1, [0.5, 1.0]),
            Control::steps("turn", "turn of $*x*$", 360 / DEGREES, 64, 12.0),
        ],
        draw: draw_ellipse,
    }
}

fn draw_ellipse(at: &Parameters) -> Shown {
    let columns = [at.point("first"), at.point("second")];
    let map = |x: [f64; 2]| [0, 1].map(|i| columns[0][i] * x[0] + columns[1][i] * x[1]);
    let on_circle = |turn: f64| [(TAU * turn).cos(), (TAU * turn).sin()];
    let degrees = at.count("turn") * DEGREES;
    let x = on_circle(degrees as f64 / 360.0);
    let image = map(x);

    let mut panel = Panel::plane(WIDTH, [-3.2, 3.2], [-2.4, 2.4]);
    panel.plane_axes("$x_1$", "$x_2$");
    let around = |k: u32| on_circle(f64::from(k) / 96.0);
    let circle: Vec<_> = (0..96).map(around).collect();
    let ellipse: Vec<_> = circle.iter().map(|&x| map(x)).collect();
    panel.polygon(&circle, &Style::line(Colour::One).width(1.5).filled(0.06));
    panel.polygon(&ellipse, &Style::line(Colour::Three).filled(0.06));
    let own = eigenvectors(columns);
    let mut said = Vec::new();
    for (k, (value, direction)) in own.iter().enumerate() {
        let dashed = Style::line(Colour::Ink).width(1.5).dashed();
        panel.line_through(ORIGIN, *direction, &dashed);
        let index = ["1", "2"][k];
        let name = Label::new(format!("$λ_{index} = {}$", decimal(*value)));
        // Where the line comes near the frame.
        let reach = (2.7 / direction[0].abs()).min(2.1 / direction[1].abs());
        let far = direction.map(|z| reach * z);
        let place = if direction[0] > 0.0 {
            Place::NorthWest
        } else {
            Place::West
        };
        panel.label(far, place, name);
        said.push(format!("{} with {}", pair(*direction), decimal(*value)));
    }
    for (column, parameter, name, colour, place) in [
        (
            columns[0],
            "first",
            "$*a*_1$",
            Colour::Two,
            Place::SouthEast,
        ),
        (
            columns[1],
            "second",
            "$*a*_2$",
            Colour::Four,
            Place::NorthWest,
        ),
    ] {
        panel.arrow(ORIGIN, column, &Style::line(colour).width(1.5));
        panel.handle(column, parameter, colour);
        panel.label(column, place, Label::new(name).colour(colour));
    }
    panel.arrow(ORIGIN, image, &Style::line(Colour::Three).width(4.0));
    panel.arrow(ORIGIN, x, &Style::line(Colour::One).width(4.0));
    let name = |text, colour| Label::new(text).colour(colour);
    panel.label_left(ORIGIN, x, 0.6, name("$*x*$", Colour::One));
    panel.label_right(ORIGIN, image, 0.8, name("$*Ax*$", Colour::Three));

    let cross = x[0] * image[1] - x[1] * image[0];
    let aligned = if cross.abs() < 1e-9 {
        "x and Ax lie on one line"
    } else {
        "x and Ax point in different directions"
    };
    let state = format!(
        "A has the columns {} and {}. At {degrees}° it takes x = {} to {}: {aligned}.",
        pair(columns[0]),
        pair(columns[1]),
        pair(x),
        pair(image)
    );
    let eigen = if said.is_empty() {
        "No direction stays what it is".to_owned()
    } else {
        format!(
            "Dashed lines through the origin show the eigenvectors and their eigenvalues: {}",
            said.join(", ")
        )
    };
    let figure = Figure {
        id: "gallery-ellipse",
        title: "The unit circle, mapped to an ellipse".into(),
        description: format!(
            "The unit circle with a vector x, and the ellipse to which the matrix A takes the \
             circle, with the vector Ax. {eigen}. {state}"
        ),
        drawing: panel.into(),
        source: file!(),
    };
    Shown { figure, state }
}

/// The real eigenvalues of a matrix with these columns, the larger first, each
/// with a unit vector that the matrix multiplies by it. A multiple of the
/// identity has the axes; where there are none, there are none.
fn eigenvectors([[a, c], [b, d]]: [[f64; 2]; 2]) -> Vec<(f64, [f64; 2])> {
    let (mean, half) = ((a + d) / 2.0, (a - d) / 2.0);
    let square = half * half + b * c;
    if square < -1e-12 {
        return Vec::new();
    }
    let root = square.max(0.0).sqrt();
    let vector = |value: f64| {
        // Either row of A − λI is at a right angle to the eigenvector; the
        // longer one is the safer.
        let rows = [[a - value, b], [c, d - value]];
        let length = |[x, y]: [f64; 2]| f64::hypot(x, y);
        let row = if length(rows[0]) >= length(rows[1]) {
            rows[0]
        } else {
            rows[1]
        };
        let length = length(row);
        if length < 1e-9 {
            return if value == mean + root {
                [1.0, 0.0]
            } else {
                [0.0, 1.0]
            };
        }
        let [x, y] = [-row[1] / length, row[0] / length];
        // Into the upper half of the plane, where the label has room.
        if y < 0.0 || (y == 0.0 && x < 0.0) {
            [-x, -y]
        } else {
            [x, y]
        }
    };
    let values = [mean + root, mean - root];
    let count = if root < 1e-9 && (b.abs() > 1e-9 || c.abs() > 1e-9) {
        1
    } else {
        2
    };
    values
        .into_iter()
        .take(count)
        .map(|value| (value, vector(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_eigenvector_is_multiplied_by_its_eigenvalue() {
        for (columns, count) in [
            ([[1.5, 0.5], [0.5, 1.5]], 2),
            ([[2.0, 0.0], [0.0, -1.0]], 2),
            ([[1.0, 0.0], [1.0, 1.0]], 1),
            ([[0.0, 1.0], [-1.0, 0.0]], 0),
            ([[2.0, 0.0], [0.0, 2.0]], 2),
            ([[0.0, 0.0], [0.0, 0.0]], 2),
            ([[1.0, 2.0], [0.5, 1.0]], 2),
        ] {
            let found = eigenvectors(columns);
            assert_eq!(found.len(), count, "{columns:?}: {found:?}");
            for (value, v) in found {
                assert!((v[0].hypot(v[1]) - 1.0).abs() < 1e-12);
                for i in [0, 1] {
                    let image = columns[0][i] * v[0] + columns[1][i] * v[1];
                    assert!((image - value * v[i]).abs() < 1e-9, "{columns:?}");
                }
            }
        }
    }

    #[test]
    fn a_step_of_descent_is_the_gradient_times_the_rate() {
        let path = descent([1.0, 1.0], 0.05, 0.0, 2);
        assert_eq!(path.len(), 3);
        for (k, point) in path.iter().enumerate() {
            // Each axis shrinks by itself: by 0.95 and by 0.5.
            let expected = [0.95f64.powi(k as i32), 0.5f64.powi(k as i32)];
            for i in [0, 1] {
                assert!((point[i] - expected[i]).abs() < 1e-12);
            }
        }
        // The page says at which rate a step along the steep axis overshoots
        // by more than it began with.
        for (rate, grows) in [(0.19, false), (0.21, true)] {
            let path = descent([1.0, 1.0], rate, 0.0, 60);
            assert_eq!(bowl(path[60]) > bowl(path[0]), grows, "{rate}");
        }
        let lost = descent([1.0, 1.0], 0.22, 0.95, 60);
        assert!(lost.iter().flatten().all(|z| z.is_finite()));
    }
}
