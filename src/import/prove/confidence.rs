//! How sure each structure of an outline is: the body and its chapters, each supplementary provision, appendix, table and
//! form.

use std::ops::RangeInclusive;

use crate::base::locale::Messages;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::{OutlineNode, OutlineTable};
use crate::import::outline::source::SourceText;
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::outline::words::SourceWords;
use crate::import::shapes::style::NumberUnit;

/// A structure with as many provisions for each doubt as this, or more, is likely right as a whole.
const PROVISIONS_FOR_A_DOUBT: usize = 8;

/// How sure a structure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Nothing in it could be read otherwise.
    Sure,
    /// A few places of many could be.
    Likely,
    /// So much could be that a person has to look at the whole of it.
    Doubtful,
}

impl Confidence {
    /// Its name in message ids and classes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Doubtful => "doubtful",
        }
    }
}

/// A structure and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructureConfidence {
    /// Its label and title; empty for the body.
    pub name: String,
    /// The numbers of its first and last line in the input.
    pub lines: RangeInclusive<usize>,
    /// The number of provisions, or of places to fill in, that it has.
    pub count: usize,
    /// Whether it is a form, which has places to fill in.
    pub is_form: bool,
    /// The number of doubts about its structure.
    pub doubts: usize,
    /// How sure it is.
    pub confidence: Confidence,
}

impl StructureConfidence {
    /// What it says of a structure, without its lines.
    #[must_use]
    pub fn told(&self, messages: &Messages) -> String {
        let name = if self.name.is_empty() { messages.text("import-structure-body") } else { self.name.clone() };
        let id = if self.is_form { "import-structure-form" } else { "import-structure" };
        let count = (self.doubts.to_string(), self.count.to_string());
        let sure = messages.with(&format!("import-confidence-{}", self.confidence.word()), &[("doubts", &count.0)]);
        messages.with(id, &[("name", &name), ("count", &count.1), ("confidence", &sure)])
    }
}

/// The structures of `outline`, whose `doubts` know their places in `source`, in the order of the text.
pub(in crate::import) fn structures(
    outline: &Outline,
    doubts: &[Doubt],
    source: &SourceText,
) -> Vec<StructureConfidence> {
    let mut found = Vec::new();
    let mut add = |name: String, words: &[&SourceWords], count: usize, is_form: bool| {
        let lines = words.iter().flat_map(|words| &words.pieces).map(|piece| piece.line);
        let (Some(first), Some(last)) = (lines.clone().min(), lines.max()) else { return };
        let own = |doubt: &&Doubt| (first..=last).contains(&doubt.line) && is_about_structure(doubt.kind);
        let own: Vec<DoubtKind> = doubts.iter().filter(own).map(|doubt| doubt.kind).collect();
        let number = |at: usize| source.lines.get(at).map_or(1, |line| line.number);
        found.push(StructureConfidence {
            name,
            lines: number(first)..=number(last),
            count,
            is_form,
            doubts: own.len(),
            confidence: confidence(&own, count),
        });
    };
    for division in &outline.divisions {
        let head = format!("{} {}", division.label.text, division.title.text);
        if let Some(form) = &division.form {
            let mut count = 0;
            form.fields(&mut |_| count += 1);
            add(format!("{} {}", form.label.text, form.title.text).trim().to_owned(), &form.words(), count, true);
            continue;
        }
        let chapters = division.nodes.iter().filter(|node| is_chapter(node)).count();
        for group in groups(division, chapters > 1) {
            let mut words: Vec<&SourceWords> = Vec::new();
            let mut count = 0;
            for node in group {
                node.walk(0, &mut |node, _| {
                    count += 1;
                    words.extend(node.label.as_ref().map(|label| &label.words));
                    words.push(&node.caption);
                    words.extend(node.text.iter().chain(&node.columns));
                    words.extend(node.table.iter().flat_map(OutlineTable::words));
                });
            }
            let chapter = group.first().filter(|node| chapters > 1 && is_chapter(node));
            let name = chapter.map_or_else(
                || head.trim().to_owned(),
                |node| {
                    let label = node.label.as_ref().map_or("", |label| label.words.text.as_str());
                    format!("{label} {}", node.caption.text)
                },
            );
            add(name.trim().to_owned(), &words, count, false);
        }
        if let Some(codes) = &division.codes {
            let words: Vec<&SourceWords> = codes.rows.iter().flatten().collect();
            add(head.trim().to_owned(), &words, codes.rows.len(), false);
        }
    }
    found
}

/// The provisions of a division, its chapters each by itself where it has several.
fn groups(division: &OutlineDivision, by_chapter: bool) -> Vec<&[OutlineNode]> {
    if !by_chapter {
        return vec![&division.nodes];
    }
    division.nodes.chunk_by(|_, next| !is_chapter(next)).collect()
}

fn is_chapter(node: &OutlineNode) -> bool {
    let unit = node.label.as_ref().and_then(|label| label.unit);
    unit.is_some_and(|unit| matches!(unit, NumberUnit::Part | NumberUnit::Chapter))
}

fn is_about_structure(kind: DoubtKind) -> bool {
    kind.is_structural() || kind == DoubtKind::FormCell
}

fn confidence(doubts: &[DoubtKind], provisions: usize) -> Confidence {
    let heavy = |kind: &DoubtKind| {
        matches!(
            kind,
            DoubtKind::ArticlesInside
                | DoubtKind::BodyElsewhere
                | DoubtKind::SecondDocument
                | DoubtKind::FormAsText
                | DoubtKind::FormWithoutFields
                | DoubtKind::ContentsArticles
        )
    };
    match doubts.len() {
        0 => Confidence::Sure,
        _ if doubts.iter().any(heavy) => Confidence::Doubtful,
        count if count.saturating_mul(PROVISIONS_FOR_A_DOUBT) <= provisions => Confidence::Likely,
        _ => Confidence::Doubtful,
    }
}
