use super::*;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The items of a crate of these files, of which lib.rs declares all modules.
fn items_of(files: &[(&str, &str)]) -> Items {
    // Tests run side by side; each has a folder of its own.
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("bookbinder-items-{}-{number}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let write = |name: &str, text: &str| {
        let path = folder.join("src").join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let modules = files.iter().filter(|(name, _)| !name.contains('/'));
    let modules: String = modules
        .map(|(name, _)| format!("pub mod {};\n", name.trim_end_matches(".rs")))
        .collect();
    write("lib.rs", &format!("{modules}pub type Vector = f64;\n"));
    for (name, text) in files {
        write(name, text);
    }
    let mut problems = Problems::default();
    let items = Items::read(&folder, &[("src", "")], &mut problems);
    fs::remove_dir_all(folder).expect("the folder can be removed");
    assert!(problems.is_empty(), "{problems}");
    items
}

#[track_caller]
fn code<'a>(items: &'a Items, path: &str) -> &'a str {
    let item = items.find(path).unwrap_or_else(|why| panic!("{why}"));
    &item.code
}

fn names(items: &Items, module: &str) -> Vec<String> {
    let items = items.public_items(module).into_iter();
    items.map(|(name, _)| name).collect()
}

const NORMS: [(&str, &str); 2] = [
    (
        "vectors.rs",
        "mod norms;\npub use norms::{norm, Kind};\n\n/// Adds.\n///\n/// More.\n#[inline]\npub fn add() {\n    1;\n}\nfn hidden() {}\n",
    ),
    (
        "vectors/norms.rs",
        "/// The norm.\npub fn norm() {}\npub struct Kind;\nimpl Kind {\n    /// New.\n    pub fn new() -> Kind {\n        Kind\n    }\n}\nimpl Default for Kind {\n    fn default() -> Kind { Kind }\n}\n",
    ),
];

#[test]
fn an_item_is_found_by_its_path_without_its_doc_comment() {
    let items = items_of(&NORMS);
    let add = items.get("vectors::add").expect("add is an item");
    assert_eq!(add.code, "#[inline]\npub fn add() {\n    1;\n}");
    assert_eq!(add.summary.as_deref(), Some("Adds."));
    assert_eq!(add.lines, (7, 10));
    let new = code(&items, "vectors::Kind::new");
    assert_eq!(new, "pub fn new() -> Kind {\n    Kind\n}");
    assert!(items.get("vectors::Kind::Default").is_some());
    assert!(items.get("Vector").is_some());
}

#[test]
fn public_items_of_a_module_count_its_re_exports() {
    let items = items_of(&NORMS);
    assert_eq!(
        names(&items, "vectors"),
        ["Kind", "Kind::new", "add", "norm"]
    );
}

const DUAL: &str = "use std::ops::Mul;
/// A number and its derivative.
#[derive(Debug, Clone)]
/// Both are `f64`.
pub struct Dual {
    pub value: f64,
}
impl Mul for Dual {
    type Output = Dual;
    fn mul(self, other: Dual) -> Dual {
        self
    }
}
impl std::ops::Mul<f64> for Dual {
    type Output = Dual;
    fn mul(self, factor: f64) -> Dual { self }
}
impl Mul<Dual> for f64 {
    type Output = Dual;
    fn mul(self, other: Dual) -> Dual { other }
}
impl std::fmt::Display for Dual {}
";

#[test]
fn each_implementation_of_a_trait_has_a_path() {
    let items = items_of(&[("differentiation.rs", DUAL)]);
    let listed = |path: &str| code(&items, &format!("differentiation::{path}"));
    assert!(listed("Dual::Mul").starts_with("impl Mul for Dual {\n    type"));
    assert!(listed("Dual::Mul<f64>").starts_with("impl std::ops::Mul<f64> for Dual"));
    assert!(listed("Dual :: Mul< f64 >").starts_with("impl std::ops::Mul<f64> for Dual"));
    assert!(listed("f64::Mul<Dual>").starts_with("impl Mul<Dual> for f64"));
    assert!(listed("f64::Mul").starts_with("impl Mul<Dual> for f64"));
    assert!(listed("Dual::Display").starts_with("impl std::fmt::Display"));
    // The operators are to be shown, the rest is free.
    let expected = ["Dual", "Dual::Mul", "Dual::Mul<f64>", "f64::Mul<Dual>"];
    assert_eq!(names(&items, "differentiation"), expected);
}

#[test]
fn an_implementation_for_a_reference_is_another() {
    let var = "use std::ops::{Add, Neg};
pub struct Var;
impl Add for Var { type Output = Var; }
impl<'a> Add<&'a Var> for Var { type Output = Var; }
impl Add<Var> for &Var { type Output = Var; }
impl<'a, 'b> Add<&'b Var> for &'a Var { type Output = Var; }
impl Neg for &Var { type Output = Var; }
";
    let items = items_of(&[("autograd.rs", var)]);
    for (path, start) in [
        ("Var::Add", "impl Add for Var"),
        ("Var::Add<&Var>", "impl<'a> Add<&'a Var> for Var"),
        ("&Var::Add<Var>", "impl Add<Var> for &Var"),
        ("&Var::Add<&Var>", "impl<'a, 'b> Add<&'b Var> for &'a Var"),
        ("&Var::Neg", "impl Neg for &Var"),
        ("Var::Neg", "impl Neg for &Var"),
    ] {
        let code = code(&items, &format!("autograd::{path}"));
        assert!(code.starts_with(start), "{path}: {code}");
    }
    assert_eq!(names(&items, "autograd").len(), 6);
}

