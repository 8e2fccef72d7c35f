//! The places to fill in of each block of a form: the blocks draw the sheet, these make it one that can be filled in.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::locale::{Lang, Messages};
use crate::base::markup::{Inline, to_html};
use crate::content::{FieldType, SetKey};
use crate::corpus::{Block, BlockKind, CodeTable, Corpus, Field, Form, Target, Text};
use crate::forms::filling::{HeadingRules, ValueRules, heading_rules, in_all_languages, value_rules};
use crate::site::provisions::PageScope;

/// The entries of each block, by the block's id.
pub(super) type FormEntries = BTreeMap<String, BlockEntry>;

/// The entries of one block.
#[derive(Debug, Serialize)]
pub(super) struct BlockEntry {
    /// Whether the office that receives the form fills it in, so that nobody is asked.
    office_use: bool,
    /// Whether nothing, or everything that is required, is filled in.
    proxy: bool,
    fields: BTreeMap<String, FieldEntry>,
    /// Running text with places to fill in, a list of parts for each paragraph.
    sentences: Vec<Vec<SentencePiece>>,
    /// The language of the running text, where it is not the page's.
    lang: Option<&'static str>,
}

/// The way in which one thing is filled in.
#[derive(Debug, Serialize)]
struct FieldEntry {
    id: String,
    label: String,
    kind: &'static str,
    /// The type of the input, where it is one; its keyboard, and what a browser may offer.
    input: Option<&'static str>,
    keyboard: Option<&'static str>,
    autocomplete: Option<&'static str>,
    /// Whether it must be filled in, as a word.
    obligation: &'static str,
    lines: u32,
    options: Vec<EntryOption>,
    /// The label of the reading, where one is asked for.
    reading: Option<String>,
    /// The words on paper where nothing is filled in.
    blank: Option<String>,
    /// Whether it is the first of its kind on the form, where help is told that holds for all.
    is_first: bool,
}

/// One of those that can be chosen.
#[derive(Debug, Serialize)]
struct EntryOption {
    id: String,
    words: String,
}

/// A part of a sentence: HTML, or a place to fill in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum SentencePiece {
    Html(String),
    Field(String),
}

/// The facts that the scripts know of a form.
#[derive(Debug, Serialize)]
struct FormSpec<'a> {
    form: String,
    lang: &'static str,
    draft: bool,
    /// The tables by which the scripts read values as `fill` does.
    rules: ValueRules,
    /// The words by which columns of a list are known.
    headings: &'static HeadingRules,
    blocks: Vec<ScriptBlock<'a>>,
}

#[derive(Debug, Serialize)]
struct ScriptBlock<'a> {
    id: &'a str,
    caption: Option<&'a str>,
    /// The caption in every language.
    heads: Vec<String>,
    proxy: bool,
    /// Whether it is about somebody, so that what is begun needs a name.
    about_somebody: bool,
    /// Of a table with a line for each entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<ScriptRows>,
    fields: Vec<ScriptField<'a>>,
}

#[derive(Debug, Serialize)]
struct ScriptRows {
    count: u32,
    min: u32,
    max: Option<u32>,
}

#[derive(Debug, Serialize)]
struct ScriptField<'a> {
    id: &'a str,
    label: &'a str,
    kind: &'static str,
    required: bool,
    /// Whether it must be filled in, as a word.
    obligation: &'static str,
    reading: bool,
    /// Its labels in every language, by which columns of a list are known.
    heads: Vec<String>,
    /// The same of its reading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reading_heads: Vec<String>,
    calendar: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<EntryOption>,
}

