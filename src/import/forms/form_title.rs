//! The titles of forms, and the head of what they enclose.

use super::tokens::tokens;
use crate::base::notation::widths::folded;
use crate::import::recognise::lines::Para;
use crate::import::shapes::title_words;

/// Whether a paragraph is called as forms are, or set as a heading.
pub(super) fn is_title_para(para: &Para) -> bool {
    let text = &para.words.text;
    let plain = para.mark.is_none() && para.cell.is_none() && title_words::is_short(text) && !is_ki(text);
    let named = folded(text).ends_with(['届', '書', '票', '表', '簿']);
    plain && (para.heading.is_some() || named || title_words::is_title_text(text))
}

/// Within how many lines below its number the title of a form stands, whatever they are.
const TITLE_WITHIN: usize = 5;

/// Within how many lines it stands below a date, whom the form is for, and who hands it in (tests/cases/import/form-title-far-below.txt).
const TITLE_BELOW_SENDER: usize = 16;

/// Returns the place of a form's title among what stands below its number.
pub(super) fn title_place(paras: &[Para]) -> Option<usize> {
    let near = paras.iter().take(TITLE_WITHIN).position(is_lone_title);
    // A sentence, a number or a table is of the form's own text, and what is called as forms are below it is another thing.
    let above = |para: &&Para| para.mark.is_none() && para.cell.is_none() && !para.words.text.contains('。');
    near.or_else(|| paras.iter().take(TITLE_BELOW_SENDER).take_while(above).position(is_lone_title))
}

/// Whether a line is a title by its name alone: 利 用 申 込 書.
fn is_lone_title(para: &Para) -> bool {
    let named = folded(&para.words.text).ends_with(['届', '書', '票', '簿']);
    named && is_title_para(para) && tokens(&para.words.text).len() == 1
}

/// Whether a line is the head of an enclosure: 記.
pub(super) fn is_ki(text: &str) -> bool {
    folded(text) == "記"
}
