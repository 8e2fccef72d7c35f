//! The questions of a form as a flat list: its blocks with their fields, in the order of the sheet.

use crate::base::locale::{Lang, Messages};
use crate::content::{DateCalendar, FieldType};
use crate::corpus::{Block, BlockKind, Corpus, Field, Form, Obligation, Set, Target};

/// The questions of a form, in one language.
#[derive(Debug)]
pub struct AskedSheet {
    /// The form as it is called: `osaki/application`.
    pub name: String,
    /// The blocks that have something to fill in.
    pub blocks: Vec<AskedBlock>,
}

/// A block that has something to fill in.
#[derive(Debug)]
pub struct AskedBlock {
    /// Its id.
    pub id: String,
    /// The words at its head.
    pub caption: Option<String>,
    /// The same in every language, since a list may be written in either.
    pub heads: Vec<String>,
    /// The fields to fill in, once or in each row.
    pub fields: Vec<AskedField>,
    /// The limits on the number of rows; `None` where there are none.
    pub rows: Option<RowLimits>,
    /// Whether the office that receives the form fills it in.
    pub office_use: bool,
    /// Whether nothing need be filled in, and only if something is, what is required.
    pub all_or_nothing: bool,
    /// Whether it is about somebody, so that what is begun needs a name: a person, a line of a table of people.
    pub about_somebody: bool,
}

/// The limits on the number of rows.
#[derive(Debug, Clone, Copy)]
pub struct RowLimits {
    /// The least number of rows.
    pub min: u32,
    /// The greatest number of rows; `None`: without end.
    pub max: Option<u32>,
    /// The number of lines on a sheet.
    pub count: u32,
}

/// One thing to fill in.
#[derive(Debug)]
pub struct AskedField {
    /// Its id in the block.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its labels in every language, by which columns of a list are known.
    pub heads: Vec<String>,
    /// The type of the value.
    pub kind: FieldType,
    /// Whether it must be filled in.
    pub required: bool,
    /// Whether it is one of those of its block of which one must be filled in.
    pub either: bool,
    /// Of a date: what is printed before the year.
    pub calendar: DateCalendar,
    /// Codes or ids that it may take, with their words.
    pub choices: Vec<(String, String)>,
}

impl AskedSheet {
    /// Returns the questions of `form` of `set`, in the language of `messages`.
    #[must_use]
    pub fn of(corpus: &Corpus, set: &Set, form: &Form, messages: &Messages) -> Self {
        let mut blocks = Vec::new();
        form.blocks.iter().for_each(|block| add_asked_blocks(block, corpus, messages, &mut blocks));
        Self { name: format!("{}/{}", set.key, form.id), blocks }
    }

    /// The block and the field that `path` names: `users[1].name`, or `patient.name` where there are no rows.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<(&AskedBlock, &AskedField)> {
        let (block, row, field) = split_path(path)?;
        // `users.name` of a table and `patient[1].name` of a single person name nothing.
        let block = self.block(block).filter(|block| block.rows.is_some() == row.is_some())?;
        Some((block, block.field(field)?))
    }

    /// The field that `path` names, whatever line it is of.
    pub(super) fn field_of(&self, path: &str) -> Option<&AskedField> {
        let (block, _, field) = split_path(path)?;
        self.block(block)?.field(field)
    }

    /// The block `id`.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&AskedBlock> {
        self.blocks.iter().find(|block| block.id == id)
    }
}

/// The greatest number of lines of a table that is filled in; no facility has as many people.
pub(super) const MOST_LINES: usize = 1_000;

/// A path split into block, row and field.
pub(super) fn split_path(path: &str) -> Option<(&str, Option<usize>, &str)> {
    let (block, field) = path.split_once('.')?;
    match block.split_once('[') {
        None => Some((block, None, field)),
        Some((block, row)) => {
            // A row of a billion in a head would make as many lines.
            let row = row.strip_suffix(']')?.parse().ok().filter(|row| (1..=MOST_LINES).contains(row))?;
            Some((block, Some(row), field))
        }
    }
}

impl AskedBlock {
    /// Whether `field` must be filled in where the block, or the line, has been begun.
    #[must_use]
    pub fn needs(&self, field: &AskedField) -> bool {
        // Of a row with an occupation and no name nobody knows who is meant, whatever the source says.
        !self.office_use && (field.required || (self.about_somebody && field.id == "name"))
    }

    /// Whether a sheet that leaves `field` empty is not complete, whatever else it says. Of a table the first lines must be there, as many as it
    /// must have; the office's part and whoever signs for another may stay empty.
    #[must_use]
    pub fn insists_on(&self, field: &AskedField, row: Option<u32>) -> bool {
        let must_be_there = match self.rows {
            Some(limits) => row.is_some_and(|row| row <= limits.min),
            None => !self.all_or_nothing,
        };
        field.required && !self.office_use && must_be_there
    }

    /// The fields of which one must be filled in where the block, or the line, has been begun; none where there is no such choice.
    pub fn alternatives(&self) -> impl Iterator<Item = &AskedField> {
        self.fields.iter().filter(|field| field.either && !self.office_use)
    }

    /// The labels of the alternatives, as a list in one sentence.
    #[must_use]
    pub fn labels_of_alternatives(&self) -> String {
        self.alternatives().map(|field| field.label.as_str()).collect::<Vec<_>>().join(" / ")
    }

