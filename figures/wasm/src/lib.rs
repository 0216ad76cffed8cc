//! What the page calls: numbers go in, a figure comes out as text.
//!
//! The page writes its numbers where [`values`] says, calls [`draw`], and reads
//! as many bytes as that returns where [`text`] says: the state of the figure,
//! a zero byte, and the SVG. Pointers are only handed out here; what the page
//! writes is read back through the vector that owns it.

use figures::Moving;
use std::cell::RefCell;

thread_local! {
    static PAGE: RefCell<Page> = RefCell::new(Page {
        figures: figures::moving(),
        values: Vec::new(),
        text: String::new(),
    });
}

struct Page {
    figures: Vec<Moving>,
    values: Vec<f64>,
    text: String,
}

/// Makes room for so many numbers, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn values(count: usize) -> *mut f64 {
    PAGE.with_borrow_mut(|page| {
        page.values = vec![f64::NAN; count];
        page.values.as_mut_ptr()
    })
}

/// Draws a figure, by its place among those that move, with the numbers that
/// stand in the room. Returns the length of the text in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn draw(figure: usize) -> usize {
    // While it draws nothing is borrowed: a panic ends the call without giving
    // anything back, and the other figures must go on.
    let (figure, values) = PAGE.with_borrow(|page| {
        let values = page.values.clone();
        (page.figures[figure].clone(), values)
    });
    let shown = figure.at(&values);
    let text = format!("{}\0{}", shown.state, shown.figure.svg());
    PAGE.with_borrow_mut(|page| {
        page.text = text;
        page.text.len()
    })
}

/// Where the text stands.
#[unsafe(no_mangle)]
pub extern "C" fn text() -> *const u8 {
    PAGE.with_borrow(|page| page.text.as_ptr())
}

/// Writes coordinates with so many decimals, to compare machines.
#[unsafe(no_mangle)]
pub extern "C" fn decimals(places: usize) {
    figures::set_decimals(places);
}
