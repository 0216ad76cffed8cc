//! A matrix moves the plane: the square grid, and what becomes of it.

use drawing::prelude::*;
use mlmath::matrices::{add, identity, scale};

/// Where the columns can be, and where x can.
const COLUMNS: [[f64; 2]; 2] = [[-2.0, 2.0]; 2];
const SQUARE: [[f64; 2]; 2] = [[-3.0, 3.0]; 2];

/// The windows of the two planes at first, and their widths, with which a step is
/// equally long in both.
const BEFORE: [[f64; 2]; 2] = [[-4.4, 4.4]; 2];
const AFTER: [[f64; 2]; 2] = [[-4.4, 8.4], [-3.4, 6.4]];
const WIDTHS: [f64; 2] = [220.0, 290.0];

/// Room beside a point for its name.
const ROOM: [f64; 2] = [2.3, 1.3];

parameters! {
    /// The columns of A, the vector x, and how far the plane has moved.
    pub struct Product {
        a1: point("$*a*_1$", COLUMNS, 1.0, [2.0, 1.0]),
        a2: point("$*a*_2$", COLUMNS, 1.0, [-1.0, 1.0]),
        x: point("$*x*$", SQUARE, 1.0, [3.0, 2.0]),
        t: slider("move", [0.0, 1.0], 0.05, 1.0),
    }
}

/// x on the square grid, and Ax on the grid that A makes of it.
pub fn matrix_vector_product(Product { a1, a2, x, t }: Product) -> Frame {
    let a = of_columns([a1, a2]);
    // From where the plane is at first to where A takes it.
    let moved = add(&scale(1.0 - t, &identity(2)), &scale(t, &a)).expect("two of 2 × 2");
    let result = image(&moved, x);

    let mut before = Panel::plane(WIDTHS[0], BEFORE[0], BEFORE[1]);
    before.title("before");
    way(&mut before, &identity(2), x, ["$*e*_1$", "$*e*_2$"]);
    let arrow = before.arrow(ORIGIN, x, Three.width(4.0));
    arrow.at_tip(up_or_down(x.at), "$*x*$");
    before.handle(x, Three);

    let half_way = xy(moved.column(0)).map(|z| x.at[0] * z);
    let window = grown(AFTER, ROOM, &[half_way, result, a1.at, a2.at]);
    let mut after = Panel::plane(WIDTHS[1], window[0], window[1]);
    let is_there = t == 1.0;
    after.title(if is_there { "after" } else { "on the way" });
    let names = if is_there {
        ["$*a*_1$", "$*a*_2$"]
    } else {
        [""; 2]
    };
    way(&mut after, &moved, x, names);
    let name = match t {
        1.0 => format!("$*Ax* = {}$", pair(result)),
        0.0 => "$*x*$".into(),
        _ => String::new(),
    };
    let arrow = after.arrow(ORIGIN, result, Three.width(4.0));
    arrow.at_tip(up_or_down(result), name);
    after.handle(a1, One);
    after.handle(a2, Two);

    let flat = match (a1.at, a2.at) {
        (ORIGIN, ORIGIN) => " The grid has collapsed into the origin.",
        ([a, b], [c, d]) if a * d == b * c => " The grid has collapsed onto a line.",
        _ => "",
    };
    let (times, parts) = (
        [decimal(x.at[0]), factor(x.at[1])],
        [(x.at[0], a1), (x.at[1], a2)],
    );
    let parts = parts.map(|(x_j, a_j)| pair(a_j.at.map(|z| x_j * z)));
    let [a1, a2, x, at] = [a1.at, a2.at, x.at, result].map(pair);
    let state = match is_there {
        true => format!(
            "Ax = {}·{a1} + {}·{a2} = {} + {} = {at}.{flat}",
            times[0], times[1], parts[0], parts[1]
        ),
        false => format!("{} of the way: x is at {at}.", decimal(t)),
    };
    Frame::new(
        "A matrix times a vector: the grid follows the columns",
        Drawing::beside([before, after]),
    )
    .describe(format!(
        "Two planes. Before: a square grid, the unit square on e₁ and e₂ shaded, and the vector \
         x = {x} with its way along e₁ and then along e₂, dashed. After: what becomes of all this \
         under the matrix with the columns a₁ = {a1} and a₂ = {a2}. The lines of the grid run \
         along the two columns, the shaded square has become the parallelogram on them, and the \
         way to x has become one along a₁ and then along a₂. {state}"
    ))
    .state(state)
}

/// The grid of two columns, the parallelogram on them, and the way to where the
/// matrix takes x: first along the one, then along the other.
fn way(panel: &mut Panel, columns: &Matrix, x: Handle, names: [&str; 2]) {
    let [u, v] = [0, 1].map(|j| xy(columns.column(j)));
    let faint = |colour: Colour| colour.width(1.25).opacity(0.4);
    panel.lattice(u, v, faint(One), faint(Two));
    panel.bare_plane_axes("", "");
    let corner = [u[0] + v[0], u[1] + v[1]];
    panel.polygon(&[ORIGIN, u, corner, v], Three.area(0.2));
    let end = image(columns, x);
    let half_way = u.map(|z| x.at[0] * z);
    // Where it is the column itself, one name is enough.
    let multiple = |x_j: f64, name: &str| match (x_j, name) {
        (0.0 | 1.0, _) | (_, "") => String::new(),
        (-1.0, name) => format!("$-{}", &name[1..]),
        (x_j, name) => format!("${}{}", decimal(x_j), &name[1..]),
    };
    let [first, second] = [0, 1].map(|j| multiple(x.at[j], names[j]));
    panel
        .arrow(ORIGIN, half_way, One.dashed())
        .right(0.85, first);
    panel.arrow(half_way, end, Two.dashed()).right(0.5, second);
    panel.arrow(ORIGIN, u, One.width(4.0)).right(0.6, names[0]);
    panel.arrow(ORIGIN, v, Two.width(4.0)).left(0.6, names[1]);
}

/// Where the name of an arrow from the origin stands.
fn up_or_down([_, y]: [f64; 2]) -> Place {
    if y < 0.0 { South } else { North }
}
