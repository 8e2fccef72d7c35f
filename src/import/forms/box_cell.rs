//! What a cell of a form's table asks for: nothing but room, a date, options, the mark of a seal, a code, a number.

use super::asked::{AskedFields, choice_type, room_of};
use super::circled::circled_pair;
use super::labelled::{labelled_line, without_colon};
use super::tokens::{self, Token, tokens};
use crate::content::FieldType;
use crate::import::outline::draft::DraftField;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::labels;

/// The words in a cell.
#[derive(Debug, Clone)]
pub(super) enum CellContent {
    /// Nothing, or only what shows where to write; the words of that.
    Empty(Vec<SourceWords>),
    /// A label.
    Label(SourceWords),
    /// Something to fill in besides room.
    Asks(AskedFields),
    /// Sentences, or what is not understood.
    Text(SourceWords),
}

/// The most letters of a counter word.
const LONGEST_UNIT: usize = 4;

/// Returns the content of the cell `words`.
pub(super) fn cell_content(words: &SourceWords) -> CellContent {
    if words.text.chars().all(tokens::is_blank_letter) {
        return CellContent::Empty(Some(words.clone()).filter(|words| !words.is_empty()).into_iter().collect());
    }
    let tokens = tokens(&words.text);
    let postal = postal_code(words, &tokens);
    let asked = postal.or_else(|| boxed_options(words, &tokens)).or_else(|| circled_pair(words, &tokens));
    let asked = asked.or_else(|| date_or_seal(words, &tokens));
    let asked = asked.or_else(|| counted_room(words, &tokens)).or_else(|| several_labels(words, &tokens));
    match asked {
        Some(asked) => CellContent::Asks(asked),
        None if tokens.len() == 1 && labels::is_label(&words.text) => CellContent::Label(words.clone()),
        None => CellContent::Text(words.clone()),
    }
}

/// Signs that part the digits of a number to be written.
fn is_of_dashes(text: &str) -> bool {
    text.chars().all(|letter| tokens::is_dash(letter) || letter.is_whitespace() || "()（）".contains(letter))
}

/// 〒　　－　　: a postal code; what stands behind it is room for the address.
fn postal_code(words: &SourceWords, list: &[Token]) -> Option<AskedFields> {
    let text = words.text.as_str();
    let start = text.find('〒')?;
    let rest = &text[start + '〒'.len_utf8()..];
    // 〒　　　－ alone in its cell, as in tests/cases/import-docx/form-tables.txt; with words behind it the line is an
    // address.
    let bare = |text: &str| text.chars().all(tokens::is_blank_letter);
    if !bare(&text[..start])
        || !bare(rest)
        || list.iter().any(|token| matches!(token, Token::Date(..) | Token::Seal(_)))
    {
        return None;
    }
    let mark = words.slice(start..start + '〒'.len_utf8());
    let blank = words.slice(start + '〒'.len_utf8()..text.len());
    let field = DraftField { kind: FieldType::PostalCode, ..DraftField::text(mark) };
    let blanks = [words.slice(0..start), blank].into_iter().filter(|words| !words.is_empty()).collect();
    // The mark heads a field of its own, and the room beside it is of the label.
    Some(AskedFields {
        fields: vec![field, DraftField::text(SourceWords::default())],
        blanks,
        ..AskedFields::default()
    })
}

/// Boxes to mark, each before its words; room and brackets behind an option are of it.
pub(super) fn boxed_options(words: &SourceWords, list: &[Token]) -> Option<AskedFields> {
    let first = list.iter().position(|token| matches!(token, Token::Box(_)))?;
    let mut field = DraftField::text(SourceWords::default());
    let mut asked = AskedFields::default();
    for token in &list[..first] {
        match token {
            Token::Text(range) if labels::is_label(&words.text[range.clone()]) && field.label.is_empty() => {
                field.label = without_colon(&words.slice(range.clone()));
            }
            Token::Blank(range) => asked.blanks.push(words.slice(range.clone())),
            // Anything else before the first box is a sentence, which has to stay one.
            Token::Text(_) | Token::Date(..) | Token::Box(_) | Token::Seal(_) => return None,
        }
    }
    let mut open = false;
    // The places of the options that have room behind them.
    let mut written_in: Vec<usize> = Vec::new();
    for token in &list[first..] {
        match token {
            Token::Box(range) => {
                asked.blanks.push(words.slice(range.clone()));
                open = true;
            }
            Token::Text(range) if open => {
                field.options.push(words.slice(range.clone()));
                open = false;
            }
            // その他（　　　）に記入
            Token::Text(range) => field.options.last_mut()?.join_with("\u{3000}", &words.slice(range.clone())),
            Token::Blank(range) => {
                let blank = words.slice(range.clone());
                // □その他（　　　）: the brackets are room for words of one's own (tests/cases/import/form-lines.txt).
                if !open && !blank.text.trim().is_empty() {
                    written_in.extend(field.options.len().checked_sub(1));
                }
                asked.blanks.push(blank);
            }
            Token::Date(..) | Token::Seal(_) => return None,
        }
    }
    // A box without words behind it has nothing that could be chosen.
    if field.options.is_empty() || open {
        return None;
    }
    written_in.dedup();
    let rooms = written_in.iter().filter_map(|at| field.options.get(*at));
    let rooms: Vec<DraftField> = rooms.map(|option| room_of(&field, option)).collect();
    field.kind = choice_type(&field.options);
    asked.fields.push(field);
    asked.fields.extend(rooms);
    Some(asked)
}

