//! Which provisions of two sets correspond is the same in both languages, and what the mappings say that both meet is never
//! said to be missing.

use std::collections::BTreeSet;

use crate::support::corpus;
use junsoku::base::locale::Lang;
use junsoku::compare::{DifferenceStretch, Row, RowOrder, Side, State, align, comparison_rows};
use junsoku::content::SetKey;
use junsoku::corpus::{Corpus, Set};

/// The provisions of `set` that meet `requirement`, by document and anchor.
fn holders<'a>(corpus: &'a Corpus, set: &'a Set, requirement: &str) -> BTreeSet<(&'a str, &'a str)> {
    if set.key == SetKey::Baseline {
        let found = corpus.requirement(requirement).expect("a requirement");
        return found.provisions.iter().map(|(document, anchor)| (document.as_str(), anchor.as_str())).collect();
    }
    let own = set.conformance.mappings.iter().filter(|mapping| mapping.requirement == requirement);
    own.map(|mapping| (mapping.document.as_str(), mapping.anchor.as_str())).collect()
}

fn rows<'a>(corpus: &'a Corpus, pair: (&'a Set, &'a Set), lang: Lang) -> (Side<'a>, Side<'a>, Vec<Row>) {
    let (first, second) = (Side::of_set(corpus, pair.0, lang), Side::of_set(corpus, pair.1, lang));
    let rows = comparison_rows(&first, &second, &align(&first, &second), RowOrder::Old);
    (first, second, rows)
}

fn pairs(corpus: &Corpus) -> Vec<(&Set, &Set)> {
    let sets: Vec<&Set> = corpus.sets.values().collect();
    (0..sets.len()).flat_map(|at| sets[at + 1..].iter().map(|second| (sets[at], *second)).collect::<Vec<_>>()).collect()
}

#[test]
fn rows_and_states_are_the_same_in_both_languages() {
    let corpus = corpus();
    let pairs = pairs(corpus);
    assert!(!pairs.is_empty());
    for pair in pairs {
        let told = |lang| {
            let (_, _, rows) = rows(corpus, pair, lang);
            rows.iter().map(|row| (row.old, row.new, row.state)).collect::<Vec<_>>()
        };
        assert_eq!(told(Lang::Ja), told(Lang::En), "{} {}", pair.0.key, pair.1.key);
    }
}

#[test]
fn nothing_that_both_meet_is_called_missing() {
    let corpus = corpus();
    for pair in pairs(corpus) {
        let (first, second, rows) = rows(corpus, pair, Lang::Ja);
        for requirement in corpus.requirements() {
            let of = |set| holders(corpus, set, &requirement.id);
            let (old, new) = (of(pair.0), of(pair.1));
            if old.is_empty() || new.is_empty() {
                continue;
            }
            for row in &rows {
                let missing = match row.state {
                    State::OnlyOld => row.old.map(|at| (&first.items[at], &old)),
                    State::OnlyNew => row.new.map(|at| (&second.items[at], &new)),
                    State::Same | State::Different | State::Shared => None,
                };
                if let Some((item, held)) = missing {
                    let place = (item.document.id.as_str(), item.anchor);
                    assert!(!held.contains(&place), "{} {}: {place:?} {}", pair.0.key, pair.1.key, requirement.id);
                }
            }
        }
    }
}

#[test]
fn texts_that_are_the_same_are_translated_alike() {
    let corpus = corpus();
    for pair in pairs(corpus) {
        let (first, second, rows) = rows(corpus, pair, Lang::En);
        for row in rows.iter().filter(|row| row.state == State::Same) {
            let name = row.old.map(|at| first.items[at].anchor).zip(row.new.map(|at| second.items[at].anchor));
            let words = |hand: fn(&DifferenceStretch) -> &String| -> String {
                let stretches = row.caption.stretches.iter().chain(&row.text.stretches);
                // An item of a list begins with a small letter where a sentence begins with a large one.
                stretches.map(|stretch| hand(stretch).to_lowercase()).collect()
            };
            let [old, new] = [words(|stretch| &stretch.old), words(|stretch| &stretch.new)];
            assert_eq!(old, new, "{} {}: {name:?}", pair.0.key, pair.1.key);
        }
    }
}
