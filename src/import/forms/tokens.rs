//! A line of a form as words, places to write on, boxes, dates and the mark of a seal.

use std::ops::Range;

use crate::content::DateCalendar;

/// A stretch of a line, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Token {
    /// Words.
    Text(Range<usize>),
    /// A place to write on: underlines, empty brackets, or much white space.
    Blank(Range<usize>),
    /// Year, month and day without numbers.
    Date(Range<usize>, DateCalendar),
    /// A box to mark.
    Box(Range<usize>),
    /// The mark of a seal.
    Seal(Range<usize>),
}

/// Signs that part the digits of a number to be written: （　　）　　－　　.
pub(in crate::import) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '－' | '‐' | '–' | '—' | '―' | '−')
}

/// Letters that only show where to write.
pub(in crate::import) fn is_blank_letter(letter: char) -> bool {
    letter.is_whitespace()
        || is_dash(letter)
        || is_line(letter)
        || is_box(letter)
        || "()（）[]［］〔〕:：@＠".contains(letter)
}

/// Whether `letter` is a box to mark; somebody may have marked it, as in a sheet that was filled in before.
pub(in crate::import) fn is_box(letter: char) -> bool {
    matches!(letter, '□' | '☐' | '▢' | '☑' | '☒')
}

fn is_line(letter: char) -> bool {
    matches!(letter, '_' | '＿')
}

/// The parts of `text`, in their order.
pub(in crate::import) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let (mut at, mut from) = (0, 0);
    while let Some(letter) = text[at..].chars().next() {
        let Some((token, end)) = token(text, at) else {
            at += letter.len_utf8();
            continue;
        };
        add_text(text, from..at, &mut found);
        found.push(token);
        (at, from) = (end, end);
    }
    add_text(text, from..text.len(), &mut found);
    found
}

fn add_text(text: &str, range: Range<usize>, found: &mut Vec<Token>) {
    if !text[range.clone()].trim().is_empty() {
        found.push(Token::Text(range));
    }
}

fn token(text: &str, at: usize) -> Option<(Token, usize)> {
    let rest = &text[at..];
    let letter = rest.chars().next()?;
    let before = text[..at].chars().next_back();
    // Dates first, since their room would else be room to write on.
    if let Some((length, calendar)) = blank_date(rest, before) {
        return Some((Token::Date(at..at + length, calendar), at + length));
    }
    if is_line(letter) {
        let end = at + run_length(rest, |letter| is_line(letter) || letter.is_whitespace());
        return Some((Token::Blank(at..end), end));
    }
    let end = at + letter.len_utf8();
    match letter {
        _ if is_box(letter) => Some((Token::Box(at..end), end)),
        '㊞' => Some((Token::Seal(at..end), end)),
        '印' => {
            let beside = |letter: Option<char>| {
                letter.is_none_or(|letter| letter.is_whitespace() || is_line(letter) || "()（）".contains(letter))
            };
            // 印 within a word, as in 印刷, is no mark of a seal.
            let stands = beside(before) && beside(text[end..].chars().next());
            stands.then_some((Token::Seal(at..end), end))
        }
        '（' | '(' | '［' | '[' | '〔' => {
            let inner = run_length(&text[end..], |letter| is_line(letter) || letter.is_whitespace());
            let close = text[end + inner..].chars().next().filter(|close| "）)］]〕".contains(*close))?;
            let end = end + inner + close.len_utf8();
            // () without anything in it is a sign of the text.
            (inner > 0).then_some((Token::Blank(at..end), end))
        }
        _ if letter.is_whitespace() => {
            let length = run_length(rest, char::is_whitespace);
            let width: usize = rest[..length].chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
            let next = rest[length..].trim_start_matches(['（', '(']);
            let sealed = next.starts_with(['印', '㊞']);
            // Room before 年 is of the date; room behind a label in the brackets beside a seal is of that label.
            if blank_date(&rest[length..], None).is_some() || is_beside_seal(&text[..at], &rest[length..]) {
                return None;
            }
            // Four wide letters are more than people leave between words; before a seal half of that is room for a
            // name.
            (width >= 8 || (width >= 4 && sealed)).then_some((Token::Blank(at..at + length), at + length))
        }
        _ => None,
    }
}

