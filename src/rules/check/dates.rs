//! The dates of a document fit each other: no amendment before it was enacted or listed twice, no cover older than the last
//! amendment.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Document, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0422: Warning, Content, [cover, amended];
    J0423: Warning, Content, [amended, enacted];
    J0446: Warning, Content, [amended, line];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(misfit_dates),
    rules: &[
        Rule { code: Code::J0422, adjustable: true, example: Some(include_str!("examples/J0422.txt")) },
        Rule { code: Code::J0423, adjustable: true, example: Some(include_str!("examples/J0423.txt")) },
        Rule { code: Code::J0446, adjustable: true, example: Some(include_str!("examples/J0446.txt")) },
    ],
};

fn misfit_dates(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for document in corpus.sets.values().flat_map(|set| &set.documents) {
        check_cover(document, findings);
        amendments(document, findings);
        listed_twice(document, findings);
    }
}

fn check_cover(document: &Document, findings: &mut Diagnostics) {
    let Some(cover) = &document.cover else { return };
    if let (Some(date), Some(last)) = (cover.date, document.amendment_dates().max())
        && date < last
    {
        let diagnostic = Diagnostic::new(Code::J0422).at(&cover.place);
        findings.push(diagnostic.arg("cover", date.to_string()).arg("amended", last.to_string()));
    }
}

fn amendments(document: &Document, findings: &mut Diagnostics) {
    let Some(enacted) = document.enacted else { return };
    for date in document.amended.iter().filter(|date| date.value < enacted) {
        let diagnostic = Diagnostic::new(Code::J0423).at(&date.place);
        findings.push(diagnostic.arg("enacted", enacted.to_string()).arg("amended", date.value.to_string()));
    }
}

/// A day stands in the list of amendments once: of two, one is probably another amendment's, mistyped.
fn listed_twice(document: &Document, findings: &mut Diagnostics) {
    for (at, date) in document.amended.iter().enumerate() {
        let Some(first) = document.amended[..at].iter().find(|first| first.value == date.value) else { continue };
        let diagnostic = Diagnostic::new(Code::J0446).at(&date.place).arg("amended", date.value.to_string());
        findings.push(diagnostic.arg("line", first.place.start().line.to_string()));
    }
}
