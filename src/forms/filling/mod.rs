//! Forms that are filled in: what they ask for, values and why some are none, data and its schema.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod data;
mod day;
mod file;
mod printed;
mod record;
mod schema;
mod sheet;
mod table;
mod validated;
mod value;
mod value_fault;
mod value_rules;
mod written;

pub use data::{DataFault, Entries, Filled, FilledRow, from_json, json_template, paths, words_at};
pub use file::read_records;
pub use printed::printed_values;
pub use record::FormRecord;
pub use schema::{schema, schema_path, schemas};
pub use sheet::{AskedBlock, AskedField, AskedSheet, RowLimits};
pub use table::table_template;
pub use validated::{Good, validated};
pub use value::{FilledValue, read_value};
pub use value_fault::ValueFault;
pub use value_rules::{LONGEST, ValueRules, value_rules};
