//! What is kept between two runs.

use super::Formula;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Rendered formulas, by their TeX.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Cache {
    fingerprint: String,
    pub(super) inline: BTreeMap<String, String>,
    pub(super) display: BTreeMap<String, String>,
}

impl Cache {
    /// What an earlier run has left, if it had the same inputs.
    pub(super) fn read(path: &Path, fingerprint: &str) -> Cache {
        let cache = std::fs::read(path).ok();
        let cache = cache.and_then(|bytes| serde_json::from_slice::<Cache>(&bytes).ok());
        cache
            .filter(|cache| cache.fingerprint == fingerprint)
            .unwrap_or_default()
    }

    /// A cache that cannot be written costs time in the next run and nothing else.
    pub(super) fn write(path: &Path, fingerprint: &str, rendered: &HashMap<Formula, String>) {
        let of = |wanted: bool| {
            let formulas = rendered
                .iter()
                .filter(|((_, display), _)| *display == wanted);
            formulas
                .map(|((tex, _), html)| (tex.clone(), html.clone()))
                .collect()
        };
        let cache = Cache {
            fingerprint: fingerprint.to_owned(),
            inline: of(false),
            display: of(true),
        };
        let partial = path.with_extension(format!("{}.tmp", std::process::id()));
        let written = path
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| Ok(serde_json::to_vec(&cache)?))
            .and_then(|bytes| std::fs::write(&partial, bytes))
            .and_then(|()| std::fs::rename(&partial, path));
        if let Err(error) = written {
            eprintln!("warning: {}: {error}", path.display());
        }
    }
}
