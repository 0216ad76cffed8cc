//! A book of 30 chapters with 150 different formulas each: how long binding it
//! takes, cold and after an edit, against the stock `mdbook` with
//! `mdbook-katex` in the same run.
//!
//!     cargo install mdbook --version 0.5.4 --locked
//!     cargo install mdbook-katex --version 0.10.0 --locked
//!     cargo run --example synthetic_book

use anyhow::{Context, Result, ensure};
use bookbinder::build::Build;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const CHAPTERS: usize = 30;
const FORMULAS: usize = 150;
const RUNS: usize = 5;

fn main() -> Result<()> {
    let root = std::env::current_dir()?.join("target/synthetic-book");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    let (ours, stock) = (root.join("ours"), root.join("stock"));
    write_book(&ours, "bookbinder.katex")?;
    write_book(&stock, "katex")?;

    let mut times = [const { Vec::new() }; 4];
    for run in 0..RUNS {
        let cache = ours.join("target");
        if cache.exists() {
            fs::remove_dir_all(&cache)?;
        }
        times[0].push(seconds(|| bind(&ours))?);
        times[1].push(seconds(|| bind(&ours))?);
        let page = ours.join("src/chapter-7.md");
        let edited = fs::read_to_string(&page)? + &format!("\nRun {run}: $x^{{{run}}}$\n");
        fs::write(&page, edited)?;
        times[2].push(seconds(|| bind(&ours))?);
        times[3].push(seconds(|| run_stock(&stock))?);
    }
    println!("{CHAPTERS} chapters of {FORMULAS} formulas, median of {RUNS} runs, in seconds");
    let names = [
        "cold",
        "nothing changed",
        "one page edited",
        "stock mdbook with mdbook-katex",
    ];
    for (name, times) in names.iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        println!("{:>6.2}  {name}", times[RUNS / 2]);
    }
    Ok(())
}

fn write_book(root: &Path, katex: &str) -> Result<()> {
    fs::create_dir_all(root.join("src"))?;
    let settings = format!(
        "[book]\ntitle = \"Synthetic\"\n[build]\nuse-default-preprocessors = false\n\
         [preprocessor.{katex}]\noutput = \"htmlAndMathml\"\nno-css = true\n\
         [output.html.print]\nenable = false\n"
    );
    fs::write(root.join("book.toml"), settings)?;
    let mut summary = String::from("# Summary\n\n");
    for chapter in 1..=CHAPTERS {
        writeln!(summary, "- [Chapter {chapter}](chapter-{chapter}.md)")?;
        fs::write(
            root.join(format!("src/chapter-{chapter}.md")),
            page(chapter)?,
        )?;
    }
    fs::write(root.join("src/SUMMARY.md"), summary)?;
    Ok(())
}

/// Formulas of the usual kinds, each with numbers of its own.
fn page(chapter: usize) -> Result<String> {
    let mut page = format!("# Chapter {chapter}\n\n");
    for i in 1..=FORMULAS {
        let n = chapter * FORMULAS + i;
        let formula = match i % 5 {
            0 => format!(
                "$$\\|\\mathbf{{x}}\\|_2 = \\sqrt{{\\sum_{{i=1}}^{{{n}}} x_i^2}} \\le {n}\\,\\|\\mathbf{{x}}\\|_\\infty$$"
            ),
            1 => format!(
                "$$\\begin{{pmatrix}} {n} & a \\\\ b & c \\end{{pmatrix}}\\begin{{pmatrix}} x \\\\ y \\end{{pmatrix}} = \\begin{{pmatrix}} {n}x + ay \\\\ bx + cy \\end{{pmatrix}}$$"
            ),
            2 => format!(
                "the gradient $\\nabla f(\\mathbf{{x}}) = {n}\\,\\mathbf{{A}}^\\top(\\mathbf{{A}}\\mathbf{{x}} - \\mathbf{{b}})$ of"
            ),
            3 => format!("a number $x_{{{n}}} \\in \\mathbb{{R}}$ and"),
            _ => {
                format!("the sum $\\frac{{1}}{{{n}}}\\sum_{{i=1}}^{{n}} \\log p_\\theta(x_i)$ over")
            }
        };
        writeln!(
            page,
            "Sentence {i} of the chapter speaks of\n\n{formula}\n\nall that follows.\n"
        )?;
    }
    Ok(page)
}

fn bind(root: &Path) -> Result<()> {
    let destination = root.join("book");
    Build {
        root,
        destination: &destination,
        figures: Vec::new,
        live_reload: None,
    }
    .run()?;
    check(&destination)
}

fn run_stock(root: &Path) -> Result<()> {
    let status = Command::new("mdbook")
        .arg("build")
        .current_dir(root)
        .stderr(Stdio::null())
        .status()
        .context("the stock mdbook is not installed")?;
    ensure!(status.success(), "the stock mdbook failed");
    check(&root.join("book"))
}

/// Both must have rendered every formula.
fn check(book: &Path) -> Result<()> {
    let page = fs::read_to_string(book.join(format!("chapter-{CHAPTERS}.html")))?;
    let count = page.matches("<math").count();
    ensure!(
        count >= FORMULAS,
        "{} holds {count} formulas only",
        book.display()
    );
    Ok(())
}

fn seconds(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64())
}
