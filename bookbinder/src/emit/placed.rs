//! What is placed from files: listings, programs, figures and measurements.

use super::Emitter;
use super::html::is_inline;
use crate::highlight::{escape, rust};
use crate::labels::nearest;
use markup::Block;

impl Emitter<'_> {
    /// One or more items of the crate.
    pub(super) fn listing(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let paths: Vec<_> = block
            .attribute("path")
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let mut codes = Vec::new();
        let mut links = Vec::new();
        for path in paths {
            let item = match self.inventory.items.find(path) {
                Ok(item) => item,
                Err(message) => {
                    self.problem(block.line, message);
                    continue;
                }
            };
            self.use_name("listing", &item.path, block.line);
            let summary = item.summary.iter().map(|text| wrapped(text));
            codes.push(
                summary
                    .chain([item.code.clone()])
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
            let href = self.source_href(&item.file, item.lines.0);
            links.push(format!(
                "<a href=\"{href}\"><code>{}</code></a>",
                escape(path)
            ));
        }
        let label = self.caption_head(block);
        let caption = self.caption(block);
        out.push_str(&format!(
            "<figure data-kind=\"listing\" id=\"{id}\"><pre><code class=\"nohighlight hljs\">{}</code></pre><figcaption>{label} {caption} <span class=\"source-link\">Source: {}</span></figcaption></figure>\n",
            rust(&codes.join("\n\n")),
            links.join(", ")
        ));
    }

    /// A program, its command and its recorded output.
    pub(super) fn program(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let name = block.attribute("name").unwrap_or_default();
        let Some(program) = self.inventory.programs.get(name) else {
            let known = self.inventory.programs.keys().map(String::as_str);
            let message = missing(
                "no program",
                "listings/examples",
                name,
                nearest(name, known),
            );
            self.problem(block.line, message);
            return;
        };
        self.use_name("program", name, block.line);
        let label = self.caption_head(block);
        let caption = self.caption(block);
        let run = match self
            .inventory
            .labels
            .get("running")
            .and_then(|l| l.link.clone())
        {
            Some(link) => self.href(&format!("{link}#getting-the-code")),
            None => {
                self.problem(
                    block.line,
                    "a program links to the page running.md, which is missing",
                );
                String::new()
            }
        };
        out.push_str(&format!(
            "<figure data-kind=\"program\" id=\"{id}\"><pre><code class=\"nohighlight hljs\">{}</code></pre><p class=\"command\"><code>cargo run --example {name}</code> <a class=\"run-it\" href=\"{run}\">Run it</a></p><pre class=\"output\"><code class=\"nohighlight\">{}</code></pre><figcaption>{label} {caption}</figcaption></figure>\n",
            rust(program.code.trim_end()),
            escape(program.output.trim_end())
        ));
    }

    /// A figure, drawn now.
    pub(super) fn figure(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let Some(entry) = self.inventory.figures.get(&id) else {
            let known = self.inventory.figures.keys().map(String::as_str);
            let message = missing(
                "no figure",
                "the list figures! of a chapter in figures",
                &id,
                nearest(&id, known),
            );
            self.problem(block.line, message);
            return;
        };
        self.use_name("figure", &id, block.line);
        let figure = entry.at_first();
        let moves = if entry.is_interactive() {
            " data-interactive"
        } else {
            ""
        };
        if figure.title.trim().is_empty() || figure.description.trim().is_empty() {
            let message = format!(
                "the figure {id:?} of {} needs a title and a description",
                figure.source
            );
            self.problem(block.line, message);
        }
        let svg = figure.svg().replace('\n', " ");
        let label = self.caption_head(block);
        let caption = self.caption(block);
        out.push_str(&format!(
            "<figure data-kind=\"figure\" id=\"{id}\"{moves}>{svg}<figcaption>{label} {caption}</figcaption></figure>\n"
        ));
    }

    /// A recorded measurement with its command, machine, day and versions.
    pub(super) fn measured(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let name = block.attribute("name").unwrap_or_default();
        let Some((_, measurement)) = self.inventory.measurements.get(name) else {
            let known = self.inventory.measurements.keys().map(String::as_str);
            let folder = "listings/benches/measured";
            self.problem(
                block.line,
                missing("no record", folder, name, nearest(name, known)),
            );
            return;
        };
        self.use_name("measured", name, block.line);
        let row = |cells: &[String], cell: &str| {
            let cells = cells
                .iter()
                .map(|text| format!("<{cell}>{}</{cell}>", escape(text)));
            format!("<tr>{}</tr>", cells.collect::<String>())
        };
        let rows: String = measurement
            .rows
            .iter()
            .map(|cells| row(cells, "td"))
            .collect();
        let label = self.caption_head(block);
        let caption = self.caption(block);
        let caption = match is_inline(&caption) {
            true => format!("<p>{caption}</p>"),
            false => caption,
        };
        let measurement = &self.inventory.measurements[name].1;
        out.push_str(&format!(
            "<section data-kind=\"measured\" id=\"{id}\"><p class=\"block-head\">{label} <span class=\"title\">{}</span></p><div class=\"table-wrapper\"><table><thead>{}</thead><tbody>{rows}</tbody></table></div>{caption}<p class=\"block-foot\">Recorded with <code>{}</code> on {}, {}, {}. Your machine will give other times.</p></section>\n",
            escape(&measurement.title),
            row(&measurement.columns, "th"),
            escape(&measurement.command),
            escape(&measurement.machine),
            escape(&measurement.date),
            escape(&measurement.versions),
        ));
    }

    fn caption_head(&self, block: &Block) -> String {
        let label = self.inventory.labels.of(block);
        let text = label.map_or_else(String::new, |label| label.text());
        format!("<span class=\"label\">{}</span>", escape(&text))
    }
}

fn missing(what: &str, folder: &str, name: &str, near: Option<&str>) -> String {
    match near {
        Some(near) => format!("{what} {name:?} in {folder}; is it {near:?}?"),
        None => format!("{what} {name:?} in {folder}"),
    }
}

/// The first paragraph of a doc comment, in lines that fit the page.
fn wrapped(text: &str) -> String {
    // The brackets are a link for rustdoc.
    let text = text.replace("[`", "`").replace("`]", "`");
    let mut lines = vec![String::from("///")];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.chars().count() + 1 + word.chars().count() > 78 {
            lines.push(format!("/// {word}"));
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n")
}
