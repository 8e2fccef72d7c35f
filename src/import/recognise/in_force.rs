//! On which days a text came into force and was amended, from its own 附則 and from those of the instruments that amended
//! it. A wrong day on an official page is worse than none: what the text does not say is asked for.

use jiff::civil::Date;

use super::day_records::{DayRecord, Deed, day_records, record_of};
use super::front::dates_in;
use crate::base::notation::date_input;
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::shapes::heads::{self, Begins};
use crate::import::shapes::title_words;

/// The days that a text says of itself.
#[derive(Debug, Default)]
pub(in crate::import) struct InForce {
    /// The day on which it came into force.
    pub(in crate::import) enacted: Option<Date>,
    /// The days on which its amendments came into force, in their order.
    pub(in crate::import) amended: Vec<Date>,
    /// The days that the text does not say, or says in two ways.
    pub(in crate::import) doubts: Vec<Doubt>,
}

/// Returns the days that `outline` says.
pub(in crate::import) fn in_force(outline: &Outline) -> InForce {
    let supplementary: Vec<&OutlineDivision> =
        outline.divisions.iter().filter(|division| division.begins == Some(Begins::Supplementary)).collect();
    let mut found = InForce::default();
    for (at, division) in supplementary.iter().enumerate() {
        // The first 附則 is that of the text unless it names another instrument; all further ones came with amendments:
        // tests/cases/import/in-force.txt.
        if at > 0 || amends(division, outline) {
            match commencement(division) {
                Some(date) => found.amended.push(date),
                None => found.doubts.push(doubt_about(division, DoubtKind::AmendedUnknown)),
            }
        } else {
            note_own_days(division, outline, &mut found);
        }
    }
    // Some print the newest 附則 first; where none names an instrument, the earliest day is that of the text.
    let named = supplementary.iter().any(|division| amends(division, outline));
    if let Some(earliest) = found.amended.iter().min().copied().filter(|_| !named)
        && found.enacted.is_some_and(|enacted| earliest < enacted)
    {
        found.amended.extend(found.enacted.replace(earliest));
        found.amended.retain(|date| *date != earliest);
    }
    // Without 附則 nothing says whether a text came into force on the day of its record.
    if !supplementary.is_empty() {
        settle_by_record(&day_records(outline, &supplementary), &mut found);
    }
    // No amendment comes into force before the text that it amends: such a day is that of another rule.
    found.amended.retain(|date| found.enacted.is_none_or(|enacted| *date > enacted));
    found.amended.sort_unstable();
    found.amended.dedup();
    let first = supplementary.first().filter(|_| found.enacted.is_none());
    found.doubts.extend(first.map(|division| doubt_about(division, DoubtKind::InForceUnknown)));
    found
}

fn doubt_about(division: &OutlineDivision, kind: DoubtKind) -> Doubt {
    let label = &division.label;
    Doubt::new(label.line(), kind, &format!("{}{}", label.text, division.title.text))
}

