//! Resolving the laws and guidelines that documents cite: their versions follow each other, and what replaced them leads
//! somewhere.

use super::duplicates::report_duplicates;
use super::words::{resolve_words, words_of};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{self, Content, Id, WrittenVersion};
use crate::corpus::model::{Citation, CitationVersion, MovedChapter};

/// The laws.
pub(super) fn laws(content: &Content, findings: &mut Diagnostics) -> Vec<Citation> {
    let successors = content.laws.iter().map(|law| (&law.id, law.replaced_by.as_ref()));
    check_successors(&successors.collect::<Vec<_>>(), findings);
    let law = |written: &content::Law| Citation {
        id: written.id.as_str().to_owned(),
        name: resolve_words(&written.name),
        short: written.short.as_ref().map(resolve_words),
        number: written.number.as_ref().map(resolve_words),
        issuer: None,
        versions: Vec::new(),
        replaced_by: written.replaced_by.as_ref().map(|id| id.as_str().to_owned()),
    };
    content
        .laws
        .iter()
        .map(|written| Citation { versions: versions(&written.versions, findings), ..law(written) })
        .collect()
}

/// The guidelines.
pub(super) fn guidelines(content: &Content, findings: &mut Diagnostics) -> Vec<Citation> {
    let successors = content.guidelines.iter().map(|guideline| (&guideline.id, guideline.replaced_by.as_ref()));
    check_successors(&successors.collect::<Vec<_>>(), findings);
    let guideline = |written: &content::WrittenGuideline| Citation {
        id: written.id.as_str().to_owned(),
        name: resolve_words(&written.name),
        short: None,
        number: written.number.as_ref().map(resolve_words),
        issuer: written.issuer.as_ref().map(resolve_words),
        versions: Vec::new(),
        replaced_by: written.replaced_by.as_ref().map(|id| id.as_str().to_owned()),
    };
    let with_versions = |written: &content::WrittenGuideline| Citation {
        versions: versions(&written.versions, findings),
        ..guideline(written)
    };
    content.guidelines.iter().map(with_versions).collect()
}

/// The versions of one law or guideline, each of which holds from a later day than the one before it.
fn versions(written: &[WrittenVersion], findings: &mut Diagnostics) -> Vec<CitationVersion> {
    report_duplicates(written.iter().map(|version| &version.id), findings);
    let dated: Vec<_> = written.iter().filter_map(|version| Some((version, version.from.as_ref()?))).collect();
    for pair in dated.windows(2) {
        let [(before, earlier), (version, from)] = pair else { continue };
        if from.value <= earlier.value {
            let finding = Diagnostic::new(Code::J0371).at(&from.place).arg("version", version.id.as_str());
            let finding = finding.arg("from", from.value.to_string()).arg("before", before.id.as_str());
            findings.push(finding.arg("earlier", earlier.value.to_string()));
        }
    }
    let chapter = |written: &content::WrittenChapter| MovedChapter {
        name: words_of(&written.ja, written.en.as_ref(), &written.place),
        now: resolve_words(&written.now),
    };
    let version = |written: &WrittenVersion| CitationVersion {
        id: written.id.as_str().to_owned(),
        name: words_of(&written.ja, written.en.as_ref(), &written.place),
        from: written.from.clone(),
        volumes: written.volumes.iter().map(resolve_words).collect(),
        chapters: written.chapters.iter().map(chapter).collect(),
    };
    written.iter().map(version).collect()
}

/// What replaced something is listed too, and does not lead back to it.
fn check_successors(all: &[(&Id, Option<&Id>)], findings: &mut Diagnostics) {
    let known = all.iter().map(|(id, _)| id.as_str());
    for (at, (id, new)) in all.iter().enumerate() {
        let Some(new) = new else { continue };
        if !known.clone().any(|id| id == new.as_str()) {
            findings.push(content::unknown_name(Code::J0321, new.as_str(), &new.0.place, known.clone()));
            continue;
        }
        let circle = circle_from(at, all);
        // Told once, at the first of those in it.
        let first = circle.iter().min().is_some_and(|first| *first == at);
        if first {
            let names: Vec<&str> = circle.iter().chain([&at]).map(|at| all[*at].0.as_str()).collect();
            let kind = if circle.len() == 1 { "itself" } else { "circle" };
            let finding = Diagnostic::new(Code::J0370).at(&new.0.place).arg("kind", kind).arg("id", id.as_str());
            findings.push(finding.arg("circle", names.join(" → ")));
        }
    }
}

/// The members of the circle in which the one at `start` stands, in the order of what replaced what; none where it stands
/// in no circle.
fn circle_from(start: usize, all: &[(&Id, Option<&Id>)]) -> Vec<usize> {
    let mut members = vec![start];
    let mut at = start;
    // No way is longer than there are members.
    for _ in all {
        let Some(new) = all[at].1 else { return Vec::new() };
        let Some(next) = all.iter().position(|(id, _)| id.as_str() == new.as_str()) else { return Vec::new() };
        if next == start {
            return members;
        }
        members.push(next);
        at = next;
    }
    Vec::new()
}
