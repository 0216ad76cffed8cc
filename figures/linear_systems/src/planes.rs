//! Three equations in three unknowns as three planes.

use super::{System, plain};
use cut::{Plane, Point, Scene};
use drawing::prelude::*;
use mlmath::linear_systems::Solutions;

mod cut;

/// The box that is seen.
const SEEN: [[f64; 2]; 3] = [[-2.0, 2.0], [-2.0, 2.0], [-1.0, 3.0]];

/// The first two planes, which meet in the line x₁ = 0, x₃ = 1.
const FIRST: [Plane; 2] = [[1.0, 0.0, 1.0, 1.0], [-1.0, 0.0, 1.0, 1.0]];

/// The third plane in each case, and what it does.
const THIRD: [(Plane, &str); 4] = [
    ([0.0, -1.0, 1.0, 1.0], "crosses that line"),
    ([0.0, 0.0, 1.0, 1.0], "contains that line"),
    ([0.0, 0.0, 1.0, 0.0], "is parallel to that line"),
    ([1.0, 0.0, 1.0, -1.0], "is parallel to plane 1"),
];

/// The words of the choice.
const CASES: [&str; 4] = ["one", "a line", "none, a prism", "none, two parallel"];

/// The colours of the planes.
const COLOURS: [Colour; 3] = [One, Two, Four];

/// How many degrees above the floor the eye is.
const ELEVATION: f64 = 20.0;

/// Numbers of planes nearer to each other than this, in page units, are crowded.
const CROWDED: f64 = 30.0;

/// Stretches of a line, each of which is seen or hidden.
const STRETCHES: usize = 40;

parameters! {
    /// How the third plane lies, and from where all are seen.
    pub struct Planes {
        case: choice("common points", &CASES),
        azimuth: slider("azimuth", [-180.0, 180.0], 5.0, -25.0).unit("°"),
    }
}

/// Three planes in space, in four positions.
pub fn three_planes(Planes { case, azimuth }: Planes) -> Frame {
    let (third, position) = THIRD[case];
    let planes = [FIRST[0], FIRST[1], third];
    let system = System::new(&planes);
    let (outcome, lines) = match &system.solutions {
        Solutions::None => (
            "no point lies in all three: the last row says 0 = 1".into(),
            vec!["no solution".into(), "$0 = 1$".into()],
        ),
        Solutions::One(x) => {
            let x = tuple(x);
            let lines = vec!["one solution".into(), format!("$*x* = {x}$")];
            (format!("the only common point is {x}"), lines)
        }
        Solutions::Many {
            particular,
            directions,
        } => {
            let [x, direction] = [particular, &directions[0]].map(tuple);
            let lines = vec![
                "infinitely many:".into(),
                format!("$*x* = {x}$"),
                format!("$+ t{direction}$"),
            ];
            (format!("all points {x} + t{direction} are common"), lines)
        }
    };
    let space = in_space(&planes, &system.solutions, Camera::new(azimuth, ELEVATION));
    let drawing = Drawing::stack([space, in_numbers(&system, lines)]);
    let equations = joined(system.equations().iter().map(|markup| plain(markup)), ", ");
    let (said, azimuth) = (system.said(), decimal(azimuth));
    let words = format!("Planes 1 and 2 meet in a line; plane 3 {position}, and {outcome}.");
    Frame::new("Three equations as three planes", drawing)
        .describe(format!(
            "A box of space with three planes, numbered 1 to 3, cut along each other: {equations}. \
             The lines in which two of them meet are drawn, dashed where a plane hides them. \
             {words} Below stand the equations and the reduced row echelon form of the system: \
             {said}. Seen from the azimuth {azimuth}°, {ELEVATION}° above the floor."
        ))
        .state(format!("{words} Seen from the azimuth {azimuth}°."))
}

/// The planes, the lines in which they meet, and what all have in common.
fn in_space(planes: &[Plane; 3], solutions: &Solutions, camera: Camera) -> Panel {
    let space = Space::new(camera, SEEN);
    // From 45° a box with square floor takes the most room in both directions.
    let widest = Space::new(Camera::new(45.0, ELEVATION), SEEN);
    let mut panel = widest.panel(WIDTH);
    let axes = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let scene = Scene {
        planes,
        ranges: SEEN,
        towards: axes.map(|axis| camera.nearness(axis)),
    };
    space.floor(&mut panel, ["$x_1$", "$x_2$", "$x_3$"]);
    let pieces = scene.pieces();
    for piece in &pieces {
        space.polygon(&mut panel, &piece.corners, Background.area(0.78));
        let tint = COLOURS[piece.plane].width(1.25).filled(0.24);
        space.polygon(&mut panel, &piece.corners, tint);
    }
    // A line that all three have in common is that of any two.
    let (pairs, line) = match solutions {
        Solutions::Many { .. } => (&[(0, 1)][..], Three.width(5.0)),
        _ => (&[(0, 1), (0, 2), (1, 2)][..], Ink.width(2.5)),
    };
    for &(i, j) in pairs {
        let ends = cut::section(&scene.face(&planes[i]), &planes[j]);
        for (from, to, is_hidden) in ends.map_or(Vec::new(), |ends| stretches(ends, &scene)) {
            let hidden = line.width(1.75).dashed();
            let style = if is_hidden { hidden } else { line };
            space.polyline(&mut panel, &[from, to], style);
        }
    }
    if let Solutions::One(x) = solutions {
        space.scatter(&mut panel, &[[x[0], x[1], x[2]]], Square, 7.0, Three.full());
    }
    names(&mut panel, &space, &pieces, &scene);
    panel
}

