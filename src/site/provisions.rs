//! Provisions as the templates take them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::links::PageLinks;
use super::pages::RequirementMark;
use crate::base::locale::{Lang, Messages};
use crate::base::markup::to_html;
use crate::content::Kind;
use crate::corpus::{CellTable, Division, Document, Provision, Role, Text, Words, is_task};
use crate::forms::{self, CellTableView, ContactView};

/// A running text: HTML by paragraphs, and whether it is in the other language for want of a translation.
#[derive(Debug, Default, Serialize)]
pub(super) struct TextView {
    pub(super) html: Vec<String>,
    /// The language of the text, where it is not the page's.
    pub(super) lang: Option<&'static str>,
}

/// One provision with everything below it.
#[derive(Debug, Serialize)]
pub(super) struct ProvisionView {
    pub(super) anchor: String,
    /// `article`, `item` …, or `plain` where it bears no number.
    pub(super) kind: &'static str,
    pub(super) label: String,
    /// Whether the number is none, but a sign such as ・ that only shows where an entry begins.
    pub(super) is_sign: bool,
    /// The number as a reference prints it and the caption, for the names of its links.
    pub(super) name: String,
    /// The number that its text bears as a first paragraph.
    pub(super) first_label: String,
    pub(super) caption: Option<String>,
    /// The caption's language, where it is not the page's.
    pub(super) caption_lang: Option<&'static str>,
    /// Whether it and its siblings make a list: none of them has a heading.
    pub(super) in_list: bool,
    /// The element of a list that begins with it: `ol` or `ul`.
    pub(super) list: &'static str,
    /// The level of its heading, 2 to 6; none where the caption is not a heading.
    pub(super) heading: Option<usize>,
    pub(super) text: TextView,
    pub(super) items: Vec<Self>,
    pub(super) paragraphs: Vec<Self>,
    pub(super) columns: Vec<String>,
    pub(super) contact: Option<ContactView>,
    pub(super) table: Option<CellTableView<Vec<String>>>,
    pub(super) editor_notes: Vec<TextView>,
    /// The requirements of the baseline that it has to do with.
    pub(super) marks: Vec<RequirementMark>,
}

/// A division with its provisions.
#[derive(Debug, Serialize)]
pub(super) struct DivisionView {
    pub(super) role: &'static str,
    pub(super) anchor: String,
    pub(super) label: Option<String>,
    pub(super) title: Option<String>,
    pub(super) columns: Vec<String>,
    pub(super) provisions: Vec<ProvisionView>,
}

/// A line of the contents list.
#[derive(Debug, Serialize)]
pub(super) struct ContentsEntry {
    pub(super) anchor: String,
    pub(super) label: String,
    pub(super) caption: String,
    /// The lines below it.
    pub(super) entries: Vec<Self>,
}

/// The place and the language of a page: what words, texts and provisions are drawn for.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageScope<'a> {
    pub(super) links: PageLinks<'a>,
    pub(super) messages: &'a Messages,
}

