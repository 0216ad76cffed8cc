//! Colours for Rust code, at build time, so that a page needs no script for it.

/// Rust code as HTML, with the class names of highlight.js.
pub fn rust(code: &str) -> String {
    let mut html = String::with_capacity(code.len() * 2);
    let mut rest = code;
    while !rest.is_empty() {
        let (length, class) = token(rest);
        let text = escape(&rest[..length]);
        match class {
            Some(class) => html.push_str(&format!("<span class=\"hljs-{class}\">{text}</span>")),
            None => html.push_str(&text),
        }
        rest = &rest[length..];
    }
    html
}

/// A Rust fence as HTML. Lines that begin with `#` and a space run with the
/// code, and are hidden until the reader asks for them.
pub fn fence(code: &str) -> String {
    let mut html = String::from("<pre><code class=\"nohighlight hljs\">");
    let mut shown = String::new();
    for line in code.lines() {
        let text = line.trim_start();
        if text == "#" || text.starts_with("# ") {
            html.push_str(&rust(&std::mem::take(&mut shown)));
            let indent = &line[..line.len() - text.len()];
            let code = text.strip_prefix("# ").unwrap_or_default();
            let hidden = rust(&format!("{indent}{code}"));
            html.push_str(&format!("<span class=\"boring\">{hidden}&#10;</span>"));
        } else {
            // Rustdoc takes a doubled mark for a single one.
            shown.push_str(&line.replacen("##", "#", usize::from(text.starts_with("##"))));
            shown.push('\n');
        }
    }
    html.push_str(rust(&shown).trim_end_matches("&#10;"));
    html.push_str("</code></pre>\n");
    html
}

/// Text for HTML. Line breaks become entities: a blank line would end a block
/// of HTML in Markdown.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("&#10;"),
            c => html.push(c),
        }
    }
    html
}

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type",
    "unsafe", "use", "where", "while",
];

/// The length and the class of the token at the start of some code.
fn token(code: &str) -> (usize, Option<&'static str>) {
    let first = code.chars().next().unwrap_or(' ');
    if code.starts_with("//") {
        return (code.find('\n').unwrap_or(code.len()), Some("comment"));
    }
    if code.starts_with("/*") {
        return (
            code.find("*/").map_or(code.len(), |end| end + 2),
            Some("comment"),
        );
    }
    if let Some(length) = raw_string(code) {
        return (length, Some("string"));
    }
    if first == '"' || code.starts_with("b\"") {
        return (quoted(code, '"'), Some("string"));
    }
    if first == '\'' {
        let mut after = code[1..].chars();
        let literal = after.next() == Some('\\') || after.next() == Some('\'');
        return if literal {
            (quoted(code, '\''), Some("string"))
        } else {
            (1, None)
        };
    }
    if first.is_ascii_digit() {
        return (number(code), Some("number"));
    }
    if first.is_alphabetic() || first == '_' {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let length = code.find(|c: char| !word(c)).unwrap_or(code.len());
        let (name, after) = code.split_at(length);
        let class = if KEYWORDS.contains(&name) {
            Some("keyword")
        } else if after.starts_with('!') && !after.starts_with("!=") {
            Some("built_in")
        } else if first.is_uppercase() {
            Some("type")
        } else {
            None
        };
        return (length, class);
    }
    (first.len_utf8(), None)
}

fn raw_string(code: &str) -> Option<usize> {
    let hashes = code.strip_prefix('r')?;
    let text = hashes.trim_start_matches('#');
    let end = format!("\"{}", "#".repeat(hashes.len() - text.len()));
    let start = code.len() - text.strip_prefix('"')?.len();
    Some(
        code[start..]
            .find(&end)
            .map_or(code.len(), |at| start + at + end.len()),
    )
}

fn quoted(code: &str, mark: char) -> usize {
    let start = code.find(mark).map_or(0, |at| at + 1);
    let mut escaped = false;
    for (index, c) in code[start..].char_indices() {
        if c == mark && !escaped {
            return start + index + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    code.len()
}

fn number(code: &str) -> usize {
    let bytes = code.as_bytes();
    let mut length = 1;
    while let Some(&byte) = bytes.get(length) {
        let exponent_sign = matches!(byte, b'+' | b'-') && matches!(bytes[length - 1], b'e' | b'E');
        let point = byte == b'.' && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        let trailing_point = byte == b'.'
            && !bytes
                .get(length + 1)
                .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'.' | b'_'));
        if !(byte.is_ascii_alphanumeric()
            || byte == b'_'
            || exponent_sign
            || point
            || trailing_point)
        {
            break;
        }
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(html: &str) -> String {
        let mut text = String::new();
        let mut in_tag = false;
        for c in html.chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                c if !in_tag => text.push(c),
                _ => {}
            }
        }
        text
    }

    #[test]
    fn no_character_is_lost() {
        let code =
            "fn f<'a>(x: &'a str) -> f64 { let c = '\\''; r#\"a \"b\" \"#; 1e-3 + 2. // é\n}\n\n";
        assert_eq!(text_of(&rust(code)), escape(code));
    }

    #[test]
    fn hidden_lines_of_a_fence_are_marked() {
        let html = fence("# use a::b;\n#[test]\nlet x = 1;\n");
        let hidden =
            "<span class=\"boring\"><span class=\"hljs-keyword\">use</span> a::b;&#10;</span>";
        assert!(html.contains(hidden), "{html}");
        assert!(html.contains("#[test]&#10;"), "{html}");
    }

    #[test]
    fn hidden_lines_keep_their_indentation() {
        for (line, shown) in [
            ("#     x();", "    x();"),
            ("    # x();", "    x();"),
            ("  #   x();", "    x();"),
            ("# x();", "x();"),
            ("#", ""),
        ] {
            let html = fence(&format!("# f(|| {{\n{line}\n# }});\ny();\n"));
            let hidden = format!("<span class=\"boring\">{shown}&#10;</span>");
            assert!(html.contains(&hidden), "{line:?}: {html}");
        }
    }

    #[test]
    fn tokens_get_the_class_of_their_kind() {
        for (code, class) in [
            ("// x", "comment"),
            ("\"x\"", "string"),
            ("'x'", "string"),
            ("1.5e-3", "number"),
            ("let", "keyword"),
            ("Vec", "type"),
            ("vec!", "built_in"),
        ] {
            assert!(
                rust(code).starts_with(&format!("<span class=\"hljs-{class}\">")),
                "{code}"
            );
        }
        assert_eq!(rust("0..n"), "<span class=\"hljs-number\">0</span>..n");
        assert_eq!(rust("&'a"), "&amp;'a");
    }
}