/// Takes over the days that the text keeps record of. Where an amendment stands there that is not later than what 附則 says,
/// this 附則 is that of an amendment and not of the text: tests/cases/import/day-records.txt.
fn settle_by_record(records: &[DayRecord<'_>], found: &mut InForce) {
    let said = found.enacted;
    let amended: Vec<Date> = records.iter().filter(|one| one.deed == Deed::Amended).map(|one| one.date).collect();
    let made = records.iter().filter(|one| one.deed == Deed::Made).min_by_key(|one| one.date);
    if said.is_some_and(|said| amended.iter().any(|date| *date <= said)) {
        found.amended.extend(found.enacted.take());
    }
    found.enacted = found.enacted.or(made.map(|made| made.date));
    found.amended.extend(amended);
    let differs = |made: &&DayRecord<'_>| found.enacted != said || said.is_some_and(|said| said < made.date);
    let told =
        made.filter(differs).map(|made| Doubt::new(made.words.line(), DoubtKind::DaysByRecord, &made.words.text));
    found.doubts.extend(told);
}

/// Whether a 附則 is that of another instrument: its title names one, and not the number of the text itself.
fn amends(division: &OutlineDivision, outline: &Outline) -> bool {
    let title = folded(&division.title.text);
    let own = |note: &str| {
        let note = folded(note);
        let note = heads::inside(&note).map_or(note.as_str(), |inner| &note[inner]).to_owned();
        title_words::is_promulgation(&note)
            && title.contains(note.trim_start_matches(|letter: char| letter.is_ascii_digit()))
    };
    let named = title.contains('号') || title.contains("改正") || folded(&division.label.text).contains("改正");
    named && !outline.front.notes.iter().any(|note| own(&note.text))
}

/// The sentences of a 附則 that are no provisos.
fn sentences_of_supplement(division: &OutlineDivision) -> Vec<String> {
    let mut found = Vec::new();
    for node in &division.nodes {
        node.walk(0, &mut |node: &OutlineNode, _| {
            for words in &node.text {
                let sentences = words.text.split_inclusive('。').map(str::trim);
                // A proviso puts off single provisions (ただし、第１条の改正規定は…): the last 附則 of
                // tests/cases/import/in-force.txt.
                found.extend(sentences.filter(|one| !one.starts_with("ただし")).map(str::to_owned));
            }
        });
    }
    found
}

fn begins(after: &str) -> bool {
    ["施行", "適用", "実施", "発効"].iter().any(|word| after.contains(word))
}

/// Whether `sentence` puts a text in force on the day of its promulgation.
fn begins_at_once(sentence: &str) -> bool {
    let text = folded(sentence);
    ["公布の日から", "告示の日から", "公示の日から", "公表の日から"]
        .iter()
        .any(|day| text.contains(&format!("{day}施行する")) || text.contains(&format!("{day}施行し、")))
}

/// The first day from which a 附則 says that something is in force.
fn commencement(division: &OutlineDivision) -> Option<Date> {
    let sentences = sentences_of_supplement(division);
    let said = |sentence: &String| {
        let days = dates_in(sentence);
        let day = days.iter().find(|(_, after)| begins(after)).or_else(|| {
            // …に一部を改正し、同日から施行する
            let same_day = ["同日から施行", "同日から適用"].iter().any(|words| sentence.contains(words));
            days.last().filter(|_| same_day)
        });
        day.map(|(date, _)| *date)
    };
    // 附則（令和２年６月１日告示第３１号） says on which day it was promulgated.
    let titled = || {
        let title = format!("{}{}", division.label.text, division.title.text);
        let day = dates_in(&title).first().map(|(date, _)| *date);
        day.filter(|_| sentences.iter().any(|sentence| begins_at_once(sentence)))
    };
    sentences.iter().find_map(said).or_else(titled)
}

/// Whether a sentence speaks of the text as a whole: この規程は、.
fn is_of_the_whole(sentence: &str) -> bool {
    let subject = sentence.strip_prefix("この").and_then(|rest| rest.split_once('は'));
    subject.is_some_and(|(subject, _)| !subject.contains('の'))
}

/// Notes the days in the text's own 附則, in which some keep a list of their amendments.
fn note_own_days(division: &OutlineDivision, outline: &Outline, found: &mut InForce) {
    // What is a record by itself is settled with the others.
    for sentence in sentences_of_supplement(division).iter().filter(|sentence| record_of(sentence).is_none()) {
        let changed = ["改正", "改訂", "改定"].iter().any(|word| sentence.contains(word));
        let before = found.enacted;
        for (date, after) in dates_in(sentence) {
            if found.enacted.is_none() && begins(&after) && !changed {
                found.enacted = Some(date);
            // The 附則 of tests/cases/import/appendix.txt has 第2条　令和3年10月1日　一部改正.
            } else if changed && (begins(&after) || after.contains('改')) {
                found.amended.push(date);
            // One 附則 has この規程は、…から施行する once for the text and once for each amendment.
            } else if before.is_some() && begins(&after) && is_of_the_whole(sentence) {
                found.amended.push(date);
            }
        }
        // The day then stands at the head of the text alone: tests/cases/import/circle-title.txt.
        if found.enacted.is_none() && !changed && begins_at_once(sentence) {
            found.enacted = promulgated(outline);
        }
    }
}

/// The day of promulgation, where the number of the instrument stands beside it.
fn promulgated(outline: &Outline) -> Option<Date> {
    let front = &outline.front;
    let number = front.notes.iter().find(|note| title_words::is_promulgation(&note.text))?;
    // 平成28年3月10日告示第21号, or both on lines of their own.
    let beside = || dates_in(&number.text).first().map(|(date, _)| *date);
    date_input::parse_written_date(&front.date.text).ok().or_else(beside)
}
