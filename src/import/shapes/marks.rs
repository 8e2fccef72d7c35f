//! Numbers and bullets at the head of a line: 第１条, （１）, ①, ア, 一, １－２．, ・, ※1.

use unicode_normalization::UnicodeNormalization as _;

use super::style::{NumberStyle, NumberUnit};
use crate::base::notation::numbers;
use crate::base::notation::numerals::Numeral;

/// The mark at the head of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListMark {
    /// The style in which it is written, and its number with branches; several where it can be read in several ways
    /// (イ).
    pub readings: Vec<(NumberStyle, Vec<u32>)>,
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
}

/// The mark at the head of `text`.
#[must_use]
pub fn find_mark(text: &str) -> Option<ListMark> {
    let start = text.len() - text.trim_start().len();
    let head = Head { text, start };
    head.unit()
        .or_else(|| head.bracketed())
        .or_else(|| head.digits())
        .or_else(|| head.kanji())
        .or_else(|| head.letter())
        .or_else(|| head.bullet())
}

struct Head<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Head<'a> {
    fn body(&self) -> &'a str {
        &self.text[self.start..]
    }

    /// A mark that ends before `after`, a tail of the text.
    fn mark(&self, readings: Vec<(NumberStyle, Vec<u32>)>, after: &str) -> ListMark {
        let end = self.text.len() - after.len();
        let rest = self.text.len() - after.trim_start().len();
        ListMark { readings, unit: None, above: None, start: self.start, end, rest }
    }

    /// 第１条, 第 16 条, 第二条の二, 第三章.
    fn unit(&self) -> Option<ListMark> {
        let (numeral, number, after) = leading_number(self.body().strip_prefix('第')?.trim_start())?;
        let mut letters = after.trim_start().chars();
        let letter = letters.next()?;
        let unit = NumberUnit::of(letter)?;
        let mut number = vec![number];
        let mut rest = letters.as_str();
        // 第三条の二 was put in between two articles: tests/cases/import/articles-kanji.txt.
        while let Some((_, branch, after)) =
            rest.trim_start().strip_prefix('の').and_then(|after| leading_number(after.trim_start()))
        {
            number.push(branch);
            rest = after;
        }
        // 第五条の規定により is a sentence, not the head of an article.
        let next = rest.chars().next();
        if next.is_some_and(|next| "のにをはがでとへもや、。・～〜かま及並又若第中」』）)".contains(next))
        {
            return None;
        }
        let style = NumberStyle::plain("第", numeral, &letter.to_string());
        Some(ListMark { unit: Some(unit), ..self.mark(vec![(style, number)], rest) })
    }

    /// （１）, (ア), ( 1 ), （※1）, ⑴.
    fn bracketed(&self) -> Option<ListMark> {
        let body = self.body();
        let open = body.chars().next()?;
        // ⑴ is one letter, and goes on with the list of (1): tests/cases/import/paragraphs-from-one.txt has ⑴ and ⑵.
        if let Some(value) = precomposed(open) {
            let style = NumberStyle::plain("(", Numeral::Ascii, ")");
            return Some(self.mark(vec![(style, vec![value])], &body[open.len_utf8()..]));
        }
        if !matches!(open, '（' | '(' | '〔' | '［' | '[') {
            return None;
        }
        let close = match open {
            '（' | '(' => ['）', ')'],
            '〔' => ['〕'; 2],
            _ => ['］', ']'],
        };
        let inner_end = body.find(close)?;
        let inner = body[open.len_utf8()..inner_end].trim();
        let (sign, inner) = match inner.strip_prefix(['※', '＊', '*', '注']) {
            Some(rest) => (&inner[..inner.len() - rest.len()], rest.trim()),
            None => ("", inner),
        };
        let after = &body[inner_end..];
        let close = after.chars().next()?;
        let (before, end) = (format!("{open}{sign}"), close.to_string());
        let readings = whole_numbers(inner)
            .into_iter()
            .map(|(numeral, number)| (NumberStyle::plain(&before, numeral, &end), vec![number]));
        let readings: Vec<_> = readings.collect();
        let after = &after[close.len_utf8()..];
        let sound = !readings.is_empty() && !number_goes_on(after);
        sound.then(|| self.mark(readings, after))
    }

    /// １　…, 1. …, １）…, １－２．…, 1.1 ….
    fn digits(&self) -> Option<ListMark> {
        let body = self.body();
        let (numeral, first, mut after) = leading_number(body).filter(|(numeral, ..)| *numeral != Numeral::Kanji)?;
        let (mut last, mut above, mut joint) = (first, None, None);
        while let Some((sign, next, rest)) = joined_number(after) {
            above = Some(body[..body.len() - after.len()].to_owned());
            (last, joint, after) = (next, Some(sign.to_owned()), rest);
        }
        let sign = after.chars().next().filter(|sign| "．.、)）:：，,".contains(*sign));
        let tail = sign.map_or(after, |sign| &after[sign.len_utf8()..]);
        let spaced = tail.is_empty() || tail.starts_with(char::is_whitespace);
        let sound = match sign {
            None => spaced && !is_quantity(tail.trim_start()),
            Some('.' | '．' | ',' | '，' | ':' | '：') => {
                !tail.starts_with(|next: char| next.is_ascii_digit() || ('０'..='９').contains(&next))
            }
            Some(_) => true,
        };
        // Larger numbers at the head of a line are years or sums, not places in a list: 2018.9.
        if !sound || first > 199 || last > 199 || (joint.is_some() && number_goes_on(tail)) {
            return None;
        }
        let after = sign.map_or_else(String::new, String::from);
        let style = NumberStyle { before: String::new(), numeral: Some(numeral), after, joint };
        Some(ListMark { above, ..self.mark(vec![(style, vec![last])], tail) })
    }

    /// 一　…, 十二、….
    fn kanji(&self) -> Option<ListMark> {
        let (numeral, number, after) =
            leading_number(self.body()).filter(|(numeral, ..)| *numeral == Numeral::Kanji)?;
        let sign = after.chars().next()?;
        let (sign, tail) = if "．.、)）".contains(sign) {
            (sign.to_string(), &after[sign.len_utf8()..])
        } else {
            (String::new(), after)
        };
        if sign.is_empty() && !after.starts_with(char::is_whitespace) {
            return None;
        }
        Some(self.mark(vec![(NumberStyle::plain("", numeral, &sign), vec![number])], tail))
    }

    /// ①…, ア　…, イ）…, a) ….
    fn letter(&self) -> Option<ListMark> {
        let body = self.body();
        let letter = body.chars().next()?;
        let after = &body[letter.len_utf8()..];
        let readings = whole_numbers(&letter.to_string());
        if readings.is_empty() {
            return None;
        }
        if readings[0].0 == Numeral::Circled {
            // ①～⑤の is the beginning of a sentence.
            if after.trim_start().starts_with(['～', '〜', '~', '、', '及', '又']) {
                return None;
            }
            return Some(self.mark(vec![(NumberStyle::plain("", Numeral::Circled, ""), vec![readings[0].1])], after));
        }
        let sign = after.chars().next()?;
        let (sign, tail) = if "．.、)）".contains(sign) {
            (sign.to_string(), &after[sign.len_utf8()..])
        } else {
            (String::new(), after)
        };
        let latin = letter.is_ascii();
        if sign.is_empty() && (latin || !after.starts_with(char::is_whitespace)) {
            return None;
        }
        // a.b and ア、イ及びウ are no heads.
        if (latin && !tail.starts_with(char::is_whitespace)) || sign == "、" {
            return None;
        }
        let readings =
            readings.into_iter().map(|(numeral, number)| (NumberStyle::plain("", numeral, &sign), vec![number]));
        Some(self.mark(readings.collect(), tail))
    }

    /// ・, ⚫, ➢, - , ※, ※1.
    fn bullet(&self) -> Option<ListMark> {
        let body = self.body();
        let letter = body.chars().next()?;
        let after = &body[letter.len_utf8()..];
        let dash = matches!(letter, '-' | '－' | '–' | '—' | '−' | '+' | '→');
        // ○○ and ・・・ stand for something left out.
        let sound =
            if dash { after.starts_with(char::is_whitespace) } else { !after.is_empty() && !after.starts_with(letter) };
        if !sound || !(dash || BULLETS.contains(letter)) {
            return None;
        }
        if matches!(letter, '※' | '＊' | '*')
            && let Some((numeral, number, rest)) =
                leading_number(after).filter(|(numeral, ..)| *numeral != Numeral::Kanji)
            && !rest.is_empty()
        {
            return Some(self.mark(vec![(NumberStyle::plain(&letter.to_string(), numeral, ""), vec![number])], rest));
        }
        Some(self.mark(vec![(NumberStyle::bullet(&letter.to_string()), Vec::new())], after))
    }
}

