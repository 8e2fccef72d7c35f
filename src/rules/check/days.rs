//! Every day has its text: what is amended or repealed on a day to come is told, and what holds until then is kept.

use jiff::civil::Date;

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::corpus::{Corpus, Document, TextState, Version, WritingUnit};

codes! {
    J0440: Warning, Content, [date, document];
    J0441: Warning, Content, [date, before];
    J0442: Error, Content, [repealed, from];
    J0443: Warning, Content, [repealed];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unkept_days),
    rules: &[
        Rule { code: Code::J0440, adjustable: true, example: Some(include_str!("examples/J0440.txt")) },
        Rule { code: Code::J0441, adjustable: true, example: Some(include_str!("examples/J0441.txt")) },
        Rule { code: Code::J0442, adjustable: false, example: Some(include_str!("examples/J0442.txt")) },
        Rule { code: Code::J0443, adjustable: true, example: Some(include_str!("examples/J0443.txt")) },
    ],
};

fn unkept_days(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        for document in &set.documents {
            let history = corpus.history(&set.key, &document.id);
            if let Some(day) = corpus.as_of {
                unkept_present(document, &history, day, findings);
            }
            check_days_between(document, &history, findings);
            repeal(document, findings);
            for version in history.iter().filter(|version| version.key.is_edition()) {
                untold_repeal(document, version.document, findings);
            }
        }
    }
}

/// Whether the document lists a day that has come, so that some text of it is in force.
fn has_begun(document: &Document, day: Date) -> bool {
    document.enacted.into_iter().chain(document.amendment_dates()).any(|listed| listed <= day)
}

/// The text that is in force until the amendment comes is kept.
fn unkept_present(document: &Document, history: &[Version<'_>], day: Date, findings: &mut Diagnostics) {
    let states = || history.iter().map(|version| version.days.state_on(day));
    let own = document.in_force_from().filter(|own| *own > day);
    let Some(own) = own.filter(|_| has_begun(document, day) && states().all(|state| state != TextState::InForce)) else {
        return;
    };
    // Repealed until it is enacted anew: there is nothing to keep.
    if states().any(|state| state == TextState::Repealed) {
        return;
    }
    let place = document.amended.iter().find(|date| date.value == own).map_or(&document.title.place, |date| &date.place);
    let finding = Diagnostic::new(Code::J0440).at(place).arg("date", own.to_string());
    findings.push(finding.arg("document", place_name(place)));
}

/// The document as commands name it, by its file: `regions/chuo/policy.yaml` is `chuo/policy`.
fn place_name(place: &Place) -> String {
    let path = place.file.path.trim_end_matches(".yaml").replace('\\', "/");
    let mut parts = path.rsplit('/');
    let (name, set) = (parts.next().map_or("", |name| name), parts.next().map_or("", |set| set));
    format!("{set}/{name}")
}

/// Between the oldest text that is kept and the newest there is a text of every day that is told.
fn check_days_between(document: &Document, history: &[Version<'_>], findings: &mut Diagnostics) {
    let kept = || history.iter().filter_map(|version| version.date);
    let Some((oldest, newest)) = kept().min().zip(kept().max()) else { return };
    for told in document.amended.iter().filter(|told| oldest < told.value && told.value < newest) {
        if kept().all(|day| day != told.value) {
            let before = kept().filter(|day| *day < told.value).max().unwrap_or(oldest);
            let finding = Diagnostic::new(Code::J0441).at(&told.place).arg("date", told.value.to_string());
            findings.push(finding.arg("before", before.to_string()));
        }
    }
}

/// A document is repealed after it came into force.
fn repeal(document: &Document, findings: &mut Diagnostics) {
    let Some(repealed) = &document.repealed else { return };
    if let Some(from) = document.in_force_from().filter(|from| repealed.value <= *from) {
        let finding = Diagnostic::new(Code::J0442).at(&repealed.place).arg("repealed", repealed.value.to_string());
        findings.push(finding.arg("from", from.to_string()));
    }
}

/// That a document is repealed is what its newest text says.
fn untold_repeal(newest: &Document, edition: &Document, findings: &mut Diagnostics) {
    let Some(repealed) = &edition.repealed else { return };
    if newest.repealed.as_ref().is_none_or(|told| told.value != repealed.value) {
        findings.push(Diagnostic::new(Code::J0443).at(&repealed.place).arg("repealed", repealed.value.to_string()));
    }
}
