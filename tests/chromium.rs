//! Chromium without a window, spoken to in the DevTools protocol.
//!
//! Commands and answers go through two pipes as JSON that ends with a zero
//! byte, so that there is no port to find and no web socket to open, and a
//! browser whose test was killed ends with its pipe.
//!
//! A browser is many processes. All but two are of the group of the first; the
//! two that report crashes have left it, and end when there is nobody left to
//! report on. Each of them holds the pipe of what goes wrong, so this pipe is at
//! its end when the last of them has gone, and nothing writes any more.

pub mod tab;

use crate::skip;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write, copy, sink, stderr};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::Duration;

/// How long the browser may take for one thing. It is long, since a machine may
/// be busy with other things, and only a test that fails waits for its end.
pub const PATIENCE: Duration = Duration::from_secs(300);

const FLAGS: [&str; 14] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    // A request to another machine is seen, and goes nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A running browser; it is ended when the last test that uses it ends.
pub struct Browser {
    child: Mutex<Child>,
    commands: Sender<Vec<u8>>,
    mailbox: Arc<Mailbox>,
    /// Closed when the last of its processes has ended.
    ended: Mutex<Receiver<()>>,
    last_id: AtomicU64,
    /// Where it keeps what it must.
    pub profile: PathBuf,
}

/// Where what the browser says is delivered to.
#[derive(Default)]
struct Mailbox {
    answers: Mutex<HashMap<u64, Sender<Value>>>,
    events: Mutex<HashMap<String, Sender<Value>>>,
}

impl Browser {
    /// The browser of this test run, or none if the machine has none.
    pub fn shared() -> Option<Arc<Browser>> {
        static SHARED: Mutex<Weak<Browser>> = Mutex::new(Weak::new());
        let mut shared = lock(&SHARED);
        if let Some(browser) = shared.upgrade() {
            return Some(browser);
        }
        let Some(program) = program() else {
            let how = "no Chromium: apt-get install chromium, or name one in CHROME";
            skip("the browser tests", how);
            return None;
        };
        let browser = Arc::new(Browser::start(&program));
        *shared = Arc::downgrade(&browser);
        Some(browser)
    }

    /// Starts a browser with nothing in its memory.
    pub fn start(program: &Path) -> Browser {
        static STARTED: AtomicU64 = AtomicU64::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let name = format!("book-tests-{}-{number}", std::process::id());
        let profile = env::temp_dir().join(name);
        // The protocol's pipes are the files 3 and 4, which a shell can open.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >&2"])
            .arg(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let stdin = child.stdin.take().expect("it is piped");
        let stdout = child.stdout.take().expect("it is piped");
        let errors = child.stderr.take().expect("it is piped");
        let (commands, waiting) = channel();
        let mailbox = Arc::new(Mailbox::default());
        let receiving = Arc::clone(&mailbox);
        let (running, ended) = channel();
        thread::spawn(move || send(&waiting, stdin));
        thread::spawn(move || drain(errors, running));
        thread::spawn(move || receiving.receive(stdout));
        let browser = Browser {
            child: Mutex::new(child),
            commands,
            mailbox,
            ended: Mutex::new(ended),
            last_id: AtomicU64::new(0),
            profile,
        };
        browser.call(None, "Browser.getVersion", json!({}));
        browser
    }

    /// Gives a command to the browser, or to one of its tabs, and returns the
    /// result.
    ///
    /// # Panics
    /// When the browser refuses it or does not answer in time.
    pub fn call(&self, session: Option<&str>, method: &str, params: Value) -> Value {
        let id = self.last_id.fetch_add(1, Ordering::Relaxed) + 1;
        let (sender, answer) = channel();
        lock(&self.mailbox.answers).insert(id, sender);
        let mut command = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            command["sessionId"] = json!(session);
        }
        let mut bytes = command.to_string().into_bytes();
        bytes.push(0);
        // If nobody takes it, nobody answers it either.
        let _ = self.commands.send(bytes);
        let answer = answer.recv_timeout(PATIENCE);
        let mut answer =
            answer.unwrap_or_else(|error| panic!("no answer to {method} from Chromium: {error}"));
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Its number among the processes of this machine.
    pub fn id(&self) -> u32 {
        lock(&self.child).id()
    }

    /// What happens in a tab from now on.
    pub fn events(&self, session: &str) -> Receiver<Value> {
        let (sender, events) = channel();
        lock(&self.mailbox.events).insert(session.to_owned(), sender);
        events
    }

    /// Forgets a tab.
    pub fn forget(&self, session: &str) {
        lock(&self.mailbox.events).remove(session);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let mut child = lock(&self.child);
        // The number of a group is that of its first process. It may have ended
        // by itself.
        let kill = format!("kill -s KILL -- -{}", child.id());
        let _ = Command::new("sh")
            .args(["-c", &kill])
            .stderr(Stdio::null())
            .status();
        let _ = child.wait();
        let ended = lock(&self.ended).recv_timeout(PATIENCE);
        if ended == Err(RecvTimeoutError::Timeout) {
            let _ = writeln!(stderr(), "a process of Chromium does not end");
        }
        if let Err(error) = fs::remove_dir_all(&self.profile) {
            let _ = writeln!(stderr(), "{}: {error}", self.profile.display());
        }
    }
}

impl Mailbox {
    fn receive(&self, stdout: ChildStdout) {
        let mut reader = BufReader::new(stdout);
        let mut message = Vec::new();
        while reader
            .read_until(0, &mut message)
            .is_ok_and(|read| read > 0)
        {
            let text = message.strip_suffix(&[0]).unwrap_or(&message);
            if let Ok(value) = serde_json::from_slice::<Value>(text) {
                self.deliver(value);
            }
            message.clear();
        }
        // Whoever still waits need not wait for longer.
        lock(&self.answers).clear();
        lock(&self.events).clear();
    }

    /// A receiver that has gone away needs nothing.
    fn deliver(&self, value: Value) {
        if let Some(id) = value["id"].as_u64() {
            if let Some(sender) = lock(&self.answers).remove(&id) {
                let _ = sender.send(value);
            }
        } else if let Some(session) = value["sessionId"].as_str() {
            let events = lock(&self.events);
            if let Some(sender) = events.get(session) {
                let _ = sender.send(value);
            }
        }
    }
}

fn send(commands: &Receiver<Vec<u8>>, mut stdin: ChildStdin) {
    while let Ok(bytes) = commands.recv() {
        if stdin
            .write_all(&bytes)
            .and_then(|()| stdin.flush())
            .is_err()
        {
            return;
        }
    }
}

/// Takes what nobody wants to read, for as long as somebody may write it.
fn drain(mut errors: ChildStderr, running: Sender<()>) {
    let _ = copy(&mut errors, &mut sink());
    drop(running);
}

/// A test that has failed leaves nothing half done here.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The browser that CHROME names, or that is on the path.
pub fn program() -> Option<PathBuf> {
    if let Some(program) = env::var_os("CHROME") {
        return Some(program.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut programs = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    programs.find(|program| program.is_file())
}
