//! Theorems, exercises and quizzes that are not whole.

use super::{built_but_not_passed, refused};
use book_tests::checks::small::{PAGE, SmallBook, TESTS};

#[test]
fn a_theorem_without_a_test_is_named() {
    let mut book = SmallBook::copy("untested-theorem");
    book.replace(
        TESTS,
        "    #[test]\n    fn means_of_products",
        "    fn means_of_products",
    );
    let place = book.place(PAGE, "<lemma id=\"means-of-products\"");
    refused(
        &book,
        &place,
        &[
            "\"means-of-products\"",
            "fn means_of_products",
            "listings/tests/means",
        ],
    );
}

#[test]
fn a_theorem_whose_test_may_be_left_out_is_named() {
    let mut book = SmallBook::copy("ignored-test");
    let test = "#[test]\n    fn means_of_products";
    book.replace(TESTS, test, &format!("#[ignore = \"slow\"]\n    {test}"));
    let place = book.place(PAGE, "<lemma id=\"means-of-products\"");
    let words = ["\"means-of-products\"", "#[ignore]", "means_of_products"];
    refused(&book, &place, &words);
    let mut book = SmallBook::copy("configured-away");
    book.replace(TESTS, "mod theorems", "#[cfg(any())]\nmod theorems");
    refused(&book, &place, &["\"means-of-products\"", "#[cfg]"]);
}

#[test]
fn tests_that_are_not_compiled_are_named() {
    let mut book = SmallBook::copy("undeclared-tests");
    let file = "listings/tests/means/forgotten.rs";
    book.write(file, "#[test]\nfn mean_of_nothing() {}\n");
    refused(&book, file, &["not compiled"]);
    book.replace(TESTS, "\nmod theorems", "\nmod gone;\n\nmod theorems");
    let place = book.place(TESTS, "mod gone");
    refused(&book, &place, &["gone", "no file"]);
}

#[test]
fn an_algorithm_without_a_test_is_named() {
    let mut book = SmallBook::copy("untested-algorithm");
    book.replace(TESTS, "mod algorithms", "mod procedures");
    let place = book.place(PAGE, "<algorithm id=\"running-mean\"");
    refused(&book, &place, &["\"running-mean\"", "mod algorithms"]);
}

#[test]
fn a_test_for_a_theorem_on_no_page_is_named() {
    let mut book = SmallBook::copy("test-without-theorem");
    book.replace(
        TESTS,
        "mod theorems {",
        "mod theorems {\n    #[test]\n    fn means_are_mean() {}\n",
    );
    let place = book.place(TESTS, "fn means_are_mean");
    refused(&book, &place, &["\"means-are-mean\"", PAGE]);
}

#[test]
fn a_theorem_that_is_tested_and_called_unchecked_is_named() {
    let mut book = SmallBook::copy("tested-and-unchecked");
    book.replace(
        PAGE,
        "title=\"The mean lies between\"",
        "title=\"The mean lies between\" unchecked=\"it is obvious\"",
    );
    let place = book.place(PAGE, "it is obvious");
    refused(&book, &place, &["mean_is_between", "unchecked"]);
}

#[test]
fn a_theorem_without_a_proof_is_named() {
    let mut book = SmallBook::copy("unproved-theorem");
    book.replace(PAGE, " stated=\"cauchy, note 2\"", "");
    let place = book.place(PAGE, "<lemma");
    refused(&book, &place, &["\"means-of-products\"", "no proof"]);
}

#[test]
fn a_proof_of_nothing_is_named() {
    let mut book = SmallBook::copy("proof-of-nothing");
    book.replace(
        PAGE,
        "<proof of=\"largest-term\">",
        "<proof of=\"larger-term\">",
    );
    let place = book.place(PAGE, "<proof of=");
    refused(&book, &place, &["\"larger-term\""]);
}

#[test]
fn an_exercise_without_a_hint_is_named() {
    let mut book = SmallBook::copy("no-hint");
    book.replace(PAGE, "<hint>\n\nAdd first.\n\n</hint>\n\n", "");
    let place = book.place(PAGE, "<exercise id=\"mean-of-four\"");
    refused(&book, &place, &["\"mean-of-four\"", "<hint>"]);
}

#[test]
fn an_exercise_without_a_solution_is_named() {
    let mut book = SmallBook::copy("no-solution");
    let solution =
        "<solution>\n\nIt occurs $n$ times, and $\\frac{1}{n} n c = c$.\n\n</solution>\n\n";
    book.replace(PAGE, solution, "");
    let place = book.place(PAGE, "<exercise id=\"mean-of-shifted\"");
    refused(&book, &place, &["\"mean-of-shifted\"", "<solution>"]);
}

#[test]
fn a_preview_problem_without_a_solution_is_named() {
    let mut book = SmallBook::copy("no-preview-solution");
    let solution = "<solution>\n\nBy [@mean-of-three] it is {{3}} millimetres.\n\n</solution>\n";
    book.replace(PAGE, solution, "");
    let place = book.place(PAGE, "<preview");
    refused(&book, &place, &["\"three-days\""]);
}

#[test]
fn a_starter_without_a_solution_is_named() {
    let mut book = SmallBook::copy("starter-without-solution");
    book.remove("listings/exercises/solutions/trimmed_mean.rs");
    let starter = "listings/exercises/trimmed_mean.rs";
    refused(
        &book,
        starter,
        &["listings/exercises/solutions/trimmed_mean.rs is missing"],
    );
}

#[test]
fn a_build_exercise_without_a_starter_is_named() {
    let mut book = SmallBook::copy("no-starter");
    book.remove("listings/exercises/trimmed_mean.rs");
    let place = book.place(PAGE, "<exercise id=\"trimmed-mean\"");
    refused(
        &book,
        &place,
        &["\"trimmed-mean\"", "listings/exercises/trimmed_mean.rs"],
    );
}

#[test]
fn an_option_without_an_explanation_is_named() {
    let mut book = SmallBook::copy("unexplained-option");
    book.replace(PAGE, "  > which is its distance from the mean.\n", "");
    let place = book.place(PAGE, "- [ ] 0");
    refused(&book, &place, &["no explanation"]);
}

#[test]
fn a_question_with_two_right_options_is_named() {
    let mut book = SmallBook::copy("two-right-options");
    book.replace(PAGE, "- [ ] 0", "- [x] 0");
    let place = book.place(PAGE, "<question id=\"mean-of-one\"");
    refused(&book, &place, &["with 2 right"]);
}

#[test]
fn a_solution_that_fails_its_own_check_is_named() {
    let mut book = SmallBook::copy("wrong-solution");
    let solution = "listings/exercises/solutions/trimmed_mean.rs";
    book.replace(solution, "- least - largest", "- least + largest");
    let words = ["trimmed_mean: not yet", "of 1, 6 and 2 it is 2"];
    built_but_not_passed(&book, "exercises", &words);
}

#[test]
fn a_starter_that_passes_already_is_named() {
    let mut book = SmallBook::copy("solved-starter");
    let starter = "listings/exercises/trimmed_mean.rs";
    book.replace(starter, "todo!(\"leave out two of the numbers\")", "2.0");
    built_but_not_passed(&book, "exercises", &["trimmed_mean: the starter passes"]);
}
