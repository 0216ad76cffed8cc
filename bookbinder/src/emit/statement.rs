//! Statements, proofs, examples and exercises.

use super::Emitter;
use crate::highlight::escape;
use crate::test_source::Test;
use markup::{Block, Markdown, Node};

const END_OF_PROOF: &str =
    "<p class=\"end-of-proof\"><span role=\"img\" aria-label=\"End of the proof\"></span></p>";

/// The switch of the page's folded proofs; what it does is in reader.js.
const OPEN_ALL: &str = "\n<div class=\"open-proofs\"><label><input type=\"checkbox\" autocomplete=\"off\"> Open all proofs</label></div>\n\n";

impl Emitter<'_> {
    /// A page, with the switch of its folded proofs above the first statement
    /// that has one: what it opens stands below it, so that it stays in its place.
    pub(super) fn with_switch(&mut self, nodes: &[Node], out: &mut String) {
        let folded = |node: &Node| matches!(node, Node::Block(block) if block.kind.tag == "proof" && block.attribute("idea").is_some());
        let Some(proof) = nodes.iter().position(folded) else {
            return self.nodes(nodes, out);
        };
        let theorem = nodes[..proof]
            .iter()
            .rposition(|node| !node.markdown().is_some_and(Markdown::is_blank));
        let is_theorem = |at: &usize| matches!(&nodes[*at], Node::Block(block) if block.kind.data_kind == "theorem");
        let (before, after) = nodes.split_at(theorem.filter(is_theorem).unwrap_or(proof));
        self.nodes(before, out);
        out.push_str(OPEN_ALL);
        self.nodes(after, out);
    }

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
        if let Some((page, href)) = self.proved_elsewhere(id) {
            let page = self.title(block.line, &page);
            notes.push(format!("Proved on the page <a href=\"{href}\">{page}</a>."));
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
        let chapter = self.inventory.main_page(self.chapter);
        let mut tests = self.inventory.tests.of(&chapter.stem, module);
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
        match block.attribute("idea") {
            Some(idea) => self.folded_proof(block, &of, idea, out),
            None => self.open_proof(block, &of, out),
        }
    }

    /// A proof of which the idea stays visible.
    fn folded_proof(&mut self, block: &Block, of: &str, idea: &str, out: &mut String) {
        let idea = self.title(block.line, idea);
        let label = self.inventory.labels.get(of);
        let (name, link) = match (block.attribute("of"), label) {
            // Nothing to be clicked may stand in a summary.
            (Some(_), Some(label)) => (
                format!("Proof of {}", escape(&label.text())),
                format!(
                    "<p class=\"block-foot\">The statement is {}.</p>\n\n",
                    self.reference(of, None, block.line)
                ),
            ),
            _ => ("Proof".to_owned(), String::new()),
        };
        out.push_str(&format!(
            "<details data-kind=\"proof\" id=\"{of}-proof\">\n<summary><span class=\"label\">{name}</span> <span class=\"idea\">{idea}</span></summary>\n\n{link}"
        ));
        self.nodes(&block.nodes, out);
        out.push_str(&format!("\n{END_OF_PROOF}\n</details>\n"));
    }

    fn open_proof(&mut self, block: &Block, of: &str, out: &mut String) {
        let name = match block.attribute("of") {
            Some(_) => format!("Proof of {}", self.reference(of, None, block.line)),
            None => "Proof".to_owned(),
        };
        out.push_str(&format!(
            "<section data-kind=\"proof\" id=\"{of}-proof\">\n<p class=\"block-head\"><span class=\"label\">{name}</span></p>\n\n"
        ));
        self.nodes(&block.nodes, out);
        out.push_str(&format!("\n{END_OF_PROOF}\n</section>\n"));
    }

    /// The title and the address of the proof of a statement that is proved on
    /// another page.
    fn proved_elsewhere(&self, id: &str) -> Option<(String, String)> {
        let proves = |block: &Block| {
            block.kind.tag == "proof" && block.attribute("of").is_some_and(|of| of == id)
        };
        let mut pages = self.inventory.chapters.iter();
        let page = pages.find(|page| page.page.all_blocks().into_iter().any(proves))?;
        let html = page.html.as_ref()?;
        let link = self.href(&format!("{html}#{id}-proof"));
        (page.stem != self.chapter.stem).then(|| (page.title.clone(), link))
    }

    /// A hint or a solution: closed until the reader opens it.
    pub(super) fn hidden(&mut self, block: &Block, out: &mut String) {
        let kind = block.kind.data_kind;
        let owner = block.owner.clone().unwrap_or_default();
        let label = self.inventory.labels.get(&owner);
        if kind == "solution" && label.is_some_and(|label| label.kind == "Preview problem") {
            self.use_name("solution", &owner, block.line);
        }
        out.push_str(&format!(
            "<details data-kind=\"{kind}\" id=\"{owner}-{kind}\">\n<summary>{}</summary>\n\n",
            block.kind.label
        ));
        self.nodes(&block.nodes, out);
        out.push_str("\n</details>\n");
    }

    /// The solution of a preview problem, where it stands at the end of the page.
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
