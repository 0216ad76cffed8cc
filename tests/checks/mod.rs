//! The checks: what is wrong with a page, a chapter or a text.

pub mod bound;
pub mod contract;
pub mod drawings;
pub mod floors;
pub mod links;
pub mod masks;
pub mod offline;
pub mod prose;
pub mod site;
pub mod small;
pub mod spelling;
pub mod text;
