//! The small book: a whole book of one chapter, with a deeper page, into copies of which faults
//! are planted. The harness of the copies is the real one.

use crate::checks::site::Site;
use crate::{build, files, root, scratch, slashed};
use figures::{Figure, Frame, Panel};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The chapter's page.
pub const PAGE: &str = "src/basics/means.md";
/// Its deeper page.
pub const DEEPER: &str = "src/basics/means/which-moves-least.md";
/// Its module.
pub const MODULE: &str = "listings/src/means.rs";
/// Its tests.
pub const TESTS: &str = "listings/tests/means/main.rs";

/// A copy of the small book. What is planted in it is written when it is built.
pub struct SmallBook {
    root: PathBuf,
    files: BTreeMap<PathBuf, String>,
    figures: fn() -> Vec<Figure>,
}

impl SmallBook {
    /// A copy of this name, as it should be.
    pub fn copy(name: &str) -> SmallBook {
        let mut book = SmallBook {
            root: scratch("faults").join(name),
            files: BTreeMap::new(),
            figures,
        };
        let small = root().join("tests/small-book");
        for file in files(&small, "") {
            let inner = file.strip_prefix(&small).expect("it stands below");
            book.files.insert(inner.to_owned(), read(&file));
        }
        book.take("listings/tests/outputs.rs");
        book.take("listings/tests/exercises.rs");
        book.take("listings/exercises/main.rs");
        // The versions of the real book, which are on this machine already.
        book.take("Cargo.lock");
        let main = &book.files[Path::new("listings/exercises/main.rs")];
        let (before, list) = main
            .split_once("\nexercises! {")
            .expect("the list of exercises");
        let (_, after) = list.split_once("\n}").expect("the end of the list");
        let main = format!("{before}\nexercises! {{\n    trimmed_mean,\n}}{after}");
        book.write("listings/exercises/main.rs", &main);
        // To cargo two packages of one name and version are the same, wherever
        // they stand: each copy has a version of its own.
        let version = format!("version = \"0.1.0-{name}\"");
        book.replace("listings/Cargo.toml", "version = \"0.1.0\"", &version);
        let testing = slashed(&root().join("listings/testing"));
        book.replace("listings/Cargo.toml", "../../../listings/testing", &testing);
        book
    }

    fn take(&mut self, file: &str) {
        let text = read(&root().join(file));
        self.write(file, &text);
    }

    /// The text of a file.
    #[track_caller]
    pub fn text(&self, file: &str) -> &str {
        let text = self.files.get(Path::new(file));
        text.unwrap_or_else(|| panic!("the small book has no file {file}"))
    }

    /// Writes a file.
    pub fn write(&mut self, file: &str, text: &str) {
        self.files.insert(file.into(), text.to_owned());
    }

    /// Puts one text in the place of another, which must stand there once.
    #[track_caller]
    pub fn replace(&mut self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        let count = text.matches(from).count();
        assert_eq!(count, 1, "{from:?} stands {count} times in {file}");
        self.write(file, &text.replace(from, to));
    }

    /// Puts a text at the end of a file.
    pub fn append(&mut self, file: &str, text: &str) {
        let whole = format!("{}{text}", self.text(file));
        self.write(file, &whole);
    }

    /// Removes a file.
    #[track_caller]
    pub fn remove(&mut self, file: &str) {
        let removed = self.files.remove(Path::new(file));
        assert!(removed.is_some(), "the small book has no file {file}");
    }

    /// Gives the book other figures.
    pub fn draw(&mut self, figures: fn() -> Vec<Figure>) {
        self.figures = figures;
    }

    /// The file and the first line with this text: `src/basics/means.md:7`.
    #[track_caller]
    pub fn place(&self, file: &str, text: &str) -> String {
        let lines = self.text(file).lines();
        let line = lines.zip(1..).find(|(line, _)| line.contains(text));
        let (_, line) = line.unwrap_or_else(|| panic!("{text:?} stands nowhere in {file}"));
        format!("{file}:{line}")
    }

    /// The folder of the built book.
    pub fn folder(&self) -> PathBuf {
        self.root.join("target/book")
    }

    /// The folder of the copy.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Builds it.
    ///
    /// # Errors
    /// What the binder says.
    pub fn build(&self) -> Result<(), String> {
        self.materialise();
        build(&self.root, &self.folder(), self.figures)
    }

    /// Builds it and reads its pages.
    #[track_caller]
    pub fn site(&self) -> Site {
        self.build().unwrap_or_else(|message| panic!("{message}"));
        Site::read(&self.root, &self.folder())
    }

    /// Runs the tests of its crate, or those of one file.
    ///
    /// # Errors
    /// What cargo and the tests print, if one fails.
    pub fn test(&self, file: Option<&str>) -> Result<String, String> {
        // The copies share a folder for what cargo builds, and thus the names
        // of their programs there.
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        self.materialise();
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command
            .args(["test", "--offline", "--quiet", "--no-fail-fast"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", scratch("faults-target"))
            .env_remove("UPDATE_OUTPUTS");
        if let Some(file) = file {
            command.args(["--test", file]);
        }
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let output = command.output().map_err(|error| error.to_string())?;
        drop(turn);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        match output.status.success() {
            true => Ok(said),
            false => Err(said),
        }
    }

    /// Writes what has changed and removes what is gone, so that cargo does
    /// not compile anew what an earlier run has left there.
    pub fn materialise(&self) {
        let target = self.root.join("target");
        for file in files(&self.root, "") {
            let inner = file.strip_prefix(&self.root).expect("it stands below");
            if !file.starts_with(&target) && !self.files.contains_key(inner) {
                fs::remove_file(&file)
                    .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            }
        }
        for (inner, text) in &self.files {
            let file = self.root.join(inner);
            if fs::read(&file).is_ok_and(|old| old == text.as_bytes()) {
                continue;
            }
            let parent = file.parent().expect("it stands below");
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&file, text))
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
    }
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The figures of the small book.
pub fn figures() -> Vec<Figure> {
    vec![Figure::new("means", "rain-in-spring", rain_in_spring)]
}

/// Its one figure.
pub fn rain_in_spring() -> Frame {
    let panel = Panel::chart(255.0, 100.0, [0.0, 3.0], [0.0, 6.0]);
    Frame::new("Rain on three days", panel).describe("Three bars, and a line at their mean.")
}
