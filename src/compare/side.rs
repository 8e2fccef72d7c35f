//! One side of a comparison: the provisions of documents as a flat list.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Word, split_words};
use crate::base::locale::Lang;
use crate::base::markup::{Inline, RichText, to_plain};
use crate::content::{BindingRange, Modality, SetKey};
use crate::corpus::{CellTable, Corpus, Division, Document, PlacedCell, Provision, Role, Set, Target, Text, Words};

/// The provisions of one side, in the order in which they are printed, each before what stands below it.
#[derive(Debug)]
pub struct Side<'a> {
    /// The corpus of the set.
    pub corpus: &'a Corpus,
    /// The set.
    pub set: &'a Set,
    /// The documents.
    pub documents: Vec<&'a Document>,
    /// The language of the words.
    pub lang: Lang,
    /// Divisions with a title and provisions.
    pub items: Vec<SideItem<'a>>,
    /// The same items in Japanese, where `lang` is another language.
    japanese: Option<Box<Self>>,
}

/// A provision, or the head of a supplementary provision or an appendix.
#[derive(Debug)]
pub struct SideItem<'a> {
    /// The document.
    pub document: &'a Document,
    /// The anchor in the document.
    pub anchor: &'a str,
    /// The division it stands in; `None` for a note above the title.
    pub division: Option<&'a Division>,
    /// The provision; `None` for the head of a division.
    pub provision: Option<&'a Provision>,
    /// The place of what it stands below.
    pub parent: Option<usize>,
    /// The number of provisions above it.
    pub depth: usize,
    /// The number printed at its head.
    pub label: String,
    /// Its caption, or the title of the division.
    pub caption: Vec<Word>,
    /// Its own text, without what stands below it.
    pub text: Vec<Word>,
    /// Its topic, where it names one itself.
    pub own_topic: Option<&'a str>,
    /// The requirements that are mapped to it.
    pub requirements: BTreeSet<&'a str>,
    /// How firmly it binds; `None` where it says nothing itself, or in the baseline where no requirement comes from it.
    pub force: Option<BindingRange>,
}

impl<'a> Side<'a> {
    /// The provisions of `document`, which belongs to `set`.
    #[must_use]
    pub fn of_document(corpus: &'a Corpus, set: &'a Set, document: &'a Document, lang: Lang) -> Self {
        Self::of(corpus, set, vec![document], lang)
    }

    /// The provisions of all documents of `set`.
    #[must_use]
    pub fn of_set(corpus: &'a Corpus, set: &'a Set, lang: Lang) -> Self {
        Self::of(corpus, set, set.documents.iter().collect(), lang)
    }

    fn of(corpus: &'a Corpus, set: &'a Set, documents: Vec<&'a Document>, lang: Lang) -> Self {
        let side = Self::in_language(corpus, set, documents, lang);
        match lang {
            Lang::Ja => side,
            // Told apart, since the translation of two texts that are the same may not be.
            Lang::En => {
                let japanese = Self::in_language(corpus, set, side.documents.clone(), Lang::Ja);
                Self { japanese: Some(Box::new(japanese)), ..side }
            }
        }
    }

    fn in_language(corpus: &'a Corpus, set: &'a Set, documents: Vec<&'a Document>, lang: Lang) -> Self {
        let mut lister =
            Lister { lang, mapped: mapped(corpus, set), forces: Forces::of(corpus, set), items: Vec::new() };
        for document in &documents {
            lister.document(document);
        }
        Self { corpus, set, lang, items: lister.items, documents, japanese: None }
    }

    /// Returns the side by whose words it is decided what corresponds and what differs: this one in Japanese.
    #[must_use]
    pub fn deciding(&self) -> &Self {
        self.japanese.as_deref().unwrap_or(self)
    }

