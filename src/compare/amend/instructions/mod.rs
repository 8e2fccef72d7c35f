//! The amending text (改め文): the amendment in words, as Japanese laws and ordinances are amended.
//!
//! By the customs of drafting (法制執務研究会『ワークブック法制執務』 and what municipal drafters write of them):
//!
//! - It goes from front to back. A sentence is about one article; what only changes numbers goes on with it
//!   (第八条を削り、第九条を第八条とし、…).
//! - Words are quoted (第八条第二号中「八文字」を「十三文字」に改める), put in below others (「氏名」の下に「、住所」を加え) or deleted. A quotation is
//!   a unit of meaning: a whole name, a number with its unit, a whole address. It is changed wherever it stands in what is
//!   named, once for several provisions (第二条及び第五条中); where some stay, what stands beside it is quoted too. Where it stands in
//!   the items too, 各号列記以外の部分 is said. Brackets within a quotation stay as they are.
//! - Provisos and second sentences are named (第四条ただし書中), put in and taken out as such.
//! - The list of chapters (目次), where it is a part of the document, is amended after the title and before all others.
//! - A title and captions are written anew whole; a caption that changes with the text is 第六条（見出しを含む。）.
//! - Appended tables are amended row by row (別表第二中, 臨床工学技士の項); a form is written anew behind its sentence.
//! - A provision bears, whenever it is named, the number that it has at that moment, and takes none that another still
//!   bears: room is made from the back, a gap is closed from the front. Words are amended before the number.
//! - Three and more in a row move as 第十二条を第十三条とし、第九条から第十一条までを一条ずつ繰り下げ; those with branch numbers one by one.
//! - What is put in stands below its sentence as it stands in the document, and ends it.
//! - What is written anew whole does not change its number as well: it is deleted and put in.
//! - 同条, 同項 and 同号 are what was named last in the sentence.
//!
//! The words are part of the notation, as 第…条 is, and Japanese whatever the reader's language.

pub(super) mod address;
mod appended;
mod block;
mod clause;
mod contents;
mod first_paragraph;
mod gather;
mod hunks;
pub(super) mod passages;
mod phrases;
mod plan;
mod rows;
mod schedule;
mod sentences;
mod spots;
mod step;
mod terms;
pub(super) mod tree;
mod voice;
mod wording;
mod words;

pub(super) use clause::Verb;
pub(super) use contents::contents_of_tree;
pub(super) use phrases::phrase_words;

pub use block::BlockLine;
pub use sentences::Sentence;

use super::Amendment;
use super::annexes::AnnexPair;
use crate::base::locale::Lang;
use crate::base::notation::dates::write_date;
use appended::appended_sentences;
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
    /// How many of the last sentences are about forms and appended tables.
    pub appended: usize,
    /// Its own supplementary provisions, where the amended document keeps them too.
    pub supplementary: Vec<BlockLine>,
    /// The sentence of its own supplementary provisions that says from when it is in force, where the amended document
    /// does not keep them and says the day.
    pub in_force: Option<String>,
    /// The addresses of what is written anew whole, by the numbers it bears then, because it is changed too much or has
    /// no numbers by which its changes could be told.
    pub anew: Vec<String>,
}

/// The words for documents that are amended by one of their own kind.
const KINDS: [&str; 10] = ["条例", "規則", "規程", "要綱", "要領", "規約", "細則", "会則", "基準", "指針"];

/// By how many letters provisions that are put in stand further in than the sentences.
const INDENT: usize = 2;

/// The sentence by which a table amends (tests/integration/amending.rs).
const BY_TABLE: &str = "次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に下線で示すように改正する。";

