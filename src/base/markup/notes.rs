//! Notes: `[^1]` in a text, and `[^1]: words` below it.

use std::collections::BTreeMap;

use super::Inline;
use super::fault::MarkupFault;

/// The words of notes, by their marks.
pub(super) type WrittenNotes = BTreeMap<String, Vec<Inline<String>>>;

/// The fault of a note that is more than a paragraph, that nothing refers to, or that refers to a note itself.
pub(super) const NOTE: MarkupFault = MarkupFault("markdown-note");

/// Puts the words of `notes` in place of the marks in `texts`. A mark without a note is no mark to the parser, but letters.
pub(super) fn put_notes<'a>(
    texts: impl Iterator<Item = &'a mut Vec<Inline<String>>>,
    notes: &WrittenNotes,
    faults: &mut Vec<MarkupFault>,
) {
    let mut used = 0;
    for text in texts {
        put_in(text, notes, &mut used);
    }
    let refers = |words: &Vec<Inline<String>>| words.iter().any(|inline| matches!(inline, Inline::Note(_)));
    if used < notes.len() || notes.values().any(refers) {
        faults.push(NOTE);
    }
}

fn put_in(text: &mut [Inline<String>], notes: &WrittenNotes, used: &mut usize) {
    for inline in text {
        match inline {
            Inline::Note(words) => {
                if let [Inline::Text(mark)] = words.as_slice()
                    && let Some(written) = notes.get(mark)
                {
                    *used += 1;
                    // A note within a note would have no end where it is its own; it is reported and left out.
                    let plain = |inline: &&Inline<String>| !matches!(inline, Inline::Note(_));
                    *words = written.iter().filter(plain).cloned().collect();
                }
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Language { words: inner, .. }
            | Inline::Link { words: inner, .. } => {
                put_in(inner, notes, used);
            }
            Inline::Text(_) | Inline::Break | Inline::Code(_) | Inline::Ruby { .. } | Inline::Picture { .. } => {}
        }
    }
}
