//! The crate that the listings come from, item by item.

use crate::problems::Problems;
use crate::temporary::is_temporary;
use proc_macro2::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ImplItem, Item, Lit, Meta, UseTree, Visibility};

/// An item that a page can list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its file, relative to the root of the book.
    pub file: PathBuf,
    /// Its first and last line, doc comments aside.
    pub lines: (usize, usize),
    /// The first paragraph of its doc comment.
    pub summary: Option<String>,
    /// Whether the crate shows it to its users.
    pub public: bool,
    /// The code, doc comments aside.
    pub code: String,
}

/// All items by path: `vectors::axpy`, `differentiation::Dual::new`,
/// `differentiation::Dual::Mul` for the implementation of a trait.
#[derive(Debug, Default)]
pub struct Items(BTreeMap<String, Listed>);

impl Items {
    /// Reads a folder of modules: `src/vectors.rs` is the module `vectors`,
    /// `src/vectors/norms.rs` is `vectors::norms`. `prefix` comes before each
    /// path. A file that does not parse is a problem.
    pub fn read(root: &Path, folder: &Path, prefix: &str, problems: &mut Problems) -> Items {
        let mut items = Items::default();
        let mut exports = Vec::new();
        let mut declared = BTreeSet::new();
        let mut modules = BTreeMap::new();
        for file in rust_files(&root.join(folder)) {
            let relative = file.strip_prefix(root).unwrap_or(&file).to_owned();
            let module = module_path(&relative, folder, prefix);
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            match syn::parse_file(&text) {
                Ok(parsed) => {
                    let source = Source {
                        file: &relative,
                        text: &text,
                    };
                    items.read_items(&source, &module, &parsed.items, &mut exports);
                    for item in &parsed.items {
                        if let Item::Mod(item) = item {
                            declared.insert(join(&module, &item.ident.to_string()));
                        }
                    }
                    modules.insert(module, relative.clone());
                }
                Err(error) => {
                    let line = error.span().start().line;
                    problems.add(&relative, line, format!("not Rust: {error}"));
                }
            }
        }
        // A macro declares the exercises. In the crate, a file without its
        // declaration would be shown and never compiled.
        for (module, file) in modules {
            if prefix.is_empty() && !module.is_empty() && !declared.contains(&module) {
                let (parent, name) = module.rsplit_once("::").unwrap_or(("lib", &module));
                let message =
                    format!("not compiled: the module {parent} does not declare mod {name}");
                problems.add(&file, 0, message);
            }
        }
        items.follow(&exports);
        items
    }

    /// Adds the items of another folder.
    pub fn join(mut self, other: Items) -> Items {
        self.0.extend(other.0);
        self
    }

    /// The item with this path.
    pub fn get(&self, path: &str) -> Option<&Listed> {
        self.0.get(path)
    }

