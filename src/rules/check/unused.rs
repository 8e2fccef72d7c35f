//! What is said once and referred to is referred to: laws, guidelines, links, contacts, tables, what could not be obtained.

use std::collections::BTreeSet;

use super::{Rule, RuleFile};
use crate::content::SetKey;
use crate::corpus::{Block, BlockKind, Corpus, Set, Target, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};

codes! {
    J0421: Warning, Content, [kind, id];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unused_definitions),
    rules: &[
        Rule { code: Code::J0421, adjustable: true, example: Some(include_str!("examples/J0421.txt")) },
    ],
};

fn unused_definitions(corpus: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    // What only an earlier edition refers to is referred to.
    let past: Vec<WritingUnit<'_>> = corpus.editions.values().flat_map(Set::units_of_all).collect();
    let mut used = Used::of(units.iter().chain(&past));
    used.0.extend(corpus.pages.iter().flat_map(|page| &page.references).filter_map(definition));
    let mut report = |kind: &str, id: &str, place: &Place| {
        findings.push(Diagnostic::new(Code::J0421).at(place).arg("kind", kind).arg("id", id));
    };
    for (kind, citations) in [("law", &corpus.laws), ("guideline", &corpus.guidelines)] {
        for citation in citations {
            let replaces = citations.iter().any(|old| old.replaced_by.as_ref() == Some(&citation.id));
            // What took another's place is used by that: J0426 names it.
            if !replaces && !used.everywhere(&format!("{kind}:{}", citation.id)) {
                report(kind, &citation.id, &citation.name.place);
            }
        }
    }
    for (id, place) in corpus.links.iter().filter(|(id, _)| !used.everywhere(&format!("link:{id}"))) {
        report("link", id, place);
    }
    for set in corpus.sets.values() {
        // An edition draws on the tables and contacts of the present set.
        let editions = corpus.editions.values().filter(|edition| *edition.key.present() == set.key);
        let drawn: BTreeSet<String> = std::iter::once(set).chain(editions).flat_map(drawn).collect();
        let is_used = |reference: &str| used.in_set(set, reference) || drawn.contains(reference);
        for contact in set.contacts.iter().filter(|one| !is_used(&format!("contact:{}", one.id))) {
            report("contact", &contact.id, &contact.name.place);
        }
        for table in set.tables.iter().filter(|one| !is_used(&format!("table:{}", one.id))) {
            report("table", &table.id, &table.title.place);
        }
        for document in set.unavailable.iter().filter(|one| !is_used(&format!("unavailable:{}", one.id))) {
            report("unavailable", &document.id, &document.place);
        }
    }
}

/// The definitions to which texts refer, by the set that has them; those of `shared/` have none.
struct Used(BTreeSet<(Option<SetKey>, String)>);

impl Used {
    fn of<'a>(units: impl Iterator<Item = &'a WritingUnit<'a>>) -> Self {
        let references = units.flat_map(|unit| &unit.parts).flat_map(|part| part.references());
        Self(references.filter_map(|reference| definition(&reference.target)).collect())
    }

    fn everywhere(&self, reference: &str) -> bool {
        self.0.contains(&(None, reference.to_owned()))
    }

    fn in_set(&self, set: &Set, reference: &str) -> bool {
        self.0.contains(&(Some(set.key.clone()), reference.to_owned()))
    }
}

/// Returns the definition that `target` is, as a reference names it: `law:river`; `None` for what is no definition. What
/// an edition has is that of the present set, since a definition that only an edition uses is used.
fn definition(target: &Target) -> Option<(Option<SetKey>, String)> {
    match target {
        Target::Law { id, .. } => Some((None, format!("law:{id}"))),
        Target::Guideline { id, .. } => Some((None, format!("guideline:{id}"))),
        Target::Address { link, .. } => Some((None, format!("link:{}", link.as_ref()?))),
        Target::Table { set, table } => Some((Some(set.present().clone()), format!("table:{table}"))),
        Target::Contact { set, contact } => Some((Some(set.present().clone()), format!("contact:{contact}"))),
        Target::Unavailable { set, document } => Some((Some(set.present().clone()), format!("unavailable:{document}"))),
        Target::Provision { .. } | Target::Form { .. } | Target::Field(_) => None,
    }
}

/// Returns the tables that a set's provisions and forms draw or choose from.
fn drawn(set: &Set) -> BTreeSet<String> {
    let mut drawn = BTreeSet::new();
    for document in &set.documents {
        document.walk(&mut |provision| {
            drawn.extend(provision.contact.iter().map(|contact| format!("contact:{}", contact.id)));
        });
    }
    set.forms.iter().flat_map(|form| &form.blocks).for_each(|block| of_block(block, &mut drawn));
    drawn.extend(set.conformance.elsewhere.iter().map(|one| format!("unavailable:{}", one.document)));
    drawn
}

fn of_block(block: &Block, drawn: &mut BTreeSet<String>) {
    match &block.kind {
        BlockKind::Contact { contact, .. }
        | BlockKind::Sender(contact)
        | BlockKind::Addressee { contact: Some(contact), .. } => {
            drawn.insert(format!("contact:{}", contact.id));
        }
        BlockKind::Table(table) => {
            drawn.insert(format!("table:{}", table.id));
        }
        BlockKind::Paragraph { .. }
        | BlockKind::Heading(_)
        | BlockKind::Addressee { .. }
        | BlockKind::Provisions(_)
        | BlockKind::Enclosure { .. }
        | BlockKind::Overleaf { .. }
        | BlockKind::Fields { .. }
        | BlockKind::Lines { .. }
        | BlockKind::Person { .. }
        | BlockKind::Rows(_)
        | BlockKind::Date { .. }
        | BlockKind::Signature { .. } => {}
    }
    let tables = block.kind.fields().iter().filter_map(|field| field.table.as_ref());
    drawn.extend(tables.filter_map(|(target, _)| match target {
        Target::Table { table, .. } => Some(format!("table:{table}")),
        Target::Provision { .. }
        | Target::Form { .. }
        | Target::Law { .. }
        | Target::Guideline { .. }
        | Target::Contact { .. }
        | Target::Unavailable { .. }
        | Target::Field(_)
        | Target::Address { .. } => None,
    }));
    block.kind.inner().iter().for_each(|block| of_block(block, drawn));
}
