//! From numbers to shades of a colour of the theme, and the key of a heat map.
//!
//! One colour in many opacities is read by its lightness, so it needs no colour
//! vision and suits a light page as well as a dark one. Values below 0 of a
//! diverging scale are hatched too.

use super::axis;
use crate::panel::Panel;
use crate::point::Point;
use crate::scale::{Area, Scale, extent, ticks};
use crate::style::{Colour, Look};
use crate::text::{Label, TICK};
use crate::words::decimal;

/// The opacity at the ends of a scale, and where numbers stand on the cells: in
/// both themes text keeps its contrast there.
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
    ///
    /// # Panics
    /// Unless `low` < `high`, both finite.
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

    /// Shades of the first colour above 0, of the second, hatched, below 0, and
    /// the page at 0; both full at a distance of `far`.
    ///
    /// # Panics
    /// Unless `far` is positive and finite.
    pub fn diverging(far: f64) -> Self {
        Shades {
            diverging: true,
            hatched: true,
            colours: [Colour::Two, Colour::One],
            ..Shades::sequential(-far, far)
        }
    }

    /// The shades for cells with numbers on them: so pale that the numbers stay
    /// legible, and without a hatch, since the numbers show their sign.
    pub const fn for_numbers(self) -> Self {
        Shades {
            deepest: PALE,
            hatched: false,
            ..self
        }
    }

    /// The shades with other colours, below and above 0; a sequential scale has
    /// only the second.
    pub const fn colours(self, below: Colour, above: Colour) -> Self {
        Shades {
            colours: [below, above],
            ..self
        }
    }

    /// The colour of a number and its opacity from 0 to 1; what lies beyond an
    /// end of the scale has the shade of the end. None for NaN.
    pub fn shade(&self, value: f64) -> Option<(Colour, f64)> {
        let [low, high] = self.range;
        let part = match self.diverging {
            true => value.abs() / high,
            false => (value - low) / (high - low),
        };
        let below = self.diverging && value < 0.0;
        let shade = (
            self.colours[usize::from(!below)],
            part.clamp(0.0, 1.0) * self.deepest,
        );
        (!value.is_nan()).then_some(shade)
    }

    pub(super) fn is_hatched(&self, value: f64) -> bool {
        self.hatched && value < 0.0
    }
}

impl Panel {
    /// Draws the key of a heat map: a bar between two corners, upright if it is
    /// higher than wide, with at most `at_most` round numbers to its right or
    /// below it. They stand outside the bar, which needs 30 page units there.
    pub fn colour_key<P: Point>(&mut self, corners: [P; 2], shades: &Shades, at_most: usize) {
        let [a, b] = corners.map(|p| self.page(p));
        let bar = Area::between(a, b);
        let [width, height] = bar.size();
        let upright = height > width;
        let along = match upright {
            true => [bar.bottom, bar.top],
            false => [bar.left, bar.right],
        };
        let [low, high] = shades.range;
        let scale = Scale::new(shades.range, along);
        let stretch = |k: usize| low + (high - low) * k as f64 / STRETCHES as f64;
        let cells = (0..STRETCHES).map(|k| {
            let ends = [stretch(k), stretch(k + 1)];
            let [start, end] = ends.map(|value| scale.page(value));
            let cell = match upright {
                true => Area::between([bar.left, start], [bar.right, end]),
                false => Area::between([start, bar.top], [end, bar.bottom]),
            };
            (cell, (ends[0] + ends[1]) / 2.0)
        });
        self.write(shades.cells(cells.collect()));
        let outline = axis().width(1.0);
        let corners = [[bar.left, bar.top], [bar.right, bar.bottom]].map(|p| self.world(p));
        self.rectangle(corners[0], corners[1], 0.0, outline);
        let mut strokes = Vec::new();
        for value in ticks(low, high, at_most) {
            let at = scale.page(value);
            let (from, direction) = match upright {
                true => ([bar.right, at], [1.0, 0.0]),
                false => ([at, bar.bottom], [0.0, 1.0]),
            };
            strokes.push(vec![from, [0, 1].map(|k| from[k] + 4.0 * direction[k])]);
            self.write_axis(Label::new(decimal(value)).size(TICK), from, direction);
        }
        self.strokes(strokes, outline);
    }
}
