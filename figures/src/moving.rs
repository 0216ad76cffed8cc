//! Figures that move: a function from parameters to figures, and the controls
//! with which a reader sets the parameters.

use crate::Figure;

/// What a reader can set, with its name in the code and its label on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The name by which the figure asks for it.
    pub name: &'static str,
    /// What stands beside it, in the markup of a [`Label`](crate::Label).
    pub label: &'static str,
    /// What kind of thing is set.
    pub kind: Kind,
}

/// The kinds of controls.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A number on a line.
    Slider {
        /// From the least number to the greatest.
        range: [f64; 2],
        /// The distance between two numbers that can be chosen.
        step: f64,
        /// The number at first.
        default: f64,
        /// What is counted, with the space before it: `" °"`, or nothing.
        unit: &'static str,
    },
    /// A point of the plane that can be dragged; see
    /// [`Panel::handle`](crate::Panel::handle).
    Point {
        /// The range of each coordinate.
        ranges: [[f64; 2]; 2],
        /// The distance between neighbouring points that can be chosen.
        step: f64,
        /// The point at first.
        default: [f64; 2],
    },
    /// One of several words.
    Choice {
        /// The words.
        options: &'static [&'static str],
        /// The place of the first choice among them.
        default: usize,
    },
    /// The number of steps that something has made, which can also be played.
    Steps {
        /// The greatest number; the least is 0.
        last: usize,
        /// The number at first, and without scripts.
        default: usize,
        /// How many are played a second.
        per_second: f64,
    },
}

impl Control {
    /// A number from `range`, at first `default`, in steps.
    pub const fn slider(
        name: &'static str,
        label: &'static str,
        range: [f64; 2],
        step: f64,
        default: f64,
    ) -> Self {
        let kind = Kind::Slider {
            range,
            step,
            default,
            unit: "",
        };
        Control { name, label, kind }
    }

    /// The slider with a unit behind its number. Other kinds have none.
    pub fn unit(mut self, with: &'static str) -> Self {
        if let Kind::Slider { unit, .. } = &mut self.kind {
            *unit = with;
        }
        self
    }

    /// A point with each coordinate from its range, in steps.
    pub const fn point(
        name: &'static str,
        label: &'static str,
        ranges: [[f64; 2]; 2],
        step: f64,
        default: [f64; 2],
    ) -> Self {
        let kind = Kind::Point {
            ranges,
            step,
            default,
        };
        Control { name, label, kind }
    }

    /// One of `options`, at first the first.
    pub const fn choice(
        name: &'static str,
        label: &'static str,
        options: &'static [&'static str],
    ) -> Self {
        let kind = Kind::Choice {
            options,
            default: 0,
        };
        Control { name, label, kind }
    }

    /// From 0 to `last` steps, at first `default`.
    pub const fn steps(
        name: &'static str,
        label: &'static str,
        last: usize,
        default: usize,
        per_second: f64,
    ) -> Self {
        let kind = Kind::Steps {
            last,
            default,
            per_second,
        };
        Control { name, label, kind }
    }

    /// Its scales, one for each number that it sets.
    pub fn dials(&self) -> Vec<Dial> {
        match self.kind {
            Kind::Slider {
                range,
                step,
                default,
                ..
            } => vec![Dial {
                range,
                step,
                default,
            }],
            Kind::Point {
                ranges,
                step,
                default,
            } => {
                let dial = |k: usize| Dial {
                    range: ranges[k],
                    step,
                    default: default[k],
                };
                vec![dial(0), dial(1)]
            }
            Kind::Choice { options, default } => vec![Dial::count(options.len() - 1, default)],
            Kind::Steps { last, default, .. } => vec![Dial::count(last, default)],
        }
    }
}

/// The numbers that one input can be set to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dial {
    /// The least and the greatest.
    pub range: [f64; 2],
    /// The distance between two of them.
    pub step: f64,
    /// The number at first.
    pub default: f64,
}

impl Dial {
    fn count(last: usize, default: usize) -> Dial {
        Dial {
            range: [0.0, last as f64],
            step: 1.0,
            default: default as f64,
        }
    }

    /// The nearest number that can be set; the default for what is no number.
    pub fn clamp(&self, value: f64) -> f64 {
        let [low, high] = self.range;
        if value.is_nan() {
            return self.default;
        }
        let steps = ((value.clamp(low, high) - low) / self.step).round();
        // Few digits where the step has few: 0.1 and not 0.1 and a bit.
        let places = 10f64.powi(DIGITS);
        let value = ((low + steps * self.step) * places).round() / places;
        value.clamp(low, high)
    }
}

