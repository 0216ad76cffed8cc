//! A server of the files in a folder, for as long as it is held.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// A running server.
pub struct Server {
    /// Its address, which ends with a slash.
    pub url: String,
    address: SocketAddr,
    ended: Arc<AtomicBool>,
}

impl Server {
    /// Serves the files in a folder on a free port of this machine, below a
    /// path that begins and ends with a slash.
    pub fn start(folder: &Path, below: &str) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listener = listener.unwrap_or_else(|error| panic!("no port: {error}"));
        let address = listener.local_addr().expect("it is bound");
        let ended = Arc::new(AtomicBool::new(false));
        let site = Arc::new((folder.to_owned(), below.to_owned()));
        let stop = Arc::clone(&ended);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let site = Arc::clone(&site);
                // A browser that hangs up needs no answer.
                thread::spawn(move || drop(answer(stream, &site.0, &site.1)));
            }
        });
        Server {
            url: format!("http://{address}{below}"),
            address,
            ended,
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // The listener wakes up for one more visitor.
        let _ = TcpStream::connect(self.address);
    }
}

fn answer(mut stream: TcpStream, folder: &Path, below: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request must be read, or the answer may be lost.
    while !lines.next().transpose()?.unwrap_or_default().is_empty() {}
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let file = path.strip_prefix(below).map(|path| file(folder, path));
    let file = file.unwrap_or_default();
    let (status, body) = match fs::read(&file) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let kind = kind(&file);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// Where a path of the server leads.
pub fn file(folder: &Path, path: &str) -> PathBuf {
    match path {
        "" => folder.join("index.html"),
        _ if path.split('/').any(|part| part == "..") => PathBuf::new(),
        _ => folder.join(path),
    }
}

/// What a browser is told of a file.
pub fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
