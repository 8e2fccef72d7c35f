//! Every piece of writing in a document or form, one after the other: for rules that are about all of them.

use super::model::{Block, BlockKind, Document, Form, Provision, Text, Words};

/// A piece of writing.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// A title, a caption, a name.
    Words(&'a Words),
    /// A running text.
    Text(&'a Text),
}

impl Part<'_> {
    /// Whether it stands in English too.
    #[must_use]
    pub fn is_translated(self) -> bool {
        match self {
            Self::Words(words) => words.en.is_some(),
            Self::Text(text) => text.en.is_some(),
        }
    }
}

impl Document {
    /// Calls `visit` for every piece of the document.
    pub fn each_part<'a>(&'a self, visit: &mut impl FnMut(Part<'a>)) {
        let source = self.source.iter().map(|source| &source.title);
        let cover = self.cover.iter().flat_map(|cover| cover.issuer.iter().chain(&cover.name));
        each([&self.title, &self.short_title].into_iter().chain(source).chain(cover), visit);
        for division in &self.divisions {
            each(division.label.iter().chain(&division.title).chain(&division.columns), visit);
        }
        self.walk(&mut |provision| of_provision(provision, visit));
    }

    /// Whether everything stands in English too.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        let mut whole = true;
        self.each_part(&mut |part| whole &= part.is_translated());
        whole
    }
}

impl Form {
    /// Calls `visit` for every piece of the form.
    pub fn each_part<'a>(&'a self, visit: &mut impl FnMut(Part<'a>)) {
        let source = self.source.iter().map(|source| &source.title);
        each([&self.title].into_iter().chain(&self.subtitle).chain(&self.purpose).chain(source), visit);
        self.blocks.iter().for_each(|block| of_block(block, visit));
    }

    /// Whether everything stands in English too.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        let mut whole = true;
        self.each_part(&mut |part| whole &= part.is_translated());
        whole
    }
}

fn each<'a>(words: impl IntoIterator<Item = &'a Words>, visit: &mut impl FnMut(Part<'a>)) {
    words.into_iter().for_each(|words| visit(Part::Words(words)));
}

fn of_provision<'a>(provision: &'a Provision, visit: &mut impl FnMut(Part<'a>)) {
    each(provision.caption.iter().chain(&provision.columns), visit);
    provision.text.iter().for_each(|text| visit(Part::Text(text)));
}

fn of_block<'a>(block: &'a Block, visit: &mut impl FnMut(Part<'a>)) {
    match &block.kind {
        BlockKind::Paragraph(text) => visit(Part::Text(text)),
        BlockKind::Heading(words) => visit(Part::Words(words)),
        BlockKind::Addressee { label, honorific } => each([label, honorific], visit),
        BlockKind::Provisions(provisions) => {
            for top in provisions {
                top.walk(&mut |provision| of_provision(provision, visit));
            }
        }
        BlockKind::Enclosure(blocks) => blocks.iter().for_each(|block| of_block(block, visit)),
        BlockKind::Overleaf { title, blocks, .. } => {
            visit(Part::Words(title));
            for block in blocks {
                of_block(block, visit);
            }
        }
        BlockKind::Fields { caption, fields } | BlockKind::Signature { caption, fields, .. } => {
            each(caption.iter().chain(fields.iter().map(|field| &field.label)), visit);
        }
        BlockKind::Date { label, .. } => each(label, visit),
    }
}
