//! Three tellings of one amendment held against each other: the sentences that somebody typed, the newer text, and the
//! comparison table.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{AmendedDocument, InForce};
use crate::base::locale::{Lang, Messages};
use crate::compare::BETWEEN_CELLS;
use crate::compare::amend::carry::{CarriedNode, TypedAmendment, carry_out, tree_of};
use crate::compare::amend::{Amendment, MarkedText, Says, Table};
use crate::content::Kind;
use crate::corpus::Role;

/// A provision of which the sentences, the newer text and the table do not say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The provision, by its number in the newer text, or in the older where it is gone.
    pub provision: String,
    /// What the sentences make of it; `None` where they take it out.
    pub by_sentences: Option<String>,
    /// What the newer text says; `None` where it has no such provision.
    pub in_text: Option<String>,
    /// Whether the table shows a change there.
    pub in_table: bool,
}

/// The days of which the amending text and the newer text do not name the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayDisagreement {
    /// The day from which the amending text is in force.
    pub by_sentences: Date,
    /// The day from which the newer text is in force, where it says one that the older does not.
    pub in_text: Option<Date>,
}

/// A provision or a title as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PrintedProvision {
    caption: String,
    text: String,
    /// The division's role, where it is the title of one.
    role: Option<Role>,
    in_supplementary: bool,
}

impl PrintedProvision {
    fn words(&self) -> String {
        let words = [self.caption.as_str(), self.text.as_str()].into_iter().filter(|part| !part.is_empty());
        words.collect::<Vec<_>>().join("　")
    }

    /// Whether it is what `amendment` says in its own supplementary provisions, which stand with the amending document.
    fn is_own(&self, amendment: &TypedAmendment) -> bool {
        let said = folded(&self.words());
        let own = || amendment.own_paragraphs().iter().any(|own| folded(own).ends_with(&said));
        let has_own = || !amendment.supplementary.is_empty() && !amendment.keeps_supplementary();
        // The title of such provisions is said by nobody else.
        self.in_supplementary && has_own() && (self.role.is_some() || own())
    }
}

/// Provisions by their whole addresses, each with its place among those of the same one: paragraphs of 附則 may bear none.
type ByAddress = Vec<((String, usize), PrintedProvision)>;

/// The disagreements between what `amendment` makes of `old` and `new`, and the table between the two.
#[must_use]
pub fn held_against(
    old: AmendedDocument<'_>,
    new: AmendedDocument<'_>,
    amendment: &TypedAmendment,
) -> Vec<Disagreement> {
    let made = provisions(&carry_out(&old.side(), amendment).tree);
    let written = provisions(&tree_of(&new.side()));
    let told = ToldRows::between(old, new);
    let find = |list: &ByAddress, name: &(String, usize)| {
        list.iter().find(|(own, _)| own == name).map(|(_, provision)| provision.clone())
    };
    let mut found = Vec::new();
    let names = written.iter().chain(made.iter().filter(|(name, _)| find(&written, name).is_none()));
    for (name, _) in names {
        let (by_sentences, in_text) = (find(&made, name), find(&written, name));
        let words = |one: &Option<PrintedProvision>| one.as_ref().map(PrintedProvision::words);
        let is_own = by_sentences.is_none() && in_text.as_ref().is_some_and(|text| text.is_own(amendment));
        if words(&by_sentences) != words(&in_text) && !is_own {
            let in_table = told.shows(&name.0, by_sentences.as_ref(), in_text.as_ref());
            let (by_sentences, in_text) = (words(&by_sentences), words(&in_text));
            found.push(Disagreement { provision: name.0.clone(), by_sentences, in_text, in_table });
        }
    }
    let twins = same_rows(&found);
    let mut at = 0..;
    found.retain(|_| at.next().is_none_or(|at| !twins.contains(&at)));
    found
}

/// The day of `amendment`, or the one `asked`, and that of `new`, where they are not the same.
#[must_use]
pub fn days_against(
    old: AmendedDocument<'_>,
    new: AmendedDocument<'_>,
    amendment: &TypedAmendment,
    asked: Option<Date>,
) -> Option<DayDisagreement> {
    let by_sentences = match (asked, InForce::of(amendment)) {
        (Some(day), _) | (None, InForce::Day(day)) => day,
        (None, InForce::Unsaid | InForce::Undated(_) | InForce::Several(_)) => return None,
    };
    let in_text = new.document.in_force_from().filter(|day| old.document.in_force_from() != Some(*day));
    (in_text != Some(by_sentences)).then_some(DayDisagreement { by_sentences, in_text })
}

