//! Notices of every page and every sheet about itself: whose text it is, as of when, and of which edition.

use jiff::civil::Date;

use super::days::{DaysInForce, TextState};
use crate::base::locale::{Lang, Messages};
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::content::{SetKey, Standing};
use crate::corpus::model::{Corpus, Document, Form, Set, Source};

/// Returns a document's notices about itself, one sentence or more a string.
#[must_use]
pub fn of_document(document: &Document, set: &Set, messages: &Messages) -> Vec<String> {
    let mut notices =
        standing_notices("notice-restated", document.standing, document.source.as_ref(), document.dates, set, messages);
    notices.extend(fallback(|| document.is_translated(), messages));
    notices
}

/// The notice of a text in `state` about the days on which it holds and when that changes; nothing of one that holds and of
/// whose end nothing is known.
#[must_use]
pub fn of_state(state: TextState, days: &DaysInForce, style: DateStyle, messages: &Messages) -> Option<String> {
    let ended = [(days.superseded, "notice-until"), (days.repealed, "notice-repeal-ahead")];
    let (date, id) = match state {
        TextState::Coming => (days.from, "notice-coming"),
        TextState::InForce => {
            let end = ended.into_iter().filter(|(date, _)| date.is_some()).min_by_key(|(date, _)| *date);
            end.unwrap_or((None, "notice-until"))
        }
        TextState::Superseded => (days.superseded, "notice-superseded"),
        TextState::Repealed => (days.repealed, "notice-repealed"),
    };
    Some(messages.with(id, &[("date", &dates::write_date(date?, style, messages.lang()))]))
}

/// The notice of the sheet of a document about the days on which it holds; the sheet is read on any day.
#[must_use]
pub fn of_days(corpus: &Corpus, set: &Set, document: &Document, messages: &Messages) -> Option<String> {
    let days = corpus.version(&set.key, &document.id)?.days;
    of_state(days.state_on(corpus.day()), &days, document.dates, messages)
}

/// That a form or table is of an edition of the past or of one that is to come; none of a present one.
#[must_use]
pub fn of_edition(corpus: &Corpus, set: &Set, messages: &Messages) -> Option<String> {
    let date = set.key.date()?;
    let id = if date > corpus.day() { "notice-form-coming" } else { "notice-edition" };
    Some(messages.with(id, &[("date", &dates::write_date(date, DateStyle::default(), messages.lang()))]))
}

/// Returns a form's notices about itself, one sentence or more a string.
#[must_use]
pub fn of_form(form: &Form, set: &Set, messages: &Messages) -> Vec<String> {
    let restated = format!("notice-form-{}", form.origin.word());
    let mut notices =
        standing_notices(&restated, form.standing, form.source.as_ref(), DateStyle::default(), set, messages);
    notices.extend(fallback(|| form.is_translated(), messages));
    notices
}

/// Returns the notices on the cover of a booklet of `set`: what all that it holds says of itself, or which of it is no text of
/// its issuer's own. Each part has notices of its own besides.
#[must_use]
pub fn of_booklet(set: &Set, messages: &Messages) -> Vec<String> {
    let lang = messages.lang();
    let documents = set.documents.iter().map(|document| (document.standing, &document.title));
    let parts: Vec<_> = documents.chain(set.forms.iter().map(|form| (form.standing, &form.title))).collect();
    if let Some(document) = set.documents.first()
        && parts.iter().all(|(standing, _)| *standing == document.standing)
    {
        let mut notices: Vec<String> = Vec::new();
        for notice in set.documents.iter().flat_map(|document| of_document(document, set, messages)) {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        }
        return notices;
    }
    let told = [Standing::Draft, Standing::Restated].into_iter().filter_map(|wanted| {
        let titles = parts.iter().filter(|(standing, _)| *standing == wanted);
        let titles: Vec<String> =
            titles.map(|(_, title)| messages.with("report-quoted", &[("title", title.get(lang))])).collect();
        let list = titles.join(match lang {
            Lang::Ja => "",
            Lang::En => ", ",
        });
        let args = [("titles", list.as_str()), ("council", set.council.get(lang).as_str())];
        (!titles.is_empty()).then(|| messages.with(&format!("booklet-notice-{}", wanted.word()), &args))
    });
    told.collect()
}

