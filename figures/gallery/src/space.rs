//! Space: vectors and a surface.

use drawing::prelude::*;

/// A linear combination in space, and the plane that it lies in.
pub fn gallery_space() -> Frame {
    let space = Space::new(
        Camera::new(-30.0, 28.0),
        [[-1.0, 2.6], [0.0, 2.9], [0.0, 2.4]],
    );
    let (u, v) = ([2.0, 0.8, 0.3], [-0.6, 1.8, 1.6]);
    let sum = [0, 1, 2].map(|k| u[k] + v[k]);
    let origin = [0.0; 3];
    let shown = [
        [2.6, 0.0, 0.0],
        [-1.0, 0.0, 0.0],
        [0.0, 0.0, 2.4],
        [0.0, 2.9, 0.0],
        sum,
    ];
    let mut panel = space.panel_around(WIDTH, &shown);
    space.polygon(&mut panel, &[origin, u, sum, v], Three.area(0.14));
    space.axes(&mut panel, ["$x_1$", "$x_2$", "$x_3$"]);
    for (from, colour, to) in [(u, Two, sum), (v, One, sum)] {
        let edge = colour.width(1.5).dashed();
        space.polyline(&mut panel, &[from, to], &edge);
    }
    space.stems(&mut panel, &[u, v, sum]);
    let names = [
        (u, "$*u*$", One, South),
        (v, "$*v*$", Two, NorthWest),
        (sum, "$*u* + *v*$", Three, North),
    ];
    for (tip, name, colour, place) in names {
        space.arrow(&mut panel, origin, tip, colour.width(3.0));
        let label = colour.name(name);
        space.label(&mut panel, tip, place, label);
    }
    let [u, v, sum] = [u, v, sum].map(|p| p.map(decimal).join(", "));
    Frame::new("Two vectors of space and their sum", panel).describe(format!(
        "Three axes in space with the arrows u = ({u}), v = ({v}) and, as the diagonal of the \
         tinted parallelogram that they span, u + v = ({sum}). Dotted lines lead from the three \
         tips straight down to the plane of the first two axes."
    ))
}
