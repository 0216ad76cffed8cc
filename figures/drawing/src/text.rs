//! Labels: words with pieces of mathematics in them.
//!
//! A label is written as in a page: `length of $*v*_1$`. Between dollar signs
//! single letters are italic, `*v*` is a bold upright vector, `_` and `^` lower
//! and raise the next character or `{group}`, and `-` is a minus sign.

use crate::point::Point;
use crate::scale::Area;
use crate::style::Colour;
use crate::svg::{Element, escape, number, short};
use mlmath::Matrix;

/// The usual size of text: 10 pixels where 520 units are shown 330 pixels wide.
pub const SIZE: f64 = 16.0;

/// The size of labels that carry a figure.
const LARGE: f64 = 18.0;

/// The size of an index, as a part of that of its letter.
const INDEX: f64 = 0.75;

/// Text up to this size is made larger on a phone where a panel fills its width.
const SMALL: f64 = 17.0;

/// Space between a point and its label, in page units.
const GAP: f64 = 8.0;

/// A piece of text with its look.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    markup: String,
    colour: Option<Colour>,
    size: f64,
    gap: f64,
    halo: bool,
    heavy: bool,
}

impl<T: Into<String>> From<T> for Label {
    fn from(markup: T) -> Self {
        Label {
            markup: markup.into(),
            colour: None,
            size: SIZE,
            gap: GAP,
            halo: true,
            heavy: false,
        }
    }
}

impl Label {
    /// A label in the colour of the text around the figure.
    pub fn new(markup: impl Into<String>) -> Self {
        Label::from(markup)
    }

    /// The label in another colour.
    pub fn colour(self, colour: Colour) -> Self {
        let colour = Some(colour);
        Label { colour, ..self }
    }

    /// The label in another size, in page units.
    pub fn size(self, size: f64) -> Self {
        Label { size, ..self }
    }

    /// The label in the size of what carries a figure.
    pub fn large(self) -> Self {
        self.size(LARGE)
    }

    /// The label at another distance from its point, in page units.
    pub fn gap(self, gap: f64) -> Self {
        Label { gap, ..self }
    }

    /// The label without its halo in the colour of the page, which would show on
    /// a filled area.
    pub fn bare(self) -> Self {
        Label {
            halo: false,
            ..self
        }
    }

    /// The label in heavy type, for headings.
    pub fn heavy(self) -> Self {
        Label {
            heavy: true,
            ..self
        }
    }

    /// About the width of the label in page units, by the letter: rather too
    /// wide than too narrow, whatever font the page has.
    pub fn width(&self) -> f64 {
        let width = |run: Run| {
            let letter = match run.face {
                Face::Words => 0.58,
                _ => 0.5,
            };
            let shrunk = if run.shift == Shift::Base { 1.0 } else { INDEX };
            letter * shrunk * run.text.chars().count() as f64
        };
        self.height() * runs(&self.markup).into_iter().map(width).sum::<f64>()
    }

    /// What it says, without its look: `x₁` of the markup `$x_1$` is `x1`.
    pub fn plain(&self) -> String {
        runs(&self.markup).into_iter().map(|run| run.text).collect()
    }

    /// The number that it says, with a minus sign of either kind.
    pub fn number(&self) -> Option<f64> {
        self.plain().replace('−', "-").parse().ok()
    }

    /// Its colour.
    pub fn in_colour(&self) -> Colour {
        self.colour.unwrap_or(Colour::Ink)
    }

    /// Whether it is in heavy type.
    pub fn is_heavy(&self) -> bool {
        self.heavy
    }

    /// Its size in page units.
    pub fn height(&self) -> f64 {
        self.size
    }

