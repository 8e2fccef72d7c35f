//! Content as authors write it and as it is read: files, YAML, typed values with their places. Knows nothing of
//! numbering, references or output.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod basics;
mod binding;
mod block;
mod conformance;
mod declare;
mod decode;
mod edit;
mod encode;
mod files;
mod folder;
mod folding;
mod form;
mod form_parts;
mod json_schema;
mod key_tables;
mod kinds;
mod layout;
mod made;
mod mend;
mod own_page;
mod pictures;
mod prefecture;
mod procedure;
mod public_body;
mod read;
mod requirement;
mod schema;
mod set;
mod set_key;
mod settings;
mod shape;
mod shared;
mod site_settings;
mod slips;
mod slots;
mod static_files;
mod table;
mod value;
mod yaml;

pub use basics::{Bilingual, Id, Standing, is_id, unheld_name};
pub use binding::BindingRange;
pub use block::{Enclosure, Overleaf, WrittenBlock};
pub use conformance::{
    Extent, GivenValue, Modality, Parameters, WrittenConformance, WrittenDeviation, WrittenElsewhere, WrittenLocalRole,
    WrittenMapping,
};
pub use decode::{
    Decode, Fields, Keyword, Located, Text, is_unprintable, nearest_name, no_date, parse_date, suggest, unknown_name,
};
pub use edit::{EditError, EditPath, Landing, PathStep, UnsupportedFeature, YamlEditor};
pub use encode::{braces_of, yaml_of};
pub use files::{LARGEST_FILE, LEDGER, LOCK, LockFile, read_addresses, read_record};
pub use folder::ContentFolder;
pub use form::WrittenForm;
pub use form_parts::{
    Addressee, ContactBlock, DateCalendar, DateLine, FieldGroup, FieldType, FormTask, Heading, Origin, Paragraph,
    Person, PersonPart, Provisions, Seal, Sender, Signature, TableBlock, WrittenChoice, WrittenCopy, WrittenField,
    WrittenRows,
};
pub use json_schema::json_schema;
pub use key_tables::key_tables;
pub use kinds::{FILE_KINDS, FileKind, file_kind};
pub use mend::{MendedFile, mended_files, mended_text};
pub use own_page::{PageHead, PageText, WrittenPage};
pub use pictures::{PictureFile, PictureKind};
pub use prefecture::Prefecture;
pub use procedure::{WrittenAnswer, WrittenProcedure, WrittenStep};
pub use public_body::{WrittenAccessibility, WrittenAccessibilityTest, WrittenCriterion, WrittenPublicBody};
pub use read::{Content, SetContent, read_content, read_content_with};
pub use requirement::{
    Actor, Alternative, ParameterType, RequirementId, RequirementLevel, Scope, Unit, Value as ParameterValue,
    WrittenCondition, WrittenParameter, WrittenRequirement, WrittenRequirementGroup,
};
pub use schema::{
    DateHabit, EditorNote, Kind, Number, WrittenCover, WrittenDivision, WrittenDocument, WrittenLevel,
    WrittenProvision, WrittenSource, WrittenStyle,
};
pub use set::{
    AmendingWay, ConformanceState, ListedDocuments, WrittenCodeRow, WrittenCodeTable, WrittenContact,
    WrittenDocumentGroup, WrittenSet, WrittenUnavailable,
};
pub use set_key::SetKey;
pub use settings::{Settings, Severities, Weight, Wording, WrittenFormerName, WrittenVariants};
pub use shape::{KeyShape, KeywordShape, Meaning, RecordShape, Shape, Shaped, declared_name, key_of};
pub use shared::{
    Guidelines, Law, Laws, Links, Topics, WrittenChapter, WrittenGlossary, WrittenGuideline, WrittenLink,
    WrittenQuestion, WrittenTerm, WrittenTopic, WrittenVersion,
};
pub use site_settings::{
    ColourSetting, SheetFace, SiteLanguage, WrittenColour, WrittenMargins, WrittenParts, WrittenPicture,
    WrittenRedirect, WrittenSheetStyle,
};
pub use static_files::StaticFile;
pub use table::{WrittenCell, WrittenCellTable};
pub use value::{Encode, Layout, YamlValue, mapping};
pub use yaml::{Value, YamlNode, yaml_tree};
