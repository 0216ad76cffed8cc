//! A model with two weights against a target: predictions as a line, and as a
//! point of a plane in space.

use drawing::prelude::*;
use mlmath::vector_spaces::{Membership, membership};

/// What the model is asked about, and the first two targets.
const ASKED: [f64; 3] = [1.0, 2.0, 3.0];
const TARGETS: [f64; 2] = [1.0, 2.0];

/// What w and b can be, in steps of a quarter.
const SLOPES: [f64; 2] = [-0.5, 1.0];
const BIASES: [f64; 2] = [0.0, 1.5];

/// The piece of the plane that is shown, by slope and by the prediction for 2.
const PIECE: [[f64; 2]; 2] = [[-1.0, 1.25], [-1.0, 3.5]];

/// The ends of the axes, and how far from the middle of their box is seen.
const AXES: [f64; 2] = [-2.0, 4.5];
const REACH: f64 = 5.0;

/// How many degrees above the floor the eye is.
const ELEVATION: f64 = 20.0;

/// The widths of the two panels, and the height of the first one's frame.
const WIDTHS: [f64; 2] = [200.0, 310.0];
const HEIGHT: f64 = 230.0;

parameters! {
    /// The weights, the last target, and from where space is seen.
    pub struct Duel {
        w: slider("$w$", SLOPES, 0.25, 0.5),
        b: slider("$b$", BIASES, 0.25, 0.5),
        target: slider("third target", [0.0, 4.0], 0.5, 2.0),
        azimuth: slider("azimuth", [-180.0, 180.0], 5.0, 15.0).unit("°"),
    }
}

/// What the model predicts.
fn predicted(w: f64, b: f64) -> [f64; 3] {
    ASKED.map(|x| w * x + b)
}

/// Weights or a witness for these targets, which are multiples of a half.
pub(crate) fn judged(targets: [f64; 3]) -> Membership {
    let columns = [vec![1, 2, 3], vec![1; 3]];
    let halves = targets.map(|target| (2.0 * target).round() as i128);
    membership(&columns, &halves).expect("small numbers")
}

/// A line and a point of a plane that try to meet three targets.
pub fn duel_with_a_witness(
    Duel {
        w,
        b,
        target,
        azimuth,
    }: Duel,
) -> Frame {
    let [predictions, targets] = [predicted(w, b), [TARGETS[0], TARGETS[1], target]];
    let hit = predictions == targets;
    let words = match judged(targets) {
        Membership::Inside(halves) => {
            let best = halves.numbers().into_iter().map(|c| c / 2.0);
            let best: Vec<f64> = best.collect();
            let found = format!("w = {}, b = {}", decimal(best[0]), decimal(best[1]));
            match hit {
                true => format!("They meet: {found}."),
                false => format!("The targets are in the plane: {found} would meet them."),
            }
        }
        Membership::Outside(y) => {
            let y: Vec<f64> = y.into_iter().map(|y_i| y_i as f64).collect();
            let with = |z: [f64; 3]| y.iter().zip(z).map(|(y_i, z_i)| y_i * z_i).sum();
            let [zero, other]: [f64; 2] = [with(predictions), with(targets)];
            format!(
                "The witness {} gives {} with the predictions and {} with the targets: no \
                 weights meet them.",
                tuple(&y),
                decimal(zero),
                decimal(other)
            )
        }
    };
    let panels = [
        in_the_plane([w, b], targets),
        in_space([w, b], targets, azimuth),
    ];
    let [said, asked] = [predictions, targets].map(|z| tuple(&z));
    let azimuth = decimal(azimuth);
    let state = format!("Predictions {said}, targets {asked}. {words} Seen from {azimuth}°.");
    Frame::new(
        "A line, three targets, and a witness",
        Drawing::beside(panels),
    )
    .describe(format!(
        "Left, a chart over x = 1, 2, 3 with the line {}x + {}, a round dot on it at each of \
             the three, and the three targets as squares; short lines show by how much each is \
             missed. Right, space with an axis for each of the three: a shaded piece of the \
             plane of all predictions, which passes through the origin; on it the predictions as a round dot, \
             and the targets as a square, joined to it by a dashed line. {state}",
        decimal(w),
        decimal(b)
    ))
    .state(state)
}

/// The line and the targets over x.
fn in_the_plane([w, b]: [f64; 2], targets: [f64; 3]) -> Panel {
    let mut panel = Panel::chart(WIDTHS[0], HEIGHT, [0.5, 3.5], [-2.0, 5.5]);
    panel.chart_axes("$x$", "");
    panel.graph(|x| w * x + b, One.width(2.5));
    let [line, asked] = [predicted(w, b), targets].map(|z| [0, 1, 2].map(|k| [ASKED[k], z[k]]));
    for k in 0..3 {
        panel.segment(line[k], asked[k], Ink.width(1.5).dashed());
    }
    panel.scatter(&line, Circle, 5.0, One.full());
    panel.scatter(&asked, Square, 5.0, Two.full());
    panel
}

/// The predictions and the targets as points of space.
fn in_space([w, b]: [f64; 2], targets: [f64; 3], azimuth: f64) -> Panel {
    let space = Space::new(Camera::new(azimuth, ELEVATION), [AXES; 3]);
    let mut panel = Panel::window(WIDTHS[1], [-REACH - 1.0, REACH + 1.0], [-REACH, REACH]);
    space.axes(&mut panel, ["for 1", "for 2", "for 3"]);
    let [slopes, middles] = PIECE;
    let at = |slope: f64, middle: f64| predicted(slope, middle - 2.0 * slope);
    let corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(|[i, j]| at(slopes[i], middles[j]));
    space.polygon(&mut panel, &corners, Three.width(1.25).filled(0.18));
    let thin = Three.width(1.0).opacity(0.5);
    for slope in [-0.5, 0.0, 0.5, 1.0] {
        space.polyline(&mut panel, &middles.map(|middle| at(slope, middle)), thin);
    }
    for middle in [0.0, 1.0, 2.0, 3.0] {
        space.polyline(&mut panel, &slopes.map(|slope| at(slope, middle)), thin);
    }
    let predictions = predicted(w, b);
    space.polyline(&mut panel, &[predictions, targets], Ink.width(1.5).dashed());
    space.scatter(&mut panel, &[predictions], Circle, 6.0, One.full());
    space.scatter(&mut panel, &[targets], Square, 6.0, Two.full());
    panel
}
