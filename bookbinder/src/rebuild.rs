//! What is done after each save: first what the author waits for, then what
//! depends on it.
//!
//! A page needs no compiler. A listing is checked and shown at once; the figures
//! that are computed with it follow. A figure is compiled for the program and
//! for the browser at the same time.

use crate::serve::Reload;
use crate::watch::Watch;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// How a served book is built anew.
pub struct Rebuild {
    /// The folder with book.toml.
    pub root: PathBuf,
    /// Where the book is served from.
    pub book: PathBuf,
    /// This program, which cargo replaces when a listing or a figure changes.
    pub program: PathBuf,
}

/// A save, and what it asks the compiler for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Save {
    files: Vec<PathBuf>,
    listings: bool,
    figures: bool,
    /// Something that the binder reads for itself.
    pages: bool,
}

impl Save {
    fn of(files: Vec<PathBuf>) -> Save {
        let any = |wanted: fn(&Path) -> bool| files.iter().any(|file| wanted(file));
        Save {
            listings: any(is_listing),
            figures: any(is_figure),
            pages: any(|file| !is_figure(file)),
            files,
        }
    }

    /// This save and a later one.
    fn and(mut self, later: Save) -> Save {
        let files = later.files.into_iter();
        let new = files.filter(|file| !self.files.contains(file));
        let new: Vec<_> = new.collect();
        self.files.extend(new);
        Save {
            files: self.files,
            listings: self.listings || later.listings,
            figures: self.figures || later.figures,
            pages: self.pages || later.pages,
        }
    }

    /// The names of the files; of many, the first three.
    fn names(&self) -> String {
        let first = self.files.iter().take(3);
        let first: Vec<_> = first.map(|path| path.display().to_string()).collect();
        let first = first.join(", ");
        match self.files.len() {
            0..=3 => first,
            count => format!("{first} and {} more", count - 3),
        }
    }
}

/// Of the crate `mlmath`; its data is compiled into it.
fn is_listing(file: &Path) -> bool {
    file.starts_with("listings/src") || file == Path::new("listings/Cargo.toml")
}

fn is_figure(file: &Path) -> bool {
    file.starts_with("figures") || file == Path::new("Cargo.toml")
}

impl Rebuild {
    /// Builds the book whenever something is saved, as long as anything can be.
    pub fn after_each_save(self, mut watch: Watch, reload: Reload) {
        let work = Arc::new(Work {
            rebuild: self,
            reload,
            compiling: Mutex::new(()),
        });
        let (follow, followed) = channel();
        let follower = Arc::clone(&work);
        std::thread::spawn(move || follower.follow(&followed));
        while let Some(files) = watch.wait() {
            let save = Save::of(files);
            let shown = match save.pages && !save.figures {
                true => work.show(&save),
                false => true,
            };
            if shown && (save.listings || save.figures) && follow.send(save).is_err() {
                return;
            }
        }
    }
}

struct Work {
    rebuild: Rebuild,
    reload: Reload,
    /// Held while cargo may replace the program.
    compiling: Mutex<()>,
}

impl Work {
    /// Shows what has been saved, with the figures as they are.
    fn show(&self, save: &Save) -> bool {
        let start = Instant::now();
        // What does not compile is no listing.
        let built = (!save.listings || self.cargo(&["check", "--package", "mlmath", "--lib"]))
            && self.build(&["--as-they-are"]);
        self.report(save, start, built)
    }

    /// Compiles what was saved, as it comes, and builds the book with it.
    fn follow(&self, saves: &Receiver<Save>) {
        while let Ok(first) = saves.recv() {
            let save = saves.try_iter().fold(first, Save::and);
            let start = Instant::now();
            println!("{}: compiling …", save.names());
            let built = match save.listings {
                true => {
                    self.compile() && self.build(&["--as-they-are"]) && {
                        self.reload.now();
                        self.build(&[])
                    }
                }
                false => {
                    let figures = self.start(&mut self.program(&["figures"]));
                    let compiled = self.compile();
                    figures.is_some_and(succeeds) && compiled && self.build(&["--as-they-are"])
                }
            };
            self.report(&save, start, built);
        }
    }

    fn report(&self, save: &Save, start: Instant, built: bool) -> bool {
        let names = save.names();
        if built {
            println!("{names}: built in {:.1} s", start.elapsed().as_secs_f64());
            self.reload.now();
        } else {
            eprintln!("{names}: not built; the last good book is still served");
        }
        built
    }

    /// Compiles this program anew.
    fn compile(&self) -> bool {
        let turn = self.compiling.lock();
        let _turn = turn.unwrap_or_else(PoisonError::into_inner);
        self.cargo(&["build", "--bin", "bookbinder"])
    }

    fn cargo(&self, arguments: &[&str]) -> bool {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = Command::new(cargo);
        self.start(cargo.args(arguments).arg("--quiet"))
            .is_some_and(succeeds)
    }

    fn build(&self, further: &[&str]) -> bool {
        let mut program = self.program(&["build", "--quiet", "--served"]);
        program.args(further);
        program.arg("--destination").arg(&self.rebuild.book);
        let started = self.start(&mut program).or_else(|| {
            // Cargo was putting another in its place.
            drop(self.compiling.lock());
            self.start(&mut program)
        });
        started.is_some_and(succeeds)
    }

    fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(&self.rebuild.program);
        program.args(arguments);
        program
    }

    fn start(&self, command: &mut Command) -> Option<Child> {
        let started = command.current_dir(&self.rebuild.root).spawn();
        let program = command.get_program().to_string_lossy();
        started
            .inspect_err(|error| eprintln!("{program}: {error}"))
            .ok()
    }
}

fn succeeds(mut child: Child) -> bool {
    child.wait().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(files: &[&str]) -> Save {
        Save::of(files.iter().map(PathBuf::from).collect())
    }

    #[test]
    fn a_save_asks_for_what_it_needs_and_no_more() {
        for (file, listings, figures, pages) in [
            ("src/linear-algebra-basics/vectors.md", false, false, true),
            ("book.toml", false, false, true),
            ("theme/book.css", false, false, true),
            ("listings/src/vectors.rs", true, false, true),
            ("listings/src/data/iris.csv", true, false, true),
            ("listings/Cargo.toml", true, false, true),
            // The binder reads them; no page and no figure is computed by them.
            ("listings/tests/vectors/main.rs", false, false, true),
            ("listings/outputs/norms.txt", false, false, true),
            ("figures/vectors/src/moving.rs", false, true, false),
            ("figures/drawing/src/text.rs", false, true, false),
            ("Cargo.toml", false, true, false),
        ] {
            let save = save(&[file]);
            let asked = (save.listings, save.figures, save.pages);
            assert_eq!(asked, (listings, figures, pages), "{file}");
        }
    }

    #[test]
    fn saves_that_follow_each_other_are_compiled_together() {
        let both = save(&["figures/a.rs"]).and(save(&["listings/src/b.rs", "figures/a.rs"]));
        assert_eq!(both, save(&["figures/a.rs", "listings/src/b.rs"]));
        let many = save(&["a", "b", "c", "d", "e"]);
        assert_eq!(many.names(), "a, b, c and 2 more");
        assert_eq!(save(&["a", "b"]).names(), "a, b");
    }
}
