//! Lines of a form that hold nothing but labels and places to write, or a label and its options.

use super::tokens::Token;
use crate::content::{DateCalendar, FieldType};
use crate::import::outline::draft::DraftField;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::labels;

pub(in crate::import) fn dated_field(label: SourceWords, line: SourceWords, calendar: DateCalendar) -> DraftField {
    let label = if label.is_empty() { line.clone() } else { label };
    DraftField { kind: FieldType::Date, calendar, line, ..DraftField::text(label) }
}

pub(in crate::import) fn without_colon(words: &SourceWords) -> SourceWords {
    words.slice(0..words.text.trim_end_matches([':', '：', ' ', '\u{3000}']).len())
}

/// The parts of a line of labels.
pub(in crate::import) struct LabelledLine {
    pub(in crate::import) fields: Vec<DraftField>,
    pub(in crate::import) seal: SourceWords,
    pub(in crate::import) blanks: Vec<SourceWords>,
}

/// The labels of a line that has nothing but labels, blanks and a seal at its end.
pub(in crate::import) fn labelled_line(words: &SourceWords, tokens: &[Token]) -> Option<LabelledLine> {
    let mut line = LabelledLine { fields: Vec::new(), seal: SourceWords::default(), blanks: Vec::new() };
    let mut label: Option<SourceWords> = None;
    for token in tokens {
        match token {
            Token::Text(range) => {
                let text = words.slice(range.clone());
                // The brackets around the mark of a seal.
                if text.text.chars().all(|letter| "()（）".contains(letter)) {
                    line.blanks.push(text);
                } else if label.is_some() || !line.seal.is_empty() || !labels::is_label(&text.text) {
                    return None;
                } else {
                    label = Some(text);
                }
            }
            Token::Blank(range) => {
                line.blanks.push(words.slice(range.clone()));
                line.fields.extend(label.take().map(|label| DraftField::of(without_colon(&label))));
                if line.fields.is_empty() {
                    return None;
                }
            }
            Token::Seal(range) => {
                line.fields.extend(label.take().map(|label| DraftField::of(without_colon(&label))));
                if line.fields.is_empty() || !line.seal.is_empty() {
                    return None;
                }
                line.seal = words.slice(range.clone());
            }
            Token::Date(range, calendar) => {
                let label = without_colon(&label.take()?);
                line.fields.push(dated_field(label, words.slice(range.clone()), *calendar));
            }
            Token::Box(_) => return None,
        }
    }
    if let Some(label) = label {
        // A label at the end has no place to write behind it. It is one all the same if it ends in a colon or is a
        // usual one.
        let open = label.text.ends_with([':', '：']) && label.text.chars().count() < 20;
        if !open && !labels::is_known(&label.text) {
            return None;
        }
        line.fields.push(DraftField::of(without_colon(&label)));
    }
    (!line.fields.is_empty()).then_some(line)
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
