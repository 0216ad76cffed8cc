//! Colours and strokes.
//!
//! A colour is a CSS variable that the page's theme sets, with a fallback that
//! keeps a contrast of 4.5 to 1 on white.

use crate::svg::Element;
use crate::text::Label;

/// A colour of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The first colour, of the first object in a figure.
    One,
    /// The second colour.
    Two,
    /// The third colour, of what a figure arrives at.
    Three,
    /// The fourth colour.
    Four,
    /// The fifth colour.
    Five,
    /// The sixth colour.
    Six,
    /// The colour of the text around the figure.
    Ink,
    /// The colour of grid lines.
    Grid,
    /// The colour of the page, or nothing where the theme does not say.
    Background,
}

impl Colour {
    /// The six colours that tell objects apart.
    pub const SERIES: [Colour; 6] = {
        use Colour::{Five, Four, One, Six, Three, Two};
        [One, Two, Three, Four, Five, Six]
    };

    /// A solid line of this colour, 2 units wide.
    pub fn line(self) -> Style {
        self.into()
    }

    /// A filling of an opacity without a line.
    pub fn area(self, opacity: f64) -> Style {
        self.width(0.0).filled(opacity)
    }

    /// A full filling without a line.
    pub fn full(self) -> Style {
        self.area(1.0)
    }

    /// A label of this colour.
    pub fn label(self, markup: impl Into<String>) -> Label {
        Label::new(markup).colour(self)
    }

    /// A label of this colour in the size of what carries a figure.
    pub fn name(self, markup: impl Into<String>) -> Label {
        self.label(markup).large()
    }

    /// The CSS value.
    pub fn css(self) -> &'static str {
        match self {
            Colour::One => "var(--figure-1, #1f6fb4)",
            Colour::Two => "var(--figure-2, #b8480a)",
            Colour::Three => "var(--figure-3, #1a7d54)",
            Colour::Four => "var(--figure-4, #94489b)",
            Colour::Five => "var(--figure-5, #8a6800)",
            Colour::Six => "var(--figure-6, #5a6b7b)",
            Colour::Ink => "currentColor",
            Colour::Grid => "var(--figure-grid, #80808055)",
            Colour::Background => "var(--figure-background, none)",
        }
    }
}

/// How a line is broken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Into dashes.
    Dashed,
    /// Into dots.
    Dotted,
}

/// How a shape is drawn: its outline and its filling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The colour of outline and filling.
    pub colour: Colour,
    /// The width of the outline in page units; 0 for none.
    pub width: f64,
    /// How the outline is broken up.
    pub dash: Dash,
    /// How opaque the outline is, from 0 to 1.
    pub opacity: f64,
    /// How opaque the filling is; 0 for none.
    pub fill: f64,
}

impl From<Colour> for Style {
    fn from(colour: Colour) -> Self {
        Style {
            colour,
            width: 2.0,
            dash: Dash::Solid,
            opacity: 1.0,
            fill: 0.0,
        }
    }
}

/// How something is drawn, begun with a colour: `One.width(3.0).dashed()`.
pub trait Look: Into<Style> {
    /// With a line of another width.
    fn width(self, width: f64) -> Style {
        self.into().with(|style| style.width = width)
    }

    /// With dashes.
    fn dashed(self) -> Style {
        self.into().with(|style| style.dash = Dash::Dashed)
    }

    /// With dots.
    fn dotted(self) -> Style {
        self.into().with(|style| style.dash = Dash::Dotted)
    }

    /// With a line of another opacity.
    fn opacity(self, opacity: f64) -> Style {
        self.into().with(|style| style.opacity = opacity)
    }

    /// With a filling of an opacity.
    fn filled(self, fill: f64) -> Style {
        self.into().with(|style| style.fill = fill)
    }
}

impl Look for Colour {}
impl Look for Style {}

impl Style {
    fn with(mut self, change: impl FnOnce(&mut Style)) -> Self {
        change(&mut self);
        self
    }

    /// The element with this style as attributes.
    pub(crate) fn apply(&self, element: Element) -> Element {
        let (colour, filled) = (self.colour.css(), self.fill > 0.0);
        let mut element = element.with("fill", if filled { colour } else { "none" });
        if filled && self.fill < 1.0 {
            element = element.at("fill-opacity", self.fill);
        }
        if self.width <= 0.0 {
            return element;
        }
        element = element
            .with("stroke", colour)
            .at("stroke-width", self.width)
            .with("stroke-linejoin", "round");
        if self.opacity < 1.0 {
            element = element.at("stroke-opacity", self.opacity);
        }
        match self.dash {
            Dash::Solid => element,
            Dash::Dashed => element.with("stroke-dasharray", "7 5"),
            Dash::Dotted => element
                .with("stroke-dasharray", "0 6")
                .with("stroke-linecap", "round"),
        }
    }
}
