//! Everything that is published stands in both languages.

use crate::corpus::{Block, BlockKind, Citation, Corpus, Document, Field, Form, Localized, Provision, Set, Words};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    let mut rule = Rule { findings };
    corpus.sets.values().for_each(|set| rule.set(set));
    corpus.laws.iter().chain(&corpus.guidelines).for_each(|citation| rule.citation(citation));
}

struct Rule<'a> {
    findings: &'a mut Diagnostics,
}

impl Rule<'_> {
    fn one<T>(&mut self, localized: &Localized<T>) {
        if localized.en.is_none() {
            self.findings.push(Diagnostic::warning("J0401").at(&localized.place));
        }
    }

    fn all<'w>(&mut self, words: impl IntoIterator<Item = &'w Words>) {
        words.into_iter().for_each(|words| self.one(words));
    }

    fn set(&mut self, set: &Set) {
        self.all([&set.name, &set.council, &set.summary]);
        set.documents.iter().for_each(|document| self.document(document));
        set.forms.iter().for_each(|form| self.form(form));
    }

    fn document(&mut self, document: &Document) {
        self.all([&document.title, &document.short_title]);
        self.all(document.source.iter().map(|source| &source.title));
        self.all(document.cover.iter().flat_map(|cover| cover.issuer.iter().chain(&cover.name)));
        for division in &document.divisions {
            self.all(division.label.iter().chain(&division.title).chain(&division.columns));
        }
        document.walk(&mut |provision| self.provision(provision));
    }

    fn provision(&mut self, provision: &Provision) {
        self.all(provision.caption.iter().chain(&provision.columns));
        provision.text.iter().for_each(|text| self.one(text));
    }

    fn form(&mut self, form: &Form) {
        self.one(&form.title);
        self.all(form.subtitle.iter().chain(&form.purpose));
        self.all(form.source.iter().map(|source| &source.title));
        form.blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(text) => self.one(text),
            BlockKind::Heading(words) => self.one(words),
            BlockKind::Addressee { label, honorific } => self.all([label, honorific]),
            BlockKind::Provisions(provisions) => {
                for top in provisions {
                    top.walk(&mut |provision| self.provision(provision));
                }
            }
            BlockKind::Enclosure(blocks) => blocks.iter().for_each(|block| self.block(block)),
            BlockKind::Overleaf { title, blocks, .. } => {
                self.one(title);
                for block in blocks {
                    self.block(block);
                }
            }
            BlockKind::Fields { caption, fields } | BlockKind::Signature { caption, fields, .. } => {
                self.all(caption);
                self.fields(fields);
            }
            BlockKind::Date { label, .. } => self.all(label),
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        self.all(fields.iter().map(|field| &field.label));
    }

    fn citation(&mut self, citation: &Citation) {
        let parts = [&citation.short, &citation.number, &citation.issuer, &citation.version];
        self.one(&citation.name);
        self.all(parts.into_iter().flatten());
    }
}
