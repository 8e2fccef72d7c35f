//! Replacements of bytes.

use std::ops::Range;

/// A range of bytes and what takes its place.
#[derive(Debug, Clone)]
pub(super) struct Splice {
    range: Range<usize>,
    with: String,
}

impl Splice {
    /// A replacement of the bytes in `range`.
    pub(super) fn new(range: Range<usize>, with: String) -> Self {
        Self { range, with }
    }
}

/// Returns `text` with all replacements made; `None` if two of them overlap.
pub(super) fn spliced(text: &str, mut splices: Vec<Splice>) -> Option<String> {
    // What is put in at a byte comes before what begins there and is taken out.
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut out = String::with_capacity(text.len() + splices.iter().map(|splice| splice.with.len()).sum::<usize>());
    let mut at = 0;
    for splice in splices {
        out.push_str(text.get(at..splice.range.start)?);
        out.push_str(&splice.with);
        at = splice.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
