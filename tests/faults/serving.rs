//! The server: which book its address leads to, and what makes it build anew.

use super::program::{program, write};
use book_tests::checks::small::{PAGE, SmallBook};
use book_tests::files;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::os::unix::fs::symlink;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// So long may a machine with much to do take for one build.
const PATIENCE: Duration = Duration::from_secs(300);

/// A running server, for as long as it is held.
struct Server {
    child: Child,
    /// What it prints and what it complains of, line by line.
    lines: Receiver<String>,
    /// `localhost:3000`.
    host: String,
}

impl Server {
    #[track_caller]
    fn start(book: &SmallBook, port: u16) -> Server {
        book.materialise();
        let mut program = program(book);
        program.args(["serve", "--port", &port.to_string()]);
        let mut child = program
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let (sender, lines) = channel();
        let outputs: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("a pipe")),
            Box::new(child.stderr.take().expect("a pipe")),
        ];
        for output in outputs {
            let sender = sender.clone();
            thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        let mut server = Server {
            child,
            lines,
            host: String::new(),
        };
        assert!(server.next_line().starts_with("Building the book"));
        let line = server.next_line();
        let host = line.strip_prefix("The book is at http://");
        let host = host.and_then(|rest| rest.split(' ').next());
        server.host = host.unwrap_or_else(|| panic!("{line}")).to_owned();
        server
    }

    #[track_caller]
    fn next_line(&self) -> String {
        let line = self.lines.recv_timeout(PATIENCE);
        line.expect("the server prints a line")
    }

    /// Fails unless the next thing that the server says is that it has built
    /// the book for this file.
    #[track_caller]
    fn builds_for(&self, file: &str) {
        let line = self.next_line();
        assert!(line.starts_with(&format!("{file}: built in ")), "{line}");
    }

    /// What a browser gets from the address that was printed.
    #[track_caller]
    fn get(&self, path: &str) -> String {
        get(&self.host, path)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer of a server, head and body.
#[track_caller]
fn get(host: &str, path: &str) -> String {
    let stream = TcpStream::connect(host);
    let mut stream = stream.unwrap_or_else(|error| panic!("{host}: {error}"));
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n").expect("it listens");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers");
    String::from_utf8_lossy(&answer).into_owned()
}

/// A program that has a port already, and answers what nobody asked for.
fn another_program(listener: TcpListener) -> u16 {
    let port = listener.local_addr().expect("it is bound").port();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.0 200 OK\r\n\r\nanother program");
        }
    });
    port
}

