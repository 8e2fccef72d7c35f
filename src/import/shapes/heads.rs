//! Lines that are heads of divisions: 附則, 別紙, 別表, 様式.

use std::ops::Range;

/// The kind of division that a head begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// 附則
    Supplementary,
    /// 別紙, 別添
    Appendix,
    /// 別表
    Table,
    /// 様式. The reader of forms takes its division over.
    Form,
}

/// The head of a division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivisionHead {
    /// The kind of division that it begins.
    pub begins: Begins,
    /// The place of its label in the line: 別紙様式2.
    pub label: Range<usize>,
    /// The place of its title, if it has one; empty otherwise.
    pub title: Range<usize>,
}

/// Brackets that are put around heads and titles.
const OPEN: [char; 11] = ['【', '＜', '<', '《', '〈', '「', '『', '［', '[', '（', '('];
const CLOSE: [char; 11] = ['】', '＞', '>', '》', '〉', '」', '』', '］', ']', '）', ')'];

/// The place of what stands inside brackets around the whole of `text`.
#[must_use]
pub fn inside(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let body = text.trim();
    let open = body.chars().next()?;
    let close = CLOSE[OPEN.iter().position(|one| *one == open)?];
    let inner = body[open.len_utf8()..].strip_suffix(close)?;
    // （甲）及び（乙） is not in brackets as a whole.
    // A bracket within brackets, （目的（甲））, is still a whole.
    let whole = !inner.contains(close) || inner.rfind(open).is_some_and(|at| inner[..at].rfind(close).is_none());
    (whole && !inner.trim().is_empty()).then(|| start + open.len_utf8()..start + open.len_utf8() + inner.len())
}

/// The head of a division that the line is.
#[must_use]
pub fn division(text: &str) -> Option<DivisionHead> {
    let whole = inside(text).unwrap_or(0..text.len());
    let inner = &text[whole.clone()];
    // A longer line or one with 、 is a sentence about an appendix.
    if inner.trim().chars().count() > 40 || inner.contains(['。', '、']) {
        return None;
    }
    let found = named_head(inner).or_else(|| dressed(text)).or_else(|| trailing(text));
    // `named_head` saw the letters inside the brackets, and the other two saw the whole line.
    let base = if named_head(inner).is_some() { whole.start } else { 0 };
    found.map(|head| DivisionHead {
        label: shift_range(&head.label, base),
        title: shift_range(&head.title, base),
        ..head
    })
}

