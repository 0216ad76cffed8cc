//! The contents beside each page: without the copies of the sources, which are
//! reached from the page that lists them and from the listings, and without a
//! number for a deeper page, since 5.1 is a theorem.

const ENTRY: &str = "<li class=\"chapter-item ";
const COPY: &str = "<a href=\"sources/";
const END: &str = "</li>";

/// The contents as a reader gets them.
pub fn mend(contents: &str) -> String {
    without_deeper_numbers(&without_copies(contents))
}

/// The contents without the numbers of the pages that are nested below others.
fn without_deeper_numbers(contents: &str) -> String {
    const NUMBER: &str = "<strong aria-hidden=\"true\">";
    const END: &str = "</strong> ";
    let mut parts = contents.split(NUMBER);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(END) {
            Some((number, after)) if number.matches('.').count() > 1 => kept.push_str(after),
            _ => {
                kept.push_str(NUMBER);
                kept.push_str(part);
            }
        }
    }
    kept
}

/// The contents without the entries of the copies. They have none below them.
fn without_copies(contents: &str) -> String {
    let mut parts = contents.split(ENTRY);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(END) {
            Some((entry, after)) if entry.contains(COPY) => kept.push_str(after),
            _ => {
                kept.push_str(ENTRY);
                kept.push_str(part);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deeper_page_has_no_number() {
        let entry = |number: &str| format!("<strong aria-hidden=\"true\">{number}</strong> T");
        let whole = ["1.", "1.1.", "12.", "12.10."].map(entry).concat();
        let kept = [entry("1."), "T".into(), entry("12."), "T".into()].concat();
        assert_eq!(without_deeper_numbers(&whole), kept);
    }

    #[test]
    fn only_the_copies_are_left_out() {
        let entry = |href: &str| {
            format!(
                "<li class=\"chapter-item expanded \"><span><a href=\"{href}\">T</a></span></li>"
            )
        };
        let [page, list] = ["a/sources/b.html", "sources.html"].map(entry);
        let copies = ["sources/a.html", "sources/b.html"].map(entry).concat();
        let whole = format!("x = '<ol>{page}{copies}{list}{copies}</ol>';");
        let kept = format!("x = '<ol>{page}{list}</ol>';");
        assert_eq!(without_copies(&whole), kept);
    }
}
