//! Marks beside the provisions of a document: which requirement a provision is the source of, or claims to meet.

use std::collections::BTreeMap;

use serde::Serialize;

use super::stand_place;
use crate::conformance::{ReadingState, Status, reading_state};
use crate::content::SetKey;
use crate::corpus::{Corpus, Document, Requirement, Set};
use crate::site::pages::RequirementPage;
use crate::site::provisions::PageScope;

/// A link to a requirement from a provision.
#[derive(Debug, Serialize)]
pub(in crate::site) struct RequirementMark {
    title: String,
    href: String,
    /// The provision's standing to it; none in the baseline itself.
    status: Option<&'static str>,
}

/// Returns the marks of a document, by anchor.
pub(in crate::site) fn requirement_marks<'a>(
    corpus: &'a Corpus,
    set: &'a Set,
    document: &'a Document,
    scope: &PageScope<'_>,
) -> BTreeMap<&'a str, Vec<RequirementMark>> {
    let mut marks: BTreeMap<&str, Vec<RequirementMark>> = BTreeMap::new();
    // What was claimed of an earlier edition is about the baseline of its time.
    if set.key.is_edition() {
        return marks;
    }
    if set.key == SetKey::Baseline {
        for requirement in corpus.requirements() {
            let own = requirement.provisions.iter().filter(|(id, _)| *id == document.id);
            for (_, anchor) in own {
                marks.entry(anchor).or_default().push(requirement_mark(requirement, None, scope));
            }
        }
    }
    for mapping in set.conformance.mappings.iter().filter(|mapping| mapping.document == document.id) {
        if let Some(requirement) = corpus.requirement(&mapping.requirement) {
            let stand = Some((set, Status::from(mapping.extent.value)));
            marks.entry(&mapping.anchor).or_default().push(requirement_mark(requirement, stand, scope));
        }
    }
    marks
}

fn requirement_mark(
    requirement: &Requirement,
    stand: Option<(&Set, Status)>,
    scope: &PageScope<'_>,
) -> RequirementMark {
    let page = scope.links.to(&RequirementPage(&requirement.id));
    RequirementMark {
        title: scope.word(&requirement.title),
        href: match stand {
            // The page of a requirement tells of compared regions only; elsewhere there would be no such place.
            Some((set, _)) if reading_state(set) == Some(ReadingState::Compared) => {
                stand_place(set, requirement, scope)
            }
            Some(_) | None => page,
        },
        status: stand.map(|(_, status)| status.word()),
    }
}