    /// The field `id`.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&AskedField> {
        self.fields.iter().find(|field| field.id == id)
    }
}

fn add_asked_blocks(block: &Block, corpus: &Corpus, messages: &Messages, found: &mut Vec<AskedBlock>) {
    let fields: Vec<AskedField> = block.kind.fields().iter().flat_map(|field| asked(field, corpus, messages)).collect();
    if !fields.is_empty() {
        let rows = match &block.kind {
            BlockKind::Rows(rows) => Some(RowLimits { min: rows.min, max: rows.max, count: rows.count }),
            BlockKind::Paragraph { .. }
            | BlockKind::Heading(_)
            | BlockKind::Addressee { .. }
            | BlockKind::Sender(_)
            | BlockKind::Provisions(_)
            | BlockKind::Enclosure { .. }
            | BlockKind::Overleaf { .. }
            | BlockKind::Fields { .. }
            | BlockKind::Lines { .. }
            | BlockKind::Person { .. }
            | BlockKind::Table(_)
            | BlockKind::Contact { .. }
            | BlockKind::Date { .. }
            | BlockKind::Signature { .. } => None,
        };
        found.push(AskedBlock {
            id: block.id.clone(),
            caption: block.kind.caption().map(|caption| caption.get(messages.lang()).clone()),
            heads: block
                .kind
                .caption()
                .map_or_else(Vec::new, |caption| in_all_languages(|lang| caption.get(lang).clone())),
            fields,
            rows,
            office_use: block.kind.is_office_use(),
            // Whoever signs for another is asked for only where there is somebody.
            all_or_nothing: matches!(block.kind, BlockKind::Person { proxy: true, .. }),
            about_somebody: matches!(block.kind, BlockKind::Person { .. } | BlockKind::Rows(_)),
        });
    }
    block.kind.inner().iter().for_each(|inner| add_asked_blocks(inner, corpus, messages, found));
}

/// Returns what `words` says in each language, each once.
#[must_use]
pub fn in_all_languages(words: impl Fn(Lang) -> String) -> Vec<String> {
    let mut all: Vec<String> = Lang::ALL.into_iter().map(words).collect();
    all.dedup();
    all
}

/// The field, and before it that of its reading where it has one.
fn asked(field: &Field, corpus: &Corpus, messages: &Messages) -> Vec<AskedField> {
    let label = field.label.get(messages.lang());
    let own = AskedField {
        id: field.id.clone(),
        label: label.clone(),
        heads: in_all_languages(|lang| field.label.get(lang).clone()),
        kind: field.kind,
        required: field.obligation.is_required(),
        either: field.obligation == Obligation::Either,
        calendar: field.calendar,
        choices: choices(field, corpus, messages),
    };
    let reading = field.furigana.then(|| AskedField {
        id: format!("{}-reading", field.id),
        label: messages.with("reading-of", &[("label", label)]),
        heads: in_all_languages(|lang| Messages::of(lang).with("reading-of", &[("label", field.label.get(lang))])),
        kind: FieldType::Furigana,
        required: false,
        either: false,
        calendar: DateCalendar::None,
        choices: Vec::new(),
    });
    // The reading comes first, as it stands above the name on the sheet.
    reading.into_iter().chain([own]).collect()
}

fn choices(field: &Field, corpus: &Corpus, messages: &Messages) -> Vec<(String, String)> {
    let lang = messages.lang();
    if let Some((Target::Table { set, table }, _)) = &field.table {
        let tables = corpus.set(set).map_or(&[][..], |set| set.tables.as_slice());
        let rows = tables.iter().find(|found| found.id == *table).map(|table| table.rows.as_slice());
        return rows.unwrap_or_default().iter().map(|row| (row.code.clone(), row.name.get(lang).clone())).collect();
    }
    field.options.iter().map(|option| (option.id.clone(), option.words.get(lang).clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(required: bool) -> AskedField {
        AskedField {
            id: "name".to_owned(),
            label: "Name".to_owned(),
            heads: Vec::new(),
            kind: FieldType::Text,
            required,
            either: false,
            calendar: DateCalendar::None,
            choices: Vec::new(),
        }
    }

    fn block(rows: Option<RowLimits>) -> AskedBlock {
        AskedBlock {
            id: "users".to_owned(),
            caption: None,
            heads: Vec::new(),
            fields: Vec::new(),
            rows,
            office_use: false,
            all_or_nothing: false,
            about_somebody: true,
        }
    }

    #[test]
    fn what_is_required_is_insisted_on_where_something_must_stand() {
        assert!(block(None).insists_on(&name(true), None));
        assert!(!block(None).insists_on(&name(false), None));
        assert!(!AskedBlock { office_use: true, ..block(None) }.insists_on(&name(true), None));
        assert!(!AskedBlock { all_or_nothing: true, ..block(None) }.insists_on(&name(true), None));
        let users = block(Some(RowLimits { min: 2, max: None, count: 5 }));
        assert_eq!([1, 2, 3].map(|row| users.insists_on(&name(true), Some(row))), [true, true, false]);
        assert!(!users.insists_on(&name(false), Some(1)));
    }
}