    /// Whether the Japanese is written with the commas of horizontal writing (，) and none of vertical writing (、); `None`
    /// where it has neither. Both are one sign to every comparison.
    #[must_use]
    pub fn has_western_commas(&self) -> Option<bool> {
        let items = &self.deciding().items;
        let has = |comma: char| items.iter().any(|item| item.text.iter().any(|word| word.written.contains(comma)));
        match (has('，'), has('、')) {
            (false, false) => None,
            (western, japanese) => Some(western && !japanese),
        }
    }

    /// The same provisions in the words of `lang`.
    #[must_use]
    pub fn spoken_in(&self, lang: Lang) -> Self {
        let item = |item: &SideItem<'a>| {
            let (label, caption, text) = item_words(item.division, item.provision, lang);
            SideItem { label, caption, text, requirements: item.requirements.clone(), ..*item }
        };
        let items = self.items.iter().map(item).collect();
        Self { corpus: self.corpus, set: self.set, documents: self.documents.clone(), lang, items, japanese: None }
    }

    /// The place of the provision `anchor` of `document`.
    #[must_use]
    pub fn find(&self, document: &str, anchor: &str) -> Option<usize> {
        self.items.iter().position(|item| item.document.id == document && item.anchor == anchor)
    }

    /// The places of what stands directly below `parent`; of what stands below nothing for `None`.
    pub fn below(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = parent.map_or(0, |parent| parent + 1);
        let depth = parent.map_or(0, |parent| self.items[parent].depth + 1);
        // What stands below follows directly and deeper, until something as high as the parent comes.
        let within = self.items[first..].iter().take_while(move |item| item.depth >= depth);
        within.enumerate().filter(move |(_, item)| item.depth == depth).map(move |(at, _)| first + at)
    }
}

impl SideItem<'_> {
    /// Caption and text as they are compared, without white space.
    #[must_use]
    pub fn value(&self) -> String {
        self.caption.iter().chain(&self.text).map(|word| word.value.as_str()).collect()
    }

    /// Whether it says nothing itself.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.caption.is_empty() && self.text.is_empty()
    }
}

/// The letters of a text, a new line for every paragraph and forced break.
#[must_use]
pub fn plain_text<T>(text: &RichText<T>) -> String {
    fn letters<T>(inlines: &[Inline<T>], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => out.push_str(text),
                Inline::Break => out.push('\n'),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Language { words: inner, .. }
                | Inline::Link { words: inner, .. } => {
                    letters(inner, out);
                }
                Inline::Note(inner) => {
                    out.push('（');
                    letters(inner, out);
                    out.push('）');
                }
                Inline::Ruby { base, .. } => out.push_str(base),
                Inline::Picture { alt, .. } => out.push_str(alt),
            }
        }
    }
    let paragraph = |paragraph: &Vec<Inline<T>>| {
        let mut out = String::new();
        letters(paragraph, &mut out);
        out
    };
    text.iter().map(paragraph).collect::<Vec<_>>().join("\n")
}

/// The provisions of `set` that a mapping is read together with, by document and anchor, each with the requirements.
pub(super) fn read_together(set: &Set) -> BTreeMap<(&str, &str), BTreeSet<&str>> {
    let mut read: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for mapping in &set.conformance.mappings {
        for target in &mapping.with {
            if let Target::Provision { document, anchor, .. } = target {
                read.entry((document.as_str(), anchor.as_str())).or_default().insert(mapping.requirement.as_str());
            }
        }
    }
    read
}

/// The requirements mapped to each provision of `set`, by document and anchor.
fn mapped<'a>(corpus: &'a Corpus, set: &'a Set) -> BTreeMap<(&'a str, &'a str), BTreeSet<&'a str>> {
    let mut mapped: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    let mut add = |document: &'a str, anchor: &'a str, requirement: &'a str| {
        mapped.entry((document, anchor)).or_default().insert(requirement);
    };
    for mapping in &set.conformance.mappings {
        add(&mapping.document, &mapping.anchor, &mapping.requirement);
    }
    // The baseline has no mappings of its own: its requirements say from which provisions they come.
    if set.key == SetKey::Baseline {
        for requirement in corpus.requirements() {
            for (document, anchor) in &requirement.provisions {
                add(document, anchor, &requirement.id);
            }
        }
    }
    mapped
}

