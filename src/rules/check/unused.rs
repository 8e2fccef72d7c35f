//! What is said once and referred to is referred to: laws, guidelines, links, contacts, tables, what could not be had.

use std::collections::BTreeSet;

use super::{Rule, RuleFile};
use crate::corpus::{Block, BlockKind, Corpus, Set, Target, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::base::locale::Lang;

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
    let used = Used::of(units.iter().chain(&past));
    let mut report = |kind: &str, id: &str, place: &Place| {
        findings.push(Diagnostic::new(Code::J0421).at(place).arg("kind", kind).arg("id", id));
    };
    for law in corpus.laws.iter().filter(|law| !used.everywhere(&format!("law:{}", law.id))) {
        report("law", &law.id, &law.name.place);
    }
    for guideline in &corpus.guidelines {
        let replaces = corpus.guidelines.iter().any(|old| old.replaced_by.as_ref() == Some(&guideline.id));
        if !replaces && !used.everywhere(&format!("guideline:{}", guideline.id)) {
            report("guideline", &guideline.id, &guideline.name.place);
        }
    }
    for (id, place) in corpus.links.iter().filter(|(id, _)| !used.everywhere(&format!("link:{id}"))) {
        report("link", id, place);
    }
    for set in corpus.sets.values() {
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

/// The targets of texts, by set.
struct Used(BTreeSet<(String, String)>);

impl Used {
    fn of<'a>(units: impl Iterator<Item = &'a WritingUnit<'a>>) -> Self {
        let mut used = BTreeSet::new();
        for unit in units {
            let set = unit.name.split(['/', '#', '@']).next().unwrap_or_default();
            for part in &unit.parts {
                let written = part.written(Lang::Ja);
                used.extend(references(&written).map(|reference| (set.to_owned(), reference.to_owned())));
            }
        }
        Self(used)
    }

    fn everywhere(&self, reference: &str) -> bool {
        self.0.iter().any(|(_, used)| used == reference)
    }

    fn in_set(&self, set: &Set, reference: &str) -> bool {
        self.0.contains(&(set.key.to_string(), reference.to_owned()))
    }
}

/// The references of a text as it is written, without what they ask for: `law:river` for `law:river/number`.
fn references(written: &str) -> impl Iterator<Item = &str> {
    let after = written.split("](").skip(1);
    after.filter_map(|rest| rest.split([')', '/']).next()).filter(|reference| reference.contains(':'))
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
        | Target::Law(_)
        | Target::Guideline { .. }
        | Target::Contact { .. }
        | Target::Unavailable { .. }
        | Target::Field(_)
        | Target::Address(_) => None,
    }));
    block.kind.inner().iter().for_each(|block| of_block(block, drawn));
}
