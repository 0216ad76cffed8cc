//! The determinant as an area with a sign.

use super::turn;
use drawing::prelude::*;
use mlmath::inverse::{determinant, inverse};
use mlmath::matrices::times_vector;
use mlmath::vectors::{add, norm_l2};
use std::f64::consts::TAU;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-2.0, 3.0], [-1.5, 2.5]];

parameters! {
    /// What a reader sets.
    pub struct DeterminantArea {
        a1: point("$*a*_1$", PLANE, 0.5, [3.0, 1.0]),
        a2: point("$*a*_2$", PLANE, 0.5, [1.0, 2.0]),
    }
}

/// Where the second column lies, seen along the first.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
    OnTheLine,
}

/// The two columns and what becomes of the unit square.
struct Parallelogram {
    columns: [[f64; 2]; 2],
    far: [f64; 2],
    det: f64,
    side: Side,
}

impl Parallelogram {
    fn of(columns: [[f64; 2]; 2], a: &Matrix) -> Self {
        let [first, second] = columns.map(Vector::from_iter);
        let det = determinant(a).expect("a square matrix of numbers");
        let side = match det {
            det if det > 1e-9 => Side::Left,
            det if det < -1e-9 => Side::Right,
            _ => Side::OnTheLine,
        };
        Parallelogram {
            columns,
            far: xy(&add(&first, &second)),
            det,
            side,
        }
    }

    /// Its colour; words say the same.
    fn colour(&self) -> Colour {
        match self.side {
            Side::Right => Four,
            _ => Three,
        }
    }
}

/// The unit square and the parallelogram that A makes of it.
pub fn determinant_area(at: DeterminantArea) -> Frame {
    let columns = [at.a1.at, at.a2.at];
    let a = Matrix::from_shape_fn((2, 2), |(i, j)| columns[j][i]);
    let shape = Parallelogram::of(columns, &a);
    let product = format!(
        "{}·{} − {}·{}",
        factor(a[[0, 0]]),
        factor(a[[1, 1]]),
        factor(a[[0, 1]]),
        factor(a[[1, 0]])
    );
    let (signed, area) = (decimal(shape.det), decimal(shape.det.abs()));
    let (becomes, turn) = match shape.side {
        Side::Left => (
            format!("a parallelogram of area {area}, not flipped"),
            "A bent arrow turns from a₁ to the left to a₂, as one turns from e₁ to e₂.",
        ),
        Side::Right => (
            format!("a parallelogram of area {area}, flipped"),
            "A bent arrow turns from a₁ to the right to a₂, while one turns left from e₁ to e₂.",
        ),
        Side::OnTheLine => (
            "flat, of area 0".into(),
            "Both arrows lie on one line through the origin.",
        ),
    };
    let state = format!("det A = {product} = {signed}: the unit square becomes {becomes}.");
    let [one, two] = columns.map(pair);
    Frame::new(
        "The unit square and the parallelogram that a matrix makes of it",
        Drawing::panels(
            1,
            vec![
                in_numbers(&a, &product, &shape),
                in_the_plane(&a, &shape, [at.a1, at.a2]),
            ],
        ),
    )
    .describe(format!(
        "Above, the matrix A with the columns a₁ = {one} and a₂ = {two}, and its determinant \
         {product} = {signed}. Below, in the plane, the unit square, pale with a dotted edge, and \
         the arrows a₁ and a₂ from the origin, which with dashed copies of themselves close a \
         parallelogram with the far corner {}. {turn} The unit square becomes {becomes}.",
        pair(shape.far)
    ))
    .state(state)
}

