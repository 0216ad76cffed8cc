//! What KaTeX 0.16.4 drops, or does not do, without an error.

/// The colour in which KaTeX shows the name of a command that it does not carry
/// out. No formula asks for it.
pub(super) const DISABLED: &str = "#0da51b";

/// The classes of KaTeX's letters that only some alphabets have.
const ALPHABETS: [&str; 4] = ["mathbb", "mathcal", "mathscr", "mathfrak"];

/// The same in MathML.
const VARIANTS: [&str; 3] = [
    "mathvariant=\"double-struck\"",
    "mathvariant=\"script\"",
    "mathvariant=\"fraktur\"",
];

/// Why a formula is not what its author thinks, before KaTeX has seen it.
pub(super) fn refused(tex: &str) -> Option<String> {
    let mut escaped = false;
    for (at, c) in tex.char_indices() {
        if c == '%' && !escaped {
            let dropped = tex[at..].lines().next().unwrap_or_default();
            return Some(format!(
                "KaTeX drops {dropped:?}, a comment; a percent sign is written \\%"
            ));
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// Why a formula is not what its author thinks, from KaTeX's HTML of it.
pub(super) fn refused_in(tex: &str, html: &str) -> Option<String> {
    if let Some((_, after)) = html.split_once(DISABLED) {
        // Its name stands there letter by letter.
        let shown: String = parts(after).map(|(_, text)| text).collect();
        let names = tex.match_indices('\\').map(|(at, _)| name_of(&tex[at..]));
        let name = names.filter(|name| shown.starts_with(name)).max();
        let name = name.unwrap_or("a command");
        return Some(format!(
            "KaTeX does not carry out {name}, and shows its name"
        ));
    }
    let (mathml, visible) = html.split_once("</math>")?;
    let asked = letters(mathml, |tag| {
        let letter = tag.starts_with("mi ") || tag.starts_with("mn ");
        letter && VARIANTS.iter().any(|variant| tag.contains(variant))
    });
    let shown = letters(visible, |tag| {
        let classes = tag
            .split_once("class=\"")
            .and_then(|(_, rest)| rest.split('"').next());
        let mut classes = classes.unwrap_or_default().split(' ');
        classes.any(|class| ALPHABETS.contains(&class))
    });
    (visible.contains("katex-html") && asked > shown).then(|| {
        let commands = ALPHABETS.map(|name| format!("\\{name}"));
        format!(
            "KaTeX has no such letter for one of {}, and shows a plain one",
            commands.join(", ")
        )
    })
}

/// A command's name at the start of some TeX.
fn name_of(tex: &str) -> &str {
    let letters = tex[1..].find(|c: char| !c.is_ascii_alphabetic());
    &tex[..letters.map_or(tex.len(), |end| end + 1)]
}

/// The tags of some HTML, each with the text behind it.
fn parts(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = html.split('<').skip(1);
    parts.filter_map(|part| part.split_once('>'))
}

/// How many characters stand directly behind tags of this kind.
fn letters(html: &str, is_asked: impl Fn(&str) -> bool) -> usize {
    let asked = parts(html).filter(|(tag, _)| is_asked(tag));
    asked.map(|(_, text)| text.chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::{Formula, Options, render_one};
    use crate::problems::Problems;
    use std::path::Path;

    fn rendered(tex: &str, settings: &str) -> Result<String, String> {
        let mut problems = Problems::default();
        let table = settings.parse().expect("a table");
        let options = Options::read(Path::new("."), &table, &mut problems);
        let formula: Formula = (tex.to_owned(), false);
        render_one(&options.expect("the options are KaTeX's"), &formula)
    }

    const SETTINGS: &str = "output = \"htmlAndMathml\"\nno-css = true";

    #[test]
    fn what_katex_would_drop_or_disable_is_refused() {
        for (tex, named) in [
            ("x = 5% + y", "\"% + y\""),
            (r"\tfrac{6}{3} = 200% = {2}", "\"% = {2}\""),
            ("x %\n + y", "\"%\""),
            (r"x \\% y", "\"% y\""),
            (r"\text{5% of }x", "\"% of }x\""),
            (r"\href{https://example.com/}{x}", r"\href"),
            (r"\url{https://example.com/}", r"\url"),
            (r"x + \htmlClass{a}{x} + y", r"\htmlClass"),
            (r"\htmlId{a}{x}", r"\htmlId"),
            (r"\htmlStyle{color: red}{x}", r"\htmlStyle"),
            (r"\htmlData{a=b}{x}", r"\htmlData"),
            (r"\frac{\includegraphics{a.png}}{2}", r"\includegraphics"),
            (r"\mathbb{1}_A", r"\mathbb"),
            (r"\mathcal{l} + \mathcal{L}", r"\mathcal"),
            (r"\mathscr{ab}", r"\mathscr"),
            (r"\Bbb{x}", r"\mathbb"),
            (r"\mathfrak{\alpha}", r"\mathfrak"),
            (r"\message{x} + y", "console"),
            (r"\show x", "console"),
        ] {
            let message = rendered(tex, SETTINGS).expect_err(tex);
            assert!(message.contains(named), "{tex}: {message}");
        }
    }

    #[test]
    fn no_option_of_katex_lets_a_fault_pass() {
        for (tex, named) in [(r"\squareroot{2}", r"\squareroot"), (r"\url{a}", r"\url")] {
            for option in ["throw-on-error = false", "error-color = \"#000000\""] {
                let settings = format!("{SETTINGS}\n{option}");
                let message = rendered(tex, &settings).expect_err(tex);
                assert!(message.contains(named), "{tex}: {message}");
            }
        }
        let trusting = format!("{SETTINGS}\ntrust = true");
        rendered(r"\href{https://example.com/}{x}", &trusting).expect("it is carried out");
    }

    #[test]
    fn what_katex_shows_is_not_refused() {
        for tex in [
            r"5\,\% + 200\%",
            r"x \\ y",
            r"\mathbb{R}^n \times \mathbb{k} + \Bbbk + \R",
            r"\mathcal{N}(0, 1) + \boldsymbol{\mathcal{A}} + \mathscr{L} + \mathfrak{g}_2",
            r"\mathbb{R'} + \hat{\mathcal{L}} + \text{if $\mathbb{R}$}",
            r"\textcolor{red}{x} + \mathbf{\alpha}",
        ] {
            rendered(tex, SETTINGS).expect(tex);
        }
    }
}
