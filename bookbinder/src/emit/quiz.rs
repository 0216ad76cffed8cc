//! Questions: plain HTML that works without a script.

use super::Emitter;
use super::html::{html_of, options};
use markup::{Block, Markdown};
use pulldown_cmark::{Event, Parser, Tag};

/// One option of a question, with its HTML.
#[derive(Debug, PartialEq, Eq)]
struct Choice {
    right: bool,
    text: String,
    explanation: String,
}

/// A question, with its HTML.
#[derive(Debug, Default)]
struct Question {
    text: String,
    choices: Vec<Choice>,
    /// Whether something stands behind the options or among them.
    has_more: bool,
}

impl Emitter<'_> {
    /// Questions that stand together.
    pub(super) fn quiz(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        out.push_str(&format!("<section data-kind=\"quiz\" id=\"{id}\">\n\n"));
        self.nodes(&block.nodes, out);
        out.push_str("\n</section>\n");
    }

    /// A question: choosing an option shows its explanation.
    pub(super) fn question(&mut self, block: &Block, out: &mut String) {
        let id = block.id().unwrap_or_default();
        let question = parse(&self.content(block));
        self.check_question(block, &question);
        let head = self
            .head(block)
            .replace("<p ", "<span ")
            .replace("</p>\n", "</span>");
        let text = &question.text;
        let mut html = format!(
            "<section data-kind=\"question\" id=\"{id}\"><div class=\"question\" role=\"radiogroup\" aria-labelledby=\"{id}-text\"><div class=\"question-text\" id=\"{id}-text\">{head} {text}</div>"
        );
        // A screen reader is told no formula as the name of what can be chosen, so
        // an option that is nothing else needs its letter.
        for ((choice, number), letter) in question.choices.iter().zip(1..).zip('A'..='Z') {
            let (option, why) = (&choice.text, &choice.explanation);
            let (class, verdict) = match choice.right {
                true => ("is-right", "Right."),
                false => ("is-wrong", "Not so."),
            };
            html.push_str(&format!(
                "<div class=\"option\"><input type=\"radio\" name=\"{id}\" id=\"{id}-{number}\"><label for=\"{id}-{number}\"><span class=\"letter\">{letter}</span> {option}</label><div class=\"explanation {class}\"><strong>{verdict}</strong> {why}</div></div>"
            ));
        }
        html.push_str("</div></section>\n");
        out.push_str(&html);
    }

    fn check_question(&mut self, block: &Block, question: &Question) {
        let choices = &question.choices;
        let right = choices.iter().filter(|choice| choice.right).count();
        if choices.len() < 2 || right != 1 {
            let message = format!(
                "a question needs two options or more, one of them right: this one has {} with {right} right",
                choices.len()
            );
            self.problem(block.line, message);
        }
        if question.has_more {
            let message = "after its options, each - [ ] or - [x], nothing of a question is shown";
            self.problem(block.line, message);
        }
        let lines = lines_of_options(block);
        let unexplained =
            |(choice, line): (&Choice, usize)| choice.explanation.is_empty().then_some(line);
        let unexplained: Vec<_> = choices.iter().zip(lines).filter_map(unexplained).collect();
        for line in unexplained {
            let message = "this option has no explanation; add a line `  > because …`";
            self.problem(line, message);
        }
    }
}

/// The lines of a question's options, from the page as it was written.
fn lines_of_options(block: &Block) -> Vec<usize> {
    let source: String = block.markdown().map(Markdown::source).collect();
    let first = block.markdown().next().map_or(block.line, |part| part.line);
    let events = Parser::new_ext(&source, options()).into_offset_iter();
    let options = events.filter(|(event, _)| matches!(event, Event::TaskListMarker(_)));
    options
        .map(|(_, range)| first + source[..range.start].matches('\n').count())
        .collect()
}

