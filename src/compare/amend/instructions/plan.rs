//! What has to be said to make the new document of the old one.
//!
//! What keeps its place among those beside it keeps its identity and is amended and renumbered; what changes its place is
//! deleted and put in anew, which no reader can mistake. What cannot be amended by quoting is written anew whole, and if it
//! changes its number too, deleted and put in, since custom has no 全部改正 together with a renumbering.

use std::collections::BTreeMap;

use crate::compare::{Alignment, longest_rising, split_words};
use crate::corpus::Role;

use super::address::{counter, run_ends};
use super::block::{BlockLine, HEADING, block_lines, printed_caption};
use super::rows::row_pairs;
use super::schedule::{NumberKey, Op, schedule};
use super::step::{DraftStep, ProvisionPart, Spot, Statement};
use super::terms::TermList;
use super::tree::{NodeForm, ROOT, VersionNode, VersionTree};
use super::wording::{Edit, is_balanced};

pub(super) struct StepPlanner<'t> {
    /// The older version, its texts as they are after the changes of `terms`.
    pub(super) old: VersionTree,
    pub(super) new: &'t VersionTree,
    /// For each node of the new tree the node of the old one that it was.
    pub(super) was: Vec<Option<usize>>,
    /// The words that change throughout a provision, said once for all of it.
    pub(super) terms: TermList,
}

/// Neighbours in the order of both lists: something kept with what is said of it, or what is gone and what has come
/// between two such.
#[derive(Debug)]
pub(super) enum SiblingStretch {
    Kept(usize, Vec<Op>),
    Gap { gone: Vec<usize>, come: Vec<usize> },
}

/// The fate of a provision that both documents have.
#[derive(Debug)]
enum KeptProvision {
    /// This is said of it.
    Amended(Vec<Op>),
    /// It is rather deleted and put in anew.
    DeletedAndInserted,
}

/// A list of neighbours: what stands directly below a node of each tree, its paragraphs or the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct SiblingList {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) paragraphs: bool,
}