impl PageScope<'_> {
    fn lang(&self) -> Lang {
        self.links.lang
    }

    /// `words` in the page's language.
    pub(super) fn word(&self, words: &Words) -> String {
        words.get(self.lang()).clone()
    }

    /// `words` in the page's language, if there are any.
    pub(super) fn optional(&self, words: Option<&Words>) -> Option<String> {
        words.map(|words| self.word(words))
    }

    /// A text in the page's language.
    pub(super) fn text(&self, text: &Text) -> TextView {
        self.text_in(text, self.lang())
    }

    /// A text in `lang`.
    pub(super) fn text_in(&self, text: &Text, lang: Lang) -> TextView {
        let given = text.given(lang);
        TextView { html: self.html(text, lang), lang: (given != lang).then(|| given.code()) }
    }

    fn html(&self, text: &Text, lang: Lang) -> Vec<String> {
        text.get(lang).iter().map(|paragraph| to_html(paragraph, &self.links)).collect()
    }

    /// A table of cells in `lang`.
    pub(super) fn cell_table(&self, table: &CellTable, lang: Lang) -> CellTableView<Vec<String>> {
        forms::cell_table(table, lang, &|text| self.html(text, lang))
    }

    /// The divisions of a document.
    pub(super) fn divisions(&self, document: &Document) -> Vec<DivisionView> {
        document.divisions.iter().map(|division| self.division(division)).collect()
    }

    fn division(&self, division: &Division) -> DivisionView {
        // A division with a heading of its own pushes those of its provisions one down.
        let heading = if division.role == Role::Body { 2 } else { 3 };
        let rows = !division.columns.is_empty();
        DivisionView {
            role: division.role.word(),
            anchor: division.anchor.clone(),
            label: self.optional(division.label.as_ref()),
            title: self.optional(division.title.as_ref()),
            columns: division.columns.iter().map(|column| self.word(column)).collect(),
            provisions: self.list(&division.provisions, if rows { None } else { Some(heading) }),
        }
    }

    /// Provisions whose headings begin at `heading`; none inside a table.
    pub(super) fn list(&self, provisions: &[Provision], heading: Option<usize>) -> Vec<ProvisionView> {
        let mut views: Vec<ProvisionView> =
            provisions.iter().map(|provision| self.provision(provision, heading)).collect();
        // One heading among siblings makes sections of all of them: half a list and half sections could be read as
        // neither.
        let in_list = views.iter().all(|view| view.heading.is_none());
        for view in &mut views {
            view.in_list = in_list;
        }
        views
    }

    fn provision(&self, provision: &Provision, heading: Option<usize>) -> ProvisionView {
        let lang = self.lang();
        let own = heading.filter(|_| is_headed(provision));
        let below =
            // A table has no headings in its cells.
            if provision.columns.is_empty() { own.map_or(heading, |level| Some((level + 1).min(6))) } else { None };
        ProvisionView {
            anchor: provision.anchor.clone(),
            kind: provision.kind.map_or("plain", Kind::word),
            label: provision.label.get(lang).to_owned(),
            is_sign: is_sign(provision),
            name: self.provision_name(provision),
            first_label: provision.first_label.get(lang).to_owned(),
            caption: provision.caption.as_ref().map(|caption| bracketed(provision, caption.get(lang), self.messages)),
            caption_lang: provision
                .caption
                .as_ref()
                .map(|caption| caption.given(lang))
                .filter(|given| *given != lang)
                .map(Lang::code),
            in_list: false,
            list: if is_sign(provision) || provision.label.get(lang).is_empty() { "ul" } else { "ol" },
            heading: own,
            text: provision.text.as_ref().map_or_else(TextView::default, |text| self.text(text)),
            items: self.list(&provision.items, below),
            paragraphs: self.list(&provision.paragraphs, below),
            columns: provision.columns.iter().map(|column| self.word(column)).collect(),
            contact: provision.contact.as_ref().map(|contact| ContactView::of(contact, self.messages)),
            table: provision.table.as_ref().map(|table| self.cell_table(table, lang)),
            editor_notes: self.notes(&provision.editor_notes),
            marks: Vec::new(),
        }
    }

    /// The number of a provision as a reference prints it, with its caption: 第五条（管理者の責務）.
    pub(super) fn provision_name(&self, provision: &Provision) -> String {
        let caption = provision.caption.as_ref().map_or("", |caption| caption.get(self.lang()).as_str());
        self.captioned(provision.cite.get(self.lang()), caption)
    }

    /// A number and a caption as one name; either may be empty.
    pub(super) fn captioned(&self, cite: &str, caption: &str) -> String {
        match (cite.is_empty(), caption.is_empty() || caption == cite) {
            (false, false) => self.messages.with("provision-captioned", &[("provision", cite), ("caption", caption)]),
            (true, _) => caption.to_owned(),
            (false, true) => cite.to_owned(),
        }
    }

    /// Editor's notes, without those that are tasks for whoever writes the content.
    pub(super) fn notes(&self, notes: &[Text]) -> Vec<TextView> {
        notes.iter().filter(|note| !is_task(note)).map(|note| self.text(note)).collect()
    }

    /// The contents list: headings of the first two levels, nested as the document is.
    pub(super) fn contents(divisions: &[DivisionView]) -> Vec<ContentsEntry> {
        let mut entries = Vec::new();
        for division in divisions {
            let (label, title) =
                (division.label.clone().unwrap_or_default(), division.title.clone().unwrap_or_default());
            // The body has no heading of its own, so that its chapters are the outermost lines.
            if label.is_empty() && title.is_empty() {
                entries.extend(contents_of(&division.provisions, 1));
                continue;
            }
            let caption = if title == label { String::new() } else { title };
            let below = contents_of(&division.provisions, 2);
            entries.push(ContentsEntry { anchor: division.anchor.clone(), label, caption, entries: below });
        }
        entries
    }
}

fn contents_of(provisions: &[ProvisionView], level: usize) -> Vec<ContentsEntry> {
    let headed = provisions.iter().filter(|provision| provision.heading.is_some());
    let entry = |provision: &ProvisionView| {
        Some(ContentsEntry {
            anchor: provision.anchor.clone(),
            label: provision.label.clone(),
            caption: provision.caption.clone()?,
            // A policy has some hundred provisions; a list of all would be no overview.
            entries: if level < 2 { contents_of(&provision.items, level + 1) } else { Vec::new() },
        })
    };
    headed.filter_map(entry).collect()
}

/// Whether what stands before a provision is a sign such as ・, and no number that anybody would cite.
pub(super) fn is_sign(provision: &Provision) -> bool {
    matches!(provision.kind, Some(Kind::Bullet | Kind::Subbullet))
}

/// Sets the marks of provisions, by anchor.
pub(super) fn set_marks(views: &mut [ProvisionView], marks: &mut BTreeMap<&str, Vec<RequirementMark>>) {
    for view in views {
        view.marks = marks.remove(view.anchor.as_str()).unwrap_or_default();
        set_marks(&mut view.items, marks);
        set_marks(&mut view.paragraphs, marks);
    }
}

/// A caption, in the brackets of its language where the provision is an article.
pub(super) fn bracketed(provision: &Provision, caption: &str, messages: &Messages) -> String {
    match provision.kind {
        Some(Kind::Article) => messages.with("caption-article", &[("caption", caption)]),
        Some(_) | None => caption.to_owned(),
    }
}

/// Whether the caption of a provision is a heading.
pub(super) fn is_headed(provision: &Provision) -> bool {
    let kind_has_heading = !matches!(
        provision.kind,
        // A caption of these stands in their line; as headings they would cut the list that they are parts of.
        Some(Kind::Paragraph | Kind::Item | Kind::Subitem | Kind::Bullet | Kind::Subbullet | Kind::Note)
    );
    kind_has_heading && provision.caption.is_some()
}
