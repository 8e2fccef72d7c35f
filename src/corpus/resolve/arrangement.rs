//! Content as it stands on a day: what authors write last may come into force only later, and until then the edition
//! that they kept holds. Here the two change places, so that what follows finds the text in force where it looks for it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::belonging::{is_based_on, refers};
use crate::content::{Content, Encode, SetContent, SetKey, WrittenDocument, WrittenForm, yaml_of};
use crate::corpus::query::{TextState, ToldDays, days_in_force};

/// Puts every document whose day has not come on `day` behind the edition that is in force then: the edition becomes
/// the present document, with the forms and tables that were kept with it, and the coming text an edition of its day.
/// Returns whether there was any.
pub fn arrange(content: &mut Content, day: Date) -> bool {
    let mut moved = false;
    let present: Vec<SetKey> = content.sets.keys().filter(|key| !key.is_edition()).cloned().collect();
    for key in present {
        let documents: Vec<String> =
            content.sets.get(&key).into_iter().flat_map(|set| set.documents.keys()).cloned().collect();
        for id in documents {
            moved |= put_behind(content, &key, &id, day).is_some();
        }
    }
    if moved {
        content.arranged = Some(day);
    }
    moved
}

/// Puts the document `id` of the present set `key` behind the edition in force; `None` where it has come, or where none
/// was kept.
fn put_behind(content: &mut Content, key: &SetKey, id: &str, day: Date) -> Option<()> {
    let (in_force, from) = edition_in_force(content, key, id, day)?;
    let coming = key.edition(from);
    let mut sets =
        (content.sets.remove(key)?, content.sets.remove(&in_force)?, content.sets.remove(&coming).unwrap_or_default());
    exchange(&mut sets, id);
    let (present, old, new) = sets;
    content.sets.insert(key.clone(), present);
    content.sets.insert(coming, new);
    if !(old.documents.is_empty() && old.forms.is_empty() && old.tables.is_empty()) {
        content.sets.insert(in_force, old);
    }
    Some(())
}

/// Returns the edition of a document that stands on its page on `day` and the day from which the present text will be in force: the
/// edition that is in force then or, where none is yet, the one that will be first.
fn edition_in_force(content: &Content, key: &SetKey, id: &str, day: Date) -> Option<(SetKey, Date)> {
    let held = content.sets.iter().filter(|(other, _)| other.present() == key);
    let mut versions: Vec<(SetKey, ToldDays)> =
        held.filter_map(|(key, set)| Some((key.clone(), written_days(key, set.documents.get(id)?)))).collect();
    versions.sort_by_key(|(_, told)| (told.from.is_none(), told.from));
    let told: Vec<ToldDays> = versions.iter().map(|(_, told)| told.clone()).collect();
    let states: Vec<TextState> = days_in_force(&told).iter().map(|days| days.state_on(day)).collect();
    let mut stated = versions.iter().zip(&states);
    let ((_, coming), _) = stated.find(|((own, _), state)| own == key && **state == TextState::Coming)?;
    let from = coming.from?;
    let is_taken = content.sets.get(&key.edition(from)).is_some_and(|set| set.documents.contains_key(id));
    let first_that_is = |wanted| versions.iter().zip(&states).find(move |(_, state)| **state == wanted);
    let holds = first_that_is(TextState::InForce).or_else(|| first_that_is(TextState::Coming));
    holds.filter(|((edition, _), _)| !is_taken && edition != key).map(|((edition, _), _)| (edition.clone(), from))
}

fn written_days(key: &SetKey, document: &WrittenDocument) -> ToldDays {
    let amended = document.amended.iter().map(|date| date.value);
    let enacted = document.enacted.as_ref().map(|date| date.value);
    ToldDays {
        from: key.date().or_else(|| amended.clone().max().or(enacted)),
        listed: enacted.into_iter().chain(amended).collect(),
        repealed: document.repealed.as_ref().map(|date| date.value),
    }
}

