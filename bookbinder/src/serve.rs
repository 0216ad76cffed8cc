//! Serving the book.

use anyhow::{Result, anyhow};
use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::routing::get;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::path::Path;
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

/// Serves the book that stands at `book`. `keep_up_to_date` gets what tells all
/// open pages to reload, when the first of them can be opened.
///
/// # Errors
/// When the server fails.
pub fn serve(
    book: &Path,
    port: Port,
    open: bool,
    keep_up_to_date: impl FnOnce(Reload),
) -> Result<()> {
    let url = port.url();
    let (reload, _) = broadcast::channel(1);
    let app = app(book, reload.clone());
    tokio::runtime::Runtime::new()?.block_on(async {
        println!("The book is at {url} and follows what you save; Ctrl+C ends.");
        if open && let Err(error) = opener::open(&url) {
            eprintln!("no browser could be opened: {error}");
        }
        keep_up_to_date(Reload(reload));
        let first = axum::serve(tokio::net::TcpListener::from_std(port.first)?, app.clone());
        let Some(second) = port.second else {
            return Ok(first.await?);
        };
        let second = axum::serve(tokio::net::TcpListener::from_std(second)?, app);
        tokio::try_join!(first.into_future(), second.into_future())?;
        Ok(())
    })
}

/// Tells all open pages to reload.
#[derive(Clone)]
pub struct Reload(broadcast::Sender<()>);

impl Reload {
    /// Tells them now.
    pub fn now(&self) {
        // Nobody listens while no page is open.
        let _ = self.0.send(());
    }
}

fn app(book: &Path, reload: broadcast::Sender<()>) -> Router {
    let not_found = ServeFile::new(book.join("404.html"));
    let wait = get(move |upgrade: WebSocketUpgrade| {
        let words = reload.subscribe();
        async move { upgrade.on_upgrade(move |socket| tell(socket, words)) }
    });
    Router::new()
        .route(&format!("/{ENDPOINT}"), wait)
        .fallback_service(ServeDir::new(book).not_found_service(not_found))
}

/// Tells one page to reload when the book has been built anew.
async fn tell(mut socket: WebSocket, mut words: broadcast::Receiver<()>) {
    if words.recv().await.is_ok() {
        // A page that has gone needs no word.
        let _ = socket.send(Message::Text("reload".into())).await;
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
}
