//! Between the coordinates of the mathematics and those of the page.

use crate::point::{Point, part_of_the_way};
use crate::words::decimal;

/// A straight line of numbers laid along a stretch of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The numbers at its two ends.
    pub domain: [f64; 2],
    /// The page coordinates of these ends.
    pub range: [f64; 2],
}

impl Scale {
    /// The scale that takes `domain` to `range`. Panics if the domain is empty or not finite.
    pub fn new(domain: [f64; 2], range: [f64; 2]) -> Self {
        extent(domain);
        Scale { domain, range }
    }

    /// The page coordinate of `x`.
    pub fn page(&self, x: f64) -> f64 {
        let [low, high] = self.domain;
        let [start, end] = self.range;
        start + (x - low) / (high - low) * (end - start)
    }

    /// The number that stands at a page coordinate; undoes [`Scale::page`].
    pub fn world(&self, at: f64) -> f64 {
        let [low, high] = self.domain;
        let [start, end] = self.range;
        low + (at - start) / (end - start) * (high - low)
    }

    /// How many page units one unit of the domain takes.
    pub fn unit(&self) -> f64 {
        (self.range[1] - self.range[0]).abs() / (self.domain[1] - self.domain[0])
    }
}

/// The length of a range. Panics if it is empty or not finite.
pub fn extent([low, high]: [f64; 2]) -> f64 {
    assert!(
        low < high && (high - low).is_finite(),
        "a range needs low < high, got {} and {}",
        decimal(low),
        decimal(high)
    );
    high - low
}

/// The number at a part of the way through a range, whose ends are exact.
pub fn between([low, high]: [f64; 2], part: f64) -> f64 {
    low * (1.0 - part) + high * part
}

/// The least and the greatest of some numbers.
pub fn span(numbers: impl Iterator<Item = f64>) -> [f64; 2] {
    let none = [f64::INFINITY, f64::NEG_INFINITY];
    numbers.fold(none, |[low, high], z| [low.min(z), high.max(z)])
}

/// A rectangle of the page, y downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// The least x.
    pub left: f64,
    /// The least y.
    pub top: f64,
    /// The greatest x.
    pub right: f64,
    /// The greatest y.
    pub bottom: f64,
}

impl Area {
    /// The area between two opposite corners.
    pub fn between(a: [f64; 2], b: [f64; 2]) -> Area {
        Area {
            left: a[0].min(b[0]),
            top: a[1].min(b[1]),
            right: a[0].max(b[0]),
            bottom: a[1].max(b[1]),
        }
    }

    /// Its width and height.
    pub fn size(&self) -> [f64; 2] {
        [self.right - self.left, self.bottom - self.top]
    }

    /// Its middle.
    pub fn middle(&self) -> [f64; 2] {
        part_of_the_way([self.left, self.top], [self.right, self.bottom], 0.5)
    }

    /// Whether it has points in common with another, edges apart.
    pub fn meets(&self, other: &Area) -> bool {
        let both = self.within(other);
        both.left < both.right && both.top < both.bottom
    }

    /// The part of it inside another; turned inside out if there is none.
    pub(crate) fn within(&self, other: &Area) -> Area {
        Area {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Whether another lies in it, edges included.
    pub(crate) fn holds(&self, other: &Area) -> bool {
        other.within(self) == *other
    }

    /// The area elsewhere, without a margin of that width.
    pub(crate) fn moved(&self, [dx, dy]: [f64; 2], margin: f64) -> Area {
        Area {
            left: self.left + dx + margin,
            top: self.top + dy + margin,
            right: self.right + dx - margin,
            bottom: self.bottom + dy - margin,
        }
    }
}

/// Two scales over an area of the page; y points up, unless it is a sheet for diagrams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// The horizontal scale.
    pub x: Scale,
    /// The vertical scale.
    pub y: Scale,
    /// The part of the page that they cover.
    pub area: Area,
}

impl Coordinates {
    /// The coordinates that spread two ranges over the whole of an area.
    pub fn new(area: Area, x: [f64; 2], y: [f64; 2]) -> Self {
        Coordinates {
            x: Scale::new(x, [area.left, area.right]),
            y: Scale::new(y, [area.bottom, area.top]),
            area,
        }
    }

    /// The page coordinates of a point.
    pub fn page(&self, point: impl Point) -> [f64; 2] {
        let [x, y] = point.xy();
        [self.x.page(x), self.y.page(y)]
    }

    /// The point at page coordinates; undoes [`Coordinates::page`].
    pub fn world(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [self.x.world(x), self.y.world(y)]
    }
}

/// The round step (1, 2 or 5 times a power of ten) with which at most `at_most`
/// multiples fall between `low` and `high`; `None` if there is nothing to divide.
pub fn nice_step(low: f64, high: f64, at_most: usize) -> Option<f64> {
    let span = high - low;
    let power = 10f64.powi((span / at_most as f64).log10().floor() as i32);
    let is_positive = |x: f64| x.is_finite() && x > 0.0;
    if at_most < 2 || !is_positive(span) || !is_positive(power) {
        return None;
    }
    [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|step| multiples(low, high, *step).len() <= at_most)
}

/// At most `at_most` round numbers between `low` and `high`, both included.
pub fn ticks(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let step = nice_step(low, high, at_most);
    step.map_or(Vec::new(), |step| multiples(low, high, step))
}

/// The multiples of `step` between `low` and `high`.
pub fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    // 0.1 + 0.2 must not lose the tick at 0.3: the ends give way by a rounding error.
    let slack = 1e-9;
    let first = (low / step - slack).ceil();
    let last = (high / step + slack).floor();
    let count = (last - first + 1.0).clamp(0.0, 1000.0) as usize;
    (0..count).map(|k| (first + k as f64) * step).collect()
}
