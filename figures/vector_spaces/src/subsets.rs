//! A subspace of the plane, and three sets that are none.

use drawing::prelude::*;

/// What is seen of the plane.
const SEEN: [[f64; 2]; 2] = [[-2.6, 2.6], [-2.2, 2.2]];

/// Four sets, and what leads out of three of them.
pub fn subspaces_or_not() -> Frame {
    let new = |title: &str| {
        let mut panel = Panel::plane(Drawing::column(2), SEEN[0], SEEN[1]);
        panel.title(Label::new(title));
        panel.bare_plane_axes("", "");
        panel
    };
    let set = One.width(3.0);

    let mut line = new("a subspace");
    line.line_through(ORIGIN, [2.0, 1.0], set);
    line.arrow(ORIGIN, [1.0, 0.5], Ink)
        .left(0.6, Label::new("$*x*$"));
    line.arrow(ORIGIN, [-2.0, -1.0], Ink)
        .left(0.75, Label::new("$-2*x*$"));

    let mut shifted = new("none: 0 is missing");
    shifted.line_through([0.0, 1.0], [2.0, 2.0], set);
    shifted.scatter(&[ORIGIN], Circle, 6.0, Two.full());
    shifted.label(ORIGIN, SouthEast, Two.label("$*0*$"));

    let mut quarter = new("none: a multiple leads out");
    let [[_, right], [_, top]] = SEEN;
    let corners = [ORIGIN, [right, 0.0], [right, top], [0.0, top]];
    quarter.polygon(&corners, One.width(2.5).filled(0.2));
    quarter
        .arrow(ORIGIN, [1.5, 1.0], Ink)
        .left(0.7, Label::new("$*x*$"));
    quarter
        .arrow(ORIGIN, [-1.5, -1.0], Two)
        .left(0.7, Label::new("$-*x*$"));

    let mut cross = new("none: a sum leads out");
    cross.line_through(ORIGIN, [2.0, 1.0], set);
    cross.line_through(ORIGIN, [-1.0, 2.0], set);
    let [x, y, sum] = [[1.2, 0.6], [-0.4, 0.8], [0.8, 1.4]];
    cross.segment(x, sum, Ink.width(1.25).dashed());
    cross.segment(y, sum, Ink.width(1.25).dashed());
    cross.arrow(ORIGIN, x, Ink).right(0.6, Label::new("$*x*$"));
    cross.arrow(ORIGIN, y, Ink).left(0.6, Label::new("$*y*$"));
    cross
        .arrow(ORIGIN, sum, Two)
        .at_tip(NorthEast, Label::new("$*x* + *y*$"));

    Frame::new(
        "Four sets of vectors, one of which is a subspace",
        Drawing::panels(2, vec![line, shifted, quarter, cross]),
    )
    .describe(
        "Four planes. First, a line through the origin: an arrow x in it and minus two times it, \
         in it as well. Second, the line shifted upwards: the origin, marked, is not on it. \
         Third, the quarter of the plane where both entries are at least 0: an arrow x is in it, \
         its negative is not. Fourth, two lines through the origin: x is on the one, y on the \
         other, and x + y, the far corner of their parallelogram, on neither.",
    )
}
