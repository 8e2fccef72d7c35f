//! The standing of one region to one requirement, as pages show it.

use serde::Serialize;

use super::passages::{self, PassageView, ShownPlaces};
use super::reviews::recorded_review;
use crate::conformance::{Force, RequirementStanding, Status, verdict, words};
use crate::corpus::{Elsewhere, Mapping, Requirement, Set, Target};
use crate::site::links::{LinkView, link_to};
use crate::site::pages::SetPage;
use crate::site::provisions::{PageScope, TextView};

/// The standing of one region to one requirement.
#[derive(Debug, Serialize)]
pub(super) struct StandView {
    status: &'static str,
    acknowledged: bool,
    /// Whether a reason is wanted and missing, which the check finds too.
    unexplained: bool,
    /// What differs.
    differs: Option<TextView>,
    /// The council's reason for it.
    reason: Option<TextView>,
    /// The other place where it is thought to stand.
    elsewhere: Option<ElsewhereView>,
    claims: Vec<ClaimView>,
}

#[derive(Debug, Serialize)]
struct ElsewhereView {
    document: Option<LinkView>,
    reason: TextView,
}

/// A provision's claim, with what is shown of it.
#[derive(Debug, Serialize)]
pub(super) struct ClaimView {
    provision: Option<LinkView>,
    modality: &'static str,
    /// `softer` or `firmer` than the requirement's level asks, or `unclear`.
    force: Option<&'static str>,
    /// The doer: a role of the region, or the baseline's own actor.
    by: DoerView,
    /// The values that the text gives to the parameters, one phrase each; several lists where it leaves a choice.
    said: Vec<Vec<String>>,
    differences: Vec<DifferenceView>,
    with: Vec<LinkView>,
    note: Option<TextView>,
    /// The day of its review, and who reviewed it.
    reviewed: Option<String>,
    /// The provision in full, where the page shows it.
    passage: Option<PassageView>,
    /// The provisions that are read together with it, in full.
    passages: Vec<PassageView>,
}

/// The doer of what the baseline asks.
#[derive(Debug, Serialize)]
pub(super) struct DoerView {
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

impl StandView {
    /// Returns the stand of `set`, with links to its provisions.
    pub(super) fn in_short(set: &Set, entry: &RequirementStanding<'_>, scope: &PageScope<'_>) -> Self {
        let claims = entry.mappings.iter().map(|mapping| claim_view(set, entry.requirement, mapping, scope));
        Self {
            status: entry.status.word(),
            acknowledged: entry.is_acknowledged(),
            unexplained: entry.needs_deviation() && entry.deviation.is_none(),
            differs: entry.acknowledged().map(|one| scope.text(&one.differs)),
            reason: entry.acknowledged().and_then(|one| one.reason.as_ref()).map(|reason| scope.text(reason)),
            elsewhere: entry
                .elsewhere
                // A requirement that some text meets after all needs no guess where else it might stand.
                .filter(|_| entry.status == Status::NotAvailable)
                .map(|one| elsewhere_view(set, one, scope)),
            claims: claims.collect(),
        }
    }

    /// Returns the same with its provisions in full, each of them once.
    pub(super) fn in_full(set: &Set, entry: &RequirementStanding<'_>, scope: &PageScope<'_>) -> Self {
        let mut stand = Self::in_short(set, entry, scope);
        let mut shown = ShownPlaces::default();
        for mapping in &entry.mappings {
            shown.add(&mapping.document, &mapping.anchor);
        }
        for (claim, mapping) in stand.claims.iter_mut().zip(&entry.mappings) {
            claim.passage = passages::passage(set, &mapping.document, &mapping.anchor, &mut shown, scope);
            // They follow in full below, where their names head them.
            claim.with.clear();
            for target in &mapping.with {
                match target {
                    Target::Provision { document, anchor, .. } => {
                        // Two mappings may be read together with the same provision.
                        if shown.add(document, anchor) {
                            claim.passages.extend(passages::passage(set, document, anchor, &mut shown, scope));
                        }
                    }
                    Target::Form { .. }
                    | Target::Table { .. }
                    | Target::Contact { .. }
                    | Target::Unavailable { .. }
                    | Target::Law { .. }
                    | Target::Guideline { .. }
                    | Target::Field(_)
                    | Target::Address { .. } => claim.with.extend(passages::target_link(target, scope)),
                }
            }
        }
        stand
    }
}

fn elsewhere_view(set: &Set, elsewhere: &Elsewhere, scope: &PageScope<'_>) -> ElsewhereView {
    let document = set.unavailable.iter().find(|document| document.id == elsewhere.document);
    let page = scope.links.to(&SetPage(&set.key));
    ElsewhereView {
        document: document.map(|one| link_to(scope.word(&one.title), format!("{page}#unavailable-{}", one.id))),
        reason: scope.text(&elsewhere.reason),
    }
}

fn claim_view(set: &Set, requirement: &Requirement, mapping: &Mapping, scope: &PageScope<'_>) -> ClaimView {
    let verdict = verdict(requirement, mapping);
    let differences = verdict.differences.iter().filter_map(|one| words::difference(requirement, one, scope.messages));
    ClaimView {
        provision: passages::place_link(set, &mapping.document, &mapping.anchor, scope),
        modality: mapping.modality.word(),
        force: match verdict.force {
            Force::Softer => Some("softer"),
            Force::Fitting => None,
            Force::Firmer => Some("firmer"),
            Force::Unclear => Some("unclear"),
        },
        by: doer_view(set, requirement, mapping.by.as_deref(), scope),
        said: mapping.given.iter().map(|given| words::givens(requirement, given, scope.messages)).collect(),
        differences: differences.map(|one| difference_view(&one, scope)).collect(),
        with: mapping.with.iter().filter_map(|target| passages::target_link(target, scope)).collect(),
        note: mapping.note.as_ref().map(|note| scope.text(note)),
        reviewed: recorded_review(set, mapping, scope),
        passage: None,
        passages: Vec::new(),
    }
}

fn difference_view(words: &words::DifferenceWords, scope: &PageScope<'_>) -> DifferenceView {
    let (label, asked) = (("label", words.label.as_str()), ("asked", words.asked.as_str()));
    let said = match &words.said {
        Some(said) => scope.messages.with("difference-said", &[label, asked, ("said", said)]),
        None => scope.messages.with("difference-unsaid", &[label, asked]),
    };
    DifferenceView { words: said, status: Status::from(words.extent).word() }
}

fn doer_view(set: &Set, requirement: &Requirement, by: Option<&str>, scope: &PageScope<'_>) -> DoerView {
    let role = by.and_then(|id| set.conformance.roles.iter().find(|role| role.id == id));
    DoerView {
        role: role.map(|role| scope.word(&role.name)),
        href: role.and_then(|role| scope.links.target(role.provision.as_ref()?)),
        actor: requirement.actor.word(),
    }
}