/// What the program says when it ends instead of serving.
#[track_caller]
fn not_served(book: &SmallBook, port: u16) -> String {
    let port = port.to_string();
    let output = program(book)
        .args(["--port", &port])
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        !output.status.success() && output.stdout.is_empty(),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

/// Fails unless the address that was printed leads to the book, and by its name
/// to nothing else: which of its two addresses a browser tries first is its own
/// affair.
#[track_caller]
fn leads_to_the_book(server: &Server) {
    let (name, port) = server.host.split_once(':').expect("a port");
    let names = match name {
        "localhost" => vec!["127.0.0.1", "[::1]"],
        other => vec![other],
    };
    for name in names {
        let page = get(&format!("{name}:{port}"), "basics/means.html");
        assert!(page.contains("Small book"), "{name}: {page}");
    }
}

#[test]
fn the_address_leads_to_the_book_whoever_else_listens() {
    let book = SmallBook::copy("served-beside-another");
    let other = TcpListener::bind((Ipv6Addr::LOCALHOST, 0));
    // A machine without the second address has nobody who listens there.
    let port = other.map_or(0, another_program);
    leads_to_the_book(&Server::start(&book, port));
}

#[test]
fn the_address_leads_to_the_book_when_nobody_else_listens() {
    let book = SmallBook::copy("served-alone");
    leads_to_the_book(&Server::start(&book, 0));
}

#[test]
fn a_port_that_is_taken_is_not_built_for() {
    let book = SmallBook::copy("served-nowhere");
    book.materialise();
    for address in [Ipv4Addr::LOCALHOST, Ipv4Addr::UNSPECIFIED] {
        let other = TcpListener::bind((address, 0)).expect("a free port");
        let said = not_served(&book, another_program(other));
        assert!(said.contains("taken by another program"), "{said}");
    }
    assert!(!book.root().join("target").exists());
}

/// Writes a file of the book so that nobody sees a half of it, or none.
#[track_caller]
fn save(book: &SmallBook, file: &str, text: &str) {
    let beside = book.root().join("target/fresh");
    write(&beside, text);
    fs::rename(&beside, book.root().join(file)).expect("renamed");
}

/// Saves a page with one more sentence.
#[track_caller]
fn save_with(book: &SmallBook, page: &str, sentence: &str) {
    save(book, page, &format!("{}\n{sentence}\n", book.text(page)));
}

#[test]
fn a_settings_file_that_is_replaced_is_noticed_each_time() {
    let book = SmallBook::copy("served-settings");
    let server = Server::start(&book, 0);
    for title in ["First", "Second", "Third"] {
        let settings = book.text("book.toml").replace("Small book", title);
        save(&book, "book.toml", &settings);
        server.builds_for("book.toml");
        assert!(server.get("").contains(title));
    }
}

#[test]
fn a_folder_that_is_replaced_is_watched_as_well() {
    let book = SmallBook::copy("served-folder");
    let server = Server::start(&book, 0);
    let (src, old) = (book.root().join("src"), book.root().join("target/old"));
    let copy = book.root().join("target/copy");
    for round in ["first", "second"] {
        for file in files(&src, "") {
            let text = fs::read_to_string(&file).expect("a text");
            write(
                &copy.join(file.strip_prefix(&src).expect("it is below")),
                &text,
            );
        }
        fs::rename(&src, &old).expect("renamed");
        fs::rename(&copy, &src).expect("renamed");
        fs::remove_dir_all(&old).expect("removed");
        while !server.next_line().contains(": built in ") {}
        let sentence = format!("The {round} round.");
        save_with(&book, PAGE, &sentence);
        while !server.get("basics/means.html").contains(&sentence) {
            server.next_line();
        }
    }
}

#[test]
fn each_editor_saves_the_page_and_nothing_else() {
    let book = SmallBook::copy("served-editors");
    let server = Server::start(&book, 0);
    let page = book.root().join(PAGE);
    let beside = |name: &str| page.with_file_name(name);

    // Vim: a swap file that stays, a test of the folder, a backup.
    write(&beside(".means.md.swp"), "swap");
    write(&beside("4913"), "");
    fs::remove_file(beside("4913")).expect("removed");
    fs::hard_link(&page, beside("means.md~")).expect("a backup");
    save_with(&book, PAGE, "Saved by the first.");
    server.builds_for(PAGE);
    assert!(server.get("basics/means.html").contains("by the first."));

    // Emacs: a lock that leads nowhere and a copy of what is not saved yet,
    // while another page is saved.
    symlink("nobody@nowhere.1", beside(".#means.md")).expect("a link");
    write(&beside("#means.md#"), "not saved");
    save_with(&book, "src/running.md", "Saved by the second.");
    server.builds_for("src/running.md");
    assert!(server.get("running.html").contains("by the second."));

    // Others write the new text beside the page and rename it.
    for (name, editor) in [
        ("means.md.tmp.31415", "third"),
        ("means.md___jb_tmp___", "fourth"),
        (".goutputstream-X1", "fifth"),
    ] {
        let text = format!("{}\nSaved by the {editor}.\n", book.text(PAGE));
        write(&beside(name), &text);
        fs::rename(beside(name), &page).expect("renamed");
        server.builds_for(PAGE);
        let sentence = format!("by the {editor}.");
        assert!(server.get("basics/means.html").contains(&sentence));
    }

    for name in [
        ".means.md.swp",
        "means.md~",
        "%23means.md%23",
        ".%23means.md",
    ] {
        let answer = server.get(&format!("basics/{name}"));
        let status = answer.lines().next().unwrap_or_default();
        assert!(status.contains(" 404 "), "{name} is served: {status}");
    }
    assert!(server.lines.try_recv().is_err(), "built once too often");
}

#[test]
fn two_servers_do_not_touch_each_other_s_book() {
    let book = SmallBook::copy("served-by-two");
    let servers = [Server::start(&book, 0), Server::start(&book, 0)];
    for round in 1..=3 {
        let sentence = format!("Round {round}.");
        save_with(&book, PAGE, &sentence);
        for server in &servers {
            server.builds_for(PAGE);
            assert!(server.get("basics/means.html").contains(&sentence));
        }
    }
    let folders = fs::read_dir(book.root().join("target/served")).expect("a folder");
    assert!(folders.count() >= 2);
    let [first, second] = servers;
    drop(first);
    save_with(&book, PAGE, "The last round.");
    second.builds_for(PAGE);
    assert!(second.get("basics/means.html").contains("The last round."));
}
