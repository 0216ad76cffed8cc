//! Quizzes: plain HTML that works without a script.

use super::Emitter;
use crate::page::Block;

/// One option of a question.
#[derive(Debug, PartialEq, Eq)]
struct Choice {
    right: bool,
    line: usize,
    text: String,
    explanation: String,
}

impl Emitter<'_> {
    /// A quiz.
    pub(super) fn quiz(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        out.push_str(&format!("<section data-kind=\"quiz\" id=\"{id}\">\n\n"));
        self.nodes(&block.nodes, Some(&id), out);
        out.push_str("\n</section>\n");
    }

    /// A question: choosing an option shows its explanation.
    pub(super) fn question(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let text: String = block
            .markdown()
            .map(|markdown| markdown.text.as_str())
            .collect();
        let first = block
            .markdown()
            .next()
            .map_or(block.line, |markdown| markdown.line);
        let (question, choices) = parse(first, &text);
        self.check_question(block, &choices);
        let head = self
            .head(block)
            .replace("<p ", "<span ")
            .replace("</p>\n", "</span>");
        let question = self.inline(first, &question, Some(&id));
        let mut html = format!(
            "<div class=\"question\" id=\"{id}\" role=\"radiogroup\" aria-labelledby=\"{id}-text\"><div class=\"question-text\" id=\"{id}-text\">{head} {question}</div>"
        );
        // A screen reader is told no formula as the name of what can be chosen, so
        // an option that is nothing else needs its letter.
        for ((choice, number), letter) in choices.iter().zip(1..).zip('A'..='Z') {
            let option = self.inline(choice.line, &choice.text, Some(&id));
            let why = self.inline(choice.line, &choice.explanation, Some(&id));
            let (class, verdict) = match choice.right {
                true => ("is-right", "Right."),
                false => ("is-wrong", "Not so."),
            };
            html.push_str(&format!(
                "<div class=\"option\"><input type=\"radio\" name=\"{id}\" id=\"{id}-{number}\"><label for=\"{id}-{number}\"><span class=\"letter\">{letter}</span> {option}</label><div class=\"explanation {class}\"><strong>{verdict}</strong> {why}</div></div>"
            ));
        }
        html.push_str("</div>\n");
        out.push_str(&html);
    }

    fn check_question(&mut self, block: &Block, choices: &[Choice]) {
        let right = choices.iter().filter(|choice| choice.right).count();
        if choices.len() < 2 || right != 1 {
            let message = format!(
                "a question needs two options or more, one of them right: this one has {} with {right} right",
                choices.len()
            );
            self.problem(block.line, message);
        }
        for choice in choices
            .iter()
            .filter(|choice| choice.explanation.is_empty())
        {
            self.problem(
                choice.line,
                "this option has no explanation; add a line `  > because …`",
            );
        }
    }
}

/// The question and its options.
fn parse(first_line: usize, text: &str) -> (String, Vec<Choice>) {
    let mut question = String::new();
    let mut choices: Vec<Choice> = Vec::new();
    for (line, number) in text.lines().zip(first_line..) {
        let option = line
            .strip_prefix("- [x] ")
            .map(|text| (true, text))
            .or_else(|| line.strip_prefix("- [ ] ").map(|text| (false, text)));
        if let Some((right, text)) = option {
            choices.push(Choice {
                right,
                line: number,
                text: text.to_owned(),
                explanation: String::new(),
            });
        } else if let Some(choice) = choices.last_mut() {
            let line = line.trim();
            let part = match line.strip_prefix('>') {
                Some(explanation) => {
                    choice.explanation.push_str(explanation.trim_start());
                    &mut choice.explanation
                }
                None => {
                    choice.text.push_str(line);
                    &mut choice.text
                }
            };
            part.push('\n');
        } else {
            question.push_str(line);
            question.push('\n');
        }
    }
    for choice in &mut choices {
        choice.text = choice.text.trim().to_owned();
        choice.explanation = choice.explanation.trim().to_owned();
    }
    (question, choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_with_their_explanations_and_lines() {
        let (question, choices) = parse(
            10,
            "What?\n\n- [x] yes\n  > since a\n  > and b\n- [ ] no\n  > not c\n",
        );
        assert_eq!(question.trim(), "What?");
        assert_eq!(choices.len(), 2);
        assert_eq!(choices[0].explanation, "since a\nand b");
        assert_eq!((choices[0].right, choices[1].line), (true, 15));
    }
}
