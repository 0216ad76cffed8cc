//! From numbers to shades of a colour of the theme, and the key of a heat map.
//!
//! One colour in many opacities is read by its lightness, so it needs no colour
//! vision and suits a light page as well as a dark one. Values below 0 of a
//! diverging scale are hatched too.

use crate::panel::Panel;
use crate::point::Point;
use crate::scale::{Area, Scale, multiples, nice_step};
use crate::style::{Colour, Look};
use crate::text::{Label, decimal};

/// The opacity at the ends of a scale, and where numbers stand on the cells: in
/// both themes text keeps its contrast there.
const DEEPEST: f64 = 0.9;
const PALE: f64 = 0.3;

/// Stretches of a key, enough to look smooth.
const STRETCHES: usize = 24;

/// The size of the numbers of a key.
const TICK: f64 = 15.0;

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
        assert!(
            low < high && (high - low).is_finite(),
            "shades need low < high, got {low} and {high}"
        );
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
        if value.is_nan() {
            return None;
        }
        let [low, high] = self.range;
        let part = if self.diverging {
            value.abs() / high
        } else {
            (value - low) / (high - low)
        };
        let below = self.diverging && value < 0.0;
        let colour = self.colours[usize::from(!below)];
        Some((colour, part.clamp(0.0, 1.0) * self.deepest))
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
            let [from, to] = [stretch(k), stretch(k + 1)];
            let [start, end] = [from, to].map(|value| scale.page(value));
            let cell = match upright {
                true => Area::between([bar.left, start], [bar.right, end]),
                false => Area::between([start, bar.top], [end, bar.bottom]),
            };
            (cell, (from + to) / 2.0)
        });
        self.write(shades.cells(cells.collect()));
        let outline = Colour::Ink.width(1.0).opacity(0.6);
        let corners = [[bar.left, bar.top], [bar.right, bar.bottom]].map(|p| self.world(p));
        self.rectangle(corners[0], corners[1], 0.0, outline);
        let mut ticks = Vec::new();
        let step = nice_step(low, high, at_most);
        for value in step.map_or(Vec::new(), |step| multiples(low, high, step)) {
            let at = scale.page(value);
            let (from, direction) = match upright {
                true => ([bar.right, at], [1.0, 0.0]),
                false => ([at, bar.bottom], [0.0, 1.0]),
            };
            ticks.push(vec![from, [0, 1].map(|k| from[k] + 4.0 * direction[k])]);
            self.write_axis(Label::new(decimal(value)).size(TICK), from, direction);
        }
        self.strokes(ticks, outline);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_runs_from_the_page_to_the_full_colour() {
        let shades = Shades::sequential(2.0, 4.0);
        for (value, opacity) in [(2.0, 0.0), (3.0, 0.45), (4.0, 0.9), (9.0, 0.9), (0.0, 0.0)] {
            assert_eq!(shades.shade(value), Some((Colour::One, opacity)));
        }
        assert_eq!(shades.for_numbers().shade(4.0), Some((Colour::One, 0.3)));
        assert_eq!(shades.shade(f64::NAN), None);
        let both = Shades::diverging(2.0);
        assert_eq!(both.shade(-2.0), Some((Colour::Two, 0.9)));
        assert!(
            both.is_hatched(-2.0) && !both.is_hatched(2.0),
            "more than colour"
        );
    }
}
