//! What every figure keeps to, for the tests that [`figures!`](crate::figures)
//! adds to a chapter. Each check panics with what it has found.

use crate::controls::Kind;
use crate::figure::{Figure, Frame};
use crate::marks::{Mark, Text};
use crate::panel::Panel;
use crate::point::ORIGIN;
use crate::reference::numbers_apart;
use crate::scale::Area;
use crate::svg::Element;
use crate::text::Label;
use std::collections::BTreeMap;
use std::path::Path;

/// The width of a page's text on a phone in pixels, and the size of small text there.
const PHONE: f64 = 330.0;
const ENLARGED: f64 = 17.7;

/// The width of the usual font, as a part of that of a wide one.
const USUAL: f64 = 0.87;

/// The tests of the figures of a chapter, whose package is in a folder.
#[macro_export]
macro_rules! every_figure {
    ($figures:expr, $folder:expr) => {
        $crate::every_figure!(@each $figures, [
            says_what_is_seen, is_drawn_within_its_edges, has_its_labels_apart,
            keeps_its_size, is_legible_on_a_phone, is_light_and_in_the_colours_of_the_theme,
            answers_to_each_of_its_controls, takes_what_cannot_be_set_for_what_can,
            has_a_handle_on_each_of_its_points, changes_by_a_hair_with_a_hair_of_an_angle,
        ]);

        #[test]
        fn is_the_function_of_its_name() {
            let check = $crate::check::is_the_function_of_its_name;
            $crate::check::each(&$figures, |figure| check(figure, $folder.as_ref()));
        }

        #[test]
        fn is_the_picture_of_its_reference() {
            $crate::reference::compare(&$figures, $folder.as_ref());
        }
    };
    (@each $figures:expr, [$($check:ident),* $(,)?]) => {
        $(
            #[test]
            fn $check() {
                $crate::check::each(&$figures, $crate::check::$check);
            }
        )*
    };
}

/// Tries a check on each figure; the last name that is printed is that of the one that fails.
pub fn each(figures: &[Figure], check: impl Fn(&Figure)) {
    assert!(!figures.is_empty(), "a chapter without figures");
    for figure in figures {
        println!("{}", figure.id);
        check(figure);
    }
}

/// The frames of a figure: at first, at the ends of its ranges and in a hundred places between.
fn everywhere(figure: &Figure, check: impl Fn(&Frame)) {
    for values in figure.tour(100) {
        check(&figure.at(&values));
    }
}

/// All that a reader sees of a frame.
fn seen(frame: &Frame) -> String {
    format!("{} {}", frame.state, frame.svg())
}

/// Each frame has a title, a description, if it moves a sentence, and in its SVG no blank line.
pub fn says_what_is_seen(figure: &Figure) {
    everywhere(figure, |frame| {
        assert!(!frame.title.trim().is_empty(), "it has no title");
        assert!(frame.description.len() > 100, "{}", frame.description);
        for said in [&frame.title, &frame.description, &frame.state] {
            assert!(!said.contains("NaN"), "{said}");
        }
        let is_blank = |line: &str| line.trim().is_empty();
        assert!(!frame.svg().lines().any(is_blank), "it has a blank line");
    });
    let says = figure.at_first().state.ends_with('.');
    assert_eq!(says, figure.is_interactive(), "it says a sentence");
}

/// The source of each figure has a public function of its name.
pub fn is_the_function_of_its_name(figure: &Figure, folder: &Path) {
    let source = folder.join("../..").join(figure.at_first().source);
    let text = std::fs::read_to_string(&source);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", source.display()));
    let head = format!("pub fn {}(", figure.id.replace('-', "_"));
    assert!(text.contains(&head), "{} has no {head}", source.display());
}

/// Nothing is drawn beyond the edges of its panel.
pub fn is_drawn_within_its_edges(figure: &Figure) {
    everywhere(figure, |frame| {
        for panel in frame.drawing.all_panels() {
            let [width, height] = panel.size();
            let is_inside = |[x, y]: [f64; 2]| {
                (-0.01..=width + 0.01).contains(&x) && (-0.01..=height + 0.01).contains(&y)
            };
            for tag in tags(&panel.draw_in(Element::new("g")).into_svg()) {
                let mut outside = drawn(&tag).into_iter().filter(|at| !is_inside(*at));
                let at = outside.next();
                assert!(at.is_none(), "{tag:?} at {at:?} of {width} x {height}");
            }
        }
    });
}

/// What stands below a figure stays where it is, on a desk and on a phone, however it is set.
pub fn keeps_its_size(figure: &Figure) {
    let size = |frame: &Frame| {
        let drawing = &frame.drawing;
        [drawing.width, drawing.height, drawing.on_a_phone().1]
    };
    let first = size(&figure.at_first());
    everywhere(figure, |frame| {
        let now = size(frame);
        let is_same = first.iter().zip(now).all(|(a, b)| (a - b).abs() < 0.01);
        assert!(is_same, "at first {first:?}, then {now:?}");
    });
}

