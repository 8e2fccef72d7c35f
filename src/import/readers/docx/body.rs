//! Blocks: paragraphs, tables, and what is wrapped around them.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{FieldMark, OpenField};
use super::numbering::Numbering;
use super::open_paragraphs::OpenParagraph;
use super::prompts::OfControl;
use super::styles::WordStyles;
use super::xml::{Element, Space};
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{Counted, LeftOut, SourceCell, SourceLine, SourceText, Why};

/// Notes and comments, by their ids.
pub(super) type Parts<'a> = BTreeMap<&'a str, &'a Element>;

/// Reads a document to lines.
pub(super) struct DocxReader<'a> {
    pub(super) styles: &'a WordStyles,
    pub(super) numbering: Numbering,
    /// The marks of fields, in all parts.
    pub(super) marks: BTreeMap<usize, FieldMark>,
    /// The text elements of controls, in all parts.
    pub(super) controls: BTreeMap<usize, OfControl>,
    pub(super) footnotes: Parts<'a>,
    pub(super) endnotes: Parts<'a>,
    pub(super) comments: Parts<'a>,
    pub(super) source: SourceText,
    /// The table of contents that was left out.
    pub(super) contents: Option<LeftOut>,
    /// The text elements that were read or left out and told.
    pub(super) seen: BTreeSet<usize>,
    /// The notes that were read.
    pub(super) read: Vec<&'a Element>,
    /// The letters that were taken, each as often as it was.
    pub(super) letters: BTreeMap<char, usize>,
    /// The fields that are open.
    pub(super) fields: Vec<OpenField>,
    /// The paragraph that is being read.
    pub(super) open: OpenParagraph<'a>,
    /// The number of paragraphs that were begun.
    pub(super) paragraph: usize,
    /// The number of empty paragraphs before the next line.
    pub(super) gap: usize,
    /// The number of notes that were read.
    pub(super) notes: usize,
    /// Whether the reader is in a note, which has none itself.
    pub(super) in_note: bool,
}

impl<'a> DocxReader<'a> {
    /// A reader of the part `document`, without any other part.
    pub(super) fn new(document: &'a Element, styles: &'a WordStyles) -> Self {
        Self {
            styles,
            numbering: Numbering::default(),
            marks: BTreeMap::new(),
            controls: BTreeMap::new(),
            footnotes: Parts::new(),
            endnotes: Parts::new(),
            comments: Parts::new(),
            source: SourceText { counted: Counted::Paragraphs, ..SourceText::default() },
            contents: None,
            seen: BTreeSet::new(),
            read: vec![document],
            letters: BTreeMap::new(),
            fields: Vec::new(),
            open: OpenParagraph::default(),
            paragraph: 0,
            gap: 0,
            notes: 0,
            in_note: false,
        }
    }

    /// Reads the blocks in `parent`, which stands in the cell `cell`.
    pub(super) fn blocks(&mut self, parent: &'a Element, cell: Option<SourceCell>) {
        for element in parent.elements() {
            self.block(element, cell);
        }
        self.flush(cell);
    }

    fn block(&mut self, element: &'a Element, cell: Option<SourceCell>) {
        // One text for newer and for older programs: reading both would print every frame twice
        // (tests/cases/import-docx/drawings.txt).
        if element.space == Space::Compatibility && &*element.name == "AlternateContent" {
            if let Some(chosen) = self.choose(element) {
                self.inside(chosen, cell);
            }
            return;
        }
        if element.space != Space::Word {
            return self.inside(element, cell);
        }
        match &*element.name {
            "p" => self.paragraph(element, cell),
            "tbl" => {
                self.flush(cell);
                self.table(element, cell);
            }
            "del" | "moveFrom" => self.skip(Why::Deleted, element),
            "sdt" if is_contents_control(element) => self.skip(Why::Contents, element),
            // A whole other file (HTML, RTF), which Word brings in when it opens this one.
            "altChunk" => self.leave(Why::Object, "altChunk"),
            // Text that stands in no paragraph is found by the check.
            "t" => {}
            _ => self.inside(element, cell),
        }
    }

    /// A wrapper adds nothing: what is in it stands as if it were not there.
    fn inside(&mut self, wrapper: &'a Element, cell: Option<SourceCell>) {
        for element in wrapper.elements() {
            self.block(element, cell);
        }
    }

