//! What was read and what was recognised: lines, words that know their lines, provisions, forms.

pub mod doubt;
pub mod draft;
pub(super) mod existing;
pub mod node;
pub mod source;
pub mod table;
pub mod tree;
pub mod words;
