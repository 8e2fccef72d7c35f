//! The index of search: what can be found, written as scripts that a page loads from a disk as well as from a server. The
//! other half, which reads queries and shows what it found, stands in `templates/site/assets/search/`.
//!
//! Texts stand in parts of a bounded size. Where a site has more than a few, lists tell in which of them a pair of letters or
//! a word stands, so that a query loads only what can hold it. What is found is decided on the texts themselves.

mod folding;
mod grams;
mod index;
mod script;

use serde::Serialize;

pub(super) use self::folding::FoldingTable;
pub(super) use self::index::IndexWriter;

/// The kind of something that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FoundKind {
    /// A provision of a document.
    Provision,
    /// A form.
    Form,
    /// A requirement of the baseline.
    Requirement,
    /// Any other page, or a place on it.
    Page,
}

/// The facts that a reader may choose results by. Everything stands once, since a large site has thousands of forms with a few names.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct FindableHead {
    /// The sets: id, name, and folder below that of the language.
    pub(super) sets: Vec<(String, String, String)>,
    /// The topics: id and title.
    pub(super) topics: Vec<(String, String)>,
    /// The names of forms, each once.
    pub(super) names: Vec<FormNames>,
    /// The forms in short, since they come first where a query names one: the place of the set, the place of its names, and its
    /// page below the folder of the set.
    pub(super) forms: Vec<(usize, usize, String)>,
}

/// The names of a form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct FormNames {
    /// Its number as printed; empty where it bears none.
    pub(super) number: String,
    /// Its title.
    pub(super) title: String,
    /// Other words by which people ask for it.
    pub(super) tasks: String,
}

/// A page with the places on it that can be found.
#[derive(Debug, Clone)]
pub(super) struct FindablePage {
    /// The kind of the places.
    pub(super) kind: FoundKind,
    /// The place of its set; none of what belongs to no set.
    pub(super) set: Option<usize>,
    /// Its title.
    pub(super) title: String,
    /// Its file, below the folder of the language.
    pub(super) href: String,
    /// Whether its text is that of an earlier edition, or of one that is to come.
    pub(super) is_edition: bool,
    /// The places on it, in their order.
    pub(super) places: Vec<FindablePlace>,
}

/// A place that can be found: a provision, or a page as a whole.
#[derive(Debug, Clone, Default)]
pub(super) struct FindablePlace {
    /// Its anchor; empty for the page as a whole.
    pub(super) anchor: String,
    /// Its number as a reference prints it; empty where it bears none.
    pub(super) number: String,
    /// Its caption or title.
    pub(super) caption: String,
    /// Its letters.
    pub(super) text: String,
    /// The places of its topics.
    pub(super) topics: Vec<usize>,
}
