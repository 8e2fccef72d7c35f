//! The standing of a region to one requirement.

use super::catalog::{add_citation, links_to, links_to_form};
use super::parameters::settled;
use super::types::{ImplementedRequirement, OscalLink, ResponsibleRole};
use super::words::{BilingualText, Properties};
use super::{OscalExport, names};
use crate::base::locale::Lang;
use crate::conformance::{RequirementStanding, Status};
use crate::corpus::{Mapping, Requirement, Set, Target};

impl OscalExport<'_> {
    /// Returns the statement of `entry` about `region`, in the file `path`.
    pub(super) fn implemented(
        &self,
        region: &Set,
        entry: &RequirementStanding<'_>,
        path: &str,
    ) -> ImplementedRequirement {
        let requirement = entry.requirement;
        let description = self.described(region, entry);
        let mut props = Properties::default();
        self.status(region, entry, &mut props);
        props.english("description", &description);
        let mut links = Vec::new();
        for (number, mapping) in (1..).zip(&entry.mappings) {
            let group = format!("provision-{number}");
            props.group(Some(group.clone()));
            let cited = add_citation(region, &mapping.document, &mapping.anchor, &mut props, "provision");
            links.extend(links_to(self.corpus.languages, (region, &mapping.document, &mapping.anchor), &cited, path));
            self.mapping(requirement, mapping, &group, &mut props);
            self.add_read_with(region, mapping, (&group, path), &mut props, &mut links);
        }
        ImplementedRequirement {
            uuid: names::uuid(&format!("{}/requirement/{}", region.key.folder(), requirement.id)),
            control_id: requirement.id.clone(),
            description: description.prose(),
            props: props.list(),
            links,
            set_parameters: settled(requirement, &entry.mappings),
            responsible_roles: roles(entry),
            remarks: reasons_in_japanese(entry),
        }
    }

    /// The status, in NIST's words too where one of them is true, and what explains it.
    fn status(&self, region: &Set, entry: &RequirementStanding<'_>, props: &mut Properties) {
        // NIST's words come first, for programs that know no others.
        if let Some(word) = nist(entry.status) {
            props.standard("implementation-status", word);
        }
        let word = entry.status.word();
        props.explained("conformance", word, &self.words.text(&format!("status-{word}")));
        if let Some(softest) = entry.softest() {
            props.explained("modality", softest.word(), &self.words.text(&format!("modality-{}", softest.word())));
        }
        if let Some(deviation) = entry.acknowledged() {
            props.own("deviation", "acknowledged");
            props.in_both("differs", &BilingualText::text(&deviation.differs));
            if let Some(reason) = &deviation.reason {
                props.in_both("reason", &BilingualText::text(reason));
            }
        }
        if let Some(elsewhere) = entry.elsewhere {
            props.own("elsewhere", &elsewhere.document);
            props.in_both("elsewhere-title", &unavailable_text(region, &elsewhere.document));
            props.in_both("elsewhere-reason", &BilingualText::text(&elsewhere.reason));
        }
    }

    /// The texts of the provisions; where there are none, what that means.
    fn described(&self, region: &Set, entry: &RequirementStanding<'_>) -> BilingualText {
        let provisions = entry.mappings.iter().map(|mapping| provision_text(region, mapping));
        let found = provisions.reduce(|all, one| all.and(&one, "\n"));
        found.unwrap_or_else(|| match entry.elsewhere {
            Some(elsewhere) => {
                let title = unavailable_text(region, &elsewhere.document);
                self.words.with("oscal-not-available", &[("document", &title)])
            }
            None => self.words.text("oscal-omitted"),
        })
    }

    /// Adds what is said of one mapping besides its place.
    fn mapping(&self, requirement: &Requirement, mapping: &Mapping, group: &str, props: &mut Properties) {
        let modality = mapping.modality.word();
        props.explained("provision-modality", modality, &self.words.text(&format!("modality-{modality}")));
        props.own("role", &responsible_role(requirement, mapping));
        self.given(requirement, mapping, group, props);
        if let Some(note) = &mapping.note {
            props.in_both("note", &BilingualText::text(note));
        }
    }

    /// The provisions and forms that are read together with the provision of `mapping`.
    fn add_read_with(
        &self,
        region: &Set,
        mapping: &Mapping,
        (group, path): (&str, &str),
        props: &mut Properties,
        links: &mut Vec<OscalLink>,
    ) {
        for (number, target) in (1..).zip(&mapping.with) {
            props.group(Some(format!("{group}.with-{number}")));
            match target {
                Target::Provision { document, anchor, .. } => {
                    let cited = add_citation(region, document, anchor, props, "read-with");
                    links.extend(links_to(self.corpus.languages, (region, document, anchor), &cited, path));
                }
                Target::Form { form, .. } => {
                    let cited = form_cited(region, form);
                    props.own("read-with", &format!("form:{form}"));
                    props.in_both("citation", &cited);
                    if region.forms.iter().any(|known| known.id == *form) {
                        links.extend(links_to_form(self.corpus.languages, (&region.key, form), &cited, path));
                    }
                }
                // Only provisions and forms can be read together with another (corpus/resolve/mapping.rs).
                _ => {}
            }
        }
    }
}

