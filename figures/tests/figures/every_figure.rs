//! What every figure of the book keeps to.

use crate::support;
use figures::{Entry, Figure, Kind, Shown, all, moving};
use roxmltree::Document;
use std::collections::HashSet;
use std::path::Path;

/// Checks each figure with its parsed SVG.
fn each(check: impl Fn(&Figure, &Document<'_>)) {
    let figures = all();
    assert!(!figures.is_empty());
    for Entry { figure, .. } in figures {
        parsed(&figure, &check);
    }
}

/// Checks each figure, and those that move also at the ends of their ranges and
/// in many places between.
fn each_everywhere(check: impl Fn(&Figure, &Document<'_>)) {
    each(&check);
    for moving in moving() {
        let places = moving.tour(100);
        assert!(places.len() > 100, "{}", moving.id);
        for values in places {
            parsed(&moving.at(&values).figure, &check);
        }
    }
}

fn parsed(figure: &Figure, check: impl Fn(&Figure, &Document<'_>)) {
    let svg = figure.svg();
    let document = Document::parse(&svg).unwrap_or_else(|e| panic!("{}: {e}", figure.id));
    check(figure, &document);
}

fn view_box(document: &Document<'_>) -> [f64; 2] {
    let text = document.root_element().attribute("viewBox");
    match support::numbers(text.expect("a viewBox")).as_slice() {
        &[0.0, 0.0, width, height] => [width, height],
        other => panic!("viewBox is {other:?}"),
    }
}

#[test]
fn every_figure_has_a_title_and_says_what_is_seen() {
    each_everywhere(|figure, document| {
        let id = figure.id;
        assert!(!figure.title.trim().is_empty(), "{id}");
        assert!(
            figure.description.len() > 100,
            "{id}: {}",
            figure.description
        );
        let svg = document.root_element();
        assert_eq!(svg.attribute("role"), Some("img"), "{id}");
        assert_eq!(svg.attribute("class"), Some("figure"), "{id}");
        let labels = svg.attribute("aria-labelledby").expect("labels");
        assert_eq!(labels, format!("{id}-title {id}-desc"));
        for (name, text) in [("title", &figure.title), ("desc", &figure.description)] {
            let element = svg.children().find(|node| node.has_tag_name(name));
            let element = element.unwrap_or_else(|| panic!("{id} has no {name}"));
            assert_eq!(element.attribute("id"), Some(&*format!("{id}-{name}")));
            assert_eq!(element.text(), Some(text.as_str()));
        }
    });
}

#[test]
fn a_page_may_hold_every_figure() {
    let mut ids = HashSet::new();
    each(|figure, _| {
        assert!(figure.id.split('-').all(|word| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        }));
    });
    for Entry { figure, .. } in all() {
        let svg = figure.svg();
        let document = Document::parse(&svg).expect("well-formed XML");
        for id in document
            .descendants()
            .filter_map(|node| node.attribute("id"))
        {
            assert!(id.starts_with(&format!("{}-", figure.id)), "{id}");
            assert!(ids.insert(id.to_string()), "{id} stands twice");
        }
        // Markdown ends a block of HTML there.
        assert!(
            svg.lines().all(|line| !line.trim().is_empty()),
            "{}",
            figure.id
        );
    }
}

#[test]
fn a_figure_is_the_function_of_its_name_in_its_source() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    each(|figure, _| {
        let source = std::fs::read_to_string(root.join(figure.source))
            .unwrap_or_else(|e| panic!("{}: {e}", figure.source));
        let head = format!("pub fn {}() -> ", figure.id.replace('-', "_"));
        let kinds = ["Figure", "Moving"].map(|kind| source.contains(&format!("{head}{kind} ")));
        assert!(kinds[0] != kinds[1], "{} has no {head}", figure.source);
    });
}

#[test]
fn a_figure_is_drawn_the_same_each_time() {
    for (once, again) in all().iter().zip(&all()) {
        assert_eq!(once.figure.svg(), again.figure.svg());
    }
}

#[test]
fn everything_is_drawn_within_the_view_box() {
    each_everywhere(|figure, document| {
        let [width, height] = view_box(document);
        for node in document.descendants().filter(|node| node.is_element()) {
            for [x, y] in support::drawn(node) {
                assert!(
                    (0.0..=width).contains(&x) && (0.0..=height).contains(&y),
                    "{}: {node:?} at {x}, {y} of {width} x {height}",
                    figure.id
                );
            }
        }
    });
}

#[test]
fn labels_are_within_the_view_box_and_clear_of_each_other() {
    each(|figure, document| {
        let [width, height] = view_box(document);
        let texts: Vec<_> = document
            .descendants()
            // A rim is a text of its own below the letters.
            .filter(|node| node.has_tag_name("text") && node.attribute("fill") != Some("none"))
            .map(|node| (support::letters(node), support::room(node)))
            .collect();
        for (k, (label, [left, top, right, bottom])) in texts.iter().enumerate() {
            assert!(
                *left >= 0.0 && *top >= 0.0 && *right <= width && *bottom <= height,
                "{}: '{label}' leaves the figure: {left} {top} {right} {bottom}",
                figure.id
            );
            for (other, room) in &texts[..k] {
                let apart =
                    room[0] >= *right || room[2] <= *left || room[1] >= *bottom || room[3] <= *top;
                assert!(apart, "{}: '{label}' lies on '{other}'", figure.id);
            }
        }
    });
}

#[test]
fn text_is_legible_on_a_phone() {
    each(|figure, document| {
        let [width, _] = view_box(document);
        for text in document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
        {
            let pixels = support::value(text, "font-size") * 330.0 / width.max(330.0);
            assert!(pixels >= 9.5, "{}: {pixels} px", figure.id);
        }
    });
}

#[test]
fn a_figure_is_light_enough_to_redraw() {
    each_everywhere(|figure, document| {
        let elements = document.descendants().filter(|node| node.is_element());
        let (count, bytes) = (elements.count(), figure.svg().len());
        assert!(count < 400, "{}: {count} elements", figure.id);
        assert!(bytes < 40_000, "{}: {bytes} bytes", figure.id);
    });
}

#[test]
fn colours_are_those_of_the_theme() {
    let theme = |colour: &str| {
        colour == "none"
            || colour == "currentColor"
            || (colour.starts_with("var(--figure-") && colour.ends_with(')'))
    };
    each_everywhere(|figure, document| {
        for node in document.descendants().filter(|node| node.is_element()) {
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(name != "style" && name != "color", "{}: {name}", figure.id);
                if name == "fill" || name == "stroke" {
                    assert!(theme(value), "{}: {name}=\"{value}\"", figure.id);
                } else {
                    assert!(!value.contains('#') && !value.contains("rgb"), "{value}");
                }
            }
        }
    });
}

