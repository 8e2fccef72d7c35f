//! What stands before the provisions: title, cover, notes; and the dates that a text gives of itself.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::lines::Para;
use crate::base::locale::Lang;
use crate::base::notation::date_input;
use crate::base::notation::dates;
use crate::base::notation::dates::{Calendar, DateStyle, Digits};
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::tree::Front;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads;
use crate::import::shapes::title_words;

/// The front of the document, and the places of the paragraphs that it takes.
pub(in crate::import) fn read_front(
    paras: &[Para],
    style: DateStyle,
    doubts: &mut Vec<Doubt>,
) -> (Front, BTreeSet<usize>) {
    let headings = paras.iter().filter(|one| one.heading.is_some()).count();
    let end = paras.iter().position(|para| is_structure(para, headings)).unwrap_or(paras.len());
    // The title is looked for up to the first number and not only up to `end`, since a cover may hold bullets,
    // captions and tables before it.
    let first = paras.iter().position(is_numbered).unwrap_or(paras.len());
    let mut front = Front::default();
    let mut taken = BTreeSet::new();
    let title = titles(paras, first, doubts);
    match title {
        Some(ref title) => {
            for at in title.clone() {
                front.title.join(&paras[at].words);
                taken.insert(at);
            }
        }
        None => short_beginning(paras, end, &mut front, &mut taken, doubts),
    }
    // A sentence below the title is of the body already.
    let sentence = |para: &&Para| para.words.text.trim_end().ends_with('。');
    let below = title.map_or(0, |title| title.end);
    let end = paras.iter().take(end).skip(below).position(|para| sentence(&para)).map_or(end, |at| below + at);
    let free: Vec<usize> = (0..end).filter(|at| !taken.contains(at)).collect();
    for at in free {
        let para = &paras[at];
        // A table or a heading that is not the title is of the body: the cover of the format holds words alone.
        if para.cell.is_some() || para.heading.is_some() {
            continue;
        }
        sort(&para.words, style, &mut front);
        taken.insert(at);
    }
    (front, taken)
}

/// Puts a line of the front where it belongs.
fn sort(words: &SourceWords, style: DateStyle, front: &mut Front) {
    let text = &words.text;
    let same_name = title_words::is_title_text(text) && front.name.is_empty();
    if front.date.is_empty() && printed_date(text, style).is_some() {
        front.date = words.clone();
    // Covers name the document and the text begins with its title once more: みどり会規約 on both.
    } else if same_name {
        front.name = words.clone();
    } else if title_words::is_issuer(text) {
        front.issuer.join_with("\u{3000}", words);
    } else {
        front.notes.push(words.clone());
    }
}

/// The date that is the whole of `text`, where the document's style prints it with the same letters.
pub(in crate::import) fn printed_date(text: &str, style: DateStyle) -> Option<Date> {
    let date = date_input::parse_written_date(text).ok()?;
    (folded(&dates::write_date(date, style, Lang::Ja)) == folded(text)).then_some(date)
}

/// Words that a title goes on after, on its next line: みどり町在宅医療における / 情報共有の規約.
const GOES_ON: [&str; 9] = ["の", "に関する", "における", "に係る", "及び", "並びに", "・", "ための", "と"];

/// The lines of the title: the last ones before the first number that could be it.
fn titles(paras: &[Para], first: usize, doubts: &mut Vec<Doubt>) -> Option<std::ops::Range<usize>> {
    let could =
        |para: &Para| para.cell.is_none() && para.mark.is_none() && title_words::is_title_text(&para.words.text);
    // The last one, since a cover and a title page may both stand before it.
    let last = paras.iter().take(first).rposition(could)?;
    let mut begin = last;
    // A title in bold letters may take two lines.
    while begin > 0
        // The title of tests/cases/import/chapters-without-articles.md stands so: **かえで地区連絡網** / **利用ルール**.
        && paras[begin].bold
        && paras[begin].gap == 0
        && paras[begin - 1].bold
        && title_words::is_short(&paras[begin - 1].words.text)
    {
        begin -= 1;
    }
    while begin > 0 && paras[begin].gap == 0 && is_plain_short(&paras[begin - 1]) {
        let above = paras[begin - 1].words.text.trim_end();
        if !GOES_ON.iter().any(|end| above.ends_with(end)) {
            break;
        }
        begin -= 1;
    }
    if begin == 1 && begin == last && is_second_half(&paras[0], &paras[1]) {
        begin = 0;
        doubts.push(Doubt::new(paras[1].words.line(), DoubtKind::Joined, &paras[1].words.text));
    }
    Some(begin..last + 1)
}

