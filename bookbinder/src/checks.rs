//! What the book as a whole must fulfil: everything is bound, in both directions.

mod claims;

use crate::emit::{Inventory, Usage};
use crate::labels::Chapter;
use crate::problems::Problems;
use markup::{Block, Content, Node};
use std::collections::BTreeMap;
use std::path::Path;

/// Checks the bindings of a book whose pages have been read.
pub fn check(inventory: &Inventory, usage: &Usage, problems: &mut Problems) {
    for chapter in &inventory.chapters {
        match chapter.above {
            None => {
                tests_of(inventory, chapter, problems);
                modules(inventory, chapter, usage, problems);
            }
            Some(_) => own_files(inventory, chapter, problems),
        }
        proofs(chapter, usage, problems);
        numbers(chapter, usage, problems);
        exercises(chapter, problems);
        previews(chapter, usage, problems);
        heading_ids(chapter, problems);
        definitions(inventory, chapter, problems);
    }
    claims::check(inventory, usage, problems);
    shown_once(inventory, usage, problems);
    sources(inventory, usage, problems);
}

fn snake(id: &str) -> String {
    id.replace('-', "_")
}

/// Theorems and algorithms have a test of their name, and such a test has its
/// statement, on one of the chapter's pages.
fn tests_of(inventory: &Inventory, chapter: &Chapter, problems: &mut Problems) {
    let folder = format!("listings/tests/{}", snake(&chapter.stem));
    for (kind, module) in [("theorem", "theorems"), ("algorithm", "algorithms")] {
        let mut stated: BTreeMap<String, (&Path, &Block)> = BTreeMap::new();
        for page in inventory.pages_of(chapter) {
            let blocks = page.page.all_blocks().into_iter();
            let blocks = blocks.filter(|block| block.kind.data_kind == kind);
            let named = blocks.filter_map(|block| Some((snake(&block.id()?), block)));
            stated.extend(named.map(|(name, block)| (name, (&*page.page.file, block))));
        }
        let tests: Vec<_> = inventory.tests.of(&chapter.stem, module).collect();
        for (name, (file, block)) in &stated {
            let same = tests.iter().filter(|test| test.name == *name);
            let test = same.min_by_key(|test| test.excuse.is_some());
            let excuse = test.map(|test| test.excuse.as_ref());
            let unchecked = block.attribute("unchecked").is_some();
            let message = match (excuse, unchecked) {
                (None, false) => format!(
                    "the {kind} {:?} has no test fn {name} in mod {module} of {folder}",
                    block.id().unwrap_or_default(),
                ),
                (Some(Some(attribute)), false) => format!(
                    "under {attribute} the test {name} says nothing of the {kind} {:?}",
                    block.id().unwrap_or_default()
                ),
                (Some(_), true) => format!("{name} is tested, and yet called unchecked"),
                _ => continue,
            };
            problems.add(file, block.line, message);
        }
        for test in tests {
            if !stated.contains_key(&test.name) {
                let message = format!(
                    "no {kind} {:?} stands on the page {}",
                    test.name.replace('_', "-"),
                    chapter.page.file.display()
                );
                problems.add(&test.file, test.line, message);
            }
        }
    }
}

/// The tests and the code of a deeper page stand with those of its chapter.
fn own_files(inventory: &Inventory, page: &Chapter, problems: &mut Problems) {
    let chapter = &inventory.main_page(page).stem;
    let mut tests = inventory.tests.iter();
    let test = tests.find(|test| test.chapter == page.stem);
    let items = inventory.items.public_items(&snake(&page.stem));
    let test = test.map(|test| (&test.file, "tests"));
    let item = items.first().map(|(_, item)| (&item.file, "src"));
    for (file, folder) in test.into_iter().chain(item) {
        let message = format!(
            "{:?} is a deeper page; what belongs to it stands in listings/{folder}/{}",
            page.stem,
            snake(chapter)
        );
        problems.add(file, 0, message);
    }
}

