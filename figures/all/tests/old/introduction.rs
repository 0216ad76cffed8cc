//! The map of the chapters: that its table is sound, that it draws what the
//! table says, and that the page reads it rightly.

use crate::support::{self, Room};
use figures_introduction::{CHAPTERS, PARTS, way_to};
use roxmltree::{Document, Node};
use std::path::Path;

/// A page of the book.
fn page(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../src")
        .join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// The arrows of the table, from the earlier chapter to the later one.
fn arrows() -> Vec<[usize; 2]> {
    CHAPTERS
        .iter()
        .flat_map(|to| to.stands_on.iter().map(|&from| [from, to.number]))
        .collect()
}

#[test]
fn a_chapter_stands_on_earlier_ones_only() {
    for [from, to] in arrows() {
        // With this there is no circle either.
        assert!((1..to).contains(&from), "{to} on {from}");
    }
}

#[test]
fn no_arrow_says_what_others_say_together() {
    for [from, to] in arrows() {
        for &other in CHAPTERS[to - 1].stands_on {
            assert!(
                other == from || !way_to(other).contains(&from),
                "{to} stands on {from} by way of {other}"
            );
        }
    }
}

#[test]
fn every_chapter_stands_on_something_or_carries_something() {
    let arrows = arrows();
    let numbers: Vec<usize> = CHAPTERS.iter().map(|chapter| chapter.number).collect();
    assert_eq!(numbers, (1..=30).collect::<Vec<_>>());
    for chapter in numbers {
        assert!(arrows.iter().any(|arrow| arrow.contains(&chapter)));
        assert_eq!(way_to(chapter).last(), Some(&chapter));
    }
}

#[test]
fn parts_and_names_are_those_of_the_table_of_contents() {
    let summary = page("SUMMARY.md");
    let parts: Vec<&str> = summary.split("\n# ").skip(1).collect();
    assert_eq!(parts.len(), PARTS.len());
    let mut names = CHAPTERS.iter();
    for (part, title) in parts.iter().zip(PARTS) {
        assert_eq!(part.lines().next(), Some(&*title.join(" ")));
        let chapters = part.lines().filter(|line| line.starts_with("- ["));
        let titles: Vec<String> = chapters.map(str::to_lowercase).collect();
        assert_eq!(titles.len(), CHAPTERS.len() / PARTS.len());
        for (title, chapter) in titles.iter().zip(&mut names) {
            let name = chapter.name.join(" ").replace("- ", "").to_lowercase();
            for word in name.split([' ', ',']) {
                assert!(
                    title.contains(word.trim_end_matches('s')),
                    "{name}: {title}"
                );
            }
        }
    }
}

/// A box of the map, read off the drawing.
struct Plate {
    number: usize,
    /// Its left, upper, right and lower edge.
    edges: Room,
}

fn of<'a, 'input>(
    document: &'a Document<'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    document
        .descendants()
        .filter(move |node| node.has_tag_name(name))
}

/// The boxes, by number.
fn plates(document: &Document<'_>) -> Vec<Plate> {
    let outlines = of(document, "rect").filter(|rect| rect.has_attribute("stroke"));
    let mut plates: Vec<Plate> = outlines
        .map(|rect| {
            let drawn = support::drawn(rect);
            let edges = [drawn[0][0], drawn[0][1], drawn[1][0], drawn[1][1]];
            let within = |text: &Node<'_, '_>| {
                let [x, y] = ["x", "y"].map(|name| support::value(*text, name));
                contains(&edges, [x, y])
            };
            let number = of(document, "text")
                .filter(within)
                .find_map(|text| support::letters(text).parse().ok());
            Plate {
                number: number.expect("a box has a number"),
                edges,
            }
        })
        .collect();
    plates.sort_by_key(|plate| plate.number);
    plates
}

/// The headings of the parts, a text a line.
fn headings<'a, 'input>(document: &'a Document<'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    of(document, "text").filter(|text| text.has_attribute("font-weight"))
}

/// Whether a point is in a rectangle; its edge is not.
fn contains([left, top, right, bottom]: &Room, [x, y]: [f64; 2]) -> bool {
    x > *left && x < *right && y > *top && y < *bottom
}

/// Whether a point is on the edge of a rectangle.
fn borders([left, top, right, bottom]: &Room, [x, y]: [f64; 2]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 0.02;
    (near(x, *left) || near(x, *right)) && (*top..=*bottom).contains(&y)
        || (near(y, *top) || near(y, *bottom)) && (*left..=*right).contains(&x)
}

/// The line of each arrow, from its start to its tip.
fn lines(document: &Document<'_>) -> Vec<Vec<[f64; 2]>> {
    let heads = of(document, "polygon").map(support::corners);
    of(document, "polyline")
        .map(support::corners)
        .zip(heads)
        .map(|(mut shaft, head)| {
            shaft.push(head[0]);
            shaft
        })
        .collect()
}

/// The points of a line a unit apart, or less.
fn along(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let stretch = |ends: &[[f64; 2]]| {
        let (from, to) = (ends[0], ends[1]);
        let steps = (to[0] - from[0]).hypot(to[1] - from[1]).ceil();
        (0..=steps as usize)
            .map(|k| k as f64 / steps)
            .map(|t| [0, 1].map(|i| from[i] + t * (to[i] - from[i])))
            .collect::<Vec<_>>()
    };
    line.windows(2).flat_map(stretch).collect()
}

#[test]
fn the_map_has_each_chapter_once_and_an_arrow_for_each_line_of_the_table() {
    let svg = support::figure("chapter_map").at_first().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let plates = plates(&document);
    let numbers: Vec<usize> = plates.iter().map(|plate| plate.number).collect();
    assert_eq!(numbers, (1..=30).collect::<Vec<_>>());
    let box_at = |point: [f64; 2]| {
        let found = plates.iter().find(|plate| borders(&plate.edges, point));
        found
            .unwrap_or_else(|| panic!("no box at {point:?}"))
            .number
    };
    let mut drawn: Vec<[usize; 2]> = lines(&document)
        .iter()
        .map(|line| [line[0], line[line.len() - 1]].map(box_at))
        .collect();
    let mut expected = arrows();
    drawn.sort_unstable();
    expected.sort_unstable();
    assert_eq!(drawn, expected);
}

#[test]
fn no_arrow_runs_through_a_box_a_heading_or_another_arrow() {
    let svg = support::figure("chapter_map").at_first().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let plates = plates(&document);
    let lines = lines(&document);
    for (k, line) in lines.iter().enumerate() {
        let points = along(line);
        for &point in &points {
            for plate in &plates {
                assert!(!contains(&plate.edges, point), "through {}", plate.number);
            }
            for heading in headings(&document) {
                let said = support::letters(heading);
                assert!(!contains(&support::room(heading), point), "over '{said}'");
            }
        }
        for other in &lines[..k] {
            let gap = along(other)
                .iter()
                .flat_map(|a| points.iter().map(|b| (a[0] - b[0]).hypot(a[1] - b[1])))
                .fold(f64::INFINITY, f64::min);
            assert!(gap > 5.0, "{line:?} and {other:?} are {gap} apart");
        }
    }
}

#[test]
fn names_fit_their_boxes_in_a_wide_font() {
    let svg = support::figure("chapter_map").at_first().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    for plate in plates(&document) {
        let mut lines = 0;
        for text in of(&document, "text") {
            let start = ["x", "y"].map(|name| support::value(text, name));
            if !contains(&plate.edges, start) || text.attribute("text-anchor") != Some("start") {
                continue;
            }
            let name = support::letters(text);
            let slim = name.chars().filter(|c| "fijlrt,’ -".contains(*c)).count();
            let wide = name.chars().count() - slim;
            // As in Verdana, the widest of the usual ones.
            let width = (0.4 * slim as f64 + 0.63 * wide as f64) * 15.0;
            assert!(start[0] + width < plate.edges[2], "'{name}' is too long");
            lines += 1;
        }
        assert_eq!(lines, CHAPTERS[plate.number - 1].name.len());
    }
}

#[test]
fn a_part_is_told_by_its_heading() {
    let svg = support::figure("chapter_map").at_first().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let plates = plates(&document);
    let headings: Vec<_> = headings(&document)
        .map(|text| (support::letters(text), support::room(text)))
        .collect();
    assert_eq!(headings.len(), PARTS.iter().map(|part| part.len()).sum());
    for (part, title) in PARTS.iter().enumerate() {
        // Between the first box of the part and the one above it in its column.
        let [left, top, right, _] = plates[5 * part].edges;
        let above = plates[..5 * part].last().map(|plate| plate.edges);
        let above = above.filter(|edges| edges[0] == left).map_or(0.0, |e| e[3]);
        let between = |room: &Room| room[1] > above && room[3] < top;
        let said: Vec<&str> = headings
            .iter()
            .filter(|(_, room)| (left..right).contains(&room[0]) && between(room))
            .map(|(line, _)| line.as_str())
            .collect();
        assert_eq!(said, *title);
    }
}

#[test]
fn the_description_says_what_every_chapter_stands_on() {
    let said = support::figure("chapter_map").at_first().description;
    for chapter in &CHAPTERS {
        let number = chapter.number;
        let name = chapter.name.join(" ").replace("- ", "");
        let on: Vec<String> = chapter.stands_on.iter().map(usize::to_string).collect();
        let on = match on.is_empty() {
            true => "no other".to_string(),
            false => on.join(" and "),
        };
        let sentence = format!(" {number}, {name}, stands on {on}");
        let found = said.find(&sentence).expect(&sentence);
        let end = said[found + sentence.len()..].chars().next();
        assert!(matches!(end, Some(';' | '.')), "{sentence}");
    }
}

/// The chapters of "1–9, 11".
fn listed(ranges: &str) -> Vec<usize> {
    let number = |text: &str| text.trim().parse::<usize>().expect(ranges);
    let range = |range: &str| match range.split_once('–') {
        Some((first, last)) => number(first)..=number(last),
        None => number(range)..=number(range),
    };
    ranges.split(',').flat_map(range).collect()
}

#[test]
fn the_ways_on_the_page_are_those_of_the_map() {
    let page = page("introduction.md");
    let mut ways = 0;
    let table = page
        .lines()
        .skip_while(|line| !line.starts_with("| straight to |"));
    for row in table.skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let &[goal, chapters] = cells.as_slice() else {
            panic!("{row} has {} cells", cells.len());
        };
        let (chapters, count) = chapters.split_once(" (").expect(row);
        let way = listed(chapters);
        let last = way[way.len() - 1];
        assert_eq!(way, way_to(last), "{row}");
        assert_eq!(count, format!("{} of 30)", way.len()), "{row}");
        assert!(goal.contains(&format!("chapter {last}")), "{row}");
        ways += 1;
    }
    assert!(ways >= 4, "{ways} ways");
    // "Three arrows cross from one column to the next."
    let crossing = |&[from, to]: &[usize; 2]| (from - 1) / 10 != (to - 1) / 10;
    let crossing: Vec<[usize; 2]> = arrows().into_iter().filter(crossing).collect();
    assert_eq!(crossing, [[3, 13], [9, 14], [18, 22]]);
    assert!(page.contains("Three arrows cross from one column to the next"));
}
