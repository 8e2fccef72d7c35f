//! The file of a form.

use std::collections::BTreeSet;

use super::ids;
use super::neighbours::{ArticleOrder, Here};
use super::plan;
use super::writer::{ContentWriter, japanese_words, levels_of, optional_words};
use crate::base::diagnostics::Place;
use crate::base::locale::{Lang, Messages};
use crate::base::notation::widths::folded;
use crate::content::{self, Bilingual, DateCalendar, FieldType, Located, Origin, Seal, Standing, yaml_of};
use crate::import::outline::draft::{Draft, DraftBlock, DraftField, DraftGroup, DraftPart};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::{labels, title_words};

/// The file of a form.
pub(in crate::import) struct FormFile {
    pub(in crate::import) yaml: String,
    /// The dates beside which the text prints no 年 月 日, as `block.field`.
    pub(in crate::import) bare_dates: BTreeSet<String>,
}

/// Writes a form.
struct FormWriter<'w, 'a> {
    writer: &'w mut ContentWriter<'a>,
    ids: BTreeSet<String>,
    bare_dates: BTreeSet<String>,
}

/// Texts in a form are of no division of the document.
fn elsewhere() -> Here {
    // A place that no division has, so that 第３条 in a form stays letters: whether the policy's article is meant, only
    // the author knows.
    Here { division: usize::MAX, typed: true, ..Here::default() }
}

/// The file of `draft`.
pub(in crate::import) fn form_file(draft: &Draft, writer: &mut ContentWriter<'_>) -> FormFile {
    let messages = Messages::of(Lang::Ja);
    let mut form = content::WrittenForm::new(Origin::Source, Standing::Draft);
    form.number = draft.number.map(Located::from);
    form.title = Some(japanese_words(&draft.title));
    form.subtitle = optional_words(&draft.subtitle);
    let note = messages.text("import-form-note");
    let basis = basis(draft, writer);
    // The sheet prints （第２条関係） by the article's number: typed as well it would stand there twice, and go stale.
    if basis.as_ref().is_some_and(|(_, printed)| folded(printed) == folded(&draft.subtitle.text)) {
        form.subtitle = None;
    }
    form.basis = basis.map(|(reference, _)| reference.into());
    form.editor_notes = vec![content::EditorNote { ja: note.into(), en: None, place: Place::nowhere() }];
    let mut blocks = FormWriter { writer, ids: BTreeSet::new(), bare_dates: BTreeSet::new() };
    form.blocks = draft.blocks.iter().map(|block| blocks.block(block)).collect();
    let yaml = format!("# {}\n{}", messages.text("import-form-comment"), yaml_of(&form));
    FormFile { yaml, bare_dates: blocks.bare_dates }
}

/// The article that （第２条関係） names, as a reference, and the words by which a sheet tells of it.
fn basis(draft: &Draft, writer: &ContentWriter<'_>) -> Option<(String, String)> {
    // （第２条関係） stands beside the number, so that it is the title where no other was found.
    let basis = [&draft.subtitle, &draft.title].into_iter().find(|words| title_words::is_basis(&words.text))?;
    let (anchor, label) = writer.targets.first_article(&basis.text)?;
    let printed = Messages::of(Lang::Ja).with("form-basis", &[("provision", label)]);
    Some((format!("{}#{anchor}", writer.document_id), printed))
}

impl FormWriter<'_, '_> {
    fn id(&mut self, wish: &str) -> String {
        ids::free(wish, &mut self.ids)
    }

    fn block(&mut self, block: &DraftBlock) -> content::WrittenBlock {
        let place = Place::nowhere();
        match block {
            DraftBlock::Paragraph(parts) => content::WrittenBlock::Paragraph(self.paragraph(parts)),
            DraftBlock::Heading(words) => {
                let id = self.id("heading").into();
                content::WrittenBlock::Heading(content::Heading { id, ja: words.text.as_str().into(), en: None, place })
            }
            DraftBlock::Addressee { fields, honorific } => {
                let id = self.id("to");
                // English has no such word.
                let honorific = Bilingual { en: Some("".into()), ..japanese_words(honorific) };
                let fields = self.fields(&id, fields);
                content::WrittenBlock::Addressee(content::Addressee {
                    id: id.into(),
                    fields,
                    contact: None,
                    honorific,
                    place,
                })
            }
            DraftBlock::Date { label, field } => {
                let id = self.id("date").into();
                let (label, calendar) = (optional_words(label), field.calendar);
                content::WrittenBlock::Date(content::DateLine { id, label, calendar, required: None, place })
            }
            DraftBlock::Group(group) => self.group(group),
            DraftBlock::Rows { numbered, columns, count } => content::WrittenBlock::Rows(Box::new(self.rows(
                numbered.as_ref().map(|(head, _)| head),
                columns,
                *count,
            ))),
            DraftBlock::Provisions(nodes) => content::WrittenBlock::Provisions(self.provisions(nodes)),
            DraftBlock::Enclosure { blocks, closing, .. } => {
                let id = self.id("terms").into();
                let closing = closing.is_empty().then_some(false);
                let blocks = blocks.iter().map(|block| self.block(block)).collect();
                content::WrittenBlock::Enclosure(content::Enclosure { id, numbering: None, closing, blocks, place })
            }
        }
    }