    /// The label as the name of what has a colour: in that colour unless it has
    /// its own.
    pub(crate) fn named_for(self, colour: Colour) -> Self {
        Label {
            colour: self.colour.or(Some(colour)),
            ..self
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.markup.is_empty()
    }

    /// The anchor, x and baseline beside a point of the page, in a direction of
    /// the page (y downwards) whose length is of no account; none centres it.
    fn set(&self, [x, y]: [f64; 2], [dx, dy]: [f64; 2]) -> (&'static str, f64, f64) {
        let length = dx.hypot(dy);
        let [dx, dy] = [dx, dy].map(|d| if length > 0.0 { d / length } else { 0.0 });
        let anchor = match dx {
            dx if dx > 0.3 => "start",
            dx if dx < -0.3 => "end",
            _ => "middle",
        };
        // Capitals are about 0.7 high: from the baseline above the point to one
        // whose capitals hang below it.
        let baseline = y + self.gap * dy + self.height() * 0.35 * (1.0 + dy);
        (anchor, x + self.gap * dx, baseline)
    }

    /// About the room that it takes there, in a font so wide as a part of a wide
    /// one.
    pub fn room(&self, at: [f64; 2], direction: [f64; 2], font: f64) -> Area {
        let (anchor, x, baseline) = self.set(at, direction);
        let width = font * self.width();
        let left = match anchor {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        let top = baseline - 0.72 * self.height();
        Area::between([left, top], [left + width, baseline])
    }

    /// The text element there.
    pub(crate) fn beside(&self, at: [f64; 2], direction: [f64; 2]) -> Element {
        let (anchor, x, baseline) = self.set(at, direction);
        let text = |fill: &str| {
            let text = Element::new("text")
                .at("x", x)
                .at("y", baseline)
                .with("text-anchor", anchor)
                .at("font-size", self.height())
                .with("fill", fill);
            let text = match self.height() > SMALL {
                true => text.with("style", format!("--size: {}px", number(self.height()))),
                false => text,
            };
            match self.heavy {
                true => text.with("font-weight", "bold"),
                false => text,
            }
        };
        // It keeps lines off the letters.
        let halo = |text: Element| {
            text.with("stroke", Colour::Background.css())
                .with("stroke-width", "4")
                .with("stroke-linejoin", "round")
        };
        let runs = runs(&self.markup);
        let fill = self.in_colour().css();
        match (self.halo, runs.len()) {
            (false, _) => self.spell(&runs, text(fill)),
            (true, 0 | 1) => {
                let text = halo(text(fill)).with("paint-order", "stroke");
                self.spell(&runs, text)
            }
            // Spans are painted one after the other, so that the halo of one
            // would lie on the letters of the one before.
            (true, _) => Element::new("g")
                .child(self.spell(&runs, halo(text("none"))))
                .child(self.spell(&runs, text(fill))),
        }
    }

    /// The text element with the runs in it.
    fn spell(&self, runs: &[Run], mut text: Element) -> Element {
        let mut height = 0.0;
        for run in runs {
            let lift = run.shift.lift();
            text = run.write(text, lift - height);
            height = lift;
        }
        text
    }
}

/// A label's markup as HTML, for what stands beside a figure.
pub fn html(markup: &str) -> String {
    let pieces = runs(markup).into_iter().map(|run| {
        let text = escape(&run.text);
        let text = match run.face {
            Face::Words => text,
            Face::Upright => format!("<span class=\"maths\">{text}</span>"),
            Face::Italic => format!("<i class=\"maths\">{text}</i>"),
            Face::Bold => format!("<b class=\"maths\">{text}</b>"),
        };
        match run.shift {
            Shift::Base => text,
            Shift::Lowered => format!("<sub>{text}</sub>"),
            Shift::Raised => format!("<sup>{text}</sup>"),
        }
    });
    pieces.collect()
}

/// A number as a reader expects it: at most two decimals, a true minus sign.
/// What is not finite keeps its name.
pub fn decimal(x: f64) -> String {
    rounded(x, 2)
}

/// A number like [`decimal`], with at most so many decimals.
pub fn rounded(x: f64, places: usize) -> String {
    short(x, places).replace('-', "−")
}

/// A number as a factor behind another: a negative one in brackets, `(−3)`.
pub fn factor(x: f64) -> String {
    if x < 0.0 {
        format!("({})", decimal(x))
    } else {
        decimal(x)
    }
}

/// Things one after the other: `joined(words, " and ")`.
pub fn joined<T: AsRef<str>>(things: impl IntoIterator<Item = T>, between: &str) -> String {
    let mut joined = String::new();
    for (k, thing) in things.into_iter().enumerate() {
        joined += if k > 0 { between } else { "" };
        joined += thing.as_ref();
    }
    joined
}

/// Numbers one after the other, as a reader says them: `4, −3, 0.5`.
pub fn listed<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> String {
    joined(numbers.into_iter().map(|&x| decimal(x)), ", ")
}

/// A point or vector of the plane as a reader expects it: `(4, −3)`.
pub fn pair(point: impl Point) -> String {
    tuple(&point.xy())
}

/// A vector of any length, or a row of a matrix: `(4, −3, 0.5)`.
pub fn tuple<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> String {
    format!("({})", listed(numbers))
}

/// A whole number as an exponent in plain text: `⁻⁵`.
pub fn raised(exponent: impl std::fmt::Display) -> String {
    let raise = |sign: char| {
        let place = "-0123456789".find(sign);
        place.and_then(|place| "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(place))
    };
    exponent.to_string().chars().filter_map(raise).collect()
}

/// The rows of a matrix: `(2, 1) and (0, 1)`.
pub fn rows(matrix: &Matrix) -> String {
    let rows = matrix.rows().into_iter();
    joined(rows.map(|row| tuple(row.iter())), " and ")
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Face {
    Words,
    Upright,
    Italic,
    Bold,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Shift {
    Base,
    Lowered,
    Raised,
}

impl Shift {
    /// How far down the baseline moves, as a part of the size.
    fn lift(self) -> f64 {
        match self {
            Shift::Base => 0.0,
            Shift::Lowered => 0.22,
            Shift::Raised => -0.36,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Run {
    text: String,
    face: Face,
    shift: Shift,
}

impl Run {
    fn write(&self, text: Element, dy: f64) -> Element {
        if self.face == Face::Words && dy == 0.0 {
            return text.text(self.text.as_str());
        }
        let mut span = Element::new("tspan");
        span = match self.face {
            Face::Words => span,
            Face::Upright => span.with("font-family", "KaTeX_Main, serif"),
            Face::Italic => span
                .with("font-family", "KaTeX_Math, serif")
                .with("font-style", "italic"),
            Face::Bold => span
                .with("font-family", "KaTeX_Main, serif")
                .with("font-weight", "bold"),
        };
        // In parts of the size, whatever that is on a phone.
        let shrunk = if self.shift == Shift::Base {
            1.0
        } else {
            INDEX
        };
        if dy != 0.0 {
            span = span.with("dy", format!("{}em", short(dy / shrunk, 5)));
        }
        if shrunk != 1.0 {
            span = span.with("font-size", format!("{}%", short(100.0 * shrunk, 2)));
        }
        text.child(span.text(self.text.as_str()))
    }
}

/// Letters that mathematics sets in italics; ℓ is slanted as it is.
fn is_variable(character: char) -> bool {
    character.is_ascii_alphabetic() || ('α'..='ω').contains(&character)
}

/// Takes the markup of a label apart.
fn runs(markup: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut maths, mut bold, mut group) = (false, false, false);
    let mut shift = Shift::Base;
    for character in markup.chars() {
        match character {
            '$' => (maths, bold, shift) = (!maths, false, Shift::Base),
            '*' if maths => bold = !bold,
            '_' if maths => shift = Shift::Lowered,
            '^' if maths => shift = Shift::Raised,
            '{' if maths => group = true,
            '}' if maths => (group, shift) = (false, Shift::Base),
            _ => {
                let face = match (maths, bold) {
                    (false, _) => Face::Words,
                    (true, true) => Face::Bold,
                    (true, false) if is_variable(character) => Face::Italic,
                    (true, false) => Face::Upright,
                };
                let character = match character {
                    '-' if maths => '−',
                    other => other,
                };
                match runs.last_mut() {
                    Some(run) if run.face == face && run.shift == shift => run.text.push(character),
                    _ => runs.push(Run {
                        text: character.into(),
                        face,
                        shift,
                    }),
                }
                if !group {
                    shift = Shift::Base;
                }
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markup: &str) -> Vec<(String, Face, Shift)> {
        let run = |run: Run| (run.text, run.face, run.shift);
        runs(markup).into_iter().map(run).collect()
    }

    #[test]
    fn words_and_mathematics_are_told_apart() {
        assert_eq!(
            plain("sum $a*u* - 2x_{12}^2$"),
            [
                ("sum ".into(), Face::Words, Shift::Base),
                ("a".into(), Face::Italic, Shift::Base),
                ("u".into(), Face::Bold, Shift::Base),
                (" − 2".into(), Face::Upright, Shift::Base),
                ("x".into(), Face::Italic, Shift::Base),
                ("12".into(), Face::Upright, Shift::Lowered),
                ("2".into(), Face::Upright, Shift::Raised),
            ]
        );
    }

    #[test]
    fn beside_a_figure_a_label_is_html() {
        assert_eq!(
            html("a < $*u*_1$"),
            "a &lt; <b class=\"maths\">u</b><sub><span class=\"maths\">1</span></sub>"
        );
    }

    #[test]
    fn outside_dollar_signs_nothing_is_markup() {
        assert_eq!(
            plain("a_b-c*"),
            [("a_b-c*".into(), Face::Words, Shift::Base)]
        );
    }

    #[test]
    fn the_baseline_returns_after_an_index() {
        let svg = Label::new("$x_1 = 3$")
            .size(20.0)
            .beside([0.0, 0.0], [0.0, 0.0])
            .to_svg();
        assert!(
            svg.contains("dy=\"0.29333em\" font-size=\"75%\">1</tspan>"),
            "{svg}"
        );
        assert!(svg.contains("dy=\"-0.22em\"> = 3</tspan>"), "{svg}");
    }

    #[test]
    fn no_halo_lies_on_a_letter() {
        let svg = |label: &str| Label::new(label).beside([0.0, 0.0], [0.0, 0.0]).to_svg();
        assert!(svg("word").contains("paint-order"));
        let formula = svg("$P(x)$");
        let (halo, letters) = formula.split_at(formula.rfind("<text").expect("a text"));
        assert!(halo.contains("fill=\"none\"") && halo.contains("stroke="));
        assert!(!letters.contains("stroke="), "{letters}");
    }

    #[test]
    fn a_label_grows_away_from_its_point() {
        let at = |direction| Label::new("x").beside([100.0, 100.0], direction).to_svg();
        assert!(at([1.0, 0.0]).contains("x=\"108\" y=\"105.6\" text-anchor=\"start\""));
        assert!(at([-3.0, 0.0]).contains("x=\"92\" y=\"105.6\" text-anchor=\"end\""));
        assert!(at([0.0, -1.0]).contains("x=\"100\" y=\"92\" text-anchor=\"middle\""));
        assert!(at([0.0, 1.0]).contains("x=\"100\" y=\"119.2\" text-anchor=\"middle\""));
    }

    #[test]
    fn the_width_of_a_label_counts_letters_and_not_markup() {
        assert_eq!(Label::new("").width(), 0.0);
        assert_eq!(Label::new("$x_1$").size(10.0).width(), 5.0 + 0.75 * 5.0);
        assert!(Label::new("word").width() < Label::new("words").width());
    }

    #[test]
    fn a_heading_is_set_in_heavy_type() {
        let svg = |label: Label| label.beside([0.0, 0.0], [0.0, 0.0]).to_svg();
        assert!(svg(Label::new("Part").heavy()).contains("font-weight=\"bold\""));
        assert!(!svg(Label::new("Part")).contains("font-weight"));
    }

    #[test]
    fn numbers_for_readers_have_a_true_minus_sign() {
        assert_eq!(decimal(-2.5), "−2.5");
        assert_eq!(pair([4.0, -1.0 / 3.0]), "(4, −0.33)");
        assert_eq!(listed(&[4.0, -3.0, 0.5]), "4, −3, 0.5");
        assert_eq!([raised(-15), raised("28")], ["⁻¹⁵", "²⁸"]);
    }
}
