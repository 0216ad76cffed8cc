//! Figures: functions that draw a frame, some of them from parameters.

use crate::controls::{Control, Dial, Parameters};
use crate::drawing::Drawing;
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

/// What a figure shows, for some parameters if it has any.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The name of the figure, in kebab case; given by [`Figure::at`].
    pub id: &'static str,
    /// A few words, which a screen reader says first.
    pub title: String,
    /// What is to be seen, for a reader who does not see it.
    pub description: String,
    /// One short sentence of what a reader has brought about; empty if the figure stands still.
    pub state: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The file that draws it, from the root of the book.
    pub source: &'static str,
}

impl Frame {
    /// A drawing with its title. Its source is the file where this is called.
    #[track_caller]
    pub fn new(title: impl Into<String>, drawing: impl Into<Drawing>) -> Frame {
        Frame {
            id: "",
            title: title.into(),
            description: String::new(),
            state: String::new(),
            drawing: drawing.into(),
            source: Location::caller().file(),
        }
    }

    /// The frame with a description.
    pub fn describe(mut self, description: impl Into<String>) -> Frame {
        self.description = description.into();
        self
    }

    /// The frame with the sentence of what a reader has brought about.
    pub fn state(mut self, state: impl Into<String>) -> Frame {
        self.state = state.into();
        self
    }

    /// The frame as one `svg` element, to stand in a page.
    pub fn svg(&self) -> String {
        self.drawing.svg(self.id, &self.title, &self.description)
    }
}

/// Draws a figure for the numbers of all dials.
type DrawNumbers = dyn Fn(&[f64]) -> Frame + Send + Sync;

/// A figure of the book.
#[derive(Clone)]
pub struct Figure {
    /// Its name in kebab case: that of the function that draws it.
    pub id: &'static str,
    /// The chapter that it belongs to, in snake case.
    pub chapter: &'static str,
    /// What can be set, in the order on the page; nothing if it stands still.
    pub controls: Vec<Control>,
    draw: Arc<DrawNumbers>,
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Figure").field(&self.id).finish()
    }
}

/// A function that draws a figure, without parameters or with one struct of [`Parameters`].
pub trait Draw<How>: Send + Sync + 'static {
    /// What makes the controls of its parameters, if it has any.
    const CONTROLS: Option<fn() -> Vec<Control>>;

    /// Draws for the numbers of all dials.
    fn draw(&self, numbers: &[f64]) -> Frame;
}

impl<F: Fn() -> Frame + Send + Sync + 'static> Draw<()> for F {
    const CONTROLS: Option<fn() -> Vec<Control>> = None;

    fn draw(&self, _: &[f64]) -> Frame {
        self()
    }
}

impl<P: Parameters, F: Fn(P) -> Frame + Send + Sync + 'static> Draw<(P,)> for F {
    const CONTROLS: Option<fn() -> Vec<Control>> = Some(P::controls);

    fn draw(&self, numbers: &[f64]) -> Frame {
        self(P::set(&mut numbers.iter().copied()))
    }
}

impl Figure {
    /// The figure of a crate that a function draws; see [`figures!`](crate::figures).
    pub fn new<How, D: Draw<How>>(chapter: &'static str, id: &'static str, draw: D) -> Figure {
        Figure {
            id,
            chapter: chapter.strip_prefix("figures_").unwrap_or(chapter),
            controls: D::CONTROLS.map_or(Vec::new(), |controls| controls()),
            draw: Arc::new(move |numbers| draw.draw(numbers)),
        }
    }

    /// Whether a function has parameters. The compiler knows it, so that a list of
    /// those that have has nothing of the others in it.
    #[doc(hidden)]
    pub fn moves<How, D: Draw<How>>(_: &D) -> bool {
        D::CONTROLS.is_some()
    }

    /// Whether a reader can set anything.
    pub fn is_interactive(&self) -> bool {
        !self.controls.is_empty()
    }

    /// Draws the figure for numbers in the order of the dials, each moved to the nearest
    /// that can be set; what is missing or not a number is as at first.
    pub fn at(&self, values: &[f64]) -> Frame {
        let mut numbers = Vec::new();
        for (place, dial) in self.dials().iter().enumerate() {
            let value = values.get(place).copied();
            numbers.push(dial.clamp(value.unwrap_or(f64::NAN)));
        }
        self.exactly(&numbers)
    }

    /// Draws the figure for numbers that no reader may be able to set.
    pub(crate) fn exactly(&self, numbers: &[f64]) -> Frame {
        let mut frame = (self.draw)(numbers);
        frame.id = self.id;
        frame
    }

    /// Draws the figure as it is at first.
    pub fn at_first(&self) -> Frame {
        self.at(&[])
    }

    /// All scales, in the order of the controls.
    pub fn dials(&self) -> Vec<Dial> {
        let mut dials = Vec::new();
        for control in &self.controls {
            dials.extend(control.dials());
        }
        dials
    }

    /// Places to try: as at first, dials at their ends, together and alone, and `between` all over.
    pub fn tour(&self, between: usize) -> Vec<Vec<f64>> {
        let dials = self.dials();
        if dials.is_empty() {
            return vec![Vec::new()];
        }
        let each = |value: fn(&Dial) -> f64| dials.iter().map(value).collect::<Vec<_>>();
        let first = each(|dial| dial.default);
        let mut tour = vec![first.clone(), each(|d| d.range[0]), each(|d| d.range[1])];
        for (k, dial) in dials.iter().enumerate() {
            for end in dial.range {
                let mut place = first.clone();
                place[k] = end;
                tour.push(place);
            }
        }
        // Multiples of the roots of primes, which fill the ranges evenly.
        let roots = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0].map(f64::sqrt);
        tour.extend((1..=between).map(|k| {
            let place = dials.iter().zip(&roots).map(|(dial, root)| {
                let [low, high] = dial.range;
                dial.clamp(low + (k as f64 * root).fract() * (high - low))
            });
            place.collect()
        }));
        tour
    }
}

/// A name in snake case in kebab case.
#[doc(hidden)]
pub const fn kebab<const N: usize>(name: &str) -> [u8; N] {
    let mut kebab = [0; N];
    let mut k = 0;
    while k < N {
        kebab[k] = match name.as_bytes()[k] {
            b'_' => b'-',
            letter => letter,
        };
        k += 1;
    }
    kebab
}

/// Lists the figures of a chapter by the functions that draw them, at the root of its
/// crate, and tests what every figure keeps to: `figures![vector_addition, unit_balls];`
#[macro_export]
macro_rules! figures {
    (@list $all:literal, $($function:ident),*) => {{
        let mut figures = Vec::new();
        $({
            // The name of the function in kebab case.
            const ID: [u8; stringify!($function).len()] = $crate::kebab(stringify!($function));
            const NAME: &str = match std::str::from_utf8(&ID) {
                Ok(name) => name,
                Err(_) => panic!("a name in ASCII"),
            };
            if $all || $crate::Figure::moves(&$function) {
                figures.push($crate::Figure::new(module_path!(), NAME, $function));
            }
        })*
        figures
    }};
    ($($function:ident),* $(,)?) => {
        /// The figures of this chapter.
        pub fn figures() -> Vec<$crate::Figure> {
            $crate::figures!(@list true, $($function),*)
        }

        /// Those that move, for the browser.
        pub fn interactive() -> Vec<$crate::Figure> {
            $crate::figures!(@list false, $($function),*)
        }

        #[cfg(test)]
        mod every_figure {
            $crate::every_figure!(super::figures(), env!("CARGO_MANIFEST_DIR"));
        }
    };
}
