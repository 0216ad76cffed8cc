//! A boundary with a bias, and the subspace it is cut from.

use super::before;
use drawing::prelude::*;

/// What is seen: the feature across, the last entry upwards.
const SEEN: [[f64; 2]; 2] = [[-5.0, 5.6], [-2.9, 2.9]];

parameters! {
    /// The weight and the bias.
    pub struct Boundary {
        w: slider("$w$", [0.5, 2.0], 0.25, 1.0),
        b: slider("$b$", [-2.0, 2.0], 0.25, -1.5),
    }
}

/// The points (x, 1), and the line through the origin that is orthogonal to (w, b).
pub fn a_bias_one_dimension_up(Boundary { w, b }: Boundary) -> Frame {
    let at = -b / w;
    let mut panel = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    panel.plane_axes("$x$", "");
    let [[left, right], _] = SEEN;
    panel.segment([left, 1.0], [right, 1.0], Ink.width(1.5));
    panel.segment([at, 1.0], [right, 1.0], One.width(5.0));
    panel.line_through(ORIGIN, [at, 1.0], Three.width(2.5).dashed());
    let place = if b < 0.0 { South } else { North };
    panel
        .arrow(ORIGIN, [w, b], Two.width(3.5))
        .at_tip(place, format!("$({}, {})$", decimal(w), decimal(b)));
    panel.scatter(&[[at, 1.0]], Square, 6.5, Three.full());
    panel.label([left, 1.0], NorthEast, Label::new("height 1").gap(5.0));
    panel.label([5.0, 1.0], South, One.label("yes").gap(7.0));

    let sign = if b < 0.0 { "−" } else { "+" };
    let state = format!(
        "{}x {sign} {} = 0 at x = {}.",
        before(w),
        decimal(b.abs()),
        decimal(at)
    );
    let subspace = match b {
        0.0 => " Without a bias the boundary is 0, the only subspace of one point.",
        _ => "",
    };
    Frame::new("A bias, one dimension up", panel)
        .describe(format!(
            "A plane with the feature x across and a second entry upwards. The points (x, 1) are a \
             level line at the height 1, and its part where the answer is yes is thick. From the \
             origin an arrow ends at (w, b) = ({}, {}). Orthogonal to it, a dashed line runs \
             through the origin and crosses the level line at the boundary, marked by a square. \
             {state}{subspace}",
            decimal(w),
            decimal(b)
        ))
        .state(format!("{state}{subspace}"))
}
