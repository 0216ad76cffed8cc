//! Two equations in two unknowns as two lines.

use super::{LARGE, System, equation, plain};
use crate::{
    Colour, Control, Drawing, Figure, Key, Label, Marker, Moving, Panel, Parameters, Piece, Place,
    Shown, Style, WIDTH, pair, row_size, xy,
};
use mlmath::linear_systems::Solutions;
use mlmath::{Matrix, Vector};

/// The first equation, x₁ + 2x₂ = 4, which stays.
const FIRST: [f64; 3] = [1.0, 2.0, 4.0];

/// Two points of its line.
const ON_FIRST: [[f64; 2]; 2] = [[0.0, 2.0], [4.0, 0.0]];

/// The part of the plane that is seen.
const SEEN: [[f64; 2]; 2] = [[-2.6, 5.6], [-2.4, 4.4]];

/// Two lines, one of which a reader moves by two of its points.
pub fn two_lines() -> Moving {
    let plane = [[-2.0, 5.0], [-2.0, 4.0]];
    Moving {
        id: "two-lines",
        controls: vec![
            Control::point("p", "$*p*$", plane, 1.0, [0.0, -2.0]),
            Control::point("q", "$*q*$", plane, 1.0, [4.0, 4.0]),
        ],
        draw: draw_two_lines,
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

fn draw_two_lines(at: &Parameters) -> Shown {
    let (p, q) = (at.point("p"), at.point("q"));
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
    let figure = Figure {
        id: "two-lines",
        title: "Two equations as two lines".into(),
        description: format!(
            "The plane with two lines: the first, solid, of {first}; the second, dashed, through \
             the points p = {} and q = {}, of {other}. Above, both equations as a matrix with the \
             right-hand side behind a line, and its reduced row echelon form with framed pivots: \
             {}. {words}",
            pair(p),
            pair(q),
            system.said()
        ),
        drawing: Drawing::panels(
            1,
            vec![
                in_numbers(&system, &equations, [case, &numbers]),
                in_the_plane(p, q, &system.solutions),
            ],
        ),
        source: file!(),
    };
    Shown { figure, state }
}

/// How the two lines are drawn.
fn styles() -> [Style; 2] {
    let line = |colour| Style::line(colour).width(2.5);
    [line(Colour::One), line(Colour::Two).dashed()]
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
    panel.blocks([4.0, 4.0], &pieces);
    let right = (4.0 + width + WIDTH) / 2.0;
    let lines = vec![Label::new(case).size(15.0).heavy(), Label::new(numbers)];
    panel.lines_of_text([right, 4.0 + height / 2.0], Place::Centre, 24.0, lines);
    for ((equation, style), left) in equations.iter().zip(styles()).zip([42.0, 290.0]) {
        let label = Label::new(equation).colour(style.colour);
        panel.legend([left, height + 14.0], vec![(Key::Line(style), label)]);
    }
    panel
}

/// The two lines, and what they have in common.
fn in_the_plane(p: [f64; 2], q: [f64; 2], solutions: &Solutions) -> Panel {
    let mut panel = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    panel.plane_axes("$x_1$", "$x_2$");
    let [first, second] = styles();
    if matches!(solutions, Solutions::Many { .. }) {
        let wide = Style::line(Colour::Three).width(11.0).opacity(0.35);
        panel.line_through(ON_FIRST[0], ON_FIRST[1], &wide);
    }
    panel.line_through(ON_FIRST[0], ON_FIRST[1], &first);
    panel.line_through(p, q, &second);
    if let Solutions::One(x) = solutions {
        let full = Style::area(Colour::Three, 1.0);
        panel.scatter(&[xy(x)], Marker::Square, 6.5, &full);
    }
    for (point, name) in [(p, "p"), (q, "q")] {
        panel.handle(point, name, Colour::Two);
    }
    // Off the line, and apart if the points are one.
    let rises = (q[1] - p[1]) * (q[0] - p[0]) > 0.0;
    let places = match rises {
        true => [Place::NorthWest, Place::SouthEast],
        false => [Place::SouthWest, Place::NorthEast],
    };
    for ((point, name), place) in [(p, "$*p*$"), (q, "$*q*$")].into_iter().zip(places) {
        let name = Label::new(name).colour(Colour::Two).size(LARGE);
        panel.label(point, place, name.gap(11.0));
    }
    panel
}
