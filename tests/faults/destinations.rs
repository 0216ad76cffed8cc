//! `build --destination` replaces what this program has built, and nothing that
//! is somebody's, whichever way the folder is spelled.

use super::program::{everything, program, write};
use book_tests::checks::small::{PAGE, SmallBook};
use book_tests::{files, scratch};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// A copy of the small book as a project with a history, and what cargo has
/// compiled; and a folder outside of it with files of somebody else.
struct Project {
    book: SmallBook,
    outside: PathBuf,
}

impl Project {
    fn new(name: &str) -> Project {
        let name = format!("destination-{name}");
        let book = SmallBook::copy(&name);
        let outside = scratch("faults").join(name + "-outside");
        for folder in [book.root(), &outside] {
            if folder.exists() {
                fs::remove_dir_all(folder).expect("an old copy can be removed");
            }
        }
        book.materialise();
        for file in [
            ".git/HEAD",
            "docs/CNAME",
            "docs.new/notes.txt",
            "docs.old/notes.txt",
            "theme/book.css",
            "target/CACHEDIR.TAG",
            "target/debug/.cargo-lock",
            "target/debug/deps/libmeans.rlib",
            "target/riscv/release/.cargo-lock",
            "target/book-cache/formulas.json",
        ] {
            write(&book.root().join(file), "somebody's");
        }
        write(&outside.join("photo.jpg"), "somebody's");
        Project { book, outside }
    }

    fn path(&self, inner: &str) -> PathBuf {
        self.book.root().join(inner)
    }

    fn link(&self, name: &str, leads_to: &Path) {
        symlink(leads_to, self.path(name)).expect("a link");
    }

    fn everything(&self) -> impl PartialEq {
        [self.book.root(), &self.outside].map(everything)
    }