/// How firmly the provisions of a set bind.
enum Forces<'a> {
    /// By what its authors say at each, and by mappings that say otherwise.
    Said(BTreeMap<(&'a str, &'a str), BindingRange>),
    /// By the levels of the requirements that come from each.
    OfBaseline(BTreeMap<&'a str, BindingRange>),
}

impl<'a> Forces<'a> {
    fn of(corpus: &'a Corpus, set: &'a Set) -> Self {
        if set.key == SetKey::Baseline {
            let levels =
                corpus.requirements().map(|requirement| (requirement.id.as_str(), requirement.level.binding()));
            return Self::OfBaseline(levels.collect());
        }
        let mut said: BTreeMap<(&str, &str), BindingRange> = BTreeMap::new();
        for mapping in &set.conformance.mappings {
            let range = BindingRange::just(mapping.modality);
            let known = said.entry((&mapping.document, &mapping.anchor)).or_insert(range);
            *known = known.with(range);
        }
        Self::Said(said)
    }

    /// The force of what stands at `anchor`, below something whose force is `above`.
    fn at(
        &self,
        document: &Document,
        anchor: &str,
        own: Option<Modality>,
        requirements: &BTreeSet<&str>,
        above: Option<BindingRange>,
    ) -> Option<BindingRange> {
        match self {
            Self::Said(said) => {
                let said = said.get(&(document.id.as_str(), anchor)).copied();
                said.or(own.map(BindingRange::just)).or(above)
            }
            Self::OfBaseline(levels) => {
                let ranges = requirements.iter().filter_map(|id| levels.get(id).copied());
                ranges.reduce(BindingRange::with).or(above)
            }
        }
    }

    /// The force of a document's provisions that say none.
    fn outermost(&self, document: &Document) -> Option<BindingRange> {
        match self {
            // Left out everywhere, a text binds (content/README.md).
            Self::Said(_) => {
                let modality = document.modality.as_ref().map_or(Modality::Must, |modality| modality.value);
                Some(BindingRange::just(modality))
            }
            Self::OfBaseline(_) => None,
        }
    }
}

struct Lister<'a> {
    lang: Lang,
    mapped: BTreeMap<(&'a str, &'a str), BTreeSet<&'a str>>,
    forces: Forces<'a>,
    items: Vec<SideItem<'a>>,
}

/// What an item stands in.
#[derive(Clone, Copy)]
struct Above {
    /// The place of what it stands below.
    parent: Option<usize>,
    force: Option<BindingRange>,
}

impl<'a> Lister<'a> {
    fn document(&mut self, document: &'a Document) {
        let force = self.forces.outermost(document);
        for note in &document.notes {
            self.provision(document, None, note, Above { parent: None, force });
        }
        for division in &document.divisions {
            let own = division.modality.as_ref().map(|modality| modality.value);
            let force = self.forces.at(document, &division.anchor, own, &BTreeSet::new(), force);
            // The body has no head of its own, so that its articles stand at depth 0 beside the heads of 附則 and 別表.
            let is_headed = division.role != Role::Body;
            let above = Above { parent: None, force };
            let parent = is_headed.then(|| self.push(document, &division.anchor, Some(division), None, above));
            for provision in &division.provisions {
                self.provision(document, Some(division), provision, Above { parent, force });
            }
        }
    }

