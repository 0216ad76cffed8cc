//! Terms, on pages that define and use them.

use super::*;
use markup::Page;

const NORM: &str = "<definition id=\"norm-of\" title=\"The length of a vector\">\n\nIts **norm** and its **unit vector**, and **$x$** and **x**.\n\n</definition>\n";

fn book(texts: [&str; 2]) -> Vec<BookPage> {
    let pages = ["first", "second"].into_iter().zip(texts);
    pages
        .map(|(stem, text)| BookPage {
            stem: stem.to_owned(),
            html: format!("{stem}.html"),
            page: Page::read(Path::new(&format!("src/{stem}.md")), text),
            depth: 1,
        })
        .collect()
}

fn found(texts: [&str; 2]) -> Vec<String> {
    let early = early(&book(texts)).into_iter();
    early.map(|early| early.text).collect()
}

#[test]
fn a_use_before_the_definition_is_named_once_a_page() {
    let early = "All.\n\nTheir\nnorms are\nlong.\n\nA norm.\n";
    let message = "src/first.md:4: \"norm\" is used before its definition \"norm-of\" at src/second.md:1, without a link: link it, or list it in tests/early-terms.txt";
    assert_eq!(found([early, NORM]), [message]);
    let same = format!("{early}\n{NORM}\nA norm.\n");
    assert_eq!(
        found([&same, ""]),
        [message.replace("second.md:1", "first.md:9")]
    );
    let inside =
        "<question id=\"q\">\n\nA norm?\n\n- [x] a norm\n  > b\n- [ ] c\n  > d\n\n</question>\n";
    assert_eq!(found([inside, NORM]), [message.replace("md:4", "md:3")]);
    let table = "| a | b |\n|---|---|\n| c | a norm |\n";
    assert_eq!(found([table, NORM]), [message.replace("md:4", "md:3")]);
}

#[test]
fn what_is_no_use_of_a_term_is_left_alone() {
    for text in [
        "It is normal, $x$ and x; `norm` is code, and so is\n\n```text\nnorm\n```\n",
        "A unit, vector by vector.",
        "## The norm {#n}\n\nAll.\n",
        "A norm, see [@norm-of].",
        "A norm, see [@second].",
        "A norm, see [there](part/second.md#norm-of).",
    ] {
        assert_eq!(found([text, NORM]), [""; 0], "{text}");
    }
    assert_eq!(found([NORM, "A norm."]), [""; 0]);
    // The link is to stand where the use does.
    assert_eq!(found(["A norm.\n\nSee [@norm-of].", NORM]).len(), 1);
}

#[test]
fn a_longer_term_is_not_a_shorter_one() {
    let vector = "<definition id=\"unit-vector\" title=\"Unit vector\">\n\nOf length 1.\n\n</definition>\n\nTwo unit vectors.\n";
    let unit = "<definition id=\"unit\" title=\"Unit\">\n\nOne.\n\n</definition>\n";
    assert_eq!(found([vector, unit]), [""; 0]);
    let alone = format!("{vector}\nUnits.\n");
    assert_eq!(found([&alone, unit]).len(), 1);
}

#[test]
fn plurals_are_the_same_term() {
    for (one, many) in [
        ("Matrix", "matrices"),
        ("Basis", "bases"),
        ("Entry", "entries"),
    ] {
        let definition = format!("<definition id=\"d\" title=\"{one}\">\n\nSo.\n\n</definition>\n");
        assert_eq!(found([many, &definition]).len(), 1, "{many}");
        let later = definition.replace(one, many);
        assert_eq!(found([&later, one]), [""; 0]);
        assert_eq!(found([one, &later]).len(), 1, "{one}");
    }
}

#[test]
fn an_exception_holds_as_long_as_it_is_needed() {
    let early = || early(&book(["A norm, a unit vector.", NORM]));
    let list = "# why\nfirst: norm\nunit vector # everyday\n";
    let (left, unneeded) = without_exceptions(early(), list);
    assert_eq!((left, unneeded), (Vec::new(), Vec::new()));
    let (left, unneeded) = without_exceptions(early(), "second: norm\nfirst: norms\n");
    assert_eq!(left.len(), 2);
    assert_eq!(
        unneeded,
        [
            "tests/early-terms.txt:1: nothing needs \"second: norm\" any more",
            "tests/early-terms.txt:2: nothing needs \"first: norms\" any more"
        ]
    );
}
