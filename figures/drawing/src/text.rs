//! Labels: words with pieces of mathematics in them.
//!
//! A label is written as in a page: `length of $*v*_1$`. Between dollar signs
//! single letters are italic, `*v*` is a bold upright vector, `_` and `^` lower
//! and raise the next character or `{group}`, and `-` is a minus sign.

use crate::scale::Area;
use crate::style::Colour;
use crate::svg::{Element, escape, number, short};

/// The usual size of text: 10 pixels where 520 units are shown 330 pixels wide.
pub const SIZE: f64 = 16.0;

/// The size of the numbers along axes.
pub const TICK: f64 = 15.0;

/// The size of labels that carry a figure.
const LARGE: f64 = 18.0;

/// The size of an index, and how far down its baseline is, as parts of the size of its letter.
const INDEX: f64 = 0.75;
const LOWERED: f64 = 0.22;
const RAISED: f64 = -0.36;

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
    pub fn colour(mut self, colour: Colour) -> Self {
        self.colour = Some(colour);
        self
    }

    /// The label in another size, in page units.
    pub fn size(mut self, size: f64) -> Self {
        self.size = size;
        self
    }

    /// The label in the size of what carries a figure.
    pub fn large(self) -> Self {
        self.size(LARGE)
    }

    /// The label at another distance from its point, in page units.
    pub fn gap(mut self, gap: f64) -> Self {
        self.gap = gap;
        self
    }

    /// The label without its halo in the colour of the page, which would show on a filled area.
    pub fn bare(mut self) -> Self {
        self.halo = false;
        self
    }

    /// The label in heavy type, for headings.
    pub fn heavy(mut self) -> Self {
        self.heavy = true;
        self
    }

    /// About the width of the label in page units, by the letter: rather too wide than too narrow.
    pub fn width(&self) -> f64 {
        let width = |run: Run| {
            let letter = if run.face == Face::Words { 0.58 } else { 0.5 };
            letter * run.size() * run.text.chars().count() as f64
        };
        self.size * runs(&self.markup).into_iter().map(width).sum::<f64>()
    }

    /// What it says, without its look: `x₁` of the markup `$x_1$` is `x1`.
    pub fn plain(&self) -> String {
        runs(&self.markup).into_iter().map(|run| run.text).collect()
    }

    /// The number that it says, with a minus sign of either kind.
    pub fn number(&self) -> Option<f64> {
        self.plain().replace('−', "-").parse().ok()
    }

    /// Whether it is in heavy type.
    pub fn is_heavy(&self) -> bool {
        self.heavy
    }

    /// Its size in page units.
    pub fn height(&self) -> f64 {
        self.size
    }

    /// The label as the name of what has a colour: in that colour unless it has its own.
    pub(crate) fn named_for(mut self, colour: Colour) -> Self {
        self.colour.get_or_insert(colour);
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.markup.is_empty()
    }

    /// The anchor, the part of the width before it, and its place on the baseline, beside a point
    /// of the page, in a direction of the page whose length is of no account; none centres it.
    fn set(&self, [x, y]: [f64; 2], [dx, dy]: [f64; 2]) -> (&'static str, f64, [f64; 2]) {
        let length = dx.hypot(dy);
        let [dx, dy] = [dx, dy].map(|d| if length > 0.0 { d / length } else { 0.0 });
        let (anchor, before) = match dx {
            dx if dx > 0.3 => ("start", 0.0),
            dx if dx < -0.3 => ("end", 1.0),
            _ => ("middle", 0.5),
        };
        // Capitals are about 0.7 high: from the baseline above the point to one
        // whose capitals hang below it.
        let baseline = y + self.gap * dy + self.size * 0.35 * (1.0 + dy);
        (anchor, before, [x + self.gap * dx, baseline])
    }

    /// About the room that it takes there, in a font so wide as a part of a wide one.
    pub fn room(&self, at: [f64; 2], direction: [f64; 2], font: f64) -> Area {
        let (_, before, [x, baseline]) = self.set(at, direction);
        let width = font * self.width();
        let (left, top) = (x - before * width, baseline - 0.72 * self.size);
        Area::between([left, top], [left + width, baseline])
    }

    /// The text element there.
    pub(crate) fn beside(&self, at: [f64; 2], direction: [f64; 2]) -> Element {
        let (anchor, _, [x, baseline]) = self.set(at, direction);
        let text = |fill: &str| {
            let mut text = Element::new("text")
                .at("x", x)
                .at("y", baseline)
                .with("text-anchor", anchor)
                .at("font-size", self.size)
                .with("fill", fill);
            if self.size > SMALL {
                text = text.with("style", format!("--size: {}px", number(self.size)));
            }
            if self.heavy {
                text = text.with("font-weight", "bold");
            }
            text
        };
        // It keeps lines off the letters.
        let halo = |text: Element| {
            text.with("stroke", Colour::Background.css())
                .with("stroke-width", "4")
                .with("stroke-linejoin", "round")
        };
        let runs = runs(&self.markup);
        let fill = self.colour.unwrap_or(Colour::Ink).css();
        match runs.len() {
            _ if !self.halo => spell(&runs, text(fill)),
            0 | 1 => spell(&runs, halo(text(fill)).with("paint-order", "stroke")),
            // Spans are painted one after the other, so that the halo of one would
            // lie on the letters of the one before.
            _ => Element::new("g")
                .child(spell(&runs, halo(text("none"))))
                .child(spell(&runs, text(fill))),
        }
    }
}

