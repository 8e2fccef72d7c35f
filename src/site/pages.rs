//! What each page shows.

use std::collections::BTreeMap;

use serde::Serialize;

use super::both::{self, Row};
use super::changes::ChangeView;
use super::citations::{self, ReferencesView};
use super::compare::{self, Comparison, Download, PairView, PickView, Sides, TopicView};
use super::conformance::{self, Column, HomeView, RegionView, RequirementView};
use super::editions::{self, PastView, VersionView};
use super::entries::{self, Entries};
use super::forms::Piece;
use super::links::{Links, Page};
use super::provisions::{ContentsEntry, DivisionView, ProvisionView, TextView, Views, set_marks};
use super::sets::{SetCard, SetView, TableEntry};
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, Document, Form, Set};
use crate::forms::{self, CopyView};
use crate::locale::{Lang, Messages};
use crate::notation::dates;
use crate::{notices, pdf};

/// The PDFs of this run, by path: the size in bytes, and whether it can be filled in on the screen.
pub(super) type Pdfs = BTreeMap<String, (usize, bool)>;

/// What pages are made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) corpus: &'a Corpus,
    /// How each region stands to the baseline.
    pub(super) columns: &'a [Column<'a>],
    /// What each set says on each topic.
    pub(super) comparison: &'a Comparison<'a>,
    pub(super) sides: &'a Sides<'a>,
    pub(super) pdfs: &'a Pdfs,
    pub(super) messages: &'a Messages,
}

/// A link with its words.
#[derive(Debug, Serialize)]
pub(super) struct LinkView {
    pub(super) label: String,
    pub(super) href: String,
}

/// A PDF to download.
#[derive(Debug, Serialize)]
pub(super) struct PdfView {
    href: String,
    /// The size in kilobytes.
    kilobytes: usize,
    /// Whether it can be filled in on the screen.
    fillable: bool,
}

/// What every document page and form page says of itself.
#[derive(Debug, Serialize)]
pub(super) struct Standings {
    official: bool,
    notices: Vec<String>,
}

/// The content of a page, by its template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Content {
    Home { sets: Vec<SetCard>, baseline: Option<SetCard> },
    About,
    References(ReferencesView),
    Set(Box<SetView>),
    Tables { tables: Vec<TableEntry>, past: Option<PastView> },
    Document(Box<DocumentView>),
    Both(Box<BothView>),
    Amendment(Box<ChangeView>),
    Form(Box<FormView>),
    Conformance(Box<HomeView>),
    Stand(Box<RegionView>),
    Requirement(Box<RequirementView>),
    Comparison(Box<compare::HomeView>),
    Topic(Box<TopicView>),
    Pair(Box<PairView>),
    Pick(Box<PickView>),
}

impl Content {
    /// The file to download that goes with the page.
    pub(super) fn download(&mut self) -> Option<&mut Download> {
        match self {
            Self::Comparison(home) => home.table.as_mut(),
            Self::Topic(topic) => Some(&mut topic.table),
            Self::Pair(pair) => Some(&mut pair.table),
            _ => None,
        }
    }
}

/// A document's page.
#[derive(Debug, Serialize)]
pub(super) struct DocumentView {
    full_title: String,
    edition: String,
    standing: Standings,
    editor_notes: Vec<TextView>,
    cover: Option<CoverView>,
    notes: Vec<ProvisionView>,
    contents: Vec<ContentsEntry>,
    divisions: Vec<DivisionView>,
    pdf: Option<PdfView>,
    /// The page with both languages; an earlier edition has none.
    both: Option<String>,
    /// The ways to what it can be compared with.
    comparing: Vec<LinkView>,
    /// Of an earlier edition: that it was superseded.
    past: Option<PastView>,
    /// Every version, where there is more than one.
    history: Vec<VersionView>,
    /// The way to the same document in the other language, for the switch beside each heading.
    elsewhere: String,
}

#[derive(Debug, Serialize)]
struct CoverView {
    date: Option<String>,
    issuer: Option<String>,
    name: Option<String>,
}

/// A document's page with both languages.
#[derive(Debug, Serialize)]
pub(super) struct BothView {
    standing: Standings,
    titles: [String; 2],
    rows: Vec<Row>,
    document: String,
}

