//! Serving the book, and building it anew when something is saved.

use crate::watch::Watch;
use anyhow::{Result, anyhow};
use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::routing::get;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;
use tokio::sync::broadcast;
use tower_http::services::{ServeDir, ServeFile};

/// The path under which pages wait for the word to reload.
pub const ENDPOINT: &str = "__livereload";

/// A port of this machine, under both of its addresses if no other program has
/// the second. Which of the two `localhost` means, the browser decides.
pub struct Port {
    first: TcpListener,
    second: Option<TcpListener>,
    /// Its number.
    pub number: u16,
}

impl Port {
    /// Takes the port; any free one for 0.
    ///
    /// # Errors
    /// One clear sentence when it is taken, or not for everybody.
    pub fn take(number: u16) -> Result<Port> {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, number));
        let first = first.map_err(|error| refused(number, &error))?;
        let number = first.local_addr()?.port();
        let second = TcpListener::bind((Ipv6Addr::LOCALHOST, number)).ok();
        for listener in [Some(&first), second.as_ref()].into_iter().flatten() {
            listener.set_nonblocking(true)?;
        }
        Ok(Port {
            first,
            second,
            number,
        })
    }

    /// The address of the book, which leads to no other program.
    pub fn url(&self) -> String {
        let host = match self.second {
            Some(_) => "localhost",
            None => "127.0.0.1",
        };
        format!("http://{host}:{}", self.number)
    }
}

fn refused(port: u16, error: &std::io::Error) -> anyhow::Error {
    match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken by another program; choose one with --port, or end that program"
        ),
        ErrorKind::PermissionDenied => anyhow!(
            "port {port} needs rights that you do not have; choose one from 1024 on with --port"
        ),
        _ => anyhow!("port {port} cannot be used: {error}; choose one with --port"),
    }
}

/// A book that is served and kept up to date.
pub struct Server {
    /// The folder with book.toml.
    pub root: PathBuf,
    /// The built book.
    pub book: PathBuf,
    /// This program, which cargo replaces when a listing or a figure changes.
    pub program: PathBuf,
}

impl Server {
    /// Serves the book at a port, and builds it anew when `watch` sees that
    /// something is saved.
    ///
    /// # Errors
    /// When the server fails.
    pub fn run(self, port: Port, mut watch: Watch, open: bool) -> Result<()> {
        let url = port.url();
        let (reload, _) = broadcast::channel(1);
        let app = self.app(reload.clone());
        tokio::runtime::Runtime::new()?.block_on(async {
            println!("The book is at {url} and follows what you save; Ctrl+C ends.");
            if open && let Err(error) = opener::open(&url) {
                eprintln!("no browser could be opened: {error}");
            }
            std::thread::spawn(move || {
                while let Some(saved) = watch.wait() {
                    self.build_after(&saved, &reload);
                }
            });
            let first = axum::serve(tokio::net::TcpListener::from_std(port.first)?, app.clone());
            let Some(second) = port.second else {
                return Ok(first.await?);
            };
            let second = axum::serve(tokio::net::TcpListener::from_std(second)?, app);
            tokio::try_join!(first.into_future(), second.into_future())?;
            Ok(())
        })
    }

    fn app(&self, reload: broadcast::Sender<()>) -> Router {
        let not_found = ServeFile::new(self.book.join("404.html"));
        let wait = get(move |upgrade: WebSocketUpgrade| {
            let words = reload.subscribe();
            async move { upgrade.on_upgrade(move |socket| tell(socket, words)) }
        });
        Router::new()
            .route(&format!("/{ENDPOINT}"), wait)
            .fallback_service(ServeDir::new(&self.book).not_found_service(not_found))
    }

    fn build_after(&self, saved: &[PathBuf], reload: &broadcast::Sender<()>) {
        let (start, names) = (Instant::now(), names(saved));
        if self.build(saved) {
            println!("{names}: built in {:.1} s", start.elapsed().as_secs_f64());
            // Nobody listens while no page is open.
            let _ = reload.send(());
        } else {
            eprintln!("{names}: not built; the last good book is still served");
        }
    }

    /// Compiles what the change needs compiled, and builds the book.
    fn build(&self, saved: &[PathBuf]) -> bool {
        let is_code = |path: &PathBuf| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            let embedded = path.starts_with("listings/src");
            embedded || matches!(extension, Some("rs")) || path.ends_with("Cargo.toml")
        };
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let code = saved.iter().any(is_code);
        if code {
            println!("compiling …");
        }
        let compiled = !code
            || succeeds(
                Command::new(cargo)
                    .args(["build", "--quiet", "--bin", "bookbinder"])
                    .current_dir(&self.root),
            );
        compiled
            && succeeds(
                Command::new(&self.program)
                    .args(["build", "--quiet", "--live-reload", "--destination"])
                    .arg(&self.book)
                    .current_dir(&self.root),
            )
    }
}

/// Tells one page to reload when the book has been built anew.
async fn tell(mut socket: WebSocket, mut words: broadcast::Receiver<()>) {
    if words.recv().await.is_ok() {
        // A page that has gone needs no word.
        let _ = socket.send(Message::Text("reload".into())).await;
    }
}

/// The names of files that were saved; of many, the first three.
fn names(saved: &[PathBuf]) -> String {
    let first = saved.iter().take(3).map(|path| path.display().to_string());
    let first = first.collect::<Vec<_>>().join(", ");
    match saved.len() {
        0..=3 => first,
        count => format!("{first} and {} more", count - 3),
    }
}

fn succeeds(command: &mut Command) -> bool {
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{}: {error}", command.get_program().to_string_lossy());
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: ErrorKind) -> String {
        refused(80, &std::io::Error::from(kind)).to_string()
    }

    #[test]
    fn a_port_that_is_refused_is_refused_for_its_reason() {
        let taken = "taken by another program";
        assert!(said(ErrorKind::AddrInUse).contains(taken));
        let rights = said(ErrorKind::PermissionDenied);
        assert!(rights.contains("port 80 needs rights") && !rights.contains(taken));
        let other = said(ErrorKind::AddrNotAvailable);
        assert!(
            other.contains("port 80 cannot be used: address not available"),
            "{other}"
        );
    }

    #[test]
    fn the_second_address_is_left_to_who_has_it() {
        let Ok(other) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else {
            // Nobody can have it on this machine.
            let port = Port::take(0).expect("a free port");
            return assert!(port.url().starts_with("http://127.0.0.1:"));
        };
        let number = other.local_addr().expect("it is bound").port();
        let port = Port::take(number).expect("the first address is free");
        assert_eq!(port.url(), format!("http://127.0.0.1:{number}"));
    }

    #[test]
    fn many_files_are_counted() {
        let saved = |count: usize| vec![PathBuf::from("src/a.md"); count];
        assert_eq!(names(&saved(2)), "src/a.md, src/a.md");
        assert_eq!(names(&saved(9)), "src/a.md, src/a.md, src/a.md and 6 more");
    }
}
