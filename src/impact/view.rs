//! The impact in words, which text and sheet take as they are.

use serde::Serialize;

use super::changes::{ChangedAspect, RequirementChange, RequirementFate};
use super::regions::{ImpactItem, Outlook, RegionImpact, Task};
use crate::base::diagnostics::Place;
use crate::base::locale::{Lang, Messages};
use crate::conformance::words;
use crate::content::{SetKey, WrittenDeviation, yaml_of};
use crate::corpus::{Corpus, Provision, Requirement, Words, Writing};

/// The impact in one language.
#[derive(Debug, Clone, Serialize)]
pub struct ImpactView {
    /// The title.
    pub title: String,
    /// The sides that were held against each other, and what follows from that.
    pub lead: Vec<String>,
    /// The head of the changes.
    pub changes_title: String,
    /// The changes.
    pub changes: Vec<ChangeView>,
    /// The regions.
    pub regions: Vec<RegionImpactView>,
}

/// A requirement that is not the same.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// New, changed or withdrawn, with its title and id.
    pub head: String,
    /// The facts, a line each.
    pub facts: Vec<String>,
    /// Its words before and after, each after a word that tells which; one where they did not change.
    pub texts: Vec<(String, String)>,
}

/// A region.
#[derive(Debug, Clone, Serialize)]
pub struct RegionImpactView {
    /// Its name.
    pub title: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows: requirement, change, provisions, before, after, task.
    pub rows: Vec<Vec<String>>,
    /// The words above the draft.
    pub draft_lead: String,
    /// Draft deviations as YAML; `None` where none is wanted.
    pub draft: Option<String>,
}

