//! Forms that are filled in: what they ask for, values and why some are none, data and its schema.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod common;
mod data;
mod day;
mod file;
mod list;
mod printed;
mod record;
mod schema;
mod sheet;
mod validated;
mod value;
mod value_fault;
mod value_rules;
mod written;

pub use data::{DataFault, Entries, Filled, FilledRow, from_json, json_template, paths, words_at};
pub use file::{DataOptions, read_records};
pub use list::{
    HeadingMatch, HeadingRules, HeadingSign, ListOptions, heading_matches, heading_rules, table_template,
    workbook_template,
};
pub use printed::printed_values;
pub use record::{FormRecord, nowhere_in_list};
pub use schema::{schema, schema_path, schemas};
pub use sheet::{AskedBlock, AskedField, AskedSheet, RowLimits, in_all_languages};
pub use validated::{Good, validated, validated_with_gaps};
pub use value::{FilledValue, read_value};
pub use value_fault::ValueFault;
pub use value_rules::{LONGEST, ValueRules, value_rules};