/// Returns the notices of a report on a region's standing to the baseline: whose reading it is, and of what texts.
#[must_use]
pub fn of_conformance(corpus: &Corpus, set: &Set, messages: &Messages) -> Vec<String> {
    let lang = messages.lang();
    // Whoever compares may be another than whoever wrote the text; both are said.
    let is_restated = conformance_standing(set) == Standing::Restated;
    let standing = if is_restated { "report-standing-restated" } else { "report-standing-official" };
    let mut notices = vec![messages.with(standing, &[("council", set.council.get(lang))])];
    let sets = [Some(set), corpus.set(&SetKey::Baseline)].into_iter().flatten();
    let restated = sets.flat_map(|set| &set.documents).filter(|document| document.standing == Standing::Restated);
    let title = |document: &Document| messages.with("report-quoted", &[("title", document.title.get(lang))]);
    // Quoted texts are named one by one, since the region's may be official and the baseline's not.
    let titles: Vec<String> = restated.map(title).collect();
    if !titles.is_empty() {
        let titles = titles.join(&messages.text("report-and"));
        notices.push(messages.with("report-texts-restated", &[("titles", &titles)]));
    }
    if is_restated {
        notices.push(messages.text("report-texts-alone"));
    }
    if lang == Lang::En {
        notices.push(messages.text("notice-translation"));
    }
    notices
}

/// Returns the standing of those who held the region's documents against the baseline: the editors of the site, where
/// the council does not say that it did.
#[must_use]
pub fn conformance_standing(set: &Set) -> Standing {
    match set.conformance.standing.as_ref().map(|standing| standing.value) {
        Some(Standing::Official) => Standing::Official,
        // A council's own reading is never assumed, only said.
        Some(Standing::Restated | Standing::Draft) | None => Standing::Restated,
    }
}

/// Said once on a page, whatever parts of it are shown in Japanese for want of a translation.
fn fallback(is_translated: impl FnOnce() -> bool, messages: &Messages) -> Option<String> {
    (messages.lang() == Lang::En && !is_translated()).then(|| messages.text("notice-fallback"))
}

fn standing_notices(
    restated: &str,
    standing: Standing,
    source: Option<&Source>,
    style: DateStyle,
    set: &Set,
    messages: &Messages,
) -> Vec<String> {
    let lang = messages.lang();
    let issuer = set.council.get(lang).as_str();
    let mut notices = Vec::new();
    match (standing, source) {
        (Standing::Official, _) => notices.push(messages.with("notice-official", &[("issuer", issuer)])),
        (Standing::Restated, Some(source)) => notices.push(restated_notice(restated, source, issuer, style, messages)),
        // The check reports a restated text without a source.
        (Standing::Restated, None) => notices.push(messages.text("restated-mark")),
        (Standing::Draft, _) => notices.push(messages.with("notice-draft", &[("issuer", issuer)])),
    }
    if lang == Lang::En {
        notices.push(messages.text("notice-translation"));
    }
    notices
}

fn restated_notice(id: &str, source: &Source, issuer: &str, style: DateStyle, messages: &Messages) -> String {
    let lang = messages.lang();
    let dated =
        source.dated.map(|date| messages.with("notice-dated", &[("date", &dates::write_date(date, style, lang))]));
    messages.with(
        id,
        &[
            ("issuer", issuer),
            ("title", source.title.get(lang)),
            ("dated", dated.as_deref().unwrap_or("")),
            ("read", &dates::write_date(source.read, style, lang)),
        ],
    )
}

/// The edition: when it came into force and was amended, or when it was read.
#[must_use]
pub fn edition(document: &Document, messages: &Messages) -> String {
    let written = |id: &str, date: Date| {
        messages.with(id, &[("date", &dates::write_date(date, document.dates, messages.lang()))])
    };
    let mut parts: Vec<String> = document.enacted.iter().map(|date| written("in-force", *date)).collect();
    parts.extend(document.amendment_dates().max().map(|date| written("amended-on", date)));
    // A text without any day of its own is known as of the day on which it was read.
    if parts.is_empty() {
        parts.extend(document.source.iter().map(|source| written("as-read", source.read)));
    }
    parts.join(&messages.text("edition-separator"))
}

/// The day that stands for a document in the PDF's metadata: its last amendment, its coming into force, or the
/// day on which its source was read. Never the day of the build.
#[must_use]
pub fn metadata_date(document: &Document) -> Option<Date> {
    let source = document.source.as_ref();
    document.amendment_dates().max().or(document.enacted).or_else(|| source.map(|s| s.dated.unwrap_or(s.read)))
}
