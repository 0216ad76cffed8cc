//! Writes SVG: escaped text, short numbers, elements.

use crate::marks::Stroke;
use crate::words::joined;
use std::cell::Cell;

thread_local! {
    /// Decimals of a coordinate: a screen shows no more, and longer numbers double the file.
    static DECIMALS: Cell<usize> = const { Cell::new(2) };
}

/// Writes coordinates with so many decimals from now on, in this thread: two machines
/// that differ in the last digit of an f64 may round to different hundredths.
pub fn set_decimals(places: usize) {
    DECIMALS.set(places);
}

/// The text with the five characters that XML reserves replaced by entities.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            other => escaped.push(other),
        }
    }
    escaped
}

/// A coordinate with at most two decimals; refused if not finite, which no browser would say.
pub fn number(x: f64) -> String {
    assert!(x.is_finite(), "cannot draw at {x}");
    short(x, DECIMALS.get())
}

/// A number with at most so many decimals, at least 1, and no trailing zeros.
pub fn short(x: f64, places: usize) -> String {
    let fixed = format!("{x:.places$}");
    match fixed.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".into(),
        short => short.into(),
    }
}

/// A list of points as SVG writes it, `1,2 3,4`.
pub fn points(points: &[[f64; 2]]) -> String {
    let points = points.iter().map(|point| joined(point.map(number), ","));
    joined(points, " ")
}

/// Strokes as the data of a path: `M1 2L3 4`, with `H` and `V` where that is all.
pub(crate) fn path(strokes: &[Stroke]) -> String {
    let mut data = String::new();
    for stroke in strokes {
        let mut before: Option<[String; 2]> = None;
        for point in &stroke.points {
            let [x, y] = point.map(number);
            let command: [&str; 4] = match &before {
                None => ["M", &x, " ", &y],
                Some([_, same]) if *same == y => ["H", &x, "", ""],
                Some([same, _]) if *same == x => ["V", &y, "", ""],
                Some(_) => ["L", &x, " ", &y],
            };
            data.extend(command);
            before = Some([x, y]);
        }
        data += if stroke.closed { "Z" } else { "" };
    }
    data
}

/// An SVG element, written as it grows: first its attributes, then what it holds.
/// It is a pointer, since it goes from hand to hand.
#[derive(Clone, Debug)]
pub struct Element(Box<Growing>);

#[derive(Clone, Debug)]
struct Growing {
    name: &'static str,
    /// What is written, without its end.
    text: String,
    is_empty: bool,
}

impl Element {
    /// An element without attributes or content.
    pub fn new(name: &'static str) -> Self {
        Element(Box::new(Growing {
            name,
            text: String::from("<") + name,
            is_empty: true,
        }))
    }

    /// An element through points of the page.
    pub fn through(name: &'static str, at: &[[f64; 2]]) -> Self {
        Element::new(name).with("points", points(at))
    }

    /// The element with one more attribute, whose value is escaped.
    pub fn with(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.0.set(name, value.as_ref());
        self
    }

    /// The element with one more numeric attribute. Panics if `value` is not finite.
    pub fn at(self, name: &str, value: f64) -> Self {
        self.with(name, number(value))
    }

    /// The element with a child element at its end.
    pub fn child(mut self, child: Element) -> Self {
        self.add(child);
        self
    }

    /// Puts a child element at its end.
    pub fn add(&mut self, child: Element) {
        self.0.put(&child.into_svg());
    }

    /// The element with text at its end, which is escaped.
    pub fn text(mut self, text: &str) -> Self {
        self.0.put(&escape(text));
        self
    }

    /// The element as SVG.
    pub fn into_svg(self) -> String {
        let mut growing = *self.0;
        match growing.is_empty {
            true => growing.text += "/>",
            false => growing.text.extend(["</", growing.name, ">"]),
        }
        growing.text
    }
}

impl Growing {
    fn set(&mut self, name: &str, value: &str) {
        debug_assert!(self.is_empty, "{name} after what {} holds", self.name);
        self.text.extend([" ", name, "=\"", &escape(value), "\""]);
    }

    /// One drawn element a line, never a blank line, which would end an HTML block
    /// in Markdown. White space between the spans of a text would be drawn.
    fn put(&mut self, inside: &str) {
        let between = match self.name {
            "svg" | "g" => "\n",
            _ => "",
        };
        if self.is_empty {
            self.text.extend([">", between]);
            self.is_empty = false;
        }
        self.text.extend([inside, between]);
    }
}
