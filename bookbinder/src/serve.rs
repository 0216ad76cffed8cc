//! Serving the book, and building it anew when something is saved.

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::routing::get;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tower_http::services::{ServeDir, ServeFile};

/// The path under which pages wait for the word to reload.
pub const ENDPOINT: &str = "__livereload";

/// What is watched, relative to the root of the book.
const WATCHED: [&str; 5] = ["src", "theme", "book.toml", "listings", "figures"];

/// Takes the port of this machine.
///
/// # Errors
/// One clear sentence when another program has it.
pub fn listen(port: u16) -> Result<std::net::TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = std::net::TcpListener::bind(address);
    let listener = listener.with_context(|| {
        format!(
            "port {port} is taken by another program; choose one with --port, or end that program"
        )
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Serves the book that stands at `book` and keeps it up to date.
///
/// # Errors
/// When the files cannot be watched or the server fails.
pub fn serve(root: &Path, book: &Path, listener: std::net::TcpListener, open: bool) -> Result<()> {
    let url = format!("http://localhost:{}", listener.local_addr()?.port());
    let (sender, changes) = channel();
    let _watcher = watch(root, sender)?;
    let (reload, _) = broadcast::channel(1);
    let rebuild = Rebuild {
        root: root.to_owned(),
        book: book.to_owned(),
        program: std::env::current_exe()?,
        reload: reload.clone(),
    };
    std::thread::spawn(move || rebuild.on(&changes));
    tokio::runtime::Runtime::new()?.block_on(async {
        let not_found = ServeFile::new(book.join("404.html"));
        let wait = get(move |upgrade: WebSocketUpgrade| {
            let words = reload.subscribe();
            async move { upgrade.on_upgrade(move |socket| tell(socket, words)) }
        });
        let app = Router::new()
            .route(&format!("/{ENDPOINT}"), wait)
            .fallback_service(ServeDir::new(book).not_found_service(not_found));
        let listener = TcpListener::from_std(listener)?;
        println!("The book is at {url} and follows what you save; Ctrl+C ends.");
        if open && let Err(error) = opener::open(&url) {
            eprintln!("no browser could be opened: {error}");
        }
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// Tells one page to reload when the book has been built anew.
async fn tell(mut socket: WebSocket, mut words: broadcast::Receiver<()>) {
    if words.recv().await.is_ok() {
        // A page that has gone needs no word.
        let _ = socket.send(Message::Text("reload".into())).await;
    }
}

fn watch(root: &Path, changes: Sender<PathBuf>) -> Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if event.kind.is_create() || event.kind.is_modify() || event.kind.is_remove() {
            for path in event.paths {
                // The receiver is gone when the server ends.
                let _ = changes.send(path);
            }
        }
    })?;
    for name in WATCHED {
        let path = root.join(name);
        if path.exists() {
            let watched = watcher.watch(&path, RecursiveMode::Recursive);
            watched.with_context(|| format!("{} cannot be watched", path.display()))?;
        }
    }
    Ok(watcher)
}

struct Rebuild {
    root: PathBuf,
    book: PathBuf,
    /// This program, which cargo replaces when a listing or a figure changes.
    program: PathBuf,
    reload: broadcast::Sender<()>,
}

impl Rebuild {
    fn on(&self, changes: &Receiver<PathBuf>) {
        while let Ok(first) = changes.recv() {
            let mut paths = BTreeSet::from([first]);
            // An editor saves in several steps; wait until it is quiet.
            loop {
                match changes.recv_timeout(Duration::from_millis(100)) {
                    Ok(path) => drop(paths.insert(path)),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            let start = Instant::now();
            let shown = paths
                .iter()
                .find_map(|path| path.strip_prefix(&self.root).ok());
            let shown = shown
                .map(|path| path.display().to_string())
                .unwrap_or_default();
            if self.build(&paths) {
                println!("{shown}: built in {:.1} s", start.elapsed().as_secs_f64());
                // Nobody listens while no page is open.
                let _ = self.reload.send(());
            } else {
                eprintln!("{shown}: not built; the last good book is still served");
            }
        }
    }

    /// Compiles what the change needs compiled, and builds the book.
    fn build(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let is_code = |path: &PathBuf| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            let embedded = path.starts_with(self.root.join("listings/src"));
            embedded || matches!(extension, Some("rs")) || path.ends_with("Cargo.toml")
        };
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let code = paths.iter().any(is_code);
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

fn succeeds(command: &mut Command) -> bool {
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{}: {error}", command.get_program().to_string_lossy());
            false
        }
    }
}
