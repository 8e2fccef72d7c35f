//! A form in a file of its own, as offices keep them: without the policy that asks for it.

use super::form::read_form;
use super::tokens::{Token, tokens};
use crate::base::notation::widths::folded;
use crate::import::outline::source::SourceText;
use crate::import::outline::tree::{Front, OutlineDivision};
use crate::import::recognise::lines::Para;
use crate::import::shapes::heads::{self, Begins};
use crate::import::shapes::style::NumberUnit;
use crate::import::shapes::title_words;

/// Above so many paragraphs a title is no title any more.
const HEAD: usize = 8;

/// Makes `paras` one form, where they are one or where that is `wanted`; `nodes` are the provisions that they are
/// otherwise.
pub(in crate::import) fn lone_form(
    source: &SourceText,
    paras: &[Para],
    front: &Front,
    wanted: bool,
) -> Option<OutlineDivision> {
    let title = title_of(paras, front).filter(|title| wanted || is_form(source, paras, *title));
    // Who says that it is a form gets one, be it called anything: its first line outside tables.
    let title = title.or_else(|| wanted.then(|| paras.iter().position(|para| para.cell.is_none())).flatten())?;
    // A date or a number above the title is printed below it.
    let rest: Vec<Para> =
        paras.iter().enumerate().filter(|(at, _)| *at != title).map(|(_, para)| para.clone()).collect();
    let words = &paras.get(title)?.words;
    let own = heads::inside(&words.text).map_or_else(|| words.clone(), |inner| words.slice(inner));
    let mut division = OutlineDivision { begins: Some(Begins::Form), title: own, ..OutlineDivision::default() };
    division.form = Some(read_form(&division, &rest, &source.tables));
    Some(division)
}

/// The paragraph that says what the form is called: one of the first ones, or the title that was found.
fn title_of(paras: &[Para], front: &Front) -> Option<usize> {
    // Where a whole sheet is one table, its first row is the title.
    let outside = |para: &Para| para.cell.is_none_or(|cell| cell.row == 0 && cell.column == 0);
    let named = |para: &Para| outside(para) && para.mark.is_none() && is_called_form(&para.words.text);
    // 会長　様 stands above 道具返却届 in tests/cases/import-docx/form-alone.txt, so that not the first line is the title.
    let first = paras.iter().take(HEAD).position(named);
    first.or_else(|| {
        let line = Some(front.title.line()).filter(|_| !front.title.is_empty())?;
        paras.iter().position(|para| para.cell.is_none() && para.words.line() == line)
    })
}

/// Whether `text` is what forms are called, in brackets or not.
fn is_called_form(text: &str) -> bool {
    const ENDS: [&str; 10] =
        ["依頼書", "委任状", "確認書", "調査票", "申込票", "登録票", "名簿", "変更届", "請求書", "登録書"];
    let bare = heads::inside(text).map_or(text, |inner| &text[inner]);
    let own = folded(bare);
    title_words::is_form_title(bare)
        || (title_words::is_short(bare) && !own.contains(['、', ':']) && ENDS.iter().any(|end| own.ends_with(end)))
}

/// Whether all of a file is a form: it is called so, has places to fill in, and neither articles nor other parts.
fn is_form(source: &SourceText, paras: &[Para], title: usize) -> bool {
    let article = |para: &Para| para.mark.as_ref().is_some_and(|mark| mark.unit == Some(NumberUnit::Article));
    let part = |para: &&Para| para.cell.is_none() && heads::division(&para.words.text).is_some();
    let asks = |para: &Para| {
        tokens(&para.words.text).iter().any(|token| match token {
            Token::Blank(_) | Token::Date(..) | Token::Box(_) | Token::Seal(_) => true,
            Token::Text(_) => false,
        })
    };
    // An empty cell asks for something too; it has no paragraph, so that only the grid knows of it.
    let written = paras.iter().filter_map(|para| para.cell).map(|cell| (cell.table, cell.row, cell.column));
    let written: std::collections::BTreeSet<_> = written.collect();
    let room = source
        .tables
        .iter()
        .any(|(table, grid)| grid.cells.iter().any(|cell| !written.contains(&(*table, cell.row, cell.column))));
    let named = paras.get(title).is_some_and(|para| is_called_form(&para.words.text));
    named && !paras.iter().any(article) && !paras.iter().any(|para| part(&para)) && (room || paras.iter().any(asks))
}
