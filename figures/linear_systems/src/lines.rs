//! Two equations in two unknowns as two lines.

use super::{System, equation, plain};
use drawing::prelude::*;
use mlmath::linear_systems::Solutions;

/// The first equation, x₁ + 2x₂ = 4, which stays.
const FIRST: [f64; 3] = [1.0, 2.0, 4.0];

/// Two points of its line.
const ON_FIRST: [[f64; 2]; 2] = [[0.0, 2.0], [4.0, 0.0]];

/// The part of the plane that is seen.
const SEEN: [[f64; 2]; 2] = [[-2.6, 5.6], [-2.4, 4.4]];

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-2.0, 5.0], [-2.0, 4.0]];

parameters! {
    /// What a reader sets.
    pub struct TwoLines {
        p: point("$*p*$", PLANE, 1.0, [0.0, -2.0]),
        q: point("$*q*$", PLANE, 1.0, [4.0, 4.0]),
    }
}

/// The equation of the line through two points with whole coordinates, its
/// numbers without a common factor and the first of them positive; 0 = 0 if it
/// is one point.
fn through(p: [f64; 2], q: [f64; 2]) -> [f64; 3] {
    let [a, b] = [q[1] - p[1], p[0] - q[0]];
    let all = [a, b, a * p[0] + b * p[1]];
    // Euclid's algorithm on whole numbers.
    let factor = all.iter().fold(0.0, |divisor: f64, &x| {
        let (mut x, mut y) = (divisor, x.abs());
        while y != 0.0 {
            (x, y) = (y, x % y);
        }
        x
    });
    if factor == 0.0 {
        return all;
    }
    let negative = a < 0.0 || (a == 0.0 && b < 0.0);
    let factor = if negative { -factor } else { factor };
    // `+ 0.0` turns -0 into 0.
    all.map(|x| x / factor + 0.0)
}

/// Two lines, one of which a reader moves by two of its points.
pub fn two_lines(at: TwoLines) -> Frame {
    let (p, q) = (at.p.at, at.q.at);
    let second = through(p, q);
    let rows = [FIRST, second];
    let system = System::new(
        &Matrix::from_shape_fn((2, 2), |(i, j)| rows[i][j]),
        &rows.iter().map(|row| row[2]).collect::<Vector>(),
    );
    let meet = match &system.solutions {
        Solutions::One(x) => Some(xy(x)),
        _ => None,
    };
    let equations = rows.map(|[a, b, right]| equation(&[a, b], right));
    let shown = |[x, y]: [f64; 2]| {
        let within = |z: f64, [low, high]: [f64; 2]| low <= z && z <= high;
        within(x, SEEN[0]) && within(y, SEEN[1])
    };

    let many = "infinitely many";
    let (words, numbers, case) = match (&system.solutions, meet) {
        (_, Some(x)) => {
            let outside = if shown(x) {
                ""
            } else {
                ", outside the picture"
            };
            let words = format!("One solution: the lines meet in {}{outside}.", pair(x));
            (words, format!("$*x* = {}$", pair(x)), "one solution")
        }
        (Solutions::None, _) => {
            let words = "No solution: the lines are parallel, and the last row says 0 = 1.";
            (words.into(), "$0 = 1$".into(), "no solution")
        }
        _ if p == q => {
            let words = "Infinitely many solutions: where p = q the second row says only 0 = 0, \
                         and every point of the first line is one.";
            (words.into(), "$0 = 0$".into(), many)
        }
        _ => {
            let words = "Infinitely many solutions: the lines are the same, and the last row says \
                         only 0 = 0.";
            (words.into(), "$0 = 0$".into(), many)
        }
    };
    let [first, other] = equations.clone().map(|markup| plain(&markup));
    let state = format!("{other}. {words}");
    Frame::new(
        "Two equations as two lines",
        Drawing::panels(
            1,
            vec![
                in_numbers(&system, &equations, [case, &numbers]),
                in_the_plane([at.p, at.q], &system.solutions),
            ],
        ),
    )
    .describe(format!(
        "The plane with two lines: the first, solid, of {first}; the second, dashed, through the \
         points p = {} and q = {}, of {other}. Above, both equations as a matrix with the \
         right-hand side behind a line, and its reduced row echelon form with framed pivots: {}. \
         {words}",
        pair(p),
        pair(q),
        system.said()
    ))
    .state(state)
}

/// How the two lines are drawn.
fn styles() -> [Style; 2] {
    let line = |colour: Colour| colour.width(2.5);
    [line(One), line(Two).dashed()]
}

/// The system, its reduced form and its equations.
fn in_numbers(system: &System, equations: &[String; 2], [case, numbers]: [&str; 2]) -> Panel {
    let pieces = [
        Piece::Block(system.block([40.0, 32.0])),
        Piece::sign("→"),
        Piece::Block(system.reduced_block([56.0, 32.0])),
    ];
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, height + 42.0);
    panel.row([4.0, 4.0], &pieces);
    let right = (4.0 + width + WIDTH) / 2.0;
    let lines = vec![Label::new(case).size(15.0).heavy(), Label::new(numbers)];
    panel.lines_of_text([right, 4.0 + height / 2.0], Centre, 24.0, lines);
    for ((equation, style), left) in equations.iter().zip(styles()).zip([42.0, 290.0]) {
        let label = style.colour.label(equation);
        panel.legend([left, height + 14.0], vec![(Key::Line(style), label)]);
    }
    panel
}

/// The two lines, and what they have in common.
fn in_the_plane(handles: [Handle; 2], solutions: &Solutions) -> Panel {
    let [p, q] = handles.map(xy);
    let mut panel = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    panel.plane_axes("$x_1$", "$x_2$");
    let [first, second] = styles();
    if matches!(solutions, Solutions::Many { .. }) {
        let wide = Three.width(11.0).opacity(0.35);
        panel.line_through(ON_FIRST[0], ON_FIRST[1], &wide);
    }
    panel.line_through(ON_FIRST[0], ON_FIRST[1], &first);
    panel.line_through(p, q, &second);
    if let Solutions::One(x) = solutions {
        let full = Three.full();
        panel.scatter(&[xy(x)], Square, 6.5, &full);
    }
    for handle in handles {
        panel.handle(handle, Two);
    }
    // Off the line, and apart if the points are one.
    let rises = (q[1] - p[1]) * (q[0] - p[0]) > 0.0;
    let places = match rises {
        true => [NorthWest, SouthEast],
        false => [SouthWest, NorthEast],
    };
    for ((point, name), place) in [(p, "$*p*$"), (q, "$*q*$")].into_iter().zip(places) {
        let name = Two.name(name);
        panel.label(point, place, name.gap(11.0));
    }
    panel
}