/// A theorem is proved, or says where the proof stands.
fn proofs(chapter: &Chapter, usage: &Usage, problems: &mut Problems) {
    for block in chapter.page.all_blocks() {
        if block.kind.data_kind != "theorem" {
            continue;
        }
        let id = block.id().unwrap_or_default();
        let proved = usage.contains("proof", &id);
        let stated = block.attribute("stated").is_some();
        let message = match (proved, stated) {
            (false, false) => format!(
                "the {} {id:?} has no proof; prove it, or say where it is proved: stated=\"key, section\"",
                block.kind.tag
            ),
            (true, true) => format!(
                "the {} {id:?} is proved, and yet called stated",
                block.kind.tag
            ),
            _ => continue,
        };
        problems.add(&chapter.page.file, block.line, message);
    }
}

/// Examples, questions, previews and computed solutions print a number that a
/// test claims, or say why there is none.
fn numbers(chapter: &Chapter, usage: &Usage, problems: &mut Problems) {
    let marked = |id: &str| usage.marks.iter().any(|mark| mark.id == id);
    let mut check = |block: &Block, id: &str, unclaimed: bool| {
        let message = match (marked(id), unclaimed) {
            (false, false) => format!(
                "{} {id:?} marks no result: mark it, {{{{5.39}}}}, or say why there is none: unclaimed=\"…\"",
                block.kind.label
            ),
            (true, true) => format!(
                "{} {id:?} marks a result, and yet has unclaimed=\"…\"",
                block.kind.label
            ),
            _ => return,
        };
        problems.add(&chapter.page.file, block.line, message);
    };
    for block in chapter.page.all_blocks() {
        let id = block.id().unwrap_or_default();
        let unclaimed = block.attribute("unclaimed").is_some();
        match block.kind.tag {
            "example" | "question" | "preview" => check(block, &id, unclaimed),
            "exercise" if block.attribute("grade") != Some("prove") => {
                let solutions = block.blocks().filter(|inner| inner.kind.tag == "solution");
                for solution in solutions {
                    check(solution, &id, solution.attribute("unclaimed").is_some());
                }
            }
            _ => {}
        }
    }
}

/// Every exercise has a hint and a solution.
fn exercises(chapter: &Chapter, problems: &mut Problems) {
    for block in chapter.page.all_blocks() {
        for part in ["hint", "solution"] {
            let count = block
                .blocks()
                .filter(|inner| inner.kind.tag == part)
                .count();
            if block.kind.tag == "exercise" && count != 1 {
                let id = block.id().unwrap_or_default();
                let message = format!("the exercise {id:?} needs one <{part}>, and has {count}");
                problems.add(&chapter.page.file, block.line, message);
            }
        }
    }
}

fn previews(chapter: &Chapter, usage: &Usage, problems: &mut Problems) {
    for block in chapter.page.all_blocks() {
        let id = block.id().unwrap_or_default();
        if block.kind.tag == "preview" && !usage.contains("solution", &id) {
            let message = format!("the preview problem {id:?} has no <solution> in it");
            problems.add(&chapter.page.file, block.line, message);
        }
    }
}

/// Programs, figures, measurements and starters stand on exactly one page.
fn shown_once(inventory: &Inventory, usage: &Usage, problems: &mut Problems) {
    for (name, locations) in &usage.names {
        let repeatable = name.starts_with("source ");
        if let (false, [first, rest @ ..]) = (repeatable, locations.as_slice()) {
            for again in rest {
                let message = format!(
                    "the {name} stands at {}:{} already",
                    first.file.display(),
                    first.line
                );
                problems.add(&again.file, again.line, message);
            }
        }
    }
    let mut shown = |kind: &str, name: &str, file: &Path| {
        if !usage.contains(kind, name) {
            problems.add(file, 0, format!("no page shows the {kind} {name:?}"));
        }
    };
    for (name, program) in &inventory.programs {
        shown("program", name, &program.file);
    }
    for (name, (file, _)) in &inventory.measurements {
        shown("measured", name, file);
    }
    for (name, file) in &inventory.starters {
        shown("starter", name, file);
    }
    for (name, figure) in &inventory.figures {
        shown("figure", name, Path::new(figure.at_first().source));
    }
}

