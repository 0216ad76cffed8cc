//! Every check is shown failing: one fault of each kind is planted in a copy
//! of the small book, and the build, or a test where only a test can see it,
//! names the file, the line and the name.

mod bindings;
mod destinations;
mod form;
mod markup;
mod names;
mod numbers;
mod program;
mod reading;
mod serving;
mod sources;
mod statements;
mod unreadable;
mod whole;

use book_tests::checks::small::SmallBook;

/// Fails unless the book is refused with one line that starts with the place
/// and holds all the words.
#[track_caller]
pub fn refused(book: &SmallBook, place: &str, words: &[&str]) {
    let message = match book.build() {
        Ok(()) => panic!("the book was built, in spite of {place} {words:?}"),
        Err(message) => message,
    };
    let found = message.lines().any(|line| {
        let after = line.strip_prefix(place);
        after.is_some_and(|after| after.starts_with(':'))
            && words.iter().all(|word| line.contains(word))
    });
    assert!(
        found,
        "{place} and {words:?} are not in one line of:\n{message}"
    );
}

/// Fails unless the book is built, and its tests of this file are not passed,
/// with a message that holds all the words.
#[track_caller]
pub fn built_but_not_passed(book: &SmallBook, file: &str, words: &[&str]) {
    book.build().unwrap_or_else(|message| panic!("{message}"));
    let said = match book.test(Some(file)) {
        Ok(said) => panic!("the tests pass:\n{said}"),
        Err(said) => said,
    };
    for word in words {
        assert!(said.contains(word), "{word:?} is not in:\n{said}");
    }
}
