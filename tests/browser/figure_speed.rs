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

use book_tests::chromium::Browser;
use book_tests::chromium::tab::{Device, Tab};
use book_tests::placed::placed;
use book_tests::server::Server;
use book_tests::{built, files};
use serde::Deserialize;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

const DESKTOP: Device = Device {
    width: 1280,
    phone: false,
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
    let server = Server::start(built(), "/");
    println!("| figure | median, ms | p95, ms | nodes | at most |");
    println!("|---|---|---|---|---|");
    for figure in placed() {
        let tab = Tab::new(Arc::clone(&browser), &server.url, DESKTOP);
        tab.open(&figure.page);
        let moving = &figure.moving;
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
    let scripts = files(built(), ".js").into_iter();
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
