//! What is gathered from the whole book: definitions, symbols, references.

use super::Emitter;

impl Emitter<'_> {
    /// The index: definitions, named results and algorithms by title.
    pub(super) fn definitions(&mut self, out: &mut String) {
        const KINDS: [&str; 5] = ["definition", "theorem", "lemma", "corollary", "algorithm"];
        let mut entries = Vec::new();
        for chapter in &self.inventory.chapters {
            for block in chapter.page.all_blocks() {
                let title = block.attribute("title").unwrap_or_default();
                if KINDS.contains(&block.kind.tag) && !title.is_empty() {
                    entries.push((title.to_lowercase(), title, block.id(), chapter));
                }
            }
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        out.push_str("<ul class=\"gathered\">");
        for (_, title, id, chapter) in entries {
            let title = self.title(0, title);
            let link = self.reference(&id.unwrap_or_default(), None, 0);
            let chapter = &chapter.title;
            out.push_str(&format!("<li>{title}: {link}, {chapter}</li>"));
        }
        out.push_str("</ul>\n");
    }

    /// The symbols that definitions introduce, in the order of the book.
    pub(super) fn symbols(&mut self, out: &mut String) {
        let mut rows = String::new();
        for chapter in &self.inventory.chapters {
            for block in chapter.page.all_blocks() {
                let symbols = block.attribute("symbol").unwrap_or_default().split(';');
                for symbol in symbols.map(str::trim).filter(|symbol| !symbol.is_empty()) {
                    // Its line is the definition's, on that page.
                    let html = self.symbol(symbol, chapter, block.line);
                    let title = block.attribute("title").unwrap_or_default();
                    let title = self.title(0, title);
                    let link = self.reference(&block.id().unwrap_or_default(), None, 0);
                    rows.push_str(&format!(
                        "<tr><td>{html}</td><td>{title}</td><td>{link}</td></tr>"
                    ));
                }
            }
        }
        out.push_str(&format!(
            "<div class=\"table-wrapper\"><table class=\"gathered\"><thead><tr><th>Symbol</th><th>Meaning</th><th>Introduced in</th></tr></thead><tbody>{rows}</tbody></table></div>\n"
        ));
    }

    fn symbol(&mut self, tex: &str, chapter: &crate::labels::Chapter, line: usize) -> String {
        let html = self.rendered.html(tex, false).to_owned();
        let location = crate::maths::Location {
            file: chapter.page.file.clone(),
            line,
        };
        let formula = (tex.to_owned(), false);
        let locations = self.usage.formulas.entry(formula).or_default();
        locations.insert(location);
        html
    }

    /// All sources, by key.
    pub(super) fn references(&mut self, out: &mut String) {
        out.push_str("<ul class=\"gathered\">");
        for (key, source) in &self.inventory.bibliography.sources {
            out.push_str(&format!("<li id=\"{key}\">{}</li>", source.html()));
        }
        out.push_str("</ul>\n");
    }
}