/// The texts of a document by which one tells whether a form or table belongs to it.
struct BothTexts {
    document: String,
    in_force: String,
    coming: String,
}

impl BothTexts {
    /// Whether only the coming text refers to the form or table.
    fn is_new(&self, kind: &str, id: &str) -> bool {
        refers(&self.coming, kind, id) && !refers(&self.in_force, kind, id)
    }

    /// Whether one of the texts refers to the form or table.
    fn refer(&self, kind: &str, id: &str) -> bool {
        refers(&self.in_force, kind, id) || refers(&self.coming, kind, id)
    }
}

/// Exchanges the document `id` of the present set and of the edition in force, with what belongs to it; the third is the
/// edition of the day from which the present text will be in force.
fn exchange((present, old, new): &mut (SetContent, SetContent, SetContent), id: &str) {
    let (Some(coming), Some(in_force)) = (present.documents.remove(id), old.documents.remove(id)) else { return };
    let texts = BothTexts { document: id.to_owned(), in_force: yaml_of(&in_force), coming: yaml_of(&coming) };
    present.documents.insert(id.to_owned(), in_force);
    new.documents.insert(id.to_owned(), coming);
    // What was kept with no other document can only have been kept with this one.
    let alone = old.documents.is_empty();
    let belongs = |id: &str, form: &WrittenForm| is_based_on(form, &texts.document) || texts.refer("form", id);
    exchange_kept((&mut present.forms, &mut old.forms, &mut new.forms), |id, form| alone || belongs(id, form));
    exchange_kept((&mut present.tables, &mut old.tables, &mut new.tables), |id, _| alone || texts.refer("table", id));
    // Of two forms of one number the new one stands for the old one.
    let numbers: Vec<u32> = present.forms.values().filter_map(|form| Some(form.number.as_ref()?.value)).collect();
    let is_twice = |form: &WrittenForm| {
        let own = form.number.as_ref().map(|number| number.value);
        own.is_some_and(|own| numbers.iter().filter(|number| **number == own).count() > 1)
    };
    let replaces =
        |id: &str, form: &WrittenForm| is_twice(form) && belongs(id, form) && !refers(&texts.in_force, "form", id);
    send_on(&mut present.forms, &mut new.forms, |id, form| texts.is_new("form", id) || replaces(id, form));
    send_on(&mut present.tables, &mut new.tables, |id, _| texts.is_new("table", id));
}

/// The forms or tables of the present set, of the edition in force and of the coming one.
type Three<'m, T> = (&'m mut BTreeMap<String, T>, &'m mut BTreeMap<String, T>, &'m mut BTreeMap<String, T>);

/// Exchanges those that were kept with the edition in force. One that is the same as the present one was kept for
/// nothing.
fn exchange_kept<T: Encode>((present, old, new): Three<'_, T>, belongs: impl Fn(&str, &T) -> bool) {
    let ids: Vec<String> = old.iter().filter(|(id, kept)| belongs(id, kept)).map(|(id, _)| id.clone()).collect();
    for id in ids {
        let Some(kept) = old.remove(&id) else { continue };
        match present.remove(&id) {
            Some(same) if yaml_of(&same) == yaml_of(&kept) => {
                present.insert(id, same);
            }
            Some(coming) => {
                new.insert(id.clone(), coming);
                present.insert(id, kept);
            }
            None => {
                present.insert(id, kept);
            }
        }
    }
}

/// Sends on to the coming edition what there will be only then.
fn send_on<T>(present: &mut BTreeMap<String, T>, new: &mut BTreeMap<String, T>, is_new: impl Fn(&str, &T) -> bool) {
    let ids: Vec<String> = present
        .iter()
        .filter(|(id, value)| !new.contains_key(*id) && is_new(id, value))
        .map(|(id, _)| id.clone())
        .collect();
    for id in ids {
        if let Some(value) = present.remove(&id) {
            new.insert(id, value);
        }
    }
}
