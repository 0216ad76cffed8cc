//! Prints a page with every figure of the book, on a light and on a dark page,
//! as wide as on a desk and as narrow as on a phone:
//! `cargo run -p figures --example sheet > sheet.html`.

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Every figure of the book</title>
<style>
  body { margin: 0; font: 16px/1.4 system-ui, sans-serif; }
  section { display: grid; grid-template-columns: 540px 330px; gap: 1.5rem; padding: 1.5rem; align-items: start; }
  h2 { grid-column: 1 / -1; margin: 0; font-size: 1rem; }
  svg { max-width: 100%; height: auto; }
  .light { background: #fff; color: #222; --figure-background: #fff; }
  .dark {
    background: #1b1d23; color: #dfe2e7; --figure-background: #1b1d23;
    --figure-1: #6db3f2; --figure-2: #f59a5c; --figure-3: #5fcf9a;
    --figure-4: #d79be0; --figure-5: #dcb84a; --figure-6: #9db0c3;
  }
</style>
";

fn main() {
    let mut page = String::from(HEAD);
    for figure in figures::all() {
        for theme in ["light", "dark"] {
            page += &format!("<section class=\"{theme}\">\n<h2>{}</h2>\n", figure.id);
            for width in ["wide", "narrow"] {
                // An id may stand only once in a page.
                let mut copy = figure.svg();
                for part in ["title", "desc"] {
                    let id = format!("{}-{part}", figure.id);
                    copy = copy.replace(&id, &format!("{id}-{theme}-{width}"));
                }
                page += &format!("<div>\n{copy}\n</div>\n");
            }
            page += "</section>\n";
        }
    }
    println!("{page}</html>");
}
