//! Statements, proofs, examples and exercises.

use super::Emitter;
use crate::highlight::escape;
use crate::test_source::Test;
use markup::{Block, Node};

impl Emitter<'_> {
    /// A block of text with a head.
    pub(super) fn statement(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let kind = block.kind.data_kind;
        let mut attributes = String::new();
        if let Some(why) = block.attribute("unchecked") {
            attributes.push_str(&format!(" data-unchecked=\"{}\"", escape(why)));
        }
        if let Some(grade) = block.attribute("grade") {
            attributes.push_str(&format!(" data-grade=\"{}\"", escape(grade)));
        }
        out.push_str(&format!(
            "<section data-kind=\"{kind}\" id=\"{id}\"{attributes}>\n"
        ));
        out.push_str(&self.head(block));
        out.push('\n');
        // The reader of an exercise needs the foot before hint and solution.
        let is_help = |node: &Node| matches!(node, Node::Block(inner) if inner.kind.tag == "hint");
        let help = block.nodes.iter().position(is_help);
        let (text, help) = block.nodes.split_at(help.unwrap_or(block.nodes.len()));
        self.nodes(text, out);
        out.push('\n');
        out.push_str(&self.foot(block, &id));
        out.push('\n');
        self.nodes(help, out);
        out.push_str("\n</section>\n");
    }

    /// What a statement is bound to.
    fn foot(&mut self, block: &Block, id: &str) -> String {
        let mut notes = Vec::new();
        if let Some(source) = block.attribute("stated") {
            let (key, locator) = match source.split_once(',') {
                Some((key, locator)) => (key.trim(), Some(locator.trim())),
                None => (source.trim(), None),
            };
            let source = self.reference(key, locator, block.line);
            notes.push(format!("Stated here without proof; see {source}."));
        }
        if let Some(why) = block.attribute("unchecked") {
            let why = self.title(block.line, why);
            notes.push(format!("No program can try this: {why}"));
        }
        let module = match block.kind.data_kind {
            "theorem" => Some("theorems"),
            "algorithm" => Some("algorithms"),
            _ => None,
        };
        if let Some(test) = module.and_then(|module| self.test_of(id, module)) {
            let href = self.source_href(&test.file, test.line);
            let name = &test.name;
            notes.push(format!(
                "Tried by <a data-check=\"{name}\" href=\"{href}\"><code>{name}</code></a>."
            ));
        }
        let paths = block.attribute("code").unwrap_or_default();
        let links: Vec<_> = paths
            .split_whitespace()
            .map(|path| self.code_link(path, block.line))
            .collect();
        if !links.is_empty() {
            notes.push(format!("In code: {}.", links.join(", ")));
        }
        if block.attribute("grade") == Some("build") {
            notes.push(self.starter(id, block.line));
        }
        match notes.is_empty() {
            true => String::new(),
            false => format!("<p class=\"block-foot\">{}</p>\n", notes.join(" ")),
        }
    }

    fn test_of(&self, id: &str, module: &str) -> Option<Test> {
        let name = id.replace('-', "_");
        let mut tests = self.inventory.tests.of(&self.chapter.stem, module);
        tests.find(|test| test.name == name).cloned()
    }

    /// A link to the code of an item.
    fn code_link(&mut self, path: &str, line: usize) -> String {
        match self.inventory.items.find(path) {
            Ok(item) => {
                let href = self.source_href(&item.file, item.lines.0);
                format!("<a href=\"{href}\"><code>{}</code></a>", escape(path))
            }
            Err(message) => {
                self.problem(line, message);
                String::new()
            }
        }
    }

    /// Where the reader starts, and the command that says whether it is right.
    fn starter(&mut self, id: &str, line: usize) -> String {
        let name = id.replace('-', "_");
        let Some(file) = self.inventory.starters.get(&name) else {
            let message =
                format!("the exercise {id:?} has no starter listings/exercises/{name}.rs");
            self.problem(line, message);
            return String::new();
        };
        self.use_name("starter", &name, line);
        let file = file.to_string_lossy().replace('\\', "/");
        format!(
            "Start in <code>{file}</code>; <code>cargo run --example exercise {name}</code> says whether it is right."
        )
    }

    /// A proof, with the statement that it belongs to.
    pub(super) fn proof(&mut self, block: &Block, out: &mut String) {
        let Some(of) = block.owner.clone() else {
            self.problem(
                block.line,
                "this proof follows no theorem; name it: <proof of=\"…\">",
            );
            return;
        };
        let is_theorem = |kind: &str| ["Theorem", "Lemma", "Corollary"].contains(&kind);
        let label = self.inventory.labels.get(&of);
        if !label.is_some_and(|label| is_theorem(label.kind)) {
            self.problem(block.line, format!("no theorem has the id {of:?}"));
        }
        self.use_name("proof", &of, block.line);
        let name = match block.attribute("of") {
            Some(_) => format!("Proof of {}", self.reference(&of, None, block.line)),
            None => "Proof".to_owned(),
        };
        out.push_str(&format!(
            "<section data-kind=\"proof\" id=\"{of}-proof\">\n"
        ));
        out.push_str(&format!(
            "<p class=\"block-head\"><span class=\"label\">{name}</span></p>\n\n"
        ));
        self.nodes(&block.nodes, out);
        out.push_str("\n<p class=\"end-of-proof\"><span role=\"img\" aria-label=\"End of the proof\"></span></p>\n</section>\n");
    }

    /// A hint or a solution: closed until the reader opens it.
    pub(super) fn hidden(&mut self, block: &Block, out: &mut String) {
        let kind = block.kind.data_kind;
        let id = block.owner.as_ref();
        let id = id
            .map(|owner| format!(" id=\"{owner}-{kind}\""))
            .unwrap_or_default();
        out.push_str(&format!("<section data-kind=\"{kind}\"{id}>\n<details>\n"));
        out.push_str(&format!("<summary>{}</summary>\n\n", block.kind.label));
        self.nodes(&block.nodes, out);
        out.push_str("\n</details>\n</section>\n");
    }

    /// The solution of the preview problem, which closes the chapter.
    pub(super) fn preview_solution(&mut self, block: &Block, out: &mut String) {
        let of = block.attribute("of").unwrap_or_default();
        let previews: Vec<_> = self.chapter.page.all_blocks();
        let preview = previews
            .into_iter()
            .find(|other| other.kind.tag == "preview" && other.attribute("id") == Some(of));
        let Some(preview) = preview else {
            self.problem(
                block.line,
                format!("no preview problem on this page has the id {of:?}"),
            );
            return;
        };
        self.use_name("solution", of, block.line);
        let title = preview.attribute("title").unwrap_or_default();
        let title = self.title(preview.line, title);
        out.push_str(&format!(
            "<section data-kind=\"solution\" id=\"{of}-solution\">\n"
        ));
        out.push_str(&format!(
            "<p class=\"block-head\"><span class=\"label\">Solution of the <a href=\"#{of}\">preview problem</a></span> <span class=\"title\">{title}</span></p>\n\n"
        ));
        self.nodes(&block.nodes, out);
        out.push_str("\n</section>\n");
    }
}