/// A form's page.
#[derive(Debug, Serialize)]
pub(super) struct FormView {
    label: Option<String>,
    form_title: String,
    subtitle: Option<String>,
    purpose: Option<String>,
    basis: Option<LinkView>,
    /// （第六条関係）
    basis_note: Option<String>,
    origin_mark: String,
    model: Option<LinkView>,
    /// Of a form of an earlier edition, which nobody is to fill in.
    past: Option<PastView>,
    standing: Standings,
    editor_notes: Vec<TextView>,
    copies: Vec<CopyView>,
    blocks: Vec<Piece>,
    /// What each block asks for.
    entries: Entries,
    /// Whether there is anything to fill in.
    asks: bool,
    /// Whether what is filled in may be kept in the browser.
    draft: bool,
    /// What the scripts know of the form, and their words, as JSON.
    spec: String,
    words: String,
    pdf: Option<PdfView>,
}

impl<'a> Site<'a> {
    pub(super) fn lang(&self) -> Lang {
        self.messages.lang()
    }

    fn views(&self, from: &'a str) -> Views<'a> {
        Views { links: Links { corpus: self.corpus, from, lang: self.lang() }, messages: self.messages }
    }

    /// The content of `page`, whose file is `from`; `None` if the corpus does not hold what it shows.
    pub(super) fn content(&self, page: Page<'_>, from: &'a str) -> Option<Content> {
        let views = self.views(from);
        Some(match page {
            Page::Home => Content::Home {
                sets: self.regions().map(|set| self.card(set, &views)).collect(),
                baseline: self.corpus.set(&SetKey::Baseline).map(|set| self.card(set, &views)),
            },
            Page::About => Content::About,
            Page::References => Content::References(citations::of(self.corpus, &views)),
            Page::Set(key) => Content::Set(Box::new(self.set_view(self.corpus.set(key)?, &views))),
            Page::Tables(key) => {
                let set = self.corpus.set(key)?;
                Content::Tables {
                    tables: self.tables(set, &views),
                    past: editions::past_form(self.corpus, set, None, &views),
                }
            }
            Page::Document(key, id) => {
                let (set, document) = self.document(key, id)?;
                Content::Document(Box::new(self.document_view(set, document, &views)))
            }
            Page::Both(key, id) => {
                let (set, document) = self.document(key, id)?;
                Content::Both(Box::new(BothView {
                    standing: Self::standing(document.standing, notices::of_document(document, set, self.messages)),
                    titles: Lang::ALL.map(|lang| document.title.get(lang).clone()),
                    rows: both::rows(document, &views),
                    document: views.links.to(Page::Document(key, id)),
                }))
            }
            Page::Amendment(key, id) => Content::Amendment(Box::new(ChangeView::of(self, key, id, &views)?)),
            Page::Form(key, id) => {
                let set = self.corpus.set(key)?;
                let form = set.forms.iter().find(|form| form.id == id)?;
                Content::Form(Box::new(self.form_view(set, form, &views)))
            }
            Page::Conformance => Content::Conformance(Box::new(HomeView::of(self.corpus, self.columns, &views))),
            Page::Stand(key) => Content::Stand(Box::new(RegionView::of(self.column(key)?, &views))),
            Page::Requirement(id) => {
                Content::Requirement(Box::new(RequirementView::of(id, self.corpus, self.columns, &views)?))
            }
            Page::Comparison => {
                Content::Comparison(Box::new(compare::HomeView::of(self.comparison, self.corpus, &views)))
            }
            Page::Topic(id) => {
                Content::Topic(Box::new(TopicView::of(id, self.comparison, self.columns, self.corpus, &views)?))
            }
            Page::Pair(first, second) => {
                Content::Pair(Box::new(PairView::of((first, second), self.sides, self.corpus, &views)?))
            }
            Page::Pick => Content::Pick(Box::new(PickView::of(self.comparison, &views))),
        })
    }

    /// The regions, without the baseline.
    fn regions(&self) -> impl Iterator<Item = &'a Set> {
        self.corpus.sets.values().filter(|set| set.key != SetKey::Baseline)
    }

    /// How the region `key` stands to the baseline.
    pub(super) fn column(&self, key: &SetKey) -> Option<&'a Column<'a>> {
        self.columns.iter().find(|column| column.set.key == *key)
    }