#[test]
fn numbers_are_finite_and_have_at_most_two_decimals() {
    each_everywhere(|figure, document| {
        for node in document.descendants().filter(|node| node.is_element()) {
            for attribute in node.attributes() {
                let value = attribute.value();
                assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
                // Nothing is drawn with the scale of a handle.
                if attribute.name() == "data-scale" {
                    continue;
                }
                for tail in value.split('.').skip(1) {
                    let decimals = tail.chars().take_while(char::is_ascii_digit).count();
                    // The address of the SVG namespace has dots too.
                    assert!(decimals <= 2, "{}: {value}", figure.id);
                }
            }
        }
        for said in [&figure.title, &figure.description] {
            assert!(!said.contains("NaN"), "{said}");
        }
    });
}

/// The text of all Rust files below a folder of the package.
fn sources(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder:?}: {e}"));
    let text = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path),
            false => std::fs::read_to_string(&path).expect("a Rust file"),
        }
    });
    text.collect()
}

#[test]
fn every_mark_stands_in_the_gallery() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let gallery = sources(&source.join("gallery"));
    let marks = sources(&source.join("marks"));
    // A method that changes a panel draws on it.
    let names: Vec<&str> = marks
        .split("pub fn ")
        .skip(1)
        .filter_map(|item| item.split_once('('))
        .filter(|(_, rest)| rest.trim_start().starts_with("&mut self"))
        .filter_map(|(name, _)| name.split('<').next())
        .collect();
    assert!(names.len() > 25, "{names:?}");
    for name in names {
        assert!(gallery.contains(&format!(".{name}(")), "{name} does not");
    }
}

