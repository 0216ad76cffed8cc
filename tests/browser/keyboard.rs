//! What a reader does with the keyboard, or with a click where no script runs.

use super::checks::run;
use book_tests::chromium::tab::{Key, Tab};
use serde::Deserialize;

/// How many stops of the Tab key are tried.
const STOPS: usize = 40;

/// How many blocks of a kind are tried on a page: all are made alike.
const FEW: usize = 4;

const FOCUS: &str = include_str!("scripts/focus.js");

#[derive(Deserialize)]
struct Focus {
    name: String,
    problem: Option<String>,
}

fn focus(tab: &Tab) -> Focus {
    run(tab, FOCUS, "focus()")
}

/// Puts the focus on an element; whether it took it.
fn focus_on(tab: &Tab, element: &str) -> bool {
    tab.evaluate(&format!(
        "(() => {{ const e = {element}; e.focus(); return document.activeElement === e; }})()"
    ))
}

/// How many elements of an array are to be tried.
fn few(tab: &Tab, all: &str) -> usize {
    let count: usize = tab.evaluate(&format!("{all}.length"));
    count.min(FEW)
}

/// Whether something becomes true soon.
pub fn soon(tab: &Tab, script: &str) -> bool {
    tab.wait(|| run(tab, "", script), |is: &bool| *is)
}

/// The Tab key leads from one visible element to the next, in the order of the
/// page. The page must have been opened just now.
pub fn tab_order(tab: &Tab) -> Vec<String> {
    let mut problems = Vec::new();
    let positive = "Array.from(document.querySelectorAll('[tabindex]'))
        .filter(e => e.tabIndex > 0).map(name)";
    let positive: Vec<String> = run(tab, "", positive);
    problems.extend(
        positive
            .iter()
            .map(|name| format!("{name} stands out of the order of the Tab key")),
    );
    for stop in 1..=STOPS {
        tab.press(Key::Tab);
        // What appears with the focus may take its time.
        soon(
            tab,
            &format!("(() => {{ {FOCUS} return !focus().problem; }})()"),
        );
        let Focus { name, problem } = focus(tab);
        if stop == 1 && !is_skip_link(tab) {
            problems.push(format!(
                "the Tab key leads first to {name}, not past the contents"
            ));
        }
        let last = problem.is_some() || name.starts_with("<body>");
        if let Some(problem) = problem {
            problems.push(format!("stop {stop} of the Tab key, {name}, {problem}"));
        }
        if last {
            break;
        }
    }
    problems
}

fn is_skip_link(tab: &Tab) -> bool {
    tab.evaluate("document.activeElement?.matches('a[href=\"#mdbook-content\"]') ?? false")
}

/// The first link leads past the contents.
pub fn skip_link(tab: &Tab) -> Vec<String> {
    let link = "document.querySelector('.skip-link')";
    if tab.evaluate::<bool>(&format!("{link} === null")) {
        return vec!["no link leads past the contents".to_owned()];
    }
    focus_on(tab, link);
    tab.press(Key::Enter);
    match soon(tab, "document.activeElement?.id === 'mdbook-content'") {
        true => Vec::new(),
        false => vec![format!("the skip link leads to {}", focus(tab).name)],
    }
}

/// The contents open and close by their button.
pub fn contents(tab: &Tab) -> Vec<String> {
    let button = "document.getElementById('mdbook-sidebar-toggle')";
    let links = "document.querySelectorAll('#mdbook-sidebar a')";
    let open = format!("Array.from({links}).some(shown)");
    if !focus_on(tab, button) {
        return vec!["no key reaches the button of the contents".to_owned()];
    }
    for key in [Key::Enter, Key::Space] {
        let before: bool = run(tab, "", &open);
        tab.press(key);
        if !soon(tab, &format!("({open}) === {}", !before)) {
            let state = if before { "close" } else { "open" };
            return vec![format!("{key:?} does not {state} the contents")];
        }
        let says = format!("{button}.getAttribute('aria-expanded') === '{}'", !before);
        if !soon(tab, &says) {
            let state = if before { "open" } else { "closed" };
            return vec![format!(
                "{key:?} leaves the button of the contents saying {state}"
            )];
        }
        // While they slide, mdBook takes another path.
        let still = "document.getElementById('mdbook-sidebar').getAnimations().length === 0";
        if !soon(tab, still) {
            return vec!["the contents do not come to rest".to_owned()];
        }
    }
    Vec::new()
}

