//! Three equations in three unknowns as three planes.

use super::{System, equation, listed, plain};
use cut::{Plane, Point};
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
    /// What a reader sets.
    pub struct ThreePlanes {
        case: choice("common points", &CASES),
        azimuth: slider("azimuth", [-180.0, 180.0], 5.0, -25.0).unit("°"),
    }
}

/// Three planes in space, in four positions.
pub fn three_planes(at: ThreePlanes) -> Frame {
    let azimuth = at.azimuth;
    let (third, position) = THIRD[at.case];
    let planes = [FIRST[0], FIRST[1], third];
    let system = System::new(
        &Matrix::from_shape_fn((3, 3), |(i, j)| planes[i][j]),
        &planes.iter().map(|plane| plane[3]).collect::<Vector>(),
    );
    let equations = planes.map(|plane| equation(&plane[..3], plane[3]));

    let triple = |x: &Vector| format!("({})", listed(x.iter().map(|&x| decimal(x))));
    let (outcome, case) = match &system.solutions {
        Solutions::None => (
            "no point lies in all three: the last row says 0 = 1".to_owned(),
            vec!["no solution".into(), "$0 = 1$".into()],
        ),
        Solutions::One(x) => (
            format!("the only common point is {}", triple(x)),
            vec!["one solution".into(), format!("$*x* = {}$", triple(x))],
        ),
        Solutions::Many {
            particular,
            directions,
        } => {
            let direction = triple(&directions[0]);
            let all = format!("{} + t{direction}", triple(particular));
            let lines = [
                "infinitely many:".into(),
                format!("$*x* = {}$", triple(particular)),
                format!("$+ t{direction}$"),
            ];
            (format!("all points {all} are common"), lines.to_vec())
        }
    };
    let words = format!("Planes 1 and 2 meet in a line; plane 3 {position}, and {outcome}.");
    let state = format!("{words} Seen from the azimuth {}°.", decimal(azimuth));
    let said = equations.iter().map(|markup| plain(markup));
    Frame::new(
        "Three equations as three planes",
        Drawing::panels(
            1,
            vec![
                in_space(&planes, &system.solutions, Camera::new(azimuth, ELEVATION)),
                in_numbers(&system, &equations, case),
            ],
        ),
    )
    .describe(format!(
        "A box of space with three planes, numbered 1 to 3, cut along each other: {}. The lines in \
         which two of them meet are drawn, dashed where a plane hides them. {words} Below stand \
         the equations and the reduced row echelon form of the system: {}. Seen from the azimuth \
         {}°, {ELEVATION}° above the floor.",
        listed(said),
        system.said(),
        decimal(azimuth),
    ))
    .state(state)
}

/// The planes, the lines in which they meet, and what all have in common.
fn in_space(planes: &[Plane; 3], solutions: &Solutions, camera: Camera) -> Panel {
    let space = Space::new(camera, SEEN);
    // From 45° a box with square floor takes the most room in both directions.
    let widest = Space::new(Camera::new(45.0, ELEVATION), SEEN);
    let mut panel = widest.panel(WIDTH);
    let towards = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].map(|e| camera.nearness(e));
    space.floor(&mut panel, ["$x_1$", "$x_2$", "$x_3$"]);
    let pieces = cut::in_order(cut::pieces(planes, &SEEN), planes, towards);
    for piece in &pieces {
        let page = Background.area(0.78);
        space.polygon(&mut panel, &piece.corners, &page);
        let tint = Style::line(COLOURS[piece.plane]).width(1.25).filled(0.24);
        space.polygon(&mut panel, &piece.corners, &tint);
    }

    let hidden = |p: Point| cut::is_hidden(p, planes, &SEEN, towards);
    let ink = Ink.width(2.5);
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
        let Some([a, b]) = cut::section(&cut::face(&planes[i], &SEEN), &planes[j]) else {
            continue;
        };
        let shared = matches!(solutions, Solutions::Many { .. });
        let style = if shared { Three.width(5.0) } else { ink };
        for (from, to, is_hidden) in stretches(a, b, hidden) {
            let style = if is_hidden {
                style.width(1.75).dashed()
            } else {
                style
            };
            space.polyline(&mut panel, &[from, to], &style);
        }
        if shared {
            break;
        }
    }
    if let Solutions::One(x) = solutions {
        let x = [x[0], x[1], x[2]];
        let full = Three.full();
        space.scatter(&mut panel, &[x], Square, 7.0, &full);
    }
    names(&mut panel, &space, &pieces, hidden);
    panel
}

