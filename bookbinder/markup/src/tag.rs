//! The tags of labelled blocks and of HTML.

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Whether it closes what another one opens.
    pub(crate) closing: bool,
    /// What stands between the name and the closing bracket.
    pub(crate) attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag that `text` begins with; `None` if it begins with none, or with
    /// one that is never closed.
    pub(crate) fn at_start(text: &'a str) -> Option<(Tag<'a>, usize)> {
        let name = name_at_start(text)?;
        let closing = text.starts_with("</");
        let after = 1 + usize::from(closing) + name.len();
        let mut quote = None;
        for (index, c) in text[after..].char_indices() {
            match (c, quote) {
                ('>', None) => {
                    let tag = Tag {
                        name,
                        closing,
                        attributes: text[after..after + index].trim(),
                    };
                    return Some((tag, after + index + 1));
                }
                ('"' | '\'', None) => quote = Some(c),
                (c, Some(open)) if c == open => quote = None,
                _ => {}
            }
        }
        None
    }
}

/// The name of what looks like a tag at the start of some text.
pub(crate) fn name_at_start(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(inner.len());
    let name = &inner[..end];
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then_some(name)
}

/// The names and values of attributes.
pub(crate) fn parse_attributes(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest
            .split_once("=\"")
            .ok_or_else(|| format!("{rest:?} is no attribute; write name=\"value\""))?;
        let (value, after) = after
            .split_once('"')
            .ok_or_else(|| format!("the value of {name:?} is never closed"))?;
        attributes.push((name.trim().to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Ok(attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_ends_at_the_first_bracket_outside_of_quotes() {
        let (tag, length) =
            Tag::at_start("<lemma id=\"a\" title=\"If $n > m$\"> b").expect("a tag");
        assert_eq!((tag.name, tag.closing, length), ("lemma", false, 33));
        let attributes = parse_attributes(tag.attributes).expect("two attributes");
        assert_eq!(attributes[1], ("title".to_owned(), "If $n > m$".to_owned()));
        let (tag, length) = Tag::at_start("</lemma>").expect("a tag");
        assert_eq!((tag.closing, length), (true, 8));
        assert_eq!(Tag::at_start("<lemma id=\"a>"), None);
        assert_eq!(Tag::at_start("< 5>"), None);
    }
}