/// Hidden lines of code appear by their button.
pub fn hidden_lines(tab: &Tab) -> Vec<String> {
    let all = "Array.from(document.querySelectorAll('main pre:has(.boring)'))";
    let mut problems = Vec::new();
    for index in 0..few(tab, all) {
        let block = format!("{all}[{index}]");
        // A solution may be folded around it.
        let open = format!("{block}.closest('details')?.setAttribute('open', '') === null");
        tab.evaluate::<bool>(&open);
        let button = format!("{block}.querySelector('button[title*=\"idden lines\"]')");
        let mut problem = |what: &str| {
            let name: String = run(tab, "", &format!("name({block})"));
            problems.push(format!("{name}: {what}"));
        };
        if tab.evaluate::<bool>(&format!("{button} === null")) {
            problem("nothing shows its hidden lines");
        } else if !focus_on(tab, &button) {
            problem("no key reaches the button that shows its hidden lines");
        } else if !soon(tab, &format!("shown({button})")) {
            problem("the button that shows its hidden lines cannot be seen");
        } else {
            tab.press(Key::Enter);
            if !soon(tab, &format!("shown({block}.querySelector('.boring'))")) {
                problem("its hidden lines stay hidden");
            }
        }
    }
    problems
}

/// Hints and solutions open and close.
pub fn details(tab: &Tab) -> Vec<String> {
    let all = "Array.from(document.querySelectorAll('main details'))";
    let mut problems = Vec::new();
    for index in 0..few(tab, all) {
        let details = format!("{all}[{index}]");
        let mut problem = |what: &str| {
            let name: String = run(tab, "", &format!("name({details})"));
            problems.push(format!("{name}: {what}"));
        };
        tab.evaluate::<bool>(&format!("{details}.open = false"));
        if !focus_on(tab, &format!("{details}.querySelector('summary')")) {
            problem("no key reaches it");
            continue;
        }
        tab.press(Key::Enter);
        let inside = format!("{details}.querySelector(':scope > :not(summary)')");
        if !soon(tab, &format!("shown({inside})")) {
            problem("Enter does not open it");
        }
        tab.press(Key::Space);
        if !soon(tab, &format!("!{details}.open")) {
            problem("Space does not close it");
        }
    }
    problems
}

/// Every option of a quiz is explained as soon as it is chosen.
pub fn quizzes(tab: &Tab) -> Vec<String> {
    let questions = "Array.from(document.querySelectorAll('main .question'))";
    let mut problems = Vec::new();
    for question in 0..few(tab, questions) {
        let options = format!("{questions}[{question}].querySelectorAll('.option')");
        let count: usize = tab.evaluate(&format!("{options}.length"));
        let explained = |index: usize| {
            let explanation = format!("{options}[{index}].querySelector('.explanation')");
            soon(tab, &format!("shown({explanation})"))
        };
        let mut problem = |index: usize, what: &str| {
            let name: String = run(tab, "", &format!("name({options}[{index}])"));
            problems.push(format!("{name}: {what}"));
        };
        // From the first option to the last by the keyboard, …
        if !focus_on(tab, &format!("{options}[0].querySelector('input')")) {
            problem(0, "no key reaches it");
            continue;
        }
        for index in 0..count {
            tab.press(if index == 0 { Key::Space } else { Key::Down });
            if !explained(index) {
                problem(index, "a key does not explain it");
                break;
            }
        }
        // … and back to the first by a click on its text.
        let label = format!("{options}[0].querySelector('label')");
        let (x, y): (f64, f64) = tab.evaluate(&format!(
            "(() => {{ {label}.scrollIntoView({{ block: 'center' }});
                const box = {label}.getBoundingClientRect();
                return [box.left + 5, box.top + box.height / 2]; }})()"
        ));
        tab.click(x, y);
        if !explained(0) {
            problem(0, "a click does not explain it");
        }
    }
    problems
}
