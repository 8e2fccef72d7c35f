//! An amending text carried out (溶け込み): a reader of sentences that knows the customs and the older version, and nothing of
//! how the text came about. It works on the document as a tree; what is written to files is another's work.

mod addresses;
mod anew;
mod blocks;
mod changes;
mod clauses;
mod contents;
mod first_paragraph;
mod grafts;
mod outcome;
mod places;
mod rewritten;
mod spelling;
mod supplementary;
mod tables;
mod typed;

pub use blocks::{BlockKind, BlockProvision};
pub(crate) use spelling::plain_address;

pub use outcome::{CarriedNode, CarriedTree, NodeOrigin, tree_of};
pub use typed::{TypedAmendment, TypedLine, TypedSentence, read_typed, typed_lines};

use std::collections::{BTreeMap, BTreeSet};

use addresses::Addresses;
use clauses::read_clauses;

use super::annexes::annex_names;
use super::instructions::tree::{NodeForm, ROOT, VersionTree};
use crate::compare::Side;

/// Why a sentence cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CarryFault {
    /// It names a provision that there is not.
    NoProvision(String),
    /// It quotes words that do not stand where it looks for them.
    NoWords(String),
    /// The words that it quotes are not there, and those that it puts in their place are.
    Done(String),
    /// Two of its quotations overlap.
    Overlap(String),
    /// It gives a number that another provision bears.
    NumberTaken(String),
    /// It takes out the first paragraph of an article, or makes it a later one, and gives its number to no other.
    FirstParagraph,
    /// It gives the list of contents a line that the chapters do not give.
    Contents(String),
    /// It puts in what another document holds: a form, or a table of another file.
    Appended(String),
    /// It says that something is put in and nothing stands below it.
    NoBlock,
    /// It is no sentence that amends.
    Unclear,
}

/// A sentence that could not be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarryFailure {
    /// The number of its line.
    pub line: usize,
    /// Its words.
    pub sentence: String,
    /// Why.
    pub fault: CarryFault,
}

/// Words that a sentence changed in more places than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyPlaces {
    /// The number of its line.
    pub line: usize,
    /// The words.
    pub words: String,
    /// The number of places.
    pub count: usize,
}

/// Words that a sentence quotes otherwise than they stand: in letters of another width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RespeltWords {
    /// The number of its line.
    pub line: usize,
    /// The words as they were typed.
    pub typed: String,
    /// The words as they stand.
    pub stands: String,
}

/// What carrying out gave.
#[derive(Debug)]
pub struct CarriedOut {
    /// The document afterwards.
    pub tree: CarriedTree,
    /// The sentences that could not be carried out.
    pub failures: Vec<CarryFailure>,
    /// Words that changed in several places.
    pub several: Vec<ManyPlaces>,
    /// Words that were read as others.
    pub respelt: Vec<RespeltWords>,
}

/// Carries `amendment` out on the only document of `side`, which is in Japanese.
#[must_use]
pub fn carry_out(side: &Side<'_>, amendment: &TypedAmendment) -> CarriedOut {
    let old = VersionTree::of(side);
    let mut carrier = Carrier::new(old, annex_names(side));
    let mut failures = Vec::new();
    let mut several = Vec::new();
    for sentence in &amendment.sentences {
        carrier.line = sentence.line;
        let done = carrier.sentence(sentence).map_err(|fault| carrier.appended_fault(fault));
        several.append(&mut carrier.several);
        if let Err(fault) = done {
            failures.push(CarryFailure { line: sentence.line, sentence: sentence.text.clone(), fault });
        }
    }
    failures.extend(carrier.wrong_contents());
    if amendment.keeps_supplementary() && !amendment.anew {
        carrier.add_supplementary(&amendment.supplementary);
    }
    CarriedOut { tree: carrier.outcome(), failures, several, respelt: carrier.respelt }
}