impl<'t> StepPlanner<'t> {
    pub(super) fn new(old: &'t VersionTree, new: &'t VersionTree, alignment: &Alignment) -> Self {
        let place = |item: usize| old.nodes.iter().position(|node| node.item == Some(item));
        let was = new.nodes.iter().map(|node| match (node.form, node.item) {
            (NodeForm::Row, _) => None,
            (_, Some(item)) => alignment.old_of(item).and_then(place),
            // The document, its body and its notes stand only once.
            (_, None) => old.nodes.iter().position(|other| other.form == node.form && other.item.is_none()),
        });
        let mut was: Vec<Option<usize>> = was.collect();
        for (old, new) in row_pairs(old, new, &was) {
            was[new] = Some(old);
        }
        let mut old = old.clone();
        let pairs = was.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new)));
        for (old_at, new_at) in pairs {
            take_writing(&mut old.nodes[old_at], &new.nodes[new_at]);
        }
        let terms = TermList::settle(&mut old, new, &was);
        Self { old, new, was, terms }
    }

    /// All that is said, in its order; `None` where only the whole document can be written anew.
    pub(super) fn document(&self) -> Option<Vec<Statement>> {
        let mut said = Vec::new();
        let title = &self.new.nodes[ROOT].caption;
        if self.old.nodes[ROOT].caption != *title {
            // Custom writes the title anew, however little of it changes.
            let step =
                DraftStep::Replace { node: ROOT, block: vec![BlockLine { indent: HEADING, text: title.clone() }] };
            said.push(Statement { unit: ROOT, nested: false, step });
        }
        let ops = schedule(self.list(SiblingList { old: ROOT, new: ROOT, paragraphs: false })?)?;
        said.extend(ops.into_iter().flat_map(|op| op.said));
        Some(said)
    }

    /// New supplementary provisions after all others: the amending document's own, which the amended one keeps.
    pub(super) fn own_supplementary(&self) -> Vec<usize> {
        let children = &self.new.nodes[ROOT].children;
        let all = children.iter().copied().filter(|at| is_supplementary(self.new, *at));
        let lost = |label: &str| {
            let gone = |at: &&usize| is_supplementary(&self.old, **at) && !self.was.contains(&Some(**at));
            self.old.nodes[ROOT].children.iter().filter(gone).any(|at| self.old.nodes[*at].label == label)
        };
        // One that takes the name of one that is gone replaces it, and is part of what is amended.
        // From the last one upwards: a 附則 that is new between old ones was put in by this amendment and not made for
        // it.
        let is_own = |at: &usize| self.was[*at].is_none() && !lost(&self.new.nodes[*at].label);
        let mut own: Vec<usize> = all.rev().take_while(is_own).collect();
        own.reverse();
        own
    }

    pub(super) fn children(tree: &VersionTree, at: usize, paragraphs: bool) -> Vec<usize> {
        let wanted = |child: &usize| tree.nodes[*child].is_paragraph() == paragraphs;
        tree.nodes[at].children.iter().copied().filter(wanted).collect()
    }

    fn list(&self, list: SiblingList) -> Option<Vec<Op>> {
        let mut of_new = Self::children(self.new, list.new, list.paragraphs);
        if list.new == ROOT {
            let own = self.own_supplementary();
            of_new.retain(|at| !own.contains(at));
        }
        let mut stretches = self.stretches(&Self::children(&self.old, list.old, list.paragraphs), &of_new)?;
        let spots: Vec<Option<Spot>> = (0..stretches.len()).map(|at| self.spot(&stretches, at, list)).collect();
        let mut ops = Vec::new();
        for (stretch, spot) in stretches.drain(..).zip(spots) {
            match stretch {
                SiblingStretch::Kept(_, said) => ops.extend(said),
                SiblingStretch::Gap { gone, come } => {
                    for node in gone {
                        ops.push(self.deletion(node)?);
                    }
                    if !come.is_empty() {
                        ops.push(self.insertion(spot?, &come, list.old));
                    }
                }
            }
        }
        // Bullets bear no numbers, so that what is put in between them may end the sentence.
        let ends = |op: &Op| matches!(op.said.last().map(|said| &said.step), Some(DraftStep::Insert { spot, .. }) if spot.is_by_bullet());
        ops.sort_by_key(ends);
        Some(ops)
    }

    /// Returns the provisions that are kept in order, and the gaps between.
    fn stretches(&self, of_old: &[usize], of_new: &[usize]) -> Option<Vec<SiblingStretch>> {
        let places: BTreeMap<usize, usize> = of_old.iter().enumerate().map(|(at, node)| (*node, at)).collect();
        let place = |node: &usize| self.was[*node].and_then(|was| places.get(&was).copied());
        let pairs: Vec<(usize, usize)> =
            of_new.iter().enumerate().filter_map(|(new, node)| Some((place(node)?, new))).collect();
        // The longest run that stands in one order is kept, so that as few provisions as can be are deleted and put in.
        let rising = longest_rising(&pairs.iter().map(|(old, _)| *old).collect::<Vec<_>>());
        let mut stretches = Vec::new();
        let (mut old_at, mut new_at) = (0, 0);
        for (old, new) in rising.into_iter().map(|at| pairs[at]) {
            // What is rather deleted and put in falls into the gap around it, on both sides.
            let KeptProvision::Amended(said) = self.kept(of_old[old], of_new[new])? else { continue };
            self.gap(&of_old[old_at..old], &of_new[new_at..new], &mut stretches)?;
            stretches.push(SiblingStretch::Kept(of_old[old], said));
            (old_at, new_at) = (old + 1, new + 1);
        }
        self.gap(&of_old[old_at..], &of_new[new_at..], &mut stretches)?;
        Some(stretches)
    }

    /// Returns the fate of `old` that becomes `new`; `None` where it cannot be said at all.
    fn kept(&self, old: usize, new: usize) -> Option<KeptProvision> {
        if let Some(said) = self.amended(old, new) {
            return Some(KeptProvision::Amended(said));
        }
        // Under the same number it can be written anew whole: 第三条を次のように改める.
        if self.old.nodes[old].own == self.new.nodes[new].own {
            return Some(KeptProvision::Amended(vec![self.replacement(old, new)?]));
        }
        Some(KeptProvision::DeletedAndInserted)
    }

    /// Adds the provisions gone and come between two kept ones; of the same number the one is written anew as the
    /// other.
    fn gap(&self, gone: &[usize], come: &[usize], stretches: &mut Vec<SiblingStretch>) -> Option<()> {
        let name =
            |tree: &VersionTree, at: usize| tree.nodes[at].own.clone().filter(|_| !tree.nodes[at].label.is_empty());
        let (mut gone_from, mut come_from) = (0, 0);
        for (at, new) in come.iter().enumerate() {
            let Some(wanted) = name(self.new, *new) else { continue };
            if let Some((first, last, op)) = self.run(&gone[gone_from..], *new) {
                let (first, last) = (gone_from + first, gone_from + last);
                push_gap(&gone[gone_from..first], &come[come_from..at], stretches);
                stretches.push(SiblingStretch::Kept(gone[last], vec![op]));
                (gone_from, come_from) = (last + 1, at + 1);
                continue;
            }
            let found = gone[gone_from..].iter().position(|old| name(&self.old, *old).as_ref() == Some(&wanted));
            if let Some(found) = found.map(|found| gone_from + found) {
                push_gap(&gone[gone_from..found], &come[come_from..at], stretches);
                let KeptProvision::Amended(said) = self.kept(gone[found], *new)? else { return None };
                stretches.push(SiblingStretch::Kept(gone[found], said));
                (gone_from, come_from) = (found + 1, at + 1);
            }
        }
        push_gap(&gone[gone_from..], &come[come_from..], stretches);
        Some(())
    }

    /// Returns the places in `gone` of the first and the last of the neighbours for which `new` stands alone
    /// (第二条から第四条まで　削除), and the step that says so.
    fn run(&self, gone: &[usize], new: usize) -> Option<(usize, usize, Op)> {
        let (from, to) = run_ends(self.new.nodes[new].own.as_deref()?)?;
        let place = |name: &str| gone.iter().position(|at| self.old.nodes[*at].own.as_deref() == Some(name));
        let (first, last) = (place(from)?, place(to)?);
        let run = gone.get(first..=last)?;
        run.iter().try_for_each(|at| self.old.full(*at).map(drop))?;
        let frees = run.iter().flat_map(|at| self.old_keys(*at)).collect();
        let block = block_lines(self.new, new);
        let step = DraftStep::ReplaceRun { first: *run.first()?, last: *run.last()?, block };
        let said = vec![Statement { unit: *run.first()?, nested: false, step }];
        Some((first, last, Op { said, frees, needs: Vec::new() }))
    }

    /// Returns the steps that make `new` of `old`, its number included.
    fn amended(&self, old: usize, new: usize) -> Option<Vec<Op>> {
        let (before, after) = (&self.old.nodes[old], &self.new.nodes[new]);
        // Custom has no words for other columns of a table, nor for a provision that becomes something else.
        if before.columns != after.columns || before.form != after.form {
            return None;
        }
        // One that stands for several replaces all of them.
        let is_run = |own: &Option<String>| own.as_deref().and_then(run_ends).is_some();
        if before.own != after.own && (is_run(&before.own) || is_run(&after.own)) {
            return None;
        }
        let mut op = Op::default();
        let throughout = self.terms.of(old).into_iter().map(|step| Statement { unit: old, nested: false, step });
        op.said.extend(throughout);
        let mut say = |step| op.said.push(Statement { unit: old, nested: false, step });
        // 「はじめに」 in tests/cases/amending/marks.txt has no number: its caption is its name.
        let is_called_so = before.is_called_by_caption();
        if before.caption != after.caption && !is_called_so {
            say(self.caption(old, new)?);
        }
        let other_first = self.first_gone(old, new).or_else(|| self.first_new(old, new));
        let mut below = Vec::new();
        if let Some(steps) = other_first {
            op.said.extend(steps.into_iter().map(|step| Statement { unit: old, nested: true, step }));
        } else {
            // Words come before the number, since they are said of the provision by the number that it still bears.
            if before.text != after.text {
                self.words(old, new)?.into_iter().for_each(say);
            }
            below.extend(self.list(SiblingList { old, new, paragraphs: false })?);
            below.extend(self.list(SiblingList { old, new, paragraphs: true })?);
        }
        // Articles are numbered through a division whatever they stand in.
        let is_open = matches!(before.form, NodeForm::Provision(_)) && self.old.holds_articles(old);
        if !is_open {
            let is_division = !matches!(before.form, NodeForm::Provision(_));
            let said = schedule(std::mem::take(&mut below))?.into_iter().flat_map(|op| op.said);
            op.said.extend(
                said.map(|said| if is_division { said } else { Statement { unit: old, nested: true, ..said } }),
            );
        }
        if before.caption != after.caption && is_called_so {
            // What it is called changes last, as a number does.
            op.said.push(Statement { unit: old, nested: false, step: self.caption(old, new)? });
        }
        let is_row = before.form == NodeForm::Row;
        if before.own != after.own && !is_called_so && !is_row {
            before.own.as_ref()?;
            let step = DraftStep::Renumber { node: old, own: after.own.clone()? };
            op.said.push(Statement { unit: old, nested: false, step });
            op.frees.extend(self.old_key(old));
            op.needs.extend(self.new_key(new, before.parent?));
        // The printed number changed and the name did not, as where a level is written otherwise: no words say that.
        } else if before.label != after.label && matches!(before.form, NodeForm::Provision(_)) {
            return None;
        }
        below.splice(0..0, Some(op).filter(|op| !op.said.is_empty()));
        Some(below)
    }

    fn caption(&self, old: usize, new: usize) -> Option<DraftStep> {
        let (before, after) = (&self.old.nodes[old], &self.new.nodes[new]);
        self.old.full(old)?;
        if before.is_called_by_caption() {
            let (printed, own) = (after.caption.clone(), Some(after.own.clone()?));
            // Without its caption nothing would be left to call it by.
            return (!printed.is_empty()).then_some(DraftStep::Caption { node: old, printed, had: true, own });
        }
        let printed = printed_caption(self.new, new);
        let had = !before.caption.is_empty();
        is_balanced(&printed).then_some(DraftStep::Caption { node: old, printed, had, own: None })
    }

    /// Whether it has items, and what is not its items can be named (各号列記以外の部分).
    pub(super) fn has_items(&self, at: usize) -> bool {
        let items = Self::children(&self.old, at, false);
        let is_item = |at: &usize| self.old.nodes[*at].own.as_deref().and_then(counter) == Some('号');
        !items.is_empty() && items.iter().all(is_item)
    }

    fn deletion(&self, node: usize) -> Option<Op> {
        if self.old.full(node).is_none() {
            return self.bullet_deletion(node);
        }
        let said = vec![Statement { unit: node, nested: false, step: DraftStep::Delete { node } }];
        Some(Op { said, frees: self.old_keys(node), needs: Vec::new() })
    }

    /// A bullet has no name, so that its line is quoted: 第八条中「・…」を削り (tests/cases/amend/71-bullet-gone.txt).
    fn bullet_deletion(&self, node: usize) -> Option<Op> {
        let (holder, quoted) = self.quoted_bullet(node)?;
        let places = vec![(holder, ProvisionPart::All)];
        let step = DraftStep::Words { places, edits: vec![Edit::DeleteBullet(quoted)], renamed: None };
        Some(Op { said: vec![Statement { unit: node, nested: false, step }], frees: Vec::new(), needs: Vec::new() })
    }

    fn replacement(&self, old: usize, new: usize) -> Option<Op> {
        self.old.full(old)?;
        let step = DraftStep::Replace { node: old, block: block_lines(self.new, new) };
        let needs = self.new_keys(new, self.old.nodes[old].parent?);
        Some(Op { said: vec![Statement { unit: old, nested: false, step }], frees: self.old_keys(old), needs })
    }

    fn insertion(&self, spot: Spot, come: &[usize], parent: usize) -> Op {
        let names = come.iter().map(|at| self.new.nodes[*at].own.clone().unwrap_or_default()).collect();
        let block = come.iter().flat_map(|at| block_lines(self.new, *at)).collect();
        let needs = come.iter().flat_map(|at| self.new_keys(*at, parent)).collect();
        // A unit that no node of the old tree has, so that what is put in is no part of a sentence about another
        // provision.
        let unit = self.old.nodes.len() + come.first().copied().unwrap_or(0);
        let step = DraftStep::Insert { spot, names, block };
        Op { said: vec![Statement { unit, nested: false, step }], frees: Vec::new(), needs }
    }

    fn old_key(&self, at: usize) -> Option<NumberKey> {
        let node = &self.old.nodes[at];
        // Articles are numbered through all chapters of a division, everything else among those beside it.
        let scope = if node.is_article() { self.old.division(at) } else { node.parent? };
        Some((scope, node.own.clone()?))
    }

    /// The number of `at`, which is put where `parent` stands.
    fn new_key(&self, at: usize, parent: usize) -> Option<NumberKey> {
        let node = &self.new.nodes[at];
        let scope = if node.is_article() { self.old.division(parent) } else { parent };
        Some((scope, node.own.clone()?))
    }

    /// The numbers that `at` and the articles below it bear.
    fn old_keys(&self, at: usize) -> Vec<NumberKey> {
        // A chapter that goes out frees the numbers of its articles too.
        let is_told = |below: &usize| *below == at || self.old.nodes[*below].is_article();
        self.old.all_below(at).into_iter().filter(is_told).filter_map(|at| self.old_key(at)).collect()
    }

    fn new_keys(&self, at: usize, parent: usize) -> Vec<NumberKey> {
        let is_told = |below: &usize| *below == at || self.new.nodes[*below].is_article();
        self.new.all_below(at).into_iter().filter(is_told).filter_map(|at| self.new_key(at, parent)).collect()
    }
}