    fn provision(
        &mut self,
        document: &'a Document,
        division: Option<&'a Division>,
        provision: &'a Provision,
        above: Above,
    ) {
        let own = provision.modality.as_ref().map(|modality| modality.value);
        let mapped = self.mapped.get(&(document.id.as_str(), provision.anchor.as_str()));
        let none = BTreeSet::new();
        let force = self.forces.at(document, &provision.anchor, own, mapped.unwrap_or(&none), above.force);
        let at = self.push(document, &provision.anchor, division, Some(provision), Above { force, ..above });
        // What a mapping says of one provision is not said of what stands below it.
        let below = match self.forces {
            Forces::Said(_) => own.map(BindingRange::just).or(above.force),
            Forces::OfBaseline(_) => force,
        };
        for inner in provision.items.iter().chain(&provision.paragraphs) {
            self.provision(document, division, inner, Above { parent: Some(at), force: below });
        }
    }

    fn push(
        &mut self,
        document: &'a Document,
        anchor: &'a str,
        division: Option<&'a Division>,
        provision: Option<&'a Provision>,
        Above { parent, force }: Above,
    ) -> usize {
        let (label, caption, text) = item_words(division, provision, self.lang);
        let depth = parent.map_or(0, |parent| self.items[parent].depth + 1);
        let requirements = self.mapped.get(&(document.id.as_str(), anchor)).cloned().unwrap_or_default();
        let own_topic = match provision {
            Some(provision) => provision.topic.as_deref(),
            None => division.and_then(|division| division.topic.as_deref()),
        };
        // A heading binds nobody.
        let force = force.filter(|_| provision.is_some_and(|provision| provision.text.is_some()));
        self.items.push(SideItem {
            document,
            anchor,
            division,
            provision,
            parent,
            depth,
            label,
            caption,
            text,
            own_topic,
            requirements,
            force,
        });
        self.items.len() - 1
    }
}

/// The number, the caption and the text of a provision, or of the head of a division.
fn item_words(
    division: Option<&Division>,
    provision: Option<&Provision>,
    lang: Lang,
) -> (String, Vec<Word>, Vec<Word>) {
    let spoken = |words: Option<&Words>| words.map_or_else(String::new, |words| words.get(lang).clone());
    let Some(provision) = provision else {
        let label = spoken(division.and_then(|division| division.label.as_ref()));
        let title = spoken(division.and_then(|division| division.title.as_ref()));
        // What is called by its title bears it once.
        let title = if title == label { String::new() } else { title };
        return (label, split_words(&title), Vec::new());
    };
    let mut text = provision.text.as_ref().map_or_else(String::new, |text| plain_text(text.get(lang)));
    // The page prints it before the words of the first paragraph, in English alone.
    let first = provision.first_label.get(lang);
    if !first.is_empty() && !text.is_empty() {
        text.insert_str(0, &format!("{first} "));
    }
    for line in provision.table.iter().flat_map(|table| table_lines(table, lang)) {
        if !text.is_empty() {
            text.push('\n');
        }
        // A table counts as text of the provision that it stands in, row by row: one other cell makes the provision
        // differ (tests/cases/compare/cells.txt).
        text.push_str(&line);
    }
    (provision.label.get(lang).to_owned(), split_words(&spoken(provision.caption.as_ref())), split_words(&text))
}

/// The sign between the cells of a row that is said in a line.
pub const BETWEEN_CELLS: &str = "\u{3000}｜\u{3000}";

/// Returns a table as lines: its caption, a line for each row, its notes. A cell stands in the row in which it begins.
#[must_use]
pub fn table_lines(table: &CellTable, lang: Lang) -> Vec<String> {
    let letters = |text: &Text| to_plain(text.get(lang));
    let line = |row: &Vec<PlacedCell>| {
        let cells: Vec<String> = row.iter().map(|cell| cell.text.as_ref().map_or_else(String::new, letters)).collect();
        cells.join(BETWEEN_CELLS)
    };
    let caption = table.caption.iter().map(|caption| caption.get(lang).clone());
    let rows = table.head.iter().chain(&table.rows).map(line);
    caption.chain(rows).chain(table.notes.iter().map(letters)).collect()
}
