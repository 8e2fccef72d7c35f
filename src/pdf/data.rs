//! A document or form as data for the Typst templates: every string already in the language of the sheet, in the
//! order in which it is printed. The templates decide how it looks and nothing else.

pub(super) mod copies;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::overlay::places::OverlayBody;
use super::paper::{PaperDivision, PaperMedium, PaperProvision, booklet_anchor, booklet_form_anchor};
use super::report::{self, Report};
use crate::base::locale::Messages;
use crate::base::markup::TypstInline;
use crate::base::notation::dates;
use crate::compare::amend::View;
use crate::content::{SetKey, Standing};
use crate::corpus::query::notices;
use crate::corpus::{Corpus, Document, Form, Set};
use crate::forms::{self, BlockView, CopyView, PrintedValue};
use crate::impact::ImpactView;

/// The values of a form's places, by their paths.
pub(super) type Values = BTreeMap<String, PrintedValue>;

/// The data that every sheet has.
#[derive(Debug, Serialize)]
pub(super) struct SheetData {
    lang: &'static str,
    title: String,
    short_title: String,
    /// 様式第１号
    label: Option<String>,
    subtitle: Option<String>,
    author: String,
    edition: String,
    /// Year, month, day.
    date: Option<(i16, i8, i8)>,
    notices: Vec<String>,
    words: SheetLabels,
    #[serde(flatten)]
    body: Body,
}

impl SheetData {
    /// Returns the sheet with `notice` before all others.
    pub(super) fn with_first_notice(mut self, notice: Option<String>) -> Self {
        self.notices.splice(0..0, notice);
        self
    }
}

/// Words that the templates print themselves.
#[derive(Debug, Serialize)]
struct SheetLabels {
    notice: String,
    contents: String,
    ki: String,
    closing: String,
    overleaf: String,
    seal: String,
    seal_description: String,
    seal_or_signature: String,
    required: String,
    either: String,
    /// 枚中枚目, with `{number}` and `{total}` in their places.
    sheet_of: String,
    /// 続紙, likewise.
    continuation: String,
    office_use: String,
}

/// The data of each kind of sheet.
#[derive(Debug, Serialize)]
#[serde(tag = "sheet", rename_all = "lowercase")]
enum Body {
    Document {
        style: Box<DocumentStyle>,
        cover: Option<SheetCover>,
        notes: Vec<PaperProvision>,
        /// The list of contents that is a part of the text, each line with its depth.
        own_contents: Vec<(usize, String)>,
        divisions: Vec<PaperDivision>,
    },
    Form(Box<FormBody>),
    Conformance(Box<Report>),
    Amendment {
        table: Box<View>,
    },
    Impact {
        impact: Box<ImpactView>,
    },
    Booklet(Box<BookletBody>),
    Overlay(Box<OverlayBody>),
}

/// All documents and forms of a set in one file.
#[derive(Debug, Serialize)]
struct BookletBody {
    parts: Vec<BookletPart>,
}

/// A document or form of a booklet.
#[derive(Debug, Serialize)]
struct BookletPart {
    anchor: String,
    /// The title of the group that begins with it.
    group: Option<String>,
    part: SheetData,
}

#[derive(Debug, Serialize)]
struct FormBody {
    basis: Option<String>,
    origin: String,
    copies: Vec<CopyView>,
    blocks: Vec<PaperBlock>,
    /// The values filled in, by their paths: `users[1].name`.
    values: Values,
    /// The values of further sheets of the form, which follow in the same file.
    more: Vec<Values>,
    /// Whether it is a later part of a long file, whose anchors and title stand in the first.
    further: bool,
    /// Whether each place to fill in is a link `x-field:PATH`, by which a field is found that is put over it.
    fillable: bool,
    /// Whether the form's page gets a replica of the sheet: then the links say how letters stand in their places, and there is a
    /// continuation sheet of each table, of which the page makes as many as it needs.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    replica: bool,
    /// Of a sheet over which values are laid later, so that its links say all that this needs: the rows of which some will be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    under: Option<BTreeSet<String>>,
    /// The sizes of letters of its faces, by their names, where they were decided before; empty where they are to be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    sizes: Option<FaceSizes>,
}

/// The sizes of letters of the faces of a form: their places in the list of `form.typ`, by the faces' names.
pub(super) type FaceSizes = BTreeMap<String, u32>;

/// The look that the settings choose for documents; what they do not choose is as the templates have it.
#[derive(Debug, Serialize)]
struct DocumentStyle {
    /// The margins in millimetres, by their names in typst.
    margins: BTreeMap<&'static str, u32>,
    mincho: bool,
    contents: bool,
    seal: Option<TypstInline>,
}

#[derive(Debug, Serialize)]
struct SheetCover {
    date: Option<String>,
    issuer: Option<String>,
    name: Option<String>,
}

/// A part of a form.
type PaperBlock = BlockView<Vec<Vec<TypstInline>>, PaperProvision>;

