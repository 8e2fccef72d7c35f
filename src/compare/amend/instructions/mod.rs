//! The amending text (改め文): the amendment in words, as Japanese laws and ordinances are amended.
//!
//! By the customs of drafting (法制執務研究会『ワークブック法制執務』 and what municipal drafters write of them):
//!
//! - It goes from front to back. A sentence is about one article; what only changes numbers goes on with it
//!   (第八条を削り、第九条を第八条とし、…).
//! - Words are quoted (第八条第二号中「八文字」を「十三文字」に改める), put in below others (「氏名」の下に「、住所」を加え) or deleted. A quotation is
//!   a whole word, a number with its unit, a whole address, and stands only once where it is looked for; where it stands in
//!   the items too, 各号列記以外の部分 is said. Brackets within a quotation stay as they are.
//! - A provision bears, whenever it is named, the number that it has at that moment, and takes none that another still
//!   bears: room is made from the back, a gap is closed from the front. Words are amended before the number.
//! - Four and more in a row move as 第十二条を第十三条とし、第九条から第十一条までを一条ずつ繰り下げ; those with branch numbers one by one.
//! - What is put in stands below its sentence as it stands in the document, and ends it.
//! - What is written anew whole does not change its number as well: it is deleted and put in.
//! - 同条, 同項 and 同号 are what was named last in the sentence.
//!
//! The words are part of the notation, as 第…条 is, and Japanese whatever the reader's language.

mod address;
mod block;
mod clause;
mod phrases;
mod plan;
mod schedule;
mod sentences;
mod step;
mod tree;
mod voice;
mod wording;

pub use block::BlockLine;
pub use sentences::Sentence;

use super::Amendment;
use block::block_lines;
use plan::StepPlanner;
use sentences::SentenceWriter;
use tree::{ROOT, VersionTree};

/// An amendment in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AmendingText {
    /// The amending document's title: みどり町見守り規程の一部を改正する規程.
    pub title: String,
    /// The sentence before all others.
    pub lead: String,
    /// The sentences that amend. Empty where nothing changes.
    pub sentences: Vec<Sentence>,
    /// Its own supplementary provisions, which the amended document keeps too.
    pub supplementary: Vec<BlockLine>,
    /// The addresses of what is written anew whole, by the numbers it bears then, because it is changed too much or has
    /// no numbers by which its changes could be told.
    pub anew: Vec<String>,
}

/// The words for documents that are amended by one of their own kind.
const KINDS: [&str; 10] = ["条例", "規則", "規程", "要綱", "要領", "規約", "細則", "会則", "基準", "指針"];

/// By how many letters provisions that are put in stand further in than the sentences.
const INDENT: usize = 2;

/// The amending text of `amendment`, in Japanese.
#[must_use]
pub fn amending_text(amendment: &Amendment<'_>) -> AmendingText {
    let (old, new) = (VersionTree::of(&amendment.old), VersionTree::of(&amendment.new));
    let planner = StepPlanner::new(&old, &new, &amendment.alignment);
    let name = &old.nodes[ROOT].caption;
    // Something has no name, and neither has what it stands in: custom then has 全部改正.
    let Some(said) = planner.document() else { return rewritten(&new, name) };
    let mut writer = SentenceWriter::new(&old);
    writer.write(&said);
    // The day on which the amendment comes into force is the amending text's own 附則, not one that it puts in
    // (tests/cases/amending/anew.txt).
    let supplementary = planner.own_supplementary().into_iter().flat_map(|at| block_lines(&new, at)).collect();
    AmendingText {
        title: amending_title(name, "一部"),
        lead: format!("{name}の一部を次のように改正する。"),
        sentences: writer.sentences,
        supplementary,
        anew: writer.anew,
    }
}

/// The whole document written anew.
fn rewritten(new: &VersionTree, name: &str) -> AmendingText {
    let mut lines = vec![BlockLine { indent: block::HEADING, text: new.nodes[ROOT].caption.clone() }];
    lines.extend(block_lines(new, ROOT));
    AmendingText {
        title: amending_title(name, "全部"),
        lead: String::new(),
        sentences: vec![Sentence { text: format!("{name}の全部を次のように改正する。"), block: lines }],
        supplementary: Vec::new(),
        anew: vec![name.to_owned()],
    }
}

fn amending_title(name: &str, how_much: &str) -> String {
    match KINDS.iter().find(|kind| name.ends_with(**kind)) {
        Some(kind) => format!("{name}の{how_much}を改正する{kind}"),
        None => format!("{name}の{how_much}改正"),
    }
}

impl AmendingText {
    /// Whether nothing is amended.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty() && self.supplementary.is_empty()
    }

    /// The text in lines: the title, the sentences, each set in by one full-width letter, and below a sentence the
    /// provisions that it puts in, set in by two and more. No line where nothing is amended.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let set_in = |by: usize, text: &str| format!("{}{text}", "　".repeat(by));
        let block =
            |lines: &[BlockLine]| lines.iter().map(|line| set_in(INDENT + line.indent, &line.text)).collect::<Vec<_>>();
        let mut lines = vec![set_in(block::HEADING, &self.title)];
        lines.extend(Some(&self.lead).filter(|lead| !lead.is_empty()).map(|lead| set_in(1, lead)));
        for sentence in &self.sentences {
            lines.push(set_in(1, &sentence.text));
            lines.extend(block(&sentence.block));
        }
        // Its own provisions stand as they are, not as what is put in.
        lines.extend((!self.supplementary.is_empty()).then(String::new));
        lines.extend(self.supplementary.iter().map(|line| set_in(line.indent, &line.text)));
        lines
    }
}
