//! A page that is open in the browser, as one kind of reader has it.

use super::{Browser, PATIENCE};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// So many looks that only a test that fails makes them all.
pub const MOST_LOOKS: usize = 1500;

/// What lies between two looks, in milliseconds.
const BETWEEN: u64 = 20;

/// What the reader has in hand.
#[derive(Clone, Copy, Debug)]
pub struct Device {
    /// The width of the window, in pixels.
    pub width: u32,
    /// Whether it is a phone, whose window grows with what is in it.
    pub phone: bool,
    /// Whether scripts run.
    pub scripts: bool,
}

/// What a style sheet asks about the reader.
#[derive(Clone, Copy, Debug, Default)]
pub struct Media {
    /// Whether the page is to be printed.
    pub print: bool,
    /// Whether the reader prefers dark pages.
    pub dark: bool,
    /// Whether the reader wants less motion.
    pub less_motion: bool,
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// Moves the focus on.
    Tab,
    /// Follows a link, presses a button.
    Enter,
    /// Presses a button, chooses an option.
    Space,
    /// Moves on within a group of options.
    Down,
    /// Moves back within it, and a number up.
    Up,
    /// Empties a field whose text is marked.
    Delete,
}

/// An open page. Each has a storage of its own, empty at first.
pub struct Tab {
    /// The address of the server, with a slash at the end.
    pub home: String,
    /// What it is read on.
    pub device: Device,
    /// How many looks at the page may find that something is still to come. Looks
    /// are counted and not seconds, since a busy machine is slow at both.
    pub most_looks: usize,
    browser: Arc<Browser>,
    context: Value,
    session: String,
    events: Receiver<Value>,
    seen: RefCell<Vec<Value>>,
}