/// Whether room stands at the end of brackets that follow the mark of a seal: ㊞（続柄　　　　）.
fn is_beside_seal(before: &str, after: &str) -> bool {
    let Some(open) = before.rfind(['（', '(']) else { return false };
    let unclosed = !before[open..].contains(['）', ')']);
    let sealed = before[..open].trim_end().trim_end_matches(['）', ')']).ends_with(['印', '㊞']);
    unclosed && sealed && after.starts_with(['）', ')'])
}

/// Counts the bytes of such letters at the head of `text`.
fn run_length(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !wanted(letter)).unwrap_or(text.len())
}

/// 令和　年　月　日 at the head of `text`: how long it is, and what stands before the year.
fn blank_date(text: &str, before: Option<char>) -> Option<(usize, DateCalendar)> {
    let named = [("令和", DateCalendar::Era), ("（西暦）", DateCalendar::Western), ("(西暦)", DateCalendar::Western)];
    // 昭和・平成・令和: which of them is meant is marked by hand (tests/cases/import-docx/form-tables.txt).
    let chosen = before.is_some_and(|before| "・/／、,".contains(before));
    let head = named.into_iter().find(|(name, _)| text.starts_with(name)).filter(|_| !chosen);
    let (mut at, calendar) = head.map_or((0, DateCalendar::None), |(name, calendar)| (name.len(), calendar));
    // 毎年 is no blank.
    if head.is_none() && before.is_some_and(|before| !before.is_whitespace() && !"_＿:：西暦".contains(before)) {
        return None;
    }
    // Room before a bare 年 stands outside the date (`token` skips it), and none need stand behind 令和.
    for (place, unit) in ['年', '月', '日'].into_iter().enumerate() {
        let room = run_length(&text[at..], |letter| is_line(letter) || letter.is_whitespace());
        if place > 0 && room == 0 || (place == 0 && head.is_none() && room > 0) {
            return None;
        }
        at += room + text[at + room..].strip_prefix(unit).map(|_| unit.len_utf8())?;
    }
    Some((at, calendar))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        let word = |token: Token| match token {
            Token::Text(range) => text[range].trim().to_owned(),
            Token::Blank(_) => "_".to_owned(),
            Token::Date(_, calendar) => format!("<{}>", calendar.word()),
            Token::Box(_) => "□".to_owned(),
            Token::Seal(_) => "印".to_owned(),
        };
        tokens(text).into_iter().map(word).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn lines_are_taken_apart() {
        assert_eq!(seen("氏　名：＿＿＿＿　㊞"), "氏　名：|_|印");
        assert_eq!(seen("氏　名　　　　（印）"), "氏　名|_|（|印|）");
        assert_eq!(seen("事業所名（　　　）"), "事業所名|_");
        assert_eq!(seen("申込日　令和　　年　　月　　日"), "申込日|<era>");
        assert_eq!(seen("（西暦） 　年 　月 　日"), "<western>");
        assert_eq!(seen("年　月　日"), "<none>");
        assert_eq!(seen("毎年　月　日を定める"), "毎年　月　日を定める");
        assert_eq!(seen("令和7年3月1日"), "令和7年3月1日");
        assert_eq!(seen("□男　☐女"), "□|男|□|女");
        assert_eq!(seen("☒男　☑女"), "□|男|□|女");
        assert_eq!(seen("印鑑と押印"), "印鑑と押印");
        assert_eq!(seen("氏名　　　㊞（続柄　　　　　）"), "氏名|_|印|（続柄　　　　　）");
    }
}
