//! On which days a text came into force and was amended, from its own 附則 and from those of the instruments that amended
//! it. A wrong day on an official page is worse than none: what the text does not say is asked for.

use jiff::civil::Date;

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
    /// That the first is not said, where there is a 附則 to say it.
    pub(in crate::import) doubt: Option<Doubt>,
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
            found.amended.extend(commencement(division));
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
    // No amendment comes into force before the text that it amends: such a day is that of another rule.
    found.amended.retain(|date| found.enacted.is_none_or(|enacted| *date > enacted));
    found.amended.sort_unstable();
    found.amended.dedup();
    let first = supplementary.first().filter(|_| found.enacted.is_none());
    found.doubt = first.map(|division| {
        let label = &division.label;
        Doubt::new(label.line(), DoubtKind::InForceUnknown, &format!("{}{}", label.text, division.title.text))
    });
    found
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

/// The first day from which a 附則 says that something is in force.
fn commencement(division: &OutlineDivision) -> Option<Date> {
    sentences_of_supplement(division)
        .iter()
        .find_map(|sentence| dates_in(sentence).into_iter().find(|(_, after)| begins(after)).map(|(date, _)| date))
}

/// Notes the days in the text's own 附則, in which some keep a list of their amendments.
fn note_own_days(division: &OutlineDivision, outline: &Outline, found: &mut InForce) {
    for sentence in sentences_of_supplement(division) {
        let changed = ["改正", "改訂", "改定"].iter().any(|word| sentence.contains(word));
        for (date, after) in dates_in(&sentence) {
            if found.enacted.is_none() && begins(&after) && !changed {
                found.enacted = Some(date);
            // The 附則 of tests/cases/import/appendix.txt has 第2条　令和3年10月1日　一部改正.
            } else if changed && (begins(&after) || after.contains('改')) {
                found.amended.push(date);
            }
        }
        let text = folded(&sentence);
        let at_once = ["公布の日から施行する", "告示の日から施行する", "公示の日から施行する", "公表の日から施行する"];
        // The day then stands at the head of the text alone: tests/cases/import/circle-title.txt.
        if found.enacted.is_none() && !changed && at_once.iter().any(|words| text.contains(words)) {
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
