//! Everything on the site that search finds, with where it stands: pages of sets first, then those of no set.

use std::collections::BTreeMap;

use super::page::{SitePage, page_path};
use super::pages::{
    DocumentPage, FormPage, OwnPageOf, ReferencesPage, RequirementPage, SetPage, TablesPage, TopicPage, has_references,
    is_compared,
};
use super::search::{FindableHead, FindablePage, FindablePlace, FoldingTable, FormNames, FoundKind, IndexWriter};
use super::sources::SiteSources;
use crate::base::artifact::Outlet;
use crate::base::diagnostics::Diagnostic;
use crate::base::locale::Lang;
use crate::base::markup::{plain_blocks, to_plain};
use crate::content::SetKey;
use crate::corpus::{
    Citation, CodeTable, Contact, Corpus, Division, Document, Form, OwnPage, Provision, Requirement, Set, Words,
};

/// Writes the index of search in the language of `site`.
///
/// # Errors
/// A finding J0506 where a piece cannot be written, and those of the outlet.
pub(super) fn write_index(site: &SiteSources<'_>, outlet: &dyn Outlet) -> Result<(), Box<Diagnostic>> {
    // All its pieces are one work.
    if !outlet.wants(&format!("{}/search/index", site.lang())) {
        return Ok(());
    }
    let table = FoldingTable::of(&site.corpus.variants);
    let finder = Findables::of(site);
    let mut writer = IndexWriter::new(site.lang(), &table, outlet);
    finder.pages(&mut |page| writer.add(&page))?;
    writer.finish(&finder.head())
}

/// What can be found in one language.
struct Findables<'a> {
    site: &'a SiteSources<'a>,
    lang: Lang,
    /// The places of the sets and topics in the lists of the head.
    sets: BTreeMap<&'a SetKey, usize>,
    topics: BTreeMap<&'a str, usize>,
}

type Take<'t> = &'t mut dyn FnMut(FindablePage) -> Result<(), Box<Diagnostic>>;

impl<'a> Findables<'a> {
    fn of(site: &'a SiteSources<'a>) -> Self {
        let corpus = site.corpus;
        Self {
            site,
            lang: site.lang(),
            sets: corpus.sets.keys().zip(0..).collect(),
            topics: corpus.topics.iter().map(|topic| topic.id.as_str()).zip(0..).collect(),
        }
    }

    fn word(&self, words: &Words) -> String {
        words.get(self.lang).clone()
    }

    /// Returns where a page stands below the folder of the language.
    fn href(&self, page: &dyn SitePage) -> String {
        let path = page_path(page, self.lang);
        path.split_once('/').map_or(path.clone(), |(_, below)| below.to_owned())
    }

    fn head(&self) -> FindableHead {
        let corpus = self.site.corpus;
        let forms =
            corpus.sets.values().zip(0..).flat_map(|(set, at)| set.forms.iter().map(move |form| (set, at, form)));
        let mut places: BTreeMap<FormNames, usize> = BTreeMap::new();
        let mut names = Vec::new();
        let forms = forms.map(|(set, at, form)| {
            let own = self.names(form);
            let name = *places.entry(own.clone()).or_insert_with(|| {
                names.push(own);
                names.len() - 1
            });
            let href = self.href(&FormPage(&set.key, &form.id));
            let below = href.strip_prefix(&format!("{}/", set.key.folder())).unwrap_or(&href);
            (at, name, below.to_owned())
        });
        let forms = forms.collect();
        let set = |set: &Set| (set.key.to_string(), self.word(&set.name), set.key.folder());
        FindableHead {
            sets: corpus.sets.values().map(set).collect(),
            topics: corpus.topics.iter().map(|topic| (topic.id.clone(), self.word(&topic.title))).collect(),
            names,
            forms,
        }
    }

    fn names(&self, form: &Form) -> FormNames {
        FormNames { number: self.label(form), title: self.word(&form.title), tasks: self.tasks(form) }
    }

    fn tasks(&self, form: &Form) -> String {
        let words = form.tasks.iter().map(|task| self.site.messages.text(&format!("task-{}", task.word())));
        words.collect::<Vec<_>>().join(" ")
    }

    fn label(&self, form: &Form) -> String {
        form.label.as_ref().map_or_else(String::new, |label| label.get(self.lang).to_owned())
    }