/// Takes over what is only written otherwise, since that is no amendment.
fn take_writing(old: &mut VersionNode, new: &VersionNode) {
    let value = |text: &str| split_words(text).into_iter().map(|word| word.value).collect::<String>();
    let is_same = |one: &str, other: &str| one != other && value(one) == value(other);
    if is_same(&old.text, &new.text) {
        old.text.clone_from(&new.text);
    }
    if is_same(&old.caption, &new.caption) && !old.is_called_by_caption() {
        old.caption.clone_from(&new.caption);
    }
}

fn push_gap(gone: &[usize], come: &[usize], stretches: &mut Vec<SiblingStretch>) {
    if !gone.is_empty() || !come.is_empty() {
        stretches.push(SiblingStretch::Gap { gone: gone.to_vec(), come: come.to_vec() });
    }
}

/// The nodes whose text is spoken of by the address of `at`: all below it, but of an article of several paragraphs the
/// first alone.
pub(super) fn in_reach(tree: &VersionTree, at: usize) -> Vec<usize> {
    let several = tree.nodes[at].first.is_some();
    let children = tree.nodes[at].children.iter().filter(|child| !(several && tree.nodes[**child].is_paragraph()));
    std::iter::once(at).chain(children.flat_map(|child| tree.all_below(*child))).collect()
}

fn is_supplementary(tree: &VersionTree, at: usize) -> bool {
    tree.nodes[at].form == NodeForm::Division(Role::Supplementary)
}
