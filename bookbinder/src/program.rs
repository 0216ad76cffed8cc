//! The program's commands: `cargo run` builds the book and serves it, `cargo run
//! -- build` only builds it.

use crate::binder::Binder;
use crate::book_deps;
use crate::build::Build;
use crate::destination::SERVED;
use crate::serve::{ENDPOINT, Port, Server};
use crate::watch::Watch;
use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use figures::Figure;
use mdbook_preprocessor::Preprocessor;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
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
        /// Where the book goes: a new folder, an empty one, one that holds an
        /// earlier build and nothing else, or one below target/.
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

/// Does what the arguments of the program ask for, with the figures of the book
/// in the current folder.
pub fn main(figures: fn() -> Vec<Figure>) -> ExitCode {
    let program = Program { figures };
    match program.run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

struct Program {
    figures: fn() -> Vec<Figure>,
}

impl Program {
    fn run(&self, arguments: Arguments) -> Result<ExitCode> {
        let root = std::env::current_dir()?;
        match arguments.command {
            Some(Work::Build {
                destination,
                quiet,
                live_reload,
            }) => {
                let start = Instant::now();
                self.build(&root, &destination, live_reload)?;
                if !quiet {
                    book_deps::fill(&root, &root.join("target/book-deps"))?;
                    let seconds = start.elapsed().as_secs_f64();
                    println!("{} built in {seconds:.1} s", destination.display());
                }
            }
            Some(Work::Preprocess {
                question: Some(Question::Supports { renderer }),
            }) => {
                let supported = Binder::new(self.figures).supports_renderer(&renderer)?;
                return Ok(ExitCode::from(u8::from(!supported)));
            }
            Some(Work::Preprocess { question: None }) => self.preprocess()?,
            Some(Work::Serve(serving)) => self.serve(root, &serving)?,
            None => self.serve(root, &arguments.serving)?,
        }
        Ok(ExitCode::SUCCESS)
    }

    fn build(&self, root: &Path, destination: &Path, live_reload: bool) -> Result<()> {
        Build {
            root,
            destination,
            figures: self.figures,
            live_reload: live_reload.then_some(ENDPOINT),
        }
        .run()
    }

    fn serve(&self, root: PathBuf, serving: &Serving) -> Result<()> {
        let port = Port::take(serving.port)?;
        let watch = Watch::start(&root)?;
        println!("Building the book; the first time takes a little longer.");
        let served = root.join("target").join(SERVED);
        let server = Server {
            book: served.join(port.number.to_string()),
            program: std::env::current_exe()?,
            root,
        };
        if let Err(error) = self.build(&server.root, &server.book, true) {
            if !server.book.join("index.html").exists() {
                return Err(error);
            }
            eprintln!("{error:#}\nThe last good book is served.");
        }
        server.run(port, watch, serving.open)
    }

    fn preprocess(&self) -> Result<()> {
        let (context, book) = mdbook_preprocessor::parse_input(std::io::stdin())?;
        let binder = Binder::new(self.figures);
        let book = binder.bind(&context.root, &context.config, book)?;
        serde_json::to_writer(std::io::stdout(), &book).context("mdBook does not listen")
    }
}
