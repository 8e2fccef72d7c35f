//! What was recognised: a document as divisions of provisions, every word of which knows its lines.

use std::ops::Range;

use super::doubt::Doubt;
use super::draft::Draft;
use super::node::Node;
use super::words::Words;
use crate::import::shapes::heads::Begins;

/// A part of a document.
#[derive(Debug, Clone, Default)]
pub struct Division {
    /// What it is; `None` for the body.
    pub begins: Option<Begins>,
    /// What it is called.
    pub label: Words,
    /// Its title.
    pub title: Words,
    /// Its provisions.
    pub nodes: Vec<Node>,
    /// The codes that it lists, where it holds nothing else.
    pub codes: Option<Codes>,
    /// The paragraphs below its head, by their places.
    pub paras: Range<usize>,
    /// The form that it is, where the form prints all its letters. Its provisions are not written then.
    pub form: Option<Draft>,
}

/// An appended table of codes.
#[derive(Debug, Clone)]
pub struct Codes {
    /// The heads of its columns.
    pub columns: [Words; 2],
    /// Its rows.
    pub rows: Vec<[Words; 2]>,
}

/// What stands before the provisions.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// The title; empty where none was found.
    pub title: Words,
    /// The name on the cover.
    pub name: Words,
    /// The date on the cover.
    pub date: Words,
    /// Who issues the document.
    pub issuer: Words,
    /// Anything else.
    pub notes: Vec<Words>,
}

/// A document as it was recognised.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// What stands before the provisions.
    pub front: Front,
    /// The body and what follows it.
    pub divisions: Vec<Division>,
    /// What could be otherwise.
    pub doubts: Vec<Doubt>,
    /// What stands on every page, or twice in a table that is folded, and is not written again.
    pub repeated: Vec<Words>,
}
