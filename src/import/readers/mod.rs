//! From files to lines, one reader a kind of file.

mod bars;
pub mod docx;
pub mod encoding;
mod found_tables;
pub mod html;
mod markdown;
mod marked;
pub mod pdf;
pub(crate) mod private_letters;
pub(super) mod radicals;
mod raw;
mod tables;
pub mod text;
pub(crate) mod text_rows;
