//! A document spells a word in one way (漏えい, not 漏洩 here and 漏えい there).

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::base::locale::Lang;

codes! {
    J0429: Warning, Content, [spelling, other];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(spelling_variants),
    rules: &[
        Rule { code: Code::J0429, adjustable: true, example: Some(include_str!("examples/J0429.txt")) },
    ],
};

fn spelling_variants(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    let Some(variants) = Variants::of(&corpus.variants) else { return };
    for set in corpus.sets.values() {
        for document in &set.documents {
            variants.hold(&document.units(&set.key), findings);
        }
        for form in &set.forms {
            variants.hold(&form.units(&set.key), findings);
        }
    }
}

/// The spellings, ready to be looked for all at once.
struct Variants<'a> {
    groups: &'a [Vec<String>],
    /// The spellings with the groups they belong to.
    spellings: Vec<(usize, &'a str)>,
    /// Finds the longest spelling at each place: ユーザー, not ユーザ.
    finder: AhoCorasick,
}

impl<'a> Variants<'a> {
    fn of(groups: &'a [Vec<String>]) -> Option<Self> {
        let spellings: Vec<(usize, &str)> = groups
            .iter()
            .enumerate()
            .flat_map(|(group, spellings)| spellings.iter().map(move |spelling| (group, spelling.as_str())))
            .collect();
        let words = spellings.iter().map(|(_, spelling)| *spelling);
        // All spellings in one pass over each text, however many groups there are.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()?;
        (!spellings.is_empty()).then_some(Self { groups, spellings, finder })
    }

    /// Reports the spellings that `units` use more seldom than another of the same word, each once.
    fn hold(&self, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
        let mut found: BTreeMap<usize, (usize, Place)> = BTreeMap::new();
        for part in units.iter().flat_map(|unit| &unit.parts) {
            // Names of laws and guidelines, which references print, keep their own spelling.
            let written = part.written(Lang::Ja);
            for spelling in self.finder.find_iter(&written).map(|found| found.pattern().as_usize()) {
                // The place is looked for only at the first one, since narrowing searches the file's letters.
                let place = || part.place().narrowed(self.spellings[spelling].1);
                found.entry(spelling).or_insert_with(|| (0, place())).0 += 1;
            }
        }
        for group in 0..self.groups.len() {
            let used = || found.iter().filter(|(spelling, _)| self.spellings[**spelling].0 == group);
            let Some(most) = used().max_by_key(|(_, (count, _))| *count).map(|(spelling, _)| *spelling) else {
                continue;
            };
            for (spelling, (_, place)) in used().filter(|(spelling, _)| **spelling != most) {
                let diagnostic = Diagnostic::new(Code::J0429).at(place).arg("spelling", self.spellings[*spelling].1);
                findings.push(diagnostic.arg("other", self.spellings[most].1));
            }
        }
    }
}
