//! What was recognised: a document as divisions of provisions, every word of which knows its lines.

use std::collections::BTreeMap;
use std::ops::Range;

use super::doubt::Doubt;
use super::draft::Draft;
use super::existing::ExistingFiles;
use super::node::OutlineNode;
use super::source::LineLink;
use super::words::SourceWords;
use crate::import::shapes::heads::Begins;

/// A part of a document.
#[derive(Debug, Clone, Default)]
pub struct OutlineDivision {
    /// The kind of the division; `None` for the body.
    pub begins: Option<Begins>,
    /// The name of the division.
    pub label: SourceWords,
    /// Its title.
    pub title: SourceWords,
    /// Its histories, which are notes for reviewers.
    pub histories: Vec<SourceWords>,
    /// Its provisions.
    pub nodes: Vec<OutlineNode>,
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
    pub columns: [SourceWords; 2],
    /// Its rows.
    pub rows: Vec<[SourceWords; 2]>,
}

/// The words before the provisions.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// The title; empty where none was found.
    pub title: SourceWords,
    /// The name on the cover.
    pub name: SourceWords,
    /// The date on the cover.
    pub date: SourceWords,
    /// The issuer of the document.
    pub issuer: SourceWords,
    /// Anything else.
    pub notes: Vec<SourceWords>,
}

/// A document as it was recognised.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The words before the provisions.
    pub front: Front,
    /// The body and what follows it.
    pub divisions: Vec<OutlineDivision>,
    /// The readings that could be otherwise.
    pub doubts: Vec<Doubt>,
    /// The words that stand on every page, or twice in a table that is folded, and are not written again.
    pub repeated: Vec<SourceWords>,
    /// Whether it has nothing but forms, so that no document is written.
    pub forms_alone: bool,
    /// The links of lines, by their places in the source.
    pub links: BTreeMap<usize, Vec<LineLink>>,
    /// The bold stretches of lines, likewise.
    pub strong: BTreeMap<usize, Vec<Range<usize>>>,
    /// What the region has already.
    pub existing: ExistingFiles,
}

impl Outline {
    /// Whether it has forms, and nothing that a document would hold.
    #[must_use]
    pub fn has_forms_alone(&self) -> bool {
        let Front { title, name, date, issuer, notes } = &self.front;
        // Named one by one, so that a new part of the front does not compile until it is thought of here.
        let bare = [title, name, date, issuer].iter().all(|words| words.is_empty()) && notes.is_empty();
        let forms = self.divisions.iter().filter(|division| division.form.is_some()).count();
        let others = self.divisions.iter().filter(|division| division.form.is_none());
        bare && forms > 0 && others.into_iter().all(|division| division.begins.is_none() && division.nodes.is_empty())
    }
}

impl Outline {
    /// Counts the histories that became notes for reviewers.
    #[must_use]
    pub fn histories(&self) -> usize {
        let mut count = 0;
        for division in &self.divisions {
            count += division.histories.len();
            for node in &division.nodes {
                node.walk(0, &mut |node, _| count += node.histories.len());
            }
        }
        count
    }
}
