//! Reads a drawn figure back from its SVG.

use roxmltree::{Document, Node};

/// A page coordinate has two decimals, a unit is at least 25 of them.
pub const CLOSE: f64 = 1e-3;

/// The figure that a function draws.
pub fn figure(function: &str) -> figures::Figure {
    let id = function.replace('_', "-");
    let found = figures::all().into_iter().find(|figure| figure.id == id);
    found.expect("a figure of this name")
}

/// The panels of a drawing that has several.
pub fn panels<'a, 'input>(document: &'a Document<'input>) -> Vec<Node<'a, 'input>> {
    document
        .root_element()
        .children()
        .filter(|node| node.has_tag_name("g"))
        .collect()
}

/// A rectangle of the page: left, top, right, bottom.
pub type Room = [f64; 4];

/// The number in an attribute.
pub fn value(node: Node<'_, '_>, name: &str) -> f64 {
    let text = node.attribute(name).unwrap_or_else(|| {
        panic!("<{}> has no {name}", node.tag_name().name());
    });
    text.parse().unwrap_or_else(|_| panic!("{name} is {text}"))
}

/// All numbers in a text, such as the data of a path.
pub fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or_else(|_| panic!("{part} in {text}")))
        .collect()
}

/// How far the groups around a node move it.
pub fn shift(node: Node<'_, '_>) -> [f64; 2] {
    node.ancestors()
        .filter_map(|group| group.attribute("transform"))
        .map(|transform| {
            assert!(transform.starts_with("translate("), "{transform}");
            let moved = numbers(transform);
            [moved[0], moved[1]]
        })
        .fold([0.0, 0.0], |[x, y], [dx, dy]| [x + dx, y + dy])
}

/// The corners of a `polygon` or `polyline`, as they stand in its group.
pub fn corners(node: Node<'_, '_>) -> Vec<[f64; 2]> {
    let points = node.attribute("points").expect("a list of points");
    numbers(points).chunks(2).map(|p| [p[0], p[1]]).collect()
}

/// The middle of a marker, as it stands in its group.
pub fn centre(node: Node<'_, '_>) -> [f64; 2] {
    match node.tag_name().name() {
        "circle" => [value(node, "cx"), value(node, "cy")],
        _ => {
            let corners = corners(node);
            let count = corners.len() as f64;
            [0, 1].map(|k| corners.iter().map(|p| p[k]).sum::<f64>() / count)
        }
    }
}

/// All points that an element draws through, on the page.
pub fn drawn(node: Node<'_, '_>) -> Vec<[f64; 2]> {
    let points = match node.tag_name().name() {
        "polygon" | "polyline" => corners(node),
        "circle" => {
            let ([x, y], r) = (centre(node), value(node, "r"));
            vec![[x - r, y - r], [x + r, y + r]]
        }
        "rect" => {
            let [x, y] = ["x", "y"].map(|name| value(node, name));
            vec![
                [x, y],
                [x + value(node, "width"), y + value(node, "height")],
            ]
        }
        "path" => path(node.attribute("d").expect("the data of a path")),
        _ => Vec::new(),
    };
    let [dx, dy] = shift(node);
    points.into_iter().map(|[x, y]| [x + dx, y + dy]).collect()
}

/// The points of a path made of M, L, H, V and Z.
fn path(data: &str) -> Vec<[f64; 2]> {
    let mut points = Vec::new();
    let mut at = [0.0, 0.0];
    let starts: Vec<usize> = data
        .match_indices(|c: char| c.is_ascii_alphabetic())
        .map(|(start, _)| start)
        .chain([data.len()])
        .collect();
    for ends in starts.windows(2) {
        let (command, rest) = data[ends[0]..ends[1]].split_at(1);
        let numbers = numbers(rest);
        match (command, numbers.as_slice()) {
            ("M" | "L", &[x, y]) => at = [x, y],
            ("H", &[x]) => at[0] = x,
            ("V", &[y]) => at[1] = y,
            ("Z", &[]) => continue,
            _ => panic!("{command}{rest} is not a command of our paths"),
        }
        points.push(at);
    }
    points
}

/// The letters of a text, its spans together.
pub fn letters(text: Node<'_, '_>) -> String {
    text.descendants()
        .filter(|part| part.is_text())
        .filter_map(|part| part.text())
        .collect()
}

/// About the room that a text takes on the page, with a wide system font.
pub fn room(text: Node<'_, '_>) -> Room {
    let size = value(text, "font-size");
    let width: f64 = text
        .descendants()
        .filter(|part| part.is_text())
        .map(|part| {
            let span = part.parent().expect("a text node stands in an element");
            let wide = if span.has_attribute("font-family") {
                0.5
            } else {
                0.58
            };
            let size = match span.attribute("font-size") {
                Some(_) => 0.75 * size,
                None => size,
            };
            let characters = part.text().unwrap_or_default().chars().count();
            wide * size * characters as f64
        })
        .sum();
    let [dx, dy] = shift(text);
    let (x, y) = (value(text, "x") + dx, value(text, "y") + dy);
    let left = match text.attribute("text-anchor") {
        Some("start") => x,
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        other => panic!("text-anchor is {other:?}"),
    };
    [left, y - 0.72 * size, left + width, y]
}

/// The coordinates of a panel, read off its tick labels as a reader does.
pub struct Axes {
    x: [[f64; 2]; 2],
    y: [[f64; 2]; 2],
}

impl Axes {
    /// The axes of a panel: the whole figure, or one group of several.
    pub fn of(panel: Node<'_, '_>) -> Axes {
        let ticks: Vec<(f64, Node<'_, '_>)> = panel
            .children()
            // Numbers beside marks are mathematics, in spans.
            .filter(|node| node.has_tag_name("text") && node.first_element_child().is_none())
            .filter_map(|node| Some((letters(node).replace('−', "-").parse().ok()?, node)))
            .collect();
        let ends = |anchor: &str, coordinate: &str| {
            let along: Vec<[f64; 2]> = ticks
                .iter()
                .filter(|(_, node)| node.attribute("text-anchor") == Some(anchor))
                .map(|&(tick, node)| [tick, value(node, coordinate)])
                .collect();
            match along.as_slice() {
                [first, .., last] => [*first, *last],
                _ => panic!("fewer than two ticks: {along:?}"),
            }
        };
        // Letters of size 15 centred at a height stand 0.35 of it lower.
        let drop = 0.35 * 15.0;
        Axes {
            x: ends("middle", "x"),
            y: ends("end", "y").map(|[tick, at]| [tick, at - drop]),
        }
    }

    /// The point of the mathematics that stands at a point of the panel.
    pub fn world(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let along = |[[low, start], [high, end]]: [[f64; 2]; 2], at: f64| {
            low + (at - start) / (end - start) * (high - low)
        };
        [along(self.x, x), along(self.y, y)]
    }
}
