//! The parts of pages that tell of days: the history of a document, and what the text on a page is on the day of the build and later.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::links::{LinkView, link_to};
use super::pages::{DocumentPage, FormPage, TablesPage, amendment_link};
use super::provisions::PageScope;
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::content::SetKey;
use crate::corpus::query::notices;
use crate::corpus::{Corpus, DaysInForce, Document, Set, TextState, Version};

/// The state of the text of a page, as it says: on the day of the build, and on later days, which the script of the page
/// tells by the reader's date.
#[derive(Debug, Serialize)]
pub(super) struct StateView {
    days: DaysView,
    states: Vec<SaidState>,
    /// The day of the build, where the state is going to change.
    built: Option<String>,
}

/// The days on which a state changes, as scripts read them.
#[derive(Debug, Serialize)]
struct DaysView {
    from: Option<String>,
    superseded: Option<String>,
    repealed: Option<String>,
}

/// The words while a text is in a state.
#[derive(Debug, Serialize)]
struct SaidState {
    state: &'static str,
    label: String,
    /// A sentence besides the label; nothing of a text that simply holds.
    notice: Option<String>,
    links: Vec<LinkView>,
}

/// A day on which the document changed.
#[derive(Debug, Serialize)]
pub(super) struct VersionView {
    words: String,
    /// The page of the version; none where no text of it is kept, and on its own page.
    href: Option<String>,
    is_here: bool,
    is_missing: bool,
    /// The state of the text, in a word; nothing of one that is superseded for good.
    state: Option<StateView>,
    /// The table of what changed on that day.
    changes: Option<LinkView>,
}

impl StateView {
    /// Returns the view of the states that a text with these `days` has from the day of the build on, of each what
    /// `said` gives.
    fn of(corpus: &Corpus, days: &DaysInForce, scope: &PageScope<'_>, said: impl Fn(TextState) -> Said) -> Self {
        let states = days.states_from(corpus.day());
        let written = |date: Option<Date>| date.map(|date| date.to_string());
        let day = dates::write_date(corpus.day(), DateStyle::default(), scope.links.lang);
        let built = (states.len() > 1).then(|| scope.messages.with("state-built", &[("date", &day)]));
        let view = |state: TextState| {
            let (notice, links) = said(state);
            let label = scope.messages.text(&format!("state-{}", state.word()));
            SaidState { state: state.word(), label, notice, links }
        };
        Self {
            days: DaysView {
                from: written(days.from),
                superseded: written(days.superseded),
                repealed: written(days.repealed),
            },
            states: states.into_iter().map(view).collect(),
            built,
        }
    }

    /// Whether the text holds, and nothing is known of its end.
    fn is_settled(&self) -> bool {
        matches!(self.states.as_slice(), [SaidState { state, .. }] if *state == TextState::InForce.word())
    }
}

/// The words of a state: a sentence, and ways on.
type Said = (Option<String>, Vec<LinkView>);

/// The state of `document` in `set`; none where it holds and nothing is known of its end.
pub(super) fn document_state(
    corpus: &Corpus,
    set: &Set,
    document: &Document,
    scope: &PageScope<'_>,
) -> Option<StateView> {
    let history = corpus.history(&set.key, &document.id);
    let at = history.iter().position(|version| *version.key == set.key)?;
    let days = history.get(at)?.days;
    let said = |state| {
        let notice = notices::of_state(state, &days, document.dates, scope.messages);
        (notice, ways_on(corpus, state, &history, at, scope))
    };
    Some(StateView::of(corpus, &days, scope, said)).filter(|view| !view.is_settled())
}

/// The ways from the page of the version `at` of a history, while its text is in `state`, to what else holds.
fn ways_on(
    corpus: &Corpus,
    state: TextState,
    history: &[Version<'_>],
    at: usize,
    scope: &PageScope<'_>,
) -> Vec<LinkView> {
    let page = |version: &Version<'_>| scope.links.to(&DocumentPage(version.key, &version.document.id));
    let next = history.get(at + 1);
    let to_next = |next: &Version<'_>| {
        let date = dates::write_date(next.date?, next.document.dates, scope.links.lang);
        Some(link_to(scope.messages.with("edition-to-next", &[("date", &date)]), page(next)))
    };
    let present = history.iter().find(|version| !version.key.is_edition());
    let to_present = || present.map(|present| link_to(scope.messages.text("edition-to-present"), page(present)));
    match state {
        TextState::Coming => {
            let changes = history.get(at).and_then(|own| amendment_link(history, own, scope));
            let holds = |version: &&Version<'_>| version.days.state_on(corpus.day()) == TextState::InForce;
            let holds = present.filter(holds).and_then(|_| to_present());
            holds.into_iter().chain(changes).collect()
        }
        TextState::InForce => {
            let next = next.filter(|_| history.get(at).is_some_and(|own| own.days.superseded.is_some()));
            let changes = next.and_then(|next| amendment_link(history, next, scope));
            // On this page the table leads forward.
            let changes = changes.map(|link| link_to(scope.messages.text("amend-next-link"), link.href));
            next.and_then(to_next).into_iter().chain(changes).collect()
        }
        // The page of the present text says itself that another has taken its place meanwhile.
        TextState::Superseded => {
            let is_here = present.is_some_and(|present| history.get(at).is_some_and(|own| own.key == present.key));
            let to_present = if is_here { None } else { to_present() };
            let next = next.filter(|next| is_here || next.key.is_edition());
            to_present.into_iter().chain(next.and_then(to_next)).collect()
        }
        TextState::Repealed => Vec::new(),
    }
}

