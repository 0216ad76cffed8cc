//! The real server, and a page that waits for its word.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running server, for as long as it is held.
pub struct Server {
    child: Child,
    /// `localhost:3000`.
    host: String,
}

/// The connection of an open page.
pub struct Reload(TcpStream);

impl Server {
    /// Serves the book below `root` at a free port.
    pub fn start(root: &Path) -> Result<Server> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["serve", "--port", "0"])
            .current_dir(root)
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().context("a pipe")?;
        let mut server = Server {
            child,
            host: String::new(),
        };
        let mut lines = BufReader::new(output).lines();
        for line in &mut lines {
            let line = line?;
            if let Some((_, rest)) = line.split_once("http://") {
                server.host = rest.split(' ').next().unwrap_or_default().to_owned();
                break;
            }
        }
        ensure!(!server.host.is_empty(), "the server does not start");
        // A server whose words nobody reads would stop one day.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(server)
    }

    /// Opens a connection as a page does that wants to know when to reload.
    pub fn wait_for_reload(&self) -> Result<Reload> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(
            stream,
            "GET /{} HTTP/1.1\r\nHost: {}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            bookbinder::serve::ENDPOINT,
            self.host
        )?;
        let mut answer = Vec::new();
        read_until(&mut stream, &mut answer, b"\r\n\r\n")?;
        ensure!(answer.starts_with(b"HTTP/1.1 101 "), "no page can wait");
        Ok(Reload(stream))
    }

    /// What a browser gets.
    pub fn get(&self, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(
            stream,
            "GET /{path} HTTP/1.0\r\nHost: {}\r\n\r\n",
            self.host
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reload {
    /// Waits for the word.
    pub fn arrives(mut self) -> Result<()> {
        read_until(&mut self.0, &mut Vec::new(), b"reload")
    }
}

fn read_until(stream: &mut TcpStream, read: &mut Vec<u8>, end: &[u8]) -> Result<()> {
    let mut byte = [0];
    while !read.ends_with(end) {
        stream.read_exact(&mut byte)?;
        read.push(byte[0]);
    }
    Ok(())
}
