//! An item does not bind more firmly than the heading it stands under says.

use super::{Rule, RuleFile};
use crate::content::{Located, Modality};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::conformance::binds_in_words;
use crate::corpus::{Corpus, Provision, Set, WritingUnit};

codes! {
    J0424: Warning, Content, [heading, lines];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(firmer_items),
    rules: &[
        Rule { code: Code::J0424, adjustable: true, example: Some(include_str!("examples/J0424.txt")) },
    ],
};

fn firmer_items(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    corpus.sets.values().for_each(|set| firmer_mappings(set, findings));
    for document in corpus.sets.values().flat_map(|set| &set.documents) {
        for division in &document.divisions {
            let heading = division.modality.as_ref().or(document.modality.as_ref());
            let mut firmer = Vec::new();
            division.provisions.iter().for_each(|provision| find_firmer(provision, heading, &mut firmer));
            report_firmer(&firmer, findings);
        }
    }
}

/// A heading and an item that binds more firmly.
type Firmer<'a> = (&'a Located<Modality>, &'a Located<Modality>);

fn find_firmer<'a>(provision: &'a Provision, heading: Option<&'a Located<Modality>>, firmer: &mut Vec<Firmer<'a>>) {
    let own = provision.modality.as_ref();
    let binds = binds_in_words(provision);
    firmer.extend(heading.zip(own).filter(|(heading, own)| own.value < heading.value && !binds));
    for inner in provision.items.iter().chain(&provision.paragraphs) {
        // A word at an item replaces that of its heading for all that stands below it.
        find_firmer(inner, own.or(heading), firmer);
    }
}

/// Reports mappings that say of a provision that it binds more firmly than it does by its place.
fn firmer_mappings(set: &Set, findings: &mut Diagnostics) {
    for mapping in &set.conformance.mappings {
        let Some(document) = set.document(&mapping.document) else { continue };
        let said = document.modality_of(&mapping.anchor).unwrap_or(Modality::Must);
        let binds = document.provision(&mapping.anchor).is_some_and(binds_in_words);
        if mapping.modality < said && !binds {
            let diagnostic = Diagnostic::new(Code::J0424).at(&mapping.place).arg("heading", said.word());
            findings.push(diagnostic.arg("lines", mapping.place.start().line.to_string()));
        }
    }
}

/// One finding for each heading, with the lines of its items.
fn report_firmer(firmer: &[Firmer<'_>], findings: &mut Diagnostics) {
    let line = |place: &Place| place.start().line.to_string();
    let mut headings: Vec<&Located<Modality>> = firmer.iter().map(|(heading, _)| *heading).collect();
    headings.dedup();
    for heading in headings {
        let items = firmer.iter().filter(|(of, _)| of.place == heading.place);
        let lines: Vec<String> = items.map(|(_, own)| line(&own.place)).collect();
        let diagnostic = Diagnostic::new(Code::J0424).at(&heading.place).arg("lines", lines.join(", "));
        findings.push(diagnostic.arg("heading", heading.value.word()));
    }
}