#[test]
fn an_ambiguous_path_names_all_that_it_may_be() {
    let text = "pub struct Dual;
impl From<f32> for Dual {}
impl From<f64> for Dual {}
";
    let items = items_of(&[("differentiation.rs", text)]);
    assert!(items.get("differentiation::Dual::From").is_none());
    let why = items.find("differentiation::Dual::From");
    assert_eq!(
        why.expect_err("two of them"),
        "\"differentiation::Dual::From\" is ambiguous; is it \
         \"differentiation::Dual::From<f32>\" (src/differentiation.rs:2) or \
         \"differentiation::Dual::From<f64>\" (src/differentiation.rs:3)?"
    );
    let why = items
        .find("differentiation::Dual::Form<f64>")
        .expect_err("misspelt");
    assert!(
        why.ends_with("is it \"differentiation::Dual::From<f64>\"?"),
        "{why}"
    );
}

#[test]
fn arguments_that_stand_for_any_are_left_out() {
    let text = "pub struct Mat<const M: usize, const N: usize>;
impl<const M: usize, const N: usize> Mat<M, N> { pub fn zero() {} }
impl Mat<2, 2> { pub fn det() -> f64 { 0.0 } }
impl Mat<3, 3> { pub fn det() -> f64 { 1.0 } }
impl<const M: usize, const N: usize> std::ops::Add for Mat<M, N> {}
impl<const M: usize, const N: usize> std::ops::Mul<[f64; N]> for Mat<M, N> {}
pub struct By<'a>(&'a str);
impl std::ops::Neg for By<'_> {}
impl std::ops::Index<std::ops::Range<usize>> for Box<dyn Fn(f64) -> f64 + 'static> {}
";
    let items = items_of(&[("matrices.rs", text)]);
    let expected = [
        "Box<dyn Fn(f64)->f64>::Index<Range<usize>>",
        "By",
        "By::Neg",
        "Mat",
        "Mat::Add",
        "Mat::Mul<[f64;N]>",
        "Mat::zero",
        "Mat<2,2>::det",
        "Mat<3,3>::det",
    ];
    assert_eq!(names(&items, "matrices"), expected);
    for name in expected {
        code(&items, &format!("matrices::{name}"));
    }
    code(&items, "matrices::Mat::Mul");
    code(&items, "matrices::Mat<M, N>::Add");
    assert!(items.find("matrices::Mat::det").is_err());
}

#[test]
fn re_exports_are_followed_wherever_they_come_from() {
    let items = items_of(&[
        (
            "vectors.rs",
            "pub mod norms;\npub use self::norms::deep::norm as length;\npub use crate::data::*;\npub use norms::{self as sizes, Kind};\n",
        ),
        (
            "vectors/norms.rs",
            "pub mod deep { pub fn norm() {}\n pub use super::Kind as Sort; }\npub struct Kind;\nimpl Kind { pub const LIMIT: f64 = 1.0; }\npub use ndarray::Array1;\n",
        ),
        (
            "data.rs",
            "mod iris;\npub use self::iris::*;\nfn hidden() {}\n",
        ),
        (
            "data/iris.rs",
            "pub fn iris() {}\npub(crate) fn rows() {}\npub use super::super::vectors::norms::deep::Sort;\n",
        ),
    ]);
    for (path, defined) in [
        ("vectors::length", "vectors::norms::deep::norm"),
        ("vectors::iris", "data::iris::iris"),
        ("vectors::sizes::Kind", "vectors::norms::Kind"),
        ("vectors::sizes::deep::norm", "vectors::norms::deep::norm"),
        ("vectors::Kind::LIMIT", "vectors::norms::Kind::LIMIT"),
        (
            "vectors::norms::deep::Sort::LIMIT",
            "vectors::norms::Kind::LIMIT",
        ),
        ("data::Sort", "vectors::norms::Kind"),
    ] {
        let item = items.find(path).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(item.path, defined, "{path}");
    }
    assert_eq!(
        names(&items, "vectors"),
        ["Kind", "Kind::LIMIT", "iris", "length"]
    );
    assert!(items.get("vectors::hidden").is_none());
    assert!(items.get("vectors::rows").is_none());
    assert!(items.get("data::iris::rows").is_some());
}

#[test]
fn modules_that_re_export_each_other_come_to_an_end() {
    let items = items_of(&[
        (
            "a.rs",
            "pub use crate::b::*;\npub use crate::*;\npub mod inner { pub use super::*; }\npub fn one() {}\n",
        ),
        (
            "b.rs",
            "pub use super::a::*;\npub use crate::a as other;\npub fn two() {}\n",
        ),
    ]);
    for path in ["a::two", "b::one", "a::inner::two", "b::other::inner::one"] {
        code(&items, path);
    }
}