impl ImpactView {
    /// Returns the impact from the side `from` on the regions of `new`.
    #[must_use]
    pub fn of(
        from: &str,
        (old, new): (&Corpus, &Corpus),
        changes: &[RequirementChange<'_>],
        regions: &[RegionImpact<'_>],
        messages: &Messages,
    ) -> Self {
        let lead = if changes.is_empty() { "impact-none" } else { "impact-lead" };
        let count = |fate| changes.iter().filter(|change| change.fate == fate).count().to_string();
        let counts = [RequirementFate::New, RequirementFate::Changed, RequirementFate::Withdrawn].map(count);
        let [added, changed, withdrawn] = &counts;
        let told = [("from", from), ("new", added), ("changed", changed), ("withdrawn", withdrawn)];
        let mut lead = vec![messages.with(lead, &told)];
        if !changes.is_empty() {
            lead.push(messages.text("impact-caution"));
        }
        Self {
            title: messages.text("impact-title"),
            lead,
            changes_title: messages.text("impact-changes"),
            changes: changes.iter().map(|change| change_view(change, (old, new), messages)).collect(),
            regions: if changes.is_empty() {
                Vec::new()
            } else {
                regions.iter().map(|impact| region_view(impact, changes, new, messages)).collect()
            },
        }
    }
}

fn change_view(change: &RequirementChange<'_>, (old, new): (&Corpus, &Corpus), messages: &Messages) -> ChangeView {
    let lang = messages.lang();
    let requirement = change.new.or(change.old);
    let title = requirement.map_or("", |requirement| requirement.title.get(lang));
    let fate = messages.text(&format!("impact-{}", change.fate.word()));
    let head = messages.with("impact-head", &[("fate", &fate), ("title", title), ("id", change.id)]);
    let texts = match (change.old, change.new) {
        (Some(before), Some(after)) if change.aspects.contains(&ChangedAspect::Words) => {
            let [was, is] = both_words((old, before), (new, after), lang);
            vec![(messages.text("impact-before"), was), (messages.text("impact-after"), is)]
        }
        (_, Some(after)) => vec![(messages.text("impact-asked"), original_words(new, after, lang))],
        (Some(before), None) => vec![(messages.text("impact-asked-before"), original_words(old, before, lang))],
        (None, None) => Vec::new(),
    };
    ChangeView { head, facts: facts(change, messages), texts }
}

/// What changed beside the words, or, of what is new or gone, its level.
fn facts(change: &RequirementChange<'_>, messages: &Messages) -> Vec<String> {
    let level = |requirement: &Requirement| messages.text(&format!("level-{}", requirement.level.word()));
    let scope = |requirement: &Requirement| messages.text(&format!("scope-{}", requirement.scope.word()));
    let actor = |requirement: &Requirement| messages.text(&format!("actor-{}", requirement.actor.word()));
    let comma = messages.text("report-comma");
    let asked = |requirement: &Requirement| {
        let alternatives = requirement.alternatives.iter();
        let phrases = alternatives.map(|conditions| words::conditions(requirement, conditions, messages).join(&comma));
        let phrases: Vec<String> = phrases.collect();
        if phrases.is_empty() { messages.text("impact-no-conditions") } else { phrases.join(" / ") }
    };
    let fact =
        |name: &str, value: &str| messages.with("impact-fact", &[("name", &messages.text(name)), ("value", value)]);
    let (Some(old), Some(new)) = (change.old, change.new) else {
        return change.new.or(change.old).map(|one| fact("legend-level", &level(one))).into_iter().collect();
    };
    let told = |name: &str, of: &dyn Fn(&Requirement) -> String| fact(name, &format!("{} → {}", of(old), of(new)));
    let line = |aspect: &ChangedAspect| match aspect {
        ChangedAspect::Words => messages.text("impact-words-changed"),
        ChangedAspect::Level => told("legend-level", &level),
        ChangedAspect::Scope => told("legend-scope", &scope),
        ChangedAspect::Actor => told("requirement-actor", &actor),
        ChangedAspect::Conditions => told("compared", &asked),
    };
    change.aspects.iter().map(line).collect()
}

/// The words of a requirement before and after. Where those of its provisions are the same, what stands below them has changed, and that
/// alone is told.
fn both_words(
    (old, before): (&Corpus, &Requirement),
    (new, after): (&Corpus, &Requirement),
    lang: Lang,
) -> [String; 2] {
    let own = [titled_words(old, before, after, lang), titled_words(new, after, before, lang)];
    if own[0] != own[1] {
        return own;
    }
    let (was, is) = (lines_below(old, before, lang), lines_below(new, after, lang));
    let only = |these: &[String], those: &[String]| {
        these.iter().filter(|line| !those.contains(line)).cloned().collect::<Vec<_>>().join("\n")
    };
    match [only(&was, &is), only(&is, &was)] {
        [gone, come] if gone.is_empty() && come.is_empty() => own,
        told => told,
    }
}

/// What leads into each provision that a requirement comes from, this and each below it, with its number, on a line.
fn lines_below(corpus: &Corpus, requirement: &Requirement, lang: Lang) -> Vec<String> {
    let baseline = corpus.set(&SetKey::Baseline);
    let mut lines = Vec::new();
    let mut put = |one: &Provision| {
        let text = one.text.as_ref().map_or_else(String::new, |text| Writing::Text(text).letters(lang));
        lines.push(format!("{} {text}", one.label.get(lang)).trim().to_owned());
    };
    for (document, anchor) in &requirement.provisions {
        let Some(document) = baseline.and_then(|set| set.document(document)) else { continue };
        let read = document.read_with(anchor);
        read.iter().skip(1).rev().for_each(|above| put(above));
        read.iter().take(1).for_each(|own| own.walk(&mut put));
    }
    lines
}

/// The words of a requirement, below its title where `other` has another one.
fn titled_words(corpus: &Corpus, requirement: &Requirement, other: &Requirement, lang: Lang) -> String {
    let (title, words) = (requirement.title.get(lang), original_words(corpus, requirement, lang));
    if title == other.title.get(lang) || *title == words { words } else { format!("{title}\n{words}") }
}

/// The words of a requirement: its own text, or that of the provisions that it comes from.
fn original_words(corpus: &Corpus, requirement: &Requirement, lang: Lang) -> String {
    if let Some(text) = &requirement.text {
        return Writing::Text(text).letters(lang);
    }
    let baseline = corpus.set(&SetKey::Baseline);
    let provisions = requirement.provisions.iter();
    let found = provisions.filter_map(|(document, anchor)| baseline?.provision(document, anchor));
    let texts = found.filter_map(|provision| provision.text.as_ref()).map(|text| Writing::Text(text).letters(lang));
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() { requirement.title.get(lang).clone() } else { texts.join("\n") }
}

fn region_view(
    impact: &RegionImpact<'_>,
    changes: &[RequirementChange<'_>],
    new: &Corpus,
    messages: &Messages,
) -> RegionImpactView {
    let columns = ["item", "change", "provisions", "before", "after", "task"];
    let path = format!("{}/conformance.yaml", impact.set.key.folder());
    RegionImpactView {
        title: impact.set.name.get(messages.lang()).clone(),
        columns: columns.map(|column| messages.text(&format!("impact-column-{column}"))).into(),
        rows: impact
            .items
            .iter()
            .filter_map(|item| Some(row(item, changes.get(item.change)?, impact, new, messages)))
            .collect(),
        draft_lead: messages.with("impact-draft-lead", &[("path", &path)]),
        draft: draft_deviations(impact, changes),
    }
}

fn row(
    item: &ImpactItem<'_>,
    change: &RequirementChange<'_>,
    impact: &RegionImpact<'_>,
    new: &Corpus,
    messages: &Messages,
) -> Vec<String> {
    let lang = messages.lang();
    let title = change.new.or(change.old).map_or("", |requirement| requirement.title.get(lang));
    let status = |status: crate::conformance::Status| messages.text(&format!("status-{}", status.word()));
    let cited = item.mappings.iter().map(|mapping| {
        let document = new.set(&impact.set.key).and_then(|set| set.document(&mapping.document));
        let cite = document.map(|document| document.cite(&mapping.anchor, lang)).filter(|cite| !cite.is_empty());
        // A provision that is gone with its requirement is named as its file had it.
        cite.unwrap_or_else(|| format!("{}#{}", mapping.document, mapping.anchor))
    });
    let mut provisions: Vec<String> = cited.collect();
    provisions.dedup();
    let nothing = messages.text("impact-nothing");
    let after = match item.after {
        Outlook::Follows(after) => status(after),
        Outlook::Unread(after) => messages.with("impact-unread", &[("status", &status(after))]),
        Outlook::Gone => nothing.clone(),
    };
    let reason_counts = item.acknowledged && item.after.status().is_some_and(crate::conformance::Status::departs);
    let task = match item.task {
        Task::Provide if reason_counts => "acknowledged",
        Task::Correct if reason_counts => "correct-acknowledged",
        Task::Review if reason_counts => "review-acknowledged",
        task @ (Task::Provide | Task::Correct | Task::Review | Task::Remove | Task::Nothing) => task.word(),
    };
    let task = messages.text(&format!("impact-task-{task}"));
    vec![
        messages.with("impact-item", &[("title", title), ("id", change.id)]),
        messages.text(&format!("impact-{}", change.fate.word())),
        if provisions.is_empty() { nothing.clone() } else { provisions.join(&messages.text("report-comma")) },
        item.before.map_or(nothing, status),
        after,
        task,
    ]
}

/// Returns draft deviations for what is required and not met, as they can stand in `conformance.yaml`; `None` where none
/// is wanted.
pub(super) fn draft_deviations(impact: &RegionImpact<'_>, changes: &[RequirementChange<'_>]) -> Option<String> {
    let wanted = impact.items.iter().filter(|item| item.wants_deviation);
    let drafts: Vec<WrittenDeviation> = wanted.filter_map(|item| draft(item, changes.get(item.change)?)).collect();
    (!drafts.is_empty()).then(|| yaml_of(&DraftDeviations { deviations: drafts }))
}

/// The part of `conformance.yaml` that holds deviations.
struct DraftDeviations {
    deviations: Vec<WrittenDeviation>,
}

impl crate::content::Encode for DraftDeviations {
    fn encode(&self) -> Option<crate::content::YamlValue> {
        let deviations = crate::content::Encode::encode(&self.deviations);
        Some(crate::content::mapping(crate::content::Layout::Open, [("deviations", deviations)]))
    }
}

/// A draft in both languages, with `TODO` where the council has to say what differs and why: only it knows.
fn draft(item: &ImpactItem<'_>, change: &RequirementChange<'_>) -> Option<WrittenDeviation> {
    let requirement = change.new?;
    let told = |lang: Lang| {
        let messages = Messages::of(lang);
        let status = item.after.status().map_or_else(String::new, |status| status.word().to_owned());
        let title: &Words = &requirement.title;
        messages.with("impact-draft", &[("title", title.get(lang)), ("status", &status)])
    };
    Some(WrittenDeviation {
        requirement: change.id.into(),
        ja: told(Lang::Ja).as_str().into(),
        en: Some(told(Lang::En).as_str().into()),
        reason: None,
        place: Place::nowhere(),
    })
}
