//! The numbers on the pages, claimed by the tests that compute them.

use crate::literal::{Value, agrees};
use crate::pages::Pages;
use std::any::type_name;
use std::path::Path;
use std::sync::OnceLock;

/// Claims the results that a block of a page marks, `{{…}}`: the values, in the
/// order of the marks on the page, in a test with the name of the block.
///
/// ```ignore
/// #[test]
/// fn three_norms() {
///     let x = array![3.0, -4.0];
///     claims!(norm_l1(&x), norm_l2(&x), norm_inf(&x));
/// }
/// ```
///
/// Hint and solution of an exercise are part of it; the solution of a preview
/// problem comes after it. A literal without a decimal point or a power of ten
/// is exact; one with either must be what the value rounds to at the printed
/// digits. A tuple or a matrix is compared entry by entry, and words letter by
/// letter.
#[macro_export]
macro_rules! claims {
    ($($value:expr),+ $(,)?) => {{
        fn here() {}
        $crate::claim_values(
            env!("CARGO_MANIFEST_DIR"),
            $crate::test_around(here),
            &[$($crate::Claimed::value(&$value)),+],
        );
    }};
}

/// What [`claims!`] does: fails unless the block that the test is called after,
/// on the pages in `src/` beside the package, marks results that print just
/// these values.
#[track_caller]
pub fn claim_values(package: &str, test: &str, values: &[Value]) {
    static PAGES: OnceLock<Pages> = OnceLock::new();
    let pages = PAGES.get_or_init(|| {
        let root = Path::new(package).with_file_name("");
        Pages::read(&root).unwrap_or_else(|error| panic!("the pages: {error}"))
    });
    if let Err(message) = claims_on(pages, &test.replace('_', "-"), values) {
        panic!("{message}");
    }
}

/// The name of the test that a function stands in, in closures or not: that of
/// the thread would be another where tests run one after the other.
pub fn test_around<F: Fn()>(_here: F) -> &'static str {
    let path = type_name::<F>();
    let outer = path.rsplit_once("::").map_or(path, |(outer, _)| outer);
    let test = outer.trim_end_matches("::{{closure}}");
    test.rsplit("::").next().unwrap_or(test)
}

/// Whether the block with this id marks results that print just these values;
/// if not, each that differs, one a line.
pub fn claims_on(pages: &Pages, id: &str, values: &[Value]) -> Result<(), String> {
    let marks = pages.marks(id);
    let Some(first) = marks.first() else {
        return Err(format!("no page marks a result of {id:?}"));
    };
    if marks.len() != values.len() {
        let literals: Vec<_> = marks.iter().map(ToString::to_string).collect();
        return Err(format!(
            "{}: {id:?}: {} marked, {}; {} claimed",
            first.place,
            marks.len(),
            literals.join(", "),
            values.len(),
        ));
    }
    let wrong: Vec<_> = marks
        .iter()
        .zip(values)
        .filter_map(|(mark, value)| {
            let why = agrees(&mark.literal, value).err()?;
            Some(format!("{}: {mark} {why}", mark.place))
        })
        .collect();
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}