    /// The public items of a module, by their names in it.
    pub fn public_items<'a>(
        &'a self,
        module: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Listed)> {
        let prefix = format!("{module}::");
        self.0.iter().filter_map(move |(path, item)| {
            let name = path.strip_prefix(&prefix)?;
            (item.public).then_some((name, item))
        })
    }

    /// All paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    fn read_items(
        &mut self,
        source: &Source<'_>,
        module: &str,
        items: &[Item],
        exports: &mut Vec<(String, String)>,
    ) {
        for item in items {
            let (name, public) = match item {
                Item::Use(item) if is_public(&item.vis) => {
                    leaves(&item.tree, String::new(), &mut |path| {
                        exports.push((module.to_owned(), path));
                    });
                    continue;
                }
                Item::Impl(item) => {
                    self.read_impl(source, module, item);
                    continue;
                }
                Item::Mod(item) => {
                    if let Some((_, items)) = &item.content
                        && !item.attrs.iter().any(is_cfg_test)
                    {
                        let inner = join(module, &item.ident.to_string());
                        self.read_items(source, &inner, items, exports);
                    }
                    continue;
                }
                Item::Fn(item) => (&item.sig.ident, is_public(&item.vis)),
                Item::Struct(item) => (&item.ident, is_public(&item.vis)),
                Item::Enum(item) => (&item.ident, is_public(&item.vis)),
                Item::Trait(item) => (&item.ident, is_public(&item.vis)),
                Item::Type(item) => (&item.ident, is_public(&item.vis)),
                Item::Const(item) => (&item.ident, is_public(&item.vis)),
                Item::Static(item) => (&item.ident, is_public(&item.vis)),
                _ => continue,
            };
            let path = join(module, &name.to_string());
            self.0
                .insert(path, source.listed(attributes(item), item.span(), public));
        }
    }

    fn read_impl(&mut self, source: &Source<'_>, module: &str, item: &syn::ItemImpl) {
        let syn::Type::Path(target) = &*item.self_ty else {
            return;
        };
        let Some(target) = target.path.segments.last() else {
            return;
        };
        let target = join(module, &target.ident.to_string());
        if let Some((_, path, _)) = &item.trait_ {
            if let Some(name) = path.segments.last() {
                let path = join(&target, &name.ident.to_string());
                let listed = source.listed(&item.attrs, item.span(), false);
                self.0.entry(path).or_insert(listed);
            }
            return;
        }
        for member in &item.items {
            let (name, attrs, vis) = match member {
                ImplItem::Fn(member) => (&member.sig.ident, &member.attrs, &member.vis),
                ImplItem::Const(member) => (&member.ident, &member.attrs, &member.vis),
                _ => continue,
            };
            let path = join(&target, &name.to_string());
            let listed = source.listed(attrs, member.span(), is_public(vis));
            self.0.insert(path, listed);
        }
    }

    /// Gives the items that a module re-exports from its children their path
    /// in that module.
    fn follow(&mut self, exports: &[(String, String)]) {
        for (module, path) in exports {
            let path = path.strip_prefix("self::").unwrap_or(path);
            let (from, name) = path.rsplit_once("::").unwrap_or(("", path));
            let from = join(module, from);
            let prefix = format!("{from}::");
            let found: Vec<_> = self
                .0
                .iter()
                .filter_map(|(path, item)| Some((path.strip_prefix(&prefix)?.to_owned(), item)))
                .filter(|(inner, _)| {
                    name == "*" || inner == name || inner.starts_with(&format!("{name}::"))
                })
                .map(|(inner, item)| (join(module, &inner), item.clone()))
                .collect();
            self.0.extend(found);
        }
    }
}

struct Source<'a> {
    file: &'a Path,
    text: &'a str,
}

impl Source<'_> {
    fn listed(&self, attributes: &[Attribute], span: Span, public: bool) -> Listed {
        let last = span.end().line;
        // An item starts at its first attribute; doc comments are attributes.
        let first = attributes
            .iter()
            .filter(|attribute| is_doc(attribute))
            .map(|attribute| attribute.span().end().line + 1)
            .max()
            .unwrap_or(span.start().line);
        let lines: Vec<_> = self.text.lines().collect();
        let code = &lines[first - 1..last];
        let indent = code
            .iter()
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.len() - line.trim_start().len())
            .min()
            .unwrap_or(0);
        let code: Vec<_> = code
            .iter()
            .map(|line| line.get(indent..).unwrap_or(""))
            .collect();
        Listed {
            file: self.file.to_owned(),
            lines: (first, last),
            summary: summary(attributes),
            public,
            code: code.join("\n"),
        }
    }
}

/// All Rust files below a folder, in order.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    files_below(folder, "rs")
}

/// All files below a folder with this extension, in order.
pub fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if is_temporary(&path) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn module_path(file: &Path, folder: &Path, prefix: &str) -> String {
    let inner = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    let names = inner.iter().filter_map(|name| name.to_str());
    let names: Vec<_> = names
        .filter(|name| !matches!(*name, "lib" | "mod" | "main"))
        .collect();
    join(prefix, &names.join("::"))
}

