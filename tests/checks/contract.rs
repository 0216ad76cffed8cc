//! The HTML that style sheet, scripts and checks rely on.

use super::site::{HtmlPage, select, text};
use markup::vocabulary::{GRADES, KINDS};
use scraper::ElementRef;
use std::collections::BTreeSet;

/// What a browser would have to guess: tags that are not closed, or stand
/// where they cannot.
pub fn well_formed(page: &HtmlPage) -> Vec<String> {
    // mdBook's own list of contents for readers without scripts.
    if page.path == "toc.html" {
        return Vec::new();
    }
    let errors: BTreeSet<_> = page.html.errors.iter().collect();
    let place = page.place(&[]);
    errors
        .iter()
        .map(|error| format!("{place}: {error}"))
        .collect()
}

/// Ids that stand twice on a page.
pub fn ids(page: &HtmlPage) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let elements = page.select("[id]");
    let ids = elements.iter().filter_map(|element| element.attr("id"));
    let twice = ids.filter(|id| !seen.insert(*id));
    twice
        .map(|id| format!("{}: the id {id:?} stands twice", page.place(&[id])))
        .collect()
}

/// Where a page departs from the contract.
pub fn contract(page: &HtmlPage) -> Vec<String> {
    let mut problems = Vec::new();
    for element in page.select("[data-kind]") {
        let kind = element.attr("data-kind").unwrap_or_default();
        let id = element.attr("id").unwrap_or_default();
        let mut wrong = Vec::new();
        let known = KINDS.iter().find(|known| known.data_kind == kind);
        let name = element.value().name();
        let expected: &[&str] = match kind {
            "listing" | "program" | "figure" => &["figure"],
            "hint" => &["details"],
            // A proof without an idea and the solution at the end of a page
            // are not folded.
            "proof" | "solution" => &["details", "section"],
            _ => &["section"],
        };
        if known.is_none() || !expected.contains(&name) {
            wrong.push(format!("is a <{name}>"));
        }
        // A proof is known by its theorem.
        if id.is_empty() && kind != "proof" {
            wrong.push("has no id".to_owned());
        }
        wrong.extend(match kind {
            "theorem" | "algorithm" => tried(element),
            "exercise" => exercise(element),
            "quiz" => filled(element, &["section[data-kind=question]"]),
            "question" => question(element),
            "hint" | "solution" | "proof" => folded(element),
            "listing" | "program" => code(element, kind),
            "measured" => filled(element, &["table td", ".block-foot code"]),
            "figure" => Vec::new(),
            _ => filled(element, &[".block-head .label"]),
        });
        let place = page.place(&[&format!("\"{id}\""), id]);
        problems.extend(
            wrong
                .iter()
                .map(|what| format!("{place}: the {kind} {id:?} {what}")),
        );
    }
    problems
}

/// A statement says how it was tried, or why it was not.
fn tried(element: ElementRef<'_>) -> Vec<String> {
    if element
        .attr("data-unchecked")
        .is_some_and(|why| !why.trim().is_empty())
    {
        return Vec::new();
    }
    let checks = select(element, "a[data-check]");
    let named = checks.iter().any(|check| {
        let name = check.attr("data-check").unwrap_or_default();
        name == element.attr("id").unwrap_or_default().replace('-', "_")
            && check.attr("href").is_some_and(|href| href.contains('#'))
    });
    match named {
        true => Vec::new(),
        false => vec!["has neither data-check nor data-unchecked".to_owned()],
    }
}

fn exercise(element: ElementRef<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let grade = element.attr("data-grade").unwrap_or_default();
    if !GRADES.contains(&grade) {
        wrong.push(format!("has the grade {grade:?}"));
    }
    for part in ["hint", "solution"] {
        let css = format!("details[data-kind={part}]");
        let count = select(element, &css).len();
        if count != 1 {
            wrong.push(format!(
                "has {count} parts {part}, each to be opened, instead of 1"
            ));
        }
    }
    wrong
}

