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
    pub const SERIES: [Colour; 6] = [
        Colour::One,
        Colour::Two,
        Colour::Three,
        Colour::Four,
        Colour::Five,
        Colour::Six,
    ];

    /// A solid line of this colour, 2 units wide.
    pub const fn line(self) -> Style {
        Style::line(self)
    }

    /// A filling of an opacity without a line.
    pub const fn area(self, opacity: f64) -> Style {
        Style::area(self, opacity)
    }

    /// A full filling without a line.
    pub const fn full(self) -> Style {
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
        Style::line(colour)
    }
}

/// How something is drawn, begun with a colour, whose line is 2 units wide:
/// `One.width(3.0).dashed()`.
pub trait Look: Into<Style> {
    /// With a line of another width.
    fn width(self, width: f64) -> Style {
        Style {
            width,
            ..self.into()
        }
    }

    /// With dashes.
    fn dashed(self) -> Style {
        Style {
            dash: Dash::Dashed,
            ..self.into()
        }
    }

    /// With dots.
    fn dotted(self) -> Style {
        Style {
            dash: Dash::Dotted,
            ..self.into()
        }
    }

    /// With a line of another opacity.
    fn opacity(self, opacity: f64) -> Style {
        Style {
            opacity,
            ..self.into()
        }
    }

    /// With a filling of an opacity.
    fn filled(self, fill: f64) -> Style {
        Style {
            fill,
            ..self.into()
        }
    }
}

impl Look for Colour {}
impl Look for Style {}
impl Look for &Style {}

impl From<&Style> for Style {
    fn from(style: &Style) -> Self {
        *style
    }
}

impl Style {
    /// A solid line, 2 units wide, without filling.
    pub const fn line(colour: Colour) -> Self {
        Style {
            colour,
            width: 2.0,
            dash: Dash::Solid,
            opacity: 1.0,
            fill: 0.0,
        }
    }

    /// A filling of the given opacity without outline.
    pub const fn area(colour: Colour, opacity: f64) -> Self {
        Style {
            width: 0.0,
            fill: opacity,
            ..Style::line(colour)
        }
    }

    /// The element with this style as attributes.
    pub(crate) fn apply(&self, element: Element) -> Element {
        let mut element = if self.fill > 0.0 {
            let element = element.with("fill", self.colour.css());
            match self.fill {
                1.0 => element,
                fill => element.at("fill-opacity", fill),
            }
        } else {
            element.with("fill", "none")
        };
        if self.width > 0.0 {
            element = element
                .with("stroke", self.colour.css())
                .at("stroke-width", self.width)
                .with("stroke-linejoin", "round");
            if self.opacity < 1.0 {
                element = element.at("stroke-opacity", self.opacity);
            }
            element = match self.dash {
                Dash::Solid => element,
                Dash::Dashed => element.with("stroke-dasharray", "7 5"),
                Dash::Dotted => element
                    .with("stroke-dasharray", "0 6")
                    .with("stroke-linecap", "round"),
            };
        }
        element
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of `#rrggbb`, as WCAG 2.2 defines it.
    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn fallback_colours_are_legible_on_white_and_visible_on_black() {
        for colour in Colour::SERIES {
            let css = colour.css();
            let hex = &css[css.find('#').expect("a fallback")..css.len() - 1];
            let on_white = 1.05 / (luminance(hex) + 0.05);
            let on_black = (luminance(hex) + 0.05) / 0.05;
            assert!(on_white >= 4.5, "{css}: {on_white:.2} on white");
            assert!(on_black >= 3.0, "{css}: {on_black:.2} on black");
        }
    }

    #[test]
    fn a_style_is_written_without_what_it_does_not_need() {
        let line = Colour::Ink.line().apply(Element::new("path"));
        assert_eq!(
            line.to_svg(),
            "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linejoin=\"round\"/>"
        );
        let area = Style::area(Colour::Ink, 0.25).apply(Element::new("path"));
        assert_eq!(
            area.to_svg(),
            "<path fill=\"currentColor\" fill-opacity=\"0.25\"/>"
        );
    }
}
