//! Three tellings of one amendment held against each other: the sentences that somebody typed, the newer text, and the
//! comparison table.

use crate::base::locale::{Lang, Messages};
use crate::compare::amend::carry::{CarriedNode, TypedAmendment, carry_out, tree_of};
use crate::compare::amend::{Amendment, Says, Table};
use crate::compare::{BETWEEN_CELLS, Side};

use super::AmendedDocument;

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

/// The disagreements between what `amendment` makes of `old` and `new`, and the table between the two.
#[must_use]
pub fn held_against(
    old: AmendedDocument<'_>,
    new: AmendedDocument<'_>,
    amendment: &TypedAmendment,
) -> Vec<Disagreement> {
    let carried = carry_out(&old.side(), amendment).tree;
    let made = provision_lines(&carried);
    let written = provision_lines(&tree_of(&new.side()));
    let told = told_in_table(&old.side(), &new.side(), old, new);
    let find =
        |list: &[(String, String)], name: &str| list.iter().find(|(own, _)| own == name).map(|(_, text)| text.clone());
    let mut found = Vec::new();
    let names = written.iter().chain(made.iter().filter(|(name, _)| find(&written, name).is_none()));
    for (name, _) in names {
        let (by_sentences, in_text) = (find(&made, name), find(&written, name));
        if by_sentences != in_text {
            let in_table = told.iter().any(|label| name.ends_with(label.as_str()));
            found.push(Disagreement { provision: name.clone(), by_sentences, in_text, in_table });
        }
    }
    let twins = same_rows(&found);
    let mut at = 0..;
    found.retain(|_| at.next().is_none_or(|at| !twins.contains(&at)));
    found
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
fn provision_lines(tree: &CarriedNode) -> Vec<(String, String)> {
    let mut out = Vec::new();
    walk(tree, "", &mut out);
    out
}

fn walk(node: &CarriedNode, above: &str, out: &mut Vec<(String, String)>) {
    let is_body = node.role == Some(crate::corpus::Role::Body);
    let is_whole_address = node.kind == Some(crate::content::Kind::Article) && !above.starts_with('附');
    let own = if is_body { "" } else { node.own.as_str() };
    let name = if is_whole_address { own.to_owned() } else { format!("{above}{own}") };
    let words = [node.caption.as_str(), node.text.as_str()].into_iter().filter(|part| !part.is_empty());
    let words = words.collect::<Vec<_>>().join("　");
    if !words.is_empty() {
        out.push((if name.is_empty() { "題名".to_owned() } else { name.clone() }, words));
    }
    node.below.iter().for_each(|below| walk(below, &name, out));
}

/// The numbers of provisions that the table shows as changed.
fn told_in_table(_: &Side<'_>, _: &Side<'_>, old: AmendedDocument<'_>, new: AmendedDocument<'_>) -> Vec<String> {
    let amendment =
        Amendment::between((old.corpus, old.set, old.document), (new.corpus, new.set, new.document), Lang::Ja);
    let table = Table::of(&amendment, Messages::of(Lang::Ja));
    let lines = table.groups.iter().flat_map(|group| &group.lines);
    let changed = lines.filter(|line| line.new.says != Says::Omitted || line.old.says != Says::Omitted);
    let labels = changed.flat_map(|line| [line.new.label.as_ref(), line.old.label.as_ref()]);
    labels.flatten().map(|label| label.text.clone()).collect()
}