/// Returns what every block of the form asks for.
pub(super) fn form_entries(form: &Form, scope: &PageScope<'_>) -> FormEntries {
    let mut entries = FormEntries::new();
    let maker = EntryMaker { corpus: scope.links.corpus, messages: scope.messages, draft: form.draft };
    each_block(&form.blocks, &mut |block| {
        let (sentences, lang) = if let BlockKind::Paragraph { text, fields } = &block.kind
            && !fields.is_empty()
        {
            sentence_pieces(text, scope)
        } else {
            (Vec::new(), None)
        };
        let entry = BlockEntry {
            office_use: office_use(&block.kind),
            proxy: matches!(block.kind, BlockKind::Person { proxy: true, .. }),
            fields: block.kind.fields().iter().map(|field| (field.id.clone(), maker.entry(field, block))).collect(),
            sentences,
            lang,
        };
        entries.insert(block.id.clone(), entry);
    });
    once_each(form, &mut entries);
    entries
}

/// Leaves what holds once on a form to the first field that has it: the help for dates, and each detail that the browser may offer.
/// Of three e-mail addresses one can be that of the person who fills the form in (WCAG 1.3.5); the others would be offered it
/// wrongly.
fn once_each(form: &Form, entries: &mut FormEntries) {
    let (mut kinds, mut offered) = (BTreeSet::new(), BTreeSet::new());
    each_block(&form.blocks, &mut |block| {
        let Some(entry) = entries.get_mut(&block.id).filter(|entry| !entry.office_use) else { return };
        for field in block.kind.fields() {
            let Some(entry) = entry.fields.get_mut(&field.id) else { continue };
            entry.is_first = kinds.insert(entry.kind);
            if entry.autocomplete.is_some_and(|detail| detail != "off" && !offered.insert(detail)) {
                entry.autocomplete = Some("off");
            }
        }
    });
}

/// Whether the form asks its reader for anything.
pub(super) fn asks_anything(form: &Form) -> bool {
    let mut found = false;
    each_block(&form.blocks, &mut |block| found |= !block.kind.fields().is_empty() && !office_use(&block.kind));
    found
}

/// Returns what the scripts know of the form, as JSON.
pub(in crate::site::pages) fn script_spec(form: &Form, set: &SetKey, corpus: &Corpus, lang: Lang) -> String {
    let mut blocks = Vec::new();
    each_block(&form.blocks, &mut |block| {
        let fields = block.kind.fields();
        // The scripts ask for nothing that the reader does not fill in.
        if office_use(&block.kind) || fields.is_empty() {
            return;
        }
        blocks.push(ScriptBlock {
            id: &block.id,
            caption: block.kind.caption().map(|caption| caption.get(lang).as_str()),
            heads: block
                .kind
                .caption()
                .map_or_else(Vec::new, |caption| in_all_languages(|lang| caption.get(lang).clone())),
            proxy: matches!(block.kind, BlockKind::Person { proxy: true, .. }),
            about_somebody: matches!(block.kind, BlockKind::Person { .. } | BlockKind::Rows(_)),
            rows: if let BlockKind::Rows(rows) = &block.kind {
                Some(ScriptRows { count: rows.count, min: rows.min, max: rows.max })
            } else {
                None
            },
            fields: fields.iter().map(|field| field_spec(field, corpus, lang)).collect(),
        });
    });
    let spec = FormSpec {
        form: format!("{set}/{}", form.id),
        lang: lang.code(),
        draft: form.draft,
        rules: value_rules(),
        headings: heading_rules(),
        blocks,
    };
    // Nothing in it can fail to be written.
    serde_json::to_string(&spec).unwrap_or_default()
}

/// Returns the words of the scripts, as JSON. Where a script sets a number or a name in, its place stands in braces.
pub(in crate::site) fn script_words(messages: &Messages) -> String {
    const PLACES: [&str; 8] = ["n", "m", "label", "value", "words", "date", "row", "form"];
    // The scripts set numbers in themselves; Fluent must hand the sentence over with its gaps.
    let places = PLACES.map(|name| (name, format!("{{{name}}}")));
    let places: Vec<(&str, &str)> = places.iter().map(|(name, place)| (*name, place.as_str())).collect();
    let words: BTreeMap<&str, String> = messages
        .ids_below("fill-script-")
        .map(|id| (id.trim_start_matches("fill-script-"), messages.with(id, &places)))
        .collect();
    serde_json::to_string(&words).unwrap_or_default()
}

