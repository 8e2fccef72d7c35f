//! What the documents of all regions provide for.

use std::collections::BTreeSet;

use crate::support::corpus;
use junsoku::compare::{by_topic, topics_of};
use junsoku::conformance::regions_held;
use junsoku::content::SetKey;
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

#[test]
fn what_meets_a_requirement_is_found_under_a_topic_of_it() {
    let corpus = corpus();
    for set in regions_held(corpus) {
        for mapping in &set.conformance.mappings {
            let requirement = corpus.requirement(&mapping.requirement).expect("the requirement");
            let document = set.document(&mapping.document).expect("the document");
            let own = document.topics_of(&mapping.anchor);
            let asked = topics_of(corpus, requirement);
            let shared = own.iter().any(|topic| asked.contains(&Some(*topic)));
            assert!(shared, "{}#{}: {own:?} and {} {asked:?}", set.key, mapping.anchor, requirement.id);
        }
    }
}

#[test]
fn losing_a_device_leaving_and_consent_are_complete() {
    // Read off the sources, provision by provision.
    let expected: [(&str, &str, &[&str]); 12] = [
        ("loss", "chuo", &["notes.users.trouble"]),
        ("loss", "kumagaya", &["equipment.remote-wipe", "equipment.line-suspension", "usage-notes.trouble"]),
        (
            "loss",
            "minato",
            &[
                "security.remote-wipe",
                "security.line-suspension",
                "security.mdm",
                "security.own-devices",
                "notes.users.trouble",
            ],
        ),
        (
            "loss",
            "osaki",
            &[
                "common.equipment.remote-measures",
                "common.usage-notes.trouble",
                "patient-information.user-duties.own-devices",
            ],
        ),
        (
            "withdrawal",
            "chuo",
            &[
                "administrator-duties.staff",
                "pledge-education.pledge-contents.after-leaving",
                "notes.leader.members",
                "notes.users.leaving-establishment",
            ],
        ),
        (
            "withdrawal",
            "kumagaya",
            &[
                "application.changes",
                "application.notification",
                "administrator-duties.notification",
                "usage-notes.leaving-establishment",
            ],
        ),
        (
            "withdrawal",
            "minato",
            &[
                "administrator-duties.unneeded-users",
                "administrator-duties.staff",
                "pledge-education.pledge-contents.after-leaving",
                "improper-users",
                "notes.lead-establishment.members",
                "notes.users.leaving-establishment",
            ],
        ),
        ("withdrawal", "osaki", &["application.withdrawal", "patient-information.user-duties.shared-id"]),
        ("consent", "chuo", &["consent"]),
        ("consent", "kumagaya", &["consent"]),
        ("consent", "minato", &["consent"]),
        (
            "consent",
            "osaki",
            &[
                "patient-information.consent",
                "patient-information.leader-duties.consent",
                "patient-information.administrator-duties.consent",
                "patient-information.group-use.per-patient.filming",
                "patient-information.group-use.cessation",
                "supplementary.transition",
            ],
        ),
    ];
    for (topic, region, places) in expected {
        let set = corpus().set(&SetKey::from_name(region)).expect("the region");
        let listed = by_topic(set);
        let found: Vec<&str> = listed[&Some(topic)].iter().map(|one| one.provision.anchor.as_str()).collect();
        for place in places {
            assert!(found.contains(place), "{region}: {place} is not among {found:?}");
        }
    }
}
