//! The resolved model: everything that is published, numbered and with its references followed.

mod conformance;
mod contact;
mod corpus;
mod document;
mod form;
mod own_page;
mod procedure;
mod public_body;
mod shared;
mod site;
mod table;
mod words;

pub use conformance::{
    Condition, Conformance, Deviation, Elsewhere, Given, Givens, LocalRole, Mapping, MappingReview, Parameter,
    Requirement, RequirementGroup, Test,
};
pub use contact::Contact;
pub use corpus::{Corpus, FormerAddress, Set};
pub use document::{Cover, Division, Document, Provision, Role, Source};
pub use form::{Block, BlockKind, Choice, Copy, Field, Form, Obligation, Rows};
pub(in crate::corpus) use own_page::{Found, WrittenBlocks, WrittenLink};
pub use own_page::{OwnPage, OwnPageBlock, OwnPageTarget, OwnPageText};
pub use procedure::{AnswerPlace, Procedure, ProcedureStep, SharedAnswer};
pub use public_body::{AccessibilityPolicy, AccessibilityTest, CRITERIA, CheckedCriterion, PublicBody};
pub use shared::{Citation, CitationVersion, FormerName, MovedChapter, Question, Term, Topic};
pub use site::{Accent, Languages, PublishedParts, Redirect, SheetStyle, SiteIdentity, SitePicture};
pub use table::{CellTable, CodeRow, CodeTable, PlacedCell, Unavailable};
pub use words::{Authored, CitedVersion, FollowedReference, Localized, Pair, TASK_MARK, Target, Text, Words, is_task};