fn shift_range(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

// The first name that the line begins with is taken, so that 別紙様式 stands before 別紙.
const NAMES: [(&str, Begins); 26] = [
    ("附則", Begins::Supplementary),
    ("付則", Begins::Supplementary),
    ("改正附則", Begins::Supplementary),
    ("改正付則", Begins::Supplementary),
    ("制定附則", Begins::Supplementary),
    ("参考様式", Begins::Form),
    ("標準様式", Begins::Form),
    ("別添様式", Begins::Form),
    ("別紙様式", Begins::Form),
    ("別記様式", Begins::Form),
    ("様式", Begins::Form),
    ("別表", Begins::Table),
    ("別紙", Begins::Appendix),
    ("別添", Begins::Appendix),
    ("別記", Begins::Appendix),
    ("別図", Begins::Appendix),
    ("別冊", Begins::Appendix),
    ("付録", Begins::Appendix),
    ("附録", Begins::Appendix),
    ("参考資料", Begins::Appendix),
    ("添付資料", Begins::Appendix),
    ("資料", Begins::Appendix),
    ("参考", Begins::Appendix),
    ("付表", Begins::Table),
    ("附表", Begins::Table),
    ("別掲", Begins::Appendix),
];

/// 附　則, 別表第１　職種, 別紙様式2（第3条関係）, 第１号様式.
fn named_head(text: &str) -> Option<DivisionHead> {
    let start = text.len() - text.trim_start().len();
    let (length, begins) = numbered_form(&text[start..]).map(|length| (length, Begins::Form)).or_else(|| {
        NAMES.iter().find_map(|(name, begins)| {
            let name_end = spaced(&text[start..], name)?;
            let number = number_length(&text[start + name_end..]);
            // Words such as 資料 begin sentences too.
            // 附則第１条 is a reference: supplementary provisions bear no numbers of their own.
            let plain = *begins == Begins::Supplementary && number > 0;
            let vague = number == 0 && matches!(*name, "資料" | "別冊" | "参考");
            (!plain && !vague).then_some((name_end + number, *begins))
        })
    })?;
    let end = start + length;
    let rest = &text[end..];
    // 別紙のとおり goes on as a word; 抄 says that 附則 is reprinted in part: tests/cases/import/circle-title.txt.
    let closes = rest.chars().next().is_none_or(|next| {
        next.is_whitespace()
            || OPEN.contains(&next)
            || CLOSE.contains(&next)
            || matches!(next, '：' | ':' | '．' | '抄')
    });
    // 様式第３号（第２条関係）により is of a sentence, and so is a line that closes what another opened.
    let sentence = rest.rfind(['）', ')']).is_some_and(|at| {
        let after = rest[at..].chars().nth(1);
        after.is_some_and(|next| "にをのがはとへでもやか又及並".contains(next))
    });
    (closes && !sentence && !is_torn(rest)).then_some(DivisionHead {
        begins,
        label: start..end,
        title: end..text.len(),
    })
}

/// Whether `text` closes a bracket that it does not open.
fn is_torn(text: &str) -> bool {
    let mut depth = 0i32;
    text.chars().any(|letter| {
        depth += match letter {
            '（' | '(' | '「' => 1,
            '）' | ')' | '」' => -1,
            _ => 0,
        };
        depth < 0
    })
}

/// Counts the bytes of `text` that are a number before the word form: 第１号様式, 別記第１号様式その２, 第 3 号 様 式.
fn numbered_form(text: &str) -> Option<usize> {
    let before = spaced(text, "別記").or_else(|| spaced(text, "別紙")).unwrap_or(0);
    // 第 2 号 様 式 in tests/cases/import/form-heads.txt is spread over its line.
    let lead = text[before..].len() - text[before..].trim_start().len();
    let number = &text[before + lead..];
    let length = number.starts_with('第').then(|| number_length(number)).filter(|length| *length > 0)?;
    let end = before + lead + length;
    let form = spaced(&text[end..], "様式")?;
    // 第１号様式の　記入例 names no part of the form, since no number follows.
    let part = spaced(&text[end + form..], "その").or_else(|| spaced(&text[end + form..], "の")).and_then(|part| {
        let number = number_length(&text[end + form + part..]);
        (number > 0).then_some(part + number)
    });
    let part = part.unwrap_or(0);
    // 第２　様式 without 号 is a number of guidelines whose heading is 様式.
    number[..length].trim_end().ends_with('号').then_some(end + form + part)
}

/// ＜別表1＞職種: the brackets stand around the label alone.
fn dressed(text: &str) -> Option<DivisionHead> {
    let start = text.len() - text.trim_start().len();
    let open = text[start..].chars().next()?;
    let close = CLOSE[OPEN.iter().position(|one| *one == open)?];
    let inner = start + open.len_utf8();
    let end = inner + text[inner..].find(close)?;
    let head = named_head(&text[inner..end])?;
    let after = end + close.len_utf8();
    // （別紙様式1）を提出する begins a sentence; ＜別表1＞職種 does not.
    (head.title.is_empty() && open != '（' && open != '(').then_some(DivisionHead {
        label: inner..end,
        title: after..text.len(),
        ..head
    })
}

/// 【留意事項】別紙.
fn trailing(text: &str) -> Option<DivisionHead> {
    let body = text.trim_end();
    // The label may stand at the end of the line, at the right edge of the page; only behind a title in brackets, as
    // other lines end in 別紙 too.
    let at = ["別紙", "別添"].iter().find_map(|name| body.strip_suffix(name)).map(str::len)?;
    let bracketed = inside(&body[..at])?;
    Some(DivisionHead { begins: Begins::Appendix, label: at..body.len(), title: bracketed })
}

/// Counts the bytes of `text` that spell `name`, white space between its letters aside.
fn spaced(text: &str, name: &str) -> Option<usize> {
    let mut wanted = name.chars();
    let mut next = wanted.next();
    for (at, letter) in text.char_indices() {
        match next {
            None => return Some(at),
            Some(letter_wanted) if letter == letter_wanted => next = wanted.next(),
            Some(_) if letter.is_whitespace() => {}
            Some(_) => return None,
        }
    }
    next.is_none().then_some(text.len())
}

/// Counts the bytes of `text` that are a number with its counter: 1, 第１号, ー２, 第 3 号の２.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut digits = false;
    for (at, letter) in text.char_indices() {
        let numeral =
            letter.is_ascii_digit() || ('０'..='９').contains(&letter) || "一二三四五六七八九十".contains(letter);
        let rest = &text[at..];
        // Texts of PDFs have 様式第 3 号 with blanks.
        let blank = letter.is_whitespace() && (!digits || rest.trim_start().starts_with('号'));
        let joint = matches!(letter, '第' | '号' | '-' | '－' | '‐' | '−' | 'の');
        if !numeral && !joint && !blank {
            break;
        }
        digits |= numeral;
        if !blank {
            end = at + letter.len_utf8();
        }
    }
    if digits { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(Begins, &str, &str)> {
        division(text).map(|head| (head.begins, &text[head.label], text[head.title].trim()))
    }

    #[test]
    fn divisions_are_known_by_their_heads() {
        assert_eq!(seen("附　則"), Some((Begins::Supplementary, "附　則", "")));
        assert_eq!(seen("附則（令和２年規程第１号）"), Some((Begins::Supplementary, "附則", "（令和２年規程第１号）")));
        assert_eq!(seen("＜別表1＞"), Some((Begins::Table, "別表1", "")));
        assert_eq!(seen("別表第２　職種"), Some((Begins::Table, "別表第２", "職種")));
        assert_eq!(seen("<別紙様式2>"), Some((Begins::Form, "別紙様式2", "")));
        assert_eq!(seen("様式第１号（第６条関係）"), Some((Begins::Form, "様式第１号", "（第６条関係）")));
        assert_eq!(seen("【留意事項】別紙"), Some((Begins::Appendix, "別紙", "留意事項")));
        assert_eq!(seen("別紙"), Some((Begins::Appendix, "別紙", "")));
        assert_eq!(seen("第１号様式（第１条関係）"), Some((Begins::Form, "第１号様式", "（第１条関係）")));
        assert_eq!(seen("別記第２号様式その１ 届"), Some((Begins::Form, "別記第２号様式その１", "届")));
        assert_eq!(seen("<様式第 3 号>"), Some((Begins::Form, "様式第 3 号", "")));
        assert_eq!(seen("様 式 5"), Some((Begins::Form, "様 式 5", "")));
        assert_eq!(seen("参考様式１"), Some((Begins::Form, "参考様式１", "")));
        assert_eq!(seen("別図"), Some((Begins::Appendix, "別図", "")));
        assert_eq!(seen("資料１　連絡先"), Some((Begins::Appendix, "資料１", "連絡先")));
        assert_eq!(seen("附　則(令和3年告示第5号)抄"), Some((Begins::Supplementary, "附　則", "(令和3年告示第5号)抄")));
        for text in [
            "別紙のとおり",
            "別表1のとおり定める。",
            "附則第１条",
            "様式を定める",
            "（別紙様式1）を提出する",
            "別紙様式 2)",
            "資料",
            "様式第３号（第２条関係）により",
            "別表第１（第２条関係）に定める",
            "第１号様式の　記入例",
            "別記第２号様式その他",
        ] {
            assert_eq!(seen(text), None, "{text}");
        }
    }

    #[test]
    fn brackets_are_around_the_whole() {
        assert_eq!(inside("（甲）及び（乙）"), None);
        assert_eq!(inside("（目的（甲））"), Some(3..18));
    }
}