/// Calls `visit` for every block, those inside others too.
fn each_block<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        each_block(block.kind.inner(), visit);
    }
}

fn office_use(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Fields { office_use, .. } | BlockKind::Lines { office_use, .. } => *office_use,
        BlockKind::Rows(rows) => rows.office_use,
        BlockKind::Paragraph { .. }
        | BlockKind::Heading(_)
        | BlockKind::Addressee { .. }
        | BlockKind::Sender(_)
        | BlockKind::Provisions(_)
        | BlockKind::Enclosure { .. }
        | BlockKind::Overleaf { .. }
        | BlockKind::Person { .. }
        | BlockKind::Table(_)
        | BlockKind::Contact { .. }
        | BlockKind::Date { .. }
        | BlockKind::Signature { .. } => false,
    }
}

fn field_spec<'a>(field: &'a Field, corpus: &Corpus, lang: Lang) -> ScriptField<'a> {
    ScriptField {
        id: &field.id,
        label: field.label.get(lang),
        kind: field.kind.word(),
        required: field.obligation.is_required(),
        obligation: field.obligation.word(),
        reading: field.furigana,
        heads: in_all_languages(|lang| field.label.get(lang).clone()),
        reading_heads: if field.furigana {
            in_all_languages(|lang| Messages::of(lang).with("reading-of", &[("label", field.label.get(lang))]))
        } else {
            Vec::new()
        },
        calendar: field.calendar.word(),
        options: options(field, corpus, lang),
    }
}

/// Returns the options of a field, or the entries of its table.
fn options(field: &Field, corpus: &Corpus, lang: Lang) -> Vec<EntryOption> {
    let Some(table) = chosen_code_table(field, corpus) else {
        let view = |(id, words): (&String, &String)| EntryOption { id: id.clone(), words: words.clone() };
        return field.options.iter().map(|option| view((&option.id, option.words.get(lang)))).collect();
    };
    table.rows.iter().map(|row| EntryOption { id: row.code.clone(), words: row.name.get(lang).clone() }).collect()
}

fn chosen_code_table<'a>(field: &Field, corpus: &'a Corpus) -> Option<&'a CodeTable> {
    let Some((Target::Table { set, table }, _)) = &field.table else { return None };
    corpus.set(set)?.tables.iter().find(|known| known.id == *table)
}

/// Makes entries for one page.
struct EntryMaker<'a> {
    corpus: &'a Corpus,
    messages: &'a Messages,
    draft: bool,
}

impl EntryMaker<'_> {
    fn entry(&self, field: &Field, block: &Block) -> FieldEntry {
        let lang = self.messages.lang();
        let (input, keyboard) = input(field.kind);
        // A date line stands by itself and has wide gaps; a date within a sentence has narrow ones.
        let line = if matches!(block.kind, BlockKind::Date { .. }) { "line" } else { "blank" };
        FieldEntry {
            id: field.id.clone(),
            label: on_screen(field, self.messages),
            kind: field.kind.word(),
            input,
            keyboard,
            // Where nothing is to be kept (consent, passwords) the browser is not to learn it either.
            autocomplete: if self.draft { autocomplete(field, &block.kind) } else { Some("off") },
            obligation: field.obligation.word(),
            lines: field.lines,
            options: options(field, self.corpus, lang),
            reading: field.furigana.then(|| self.messages.with("fill-reading", &[("label", field.label.get(lang))])),
            blank: (field.kind == FieldType::Date)
                .then(|| self.messages.text(&format!("date-{line}-{}", field.calendar.word()))),
            is_first: false,
        }
    }
}

/// Returns the label of a field as a page shows it: where paper asks for a circle, a screen has a box to tick (該当者に○).
fn on_screen(field: &Field, messages: &Messages) -> String {
    let label = field.label.get(messages.lang());
    if field.kind == FieldType::Check { label.replace('○', &messages.text("fill-tick")) } else { label.clone() }
}

