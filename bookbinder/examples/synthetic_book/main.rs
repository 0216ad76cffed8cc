//! A book of thirty chapters, each of the size of those that are written: how
//! long an author waits for a page that is saved.
//!
//!     cargo run --example synthetic_book
//!
//! The book is written to `target/synthetic-book`, built by the real program,
//! and served by it; a page of it is saved, and the time runs until an open page
//! is told to reload.

mod chapter;
mod saving;

use anyhow::{Context, Result, ensure};
use figures::Figure;
use saving::Server;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

const CHAPTERS: usize = 30;
const RUNS: usize = 5;

fn main() -> ExitCode {
    // With arguments this is the program itself, with the figures of the book.
    if std::env::args().len() > 1 {
        return bookbinder::program::main(figures);
    }
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The real figures that stand still, over and over, under names of their own.
fn figures() -> Vec<Figure> {
    let mut real = figures::all();
    real.retain(|figure| !figure.is_interactive());
    let ids = (1..=CHAPTERS).flat_map(chapter::figure_ids);
    ids.zip(real.iter().cycle())
        .map(|(id, figure)| {
            let mut figure = figure.clone();
            figure.id = id.leak();
            figure
        })
        .collect()
}

fn measure() -> Result<()> {
    let root = std::env::current_dir()?.join("target/synthetic-book");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    write_book(&root)?;
    let (cold, warm) = (build(&root)?, build(&root)?);
    println!("{cold:>6.2} s  built for the first time");
    println!("{warm:>6.2} s  built again, with nothing changed");
    check(&root)?;

    let server = Server::start(&root)?;
    let mut saves = Vec::new();
    for run in 1..=RUNS {
        let chapter = 7;
        let sentence = format!("Saved {run} times, with $x^{{{run}}}$");
        let page = chapter::page(chapter) + &format!("\n{sentence}.\n");
        let reload = server.wait_for_reload()?;
        let start = Instant::now();
        fs::write(root.join(chapter::file(chapter)), page)?;
        reload.arrives()?;
        saves.push(start.elapsed().as_secs_f64());
        let html = server.get(&format!("{}.html", chapter::stem(chapter)))?;
        let shown = html.contains(&format!("Saved {run} times"));
        ensure!(shown, "the page that was saved is not served");
    }
    saves.sort_by(f64::total_cmp);
    let (median, worst) = (saves[RUNS / 2], saves[RUNS - 1]);
    println!(
        "{median:>6.2} s  from a saved page to the reload, median of {RUNS}; worst {worst:.2}"
    );
    Ok(())
}

fn write_book(root: &Path) -> Result<()> {
    let names: Vec<_> = (1..=CHAPTERS).map(chapter::stem).collect();
    let settings = "[book]\ntitle = \"Synthetic\"\n[build]\ncreate-missing = false\n\
         use-default-preprocessors = false\n\
         [preprocessor.bookbinder.katex]\noutput = \"htmlAndMathml\"\nno-css = true\n\
         [output.html.print]\nenable = false\n\
         [output.html.search.chapter.\"sources\"]\nenable = false\n";
    let write = |file: &str, text: &str| -> Result<()> {
        let file = root.join(file);
        let folder = file.parent().context("a file stands in a folder")?;
        fs::create_dir_all(folder)?;
        fs::write(&file, text).with_context(|| file.display().to_string())
    };
    write("book.toml", settings)?;
    let links = names.iter().map(|name| format!("- [{name}]({name}.md)\n"));
    let links: String = links.collect();
    let summary = format!(
        "# Summary\n\n[Running](running.md)\n\n{links}\n[Definitions](definitions.md)\n\
         [Source code](sources.md)\n"
    );
    write("src/SUMMARY.md", &summary)?;
    write(
        "src/running.md",
        "# Running\n\n## Getting the code\n\nIt is here.\n",
    )?;
    write(
        "src/definitions.md",
        "# Definitions\n\n<definitions>\n\n</definitions>\n",
    )?;
    write(
        "src/sources.md",
        "# Source code\n\nThe pages below hold it.\n",
    )?;
    // The real moving scripts and style sheets are no part of what is measured.
    let mut modules = String::new();
    for number in 1..=CHAPTERS {
        write(&chapter::file(number), &chapter::page(number))?;
        for (file, text) in chapter::sources(number) {
            write(&file, &text)?;
        }
        modules.push_str(&format!("pub mod {};\n", chapter::module(number)));
    }
    write("listings/src/lib.rs", &modules)
}

/// Builds the book with the real program; the seconds that it takes.
fn build(root: &Path) -> Result<f64> {
    let start = Instant::now();
    let mut program = Command::new(std::env::current_exe()?);
    let status = program
        .args(["build", "--quiet"])
        .current_dir(root)
        .status()?;
    ensure!(status.success(), "the book cannot be built");
    Ok(start.elapsed().as_secs_f64())
}

/// Says how large the book is, for the reader to compare with the real one.
fn check(root: &Path) -> Result<()> {
    let page = format!("target/book/{}.html", chapter::stem(CHAPTERS));
    let page = fs::read_to_string(root.join(page))?;
    let formulas = page.matches("class=\"katex\"").count();
    let pictures = page.matches("<figure data-kind=\"figure\"").count();
    ensure!(formulas >= 900, "a page holds {formulas} formulas only");
    println!(
        "{CHAPTERS} chapters, of {} KB each when built, with {formulas} formulas, {pictures} \
         figures and {} listings",
        page.len() / 1000,
        page.matches("<figure data-kind=\"listing\"").count()
    );
    Ok(())
}
