//! Requirements, what the baseline asks and what a region says, side by side.

use serde::Serialize;

use super::summary::{level_word, modality_word, name_of, status_word};
use crate::base::locale::Lang;
use crate::base::markup::TypstInline;
use crate::conformance::{RequirementStanding, Status, words};
use crate::content::{RequirementLevel, Scope, SetKey};
use crate::corpus::{Corpus, Document, Mapping, Provision, Requirement, Set, Target, Text};
use crate::forms::Medium;
use crate::pdf::paper::{PaperMedium, PaperProvision};

/// A text of more letters is not given in full where a few words will do.
const BRIEF: usize = 130;

/// The length at which requirements are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Telling {
    /// Required, and departing: both texts in full.
    Required,
    /// Departing in what some provision or reason says: in short.
    Others,
    /// No provision, and nothing to be said of it: a line each.
    Omitted,
    /// Not judged: in short.
    Missing,
    /// Met: a line each.
    Met,
}

impl Telling {
    /// Returns the length at which `entry` is reported.
    fn of(entry: &RequirementStanding<'_>) -> Self {
        match entry.status {
            Status::NotAvailable => Self::Missing,
            status if status.is_met() => Self::Met,
            // A required item is told in full even where nothing provides for it: the council has to talk about it.
            _ if entry.requirement.level == RequirementLevel::Required => Self::Required,
            Status::Omitted if entry.deviation.is_none() => Self::Omitted,
            Status::Covered
            | Status::Stricter
            | Status::Partial
            | Status::Weaker
            | Status::Different
            | Status::Unclear
            | Status::Omitted => Self::Others,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Others => "others",
            Self::Omitted => "omitted",
            Self::Missing => "missing",
            Self::Met => "met",
        }
    }

    /// The heads of the columns, by message.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Required | Self::Others => &["asked", "here"],
            Self::Missing => &["asked", "elsewhere"],
            Self::Omitted => &["item", "level", "source"],
            Self::Met => &["item", "level", "here", "force", "verdict"],
        }
    }

    /// Whether what is asked and what is said stand side by side.
    fn is_compared(self) -> bool {
        matches!(self, Self::Required | Self::Others)
    }

    /// Whether each requirement takes a line.
    fn is_list(self) -> bool {
        matches!(self, Self::Omitted | Self::Met)
    }
}

/// Requirements that are told in the same way.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    telling: Telling,
    title: String,
    lead: String,
    columns: Vec<String>,
    groups: Vec<ReportGroup>,
}

/// Requirements about one matter.
#[derive(Debug, Serialize)]
struct ReportGroup {
    title: String,
    items: Vec<ReportItem>,
}

/// A requirement and how the region stands to it.
#[derive(Debug, Serialize)]
struct ReportItem {
    /// Its number in the report; none where it is met.
    number: Option<usize>,
    title: String,
    id: String,
    status: String,
    /// Its level, where the section does not say it, and whether it is outside MCS.
    marks: Vec<String>,
    baseline: Asked,
    region: Vec<QuotedProvision>,
    /// The words in place of provisions where there are none.
    nothing: String,
    /// What differs, or why it is looked for elsewhere.
    differs: Option<Prose>,
    /// The council's reason.
    reason: Option<Prose>,
    /// The notes of the provisions' mappings, where what differs does not say it.
    notes: Vec<Prose>,
}

/// The words of the baseline.
#[derive(Debug, Serialize)]
struct Asked {
    /// The provisions that it comes from.
    place: String,
    text: Option<Prose>,
    /// The provisions' own text, where the requirement has none.
    provisions: Vec<PaperProvision>,
    /// The conditions of each alternative in words.
    conditions: Vec<String>,
}

/// A provision of the region with its words.
#[derive(Debug, Serialize)]
struct QuotedProvision {
    name: String,
    force: String,
    /// Its text; nothing where its name is enough.
    provisions: Vec<PaperProvision>,
    /// The values that it gives to the parameters, one line a choice.
    given: Vec<String>,
    /// The provisions that are read together with it.
    with: Vec<Read>,
}

/// A provision or form that is read together with another.
#[derive(Debug, Serialize)]
struct Read {
    name: String,
    provisions: Vec<PaperProvision>,
}

/// Running text and its language, where that is not the sheet's.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Prose {
    texts: Vec<Vec<TypstInline>>,
    text_lang: Option<&'static str>,
}

/// Writes requirements one after another.
pub(super) struct Items<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) set: &'a Set,
    pub(super) writer: PaperMedium<'a>,
    /// The number of the last one that has a number.
    pub(super) number: usize,
}