/// The stretches of a segment that are seen, or hidden, as a whole.
fn stretches([a, b]: [Point; 2], scene: &Scene<'_>) -> Vec<(Point, Point, bool)> {
    let at = |k: usize| cut::along(a, b, k as f64 / STRETCHES as f64);
    let mut stretches: Vec<(Point, Point, bool)> = Vec::new();
    for (from, to) in (0..STRETCHES).map(|k| (at(k), at(k + 1))) {
        let is_hidden = scene.hides(cut::middle(&[from, to]));
        match stretches.last_mut() {
            Some(last) if last.2 == is_hidden => last.1 = to,
            _ => stretches.push((from, to, is_hidden)),
        }
    }
    stretches
}

/// Writes the number of each plane on it: where most of it is seen, and apart
/// from the numbers before.
fn names(panel: &mut Panel, space: &Space, pieces: &[cut::Piece], scene: &Scene<'_>) {
    let far = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    let mut written: Vec<[f64; 2]> = Vec::new();
    for (k, colour) in COLOURS.into_iter().enumerate() {
        let room = |(piece, samples): &(&cut::Piece, Vec<Point>)| {
            let seen = samples.iter().filter(|&&p| !scene.hides(p)).count();
            let corners: Vec<_> = piece.corners.iter().map(|&p| space.at(p)).collect();
            // A plane that is hidden as a whole keeps its number, too.
            area(&corners) * (seen as f64 + 0.01) / samples.len() as f64
        };
        let own = pieces.iter().filter(|piece| piece.plane == k);
        let own = own.map(|piece| (piece, samples(&piece.corners)));
        let Some((_, mut best)) = first_least(own, |piece| -room(piece)) else {
            continue;
        };
        if !best.iter().all(|&p| scene.hides(p)) {
            best.retain(|&p| !scene.hides(p));
        }
        let middle = panel.page(space.at(cut::middle(&best)));
        let cost = |&p: &Point| {
            let at = panel.page(space.at(p));
            let crowded = written.iter().any(|&other| far(at, other) < CROWDED);
            far(at, middle) + if crowded { 1e6 } else { 0.0 }
        };
        if let Some(point) = first_least(best, cost) {
            written.push(panel.page(space.at(point)));
            let name = colour.name((k + 1).to_string()).heavy();
            space.label(panel, point, Centre, name);
        }
    }
}

/// Points all over a convex polygon, none at its edge.
fn samples(corners: &[Point]) -> Vec<Point> {
    let middle = cut::middle(corners);
    let mut samples = vec![middle];
    for (k, &corner) in corners.iter().enumerate() {
        let next = corners[(k + 1) % corners.len()];
        for edge in [corner, cut::along(corner, next, 0.5)] {
            samples.extend([0.3, 0.55, 0.8].map(|t| cut::along(middle, edge, t)));
        }
    }
    samples
}

/// The area of a polygon of the plane.
fn area(corners: &[[f64; 2]]) -> f64 {
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let crosses = sides.map(|([a, b], [c, d])| a * d - b * c);
    crosses.sum::<f64>().abs() / 2.0
}

/// The equations, the reduced form and what it says.
fn in_numbers(system: &System, case: Vec<String>) -> Panel {
    let block = system.reduced_block([34.0, 30.0]);
    let [width, height] = block.size();
    let mut panel = Panel::sheet(WIDTH, height + 10.0);
    panel.block([196.0, 2.0], &block);
    let middle = 2.0 + height / 2.0;
    let equations = (1..).zip(system.equations()).zip(COLOURS);
    let lines = equations.map(|((k, equation), colour)| colour.label(format!("{k}:  {equation}")));
    panel.lines_of_text([14.0, middle], East, 30.0, lines.collect::<Vec<_>>());
    panel.lines_of_text([(196.0 + width + WIDTH) / 2.0, middle], Centre, 24.0, case);
    panel
}