/// Returns the type of an input, if the field is filled in with one, and the keyboard that a telephone shows for it.
fn input(kind: FieldType) -> (Option<&'static str>, Option<&'static str>) {
    match kind {
        FieldType::Telephone => (Some("tel"), None),
        FieldType::Email => (Some("email"), None),
        // Not `number`: such inputs drop what they do not take, full-width digits among it.
        FieldType::PostalCode | FieldType::Number => (Some("text"), Some("numeric")),
        FieldType::Text | FieldType::Furigana | FieldType::Date => (Some("text"), None),
        FieldType::Multiline | FieldType::Choice | FieldType::Radio | FieldType::Checkboxes | FieldType::Check => {
            (None, None)
        }
    }
}

/// Returns what the browser may offer: details of the person who fills in, and so never in a list of several people nor of who
/// signs for somebody else.
fn autocomplete(field: &Field, block: &BlockKind) -> Option<&'static str> {
    if matches!(block, BlockKind::Rows(_) | BlockKind::Person { proxy: true, .. }) {
        return Some("off");
    }
    let of_person = matches!(block, BlockKind::Person { .. } | BlockKind::Signature { .. });
    // A name with an address and a telephone number, and no person's, is that of an establishment.
    let has = |kind: FieldType| block.fields().iter().any(|field| field.kind == kind);
    let of_office = !of_person && (has(FieldType::Telephone) || has(FieldType::PostalCode));
    match field.kind {
        FieldType::Telephone => Some("tel"),
        FieldType::Email => Some("email"),
        FieldType::PostalCode => Some("postal-code"),
        FieldType::Date => Some("off"),
        FieldType::Text if of_person && field.id == "name" => Some("name"),
        FieldType::Text if of_office && field.id == "name" => Some("organization"),
        FieldType::Text if (of_person || of_office) && field.id == "address" => Some("address-line1"),
        FieldType::Text
        | FieldType::Number
        | FieldType::Multiline
        | FieldType::Furigana
        | FieldType::Choice
        | FieldType::Radio
        | FieldType::Checkboxes
        | FieldType::Check => None,
    }
}

/// Returns the paragraphs of a text cut at its places to fill in, and its language where it is not the page's.
fn sentence_pieces(text: &Text, scope: &PageScope<'_>) -> (Vec<Vec<SentencePiece>>, Option<&'static str>) {
    let lang = scope.messages.lang();
    let given = text.given(lang);
    let cut = |paragraph: &Vec<Inline<Target>>| {
        let mut found = Vec::new();
        collect_pieces(paragraph, scope, &mut found);
        found
    };
    (text.get(lang).iter().map(cut).collect(), (given != lang).then(|| given.code()))
}

fn collect_pieces(inlines: &[Inline<Target>], scope: &PageScope<'_>, found: &mut Vec<SentencePiece>) {
    for inline in inlines {
        // A place to fill in may stand within emphasis, whose tags then stand in pieces of their own.
        let mut wrapped = |tag: &str, attribute: &str, inner: &[Inline<Target>]| {
            found.push(SentencePiece::Html(format!("<{tag}{attribute}>")));
            collect_pieces(inner, scope, found);
            found.push(SentencePiece::Html(format!("</{tag}>")));
        };
        match inline {
            Inline::Link { target, .. } if let Target::Field(id) = target.as_ref() => {
                found.push(SentencePiece::Field(id.clone()));
            }
            Inline::Strong(inner) => wrapped("strong", "", inner),
            Inline::Emphasis(inner) => wrapped("em", "", inner),
            // A tag of a language has letters, digits and hyphens alone.
            Inline::Language { lang, words } => wrapped("span", &format!(" lang=\"{lang}\""), words),
            Inline::Link { .. }
            | Inline::Text(_)
            | Inline::Code(_)
            | Inline::Break
            | Inline::Ruby { .. }
            | Inline::Note(_)
            | Inline::Picture { .. } => {
                let html = to_html(std::slice::from_ref(inline), &scope.links);
                found.push(SentencePiece::Html(html));
            }
        }
    }
}
