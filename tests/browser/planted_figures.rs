//! Each check of figures that move finds the fault that is planted in a page
//! with one, and nothing in the page as it is. The page has the book's own
//! scripts and styles; only what they call is made up.

use super::figures::{self, LESS_MOTION, WITHOUT_WEBASSEMBLY, printed};
use super::{
    Check, DESKTOP, FigureCheck, PHONE, Visit, WITHOUT_SCRIPTS, checks, drags, moves, playing,
    problems_of,
};
use ::figures::{Colour, Figure, Frame, Panel, parameters};
use book_tests::chromium::Browser;
use book_tests::chromium::tab::{MOST_LOOKS, Tab};
use book_tests::server::Server;
use book_tests::{assert_none, root, scratch};
use bookbinder::module::packed;
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
    let asked = moves::asked(tab);
    if asked.iter().any(|script| script.contains("neighbour")) {
        problems.push("the script of the neighbour is asked for".into());
    }
    problems
}

fn found(
    test: &str,
    change: (&str, &str, &str),
    visit: &Visit<'_>,
    checks: &[FigureCheck],
    most_looks: usize,
) -> Vec<String> {
    let Some(browser) = Browser::shared() else {
        return Vec::new();
    };
    let server = Server::start(&plant(test, change), "/");
    let visit = Visit {
        checks: &[Check::Figures(checks)],
        ..*visit
    };
    problems_of(
        &browser,
        &server.url,
        PAGE,
        &[&moving()],
        &visit,
        most_looks,
    )
}

