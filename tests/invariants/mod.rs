//! What holds of any content: it is tested on the fixtures with the program (`tests/integration`), and on what this
//! repository ships with the content (`tests/content`).

mod amending;
mod comparison_pages;
mod conformance_pages;
mod correspondence;
pub(crate) mod filled;
mod forms;
pub(crate) mod pdf;
mod schema;
