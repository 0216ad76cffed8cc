//! What can be wrong with an open page: each check returns what it finds.

use book_tests::chromium::tab::{Media, Tab};
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;

/// What the scripts share.
const COMMON: &str = concat!(
    include_str!("scripts/name.js"),
    include_str!("scripts/shown.js"),
    include_str!("scripts/unfold.js")
);

/// Runs a script of the folder `scripts`; `call` is the call of its function.
pub fn run<T: serde::de::DeserializeOwned>(tab: &Tab, script: &str, call: &str) -> T {
    tab.evaluate(&format!("(() => {{ {COMMON} {script} return {call}; }})()"))
}

/// One heading of the first rank, one description.
pub fn head(tab: &Tab) -> Vec<String> {
    run(tab, include_str!("scripts/head.js"), "head()")
}

/// Nothing is wider than the screen.
pub fn overflow(tab: &Tab) -> Vec<String> {
    let call = format!("overflow({})", tab.device.width);
    run(tab, include_str!("scripts/overflow.js"), &call)
}

/// Formulas can be seen and read aloud.
pub fn maths(tab: &Tab) -> Vec<String> {
    run(tab, include_str!("scripts/maths.js"), "maths()")
}

/// A scheme of colours: what it is called, and what brings it about.
type Scheme<'a> = (String, Box<dyn Fn() + 'a>);

/// Nothing that axe calls serious: neither the colours nor the MathML, which are
/// the same on each device.
pub fn structure(tab: &Tab) -> Vec<String> {
    for step in ["openAll()", "takeBoxesOut()", "takeMathmlOut()"] {
        assert!(run_axe::<bool>(tab, step));
    }
    run_axe(tab, "structure()")
}

/// Nothing that axe calls serious, by day and by night.
pub fn accessibility(tab: &Tab) -> Vec<String> {
    let schemes = [("light", false), ("dark", true)].map(|(name, dark)| -> Scheme<'_> {
        let bring = move || {
            tab.media(Media {
                dark,
                ..Media::default()
            });
        };
        (name.to_owned(), Box::new(bring))
    });
    let mut problems = formulas(tab, &schemes);
    problems.extend(run_axe::<Vec<String>>(tab, "structure()"));
    problems.extend(in_each(tab, &schemes, "colours()"));
    problems
}

/// In no theme of the book is there a text that hardly stands out.
pub fn themes(tab: &Tab) -> Vec<String> {
    let ids = "Array.from(document.querySelectorAll('button.theme'), e => e.id)";
    let ids: Vec<String> = tab.evaluate(ids);
    assert!(ids.len() > 2, "{ids:?}");
    let schemes = ids.into_iter().map(|id| -> Scheme<'_> {
        let press = format!("document.getElementById({id:?}).click(), true");
        (id, Box::new(move || assert!(tab.evaluate::<bool>(&press))))
    });
    let schemes: Vec<_> = schemes.collect();
    let mut problems = formulas(tab, &schemes);
    problems.extend(in_each(tab, &schemes, "colours()"));
    problems
}

/// Opens what is folded, looks at the colours of formulas in each scheme, and
/// takes the boxes out that formulas are set in.
fn formulas(tab: &Tab, schemes: &[Scheme<'_>]) -> Vec<String> {
    assert!(run_axe::<bool>(tab, "openAll()"));
    let problems = in_each(tab, schemes, "formulas()");
    assert!(run_axe::<bool>(tab, "takeBoxesOut()"));
    problems
}

/// What a function of scripts/axe.js finds in each scheme.
fn in_each(tab: &Tab, schemes: &[Scheme<'_>], call: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, bring) in schemes {
        bring();
        let found: Vec<String> = run_axe(tab, call);
        problems.extend(found.iter().map(|problem| format!("{name}: {problem}")));
    }
    problems
}

/// Runs a function of scripts/axe.js, beside axe itself.
fn run_axe<T: serde::de::DeserializeOwned>(tab: &Tab, call: &str) -> T {
    static AXE: LazyLock<String> = LazyLock::new(|| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/axe/axe.min.js");
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    });
    if tab.evaluate("typeof axe === 'undefined'") {
        assert!(tab.evaluate::<bool>(&format!("{}; true", *AXE)));
    }
    run(tab, include_str!("scripts/axe.js"), call)
}

/// Nothing has gone wrong on the page so far.
pub fn errors(tab: &Tab) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let reports = [
        "Runtime.exceptionThrown",
        "Runtime.consoleAPICalled",
        "Log.entryAdded",
    ];
    let events = tab.events(&reports).into_iter();
    events
        .filter_map(|event| {
            let params = &event["params"];
            let entry = &params["entry"];
            if !params["exceptionDetails"].is_null() {
                let thrown = &params["exceptionDetails"];
                let what = text(&thrown["exception"]["description"]);
                return Some(format!("a script fails: {} {what}", text(&thrown["text"])));
            }
            if entry["level"] == "error" {
                let (what, url) = (text(&entry["text"]), text(&entry["url"]));
                return Some(format!("the console says: {what} {url}"));
            }
            if params["type"] == "error" || params["type"] == "assert" {
                let what = text(&params["args"][0]["value"]);
                return Some(format!("the console says: {what}"));
            }
            None
        })
        .collect()
}

/// Nothing was asked of another machine so far.
pub fn requests(tab: &Tab) -> Vec<String> {
    let events = tab.events(&["Network.requestWillBeSent", "Network.webSocketCreated"]);
    let urls = events.iter().map(|event| {
        let params = &event["params"];
        let url = params["request"]["url"].as_str();
        url.or(params["url"].as_str()).unwrap_or_default()
    });
    urls.filter(|url| !url.starts_with(&tab.home) && !url.starts_with("data:"))
        .map(|url| format!("it asks another machine for {url}"))
        .collect()
}
