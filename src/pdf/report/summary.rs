//! The parts of a report that are about the whole: documents, counts, who does what, what words mean.

use fluent::FluentArgs;
use serde::Serialize;

use crate::base::locale::Messages;
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::conformance::{RequirementStanding, Status};
use crate::content::{Actor, Modality, RequirementLevel, SetKey};
use crate::corpus::query::notices;
use crate::corpus::{Corpus, Document, Form, Set, Target};

const LEVELS: [RequirementLevel; 5] = [
    RequirementLevel::Required,
    RequirementLevel::Instructed,
    RequirementLevel::Recommended,
    RequirementLevel::Advised,
    RequirementLevel::Optional,
];
const MODALITIES: [Modality; 5] =
    [Modality::Must, Modality::Should, Modality::Consider, Modality::May, Modality::Unclear];
const ACTORS: [Actor; 3] = [Actor::Facility, Actor::Administrator, Actor::User];

/// A document that was read.
#[derive(Debug, Serialize)]
pub(super) struct DocumentRow {
    /// The side: the region's or the baseline's.
    side: String,
    title: String,
    issuer: String,
    edition: String,
    read: String,
}

/// The number of requirements of each level with each status.
#[derive(Debug, Serialize)]
pub(super) struct StatusCounts {
    columns: Vec<String>,
    rows: Vec<CountRow>,
}

#[derive(Debug, Serialize)]
struct CountRow {
    label: String,
    counts: Vec<usize>,
    /// The total of the rows above.
    total: bool,
}

/// The roles of the region that do what the baseline gives to its actors.
#[derive(Debug, Serialize)]
pub(super) struct Actors {
    title: String,
    lead: String,
    columns: Vec<String>,
    groups: Vec<ActorRows>,
}

#[derive(Debug, Serialize)]
struct ActorRows {
    title: String,
    roles: Vec<RoleRow>,
}

#[derive(Debug, Serialize)]
struct RoleRow {
    name: String,
    /// The provision by which the region sets it up.
    provision: String,
    /// The requirements that it meets in the actor's place; how many they are, where they are a user's.
    tasks: String,
}

/// Words of one kind and what they mean.
#[derive(Debug, Serialize)]
pub(super) struct Legend {
    title: String,
    entries: Vec<(String, String)>,
}

/// The region's documents, then those of the baseline.
pub(super) fn document_rows(corpus: &Corpus, set: &Set, messages: &Messages) -> Vec<DocumentRow> {
    let baseline = corpus.set(&SetKey::Baseline);
    let style = date_style(set);
    let sides = [("report-side-region", Some(set)), ("report-side-baseline", baseline)];
    let of_side = |(side, set): (&str, Option<&Set>)| -> Vec<DocumentRow> {
        let documents = set.into_iter().flat_map(|set| set.documents.iter().map(move |document| (set, document)));
        documents.map(|(set, document)| document_row(messages.text(side), set, document, style, messages)).collect()
    };
    sides.into_iter().flat_map(of_side).collect()
}

/// The style in which the report writes dates: the region's own.
pub(in crate::pdf) fn date_style(set: &Set) -> DateStyle {
    set.documents.first().map(|document| document.dates).unwrap_or_default()
}

fn document_row(side: String, set: &Set, document: &Document, style: DateStyle, messages: &Messages) -> DocumentRow {
    let lang = messages.lang();
    let date = |date| dates::write_date(date, style, lang);
    let dated = document.source.as_ref().and_then(|source| source.dated).map(date);
    let in_force = document.enacted.is_some() || !document.amended.is_empty();
    let edition = match dated {
        // A document that says from when on it holds is known by that; the date on the publication stands in for it
        // elsewhere.
        _ if in_force => notices::edition(document, messages),
        Some(dated) => messages.with("report-dated", &[("date", &dated)]),
        None => messages.text("report-undated"),
    };
    DocumentRow {
        side,
        title: document.title.get(lang).clone(),
        issuer: set.council.get(lang).clone(),
        edition,
        read: document.source.as_ref().map_or_else(String::new, |source| date(source.read)),
    }
}

