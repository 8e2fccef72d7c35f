//! Who signs an agreement, at its end: 甲　みどり町長 and 乙　みどり会会長 are parties and no items of a list
//! (tests/cases/import/agreement.txt).

use super::lines::Para;
use crate::base::notation::date_input;
use crate::base::notation::numerals::Numeral;
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::shapes::heads;

/// Within how many paragraphs of each other the parties stand.
const NEAR: usize = 8;

/// Takes the marks of parties that sign away, and sets their paragraphs apart from the last article.
pub(in crate::import) fn settle_signatures(paras: &mut [Para]) -> Option<Doubt> {
    let begin = paras.iter().rposition(|para| party(para) == Some(1))?;
    let below = &paras[begin..];
    let end = below.iter().position(|para| heads::division(&para.words.text).is_some());
    let block = &below[..end.unwrap_or(below.len())];
    let second = block.iter().take(NEAR).any(|para| party(para) == Some(2));
    let plain = |para: &Para| {
        let bare = para.mark.is_none() || party(para).is_some();
        bare && para.cell.is_none() && para.heading.is_none() && !para.words.text.contains('。')
    };
    let dated = paras[..begin].iter().rev().take(2).any(|para| is_day_or_blank(&para.words.text));
    let sealed = block.iter().any(|para| para.words.text.trim_end_matches([')', '）']).ends_with(['印', '㊞']));
    if !second || !block.iter().all(plain) || !(dated || sealed) {
        return None;
    }
    let end = begin + block.len();
    let led = paras[..begin].iter().rev().take_while(|para| leads(para)).count();
    let words = paras[begin].words.clone();
    for para in &mut paras[begin - led..end] {
        (para.mark, para.closing) = (None, true);
    }
    Some(Doubt::new(words.line(), DoubtKind::Signatures, &words.text))
}

/// The number of a party: 1 for 甲.
fn party(para: &Para) -> Option<u32> {
    let (style, number) = para.mark.as_ref()?.readings.first()?;
    let bare = style.numeral == Some(Numeral::Stem) && style.before.is_empty() && style.after.is_empty();
    number.first().copied().filter(|_| bare && number.len() == 1)
}

/// Whether a paragraph leads to the signatures: the day, or that two copies were made.
fn leads(para: &Para) -> bool {
    let text = &para.words.text;
    let copies =
        text.contains("証するため") || text.contains("証として") || (text.contains("本書") && text.contains('通'));
    para.mark.is_none() && para.cell.is_none() && (is_day_or_blank(text) || copies)
}

/// Whether `text` is a day, written or to be written.
fn is_day_or_blank(text: &str) -> bool {
    let bare = folded(text);
    let blank = bare.strip_prefix("令和").unwrap_or(&bare) == "年月日";
    blank || date_input::parse_written_date(text.trim()).is_ok()
}
