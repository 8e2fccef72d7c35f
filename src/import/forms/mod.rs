//! From the paragraphs of a form to blocks with places to fill in.

pub(super) mod alone;
mod asked;
mod between;
mod box_cell;
pub(super) mod circled;
mod clauses;
mod entries;
pub(super) mod form;
mod form_cell;
mod form_title;
mod labelled;
mod table;
pub(super) mod tokens;
