//! Which items a path may mean.

use super::item::Item;
use super::modules::{Modules, Target, join, parent};
use super::reader::Member;
use std::collections::{BTreeMap, BTreeSet};

/// How well a path fits an item; only the best fits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Full,
    Short,
    /// Of a type from another module, whose path the path starts with.
    FullElsewhere,
    ShortElsewhere,
}

/// The items by all paths that fit them, blanks aside.
#[derive(Debug, Default)]
pub(super) struct Index(BTreeMap<String, BTreeSet<(Fit, usize)>>);

impl Index {
    pub fn new(items: &[Item], members: &[Member], modules: &Modules) -> Index {
        let mut index = Index::default();
        modules.walk("", false, &mut |path, target| match target {
            Target::Item(number) => {
                index.add(path, Fit::Full, *number);
                let module = parent(&items[*number].path);
                for member in members
                    .iter()
                    .filter(|member| member.owner == Some(*number))
                {
                    let [full, short] = match member.home == module {
                        true => [Fit::Full, Fit::Short],
                        false => [Fit::FullElsewhere, Fit::ShortElsewhere],
                    };
                    let paths = member.paths_at(path);
                    index.add_all(&paths.0, full, member.item);
                    index.add_all(&paths.1, short, member.item);
                }
            }
            Target::Module(module) => {
                for member in members.iter().filter(|member| member.home == *module) {
                    let paths = member.paths_in(path);
                    index.add_all(&paths.0, Fit::Full, member.item);
                    index.add_all(&paths.1, Fit::Short, member.item);
                }
            }
        });
        index
    }

    fn add_all(&mut self, paths: &[String], fit: Fit, number: usize) {
        for path in paths {
            self.add(path, fit, number);
        }
    }

    fn add(&mut self, path: &str, fit: Fit, number: usize) {
        let fits = self.0.entry(without_blanks(path)).or_default();
        fits.insert((fit, number));
    }

    /// The numbers of the items that a path fits best.
    pub fn fitting(&self, path: &str) -> Vec<usize> {
        let fits = self.0.get(&without_blanks(path)).into_iter().flatten();
        let mut fits = fits.peekable();
        let best = fits.peek().map(|(fit, _)| *fit);
        let fits = fits.filter(|(fit, _)| Some(*fit) == best);
        fits.map(|(_, number)| *number).collect()
    }

    /// All paths in full.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let full =
            |fits: &BTreeSet<(Fit, usize)>| fits.first().is_some_and(|(fit, _)| *fit == Fit::Full);
        let paths = self.0.iter().filter(move |(_, fits)| full(fits));
        paths.map(|(path, _)| path.as_str())
    }
}

impl Member {
    /// The paths, in full and with something left out, where its type has this
    /// path.
    pub fn paths_at(&self, subject: &str) -> (Vec<String>, Vec<String>) {
        let name = self.subject_path.last().map_or("", String::as_str);
        let alias = subject.rsplit("::").next().unwrap_or(subject);
        self.paths(parent(subject), |spelling| {
            spelling.replacen(name, alias, 1)
        })
    }

    /// The paths where the module in which it is written has this path.
    fn paths_in(&self, module: &str) -> (Vec<String>, Vec<String>) {
        self.paths(module, str::to_owned)
    }

    fn paths(&self, module: &str, subject: impl Fn(&str) -> String) -> (Vec<String>, Vec<String>) {
        let (mut full, mut short) = (Vec::new(), Vec::new());
        let subjects = [(&self.subject.full, true), (&self.subject.short, false)];
        let names = [(&self.name.full, true), (&self.name.short, false)];
        for (subjects, whole) in subjects {
            for (names, also_whole) in names {
                for spelling in subjects {
                    let around = join(module, &subject(spelling));
                    let paths = names.iter().map(|name| join(&around, name));
                    match whole && also_whole {
                        true => full.extend(paths),
                        false => short.extend(paths),
                    }
                }
            }
        }
        (full, short)
    }
}

fn without_blanks(path: &str) -> String {
    path.split_whitespace().collect()
}
