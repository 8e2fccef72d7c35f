//! A set's own page, its card on the home page, and its appended tables.

use serde::Serialize;

use super::compare;
use super::conformance::Tally;
use super::labelled;
use super::links::Page;
use super::pages::{LinkView, PdfView, Site, link};
use super::provisions::{TextView, Views};
use crate::content::{SetKey, Standing};
use crate::corpus::{Block, BlockKind, Document, Form, Provision, Set, Target, Text};
use crate::forms::{self, ContactView, TableView};
use crate::notation::dates::{self, DateStyle};
use crate::{notices, pdf};

/// A set with what it holds.
#[derive(Debug, Serialize)]
pub(super) struct SetCard {
    name: String,
    council: String,
    summary: String,
    href: String,
    is_baseline: bool,
    documents: Vec<DocumentCard>,
    forms: Vec<FormCard>,
}

#[derive(Debug, Serialize)]
struct DocumentCard {
    title: String,
    edition: String,
    href: String,
    both: String,
    pdf: Option<PdfView>,
    official: bool,
}

#[derive(Debug, Serialize)]
struct FormCard {
    label: Option<String>,
    title: String,
    purpose: Option<String>,
    href: String,
    pdf: Option<PdfView>,
    origin: String,
    basis: Option<LinkView>,
}

/// A set's page.
#[derive(Debug, Serialize)]
pub(super) struct SetView {
    #[serde(flatten)]
    card: SetCard,
    report: Option<ReportCard>,
    tables: Vec<LinkView>,
    contacts: Vec<ContactView>,
    unavailable: Vec<UnavailableView>,
    conformance: Option<ConformanceCard>,
    /// The ways to what it can be compared with.
    comparing: Vec<LinkView>,
    editor_notes: Vec<NotedPlace>,
}

/// The report on how a region stands to the baseline.
#[derive(Debug, Serialize)]
struct ReportCard {
    title: String,
    /// What it is and who made it.
    about: String,
    pdf: PdfView,
}

/// The way to how the set stands to the baseline, or from the baseline to how regions stand to it.
#[derive(Debug, Serialize)]
struct ConformanceCard {
    href: String,
    words: String,
}

#[derive(Debug, Serialize)]
struct UnavailableView {
    id: String,
    title: String,
    dated: Option<String>,
    text: TextView,
}

/// Notes of an editor and the place that they are about.
#[derive(Debug, Serialize)]
struct NotedPlace {
    place: LinkView,
    notes: Vec<TextView>,
}

/// An appended table with the forms that choose from it.
#[derive(Debug, Serialize)]
pub(super) struct TableEntry {
    table: TableView,
    used_by: Vec<LinkView>,
}

