//! Every figure can be read by those who do not see it.

use super::site::{HtmlPage, select, text};
use scraper::ElementRef;

/// What figures lack.
pub fn drawings(page: &HtmlPage) -> Vec<String> {
    let figures = page.select("figure[data-kind=figure]");
    figures
        .into_iter()
        .flat_map(|figure| {
            let id = figure.attr("id").unwrap_or_default();
            let place = page.place(&[&format!("<figure id=\"{id}\"")]);
            let lacks = lacks(figure);
            lacks
                .into_iter()
                .map(move |what| format!("{place}: the figure {id:?} {what}"))
        })
        .collect()
}

fn lacks(figure: ElementRef<'_>) -> Vec<String> {
    let mut lacks = Vec::new();
    // A root sign of the caption is an `svg` too.
    let drawings = select(figure, "svg:not(.katex svg)");
    let [svg] = drawings[..] else {
        return vec![format!("has {} drawings instead of one", drawings.len())];
    };
    if svg.attr("role") != Some("img") {
        lacks.push("is not an image to a screen reader: role=\"img\"".to_owned());
    }
    let mut named = Vec::new();
    for (part, word) in [("title", "title"), ("desc", "description")] {
        match select(svg, &format!(":scope > {part}"))[..] {
            [element] => {
                named.push(element.attr("id").unwrap_or_default());
                let words = text(element).split_whitespace().count();
                if words < 2 {
                    lacks.push(format!("has a {word} of {words} words"));
                }
            }
            _ => lacks.push(format!("has no <{part}>")),
        }
    }
    let labels = svg.attr("aria-labelledby").unwrap_or_default();
    let labels: Vec<&str> = labels.split_whitespace().collect();
    if labels != named || labels.contains(&"") {
        lacks.push(format!(
            "is labelled by {labels:?} instead of its title and description {named:?}"
        ));
    }
    if svg.attr("viewBox").is_none() {
        lacks.push("does not scale: it has no viewBox".to_owned());
    }
    for element in select(svg, "*").into_iter().chain([svg]) {
        let names = ["id", "class", "aria-labelledby"];
        let drawn = element
            .value()
            .attrs()
            .filter(|(name, _)| !names.contains(name));
        for (name, value) in drawn.filter(|(_, value)| is_no_place(value)) {
            lacks.push(format!("draws at {name}={value:?}"));
        }
    }
    lacks.extend(caption(figure));
    lacks
}

/// Whether one of the numbers in an attribute is none.
fn is_no_place(value: &str) -> bool {
    let mut words = value.split(|c: char| !c.is_ascii_alphanumeric());
    value.contains("NaN") || words.any(|word| word == "inf")
}

/// A caption has a label, "Figure 1.2", and says something.
fn caption(figure: ElementRef<'_>) -> Option<String> {
    let captions = select(figure, "figcaption");
    let [caption] = captions[..] else {
        return Some("has no caption".to_owned());
    };
    let label = select(caption, ".label").first().map(|label| text(*label));
    let label = label.unwrap_or_default();
    let numbered = label.strip_prefix("Figure ");
    if !numbered.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
        return Some(format!("has the label {label:?}"));
    }
    let words = text(caption).replacen(&label, "", 1);
    let words = words.split_whitespace().count();
    (words < 2).then(|| format!("has a caption of {words} words"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "<figure data-kind=\"figure\" id=\"f\"><svg role=\"img\" aria-labelledby=\"f-title f-desc\" viewBox=\"0 0 1 1\"><title id=\"f-title\">Two points</title><desc id=\"f-desc\">One point, and another.</desc><path d=\"M1,2L3,4\"/></svg><figcaption><span class=\"label\">Figure 1.2</span> Two points.</figcaption></figure>";

    #[test]
    fn a_whole_figure_lacks_nothing() {
        assert_eq!(drawings(&HtmlPage::parse("p.html", GOOD)), [""; 0]);
    }

    #[test]
    fn each_part_that_is_missing_is_named() {
        for (from, to, named) in [
            (" role=\"img\"", "", "role=\"img\""),
            (
                "<desc id=\"f-desc\">One point, and another.</desc>",
                "",
                "has no <desc>",
            ),
            (
                "One point, and another.",
                "",
                "has a description of 0 words",
            ),
            ("Two points</title>", "</title>", "has a title of 0 words"),
            (" f-desc\"", " g-desc\"", "is labelled by"),
            (" viewBox=\"0 0 1 1\"", "", "no viewBox"),
            ("M1,2L3,4", "M1,NaNL3,4", "draws at d=\"M1,NaNL3,4\""),
            ("Figure 1.2", "", "has the label \"\""),
            (" Two points.<", "<", "has a caption of 0 words"),
            ("figcaption", "p", "has no caption"),
        ] {
            let found = drawings(&HtmlPage::parse("p.html", &GOOD.replace(from, to)));
            assert!(
                found.iter().any(|problem| problem.contains(named)),
                "{named}: {found:?}"
            );
        }
    }
}
