//! The resolved model: what authors wrote, numbered, with references followed and forms filled up from those
//! they extend. After this nothing looks at YAML again, and nothing here changes any more.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod agreed;
mod citations;
mod cited;
mod conformance;
mod editions;
mod form;
mod holdings;
mod index;
mod inherit;
mod lookup;
mod model;
mod named;
mod numbering;
mod parts;
mod references;
mod resolve;
mod resolve_block;
mod resolve_field;
mod resolve_form;
mod resolve_mapping;
mod resolve_requirement;
mod resolve_set;
mod text;
mod topics;

pub use agreed::{Citation, FormerName, Term};
pub use conformance::{
    Condition, Conformance, Deviation, Elsewhere, Given, Givens, LocalRole, Mapping, Parameter, Requirement,
    RequirementGroup, Test,
};
pub use editions::Version;
pub use form::{Block, BlockKind, Choice, Copy, Field, Form, Rows};
pub use holdings::{CodeRow, CodeTable, Contact, Unavailable};
pub use model::{
    Authored, CitedVersion, Corpus, Cover, Division, Document, Localized, Pair, Provision, Role, Set, Source, Target,
    Text, Words,
};
pub use parts::{Part, Unit};
pub use resolve::resolve;
pub use topics::Topic;