/// The state of a form or table, with the way to what takes its place or does so now; none of one that holds and of
/// whose end nothing is known. `page` gives the page of a set that has it.
pub(super) fn appended_state(
    corpus: &Corpus,
    set: &Set,
    page: impl Fn(&Set) -> Option<String>,
    scope: &PageScope<'_>,
) -> Option<StateView> {
    let words = |id: &str, date: Date| {
        let date = dates::write_date(date, DateStyle::default(), scope.links.lang);
        Some(scope.messages.with(id, &[("date", &date)]))
    };
    let link = |id: &str, set: Option<&Set>| {
        set.and_then(&page).map(|page| link_to(scope.messages.text(id), page)).into_iter().collect::<Vec<_>>()
    };
    let present = corpus.set(set.key.present());
    match set.key.date() {
        Some(date) if date > corpus.day() => {
            let days = DaysInForce { from: Some(date), ..DaysInForce::default() };
            Some(StateView::of(corpus, &days, scope, |state| match state {
                TextState::Coming => (words("notice-form-coming", date), link("edition-to-present-form", present)),
                TextState::InForce | TextState::Superseded | TextState::Repealed => (None, Vec::new()),
            }))
        }
        Some(date) => {
            // Of the edition it is enough that another came.
            let days = DaysInForce { from: Some(date), superseded: Some(date), repealed: None };
            let said = |_| (words("notice-edition", date), link("edition-to-present-form", present));
            Some(StateView::of(corpus, &days, scope, said))
        }
        None => {
            let coming = corpus.editions.values().filter(|other| other.key.present() == &set.key);
            let mut coming = coming.filter(|other| other.key.date() > Some(corpus.day()) && page(other).is_some());
            let coming = coming.next()?;
            let date = coming.key.date()?;
            let days = DaysInForce { from: None, superseded: Some(date), repealed: None };
            Some(StateView::of(corpus, &days, scope, |state| match state {
                TextState::Superseded => {
                    (words("notice-form-replaced", date), link("edition-to-coming-form", Some(coming)))
                }
                TextState::Coming | TextState::InForce | TextState::Repealed => {
                    (words("notice-form-until", date), link("edition-to-coming-form", Some(coming)))
                }
            }))
        }
    }
}

/// The page of the form `id` in a set that has it.
pub(super) fn form_of(id: &str, scope: &PageScope<'_>) -> impl Fn(&Set) -> Option<String> {
    move |set| {
        let has = set.forms.iter().any(|form| form.id == id);
        has.then(|| scope.links.to(&FormPage(&set.key, id)))
    }
}

/// The page of the tables of a set that has any.
pub(super) fn tables_of(scope: &PageScope<'_>) -> impl Fn(&Set) -> Option<String> {
    move |set| (!set.tables.is_empty()).then(|| scope.links.to(&TablesPage(&set.key)))
}

/// The state of `document` in `set` in a word, for lists of documents; none where it holds and nothing is known of its
/// end.
pub(super) fn listed_state(corpus: &Corpus, set: &SetKey, document: &str, scope: &PageScope<'_>) -> Option<StateView> {
    let days = corpus.version(set, document)?.days;
    let view = state_in_a_word(corpus, &days, scope);
    // That it is going to change is told on its own page.
    (!view.is_settled() && days.state_on(corpus.day()) != TextState::InForce).then_some(view)
}

fn state_in_a_word(corpus: &Corpus, days: &DaysInForce, scope: &PageScope<'_>) -> StateView {
    StateView::of(corpus, days, scope, |_| (None, Vec::new()))
}

/// The versions of `document` and the amendments of which there is none, the oldest first; none where it has no
/// other version than this.
pub(super) fn history(corpus: &Corpus, set: &Set, document: &Document, scope: &PageScope<'_>) -> Vec<VersionView> {
    let history = corpus.history(&set.key, &document.id);
    match history.last().filter(|_| history.len() > 1) {
        Some(newest) => versions(corpus, &history, newest.document, set, scope),
        None => Vec::new(),
    }
}

fn versions(
    corpus: &Corpus,
    history: &[Version<'_>],
    newest: &Document,
    here: &Set,
    scope: &PageScope<'_>,
) -> Vec<VersionView> {
    let told = newest.enacted.into_iter().chain(newest.amendment_dates()).map(|date| (date, None));
    let kept = history.iter().filter_map(|version| Some((version.date?, Some(version))));
    let days: BTreeMap<Date, Option<&Version<'_>>> = told.chain(kept).collect();
    let view = |(date, version): (Date, Option<&Version<'_>>)| {
        let is_here = version.is_some_and(|version| *version.key == here.key);
        let page = |version: &Version<'_>| scope.links.to(&DocumentPage(version.key, &version.document.id));
        let amends = |document: &Document| document.amendment_dates().any(|told| told == date);
        let id = if amends(newest) || version.is_some_and(|version| amends(version.document)) {
            "history-amended"
        } else {
            "history-in-force"
        };
        let written = dates::write_date(date, newest.dates, scope.links.lang);
        let is_past = |version: &&Version<'_>| version.days.state_on(corpus.day()) == TextState::Superseded;
        VersionView {
            words: scope.messages.with(id, &[("date", &written)]),
            href: version.filter(|_| !is_here).map(page),
            is_here,
            is_missing: version.is_none(),
            state: version.filter(|version| !is_past(version)).map(|own| state_in_a_word(corpus, &own.days, scope)),
            changes: version.and_then(|version| amendment_link(history, version, scope)),
        }
    };
    days.into_iter().map(view).collect()
}
