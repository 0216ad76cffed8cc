//! What a reader does with a figure that moves. Each check returns what goes
//! wrong: the figure must always be what the same code draws without a browser
//! for the numbers in the fields.

use super::checks::run;
use super::same::{Tolerance, difference};
use book_tests::chromium::tab::{Key, Tab};
use figures::{Dial, Figure, Kind};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Two machines may round to neighbouring hundredths.
const HUNDREDTHS: Tolerance = Tolerance {
    relative: 0.0,
    absolute: 0.0101,
};

/// The numbers in fields are to be these.
pub const EXACTLY: f64 = 1e-6;

/// The figure on the page.
#[derive(Deserialize)]
pub struct Now {
    /// The picture.
    pub svg: String,
    /// What a screen reader was told of it.
    pub state: String,
    /// What stands in the fields, in the order of the dials.
    pub values: Vec<String>,
    /// What stands beside the sliders.
    pub outputs: Vec<String>,
}

impl Now {
    /// The numbers in the fields.
    pub fn numbers(&self) -> Vec<f64> {
        let number = |value: &String| value.parse().unwrap_or(f64::NAN);
        self.values.iter().map(number).collect()
    }
}

/// Runs a function of scripts/figure.js.
pub fn ask<T: DeserializeOwned>(tab: &Tab, call: &str) -> T {
    run(tab, include_str!("scripts/figure.js"), call)
}

/// The figure as it is.
pub fn now(tab: &Tab, moving: &Figure) -> Now {
    ask(tab, &format!("now({:?})", moving.id))
}

/// Waits until the fields have these numbers, the picture and the numbers
/// beside sliders follow, and the state is told; what does not happen.
pub fn settles(tab: &Tab, moving: &Figure, what: &str, wanted: &[f64], slack: f64) -> Vec<String> {
    wait(tab, moving, what, |now| {
        unsettled(now, moving, wanted, slack)
    })
}

/// The same, without the state, which follows later.
fn follows(tab: &Tab, moving: &Figure, what: &str, wanted: &[f64]) -> Vec<String> {
    wait(tab, moving, what, |now| {
        undrawn(now, moving, wanted, EXACTLY)
    })
}

fn wait(
    tab: &Tab,
    moving: &Figure,
    what: &str,
    check: impl Fn(&Now) -> Vec<String>,
) -> Vec<String> {
    let problems = tab.wait(|| check(&now(tab, moving)), Vec::is_empty);
    let problem = |problem: String| format!("{}: {what}: {problem}", moving.id);
    problems.into_iter().map(problem).collect()
}

fn unsettled(now: &Now, moving: &Figure, wanted: &[f64], slack: f64) -> Vec<String> {
    let mut problems = undrawn(now, moving, wanted, slack);
    let (told, state) = (&now.state, moving.at(&now.numbers()).state);
    if *told != state {
        problems.push(format!("the state told is {told:?}, not {state:?}"));
    }
    problems
}

fn undrawn(now: &Now, moving: &Figure, wanted: &[f64], slack: f64) -> Vec<String> {
    let mut problems = Vec::new();
    let numbers = now.numbers();
    let close = |(x, y): (&f64, &f64)| (x.is_nan() && y.is_nan()) || (x - y).abs() <= slack;
    if numbers.len() != wanted.len() || !numbers.iter().zip(wanted).all(close) {
        let values = &now.values;
        problems.push(format!("the fields have {values:?}, not {wanted:?}"));
    }
    let svg = moving.at(&numbers).svg();
    if let Some(difference) = difference(&now.svg, &svg, HUNDREDTHS) {
        let numbers: Vec<_> = numbers.into_iter().map(js).collect();
        let numbers = numbers.join(", ");
        problems.push(format!(
            "for {numbers} the page draws something else: {difference}"
        ));
    }
    let outputs = outputs(moving, &now.numbers());
    if now.outputs != outputs {
        let found = &now.outputs;
        problems.push(format!(
            "beside the sliders stands {found:?}, not {outputs:?}"
        ));
    }
    problems
}

/// What is to stand beside the sliders.
fn outputs(moving: &Figure, numbers: &[f64]) -> Vec<String> {
    let mut numbers = numbers.iter();
    let mut outputs = Vec::new();
    for control in &moving.controls {
        let own: Vec<_> = numbers.by_ref().take(control.dials().len()).collect();
        let unit = match control.kind {
            Kind::Slider { unit, .. } => unit,
            Kind::Steps { .. } => "",
            Kind::Point { .. } | Kind::Choice { .. } => continue,
        };
        let own = own.first().map(|number| number.to_string());
        outputs.push(own.unwrap_or_default().replace('-', "−") + unit);
    }
    outputs
}

/// The numbers at first.
pub fn at_first(moving: &Figure) -> Vec<f64> {
    moving.dials().iter().map(|dial| dial.default).collect()
}

/// The scripts that move figures, as often as the page has asked for them.
pub fn asked(tab: &Tab) -> Vec<String> {
    let events = tab.events(&["Network.requestWillBeSent"]);
    let urls = events
        .iter()
        .filter_map(|event| event["params"]["request"]["url"].as_str());
    let names = urls.filter_map(|url| url.rsplit('/').next());
    let scripts = names.filter(|name| name.starts_with("figures-"));
    scripts.map(str::to_owned).collect()
}

