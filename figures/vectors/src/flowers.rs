//! The figures of chapter 1 in which flowers are petals, and petals points.

use drawing::prelude::*;
use mlmath::data::{Iris, iris};
use mlmath::vectors::{nearest_neighbour, norm_inf, norm_l1, norm_l2, scale};
use std::f64::consts::TAU;

/// The norm of a vector.
pub type Norm = fn(&Vector) -> f64;

/// How the points of each species look, and what they are called for it.
pub const LOOKS: [(Marker, &str, Colour); 3] = [
    (Circle, "circles", One),
    (Triangle, "triangles", Two),
    (Square, "squares", Four),
];

/// The window in which petals are points, lengths across and widths up.
const PETALS: [[f64; 2]; 2] = [[0.6, 7.3], [-0.1, 2.8]];
/// Where a reader's petal can be.
pub const YOURS: [[f64; 2]; 2] = [[1.0, 7.0], [0.1, 2.5]];

/// The size of the star that is the reader's flower.
const STAR: f64 = 8.5;

/// The lengths and widths of the 150 petals.
pub fn petals(iris: &Iris) -> Matrix {
    iris.x.select(Axis(1), &[2, 3])
}

/// The outline of a petal that grows to the right from its base.
pub fn petal(base: impl Point, length: f64, width: f64) -> Vec<[f64; 2]> {
    const PIECES: i32 = 24;
    let [x, y] = base.xy();
    let edge = |side: f64| {
        let at = move |k: i32| {
            let part = f64::from(k) / f64::from(PIECES);
            let aside = 2.0 * width * part * (1.0 - part);
            [x + part * length, y + side * aside]
        };
        (0..=PIECES).map(at)
    };
    edge(1.0).chain(edge(-1.0).rev()).collect()
}

/// The edge of the unit ball of a norm, or of what is none, as a polygon with
/// corners on the axes and the diagonals, where balls have theirs.
pub fn unit_ball(norm: impl Fn(&Vector) -> f64) -> Vec<Vector> {
    let corner = |k: i32| {
        let angle = TAU * f64::from(k) / 128.0;
        let direction = array![angle.cos(), angle.sin()];
        scale(1.0 / norm(&direction), &direction)
    };
    (0..128).map(corner).collect()
}

/// The 150 petals as points, with the key to their species at a corner.
pub fn all_petals(panel: &mut Panel, iris: &Iris, key: [f64; 2]) {
    panel.chart_axes("petal length (cm)", "petal width (cm)");
    let petals = petals(iris);
    let mut entries = Vec::new();
    for (species, (marker, _, colour)) in LOOKS.into_iter().enumerate() {
        let rows = (0..iris.y.len()).filter(|&i| iris.y[i] == species);
        let style = colour.width(1.25).filled(0.35);
        panel.scatter(&all_xy(rows.map(|i| petals.row(i))), marker, 4.5, style);
        entries.push((Key::Point(marker, 5.5, style), iris.species[species]));
    }
    entries.push((Key::Point(Star, 6.5, Ink.full()), "your flower"));
    panel.legend(key, entries);
}

/// The star that is the reader's flower, with the handle that moves it.
pub fn your_flower(panel: &mut Panel, flower: Handle) {
    panel.scatter(&[flower], Star, STAR, Ink.full());
    panel.handle(flower, Ink);
}

/// The petal of the preview with those of A and B, as petals and as points.
pub fn two_petals() -> Frame {
    let (iris, yours) = (iris(), array![5.1, 0.9]);
    let flower = |row: usize| (petals(&iris).row(row).to_owned(), LOOKS[iris.y[row]]);
    let ((a, a_look), (b, b_look)) = (flower(73), flower(133));
    let named = [
        ("yours", &yours, (Star, "", Ink)),
        ("A", &a, a_look),
        ("B", &b, b_look),
    ];

    let mut shapes = Panel::window(Drawing::column(2), [-0.1, 5.6], [-6.4, 0.0]);
    let mut top = 0.0;
    for (name, flower, (_, _, colour)) in named {
        let [length, width] = xy(flower);
        let label = colour.label(format!("{name}: {} × {}", decimal(length), decimal(width)));
        shapes.label([0.0, top - 0.35], East, label.gap(0.0));
        let base = [0.0, top - 0.7 - width / 2.0];
        let outline = petal(base, length, width);
        shapes.polygon(&outline, colour.filled(0.15));
        shapes.segment(base, [0.85 * length, base[1]], colour.width(1.0));
        top -= 0.9 + width;
    }

    let mut points = Panel::equal_chart(Drawing::column(2), [4.35, 5.45], [0.55, 1.85]);
    points.chart_axes("length (cm)", "width (cm)");
    let corner = [a[0], yours[1]];
    let leg = |panel: &mut Panel, from: [f64; 2], to: [f64; 2], colour: Colour| {
        let length = (from[0] - to[0]).abs() + (from[1] - to[1]).abs();
        panel.segment(from, to, colour).right(0.5, decimal(length));
    };
    points.segment(&yours, &a, a_look.2.dashed());
    leg(&mut points, corner, xy(&yours), a_look.2);
    leg(&mut points, xy(&a), corner, a_look.2);
    leg(&mut points, xy(&yours), xy(&b), b_look.2);
    for ((name, flower, (marker, _, colour)), place) in
        named.into_iter().zip([SouthEast, NorthWest, North])
    {
        points.scatter(&[flower], marker, 7.0, colour.full());
        points.label(flower, place, colour.name(name).gap(11.0));
    }

    let [yours, a, b] = [yours, a, b].map(pair);
    Frame::new(
        "Three petals, drawn to one scale and as points",
        Drawing::beside([shapes, points]),
    )
    .describe(format!(
        "Left, three petals below each other, drawn to one scale: yours, 5.1 cm long and 0.9 cm \
         wide, that of A, a little shorter and wider, and that of B, as long as yours and much \
         wider. Right, each as a point of length and width in cm: yours at {yours}, A at {a} and B \
         at {b}. The way from yours to A goes 0.4 to the left and 0.3 up; a dashed line leads there \
         straight. The way to B goes 0.6 up."
    ))
}

