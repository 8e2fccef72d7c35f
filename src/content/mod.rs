//! What authors write, as read: files, YAML, typed values with their places. Knows nothing of numbering,
//! references or output.

mod decode;
mod files;
mod form;
mod read;
mod schema;
mod yaml;

pub use decode::{Decode, Fields, Located, Text, key_of, nearest, parse_date, unknown};
pub use form::{
    Addressee, Block, DateCalendar, DateLine, Enclosure, Field, FieldGroup, FieldType, Form, Origin, Overleaf, Passage,
    Provisions, Seal, Signature,
};
pub use read::{Content, SetContent, SetKey, read};
pub use schema::{
    Bilingual, Cover, DateHabit, Division, Document, Guideline, Guidelines, Id, Kind, Law, Laws, Level, Link, Links,
    Provision, Set, Source, Standing, Style, is_id,
};
pub use yaml::{Node, Value};
