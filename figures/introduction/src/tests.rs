//! That the table of the chapters is sound, that the map draws what the table
//! says, and that the page reads it rightly.

use super::*;
use drawing::Shape;
use std::collections::BTreeSet;
use std::path::Path;

/// A page of the book.
fn page(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../src")
        .join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// The arrows of the table, from the earlier chapter to the later one.
fn arrows() -> Vec<[usize; 2]> {
    let of = |(to, _, stands_on): Chapter| stands_on.iter().map(move |&from| [from, to]);
    CHAPTERS.into_iter().flat_map(of).collect()
}

/// The chapters to read for the sake of one, that one included, in order.
fn way_to(chapter: usize) -> Vec<usize> {
    let before = CHAPTERS[chapter - 1].2.iter();
    let mut needed: BTreeSet<_> = before.flat_map(|&before| way_to(before)).collect();
    needed.insert(chapter);
    needed.into_iter().collect()
}

#[test]
fn a_chapter_stands_on_earlier_ones_and_no_arrow_says_what_others_say() {
    for (k, (number, _, stands_on)) in CHAPTERS.into_iter().enumerate() {
        assert_eq!(number, k + 1);
        assert!(
            arrows().iter().any(|arrow| arrow.contains(&number)),
            "{number} is alone"
        );
        for from in stands_on {
            // With this there is no circle either.
            assert!((1..number).contains(from), "{number} on {from}");
            let mut others = stands_on.iter().filter(|other| *other != from);
            let by_way = others.find(|other| way_to(**other).contains(from));
            assert_eq!(by_way, None, "{number} stands on {from} by way of another");
        }
    }
}

#[test]
fn parts_and_names_are_those_of_the_table_of_contents() {
    let summary = page("SUMMARY.md");
    let parts: Vec<&str> = summary.split("\n# ").skip(1).collect();
    assert_eq!(parts.len(), PARTS.len());
    let mut chapters = CHAPTERS.into_iter();
    for (part, title) in parts.iter().zip(PARTS) {
        assert_eq!(part.lines().next(), Some(&*title.join(" ")));
        let titles = part.lines().filter(|line| line.starts_with("- ["));
        let titles: Vec<String> = titles.map(str::to_lowercase).collect();
        assert_eq!(titles.len(), IN_PART);
        for (title, (_, name, _)) in titles.iter().zip(&mut chapters) {
            for word in whole(name).to_lowercase().split([' ', ',']) {
                let stem = word.trim_end_matches('s');
                assert!(title.contains(stem), "{name:?}: {title}");
            }
        }
    }
}

/// The upper left and the lower right corner of each box, in the order of the chapters.
fn boxes(panel: &Panel) -> Vec<[[f64; 2]; 2]> {
    let mut outlines = panel.rectangles();
    outlines.retain(|rectangle| rectangle.style.width > 0.0);
    let corners = |outline: &Shape| [0, 2].map(|k| outline.points[k]);
    outlines.into_iter().map(corners).collect()
}

/// Whether a point is in a box; its edge is not.
fn is_in([[left, top], [right, bottom]]: [[f64; 2]; 2], [x, y]: [f64; 2]) -> bool {
    left < x && x < right && top < y && y < bottom
}

#[test]
fn the_map_has_each_chapter_once_and_an_arrow_for_each_line_of_the_table() {
    let drawing = chapter_map().drawing;
    let panel = drawing.panel(0);
    let boxes = boxes(panel);
    assert_eq!(boxes.len(), CHAPTERS.len());
    for (edges, (number, name, _)) in boxes.iter().zip(CHAPTERS) {
        let mut labels = panel.labels();
        labels.retain(|(_, at)| is_in(*edges, *at));
        let said: Vec<_> = labels.iter().map(|(label, _)| label.plain()).collect();
        assert_eq!(said[0], number.to_string());
        assert_eq!(said[1..], *name);
        // In the usual font, which is narrower than a label reckons.
        let end = |(label, [x, _]): &(Label, [f64; 2])| x + 0.87 * label.width();
        let end = labels.iter().map(end).fold(0.0, f64::max);
        assert!(end < edges[1][0], "{name:?} is too long: {end}");
    }
    let ends = |arrow: &&Shape| {
        // Just beyond both ends stand the boxes that it joins.
        let (points, n) = (&arrow.points, arrow.points.len());
        let ends = [[points[1], points[0]], [points[n - 2], points[n - 1]]];
        let beyond = ends.map(|[before, end]| part_of_the_way(before, end, 1.01));
        let box_at = |at| boxes.iter().position(|edges| is_in(*edges, at));
        beyond.map(|at| 1 + box_at(at).expect("a box at each end"))
    };
    let drawn: BTreeSet<_> = panel.arrows().iter().map(ends).collect();
    assert_eq!(panel.arrows().len(), drawn.len());
    assert_eq!(drawn, BTreeSet::from_iter(arrows()));
}

#[test]
fn no_arrow_runs_through_a_box_a_heading_or_another_arrow() {
    let drawing = chapter_map().drawing;
    let panel = drawing.panel(0);
    let heading = |(label, [x, y]): (Label, [f64; 2])| {
        let half = LINE / 2.0;
        let room = [[x, y - half], [x + label.width(), y + half]];
        label.is_heavy().then_some(room)
    };
    let headings = panel.labels().into_iter().filter_map(heading);
    let obstacles = [boxes(panel), headings.collect()].concat();
    let mut before: Vec<Vec<[f64; 2]>> = Vec::new();
    for arrow in panel.arrows() {
        // Points a hundredth of a stretch apart.
        let stretches = arrow.points.windows(2);
        let along = |ends: &[[f64; 2]]| {
            let (from, to) = (ends[0], ends[1]);
            (0..=100).map(move |k| part_of_the_way(from, to, f64::from(k) / 100.0))
        };
        let points: Vec<_> = stretches.flat_map(along).collect();
        for edges in &obstacles {
            let met = points.iter().find(|at| is_in(*edges, **at));
            assert_eq!(met, None, "{arrow:?} runs through {edges:?}");
        }
        for [x, y] in before.iter().flatten() {
            let near = points.iter().find(|at| (at[0] - x).hypot(at[1] - y) < 5.0);
            assert_eq!(near, None, "{arrow:?} is near another");
        }
        before.push(points);
    }
}

#[test]
fn a_part_is_told_by_its_heading() {
    let drawing = chapter_map().drawing;
    let boxes = boxes(drawing.panel(0));
    let mut said: Vec<Vec<String>> = vec![Vec::new(); PARTS.len()];
    let labels = drawing.panel(0).labels().into_iter();
    for (label, [x, y]) in labels.filter(|(label, _)| label.is_heavy()) {
        // It stands above the first box of its part, and below all before.
        let is_below =
            |[[left, top], [right, _]]: &[[f64; 2]; 2]| left < &x && x < *right && y < *top;
        let first = boxes.iter().position(is_below).expect("a box below");
        assert_eq!(first % IN_PART, 0, "{}", label.plain());
        said[first / IN_PART].push(label.plain());
    }
    assert_eq!(said, PARTS);
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
    let (_, table) = page.split_once("| straight to |").expect("a table");
    let lines = table.lines().skip(2);
    let rows: Vec<&str> = lines.take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() >= 4, "{rows:?}");
    for row in rows {
        let (goal, chapters) = row.trim_matches('|').split_once('|').expect(row);
        let (chapters, count) = chapters.trim().split_once(" (").expect(row);
        let way = listed(chapters);
        let last = way[way.len() - 1];
        assert_eq!(way, way_to(last), "{row}");
        assert_eq!(count, format!("{} of 30)", way.len()), "{row}");
        assert!(goal.contains(&format!("chapter {last}")), "{row}");
    }
    let mut crossing = arrows();
    crossing.retain(|[from, to]| (from - 1) / IN_COLUMN != (to - 1) / IN_COLUMN);
    assert_eq!(crossing, [[3, 13], [9, 14], [18, 22]]);
    assert!(page.contains("three arrows cross from one to the next"));
}
