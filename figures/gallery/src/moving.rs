//! Figures that move: a camera, and two that ask much of the vocabulary at once.

use drawing::prelude::*;
use mlmath::vectors::{axpy, norm_l2, scale};
use std::f64::consts::TAU;

/// How much steeper the bowl is along the second axis.
const STEEPNESS: f64 = 10.0;

/// Where a path of descent is given up as lost.
const LOST: f64 = 1e6;

/// A step of the turning vector.
const DEGREES: usize = 5;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-4.0, 4.0], [-2.0, 2.0]];

parameters! {
    /// What a reader sets.
    pub struct GalleryDescent {
        start: point("start", PLANE, 0.1, [-3.6, 1.5]),
        rate: slider("learning rate $η$", [0.01, 0.22], 0.01, 0.17),
        momentum: slider("momentum $β$", [0.0, 0.95], 0.05, 0.0),
        steps: steps("steps", 60, 30, 8.0),
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

/// Gradient descent with momentum in an elongated bowl.
pub fn gallery_descent(at: GalleryDescent) -> Frame {
    let start = at.start.at;
    let [rate, momentum] = [at.rate, at.momentum];
    let steps = at.steps;
    let path = descent(start, rate, momentum, steps);
    let end = path[path.len() - 1];

    let mut panel = Panel::plane(WIDTH, [-4.4, 4.4], [-2.3, 2.3]);
    panel.level_curves(
        bowl,
        &geometric_levels(0.25, 2.0, 8),
        Ink.width(1.0).opacity(0.35),
    );
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let line = One.line();
    panel.polyline(&path, &line);
    let points = One.full();
    panel.scatter(&path, Circle, 3.0, &points);
    panel.scatter(&[ORIGIN], Star, 6.0, Ink.full());
    panel.handle(at.start, Two);
    let name = Two.label("start").gap(10.0);
    panel.label(start, North, name);

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
    Frame::new("Gradient descent in an elongated bowl", panel)
        .describe(format!(
            "Level curves of f(x) = (x₁² + 10x₂²)/2, ellipses around the origin that are much \
             longer along the first axis, and the path of gradient descent with momentum across \
             them, a point for each step; a star marks the minimum. {state}"
        ))
        .state(state)
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

parameters! {
    /// What a reader sets.
    pub struct GallerySurface {
        azimuth: slider("azimuth", [-180.0, 180.0], 5.0, -60.0).unit("°"),
        elevation: slider("elevation", [10.0, 80.0], 5.0, 30.0).unit("°"),
    }
}

/// A surface with a saddle, to be looked at from all sides.
pub fn gallery_surface(at: GallerySurface) -> Frame {
    let [azimuth, elevation] = [at.azimuth, at.elevation];
    let f = |x: f64, y: f64| (x * x - y * y) / 2.0;
    let ranges = [[-2.0, 2.0], [-2.0, 2.0], [-2.0, 2.0]];
    let space = Space::new(Camera::new(azimuth, elevation), ranges).sides([1.0, 1.0, 0.62]);
    let mut panel = space.steady_panel(WIDTH);
    space.floor(&mut panel, ["$x$", "$y$", "$z$"]);
    space.surface(&mut panel, f, [12, 12], One);
    let middle = [0.0, 0.0, f(0.0, 0.0)];
    let full = Two.full();
    space.scatter(&mut panel, &[middle], Circle, 5.0, &full);
    let state = format!(
        "Seen from the azimuth {}° and the elevation {}°.",
        decimal(azimuth),
        decimal(elevation)
    );
    Frame::new("The surface of a saddle", panel)
        .describe(format!(
            "The surface z = (x² − y²)/2 over the square from −2 to 2, as a net whose tint deepens \
             with height, above a floor with the numbers of x and y. Along x it rises from 0 in \
             the middle to {} at both ends; along y it falls to {}. The middle is marked. {state}",
            decimal(f(2.0, 0.0)),
            decimal(f(0.0, 2.0))
        ))
        .state(state)
}

/// Where the points can be.
const COLUMNS: [[f64; 2]; 2] = [[-2.5, 2.5], [-2.0, 2.0]];

parameters! {
    /// What a reader sets.
    pub struct GalleryEllipse {
        first: point("$*a*_1$", COLUMNS, 0.1, [2.0, 0.5]),
        second: point("$*a*_2$", COLUMNS, 0.1, [0.5, 1.0]),
        turn: steps("turn of $*x*$", 360 / DEGREES, 64, 12.0),
    }
}

/// The unit circle, the ellipse to which a matrix takes it, and the directions
/// that stay what they are.
pub fn gallery_ellipse(at: GalleryEllipse) -> Frame {
    let columns = [at.first.at, at.second.at];
    let map = |x: [f64; 2]| [0, 1].map(|i| columns[0][i] * x[0] + columns[1][i] * x[1]);
    let on_circle = |turn: f64| [(TAU * turn).cos(), (TAU * turn).sin()];
    let degrees = at.turn * DEGREES;
    let x = on_circle(degrees as f64 / 360.0);
    let image = map(x);

    let mut panel = Panel::plane(WIDTH, [-3.2, 3.2], [-2.4, 2.4]);
    panel.plane_axes("$x_1$", "$x_2$");
    let around = |k: u32| on_circle(f64::from(k) / 96.0);
    let circle: Vec<_> = (0..96).map(around).collect();
    let ellipse: Vec<_> = circle.iter().map(|&x| map(x)).collect();
    panel.polygon(&circle, One.width(1.5).filled(0.06));
    panel.polygon(&ellipse, Three.filled(0.06));
    let own = eigenvectors(columns);
    let mut said = Vec::new();
    for (k, (value, direction)) in own.iter().enumerate() {
        let dashed = Ink.width(1.5).dashed();
        panel.line_through(ORIGIN, *direction, &dashed);
        let index = ["1", "2"][k];
        let name = Label::new(format!("$λ_{index} = {}$", decimal(*value)));
        // Where the line comes near the frame.
        let reach = (2.7 / direction[0].abs()).min(2.1 / direction[1].abs());
        let far = direction.map(|z| reach * z);
        let place = if direction[0] > 0.0 { NorthWest } else { West };
        panel.label(far, place, name);
        said.push(format!("{} with {}", pair(*direction), decimal(*value)));
    }
    for (column, name, colour, place) in [
        (at.first, "$*a*_1$", Two, SouthEast),
        (at.second, "$*a*_2$", Four, NorthWest),
    ] {
        panel.arrow(ORIGIN, column, colour.width(1.5));
        panel.handle(column, colour);
        panel.label(column, place, colour.label(name));
    }
    panel.arrow(ORIGIN, image, Three.width(4.0));
    panel.arrow(ORIGIN, x, One.width(4.0));
    let name = |text, colour: Colour| colour.label(text);
    panel.label_left(ORIGIN, x, 0.6, name("$*x*$", One));
    panel.label_right(ORIGIN, image, 0.8, name("$*Ax*$", Three));

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
    Frame::new("The unit circle, mapped to an ellipse", panel)
        .describe(format!(
            "The unit circle with a vector x, and the ellipse to which the matrix A takes the \
             circle, with the vector Ax. {eigen}. {state}"
        ))
        .state(state)
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