#[test]
fn nothing_is_found_in_a_sound_figure() {
    let visits: [(&Visit<'_>, &[FigureCheck]); 7] = [
        (&DESKTOP, figures::UNTOUCHED),
        (&DESKTOP, figures::BY_MOUSE_AND_KEYS),
        (&DESKTOP, &[neighbour]),
        (&PHONE, figures::BY_TOUCH),
        (&WITHOUT_SCRIPTS, figures::STILL),
        (&LESS_MOTION, &[playing::less_motion]),
        (&WITHOUT_WEBASSEMBLY, figures::IN_VAIN),
    ];
    for (visit, checks) in visits {
        assert_none(&found(
            "sound-figure",
            ("", "", ""),
            visit,
            checks,
            MOST_LOOKS,
        ));
    }
}

/// A fault: who meets it, doing what; in which file what is changed; and what
/// is said.
type Fault<'a> = (
    &'a Visit<'a>,
    FigureCheck,
    (&'a str, &'a str, &'a str),
    &'a str,
);

#[track_caller]
fn find(test: &str, faults: &[Fault<'_>]) {
    if Browser::shared().is_none() {
        return;
    }
    let mut unnoticed = Vec::new();
    for (visit, check, change, named) in faults {
        // What is waited for never happens, so the wait is short.
        let found = found(test, *change, visit, &[*check], 40);
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
                &DESKTOP,
                moves::fields,
                (page, "numbers[1] * dx", "numbers[1] * 1.1 * dx"),
                "the page draws something else",
            ),
            (
                &DESKTOP,
                moves::reset,
                (page, "draw() {", "draw() { throw new Error('planted');"),
                "the console says: figure planted",
            ),
            (
                &DESKTOP,
                moves::fields,
                (page, "draw() {", "draw() { throw new Error('planted');"),
                "an arrow key in field 0: for",
            ),
            (
                &DESKTOP,
                moves::fields,
                (page, "Math.min(Math.max(number, low), high)", "number"),
                "typing 1e300 into field 1: for",
            ),
            (
                &DESKTOP,
                drags::mouse,
                (
                    script,
                    "stop();\n            later();\n        }\n        svg.addEvent",
                    "}\n svg.addEvent",
                ),
                "dragging u with the mouse: for",
            ),
            (
                &DESKTOP,
                drags::mouse,
                (script, "(world[k] - low)", "1 + (world[k] - low)"),
                "dragging u with the mouse: the fields have",
            ),
            (
                &DESKTOP,
                moves::fields,
                (script, "status.textContent = shown.state", ""),
                "the state told is \"0.5 1 2 0 20.\"",
            ),
            (
                &DESKTOP,
                moves::fields,
                (script, "output.value = value", "output.title = value"),
                "beside the sliders stands",
            ),
            (
                &DESKTOP,
                moves::reset,
                (script, "setTimeout(later)", ""),
                "Reset: for",
            ),
            (
                &DESKTOP,
                playing::steps,
                (script, "count.stepUp()", "count.stepUp(2)"),
                "Step from 0: the fields have",
            ),
            (
                &DESKTOP,
                playing::steps,
                (script, "play.textContent = \"Pause\"", ""),
                "the button says [\"Play\"] in turn, not [\"Pause\", \"Play\"]",
            ),
            (
                &DESKTOP,
                playing::steps,
                (
                    script,
                    "&& playing) {\n                stop();",
                    "&& playing) {\n                play.textContent = 'Play';",
                ),
                "Pause: the fields have",
            ),
            (
                &DESKTOP,
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
    find(
        "bad-figure",
        &[
            (
                &DESKTOP,
                moves::untouched,
                (
                    reader,
                    "const touches =",
                    "document.head.append(Object.assign(document.createElement('script'), { src: forms[0].dataset.script }));\n    const touches =",
                ),
                "its script is asked for before a touch",
            ),
            (
                &DESKTOP,
                moves::reset,
                (
                    reader,
                    "form.parentElement.removeEventListener(touch, ask)",
                    "0",
                ),
                "its script was asked for",
            ),
            (
                &DESKTOP,
                neighbour,
                (script, "`form[data-script=", "`form, [data-script="),
                "the neighbour is drawn anew",
            ),
            (
                &DESKTOP,
                neighbour,
                (
                    reader,
                    "document.head.append(script);",
                    "for (const src of [source, 'figures-neighbour.js']) {\n document.head.append(Object.assign(document.createElement('script'), { src }));\n }",
                ),
                "the script of the neighbour is asked for",
            ),
            (
                &DESKTOP,
                drags::mouse,
                (reader, "() => delete form.dataset.held", "() => 0"),
                "dragging u with the mouse: the fields have",
            ),
            (
                &DESKTOP,
                drags::mouse,
                (
                    page,
                    "the picture",
                    "the picture<p id=\"lid\" style=\"position: fixed; inset: 0\"></p>",
                ),
                "the handle u cannot be taken hold of, there is <p>#lid",
            ),
            (
                &DESKTOP,
                moves::labels,
                (
                    page,
                    "<label for=\"planted-a\"><i class=\"maths\">a</i></label>",
                    "",
                ),
                "<input>#planted-a has no label",
            ),
            (
                &DESKTOP,
                moves::labels,
                (page, "<legend><b class=\"maths\">u</b></legend>", ""),
                "<fieldset> in #planted \"(, )\" has no label",
            ),
            (
                &PHONE,
                |tab, _| checks::overflow(tab),
                (
                    page,
                    "class=\"controls\"",
                    "class=\"controls\" style=\"width: 500px\"",
                ),
                "pixels wide on a screen of 360: <form> in #planted",
            ),
            (
                &PHONE,
                drags::finger,
                (
                    script,
                    "\"pointermove\", drag",
                    "\"pointermove\", (event) => event.pointerType === \"mouse\" && drag(event)",
                ),
                "dragging u with a finger: the fields have",
            ),
            (
                &PHONE,
                drags::finger,
                (
                    script,
                    "function drag(event) {",
                    "function drag(event) { scrollBy(0, 9);",
                ),
                "to drag u with a finger scrolls the page",
            ),
            (
                &LESS_MOTION,
                playing::less_motion,
                (script, "play.hidden = true", ""),
                "Play is shown to a reader who wants less motion",
            ),
            (
                &LESS_MOTION,
                playing::less_motion,
                (
                    script,
                    "play.hidden = true",
                    "steps.hidden = true; steps.style.display = 'none'",
                ),
                "Step is not shown",
            ),
            (
                &WITHOUT_SCRIPTS,
                moves::still,
                (style, "html:not(.js) .controls { display: none; }", ""),
                "controls are shown that control nothing",
            ),
            (
                &DESKTOP,
                printed,
                (style, "    .controls,\n", ""),
                "controls are shown that control nothing",
            ),
            (
                &WITHOUT_WEBASSEMBLY,
                moves::still,
                (reader, "form.remove()", "0"),
                "controls are shown that control nothing",
            ),
            (
                &WITHOUT_WEBASSEMBLY,
                moves::still,
                (page, "the picture", "<svg width=\"9\" height=\"9\"></svg>"),
                "the page has something else",
            ),
        ],
    );
}