    /// Of what is written twice, for newer and older programs, the one to read.
    pub(super) fn choose(&mut self, element: &'a Element) -> Option<&'a Element> {
        let has = |one: &&Element| one.any(&|inner: &Element| inner.is_text() && !inner.text().trim().is_empty());
        let all = || element.elements();
        // The first with letters: a choice may hold a drawing alone, of which the other way has the text.
        let chosen = all().find(has).or_else(|| all().next())?;
        let letters = |one: &Element| {
            let mut all = String::new();
            one.walk(&mut |inner| {
                if &*inner.name == "t" {
                    all.push_str(&inner.text());
                }
            });
            folded(&all)
        };
        let wanted = letters(chosen);
        for other in all().filter(|other| other.id != chosen.id) {
            // The same letters were read already; others would be lost without a word, and are told.
            if letters(other) == wanted {
                self.mark_seen(other);
            } else {
                self.skip(Why::Object, other);
            }
        }
        Some(chosen)
    }

    // What is not kept, and what is doubtful.

    /// Notes that `text` is left out.
    pub(super) fn leave(&mut self, why: Why, text: &str) {
        if why.is_running() {
            self.open.runs.entry(why).or_default().push_str(text);
        } else {
            self.open.left.push((why, text.to_owned()));
        }
    }

    /// Leaves out all text in `element`.
    pub(super) fn skip(&mut self, why: Why, element: &'a Element) {
        let mut text = String::new();
        element.walk(&mut |inner| {
            if matches!(&*inner.name, "t" | "delText") {
                text.push_str(&inner.text());
            }
        });
        self.mark_seen(element);
        if !text.trim().is_empty() {
            self.leave(why, &text);
        }
    }

    fn mark_seen(&mut self, element: &'a Element) {
        element.walk(&mut |inner| {
            if inner.is_text() {
                self.seen.insert(inner.id);
            }
        });
    }

    /// Tells what was left out of the paragraph that ends, and what was doubtful in it, whose first line is `line`.
    pub(super) fn tell(
        &mut self,
        left: impl IntoIterator<Item = (Why, String)>,
        doubts: Vec<(DoubtKind, String)>,
        line: usize,
    ) {
        for (why, text) in left {
            if why == Why::Contents {
                self.leave_contents(&text);
            } else {
                self.source.left_out.push(LeftOut { line: self.paragraph.max(1), text, why });
            }
        }
        // The paragraph may have no line of its own, where all of it was left out.
        let line = line.min(self.source.lines.len().saturating_sub(1));
        for (kind, words) in doubts {
            self.source.doubts.push(Doubt::new(line, kind, &words));
        }
    }

    /// A table of contents is told once, by its beginning, and with it the heading above it.
    fn leave_contents(&mut self, text: &str) {
        /// As much as shows what it is.
        const LONGEST: usize = 40;
        let line = self.paragraph.max(1);
        let is_heading = |last: &mut SourceLine| folded(&last.text) == "目次" && last.cell.is_none();
        // 目次 stands in a paragraph of its own before the field (tests/cases/import-docx/contents.txt).
        let heading = if self.contents.is_none() { self.source.lines.pop_if(is_heading) } else { None };
        for letter in heading.iter().flat_map(|heading| heading.text.chars()) {
            // The check of letters must not look for those of a line that was taken back.
            self.letters.entry(letter).and_modify(|count| *count = count.saturating_sub(1));
        }
        let begin = heading.map_or_else(String::new, |heading| format!("{} ", heading.text));
        let contents = self.contents.get_or_insert(LeftOut { line, text: begin, why: Why::Contents });
        if contents.text.chars().count() < LONGEST {
            contents.text.push_str(text.trim());
            if contents.text.chars().count() >= LONGEST {
                contents.text = contents.text.chars().take(LONGEST).chain(['…']).collect();
            }
        }
    }
}

/// Whether a control holds a table of contents.
pub(super) fn is_contents_control(control: &Element) -> bool {
    let part = control.child("sdtPr").and_then(|properties| properties.child("docPartObj"));
    part.and_then(|part| part.child_value("docPartGallery"))
        .is_some_and(|gallery| gallery.contains("Table of Contents"))
}