    fn document(&self, key: &SetKey, id: &str) -> Option<(&'a Set, &'a Document)> {
        let set = self.corpus.set(key)?;
        set.documents.iter().find(|document| document.id == id).map(|document| (set, document))
    }

    pub(super) fn pdf(&self, path: &str, views: &Views<'_>) -> Option<PdfView> {
        let (size, fillable) = *self.pdfs.get(path)?;
        Some(PdfView { href: views.links.file(path), kilobytes: size.div_ceil(1000), fillable })
    }

    fn standing(standing: Standing, notices: Vec<String>) -> Standings {
        Standings { official: standing == Standing::Official, notices }
    }

    pub(super) fn origin_mark(&self, set: &Set, form: &Form) -> String {
        let issuer = set.council.get(self.lang()).as_str();
        self.messages.with(&format!("origin-mark-{}", form.origin.word()), &[("issuer", issuer)])
    }

    pub(super) fn basis(&self, form: &Form, views: &Views<'_>) -> Option<LinkView> {
        let (target, cite) = form.basis.as_ref()?;
        Some(LinkView { label: cite.get(self.lang()).to_owned(), href: views.links.target(target)? })
    }

    fn document_view(&self, set: &Set, document: &Document, views: &Views<'_>) -> DocumentView {
        let mut divisions = views.divisions(document);
        let mut notes = views.list(&document.notes, None);
        let mut marks = conformance::of_document(self.corpus, set, document, views);
        set_marks(&mut notes, &mut marks);
        for division in &mut divisions {
            set_marks(&mut division.provisions, &mut marks);
        }
        DocumentView {
            full_title: views.word(&document.title),
            edition: notices::edition(document, self.messages),
            standing: Self::standing(document.standing, notices::of_document(document, set, self.messages)),
            editor_notes: views.texts(&document.editor_notes),
            cover: document.cover.as_ref().map(|cover| CoverView {
                date: cover.date.map(|date| dates::write(date, document.dates, self.lang())),
                issuer: views.optional(cover.issuer.as_ref()),
                name: views.optional(cover.name.as_ref()),
            }),
            notes,
            contents: Views::contents(&divisions),
            divisions,
            pdf: self.pdf(&pdf::document_path(self.lang(), &set.key, &document.id), views),
            both: (!set.key.is_edition()).then(|| views.links.to(Page::Both(&set.key, &document.id))),
            comparing: compare::links_of(&set.key, views),
            past: editions::past_document(self.corpus, set, document, views),
            history: editions::history(self.corpus, set, document, views),
            elsewhere: views.links.file(&Page::Document(&set.key, &document.id).path(self.lang().other())),
        }
    }

    fn form_view(&self, set: &Set, form: &Form, views: &Views<'_>) -> FormView {
        let cite = form.basis.as_ref().map(|(_, cite)| cite.get(self.lang()));
        FormView {
            label: form.label.as_ref().map(|label| label.get(self.lang()).to_owned()),
            form_title: views.word(&form.title),
            subtitle: views.optional(form.subtitle.as_ref()),
            purpose: views.optional(form.purpose.as_ref()),
            basis: self.basis(form, views),
            basis_note: cite.map(|cite| self.messages.with("form-basis", &[("provision", cite)])),
            origin_mark: self.origin_mark(set, form),
            model: form.model.as_ref().and_then(|model| {
                Some(LinkView { label: self.messages.text("form-model"), href: views.links.target(model)? })
            }),
            past: editions::past_form(self.corpus, set, Some(&form.id), views),
            standing: Self::standing(form.standing, notices::of_form(form, set, self.messages)),
            editor_notes: views.texts(&form.editor_notes),
            copies: forms::copies(form, self.messages),
            blocks: forms::blocks(&form.blocks, views),
            entries: entries::of(form, views),
            asks: !set.key.is_edition() && entries::asks(form),
            draft: form.draft,
            spec: entries::spec(form, &set.key, self.corpus, self.lang()),
            words: entries::words(self.messages),
            pdf: self.pdf(&pdf::form_path(self.lang(), &set.key, &form.id), views),
        }
    }
}

/// A link with its words.
pub(super) fn link(label: impl Into<String>, href: impl Into<String>) -> LinkView {
    LinkView { label: label.into(), href: href.into() }
}