/// The attributes of each element.
fn tags<'a>(svg: &'a str) -> Vec<BTreeMap<&'a str, &'a str>> {
    let tags = svg.split('<').filter_map(|tag| tag.split_once('>'));
    let tags = tags.filter(|(tag, _)| !tag.starts_with('/'));
    let attributes = tags.map(|(tag, _)| {
        let quoted: Vec<&str> = tag.split('"').collect();
        let name = |before: &'a str| before.rsplit(' ').next()?.strip_suffix('=');
        let attribute = |pair: &[&'a str]| Some((name(pair[0])?, pair[1]));
        quoted.chunks_exact(2).filter_map(attribute).collect()
    });
    attributes.collect()
}

/// All points that an element with such attributes draws through.
fn drawn(tag: &BTreeMap<&str, &str>) -> Vec<[f64; 2]> {
    let text = |name: &str| tag.get(name).copied().unwrap_or_default();
    let all = |names: [&str; 4]| numbers(&names.map(text).join(" "));
    if let [x, y, width, height] = all(["x", "y", "width", "height"])[..] {
        return vec![[x, y], [x + width, y + height]];
    }
    if let [x, y, r, _] = all(["cx", "cy", "r", "r"])[..] {
        return vec![[x - r, y - r], [x + r, y + r]];
    }
    let corners = numbers(text("points"));
    if !corners.is_empty() {
        return corners.chunks(2).map(|p| [p[0], p[1]]).collect();
    }
    // M, L, H, V and Z, all absolute.
    let (data, mut at) = (text("d"), [0.0, 0.0]);
    let commands = data.match_indices(|c: char| c.is_ascii_alphabetic());
    let points = commands.map(|(start, command)| {
        let mut rest = data[start + 1..].split(|c: char| c.is_ascii_alphabetic());
        match (command, &numbers(rest.next().unwrap_or_default())[..]) {
            ("M" | "L", &[x, y]) => at = [x, y],
            ("H", &[x]) => at[0] = x,
            ("V", &[y]) => at[1] = y,
            ("Z", []) => {}
            (command, other) => panic!("{command} {other:?} is no command of our paths"),
        }
        at
    });
    points.collect()
}

fn numbers(text: &str) -> Vec<f64> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let number = |word: &str| word.parse().unwrap_or_else(|_| panic!("{word} in {text}"));
    words.map(number).collect()
}

/// The labels with their rooms: on the page, and on a phone, where small text may be larger.
fn rooms(frame: &Frame) -> [Vec<(String, Area)>; 2] {
    let mut rooms = [Vec::new(), Vec::new()];
    for (panel, corner) in frame.drawing.placed() {
        for text in panel.texts() {
            let room = |label: &Label, font| label.room(text.at, text.direction, font);
            let on_page = room(&text.label, 1.0).moved(*corner, 0.0);
            let enlarged = text.label.clone().size(size_on_a_phone(panel, &text));
            let on_phone = room(&enlarged, USUAL).moved(*corner, 1.0);
            rooms[0].push((text.label.plain(), on_page));
            rooms[1].push((text.label.plain(), on_phone));
        }
    }
    rooms
}

/// The size of a text on a phone, in units of its panel.
fn size_on_a_phone(panel: &Panel, text: &Text) -> f64 {
    let least = if panel.is_wide() { ENLARGED } else { 0.0 };
    text.label.height().max(least)
}