/// Writes the number of each plane on it: where most of it is seen, and apart
/// from the numbers before.
fn names(panel: &mut Panel, space: &Space, pieces: &[cut::Piece], hidden: impl Fn(Point) -> bool) {
    let mut written: Vec<[f64; 2]> = Vec::new();
    for (k, colour) in COLOURS.into_iter().enumerate() {
        let own = pieces.iter().filter(|piece| piece.plane == k);
        let room = |samples: &[Point], piece: &cut::Piece| {
            let seen = samples.iter().filter(|&&p| !hidden(p)).count();
            let corners: Vec<_> = piece.corners.iter().map(|&p| space.at(p)).collect();
            // A plane that is hidden as a whole keeps its number, too.
            area(&corners) * (seen as f64 + 0.01) / samples.len() as f64
        };
        let own = own.map(|piece| (samples(&piece.corners), piece));
        let Some((samples, _)) = first_least(own, |(samples, piece)| -room(samples, piece)) else {
            continue;
        };
        let seen: Vec<Point> = samples.iter().copied().filter(|&p| !hidden(p)).collect();
        let best = if seen.is_empty() { samples } else { seen };
        let middle = panel.page(space.at(cut::middle(&best)));
        let far = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
        let cost = |at: [f64; 2]| {
            let crowded = written.iter().any(|&other| far(at, other) < CROWDED);
            far(at, middle) + if crowded { 1e6 } else { 0.0 }
        };
        let on_page = best.iter().map(|&p| (p, panel.page(space.at(p))));
        if let Some((point, at)) = first_least(on_page, |&(_, at)| cost(at)) {
            let label = colour.label((k + 1).to_string()).heavy();
            space.label(panel, point, Centre, label.large());
            written.push(at);
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

/// The stretches of a segment that are seen, or hidden, as a whole.
fn stretches(a: Point, b: Point, hidden: impl Fn(Point) -> bool) -> Vec<(Point, Point, bool)> {
    let at = |k: usize| cut::along(a, b, k as f64 / STRETCHES as f64);
    let mut stretches: Vec<(Point, Point, bool)> = Vec::new();
    for k in 0..STRETCHES {
        let is_hidden = hidden(cut::middle(&[at(k), at(k + 1)]));
        match stretches.last_mut() {
            Some(last) if last.2 == is_hidden => last.1 = at(k + 1),
            _ => stretches.push((at(k), at(k + 1), is_hidden)),
        }
    }
    stretches
}

/// The area of a polygon of the plane.
fn area(corners: &[[f64; 2]]) -> f64 {
    let next = corners.iter().cycle().skip(1);
    let twice: f64 = corners
        .iter()
        .zip(next)
        .map(|([a, b], [c, d])| a * d - b * c)
        .sum();
    twice.abs() / 2.0
}

/// The equations, the reduced form and what it says.
fn in_numbers(system: &System, equations: &[String; 3], case: Vec<String>) -> Panel {
    let pieces = [Piece::Block(system.reduced_block([34.0, 30.0]))];
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, height + 10.0);
    let middle = 2.0 + height / 2.0;
    let lines = equations.iter().zip(COLOURS).enumerate();
    let lines =
        lines.map(|(k, (equation, colour))| colour.label(format!("{}:  {equation}", k + 1)));
    panel.lines_of_text([14.0, middle], East, 30.0, lines);
    panel.row([196.0, 2.0], &pieces);
    let right = (196.0 + width + WIDTH) / 2.0;
    let lines = case.into_iter().map(Label::new);
    panel.lines_of_text([right, middle], Centre, 24.0, lines);
    panel
}