#[test]
fn what_stands_in_a_module_of_its_own_belongs_to_its_type() {
    let items = items_of(&[
        ("systems.rs", "mod lu;\nmod solve;\npub use lu::Lu;\n"),
        (
            "systems/lu.rs",
            "pub struct Lu;\nimpl Lu { pub fn new() {} }\n",
        ),
        (
            "systems/solve.rs",
            "use super::Lu;\nimpl Lu { pub fn solve() {} fn step() {} }\nimpl std::ops::Not for &Lu {}\n",
        ),
        (
            "products.rs",
            "use crate::systems::Lu;\nimpl std::ops::Mul for Lu {}\nimpl std::ops::Not for Lu {}\n",
        ),
    ]);
    let expected = ["&Lu::Not", "Lu", "Lu::new", "Lu::solve"];
    assert_eq!(names(&items, "systems"), expected);
    assert_eq!(names(&items, "products"), ["Lu::Mul", "Lu::Not"]);
    for path in [
        "systems::Lu::solve",
        "systems::solve::Lu::step",
        "products::Lu::Mul",
    ] {
        code(&items, path);
    }
    let not = items.find("systems::&Lu::Not").expect("one");
    assert_eq!(not.file, Path::new("src/systems/solve.rs"));
}

#[test]
fn traits_and_constants_and_their_implementations_are_items() {
    let text = "pub trait Layer {\n    const SIZE: usize;\n    fn run(&self) {}\n}
trait Secret {}
pub struct Relu;
impl Layer for Relu { const SIZE: usize = 1; }
impl Secret for Relu {}
impl Clone for Relu {}
impl<T: Copy> Layer for Vec<T> {}
pub static COUNT: usize = 0;
pub union Bits { a: u32 }
";
    let items = items_of(&[("autograd.rs", text)]);
    let expected = [
        "Bits",
        "COUNT",
        "Layer",
        "Relu",
        "Relu::Layer",
        "Vec::Layer",
    ];
    assert_eq!(names(&items, "autograd"), expected);
    code(&items, "autograd::Relu::Secret");
    code(&items, "autograd::Vec<T>::Layer");
    assert!(code(&items, "autograd::Layer").starts_with("pub trait Layer {\n    const"));
}

#[test]
fn a_macro_is_found_in_its_module_and_at_the_root() {
    let text = "/// Claims.\n#[macro_export]\nmacro_rules! claims {\n    () => {};\n}\nmacro_rules! own { () => {}; }\npub fn claims() {}\n";
    let items = items_of(&[
        ("support.rs", text),
        ("other.rs", "pub use crate::claims as said;\n"),
    ]);
    let whole = "#[macro_export]\nmacro_rules! claims {\n    () => {};\n}";
    for path in ["support::claims!", "claims!", "other::said!"] {
        assert_eq!(code(&items, path), whole);
    }
    assert_eq!(code(&items, "support::claims"), "pub fn claims() {}");
    assert_eq!(names(&items, "support"), ["claims", "claims!"]);
    code(&items, "support::own!");
}

#[test]
fn only_the_doc_comment_is_taken_away() {
    let text = "#[derive(Debug)]
/// A pair.
#[doc(alias = \"couple\")]
/** Of two
numbers. */
// Why it is a tuple.
pub struct Pair(f64, f64);

pub mod inner {
    /// First.
    ///
    /// Second.
    #[doc = \"Third.\"] #[inline]
    pub fn f() {
        //! Inside.
        let text = \"/// é\";
    }
    /** One line. */ pub fn g() {} pub fn h() {}
}
";
    let items = items_of(&[("pairs.rs", text)]);
    let pair = items.get("pairs::Pair").expect("Pair is an item");
    assert_eq!(
        pair.code,
        "#[derive(Debug)]\n#[doc(alias = \"couple\")]\n// Why it is a tuple.\npub struct Pair(f64, f64);"
    );
    assert_eq!(pair.summary.as_deref(), Some("A pair. Of two numbers."));
    assert_eq!(pair.lines, (1, 7));
    let f = items.get("pairs::inner::f").expect("f is an item");
    assert_eq!(
        f.code,
        "#[inline]\npub fn f() {\n    //! Inside.\n    let text = \"/// é\";\n}"
    );
    assert_eq!(f.summary.as_deref(), Some("First."));
    assert_eq!(code(&items, "pairs::inner::g"), "pub fn g() {}");
    assert_eq!(code(&items, "pairs::inner::h"), "pub fn h() {}");
}

#[test]
fn what_is_compiled_for_tests_alone_is_no_item() {
    let text = "#[cfg(test)]\nmod tests;\n#[cfg(test)]\npub fn helper() {}\n#[cfg(feature = \"x\")]\npub mod extra { pub fn f() {} }\n";
    let items = items_of(&[
        ("vectors.rs", text),
        ("vectors/tests.rs", "pub fn t() {}\n"),
    ]);
    assert_eq!(names(&items, "vectors"), ["extra::f"]);
    assert!(items.get("vectors::tests::t").is_none());
}
