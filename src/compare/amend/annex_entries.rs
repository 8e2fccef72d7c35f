//! What stands in forms and appended tables, piece by piece, each under its id.

use crate::base::locale::Lang;
use crate::compare::{BETWEEN_CELLS, plain_text};
use crate::corpus::{Block, BlockKind, CodeTable, Contact, Field, Form, Provision, Words};

/// A piece of a form or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AnnexEntry {
    /// The path of its ids.
    pub(super) key: String,
    /// Its words as they are printed.
    pub(super) words: String,
    /// What is filled in there, and how: not words, but part of what was decided.
    pub(super) details: String,
}

/// The pieces of `form`, its title first.
pub(super) fn form_entries(form: &Form, lang: Lang) -> Vec<AnnexEntry> {
    let mut lister = EntryLister { lang, entries: Vec::new() };
    lister.words("title", [&form.title]);
    lister.words("subtitle", &form.subtitle);
    for copy in &form.copies {
        let words = copy.label.iter().chain(&copy.from).chain(&copy.keeper);
        lister.words(&format!("copy {}", copy.id), words);
    }
    form.blocks.iter().for_each(|block| lister.block(block));
    lister.entries
}

/// The pieces of `table`, its title and the heads of its columns first.
pub(super) fn table_entries(table: &CodeTable, lang: Lang) -> Vec<AnnexEntry> {
    let mut lister = EntryLister { lang, entries: Vec::new() };
    lister.words("title", [&table.title]);
    let heads: Vec<&str> = table.columns.iter().map(|head| head.get(lang).as_str()).collect();
    lister.push("columns", heads.join(BETWEEN_CELLS), String::new());
    for row in &table.rows {
        let words = format!("{}{BETWEEN_CELLS}{}", row.code, row.name.get(lang));
        lister.push(&format!("row {}", row.code), words, String::new());
    }
    lister.entries
}

struct EntryLister {
    lang: Lang,
    entries: Vec<AnnexEntry>,
}

impl EntryLister {
    fn push(&mut self, key: &str, words: String, details: String) {
        if !words.is_empty() || !details.is_empty() {
            self.entries.push(AnnexEntry { key: key.to_owned(), words, details });
        }
    }

    fn words<'w>(&mut self, key: &str, list: impl IntoIterator<Item = &'w Words>) {
        let words: Vec<&str> = list.into_iter().map(|words| words.get(self.lang).as_str()).collect();
        self.push(key, words.join("　"), String::new());
    }

    fn block(&mut self, block: &Block) {
        let key = block.id.clone();
        self.words(&format!("{key} caption"), block.kind.caption());
        match &block.kind {
            BlockKind::Paragraph { text, .. } => self.push(&key, plain_text(text.get(self.lang)), String::new()),
            BlockKind::Heading(words) => self.words(&key, [words]),
            BlockKind::Overleaf { title, closing, .. } => {
                self.push(&key, title.get(self.lang).clone(), closing_mark(*closing));
            }
            BlockKind::Enclosure { closing, .. } => self.push(&key, "記".to_owned(), closing_mark(*closing)),
            BlockKind::Addressee { honorific, contact, .. } => {
                let name = contact.as_ref().map_or_else(String::new, |contact| self.contact(contact));
                self.push(&key, format!("{name}　{}", honorific.get(self.lang)).trim().to_owned(), String::new());
            }
            BlockKind::Sender(contact) | BlockKind::Contact { contact, .. } => {
                let words = self.contact(contact);
                self.push(&key, words, String::new());
            }
            BlockKind::Provisions(provisions) => provisions.iter().for_each(|provision| self.provision(provision)),
            BlockKind::Rows(rows) => {
                let text = rows.text.as_ref().map_or_else(String::new, |text| plain_text(text.get(self.lang)));
                let details = format!("{} {} {:?} {}", rows.count, rows.min, rows.max, rows.continues);
                self.push(&key, text, details);
                self.words(&format!("{key} numbered"), &rows.numbered);
            }
            BlockKind::Table(table) => {
                let rows = table_entries(table, self.lang);
                self.entries
                    .extend(rows.into_iter().map(|row| AnnexEntry { key: format!("{key} {}", row.key), ..row }));
            }
            // Its label is that of its field.
            BlockKind::Date { .. } => {}
            BlockKind::Person { seal, proxy, .. } => {
                self.push(&format!("{key} seal"), String::new(), format!("{seal:?} {proxy}"));
            }
            BlockKind::Signature { seal, .. } => self.push(&format!("{key} seal"), String::new(), format!("{seal:?}")),
            BlockKind::Fields { office_use, .. } | BlockKind::Lines { office_use, .. } => {
                self.push(&format!("{key} use"), String::new(), office_use.to_string());
            }
        }
        block.kind.fields().iter().for_each(|field| self.field(&key, field));
        block.kind.inner().iter().for_each(|inner| self.block(inner));
    }

    fn field(&mut self, block: &str, field: &Field) {
        let label = field.label.get(self.lang).clone();
        let options = field.options.iter().map(|option| format!("□{}", option.words.get(self.lang)));
        let words: Vec<String> = std::iter::once(label).chain(options).collect();
        let table = field.table.as_ref().map(|(_, cite)| cite.get(self.lang).to_owned());
        let details = format!(
            "{:?} {} {} {:?} {} {}",
            field.kind,
            field.obligation.is_required(),
            field.lines,
            field.calendar,
            field.furigana,
            table.unwrap_or_default(),
        );
        self.push(&format!("{block}.{}", field.id), words.join("　"), details);
    }

    fn provision(&mut self, provision: &Provision) {
        let caption = provision.caption.as_ref().map(|caption| caption.get(self.lang).clone());
        let text = provision.text.as_ref().map(|text| plain_text(text.get(self.lang)));
        let label = Some(provision.label.get(self.lang).to_owned());
        let parts: Vec<String> = label.into_iter().chain(caption).chain(text).filter(|part| !part.is_empty()).collect();
        self.push(&provision.anchor, parts.join("　"), String::new());
        provision.items.iter().chain(&provision.paragraphs).for_each(|below| self.provision(below));
    }

    fn contact(&self, contact: &Contact) -> String {
        let own = contact.words().map(|words| words.get(self.lang).clone());
        let plain = [&contact.postal_code, &contact.telephone, &contact.fax, &contact.email];
        let parts: Vec<String> = own.chain(plain.into_iter().flatten().cloned()).collect();
        parts.join("　")
    }
}

fn closing_mark(closing: bool) -> String {
    if closing { "以上".to_owned() } else { String::new() }
}
