//! The file of a form.

use std::collections::BTreeSet;

use super::files::Writer;
use super::ids;
use super::plan;
use super::references::Here;
use crate::content::writing::{Pair, Yaml, flow, scalar};
use crate::content::{DateCalendar, FieldType};
use crate::import::outline::draft::{Block, Draft, Field, Group, Part};
use crate::import::outline::node::Node;
use crate::import::outline::words::Words;
use crate::import::shapes::labels;
use crate::locale::{Lang, Messages};

/// The file of a form.
pub(in crate::import) struct FormFile {
    pub(in crate::import) yaml: String,
    /// The dates beside which the text prints no 年 月 日, as `block.field`.
    pub(in crate::import) bare_dates: BTreeSet<String>,
}

/// Writes a form.
struct FormWriter<'w, 'a> {
    writer: &'w mut Writer<'a>,
    yaml: Yaml,
    ids: BTreeSet<String>,
    bare_dates: BTreeSet<String>,
}

/// Texts in a form are of no division of the document.
fn elsewhere() -> Here {
    Here { division: usize::MAX, ..Here::default() }
}

/// The file of `draft`.
pub(in crate::import) fn form(draft: &Draft, writer: &mut Writer<'_>) -> FormFile {
    let messages = Messages::of(Lang::Ja);
    let mut yaml = Yaml::default();
    yaml.line(0, &format!("# {}", messages.text("import-form-comment")));
    if let Some(number) = draft.number {
        yaml.line(0, &format!("number: {number}"));
    }
    yaml.words(0, "title", &draft.title.text);
    if !draft.subtitle.is_empty() {
        yaml.words(0, "subtitle", &draft.subtitle.text);
    }
    yaml.line(0, "origin: source");
    yaml.line(0, "standing: official");
    yaml.line(0, "editor_notes:");
    yaml.line(2, &format!("- ja: {}", scalar(&messages.text("import-form-note"), false)));
    let mut form = FormWriter { writer, yaml, ids: BTreeSet::new(), bare_dates: BTreeSet::new() };
    if draft.blocks.is_empty() {
        form.yaml.line(0, "blocks: []");
    } else {
        form.yaml.line(0, "blocks:");
        draft.blocks.iter().for_each(|block| form.block(2, block));
    }
    FormFile { yaml: form.yaml.into_text(), bare_dates: form.bare_dates }
}

impl FormWriter<'_, '_> {
    fn id(&mut self, wish: &str) -> String {
        ids::free(wish, &mut self.ids)
    }

