//! Lines of a form that hold nothing but labels and places to write, or a label and its options.

use super::tokens::{self, Token, tokens};
use crate::content::{DateCalendar, FieldType};
use crate::import::outline::draft::{DraftField, DraftPart};
use crate::import::outline::words::SourceWords;
use crate::import::shapes::{heads, labels};

pub(in crate::import) fn dated_field(label: SourceWords, line: SourceWords, calendar: DateCalendar) -> DraftField {
    let label = if label.is_empty() { line.clone() } else { label };
    DraftField { kind: FieldType::Date, calendar, line, ..DraftField::text(label) }
}

pub(in crate::import) fn without_colon(words: &SourceWords) -> SourceWords {
    words.slice(0..words.text.trim_end_matches([':', '：', ' ', '\u{3000}']).len())
}

/// The fields of a label: one, but for 所在地　〒　　－, which asks for an address and for its postal code; and what only shows
/// where to write.
// tests/cases/import/form-heads.txt: as a postal code alone the form had no room for the address.
fn labelled_fields(label: &SourceWords) -> (Vec<DraftField>, Option<SourceWords>) {
    let whole = without_colon(label);
    let mark = whole.text.find('〒').map(|at| at..at + '〒'.len_utf8());
    let parts = mark.and_then(|mark| {
        let address = without_colon(&whole.slice(0..mark.start));
        let room = whole.slice(mark.end..whole.text.len());
        let bare = room.text.chars().all(tokens::is_blank_letter);
        (bare && labels::is_address(&address.text)).then(|| (address, whole.slice(mark), room))
    });
    match parts {
        Some((address, mark, room)) => {
            (vec![DraftField::of(address), DraftField::of(mark)], Some(room).filter(|room| !room.is_empty()))
        }
        None => (vec![DraftField::of(whole)], None),
    }
}

/// The parts of a line of labels.
pub(in crate::import) struct LabelledLine {
    pub(in crate::import) fields: Vec<DraftField>,
    pub(in crate::import) seal: SourceWords,
    pub(in crate::import) blanks: Vec<SourceWords>,
}

impl LabelledLine {
    fn take(&mut self, label: Option<SourceWords>) {
        let Some((fields, room)) = label.as_ref().map(labelled_fields) else { return };
        self.fields.extend(fields);
        self.blanks.extend(room);
    }
}

/// The labels of a line that has nothing but labels, blanks and a seal at its end.
pub(in crate::import) fn labelled_line(words: &SourceWords, tokens: &[Token]) -> Option<LabelledLine> {
    let mut line = LabelledLine { fields: Vec::new(), seal: SourceWords::default(), blanks: Vec::new() };
    let mut label: Option<SourceWords> = None;
    for token in tokens {
        match token {
            Token::Text(range) => {
                let text = words.slice(range.clone());
                // The brackets around the mark of a seal, and the dashes of a number behind its label: （　　　）　　－ in
                // tests/cases/import/form-lines.txt.
                let number = !line.fields.is_empty() && text.text.chars().all(tokens::is_blank_letter);
                if number || text.text.chars().all(|letter| "()（）".contains(letter)) {
                    line.blanks.push(text);
                } else if let Some((inner, around)) = bracketed_label(&text).filter(|_| !line.seal.is_empty()) {
                    // The seal stays with the name, which is the last field.
                    let at = line.fields.len().saturating_sub(1);
                    line.fields.insert(at, DraftField::of(inner));
                    line.blanks.extend(around);
                // Words behind the seal, or words that are too long for a label, make it a sentence.
                } else if label.is_some() || !line.seal.is_empty() || !labels::is_label(&text.text) {
                    return None;
                } else {
                    label = Some(text);
                }
            }
            Token::Blank(range) => {
                line.blanks.push(words.slice(range.clone()));
                line.take(label.take());
                // Room before any label is of nothing that could be named.
                if line.fields.is_empty() {
                    return None;
                }
            }
            Token::Seal(range) => {
                line.take(label.take());
                if line.fields.is_empty() || !line.seal.is_empty() {
                    return None;
                }
                line.seal = words.slice(range.clone());
            }
            Token::Date(range, calendar) => {
                // A date by itself is a block of its own (`FormReader::date`).
                let label = without_colon(&label.take()?);
                line.fields.push(dated_field(label, words.slice(range.clone()), *calendar));
            }
            Token::Box(_) => return None,
        }
    }
    if let Some(label) = label {
        // A label at the end has no place to write behind it. It is one all the same if it ends in a colon or is a
        // usual one.
        // 団体名 by itself asks for a name, whosever it is (tests/cases/import/form-lines.txt).
        let name = label.text.ends_with('名') && label.text.chars().count() <= 8;
        let open = name || (label.text.ends_with([':', '：']) && label.text.chars().count() < 20);
        if !open && !labels::is_known(&label.text) {
            return None;
        }
        line.take(Some(label));
    }
    (!line.fields.is_empty()).then_some(line)
}

