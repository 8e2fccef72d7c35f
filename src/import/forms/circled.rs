//! Words of which some are circled by hand: 男・女, 有・無, and those below a label that asks for it
//! (tests/cases/import-docx/circled.txt).

use super::asked::{AskedFields, called_after, choice_type, room_of};
use super::tokens::{Token, tokens};
use crate::content::FieldType;
use crate::import::outline::draft::DraftField;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::labels;

/// Whether `letter` parts words to circle.
pub(in crate::import) fn is_between(letter: char) -> bool {
    matches!(letter, '・' | '･' | '／' | '/' | '、')
}

/// The most letters of a word to circle.
const LONGEST: usize = 8;

/// Words that exclude each other, parted by signs, with nothing else but room behind one: 有（　　　）・無.
pub(super) fn circled_pair(words: &SourceWords, list: &[Token]) -> Option<AskedFields> {
    let asked = circled(words, list, is_between)?;
    asked.fields.first().is_some_and(|choice| choice.kind == FieldType::Radio).then_some(asked)
}

/// A label before such words on one line: 性別　男・女.
pub(super) fn circled_line(words: &SourceWords) -> Option<AskedFields> {
    let text = words.text.as_str();
    let after = text.find(['\u{3000}', ' ', ':', '：'])?;
    let label = super::labelled::without_colon(&words.slice(0..after));
    let begin = text.len() - text[after..].trim_start_matches([':', '：', ' ', '\u{3000}']).len();
    let rest = words.slice(begin..text.len());
    let words_to_circle = || {
        let list = tokens(&rest.text);
        circled_pair(&rest, &list).or_else(|| circled(&rest, &list, is_between).filter(|_| is_set_apart(&rest.text)))
    };
    let mut asked = labels::is_label(&label.text).then(words_to_circle).flatten()?;
    asked.blanks.extend(Some(words.slice(after..begin)).filter(|sign| !sign.is_empty()));
    for field in &mut asked.fields {
        field.label = called_after(&label, &field.label);
    }
    Some(asked)
}

/// Whether there is room around each sign between words, so that they are to be circled and no list: 端末　・　紙.
fn is_set_apart(text: &str) -> bool {
    let blank = |letter: Option<char>| letter.is_some_and(|letter| letter == '\u{3000}');
    let mut signs = text.match_indices(is_between).peekable();
    signs.peek().is_some()
        && signs
            .all(|(at, sign)| blank(text[..at].chars().next_back()) && blank(text[at + sign.len()..].chars().next()))
}

/// The words of a cell whose label asks to mark some of them: 電話　ＦＡＸ　その他（　　　）beside 連絡方法（該当に○）.
pub(super) fn circled_words(label: &SourceWords, words: &SourceWords) -> Option<AskedFields> {
    let is_asked = label.text.contains(['○', '〇', '◯']);
    let between = |letter: char| is_between(letter) || letter.is_whitespace();
    is_asked.then(|| circled(words, &tokens(&words.text), between)).flatten()
}

/// The words parted by what is `between` them as the options of one field without a label, then the room behind options.
fn circled(words: &SourceWords, list: &[Token], between: impl Fn(char) -> bool) -> Option<AskedFields> {
    let mut field = DraftField::text(SourceWords::default());
    let mut asked = AskedFields::default();
    let mut written_in: Vec<usize> = Vec::new();
    for token in list {
        match token {
            Token::Text(range) => {
                let mut from = range.start;
                let text = &words.text[range.clone()];
                for (at, letter) in text.char_indices().filter(|(_, letter)| between(*letter)) {
                    let (start, end) = (range.start + at, range.start + at + letter.len_utf8());
                    field.options.push(words.slice(from..start));
                    asked.blanks.push(words.slice(start..end));
                    from = end;
                }
                field.options.push(words.slice(from..range.end));
            }
            Token::Blank(range) => {
                let blank = words.slice(range.clone());
                if !blank.is_empty() {
                    written_in.extend(field.options.len().checked_sub(1));
                }
                asked.blanks.push(blank);
            }
            Token::Date(..) | Token::Box(_) | Token::Seal(_) => return None,
        }
    }
    let rooms: Vec<SourceWords> = written_in.iter().filter_map(|at| field.options.get(*at).cloned()).collect();
    field.options.retain(|option| !option.is_empty());
    asked.blanks.retain(|blank| !blank.is_empty());
    let is_word = |option: &SourceWords| labels::is_label(&option.text) && option.text.chars().count() <= LONGEST;
    if field.options.len() < 2 || !field.options.iter().all(is_word) || rooms.iter().any(SourceWords::is_empty) {
        return None;
    }
    field.kind = choice_type(&field.options);
    let rooms: Vec<DraftField> = rooms.iter().map(|option| room_of(&field, option)).collect();
    asked.fields.push(field);
    asked.fields.extend(rooms);
    Some(asked)
}
