//! What the documents of all regions provide for.

use std::collections::BTreeSet;

use crate::support::corpus;
use junsoku::corpus::Document;

/// The topics of a document's provisions, as they say or inherit them.
fn topics(document: &Document) -> BTreeSet<&str> {
    let mut topics = BTreeSet::new();
    document.walk(&mut |provision| topics.extend(document.topic_of(&provision.anchor)));
    topics
}

#[test]
fn what_all_regions_provide_for_is_found_in_all_of_them() {
    let sets: Vec<_> = corpus().sets.values().collect();
    assert_eq!(sets.len(), 5);
    for set in sets {
        let found: BTreeSet<&str> = set.documents.iter().flat_map(topics).collect();
        for topic in ["purpose", "laws", "pledge-education", "consent", "members", "posting", "passwords", "incidents"]
        {
            assert!(found.contains(topic), "{}: {topic} is not among {found:?}", set.key);
        }
    }
}