/// Returns the result in a few sentences.
pub(super) fn summary_sentences(entries: &[RequirementStanding<'_>], messages: &Messages) -> Vec<String> {
    let required: Vec<&RequirementStanding<'_>> =
        entries.iter().filter(|entry| entry.requirement.level == RequirementLevel::Required).collect();
    let departing = required.iter().filter(|entry| entry.status.departs()).count();
    let explained = required.iter().filter(|entry| entry.is_acknowledged()).count();
    let mut args = totals(required.into_iter());
    args.set("explained", explained);
    let explanation = match departing {
        0 => None,
        _ if departing == explained => Some("report-explained-all"),
        _ => Some("report-explained-some"),
    };
    let ids = [Some("report-result-required"), explanation].into_iter().flatten();
    let mut sentences: Vec<String> = ids.map(|id| messages.format(id, &args)).collect();
    sentences.push(messages.format("report-result-all", &totals(entries.iter())));
    sentences
}

/// Counts all entries, and those that are met, depart or could not be judged.
fn totals<'a>(entries: impl Iterator<Item = &'a RequirementStanding<'a>>) -> FluentArgs<'static> {
    let statuses: Vec<Status> = entries.map(|entry| entry.status).collect();
    let count = |wanted: fn(Status) -> bool| statuses.iter().filter(|status| wanted(**status)).count();
    let mut args = FluentArgs::new();
    args.set("total", statuses.len());
    args.set("met", count(Status::is_met));
    args.set("departing", count(Status::departs));
    args.set("unknown", count(|status| status == Status::NotAvailable));
    args
}

/// A row for each level that the baseline has, and one for all.
pub(super) fn count_statuses(entries: &[RequirementStanding<'_>], messages: &Messages) -> StatusCounts {
    let row = |label: String, level: Option<RequirementLevel>| {
        let of_level = || entries.iter().filter(|entry| level.is_none_or(|level| entry.requirement.level == level));
        let by_status = Status::ALL.map(|status| of_level().filter(|entry| entry.status == status).count());
        let counts = by_status.into_iter().chain([of_level().count()]).collect();
        CountRow { label, counts, total: level.is_none() }
    };
    // A baseline of a vendor's own need not use every level; a row of noughts would look like an answer.
    let has = |level: &RequirementLevel| entries.iter().any(|entry| entry.requirement.level == *level);
    let levels = LEVELS.into_iter().filter(has);
    let mut rows: Vec<CountRow> = levels.map(|level| row(level_word(level, messages), Some(level))).collect();
    rows.push(row(messages.text("report-total"), None));
    let statuses = Status::ALL.map(|status| status_word(status, messages));
    let ends = [messages.text("report-level"), messages.text("report-total")];
    let [first, last] = ends;
    StatusCounts { columns: [first].into_iter().chain(statuses).chain([last]).collect(), rows }
}

/// Returns the roles of the region that do what the baseline gives to its actors; the actor itself, where nobody takes
/// its place.
pub(super) fn actors(set: &Set, entries: &[RequirementStanding<'_>], messages: &Messages) -> Actors {
    let rows = |actor: Actor| {
        let takers = set.conformance.roles.iter().filter(|role| role.takes.contains(&actor));
        let mut roles: Vec<RoleRow> = takers
            .map(|role| RoleRow {
                name: role.name.get(messages.lang()).clone(),
                provision: role.provision.as_ref().map_or_else(String::new, |target| name_of(set, target, messages)),
                tasks: tasks(entries, actor, Some(&role.id), messages),
            })
            .collect();
        if roles.is_empty() {
            let provision = messages.text("report-role-same");
            let tasks = tasks(entries, actor, None, messages);
            roles.push(RoleRow { name: actor_word(actor, messages), provision, tasks });
        }
        let title = messages.with("report-actor", &[("actor", &actor_word(actor, messages))]);
        ActorRows { title, roles }
    };
    Actors {
        title: messages.text("report-roles"),
        lead: messages.text("report-roles-lead"),
        columns: ["role", "role-provision", "tasks"].map(|id| messages.text(&format!("report-{id}"))).into(),
        groups: ACTORS.into_iter().map(rows).collect(),
    }
}

/// The titles of the actor's requirements that provisions of the region give to the role `by`. A user's are so many
/// that their number says more.
fn tasks(entries: &[RequirementStanding<'_>], actor: Actor, by: Option<&str>, messages: &Messages) -> String {
    let is_theirs = |entry: &&RequirementStanding<'_>| {
        entry.requirement.actor == actor && entry.mappings.iter().any(|mapping| mapping.by.as_deref() == by)
    };
    let theirs: Vec<&str> =
        entries.iter().filter(is_theirs).map(|entry| entry.requirement.title.get(messages.lang()).as_str()).collect();
    if theirs.is_empty() {
        messages.text("report-no-tasks")
    } else if actor == Actor::User {
        let mut args = FluentArgs::new();
        args.set("count", theirs.len());
        messages.format("report-tasks-count", &args)
    } else {
        theirs.join(&messages.text("report-comma"))
    }
}

/// Returns the name of a provision or form of `set`.
pub(super) fn name_of(set: &Set, target: &Target, messages: &Messages) -> String {
    let lang = messages.lang();
    match target {
        Target::Provision { document, anchor, .. } => {
            set.document(document).map_or_else(String::new, |document| document.name(anchor, lang))
        }
        Target::Form { form, .. } => {
            let form = set.forms.iter().find(|found| found.id == *form);
            let label = |form: &Form| form.label.as_ref().map(|label| label.get(lang).to_owned());
            form.map_or_else(String::new, |form| label(form).unwrap_or_else(|| form.title.get(lang).clone()))
        }
        Target::Law { .. }
        | Target::Guideline { .. }
        | Target::Table { .. }
        | Target::Contact { .. }
        | Target::Unavailable { .. }
        | Target::Field(_)
        | Target::Address { .. } => String::new(),
    }
}

/// Statuses, levels and binding forces with what they mean.
pub(super) fn legends(messages: &Messages) -> Vec<Legend> {
    let statuses = Status::ALL
        .map(|status| (status_word(status, messages), messages.text(&format!("status-{}-means", status.word()))));
    let levels =
        LEVELS.map(|level| (level_word(level, messages), messages.text(&format!("report-level-{}", level.word()))));
    let forces = MODALITIES
        .map(|force| (modality_word(force, messages), messages.text(&format!("modality-{}-means", force.word()))));
    vec![
        Legend { title: messages.text("report-status"), entries: statuses.into() },
        Legend { title: messages.text("report-level"), entries: levels.into() },
        Legend { title: messages.text("report-force"), entries: forces.into() },
    ]
}

pub(super) fn status_word(status: Status, messages: &Messages) -> String {
    messages.text(&format!("status-{}", status.word()))
}

pub(super) fn level_word(level: RequirementLevel, messages: &Messages) -> String {
    messages.text(&format!("level-{}", level.word()))
}

pub(super) fn modality_word(modality: Modality, messages: &Messages) -> String {
    messages.text(&format!("modality-{}", modality.word()))
}

fn actor_word(actor: Actor, messages: &Messages) -> String {
    messages.text(&format!("actor-{}", actor.word()))
}