/// The amending text of `amendment`, in Japanese.
#[must_use]
pub fn amending_text(amendment: &Amendment<'_>) -> AmendingText {
    let (old, new) = (VersionTree::of(&amendment.old), VersionTree::of(&amendment.new));
    let planner = StepPlanner::new(&old, &new, &amendment.alignment);
    let name = &old.nodes[ROOT].caption;
    let appended = appended_sentences(&AnnexPair::of(amendment, Lang::Ja));
    let mut text = match planner.document() {
        Some(said) => {
            let mut writer = SentenceWriter::new(&planner.old);
            writer.write(&said);
            if let (Some(old), Some(new)) = (amendment.old.documents.first(), amendment.new.documents.first()) {
                let after_title = usize::from(old.title.ja != new.title.ja);
                let listed = contents::contents_sentence(old, new);
                writer.sentences.splice(after_title..after_title, listed);
            }
            AmendingText {
                title: amending_title(name, "一部"),
                lead: format!("{name}の一部を次のように改正する。"),
                sentences: writer.sentences,
                supplementary: planner.own_supplementary().into_iter().flat_map(|at| block_lines(&new, at)).collect(),
                anew: writer.anew,
                ..AmendingText::default()
            }
        }
        None => rewritten(&new, name),
    };
    text.appended = appended.len();
    text.sentences.extend(appended);
    if text.supplementary.is_empty() && !text.sentences.is_empty() {
        // A document that is written anew speaks of itself.
        let is_anew = text.anew.contains(name);
        text.in_force = in_force(amendment, if is_anew { &new.nodes[ROOT].caption } else { name });
    }
    text
}

/// この規程は、令和八年四月一日から施行する, of the amending document, whose kind is that in the title `name`. `None` where the newer version says no day of its own.
fn in_force(amendment: &Amendment<'_>, name: &str) -> Option<String> {
    let (old, new) = (amendment.old.documents.first()?, amendment.new.documents.first()?);
    let day = new.in_force_from().filter(|day| old.in_force_from().is_none_or(|before| before < *day))?;
    let kind = kind_of(name).unwrap_or("改正");
    Some(format!("この{kind}は、{}から施行する。", write_date(day, new.dates, Lang::Ja)))
}

/// The whole document written anew.
fn rewritten(new: &VersionTree, name: &str) -> AmendingText {
    let mut lines = vec![BlockLine { indent: block::HEADING, text: new.nodes[ROOT].caption.clone() }];
    lines.extend(block_lines(new, ROOT));
    AmendingText {
        title: amending_title(name, "全部"),
        sentences: vec![Sentence { text: format!("{name}の全部を次のように改正する。"), block: lines }],
        anew: vec![name.to_owned()],
        ..AmendingText::default()
    }
}

fn kind_of(name: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| name.ends_with(kind))
}

fn amending_title(name: &str, how_much: &str) -> String {
    match kind_of(name) {
        Some(kind) => format!("{name}の{how_much}を改正する{kind}"),
        None => format!("{name}の{how_much}改正"),
    }
}

fn set_in(by: usize, text: &str) -> String {
    format!("{}{text}", "　".repeat(by))
}

impl AmendingText {
    /// Whether nothing is amended.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty() && self.supplementary.is_empty()
    }

    /// The text in lines: the title, the sentences, each set in by one full-width letter, and below a sentence the
    /// provisions that it puts in, set in by two and more, then its own supplementary provisions. No line where nothing is
    /// amended.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![set_in(block::HEADING, &self.title)];
        lines.extend(Some(&self.lead).filter(|lead| !lead.is_empty()).map(|lead| set_in(1, lead)));
        lines.extend(self.sentences.iter().flat_map(sentence_lines));
        lines.extend(self.own_lines());
        lines
    }

    /// What stands before the table where the table amends.
    #[must_use]
    pub fn lines_before_table(&self) -> Vec<String> {
        let title = set_in(block::HEADING, &self.title);
        let of_table = [set_in(1, &self.lead), set_in(1, BY_TABLE)];
        std::iter::once(title).chain(of_table).collect()
    }

    /// What stands below the table where the table amends: forms and appended tables, which no column has room for, and
    /// the supplementary provisions.
    #[must_use]
    pub fn lines_below_table(&self) -> Vec<String> {
        let appended = &self.sentences[self.sentences.len() - self.appended..];
        appended.iter().flat_map(sentence_lines).chain(self.own_lines()).collect()
    }

    /// Its own supplementary provisions, below an empty line.
    fn own_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.supplementary.is_empty() {
            // They stand as they are, not as what is put in.
            lines.push(String::new());
            lines.extend(self.supplementary.iter().map(|line| set_in(line.indent, &line.text)));
        } else if let Some(in_force) = &self.in_force {
            lines.extend([String::new(), set_in(block::HEADING, "附　則"), set_in(1, in_force)]);
        }
        lines
    }
}

/// A sentence, and below it what it puts in.
fn sentence_lines(sentence: &Sentence) -> Vec<String> {
    let block = sentence.block.iter().map(|line| set_in(INDENT + line.indent, &line.text));
    std::iter::once(set_in(1, &sentence.text)).chain(block).collect()
}
