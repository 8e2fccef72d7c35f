//! From lines to paragraphs: what stands on every page is left out, a table of contents too, and lines that were broken in
//! the middle of a sentence are put together again.

use std::collections::BTreeMap;

use super::contents::{self, Contents};
use super::joining::{LineJoiner, LineJoint};
use super::running::running;
use crate::import::outline::source::{LeftOut, SourceCell, SourceText, Why};
use crate::import::outline::words::SourceWords;
use crate::import::shapes::marks;
use crate::import::shapes::marks::ListMark;

/// Lines that belong together.
#[derive(Debug, Clone)]
pub struct Para {
    /// Its letters.
    pub words: SourceWords,
    /// The mark at its head.
    pub mark: Option<ListMark>,
    /// Whether more empty lines than usual stand before it.
    pub parted: bool,
    /// The number of empty lines before it.
    pub gap: usize,
    /// The level of a heading.
    pub heading: Option<u8>,
    /// Whether the whole of it is bold.
    pub bold: bool,
    /// The cell of a table that it stands in.
    pub cell: Option<SourceCell>,
    /// How deep the list is that the file says it is of.
    pub(in crate::import) depth: Option<usize>,
    /// Where its text begins, if its head stands at the left of it.
    pub(in crate::import) side: Option<usize>,
    /// Whether it is of those who sign at the end.
    pub(in crate::import) closing: bool,
}

/// The paragraphs of a source, and after which lines (by their places) it is not certain that they go on.
#[derive(Debug, Default)]
pub struct Paras {
    /// The paragraphs.
    pub paras: Vec<Para>,
    /// Lines that were put together with the line before on no better ground than the sentence.
    pub guessed: Vec<usize>,
    /// The words that were left out: lines that stand on every page, and a table of contents.
    pub running: Vec<SourceWords>,
    /// The table of contents.
    pub(in crate::import) contents: Option<Contents>,
}

/// Puts the lines of `source` together.
#[must_use]
pub fn paragraphs(source: &SourceText, left_out: &mut Vec<LeftOut>) -> Paras {
    let mut found = Paras::default();
    let running = leave_out(source, left_out, &mut found);
    let kept: Vec<usize> = (0..source.lines.len()).filter(|place| !running.contains_key(place)).collect();
    let mut joiner = LineJoiner::new(&source.lines, &kept);
    for (at, place) in kept.iter().copied().enumerate() {
        let line = &source.lines[place];
        let mark = marks::find_mark(&line.text);
        let before = at.checked_sub(1).map(|at| kept[at]);
        // Sentences go on behind a number of a page and the empty lines around it, as in the pages of
        // tests/integration/import_layouts.rs.
        let turned = running.range(before.map_or(0, |before| before + 1)..place).next().is_some() || line.page;
        // What a page's end puts between lines parts nothing.
        let gap = if turned { line.gap.min(joiner.gap()) } else { line.gap };
        // The joiner sees what was kept alone, so that a head of a page neither ends a paragraph nor becomes part of
        // one.
        let joint = joiner.joint(at, mark.as_ref(), gap);
        let words = SourceWords::of_line(place, &line.text);
        match (joint, found.paras.last_mut()) {
            (Some(joint), Some(open)) => {
                open.words.join(&words);
                joiner.go_on(at, None);
                if joint == LineJoint::Guessed {
                    found.guessed.push(place);
                }
            }
            _ => {
                joiner.begin(at, mark.as_ref());
                found.paras.push(Para {
                    words,
                    mark,
                    parted: gap > joiner.gap(),
                    gap,
                    heading: line.heading,
                    bold: line.bold,
                    cell: line.cell,
                    depth: line.listed.then_some(line.indent),
                    side: None,
                    closing: false,
                });
            }
        }
    }
    // Of one line the mark is known; joined lines may show more of it.
    for para in found.paras.iter_mut().filter(|para| para.words.pieces.len() > 1) {
        para.mark = marks::find_mark(&para.words.text);
    }
    found
}

/// Leaves out what is not of the text, and says where it stands.
fn leave_out(source: &SourceText, left_out: &mut Vec<LeftOut>, found: &mut Paras) -> BTreeMap<usize, Why> {
    let mut running = running(&source.lines);
    for (place, why) in &running {
        let line = &source.lines[*place];
        left_out.push(LeftOut { line: line.number, text: line.text.clone(), why: *why });
    }
    found.contents = contents::find(&source.lines);
    if let Some(contents) = &found.contents {
        let places = contents.places.clone().filter(|place| !running.contains_key(place)).collect::<Vec<_>>();
        let texts: Vec<&str> = places.iter().map(|place| source.lines[*place].text.trim()).collect();
        let line = places.first().and_then(|place| source.lines.get(*place)).map_or(1, |line| line.number);
        left_out.push(LeftOut { line, text: first_and_last(&texts), why: Why::Contents });
        running.extend(places.into_iter().map(|place| (place, Why::Contents)));
    }
    found.running = running.keys().map(|place| SourceWords::of_line(*place, &source.lines[*place].text)).collect();
    running
}

/// The first and the last lines of many, on one line.
fn first_and_last(texts: &[&str]) -> String {
    /// Lines that tell which table is meant.
    const SHOWN: usize = 3;
    match texts {
        [first @ .., last] if texts.len() > SHOWN + 1 => format!("{} … {last}", first[..SHOWN].join(" / ")),
        all => all.join(" / "),
    }
}
