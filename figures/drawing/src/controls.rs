//! The controls with which a reader sets the parameters of a figure, and the
//! parameters as they are set.

use crate::point::Point;

/// What a reader can set, with its name in the code and its label on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The name of the parameter.
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
        /// The numbers that can be chosen.
        dial: Dial,
        /// What is counted, with the space before it: `" °"`, or nothing.
        unit: &'static str,
    },
    /// A point of the plane that can be dragged; see [`Panel::handle`](crate::Panel::handle).
    Point {
        /// The numbers that each coordinate can be.
        dials: [Dial; 2],
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

impl Kind {
    /// A number from `range`, at first `default`, in steps.
    pub const fn slider(range: [f64; 2], step: f64, default: f64) -> Self {
        let dial = Dial::new(range, step, default);
        Kind::Slider { dial, unit: "" }
    }

    /// The slider with a unit behind its number. Other kinds have none.
    pub fn unit(mut self, with: &'static str) -> Self {
        if let Kind::Slider { unit, .. } = &mut self {
            *unit = with;
        }
        self
    }

    /// A point with each coordinate from its range, in steps.
    pub fn point(ranges: [[f64; 2]; 2], step: f64, default: [f64; 2]) -> Self {
        let dials = [0, 1].map(|k| Dial::new(ranges[k], step, default[k]));
        Kind::Point { dials }
    }

    /// One of `options`, at first the first.
    pub const fn choice(options: &'static [&'static str]) -> Self {
        let default = 0;
        Kind::Choice { options, default }
    }

    /// The choice with another option at first. Other kinds stay as they are.
    pub fn first(mut self, option: usize) -> Self {
        if let Kind::Choice { default, .. } = &mut self {
            *default = option;
        }
        self
    }

    /// From 0 to `last` steps, at first `default`.
    pub const fn steps(last: usize, default: usize, per_second: f64) -> Self {
        Kind::Steps {
            last,
            default,
            per_second,
        }
    }
}

impl Control {
    /// Its scales, one for each number that it sets.
    pub fn dials(&self) -> Vec<Dial> {
        let count =
            |last: usize, first: usize| vec![Dial::new([0.0, last as f64], 1.0, first as f64)];
        match self.kind {
            Kind::Slider { dial, .. } => vec![dial],
            Kind::Point { dials } => dials.to_vec(),
            Kind::Choice { options, default } => count(options.len() - 1, default),
            Kind::Steps { last, default, .. } => count(last, default),
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
    const fn new(range: [f64; 2], step: f64, default: f64) -> Dial {
        Dial {
            range,
            step,
            default,
        }
    }

    /// The nearest number that can be set; the default for what is no number.
    pub fn clamp(&self, value: f64) -> f64 {
        let [low, high] = self.range;
        if value.is_nan() {
            return self.default;
        }
        let steps = ((value.max(low).min(high) - low) / self.step).round();
        // Few digits where the step has few: 0.1 and not 0.1 and a bit.
        let value = ((low + steps * self.step) * MILLION).round() / MILLION;
        value.max(low).min(high)
    }
}

/// A step may have six decimals.
const MILLION: f64 = 1e6;

/// A point that a reader drags, with the name of its control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// Its control.
    pub control: &'static str,
    /// Where it is.
    pub at: [f64; 2],
}

impl Point for Handle {
    fn xy(&self) -> [f64; 2] {
        self.at
    }
}

/// The next number, for a dial; there is one for each.
#[doc(hidden)]
pub fn next(numbers: &mut dyn Iterator<Item = f64>) -> f64 {
    numbers.next().expect("a number for each dial")
}

/// The parameters of a figure; [`parameters!`](crate::parameters) makes them.
pub trait Parameters {
    /// The controls that set them, in the order on the page.
    fn controls() -> Vec<Control>;

    /// The parameters for the numbers of all dials.
    fn set(numbers: &mut dyn Iterator<Item = f64>) -> Self;
}

/// Declares the parameters of a figure, each with the control that sets it, by its label
/// and what its [`Kind`](crate::Kind) takes. A `slider` sets an `f64`, a `point` a
/// [`Handle`](crate::Handle), a `choice` its place, `steps` their count.
///
/// ```
/// drawing::parameters! {
///     /// A vector and its multiple.
///     pub struct Multiple {
///         v: point("$*v*$", [[-2.0, 2.0]; 2], 0.5, [1.0, 0.5]),
///         c: slider("$c$", [-2.0, 2.0], 0.5, 1.5),
///     }
/// }
/// let at = Multiple::default();
/// assert_eq!((at.v.at, at.c), ([1.0, 0.5], 1.5));
/// ```
#[macro_export]
macro_rules! parameters {
    (
        $(#[$about:meta])*
        $visible:vis struct $name:ident {
            $($field:ident: $kind:ident($label:expr, $($given:expr),* $(,)?) $(.$further:ident($more:expr))*),* $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        $visible struct $name {
            $(
                #[doc = concat!("Set by the control `", stringify!($field), "`.")]
                pub $field: $crate::parameters!(@type $kind)
            ),*
        }

        impl $crate::Parameters for $name {
            fn controls() -> Vec<$crate::Control> {
                vec![$($crate::Control {
                    name: stringify!($field),
                    label: $label,
                    kind: $crate::Kind::$kind($($given),*)$(.$further($more))*,
                }),*]
            }

            fn set(numbers: &mut dyn Iterator<Item = f64>) -> Self {
                $name {
                    $($field: $crate::parameters!(@take $kind $field numbers)),*
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                let controls = <$name as $crate::Parameters>::controls();
                let dials = controls.iter().flat_map($crate::Control::dials);
                $crate::Parameters::set(&mut dials.map(|dial| dial.default))
            }
        }
    };
    (@type slider) => { f64 };
    (@type point) => { $crate::Handle };
    (@type choice) => { usize };
    (@type steps) => { usize };
    (@take slider $field:ident $numbers:ident) => { $crate::next($numbers) };
    (@take point $field:ident $numbers:ident) => { $crate::Handle {
        control: stringify!($field),
        at: [$crate::next($numbers), $crate::next($numbers)],
    } };
    (@take $count:ident $field:ident $numbers:ident) => { $crate::next($numbers) as usize };
}
