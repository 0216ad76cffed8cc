//! Handles, dragged with the mouse and with a finger.

use super::moves::{ask, now, settles};
use book_tests::checks::site::select;
use book_tests::chromium::tab::Tab;
use figures::{Control, Figure, Kind};
use scraper::Html;
use serde::Deserialize;

/// How far a handle is dragged at least, in pixels.
const FAR: f64 = 24.0;

/// Where in its range a handle is dragged to: the first place that will do.
const PARTS: [[f64; 2]; 10] = [
    [0.5, 0.75],
    [0.75, 0.5],
    [0.3, 0.4],
    [0.6, 0.3],
    [0.9, 0.9],
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.75, 0.25],
    [0.25, 0.75],
];

/// Every handle goes with the mouse that holds it, and only as long.
pub fn mouse(tab: &Tab, moving: &Figure) -> Vec<String> {
    let drag = |drag: &Drag| {
        let Drag { from, to, .. } = *drag;
        tab.mouse("mouseMoved", from, false);
        tab.mouse("mousePressed", from, true);
        drag.follows(tab, moving, |at| tab.mouse("mouseMoved", at, true));
        tab.mouse("mouseReleased", to, true);
        tab.mouse("mouseMoved", from, false);
        // It would take a frame to follow where it should not.
        tab.settle();
        drag.settles(tab, moving, "with the mouse")
    };
    each(tab, moving, drag)
}

/// Every handle goes with a finger, and the page does not go with it.
pub fn finger(tab: &Tab, moving: &Figure) -> Vec<String> {
    let drag = |drag: &Drag| {
        let scrolled = || tab.evaluate::<[f64; 2]>("[scrollX, scrollY]");
        let before = scrolled();
        tab.touch("touchStart", Some(drag.from));
        drag.follows(tab, moving, |at| tab.touch("touchMove", Some(at)));
        tab.touch("touchEnd", None);
        let mut problems = drag.settles(tab, moving, "with a finger");
        if scrolled() != before {
            let (id, name) = (moving.id, &drag.name);
            problems.push(format!(
                "{id}: to drag {name} with a finger scrolls the page"
            ));
        }
        problems
    };
    each(tab, moving, drag)
}

/// Drags each handle, and then once more, when the script is sure to be there.
fn each(tab: &Tab, moving: &Figure, drag: impl Fn(&Drag) -> Vec<String>) -> Vec<String> {
    let mut problems = once(tab, moving, &drag);
    if problems.is_empty() {
        problems = once(tab, moving, &drag);
    }
    problems
}

fn once(tab: &Tab, moving: &Figure, drag: impl Fn(&Drag) -> Vec<String>) -> Vec<String> {
    let mut problems = Vec::new();
    let mut place = 0;
    for control in &moving.controls {
        if let Kind::Point { .. } = control.kind {
            match Drag::plan(tab, moving, control.name, place) {
                Ok(plan) => problems.extend(drag(&plan)),
                Err(problem) => problems.push(format!("{}: {problem}", moving.id)),
            }
        }
        place += control.dials().len();
    }
    problems
}

/// Where a handle is to be taken, in pixels of the window.
struct Drag {
    name: &'static str,
    from: [f64; 2],
    to: [f64; 2],
    /// What the fields are to have then.
    wanted: Vec<f64>,
    slack: f64,
}

