//! What authors write, as read: files, YAML, typed values with their places. Knows nothing of numbering,
//! references or output.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod basics;
mod block;
mod conformance;
mod declare;
mod decode;
mod edit;
mod encode;
mod files;
mod form;
mod form_parts;
mod json_schema;
mod key_tables;
mod kinds;
mod layout;
mod made;
mod read;
mod requirement;
mod schema;
mod set;
mod set_key;
mod settings;
mod shape;
mod shared;
mod value;
mod yaml;

pub use basics::{Bilingual, Id, Standing, is_id, unheld_name};
pub use block::{Block, Enclosure, Overleaf};
pub use conformance::{
    Conformance, Deviation, Elsewhere, Extent, GivenValue, LocalRole, Mapping, Modality, Parameters,
};
pub use decode::{Decode, Fields, Keyword, Located, Text, is_unprintable, nearest, parse_date, suggest, unknown};
pub use edit::{EditError, EditPath, Landing, PathStep, UnsupportedFeature, YamlEditor};
pub use encode::yaml_of;
pub use files::{LOCK, LockFile};
pub use form::Form;
pub use form_parts::{
    Addressee, Choice, ContactBlock, Copy, DateCalendar, DateLine, Field, FieldGroup, FieldType, Heading, Origin,
    Paragraph, Person, PersonPart, Provisions, Rows, Seal, Sender, Signature, TableBlock,
};
pub use json_schema::json_schema;
pub use key_tables::key_tables;
pub use kinds::{FILE_KINDS, FileKind, file_kind};
pub use read::{Content, SetContent, read, read_with};
pub use requirement::{
    Actor, Alternative, Condition, Parameter, ParameterType, Requirement, RequirementGroup, RequirementId,
    RequirementLevel, Scope, Unit, Value as ParameterValue,
};
pub use schema::{Cover, DateHabit, Division, Document, EditorNote, Kind, Level, Number, Provision, Source, Style};
pub use set::{CodeRow, CodeTable, Contact, Set, Unavailable};
pub use set_key::SetKey;
pub use settings::{FormerName, Settings, Severities, Variants, Weight, Wording};
pub use shape::{KeyShape, KeywordShape, Meaning, RecordShape, Shape, Shaped, key_of};
pub use shared::{Glossary, Guideline, Guidelines, Law, Laws, Link, Links, Term, Topic, Topics, Version};
pub use value::{Encode, Layout, YamlValue, mapping};
pub use yaml::{Node, Value, tree};