/// Every source is cited, and no source has the id of something else.
fn sources(inventory: &Inventory, usage: &Usage, problems: &mut Problems) {
    let bibliography = &inventory.bibliography;
    for key in bibliography.sources.keys() {
        let line = bibliography.line(key);
        if let Err(message) = inventory.labels.check_free(key) {
            problems.add(&bibliography.file, line, message);
        }
        if !usage.contains("source", key) {
            let message = format!("no page cites the source {key:?}");
            problems.add(&bibliography.file, line, message);
        }
    }
}

/// Every public item of a chapter's module is listed on a page, or named in the
/// section 'Also in this module' of one of the chapter's pages.
fn modules(inventory: &Inventory, chapter: &Chapter, usage: &Usage, problems: &mut Problems) {
    let module = snake(&chapter.stem);
    let pages = inventory.pages_of(chapter);
    let also: Vec<_> = pages.flat_map(also_in_this_module).collect();
    let found = |code: &str| inventory.items.get(&format!("{module}::{code}"));
    for (name, item) in inventory.items.public_items(&module) {
        let path = format!("{module}::{name}");
        let listed = usage.contains("listing", &item.path);
        let is_item = |code: &str| found(code).is_some_and(|found| found.path == item.path);
        let named = also.iter().find(|named| is_item(&named.code));
        if named.is_none() && !listed {
            let message = match chapter.html {
                Some(_) => format!(
                    "{path} is shown on no page; list it, or name it under 'Also in this module' of {}",
                    chapter.page.file.display()
                ),
                None => format!("{path} is shown on no page; {:?} is a draft", chapter.title),
            };
            problems.add(&item.file, item.lines.0, message);
        }
        if let (Some(named), true) = (named, listed) {
            let message = format!("{path} is listed on a page already");
            problems.add(named.file, named.line, message);
        }
    }
    for Named { code, file, line } in &also {
        if let Err(why) = inventory.items.find(&format!("{module}::{code}")) {
            let message = format!("'Also in this module' names {code:?}: {why}");
            problems.add(file, *line, message);
        }
    }
}

/// What the section 'Also in this module' names.
struct Named<'a> {
    code: String,
    file: &'a Path,
    line: usize,
}

/// The code spans in the section 'Also in this module', with their lines.
/// Only the first span of a bullet names an item; others belong to the text.
fn also_in_this_module(page: &Chapter) -> Vec<Named<'_>> {
    let mut names = Vec::new();
    let mut inside = false;
    for node in &page.page.nodes {
        let markdown = match node {
            Node::Heading(heading) if heading.level == 2 => {
                inside = heading.title.contains("Also in this module");
                continue;
            }
            Node::Markdown(markdown) if inside => markdown,
            _ => continue,
        };
        for pair in markdown.spans.windows(2) {
            let bullet = pair[0].source.rsplit('\n').next() == Some("- ");
            if bullet && pair[1].content == Content::Code {
                names.push(Named {
                    code: pair[1].source.trim_matches('`').to_owned(),
                    file: &page.page.file,
                    line: pair[1].line,
                });
            }
        }
    }
    names
}

/// A heading must not have the id of a block.
fn heading_ids(chapter: &Chapter, problems: &mut Problems) {
    let blocks = chapter.page.all_blocks();
    let ids: Vec<_> = blocks.iter().filter_map(|block| block.id()).collect();
    for heading in chapter.page.headings() {
        if ids.contains(&heading.id) {
            let message = format!(
                "the heading {:?} has the id {:?}, which is a block's; give it another: {{#name}}",
                heading.title, heading.id
            );
            problems.add(&chapter.page.file, heading.markdown.line, message);
        }
    }
}

/// A definition's and an algorithm's code exists.
fn definitions(inventory: &Inventory, chapter: &Chapter, problems: &mut Problems) {
    for block in chapter.page.all_blocks() {
        for path in block
            .attribute("code")
            .unwrap_or_default()
            .split_whitespace()
        {
            if inventory.items.get(path).is_some_and(|item| !item.public) {
                let message = format!("{path} is private; name an item that a reader can call");
                problems.add(&chapter.page.file, block.line, message);
            }
        }
    }
}
