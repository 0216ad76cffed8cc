//! What no page shows, and what is recorded by halves.

use super::refused;
use book_tests::checks::small::{MODULE, SmallBook, rain_in_spring};
use figures::Figure;

#[test]
fn a_program_that_no_page_shows_is_named() {
    let mut book = SmallBook::copy("unshown-program");
    book.write(
        "listings/examples/snow.rs",
        "fn main() {\n    println!(\"snow\");\n}\n",
    );
    book.write("listings/outputs/snow.txt", "snow\n");
    refused(&book, "listings/examples/snow.rs", &["program \"snow\""]);
}

#[test]
fn a_program_without_an_output_is_named() {
    let mut book = SmallBook::copy("program-without-output");
    book.remove("listings/outputs/rain.txt");
    refused(
        &book,
        "listings/examples/rain.rs",
        &["listings/outputs/rain.txt is missing"],
    );
    // The page that shows it is sound.
    let message = book.build().expect_err("it is refused");
    assert!(message.contains("\n1 problem;"), "{message}");
}

#[test]
fn an_output_without_a_program_is_named() {
    let mut book = SmallBook::copy("output-without-program");
    book.write("listings/outputs/hail.txt", "hail\n");
    refused(
        &book,
        "listings/outputs/hail.txt",
        &["listings/examples/hail.rs"],
    );
}

#[test]
fn a_module_that_is_not_compiled_is_named() {
    let mut book = SmallBook::copy("undeclared-module");
    book.write("listings/src/modes.rs", "//! Modes.\n");
    refused(
        &book,
        "listings/src/modes.rs",
        &["the module lib does not declare mod modes"],
    );
}

#[test]
fn a_page_that_the_summary_does_not_link_is_named() {
    let mut book = SmallBook::copy("unlinked-page");
    book.write("src/basics/modes.md", "# Modes\n");
    refused(
        &book,
        "src/basics/modes.md",
        &["no link to it in src/SUMMARY.md"],
    );
}

#[test]
fn a_figure_that_no_page_shows_is_named() {
    fn figures() -> Vec<Figure> {
        let draw = |id| Figure::new("means", id, rain_in_spring);
        ["rain-in-spring", "rain-in-autumn"].map(draw).to_vec()
    }
    let mut book = SmallBook::copy("unshown-figure");
    book.draw(figures);
    refused(
        &book,
        "tests/checks/small.rs",
        &["figure \"rain-in-autumn\""],
    );
}

#[test]
fn a_measurement_that_no_page_shows_is_named() {
    let mut book = SmallBook::copy("unshown-measurement");
    let record = book
        .text("listings/benches/measured/mean_ladder.toml")
        .to_owned();
    book.write("listings/benches/measured/median_ladder.toml", &record);
    let file = "listings/benches/measured/median_ladder.toml";
    refused(&book, file, &["measured \"median_ladder\""]);
}

#[test]
fn a_measurement_that_does_not_name_its_machine_is_named() {
    let mut book = SmallBook::copy("incomplete-measurement");
    let file = "listings/benches/measured/mean_ladder.toml";
    book.replace(file, "machine = \"none in particular\"\n", "");
    refused(&book, &format!("{file}:1"), &["machine"]);
}

#[test]
fn a_measurement_with_a_value_too_few_is_named() {
    let mut book = SmallBook::copy("ragged-measurement");
    let file = "listings/benches/measured/mean_ladder.toml";
    book.replace(file, "[\"one sum\", \"1 µs\"]", "[\"one sum\"]");
    refused(&book, file, &["each row needs 2 values"]);
}

#[test]
fn a_source_that_no_page_cites_is_named() {
    let mut book = SmallBook::copy("uncited-source");
    let file = "src/bibliography.toml";
    book.append(
        file,
        "\n[nobody]\nauthor = \"N. Obody\"\ntitle = \"Unread\"\nyear = 1999\n",
    );
    let place = book.place(file, "[nobody]");
    refused(&book, &place, &["\"nobody\""]);
}

#[test]
fn a_public_item_that_no_page_shows_is_named() {
    let mut book = SmallBook::copy("unshown-item");
    book.append(
        MODULE,
        "\n/// Twice a number.\npub fn twice(x: f64) -> f64 {\n    2.0 * x\n}\n",
    );
    let place = book.place(MODULE, "pub fn twice");
    refused(&book, &place, &["means::twice", "src/basics/means.md"]);
}

#[test]
fn an_item_that_the_module_does_not_have_is_named() {
    let mut book = SmallBook::copy("no-such-item");
    let page = "src/basics/means.md";
    book.append(page, "- `range`: another word for it.\n");
    let place = book.place(page, "- `range`");
    refused(&book, &place, &["\"range\""]);
}
