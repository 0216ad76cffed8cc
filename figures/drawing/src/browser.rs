//! What a page calls: numbers go in, a figure comes out as text.
//!
//! The page writes its numbers where `values` says, calls `draw`, and reads as many bytes as
//! that returns where `text` says: the state of the figure, a zero byte, and the SVG. Pointers
//! are only handed out here; what the page writes is read back through the vector that owns it.
//!
//! The figures of each chapter are a module of their own, so that a page loads
//! no others; [`browser!`](crate::browser) makes one.

use crate::Figure;
use std::cell::RefCell;
use std::rc::Rc;

/// Figures, and what goes in and out.
#[derive(Debug, Default)]
pub struct Page {
    figures: Rc<Vec<Figure>>,
    values: Vec<f64>,
    text: String,
}

impl Page {
    /// A page with these figures.
    pub fn new(figures: Vec<Figure>) -> Page {
        Page {
            figures: Rc::new(figures),
            ..Page::default()
        }
    }

    /// Makes room for so many numbers, and says where.
    pub fn values(&mut self, count: usize) -> *mut f64 {
        self.values = vec![f64::NAN; count];
        self.values.as_mut_ptr()
    }

    /// Draws the figure of that place with the numbers in the room; returns the text's length.
    pub fn draw(page: &RefCell<Page>, figure: usize) -> usize {
        // While it draws nothing is borrowed: a panic ends the call without
        // giving anything back, and the other figures must go on.
        let (figures, values) = {
            let page = page.borrow();
            (page.figures.clone(), page.values.clone())
        };
        let frame = figures[figure].at(&values);
        let text = frame.state.clone() + "\0" + &frame.svg();
        let length = text.len();
        page.borrow_mut().text = text;
        length
    }

    /// Where the text stands.
    pub fn text(&self) -> *const u8 {
        self.text.as_ptr()
    }
}

/// The functions that a page calls, for these figures.
#[macro_export]
macro_rules! browser {
    ($figures:expr) => {
        // A function that the page calls needs its name kept, which counts as unsafe.
        #[allow(unsafe_code)]
        mod browser {
            thread_local! {
                static PAGE: std::cell::RefCell<$crate::Page> =
                    std::cell::RefCell::new($crate::Page::new($figures));
            }

            #[unsafe(no_mangle)]
            pub extern "C" fn values(count: usize) -> *mut f64 {
                PAGE.with_borrow_mut(|page| page.values(count))
            }

            #[unsafe(no_mangle)]
            pub extern "C" fn draw(figure: usize) -> usize {
                PAGE.with(|page| $crate::Page::draw(page, figure))
            }

            #[unsafe(no_mangle)]
            pub extern "C" fn text() -> *const u8 {
                PAGE.with_borrow(|page| page.text())
            }

            /// Writes coordinates with so many decimals, to compare machines.
            #[unsafe(no_mangle)]
            pub extern "C" fn decimals(places: usize) {
                $crate::set_decimals(places);
            }
        }
    };
}
