//! Lines that are heads without a number: 附則, 別紙, 別表, 様式, はじめに, titles, captions in brackets.

use std::ops::Range;

use crate::base::notation::widths::folded;

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
    let whole = !inner.contains(close) || inner.rfind(open).is_some_and(|at| inner[..at].rfind(close).is_none());
    (whole && !inner.trim().is_empty()).then(|| start + open.len_utf8()..start + open.len_utf8() + inner.len())
}

/// The head of a division that the line is.
#[must_use]
pub fn division(text: &str) -> Option<DivisionHead> {
    let whole = inside(text).unwrap_or(0..text.len());
    let inner = &text[whole.clone()];
    if inner.trim().chars().count() > 40 || inner.contains(['。', '、']) {
        return None;
    }
    let found = named_head(inner).or_else(|| dressed(text)).or_else(|| trailing(text));
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

const NAMES: [(&str, Begins); 8] = [
    ("附則", Begins::Supplementary),
    ("付則", Begins::Supplementary),
    ("別紙様式", Begins::Form),
    ("別記様式", Begins::Form),
    ("様式", Begins::Form),
    ("別表", Begins::Table),
    ("別紙", Begins::Appendix),
    ("別添", Begins::Appendix),
];

/// 附　則, 別表第１　職種, 別紙様式2（第3条関係）.
fn named_head(text: &str) -> Option<DivisionHead> {
    let start = text.len() - text.trim_start().len();
    let (name, begins) = NAMES.iter().find_map(|(name, begins)| Some((spaced(&text[start..], name)?, *begins)))?;
    let mut end = start + name;
    let number = number_length(&text[end..]);
    end += number;
    let rest = &text[end..];
    let next = rest.chars().next();
    let closes = next.is_none_or(|next| {
        next.is_whitespace() || OPEN.contains(&next) || CLOSE.contains(&next) || matches!(next, '：' | ':' | '．')
    });
    let plain = begins == Begins::Supplementary && number > 0;
    if !closes || plain {
        return None;
    }
    Some(DivisionHead { begins, label: start..end, title: end..text.len() })
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
    (head.title.is_empty() && open != '（' && open != '(').then_some(DivisionHead {
        label: inner..end,
        title: after..text.len(),
        ..head
    })
}

/// 【留意事項】別紙.
fn trailing(text: &str) -> Option<DivisionHead> {
    let body = text.trim_end();
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

/// Counts the bytes of `text` that are a number with its counter: 1, 第１号, ー２.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut digits = false;
    for (at, letter) in text.char_indices() {
        let numeral =
            letter.is_ascii_digit() || ('０'..='９').contains(&letter) || "一二三四五六七八九十".contains(letter);
        let joint = matches!(letter, '第' | '号' | '-' | '－' | 'の') || (letter.is_whitespace() && !digits);
        if !numeral && !joint {
            break;
        }
        digits |= numeral;
        end = at + letter.len_utf8();
    }
    if digits { end } else { 0 }
}

/// Headings that need no number and no markup.
#[must_use]
pub fn is_preface(text: &str) -> bool {
    matches!(folded(text).as_str(), "はじめに" | "前文" | "まえがき" | "序文" | "序" | "おわりに" | "あとがき")
}

/// Whether `text` could be a title of a document: what it is called by, and no sentence.
#[must_use]
pub fn is_title_text(text: &str) -> bool {
    const ENDS: [&str; 20] = [
        "ポリシー",
        "規程",
        "規定",
        "規約",
        "規則",
        "会則",
        "要綱",
        "要領",
        "ルール",
        "準則",
        "マニュアル",
        "指針",
        "方針",
        "細則",
        "ガイドライン",
        "手引き",
        "手引",
        "手順書",
        "取決め",
        "憲章",
    ];
    let text = folded(text);
    let bare = inside(&text).map_or(text.as_str(), |inner| &text[inner]);
    let bare = ["(案)", "(改正版)", "(改訂版)", "改正版", "改訂版"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    let sentence = bare.contains(['。', '、', '※']) || bare.starts_with('・');
    !sentence && (4..=60).contains(&bare.chars().count()) && ENDS.iter().any(|end| bare.ends_with(end))
}

/// Whether `text` could be the title of a form or appendix: short, and no sentence.
#[must_use]
pub fn is_short(text: &str) -> bool {
    let text = folded(text);
    !text.is_empty() && text.chars().count() <= 45 && !text.contains('。') && !text.ends_with(['、', ':', '：'])
}

/// Whether `text` is what forms are called: 利用申込書, 退会届.
#[must_use]
pub fn is_form_title(text: &str) -> bool {
    const ENDS: [&str; 10] =
        ["申込書", "誓約書", "同意書", "届", "届出書", "申請書", "連絡書", "通知書", "報告書", "承諾書"];
    let text = folded(text);
    is_short(&text)
        && text.chars().count() >= 4
        && ENDS.iter().any(|end| text.ends_with(end))
        && !text.contains(['、', ':', '「'])
}

/// Whether `text` is what those who issue documents are called.
#[must_use]
pub fn is_issuer(text: &str) -> bool {
    const ENDS: [&str; 17] = [
        "会",
        "会議",
        "市",
        "区",
        "町",
        "村",
        "県",
        "府",
        "都",
        "センター",
        "会社",
        "法人",
        "事務局",
        "ネットワーク",
        "本部",
        "課",
        "機構",
    ];
    let text = folded(text);
    is_short(&text)
        && text.chars().count() >= 3
        && !text.contains(['、', ':', '※'])
        && ENDS.iter().any(|end| text.ends_with(end))
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
        for text in ["別紙のとおり", "別表1のとおり定める。", "附則第１条", "様式を定める", "（別紙様式1）を提出する"]
        {
            assert_eq!(seen(text), None, "{text}");
        }
    }

    #[test]
    fn titles_are_no_sentences() {
        assert!(is_title_text("みどり町ＭＣＳ運用ポリシー") && is_title_text("「みどり町運用規程」"));
        assert!(!is_title_text("この町のＭＣＳ運用ポリシーです。") && !is_title_text("管理者は、規程"));
        assert!(is_preface("は じ め に") && !is_preface("はじめに述べる"));
        assert_eq!(inside("（甲）及び（乙）"), None);
        assert_eq!(inside("（目的（甲））"), Some(3..18));
    }
}