    /// Gives every page to `take`.
    fn pages(&self, take: Take<'_>) -> Result<(), Box<Diagnostic>> {
        let corpus = self.site.corpus;
        for set in corpus.sets.values() {
            take(self.of_set(set))?;
            self.contents(set, take)?;
            // Editions beside the present texts, so that who looks through one region loads little.
            corpus
                .editions
                .values()
                .filter(|edition| *edition.key.present() == set.key)
                .try_for_each(|edition| self.contents(edition, take))?;
        }
        for requirement in corpus.requirements() {
            take(self.of_requirement(requirement))?;
        }
        for page in &corpus.pages {
            take(self.of_own_page(page))?;
        }
        if is_compared(corpus) {
            for topic in &corpus.topics {
                let about = topic.about.as_ref().map_or_else(String::new, |about| self.word(about));
                let page = self.page(FoundKind::Page, None, self.word(&topic.title), &TopicPage(&topic.id));
                take(one_place(page, String::new(), about))?;
            }
        }
        if has_references(corpus) { take(self.of_references(corpus)) } else { Ok(()) }
    }

    /// Gives the documents, forms and tables of a set or edition to `take`.
    fn contents(&self, set: &Set, take: Take<'_>) -> Result<(), Box<Diagnostic>> {
        for document in &set.documents {
            take(self.of_document(set, document))?;
        }
        for form in &set.forms {
            let page = self.page(FoundKind::Form, Some(set), self.word(&form.title), &FormPage(&set.key, &form.id));
            take(one_place(page, self.label(form), self.letters_of_form(set, form)))?;
        }
        if !set.tables.is_empty() {
            let page = self.page(FoundKind::Page, Some(set), self.site.messages.text("tables"), &TablesPage(&set.key));
            take(FindablePage { places: set.tables.iter().map(|table| self.of_table(table)).collect(), ..page })?;
        }
        Ok(())
    }

    /// A page without any place yet.
    fn page(&self, kind: FoundKind, set: Option<&Set>, title: String, page: &dyn SitePage) -> FindablePage {
        FindablePage {
            kind,
            set: set.and_then(|set| self.sets.get(set.key.present()).copied()),
            title,
            href: self.href(page),
            is_edition: set.is_some_and(|set| set.key.is_edition()),
            places: Vec::new(),
        }
    }

    fn of_set(&self, set: &Set) -> FindablePage {
        let page = self.page(FoundKind::Page, Some(set), self.word(&set.name), &SetPage(&set.key));
        let text = format!("{} {}", self.word(&set.council), self.word(&set.summary));
        let mut page = one_place(page, String::new(), text);
        page.places.extend(set.contacts.iter().map(|contact| self.of_contact(contact)));
        page
    }

    fn of_contact(&self, contact: &Contact) -> FindablePlace {
        let words = contact.words().skip(1).map(|words| self.word(words));
        let plain = [&contact.postal_code, &contact.telephone, &contact.fax, &contact.email];
        let text: Vec<String> = words.chain(plain.into_iter().flatten().cloned()).collect();
        FindablePlace {
            anchor: format!("contact-{}", contact.id),
            caption: self.word(&contact.name),
            text: text.join(" "),
            ..FindablePlace::default()
        }
    }

    fn of_table(&self, table: &CodeTable) -> FindablePlace {
        let rows = table.rows.iter().map(|row| format!("{} {}", row.code, self.word(&row.name)));
        FindablePlace {
            anchor: table.id.clone(),
            number: table.label.as_ref().map_or_else(String::new, |label| label.get(self.lang).to_owned()),
            caption: self.word(&table.title),
            text: rows.collect::<Vec<_>>().join("\n"),
            topics: Vec::new(),
        }
    }

    fn of_document(&self, set: &Set, document: &Document) -> FindablePage {
        let title = self.word(&document.short_title);
        let page = self.page(FoundKind::Provision, Some(set), title, &DocumentPage(&set.key, &document.id));
        let mut places = vec![FindablePlace { caption: self.word(&document.title), ..FindablePlace::default() }];
        let topics = |anchor: &str| {
            document.topics_of(anchor).into_iter().filter_map(|id| self.topics.get(id).copied()).collect::<Vec<_>>()
        };
        let put = |provision: &Provision, places: &mut Vec<FindablePlace>| {
            provision.walk(&mut |one| places.push(self.of_provision(one, topics(&one.anchor))));
        };
        document.notes.iter().for_each(|note| put(note, &mut places));
        for division in &document.divisions {
            places.extend(self.of_division(division));
            division.provisions.iter().for_each(|provision| put(provision, &mut places));
        }
        FindablePage { places, ..page }
    }