/// On a page just opened all is as at first, and nothing was loaded to move it,
/// not even when a mouse passes over the picture.
pub fn untouched(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    let [left, top, ..]: [f64; 4] = ask(tab, &format!("frame({id:?})"));
    tab.mouse("mouseMoved", [left + 3.0, top + 3.0], false);
    let mut problems = settles(tab, moving, "before a touch", &at_first(moving), EXACTLY);
    if !asked(tab).is_empty() {
        problems.push(format!("{id}: its script is asked for before a touch"));
    }
    problems
}

/// Every field has a name.
pub fn labels(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    let nameless: Vec<String> = ask(tab, &format!("nameless({id:?})"));
    let problem = |name: &String| format!("{id}: {name} has no label");
    nameless.iter().map(problem).collect()
}

/// Every field follows the keyboard, whatever is typed.
pub fn fields(tab: &Tab, moving: &Figure) -> Vec<String> {
    let mut problems = Vec::new();
    let id = moving.id;
    let count = now(tab, moving).values.len();
    if count != moving.dials().len() {
        return vec![format!("{id}: it has {count} fields")];
    }
    for (place, dial) in moving.dials().iter().enumerate() {
        let mut numbers = now(tab, moving).numbers();
        let input = format!("parts({id:?}).inputs[{place}]");
        if !ask::<bool>(tab, &format!("take({input})")) {
            problems.push(format!("{id}: field {place} does not take the focus"));
            continue;
        }
        let kind: String = ask(tab, &format!("{input}.type"));
        let Dial {
            range: [low, high],
            step,
            ..
        } = *dial;
        let further = numbers[place] + step <= high + EXACTLY;
        numbers[place] = dial.clamp(numbers[place] + if further { step } else { -step });
        // The options of a choice are counted downwards.
        tab.press(match further == (kind == "select-one") {
            true => Key::Down,
            false => Key::Up,
        });
        let what = format!("an arrow key in field {place}");
        problems.extend(settles(tab, moving, &what, &numbers, EXACTLY));
        if !problems.is_empty() {
            return problems;
        }
        if kind != "number" {
            continue;
        }
        let between = dial.clamp((low + high) / 2.0) + 0.3 * step;
        for typed in [
            1e300,
            -1e300,
            high + step,
            between,
            f64::NAN,
            dial.clamp(between),
        ] {
            ask::<bool>(tab, &format!("take({input})"));
            match typed.is_nan() {
                true => tab.press(Key::Delete),
                false => tab.write(&js(typed)),
            }
            numbers[place] = typed;
            let what = format!("typing {} into field {place}", js(typed));
            problems.extend(follows(tab, moving, &what, &numbers));
        }
    }
    problems
}

/// A number as JavaScript writes it.
pub fn js(number: f64) -> String {
    match number {
        _ if number.is_infinite() && number > 0.0 => "Infinity".to_owned(),
        _ if number.is_infinite() => "-Infinity".to_owned(),
        _ if number.is_nan() => "NaN".to_owned(),
        _ if number.abs() > 1e15 => format!("{number:e}"),
        _ => number.to_string(),
    }
}

/// Reset brings everything back, and one script has done it all.
pub fn reset(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    ask::<bool>(tab, &format!("take(parts({id:?}).inputs[0])"));
    let mut numbers = now(tab, moving).numbers();
    let [low, high] = moving.dials()[0].range;
    numbers[0] = if numbers[0] == high { low } else { high };
    ask::<bool>(tab, &format!("set({id:?}, 0, {})", numbers[0]));
    let mut problems = follows(tab, moving, "setting field 0", &numbers);
    let button = format!("take(parts({id:?}).form.querySelector('[type=reset]'))");
    if !ask::<bool>(tab, &button) {
        return vec![format!("{id}: Reset does not take the focus")];
    }
    tab.press(Key::Enter);
    problems.extend(settles(tab, moving, "Reset", &at_first(moving), EXACTLY));
    // What the browser still has it may ask for without a request.
    let scripts = format!(
        "[...document.scripts].filter((script) => script.getAttribute('src') === parts({id:?}).form.dataset.script).length"
    );
    let asked: usize = ask(tab, &scripts);
    if asked != 1 {
        problems.push(format!("{id}: its script was asked for {asked} times"));
    }
    problems
}

/// The picture is there, as at first, and nothing to move it with.
pub fn still(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    let mut problems = Vec::new();
    if ask(
        tab,
        &format!("[parts({id:?}).form].some(form => form && shown(form))"),
    ) {
        problems.push(format!("{id}: controls are shown that control nothing"));
    }
    if !ask::<bool>(tab, &format!("shown(parts({id:?}).svg)")) {
        problems.push(format!("{id}: the picture is not shown"));
    }
    let wanted = moving.at_first().svg();
    if let Some(difference) = difference(&now(tab, moving).svg, &wanted, HUNDREDTHS) {
        problems.push(format!("{id}: the page has something else: {difference}"));
    }
    problems
}