/// Takes a question apart, whose options are the items of its task list.
fn parse(markdown: &str) -> Question {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options()).collect();
    let mut question = Question::default();
    let mut text = Vec::new();
    let mut rest = &events[..];
    while let Some((event, after)) = rest.split_first() {
        let Event::Start(_) = event else {
            question.has_more |= !question.choices.is_empty();
            text.push(event.clone());
            rest = after;
            continue;
        };
        let (element, after) = rest.split_at(length_of_element(rest));
        rest = after;
        let is_option = |event: &Event<'_>| matches!(event, Event::TaskListMarker(_));
        if matches!(event, Event::Start(Tag::List(_))) && element.iter().any(is_option) {
            options_of(&element[1..element.len() - 1], &mut question);
        } else {
            question.has_more |= !question.choices.is_empty();
            text.extend_from_slice(element);
        }
    }
    question.text = html_of(text.into_iter());
    question
}

/// Reads the items of a task list.
fn options_of(items: &[Event<'_>], question: &mut Question) {
    let mut rest = items;
    while !rest.is_empty() {
        let (item, after) = rest.split_at(length_of_element(rest));
        rest = after;
        let mut right = None;
        let (mut text, mut explanation) = (Vec::new(), Vec::new());
        let mut inner = &item[1..item.len() - 1];
        while let Some((event, after)) = inner.split_first() {
            let (part, after) = match event {
                Event::Start(Tag::BlockQuote(_)) => inner.split_at(length_of_element(inner)),
                _ => (std::slice::from_ref(event), after),
            };
            inner = after;
            match (part, event) {
                ([_, quoted @ .., _], _) => explanation.extend_from_slice(quoted),
                (_, Event::TaskListMarker(checked)) => right = Some(*checked),
                _ => text.push(event.clone()),
            }
        }
        question.has_more |= right.is_none();
        question.choices.push(Choice {
            right: right.unwrap_or_default(),
            text: html_of(text.into_iter()),
            explanation: html_of(explanation.into_iter()),
        });
    }
}

/// How many events the element has that the first of them opens.
fn length_of_element(events: &[Event<'_>]) -> usize {
    let mut depth = 0usize;
    for (event, count) in events.iter().zip(1..) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return count;
        }
    }
    events.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_with_their_explanations() {
        let question = parse("What?\n\n- [x] yes\n  > since a\n  > and b\n- [ ] no\n  > not c\n");
        assert_eq!(question.text, "What?");
        assert!(!question.has_more);
        let choice = |right: bool, text: &str, explanation: &str| Choice {
            right,
            text: text.to_owned(),
            explanation: explanation.to_owned(),
        };
        assert_eq!(
            question.choices,
            [
                choice(true, "yes", "since a and b"),
                choice(false, "no", "not c")
            ]
        );
    }

    #[test]
    fn a_line_break_within_an_option_is_a_space() {
        for text in [
            "- [x] one\n  two\n  > three\n  > four\n",
            "- [x] one\ntwo\n  > three\nfour\n",
            "- [x] one\n  two\n\n  > three\n  > four\n",
        ] {
            let question = parse(text);
            assert_eq!(question.choices[0].text, "one two", "{text}");
            assert_eq!(question.choices[0].explanation, "three four", "{text}");
        }
    }

    #[test]
    fn code_and_tables_stand_in_questions_and_explanations() {
        let question = parse(
            "What is\n\n| a |\n|---|\n| b |\n\n* c\n\n- [x] d\n  > So:\n  >\n  > ```text\n  > e\n  >   f\n  > ```\n",
        );
        assert!(question.text.contains("<td>b</td>"), "{}", question.text);
        assert!(question.text.contains("<li>c</li>"), "{}", question.text);
        let [choice] = &question.choices[..] else {
            panic!("{:?}", question.choices);
        };
        assert!(
            choice.explanation.contains(">e&#10;  f&#10;</code></pre>"),
            "{choice:?}"
        );
    }

    #[test]
    fn what_would_not_be_shown_as_an_option_is_noticed() {
        for text in ["- [x] a\n\nb\n", "- [x] a\n- b\n", "- [x] a\n\n---\n"] {
            assert!(parse(text).has_more, "{text}");
        }
    }
}
