//! Every provision can be found by what it is about, and every topic has provisions.

use std::collections::BTreeSet;

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Provision, Role, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0432: Warning, Content, [];
    J0433: Warning, Content, [topic];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(missing_topics),
    rules: &[
        Rule { code: Code::J0432, adjustable: true, example: Some(include_str!("examples/J0432.txt")) },
        Rule { code: Code::J0433, adjustable: true, example: Some(include_str!("examples/J0433.txt")) },
    ],
};

/// Holds where topics are listed at all.
fn missing_topics(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    if corpus.topics.is_empty() {
        return;
    }
    let mut used = BTreeSet::new();
    for document in corpus.sets.values().flat_map(|set| &set.documents) {
        for division in &document.divisions {
            used.extend(division.topics());
            // 附則 say of the document when it holds; they are found as such.
            if division.topic.is_none() && division.role != Role::Supplementary {
                for provision in division.provisions.iter().filter(|provision| !is_found(provision)) {
                    findings.push(Diagnostic::new(Code::J0432).at(&provision.place));
                }
            }
        }
        document.walk(&mut |provision| {
            used.extend(provision.topic.as_deref());
            used.extend(provision.also.iter().map(String::as_str));
        });
    }
    for topic in corpus.topics.iter().filter(|topic| !used.contains(topic.id.as_str())) {
        findings.push(Diagnostic::new(Code::J0433).at(&topic.place).arg("topic", &topic.id));
    }
}

/// Whether the provision has a topic, or everything below it has one.
fn is_found(provision: &Provision) -> bool {
    let mut below = provision.items.iter().chain(&provision.paragraphs).peekable();
    provision.topic.is_some() || (below.peek().is_some() && below.all(is_found))
}