/// How many decimals a step may have.
const DIGITS: i32 = 6;

/// A figure that moves.
#[derive(Clone, Debug)]
pub struct Moving {
    /// The name of the figure, as in [`Figure::id`].
    pub id: &'static str,
    /// What can be set, in the order on the page.
    pub controls: Vec<Control>,
    /// Draws the figure for the parameters.
    pub draw: fn(&Parameters) -> Shown,
}

/// A figure as it is for some parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The figure.
    pub figure: Figure,
    /// One short sentence of what a reader has brought about, in plain text.
    pub state: String,
}

impl Moving {
    /// Draws the figure for numbers from outside, in the order of the controls'
    /// dials. Each is moved to the nearest that can be set; what is missing or
    /// not a number is as at first.
    pub fn at(&self, values: &[f64]) -> Shown {
        (self.draw)(&self.parameters(values))
    }

    /// Draws the figure as it is at first.
    pub fn at_first(&self) -> Shown {
        self.at(&[])
    }

    /// All scales, in the order of the controls.
    pub fn dials(&self) -> Vec<Dial> {
        self.controls.iter().flat_map(Control::dials).collect()
    }

    /// Numbers to try the figure with, the same each time: as at first, all dials
    /// at their ends, each alone at its ends, and `between` places all over.
    pub fn tour(&self, between: usize) -> Vec<Vec<f64>> {
        let dials = self.dials();
        let each = |value: &dyn Fn(&Dial) -> f64| dials.iter().map(value).collect::<Vec<_>>();
        let first = each(&|dial| dial.default);
        let mut tour = vec![first.clone(), each(&|d| d.range[0]), each(&|d| d.range[1])];
        for (k, dial) in dials.iter().enumerate() {
            for end in dial.range {
                let mut place = first.clone();
                place[k] = end;
                tour.push(place);
            }
        }
        // Multiples of the roots of primes, which fill the ranges evenly.
        let primes = (2..).filter(|n| (2..*n).all(|divisor| n % divisor != 0));
        let roots: Vec<f64> = primes
            .map(f64::from)
            .map(f64::sqrt)
            .take(dials.len())
            .collect();
        tour.extend((1..=between).map(|k| {
            let place = dials.iter().zip(&roots).map(|(dial, root)| {
                let [low, high] = dial.range;
                dial.clamp(low + (k as f64 * root).fract() * (high - low))
            });
            place.collect()
        }));
        tour
    }

    fn parameters(&self, values: &[f64]) -> Parameters {
        let mut values = values.iter();
        let mut set = |dial: Dial| {
            let value = values.next().copied();
            dial.clamp(value.unwrap_or(f64::NAN))
        };
        let named = self.controls.iter().map(|control| {
            let dials = control.dials();
            (control.name, dials.into_iter().map(&mut set).collect())
        });
        Parameters(named.collect())
    }
}

/// What a reader has set, by the names of the controls.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters(Vec<(&'static str, Vec<f64>)>);

impl Parameters {
    /// The number of a slider.
    ///
    /// # Panics
    /// If no control has this name, here and below.
    pub fn number(&self, name: &str) -> f64 {
        self.values(name)[0]
    }

    /// The coordinates of a point.
    pub fn point(&self, name: &str) -> [f64; 2] {
        match *self.values(name) {
            [x, y] => [x, y],
            _ => panic!("the control {name:?} is no point"),
        }
    }

    /// The place of what is chosen, or the number of steps.
    pub fn count(&self, name: &str) -> usize {
        // A dial of whole numbers from 0.
        self.number(name) as usize
    }

    fn values(&self, name: &str) -> &[f64] {
        let found = self.0.iter().find(|(of, _)| *of == name);
        let (_, values) = found.unwrap_or_else(|| panic!("no control is called {name:?}"));
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Panel, WIDTH};

    fn moving() -> Moving {
        Moving {
            id: "test",
            controls: vec![
                Control::slider("a", "$a$", [-1.0, 2.0], 0.1, 0.5),
                Control::point("u", "$*u*$", [[0.0, 4.0], [0.0, 3.0]], 0.25, [1.0, 2.0]),
                Control::choice("norm", "norm", &["1", "2", "∞"]),
                Control::steps("steps", "steps", 20, 20, 4.0),
            ],
            draw: |at| Shown {
                figure: Figure {
                    id: "test",
                    title: "Test".into(),
                    description: "A test.".into(),
                    drawing: Panel::plane(WIDTH, [0.0, 1.0], [0.0, 1.0]).into(),
                    source: file!(),
                },
                state: format!(
                    "{} {:?} {} {}",
                    at.number("a"),
                    at.point("u"),
                    at.count("norm"),
                    at.count("steps")
                ),
            },
        }
    }