    fn paragraph(&mut self, parts: &[DraftPart]) -> content::Paragraph {
        let id = self.id("text").into();
        let mut text = String::new();
        let mut fields = Vec::new();
        let mut taken = BTreeSet::new();
        for part in parts {
            // The room between the parts of a line is one space; the proof does not count it.
            if !text.is_empty() {
                text.push(' ');
            }
            match part {
                DraftPart::Words(words) => text.push_str(&self.writer.linked(words, &elsewhere())),
                DraftPart::Field(field) => {
                    let id = field_id(field, fields.len(), &mut taken);
                    text.push_str(&format!("[](field:{id})"));
                    fields.push(written_field(&id, field));
                }
            }
        }
        content::Paragraph { id, ja: text.into(), en: None, fields, place: Place::nowhere() }
    }

    fn group(&mut self, group: &DraftGroup) -> content::WrittenBlock {
        if group.person {
            let parts = group.fields.iter().filter_map(|field| labels::person_part(&field.label.text)).collect();
            return content::WrittenBlock::Person(content::Person {
                id: self.id("person").into(),
                caption: optional_words(&group.caption),
                parts,
                required: Vec::new(),
                either: Vec::new(),
                proxy: None,
                seal: Seal::Required,
                place: Place::nowhere(),
            });
        }
        let signs = !group.seal.is_empty();
        let wish = match (signs, group.boxed) {
            (true, _) => "signature",
            (false, true) => "fields",
            (false, false) => "lines",
        };
        let (name, caption, place) = (self.id(wish), optional_words(&group.caption), Place::nowhere());
        let fields = self.fields(&name, &group.fields);
        let id = name.into();
        if signs {
            return content::WrittenBlock::Signature(content::Signature {
                id,
                caption,
                fields,
                seal: Seal::Required,
                place,
            });
        }
        let fields = content::FieldGroup { id, caption, office_use: None, fields, either: Vec::new(), place };
        if group.boxed { content::WrittenBlock::Fields(fields) } else { content::WrittenBlock::Lines(fields) }
    }

    fn rows(&mut self, head: Option<&SourceWords>, columns: &[DraftField], count: usize) -> content::WrittenRows {
        let id = self.id("rows");
        let columns = self.fields(&id, columns);
        content::WrittenRows {
            id: id.into(),
            caption: None,
            ja: None,
            en: None,
            columns,
            either: Vec::new(),
            office_use: None,
            count: u32::try_from(count).unwrap_or(u32::MAX).into(),
            min: None,
            max: None,
            numbered: head.map(japanese_words),
            continues: None,
            place: Place::nowhere(),
        }
    }

    fn fields(&mut self, block: &str, fields: &[DraftField]) -> Vec<content::WrittenField> {
        let mut taken = BTreeSet::new();
        let mut list = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            let id = field_id(field, at, &mut taken);
            // A sheet prints 年 月 日 for every date. Where the text has a label alone, the proof has to leave those
            // letters out.
            if field.kind == FieldType::Date && field.line.is_empty() {
                self.bare_dates.insert(format!("{block}.{id}"));
            }
            list.push(written_field(&id, field));
        }
        list
    }

    fn provisions(&mut self, nodes: &[OutlineNode]) -> content::Provisions {
        let id = self.id("articles");
        let (levels, list) = plan::list_of(nodes, &format!("{id}."));
        let (levels, paragraph) = levels_of(&levels);
        let body =
            list.iter().map(|one| self.writer.provision(one, &elsewhere(), &ArticleOrder::of(Vec::new()))).collect();
        content::Provisions { id: id.into(), levels, paragraph, body, place: Place::nowhere() }
    }
}

/// The field as it is written, with the id `id`.
fn written_field(id: &str, field: &DraftField) -> content::WrittenField {
    let option = |(words, number): (&SourceWords, usize)| content::WrittenChoice {
        id: format!("option-{number}").into(),
        ja: words.text.as_str().into(),
        en: None,
        place: Place::nowhere(),
    };
    let dated = field.kind == FieldType::Date && field.calendar != DateCalendar::None;
    content::WrittenField {
        lines: (field.kind == FieldType::Multiline).then(|| 3.into()),
        calendar: dated.then_some(field.calendar),
        options: field.options.iter().zip(1..).map(option).collect(),
        ..content::WrittenField::new(id, japanese_words(&field.label), field.kind)
    }
}

fn field_id(field: &DraftField, at: usize, taken: &mut BTreeSet<String>) -> String {
    ids::free(&labels::id(&field.label.text, at), taken)
}
