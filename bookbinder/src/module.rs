//! The figures that move, compiled for the browser, those of each chapter by
//! themselves.
//!
//! The target wasm32-unknown-unknown comes with rustup, since rust-toolchain.toml
//! asks for it. Debian has packages from which its own cargo builds it. Without
//! either the figures stand still, and one line says so.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use drawing::Figure;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// What to install where rustup does not give the target.
pub const MISSING: &str = "the figures stand still, since there is no target wasm32-unknown-unknown: rustup target add wasm32-unknown-unknown, or on Debian apt-get install --no-install-recommends rustc-web cargo-web rust-web-src lld-22";

/// How the figures are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// As small as can be, which takes its time.
    Published,
    /// Without link-time optimisation, for an author who waits.
    Served,
    /// The same as they were compiled last, for an author who waits for a page.
    AsTheyAre,
}

impl Profile {
    /// Its name in Cargo.toml.
    fn name(self) -> &'static str {
        match self {
            Profile::Published => "wasm",
            Profile::Served | Profile::AsTheyAre => "wasm-dev",
        }
    }
}

/// What has been compiled.
pub struct Modules {
    folder: PathBuf,
}

impl Modules {
    /// The compiled figures of a chapter.
    ///
    /// # Errors
    /// When its package has no example of this name.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.file(name)).with_context(|| {
            format!(
                "the moving figures of figures/{name} are not compiled for the browser: they need \
                 a file figures/{name}/examples/{name}.rs and an [[example]] {name:?} in \
                 figures/{name}/Cargo.toml"
            )
        })
    }

    /// The same as text to stand in a script. What has not been compiled anew
    /// since it was packed is not packed again.
    ///
    /// # Errors
    /// When its package has no example of this name.
    pub fn packed(&self, name: &str) -> Result<String> {
        let file = self.file(name);
        let beside = file.with_extension("packed");
        let version = fs::metadata(&file).ok().and_then(|metadata| {
            let modified = metadata.modified().ok()?;
            Some(format!("{} bytes of {modified:?}", metadata.len()))
        });
        if let Some(version) = &version
            && let Ok(earlier) = fs::read_to_string(&beside)
            && let Some((packed_version, packed)) = earlier.split_once('\n')
            && packed_version == version
        {
            return Ok(packed.to_owned());
        }
        let packed = packed(&self.read(name)?)?;
        if let Some(version) = version {
            // Where it cannot be written, the next build takes longer.
            let _ = fs::write(beside, format!("{version}\n{packed}"));
        }
        Ok(packed)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension("wasm")
    }
}

/// A module as text to stand in a script: base64 of what gzip makes of it, which
/// a server that compresses cannot make much smaller, and none need.
///
/// # Errors
/// When there is no memory for it.
pub fn packed(module: &[u8]) -> Result<String> {
    let mut small = GzEncoder::new(Vec::new(), Compression::best());
    small.write_all(module)?;
    Ok(STANDARD.encode(small.finish()?))
}

/// Compiles the figures that move of the book below `root`, each chapter by
/// itself, and only what has changed; `None` if there are no means, or if no
/// figure moves.
///
/// # Errors
/// What the compiler says.
pub fn compile(root: &Path, figures: &[Figure], profile: Profile) -> Result<Option<Modules>> {
    let moving = figures.iter().filter(|figure| figure.is_interactive());
    let chapters: BTreeSet<&str> = moving.map(|figure| figure.chapter).collect();
    if chapters.is_empty() {
        return Ok(None);
    }
    let target = root.join("target/wasm");
    let folder = target.join(TARGET).join(profile.name()).join("examples");
    if profile == Profile::AsTheyAre && folder.exists() {
        return Ok(Some(Modules { folder }));
    }
    let Some(mut command) = rustup().or_else(debian) else {
        return Ok(None);
    };
    for chapter in chapters {
        let package = format!("figures-{}", chapter.replace('_', "-"));
        command.arg(format!("--package={package}"));
        command.arg(format!("--features={package}/browser"));
    }
    let output = command
        .args(["--quiet", "--profile", profile.name(), "--target", TARGET])
        .args(["--examples", "--target-dir"])
        .arg(&target)
        .current_dir(root)
        .output();
    let program = command.get_program().to_string_lossy().into_owned();
    let output = output.with_context(|| format!("{program} does not start"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("the moving figures do not compile for the browser:\n{said}");
    }
    Ok(Some(Modules { folder }))
}

/// The cargo that compiled this program, if its compiler has the target.
fn rustup() -> Option<Command> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = Command::new(compiler).args(["--print", "sysroot"]).output();
    let said = String::from_utf8(said.ok()?.stdout).ok()?;
    let target = Path::new(said.trim()).join("lib/rustlib").join(TARGET);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.arg("build");
    target.exists().then_some(command)
}