impl Tab {
    /// Opens an empty page, for the pages of a server.
    pub fn new(browser: Arc<Browser>, home: &str, device: Device) -> Tab {
        let answer = browser.call(None, "Target.createBrowserContext", json!({}));
        let context = answer["browserContextId"].clone();
        let target = json!({ "url": "about:blank", "browserContextId": context });
        let target = browser.call(None, "Target.createTarget", target)["targetId"].take();
        let attach = json!({ "targetId": target, "flatten": true });
        let answer = browser.call(None, "Target.attachToTarget", attach);
        let session = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        let events = browser.events(&session);
        let tab = Tab {
            home: home.to_owned(),
            device,
            most_looks: MOST_LOOKS,
            browser,
            context,
            session,
            events,
            seen: RefCell::default(),
        };
        for domain in ["Page", "Runtime", "Log", "Network"] {
            tab.call(&format!("{domain}.enable"), json!({}));
        }
        let screen = json!({
            "width": device.width, "height": 800,
            "deviceScaleFactor": 1, "mobile": device.phone,
        });
        tab.call("Emulation.setDeviceMetricsOverride", screen);
        tab.media(Media::default());
        // Several tabs are open at once, and each is read as if it had the focus.
        tab.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        );
        let disabled = json!({ "value": !device.scripts });
        tab.call("Emulation.setScriptExecutionDisabled", disabled);
        tab
    }

    /// Goes to a page of the server, and waits until nothing moves any more.
    pub fn open(&self, path: &str) {
        let url = format!("{}{path}", self.home);
        self.collect();
        self.seen.borrow_mut().clear();
        let answer = self.call("Page.navigate", json!({ "url": url }));
        assert!(answer.get("errorText").is_none(), "{url}: {answer}");
        let end = Instant::now() + PATIENCE;
        while !self.loaded() {
            let left = end.saturating_duration_since(Instant::now());
            let event = self.events.recv_timeout(left);
            let event = event.unwrap_or_else(|error| panic!("{url} does not load: {error}"));
            self.seen.borrow_mut().push(event);
        }
        // Without scripts there are no promises to wait for.
        if self.device.scripts {
            self.settle();
        }
    }

    /// Looks at the page until it is as wanted or patience is at its end, and
    /// returns what was seen last. While the page still asks for something, looks
    /// are not counted.
    pub fn wait<T>(&self, look: impl Fn() -> T, wanted: impl Fn(&T) -> bool) -> T {
        let end = Instant::now() + PATIENCE;
        let mut looks = 0;
        loop {
            let seen = look();
            let over = looks >= self.most_looks || Instant::now() > end;
            if wanted(&seen) || over {
                return seen;
            }
            looks += usize::from(!self.asks());
            self.pass(Duration::from_millis(BETWEEN));
        }
    }

    /// Lets some time go by, and a frame, for the page as for the test.
    pub fn pass(&self, time: Duration) {
        // Without scripts there are no promises to wait for.
        if !self.device.scripts {
            sleep(time);
            return;
        }
        let time = time.as_secs_f64() * 1000.0;
        let passed: bool = self.evaluate(&format!(
            "Promise.all([new Promise(r => setTimeout(r, {time})), \
             new Promise(requestAnimationFrame)]).then(() => true)"
        ));
        assert!(passed);
    }

    /// Whether the page waits for the answer to a request.
    fn asks(&self) -> bool {
        self.collect();
        let seen = self.seen.borrow();
        let ids = |methods: &'static [&str]| {
            let of = seen.iter().filter(|event| {
                let method = event["method"].as_str();
                method.is_some_and(|method| methods.contains(&method))
            });
            of.filter_map(|event| event["params"]["requestId"].as_str())
        };
        let done = ids(&["Network.loadingFinished", "Network.loadingFailed"]);
        let done: HashSet<_> = done.collect();
        ids(&["Network.requestWillBeSent"]).any(|id| !done.contains(id))
    }

    /// Waits until the fonts are there and what follows from them is drawn.
    pub fn settle(&self) {
        let frames = "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))";
        let script = format!("document.fonts.ready.then(() => {frames}).then(() => true)");
        let settled: bool = self.evaluate(&script);
        assert!(settled);
    }

    /// What a script evaluates to.
    ///
    /// # Panics
    /// When the script throws.
    pub fn evaluate<T: DeserializeOwned>(&self, script: &str) -> T {
        let expression = json!({
            "expression": script, "returnByValue": true, "awaitPromise": true,
        });
        let mut answer = self.call("Runtime.evaluate", expression);
        let thrown = &answer["exceptionDetails"];
        let start: String = script.chars().take(200).collect();
        assert!(thrown.is_null(), "{start}: {thrown}");
        let value = answer["result"]["value"].take();
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{start}: {error}"))
    }

    /// Presses a key and lets it go.
    pub fn press(&self, key: Key) {
        let (name, code, number, text) = match key {
            Key::Tab => ("Tab", "Tab", 9, ""),
            Key::Enter => ("Enter", "Enter", 13, "\r"),
            Key::Space => (" ", "Space", 32, " "),
            Key::Down => ("ArrowDown", "ArrowDown", 40, ""),
            Key::Up => ("ArrowUp", "ArrowUp", 38, ""),
            Key::Delete => ("Delete", "Delete", 46, ""),
        };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let event = json!({
                "type": kind, "key": name, "code": code,
                "windowsVirtualKeyCode": number, "text": text,
            });
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Types into the field that has the focus.
    pub fn write(&self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Clicks at a place in the window.
    pub fn click(&self, x: f64, y: f64) {
        for kind in ["mousePressed", "mouseReleased"] {
            self.mouse(kind, [x, y], true);
        }
    }

    /// What the mouse does at a place in the window, with its button held or not.
    pub fn mouse(&self, kind: &str, [x, y]: [f64; 2], held: bool) {
        let button = if held { "left" } else { "none" };
        let event = json!({
            "type": kind, "x": x, "y": y,
            "button": button, "buttons": u8::from(held), "clickCount": 1,
        });
        self.call("Input.dispatchMouseEvent", event);
    }

    /// What a finger does, at a place in the window unless it leaves.
    pub fn touch(&self, kind: &str, at: Option<[f64; 2]>) {
        let points: Vec<_> = at.iter().map(|[x, y]| json!({ "x": x, "y": y })).collect();
        let event = json!({ "type": kind, "touchPoints": points });
        self.call("Input.dispatchTouchEvent", event);
    }

    /// Shows the page on another medium, or to a reader with other wishes.
    pub fn media(&self, media: Media) {
        let choose = |wish: bool, [yes, no]: [&'static str; 2]| if wish { yes } else { no };
        let media = json!({
            "media": choose(media.print, ["print", ""]),
            "features": [
                {
                    "name": "prefers-color-scheme",
                    "value": choose(media.dark, ["dark", "light"]),
                },
                {
                    "name": "prefers-reduced-motion",
                    "value": choose(media.less_motion, ["reduce", "no-preference"]),
                },
            ],
        });
        self.call("Emulation.setEmulatedMedia", media);
    }

    /// What the page has reported and asked for since it was opened: the
    /// events of these methods.
    pub fn events(&self, methods: &[&str]) -> Vec<Value> {
        self.collect();
        let seen = self.seen.borrow();
        let wanted = seen.iter().filter(|event| {
            let method = event["method"].as_str();
            method.is_some_and(|method| methods.contains(&method))
        });
        wanted.cloned().collect()
    }

    fn collect(&self) {
        self.seen.borrow_mut().extend(self.events.try_iter());
    }

    fn loaded(&self) -> bool {
        let seen = self.seen.borrow();
        seen.iter()
            .any(|event| event["method"] == "Page.loadEventFired")
    }

    /// Gives a command to this page, and returns the result.
    pub fn call(&self, method: &str, params: Value) -> Value {
        self.browser.call(Some(&self.session), method, params)
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.browser.forget(&self.session);
        // In a test that fails because of the browser this would fail again.
        if !std::thread::panicking() {
            let context = json!({ "browserContextId": self.context });
            self.browser
                .call(None, "Target.disposeBrowserContext", context);
        }
    }
}
