//! The prose in the comments of Rust.

/// The prose in the comments that have a line of their own: the same lines,
/// with spaces for what is not prose.
pub fn rust(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| {
            let comment = line.trim_start().strip_prefix("//");
            comment.map_or("", |comment| {
                comment.trim_start_matches(['/', '!']).trim_start()
            })
        })
        .collect();
    markup::prose(&lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_are_prose_and_their_examples_are_not() {
        let text = "//! First.\nfn color() {\n    // Second, `color`.\n}\n/// Third.\n/// ```\n/// color();\n/// ```\nstruct Color; // color\n";
        let prose = rust(text);
        assert_eq!(words(&prose), "First. Second, . Third.");
        assert_eq!(
            prose.lines().nth(2).map(words).as_deref(),
            Some("Second, .")
        );
    }
}
