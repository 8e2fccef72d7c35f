//! Which paragraphs of a form are numbered clauses.

use std::collections::BTreeMap;

use super::tokens::{Token, tokens};
use crate::import::recognise::lines::Para;
use crate::import::shapes::heads;
use crate::import::shapes::title_words;

/// Counts the paragraphs at the head of `paras` that are numbered clauses with what belongs to them.
pub(in crate::import) fn clauses(paras: &[Para]) -> usize {
    let mut run = Run { titled: false, certain: true, last: BTreeMap::new() };
    // Sentences and notes belong to the clauses if those go on after them.
    let (mut at, mut end) = (0, 0);
    while let Some(para) = paras.get(at) {
        if is_caption_at(paras, at) {
            at += 1;
            continue;
        }
        if !run.takes(para, at == 0) {
            break;
        }
        at += 1;
        // What may be of the form itself again is only taken if clauses follow it.
        if run.certain {
            end = at;
        }
    }
    end
}

struct Run {
    /// Whether the last number has only a caption, so that a sentence is its text.
    titled: bool,
    /// Whether what was taken is of the clauses in any case.
    certain: bool,
    /// The last numbers by the style of their marks.
    last: BTreeMap<String, Vec<u32>>,
}

impl Run {
    fn takes(&mut self, para: &Para, first: bool) -> bool {
        if !is_plain_para(para) {
            return false;
        }
        let rest = |at: usize| para.words.text.get(at..).unwrap_or("");
        match &para.mark {
            // ※控えを… below the clauses is of the form unless clauses follow it.
            Some(mark) if mark.is_note() => self.certain = false,
            Some(mark) if mark.is_bullet() => self.certain |= first,
            Some(mark) => {
                let goes_on = mark.readings.iter().any(|(style, number)| {
                    let next = self.last.get(&style.key()).and_then(|last| last.last()).map_or(0, |last| last + 1);
                    number.last() == Some(&next)
                });
                // A number that goes on proves that the notes and sentences before it were of the clauses.
                self.certain |= goes_on || mark.unit.is_some();
                let readings = mark.readings.iter().map(|(style, number)| (style.key(), number.clone()));
                self.last.extend(readings);
                self.titled = mark.unit.is_some() || title_words::is_short(rest(mark.rest));
            }
            None => {
                let sentence = para.heading.is_none() && para.words.text.trim_end().ends_with('。');
                if first || !sentence {
                    return false;
                }
                // A sentence below 第1条（話さない約束） is its text (tests/cases/import/form-tables.md); below a whole clause
                // it may be of the form again.
                self.certain &= self.titled;
                self.titled = false;
            }
        }
        // Clauses begin with a number or a bullet: a form that begins with a sentence has none yet.
        !first || para.mark.as_ref().is_some_and(|mark| !mark.is_note())
    }
}

/// Whether nothing is to be filled in.
fn is_plain_para(para: &Para) -> bool {
    let words = |token: &Token| matches!(token, Token::Text(_));
    para.cell.is_none() && tokens(&para.words.text).iter().all(words)
}

/// A line in brackets above a number.
fn is_caption_at(paras: &[Para], at: usize) -> bool {
    let numbered = |next: &Para| is_plain_para(next) && next.mark.as_ref().is_some_and(|mark| !mark.is_bullet());
    let para = &paras[at];
    para.mark.is_none()
        && is_plain_para(para)
        && heads::inside(&para.words.text).is_some()
        && para.words.text.trim_start().starts_with(['（', '('])
        && paras.get(at + 1).is_some_and(numbered)
}
