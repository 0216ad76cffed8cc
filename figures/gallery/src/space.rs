//! Space: vectors and a surface.

use drawing::prelude::*;

/// A linear combination in space, and the plane that it lies in.
pub fn gallery_space() -> Frame {
    let ranges = [[-1.0, 2.6], [0.0, 2.9], [0.0, 2.4]];
    let space = Space::new(Camera::new(-30.0, 28.0), ranges);
    let (u, v) = ([2.0, 0.8, 0.3], [-0.6, 1.8, 1.6]);
    let (origin, sum) = ([0.0; 3], [0, 1, 2].map(|k| u[k] + v[k]));
    let ends = [
        [2.6, 0.0, 0.0],
        [-1.0, 0.0, 0.0],
        [0.0, 0.0, 2.4],
        [0.0, 2.9, 0.0],
    ];
    let mut panel = space.panel_around(WIDTH, &[&ends[..], &[sum]].concat());
    space.polygon(&mut panel, &[origin, u, sum, v], Three.area(0.14));
    space.axes(&mut panel, ["$x_1$", "$x_2$", "$x_3$"]);
    space.polyline(&mut panel, &[u, sum], Two.width(1.5).dashed());
    space.polyline(&mut panel, &[v, sum], One.width(1.5).dashed());
    space.stems(&mut panel, &[u, v, sum]);
    for (tip, name, colour, place) in [
        (u, "$*u*$", One, South),
        (v, "$*v*$", Two, NorthWest),
        (sum, "$*u* + *v*$", Three, North),
    ] {
        space.arrow(&mut panel, origin, tip, colour.width(3.0));
        space.label(&mut panel, tip, place, colour.name(name));
    }
    let [u, v, sum] = [u, v, sum].map(|p| tuple(&p));
    Frame::new("Two vectors of space and their sum", panel).describe(format!(
        "Three axes in space with the arrows u = {u}, v = {v} and, as the diagonal of the tinted \
         parallelogram that they span, u + v = {sum}. Dotted lines lead from the three tips \
         straight down to the plane of the first two axes."
    ))
}
