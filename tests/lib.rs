//! What the checks on the bound book share: where the book is, its pages as
//! they were built, and the checks themselves, each a function that returns
//! what is wrong, so that it can also be tried on pages with planted faults.

pub mod checks;
pub mod chromium;
pub mod placed;
pub mod server;

use bookbinder::build::Build;
use bookbinder::module::Profile;
use checks::site::Site;
use markup::Page;
use std::env;
use std::io::{Write as _, stderr};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The root of the repository.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .parent()
        .expect("the package is a folder below the root")
}

/// A place for what a test builds, the same at each run.
pub fn scratch(name: &str) -> PathBuf {
    root().join("target/tests").join(name)
}

/// Where the real book stands, built once for all tests of a program.
pub fn built() -> &'static Path {
    static FOLDER: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
        let binary = env::current_exe().map_err(|error| error.to_string())?;
        let name = binary.file_stem().unwrap_or_default().to_string_lossy();
        // Cargo adds a hash to the name.
        let name = name.split('-').next().unwrap_or_default();
        let folder = scratch(name).join("book");
        build(root(), &folder, figures::all)?;
        Ok(folder)
    });
    match &*FOLDER {
        Ok(folder) => folder,
        Err(message) => panic!("the book cannot be built:\n{message}"),
    }
}

/// The real book, built and read once for all tests of a program. One test at a
/// time has it, since threads cannot share a tree of HTML.
pub fn book() -> MutexGuard<'static, Site> {
    static BOOK: LazyLock<Mutex<Site>> = LazyLock::new(|| Mutex::new(Site::read(root(), built())));
    // A test that has failed has only read in it.
    BOOK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Builds the book below `root` into a folder.
///
/// # Errors
/// What the binder says.
pub fn build(
    root: &Path,
    folder: &Path,
    figures: fn() -> Vec<figures::Figure>,
) -> Result<(), String> {
    let parent = folder.parent().unwrap_or(root);
    std::fs::create_dir_all(parent).map_err(|error| format!("{}: {error}", parent.display()))?;
    let build = Build {
        root,
        destination: folder,
        figures,
        live_reload: None,
        profile: Profile::Published,
    };
    build.run().map_err(|error| format!("{error:#}"))
}

/// A numbered chapter that has a page.
pub struct Chapter {
    /// The stem of its file.
    pub stem: String,
    /// The page in the built book, relative to its root.
    pub html: String,
    /// The page as the author wrote it.
    pub text: String,
    /// The same, taken apart.
    pub page: Page,
}

/// The chapters of the book below `root` that are not drafts, in order.
pub fn chapters(root: &Path) -> Vec<Chapter> {
    let book = bookbinder::build::load(root).unwrap_or_else(|error| panic!("{error:#}"));
    let chapters = book.book.chapters();
    let numbered = chapters.filter(|chapter| chapter.number.is_some());
    let pages = numbered.filter_map(|chapter| Some((chapter.path.clone()?, &chapter.content)));
    pages
        .map(|(path, text)| Chapter {
            stem: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into(),
            html: slashed(&path.with_extension("html")),
            text: text.clone(),
            page: Page::read(&Path::new("src").join(&path), text),
        })
        .collect()
}

/// All files below a folder whose names end so, in order.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A path with slashes, whatever the machine has.
pub fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Fails with all of the problems, one a line, if there are any.
#[track_caller]
pub fn assert_none(problems: &[String]) {
    let count = problems.len();
    assert!(count == 0, "{count} problems:\n{}", problems.join("\n"));
}

/// Says once what this machine does not try, and why.
///
/// # Panics
/// Where every check must run, as `CI=true` says.
pub fn skip(what: &'static str, how: &str) {
    let ci = env::var_os("CI").is_some_and(|value| value == "true");
    assert!(!ci, "{how}");
    static SAID: Mutex<Vec<&str>> = Mutex::new(Vec::new());
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if !said.contains(&what) {
        said.push(what);
        // Not println!, which is seen only if a test fails.
        let _ = writeln!(stderr(), "skipped: {what}; {how}");
    }
}
