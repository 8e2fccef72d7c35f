//! Titles that stand on a line of their own: ○ before the title of a rule, and titles below the numbers of chapters and
//! articles, as columns of heads and titles come out of a page (tests/cases/import/titles-below.txt).

use super::lines::{Para, Paras};
use crate::base::notation::date_input;
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{LeftOut, SourceText, Why};
use crate::import::shapes::heads;
use crate::import::shapes::marks::{ListMark, find_mark};
use crate::import::shapes::style::NumberUnit;
use crate::import::shapes::title_words;

/// Puts titles where they belong, and says what was left out and what is not certain.
pub(in crate::import) fn settle_titles(
    found: &mut Paras,
    source: &SourceText,
    left_out: &mut Vec<LeftOut>,
) -> Vec<Doubt> {
    title_mark(found, source, left_out);
    captions_on_the_line(found);
    numbered_title(found);
    let mut doubts = Vec::new();
    let paras = std::mem::take(&mut found.paras);
    let mut settled: Vec<Para> = Vec::with_capacity(paras.len());
    let mut at = 0;
    while at < paras.len() {
        let heads = paras[at..].iter().take_while(|para| is_bare_head(para)).count();
        if heads == 0 {
            let taken = article_caption(&paras[at..], &mut settled);
            at += taken;
            continue;
        }
        let below = &paras[at + heads..];
        // 令和５年６月１日 and Ver.1.2 stand between 第一章 and 総則 in tests/cases/import/titles-below.txt.
        let stamps = below.iter().take_while(|para| is_stamp(para)).count();
        let titles = below[stamps..].iter().take(heads).take_while(|para| may_be_title(para)).count();
        let mut bare: Vec<Para> = paras[at..at + heads].to_vec();
        // Fewer titles than heads: they are those of the last heads, which stand nearest.
        for (head, title) in bare[heads - titles..].iter_mut().zip(&below[stamps..]) {
            join_title(head, title);
            // One head with one title below it is certain; of several each title might be of another.
            if heads > 1 {
                doubts.push(Doubt::new(title.words.line(), DoubtKind::TitlesBelow, &title.words.text));
            }
        }
        settled.extend(bare);
        // A date or a version between a head and its title is of the page.
        if titles > 0 {
            for para in &below[..stamps] {
                let line = source.lines.get(para.words.line()).map_or(1, |line| line.number);
                left_out.push(LeftOut { line, text: para.words.text.clone(), why: Why::PageHeader });
                found.running.push(para.words.clone());
            }
            at += heads + stamps + titles;
        } else {
            at += heads;
        }
    }
    found.paras = settled;
    doubts
}

/// The first line is the title also where that begins with a number: 第 ２ 地 区 連 絡 会 規 約
/// (tests/cases/import/title-with-number.txt).
fn numbered_title(found: &mut Paras) {
    let articles = found
        .paras
        .iter()
        .skip(1)
        .any(|para| para.mark.as_ref().is_some_and(|mark| mark.unit == Some(NumberUnit::Article)));
    if let Some(first) = found.paras.first_mut().filter(|_| articles) {
        let ordinal = first.mark.as_ref().is_some_and(|mark| mark.unit != Some(NumberUnit::Article));
        let titled = first.cell.is_none() && title_words::is_title_text(&folded(&first.words.text));
        if ordinal && titled && first.words.text.trim_start().starts_with('第') {
            first.mark = None;
        }
    }
}

/// （目的）第１条　… on one line is a caption above its article (tests/cases/import/captions-on-the-line.txt).
fn captions_on_the_line(found: &mut Paras) {
    let article_at = |para: &Para| {
        let text = para.words.text.as_str();
        let close = text.find(['）', ')']).filter(|_| text.trim_start().starts_with(['（', '(']))?;
        let end = close + text[close..].chars().next()?.len_utf8();
        let bare = para.mark.is_none() && para.cell.is_none() && text[..end].chars().count() <= LONGEST;
        let mark = find_mark(&text[end..]).filter(|_| bare)?;
        (mark.unit == Some(NumberUnit::Article)).then_some(end)
    };
    let mut split = Vec::with_capacity(found.paras.len());
    for para in std::mem::take(&mut found.paras) {
        let Some(end) = article_at(&para) else {
            split.push(para);
            continue;
        };
        let words = para.words.slice(end..para.words.text.len());
        let mark = find_mark(&words.text);
        split.push(Para { words: para.words.slice(0..end), ..para.clone() });
        split.push(Para { words, mark, parted: false, gap: 0, ..para });
    }
    found.paras = split;
}

