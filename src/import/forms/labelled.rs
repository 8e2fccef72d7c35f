//! Lines of a form that hold nothing but labels and places to write, or a label and its options.

use super::tokens::Token;
use crate::content::{DateCalendar, FieldType};
use crate::import::outline::draft::Field;
use crate::import::outline::words::Words;
use crate::import::shapes::labels;

pub(in crate::import) fn date_field(label: Words, line: Words, calendar: DateCalendar) -> Field {
    let label = if label.is_empty() { line.clone() } else { label };
    Field { kind: FieldType::Date, calendar, line, ..Field::text(label) }
}

pub(in crate::import) fn without_colon(words: &Words) -> Words {
    words.slice(0..words.text.trim_end_matches([':', '：', ' ', '\u{3000}']).len())
}

/// What a line of labels has.
pub(in crate::import) struct Labels {
    pub(in crate::import) fields: Vec<Field>,
    pub(in crate::import) seal: Words,
    pub(in crate::import) blanks: Vec<Words>,
}

/// The labels of a line that has nothing but labels, blanks and a seal at its end.
pub(in crate::import) fn labels(words: &Words, tokens: &[Token]) -> Option<Labels> {
    let mut line = Labels { fields: Vec::new(), seal: Words::default(), blanks: Vec::new() };
    let mut label: Option<Words> = None;
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
                line.fields.extend(label.take().map(|label| Field::of(without_colon(&label))));
                if line.fields.is_empty() {
                    return None;
                }
            }
            Token::Seal(range) => {
                line.fields.extend(label.take().map(|label| Field::of(without_colon(&label))));
                if line.fields.is_empty() || !line.seal.is_empty() {
                    return None;
                }
                line.seal = words.slice(range.clone());
            }
            Token::Date(range, calendar) => {
                let label = without_colon(&label.take()?);
                line.fields.push(date_field(label, words.slice(range.clone()), *calendar));
            }
            Token::Box(_) => return None,
        }
    }
    if let Some(label) = label {
        let open = label.text.ends_with([':', '：']) && label.text.chars().count() < 20;
        if !open && !labels::is_known(&label.text) {
            return None;
        }
        line.fields.push(Field::of(without_colon(&label)));
    }
    (!line.fields.is_empty()).then_some(line)
}

/// A label and its options, with the boxes; `None` where there is more in the line.
pub(in crate::import) fn options(words: &Words, tokens: &[Token]) -> Option<(Words, Vec<Words>, Vec<Words>)> {
    let (mut label, mut options, mut boxes) = (Words::default(), Vec::new(), Vec::new());
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
