//! Resolving the blocks of a form.

use super::appended;
use super::duplicates::report_duplicates;
use super::field;
use super::field::{blank, person_field, resolve_field};
use super::inherit::Inherited;
use super::numbering::{self, Numbered, NumberingStyles};
use super::set::table_label;
use super::text::Texts;
use super::words::{resolve_words, words_of, words_or_none};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::content::{self, WrittenStyle};
use crate::corpus::model::{Block, BlockKind, CodeTable, Field, Obligation, Pair, Rows, Target, Words};

/// The blocks with their texts.
pub(super) fn resolve_blocks(written: &[Inherited<'_>], texts: &mut Texts<'_, '_>) -> Vec<Block> {
    let mut blocks = Blocks { texts, ids: Vec::new() };
    let resolved = blocks.list(written, None);
    report_duplicates(blocks.ids.iter().copied(), blocks.texts.findings);
    resolved
}

/// The provisions of a block with their numbers.
pub(super) fn number_block<'a>(written: &'a content::Provisions, findings: &mut Diagnostics) -> Vec<Numbered<'a>> {
    let styles = NumberingStyles { levels: &written.levels, paragraph: written.paragraph.as_ref() };
    numbering::number_provisions(&written.body, styles, &format!("{}.", written.id.as_str()), findings)
}

