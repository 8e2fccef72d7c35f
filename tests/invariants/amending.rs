//! Amending texts between any two documents.

use crate::support::corpus;
use junsoku::base::locale::Lang;
use junsoku::compare::amend::Amendment;
use junsoku::compare::amend::instructions::amending_text;
use junsoku::corpus::{Document, Set};

#[test]
fn between_documents_of_different_authors_it_says_something_and_of_one_itself_nothing() {
    let corpus = corpus();
    let all: Vec<(&Set, &Document)> =
        corpus.sets.values().flat_map(|set| set.documents.iter().map(move |document| (set, document))).collect();
    for (set, old) in &all {
        for (other, new) in &all {
            let amendment = Amendment::between((corpus, set, old), (corpus, other, new), Lang::Ja);
            let text = amending_text(&amendment);
            assert_eq!(text.is_empty(), std::ptr::eq(*old, *new), "{} and {}", old.title.ja, new.title.ja);
            assert_eq!(text.lines().is_empty(), text.is_empty());
        }
    }
}
