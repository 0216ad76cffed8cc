//! The files that editors leave beside the ones that they edit: swap files,
//! backups, locks, and the names that they write to before they rename.

use std::path::Path;

/// What an editor puts behind a name is no ending of its own.
const SOURCES: [&str; 3] = [".md", ".rs", ".toml"];

/// Endings that only such files have.
const ENDINGS: [&str; 8] = ["swp", "swo", "swx", "tmp", "bak", "orig", "rej", "part"];

/// Whether a file is an editor's own, by its name. So is every hidden file: no
/// part of the book has a name that begins with a dot.
pub fn is_temporary(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return false;
    };
    let ending = path.extension().and_then(|ending| ending.to_str());
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        // Vim tries with the file 4913 whether it may write in a folder.
        || name.bytes().all(|byte| byte.is_ascii_digit())
        || ending.is_some_and(|ending| ENDINGS.contains(&ending))
        || SOURCES.iter().any(|source| goes_on_behind(name, source))
}

/// Whether a name goes on behind this ending: `x.md.new`, `x.md___jb_tmp___`.
fn goes_on_behind(name: &str, ending: &str) -> bool {
    name.match_indices(ending).any(|(start, _)| {
        let next = name[start + ending.len()..].chars().next();
        next.is_some_and(|next| !next.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_is_temporary() {
        for name in [
            ".vectors.md.swp",
            ".#vectors.md",
            "._vectors.md",
            ".goutputstream-4KX0S3",
            ".vectors.md.kate-swp",
            "vectors.md~",
            "#vectors.md#",
            "4913",
            "vectors.md.tmp.2718.1828",
            "vectors.md___jb_tmp___",
            "vectors.md.new",
            "vectors.md-3141",
            "vectors.tmp",
            "lib.rs.bk",
            "book.toml.orig",
            "book.css.swp",
        ] {
            let path = Path::new("src/linear-algebra").join(name);
            assert!(is_temporary(&path), "{name}");
        }
    }

    #[test]
    fn what_authors_write_is_not() {
        for name in [
            "vectors.md",
            "sums-in-f64.md",
            "lib.rs",
            "Cargo.toml",
            "katex.min.css",
            "iris.csv",
            "page.png",
            "x.mdx",
            "LICENSE",
            "2024-census.csv",
            "C#.md",
        ] {
            let path = Path::new("src/linear-algebra").join(name);
            assert!(!is_temporary(&path), "{name}");
        }
    }
}