/// A document as data.
pub(super) fn document_sheet_data(corpus: &Corpus, set: &Set, document: &Document, messages: &Messages) -> SheetData {
    document_data(corpus, set, document, &PaperMedium { home: (&set.key, &document.id), in_booklet: false, messages })
}

fn document_data(corpus: &Corpus, set: &Set, document: &Document, writer: &PaperMedium<'_>) -> SheetData {
    let messages = writer.messages;
    let lang = messages.lang();
    let date = |date: Date| dates::write_date(date, document.dates, lang);
    let cover = document.cover.as_ref().map(|cover| SheetCover {
        date: cover.date.map(date),
        issuer: writer.optional(cover.issuer.as_ref()),
        name: writer.optional(cover.name.as_ref()),
    });
    let state = notices::of_days(corpus, set, document, messages);
    SheetData {
        lang: lang.code(),
        title: document.title.get(lang).clone(),
        short_title: document.short_title.get(lang).clone(),
        label: None,
        subtitle: None,
        author: set.council.get(lang).clone(),
        edition: notices::edition(document, messages),
        date: notices::metadata_date(document).map(sheet_date),
        notices: state.into_iter().chain(notices::of_document(document, set, messages)).collect(),
        words: sheet_labels(messages),
        body: Body::Document {
            style: Box::new(document_style(corpus, set, document, messages)),
            cover,
            notes: writer.nodes(&document.notes),
            own_contents: document.own_contents(lang).into_iter().map(|line| (line.depth, line.words)).collect(),
            divisions: document.divisions.iter().map(|division| writer.part(division)).collect(),
        },
    }
}

fn document_style(corpus: &Corpus, set: &Set, document: &Document, messages: &Messages) -> DocumentStyle {
    let style = &corpus.sheet_style;
    let names = ["top", "bottom", "left", "right"];
    let margins = names.into_iter().zip(style.margins).filter_map(|(name, given)| Some((name, given?)));
    // A seal says that its owner issued the document: nobody's draft, nobody else's text.
    let owner = corpus.identity.organisation.as_ref();
    let is_sealed = document.standing == Standing::Official && owner.is_some_and(|owner| owner.ja == set.council.ja);
    let seal = style.seal.as_ref().filter(|_| is_sealed && !set.key.is_edition());
    DocumentStyle {
        margins: margins.collect(),
        mincho: style.mincho,
        contents: !style.without_contents,
        seal: seal
            .map(|seal| TypstInline::Picture { path: seal.path.clone(), alt: seal.alt.get(messages.lang()).clone() }),
    }
}

/// A form as data, with what is filled in.
pub(super) fn form_sheet_data(
    set: &Set,
    form: &Form,
    values: &Values,
    fillable: bool,
    messages: &Messages,
) -> SheetData {
    form_data(set, form, values, fillable, &PaperMedium { home: (&set.key, ""), in_booklet: false, messages })
}

/// A blank form as data for the replica on its page.
pub(super) fn replica_sheet_data(set: &Set, form: &Form, messages: &Messages) -> SheetData {
    let mut sheet = form_sheet_data(set, form, &Values::new(), true, messages);
    if let Body::Form(body) = &mut sheet.body {
        body.replica = true;
    }
    sheet
}

fn form_data(set: &Set, form: &Form, values: &Values, fillable: bool, writer: &PaperMedium<'_>) -> SheetData {
    let messages = writer.messages;
    let lang = messages.lang();
    let source = form.source.as_ref();
    let issuer = set.council.get(lang).as_str();
    SheetData {
        lang: lang.code(),
        title: form.title.get(lang).clone(),
        short_title: form.title.get(lang).clone(),
        label: form.label.as_ref().map(|label| label.get(lang).to_owned()),
        subtitle: writer.optional(form.subtitle.as_ref()),
        author: issuer.to_owned(),
        edition: set.name.get(lang).clone(),
        date: source.map(|source| sheet_date(source.dated.unwrap_or(source.read))),
        notices: notices::of_form(form, set, messages),
        words: sheet_labels(messages),
        body: Body::Form(Box::new(FormBody {
            basis: form.basis.as_ref().map(|(_, cite)| messages.with("form-basis", &[("provision", cite.get(lang))])),
            origin: messages.with(&format!("origin-mark-{}", form.origin.word()), &[("issuer", issuer)]),
            copies: forms::copies(form, messages),
            blocks: forms::view_blocks(&form.blocks, writer),
            values: values.clone(),
            more: Vec::new(),
            further: false,
            fillable,
            replica: false,
            under: None,
            sizes: None,
        })),
    }
}

/// Whether a set has a booklet: a region with more than one document or form.
pub(super) fn has_booklet(set: &Set) -> bool {
    matches!(set.key, SetKey::Region(_)) && set.documents.len() + set.forms.len() > 1
}

