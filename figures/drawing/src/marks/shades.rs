//! From numbers to shades of a colour of the theme, and the key of a heat map.
//!
//! One colour in many opacities is read by its lightness, so it needs no colour vision and suits
//! a light page as well as a dark one. Values below 0 of a diverging scale are hatched too.

use super::axis;
use crate::panel::Panel;
use crate::point::Point;
use crate::scale::{Area, Scale, between, extent, ticks};
use crate::style::{Colour, Look};
use crate::text::{Label, TICK};
use crate::words::decimal;

/// The opacity at the ends of a scale, and where legible numbers stand on the cells.
const DEEPEST: f64 = 0.9;
const PALE: f64 = 0.3;

/// Stretches of a key, enough to look smooth.
const STRETCHES: usize = 24;

/// From numbers to shades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shades {
    range: [f64; 2],
    diverging: bool,
    colours: [Colour; 2],
    deepest: f64,
    hatched: bool,
}

impl Shades {
    /// Shades of the first colour: the page at `low`, the full colour at `high`.
    pub fn sequential(low: f64, high: f64) -> Self {
        extent([low, high]);
        Shades {
            range: [low, high],
            diverging: false,
            colours: [Colour::One, Colour::One],
            deepest: DEEPEST,
            hatched: false,
        }
    }

    /// Shades of the first colour above 0, of the second, hatched, below 0, and the page
    /// at 0; both full at a distance of `far`, which must be positive.
    pub fn diverging(far: f64) -> Self {
        Shades {
            diverging: true,
            hatched: true,
            colours: [Colour::Two, Colour::One],
            ..Shades::sequential(-far, far)
        }
    }

    /// The shades for cells with numbers on them: pale, and without a hatch.
    pub const fn for_numbers(mut self) -> Self {
        self.deepest = PALE;
        self.hatched = false;
        self
    }

    /// The shades with other colours, below and above 0; a sequential scale has only the second.
    pub const fn colours(mut self, below: Colour, above: Colour) -> Self {
        self.colours = [below, above];
        self
    }

    /// The colour of a number and its opacity, from 0 to 1 between the ends; none for NaN.
    pub fn shade(&self, value: f64) -> Option<(Colour, f64)> {
        let [low, high] = self.range;
        let (part, below) = match self.diverging {
            true => (value.abs() / high, value < 0.0),
            false => ((value - low) / (high - low), false),
        };
        let opacity = part.clamp(0.0, 1.0) * self.deepest;
        (!value.is_nan()).then(|| (self.colours[usize::from(!below)], opacity))
    }

    pub(super) fn is_hatched(&self, value: f64) -> bool {
        self.hatched && value < 0.0
    }
}

impl Panel {
    /// Draws the key of a heat map: a bar between two corners with at most `at_most`
    /// round numbers below it, or, if it is upright, to its right.
    pub fn colour_key<P: Point>(&mut self, corners: [P; 2], shades: &Shades, at_most: usize) {
        let [a, b] = corners.map(|p| self.page(p));
        let bar = Area::between(a, b);
        let [width, height] = bar.size();
        let upright = height > width;
        let (along, across) = match upright {
            true => ([bar.bottom, bar.top], [bar.left, bar.right]),
            false => ([bar.left, bar.right], [bar.top, bar.bottom]),
        };
        let place = |along: f64, across: f64| match upright {
            true => [across, along],
            false => [along, across],
        };
        let scale = Scale::new(shades.range, along);
        let cells = (0..STRETCHES).map(|k| {
            let ends = [k, k + 1].map(|k| between(shades.range, k as f64 / STRETCHES as f64));
            let [start, end] = ends.map(|value| scale.page(value));
            let cell = Area::between(place(start, across[0]), place(end, across[1]));
            (cell, (ends[0] + ends[1]) / 2.0)
        });
        self.write(shades.cells(cells.collect()));
        let outline = axis().width(1.0);
        let [a, b] = [0, 1].map(|k| self.world(place(along[k], across[k])));
        self.rectangle(a, b, 0.0, outline);
        let mut strokes = Vec::new();
        for value in ticks(shades.range[0], shades.range[1], at_most) {
            let [from, to] = [0.0, 4.0].map(|out| place(scale.page(value), across[1] + out));
            strokes.push(vec![from, to]);
            self.write_axis(Label::new(decimal(value)).size(TICK), from, place(0.0, 1.0));
        }
        self.strokes(strokes, outline);
    }
}
