//! How soon each page can be read on a slow phone, and with `--rivals` chapter 1
//! beside mdBook's stock theme with KaTeX, and the stock theme with MathJax.
//!
//! ```console
//! npm install --prefix target/rivals katex@0.16.4 mathjax@3
//! cargo run -p book-tests --example page_speed
//! cargo run -p book-tests --example page_speed -- --rivals
//! ```
//!
//! With rivals the text is the same three times, as `cargo run -- build` binds it:
//! * (a) this book;
//! * (b) the stock theme with its fonts and scripts, the formulas of (a), and
//!   KaTeX's whole style sheet and fonts;
//! * (c) the stock theme, the formulas as TeX, and MathJax's `tex-chtml.js`.
//!
//! The phone is Chromium with a window of 360 x 640 at two device pixels a
//! pixel, a processor slowed down four times, and the network of DevTools'
//! "Slow 4G": 562.5 ms for each request, 1.44 Mbit/s down, 675 kbit/s up. Each
//! run has a browser of its own and no cache. One server serves all versions;
//! it compresses text with gzip. It speaks HTTP/1.1, so that six requests are
//! under way at a time, which is the harder the more requests a page makes.
//!
//! **Readable maths**: the first frame, not before the first contentful paint,
//! in which the page fills the first window or is read to its end, no TeX
//! stands there outside code, there is a formula or all is read, each formula (`.katex-html`,
//! `mjx-math`) has a box that is not empty, and for each glyph in it the web
//! fonts that its style names are loaded, in its weight and style.
//! **KB**: a thousand bytes, heads of answers included, until nothing has
//! moved for two seconds. **Shift**: cumulative layout shift, without scrolling.
//! **Nodes**: the elements of the page. **Loaded**: until DOMContentLoaded ends.
//! Of five runs each, in turn, the table has the medians; of each page alone, of
//! three. A page that is known to shift comes first, so that a shift of nought
//! means something.

mod rivals;

use book_tests::chromium::Browser;
use book_tests::chromium::tab::{Device, Tab};
use book_tests::server::Server;
use rivals::Version;
use serde::Deserialize;
use serde_json::json;
use std::error::Error;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

const RUNS: usize = 5;
const QUIET: Duration = Duration::from_secs(2);

const PHONE: Device = Device {
    width: 360,
    phone: true,
    scripts: true,
};

/// What the script in the page says.
#[derive(Deserialize)]
struct Said {
    readable: Option<f64>,
    missing: String,
    loaded: f64,
    nodes: f64,
    shift: f64,
    formulas: usize,
    refused: usize,
}

struct Run {
    readable: f64,
    loaded: f64,
    nodes: f64,
    kilobytes: f64,
    requests: f64,
    shift: f64,
    formulas: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let packages = rivals::folder().join("node_modules");
    if !packages.join("katex").exists() || !packages.join("mathjax").exists() {
        return Err("npm install --prefix target/rivals katex@0.16.4 mathjax@3 comes first".into());
    }
    let with_rivals = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--rivals") => true,
        Some(other) => return Err(format!("{other:?} is not --rivals").into()),
    };
    let chapters = book_tests::chapters(book_tests::root());
    let pages: Vec<_> = chapters.into_iter().map(|chapter| chapter.html).collect();
    let first = pages.first().ok_or("the book has no chapter")?;
    let ours = rivals::ours()?;
    let server = Server::start(&rivals::folder(), "/");
    if !(0.1..1.0).contains(&run(&server.url, rivals::SHIFTING)?.shift) {
        return Err("a page that is known to shift does not seem to".into());
    }
    match with_rivals {
        true => beside_rivals(&server, ours, first),
        false => each(&server, &ours, &pages),
    }
}