/// A date, a seal, or both, with nothing else but room.
fn date_or_seal(words: &SourceWords, list: &[Token]) -> Option<AskedFields> {
    let mut asked = AskedFields::default();
    for token in list {
        match token {
            Token::Date(range, calendar) if asked.fields.is_empty() => {
                let line = words.slice(range.clone());
                let none = DraftField::text(SourceWords::default());
                asked.fields.push(DraftField { kind: FieldType::Date, calendar: *calendar, line, ..none });
            }
            Token::Seal(range) if asked.seal.is_empty() => asked.seal = words.slice(range.clone()),
            Token::Blank(range) => asked.blanks.push(words.slice(range.clone())),
            // A telephone number is written on （　　　）　　　－ in tests/cases/import-docx/form-tables.txt.
            Token::Text(range) if is_of_dashes(&words.text[range.clone()]) => {
                asked.blanks.push(words.slice(range.clone()));
            }
            Token::Date(..) | Token::Seal(_) | Token::Text(_) | Token::Box(_) => return None,
        }
    }
    if asked.fields.is_empty() {
        asked.fields.push(DraftField::text(SourceWords::default()));
    }
    Some(asked)
}

/// Room with a counter word behind it: 　　　人.
fn counted_room(words: &SourceWords, list: &[Token]) -> Option<AskedFields> {
    // 個 stands behind the room for 個数 in tests/cases/import-docx/form-tables.txt.
    let (unit, room) = match list {
        [Token::Blank(room), Token::Text(unit)] => (words.slice(unit.clone()), words.slice(room.clone())),
        // White space at the head of a cell is cut from its words.
        [Token::Text(unit)] if is_counter(words.text[unit.clone()].trim()) => {
            (words.slice(unit.clone()), SourceWords::default())
        }
        _ => return None,
    };
    if unit.text.chars().count() > LONGEST_UNIT || !labels::is_label(&unit.text) {
        return None;
    }
    let blanks = Some(room).filter(|room| !room.is_empty()).into_iter().collect();
    Some(AskedFields { fields: vec![DraftField::text(SourceWords::default())], blanks, unit, ..AskedFields::default() })
}

/// Whether the words count what is to be written before them.
fn is_counter(text: &str) -> bool {
    const COUNTERS: [&str; 34] = [
        "人", "名", "歳", "才", "円", "千円", "万円", "件", "回", "台", "床", "個", "本", "枚", "冊", "部", "組", "席",
        "室", "点", "世帯", "箇所", "か所", "ヶ所", "％", "%", "時間", "分", "日間", "か月", "箇月", "ヶ月", "㎡",
        "kg",
    ];
    COUNTERS.contains(&text)
}

/// Labels with room beside them: 自宅　　　　携帯.
fn several_labels(words: &SourceWords, list: &[Token]) -> Option<AskedFields> {
    // （自宅）　　（携帯） are two in tests/cases/import-docx/form-tables.txt. A cell of one word without room is a label of
    // another.
    let parted = list.iter().any(|token| matches!(token, Token::Blank(_) | Token::Seal(_) | Token::Date(..)));
    if let Some(line) = labelled_line(words, list).filter(|_| parted) {
        return Some(AskedFields {
            fields: line.fields,
            seal: line.seal,
            blanks: line.blanks,
            unit: SourceWords::default(),
        });
    }
    // White space at the end of a cell is cut, so that the last label has no room beside it.
    let mut asked = AskedFields::default();
    for token in list {
        match token {
            Token::Text(range) if is_short_label(&words.text[range.clone()]) => {
                asked.fields.push(DraftField::of(without_colon(&words.slice(range.clone()))));
            }
            Token::Blank(range) => asked.blanks.push(words.slice(range.clone())),
            Token::Text(_) | Token::Date(..) | Token::Box(_) | Token::Seal(_) => return None,
        }
    }
    // A single label asks in the cell beside it.
    (asked.fields.len() > 1).then_some(asked)
}

/// Whether `text` may be one of several labels in a cell.
fn is_short_label(text: &str) -> bool {
    /// The most letters of such a label.
    const LONGEST: usize = 12;
    labels::is_label(text) && text.trim().chars().count() <= LONGEST
}