/// The document while it is amended. Nodes that go are marked, so that places stay.
#[derive(Debug)]
struct Carrier {
    tree: VersionTree,
    gone: Vec<bool>,
    /// Of each node the provision of the block that it was read from.
    addresses: Addresses,
    line: usize,
    several: Vec<ManyPlaces>,
    respelt: Vec<RespeltWords>,
    contents: Vec<contents::ToldContents>,
    /// The articles whose first paragraph was taken out and has no follower yet.
    without_first: BTreeSet<usize>,
    /// The articles whose first paragraph became a later one, before which none stands yet.
    awaits_first: BTreeSet<usize>,
    /// For each article whose first paragraph was a later one the item that this was.
    promoted: BTreeMap<usize, usize>,
    /// For each paragraph that was the first of its article the item that this is.
    demoted: BTreeMap<usize, usize>,
    /// The names of forms and tables that stand in other files.
    annexes: Vec<String>,
    /// The changes of words of one place, made together, and the texts in which they are made.
    words: Option<changes::WordChanges>,
}

impl Carrier {
    fn new(tree: VersionTree, annexes: Vec<String>) -> Self {
        let gone = vec![false; tree.nodes.len()];
        Self {
            tree,
            gone,
            addresses: Addresses::default(),
            line: 0,
            several: Vec::new(),
            respelt: Vec::new(),
            contents: Vec::new(),
            without_first: BTreeSet::new(),
            awaits_first: BTreeSet::new(),
            promoted: BTreeMap::new(),
            demoted: BTreeMap::new(),
            annexes,
            words: None,
        }
    }

    /// The nodes below `at` that are there, and itself.
    fn all_below(&self, at: usize) -> Vec<usize> {
        let children = self.tree.nodes[at].children.iter().filter(|child| !self.gone[**child]);
        std::iter::once(at).chain(children.flat_map(|child| self.all_below(*child))).collect()
    }

    /// `fault`, told as one about another file where the provision that is not there is a form or a table of its own.
    fn appended_fault(&self, fault: CarryFault) -> CarryFault {
        let CarryFault::NoProvision(named) = &fault else { return fault };
        let plain = plain_address(named);
        let annex = self.annexes.iter().filter(|annex| plain.starts_with(&plain_address(annex)));
        let annex = annex.max_by_key(|annex| annex.len()).cloned();
        annex.map_or(fault, CarryFault::Appended)
    }

    fn sentence(&mut self, sentence: &TypedSentence) -> Result<(), CarryFault> {
        self.addresses.begin();
        self.words = None;
        self.without_first.clear();
        self.awaits_first.clear();
        if self.of_contents(sentence)? {
            return Ok(());
        }
        if typed::is_of_whole(&sentence.text) {
            return self.rewrite(&sentence.block);
        }
        let clauses = read_clauses(&sentence.text).ok_or(CarryFault::Unclear)?;
        let count = clauses.len();
        for (at, clause) in clauses.iter().enumerate() {
            let goes_on = clauses::begins_with_quote(&clause.words) && !clause.words.contains("の見出し");
            let goes_on = goes_on && (self.words.is_some() || at > 0) && !clause.words.contains('中');
            if !goes_on {
                self.make_changes()?;
            }
            let block = if at + 1 == count { sentence.block.as_slice() } else { &[] };
            self.clause(clause, block)?;
        }
        self.make_changes()?;
        self.check_firsts()
    }
}

/// Whether a node is a division other than the body.
fn is_appended(form: NodeForm) -> bool {
    match form {
        NodeForm::Division(role) => role != crate::corpus::Role::Body,
        NodeForm::Root | NodeForm::Notes | NodeForm::Provision(_) | NodeForm::Row => false,
    }
}

/// The place of the document's body among its nodes.
fn body(tree: &VersionTree) -> Option<usize> {
    tree.nodes[ROOT]
        .children
        .iter()
        .copied()
        .find(|at| matches!(tree.nodes[*at].form, NodeForm::Division(crate::corpus::Role::Body)))
}
