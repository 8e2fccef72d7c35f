//! The baseline's requirements as a catalog of controls.

use super::metadata::{About, newest};
use super::types::{Catalog, CatalogGroup, Control, OscalLink, StatementPart};
use super::words::{BilingualText, Properties};
use super::{CATALOG, OscalExport, document_artifact, names, way};
use crate::base::artifact::Artifact;
use crate::base::locale::Lang;
use crate::content::SetKey;
use crate::corpus::{Languages, Provision, Requirement, RequirementGroup, Set};
use crate::site;

impl OscalExport<'_> {
    /// The catalog.
    pub(super) fn catalog(&self) -> Artifact {
        let name = BilingualText::words(&self.baseline.name);
        let vendor = BilingualText::words(&self.baseline.council);
        document_artifact(CATALOG.to_owned(), "catalog", &newest(&[self.baseline]), |identity| {
            let requirements = self.words.with("oscal-requirements", &[("baseline", &name), ("vendor", &vendor)]);
            let about = About {
                title: self.words.with("oscal-catalog-title", &[("baseline", &name)]),
                statements: self.restated(&[self.baseline]).into_iter().chain([requirements]).collect(),
                prepared_by: None,
                issuer: self.baseline,
                roles: self.actors(),
            };
            Catalog {
                metadata: self.metadata(&identity, about),
                uuid: identity.uuid,
                groups: self.corpus.groups.iter().map(|group| self.group(group)).collect(),
                back_matter: self.sources(self.baseline, CATALOG),
            }
        })
    }

    fn group(&self, group: &RequirementGroup) -> CatalogGroup {
        let title = BilingualText::words(&group.title);
        let mut props = Properties::default();
        props.english("title", &title);
        CatalogGroup {
            id: names::group(&group.id),
            class: "group",
            title: title.title(),
            props: props.list(),
            controls: group.requirements.iter().map(|requirement| self.control(requirement)).collect(),
        }
    }

    fn control(&self, requirement: &Requirement) -> Control {
        let title = BilingualText::words(&requirement.title);
        let mut props = Properties::default();
        props.english("title", &title);
        let words = [
            ("level", requirement.level.word()),
            ("scope", requirement.scope.word()),
            ("actor", requirement.actor.word()),
        ];
        for (name, word) in words {
            props.explained(name, word, &self.words.text(&format!("{name}-{word}")));
        }
        let mut links = Vec::new();
        for (at, (document, anchor)) in requirement.provisions.iter().enumerate() {
            // A group holds together what is said of one provision: OSCAL's properties are flat.
            props.group(Some(format!("provision-{}", at + 1)));
            let cited = add_citation(self.baseline, document, anchor, &mut props, "provision");
            links.extend(links_to(self.corpus.languages, (self.baseline, document, anchor), &cited, CATALOG));
        }
        Control {
            id: requirement.id.clone(),
            class: "requirement",
            title: title.title(),
            params: self.parameters(requirement),
            props: props.list(),
            links,
            parts: self.parts(requirement, &title),
        }
    }

    /// The text in Japanese and, if there is one, in English.
    fn parts(&self, requirement: &Requirement, title: &BilingualText) -> Vec<StatementPart> {
        let text = requirement.text.as_ref().map_or_else(|| self.provision_text(requirement), BilingualText::text);
        let statement = StatementPart {
            id: names::statement(&requirement.id),
            name: "statement",
            ns: None,
            class: None,
            title: None,
            prose: text.prose(),
            links: Vec::new(),
        };
        // Where there is no English, the Japanese stands in for it; told twice it would be passed off as a
        // translation.
        let translation = (text.en != text.ja).then(|| StatementPart {
            id: names::translation(&requirement.id),
            name: "translation",
            ns: Some(names::NAMESPACE),
            class: Some(Lang::En.code()),
            title: Some(BilingualText { ja: title.en.clone(), en: title.en.clone() }.title()),
            prose: super::words::prose(&text.en),
            // So that a program can tell the translation from the text that binds.
            links: vec![OscalLink { href: format!("#{}", statement.id), rel: "translation-of", text: None }],
        });
        [statement].into_iter().chain(translation).collect()
    }

    /// The text of the first provision that a requirement comes from.
    fn provision_text(&self, requirement: &Requirement) -> BilingualText {
        let first = requirement.provisions.first();
        let found = first.and_then(|(document, anchor)| Some((document, self.baseline.provision(document, anchor)?)));
        // Without a provision to quote, the title says what is asked in a few words.
        let Some((document, provision)) = found else { return BilingualText::words(&requirement.title) };
        BilingualText::each(|lang| self.own_text(&requirement.id, document, provision, lang))
    }

    /// The letters of `provision` and of what stands below it. What belongs to other requirements is left out: a
    /// chapter's heading does not ask for all that the chapter asks for.
    fn own_text(&self, requirement: &str, document: &str, provision: &Provision, lang: Lang) -> String {
        let below = provision.items.iter().chain(&provision.paragraphs);
        let own = below.filter(|below| !self.holds_others(requirement, document, &below.anchor));
        let below: String = own.map(|below| self.own_text(requirement, document, below, lang)).collect();
        provision.own_letters(lang) + &below
    }

    fn holds_others(&self, requirement: &str, document: &str, anchor: &str) -> bool {
        let others = self.corpus.requirements().filter(|other| other.id != requirement);
        let mut provisions = others.flat_map(|other| &other.provisions);
        provisions.any(|(home, at)| {
            let below = at.strip_prefix(anchor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            home == document && below
        })
    }
}

/// Adds a provision to `props` under `name`, with its citation, which is given back.
pub(super) fn add_citation(
    set: &Set,
    document: &str,
    anchor: &str,
    props: &mut Properties,
    name: &str,
) -> BilingualText {
    let cited = set.citation(document, anchor).unwrap_or_default();
    let cited = BilingualText { ja: cited.ja, en: cited.en };
    props.own(name, &format!("{document}#{anchor}"));
    props.in_both("citation", &cited);
    cited
}

/// The links to a provision on the site, in its languages, from the file `from`.
pub(super) fn links_to(
    languages: Languages,
    (set, document, anchor): (&Set, &str, &str),
    cited: &BilingualText,
    from: &str,
) -> Vec<OscalLink> {
    let link = |lang| {
        let page = site::document_page(&set.key, document, lang);
        oscal_link(way(from, &format!("{page}#{anchor}")), cited.get(lang))
    };
    languages.iter().map(link).collect()
}

/// The links to a form on the site, likewise.
pub(super) fn links_to_form(
    languages: Languages,
    (set, form): (&SetKey, &str),
    cited: &BilingualText,
    from: &str,
) -> Vec<OscalLink> {
    let link = |lang| oscal_link(way(from, &site::form_page(set, form, lang)), cited.get(lang));
    languages.iter().map(link).collect()
}

fn oscal_link(href: String, text: &str) -> OscalLink {
    let text = super::words::prose(&super::words::fold_lines(text));
    OscalLink { href, rel: "reference", text: Some(text).filter(|text| !text.is_empty()) }
}
