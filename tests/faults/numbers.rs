//! Numbers that nobody computes, and numbers that are computed otherwise.

use crate::{built_but_not_passed, refused};
use book_tests::checks::small::{MODULE, PAGE, SmallBook, TESTS};

#[test]
fn a_changed_digit_in_a_worked_example_is_named() {
    let mut book = SmallBook::copy("changed-digit-on-page");
    book.replace(
        PAGE,
        "The mean of 1, 2 and 6 is {{3}}",
        "The mean of 1, 2 and 6 is {{4}}",
    );
    let place = book.place(PAGE, "is {{4}}");
    let claim = book.place(TESTS, "claim(\"mean-of-three\", \"3\"");
    refused(
        &book,
        &place,
        &["\"mean-of-three\" marks {{4}}", &claim, "claims 3"],
    );
}

#[test]
fn a_digit_that_is_changed_on_the_page_and_in_its_claim_fails_the_test() {
    let mut book = SmallBook::copy("changed-digit-and-claim");
    book.replace(PAGE, "and the mean {{2.5}}", "and the mean {{2.6}}");
    book.replace(
        TESTS,
        "\"mean-of-four\", \"2.5\"",
        "\"mean-of-four\", \"2.6\"",
    );
    let place = book.place(PAGE, "id=\"mean-of-four\"");
    let place = place.trim_start_matches("src/");
    let line = format!("{place}: <exercise \"mean-of-four\"> cannot print {{{{2.6}}}}");
    built_but_not_passed(&book, "means", &[&line, "the computed value is 2.5"]);
}

#[test]
fn a_wrong_sign_in_a_listing_fails_the_tests_of_its_chapter() {
    let mut book = SmallBook::copy("wrong-sign");
    book.replace(MODULE, "mean + (x - mean)", "mean - (x - mean)");
    built_but_not_passed(
        &book,
        "means",
        &[
            "algorithms::running_mean",
            TESTS.trim_start_matches("listings/"),
        ],
    );
}

#[test]
fn a_wrong_listing_fails_the_claims_of_its_numbers() {
    let mut book = SmallBook::copy("wrong-divisor");
    book.replace(MODULE, "x.len() as f64\n", "(x.len() + 1) as f64\n");
    built_but_not_passed(
        &book,
        "means",
        &["<example \"mean-of-three\"> cannot print {{3}}", "2.25"],
    );
}

#[test]
fn an_edited_output_is_named_with_its_line() {
    let mut book = SmallBook::copy("edited-output");
    book.replace(
        "listings/outputs/rain.txt",
        "spread 5.0 mm",
        "spread 5.1 mm",
    );
    built_but_not_passed(
        &book,
        "outputs",
        &["outputs/rain.txt: line 2 is \"spread 5.0 mm\""],
    );
}

#[test]
fn a_result_that_no_test_claims_is_named() {
    let mut book = SmallBook::copy("unclaimed-number");
    book.replace(PAGE, "The sum is 10,", "The sum is {{10}},");
    let place = book.place(PAGE, "{{10}}");
    refused(
        &book,
        &place,
        &["no test claims", "{{10}}", "\"mean-of-four\""],
    );
}

#[test]
fn a_result_that_differs_from_its_claim_is_one_problem() {
    let mut book = SmallBook::copy("changed-result");
    book.replace(TESTS, "\"mean-of-one\", \"7\"", "\"mean-of-one\", \"8\"");
    let place = book.place(PAGE, "{{7}}");
    refused(&book, &place, &["\"mean-of-one\" marks {{7}}", "claims 8"]);
}

#[test]
fn a_claim_without_its_result_is_named() {
    let mut book = SmallBook::copy("claim-without-mark");
    book.replace(
        TESTS,
        "    claim(\"mean-of-one\"",
        "    claim(\"mean-of-means\", \"1.5\", 1.5);\n    claim(\"mean-of-one\"",
    );
    let place = book.place(TESTS, "\"1.5\"");
    refused(&book, &place, &["\"mean-of-means\"", "marks no result"]);
}

#[test]
fn a_claim_for_a_block_that_no_page_has_is_named() {
    let mut book = SmallBook::copy("claim-without-block");
    book.replace(TESTS, "claim(\"mean-of-one\"", "claim(\"mean-of-non\"");
    let place = book.place(TESTS, "mean-of-non");
    refused(&book, &place, &["no block has the id \"mean-of-non\""]);
}

#[test]
fn an_example_without_a_result_is_named() {
    let mut book = SmallBook::copy("example-without-result");
    book.append(
        PAGE,
        "\n<example id=\"bare\" title=\"Bare\">\n\nIt is 5.\n\n</example>\n",
    );
    let place = book.place(PAGE, "<example id=\"bare\"");
    refused(&book, &place, &["\"bare\"", "marks no result"]);
}

#[test]
fn a_computed_solution_without_a_result_is_named() {
    let mut book = SmallBook::copy("solution-without-result");
    book.replace(PAGE, "and the mean {{2.5}}", "and the mean 2.5");
    let place = book.place(PAGE, "The sum is 10").replace(PAGE, "");
    let line: usize = place.trim_start_matches(':').parse().expect("a line");
    refused(
        &book,
        &format!("{PAGE}:{}", line - 2),
        &["\"mean-of-four\"", "marks no result"],
    );
}
