//! Citations of versions of laws and guidelines that are no longer the latest, document by document.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::base::notation::widths::folded;
use crate::corpus::model::{Citation, CitationVersion, CitedVersion, Corpus, MovedChapter, Set};
use crate::corpus::query::{Writing, WritingUnit};

/// Citations, in one document or form, of a version that is no longer the latest, or of chapters that the latest does not
/// have.
#[derive(Debug)]
pub struct OutdatedCitation<'a> {
    /// The document or form as units name it: `policy`, `forms/pledge`.
    pub home: String,
    /// Whether it is a law or a guideline, as references name it: `guideline`.
    pub kind: &'static str,
    /// The law or guideline.
    pub citation: &'a Citation,
    /// The version that is cited; `None` where only its chapters tell that it is not the latest.
    pub version: Option<&'a CitationVersion>,
    /// The latest version.
    pub latest: &'a CitationVersion,
    /// The chapters that are cited and moved.
    pub chapters: Vec<&'a MovedChapter>,
    /// The places that cite the version, or the chapters, with the anchor of the provision: in their order.
    pub places: Vec<(String, Place)>,
}

impl Citation {
    /// Returns its latest version on `day`, without a day the last; `None` where it lists none that had come.
    #[must_use]
    pub fn latest_version(&self, day: Option<Date>) -> Option<&CitationVersion> {
        let has_come = |version: &&CitationVersion| match (&version.from, day) {
            (Some(from), Some(day)) => from.value <= day,
            (None, _) | (_, None) => true,
        };
        self.versions.iter().rfind(has_come)
    }

    /// Whether the version `id` came before `latest`.
    fn is_before(&self, id: &str, latest: &CitationVersion) -> bool {
        let at = |id: &str| self.versions.iter().position(|version| version.id == id);
        at(id).zip(at(&latest.id)).is_some_and(|(at, latest)| at < latest)
    }

    /// Returns the chapters that moved in or after the version `from` (without one in any), before `latest`.
    fn moved_chapters(&self, from: Option<&CitationVersion>, latest: &CitationVersion) -> Vec<&MovedChapter> {
        let later = self.versions.iter().skip_while(|version| from.is_some_and(|from| from.id != version.id));
        later.take_while(|version| version.id != latest.id).flat_map(|version| &version.chapters).collect()
    }
}

