//! From files to items: what each file defines, implements and re-exports.

use super::item::{Item, Source};
use super::modules::{Access, Imported, Module, Modules, Target, Use, join, parent};
use super::spelling::{Spelling, referent, spelt};
use crate::files::{files_below, read};
use crate::problems::Problems;
use proc_macro2::Span;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{Attribute, ImplItem, ItemImpl, Meta, Type, UseTree, Visibility};

/// What stands in an implementation, or an implementation of a trait itself.
#[derive(Debug)]
pub(super) struct Member {
    /// The number of its item.
    pub item: usize,
    /// The module in which it is written.
    pub home: String,
    /// The type.
    pub subject: Spelling,
    /// The path of the type there, references and arguments aside.
    pub subject_path: Vec<String>,
    /// The number of the type, where that is an item.
    pub owner: Option<usize>,
    /// Its own name, or the trait.
    pub name: Spelling,
    /// The path of the trait.
    pub of_trait: Option<Vec<String>>,
}

/// What is read from the files.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub items: Vec<Item>,
    pub members: Vec<Member>,
    pub modules: Modules,
}

/// A file that has been parsed.
struct Parsed {
    module: String,
    file: PathBuf,
    text: String,
    items: Vec<syn::Item>,
}

impl Reader {
    /// Reads a folder of modules, whose paths start with `prefix`.
    pub fn read(&mut self, root: &Path, folder: &Path, prefix: &str, problems: &mut Problems) {
        let mut files = Vec::new();
        for file in files_below(root, folder, "rs", problems) {
            let Some(text) = read(root, &file, problems) else {
                continue;
            };
            let text = text.trim_start_matches('\u{feff}').to_owned();
            match syn::parse_file(&text) {
                Ok(parsed) => files.push(Parsed {
                    module: module_path(&file, folder, prefix),
                    items: parsed.items,
                    file,
                    text,
                }),
                Err(error) => {
                    let line = error.span().start().line;
                    problems.add(&file, line, format!("not Rust: {error}"));
                }
            }
        }
        self.modules.roots.push(prefix.to_owned());
        let mut declared = Declared::default();
        for file in &files {
            declared.read(&file.module, &file.items);
        }
        for file in &files {
            if declared.tests.contains(&file.module) {
                continue;
            }
            self.modules.all.entry(file.module.clone()).or_default();
            let source = Source {
                file: &file.file,
                text: &file.text,
            };
            self.items(&source, &file.module, prefix, &file.items);
            if declared.all.contains(&file.module) || file.module == prefix {
                continue;
            }
            // A macro declares the exercises. In the crate, a file without its
            // declaration would be shown and never compiled.
            if prefix.is_empty() {
                let (parent, name) = file
                    .module
                    .rsplit_once("::")
                    .unwrap_or(("lib", &file.module));
                let message =
                    format!("not compiled: the module {parent} does not declare mod {name}");
                problems.add(&file.file, 0, message);
            }
            self.place(&file.module);
        }
        if !prefix.is_empty() {
            self.place(prefix);
        }
    }

    /// Puts a module that nothing declares into the one around it.
    fn place(&mut self, module: &str) {
        let around = parent(module);
        let name = module.rsplit("::").next().unwrap_or(module);
        let target = Target::Module(module.to_owned());
        self.modules.define(around, name, target, Access::Public);
        if !around.is_empty() {
            self.place(around);
        }
    }

    fn items(&mut self, source: &Source<'_>, module: &str, root: &str, items: &[syn::Item]) {
        for item in items {
            let span = item.span();
            let attributes = attributes(item);
            if attributes.iter().any(is_for_tests) {
                continue;
            }
            let (name, visibility) = match item {
                syn::Item::Use(item) => {
                    self.uses(module, item);
                    continue;
                }
                syn::Item::Impl(item) => {
                    self.implementation(source, module, item);
                    continue;
                }
                syn::Item::Mod(item) => {
                    let inner = join(module, &item.ident.to_string());
                    let target = Target::Module(inner.clone());
                    let access = access(&item.vis);
                    self.modules
                        .define(module, &item.ident.to_string(), target, access);
                    if let Some((_, items)) = &item.content {
                        self.items(source, &inner, root, items);
                    }
                    continue;
                }
                syn::Item::Macro(item) => {
                    let Some(name) = &item.ident else { continue };
                    let exported = attributes.iter().any(|a| a.path().is_ident("macro_export"));
                    let name = format!("{name}!");
                    let number = self.add(source, join(module, &name), attributes, span, exported);
                    let access = [Access::Private, Access::Public][usize::from(exported)];
                    self.modules
                        .define(module, &name, Target::Item(number), access);
                    // To its users it stands at the root of the crate.
                    if exported {
                        self.modules
                            .define(root, &name, Target::Item(number), access);
                    }
                    continue;
                }
                syn::Item::Fn(item) => (&item.sig.ident, &item.vis),
                syn::Item::Struct(item) => (&item.ident, &item.vis),
                syn::Item::Enum(item) => (&item.ident, &item.vis),
                syn::Item::Union(item) => (&item.ident, &item.vis),
                syn::Item::Trait(item) => (&item.ident, &item.vis),
                syn::Item::Type(item) => (&item.ident, &item.vis),
                syn::Item::Const(item) => (&item.ident, &item.vis),
                syn::Item::Static(item) => (&item.ident, &item.vis),
                _ => continue,
            };
            let name = name.to_string();
            let access = access(visibility);
            let public = access == Access::Public;
            let number = self.add(source, join(module, &name), attributes, span, public);
            self.modules
                .define(module, &name, Target::Item(number), access);
        }
    }

