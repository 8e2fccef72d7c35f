//! The content of the baseline's requirements as one short value, since the baseline has no version of its own.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::base::locale::Lang;
use crate::base::markup;
use crate::content::SetKey;
use crate::corpus::{Condition, Corpus, Parameter, Requirement, Test};

/// The number of hex digits that are shown.
const DIGITS: usize = 12;

/// A hash of what the baseline asks: of each requirement the id, level, scope, actor, text, provisions, parameters and
/// conditions. It changes with what is asked, not with the order of files, the English or the widths of letters.
#[must_use]
pub fn baseline_hash(corpus: &Corpus) -> String {
    // By id and not in the order of files, which says nothing of what is asked.
    let by_id: BTreeMap<&str, &Requirement> =
        corpus.requirements().map(|requirement| (requirement.id.as_str(), requirement)).collect();
    let mut bytes = Bytes::default();
    for requirement in by_id.values() {
        add_requirement(requirement, corpus, &mut bytes);
    }
    let mut hash = blake3::hash(&bytes.0).to_hex().to_string();
    hash.truncate(DIGITS);
    hash
}

/// The bytes that are hashed. Every piece is led by its length, so that no two contents give the same bytes.
#[derive(Debug, Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn count(&mut self, count: usize) {
        self.0.extend(u64::try_from(count).unwrap_or(u64::MAX).to_le_bytes());
    }

    fn word(&mut self, word: &str) {
        self.count(word.len());
        self.0.extend(word.bytes());
    }

    fn words<'a>(&mut self, words: impl ExactSizeIterator<Item = &'a str>) {
        self.count(words.len());
        words.for_each(|word| self.word(word));
    }

    /// Running text: its letters, whatever their widths and the breaks between them.
    fn text(&mut self, text: &str) {
        let folded: String = text.nfkc().collect();
        // Where a long text is folded in its file is not what it asks.
        self.word(&folded.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

fn add_requirement(requirement: &Requirement, corpus: &Corpus, bytes: &mut Bytes) {
    bytes.word(&requirement.id);
    for word in [requirement.level.word(), requirement.scope.word(), requirement.actor.word()] {
        bytes.word(word);
    }
    let own = requirement.text.as_ref().map(|text| markup::to_plain(text.get(Lang::Ja)));
    bytes.text(&own.unwrap_or_default());
    bytes.count(requirement.provisions.len());
    for (document, anchor) in &requirement.provisions {
        let provision = corpus.set(&SetKey::Baseline).and_then(|set| set.provision(document, anchor));
        bytes.text(&provision.map_or_else(String::new, |provision| provision.letters(Lang::Ja)));
    }
    bytes.count(requirement.parameters.len());
    for parameter in &requirement.parameters {
        add_parameter(parameter, bytes);
    }
    bytes.count(requirement.alternatives.len());
    for conditions in &requirement.alternatives {
        bytes.count(conditions.len());
        for condition in conditions {
            add_condition(condition, bytes);
        }
    }
}

fn add_parameter(parameter: &Parameter, bytes: &mut Bytes) {
    bytes.word(&parameter.id);
    bytes.word(parameter.kind.word());
    bytes.word(parameter.unit.map_or("", |unit| unit.word()));
    bytes.words(parameter.values.iter().map(|(id, _)| id.as_str()));
}

fn add_condition(condition: &Condition, bytes: &mut Bytes) {
    // The place of the parameter, whose id was hashed before it.
    bytes.count(condition.parameter);
    match &condition.test {
        Test::AtLeast(bound) => bytes.words(["at-least", &bound.to_string()].into_iter()),
        Test::AtMost(bound) => bytes.words(["at-most", &bound.to_string()].into_iter()),
        Test::IncludesAll(members) => {
            bytes.word("includes-all");
            bytes.words(members.iter().map(String::as_str));
        }
        Test::OneOf(members) => {
            bytes.word("one-of");
            bytes.words(members.iter().map(String::as_str));
        }
    }
}