/// （続柄　　）: a label with room beside it, in brackets; and what stands around the label.
fn bracketed_label(words: &SourceWords) -> Option<(SourceWords, [SourceWords; 2])> {
    let inner = heads::inside(&words.text)?;
    let label = words.text[inner.clone()].trim_end();
    // （会員） without room in it is a remark.
    let room = label.len() < inner.len() && labels::is_known(label);
    let end = inner.start + label.len();
    let around = [words.slice(0..inner.start), words.slice(end..words.text.len())];
    room.then(|| (words.slice(inner.start..end), around))
}

/// A label and its options, with the boxes; `None` where there is more in the line.
pub(in crate::import) fn options_line(
    words: &SourceWords,
    tokens: &[Token],
) -> Option<(SourceWords, Vec<SourceWords>, Vec<SourceWords>)> {
    let (mut label, mut options, mut boxes) = (SourceWords::default(), Vec::new(), Vec::new());
    let mut open = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Box(range) if !open => {
                boxes.push(words.slice(range.clone()));
                open = true;
            }
            // 区分　□新規　□変更 in tests/cases/import/form-application.txt has its label first.
            Token::Text(range) if at == 0 && labels::is_label(&words.text[range.clone()]) => {
                label = words.slice(range.clone());
            }
            Token::Text(range) if open => {
                options.push(words.slice(range.clone()));
                open = false;
            }
            // White space between options.
            Token::Blank(range) if words.text[range.clone()].trim().is_empty() => {}
            Token::Box(_) | Token::Text(_) | Token::Blank(_) | Token::Date(..) | Token::Seal(_) => return None,
        }
    }
    (!open && !options.is_empty()).then_some((label, options, boxes))
}

/// Running text as words and places to fill in: underlines, empty brackets, dates.
pub(super) fn inline_parts(words: &SourceWords, blanks: &mut Vec<SourceWords>) -> Vec<DraftPart> {
    parts_of(words, tokens(&words.text), blanks)
}

/// As [`inline_parts`], of a text that is taken apart already.
pub(super) fn parts_of(words: &SourceWords, tokens: Vec<Token>, blanks: &mut Vec<SourceWords>) -> Vec<DraftPart> {
    let mut parts = Vec::new();
    let mut found = Vec::new();
    for token in tokens {
        match token {
            Token::Date(range, calendar) => {
                let line = words.slice(range);
                parts.push(DraftPart::Field(dated_field(label_before(&parts, &line), line, calendar)));
            }
            Token::Blank(range) => {
                let blank = words.slice(range);
                if !blank.is_empty() {
                    parts.push(DraftPart::Field(DraftField::of(label_before(&parts, words))));
                    found.push(blank);
                }
            }
            Token::Text(range) | Token::Box(range) | Token::Seal(range) => {
                let more = words.slice(range);
                match parts.last_mut() {
                    Some(DraftPart::Words(text)) => text.join_with("\u{3000}", &more),
                    _ => parts.push(DraftPart::Words(more)),
                }
            }
        }
    }
    // Nothing says what a line of underlines is for.
    if !parts.iter().any(|part| matches!(part, DraftPart::Words(_))) {
        return vec![DraftPart::Words(words.clone())];
    }
    blanks.append(&mut found);
    parts
}

/// Returns the name of a place within a text: the words before it, which are printed anyway.
fn label_before(parts: &[DraftPart], otherwise: &SourceWords) -> SourceWords {
    /// As much as names it.
    const LONGEST: usize = 16;
    let Some(DraftPart::Words(words)) = parts.last() else { return otherwise.clone() };
    let text = words.text.trim();
    let from = text.char_indices().rev().take(LONGEST).last().map_or(0, |(at, _)| at);
    // All four signs take three bytes in UTF-8.
    let from = text[from..].rfind(['、', '。', '「', '」']).map_or(from, |at| from + at + '、'.len_utf8());
    let label = words.slice(from..words.text.len());
    if label.is_empty() { otherwise.clone() } else { label }
}
