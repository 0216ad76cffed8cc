//! The program's commands: `cargo run` builds the book and serves it, `cargo run
//! -- build` only builds it.

use crate::binder::Binder;
use crate::book_deps;
use crate::build::Build;
use crate::destination::SERVED;
use crate::module::{self, Profile};
use crate::rebuild::Rebuild;
use crate::serve::{self, ENDPOINT, Port};
use crate::watch::Watch;
use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use drawing::Figure;
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
        /// Build it as it is served, with the figures compiled for that.
        #[arg(long, hide = true)]
        served: bool,
        /// Do not compile figures that were compiled before.
        #[arg(long, hide = true)]
        as_they_are: bool,
    },
    /// Compile the figures for the server.
    #[command(hide = true)]
    Figures,
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
                served,
                as_they_are,
            }) => {
                let start = Instant::now();
                let profile = match (served, as_they_are) {
                    (_, true) => Profile::AsTheyAre,
                    (true, false) => Profile::Served,
                    (false, false) => Profile::Published,
                };
                self.build(&root, &destination, served, profile)?;
                if !quiet {
                    book_deps::fill(&root, &root.join("target/book-deps"))?;
                    let seconds = start.elapsed().as_secs_f64();
                    println!("{} built in {seconds:.1} s", destination.display());
                }
            }
            Some(Work::Figures) => {
                module::compile(&root, &(self.figures)(), Profile::Served)?;
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

    fn build(&self, root: &Path, destination: &Path, served: bool, profile: Profile) -> Result<()> {
        Build {
            root,
            destination,
            figures: self.figures,
            live_reload: served.then_some(ENDPOINT),
            profile,
        }
        .run()
    }

    fn serve(&self, root: PathBuf, serving: &Serving) -> Result<()> {
        let port = Port::take(serving.port)?;
        let watch = Watch::start(&root)?;
        println!("Building the book; the first time takes a little longer.");
        let book = root.join("target").join(SERVED);
        let book = book.join(port.number.to_string());
        let rebuild = Rebuild {
            program: std::env::current_exe()?,
            book: book.clone(),
            root: root.clone(),
        };
        if let Err(error) = self.build(&root, &book, true, Profile::Served) {
            if !book.join("index.html").exists() {
                return Err(error);
            }
            eprintln!("{error:#}\nThe last good book is served.");
        }
        serve::serve(&book, port, serving.open, |reload| {
            std::thread::spawn(move || rebuild.after_each_save(watch, reload));
        })
    }

    fn preprocess(&self) -> Result<()> {
        let (context, book) = mdbook_preprocessor::parse_input(std::io::stdin())?;
        let binder = Binder::new(self.figures);
        let book = binder.bind(&context.root, &context.config, book)?;
        serde_json::to_writer(std::io::stdout(), &book).context("mdBook does not listen")
    }
}
