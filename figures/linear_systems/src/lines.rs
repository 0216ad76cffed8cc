//! Two equations in two unknowns as two lines.

use super::{System, plain};
use drawing::prelude::*;
use mlmath::linear_systems::Solutions;

/// The first equation, 2x₁ − x₂ = 4, which stays, and two points of its line.
const FIRST: [f64; 3] = [2.0, -1.0, 4.0];
const ON_FIRST: [[f64; 2]; 2] = [[2.0, 0.0], [4.0, 4.0]];

/// The part of the plane that is seen, and where the points can be.
const SEEN: [[f64; 2]; 2] = [[-2.6, 5.6], [-2.4, 4.4]];
const PLANE: [[f64; 2]; 2] = [[-2.0, 5.0], [-2.0, 4.0]];

parameters! {
    /// Two points of the second line.
    pub struct Points {
        p: point("$*p*$", PLANE, 1.0, [1.0, 4.0]),
        q: point("$*q*$", PLANE, 1.0, [4.0, 1.0]),
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
pub fn two_lines(Points { p, q }: Points) -> Frame {
    let system = System::new(&[FIRST, through(p.at, q.at)]);
    let (case, numbers, words) = match &system.solutions {
        Solutions::One(x) => {
            let seen = |k: usize| (SEEN[k][0]..=SEEN[k][1]).contains(&x[k]);
            let outside = match seen(0) && seen(1) {
                true => "",
                false => ", outside the picture",
            };
            let x = pair(x);
            let words = format!("One solution: the lines meet in {x}{outside}.");
            ("one solution", format!("$*x* = {x}$"), words)
        }
        Solutions::None => {
            let words = "No solution: the lines are parallel, and the last row says 0 = 1.";
            ("no solution", "$0 = 1$".into(), words.into())
        }
        Solutions::Many { .. } => {
            let why = match p.at == q.at {
                true => {
                    "where p = q the second row says only 0 = 0, and every point of the first line \
                     is one"
                }
                false => "the lines are the same, and the last row says only 0 = 0",
            };
            let words = format!("Infinitely many solutions: {why}.");
            ("infinitely many", "$0 = 0$".into(), words)
        }
    };
    let panels = [
        in_numbers(&system, case, numbers),
        in_the_plane(p, q, &system.solutions),
    ];
    let equations = system.equations();
    let [first, second] = [0, 1].map(|i| plain(&equations[i]));
    let ([p, q], said) = ([p, q].map(pair), system.said());
    Frame::new("Two equations as two lines", Drawing::stack(panels))
        .describe(format!(
            "The plane with two lines: the first, solid, of {first}; the second, dashed, through \
             the points p = {p} and q = {q}, of {second}. Above, both equations as a matrix with \
             the right-hand side behind a line, and its reduced row echelon form with framed \
             pivots: {said}. {words}"
        ))
        .state(format!("{second}. {words}"))
}

/// How the two lines are drawn.
fn styles() -> [Style; 2] {
    [One.width(2.5), Two.width(2.5).dashed()]
}

/// The system, its reduced form and its equations.
fn in_numbers(system: &System, case: &str, numbers: String) -> Panel {
    let row = Piece::Row(vec![
        system.block([40.0, 32.0]).into(),
        Piece::sign("→"),
        system.reduced_block([56.0, 32.0]).into(),
    ]);
    let [width, height] = row.size();
    let mut panel = Panel::sheet(WIDTH, height + 42.0);
    let middle = 4.0 + height / 2.0;
    panel.piece([4.0 + width / 2.0, middle], &row);
    let case = Label::new(case).size(15.0).heavy();
    let text = Piece::text(24.0, [case, numbers.into()]);
    panel.piece([(4.0 + width + WIDTH) / 2.0, middle], &text);
    let equations = system.equations().into_iter().zip(styles());
    for ((equation, style), left) in equations.zip([42.0, 290.0]) {
        let entry = (Key::Line(style), style.colour.label(equation));
        panel.legend([left, height + 14.0], [entry]);
    }
    panel
}

/// The two lines, and what they have in common.
fn in_the_plane(p: Handle, q: Handle, solutions: &Solutions) -> Panel {
    let mut panel = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    panel.plane_axes("$x_1$", "$x_2$");
    let [first, second] = styles();
    if let Solutions::Many { .. } = solutions {
        let wide = Three.width(11.0).opacity(0.35);
        panel.line_through(ON_FIRST[0], ON_FIRST[1], wide);
    }
    panel.line_through(ON_FIRST[0], ON_FIRST[1], first);
    panel.line_through(p, q, second);
    if let Solutions::One(x) = solutions {
        panel.scatter(&[x], Square, 6.5, Three.full());
    }
    // Off the line, and apart if the points are one.
    let rises = (q.at[1] - p.at[1]) * (q.at[0] - p.at[0]) > 0.0;
    let [of_p, of_q] = match rises {
        true => [NorthWest, SouthEast],
        false => [SouthWest, NorthEast],
    };
    for (point, name, place) in [(p, "$*p*$", of_p), (q, "$*q*$", of_q)] {
        panel.handle(point, Two);
        panel.label(point, place, Two.name(name).gap(11.0));
    }
    panel
}
