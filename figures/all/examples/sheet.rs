//! Prints a page with every figure of the book: as its reference has it, as it
//! is drawn now, in red where the two differ, and as on a phone, on a light and
//! on a dark page: `cargo run -p figures --example sheet > sheet.html`.

use figures::reference::{file, numbers_apart, picture};
use std::path::Path;

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Every figure of the book</title>
<style>
  body { margin: 0; font: 16px/1.4 system-ui, sans-serif; }
  section { display: grid; grid-template-columns: 540px 540px 330px; gap: 1.5rem; padding: 1.5rem; align-items: start; }
  h2 { grid-column: 1 / -1; margin: 0; font-size: 1rem; }
  .differs > h2 { color: red; }
  svg { max-width: 100%; height: auto; }
  .light {
    background: #fff; color: #000; --figure-background: #fff;
    --figure-1: #0c4fe1; --figure-2: #6e3207; --figure-3: #166057;
    --figure-4: #af0f9b; --figure-5: #75620e; --figure-6: #283640;
    --figure-grid: #00000026;
  }
  .dark {
    background: #141617; color: #b6c0c9; --figure-background: #141617;
    --figure-1: #b1e3fa; --figure-2: #da5c0e; --figure-3: #0dcd8b;
    --figure-4: #f66feb; --figure-5: #f2de35; --figure-6: #758592;
    --figure-grid: #ffffff30;
  }
  .phone > svg { width: 100%; aspect-ratio: var(--ratio, auto); }
  .phone .panel { transform: var(--place, none); }
  .phone .wide text { font-size: max(var(--size, 0px), 17.7px); }
</style>
";

fn main() {
    let mut page = String::from(HEAD);
    for figure in figures::all() {
        let (id, root) = (figure.id, Path::new(env!("CARGO_MANIFEST_DIR")));
        let folder = root.join("..").join(figure.chapter);
        let now = picture(&figure.at_first());
        let before = std::fs::read_to_string(file(&folder, id)).unwrap_or_default();
        let same = numbers_apart(&now, &before, 1e-9).is_none();
        let differs = if same { "" } else { "differs" };
        for theme in ["light", "dark"] {
            page += &format!("<section class=\"{theme} {differs}\">\n<h2>{id}</h2>\n");
            for (column, picture) in [("before", &before), ("now", &now), ("phone", &now)] {
                // An id may stand only once in a page.
                let alone = format!("{id}-{theme}-{column}-");
                let copy = picture.replace(&format!("{id}-title"), &format!("{alone}title"));
                let copy = copy.replace(&format!("{id}-desc"), &format!("{alone}desc"));
                page += &format!("<div class=\"{column}\">\n{copy}\n</div>\n");
            }
            page += "</section>\n";
        }
    }
    println!("{page}</html>");
}