    fn add(
        &mut self,
        source: &Source<'_>,
        path: String,
        attributes: &[Attribute],
        span: Span,
        public: bool,
    ) -> usize {
        self.items.push(source.item(path, attributes, span, public));
        self.items.len() - 1
    }

    fn implementation(&mut self, source: &Source<'_>, module: &str, item: &ItemImpl) {
        let subject = Spelling::of_subject(&item.self_ty, &item.generics);
        let subject_path = match referent(&item.self_ty) {
            Type::Path(subject) => names(&subject.path),
            other => vec![spelt(other)],
        };
        let around = join(module, &subject.full[0]);
        let member = |reader: &mut Reader, name: Spelling, attributes, span, public| {
            let path = join(&around, &name.full[0]);
            let item = reader.add(source, path, attributes, span, public);
            reader.members.push(Member {
                item,
                home: module.to_owned(),
                subject: subject.clone(),
                subject_path: subject_path.clone(),
                owner: None,
                name,
                of_trait: None,
            });
        };
        if let Some((_, path, _)) = &item.trait_ {
            let last = path
                .segments
                .last()
                .map(|name| Spelling::of_trait(&name.clone().into()));
            let Some(name) = last else { return };
            member(self, name, &item.attrs, item.span(), false);
            if let Some(member) = self.members.last_mut() {
                member.of_trait = Some(names(path));
            }
            return;
        }
        for inner in &item.items {
            let (name, attributes, visibility) = match inner {
                ImplItem::Fn(inner) => (&inner.sig.ident, &inner.attrs, &inner.vis),
                ImplItem::Const(inner) => (&inner.ident, &inner.attrs, &inner.vis),
                ImplItem::Type(inner) => (&inner.ident, &inner.attrs, &inner.vis),
                _ => continue,
            };
            let public = access(visibility) == Access::Public;
            let name = Spelling::of_name(&name.to_string());
            member(self, name, attributes, inner.span(), public);
        }
    }

    fn uses(&mut self, module: &str, item: &syn::ItemUse) {
        let access = match access(&item.vis) {
            Access::Public => Access::Public,
            _ => Access::Imported,
        };
        // From another crate.
        if item.leading_colon.is_some() {
            return;
        }
        let mut found = Vec::new();
        leaves(&item.tree, &mut Vec::new(), &mut found);
        let uses = found
            .into_iter()
            .map(|(path, what)| Use { access, path, what });
        let entry: &mut Module = self.modules.all.entry(module.to_owned()).or_default();
        entry.uses.extend(uses);
    }
}

/// The modules that some file declares, those for tests by themselves.
#[derive(Default)]
struct Declared {
    all: BTreeSet<String>,
    tests: BTreeSet<String>,
}

impl Declared {
    fn read(&mut self, module: &str, items: &[syn::Item]) {
        for item in items {
            let syn::Item::Mod(item) = item else { continue };
            let inner = join(module, &item.ident.to_string());
            if item.attrs.iter().any(is_for_tests) {
                self.tests.insert(inner.clone());
            }
            if let Some((_, items)) = &item.content {
                self.read(&inner, items);
            }
            self.all.insert(inner);
        }
    }
}

fn module_path(file: &Path, folder: &Path, prefix: &str) -> String {
    let inner = file.strip_prefix(folder).unwrap_or(file).with_extension("");
    let names = inner.iter().filter_map(|name| name.to_str());
    let names = names.filter(|name| !matches!(*name, "lib" | "mod" | "main"));
    join(prefix, &names.collect::<Vec<_>>().join("::"))
}

fn access(visibility: &Visibility) -> Access {
    match visibility {
        Visibility::Public(_) => Access::Public,
        _ => Access::Private,
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => list.tokens.to_string() == "test",
        _ => false,
    }
}

fn names(path: &syn::Path) -> Vec<String> {
    path.segments
        .iter()
        .map(|name| name.ident.to_string())
        .collect()
}

fn attributes(item: &syn::Item) -> &[Attribute] {
    match item {
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Union(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn leaves(tree: &UseTree, path: &mut Vec<String>, found: &mut Vec<(Vec<String>, Imported)>) {
    let named = |path: &[String], name: String, alias: String| {
        let what = Imported::Name { name, alias };
        (path.to_owned(), what)
    };
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            leaves(&tree.tree, path, found);
            path.pop();
        }
        // `norms::{self, norm}` imports the module by its own name.
        UseTree::Name(tree) if tree.ident == "self" => {
            if let Some((name, before)) = path.split_last() {
                found.push(named(before, name.clone(), name.clone()));
            }
        }
        UseTree::Name(tree) => {
            let name = tree.ident.to_string();
            found.push(named(path, name.clone(), name));
        }
        UseTree::Rename(tree) if tree.rename == "_" => {}
        UseTree::Rename(tree) => {
            let alias = tree.rename.to_string();
            match path.split_last() {
                Some((name, before)) if tree.ident == "self" => {
                    found.push(named(before, name.clone(), alias));
                }
                _ => found.push(named(path, tree.ident.to_string(), alias)),
            }
        }
        UseTree::Glob(_) => found.push((path.clone(), Imported::Glob)),
        UseTree::Group(tree) => {
            for tree in &tree.items {
                leaves(tree, path, found);
            }
        }
    }
}
