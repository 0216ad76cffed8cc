//! Between the coordinates of the mathematics and those of the page.

use crate::point::Point;

/// A straight line of numbers laid along a stretch of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The numbers at its two ends.
    pub domain: [f64; 2],
    /// The page coordinates of these ends.
    pub range: [f64; 2],
}

impl Scale {
    /// The scale that takes `domain` to `range`.
    ///
    /// # Panics
    /// If the domain is empty or not finite.
    pub fn new(domain: [f64; 2], range: [f64; 2]) -> Self {
        let [low, high] = domain;
        assert!(
            low < high && (high - low).is_finite(),
            "a scale needs low < high, got {low} and {high}"
        );
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
    /// The area from the upper left corner of the page to a lower right one.
    pub(crate) fn page(right: f64, bottom: f64) -> Area {
        Area::between([0.0, 0.0], [right, bottom])
    }

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
        [
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        ]
    }

    /// Whether it has points in common with another, edges apart.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
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

    /// The area without a margin of that width.
    pub(crate) fn inset(&self, by: f64) -> Area {
        Area {
            left: self.left + by,
            top: self.top + by,
            right: self.right - by,
            bottom: self.bottom - by,
        }
    }

    /// The area elsewhere.
    pub(crate) fn moved(&self, [dx, dy]: [f64; 2]) -> Area {
        Area {
            left: self.left + dx,
            top: self.top + dy,
            right: self.right + dx,
            bottom: self.bottom + dy,
        }
    }
}

/// Two scales at right angles over an area of the page; the world's y points up,
/// unless it is a sheet for diagrams.
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
    /// The coordinates that spread `x` and `y` over the whole of `area`.
    ///
    /// # Panics
    /// If `x` or `y` is empty or not finite.
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
    if !(span.is_finite() && span > 0.0) || at_most < 2 {
        return None;
    }
    let power = 10f64.powi((span / at_most as f64).log10().floor() as i32);
    if !(power.is_finite() && power > 0.0) {
        return None;
    }
    [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|step| multiples(low, high, *step).len() <= at_most)
}

/// Round numbers between `low` and `high`, both included, at most `at_most`;
/// none for an empty or infinite stretch.
pub fn ticks(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    match nice_step(low, high, at_most) {
        Some(step) => multiples(low, high, step),
        None => Vec::new(),
    }
}

/// The multiples of `step` between `low` and `high`.
pub fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    // 0.1 + 0.2 must not lose the tick at 0.3: the ends give way by a rounding error.
    let slack = 1e-9;
    let first = (low / step - slack).ceil();
    let last = (high / step + slack).floor();
    let count = (last - first + 1.0).clamp(0.0, 1000.0) as usize;
    // `+ 0.0` turns the -0 of a negative range into 0.
    (0..count)
        .map(|k| (first + k as f64) * step + 0.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_ticks(low: f64, high: f64, at_most: usize, expected: &[f64]) {
        let found = ticks(low, high, at_most);
        assert_eq!(
            found.len(),
            expected.len(),
            "{low}..{high}: {found:?} instead of {expected:?}"
        );
        for (tick, expected) in found.iter().zip(expected) {
            let size = (high - low).abs();
            assert!((tick - expected).abs() <= 1e-9 * size, "{found:?}");
        }
    }

    #[test]
    fn ticks_are_round_and_within_the_stretch() {
        assert_ticks(0.0, 10.0, 6, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_ticks(-3.5, 6.0, 10, &[-3., -2., -1., 0., 1., 2., 3., 4., 5., 6.]);
        assert_ticks(0.13, 0.52, 5, &[0.2, 0.3, 0.4, 0.5]);
        assert_ticks(1234.0, 5678.0, 5, &[2000.0, 3000.0, 4000.0, 5000.0]);
        assert_ticks(-2e-7, 2e-7, 5, &[-2e-7, -1e-7, 0.0, 1e-7, 2e-7]);
    }

    #[test]
    fn ticks_keep_an_end_that_rounding_moves() {
        assert_ticks(0.0, 0.1 + 0.2, 4, &[0.0, 0.1, 0.2, 0.3]);
        assert_ticks(0.0, 0.3, 4, &[0.0, 0.1, 0.2, 0.3]);
    }

    #[test]
    fn a_stretch_without_room_has_no_ticks() {
        for (low, high) in [
            (1.0, 1.0),
            (2.0, 1.0),
            (f64::NAN, 1.0),
            (0.0, f64::INFINITY),
            (-f64::MAX, f64::MAX),
            (0.0, f64::MIN_POSITIVE / 4.0),
        ] {
            assert_eq!(ticks(low, high, 5), [], "{low}..{high}");
        }
        assert_eq!(ticks(0.0, 1.0, 1), []);
        assert_eq!(ticks(0.0, 1.0, 0), []);
    }

    #[test]
    fn the_number_of_ticks_is_kept_within_its_bound() {
        for hundredth in 1..2000 {
            let high = f64::from(hundredth) / 100.0;
            for at_most in 2..9 {
                let found = ticks(-0.37, high, at_most);
                assert!(found.len() <= at_most, "{high}, {at_most}: {found:?}");
                assert!(found.iter().all(|t| (-0.38..=high + 1e-6).contains(t)));
            }
        }
    }

    #[test]
    fn zero_is_never_written_as_minus_zero() {
        let ticks = ticks(-1.0, 1.0, 5);
        assert!(ticks.iter().all(|t| *t != 0.0 || t.is_sign_positive()));
        assert!(multiples(-0.1, 0.4, 1.0)[0].is_sign_positive());
    }

    #[test]
    fn world_undoes_page() {
        let area = Area {
            left: 40.0,
            top: 10.0,
            right: 500.0,
            bottom: 300.0,
        };
        let frame = Coordinates::new(area, [-2.0, 5.0], [0.5, 0.9]);
        assert_eq!(frame.page([-2.0, 0.5]), [40.0, 300.0]);
        assert_eq!(frame.page([5.0, 0.9]), [500.0, 10.0]);
        let [x, y] = frame.world(frame.page([1.3, 0.77]));
        assert!((x - 1.3).abs() < 1e-12 && (y - 0.77).abs() < 1e-12);
    }

    #[test]
    #[should_panic(expected = "low < high, got 3 and 3")]
    fn a_scale_without_extent_is_refused() {
        Scale::new([3.0, 3.0], [0.0, 1.0]);
    }
}