/// ○ before the title is how collections mark it.
fn title_mark(found: &mut Paras, source: &SourceText, left_out: &mut Vec<LeftOut>) {
    let numbered = |para: &Para| para.mark.as_ref().is_some_and(|mark| !mark.is_bullet());
    let end = found.paras.iter().position(numbered).unwrap_or(found.paras.len());
    let dated = found
        .paras
        .get(1)
        .is_some_and(|next| is_date(&next.words.text) || title_words::is_promulgation(&next.words.text));
    // Further down ○ is a bullet: a title stands within the first few lines, be there a number of an instrument above
    // it.
    for (at, para) in found.paras.iter_mut().enumerate().take(end.min(6)) {
        let Some(mark) = para.mark.clone().filter(|mark| mark.is_bullet() && para.cell.is_none()) else { continue };
        let sign = &para.words.text[mark.start..mark.end];
        let rest = &para.words.text[mark.rest..];
        if !"○◯◎●〇■◆".contains(sign)
            || !(title_words::is_title_text(rest) || (at == 0 && dated && title_words::is_short(rest)))
        {
            continue;
        }
        let line = source.lines.get(para.words.line()).map_or(1, |line| line.number);
        left_out.push(LeftOut { line, text: sign.to_owned(), why: Why::TitleMark });
        found.running.push(para.words.slice(mark.start..mark.end));
        para.words = para.words.slice(mark.rest..para.words.text.len());
        para.mark = None;
        return;
    }
}

/// A chapter or a number of the uppermost level without words.
fn is_bare_head(para: &Para) -> bool {
    let head = |mark: &ListMark| mark.unit.is_some_and(|unit| unit != NumberUnit::Article) || mark.is_ordinal();
    para.cell.is_none() && para.mark.as_ref().is_some_and(|mark| head(mark) && has_no_words(para, mark))
}

fn has_no_words(para: &Para, mark: &ListMark) -> bool {
    para.words.text[mark.rest..].trim().is_empty()
}

/// The longest title on a line of its own, in letters.
const LONGEST: usize = 30;

fn may_be_title(para: &Para) -> bool {
    let text = &para.words.text;
    para.mark.is_none()
        && para.cell.is_none()
        && title_words::is_short(text)
        && text.chars().count() <= LONGEST
        && heads::inside(text).is_none()
        && heads::division(text).is_none()
}

/// 第１条 with its caption on the next line, and perhaps its text below: how many paragraphs were taken.
fn article_caption(paras: &[Para], settled: &mut Vec<Para>) -> usize {
    let mut para = paras[0].clone();
    let bare =
        para.mark.as_ref().is_some_and(|mark| mark.unit == Some(NumberUnit::Article) && has_no_words(&para, mark));
    let caption = paras.get(1).filter(|next| bare && next.mark.is_none() && next.cell.is_none());
    let below =
        paras.get(2).filter(|below| below.mark.is_none() && below.cell.is_none() && below.words.text.contains('。'));
    let bracketed = |next: &Para| {
        let text = next.words.text.trim();
        heads::inside(text).is_some() && text.starts_with(['（', '(']) && text.chars().count() <= LONGEST
    };
    let Some(caption) = caption.filter(|next| bracketed(next) || (below.is_some() && may_be_title(next))) else {
        settled.push(para);
        return 1;
    };
    join_title(&mut para, caption);
    settled.push(para);
    2
}

fn join_title(head: &mut Para, title: &Para) {
    head.words.join_with("\u{3000}", &title.words);
    head.mark = find_mark(&head.words.text);
}

fn is_date(text: &str) -> bool {
    date_input::parse_written_date(text.trim()).is_ok()
}

/// A date or a version alone: 令和６年４月１日, ver1.00, 第２版.
fn is_stamp(para: &Para) -> bool {
    let text = folded(&para.words.text).to_ascii_lowercase();
    let version = text.strip_prefix("version").or_else(|| text.strip_prefix("ver")).or_else(|| text.strip_prefix('v'));
    let digits = |text: &str| {
        let text = text.trim_start_matches('.');
        !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
    };
    let edition = text.strip_prefix('第').and_then(|rest| rest.strip_suffix('版'));
    para.cell.is_none() && (is_date(&para.words.text) || version.is_some_and(digits) || edition.is_some_and(digits))
}