impl Drag {
    /// From where the handle is to where it would be for other numbers.
    fn plan(tab: &Tab, moving: &Figure, name: &'static str, place: usize) -> Result<Drag, String> {
        let id = moving.id;
        let [left, top, right, bottom]: [f64; 4] = ask(tab, &format!("frame({id:?})"));
        let middle: Middle = ask(tab, &format!("middle({id:?}, {name:?})"));
        let from = middle.at.ok_or_else(|| {
            let way = middle.way.unwrap_or_default();
            format!("the handle {name} cannot be taken hold of, there is {way}")
        })?;
        let dials = &moving.dials()[place..place + 2];
        let numbers = now(tab, moving).numbers();
        let held = Handle::of(moving, name, &numbers)?;
        // As far from other handles as there is room.
        for (room, parts) in [2.0, 1.2]
            .iter()
            .flat_map(|room| PARTS.map(|parts| (room * FAR, parts)))
        {
            let mut wanted = numbers.clone();
            for (k, dial) in dials.iter().enumerate() {
                let [low, high] = dial.range;
                wanted[place + k] = dial.clamp(low + parts[k] * (high - low));
            }
            let there = Handle::of(moving, name, &wanted)?;
            // The window may be another one there; the hand goes by the one in
            // which it took hold.
            let [x, y] = held.place(&wanted[place..]);
            let to: [f64; 2] = ask(tab, &format!("inWindow({id:?}, {name:?}, {x}, {y})"));
            let far = (to[0] - from[0]).hypot(to[1] - from[1]) > FAR;
            let inside = to[0] > left && to[0] < right && to[1] > top && to[1] < bottom;
            // Nor onto another handle, which would then be in the way.
            let onto = |other: &Control| {
                let is_point = matches!(other.kind, Kind::Point { .. });
                let other = (is_point && other.name != name)
                    .then(|| Handle::of(moving, other.name, &wanted).ok())
                    .flatten();
                other.is_some_and(|Handle { at, .. }| {
                    (at[0] - there.at[0]).hypot(at[1] - there.at[1]) < room
                })
            };
            if !far || !inside || moving.controls.iter().any(onto) {
                continue;
            }
            let (at, found) = (there.at, there.place(&wanted[place..]));
            if (found[0] - at[0]).hypot(found[1] - at[1]) > 1.0 {
                return Err(format!(
                    "for {wanted:?} its handle {name} is drawn at {at:?}, and its scale has it at {found:?}"
                ));
            }
            let corner: [f64; 2] = ask(
                tab,
                &format!("inWindow({id:?}, {name:?}, {}, {y})", x + held.one[0]),
            );
            let pixels = (corner[0] - to[0]).abs();
            let step = dials[0].step.max(dials[1].step);
            let coarse = step * pixels > 4.0;
            let slack = if coarse { 1e-6 } else { step + 2.0 / pixels };
            return Ok(Drag {
                name,
                from,
                to,
                wanted,
                slack,
            });
        }
        Err(format!("there is nowhere to drag the handle {name} to"))
    }

    /// Moves there in a few moves. The script may still be on its way, but a
    /// hand is never quite at rest.
    fn follows(&self, tab: &Tab, moving: &Figure, go: impl Fn([f64; 2])) {
        let [from, to] = [self.from, self.to];
        for part in [0.3, 0.6, 0.9] {
            let between = |k: usize| from[k] + part * (to[k] - from[k]);
            go([between(0), between(1)]);
        }
        let look = || {
            go([to[0] + 1.0, to[1]]);
            go(to);
            now(tab, moving).numbers()
        };
        tab.wait(look, |numbers| {
            let mut pairs = numbers.iter().zip(&self.wanted);
            pairs.all(|(x, y)| (x - y).abs() <= self.slack)
        });
    }

    fn settles(&self, tab: &Tab, moving: &Figure, how: &str) -> Vec<String> {
        let what = format!("dragging {} {how}", self.name);
        settles(tab, moving, &what, &self.wanted, self.slack)
    }
}

/// Where a handle can be taken hold of, or what is in the way.
#[derive(Deserialize)]
struct Middle {
    at: Option<[f64; 2]>,
    way: Option<String>,
}

/// A handle as it is drawn, in page units of its panel.
struct Handle {
    at: [f64; 2],
    /// Where 0 stands.
    zero: [f64; 2],
    /// How far away 1 is.
    one: [f64; 2],
}

impl Handle {
    /// Where its scale has it for these numbers, of which it takes two.
    fn place(&self, numbers: &[f64]) -> [f64; 2] {
        [0, 1].map(|k| self.zero[k] + self.one[k] * numbers[k])
    }

    fn of(moving: &Figure, name: &str, numbers: &[f64]) -> Result<Handle, String> {
        let svg = moving.at(numbers).svg();
        let html = Html::parse_fragment(&svg);
        let css = format!(".handle[data-parameter={name:?}]");
        let [handle] = select(html.root_element(), &css)[..] else {
            return Err(format!("at {numbers:?} it does not have one handle {name}"));
        };
        let scale: Vec<f64> = numbers_of(handle.attr("data-scale"));
        let circles = select(handle, "circle");
        let circle = circles
            .first()
            .map(|circle| ["cx", "cy"].map(|a| numbers_of(circle.attr(a))));
        match (&scale[..], circle) {
            (&[x, y, dx, dy], Some([cx, cy])) if cx.len() == 1 && cy.len() == 1 => Ok(Handle {
                at: [cx[0], cy[0]],
                zero: [x, y],
                one: [dx, dy],
            }),
            _ => Err(format!("the handle {name} is no circle with a scale")),
        }
    }
}

fn numbers_of(text: Option<&str>) -> Vec<f64> {
    let words = text.unwrap_or_default().split(' ');
    words.filter_map(|word| word.parse().ok()).collect()
}
