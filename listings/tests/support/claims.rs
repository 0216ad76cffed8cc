//! The numbers on the pages, claimed by the tests that compute them.

use super::literal::{Claimed, agrees};
use super::pages::Pages;
use std::path::Path;
use std::sync::LazyLock;

static PAGES: LazyLock<Pages> = LazyLock::new(|| {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    Pages::read(package.parent().expect("the package stands in the book"))
});

/// Fails unless the block with this id prints `{{literal}}` on its page and
/// the computed value is what the literal prints.
///
/// A literal without a decimal point or a power of ten is exact; one with
/// either must be what the value rounds to at the printed digits. A tuple or
/// a matrix is compared entry by entry, and words letter by letter.
#[track_caller]
pub fn claim<T: Claimed>(id: &str, literal: &str, computed: T) {
    if let Err(message) = claim_on(&PAGES, id, literal, computed) {
        panic!("{message}");
    }
}

/// The same for pages anywhere. The number is judged first, so that a page
/// that is not yet written hides no wrong number.
pub fn claim_on<T: Claimed>(
    pages: &Pages,
    id: &str,
    literal: &str,
    computed: T,
) -> Result<(), String> {
    let blocks: Vec<_> = pages.with_id(id).collect();
    let place = match blocks.first() {
        Some(block) => format!(
            "{}:{}: <{} {id:?}>",
            block.file.display(),
            block.line,
            block.tag
        ),
        None => format!("{id:?}"),
    };
    agrees(literal, &computed.value())
        .map_err(|why| format!("{place} cannot print {{{{{literal}}}}}: {why}"))?;
    if blocks.is_empty() {
        let root = pages.root();
        return Err(format!(
            "no page in {root} has a block {id:?} to print {{{{{literal}}}}}"
        ));
    }
    let marks: Vec<_> = blocks.iter().flat_map(|block| &block.marks).collect();
    if marks.iter().any(|mark| mark.literal == literal) {
        return Ok(());
    }
    let printed: Vec<String> = marks
        .iter()
        .map(|mark| format!("{{{{{}}}}} in line {}", mark.literal, mark.line))
        .collect();
    let printed = match printed.is_empty() {
        true => "no result at all".to_owned(),
        false => printed.join(", "),
    };
    Err(format!(
        "{place} does not print {{{{{literal}}}}}; it prints {printed}"
    ))
}
