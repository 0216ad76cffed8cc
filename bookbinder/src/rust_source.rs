//! The crate that the listings come from, item by item.
//!
//! An item goes by its path in Rust, `vectors::axpy`, also by that of a module
//! which re-exports it. What an implementation holds stands behind its type,
//! `matrices::Mat::new`, and so does the implementation of a trait, spelt as in
//! the source: `differentiation::Dual::Mul<f64>`, `differentiation::f64::Mul<Dual>`,
//! `autograd::&Var::Add<&Var>`. What a spelling leaves out, the `&` or what
//! stands between `<` and `>`, may be left out where one item alone fits. A
//! macro is spelt `claims!`.

mod index;
mod item;
mod modules;
mod reader;
mod spelling;
#[cfg(test)]
mod tests;

pub use item::Item;

use crate::labels::nearest;
use crate::problems::Problems;
use index::Index;
use modules::{Modules, Target, is_below, parent};
use reader::{Member, Reader};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The traits behind the operators, which are as much part of the mathematics
/// as a function is.
const OPERATORS: [&str; 24] = [
    "Add",
    "AddAssign",
    "BitAnd",
    "BitAndAssign",
    "BitOr",
    "BitOrAssign",
    "BitXor",
    "BitXorAssign",
    "Div",
    "DivAssign",
    "Index",
    "IndexMut",
    "Mul",
    "MulAssign",
    "Neg",
    "Not",
    "Rem",
    "RemAssign",
    "Shl",
    "ShlAssign",
    "Shr",
    "ShrAssign",
    "Sub",
    "SubAssign",
];

/// All items of the listings.
#[derive(Debug, Default)]
pub struct Items {
    items: Vec<Item>,
    members: Vec<Member>,
    modules: Modules,
    index: Index,
    /// What the users of the crate can reach.
    reachable: BTreeSet<usize>,
}

impl Items {
    /// Reads folders of modules, each with what its paths start with: with "",
    /// `src/vectors/norms.rs` is the module `vectors::norms`. A file that cannot
    /// be read or does not parse is a problem.
    pub fn read(root: &Path, folders: &[(&str, &str)], problems: &mut Problems) -> Items {
        let mut reader = Reader::default();
        for (folder, prefix) in folders {
            reader.read(root, Path::new(folder), prefix, problems);
        }
        let Reader {
            mut items,
            mut members,
            mut modules,
        } = reader;
        modules.follow_uses();
        for member in &mut members {
            member.owner = modules.item(&member.home, &member.subject_path);
        }
        let mut reachable = BTreeSet::new();
        modules.walk("", true, &mut |_, target| {
            if let Target::Item(number) = target {
                reachable.insert(*number);
            }
        });
        for member in members.iter().filter(|member| member.of_trait.is_some()) {
            let owner = member.owner;
            items[member.item].public = owner.is_none_or(|owner| reachable.contains(&owner));
        }
        Items {
            index: Index::new(&items, &members, &modules),
            items,
            members,
            modules,
            reachable,
        }
    }

    /// The item with this path, if one alone fits it.
    pub fn get(&self, path: &str) -> Option<&Item> {
        match self.index.fitting(path)[..] {
            [number] => Some(&self.items[number]),
            _ => None,
        }
    }

    /// The item with this path.
    ///
    /// # Errors
    /// What to write instead, if there is no such item or more than one.
    pub fn find(&self, path: &str) -> Result<&Item, String> {
        match self.index.fitting(path)[..] {
            [number] => Ok(&self.items[number]),
            [] => Err(match nearest(path, self.paths()) {
                Some(near) => format!("no item {path:?} in the listings; is it {near:?}?"),
                None => format!("no item {path:?} in the listings"),
            }),
            ref several => {
                let candidates = several.iter().map(|number| {
                    let item = &self.items[*number];
                    let (file, line) = (item.file.display(), item.lines.0);
                    format!("{:?} ({file}:{line})", item.path)
                });
                let candidates = candidates.collect::<Vec<_>>().join(" or ");
                Err(format!("{path:?} is ambiguous; is it {candidates}?"))
            }
        }
    }

    /// All items, file by file.
    pub fn all(&self) -> &[Item] {
        &self.items
    }

    /// All paths in full.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.index.paths()
    }

    /// What a module shows to the users of the crate, each item once and by its
    /// shortest name there: what it defines and re-exports, with what is
    /// implemented beside it, and what the module implements of other public
    /// types; of traits, those of the book itself and the operators.
    pub fn public_items(&self, module: &str) -> Vec<(String, &Item)> {
        let mut names: BTreeMap<usize, String> = BTreeMap::new();
        self.modules.walk(module, true, &mut |path, target| {
            if let Target::Item(number) = target {
                let known = names.entry(*number).or_insert_with(|| path.to_owned());
                if path.len() < known.len() {
                    *known = path.to_owned();
                }
            }
        });
        let mut of_members = Vec::new();
        for member in self.members.iter().filter(|one| self.is_interface(one)) {
            let whole = &self.items[member.item].path;
            let inner = whole.strip_prefix(&format!("{module}::"));
            let here = is_below(&member.home, module);
            let beside = |owner: usize| is_below(&member.home, parent(&self.items[owner].path));
            let path = member.owner.and_then(|owner| {
                let path = names.get(&owner)?;
                (here || beside(owner)).then_some(path)
            });
            let name = match path {
                Some(path) => member.paths_at(path).0.swap_remove(0),
                None if here => inner.unwrap_or(whole).to_owned(),
                None => continue,
            };
            of_members.push((member.item, name));
        }
        names.extend(of_members);
        let items = names.into_iter();
        let mut items: Vec<_> = items.map(|(n, name)| (name, &self.items[n])).collect();
        items.sort_by(|one, other| one.0.cmp(&other.0));
        items
    }

    /// Whether a member is one that a chapter has to show.
    fn is_interface(&self, member: &Member) -> bool {
        let owner = member.owner;
        let open = owner.is_none_or(|owner| self.reachable.contains(&owner));
        let of_interest = |path: &Vec<String>| {
            let operator = path
                .last()
                .is_some_and(|name| OPERATORS.contains(&name.as_str()));
            let ours = self.modules.item(&member.home, path);
            operator || ours.is_some_and(|ours| self.reachable.contains(&ours))
        };
        self.items[member.item].public && open && member.of_trait.as_ref().is_none_or(of_interest)
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