    #[test]
    fn what_is_not_set_is_as_at_first() {
        assert_eq!(moving().at_first().state, "0.5 [1.0, 2.0] 0 20");
        assert_eq!(moving().at(&[1.0]).state, "1 [1.0, 2.0] 0 20");
        let nothing = [f64::NAN; 5];
        assert_eq!(moving().at(&nothing).state, "0.5 [1.0, 2.0] 0 20");
    }

    #[test]
    fn what_cannot_be_set_is_moved_to_the_nearest_that_can() {
        let high = [f64::INFINITY; 5];
        assert_eq!(moving().at(&high).state, "2 [4.0, 3.0] 2 20");
        let low = [f64::NEG_INFINITY; 5];
        assert_eq!(moving().at(&low).state, "-1 [0.0, 0.0] 0 0");
        let between = [0.3000001, 1.1, 1.9, 1.4, 7.6];
        assert_eq!(moving().at(&between).state, "0.3 [1.0, 2.0] 1 8");
    }

    #[test]
    fn a_tour_comes_to_the_ends_and_between_them() {
        let tour = moving().tour(50);
        assert_eq!(tour.len(), 3 + 2 * 5 + 50);
        for place in &tour {
            let held: Vec<_> = moving()
                .dials()
                .iter()
                .zip(place)
                .map(|(d, v)| d.clamp(*v))
                .collect();
            assert_eq!(&held, place);
        }
        for (k, dial) in moving().dials().iter().enumerate() {
            let mut seen: Vec<_> = tour.iter().map(|place| place[k]).collect();
            seen.sort_by(f64::total_cmp);
            assert_eq!([seen[0], seen[seen.len() - 1]], dial.range);
            seen.dedup();
            assert!(seen.len() > 2, "{dial:?}: {seen:?}");
        }
    }

    /// A text without its numbers, and the numbers.
    fn numbers(text: &str) -> (String, Vec<f64>) {
        let inside = |c: char| c.is_ascii_digit() || ".-−".contains(c);
        let (mut words, mut numbers) = (String::new(), Vec::new());
        for part in text.split_inclusive(|c| !inside(c)) {
            let number = part.trim_end_matches(|c| !inside(c));
            words += &part[number.len()..];
            let number = number.replace('−', "-");
            numbers.extend(number.trim_end_matches('.').parse::<f64>());
        }
        (words, numbers)
    }

    /// The figure with the dial `k` turned by so much, which no reader can do.
    fn turned(moving: &Moving, place: &[f64], k: usize, by: f64) -> Shown {
        let mut parameters = moving.parameters(place);
        let mut numbers = parameters.0.iter_mut().flat_map(|(_, values)| values);
        *numbers.nth(k).expect("a number for each dial") += by;
        (moving.draw)(&parameters)
    }

    /// An angle is drawn through its sine, whose last digits differ from machine
    /// to machine. What such a digit decided would be two different pictures.
    #[test]
    fn a_hair_of_an_angle_changes_a_drawing_by_a_hair() {
        let mut tried = 0;
        for moving in crate::moving() {
            let kinds = moving.controls.iter().flat_map(|control| {
                let degrees = matches!(control.kind, Kind::Slider { unit: "°", .. });
                vec![degrees; control.dials().len()]
            });
            let angles: Vec<usize> = kinds
                .enumerate()
                .filter(|(_, degrees)| *degrees)
                .map(|(k, _)| k)
                .collect();
            let places = if angles.is_empty() { 0 } else { 400 };
            for place in moving.tour(places) {
                for &k in &angles {
                    let [straight, left, right] = [0.0, 1e-10, -1e-10].map(|by| {
                        let Shown { figure, state } = turned(&moving, &place, k, by);
                        numbers(&format!("{state} {}", figure.svg()))
                    });
                    for aside in [left, right] {
                        let at = format!("{} at {place:?}", moving.id);
                        assert_eq!(straight.0, aside.0, "{at}");
                        assert_eq!(straight.1.len(), aside.1.len(), "{at}");
                        for (x, y) in straight.1.iter().zip(&aside.1) {
                            // Two decimals are written.
                            assert!((x - y).abs() < 0.0101, "{at}: {x} or {y}");
                        }
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 4000, "{tried}");
    }

    #[test]
    #[should_panic(expected = "no control is called \"b\"")]
    fn a_misspelt_name_is_an_error() {
        Parameters(Vec::new()).number("b");
    }
}