/// The text element with the runs in it.
fn spell(runs: &[Run], mut text: Element) -> Element {
    let mut height = 0.0;
    for run in runs {
        text = run.write(text, run.shift - height);
        height = run.shift;
    }
    text
}

/// The width of the widest label.
pub(crate) fn widest<'a>(labels: impl IntoIterator<Item = &'a Label>) -> f64 {
    labels.into_iter().map(Label::width).fold(0.0, f64::max)
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
            LOWERED => format!("<sub>{text}</sub>"),
            RAISED => format!("<sup>{text}</sup>"),
            _ => text,
        }
    });
    pieces.collect()
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Face {
    Words,
    Upright,
    Italic,
    Bold,
}

/// Letters of one face on one baseline.
#[derive(Clone, Debug, PartialEq)]
struct Run {
    text: String,
    face: Face,
    /// How far down the baseline is, as a part of the size.
    shift: f64,
}

impl Run {
    /// The size of its letters, as a part of the size.
    fn size(&self) -> f64 {
        if self.shift == 0.0 { 1.0 } else { INDEX }
    }

    fn write(&self, text: Element, dy: f64) -> Element {
        if self.face == Face::Words && dy == 0.0 {
            return text.text(&self.text);
        }
        let font = |name: &str| Element::new("tspan").with("font-family", name);
        let mut span = match self.face {
            Face::Words => Element::new("tspan"),
            Face::Upright => font("KaTeX_Main, serif"),
            Face::Italic => font("KaTeX_Math, serif").with("font-style", "italic"),
            Face::Bold => font("KaTeX_Main, serif").with("font-weight", "bold"),
        };
        // In parts of the size, whatever that is on a phone.
        let size = self.size();
        if dy != 0.0 {
            span = span.with("dy", short(dy / size, 5) + "em");
        }
        if size != 1.0 {
            span = span.with("font-size", short(100.0 * size, 2) + "%");
        }
        text.child(span.text(&self.text))
    }
}

/// Letters that mathematics sets in italics; ℓ is slanted as it is.
fn is_variable(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('α'..='ω').contains(&letter)
}

/// Takes the markup of a label apart.
fn runs(markup: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut maths, mut bold, mut group) = (false, false, false);
    let mut shift = 0.0;
    for letter in markup.chars() {
        match letter {
            '$' => (maths, bold, shift) = (!maths, false, 0.0),
            '*' if maths => bold = !bold,
            '_' if maths => shift = LOWERED,
            '^' if maths => shift = RAISED,
            '{' if maths => group = true,
            '}' if maths => (group, shift) = (false, 0.0),
            _ => {
                let face = match maths {
                    false => Face::Words,
                    true if bold => Face::Bold,
                    true if is_variable(letter) => Face::Italic,
                    true => Face::Upright,
                };
                let is_minus = maths && letter == '-';
                let letter = if is_minus { '−' } else { letter };
                match runs.last_mut() {
                    Some(run) if run.face == face && run.shift == shift => run.text.push(letter),
                    _ => {
                        let text = letter.into();
                        runs.push(Run { text, face, shift });
                    }
                }
                if !group {
                    shift = 0.0;
                }
            }
        }
    }
    runs
}
