//! Points and scatters. A series has a shape of its own, since colour alone
//! tells some readers nothing.

use super::{Mark, Series};
use crate::controls::Handle;
use crate::panel::Panel;
use crate::point::{Point, all_xy};
use crate::style::{Colour, Look};
use crate::svg::Element;
use std::f64::consts::TAU;

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
    /// The shape around a page point, about as large in area as a circle of this radius.
    pub(crate) fn shape(self, [x, y]: [f64; 2], radius: f64) -> Element {
        let ring = |corners: usize, radius: f64, turn: f64| {
            let corner = |k: usize| {
                let angle = (k as f64 / corners as f64 + turn) * TAU;
                // Every second corner of a star is drawn in.
                let is_dent = corners == 10 && k % 2 == 1;
                let out = if is_dent { 0.45 * radius } else { radius };
                [x + out * angle.sin(), y - out * angle.cos()]
            };
            let corners: Vec<_> = (0..corners).map(corner).collect();
            Element::through("polygon", &corners)
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
    pub fn dot(&mut self, at: impl Point, radius: f64, colour: Colour) {
        self.scatter(&[at], Marker::Circle, radius, colour.full());
    }

    /// Draws a point as a ring that lets what is below show through.
    pub fn ring(&mut self, at: impl Point, radius: f64, colour: Colour) {
        self.scatter(&[at], Marker::Circle, radius, colour.line());
    }

    /// Draws a point by which a reader moves it: a dot and, around it, room for a finger.
    pub fn handle(&mut self, handle: Handle, colour: Colour) {
        self.write(Mark::Handle(handle, colour));
    }

    /// Draws points of one series in one shape. Points outside the frame are left out.
    pub fn scatter<P: Point>(&mut self, at: &[P], marker: Marker, radius: f64, style: impl Look) {
        self.write(Mark::Points(Series {
            points: all_xy(at),
            marker,
            radius,
            style: style.into(),
        }));
    }
}
