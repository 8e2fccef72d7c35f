//! How one region stands to one requirement, as pages show it.

use serde::Serialize;

use super::super::links::Page;
use super::super::pages::{LinkView, link};
use super::super::provisions::{TextView, Views};
use super::passages::{self, Passage, Shown};
use crate::conformance::{Entry, Force, Status, verdict, words};
use crate::corpus::{Elsewhere, Mapping, Requirement, Set, Target};

/// How one region stands to one requirement.
#[derive(Debug, Serialize)]
pub(super) struct Stand {
    status: &'static str,
    acknowledged: bool,
    /// Whether a reason is wanted and missing, which the check finds too.
    unexplained: bool,
    /// Why it departs.
    reason: Option<TextView>,
    /// Where else it is thought to stand.
    elsewhere: Option<ElsewhereView>,
    claims: Vec<Claim>,
}

#[derive(Debug, Serialize)]
struct ElsewhereView {
    document: Option<LinkView>,
    reason: TextView,
}

/// A provision's claim, with what is shown of it.
#[derive(Debug, Serialize)]
pub(super) struct Claim {
    provision: Option<LinkView>,
    modality: &'static str,
    /// `softer` or `firmer` than the requirement's level asks.
    force: Option<&'static str>,
    /// Who does it: a role of the region, or the baseline's own actor.
    by: Doer,
    /// What the text says of the parameters, one phrase each; several lists where it leaves a choice.
    said: Vec<Vec<String>>,
    differences: Vec<DifferenceView>,
    with: Vec<LinkView>,
    note: Option<TextView>,
    /// The provision in full, where the page shows it.
    passage: Option<Passage>,
    /// What is read together with it, in full.
    passages: Vec<Passage>,
}

/// Who does what the baseline asks.
#[derive(Debug, Serialize)]
pub(super) struct Doer {
    /// The role's name; none where it is the baseline's own actor.
    role: Option<String>,
    href: Option<String>,
    actor: &'static str,
}

/// A condition that is not just met.
#[derive(Debug, Serialize)]
struct DifferenceView {
    words: String,
    status: &'static str,
}

impl Stand {
    /// How `set` stands, with links to its provisions.
    pub(super) fn in_short(set: &Set, entry: &Entry<'_>, views: &Views<'_>) -> Self {
        let claims = entry.mappings.iter().map(|mapping| claim(set, entry.requirement, mapping, views));
        Self {
            status: entry.status.word(),
            acknowledged: entry.is_acknowledged(),
            unexplained: entry.needs_deviation() && entry.deviation.is_none(),
            reason: entry.acknowledged().map(|one| views.text(&one.reason)),
            elsewhere: entry
                .elsewhere
                .filter(|_| entry.status == Status::NotAvailable)
                .map(|one| elsewhere(set, one, views)),
            claims: claims.collect(),
        }
    }

    /// The same with its provisions in full, each of them once.
    pub(super) fn in_full(set: &Set, entry: &Entry<'_>, views: &Views<'_>) -> Self {
        let mut stand = Self::in_short(set, entry, views);
        let mut shown = Shown::default();
        for mapping in &entry.mappings {
            shown.add(&mapping.document, &mapping.anchor);
        }
        for (claim, mapping) in stand.claims.iter_mut().zip(&entry.mappings) {
            claim.passage = passages::passage(set, &mapping.document, &mapping.anchor, &mut shown, views);
            claim.with.clear();
            for target in &mapping.with {
                match target {
                    Target::Provision { document, anchor, .. } => {
                        if shown.add(document, anchor) {
                            claim.passages.extend(passages::passage(set, document, anchor, &mut shown, views));
                        }
                    }
                    form => claim.with.extend(passages::name_of(form, views)),
                }
            }
        }
        stand
    }
}

fn elsewhere(set: &Set, elsewhere: &Elsewhere, views: &Views<'_>) -> ElsewhereView {
    let document = set.unavailable.iter().find(|document| document.id == elsewhere.document);
    let page = views.links.to(Page::Set(&set.key));
    ElsewhereView {
        document: document.map(|one| link(views.word(&one.title), format!("{page}#unavailable-{}", one.id))),
        reason: views.text(&elsewhere.reason),
    }
}

fn claim(set: &Set, requirement: &Requirement, mapping: &Mapping, views: &Views<'_>) -> Claim {
    let verdict = verdict(requirement, mapping);
    let differences = verdict.differences.iter().filter_map(|one| words::difference(requirement, one, views.messages));
    Claim {
        provision: passages::name(set, &mapping.document, &mapping.anchor, views),
        modality: mapping.modality.word(),
        force: match verdict.force {
            Force::Softer => Some("softer"),
            Force::Fitting => None,
            Force::Firmer => Some("firmer"),
        },
        by: doer(set, requirement, mapping.by.as_deref(), views),
        said: mapping.given.iter().map(|given| words::givens(requirement, given, views.messages)).collect(),
        differences: differences.map(|one| difference(&one, views)).collect(),
        with: mapping.with.iter().filter_map(|target| passages::name_of(target, views)).collect(),
        note: mapping.note.as_ref().map(|note| views.text(note)),
        passage: None,
        passages: Vec::new(),
    }
}

fn difference(words: &words::DifferenceWords, views: &Views<'_>) -> DifferenceView {
    let (label, asked) = (("label", words.label.as_str()), ("asked", words.asked.as_str()));
    let said = match &words.said {
        Some(said) => views.messages.with("difference-said", &[label, asked, ("said", said)]),
        None => views.messages.with("difference-unsaid", &[label, asked]),
    };
    DifferenceView { words: said, status: Status::from(words.extent).word() }
}

fn doer(set: &Set, requirement: &Requirement, by: Option<&str>, views: &Views<'_>) -> Doer {
    let role = by.and_then(|id| set.conformance.roles.iter().find(|role| role.id == id));
    Doer {
        role: role.map(|role| views.word(&role.name)),
        href: role.and_then(|role| views.links.target(role.provision.as_ref()?)),
        actor: requirement.actor.word(),
    }
}
