//! The dates of earlier editions fit what their documents and the present ones say.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, WritingUnit, Version};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};

codes! {
    J0434: Warning, Content, [folder, own];
    J0435: Warning, Content, [date];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(misfit_editions),
    rules: &[
        Rule { code: Code::J0434, adjustable: true, example: Some(include_str!("examples/J0434.txt")) },
        Rule { code: Code::J0435, adjustable: true, example: Some(include_str!("examples/J0435.txt")) },
    ],
};

fn misfit_editions(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        for document in &set.documents {
            let (history, present): (Vec<_>, Vec<_>) =
                corpus.history(&set.key, &document.id).into_iter().partition(|version| version.key.is_edition());
            if let [present] = present[..] {
                for version in &history {
                    own_date(version, findings);
                }
                untold_amendments(&history, present, findings);
            }
        }
    }
}

/// An edition's own last date is the day that it is kept under.
fn own_date(version: &Version<'_>, findings: &mut Diagnostics) {
    let own = version.document.in_force_from();
    if let (Some(folder), Some(own)) = (version.date, own.filter(|own| version.date != Some(*own))) {
        let diagnostic = Diagnostic::new(Code::J0434).at(&Place::whole(&version.document.title.place.file));
        findings.push(diagnostic.arg("folder", folder.to_string()).arg("own", own.to_string()));
    }
}

/// The present document tells every amendment of which there is an edition. The oldest edition may be no amendment,
/// and those before the day of enactment are of a document that this one replaced.
fn untold_amendments(editions: &[Version<'_>], present: Version<'_>, findings: &mut Diagnostics) {
    let document = present.document;
    // What is kept under a wrong day is reported as that.
    let is_sound = |version: &Version<'_>| {
        version.date < present.date && version.document.in_force_from().is_none_or(|own| version.date == Some(own))
    };
    let sound = editions.iter().enumerate().filter(|(_, version)| is_sound(version));
    let amendments = sound.filter_map(|(at, version)| Some((at, version.date?)));
    let is_due = |at: usize, date| document.enacted.map_or(at > 0, |enacted| date > enacted);
    for (_, date) in amendments.filter(|(at, date)| is_due(*at, *date) && document.amendment_dates().all(|told| told != *date)) {
        let diagnostic = Diagnostic::new(Code::J0435).at(&document.title.place);
        findings.push(diagnostic.arg("date", date.to_string()));
    }
}