/// The citations of one law or guideline in one document or form.
#[derive(Default)]
struct CitingParts<'a> {
    /// The versions that are named, with where.
    named: Vec<(&'a CitedVersion, String, Place)>,
    /// Parts that name the law or guideline, with the anchor.
    parts: Vec<(String, Writing<'a>)>,
}

impl Corpus {
    /// Returns what the documents and forms of `set` cite of versions that are no longer the latest, each document and
    /// version once.
    #[must_use]
    pub fn outdated_citations<'a>(&'a self, set: &'a Set) -> Vec<OutdatedCitation<'a>> {
        let mut found = Vec::new();
        let repealed = |date: Date| self.as_of.is_none_or(|day| date <= day);
        for document in &set.documents {
            // Nobody amends what was repealed.
            if !document.repealed.as_ref().is_some_and(|date| repealed(date.value)) {
                self.outdated_in(&document.id, &document.units(&set.key), &mut found);
            }
        }
        for form in &set.forms {
            self.outdated_in(&format!("forms/{}", form.id), &form.units(&set.key), &mut found);
        }
        found
    }

    fn outdated_in<'a>(&'a self, home: &str, units: &[WritingUnit<'a>], found: &mut Vec<OutdatedCitation<'a>>) {
        for ((kind, id), citing) in citing_parts(units) {
            let list = if kind == "law" { &self.laws } else { &self.guidelines };
            let Some(citation) = list.iter().find(|citation| citation.id == id) else { continue };
            let Some(latest) = citation.latest_version(self.as_of) else { continue };
            let outdated = |version, chapters, places| OutdatedCitation {
                home: home.to_owned(),
                kind,
                citation,
                version,
                latest,
                chapters,
                places,
            };
            let old = citation.versions.iter().filter(|version| citation.is_before(&version.id, latest));
            let before = found.len();
            for version in old {
                let is_named = |named: &CitedVersion| *named == CitedVersion::Named(version.id.clone());
                let named = citing.named.iter().filter(|(named, ..)| is_named(named));
                let places: Vec<_> = named.map(|(_, anchor, place)| (anchor.clone(), place.clone())).collect();
                if !places.is_empty() {
                    let chapters = cited_chapters(&citing, &citation.moved_chapters(Some(version), latest));
                    found.push(outdated(
                        Some(version),
                        chapters.into_iter().map(|(chapter, _)| chapter).collect(),
                        places,
                    ));
                }
            }
            // Who names no version anywhere may still cite chapters by numbers that are gone. Who names a volume of the
            // latest version means a chapter of that.
            if found.len() == before && citing.named.is_empty() && !names_volume(&citing, latest) {
                let chapters = cited_chapters(&citing, &citation.moved_chapters(None, latest));
                if !chapters.is_empty() {
                    let (chapters, places) = chapters.into_iter().unzip();
                    found.push(outdated(None, chapters, places));
                }
            }
        }
    }
}

/// Returns the parts that cite laws and guidelines, by kind and id.
fn citing_parts<'a>(units: &[WritingUnit<'a>]) -> BTreeMap<(&'static str, &'a str), CitingParts<'a>> {
    let mut found: BTreeMap<(&'static str, &str), CitingParts<'_>> = BTreeMap::new();
    for unit in units {
        let anchor = unit.name.rsplit_once('#').map_or("", |(_, anchor)| anchor);
        for part in &unit.parts {
            let mut last = None;
            for reference in part.references() {
                let Some((kind, id, version)) = reference.target.cited() else { continue };
                let key = (kind, id);
                let citing = found.entry(key).or_default();
                if let Some(version) = version {
                    let place = part.place().narrowed(&reference.written);
                    citing.named.push((version, anchor.to_owned(), place));
                }
                // Several references in one text are one part.
                if last != Some(key) {
                    citing.parts.push((anchor.to_owned(), *part));
                }
                last = Some(key);
            }
        }
    }
    found
}

/// Returns those of `chapters` that the parts cite, each once, with where it is cited first.
fn cited_chapters<'a>(
    citing: &CitingParts<'_>,
    chapters: &[&'a MovedChapter],
) -> Vec<(&'a MovedChapter, (String, Place))> {
    let texts: Vec<(String, &str, &Place)> = citing
        .parts
        .iter()
        .map(|(anchor, part)| (folded(&part.letters(Lang::Ja)), anchor.as_str(), part.place()))
        .collect();
    let cited = chapters.iter().filter_map(|chapter| {
        let name = folded(&chapter.name.ja);
        let (_, anchor, place) = texts.iter().find(|(text, ..)| names_number(text, &name))?;
        Some((*chapter, ((*anchor).to_owned(), place.narrowed(&chapter.name.ja))))
    });
    cited.collect()
}

/// Whether the parts name a volume of `version`.
fn names_volume(citing: &CitingParts<'_>, version: &CitationVersion) -> bool {
    citing.parts.iter().any(|(_, part)| {
        let text = part.letters(Lang::Ja);
        version.volumes.iter().any(|volume| text.contains(&volume.ja))
    })
}

/// Whether `text` has `name` and not as a part of a longer number: 6.5 stands neither in 16.5 nor in 6.5.1 nor in 6.50.
fn names_number(text: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit();
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let begins = !before.ends_with(|c: char| is_part(c) || c == '.');
        let mut rest = after.chars();
        let ends = match rest.next() {
            Some('.') => !rest.next().is_some_and(is_part),
            Some(next) => !is_part(next),
            None => true,
        };
        begins && ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_whole() {
        for text in ["「6.5.技術", "第6.5章", "(6.5)", "6.5"] {
            assert!(names_number(text, "6.5"), "{text}");
        }
        for text in ["16.5", "6.50", "6.5.1", "1.6.5"] {
            assert!(!names_number(text, "6.5"), "{text}");
        }
    }
}