/// Returns the documents and forms of `set` as the data of one file, in the order of its page. Forms are blank and stand in
/// it once, however many copies are handed in.
pub(super) fn booklet_sheet_data(corpus: &Corpus, set: &Set, messages: &Messages) -> SheetData {
    let lang = messages.lang();
    let mut parts = Vec::new();
    for (mut group, documents) in set.document_groups(messages) {
        for document in documents {
            let writer = PaperMedium { home: (&set.key, &document.id), in_booklet: true, messages };
            let part = document_data(corpus, set, document, &writer);
            parts.push(BookletPart { anchor: booklet_anchor(&document.id, ""), group: group.take(), part });
        }
    }
    let mut group = Some(messages.text("forms"));
    for form in &set.forms {
        let anchor = booklet_form_anchor(&form.id);
        let writer = PaperMedium { home: (&set.key, &anchor), in_booklet: true, messages };
        let part = form_data(set, form, &Values::new(), false, &writer);
        parts.push(BookletPart { anchor, group: group.take(), part });
    }
    let title = booklet_title(set, messages);
    SheetData {
        lang: lang.code(),
        short_title: title.clone(),
        title,
        label: None,
        subtitle: None,
        author: set.council.get(lang).clone(),
        edition: String::new(),
        date: set.documents.iter().filter_map(notices::metadata_date).max().map(sheet_date),
        notices: notices::of_booklet(set, messages),
        words: sheet_labels(messages),
        body: Body::Booklet(Box::new(BookletBody { parts })),
    }
}

/// Returns the title of the booklet of `set`.
#[must_use]
pub fn booklet_title(set: &Set, messages: &Messages) -> String {
    messages.with("booklet-title", &[("region", set.name.get(messages.lang()))])
}

/// Returns the standing of `set` to the baseline as data.
pub(super) fn conformance_sheet_data(corpus: &Corpus, set: &Set, messages: &Messages) -> SheetData {
    let lang = messages.lang();
    let documents = || corpus.set(&SetKey::Baseline).into_iter().chain([set]).flat_map(|set| &set.documents);
    // A report is as of the latest reading. The day of the build would make the same content give other bytes
    // tomorrow.
    let read = documents().filter_map(|document| document.source.as_ref()).map(|source| source.read).max();
    let date = read.or_else(|| documents().filter_map(notices::metadata_date).max());
    let official = notices::conformance_standing(set) == Standing::Official;
    let title = messages.with("report-heading", &[("region", set.name.get(lang))]);
    SheetData {
        lang: lang.code(),
        short_title: title.clone(),
        title,
        label: None,
        subtitle: None,
        author: if official { set.council.get(lang).clone() } else { messages.text("report-editors") },
        edition: read.map_or_else(String::new, |read| {
            messages.with("as-read", &[("date", &dates::write_date(read, report::date_style(set), lang))])
        }),
        date: date.map(sheet_date),
        notices: notices::of_conformance(corpus, set, messages),
        words: sheet_labels(messages),
        body: Body::Conformance(Box::new(report::region_report(corpus, set, messages))),
    }
}

/// The comparison table of an amendment as data.
pub(super) fn amendment_sheet_data(view: &View, messages: &Messages) -> SheetData {
    SheetData {
        lang: messages.lang().code(),
        title: view.title.clone(),
        short_title: view.document.clone(),
        label: None,
        subtitle: None,
        author: view.issuer.clone(),
        edition: view.name.clone(),
        date: view.date.map(sheet_date),
        notices: view.notices.clone(),
        words: sheet_labels(messages),
        body: Body::Amendment { table: Box::new(view.clone()) },
    }
}

/// The impact of a changed baseline as data.
pub(super) fn impact_sheet_data(view: &ImpactView, messages: &Messages) -> SheetData {
    SheetData {
        lang: messages.lang().code(),
        title: view.title.clone(),
        short_title: view.title.clone(),
        label: None,
        subtitle: None,
        author: String::new(),
        edition: String::new(),
        date: None,
        notices: Vec::new(),
        words: sheet_labels(messages),
        body: Body::Impact { impact: Box::new(view.clone()) },
    }
}

fn sheet_date(date: Date) -> (i16, i8, i8) {
    (date.year(), date.month(), date.day())
}

fn sheet_labels(messages: &Messages) -> SheetLabels {
    SheetLabels {
        notice: messages.text("notice-label"),
        contents: messages.text("contents"),
        ki: messages.text("ki"),
        closing: messages.text("closing"),
        overleaf: messages.text("overleaf"),
        seal: messages.text("seal-mark"),
        seal_description: messages.text("seal-mark-description"),
        seal_or_signature: messages.text("seal-or-signature"),
        required: messages.text("required"),
        either: messages.text("either"),
        // The template counts its own pages, so that it gets the sentence with its gaps.
        sheet_of: forms::sheet_of(messages, "{number}", "{total}"),
        continuation: messages.with("continuation", &[("number", "{number}"), ("total", "{total}")]),
        office_use: messages.text("office-use"),
    }
}