#[test]
fn a_figure_that_moves_is_drawn_alike_for_what_cannot_be_set() {
    for moving in moving() {
        let first = moving.at_first();
        let dials = moving.dials();
        let of = |value: f64| moving.at(&vec![value; dials.len()]);
        assert_eq!(of(f64::NAN), first, "{}", moving.id);
        for (wild, end) in [
            (f64::INFINITY, 1),
            (1e300, 1),
            (f64::NEG_INFINITY, 0),
            (-1e300, 0),
        ] {
            let ends: Vec<_> = dials.iter().map(|dial| dial.range[end]).collect();
            assert_eq!(of(wild), moving.at(&ends), "{} at {wild}", moving.id);
        }
    }
}

#[test]
fn each_chapter_with_figures_that_move_is_compiled_for_the_browser() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("wasm");
    let read = |file: &Path| {
        let text = std::fs::read_to_string(file);
        text.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    let manifest = read(&package.join("Cargo.toml"));
    for moving in moving() {
        let module = moving.at_first().figure.module();
        let source = read(&package.join("examples").join(module).with_extension("rs"));
        let call = format!("figures_wasm::module!(figures::{module}::moving());");
        assert!(source.contains(&call), "{module}: {source}");
        let example = format!("[[example]]\nname = \"{module}\"\n");
        assert!(manifest.contains(&example), "{module}: {manifest}");
    }
}

#[test]
fn a_figure_moves_with_each_of_its_controls_and_says_so() {
    for moving in moving() {
        let first: Vec<_> = moving.dials().iter().map(|dial| dial.default).collect();
        let before = moving.at_first();
        assert!(before.state.ends_with('.'), "{}", before.state);
        for (k, dial) in moving.dials().iter().enumerate() {
            assert_eq!(dial.clamp(dial.default), dial.default, "{}", moving.id);
            let moved = dial.range.map(|end| {
                let mut values = first.clone();
                values[k] = end;
                moving.at(&values)
            });
            let differs = |of: fn(&Shown) -> &str| moved.iter().any(|now| of(now) != of(&before));
            assert!(differs(|now| &now.figure.description), "{} {k}", moving.id);
            assert!(differs(|now| &now.state), "{} {k}", moving.id);
            let drawn = moved
                .iter()
                .any(|now| now.figure.drawing != before.figure.drawing);
            assert!(drawn, "{} {k}", moving.id);
        }
    }
}

#[test]
fn a_handle_belongs_to_a_point_and_stands_on_it() {
    for moving in moving() {
        for values in moving.tour(20) {
            let svg = moving.at(&values).figure.svg();
            let document = Document::parse(&svg).expect("well-formed XML");
            let mut values = values.iter();
            for control in &moving.controls {
                let set: Vec<f64> = control
                    .dials()
                    .iter()
                    .map(|dial| dial.clamp(*values.next().expect("a value")))
                    .collect();
                let mut handles = document
                    .descendants()
                    .filter(|node| node.attribute("data-parameter") == Some(control.name));
                let Kind::Point { .. } = control.kind else {
                    assert_eq!(handles.count(), 0, "{}", moving.id);
                    continue;
                };
                let handle = handles.next().expect("a handle");
                assert_eq!(handles.count(), 0, "{}", moving.id);
                let scale = support::numbers(handle.attribute("data-scale").expect("a scale"));
                let dot = handle.first_element_child().expect("a dot");
                let [x, y] = support::centre(dot);
                let world = [(x - scale[0]) / scale[2], (y - scale[1]) / scale[3]];
                for (world, set) in world.iter().zip(&set) {
                    assert!((world - set).abs() < 1e-3, "{}: {world} {set}", moving.id);
                }
            }
        }
    }
}
