//! What was recognised: a document as divisions of provisions, every word of which knows its lines.

use std::ops::Range;

use super::form::Draft;
use super::heads::Begins;
use super::style::{Style, Unit};
use super::words::Words;

/// The number of a provision, as the document prints it.
#[derive(Debug, Clone)]
pub struct Label {
    /// How it is written.
    pub style: Style,
    /// The number with its branches; none for a bullet.
    pub number: Vec<u32>,
    /// The number above that it repeats.
    pub above: Option<String>,
    /// The unit that it names.
    pub unit: Option<Unit>,
    /// Its letters.
    pub words: Words,
}

/// A provision.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Its number.
    pub label: Option<Label>,
    /// Whether it is a 項: the second or a later paragraph of an article.
    pub counted: bool,
    /// Its caption.
    pub caption: Words,
    /// Whether its caption stands in brackets that are printed by its kind.
    pub bracketed: bool,
    /// Its text, paragraph by paragraph.
    pub text: Vec<Words>,
    /// Column titles, where the items are rows.
    pub columns: Vec<Words>,
    /// What stands below it.
    pub items: Vec<Self>,
    /// What follows after its items.
    pub paragraphs: Vec<Self>,
}

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

/// Something that could be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The line's place in the source.
    pub line: usize,
    /// What was chosen, a stem of message ids.
    pub chosen: &'static str,
    /// The words in question.
    pub words: String,
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

impl Node {
    /// Calls `visit` for this node and everything below it, in the order in which it is printed.
    pub fn walk<'a>(&'a self, depth: usize, visit: &mut impl FnMut(&'a Self, usize)) {
        visit(self, depth);
        for below in self.items.iter().chain(&self.paragraphs) {
            below.walk(depth + 1, visit);
        }
    }
}
