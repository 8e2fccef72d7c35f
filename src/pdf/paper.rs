//! Provisions and running text as the Typst templates take them.

use serde::Serialize;

use crate::base::locale::{Lang, Messages};
use crate::base::markup::{PaperTarget, TypstInline, to_typst};
use crate::content::SetKey;
use crate::corpus::{Division, Pair, Provision, Target, Text, Words};
use crate::forms::{self, CellTableView, ContactView, Medium};

#[derive(Debug, Serialize)]
pub(super) struct PaperDivision {
    role: &'static str,
    anchor: String,
    label: Option<String>,
    title: Option<String>,
    columns: Vec<String>,
    provisions: Vec<PaperProvision>,
}

#[derive(Debug, Serialize)]
pub(super) struct PaperProvision {
    anchor: String,
    /// `article`, `item` … or null.
    kind: Option<&'static str>,
    label: String,
    /// The number that its text bears as a first paragraph.
    first_label: String,
    caption: Option<String>,
    /// The caption as an article prints it: （目的）.
    bracketed: Option<String>,
    texts: PaperText,
    /// The language of the text, where it is not the sheet's.
    text_lang: Option<&'static str>,
    items: Vec<Self>,
    paragraphs: Vec<Self>,
    columns: Vec<String>,
    /// Details below the text.
    contact: Option<ContactView>,
    /// A table below that.
    table: Option<CellTableView<PaperText>>,
}

/// A running text: its paragraphs.
type PaperText = Vec<Vec<TypstInline>>;

/// Writes one document or form in one language.
pub(super) struct PaperMedium<'a> {
    /// The set and the document whose anchors are on the same sheets.
    pub(super) home: (&'a SetKey, &'a str),
    /// Whether the other documents and the forms of the set are in the same file, so that anchors need the id of theirs.
    pub(super) in_booklet: bool,
    pub(super) messages: &'a Messages,
}

/// Returns the anchor of a document in a booklet, or of a provision in it.
pub(super) fn booklet_anchor(document: &str, anchor: &str) -> String {
    if anchor.is_empty() { document.to_owned() } else { format!("{document}/{anchor}") }
}

/// Returns the anchor of a form in a booklet. No document has such an id.
pub(super) fn booklet_form_anchor(form: &str) -> String {
    format!("forms/{form}")
}

impl PaperMedium<'_> {
    fn lang(&self) -> Lang {
        self.messages.lang()
    }

    pub(super) fn word(&self, words: &Words) -> String {
        words.get(self.lang()).clone()
    }

    pub(super) fn optional(&self, words: Option<&Words>) -> Option<String> {
        words.map(|words| self.word(words))
    }

    /// The anchor of a provision or division as it stands in the file.
    fn anchor(&self, anchor: &str) -> String {
        // What has no anchor needs none here either.
        if self.in_booklet && !anchor.is_empty() { booklet_anchor(self.home.1, anchor) } else { anchor.to_owned() }
    }

    fn on_paper(&self, target: &Target) -> PaperTarget {
        match target {
            Target::Provision { set, document, anchor } if self.in_booklet && set == self.home.0 => {
                PaperTarget::Here(booklet_anchor(document, anchor))
            }
            // A sheet goes out alone. What stands on another is named there, and not linked.
            Target::Provision { set, document, anchor } if (set, document.as_str()) == self.home => {
                PaperTarget::Here(anchor.clone())
            }
            Target::Form { set, form } if self.in_booklet && set == self.home.0 => {
                PaperTarget::Here(booklet_form_anchor(form))
            }
            Target::Address { address, .. } => PaperTarget::Outside(address.clone()),
            Target::Field(id) => PaperTarget::Blank(id.clone()),
            Target::Provision { .. }
            | Target::Form { .. }
            | Target::Law { .. }
            | Target::Guideline { .. }
            | Target::Table { .. }
            | Target::Contact { .. }
            | Target::Unavailable { .. } => PaperTarget::Nowhere,
        }
    }

    pub(super) fn part(&self, division: &Division) -> PaperDivision {
        PaperDivision {
            role: division.role.word(),
            anchor: self.anchor(&division.anchor),
            label: self.optional(division.label.as_ref()),
            title: self.optional(division.title.as_ref()),
            columns: division.columns.iter().map(|column| self.word(column)).collect(),
            provisions: self.nodes(&division.provisions),
        }
    }

    pub(super) fn nodes(&self, provisions: &[Provision]) -> Vec<PaperProvision> {
        provisions.iter().map(|provision| self.node(provision)).collect()
    }

    pub(super) fn node(&self, provision: &Provision) -> PaperProvision {
        let caption = self.optional(provision.caption.as_ref());
        let pair: &Pair = &provision.label;
        PaperProvision {
            anchor: self.anchor(&provision.anchor),
            kind: provision.kind.map(crate::content::Kind::word),
            label: pair.get(self.lang()).to_owned(),
            first_label: provision.first_label.get(self.lang()).to_owned(),
            bracketed: caption.as_ref().map(|caption| self.messages.with("caption-article", &[("caption", caption)])),
            caption,
            texts: provision.text.as_ref().map_or_else(Vec::new, |text| self.text(text)),
            // So that a voice does not read Japanese as English.
            text_lang: provision
                .text
                .as_ref()
                .map(|text| text.given(self.lang()))
                .filter(|given| *given != self.lang())
                .map(Lang::code),
            items: self.nodes(&provision.items),
            paragraphs: self.nodes(&provision.paragraphs),
            columns: provision.columns.iter().map(|column| self.word(column)).collect(),
            contact: provision.contact.as_ref().map(|contact| ContactView::of(contact, self.messages)),
            table: provision
                .table
                .as_ref()
                .map(|table| forms::cell_table(table, self.lang(), &|text| Medium::text(self, text))),
        }
    }
}

impl Medium for PaperMedium<'_> {
    type Text = PaperText;
    type Node = PaperProvision;

    fn messages(&self) -> &Messages {
        self.messages
    }

    fn text(&self, text: &Text) -> Self::Text {
        text.get(self.lang()).iter().map(|paragraph| to_typst(paragraph, &|target| self.on_paper(target))).collect()
    }

    fn provisions(&self, provisions: &[Provision]) -> Vec<PaperProvision> {
        self.nodes(provisions)
    }
}
