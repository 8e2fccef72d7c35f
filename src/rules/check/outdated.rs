//! Versions of laws and guidelines that are cited and are no longer the latest: told once for each document and version,
//! with where what was cited stands now.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::corpus::{Corpus, MovedChapter, OutdatedCitation, WritingUnit};

codes! {
    J0470: Warning, Content, [cited, latest, from, lines, chapters];
    J0471: Warning, Content, [cited, latest, lines, chapters];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(outdated_versions),
    rules: &[
        Rule { code: Code::J0470, adjustable: true, example: Some(include_str!("examples/J0470.txt")) },
        Rule { code: Code::J0471, adjustable: true, example: Some(include_str!("examples/J0471.txt")) },
    ],
};

fn outdated_versions(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        for outdated in corpus.outdated_citations(set) {
            findings.extend(outdated_finding(&outdated));
        }
    }
}

fn outdated_finding(outdated: &OutdatedCitation<'_>) -> Option<Diagnostic> {
    let reference = format!("{}:{}", outdated.kind, outdated.citation.id);
    let (_, first) = outdated.places.first()?;
    let code = if outdated.version.is_some() { Code::J0470 } else { Code::J0471 };
    let cited = outdated.version.map_or_else(|| reference.clone(), |version| format!("{reference}/{}", version.id));
    let finding = Diagnostic::new(code).at(first).arg("cited", cited);
    let finding = finding.arg("latest", format!("{reference}/{}", outdated.latest.id));
    let finding = finding.arg("lines", or_none(other_lines(&outdated.places)));
    let finding = finding.arg("chapters", or_none(told_chapters(&outdated.chapters)));
    let from = || outdated.latest.from.as_ref().map_or_else(String::new, |from| from.value.to_string());
    Some(if outdated.version.is_some() { finding.arg("from", or_none(from())) } else { finding })
}

/// The word by which a message knows that there is nothing to tell.
fn or_none(told: String) -> String {
    if told.is_empty() { "none".to_owned() } else { told }
}

/// The lines of all places but the first.
fn other_lines(places: &[(String, Place)]) -> String {
    let lines = places.iter().skip(1).map(|(_, place)| place.start().line.to_string());
    let mut lines: Vec<String> = lines.collect();
    lines.dedup();
    lines.join(", ")
}

/// 第10章 → 企画管理編
fn told_chapters(chapters: &[&MovedChapter]) -> String {
    let told = chapters.iter().map(|chapter| format!("{} → {}", chapter.name.ja, chapter.now.ja));
    told.collect::<Vec<_>>().join("; ")
}