/// The places in `found` of rows of tables that both have and call otherwise: a block does not tell its head from its rows.
fn same_rows(found: &[Disagreement]) -> Vec<usize> {
    let is_row = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains(BETWEEN_CELLS));
    let mut twins = Vec::new();
    for (at, one) in found.iter().enumerate().filter(|(_, one)| is_row(&one.by_sentences) && one.in_text.is_none()) {
        let is_twin = |(place, other): &(usize, &Disagreement)| {
            other.by_sentences.is_none() && other.in_text == one.by_sentences && !twins.contains(place)
        };
        if let Some((other, _)) = found.iter().enumerate().find(is_twin) {
            twins.extend([at, other]);
        }
    }
    twins
}

/// Each provision by its whole address, with its caption and text.
fn provisions(tree: &CarriedNode) -> ByAddress {
    let mut out = Vec::new();
    walk(tree, "", false, &mut out);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let numbered = out.into_iter().map(|(name, provision)| {
        let count = counts.entry(name.clone()).or_default();
        *count += 1;
        ((name, *count), provision)
    });
    numbered.collect()
}

fn walk(node: &CarriedNode, above: &str, in_supplementary: bool, out: &mut Vec<(String, PrintedProvision)>) {
    let in_supplementary = in_supplementary || node.role == Some(Role::Supplementary);
    let is_whole_address = node.kind == Some(Kind::Article) && !above.starts_with('附');
    let own = match node.role {
        Some(Role::Body) => "",
        // One that bears a title alone.
        Some(Role::Supplementary) if node.own.is_empty() => "附則",
        Some(Role::Supplementary | Role::Appendix) | None => node.own.as_str(),
    };
    let name = if is_whole_address { own.to_owned() } else { format!("{above}{own}") };
    let (caption, text) = (node.caption.clone(), node.text.clone());
    if !caption.is_empty() || !text.is_empty() {
        let called = if name.is_empty() { "題名".to_owned() } else { name.clone() };
        out.push((called, PrintedProvision { caption, text, role: node.role, in_supplementary }));
    }
    node.below.iter().for_each(|below| walk(below, &name, in_supplementary, out));
}

/// The words of the lines in which a table shows a change, of both sides.
struct ToldRows {
    old: Vec<String>,
    new: Vec<String>,
}

impl ToldRows {
    fn between(old: AmendedDocument<'_>, new: AmendedDocument<'_>) -> Self {
        let amendment =
            Amendment::between((old.corpus, old.set, old.document), (new.corpus, new.set, new.document), Lang::Ja);
        let table = Table::of(&amendment, Messages::of(Lang::Ja));
        let mut told = Self { old: Vec::new(), new: Vec::new() };
        for line in table.groups.iter().flat_map(|group| &group.lines) {
            let is_marked = |says: &Says| match says {
                Says::Words(words) => words.iter().any(|part| part.marked),
                Says::Added | Says::Deleted => true,
                Says::Omitted | Says::Nothing => false,
            };
            let has_mark = |label: &Option<MarkedText>| label.as_ref().is_some_and(|label| label.marked);
            let is_changed = [&line.old, &line.new].iter().any(|cell| is_marked(&cell.says) || has_mark(&cell.label));
            for (cell, list) in [(&line.old, &mut told.old), (&line.new, &mut told.new)] {
                if is_changed {
                    list.extend(cell.label.iter().map(|label| folded(&label.text)));
                }
                if let Says::Words(words) = &cell.says
                    && is_changed
                {
                    list.push(folded(&words.iter().map(|part| part.text.as_str()).collect::<String>()));
                }
            }
        }
        told
    }

    /// Whether one of the lines is what the sentences make of the provision `name`, on the old side, or what the newer text says.
    fn shows(&self, name: &str, by_sentences: Option<&PrintedProvision>, in_text: Option<&PrintedProvision>) -> bool {
        let is_in = |list: &[String], provision: &PrintedProvision| {
            let parts = [folded(&provision.caption), folded(&provision.text), folded(&provision.words())];
            // 別表第一 may change its name alone.
            let name = provision.role.map(|_| folded(name));
            let parts = parts.into_iter().chain(name).collect::<Vec<_>>();
            // The lines of a table may stand in one.
            let is_row = provision.text.contains(BETWEEN_CELLS);
            parts
                .iter()
                .filter(|part| !part.is_empty())
                .any(|part| list.iter().any(|line| line == part || is_row && line.contains(part.as_str())))
        };
        in_text.is_some_and(|own| is_in(&self.new, own)) || by_sentences.is_some_and(|own| is_in(&self.old, own))
    }
}

/// `words` without white space, brackets and rules, which a line of a table may have elsewhere.
fn folded(words: &str) -> String {
    let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, '（' | '）' | '(' | ')' | '｜');
    crate::compare::comma_folded(words).chars().filter(|letter| !is_sign(*letter)).collect()
}
