//! The contents beside each page: without the copies of the sources, which are
//! reached from the page that lists them and from the listings.

const ENTRY: &str = "<li class=\"chapter-item ";
const COPY: &str = "<a href=\"sources/";
const END: &str = "</li>";

/// The contents without the entries of the copies. They have none below them.
pub fn without_copies(contents: &str) -> String {
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