fn join(path: &str, name: &str) -> String {
    match (path, name) {
        ("", name) => name.to_owned(),
        (path, "") => path.to_owned(),
        (path, name) => format!("{path}::{name}"),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_doc(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc")
}

fn is_cfg_test(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Fn(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        _ => &[],
    }
}

/// The first paragraph of a doc comment.
fn summary(attributes: &[Attribute]) -> Option<String> {
    let mut words = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_doc(attribute)) {
        let Meta::NameValue(meta) = &attribute.meta else {
            continue;
        };
        let Expr::Lit(literal) = &meta.value else {
            continue;
        };
        let Lit::Str(text) = &literal.lit else {
            continue;
        };
        let text = text.value();
        if text.trim().is_empty() {
            break;
        }
        words.push(text.trim().to_owned());
    }
    (!words.is_empty()).then(|| words.join(" "))
}

fn leaves(tree: &UseTree, path: String, found: &mut impl FnMut(String)) {
    match tree {
        UseTree::Path(tree) => leaves(&tree.tree, join(&path, &tree.ident.to_string()), found),
        UseTree::Name(tree) => found(join(&path, &tree.ident.to_string())),
        UseTree::Rename(tree) => found(join(&path, &tree.ident.to_string())),
        UseTree::Glob(_) => found(join(&path, "*")),
        UseTree::Group(tree) => {
            for tree in &tree.items {
                leaves(tree, path.clone(), found);
            }
        }
    }
}

/// The names of the functions that some code defines.
pub fn defined_functions(code: &str) -> Vec<String> {
    let words: Vec<_> = code
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    let pairs = words.windows(2).filter(|pair| pair[0] == "fn");
    pairs.map(|pair| pair[1].to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn items() -> Items {
        // Tests run side by side; each has a folder of its own.
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("bookbinder-items-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let write = |name: &str, text: &str| {
            let path = folder.join("src").join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        };
        write("lib.rs", "pub mod vectors;\npub type Vector = f64;\n");
        write(
            "vectors.rs",
            "mod norms;\npub use norms::{norm, Kind};\n\n/// Adds.\n///\n/// More.\n#[inline]\npub fn add() {\n    1;\n}\nfn hidden() {}\n",
        );
        write(
            "vectors/norms.rs",
            "/// The norm.\npub fn norm() {}\npub struct Kind;\nimpl Kind {\n    /// New.\n    pub fn new() -> Kind {\n        Kind\n    }\n}\nimpl Default for Kind {\n    fn default() -> Kind { Kind }\n}\n",
        );
        let mut problems = Problems::default();
        let items = Items::read(&folder, Path::new("src"), "", &mut problems);
        assert!(problems.is_empty(), "{problems}");
        std::fs::remove_dir_all(folder).expect("the folder can be removed");
        items
    }

    #[test]
    fn an_item_is_found_by_its_path_without_its_doc_comment() {
        let items = items();
        let add = items.get("vectors::add").expect("add is an item");
        assert_eq!(add.code, "#[inline]\npub fn add() {\n    1;\n}");
        assert_eq!(add.summary.as_deref(), Some("Adds."));
        let new = items.get("vectors::Kind::new").expect("new is an item");
        assert_eq!(new.code, "pub fn new() -> Kind {\n    Kind\n}");
        assert!(items.get("vectors::Kind::Default").is_some());
        assert!(items.get("Vector").is_some());
    }

    #[test]
    fn public_items_of_a_module_count_its_re_exports() {
        let items = items();
        let names: Vec<_> = items
            .public_items("vectors")
            .map(|(name, _)| name)
            .collect();
        for name in ["Kind", "Kind::new", "add", "norm"] {
            assert!(names.contains(&name), "{names:?}");
        }
        assert!(!names.contains(&"hidden"));
    }
}
