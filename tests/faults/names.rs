//! Names that nothing has, and names that two things have.

use super::refused;
use book_tests::checks::small::{PAGE, SmallBook};

#[track_caller]
fn misspelt(name: &str, from: &str, to: &str, words: &[&str]) {
    let mut book = SmallBook::copy(name);
    book.replace(PAGE, from, to);
    let place = book.place(PAGE, to);
    refused(&book, &place, words);
}

#[test]
fn a_misspelt_reference_is_named_with_its_neighbour() {
    misspelt(
        "misspelt-reference",
        "against [@mean-is-between]",
        "against [@mean-is-betwen]",
        &["\"mean-is-betwen\"", "is it \"mean-is-between\"?"],
    );
}

#[test]
fn a_misspelt_source_is_named() {
    misspelt(
        "misspelt-source",
        "stated=\"cauchy, note 2\"",
        "stated=\"couchi, note 2\"",
        &["\"couchi\""],
    );
}

#[test]
fn a_misspelt_listing_is_named_with_its_neighbour() {
    misspelt(
        "misspelt-listing",
        "<listing path=\"means::running_mean\">",
        "<listing path=\"means::runing_mean\">",
        &["\"means::runing_mean\"", "is it \"means::running_mean\"?"],
    );
}

#[test]
fn misspelt_code_of_a_definition_is_named() {
    misspelt(
        "misspelt-code",
        "code=\"means::mean\"",
        "code=\"means::meen\"",
        &["\"means::meen\"", "is it \"means::mean\"?"],
    );
}

#[test]
fn a_misspelt_program_is_named_with_its_neighbour() {
    misspelt(
        "misspelt-program",
        "<program name=\"rain\">",
        "<program name=\"rein\">",
        &["\"rein\"", "listings/examples", "is it \"rain\"?"],
    );
}

#[test]
fn a_misspelt_figure_is_named_with_its_neighbour() {
    misspelt(
        "misspelt-figure",
        "<figure id=\"rain-in-spring\">",
        "<figure id=\"rain-in-sprig\">",
        &["no figure \"rain-in-sprig\"", "is it \"rain-in-spring\"?"],
    );
}

#[test]
fn a_misspelt_measurement_is_named_with_its_neighbour() {
    misspelt(
        "misspelt-measurement",
        "<measured name=\"mean_ladder\">",
        "<measured name=\"mean_lader\">",
        &["\"mean_lader\"", "is it \"mean_ladder\"?"],
    );
}

#[test]
fn a_label_that_stands_twice_is_named_with_its_first_place() {
    let mut book = SmallBook::copy("duplicate-label");
    let again = "<definition id=\"mean-of-three\" title=\"Again\">";
    book.append(PAGE, &format!("\n{again}\n\nAll.\n\n</definition>\n"));
    let first = book.place(PAGE, "<example id=\"mean-of-three\"");
    let place = book.place(PAGE, again);
    refused(&book, &place, &["\"mean-of-three\"", &first]);
}

#[test]
fn a_source_with_the_id_of_a_block_is_named() {
    let mut book = SmallBook::copy("label-of-source");
    let file = "src/bibliography.toml";
    book.append(
        file,
        "\n[mean]\nauthor = \"A. Nyone\"\ntitle = \"Mean\"\nyear = 2000\n",
    );
    let place = book.place(file, "[mean]");
    refused(&book, &place, &["\"mean\"", "Definition 1.1"]);
}

#[test]
fn a_program_that_is_shown_twice_is_named_with_its_first_place() {
    let mut book = SmallBook::copy("shown-twice");
    let page = "src/running.md";
    book.append(page, "\n<program name=\"rain\">\n\nRain.\n\n</program>\n");
    let place = book.place(page, "<program");
    let other = book.place(PAGE, "<program");
    let message = book
        .build()
        .expect_err("a program that stands on two pages");
    let line = message.lines().find(|line| line.contains("program rain"));
    let line = line.unwrap_or_else(|| panic!("no line names it:\n{message}"));
    assert!(line.contains(&place) && line.contains(&other), "{line}");
}
