//! Controls below the figures that move, and the scripts that move them.
//!
//! Without its script the page holds each figure as it is at first. The script
//! is asked for when a reader first touches a figure; see theme/reader.js.

use crate::module::Modules;
use anyhow::{Context, Result};
use drawing::{Control, Dial, Figure, Kind, html};
use std::collections::btree_map::{self, BTreeMap};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Where a script takes the compiled figures from.
const COMPILED: &str = "\"the compiled figures\"";

/// The figures that move, by their ids, with the scripts that move them.
pub struct Controls {
    figures: BTreeMap<String, MovingFigure>,
    scripts: Scripts,
}

/// A figure, and which of the figures of its module it is.
struct MovingFigure {
    moving: Figure,
    module: &'static str,
    number: usize,
}

impl Controls {
    /// Of all figures of the book.
    ///
    /// # Errors
    /// When theme/figures.js cannot be read.
    pub fn new(root: &Path, book: &Path, figures: Vec<Figure>, modules: Modules) -> Result<Self> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let moving = figures.into_iter().filter(Figure::is_interactive);
        let figures = moving.map(|moving| {
            let module = moving.chapter;
            let count = counts.entry(module).or_default();
            let number = *count;
            *count += 1;
            let id = moving.id.to_owned();
            let figure = MovingFigure {
                moving,
                module,
                number,
            };
            (id, figure)
        });
        Ok(Controls {
            figures: figures.collect(),
            scripts: Scripts::new(root, book, modules)?,
        })
    }

    /// The controls of a figure, whose script is written into the book. `depth`
    /// is the number of folders between the page and the root of the book.
    ///
    /// # Errors
    /// When no such figure moves, when its module is not compiled, or when its
    /// script cannot be written.
    pub fn form_of(&mut self, id: &str, depth: usize) -> Result<String> {
        let figure = self.figures.get(id);
        let MovingFigure {
            moving,
            module,
            number,
        } = figure.with_context(|| format!("no figure {id:?} moves"))?;
        let script = format!("{}{}", "../".repeat(depth), self.scripts.of(module)?);
        Ok(form(moving, *number, &script))
    }
}

/// The scripts, one for each module of figures.
struct Scripts {
    modules: Modules,
    /// theme/figures.js before and after the place for a module.
    around: [String; 2],
    /// The folder of the book.
    book: PathBuf,
    /// The names of those that are written, by their modules.
    written: BTreeMap<&'static str, String>,
}

impl Scripts {
    fn new(root: &Path, book: &Path, modules: Modules) -> Result<Self> {
        let source = root.join("theme/figures.js");
        let text = fs::read_to_string(&source).with_context(|| source.display().to_string())?;
        let (before, after) = text
            .split_once(COMPILED)
            .with_context(|| format!("{} has no {COMPILED}", source.display()))?;
        Ok(Scripts {
            modules,
            around: [before.to_owned(), after.to_owned()],
            book: book.to_owned(),
            written: BTreeMap::new(),
        })
    }

    /// The name of the script with a module, which is written the first time.
    fn of(&mut self, module: &'static str) -> Result<&str> {
        let script = match self.written.entry(module) {
            btree_map::Entry::Occupied(written) => written.into_mut(),
            btree_map::Entry::Vacant(missing) => {
                let [before, after] = &self.around;
                let packed = self.modules.packed(module)?;
                let text = format!("{before}\"{packed}\"{after}");
                let mut hasher = DefaultHasher::new();
                text.hash(&mut hasher);
                let name = module.replace('_', "-");
                let script = format!("figures-{name}-{:016x}.js", hasher.finish());
                fs::write(self.book.join(&script), text).with_context(|| script.clone())?;
                missing.insert(script)
            }
        };
        Ok(script)
    }
}

fn form(moving: &Figure, number: usize, script: &str) -> String {
    let controls: String = moving
        .controls
        .iter()
        .map(|control| field(moving.id, control))
        .collect();
    let state = escape(&moving.at_first().state);
    format!(
        "<form class=\"controls\" data-figure=\"{number}\" data-script=\"{script}\" autocomplete=\"off\" aria-label=\"Controls of the figure\">{controls}<div class=\"control\"><button type=\"reset\">Reset</button></div><p class=\"state\" role=\"status\">{state}</p></form>"
    )
}

fn field(figure: &str, control: &Control) -> String {
    let label = html(control.label);
    let name = control.name;
    let dials = control.dials();
    match control.kind {
        Kind::Slider { unit, .. } => {
            let shown = format!("{}{unit}", shown(&dials[0]));
            let input = input("range", figure, name, &dials[0]);
            format!(
                "<div class=\"control\"><label for=\"{figure}-{name}\">{label}</label>{input}<output for=\"{figure}-{name}\" data-unit=\"{}\">{shown}</output></div>",
                escape(unit)
            )
        }
        Kind::Point { .. } => {
            let fields: String = dials
                .iter()
                .enumerate()
                .map(|(k, dial)| {
                    let name = format!("{name}-{}", k + 1);
                    let input = input("number", figure, &name, dial);
                    let input = input.replacen(
                        "<input",
                        &format!("<input aria-label=\"entry {}\"", k + 1),
                        1,
                    );
                    if k == 0 { input } else { format!(", {input}") }
                })
                .collect();
            format!(
                "<fieldset class=\"control\" data-point=\"{name}\"><legend>{label}</legend><span>({fields})</span></fieldset>"
            )
        }
        Kind::Choice { options, default } => {
            let options: String = options
                .iter()
                .enumerate()
                .map(|(k, option)| {
                    let selected = if k == default { " selected" } else { "" };
                    format!(
                        "<option value=\"{k}\"{selected}>{}</option>",
                        escape(option)
                    )
                })
                .collect();
            format!(
                "<div class=\"control\"><label for=\"{figure}-{name}\">{label}</label><select id=\"{figure}-{name}\" name=\"{name}\">{options}</select></div>"
            )
        }
        Kind::Steps { per_second, .. } => {
            let input = input("range", figure, name, &dials[0]);
            let shown = shown(&dials[0]);
            format!(
                "<div class=\"control\" data-steps data-per-second=\"{per_second}\"><label for=\"{figure}-{name}\">{label}</label>{input}<output for=\"{figure}-{name}\">{shown}</output><button type=\"button\" data-do=\"step\">Step</button><button type=\"button\" data-do=\"play\">Play</button></div>"
            )
        }
    }
}

/// A number as theme/figures.js writes it.
fn shown(dial: &Dial) -> String {
    dial.default.to_string().replace('-', "−")
}

fn input(kind: &str, figure: &str, name: &str, dial: &Dial) -> String {
    let Dial {
        range: [low, high],
        step,
        default,
    } = dial;
    format!(
        "<input type=\"{kind}\" id=\"{figure}-{name}\" name=\"{name}\" min=\"{low}\" max=\"{high}\" step=\"{step}\" value=\"{default}\">"
    )
}

fn escape(text: &str) -> String {
    crate::highlight::escape(text).replace('"', "&quot;")
}