/// At first each label is within the figure and clear of the others, on a desk and on a phone.
pub fn has_its_labels_apart(figure: &Figure) {
    let frame = figure.at_first();
    let page = Area::between(ORIGIN, [frame.drawing.width, frame.drawing.height]);
    let mut faults = Vec::new();
    for (rooms, device) in rooms(&frame).into_iter().zip(["on a desk", "on a phone"]) {
        for (k, (label, room)) in rooms.iter().enumerate() {
            if !page.holds(room) {
                faults.push(format!("'{label}' leaves the figure {device}: {room:?}"));
            }
            for (other, _) in rooms[..k].iter().filter(|(_, other)| other.meets(room)) {
                faults.push(format!("'{label}' lies on '{other}' {device}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Below 480 pixels all text is at least 11 pixels high, indices apart.
pub fn is_legible_on_a_phone(figure: &Figure) {
    everywhere(figure, |frame| {
        let (places, _) = frame.drawing.on_a_phone();
        let pixel = PHONE / frame.drawing.width.ceil().max(PHONE);
        for ((panel, _), (_, scale)) in frame.drawing.placed().iter().zip(places) {
            for text in panel.texts() {
                let pixels = size_on_a_phone(panel, &text) * scale * pixel;
                let label = text.label.plain();
                assert!(pixels >= 11.0, "'{label}' is {pixels} pixels high");
            }
        }
    });
}

/// A browser redraws each frame without delay, and its colours are those of the theme.
pub fn is_light_and_in_the_colours_of_the_theme(figure: &Figure) {
    let theme = |colour: &str| {
        let variable = colour.starts_with("var(--figure-") && colour.ends_with(')');
        variable || colour == "none" || colour == "currentColor"
    };
    everywhere(figure, |frame| {
        let svg = frame.svg();
        let (elements, bytes) = (tags(&svg), svg.len());
        assert!(elements.len() < 420, "{} elements", elements.len());
        assert!(bytes < 42_000, "{bytes} bytes");
        for (name, value) in elements.iter().flatten() {
            let is_colour = ["fill", "stroke", "color"].contains(name);
            assert!(!is_colour || theme(value), "{name}=\"{value}\"");
        }
    });
}

/// Each control changes the drawing, the description and the sentence.
pub fn answers_to_each_of_its_controls(figure: &Figure) {
    let (dials, before) = (figure.dials(), figure.at_first());
    let first: Vec<_> = dials.iter().map(|dial| dial.default).collect();
    for (k, dial) in dials.iter().enumerate() {
        assert_eq!(dial.clamp(dial.default), dial.default, "dial {k}");
        let moved = dial.range.map(|end| {
            let mut values = first.clone();
            values[k] = end;
            figure.at(&values)
        });
        let differ = |differs: fn(&Frame, &Frame) -> bool| {
            assert!(moved.iter().any(|now| differs(now, &before)), "dial {k}");
        };
        differ(|now, before| now.description != before.description);
        differ(|now, before| now.state != before.state);
        differ(|now, before| now.drawing.svg("", "", "") != before.drawing.svg("", "", ""));
    }
}

/// What is out of range is moved into it, what is no number is as at first.
pub fn takes_what_cannot_be_set_for_what_can(figure: &Figure) {
    let dials = figure.dials();
    let of = |value: f64| seen(&figure.at(&vec![value; dials.len()]));
    assert_eq!(of(f64::NAN), seen(&figure.at_first()));
    for (end, sign) in [(0, -1.0), (1, 1.0)] {
        let ends: Vec<_> = dials.iter().map(|dial| dial.range[end]).collect();
        for wild in [f64::INFINITY, 1e300].map(|size| sign * size) {
            assert_eq!(of(wild), seen(&figure.at(&ends)), "at {wild}");
        }
    }
}

/// Each point that can be set has one handle, which stands on it.
pub fn has_a_handle_on_each_of_its_points(figure: &Figure) {
    for values in figure.tour(20) {
        let frame = figure.at(&values);
        let handle = |mark: &Mark| match mark {
            Mark::Handle(handle, _) => Some(*handle),
            _ => None,
        };
        let panels = frame.drawing.all_panels().into_iter();
        let mut handles: Vec<_> = panels.flat_map(|panel| panel.each(handle)).collect();
        let mut values = values.into_iter();
        for control in &figure.controls {
            let dials = control.dials().into_iter().zip(values.by_ref());
            let set: Vec<f64> = dials.map(|(dial, value)| dial.clamp(value)).collect();
            if let Kind::Point { .. } = control.kind {
                let of = handles.iter().position(|of| of.control == control.name);
                let of = of.unwrap_or_else(|| panic!("no handle {}", control.name));
                assert_eq!(handles.remove(of).at[..], set);
            }
        }
        assert!(handles.is_empty(), "{handles:?}");
    }
}

/// An angle is drawn through its sine, whose last digits differ from machine to machine. What
/// such a digit decided would be two different pictures.
pub fn changes_by_a_hair_with_a_hair_of_an_angle(figure: &Figure) {
    let is_angle = figure.controls.iter().flat_map(|control| {
        let degrees = matches!(control.kind, Kind::Slider { unit: "°", .. });
        vec![degrees; control.dials().len()]
    });
    let angles = (0..).zip(is_angle).filter(|(_, is)| *is);
    let angles: Vec<usize> = angles.map(|(k, _)| k).collect();
    let places = if angles.is_empty() { 0 } else { 400 };
    for place in figure.tour(places) {
        for &k in &angles {
            let [straight, left, right] = [0.0, 1e-10, -1e-10].map(|by| {
                let mut turned = place.clone();
                turned[k] += by;
                seen(&figure.exactly(&turned))
            });
            for aside in [left, right] {
                // Two decimals are written.
                let apart = numbers_apart(&aside, &straight, 0.0101);
                assert_eq!(apart, None, "at {place:?}");
            }
        }
    }
}
