//! Forms that are filled in: what they ask for, values and why some are none, data and its schema.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod data;
mod file;
mod printed;
mod record;
mod schema;
mod sheet;
mod table;
mod validated;
mod value;

pub use data::{Entries, Entry, Fault, Filled, from_json, json_template, paths, words_at};
pub use file::read;
pub use printed::printed;
pub use record::Record;
pub use schema::{schema, schema_path, schemas};
pub use sheet::{AskedBlock, AskedField, RowLimits, Sheet};
pub use table::template;
pub use validated::{Good, validated};
pub use value::{LONGEST, Value, ValueFault};
