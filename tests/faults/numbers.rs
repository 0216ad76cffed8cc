//! Numbers that nobody computes, and numbers that are computed otherwise.

use super::{built_but_not_passed, refused};
use book_tests::checks::small::{MODULE, PAGE, SmallBook, TESTS};

#[test]
fn a_changed_digit_in_a_worked_example_fails_its_test() {
    let mut book = SmallBook::copy("changed-digit");
    book.replace(
        PAGE,
        "The mean of 1, 2 and 6 is {{3}}",
        "The mean of 1, 2 and 6 is {{4}}",
    );
    let line = format!("{}: {{{{4}}}} is 3.0", book.place(PAGE, "is {{4}}"));
    built_but_not_passed(&book, "means", &[&line]);
}

#[test]
fn values_that_have_changed_places_fail_the_test() {
    let mut book = SmallBook::copy("swapped-values");
    book.replace(
        TESTS,
        "claims!(mean, 6.0 / mean)",
        "claims!(6.0 / mean, mean)",
    );
    built_but_not_passed(&book, "means", &["{{3}} is 2.0", "{{2}} is 3.0"]);
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
    built_but_not_passed(&book, "means", &["{{3}} is 2.25"]);
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
fn a_value_too_few_is_named_with_the_marks() {
    let mut book = SmallBook::copy("value-too-few");
    book.replace(PAGE, "The sum is 10,", "The sum is {{10}},");
    let claims = book.place(TESTS, "claims!(mean(&[1.0, 2.0, 3.0, 4.0]))");
    let message = format!("2 marked, {{{{10}}}}, {{{{2.5}}}}; 1 claimed at {claims}");
    let place = book.place(PAGE, "{{10}}");
    refused(&book, &place, &["\"mean-of-four\"", &message]);
}

#[test]
fn a_value_too_many_is_named_with_the_marks() {
    let mut book = SmallBook::copy("value-too-many");
    book.replace(TESTS, "claims!(mean(&[7.0]))", "claims!(mean(&[7.0]), 8.0)");
    let claims = book.place(TESTS, "8.0");
    let message = format!("1 marked, {{{{7}}}}; 2 claimed at {claims}");
    let place = book.place(PAGE, "{{7}}");
    refused(&book, &place, &["\"mean-of-one\"", &message]);
}

#[test]
fn a_result_that_no_test_claims_is_named() {
    let mut book = SmallBook::copy("unclaimed-number");
    book.replace(
        TESTS,
        "claims!(mean(&[7.0]))",
        "assert_eq!(mean(&[7.0]), 7.0)",
    );
    let place = book.place(PAGE, "{{7}}");
    refused(&book, &place, &["no test claims", "{{7}}", "mean_of_one"]);
}

#[test]
fn a_test_that_claims_for_a_block_without_a_result_is_named() {
    let mut book = SmallBook::copy("claim-without-mark");
    let test = "\n#[test]\nfn mean_of_means() {\n    claims!(1.5);\n}\n";
    book.append(TESTS, test);
    let place = book.place(TESTS, "claims!(1.5)");
    refused(&book, &place, &["\"mean-of-means\"", "marks no result"]);
}

#[test]
fn a_test_that_claims_for_a_block_that_no_page_has_is_named() {
    let mut book = SmallBook::copy("claim-without-block");
    book.replace(TESTS, "fn mean_of_one", "fn mean_of_non");
    let place = book.place(TESTS, "claims!(mean(&[7.0]))");
    let words = ["no block has the id \"mean-of-non\"", "\"mean-of-one\""];
    refused(&book, &place, &words);
}

#[test]
fn a_block_that_two_tests_claim_for_is_named_with_the_first() {
    let mut book = SmallBook::copy("claimed-twice");
    let first = book.place(TESTS, "fn mean_of_one");
    let again = "#[test]\n    fn mean_of_one() {\n        claims!(7.0);\n    }\n";
    book.append(
        TESTS,
        &format!("\nmod again {{\n    use super::*;\n\n    {again}}}\n"),
    );
    let place = book.place(TESTS, "claims!(7.0)");
    refused(&book, &place, &["\"mean-of-one\"", &first]);
}

#[test]
fn claims_outside_of_a_test_are_named() {
    let mut book = SmallBook::copy("claims-in-helper");
    book.replace(TESTS, "#[test]\nfn mean_of_one", "fn mean_of_one");
    let place = book.place(TESTS, "claims!(mean(&[7.0]))");
    refused(&book, &place, &["mean_of_one", "no test"]);
}

#[test]
fn claims_in_a_test_that_may_be_left_out_are_named() {
    let mut book = SmallBook::copy("ignored-claims");
    book.replace(TESTS, "fn mean_of_one", "#[ignore]\nfn mean_of_one");
    let place = book.place(TESTS, "claims!(mean(&[7.0]))");
    refused(&book, &place, &["#[ignore]", "mean_of_one"]);
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