/// The document, the number and the text of a provision with all that stands below it.
fn provision_text(region: &Set, mapping: &Mapping) -> BilingualText {
    let (document, anchor) = (&mapping.document, &mapping.anchor);
    let title = region.document(document).map(|document| &document.short_title);
    let cited = region.citation(document, anchor).unwrap_or_default();
    let target = Target::Provision { set: region.key.clone(), document: document.clone(), anchor: anchor.clone() };
    BilingualText::each(|lang| {
        let title = title.map_or("", |title| title.get(lang).as_str());
        let head = format!("{title} {}", cited.get(lang));
        // The English stands on one line, where the head needs an end.
        let end = if lang == Lang::En { ": " } else { "\n" };
        format!("{}{end}{}", head.trim(), region.letters(&target, lang))
    })
}

/// The word of NIST's list for a status. Nothing in it is true of what is left out, cannot be told or could not be seen.
fn nist(status: Status) -> Option<&'static str> {
    match status {
        Status::Covered | Status::Stricter => Some("implemented"),
        Status::Partial | Status::Weaker => Some("partial"),
        Status::Different => Some("alternative"),
        Status::Unclear | Status::Omitted | Status::NotAvailable => None,
    }
}

fn unavailable_text(region: &Set, id: &str) -> BilingualText {
    let found = region.unavailable.iter().find(|document| document.id == id);
    found.map_or_else(|| BilingualText::each(|_| id.to_owned()), |document| BilingualText::words(&document.title))
}

/// The role that does what a provision says: the region's own, or the baseline's actor.
fn responsible_role(requirement: &Requirement, mapping: &Mapping) -> String {
    mapping.by.as_ref().map_or_else(|| names::actor(requirement.actor), |own| names::role_id(own))
}

fn roles(entry: &RequirementStanding<'_>) -> Vec<ResponsibleRole> {
    let mut roles: Vec<ResponsibleRole> = Vec::new();
    // In the order of provisions, each once: a set ordered by name would tell nothing.
    for mapping in &entry.mappings {
        let one = ResponsibleRole { role_id: responsible_role(entry.requirement, mapping) };
        if !roles.contains(&one) {
            roles.push(one);
        }
    }
    roles
}

/// A form's number, or its title where it bears none.
fn form_cited(region: &Set, id: &str) -> BilingualText {
    let Some(form) = region.form(id) else {
        return BilingualText::each(|_| id.to_owned());
    };
    let label = form.label.as_ref().map(|label| BilingualText { ja: label.ja.clone(), en: label.en.clone() });
    label.unwrap_or_else(|| BilingualText::words(&form.title))
}

/// The notes and reasons in Japanese, for those who read no properties.
fn reasons_in_japanese(entry: &RequirementStanding<'_>) -> Option<String> {
    let notes = entry.mappings.iter().filter_map(|mapping| mapping.note.as_ref());
    let deviation = entry.acknowledged().into_iter();
    let deviation = deviation.flat_map(|deviation| std::iter::once(&deviation.differs).chain(&deviation.reason));
    let texts = notes.chain(deviation).chain(entry.elsewhere.map(|elsewhere| &elsewhere.reason));
    let paragraphs: Vec<String> = texts.map(|text| BilingualText::text(text).prose()).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}
