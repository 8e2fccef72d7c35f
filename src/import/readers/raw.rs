//! Lines as they stand in a file.

use crate::content::is_unprintable;
use crate::import::outline::source::{LeftOut, Why};

/// A line as it stands in the file.
#[derive(Debug, Clone)]
pub(in crate::import) struct RawLine {
    pub(in crate::import) number: usize,
    pub(in crate::import) text: String,
    pub(in crate::import) page: bool,
}

impl RawLine {
    pub(in crate::import) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The lines of the file, whatever ends them. Control letters have no place in YAML.
pub(super) fn raw_lines(text: &str, left_out: &mut Vec<LeftOut>) -> Vec<RawLine> {
    // Besides what systems end lines with: next line, the separators of Unicode, and the vertical tab that Word writes
    // for a line break within a paragraph.
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{B}'], "\n");
    let mut lines = Vec::new();
    let mut page = false;
    for (at, line) in text.split('\n').enumerate() {
        let number = at + 1;
        // A form feed ends a page within a line, and so is no letter that was lost.
        page |= line.contains('\u{C}');
        let lost: String = line.chars().filter(|letter| is_hidden(*letter) && *letter != '\u{C}').collect();
        if !lost.is_empty() {
            let shown = lost.chars().map(|letter| format!("U+{:04X}", u32::from(letter))).collect::<Vec<_>>().join(" ");
            left_out.push(LeftOut { line: number, text: shown, why: Why::Control });
        }
        lines.push(RawLine { number, text: printable(line), page });
        page = false;
    }
    lines
}

/// The letters of `line` that can be shown.
pub(in crate::import) fn printable(line: &str) -> String {
    line.chars().filter(|letter| !is_hidden(*letter)).map(without_symbol_font).collect()
}

/// Bullets of Word's symbol fonts, which other fonts do not have, come with copied text (tests/cases/import/bullets-of-word.txt).
fn without_symbol_font(letter: char) -> char {
    match letter {
        '\u{F06C}' | '\u{F06E}' | '\u{F075}' | '\u{F076}' | '\u{F09F}' | '\u{F0A7}' | '\u{F0B7}' | '\u{F0D8}' => '•',
        '\u{F0FC}' => '✓',
        other => other,
    }
}

fn is_hidden(letter: char) -> bool {
    is_unprintable(letter) || is_noncharacter(letter)
}

/// Letters that say nothing and that YAML refuses: the byte order mark within a text, and what is no letter.
fn is_noncharacter(letter: char) -> bool {
    let code = u32::from(letter);
    code == 0xFEFF || code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}