impl Items<'_> {
    /// The entries that are so told, by group; `None` where there is none.
    pub(super) fn section(&mut self, telling: Telling, entries: &[RequirementStanding<'_>]) -> Option<Section> {
        let mut groups = Vec::new();
        for group in &self.corpus.groups {
            let here = |entry: &&RequirementStanding<'_>| {
                Telling::of(entry) == telling && group.requirements.iter().any(|one| one.id == entry.requirement.id)
            };
            let items: Vec<ReportItem> = entries.iter().filter(here).map(|entry| self.item(telling, entry)).collect();
            if !items.is_empty() {
                groups.push(ReportGroup { title: self.writer.word(&group.title), items });
            }
        }
        let messages = self.writer.messages;
        let name = self.set.name.get(messages.lang());
        let column = |id: &&str| messages.with(&format!("report-{id}"), &[("region", name)]);
        (!groups.is_empty()).then(|| Section {
            telling,
            title: messages.text(&format!("report-section-{}", telling.word())),
            lead: messages.text(&format!("report-lead-{}", telling.word())),
            columns: telling.columns().iter().map(column).collect(),
            groups,
        })
    }

    fn item(&mut self, telling: Telling, entry: &RequirementStanding<'_>) -> ReportItem {
        // In a meeting it is the departures that are called by number.
        let has_number = telling != Telling::Met;
        self.number += usize::from(has_number);
        let messages = self.writer.messages;
        let requirement = entry.requirement;
        let marks = [
            (telling != Telling::Required).then(|| level_word(requirement.level, messages)),
            (requirement.scope == Scope::Outside).then(|| messages.text("scope-outside")),
        ];
        let departing = entry.acknowledged().filter(|_| telling != Telling::Missing);
        let differs = match telling {
            Telling::Missing => entry.elsewhere.map(|elsewhere| &elsewhere.reason),
            Telling::Required | Telling::Others | Telling::Omitted | Telling::Met => {
                departing.map(|deviation| &deviation.differs)
            }
        };
        ReportItem {
            number: has_number.then_some(self.number),
            title: self.writer.word(&requirement.title),
            id: requirement.id.clone(),
            status: status_word(entry.status, messages),
            marks: marks.into_iter().flatten().collect(),
            baseline: self.asked(telling, requirement),
            region: entry.mappings.iter().map(|mapping| self.quoted_mapping(telling, entry, mapping)).collect(),
            nothing: self.nothing(entry),
            differs: differs.map(|differs| self.prose(differs)),
            reason: departing.and_then(|deviation| deviation.reason.as_ref()).map(|reason| self.prose(reason)),
            notes: self.notes(telling, entry),
        }
    }

    /// Returns the notes of the mappings, each once. What differs says what a note does, and one of them is enough.
    fn notes(&self, telling: Telling, entry: &RequirementStanding<'_>) -> Vec<Prose> {
        let is_noted = match telling {
            Telling::Others => entry.deviation.is_none(),
            Telling::Met => entry.status == Status::Stricter,
            Telling::Required | Telling::Omitted | Telling::Missing => false,
        };
        let notes = entry.mappings.iter().filter_map(|mapping| mapping.note.as_ref()).filter(|_| is_noted);
        let mut notes: Vec<Prose> = notes.map(|note| self.prose(note)).collect();
        // Several provisions that meet a requirement together often have one note.
        notes.dedup();
        notes
    }

    /// Returns the words in place of missing provisions: the document that could not be obtained, or that there is nothing.
    fn nothing(&self, entry: &RequirementStanding<'_>) -> String {
        let absent = entry
            .elsewhere
            .and_then(|elsewhere| self.set.unavailable.iter().find(|document| document.id == elsewhere.document));
        match absent {
            Some(document) => self.writer.word(&document.title),
            None => self.writer.messages.text("report-nothing"),
        }
    }

    fn asked(&self, telling: Telling, requirement: &Requirement) -> Asked {
        let messages = self.writer.messages;
        let baseline = self.corpus.set(&SetKey::Baseline);
        let found: Vec<(&Document, &str)> = requirement
            .provisions
            .iter()
            .filter_map(|(document, anchor)| Some((baseline?.document(document)?, anchor.as_str())))
            .collect();
        let mut cites: Vec<String> =
            found.iter().map(|(document, anchor)| document.cite(anchor, messages.lang())).collect();
        cites.dedup();
        let cites = cites.join(&messages.text("report-comma"));
        // The first provision is the main place; its text is that of the requirement, where it has none of its own.
        let main = found.first().filter(|_| !telling.is_list() && requirement.text.is_none());
        let main = main.map_or_else(Vec::new, |(document, anchor)| document.at(anchor));
        let is_told = telling == Telling::Required || length(&main) <= BRIEF;
        let conditions = requirement.alternatives.iter().filter(|_| telling.is_compared());
        Asked {
            place: if telling.is_list() { cites } else { messages.with("report-place", &[("cites", &cites)]) },
            text: requirement.text.as_ref().filter(|_| !telling.is_list()).map(|text| self.prose(text)),
            provisions: main.into_iter().filter(|_| is_told).map(|provision| self.writer.node(provision)).collect(),
            conditions: conditions
                .map(|conditions| words::conditions(requirement, conditions, messages))
                .map(|phrases| phrases.join(&messages.text("report-comma")))
                .collect(),
        }
    }

    fn quoted_mapping(&self, telling: Telling, entry: &RequirementStanding<'_>, mapping: &Mapping) -> QuotedProvision {
        let messages = self.writer.messages;
        let own = Target::Provision {
            set: self.set.key.clone(),
            document: mapping.document.clone(),
            anchor: mapping.anchor.clone(),
        };
        // Words that tell what departs are enough where the requirement is none of the required ones.
        let in_full = match telling {
            Telling::Required => true,
            Telling::Others => mapping.note.is_none() && entry.deviation.is_none(),
            Telling::Omitted | Telling::Missing | Telling::Met => false,
        };
        let given = mapping.given.iter().filter(|_| telling.is_compared());
        let with = mapping.with.iter().map(|target| Read {
            name: if telling.is_list() { self.cite(target) } else { self.name(target) },
            provisions: self.full(target, telling == Telling::Required, BRIEF),
        });
        QuotedProvision {
            name: self.name(&own),
            force: modality_word(mapping.modality, messages),
            provisions: self.full(&own, in_full, usize::MAX),
            given: given
                .map(|given| words::givens(entry.requirement, given, messages))
                .map(|phrases| phrases.join(&messages.text("report-comma")))
                .collect(),
            with: with.collect(),
        }
    }

    /// Returns the name of a provision or form; of several documents of the region, its own is named first.
    fn name(&self, target: &Target) -> String {
        self.in_its_document(target, name_of(self.set, target, self.writer.messages))
    }

    /// The same without a caption.
    fn cite(&self, target: &Target) -> String {
        let lang = self.writer.messages.lang();
        match target {
            Target::Provision { document, anchor, .. } => {
                let found = self.set.document(document).map(|document| document.cite(anchor, lang));
                self.in_its_document(target, found.unwrap_or_default())
            }
            Target::Form { .. }
            | Target::Law { .. }
            | Target::Guideline { .. }
            | Target::Table { .. }
            | Target::Contact { .. }
            | Target::Unavailable { .. }
            | Target::Field(_)
            | Target::Address { .. } => self.name(target),
        }
    }

    fn in_its_document(&self, target: &Target, name: String) -> String {
        match target {
            Target::Provision { document, .. } if self.set.documents.len() > 1 => {
                let document = self.set.document(document).map(|document| self.writer.word(&document.short_title));
                document.into_iter().chain([name]).collect::<Vec<_>>().join(" ")
            }
            Target::Provision { .. }
            | Target::Form { .. }
            | Target::Law { .. }
            | Target::Guideline { .. }
            | Target::Table { .. }
            | Target::Contact { .. }
            | Target::Unavailable { .. }
            | Target::Field(_)
            | Target::Address { .. } => name,
        }
    }

    /// The provisions that `target` names, if they are to be given `in_full` and have no more than so many letters.
    fn full(&self, target: &Target, in_full: bool, most: usize) -> Vec<PaperProvision> {
        let Target::Provision { document, anchor, .. } = target else { return Vec::new() };
        let document = self.set.document(document).filter(|_| in_full);
        let provisions = document.map_or_else(Vec::new, |document| document.at(anchor));
        let provisions = if length(&provisions) > most { Vec::new() } else { provisions };
        provisions.into_iter().map(|provision| self.writer.node(provision)).collect()
    }

    fn prose(&self, text: &Text) -> Prose {
        let (lang, given) = (self.writer.messages.lang(), text.given(self.writer.messages.lang()));
        Prose { texts: self.writer.text(text), text_lang: (given != lang).then(|| given.code()) }
    }
}

/// Counts the letters of the provisions in Japanese, so that both languages are abridged alike.
fn length(provisions: &[&Provision]) -> usize {
    provisions.iter().map(|provision| provision.letters(Lang::Ja).chars().count()).sum()
}
