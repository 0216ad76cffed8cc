//! Each check of figures that move finds the fault that is planted in a page
//! with one, and nothing in the page as it is. The page has the book's own
//! scripts and styles; only what they call is made up.

use super::cases::Case;
use super::chrome::Browser;
use super::figures::{AT_A_DESK, BY_TOUCH, CALMLY, STILL, Trial, Try, problems_of};
use super::server::Server;
use super::tab::{LOOKS, Tab};
use super::{checks, drags, moves, playing};
use book_tests::{assert_none, root, scratch};
use bookbinder::module::packed;
use figures::{Colour, Figure, Frame, Panel, parameters};
use std::fs;
use std::path::PathBuf;

const PAGE: &str = "figure.html";

/// What of the book stands beside the page, and as what.
const BESIDE: [(&str, &str); 3] = [
    ("reader.js", "theme/reader.js"),
    ("figures-planted.js", "theme/figures.js"),
    ("book.css", "theme/book.css"),
];

parameters! {
    struct Planted {
        a: slider("$a$", [-1.0, 2.0], 0.1, 0.5).unit(" °"),
        u: point("$*u*$", [[0.0, 4.0], [0.0, 3.0]], 0.25, [1.0, 2.0]),
        norm: choice("norm", &["1", "2", "∞"]),
        n: steps("steps", 20, 20, 10.0),
    }
}

/// The figure on the page, drawn as it should be.
fn moving() -> Figure {
    Figure::new(
        module_path!(),
        "planted",
        |Planted { a, u, norm, n }: Planted| {
            let said = format!("{a} {} {} {norm} {n}", u.at[0], u.at[1]);
            let mut panel = Panel::window(420.0, [-1.0, 5.0], [-1.0, 4.0]);
            panel.handle(u, Colour::One);
            let frame = Frame::new("Planted", panel).state(format!("{said}."));
            frame.describe(said)
        },
    )
}

/// Writes the page, and what stands beside it, with something changed.
fn plant(test: &str, (file, old, new): (&str, &str, &str)) -> PathBuf {
    let folder = scratch("browser").join("planted").join(test);
    let write = |name: &str, text: &str, [mark, put]: [&str; 2]| {
        let changed = match name == file {
            true => {
                assert!(text.contains(old), "{old:?} is not in {file}");
                text.replacen(old, new, 1)
            }
            false => text.to_owned(),
        };
        let text = changed.replacen(mark, put, 1);
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(name), text));
        written.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    };
    let picture = moving().at_first().svg().replace('\n', " ");
    let page = include_str!("planted-figure.html");
    write(PAGE, page, ["the picture", &picture]);
    for (name, source) in BESIDE {
        let text = fs::read_to_string(root().join(source));
        let text = text.unwrap_or_else(|error| panic!("{source}: {error}"));
        // Nobody looks at what it holds.
        let module = packed(b"compiled").expect("memory for it");
        let module = format!("{module:?}");
        write(name, &text, ["\"the compiled figures\"", &module]);
    }
    folder
}

/// The figure beside it, which another script moves, is let alone.
fn neighbour(tab: &Tab, moving: &Figure) -> Vec<String> {
    let mut problems = moves::reset(tab, moving);
    let title: String =
        tab.evaluate("document.querySelector('#neighbour title')?.textContent ?? ''");
    if title != "As it was" {
        problems.push("the neighbour is drawn anew".into());
    }
    problems
}

fn found(
    test: &str,
    change: (&str, &str, &str),
    trial: &Trial<'_>,
    patience: usize,
) -> Vec<String> {
    let Some(browser) = Browser::shared() else {
        return Vec::new();
    };
    let server = Server::start(&plant(test, change), "/");
    let case = Case {
        page: PAGE.to_owned(),
        moving: moving(),
    };
    problems_of(&browser, &server.url, &case, trial, patience)
}

#[test]
fn nothing_is_found_in_a_sound_figure() {
    let [scripts, paper, module] = &STILL;
    let beside = &Trial {
        tries: &[neighbour],
        ..AT_A_DESK
    };
    for trial in [
        &AT_A_DESK, &BY_TOUCH, &CALMLY, scripts, paper, module, beside,
    ] {
        assert_none(&found("sound-figure", ("", "", ""), trial, LOOKS));
    }
}

/// A fault: who meets it, doing what; in which file what is changed; and what
/// is said.
type Fault<'a> = (&'a Trial<'a>, Try, (&'a str, &'a str, &'a str), &'a str);