/// Whether a title names no more than what kind of rule it is, so that the line above has what it is about:
/// 情報共有システム / 運用管理規程 (tests/cases/import/title-of-two-lines.txt).
fn is_second_half(above: &Para, title: &Para) -> bool {
    /// The most letters of such a half.
    const LONGEST: usize = 8;
    const BEGINS: [&str; 18] = [
        "運用",
        "運営",
        "利用",
        "管理",
        "実施",
        "取扱",
        "設置",
        "事務",
        "規程",
        "規約",
        "規則",
        "要綱",
        "要領",
        "会則",
        "細則",
        "指針",
        "ガイドライン",
        "マニュアル",
    ];
    let half = folded(&title.words.text);
    let text = &above.words.text;
    title.gap == 0
        && half.chars().count() <= LONGEST
        && BEGINS.iter().any(|begin| half.starts_with(begin))
        && is_plain_short(above)
        && !title_words::is_issuer(text)
        && !title_words::is_promulgation(text)
        && dates_in(text).is_empty()
        && heads::inside(text).is_none()
}

fn is_plain_short(para: &Para) -> bool {
    para.cell.is_none() && para.mark.is_none() && title_words::is_short(&para.words.text)
}

/// Without a title that is named as one, the first short line is it, if something follows.
fn short_beginning(
    paras: &[Para],
    end: usize,
    front: &mut Front,
    taken: &mut BTreeSet<usize>,
    doubts: &mut Vec<Doubt>,
) {
    let Some(para) = paras.first().filter(|para| para.cell.is_none() && para.mark.is_none() && paras.len() > 1) else {
        return;
    };
    // 皆様へ in tests/cases/import/letter.txt is such a line.
    let plain = title_words::is_short(&para.words.text) && heads::inside(&para.words.text).is_none();
    let alone =
        end > 0 || (para.heading == Some(1) && paras.iter().filter(|para| para.heading == Some(1)).count() == 1);
    if plain && alone && !title_words::is_preface(&para.words.text) && heads::division(&para.words.text).is_none() {
        front.title = para.words.clone();
        taken.insert(0);
        doubts.push(Doubt::new(para.words.line(), DoubtKind::TitleByPlace, &para.words.text));
    }
}

fn is_numbered(para: &Para) -> bool {
    para.mark.as_ref().is_some_and(|mark| !mark.is_bullet() && !mark.is_note()) && para.cell.is_none()
}

/// Whether the body begins with this paragraph.
fn is_structure(para: &Para, headings: usize) -> bool {
    // A single heading is the title, whatever its level; of several the uppermost may be.
    let titled = headings > 1 && para.heading.is_some_and(|level| level > 1);
    para.mark.is_some()
        || para.cell.is_some()
        || para.side.is_some()
        || para.closing
        || titled
        || title_words::is_preface(&para.words.text)
        || heads::division(&para.words.text).is_some()
        || (heads::inside(&para.words.text).is_some()
            && para.words.text.trim_start().starts_with(['（', '('])
            && !title_words::is_promulgation(&para.words.text))
}

/// A date in a text and what follows it.
pub(in crate::import) fn dates_in(text: &str) -> Vec<(Date, String)> {
    let text = folded(text);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('日') {
        let end = at + '日'.len_utf8();
        // No date is longer (令和二十九年十二月三十一日 has 13 letters), and the bound keeps a long line without 年 linear.
        let begins = text[..at].char_indices().rev().take(24).map(|(begin, _)| begin);
        // The longest reading is the one with its era.
        let date = begins.filter_map(|begin| date_input::parse_written_date(&text[begin..end]).ok()).last();
        found.extend(date.map(|date| (date, text[end..].chars().take(12).collect::<String>())));
    }
    found
}

/// Returns the style in which the text writes dates: that of the first one.
pub(in crate::import) fn habit(texts: &[&str]) -> DateStyle {
    for text in texts {
        let Some(at) = text.find('年').filter(|_| !dates_in(text).is_empty()) else { continue };
        let before = text[..at].trim_end();
        let digits = match before.chars().last() {
            Some('０'..='９') => Digits::Wide,
            Some('0'..='9' | '元') => Digits::Ascii,
            _ => Digits::Kanji,
        };
        let era = ["令和", "平成", "昭和", "大正", "明治"].iter().any(|era| text.contains(era));
        return DateStyle { calendar: if era { Calendar::Era } else { Calendar::Western }, digits };
    }
    DateStyle::default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_found_in_sentences() {
        let found = dates_in("この規程は、令和 ２ 年 ４ 月 １ 日から施行する。2021年3月1日改正");
        assert_eq!(found.iter().map(|(date, _)| *date).collect::<Vec<_>>(), [date(2020, 4, 1), date(2021, 3, 1)]);
        assert!(found[0].1.starts_with("から施行"));
    }

    #[test]
    fn the_habit_is_that_of_the_first_date() {
        let wide = habit(&["毎年行う。", "令和７年３月１日から施行する。"]);
        assert_eq!((wide.calendar, wide.digits), (Calendar::Era, Digits::Wide));
        let western = habit(&["2023年1月27日から施行する。"]);
        assert_eq!((western.calendar, western.digits), (Calendar::Western, Digits::Ascii));
        assert!(
            printed_date("令和 ７年３月１日", wide).is_some() && printed_date("令和７年３月１日改正", wide).is_none()
        );
    }
}
