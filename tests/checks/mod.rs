//! The checks: what is wrong with a page, a chapter or a text.

pub mod bound;
pub mod contract;
pub mod drawings;
pub mod fences;
pub mod floors;
pub mod links;
pub mod masks;
pub mod measure;
pub mod offline;
pub mod pages;
pub mod site;
pub mod small;
pub mod spelling;
pub mod terms;
pub mod text;
