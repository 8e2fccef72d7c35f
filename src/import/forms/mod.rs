//! From the paragraphs of a form to blocks with places to fill in.

mod clauses;
pub(super) mod form;
mod labelled;
mod table;
pub(super) mod tokens;
