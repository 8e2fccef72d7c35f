//! Texts with their heads at the left, in a column of their own: 目的　　　この規約は、… (tests/cases/import/side-heads.txt).

use std::collections::BTreeSet;

use super::builder::OutlineBuilder;
use super::lines::Para;
use super::open_nodes::OpenNode;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::source::SourceText;
use crate::import::shapes::{column_width, title_words};

/// The sequence that such heads are.
const KEY: &str = "side heads";

/// The most letters of a head.
const LONGEST: usize = 12;

/// The least room between a head and its text, in columns.
const LEAST_ROOM: usize = 4;

/// Marks the paragraphs that begin with a head at the left, where several have their texts at one column, and puts what of
/// these texts goes on at that column with them.
pub(in crate::import) fn settle_side_heads(paras: &mut Vec<Para>, source: &SourceText) -> Vec<Doubt> {
    let indent = |para: &Para| source.lines.get(para.words.line()).map_or(0, |line| line.indent);
    let found: Vec<(usize, usize, usize)> = paras
        .iter()
        .enumerate()
        .filter_map(|(at, para)| {
            let body = body_start(para)?;
            Some((at, body, indent(para) + column_width(&para.words.text[..body])))
        })
        .collect();
    let mut doubts = Vec::new();
    let mut joined = BTreeSet::new();
    // One alone is a word and what follows it; two at one column are set so.
    for run in found.chunk_by(|one, next| one.2 == next.2).filter(|run| run.len() > 1) {
        let goes_on = |at: usize, column: usize| {
            paras.get(at + 1).is_some_and(|next| has_no_number(next) && next.gap == 0 && indent(next) == column)
        };
        let is_sentence = |at: usize, column: usize| paras[at].words.text.contains('。') || goes_on(at, column);
        // Labels of a form and rows of a list end no sentences.
        if !run.iter().all(|(at, _, column)| is_sentence(*at, *column)) {
            continue;
        }
        let words = &paras[run[0].0].words;
        doubts.push(Doubt::new(words.line(), DoubtKind::SideHeads, &words.text));
        joined.extend(run.iter().filter(|(at, _, column)| goes_on(*at, *column)).map(|(at, ..)| *at + 1));
        for (at, body, _) in run {
            paras[*at].side = Some(*body);
        }
    }
    if joined.is_empty() {
        return doubts;
    }
    for (at, para) in std::mem::take(paras).into_iter().enumerate() {
        match paras.last_mut().filter(|_| joined.contains(&at)) {
            Some(above) => above.words.join(&para.words),
            None => paras.push(para),
        }
    }
    doubts
}

fn has_no_number(para: &Para) -> bool {
    para.mark.is_none() && para.cell.is_none() && para.heading.is_none()
}

/// The place where the text of a paragraph begins whose head stands at the left.
fn body_start(para: &Para) -> Option<usize> {
    let text = para.words.text.trim_end();
    let mut from = text.len() - text.trim_start().len();
    while let Some(at) = text[from..].find(char::is_whitespace).map(|at| from + at).filter(|_| has_no_number(para)) {
        let body = at + (text[at..].len() - text[at..].trim_start().len());
        if column_width(&text[at..body]) >= LEAST_ROOM {
            let head = text[..at].trim();
            let named = (1..=LONGEST).contains(&head.chars().count()) && title_words::is_short(head);
            return named.then_some(body);
        }
        // 目　的 is one head.
        from = body;
    }
    None
}

impl OutlineBuilder<'_> {
    /// Takes a paragraph whose text begins at `body`, behind its head.
    pub(in crate::import) fn side_head(&mut self, para: &Para, body: usize) {
        let beside = self.stack.iter().position(|open| open.key == KEY);
        let keep = beside.unwrap_or_else(|| self.container());
        let words = &para.words;
        let text = vec![words.slice(body..words.text.len())];
        let node = OutlineNode { caption: words.slice(0..body), text, ..OutlineNode::default() };
        self.push(node, keep, OpenNode { titled: true, key: KEY.to_owned(), ..OpenNode::unnumbered() });
    }
}