/// What is folded is closed, and has a summary and a content; what is not has
/// its label.
fn folded(element: ElementRef<'_>) -> Vec<String> {
    if element.value().name() != "details" {
        return filled(element, &[".block-head .label"]);
    }
    let summary = select(element, ":scope > summary");
    let summary = summary.first().map(|inner| text(*inner));
    let summary = summary.unwrap_or_default();
    let content = text(element).replacen(&summary, "", 1);
    let mut wrong = Vec::new();
    if summary.is_empty() || content.trim().is_empty() {
        wrong.push("has an empty part".to_owned());
    }
    if element.attr("open").is_some() {
        wrong.push("is open from the start".to_owned());
    }
    if !select(element, ":scope > summary a").is_empty() {
        wrong.push("has a link in its summary".to_owned());
    }
    wrong
}

/// One option of a question is right, and each has its explanation.
fn question(element: ElementRef<'_>) -> Vec<String> {
    let id = element.attr("id").unwrap_or_default();
    let mut wrong = Vec::new();
    let inputs = select(element, ".option > input[type=radio]");
    let options = select(element, ".option").len();
    if inputs.is_empty() {
        return vec!["has no inputs".to_owned()];
    }
    let of_question = |input: &ElementRef<'_>| input.attr("name") == Some(id);
    if !inputs.iter().all(of_question) || inputs.len() != options {
        wrong.push("has inputs without its name".to_owned());
    }
    if select(element, ".option .explanation.is-right").len() != 1 {
        wrong.push("has not one right option".to_owned());
    }
    for input in inputs {
        let name = input.attr("id").unwrap_or_default();
        let label = select(element, &format!("label[for={name:?}]"));
        if name.is_empty() || label.len() != 1 || text(label[0]).is_empty() {
            wrong.push(format!("has an option {name:?} without a label"));
        }
    }
    let explained = |explanation: &ElementRef<'_>| {
        let verdict = select(*explanation, "strong");
        let verdict = verdict.first().map(|inner| text(*inner));
        let why = text(*explanation).replacen(&verdict.unwrap_or_default(), "", 1);
        !why.trim().is_empty()
    };
    let explanations = select(element, ".option .explanation");
    if explanations.iter().filter(|one| explained(one)).count() != options {
        wrong.push("has an option that is not explained".to_owned());
    }
    wrong
}

fn code(element: ElementRef<'_>, kind: &str) -> Vec<String> {
    match kind {
        "program" => filled(
            element,
            &[
                "pre > code",
                ".command > code",
                "pre.output > code",
                "figcaption .label",
            ],
        ),
        _ => filled(
            element,
            &["pre > code", "figcaption .label", "figcaption a[href]"],
        ),
    }
}

