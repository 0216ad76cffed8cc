//! Space: vectors and a surface.

use crate::{Camera, Colour, Figure, Label, Place, Space, Style, WIDTH, decimal};

/// A linear combination in space, and the plane that it lies in.
pub fn gallery_space() -> Figure {
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
    space.polygon(
        &mut panel,
        &[origin, u, sum, v],
        &Style::area(Colour::Three, 0.14),
    );
    space.axes(&mut panel, ["$x_1$", "$x_2$", "$x_3$"]);
    for (from, colour, to) in [(u, Colour::Two, sum), (v, Colour::One, sum)] {
        let edge = Style::line(colour).width(1.5).dashed();
        space.polyline(&mut panel, &[from, to], &edge);
    }
    space.stems(&mut panel, &[u, v, sum]);
    let names = [
        (u, "$*u*$", Colour::One, Place::South),
        (v, "$*v*$", Colour::Two, Place::NorthWest),
        (sum, "$*u* + *v*$", Colour::Three, Place::North),
    ];
    for (tip, name, colour, place) in names {
        space.arrow(&mut panel, origin, tip, &Style::line(colour).width(3.0));
        let label = Label::new(name).colour(colour).size(18.0);
        space.label(&mut panel, tip, place, label);
    }
    let [u, v, sum] = [u, v, sum].map(|p| p.map(decimal).join(", "));
    Figure {
        id: "gallery-space",
        title: "Two vectors of space and their sum".into(),
        description: format!(
            "Three axes in space with the arrows u = ({u}), v = ({v}) and, as the diagonal of the \
             tinted parallelogram that they span, u + v = ({sum}). Dotted lines lead from the three \
             tips straight down to the plane of the first two axes."
        ),
        drawing: panel.into(),
        source: file!(),
    }
}
