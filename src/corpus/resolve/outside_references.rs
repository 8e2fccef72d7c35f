//! References to what is said once for all sets: laws, guidelines and their versions, addresses.

use super::references::{Dangling, References, Resolved, address_link};
use super::words::pair;
use crate::base::locale::Lang;
use crate::content::{Bilingual, WrittenVersion};
use crate::corpus::model::{CitedVersion, Target};

impl References<'_> {
    pub(super) fn law(&self, rest: &str, lang: Lang) -> Result<Option<Resolved>, Dangling> {
        let (id, part) = split_part(rest);
        let Some(law) = self.content.laws.iter().find(|law| law.id.as_str() == id) else {
            let known = self.content.laws.iter().map(|law| law.id.as_str());
            return self.unknown_citation("law:", id, known);
        };
        let words = match part {
            None => Some(&law.name),
            Some("short") => law.short.as_ref(),
            Some("number") => law.number.as_ref(),
            Some(version) => {
                let words = version_words(&format!("law:{id}/"), &law.versions, version, lang)?;
                let version = Some(CitedVersion::Named(version.to_owned()));
                return Ok(Some(Resolved::Link(Target::Law { id: id.to_owned(), version }, words)));
            }
        };
        cite_words(words, Target::Law { id: id.to_owned(), version: None }, part, lang)
    }

    pub(super) fn guideline(&self, rest: &str, lang: Lang) -> Result<Option<Resolved>, Dangling> {
        let (id, part) = split_part(rest);
        let Some(guideline) = self.content.guidelines.iter().find(|guideline| guideline.id.as_str() == id) else {
            let known = self.content.guidelines.iter().map(|guideline| guideline.id.as_str());
            return self.unknown_citation("guideline:", id, known);
        };
        let target = |version| Target::Guideline { id: id.to_owned(), version };
        match part {
            None => cite_words(Some(&guideline.name), target(None), part, lang),
            Some("number") => cite_words(guideline.number.as_ref(), target(None), part, lang),
            Some("issuer") => cite_words(guideline.issuer.as_ref(), target(None), part, lang),
            // Whatever is the latest: the text means no version, so that none is looked up.
            Some("latest") => {
                let latest = self.content.latest.as_ref().ok_or_else(Dangling::nothing)?;
                Ok(Some(Resolved::Link(target(Some(CitedVersion::Latest)), pair(latest).get(lang).to_owned())))
            }
            Some(version) => {
                let words = version_words(&format!("guideline:{id}/"), &guideline.versions, version, lang)?;
                Ok(Some(Resolved::Link(target(Some(CitedVersion::Named(version.to_owned()))), words)))
            }
        }
    }

    pub(super) fn link(&self, id: &str) -> Result<Option<Resolved>, Dangling> {
        match self.content.links.iter().find(|link| link.id.as_str() == id) {
            Some(link) => address_link(&link.address(), Some(id), link.address()).map(Some),
            None => self.unknown_citation("link:", id, self.content.links.iter().map(|link| link.id.as_str())),
        }
    }

    /// `scheme` with its colon.
    fn unknown_citation<'k>(
        &self,
        scheme: &str,
        id: &str,
        known: impl Iterator<Item = &'k str>,
    ) -> Result<Option<Resolved>, Dangling> {
        // The entry may stand in the file that could not be read.
        if self.content.broken_citations.contains(scheme.trim_end_matches(':')) {
            return Ok(None);
        }
        Err(Dangling::among(scheme, id, known))
    }
}

/// The id and the part that is asked for.
pub(super) fn split_part(rest: &str) -> (&str, Option<&str>) {
    rest.split_once('/').map_or((rest, None), |(id, part)| (id, Some(part)))
}

/// The words of the version `id` of what references name by `scheme`.
fn version_words(scheme: &str, versions: &[WrittenVersion], id: &str, lang: Lang) -> Result<String, Dangling> {
    match versions.iter().find(|version| version.id.as_str() == id) {
        Some(version) => Ok(match (lang, &version.en) {
            (Lang::En, Some(en)) => en.value.clone(),
            _ => version.ja.value.clone(),
        }),
        None => Err(Dangling::among(scheme, id, versions.iter().map(|version| version.id.as_str()))),
    }
}

/// The name leads to the list of citations; a number or version beside it need not do so again.
fn cite_words(
    words: Option<&Bilingual>,
    target: Target,
    part: Option<&str>,
    lang: Lang,
) -> Result<Option<Resolved>, Dangling> {
    let words = pair(words.ok_or_else(Dangling::nothing)?).get(lang).to_owned();
    Ok(Some(match part {
        None | Some("short") => Resolved::Link(target, words),
        Some(_) => Resolved::Words(Some(target), words),
    }))
}
