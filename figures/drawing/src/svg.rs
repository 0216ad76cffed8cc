//! Writes SVG: escaped text, short numbers, elements.

use crate::marks::Stroke;
use std::cell::Cell;
use std::fmt::Write as _;

thread_local! {
    /// Decimals of a coordinate: a hundredth of a unit is below what a screen
    /// shows, and longer numbers double the file.
    static DECIMALS: Cell<usize> = const { Cell::new(2) };
}

/// Writes coordinates with so many decimals from now on, in this thread. Two machines that
/// differ in the last digit of an f64 may round to different hundredths; whoever
/// compares them wants more digits.
pub fn set_decimals(places: usize) {
    DECIMALS.set(places);
}

/// The text with the five characters that XML reserves replaced by entities.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A coordinate with at most two decimals and no trailing zeros.
///
/// # Panics
/// If `x` is not finite: a browser would silently draw nothing.
pub fn number(x: f64) -> String {
    assert!(x.is_finite(), "cannot draw at {x}");
    short(x, DECIMALS.get())
}

/// A number with at most so many decimals, at least 1, and no trailing zeros.
pub fn short(x: f64, places: usize) -> String {
    let fixed = format!("{x:.places$}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".into(),
        short => short.into(),
    }
}

/// A list of points as SVG writes it, `1,2 3,4`.
pub fn points(points: &[[f64; 2]]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|&[x, y]| format!("{},{}", number(x), number(y)))
        .collect();
    pairs.join(" ")
}

/// Strokes as the data of a path: `M1 2L3 4`, with `H` and `V` where that is all.
pub(crate) fn path(strokes: &[Stroke]) -> String {
    let mut data = String::new();
    for stroke in strokes {
        let mut before: Option<[String; 2]> = None;
        for point in &stroke.points {
            let [x, y] = point.map(number);
            data += &match &before {
                None => format!("M{x} {y}"),
                Some([_, same]) if *same == y => format!("H{x}"),
                Some([same, _]) if *same == x => format!("V{y}"),
                Some(_) => format!("L{x} {y}"),
            };
            before = Some([x, y]);
        }
        data += if stroke.closed { "Z" } else { "" };
    }
    data
}

/// An SVG element: its name, its attributes in order, and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An element without attributes or content.
    pub fn new(name: &'static str) -> Self {
        Element {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// The element with one more attribute; the value is escaped when written.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The element with one more numeric attribute.
    ///
    /// # Panics
    /// If `value` is not finite.
    pub fn at(self, name: &'static str, value: f64) -> Self {
        self.with(name, number(value))
    }

    /// The element with a child element at its end.
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The element with child elements at its end.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children
            .extend(children.into_iter().map(Node::Element));
        self
    }

    /// The element with text at its end; it is escaped when written.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(of, _)| *of == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The element and all elements in it.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let inside = self.children.iter().flat_map(|child| match child {
            Node::Element(element) => element.all(),
            Node::Text(_) => Vec::new(),
        });
        [self].into_iter().chain(inside).collect()
    }

    /// All attributes.
    pub(crate) fn attributes(&self) -> &[(&'static str, String)] {
        &self.attributes
    }

    /// The element as SVG, one drawn element a line, never a blank line: a blank
    /// line would end an HTML block in Markdown.
    pub fn to_svg(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        write!(out, "<{}", self.name).expect("a String accepts all text");
        for (name, value) in &self.attributes {
            write!(out, " {name}=\"{}\"", escape(value)).expect("a String accepts all text");
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        // White space between the spans of a text would be drawn.
        let separator = match self.name {
            "svg" | "g" => "\n",
            _ => "",
        };
        out.push_str(separator);
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape(text)),
            }
            out.push_str(separator);
        }
        write!(out, "</{}>", self.name).expect("a String accepts all text");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        for (x, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.004, "0"),
            (1.0, "1"),
            (100.0, "100"),
            (2.5, "2.5"),
            (-1.255, "-1.25"),
            (0.999, "1"),
            (1e7, "10000000"),
        ] {
            assert_eq!(number(x), written);
        }
    }

    #[test]
    #[should_panic(expected = "cannot draw at NaN")]
    fn a_coordinate_that_is_no_number_is_refused() {
        number(f64::NAN);
    }

    #[test]
    fn attributes_and_text_are_escaped() {
        let element = Element::new("text")
            .with("class", "a\"b")
            .text("x < y & 'z' > w");
        assert_eq!(
            element.to_svg(),
            "<text class=\"a&quot;b\">x &lt; y &amp; &#39;z&#39; &gt; w</text>"
        );
    }

    #[test]
    fn spans_of_a_text_touch_and_elements_of_a_group_do_not() {
        let text = Element::new("text")
            .child(Element::new("tspan").text("x"))
            .child(Element::new("tspan").text("1"));
        let group = Element::new("g").child(text);
        assert_eq!(
            group.to_svg(),
            "<g>\n<text><tspan>x</tspan><tspan>1</tspan></text>\n</g>"
        );
    }
}