    /// What the program says when it is to build there; nothing if it does.
    fn build(&self, asked: impl AsRef<Path>) -> Result<(), String> {
        let mut program = program(&self.book);
        let program = program.args(["build", "--quiet", "--destination"]);
        let output = program.arg(asked.as_ref()).output().expect("it starts");
        match output.status.success() {
            true => Ok(()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }

    /// Fails unless the book is built there, and is all that is there.
    #[track_caller]
    fn built(&self, asked: impl AsRef<Path>) {
        let asked = asked.as_ref();
        let built = self.build(asked);
        built.unwrap_or_else(|said| panic!("{}: {said}", asked.display()));
        let pages = files(&self.path("").join(asked), ".html");
        assert!(pages.len() > 5, "{}: {pages:?}", asked.display());
    }

    /// Fails unless the program refuses in one sentence with this word, and all
    /// is as it was.
    #[track_caller]
    fn left_alone(&self, asked: impl AsRef<Path>, word: &str) {
        let asked = asked.as_ref();
        let before = self.everything();
        let said = match self.build(asked) {
            Ok(()) => panic!("the book was built into {}", asked.display()),
            Err(said) => said,
        };
        let sentence = said.starts_with("the book cannot go to") && said.lines().count() == 1;
        assert!(
            sentence && said.contains(word),
            "{}: {said}",
            asked.display()
        );
        assert!(
            self.everything() == before,
            "{} was touched",
            asked.display()
        );
    }
}

#[test]
fn the_project_survives_every_spelling() {
    let project = Project::new("project");
    let root = project.book.root();
    project.link("itself", root);
    project.link("target/prose", &root.join("src"));
    for asked in [".", "./", "..", "src/..", "new/..", "itself", "itself/"] {
        project.left_alone(asked, "the project is in it");
    }
    project.left_alone(root, "the project is in it");
    project.left_alone(root.join("src/../."), "the project is in it");
    for asked in [
        "src",
        "src/",
        "./src",
        "src/.",
        "src/basics",
        "src/new",
        "new/../src",
        "itself/src",
        "target/prose",
        "target/prose/",
        "target/prose/basics",
        "target/../src",
    ] {
        project.left_alone(asked, "made of what is in src");
    }
    project.left_alone(root.join("src"), "made of what is in src");
    for folder in [".git", "listings", "theme"] {
        project.left_alone(folder, &format!("made of what is in {folder}"));
        project.left_alone(format!("{folder}/new"), folder);
    }
}

#[test]
fn the_files_of_somebody_else_survive_every_spelling() {
    let project = Project::new("somebody");
    let (root, outside) = (project.book.root(), &project.outside);
    project.link("link", outside);
    project.link("target/link", outside);
    project.link("nowhere", &root.join("gone"));
    for asked in [
        "docs",
        "docs/",
        "./docs",
        "docs/.",
        "new/../docs",
        "target/../docs",
    ] {
        project.left_alone(asked, "CNAME");
    }
    project.left_alone(root.join("docs"), "CNAME");
    let above = format!(
        "../{}",
        outside.file_name().expect("a name").to_string_lossy()
    );
    for asked in ["link", "link/", "target/link", "target/link/.", &above] {
        project.left_alone(asked, "photo.jpg");
    }
    project.left_alone(outside, "photo.jpg");
    for asked in ["book.toml", "book.toml/book", "docs/CNAME", "docs/CNAME/"] {
        project.left_alone(asked, "is a file");
    }
    project.left_alone("nowhere", "leads nowhere");
    project.left_alone("nowhere/book", "leads nowhere");
}

#[test]
fn what_is_compiled_survives() {
    let project = Project::new("compiled");
    for asked in [
        "target",
        "target/",
        "./target/.",
        "target/book/..",
        "target/debug",
        "target/debug/deps",
        "target/debug/book",
        "target/riscv",
        "target/riscv/release/book",
    ] {
        project.left_alone(asked, "cargo keeps what it compiles there");
    }
    for asked in [
        "target/book-cache",
        "target/book-deps",
        "target/release/book",
    ] {
        project.left_alone(asked, "no place for books");
    }
    project.left_alone("target/served", "served");
}

#[test]
fn a_new_folder_an_empty_one_and_one_of_its_own_are_taken() {
    let project = Project::new("taken");
    let (root, outside) = (project.book.root(), &project.outside);
    fs::create_dir(project.path("empty")).expect("a folder");
    fs::create_dir(outside.join("empty")).expect("a folder");
    project.link("link", &outside.join("empty"));
    for asked in ["public", "not/yet/there", "empty/", "link"] {
        project.built(asked);
        project.built(asked);
    }
    project.built(outside.join("public"));
    assert!(project.path("link").is_symlink(), "the link has gone");
    assert_eq!(
        fs::read(outside.join("photo.jpg")).expect("it is there"),
        b"somebody's"
    );
    // Below target/, what somebody else has put there as well.
    write(&root.join("target/book/index.html"), "of the stock mdBook");
    project.built("target/book");
    let index = fs::read_to_string(root.join("target/book/index.html"));
    assert!(index.expect("a page").contains("Small book"));
}

#[test]
fn what_stands_beside_the_folder_stays() {
    let project = Project::new("beside");
    fs::remove_dir_all(project.path("docs")).expect("removed");
    let beside = || ["docs.new", "docs.old"].map(|name| everything(&project.path(name)));
    let before = beside();
    for _ in 0..2 {
        project.built("docs");
        assert!(beside() == before, "what stands beside was touched");
    }
    project
        .book
        .root()
        .read_dir()
        .expect("a folder")
        .for_each(|entry| {
            let name = entry.expect("an entry").file_name();
            let left = name.to_string_lossy().starts_with(".book-");
            assert!(!left, "{name:?} was left behind");
        });
}

#[test]
fn what_somebody_adds_to_a_built_folder_stays() {
    let project = Project::new("added");
    for file in ["CNAME", ".git/HEAD", "css/mine.css"] {
        let added = project.path("public").join(file);
        project.built("public");
        write(&added, "somebody's");
        project.left_alone("public", file.split('/').next().expect("a name"));
        fs::remove_file(&added).expect("removed");
        let _ = fs::remove_dir(project.path("public/.git"));
    }
    project.built("public");
}

#[test]
fn a_build_that_fails_leaves_the_destination_as_it_was() {
    let mut project = Project::new("failed");
    project.built("public");
    let good = project.book.text(PAGE).to_owned();
    project.book.append(PAGE, "\nSee [@nowhere-at-all].\n");
    let page = project.path(PAGE);
    write(&page, project.book.text(PAGE));
    let before = ["public", "docs"].map(|name| everything(&project.path(name)));
    for asked in ["public", "new", "not/yet/there"] {
        let said = project.build(asked).expect_err("a reference to nothing");
        assert!(said.contains("nowhere-at-all"), "{said}");
    }
    let after = ["public", "docs"].map(|name| everything(&project.path(name)));
    assert!(after == before, "a build that failed has changed something");
    assert!(!project.path("new").exists() && !project.path("not").exists());
    write(&page, &good);
    project.built("public");
}
