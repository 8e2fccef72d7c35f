//! The kinds of marks that a line may begin with, each read by itself.

use super::list_mark::ListMark;
use super::numbers_at_head::{branches, leading_number, leading_roman, precomposed, readings_of, several_numbers};
use super::style::{NumberStyle, NumberUnit};
use crate::base::notation::numerals::Numeral;

/// The head of a line, at which a mark may stand.
pub(super) struct LineHead<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> LineHead<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, start: text.len() - text.trim_start().len() }
    }

    fn body(&self) -> &'a str {
        &self.text[self.start..]
    }

    /// A mark that ends before `after`, a tail of the text.
    fn mark(&self, readings: Vec<(NumberStyle, Vec<u32>)>, after: &str) -> ListMark {
        let end = self.text.len() - after.len();
        let rest = self.text.len() - after.trim_start().len();
        ListMark { readings, to: Vec::new(), unit: None, above: None, start: self.start, end, rest }
    }

    /// 第４条から第６条まで　削除.
    pub(super) fn several(&self) -> Option<ListMark> {
        // Of 第４条から第６条まで　削除 in tests/cases/import/ranges.txt the whole is one label.
        let found = several_numbers(self.body())?;
        let mark = self.mark(vec![(found.style, found.first)], found.after);
        Some(ListMark { to: found.last, unit: found.unit, ..mark })
    }

    /// 第１条, 第 16 条, 第二条の二, 第三章, 第Ⅱ章, 第１条：目的.
    pub(super) fn unit(&self) -> Option<ListMark> {
        let tail = self.body().strip_prefix('第')?;
        let head = tail.trim_start();
        let (numeral, first, after) = leading_number(head).or_else(|| leading_roman(head))?;
        let letter = after.trim_start().chars().next()?;
        let unit = NumberUnit::of(letter)?;
        let (below, rest) = branches(&after.trim_start()[letter.len_utf8()..]);
        let next = rest.chars().next();
        // 部 begins other words too (第２部会), so that it is a unit only where its heading stands apart.
        let parted = next.is_none_or(|next| next.is_whitespace() || "（(「【：:".contains(next));
        // Texts of PDFs have 第 1 条 with blanks on both sides; 第１　目的 is 第１ with the heading 目的
        // (tests/cases/import/ordinals.txt).
        let blanks = &after[..after.len() - after.trim_start().len()];
        let torn = unit == NumberUnit::Article
            && tail.starts_with(' ')
            && !blanks.contains('\u{3000}')
            && !next.is_some_and(|next| "件項文例約理".contains(next));
        if !parted && ((!blanks.is_empty() && !torn) || letter == '部') {
            return None;
        }
        // 第五条の規定により is a sentence, not the head of an article.
        if next.is_some_and(|next| "のにをはがでとへもや、。・～〜かま及並又若第中」』）)".contains(next))
        {
            return None;
        }
        let style = NumberStyle::plain("第", numeral, &letter.to_string());
        let number = std::iter::once(first).chain(below).collect();
        let mark = self.mark(vec![(style, number)], rest);
        // The colon of 第１条：目的 parts the number from its caption.
        let after = rest.strip_prefix(['：', ':']).map_or(mark.rest, |rest| self.text.len() - rest.trim_start().len());
        Some(ListMark { unit: Some(unit), rest: after, ..mark })
    }

    /// 第１　目的, 第２の３　費用: the uppermost level of guidelines (要綱, 通知).
    pub(super) fn ordinal(&self) -> Option<ListMark> {
        let tail = self.body().strip_prefix('第')?;
        let (numeral, first, after) = leading_number(tail.trim_start())?;
        let (below, after) = branches(after);
        // 第１．目的
        let sign = after.chars().next().filter(|sign| "．.：:".contains(*sign)).map(String::from).unwrap_or_default();
        let after = &after[sign.len()..];
        let figure = after.starts_with(|next: char| next.is_ascii_digit() || ('０'..='９').contains(&next));
        if (sign.is_empty() && !after.is_empty() && !after.starts_with(char::is_whitespace)) || figure {
            return None;
        }
        // 第 3 号 and 第 2 回 count something.
        let mut next = after.trim_start().chars();
        // The word ends behind the counter: 第 4 項目 is 第 4 with the heading 項目 (test
        // `an_ordinal_without_a_unit_has_its_heading_behind_it`).
        let counted = next.next().is_some_and(|unit| "号項回期版種類次者級位条章節".contains(unit))
            && next.next().is_none_or(|next| next.is_whitespace() || "のにをはがでと、。（(".contains(next));
        if counted {
            return None;
        }
        let number = std::iter::once(first).chain(below).collect();
        Some(self.mark(vec![(NumberStyle::plain("第", numeral, &sign), number)], after))
    }

    /// （１）, (ア), ( 1 ), （※1）, ⑴, （1の2）.
    pub(super) fn bracketed(&self) -> Option<ListMark> {
        let body = self.body();
        let open = body.chars().next()?;
        // ⑴ and ㈠ are one letter with their brackets: paragraphs-from-one.txt and rare-numerals.txt in
        // tests/cases/import.
        let composed = precomposed(open);
        if !composed.is_empty() {
            return Some(self.mark(composed, &body[open.len_utf8()..]));
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
        // （※1） and （注1） number notes, which are counted by themselves.
        let (sign, inner) = match inner.strip_prefix(['※', '＊', '*', '注']) {
            Some(rest) => (&inner[..inner.len() - rest.len()], rest.trim()),
            None => ("", inner),
        };
        let after = &body[inner_end..];
        let close = after.chars().next()?;
        let (below, after) = branches(&after[close.len_utf8()..]);
        let (before, end) = (format!("{open}{sign}"), close.to_string());
        let readings = readings_of(inner).into_iter().map(|(numeral, mut number)| {
            number.extend(&below);
            (NumberStyle::plain(&before, numeral, &end), number)
        });
        let readings: Vec<_> = readings.collect();
        // （8）に基づき is a reference at the head of a line that was broken.
        let sound = !readings.is_empty() && !is_referred_to(after);
        sound.then(|| self.mark(readings, after))
    }

    /// １　…, 1. …, １）…, １－２．…, 1.1 …, ２の２　….
    pub(super) fn digits(&self) -> Option<ListMark> {
        let body = self.body();
        let (numeral, first, after) = leading_number(body).filter(|(numeral, ..)| *numeral != Numeral::Kanji)?;
        let (below, mut after) = branches(after);
        let (mut last, mut above, mut joint) = (first, None, None);
        // １－２－３ repeats two numbers above; the last one is its own. Behind の二 nothing is repeated.
        while let Some((sign, next, rest)) = joint_and_number(after).filter(|_| below.is_empty()) {
            above = Some(body[..body.len() - after.len()].to_owned());
            (last, joint, after) = (next, Some(sign.to_owned()), rest);
        }
        let sign = after.chars().next().filter(|sign| "．.、)）:：，,".contains(*sign));
        let tail = sign.map_or(after, |sign| &after[sign.len_utf8()..]);
        let spaced = tail.is_empty() || tail.starts_with(char::is_whitespace);
        let sound = match sign {
            None => spaced && !counts(tail.trim_start()),
            // 2018.9, 1,000 and 8:30 are no heads.
            Some('.' | '．' | ',' | '，' | ':' | '：') => {
                !tail.starts_with(|next: char| next.is_ascii_digit() || ('０'..='９').contains(&next))
            }
            Some(_) => true,
        };
        // Years are greater numbers than members of lists: 2024　計画.
        if !sound || first > 199 || last > 199 || (joint.is_some() && is_referred_to(tail)) {
            return None;
        }
        let after = sign.map_or_else(String::new, String::from);
        let style = NumberStyle { before: String::new(), numeral: Some(numeral), after, joint };
        let number = std::iter::once(last).chain(below).collect();
        Some(ListMark { above, ..self.mark(vec![(style, number)], tail) })
    }

    /// 一　…, 十二、…, 一の二　….
    pub(super) fn kanji(&self) -> Option<ListMark> {
        let (numeral, first, after) = leading_number(self.body()).filter(|(numeral, ..)| *numeral == Numeral::Kanji)?;
        let (below, after) = branches(after);
        let sign = after.chars().next()?;
        let (sign, tail) = if "．.、)）".contains(sign) {
            (sign.to_string(), &after[sign.len_utf8()..])
        } else {
            (String::new(), after)
        };
        // 一般 and 三者 begin words.
        if sign.is_empty() && !after.starts_with(char::is_whitespace) {
            return None;
        }
        let number = std::iter::once(first).chain(below).collect();
        Some(self.mark(vec![(NumberStyle::plain("", numeral, &sign), number)], tail))
    }

    /// ①…, ❶…, ア　…, イ）…, a) …, Ⅰ　…, A. …, 甲　….
    pub(super) fn letter(&self) -> Option<ListMark> {
        let body = self.body();
        let letter = body.chars().next()?;
        // Roman numbers have several letters: III., iv).
        let roman = |letter: char| matches!(letter, 'I' | 'V' | 'X' | 'i' | 'v' | 'x');
        let length = body.find(|letter| !roman(letter)).unwrap_or(body.len()).max(letter.len_utf8());
        // イの二　…, ①の２ …
        let (below, after) = branches(&body[length..]);
        let parted = |after: &str| after.starts_with(|next: char| next.is_whitespace() || "．.、)）".contains(next));
        // イの二　… is a branch; イの二倍 is a sentence.
        let (below, after) = if parted(after) { (below, after) } else { (Vec::new(), &body[length..]) };
        let mut readings = readings_of(&body[..length]);
        for (_, number) in &mut readings {
            number.extend(&below);
        }
        let numeral = readings.first()?.0;
        let enclosed = matches!(numeral, Numeral::Circled | Numeral::Negative);
        if enclosed || matches!(letter, 'Ⅰ'..='Ⅻ') {
            // ①～⑤の is the beginning of a sentence.
            if after.trim_start().starts_with(['～', '〜', '~', '、', '及', '又', '・']) {
                return None;
            }
            let sign = after.chars().next().filter(|sign| "．.".contains(*sign) && !enclosed).map(String::from);
            let sign = sign.unwrap_or_default();
            let tail = &after[sign.len()..];
            let readings =
                readings.into_iter().map(|(numeral, number)| (NumberStyle::plain("", numeral, &sign), number));
            return Some(self.mark(readings.collect(), tail));
        }
        let sign = after.chars().next()?;
        let (sign, tail) = if "．.、)）".contains(sign) {
            (sign.to_string(), &after[sign.len_utf8()..])
        } else {
            (String::new(), after)
        };
        let latin = letter.is_ascii();
        let kana = readings.iter().any(|(numeral, _)| matches!(numeral, Numeral::Hiragana | Numeral::HiraganaIroha));
        // A　… and 甲　… are heads without a sign (tests/cases/import/rare-numerals.txt). I am and は 会員 are words, so
        // that small Latin letters and hiragana need one.
        let spaced = if latin {
            after.starts_with('\u{3000}') && letter.is_ascii_uppercase()
        } else {
            after.starts_with(char::is_whitespace) && !kana
        };
        if sign.is_empty() && !spaced {
            return None;
        }
        // a.b and ア、イ及びウ are no heads.
        if (latin && !tail.starts_with(char::is_whitespace)) || sign == "、" {
            return None;
        }
        let readings = readings.into_iter().map(|(numeral, number)| (NumberStyle::plain("", numeral, &sign), number));
        Some(self.mark(readings.collect(), tail))
    }

    /// ・, ⚫, ➢, - , o , ※, ※1.
    pub(super) fn bullet(&self) -> Option<ListMark> {
        let body = self.body();
        let letter = body.chars().next()?;
        let after = &body[letter.len_utf8()..];
        let dash = matches!(letter, '-' | '－' | '–' | '—' | '−' | '+' | '→');
        // Bullets of Word come as letters: an o of Courier, others of Wingdings (tests/cases/import/bullets-of-word.txt).
        let round = "olnuvqw§Øü".contains(letter) && after.trim_start().starts_with(|next: char| !next.is_ascii());
        // ○○ and ・・・ stand for something left out.
        let sound = if dash || round {
            after.starts_with(char::is_whitespace)
        } else {
            !after.is_empty() && !after.starts_with(letter)
        };
        if !sound || !(dash || round || BULLETS.contains(letter)) {
            return None;
        }
        // ※1 in one word is the first note; ※一 would be a sentence that begins with 一.
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
const BULLETS: &str = "・･●○◯■□◆◇▲△▼▽★☆◎⚫⚪➢➤➣▶►▸▪▫•‣◦⁃❖✓✔☑☐＊*※\u{F06C}\u{F06E}\u{F075}\u{F076}\u{F09F}\u{F0A7}\u{F0B7}\u{F0D8}\u{F0FC}";

/// Whether a number before `text` is referred to in a sentence: (8)に基づき, 1-1.において.
fn is_referred_to(text: &str) -> bool {
    const WORDS: [&str; 10] =
        ["において", "に基づ", "に定め", "に掲げ", "に規定", "に挙げ", "に示す", "の規定", "及び", "から"];
    WORDS.iter().any(|word| text.starts_with(word))
}

/// Whether a number before `text` counts something, so that it is no head: 2 ヶ月, 8 桁.
fn counts(text: &str) -> bool {
    const UNITS: [&str; 14] =
        ["ヶ", "ヵ", "か月", "カ月", "ケ月", "月", "年", "回", "件", "桁", "文字", "時間", "円", "％"];
    UNITS.iter().any(|unit| text.starts_with(unit)) || text.starts_with(['%', '/', '~', '～', '〜'])
}

/// A joint and a number, in １－２.
fn joint_and_number(text: &str) -> Option<(&str, u32, &str)> {
    let sign = text.chars().next().filter(|sign| "-－‐–−.．・".contains(*sign))?;
    let rest = &text[sign.len_utf8()..];
    let (_, value, after) = leading_number(rest).filter(|(numeral, ..)| *numeral != Numeral::Kanji)?;
    Some((&text[..sign.len_utf8()], value, after))
}
