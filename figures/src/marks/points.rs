//! Points and scatters. A series has a shape of its own, since colour alone
//! tells some readers nothing.

use crate::clip;
use crate::panel::Panel;
use crate::style::{Colour, Style};
use crate::svg::{Element, points, short};

/// The radius of what a finger meets: 24 pixels across where a drawing is shown
/// 330 pixels wide.
const FINGER: f64 = 19.0;

/// Decimals of the scale of a handle: an axis may have a thousand units.
const SCALE: usize = 6;

/// The shape of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A circle.
    Circle,
    /// A triangle that stands on a side.
    Triangle,
    /// A square.
    Square,
    /// A square that stands on a corner.
    Diamond,
    /// A five-pointed star.
    Star,
}

impl Marker {
    /// The shape around a page point, about as large in area as a circle of
    /// this radius.
    pub(crate) fn shape(self, [x, y]: [f64; 2], radius: f64) -> Element {
        let ring = |corners: usize, radius: f64, turn: f64| {
            let corner = |k: usize| {
                let angle = (k as f64 / corners as f64 + turn) * std::f64::consts::TAU;
                // Every second corner of a star is drawn in.
                let dent = if corners == 10 && k % 2 == 1 {
                    0.45
                } else {
                    1.0
                };
                [
                    x + dent * radius * angle.sin(),
                    y - dent * radius * angle.cos(),
                ]
            };
            let corners: Vec<_> = (0..corners).map(corner).collect();
            Element::new("polygon").with("points", points(&corners))
        };
        match self {
            Marker::Circle => Element::new("circle")
                .at("cx", x)
                .at("cy", y)
                .at("r", radius),
            Marker::Triangle => ring(3, 1.4 * radius, 0.0),
            Marker::Square => ring(4, 1.25 * radius, 0.125),
            Marker::Diamond => ring(4, 1.3 * radius, 0.0),
            Marker::Star => ring(10, 1.6 * radius, 0.0),
        }
    }
}

impl Panel {
    /// Draws a filled point.
    pub fn dot(&mut self, at: [f64; 2], radius: f64, colour: Colour) {
        self.scatter(&[at], Marker::Circle, radius, &Style::area(colour, 1.0));
    }

    /// Draws a point as a ring that lets what is below show through.
    pub fn ring(&mut self, at: [f64; 2], radius: f64, colour: Colour) {
        self.scatter(&[at], Marker::Circle, radius, &Style::line(colour));
    }

    /// Draws a point by which a reader moves the parameter of that name: a dot
    /// and, around it, room for a finger.
    pub fn handle(&mut self, at: [f64; 2], parameter: &str, colour: Colour) {
        let [x, y] = self.frame().page(at);
        let origin = self.frame().page([0.0, 0.0]);
        let one = self.frame().page([1.0, 1.0]);
        let to_world = [origin[0], origin[1], one[0] - origin[0], one[1] - origin[1]];
        let room = Marker::Circle.shape([x, y], FINGER);
        let room = room.with("fill", "none").with("pointer-events", "all");
        self.write(
            Element::new("g")
                .with("class", "handle")
                .with("data-parameter", parameter)
                // Where 0 stands, and how far away 1 is, in page units.
                .with("data-scale", to_world.map(|z| short(z, SCALE)).join(" "))
                .child(Marker::Circle.shape([x, y], 6.0).with("fill", colour.css()))
                .child(room),
        );
    }

    /// Draws points of one series in one shape. Points outside the frame are
    /// left out.
    pub fn scatter(&mut self, series: &[[f64; 2]], marker: Marker, radius: f64, style: &Style) {
        let mut shapes: Vec<Element> = series
            .iter()
            .map(|&point| self.frame().page(point))
            .filter(|&point| clip::contains(&self.frame().area, point))
            .map(|point| marker.shape(point, radius))
            .collect();
        match shapes.len() {
            0 => {}
            1 => self.write(style.dress(shapes.remove(0))),
            _ => self.write(style.dress(Element::new("g")).children(shapes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_outside_the_frame_are_left_out() {
        let mut panel = Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]);
        let series = [[1.0, 1.0], [2.0, 0.0], [2.1, 1.0], [1.0, f64::NAN]];
        panel.scatter(&series, Marker::Circle, 4.0, &Style::line(Colour::One));
        panel.scatter(&series[2..], Marker::Star, 4.0, &Style::line(Colour::One));
        let drawn = panel.into_elements();
        assert_eq!(
            drawn.len(),
            1,
            "no group for a series of which nothing is left"
        );
        assert_eq!(drawn[0].to_svg().matches("<circle").count(), 2);
    }

    #[test]
    fn the_shapes_differ_in_more_than_colour() {
        let shapes = [
            Marker::Circle,
            Marker::Triangle,
            Marker::Square,
            Marker::Diamond,
            Marker::Star,
        ]
        .map(|marker| marker.shape([0.0, 0.0], 5.0).to_svg());
        for (k, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..k].contains(shape), "{shape}");
        }
        assert!(
            shapes[2].contains("4.42,-4.42"),
            "an upright square: {}",
            shapes[2]
        );
        assert!(shapes[3].contains("0,-6.5"), "on a corner: {}", shapes[3]);
    }
}
