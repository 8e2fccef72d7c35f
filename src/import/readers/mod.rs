//! From files to lines, one reader a kind of file.

pub mod docx;
pub mod encoding;
pub mod html;
mod markdown;
mod marked;
pub mod pdf;
mod raw;
mod tables;
pub mod text;