    /// The heading of a division; none of the body, which has no anchor.
    fn of_division(&self, division: &Division) -> Option<FindablePlace> {
        let optional = |words: Option<&Words>| words.map_or_else(String::new, |words| self.word(words));
        let place = FindablePlace {
            anchor: division.anchor.clone(),
            number: optional(division.label.as_ref()),
            caption: optional(division.title.as_ref()),
            text: division.columns.iter().map(|column| self.word(column)).collect::<Vec<_>>().join(" "),
            topics: Vec::new(),
        };
        (!place.anchor.is_empty()).then_some(place)
    }

    fn of_provision(&self, provision: &Provision, topics: Vec<usize>) -> FindablePlace {
        let writing = provision.own_writing().skip(usize::from(provision.caption.is_some()));
        let contact = provision.contact.iter().map(|contact| self.of_contact(contact));
        let columns = provision.columns.iter().map(|column| self.word(column));
        let text = writing.map(|part| part.letters(self.lang)).chain(columns);
        let text = text.chain(contact.map(|contact| format!("{} {}", contact.caption, contact.text)));
        FindablePlace {
            anchor: provision.anchor.clone(),
            number: provision.cite.get(self.lang).to_owned(),
            caption: provision.caption.as_ref().map_or_else(String::new, |caption| self.word(caption)),
            text: text.collect::<Vec<_>>().join("\n"),
            topics,
        }
    }

    fn letters_of_form(&self, set: &Set, form: &Form) -> String {
        let head = form.subtitle.iter().chain(&form.purpose).map(|words| self.word(words));
        // What stands at the head of a form besides has no block: where it was taken from, and remarks for reviewers.
        let units = form.units(&set.key).into_iter().filter(|unit| !unit.name.ends_with('#'));
        let blocks = units.flat_map(|unit| unit.parts).map(|part| part.letters(self.lang));
        head.chain(blocks).collect::<Vec<_>>().join("\n")
    }

    fn of_requirement(&self, requirement: &Requirement) -> FindablePage {
        let title = self.word(&requirement.title);
        let page = self.page(FoundKind::Requirement, None, title, &RequirementPage(&requirement.id));
        let own = requirement.text.as_ref().map(|text| to_plain(text.get(self.lang)));
        let asked = requirement.parameters.iter().flat_map(|parameter| {
            std::iter::once(&parameter.label).chain(parameter.values.iter().map(|(_, words)| words))
        });
        let text: Vec<String> = own.into_iter().chain(asked.map(|words| self.word(words))).collect();
        one_place(page, String::new(), text.join("\n"))
    }

    fn of_own_page(&self, page: &OwnPage) -> FindablePage {
        let set = page.region.as_ref().and_then(|key| self.site.corpus.set(key));
        let found = self.page(FoundKind::Page, set, self.word(&page.title), &OwnPageOf(page));
        one_place(found, String::new(), plain_blocks(page.text.get(self.lang).blocks()))
    }

    fn of_references(&self, corpus: &'a Corpus) -> FindablePage {
        let title = self.site.messages.text("references-title");
        let page = self.page(FoundKind::Page, None, title, &ReferencesPage);
        let cited = |kind: &'static str, list: &'a [Citation]| {
            list.iter().map(move |citation| self.of_citation(kind, citation))
        };
        let terms = (1..).zip(&corpus.terms).map(|(at, term)| FindablePlace {
            anchor: format!("_term-{at}"),
            caption: if self.lang == Lang::Ja { term.ja.clone() } else { term.en.clone() },
            text: if self.lang == Lang::Ja { term.en.clone() } else { term.ja.clone() },
            ..FindablePlace::default()
        });
        let places = cited("law", &corpus.laws).chain(cited("guideline", &corpus.guidelines)).chain(terms);
        FindablePage { places: places.collect(), ..page }
    }

    fn of_citation(&self, kind: &str, citation: &Citation) -> FindablePlace {
        let optional = [&citation.short, &citation.number, &citation.issuer].into_iter().flatten();
        let words = optional.chain(citation.versions.iter().map(|version| &version.name));
        FindablePlace {
            anchor: format!("{kind}-{}", citation.id),
            caption: self.word(&citation.name),
            text: words.map(|words| self.word(words)).collect::<Vec<_>>().join(" "),
            ..FindablePlace::default()
        }
    }
}

/// Returns `page` as one place.
fn one_place(page: FindablePage, number: String, text: String) -> FindablePage {
    let place = FindablePlace { number, caption: page.title.clone(), text, ..FindablePlace::default() };
    FindablePage { places: vec![place], ..page }
}
