//! How long the figures that move take to be drawn anew, and how much there is
//! to load before they move.
//!
//! ```console
//! cargo run -p book-tests --example figure_speed
//! ```
//!
//! For each figure, at a hundred places of its tour: the time from the numbers
//! to the picture, that is the call of `drawFigure`, the new content of the
//! `svg` element, and its layout. What follows a layout, the painting, is not
//! in it. A clock in a page is coarse, so each time is a mean of several
//! redraws; the table has the median and the 95th percentile of the places,
//! in milliseconds. **Nodes**: the elements of the drawing at first, and at
//! most. Chromium has a window of 1280 pixels on this machine, and nothing is
//! slowed down; a slow phone takes four times as long or more.

#[expect(dead_code, reason = "the tests of figures need more of it")]
mod cases;
#[expect(dead_code, reason = "the tests of pages need more of it")]
mod chrome;
mod server;
#[expect(dead_code, reason = "the tests of pages need more of it")]
mod tab;

use book_tests::{book, files};
use cases::cases;
use chrome::Browser;
use serde::Deserialize;
use server::Server;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use tab::{Look, Tab};

const DESK: Look = Look {
    width: 1280,
    phone: false,
    dark: false,
    scripts: true,
};

const PLACES: usize = 100;

/// What the script in the page says.
#[derive(Deserialize)]
struct Measured {
    milliseconds: Vec<f64>,
    nodes: Vec<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let browser = Browser::shared().ok_or("and without it there is nothing to measure")?;
    let cases = cases();
    let book = book();
    let server = Server::start(&book.folder, "/");
    println!("| figure | median, ms | p95, ms | nodes | at most |");
    println!("|---|---|---|---|---|");
    for case in &cases {
        let tab = Tab::new(Arc::clone(&browser), &server.url, DESK);
        tab.open(&case.page);
        let moving = &case.moving;
        let tour = moving.tour(PLACES);
        // The last hundred are all over; the ones before are at the ends.
        let tour = &tour[tour.len() - PLACES..];
        let script = include_str!("scripts/redraw.js");
        let call = format!("redraws({:?}, {tour:?})", moving.id);
        let measured: Measured = tab.evaluate(&format!("(() => {{ {script} return {call}; }})()"));
        let mut times = measured.milliseconds;
        times.sort_by(f64::total_cmp);
        println!(
            "| {} | {:.2} | {:.2} | {} | {} |",
            moving.id,
            times[times.len() / 2],
            times[times.len() * 95 / 100],
            measured.nodes.first().ok_or("nothing is drawn")?,
            measured.nodes.iter().max().ok_or("nothing is drawn")?,
        );
    }
    println!("\n| file | KB | KB with gzip |");
    println!("|---|---|---|");
    let scripts = files(&book.folder, ".js").into_iter();
    let name = |file: &std::path::Path| {
        file.file_name()
            .map(|name| name.to_string_lossy().into_owned())
    };
    for file in scripts {
        let name = name(&file).unwrap_or_default();
        if name.starts_with("figures-") {
            size(&name, fs::read(&file)?)?;
        }
    }
    Ok(())
}

/// Prints how long a file is.
fn size(name: &str, bytes: Vec<u8>) -> Result<(), Box<dyn Error>> {
    let length = bytes.len();
    let mut gzip = Command::new("gzip")
        .args(["-9", "-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = gzip.stdin.take().ok_or("gzip takes nothing")?;
    let written = thread::spawn(move || input.write_all(&bytes));
    let small = gzip.wait_with_output()?.stdout.len();
    written.join().map_err(|_| "gzip ends early")??;
    let kilobytes = |length: usize| length as f64 / 1000.0;
    println!(
        "| {name} | {:.1} | {:.1} |",
        kilobytes(length),
        kilobytes(small)
    );
    Ok(())
}
