//! Figures that move: a camera, and two that ask much of the vocabulary at once.

use drawing::prelude::*;
use mlmath::vectors::{axpy, norm_l2, scale};
use std::f64::consts::TAU;

/// How much steeper the bowl is along the second axis.
const STEEPNESS: f64 = 10.0;

/// Where a path of descent is given up as lost.
const LOST: f64 = 1e6;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-4.0, 4.0], [-2.0, 2.0]];
const COLUMNS: [[f64; 2]; 2] = [[-2.5, 2.5], [-2.0, 2.0]];

parameters! {
    /// Where the descent starts, and how it goes on.
    pub struct Descent {
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
    let (mut x, mut velocity) = (vector(start), Vector::zeros(2));
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
pub fn gallery_descent(at: Descent) -> Frame {
    let (start, steps) = (at.start.at, at.steps);
    let path = descent(start, at.rate, at.momentum, steps);
    let end = path[path.len() - 1];

    let mut panel = Panel::plane(WIDTH, [-4.4, 4.4], [-2.3, 2.3]);
    let levels = geometric_levels(0.25, 2.0, 8);
    panel.level_curves(bowl, &levels, Ink.width(1.0).opacity(0.35));
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polyline(&path, One);
    panel.scatter(&path, Circle, 3.0, One.full());
    panel.scatter(&[ORIGIN], Star, 6.0, Ink.full());
    panel.handle(at.start, Two);
    panel.label(start, North, Two.label("start").gap(10.0));

    let [from, to] = [start, end].map(value);
    let verb = if bowl(end) > bowl(start) {
        "grows"
    } else {
        "falls"
    };
    let mut said = format!("f {verb} from {from} to {to}");
    if path.len() <= steps {
        said = format!("the steps leave the bowl for good after {}", path.len() - 1);
    }
    let ([rate, momentum], start) = ([at.rate, at.momentum].map(decimal), pair(start));
    let set = format!("With η = {rate} and β = {momentum}");
    let state = format!("{set}, in {steps} steps from {start}, {said}.");
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
    let power = f.log10().floor();
    format!("{}·10{}", decimal(f / 10f64.powf(power)), raised(power))
}

parameters! {
    /// From where the surface is seen.
    pub struct Eye {
        azimuth: slider("azimuth", [-180.0, 180.0], 5.0, -60.0).unit("°"),
        elevation: slider("elevation", [10.0, 80.0], 5.0, 30.0).unit("°"),
    }
}

/// A surface with a saddle, to be looked at from all sides.
pub fn gallery_surface(Eye { azimuth, elevation }: Eye) -> Frame {
    let f = |x: f64, y: f64| (x * x - y * y) / 2.0;
    let space = Space::new(Camera::new(azimuth, elevation), [[-2.0, 2.0]; 3]);
    let space = space.sides([1.0, 1.0, 0.62]);
    let mut panel = space.steady_panel(WIDTH);
    space.floor(&mut panel, ["$x$", "$y$", "$z$"]);
    space.surface(&mut panel, f, [12, 12], One);
    let middle = [0.0, 0.0, f(0.0, 0.0)];
    space.scatter(&mut panel, &[middle], Circle, 5.0, Two.full());
    let [azimuth, elevation] = [azimuth, elevation].map(decimal);
    let [high, low] = [f(2.0, 0.0), f(0.0, 2.0)].map(decimal);
    let state = format!("Seen from the azimuth {azimuth}° and the elevation {elevation}°.");
    Frame::new("The surface of a saddle", panel)
        .describe(format!(
            "The surface z = (x² − y²)/2 over the square from −2 to 2, as a net whose tint deepens \
             with height, above a floor with the numbers of x and y. Along x it rises from 0 in \
             the middle to {high} at both ends; along y it falls to {low}. The middle is marked. \
             {state}"
        ))
        .state(state)
}

parameters! {
    /// The columns of a matrix, and how far a vector has turned, in steps of 5°.
    pub struct Columns {
        first: point("$*a*_1$", COLUMNS, 0.1, [2.0, 0.5]),
        second: point("$*a*_2$", COLUMNS, 0.1, [0.5, 1.0]),
        turn: steps("turn of $*x*$", 72, 64, 12.0),
    }
}

/// The unit circle, the ellipse to which a matrix takes it, and the directions
/// that stay what they are.
pub fn gallery_ellipse(at: Columns) -> Frame {
    let columns = [at.first, at.second].map(xy);
    let a = of_columns(columns);
    let on_circle = |turn: f64| [(TAU * turn).cos(), (TAU * turn).sin()];
    let degrees = at.turn * 5;
    let x = on_circle(degrees as f64 / 360.0);
    let ax = image(&a, x);

    let mut panel = Panel::plane(WIDTH, [-3.2, 3.2], [-2.4, 2.4]);
    panel.plane_axes("$x_1$", "$x_2$");
    let circle: Vec<_> = (0..96).map(|k| on_circle(f64::from(k) / 96.0)).collect();
    let ellipse: Vec<_> = circle.iter().map(|x| image(&a, x)).collect();
    panel.polygon(&circle, One.width(1.5).filled(0.06));
    panel.polygon(&ellipse, Three.filled(0.06));
    let mut said = Vec::new();
    for (k, (value, direction)) in (1..).zip(eigenvectors(columns)) {
        panel.line_through(ORIGIN, direction, Ink.width(1.5).dashed());
        let name = format!("$λ_{k} = {}$", decimal(value));
        // Where the line comes near the frame.
        let reach = (2.7 / direction[0].abs()).min(2.1 / direction[1].abs());
        let place = if direction[0] > 0.0 { NorthWest } else { West };
        panel.label(direction.map(|z| reach * z), place, name);
        said.push(format!("{} with {}", pair(direction), decimal(value)));
    }
    let looks = [("$*a*_1$", Two, SouthEast), ("$*a*_2$", Four, NorthWest)];
    for (column, (name, colour, place)) in [at.first, at.second].into_iter().zip(looks) {
        let arrow = panel.arrow(ORIGIN, column, colour.width(1.5));
        arrow.at_tip(place, Label::new(name));
        panel.handle(column, colour);
    }
    let arrow = panel.arrow(ORIGIN, ax, Three.width(4.0));
    arrow.right(0.8, Label::new("$*Ax*$"));
    let arrow = panel.arrow(ORIGIN, x, One.width(4.0));
    arrow.left(0.6, Label::new("$*x*$"));

    let aligned = match (x[0] * ax[1] - x[1] * ax[0]).abs() < TOLERANCE {
        true => "x and Ax lie on one line",
        false => "x and Ax point in different directions",
    };
    let [first, second, x, ax] = [columns[0], columns[1], x, ax].map(pair);
    let state = format!(
        "A has the columns {first} and {second}. At {degrees}° it takes x = {x} to {ax}: {aligned}."
    );
    let mut eigen = String::from("No direction stays what it is");
    if !said.is_empty() {
        let lines = "Dashed lines through the origin show the eigenvectors and their eigenvalues";
        eigen = format!("{lines}: {}", joined(said, ", "));
    }
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
    let eigenvector = |(value, axis): (f64, [f64; 2])| {
        // Either row of A − λI is at a right angle to the eigenvector; the
        // longer one is the safer.
        let rows = [[a - value, b], [c, d - value]];
        let [x, y] = first_least(rows, |[x, y]| -x.hypot(*y)).expect("two rows");
        let length = x.hypot(y);
        let is_short = length < 1e-9;
        let [x, y] = if is_short {
            axis
        } else {
            [-y / length, x / length]
        };
        // Into the upper half of the plane, where the label has room.
        let is_below = y < 0.0 || (y == 0.0 && x < 0.0);
        (value, if is_below { [-x, -y] } else { [x, y] })
    };
    let values = [(mean + root, [1.0, 0.0]), (mean - root, [0.0, 1.0])];
    let is_one = root < 1e-9 && b.abs().max(c.abs()) > 1e-9;
    let count = if is_one { 1 } else { 2 };
    values.into_iter().take(count).map(eigenvector).collect()
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
            for (k, (value, v)) in found.iter().enumerate() {
                assert!((v[0].hypot(v[1]) - 1.0).abs() < 1e-12);
                let off = &vector(image(&of_columns(columns), v)) - &scale(*value, &vector(v));
                assert!(norm_l2(&off) < 1e-9, "{columns:?}");
                assert!(found[..k].iter().all(|(_, other)| other != v));
            }
        }
    }

    #[test]
    fn a_step_of_descent_is_the_gradient_times_the_rate() {
        let path = descent([1.0, 1.0], 0.05, 0.0, 2);
        assert_eq!(path.len(), 3);
        for (k, [x, y]) in (0..).zip(path) {
            // Each axis shrinks by itself: by 0.95 and by 0.5.
            let off = [x - 0.95_f64.powi(k), y - 0.5_f64.powi(k)];
            assert!(off.iter().all(|z| z.abs() < 1e-12), "{off:?}");
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
