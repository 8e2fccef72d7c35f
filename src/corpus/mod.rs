//! The resolved model: what authors wrote, numbered, with references followed and forms filled up from those
//! they extend. After this nothing looks at YAML again, and nothing here changes any more.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod model;
pub mod query;
mod resolve;

pub use model::{
    Accent, AccessibilityPolicy, AccessibilityTest, AnswerPlace, Authored, Block, BlockKind, CRITERIA, CellTable,
    CheckedCriterion, Choice, Citation, CitationVersion, CitedVersion, CodeRow, CodeTable, Condition, Conformance,
    Contact, Copy, Corpus, Cover, Deviation, Division, Document, Elsewhere, Field, FollowedReference, Form,
    FormerAddress, FormerName, Given, Givens, Languages, LocalRole, Localized, Mapping, MappingReview, MovedChapter,
    Obligation, OwnPage, OwnPageBlock, OwnPageTarget, OwnPageText, Pair, Parameter, PlacedCell, Procedure,
    ProcedureStep, Provision, PublicBody, PublishedParts, Question, Redirect, Requirement, RequirementGroup, Role,
    Rows, Set, SharedAnswer, SheetStyle, SiteIdentity, SitePicture, Source, TASK_MARK, Target, Term, Test, Text, Topic,
    Unavailable, Words, is_task,
};
pub use query::{
    DaysInForce, OutdatedCitation, PartKey, RegionPart, RegionParts, TextState, Version, Writing, WritingUnit,
};
pub use resolve::{Belonging, arrange, belonging, resolve};