/// These parts are there, and are not empty.
fn filled(element: ElementRef<'_>, parts: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for part in parts {
        if !select(element, part)
            .iter()
            .any(|inner| !text(*inner).is_empty())
        {
            wrong.push(format!("has no {part}"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIZ: &str = "<section data-kind=\"quiz\" id=\"z\"><section data-kind=\"question\" id=\"q\"><div class=\"question\"><div class=\"option\"><input type=\"radio\" name=\"q\" id=\"q-1\"><label for=\"q-1\">7</label><div class=\"explanation is-right\"><strong>Right.</strong> One term.</div></div><div class=\"option\"><input type=\"radio\" name=\"q\" id=\"q-2\"><label for=\"q-2\">0</label><div class=\"explanation is-wrong\"><strong>Not so.</strong> That is the spread.</div></div></div></section></section>";
    const EXERCISE: &str = "<section data-kind=\"exercise\" id=\"e\" data-grade=\"drill\"><p class=\"block-head\"><span class=\"label\">Exercise 1.1</span></p><details data-kind=\"hint\" id=\"e-hint\"><summary>Hint</summary><p>Add.</p></details><details data-kind=\"solution\" id=\"e-solution\"><summary>Solution</summary><p>It is 3.</p></details></section>";
    const THEOREM: &str = "<section data-kind=\"theorem\" id=\"a-b\"><p class=\"block-head\"><span class=\"label\">Theorem 1.1</span></p><p>Tried by <a data-check=\"a_b\" href=\"c.html#line-1\">a_b</a>.</p></section>";
    const PROOF: &str = "<details data-kind=\"proof\" id=\"a-b-proof\"><summary>Square.</summary><p>So it is.</p></details>";
    const PROGRAM: &str = "<figure data-kind=\"program\" id=\"p\"><pre><code>x</code></pre><p class=\"command\"><code>cargo</code></p><pre class=\"output\"><code>3</code></pre><figcaption><span class=\"label\">Program 1.1</span> It adds.</figcaption></figure>";

    #[test]
    fn a_tag_that_stands_where_it_cannot_is_found() {
        let page = |text| {
            HtmlPage::parse(
                "p.html",
                &format!(
                    "<!DOCTYPE html><html><head><title>P</title></head><body>{text}</body></html>"
                ),
            )
        };
        assert_eq!(well_formed(&page(QUIZ)), [""; 0]);
        for text in [
            "<p><section>All.</section></p>",
            "<b><i>All.</b></i>",
            "</div>",
        ] {
            assert!(!well_formed(&page(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn blocks_that_keep_the_contract_are_left_alone() {
        for text in [QUIZ, EXERCISE, THEOREM, PROOF, PROGRAM] {
            let page = HtmlPage::parse("p.html", text);
            assert_eq!(contract(&page), [""; 0]);
            assert_eq!(ids(&page), [""; 0]);
        }
        let page = HtmlPage::parse("p.html", &THEOREM.repeat(2));
        assert_eq!(ids(&page), ["p.html: the id \"a-b\" stands twice"]);
    }

    #[test]
    fn each_departure_is_named() {
        for (text, from, to, named) in [
            (QUIZ, " That is the spread.", "", "not explained"),
            (
                QUIZ,
                "class=\"explanation is-wrong\"",
                "class=\"verdict\"",
                "not explained",
            ),
            (
                QUIZ,
                "name=\"q\" id=\"q-2\"",
                "name=\"r\" id=\"q-2\"",
                "without its name",
            ),
            (
                QUIZ,
                "explanation is-right",
                "explanation is-wrong",
                "not one right option",
            ),
            (
                QUIZ,
                "for=\"q-2\"",
                "for=\"q-3\"",
                "\"q-2\" without a label",
            ),
            (
                QUIZ,
                "type=\"radio\" name=\"q\" id=\"q-2\"",
                "",
                "without its name",
            ),
            (
                QUIZ,
                "data-kind=\"question\"",
                "",
                "has no section[data-kind=question]",
            ),
            (PROOF, "So it is.", "", "has an empty part"),
            (PROOF, "<details", "<details open", "is open from the start"),
            (
                PROOF,
                "Square.",
                "See <a href=\"#b\">b</a>.",
                "a link in its summary",
            ),
            (EXERCISE, "drill", "easy", "has the grade \"easy\""),
            (EXERCISE, "data-kind=\"hint\"", "", "has 0 parts hint"),
            (
                EXERCISE,
                "<details data-kind=\"hint\"",
                "<div data-kind=\"hint\"",
                "is a <div>",
            ),
            (
                EXERCISE,
                "<p>It is 3.</p>",
                "",
                "the solution \"e-solution\" has an empty part",
            ),
            (
                EXERCISE,
                "<details data-kind=\"hint\"",
                "<details open data-kind=\"hint\"",
                "is open from the start",
            ),
            (
                THEOREM,
                "data-check=\"a_b\"",
                "",
                "neither data-check nor data-unchecked",
            ),
            (
                THEOREM,
                "a_b\" href",
                "b_a\" href",
                "neither data-check nor data-unchecked",
            ),
            (THEOREM, " id=\"a-b\"", "", "has no id"),
            (THEOREM, "section", "div", "is a <div>"),
            (THEOREM, "theorem", "statement", "is a <section>"),
            (PROGRAM, "<code>3</code>", "", "has no pre.output > code"),
            (PROGRAM, "Program 1.1", "", "has no figcaption .label"),
        ] {
            assert!(text.contains(from), "{from}");
            let found = contract(&HtmlPage::parse("p.html", &text.replace(from, to)));
            assert!(
                found.iter().any(|problem| problem.contains(named)),
                "{named}: {found:?}"
            );
        }
    }
}