fn in_numbers(a: &Matrix, product: &str, shape: &Parallelogram) -> Panel {
    let block = Block::of(a).cells([42.0, 34.0]).bracketed();
    let block = block
        .column_named(0, One.label("$*a*_1$"))
        .column_named(1, Two.label("$*a*_2$"))
        .mark_column(0, One)
        .mark_column(1, Two);
    let [_, height] = block.size();
    // The middle of the entries, below the names of the columns.
    let middle = height / 2.0 + 14.0;
    let mut panel = Panel::sheet(WIDTH, height + 4.0);
    let name = Label::new("$*A* =$").size(19.0).gap(0.0);
    panel.label([4.0, middle], East, name);
    panel.block([43.0, 2.0], &block);
    let area = decimal(shape.det.abs());
    let turns = |to: &str| format!("$*a*_2$ is to the {to} of $*a*_1$");
    let lines = match shape.side {
        Side::Left => [format!("area ${area}$, not flipped"), turns("left")],
        Side::Right => [format!("area ${area}$, flipped"), turns("right")],
        Side::OnTheLine => [
            "area $0$".to_owned(),
            "$*a*_1$ and $*a*_2$ lie on one line".to_owned(),
        ],
    };
    let det = format!("det $*A* = {product} = {}$", decimal(shape.det));
    let det = shape.colour().label(det);
    let [area, turn] = lines.map(Label::new);
    panel.lines_of_text([151.0, middle], East, 25.0, vec![det, area, turn]);
    panel
}

fn in_the_plane(a: &Matrix, shape: &Parallelogram, handles: [Handle; 2]) -> Panel {
    let (columns, far) = (shape.columns, shape.far);
    let mut panel = Panel::plane(WIDTH, [-4.3, 6.3], [-3.2, 5.2]);
    panel.plane_axes("", "");
    let square = [ORIGIN, [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
    let pale = Ink.dotted().filled(0.12);
    panel.polygon(&square, &pale);
    let [first, second] = [One, Two].map(Style::line);
    let filling = shape.colour().area(0.18);
    panel.polygon(&[ORIGIN, columns[0], far, columns[1]], &filling);
    panel.segment(columns[1], far, &first.dashed());
    panel.segment(columns[0], far, &second.dashed());
    panel.arrow(ORIGIN, columns[0], &first.width(4.0));
    panel.arrow(ORIGIN, columns[1], &second.width(4.0));
    if shape.side != Side::OnTheLine {
        let [from, to] = columns.map(|[x, y]| y.atan2(x));
        // The way round that is less than a half turn.
        let whole = TAU * ((to - from) / TAU).round();
        let lengths = columns.map(|x| norm_l2(&Vector::from_iter(x)));
        let radius = 0.6 * lengths.into_iter().fold(1.5, f64::min);
        let style = Ink.line();
        turn(&mut panel, radius, [from, to - whole], &style);
    }
    let entries = [
        (Key::Area(pale), "unit square"),
        (Key::Area(filling), "its image"),
    ];
    panel.legend([-4.2, 5.1], entries);
    panel.handle(handles[0], One);
    panel.handle(handles[1], Two);

    let flipped = shape.side == Side::Right;
    let of = |name: &str, colour: Colour| colour.name(name);
    // Names stand outside the parallelogram.
    let names = [
        (columns[0], of("$*a*_1$", One), !flipped),
        (columns[1], of("$*a*_2$", Two), flipped),
    ];
    for (tip, name, on_the_right) in names {
        if tip == ORIGIN {
            panel.label(tip, SouthWest, name);
        } else if on_the_right {
            panel.label_right(ORIGIN, tip, 0.7, name);
        } else {
            panel.label_left(ORIGIN, tip, 0.7, name);
        }
    }
    let middle = far.map(|z| z / 2.0);
    if has_room(a, &panel, middle, if flipped { 22.0 } else { 11.0 }) {
        let of = |name: String| shape.colour().label(name);
        let mut lines = vec![of(format!("det $= {}$", decimal(shape.det)))];
        if flipped {
            lines.push(of("flipped".into()));
        }
        panel.lines_of_text(middle, Centre, 21.0, lines);
    }
    panel
}

/// Whether words around a point lie within the parallelogram.
fn has_room(a: &Matrix, panel: &Panel, [x, y]: [f64; 2], half_height: f64) -> bool {
    let Ok(back) = inverse(a) else { return false };
    let unit = panel.unit();
    let [across, up] = [44.0 / unit, half_height / unit];
    let corners = [[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]];
    corners.iter().all(|[right, above]| {
        let corner = Vector::from_iter([x + right * across, y + above * up]);
        let parts = times_vector(&back, &corner).expect("two columns and two entries");
        parts.iter().all(|part| (0.0..=1.0).contains(part))
    })
}
