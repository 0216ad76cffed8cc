//! `cargo run` builds the book and serves it; `cargo run -- build` only builds it.

use anyhow::{Context, Result};
use bookbinder::binder::Binder;
use bookbinder::build::Build;
use bookbinder::{book_deps, serve};
use clap::{Args, Parser, Subcommand};
use mdbook_preprocessor::Preprocessor;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Binds, checks and serves the book ML Mathematics.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Work>,
    #[command(flatten)]
    serving: Serving,
}

#[derive(Subcommand)]
enum Work {
    /// Build the book and serve it, with live reload (the default).
    Serve(Serving),
    /// Build the book into target/book.
    Build {
        /// Where the book goes.
        #[arg(long, default_value = "target/book")]
        destination: PathBuf,
        /// Say nothing when all is well, and leave target/book-deps alone.
        #[arg(long)]
        quiet: bool,
        /// Let the pages reload when they are served.
        #[arg(long, hide = true)]
        live_reload: bool,
    },
    /// Bind the book that mdBook passes on standard input.
    #[command(hide = true)]
    Preprocess {
        #[command(subcommand)]
        question: Option<Question>,
    },
}

#[derive(Args)]
struct Serving {
    /// The port on this machine.
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Open the book in a browser.
    #[arg(long)]
    open: bool,
}

#[derive(Subcommand)]
enum Question {
    /// mdBook asks whether the binder works for a renderer.
    Supports {
        /// The renderer.
        renderer: String,
    },
}

fn main() {
    if let Err(error) = run(Arguments::parse()) {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}

fn run(arguments: Arguments) -> Result<()> {
    let root = std::env::current_dir()?;
    match arguments.command {
        Some(Work::Build {
            destination,
            quiet,
            live_reload,
        }) => build(&root, &destination, quiet, live_reload),
        Some(Work::Preprocess {
            question: Some(Question::Supports { renderer }),
        }) => {
            let supported = Binder::new(figures::all).supports_renderer(&renderer)?;
            std::process::exit(i32::from(!supported));
        }
        Some(Work::Preprocess { question: None }) => preprocess(),
        Some(Work::Serve(serving)) => serve_book(&root, &serving),
        None => serve_book(&root, &arguments.serving),
    }
}

fn build(root: &Path, destination: &Path, quiet: bool, live_reload: bool) -> Result<()> {
    let start = Instant::now();
    let book = root.join(destination);
    Build {
        root,
        destination: &book,
        figures: figures::all,
        live_reload: live_reload.then_some(serve::ENDPOINT),
    }
    .run()?;
    if !quiet {
        book_deps::fill(root, &root.join("target/book-deps"))?;
        let seconds = start.elapsed().as_secs_f64();
        println!("{} built in {seconds:.1} s", destination.display());
    }
    Ok(())
}

fn serve_book(root: &Path, serving: &Serving) -> Result<()> {
    let listener = serve::listen(serving.port)?;
    println!("Building the book; the first time takes a little longer.");
    let book = root.join("target/served-book");
    if let Err(error) = build(root, &book, true, true) {
        if !book.join("index.html").exists() {
            return Err(error);
        }
        eprintln!("{error:#}\nThe last good book is served.");
    }
    serve::serve(root, &book, listener, serving.open)
}

fn preprocess() -> Result<()> {
    let (context, book) = mdbook_preprocessor::parse_input(std::io::stdin())?;
    let binder = Binder::new(figures::all);
    let book = binder.bind(&context.root, &context.config, book)?;
    serde_json::to_writer(std::io::stdout(), &book).context("mdBook does not listen")
}
