//! Doubts as a person reads them: those about the structure first, and many of a kind as one line.

use crate::base::locale::Messages;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{Counted, PAGE_LINES};

/// Doubts of a kind that are told one by one; more of them are one line.
const FEW: usize = 3;

/// Lines that are named of many.
const NAMED: usize = 8;

/// Tells a doubt in words.
pub(in crate::import) fn doubt_line(doubt: &Doubt, messages: &Messages) -> String {
    let id = doubt.kind.message();
    if let DoubtKind::FormField(kind) = doubt.kind {
        let kind = messages.text(&format!("import-type-{}", kind.word()));
        return messages.with(id, &[("words", &doubt.words), ("type", &kind)]);
    }
    messages.with(id, &[("words", &doubt.words)])
}

/// The doubts in words with their lines.
pub(super) fn by_kind(doubts: &[&Doubt], counted: Counted, messages: &Messages) -> Vec<(usize, String)> {
    let mut kinds: Vec<(DoubtKind, Vec<&Doubt>)> = Vec::new();
    for doubt in doubts {
        match kinds.iter_mut().find(|(kind, _)| *kind == doubt.kind) {
            Some((_, same)) => same.push(doubt),
            None => kinds.push((doubt.kind, vec![doubt])),
        }
    }
    let mut told = Vec::new();
    for (kind, same) in &kinds {
        // `false` sorts before `true`: what may be wrong as a whole is read first, whatever line it stands on.
        let low = !kind.is_structural();
        match same.split_first() {
            Some((first, rest)) if rest.len() >= FEW => {
                told.push((low, first.line, many(first, rest, counted, messages)));
            }
            _ => told.extend(same.iter().map(|doubt| (low, doubt.line, doubt_line(doubt, messages)))),
        }
    }
    told.sort();
    told.into_iter().map(|(_, line, words)| (line, words)).collect()
}

fn many(first: &Doubt, rest: &[&Doubt], counted: Counted, messages: &Messages) -> String {
    let (id, shown): (_, fn(usize) -> usize) = match counted {
        Counted::Lines => ("import-doubt-more", |line| line),
        Counted::Paragraphs => ("import-doubt-more-paragraphs", |line| line),
        // A line of a page is found with its page: nobody counts lines there.
        Counted::PageLines => ("import-doubt-more-pages", |line| line / PAGE_LINES),
    };
    let mut places: Vec<usize> = rest.iter().map(|doubt| shown(doubt.line)).collect();
    places.dedup();
    let mut lines: Vec<String> = places.iter().take(NAMED).map(ToString::to_string).collect();
    lines.extend((places.len() > NAMED).then(|| "…".to_owned()));
    let words = doubt_line(first, messages);
    messages.with(id, &[("told", &words), ("count", &rest.len().to_string()), ("lines", &lines.join(", "))])
}
