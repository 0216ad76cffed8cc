//! A page for a second reader: as text, with formulas as TeX, and as pictures.
//!
//! ```console
//! cargo run -p book-tests --example page -- linear-algebra-basics/vectors
//! ```
//!
//! writes `target/page/vectors.txt`, with every fold of the page open, and next
//! to it the page by day and by night, 360 and 1280 pixels wide, in slices of
//! 1800 pixels, with a picture for each figure. With `--text` behind the page it
//! writes no pictures, which take most of the time.

#[expect(dead_code, reason = "the measurement of pages needs more of it")]
mod rivals;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use book_tests::chromium::Browser;
use book_tests::chromium::tab::{Device, Media, Tab};
use book_tests::server::Server;
use book_tests::{build, root};
use bookbinder::binder::Binder;
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::json;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

const SLICE: f64 = 1800.0;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let page = arguments.next();
    let page = page.ok_or("which page? For example linear-algebra-basics/vectors")?;
    let text_alone = match arguments.next().as_deref() {
        None => false,
        Some("--text") => true,
        Some(other) => return Err(format!("{other:?} is not --text").into()),
    };
    let page = page.trim_end_matches(".md").trim_end_matches(".html");
    let name = page.rsplit('/').next().unwrap_or(page);
    let folder = root().join("target/page");
    fs::create_dir_all(&folder)?;

    let binder = Binder::new(figures::all).with_formulas(rivals::tex);
    let html = rivals::stock("text", "", binder)?.join(format!("{page}.html"));
    let html = fs::read_to_string(&html).map_err(|_| format!("the book has no page {page}"))?;
    let text = folder.join(format!("{name}.txt"));
    fs::write(&text, as_text(&html)?)?;
    println!("{}", text.display());
    if text_alone {
        return Ok(());
    }

    build(root(), &folder.join("book"), figures::all)?;
    let Some(browser) = Browser::shared() else {
        return Ok(());
    };
    let server = Server::start(&folder.join("book"), "/");
    for (width, dark) in [(360, false), (360, true), (1280, false), (1280, true)] {
        let device = Device {
            width,
            phone: width < 600,
            scripts: true,
        };
        let tab = Tab::new(Arc::clone(&browser), &server.url, device);
        tab.media(Media {
            dark,
            ..Media::default()
        });
        // A picture has no scroll bar, and without one the page is wider.
        let hidden = json!({ "hidden": true });
        tab.call("Emulation.setScrollbarsHidden", hidden);
        tab.open(&format!("{page}.html"));
        let time = if dark { "night" } else { "day" };
        let pictures = pictures(&tab, &folder, &format!("{name}-{width}-{time}"))?;
        println!("{pictures} pictures {name}-{width}-{time}-*.png");
    }
    Ok(())
}

/// A page's content as text: headings, lists, tables and code can be told, and
/// a figure is its title, its description and its labels.
fn as_text(html: &str) -> Result<String, Box<dyn Error>> {
    let document = Html::parse_document(html);
    let main = Selector::parse("main").map_err(|error| error.to_string())?;
    let main = document
        .select(&main)
        .next()
        .ok_or("the page has no main")?;
    let mut text = String::new();
    write(main, false, &mut text);
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
    Ok(lines.join("\n"))
}

fn write(element: ElementRef<'_>, code: bool, text: &mut String) {
    let name = element.value().name();
    let (before, after) = match name {
        "h1" | "h2" | "h3" | "h4" => ("\n\n## ", "\n"),
        "p" | "div" | "section" | "figure" | "figcaption" | "details" | "table" | "form" => {
            ("\n", "\n")
        }
        "li" => ("\n- ", ""),
        "summary" => ("\n> ", "\n"),
        "tr" => ("\n", " |"),
        "td" | "th" => ("| ", " "),
        "pre" => ("\n```\n", "\n```\n"),
        "code" if !code => ("`", "`"),
        "em" | "i" => ("*", "*"),
        "strong" | "b" => ("**", "**"),
        "input" => ("( ) ", ""),
        "svg" => ("\n[FIGURE: ", "]\n"),
        "title" | "desc" | "text" => ("", "; "),
        "script" | "style" => return,
        _ => ("", ""),
    };
    text.push_str(before);
    let code = code || name == "pre";
    for child in element.children() {
        match child.value() {
            Node::Text(words) if code => text.push_str(words),
            Node::Text(words) => {
                // White space between tags is at most one space.
                if words.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace) {
                    text.push(' ');
                }
                let words: Vec<_> = words.split_whitespace().collect();
                text.push_str(&words.join(" "));
                if !words.is_empty() && ends_with_space(child.value()) {
                    text.push(' ');
                }
            }
            _ => {
                if let Some(child) = ElementRef::wrap(child) {
                    write(child, code, text);
                }
            }
        }
    }
    text.push_str(after);
}

fn ends_with_space(node: &Node) -> bool {
    matches!(node, Node::Text(words) if words.ends_with(char::is_whitespace))
}

/// Takes the page apart into pictures, and returns how many there are.
fn pictures(tab: &Tab, folder: &Path, name: &str) -> Result<usize, Box<dyn Error>> {
    let height: f64 = tab.evaluate(
        "document.querySelectorAll('details').forEach((fold) => { fold.open = true; }), \
         document.documentElement.scrollHeight",
    );
    let mut areas = Vec::new();
    for k in 0..(height / SLICE).ceil() as usize {
        let top = k as f64 * SLICE;
        let area = [
            0.0,
            top,
            f64::from(tab.device.width),
            SLICE.min(height - top),
        ];
        areas.push((format!("{k:02}"), area));
    }
    let figures: Vec<(String, [f64; 4])> = tab.evaluate(
        "[...document.querySelectorAll('figure[data-kind=figure]')].map((figure) => { \
         const box = figure.getBoundingClientRect(); \
         return [figure.id, [box.x, box.y + scrollY, box.width, box.height]]; })",
    );
    areas.extend(figures);
    for (part, [x, y, width, height]) in &areas {
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let picture = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
        let answer = tab.call("Page.captureScreenshot", picture);
        let data = answer["data"].as_str().ok_or("no picture")?;
        fs::write(
            folder.join(format!("{name}-{part}.png")),
            STANDARD.decode(data)?,
        )?;
    }
    Ok(areas.len())
}
