//! From files to lines, one reader a kind of file.

pub mod docx;
pub mod encoding;
mod raw;
mod tables;
pub mod text;
