//! What can be wrong with an open page: each check returns what it finds.

use super::tab::Tab;
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
    let call = format!("overflow({})", tab.look.width);
    run(tab, include_str!("scripts/overflow.js"), &call)
}

/// Formulas can be seen and read aloud.
pub fn maths(tab: &Tab) -> Vec<String> {
    run(tab, include_str!("scripts/maths.js"), "maths()")
}

/// Nothing that axe calls serious.
pub fn accessibility(tab: &Tab) -> Vec<String> {
    static AXE: LazyLock<String> = LazyLock::new(|| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/axe/axe.min.js");
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    });
    tab.evaluate::<bool>(&format!("{}; true", *AXE));
    run(tab, include_str!("scripts/axe.js"), "violations()")
}

/// Nothing has gone wrong on the page so far.
pub fn complaints(tab: &Tab) -> Vec<String> {
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
