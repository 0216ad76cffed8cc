//! Every marked result is claimed by a test, and every test that claims has
//! its block.

use crate::emit::{Inventory, Mark, Usage};
use crate::labels::Label;
use crate::problems::Problems;
use crate::test_source::{Claims, Test};
use std::collections::BTreeMap;

/// The marks of each block are as many as the values of the one test that is
/// called after it. Whether they are the same numbers, the test itself says.
pub(super) fn check(inventory: &Inventory, usage: &Usage, problems: &mut Problems) {
    let mut marked: BTreeMap<&str, Vec<&Mark>> = BTreeMap::new();
    for mark in &usage.marks {
        marked.entry(&mark.id).or_default().push(mark);
    }
    let mut claimed: BTreeMap<String, &Test> = BTreeMap::new();
    for test in inventory.tests.iter() {
        let Some(claims) = test.claims else { continue };
        let id = test.id();
        let first = *claimed.entry(id.clone()).or_insert(test);
        let message = match marked.get(id.as_str()) {
            Some(_) if first != test => format!(
                "{id:?} is claimed by {}:{} already",
                first.file.display(),
                first.line
            ),
            Some(_) if stem(inventory, &id) != test.chapter => {
                format!(
                    "{id:?} stands in another chapter; claim its results in the tests of that chapter"
                )
            }
            Some(marks) => {
                count(test, claims, marks, problems);
                continue;
            }
            None => nothing_marked(inventory, &id),
        };
        problems.add(&test.file, claims.line, message);
    }
    for mark in &usage.marks {
        if !claimed.contains_key(&mark.id) {
            let message = format!(
                "no test claims the result {} of {:?}: claims!(…) in fn {}",
                printed(mark),
                mark.id,
                mark.id.replace('-', "_")
            );
            problems.add(&mark.file, mark.line, message);
        }
    }
}

fn count(test: &Test, claims: Claims, marks: &[&Mark], problems: &mut Problems) {
    if let Some(attribute) = &test.excuse {
        let message = format!("under {attribute} the test {} claims nothing", test.name);
        problems.add(&test.file, claims.line, message);
    }
    if let (Some(first), true) = (marks.first(), marks.len() != claims.count) {
        let marked: Vec<_> = marks.iter().map(|mark| printed(mark)).collect();
        let message = format!(
            "{:?}: {} marked, {}; {} claimed at {}:{}",
            first.id,
            marks.len(),
            marked.join(", "),
            claims.count,
            test.file.display(),
            claims.line
        );
        problems.add(&first.file, first.line, message);
    }
}

/// The chapter of a block.
fn stem<'a>(inventory: &'a Inventory, id: &str) -> &'a str {
    let page = |label: &Label| inventory.main_page(&inventory.chapters[label.chapter]);
    inventory
        .labels
        .get(id)
        .map_or("", |label| &page(label).stem)
}

fn printed(mark: &Mark) -> String {
    format!("{{{{{}}}}}", mark.literal)
}

fn nothing_marked(inventory: &Inventory, id: &str) -> String {
    if inventory.labels.get(id).is_some() {
        return format!("{id:?} marks no result");
    }
    let near = inventory.labels.nearest(id);
    let near = near.map_or_else(String::new, |near| format!("; is it {near:?}?"));
    format!("no block has the id {id:?}{near}")
}
