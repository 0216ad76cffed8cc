//! Whether two drawings are the same, up to the last digits of their numbers.

use scraper::Html;

/// How far apart two numbers may be.
#[derive(Clone, Copy, Debug)]
pub struct Tolerance {
    /// As a part of the larger.
    pub relative: f64,
    /// And besides.
    pub absolute: f64,
}

/// Where an SVG on a page differs from the one that it should be.
pub fn difference(found: &str, wanted: &str, tolerance: Tolerance) -> Option<String> {
    apart(&normal(found), &normal(wanted), tolerance)
}

/// Where an SVG differs from another that the same code has written.
pub fn apart(found: &str, wanted: &str, tolerance: Tolerance) -> Option<String> {
    let (mut found, mut wanted) = (found, wanted);
    if found == wanted {
        return None;
    }
    // The last words that are the same, to say where it is.
    let mut before = "";
    loop {
        let ((text, number, rest), (text_2, number_2, rest_2)) = (split(found), split(wanted));
        let close = match (number.parse::<f64>(), number_2.parse::<f64>()) {
            (Ok(x), Ok(y)) => {
                let allowed = tolerance.absolute + tolerance.relative * x.abs().max(y.abs());
                (x - y).abs() <= allowed
            }
            _ => number == number_2,
        };
        if text != text_2 || !close {
            let from = |start: &str| start.chars().take(100).collect::<String>();
            let (found, wanted) = (from(found), from(wanted));
            return Some(format!("after {before:?}: {found:?}, not {wanted:?}"));
        }
        if rest.is_empty() && rest_2.is_empty() {
            return None;
        }
        if !text.trim().is_empty() {
            before = text;
        }
        (found, wanted) = (rest, rest_2);
    }
}

/// The drawing as a browser reads it: `<a/>` is `<a></a>`, and a line break a
/// space. A minus sign is one, whichever it is.
fn normal(svg: &str) -> String {
    let svg = Html::parse_fragment(svg).root_element().inner_html();
    svg.replace('\n', " ").replace('−', "-")
}

/// A text up to its first number, that number, and what follows.
fn split(text: &str) -> (&str, &str, &str) {
    let digit = |c: char| c.is_ascii_digit();
    let Some(start) = text.find(digit) else {
        return (text, "", "");
    };
    let start = start - usize::from(text[..start].ends_with('-'));
    let end = text[start + 1..].find(|c: char| !digit(c) && c != '.');
    let end = end.map_or(text.len(), |end| start + 1 + end);
    // The full stop behind it belongs to the sentence.
    let number = text[start..end].trim_end_matches('.');
    let end = start + number.len();
    (&text[..start], number, &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: Tolerance = Tolerance {
        relative: 1e-9,
        absolute: 1e-9,
    };

    #[test]
    fn numbers_may_differ_a_little() {
        let same = |one: &str, other: &str| difference(one, other, FINE).is_none();
        assert!(same("<g><a x=\"1\"/></g>", "<g><a x=\"1\"></a></g>"));
        assert!(same("<a x=\"12 -3\"/>", "<a x=\"11.999999999999 -3.0\"/>"));
        assert!(same(
            "<a x=\"-0.0000000001\">End.\n1.</a>",
            "<a x=\"0\">End. 1.</a>"
        ));
        assert!(same("<a>−1.5</a>", "<a>-1.5000000001</a>"));
        assert!(!same("<a x=\"1 2\"/>", "<a x=\"1 -2\"/>"));
        assert!(!same("<a x=\"1\"/>", "<a x=\"1.00000001\"/>"));
        assert!(!same("<a x=\"1\"/>", "<a x=\"1 1\"/>"));
        assert!(!same("<a x=\"1\"/>", "<a y=\"1\"/>"));
        assert!(!same("<a>one</a>", "<a>two</a>"));
        assert!(!same("<a>1</a><b>1</b>", "<a>1</a>"));
    }

    #[test]
    fn a_difference_is_shown_where_it_is() {
        let found = difference("<a x=\"1\" y=\"2\">b</a>", "<a x=\"1\" y=\"3\">b</a>", FINE);
        let found = found.expect("a difference");
        let wanted = r#"after "<a x=\"": "\" y=\"2\">b</a>", not "\" y=\"3\">b</a>""#;
        assert_eq!(found, wanted);
    }
}