    fn line(&mut self, indent: usize, kind: &str, pairs: &[Pair<'_>]) {
        self.yaml.line(indent, &format!("- {kind}: {}", flow(pairs)));
    }

    /// `- kind:` and its id, below which more keys follow.
    fn open(&mut self, indent: usize, kind: &str, id: &str) {
        self.yaml.line(indent, &format!("- {kind}:"));
        self.yaml.line(indent + 4, &format!("id: {id}"));
    }

    fn block(&mut self, indent: usize, block: &Block) {
        match block {
            Block::Paragraph(parts) => self.paragraph(indent, parts),
            Block::Heading(words) => {
                let id = self.id("heading");
                self.line(indent, "heading", &[("id", id), ("ja", scalar(&words.text, true))]);
            }
            Block::Addressee { fields, honorific } => {
                let id = self.id("to");
                self.open(indent, "addressee", &id);
                self.fields(indent + 4, &id, "fields", fields);
                self.yaml.line(indent + 4, &format!("honorific: {{ja: {}, en: \"\"}}", scalar(&honorific.text, true)));
            }
            Block::Date { label, field } => {
                let mut pairs = vec![("id", self.id("date"))];
                pairs.extend((!label.is_empty()).then(|| ("label", ja(label))));
                pairs.push(("calendar", field.calendar.word().to_owned()));
                self.line(indent, "date", &pairs);
            }
            Block::Group(group) => self.group(indent, group),
            Block::Rows { numbered, columns, count } => {
                let id = self.id("rows");
                self.open(indent, "rows", &id);
                self.fields(indent + 4, &id, "columns", columns);
                self.yaml.line(indent + 4, &format!("count: {count}"));
                if let Some((head, _)) = numbered {
                    self.yaml.line(indent + 4, &format!("numbered: {}", ja(head)));
                }
            }
            Block::Provisions(nodes) => self.provisions(indent, nodes),
            Block::Enclosure { blocks, closing, .. } => {
                let id = self.id("terms");
                self.open(indent, "enclosure", &id);
                if closing.is_empty() {
                    self.yaml.line(indent + 4, "closing: false");
                }
                self.yaml.line(indent + 4, if blocks.is_empty() { "blocks: []" } else { "blocks:" });
                for block in blocks {
                    self.block(indent + 6, block);
                }
            }
        }
    }

    fn paragraph(&mut self, indent: usize, parts: &[Part]) {
        let id = self.id("text");
        self.open(indent, "paragraph", &id);
        let mut text = String::new();
        let mut fields: Vec<(String, &Field)> = Vec::new();
        let mut taken = BTreeSet::new();
        for part in parts {
            match part {
                Part::Words(words) => {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(&self.writer.linked(words, &elsewhere()));
                }
                Part::Field(field) => {
                    let id = field_id(field, fields.len(), &mut taken);
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(&format!("[](field:{id})"));
                    fields.push((id, field));
                }
            }
        }
        self.yaml.text(indent + 4, "ja", &[text]);
        if !fields.is_empty() {
            self.yaml.line(indent + 4, "fields:");
        }
        for (id, field) in fields {
            self.field(indent + 6, &id, field);
        }
    }

    fn group(&mut self, indent: usize, group: &Group) {
        let (kind, wish) = match (group.seal.is_empty(), group.boxed) {
            (false, _) => ("signature", "signature"),
            (true, true) => ("fields", "fields"),
            (true, false) => ("lines", "lines"),
        };
        let id = self.id(wish);
        self.open(indent, kind, &id);
        if !group.caption.is_empty() {
            self.yaml.line(indent + 4, &format!("caption: {}", ja(&group.caption)));
        }
        self.fields(indent + 4, &id, "fields", &group.fields);
        if kind == "signature" {
            self.yaml.line(indent + 4, "seal: required");
        }
    }

    fn fields(&mut self, indent: usize, block: &str, key: &str, fields: &[Field]) {
        self.yaml.line(indent, &format!("{key}:"));
        let mut taken = BTreeSet::new();
        for (at, field) in fields.iter().enumerate() {
            let id = field_id(field, at, &mut taken);
            if field.kind == FieldType::Date && field.line.is_empty() {
                self.bare_dates.insert(format!("{block}.{id}"));
            }
            self.field(indent + 2, &id, field);
        }
    }

    fn field(&mut self, indent: usize, id: &str, field: &Field) {
        let mut pairs =
            vec![("id", id.to_owned()), ("label", ja(&field.label)), ("type", field.kind.word().to_owned())];
        if field.kind == FieldType::Date && field.calendar != DateCalendar::None {
            pairs.push(("calendar", field.calendar.word().to_owned()));
        }
        if field.kind == FieldType::Multiline {
            pairs.push(("lines", "3".to_owned()));
        }
        if !field.options.is_empty() {
            let option = |(at, words): (usize, &Words)| {
                flow(&[("id", format!("option-{}", at + 1)), ("ja", scalar(&words.text, true))])
            };
            let options: Vec<String> = field.options.iter().enumerate().map(option).collect();
            pairs.push(("options", format!("[{}]", options.join(", "))));
        }
        self.yaml.line(indent, &format!("- {}", flow(&pairs)));
    }

    fn provisions(&mut self, indent: usize, nodes: &[Node]) {
        let id = self.id("articles");
        self.open(indent, "provisions", &id);
        let (levels, list) = plan::list_of(nodes, &format!("{id}."));
        Writer::levels(&mut self.yaml, indent + 4, &levels);
        self.yaml.line(indent + 4, "body:");
        for one in &list {
            self.writer.provision(&mut self.yaml, indent + 6, one, &elsewhere(), &[]);
        }
    }
}

fn ja(words: &Words) -> String {
    flow(&[("ja", scalar(&words.text, true))])
}

fn field_id(field: &Field, at: usize, taken: &mut BTreeSet<String>) -> String {
    ids::free(&labels::id(&field.label.text, at), taken)
}