impl Site<'_> {
    pub(super) fn card(&self, set: &Set, views: &Views<'_>) -> SetCard {
        SetCard {
            name: views.word(&set.name),
            council: views.word(&set.council),
            summary: views.word(&set.summary),
            href: views.links.to(Page::Set(&set.key)),
            is_baseline: set.key == SetKey::Baseline,
            documents: set.documents.iter().map(|document| self.document_card(set, document, views)).collect(),
            forms: set.forms.iter().map(|form| self.form_card(set, form, views)).collect(),
        }
    }

    fn document_card(&self, set: &Set, document: &Document, views: &Views<'_>) -> DocumentCard {
        DocumentCard {
            title: views.word(&document.title),
            edition: notices::edition(document, self.messages),
            href: views.links.to(Page::Document(&set.key, &document.id)),
            both: views.links.to(Page::Both(&set.key, &document.id)),
            pdf: self.pdf(&pdf::document_path(self.lang(), &set.key, &document.id), views),
            official: document.standing == Standing::Official,
        }
    }

    fn form_card(&self, set: &Set, form: &Form, views: &Views<'_>) -> FormCard {
        FormCard {
            label: form.label.as_ref().map(|label| label.get(self.lang()).to_owned()),
            title: views.word(&form.title),
            purpose: views.optional(form.purpose.as_ref()),
            href: views.links.to(Page::Form(&set.key, &form.id)),
            pdf: self.pdf(&pdf::form_path(self.lang(), &set.key, &form.id), views),
            origin: self.origin_mark(set, form),
            basis: self.basis(form, views),
        }
    }

    pub(super) fn set_view(&self, set: &Set, views: &Views<'_>) -> SetView {
        let lang = self.lang();
        let page = views.links.to(Page::Tables(&set.key));
        let table = |table: &crate::corpus::CodeTable| {
            link(labelled(table.label.as_ref(), &table.title, lang), format!("{page}#{}", table.id))
        };
        SetView {
            card: self.card(set, views),
            report: self.pdf(&pdf::conformance_path(lang, &set.key), views).map(|pdf| ReportCard {
                title: self.messages.with("report-heading", &[("region", set.name.get(lang))]),
                about: self.messages.text(&format!("report-about-{}", notices::conformance_standing(set).word())),
                pdf,
            }),
            tables: set.tables.iter().map(table).collect(),
            contacts: set.contacts.iter().map(|contact| ContactView::of(contact, self.messages)).collect(),
            unavailable: set
                .unavailable
                .iter()
                .map(|document| UnavailableView {
                    id: document.id.clone(),
                    title: views.word(&document.title),
                    dated: document.dated.map(|date| dates::write(date, DateStyle::default(), lang)),
                    text: document.text.as_ref().map(|text| views.text(text)).unwrap_or_default(),
                })
                .collect(),
            conformance: self.conformance_card(set, views),
            comparing: compare::links_of(&set.key, views),
            editor_notes: self.noted_places(set, views),
        }
    }

    fn conformance_card(&self, set: &Set, views: &Views<'_>) -> Option<ConformanceCard> {
        if self.corpus.groups.is_empty() {
            return None;
        }
        Some(match self.column(&set.key) {
            Some(column) => ConformanceCard {
                href: views.links.to(Page::Stand(&set.key)),
                words: Tally::of(&column.entries).sentence(self.messages),
            },
            None => ConformanceCard {
                href: views.links.to(Page::Conformance),
                words: self.messages.text("conformance-lead"),
            },
        })
    }

    /// Every place of the set that an editor has raised something about, documents first.
    fn noted_places(&self, set: &Set, views: &Views<'_>) -> Vec<NotedPlace> {
        let mut places = Vec::new();
        let mut add = |label: String, href: String, notes: &[Text]| {
            if !notes.is_empty() {
                places.push(NotedPlace { place: link(label.trim(), href), notes: views.texts(notes) });
            }
        };
        for document in &set.documents {
            let page = views.links.to(Page::Document(&set.key, &document.id));
            let title = views.word(&document.short_title);
            add(title.clone(), page.clone(), &document.editor_notes);
            document.walk(&mut |provision| {
                let label = format!("{title} {}", self.name_of(provision));
                add(label, format!("{page}#{}", provision.anchor), &provision.editor_notes);
            });
        }
        for form in &set.forms {
            let page = views.links.to(Page::Form(&set.key, &form.id));
            add(labelled(form.label.as_ref(), &form.title, self.lang()), page, &form.editor_notes);
        }
        places
    }

    /// What a provision is called in a list: its number, or its caption where it bears none.
    fn name_of(&self, provision: &Provision) -> String {
        let cite = provision.cite.get(self.lang());
        match &provision.caption {
            Some(caption) if cite.is_empty() => caption.get(self.lang()).clone(),
            _ => cite.to_owned(),
        }
    }

    pub(super) fn tables(&self, set: &Set, views: &Views<'_>) -> Vec<TableEntry> {
        let used_by = |id: &str| {
            let forms = set.forms.iter().filter(|form| form.blocks.iter().any(|block| uses(block, id)));
            forms.map(|form| link(views.word(&form.title), views.links.to(Page::Form(&set.key, &form.id)))).collect()
        };
        set.tables
            .iter()
            .map(|table| TableEntry { table: forms::table(table, self.lang()), used_by: used_by(&table.id) })
            .collect()
    }
}

/// Whether the block draws the table `id` or chooses from it.
fn uses(block: &Block, id: &str) -> bool {
    let chosen = block.kind.fields().iter().filter_map(|field| field.table.as_ref());
    let is_this = |(target, _): &(Target, _)| matches!(target, Target::Table { table, .. } if table == id);
    let drawn = matches!(&block.kind, BlockKind::Table(table) if table.id == id);
    drawn || chosen.into_iter().any(is_this) || block.kind.inner().iter().any(|block| uses(block, id))
}