/// The values of some runs, in ascending order.
fn sorted(runs: &[Run], value: fn(&Run) -> f64) -> Vec<f64> {
    let mut values: Vec<_> = runs.iter().map(value).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// A line for each page of this book.
fn each(server: &Server, ours: &Version, pages: &[String]) -> Result<(), Box<dyn Error>> {
    println!("| page | readable maths, s | loaded, s | KB | nodes | shift |");
    println!("|---|---|---|---|---|---|");
    for page in pages {
        let address = format!("{}/{page}", ours.folder);
        let runs: Result<Vec<_>, _> = (0..3).map(|_| run(&server.url, &address)).collect();
        let runs = runs?;
        let middle = |value| sorted(&runs, value)[1];
        println!(
            "| {page} | {:.2} | {:.2} | {:.0} | {} | {:.3} |",
            middle(|run| run.readable),
            middle(|run| run.loaded),
            middle(|run| run.kilobytes),
            middle(|run| run.nodes),
            middle(|run| run.shift),
        );
    }
    Ok(())
}

/// A line for each version of a page.
fn beside_rivals(server: &Server, ours: Version, page: &str) -> Result<(), Box<dyn Error>> {
    let mut versions = vec![ours];
    versions.extend(rivals::others()?);
    let mut runs: Vec<Vec<Run>> = versions.iter().map(|_| Vec::new()).collect();
    for _ in 0..RUNS {
        for (version, runs) in versions.iter().zip(&mut runs) {
            runs.push(run(&server.url, &format!("{}/{page}", version.folder))?);
        }
    }
    let formulas = runs[0][0].formulas;
    if runs.iter().flatten().any(|run| run.formulas != formulas) {
        return Err("the versions do not have the same formulas".into());
    }
    println!("{page}: {formulas} formulas, medians of {RUNS} runs\n");
    println!("| version | readable maths, s | from, to | KB | requests | shift | at worst |");
    println!("|---|---|---|---|---|---|---|");
    for (version, runs) in versions.iter().zip(&runs) {
        let of = |value| sorted(runs, value);
        let (seconds, shifts) = (of(|run| run.readable), of(|run| run.shift));
        println!(
            "| {} | {:.2} | {:.2}, {:.2} | {:.0} | {:.0} | {:.3} | {:.3} |",
            version.name,
            seconds[RUNS / 2],
            seconds[0],
            seconds[RUNS - 1],
            of(|run| run.kilobytes)[RUNS / 2],
            of(|run| run.requests)[RUNS / 2],
            shifts[RUNS / 2],
            shifts[RUNS - 1],
        );
    }
    Ok(())
}

/// Loads a page in a new browser, which ends with the last tab.
fn run(home: &str, page: &str) -> Result<Run, Box<dyn Error>> {
    let browser = Browser::shared().ok_or("and without it there is nothing to measure")?;
    let tab = Tab::new(Arc::clone(&browser), home, PHONE);
    let screen = json!({ "width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": true });
    tab.call("Emulation.setDeviceMetricsOverride", screen);
    tab.call("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    tab.call("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let network = json!({
        "offline": false,
        "latency": 150.0 * 3.75,
        "downloadThroughput": 1.6e6 / 8.0 * 0.9,
        "uploadThroughput": 750e3 / 8.0 * 0.9,
    });
    tab.call("Network.emulateNetworkConditions", network);
    let script = json!({ "source": include_str!("scripts/speed.js") });
    tab.call("Page.addScriptToEvaluateOnNewDocument", script);
    tab.open(page);

    wait(&tab);
    let said: Said = tab.evaluate("pageSpeed()");
    if said.refused > 0 {
        return Err(format!("{page}: {} formulas are refused", said.refused).into());
    }
    let finished = tab.events(&["Network.loadingFinished"]);
    let bytes = finished
        .iter()
        .filter_map(|event| event["params"]["encodedDataLength"].as_f64());
    // What comes from the page itself, such as a picture in its style sheet, has none.
    let bytes: Vec<_> = bytes.filter(|bytes| *bytes > 0.0).collect();
    Ok(Run {
        readable: said
            .readable
            .ok_or_else(|| format!("{page} does not become readable: {}", said.missing))?,
        loaded: said.loaded,
        nodes: said.nodes,
        kilobytes: bytes.iter().sum::<f64>() / 1000.0,
        requests: bytes.len() as f64,
        shift: said.shift,
        formulas: said.formulas,
    })
}

/// Until the maths is readable and nothing has moved for a while.
fn wait(tab: &Tab) {
    let mut before = 0;
    for _ in 0..30 {
        sleep(QUIET);
        // The answer comes when the page has time for it.
        let readable: bool = tab.evaluate("pageSpeed().readable !== null");
        let requests = tab.events(&["Network.requestWillBeSent", "Network.loadingFinished"]);
        if readable && requests.len() == before {
            return;
        }
        before = requests.len();
    }
}