/// Bullets, those of Word's symbol fonts too.
const BULLETS: &str =
    "・･●○◯■□◆◇▲△▼▽★☆◎⚫⚪➢➤➣▶►▸▪▫•‣◦⁃❖✓✔＊*※\u{F06C}\u{F06E}\u{F075}\u{F076}\u{F09F}\u{F0A7}\u{F0B7}\u{F0D8}\u{F0FC}";

/// Whether a number before `text` is referred to in a sentence: (8)に基づき, 1-1.において.
fn number_goes_on(text: &str) -> bool {
    const WORDS: [&str; 10] =
        ["において", "に基づ", "に定め", "に掲げ", "に規定", "に挙げ", "に示す", "の規定", "及び", "から"];
    WORDS.iter().any(|word| text.starts_with(word))
}

/// Whether a number before `text` counts something, so that it is no head: 2 ヶ月, 8 桁.
fn is_quantity(text: &str) -> bool {
    const UNITS: [&str; 14] =
        ["ヶ", "ヵ", "か月", "カ月", "ケ月", "月", "年", "回", "件", "桁", "文字", "時間", "円", "％"];
    UNITS.iter().any(|unit| text.starts_with(unit)) || text.starts_with(['%', '/', '~', '～', '〜'])
}

/// A joint and a number, in １－２.
fn joined_number(text: &str) -> Option<(&str, u32, &str)> {
    let sign = text.chars().next().filter(|sign| "-－‐–−.．・".contains(*sign))?;
    let rest = &text[sign.len_utf8()..];
    let (_, value, after) = leading_number(rest).filter(|(numeral, ..)| *numeral != Numeral::Kanji)?;
    Some((&text[..sign.len_utf8()], value, after))
}