/// A form meets nothing by itself: the provision that asks for it does.
fn refuse_mappings(list: &[Numbered<'_>], findings: &mut Diagnostics) {
    for numbered in list {
        if let Some(mapping) = numbered.written.meets.first() {
            findings.push(Diagnostic::new(Code::J0329).at(&mapping.requirement.place));
        }
        refuse_mappings(&numbered.items, findings);
        refuse_mappings(&numbered.paragraphs, findings);
    }
}

/// Returns the ruled table about a person.
fn person(written: &content::Person, findings: &mut Diagnostics) -> BlockKind {
    let mut fields: Vec<Field> = written.parts.iter().map(|part| person_field(*part, written)).collect();
    let named: Vec<_> = written.either.iter().map(|part| (part.word(), &written.place)).collect();
    mark_alternatives(&mut fields, &named, findings);
    BlockKind::Person {
        caption: written.caption.as_ref().map(resolve_words),
        fields,
        seal: written.seal,
        proxy: written.proxy.unwrap_or(false),
    }
}

/// Marks the fields that are `named` as those of which one must be filled in; reports names of none, and where there is no choice.
fn mark_alternatives(fields: &mut [Field], named: &[(&str, &Place)], findings: &mut Diagnostics) {
    let Some((_, first)) = named.first() else { return };
    let mut count = 0;
    for (id, place) in named {
        match fields.iter_mut().find(|field| field.id == *id) {
            Some(field) if field.obligation == Obligation::NotStated => {
                field.obligation = Obligation::Either;
                count += 1;
            }
            // One that must be filled in anyway, or never, leaves no choice.
            Some(_) => {}
            None => {
                findings.push(Diagnostic::new(Code::J0302).at(place).arg("reference", *id));
                return;
            }
        }
    }
    if count < 2 || count < named.len() {
        findings.push(Diagnostic::new(Code::J0349).at(first));
    }
}

/// Resolves blocks.
struct Blocks<'a, 'x, 't, 'f> {
    texts: &'x mut Texts<'t, 'f>,
    /// Every id of a block, to find those that stand twice.
    ids: Vec<&'a content::Id>,
}

impl<'a> Blocks<'a, '_, '_, '_> {
    fn words(&mut self, written: Option<&content::Bilingual>) -> Option<Words> {
        written.map(|written| self.texts.words(written))
    }

    /// The blocks; those with captions are numbered in `numbering`.
    fn list(&mut self, blocks: &[Inherited<'a>], numbering: Option<&WrittenStyle>) -> Vec<Block> {
        let mut count = 0;
        let mut list = Vec::with_capacity(blocks.len());
        for inherited in blocks {
            self.ids.push(inherited.block.id());
            let Some(kind) = self.kind(inherited) else { continue };
            let style = numbering.filter(|_| kind.caption().is_some());
            // A block without a caption, such as a sentence in between, takes no number and leaves no gap.
            count += u32::from(style.is_some());
            let number = style.map(|style| numbering::label_pair(&style.ja, &style.en, &[count], &Pair::default()));
            list.push(Block { id: inherited.block.id().as_str().to_owned(), number, kind });
        }
        list
    }

    /// Returns the kind of the block; `None` where it draws what is not there, which is reported.
    fn kind(&mut self, inherited: &Inherited<'a>) -> Option<BlockKind> {
        // A block that was taken over speaks of the contacts and tables of the form that it was written in.
        self.texts.context.set = inherited.written_in.clone();
        Some(match inherited.block {
            content::WrittenBlock::Paragraph(paragraph) => self.paragraph(paragraph),
            content::WrittenBlock::Heading(heading) => {
                BlockKind::Heading(words_of(&heading.ja, heading.en.as_ref(), &heading.place))
            }
            content::WrittenBlock::Addressee(line) => BlockKind::Addressee {
                fields: self.fields(&line.fields),
                contact: line.contact.as_ref().and_then(|id| self.texts.contact(id)),
                honorific: words_or_none(&line.honorific),
            },
            content::WrittenBlock::Sender(line) => BlockKind::Sender(self.texts.contact(&line.contact)?),
            content::WrittenBlock::Provisions(written) => {
                let numbered = number_block(written, self.texts.findings);
                refuse_mappings(&numbered, self.texts.findings);
                BlockKind::Provisions(self.texts.provisions(&numbered))
            }
            content::WrittenBlock::Enclosure(enclosure) => BlockKind::Enclosure {
                blocks: self.list(&inherited.inner, enclosure.numbering.as_ref()),
                // By custom what 記 opens 以上 closes; the back of a sheet is opened by nothing.
                closing: enclosure.closing.unwrap_or(true),
            },
            content::WrittenBlock::Overleaf(overleaf) => BlockKind::Overleaf {
                title: self.texts.words(&overleaf.title),
                blocks: self.list(&inherited.inner, None),
                closing: overleaf.closing.unwrap_or(false),
            },
            content::WrittenBlock::Table(block) => BlockKind::Table(Box::new(self.table(&block.table)?)),
            content::WrittenBlock::Contact(block) => BlockKind::Contact {
                caption: self.words(block.caption.as_ref()),
                contact: self.texts.contact(&block.contact)?,
            },
            content::WrittenBlock::Date(line) => {
                BlockKind::Date { label: self.words(line.label.as_ref()), field: Box::new(field::date_field(line)) }
            }
            content::WrittenBlock::Fields(group) => {
                let (caption, office_use) = (self.words(group.caption.as_ref()), group.office_use.unwrap_or(false));
                BlockKind::Fields { caption, office_use, fields: self.alternatives(&group.fields, &group.either) }
            }
            content::WrittenBlock::Lines(group) => {
                let (caption, office_use) = (self.words(group.caption.as_ref()), group.office_use.unwrap_or(false));
                BlockKind::Lines { caption, office_use, fields: self.alternatives(&group.fields, &group.either) }
            }
            content::WrittenBlock::Person(written) => person(written, self.texts.findings),
            content::WrittenBlock::Rows(rows) => BlockKind::Rows(self.rows(rows)),
            content::WrittenBlock::Signature(lines) => BlockKind::Signature {
                caption: self.words(lines.caption.as_ref()),
                fields: self.fields(&lines.fields),
                seal: lines.seal,
            },
        })
    }

    fn paragraph(&mut self, written: &'a content::Paragraph) -> BlockKind {
        let fields = self.fields(&written.fields);
        // Only this paragraph's text may set its fields, since a field that stands twice would be filled in twice.
        self.texts.context.blanks = fields.iter().map(|field| (field.id.clone(), blank(field))).collect();
        let text = self.texts.text(&written.ja, written.en.as_ref());
        self.texts.context.blanks.clear();
        field::check_set(&written.fields, &text, self.texts.findings);
        BlockKind::Paragraph { text, fields }
    }

    fn rows(&mut self, written: &'a content::WrittenRows) -> Rows {
        let continues = written.continues.unwrap_or(false);
        // A sheet has as many entries as lines, unless another sheet may follow it.
        let max = written.max.as_ref().map(|max| max.value).or((!continues).then_some(written.count.value));
        let min = written.min.as_ref().map_or(0, |min| min.value);
        if max.is_some_and(|max| max < min || (!continues && max > written.count.value)) {
            let place = written.max.as_ref().or(written.min.as_ref()).map_or(&written.place, |number| &number.place);
            self.texts.findings.push(Diagnostic::new(Code::J0335).at(place));
        }
        Rows {
            caption: self.words(written.caption.as_ref()),
            text: self.texts.optional(written.ja.as_ref(), written.en.as_ref(), &written.place),
            columns: self.alternatives(&written.columns, &written.either),
            office_use: written.office_use.unwrap_or(false),
            count: written.count.value,
            min,
            max,
            numbered: self.words(written.numbered.as_ref()),
            continues,
        }
    }

    fn fields(&mut self, written: &'a [content::WrittenField]) -> Vec<Field> {
        report_duplicates(written.iter().map(|field| &field.id), self.texts.findings);
        written.iter().map(|written| resolve_field(written, self.texts)).collect()
    }

    /// The fields, those among them of which one must be filled in marked as such.
    fn alternatives(&mut self, written: &'a [content::WrittenField], either: &[content::Text]) -> Vec<Field> {
        let mut fields = self.fields(written);
        let named: Vec<_> = either.iter().map(|id| (id.value.as_str(), &id.place)).collect();
        mark_alternatives(&mut fields, &named, self.texts.findings);
        fields
    }

    /// The table of the set that `id` names, drawn under the number that the set gives it.
    fn table(&mut self, id: &content::Text) -> Option<CodeTable> {
        let (Target::Table { set, .. }, _) = field::resolve_table_reference(id, self.texts)? else { return None };
        let content = self.texts.references.content;
        let written = content.sets.get(&set)?.tables.get(&id.value)?;
        Some(appended::resolve_code_table(&id.value, written, table_label(content, &set, written)))
    }
}
