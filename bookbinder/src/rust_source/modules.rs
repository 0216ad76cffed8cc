//! The modules of a crate, and what a name means in each of them.

use std::collections::{BTreeMap, BTreeSet};

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// The item of this number.
    Item(usize),
    /// The module with this path.
    Module(String),
}

/// How a module comes by a name, which says who may use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Access {
    /// Defined or re-exported for all.
    Public,
    /// Defined for itself.
    Private,
    /// Imported for itself: no path of the item leads over it.
    Imported,
}

/// An import or a re-export.
#[derive(Debug, Clone)]
pub(super) struct Use {
    pub access: Access,
    /// The path, without the last name of what is not a glob.
    pub path: Vec<String>,
    pub what: Imported,
}

#[derive(Debug, Clone)]
pub(super) enum Imported {
    Name { name: String, alias: String },
    Glob,
}

/// A module: its names, and where it takes others from.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub names: BTreeMap<String, BTreeSet<(Target, Access)>>,
    pub uses: Vec<Use>,
}

/// All modules by their paths; the root of the crate has the path "".
#[derive(Debug, Default)]
pub(super) struct Modules {
    pub all: BTreeMap<String, Module>,
    /// The paths of the roots that `crate` may mean.
    pub roots: Vec<String>,
}

impl Modules {
    /// Gives a module a name.
    pub fn define(&mut self, module: &str, name: &str, target: Target, access: Access) {
        let module = self.all.entry(module.to_owned()).or_default();
        let meanings = module.names.entry(name.to_owned()).or_default();
        meanings.insert((target, access));
    }

    /// Follows every `use` until none adds a name.
    pub fn follow_uses(&mut self) {
        loop {
            let mut found = Vec::new();
            for (path, module) in &self.all {
                for one in &module.uses {
                    self.imported(path, one, &mut found);
                }
            }
            let mut changed = false;
            for (module, name, target, access) in found {
                let names = &mut self.all.entry(module).or_default().names;
                changed |= names.entry(name).or_default().insert((target, access));
            }
            if !changed {
                return;
            }
        }
    }

    fn imported(&self, module: &str, one: &Use, found: &mut Vec<(String, String, Target, Access)>) {
        let mut add = |name: &str, target: &Target| {
            found.push((
                module.to_owned(),
                name.to_owned(),
                target.clone(),
                one.access,
            ));
        };
        match &one.what {
            Imported::Name { name, alias } => {
                let path: Vec<_> = one.path.iter().chain([name]).cloned().collect();
                for target in self.resolve(module, &path) {
                    add(alias, &target);
                }
                // A macro goes by the same name as a function.
                let path: Vec<_> = one
                    .path
                    .iter()
                    .cloned()
                    .chain([format!("{name}!")])
                    .collect();
                for target in self.resolve(module, &path) {
                    add(&format!("{alias}!"), &target);
                }
            }
            Imported::Glob => {
                for target in self.resolve(module, &one.path) {
                    let Target::Module(from) = target else {
                        continue;
                    };
                    let names = self.all.get(&from).map(|from| &from.names);
                    for (name, meanings) in names.into_iter().flatten() {
                        for (target, access) in meanings {
                            let open = *access == Access::Public || one.access != Access::Public;
                            if open && from != module {
                                add(name, target);
                            }
                        }
                    }
                }
            }
        }
    }

    /// What a path means in a module. A path into another crate means nothing.
    pub fn resolve(&self, module: &str, path: &[String]) -> BTreeSet<Target> {
        let mut here = BTreeSet::from([Target::Module(module.to_owned())]);
        for (index, name) in path.iter().enumerate() {
            let mut next = BTreeSet::new();
            for target in here {
                let Target::Module(module) = target else {
                    continue;
                };
                match name.as_str() {
                    "self" => drop(next.insert(Target::Module(module))),
                    "super" => drop(next.insert(Target::Module(parent(&module).to_owned()))),
                    "crate" if index == 0 => {
                        let root = self.root(&module).to_owned();
                        next.insert(Target::Module(root));
                    }
                    name => {
                        let module = self.all.get(&module);
                        let meanings = module.and_then(|module| module.names.get(name));
                        let targets = meanings.into_iter().flatten();
                        next.extend(targets.map(|(target, _)| target.clone()));
                    }
                }
            }
            here = next;
        }
        here
    }

    /// The item that a path means in a module.
    pub fn item(&self, module: &str, path: &[String]) -> Option<usize> {
        let mut targets = self.resolve(module, path).into_iter();
        targets.find_map(|target| match target {
            Target::Item(number) => Some(number),
            Target::Module(_) => None,
        })
    }

    fn root(&self, module: &str) -> &str {
        let roots = self.roots.iter().filter(|root| is_below(module, root));
        roots.max_by_key(|root| root.len()).map_or("", |root| root)
    }

    /// Calls `found` with every path from a module to something, the module
    /// itself with the path "".
    pub fn walk(&self, module: &str, public: bool, found: &mut impl FnMut(&str, &Target)) {
        let start = Target::Module(module.to_owned());
        self.walk_from("", &start, public, &mut Vec::new(), found);
    }

    fn walk_from(
        &self,
        path: &str,
        target: &Target,
        public: bool,
        above: &mut Vec<String>,
        found: &mut impl FnMut(&str, &Target),
    ) {
        found(path, target);
        let Target::Module(module) = target else {
            return;
        };
        if above.contains(module) {
            return;
        }
        above.push(module.clone());
        let names = self.all.get(module).map(|module| &module.names);
        for (name, meanings) in names.into_iter().flatten() {
            for (target, access) in meanings {
                let open = match access {
                    Access::Public => true,
                    Access::Private => !public,
                    Access::Imported => false,
                };
                if open {
                    self.walk_from(&join(path, name), target, public, above, found);
                }
            }
        }
        above.pop();
    }
}

/// Whether a module is another or stands in it.
pub(super) fn is_below(module: &str, other: &str) -> bool {
    let rest = module.strip_prefix(other);
    other.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The module around a module.
pub(super) fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}

/// A path and a name behind it.
pub(super) fn join(path: &str, name: &str) -> String {
    match (path, name) {
        ("", name) => name.to_owned(),
        (path, "") => path.to_owned(),
        (path, name) => format!("{path}::{name}"),
    }
}