/// The number at the very beginning of `text`, how it is written and what follows; none is zero or beyond 9999.
fn leading_number(text: &str) -> Option<(Numeral, u32, &str)> {
    let first = text.chars().next()?;
    let found = numbers::numbers(text).into_iter().next()?;
    let at_head = text.len() - found.after.len() - found.written.len() == 0;
    let numeral = match first {
        '0'..='9' => Numeral::Ascii,
        '０'..='９' => Numeral::Wide,
        _ => Numeral::Kanji,
    };
    let sound = at_head && (1..10_000).contains(&found.value) && !found.written.starts_with(['0', '０', '〇']);
    sound.then_some((numeral, found.value, found.after))
}

/// The ways to read the whole of `text` as a number.
fn whole_numbers(text: &str) -> Vec<(Numeral, u32)> {
    if let Some((numeral, value, "")) = leading_number(text) {
        return vec![(numeral, value)];
    }
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return Vec::new() };
    let all = [Numeral::Circled, Numeral::Katakana, Numeral::Iroha, Numeral::Alpha, Numeral::Roman];
    let folded: String = if numbers_circled(letter) { letter.to_string() } else { letter.to_string().nfkc().collect() };
    let value = |numeral: Numeral| (1..=50).find(|value| numeral.write(*value) == folded);
    all.into_iter().filter_map(|numeral| Some((numeral, value(numeral)?))).collect()
}

fn numbers_circled(letter: char) -> bool {
    matches!(u32::from(letter), 0x2460..=0x2473 | 0x3251..=0x325F | 0x32B1..=0x32BF)
}

/// ⑴ to ⒇.
fn precomposed(letter: char) -> Option<u32> {
    let code = u32::from(letter);
    (0x2474..=0x2487).contains(&code).then(|| code - 0x2473)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(String, Vec<u32>, String)> {
        let mark = find_mark(text)?;
        let (style, number) = mark.readings[0].clone();
        Some((style.template(), number, text[mark.rest..].to_owned()))
    }

    fn check(text: &str, template: &str, number: &[u32], rest: &str) {
        assert_eq!(seen(text), Some((template.to_owned(), number.to_vec(), rest.to_owned())), "{text}");
    }

    #[test]
    fn heads_are_read() {
        check("第１条　目的", "第{wide}条", &[1], "目的");
        check("第 16 条 目的", "第{n}条", &[16], "目的");
        check("第二条の二（目的）", "第{kanji}条", &[2, 2], "（目的）");
        check("第3章 雑則", "第{n}章", &[3], "雑則");
        check("（１）管理者", "（{wide}）", &[1], "管理者");
        check("( 11 ) 管理者", "({n})", &[11], "管理者");
        check("⑵管理者", "({n})", &[2], "管理者");
        check("（※1） 注", "（※{n}）", &[1], "注");
        check("①管理者", "{circled}", &[1], "管理者");
        check("一　管理者", "{kanji}", &[1], "管理者");
        check("ア 管理者", "{katakana}", &[1], "管理者");
        check("(オ) 管理者", "({katakana})", &[5], "管理者");
        check("２　前項の", "{wide}", &[2], "前項の");
        check("１．基本", "{wide}．", &[1], "基本");
        check("１－２．基本", "{parent}－{wide}．", &[2], "基本");
        check("1.2.3 基本", "{parent}.{n}", &[3], "基本");
        check("７）在宅", "{wide}）", &[7], "在宅");
        check("・項目", "・", &[], "項目");
        check("- 項目", "-", &[], "項目");
        check("※1 注", "※{n}", &[1], "注");
        check("＊注", "＊", &[], "注");
    }

    #[test]
    fn sentences_are_no_heads() {
        for text in [
            "第５条の規定により",
            "第１項及び",
            "一般社団法人",
            "2 ヶ月以内",
            "2018.9",
            "三者は",
            "(会議等で)",
            "○○様",
            "-5度",
            "a.b",
            "令和7年",
            "12月",
            "ア、イ及びウ",
            "１",
        ] {
            assert!(
                find_mark(text).is_none_or(|mark| text == "１" && mark.end == text.len()),
                "{text}: {:?}",
                find_mark(text)
            );
        }
    }

    #[test]
    fn kana_are_read_in_both_orders() {
        let mark = find_mark("イ　管理者").unwrap();
        let read: Vec<_> = mark.readings.iter().map(|(style, number)| (style.template(), number[0])).collect();
        assert_eq!(read, [("{katakana}".to_owned(), 2), ("{iroha}".to_owned(), 1)]);
    }
}