#[track_caller]
fn find(test: &str, faults: &[Fault<'_>]) {
    if Browser::shared().is_none() {
        return;
    }
    let mut unnoticed = Vec::new();
    for (trial, check, change, named) in faults {
        let trial = Trial {
            tries: &[*check],
            ..**trial
        };
        // What is waited for never happens, so the wait is short.
        let found = found(test, *change, &trial, 40);
        if !found.iter().any(|problem| problem.contains(named)) {
            unnoticed.push(format!("{change:?}: no {named:?} in {found:?}"));
        }
    }
    assert_none(&unnoticed);
}

#[test]
fn a_figure_that_moves_wrongly_is_found() {
    let (page, script) = (PAGE, "figures-planted.js");
    find(
        "wrong-figure",
        &[
            (
                &AT_A_DESK,
                moves::fields,
                (page, "numbers[1] * dx", "numbers[1] * 1.1 * dx"),
                "the page draws something else",
            ),
            (
                &AT_A_DESK,
                moves::reset,
                (page, "draw() {", "draw() { throw new Error('planted');"),
                "the console says: figure planted",
            ),
            (
                &AT_A_DESK,
                moves::fields,
                (page, "draw() {", "draw() { throw new Error('planted');"),
                "an arrow key in field 0: for",
            ),
            (
                &AT_A_DESK,
                moves::fields,
                (page, "Math.min(Math.max(number, low), high)", "number"),
                "typing 1e300 into field 1: for",
            ),
            (
                &AT_A_DESK,
                drags::mouse,
                (
                    script,
                    "stop();\n            later();\n        }\n        svg.addEvent",
                    "}\n svg.addEvent",
                ),
                "dragging u with the mouse: for",
            ),
            (
                &AT_A_DESK,
                drags::mouse,
                (script, "(world[k] - low)", "1 + (world[k] - low)"),
                "dragging u with the mouse: the fields have",
            ),
            (
                &AT_A_DESK,
                moves::fields,
                (script, "status.textContent = shown.state", ""),
                "the state told is \"0.5 1 2 0 20.\"",
            ),
            (
                &AT_A_DESK,
                moves::fields,
                (script, "output.value = value", "output.title = value"),
                "beside the sliders stands",
            ),
            (
                &AT_A_DESK,
                moves::reset,
                (script, "setTimeout(later)", ""),
                "Reset: for",
            ),
            (
                &AT_A_DESK,
                playing::steps,
                (script, "count.stepUp()", "count.stepUp(2)"),
                "Step from 0: the fields have",
            ),
            (
                &AT_A_DESK,
                playing::steps,
                (script, "play.textContent = \"Pause\"", ""),
                "the button says [\"Play\"] in turn, not [\"Pause\", \"Play\"]",
            ),
            (
                &AT_A_DESK,
                playing::steps,
                (
                    script,
                    "&& playing) {\n                stop();",
                    "&& playing) {\n                play.textContent = 'Play';",
                ),
                "Pause: the fields have",
            ),
            (
                &AT_A_DESK,
                playing::steps,
                (script, "count.value = count.min;", "stop(); return;"),
                "Play does not begin again",
            ),
        ],
    );
}

#[test]
fn a_figure_that_is_in_the_way_is_found() {
    let (page, script, reader, style) = (PAGE, "figures-planted.js", "reader.js", "book.css");
    let [no_scripts, paper, no_module] = &STILL;
    find(
        "bad-figure",
        &[
            (
                &AT_A_DESK,
                moves::untouched,
                (
                    reader,
                    "const touches =",
                    "document.head.append(Object.assign(document.createElement('script'), { src: forms[0].dataset.script }));\n    const touches =",
                ),
                "its script is asked for before a touch",
            ),
            (
                &AT_A_DESK,
                moves::reset,
                (
                    reader,
                    "form.parentElement.removeEventListener(touch, ask)",
                    "0",
                ),
                "its script was asked for",
            ),
            (
                &AT_A_DESK,
                neighbour,
                (script, "`form[data-script=", "`form, [data-script="),
                "the neighbour is drawn anew",
            ),
            (
                &AT_A_DESK,
                neighbour,
                (
                    reader,
                    "document.head.append(script);",
                    "for (const src of [source, 'figures-neighbour.js']) {\n document.head.append(Object.assign(document.createElement('script'), { src }));\n }",
                ),
                "its script was asked for 2 times",
            ),
            (
                &AT_A_DESK,
                drags::mouse,
                (reader, "() => delete form.dataset.held", "() => 0"),
                "dragging u with the mouse: the fields have",
            ),
            (
                &AT_A_DESK,
                drags::mouse,
                (
                    page,
                    "the picture",
                    "the picture<p id=\"lid\" style=\"position: fixed; inset: 0\"></p>",
                ),
                "the handle u cannot be taken hold of, there is <p>#lid",
            ),
            (
                &AT_A_DESK,
                moves::labels,
                (
                    page,
                    "<label for=\"planted-a\"><i class=\"maths\">a</i></label>",
                    "",
                ),
                "<input>#planted-a has no label",
            ),
            (
                &AT_A_DESK,
                moves::labels,
                (page, "<legend><b class=\"maths\">u</b></legend>", ""),
                "<fieldset> in #planted \"(, )\" has no label",
            ),
            (
                &BY_TOUCH,
                |tab, _| checks::overflow(tab),
                (
                    page,
                    "class=\"controls\"",
                    "class=\"controls\" style=\"width: 500px\"",
                ),
                "pixels wide on a screen of 360: <form> in #planted",
            ),
            (
                &BY_TOUCH,
                drags::finger,
                (
                    script,
                    "\"pointermove\", drag",
                    "\"pointermove\", (event) => event.pointerType === \"mouse\" && drag(event)",
                ),
                "dragging u with a finger: the fields have",
            ),
            (
                &BY_TOUCH,
                drags::finger,
                (
                    script,
                    "function drag(event) {",
                    "function drag(event) { scrollBy(0, 9);",
                ),
                "to drag u with a finger scrolls the page",
            ),
            (
                &CALMLY,
                playing::less_motion,
                (script, "play.hidden = true", ""),
                "Play is shown to a reader who wants less motion",
            ),
            (
                &CALMLY,
                playing::less_motion,
                (
                    script,
                    "play.hidden = true",
                    "steps.hidden = true; steps.style.display = 'none'",
                ),
                "Step is not shown",
            ),
            (
                no_scripts,
                moves::still,
                (style, "html:not(.js) .controls { display: none; }", ""),
                "controls are shown that control nothing",
            ),
            (
                paper,
                moves::still,
                (style, "    .controls { display: none; }", ""),
                "controls are shown that control nothing",
            ),
            (
                no_module,
                moves::still,
                (reader, "form.remove()", "0"),
                "controls are shown that control nothing",
            ),
            (
                no_module,
                moves::still,
                (page, "the picture", "<svg width=\"9\" height=\"9\"></svg>"),
                "the page has something else",
            ),
        ],
    );
}