parameters! {
    /// A reader's petal, and how its distance from others is measured.
    pub struct Neighbours {
        flower: point("your flower", YOURS, 0.1, [5.1, 0.9]),
        norm: choice("norm", &["1-norm", "2-norm", "maximum norm"]).first(1),
        stretch: slider("lengths times", [1.0, 10.0], 0.1, 1.0),
    }
}

/// A reader's flower among the 150, and the one nearest to it in a norm.
pub fn iris_neighbours(
    Neighbours {
        flower,
        norm,
        stretch,
    }: Neighbours,
) -> Frame {
    const NORMS: [(Norm, &str); 3] = [
        (norm_l1, "1-norm"),
        (norm_l2, "2-norm"),
        (norm_inf, "maximum norm"),
    ];
    let (norm, norm_name) = NORMS[norm];
    let (iris, units) = (iris(), array![stretch, 1.0]);
    let petals = petals(&iris);
    let (stretched, yours) = (&petals * &units, &vector(flower) * &units);
    let (_, radius) = nearest_neighbour(&stretched, &yours, norm).expect("150 petals");
    // Measured in tenths, petals are often equally near, whatever rounding says.
    let is_as_near = |&i: &usize| norm(&(&stretched.row(i) - &yours)) < radius + TOLERANCE;
    let nearest: Vec<usize> = (0..iris.y.len()).filter(is_as_near).collect();
    let first = petals.row(nearest[0]);

    let mut panel = Panel::equal_chart(WIDTH, PETALS[0], PETALS[1]);
    let [x, y] = flower.at;
    let on_the_ring = |edge: Vector| [x + radius * edge[0] / stretch, y + radius * edge[1]];
    let ring: Vec<_> = unit_ball(norm).into_iter().map(on_the_ring).collect();
    if radius > TOLERANCE {
        panel.polygon(&ring, Ink.width(1.5).dashed().filled(0.06));
    }
    all_petals(&mut panel, &iris, [0.75, 2.75]);
    panel.segment(flower, first, Ink);
    for &i in &nearest {
        panel.ring(petals.row(i), 9.0, Ink);
    }
    your_flower(&mut panel, flower);

    let size = |petal: [f64; 2]| format!("{} cm by {} cm", decimal(petal[0]), decimal(petal[1]));
    let counted = match stretch {
        1.0 => String::new(),
        stretch => format!(", lengths counted {} times", decimal(stretch)),
    };
    let species = |i: usize| iris.species[iris.y[i]];
    let strangers = nearest.iter().any(|&i| species(i) != species(nearest[0]));
    let ties = match (nearest.len() - 1, strangers) {
        (0, _) => String::new(),
        (1, false) => " One more is as near.".into(),
        (1, true) => " One more is as near, of another species.".into(),
        (more, false) => format!(" {more} more are as near."),
        (more, true) => format!(" {more} more are as near, not all of this species."),
    };
    let state = format!(
        "Petal {}{counted}: in the {norm_name} the nearest is a {} of {}, at distance {}.{ties}",
        size(flower.at),
        species(nearest[0]),
        size(xy(first)),
        decimal(radius)
    );
    let count = |species: usize| iris.y.iter().filter(|&&own| own == species).count();
    let clouds = (0..3).map(|k| format!("{} {} ({})", count(k), iris.species[k], LOOKS[k].1));
    let shape = ["a diamond", "a circle", "a rectangle"][NORMS
        .iter()
        .position(|(_, name)| *name == norm_name)
        .unwrap_or_default()];
    Frame::new("Your flower and its nearest neighbour", panel)
        .describe(format!(
            "{} petals by length and width in cm: {}. The species form clouds from the lower left \
             to the upper right; setosa lies apart from the other two, which overlap. A star marks \
             your flower. The nearest petal is ringed and joined to it; a dashed ring around the \
             star, {shape}, holds the points as far away as that, and no petal lies inside. {state}",
            iris.y.len(),
            joined(clouds, ", ")
        ))
        .state(state)
}
