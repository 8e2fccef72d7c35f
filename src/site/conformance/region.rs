//! A region's page: what departs from the baseline and why, and who does what.

use serde::Serialize;

use super::super::links::Page;
use super::super::pages::{LinkView, link};
use super::super::provisions::Views;
use super::passages;
use super::stand::Stand;
use super::{Column, Line, Tally, notices};
use crate::conformance::{Entry, Status, words};
use crate::content::{Actor, RequirementLevel, SetKey};
use crate::corpus::{LocalRole, Mapping};

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct RegionView {
    name: String,
    set: String,
    /// The way to it and the baseline side by side.
    pair: String,
    notices: Vec<String>,
    tally: Tally,
    tally_words: String,
    /// Departures of required items, other departures, what is not available.
    parts: Vec<Part>,
    /// What is met.
    met: Vec<EntryView>,
    roles: Vec<RoleView>,
}

/// Entries below one heading.
#[derive(Debug, Serialize)]
struct Part {
    /// The stem of its messages, and its anchor.
    id: &'static str,
    entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    line: Line,
    /// What the baseline's conditions are, one list an alternative.
    asked: Vec<Vec<String>>,
    stand: Stand,
}

/// Who does what the baseline gives to one of its actors.
#[derive(Debug, Serialize)]
struct RoleView {
    /// The role's name; none for an actor of the baseline itself.
    name: Option<String>,
    provision: Option<LinkView>,
    /// In whose place.
    takes: Vec<&'static str>,
    does: Vec<LinkView>,
}

impl RegionView {
    pub(in crate::site) fn of(column: &Column<'_>, views: &Views<'_>) -> Self {
        let chosen = |choice: &dyn Fn(&Entry<'_>) -> bool| -> Vec<EntryView> {
            let chosen = column.entries.iter().filter(|entry| choice(entry));
            chosen.map(|entry| entry_view(column, entry, views)).collect()
        };
        let required = |entry: &Entry<'_>| entry.requirement.level == RequirementLevel::Required;
        let parts = [
            ("departing-required", chosen(&|entry| entry.status.departs() && required(entry))),
            ("departing-others", chosen(&|entry| entry.status.departs() && !required(entry))),
            ("not-available", chosen(&|entry| entry.status == Status::NotAvailable)),
        ];
        let tally = Tally::of(&column.entries);
        Self {
            name: views.word(&column.set.name),
            set: views.links.to(Page::Set(&column.set.key)),
            pair: views.links.to(Page::Pair(&SetKey::Baseline, &column.set.key)),
            notices: notices([column.set].into_iter(), views),
            tally_words: tally.sentence(views.messages),
            tally,
            parts: parts.into_iter().map(|(id, entries)| Part { id, entries }).collect(),
            met: chosen(&|entry| entry.status.is_met()),
            roles: roles(column, views),
        }
    }
}

fn entry_view(column: &Column<'_>, entry: &Entry<'_>, views: &Views<'_>) -> EntryView {
    let requirement = entry.requirement;
    let alternatives = requirement.alternatives.iter();
    EntryView {
        line: Line::of(requirement, views),
        asked: alternatives.map(|alternative| words::conditions(requirement, alternative, views.messages)).collect(),
        stand: Stand::in_short(column.set, entry, views),
    }
}

/// The region's roles, then the baseline's actors who do something themselves.
fn roles(column: &Column<'_>, views: &Views<'_>) -> Vec<RoleView> {
    let local = column.set.conformance.roles.iter().map(|role| local_role(column, role, views));
    let actors = Actor::WORDS.iter().filter_map(|word| Actor::from_word(word));
    let own = actors.map(|actor| RoleView {
        name: None,
        provision: None,
        takes: vec![actor.word()],
        does: done(column, views, &|entry, mapping| mapping.by.is_none() && entry.requirement.actor == actor),
    });
    local.chain(own.filter(|own| !own.does.is_empty())).collect()
}

fn local_role(column: &Column<'_>, role: &LocalRole, views: &Views<'_>) -> RoleView {
    RoleView {
        name: Some(views.word(&role.name)),
        provision: role.provision.as_ref().and_then(|target| passages::name_of(target, views)),
        takes: role.takes.iter().map(|actor| actor.word()).collect(),
        does: done(column, views, &|_, mapping| mapping.by.as_ref() == Some(&role.id)),
    }
}

/// The requirements that some mapping of the region chosen by `choice` speaks of.
fn done(column: &Column<'_>, views: &Views<'_>, choice: &dyn Fn(&Entry<'_>, &Mapping) -> bool) -> Vec<LinkView> {
    let chosen = column.entries.iter().filter(|entry| entry.mappings.iter().any(|mapping| choice(entry, mapping)));
    chosen.map(|entry| link(views.word(&entry.requirement.title), format!("#{}", entry.requirement.id))).collect()
}
