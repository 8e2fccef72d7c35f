//! A mark at the head of a line, as it was read.

use super::style::{NumberStyle, NumberUnit};

/// The mark at the head of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListMark {
    /// The style in which it is written, and its number with branches; several where it can be read in several ways
    /// (イ).
    pub readings: Vec<(NumberStyle, Vec<u32>)>,
    /// The last number, where it stands for several: 6 in 第４条から第６条まで　削除. Empty elsewhere.
    pub to: Vec<u32>,
    /// The unit that it names.
    pub unit: Option<NumberUnit>,
    /// The number above that it repeats, in １－２: 1.
    pub above: Option<String>,
    /// The beginning of the mark, in bytes.
    pub start: usize,
    /// The end of the mark, in bytes.
    pub end: usize,
    /// The beginning of the words after it, in bytes.
    pub rest: usize,
}

impl ListMark {
    /// Whether it is a bullet or an unnumbered note.
    #[must_use]
    pub fn is_bullet(&self) -> bool {
        self.readings.iter().all(|(style, _)| style.numeral.is_none())
    }

    /// Whether it begins a note: ※, ＊.
    #[must_use]
    pub fn is_note(&self) -> bool {
        self.readings.iter().any(|(style, _)| style.before.contains(['※', '＊', '*']))
    }

    /// Whether it is a bare number of the uppermost level of guidelines, without a unit: 第１.
    #[must_use]
    pub fn is_ordinal(&self) -> bool {
        self.unit.is_none() && self.readings.iter().any(|(style, _)| style.before == "第")
    }
}