/// Debian's cargo, which builds the standard library for the target first. The
/// option is for nightly compilers, unless they are told otherwise.
fn debian() -> Option<Command> {
    let folder = Path::new("/usr/bin");
    let [rustc, cargo] = ["rustc", "cargo"].map(|name| folder.join(name));
    let sources = Path::new("/usr/lib/rustlib/src/rust/library/std");
    let linker = linker(folder)?;
    if !rustc.exists() || !cargo.exists() || !sources.exists() {
        return None;
    }
    let mut command = Command::new(cargo);
    // Nothing that belongs to the other cargo.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let own = text.starts_with("CARGO") && text != "CARGO_HOME";
        if own || text.starts_with("RUST") {
            command.env_remove(&name);
        }
    }
    command
        .arg("build")
        .env("PATH", folder)
        .env("RUSTC", rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        .arg("-Zbuild-std=std,panic_abort");
    Some(command)
}

/// The newest of Debian's linkers, `wasm-ld-22` or later or earlier.
fn linker(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    let version = |name: &OsString| -> Option<u32> {
        let name = name.to_str()?.strip_prefix("wasm-ld-")?;
        name.parse().ok()
    };
    let newest = names.filter_map(|name| Some((version(&name)?, name))).max();
    newest.map(|(_, name)| folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn a_module_that_is_not_compiled_is_named_with_what_to_write() {
        let folder = env::temp_dir().join("no modules here");
        let error = Modules { folder }.read("vectors").expect_err("none");
        let said = error.to_string();
        assert!(said.starts_with("the moving figures of figures/vectors are not"));
        assert!(
            said.contains("figures/vectors/examples/vectors.rs"),
            "{said}"
        );
    }

    #[test]
    fn a_module_is_packed_anew_when_it_is_compiled_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("vectors.wasm");
        let modules = Modules {
            folder: folder.path().to_owned(),
        };
        for module in [b"first".as_slice(), b"the second"] {
            fs::write(&file, module).expect("a file");
            for _ in 0..2 {
                let text = modules.packed("vectors").expect("it is there");
                assert_eq!(text, packed(module).expect("memory for it"));
            }
        }
        // The second time it is the text beside the module that is taken.
        let beside = file.with_extension("packed");
        let text = fs::read_to_string(&beside).expect("a file");
        let (version, _) = text.split_once('\n').expect("two lines");
        fs::write(&beside, format!("{version}\nas packed before")).expect("a file");
        let text = modules.packed("vectors").expect("it is there");
        assert_eq!(text, "as packed before");
    }

    #[test]
    fn what_is_packed_is_unpacked_as_it_was() {
        let module: Vec<u8> = (0..9999_u32).map(|k| (k * k % 251) as u8).collect();
        let packed = packed(&module).expect("memory for it");
        let small = STANDARD.decode(packed).expect("base64");
        let mut again = Vec::new();
        let read = GzDecoder::new(&small[..]).read_to_end(&mut again);
        assert_eq!(read.expect("gzip"), module.len());
        assert_eq!(again, module);
    }
}
