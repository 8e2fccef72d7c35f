//! Shapes of radicals in what was read, which some programs put into a PDF for the kanji that look like them.

use std::collections::BTreeSet;

use crate::base::notation::radicals::{kanji_of, with_kanji};
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::SourceText;

/// Writes kanji for the shapes of radicals, by which no number and no heading would be known, and says so once. The places of
/// links and bold letters stay, since no line gets longer or shorter.
pub(crate) fn with_usual_kanji(mut source: SourceText) -> SourceText {
    /// As many as show what is meant.
    const SHOWN: usize = 10;
    let mut shapes: BTreeSet<char> = BTreeSet::new();
    let mut first = None;
    for (place, line) in source.lines.iter_mut().enumerate() {
        if let Some(text) = with_kanji(&line.text) {
            shapes.extend(line.text.chars().filter(|letter| kanji_of(*letter).is_some()));
            line.text = text;
            first = first.or(Some(place));
        }
    }
    if let Some(place) = first {
        let shown: String = shapes.iter().take(SHOWN).collect();
        source.doubts.push(Doubt::new(place, DoubtKind::Radicals, &shown));
    }
    source
}
