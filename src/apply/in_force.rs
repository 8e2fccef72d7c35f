//! From when an amendment is in force, as its own supplementary provisions (附則) say it, and what else they say.

use jiff::civil::Date;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::notation::values::values;
use crate::compare::amend::carry::TypedAmendment;
use crate::content::parse_date;
use crate::corpus::Document;

/// The most letters of a paragraph that a message quotes.
const QUOTED: usize = 40;

/// From when an amendment is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InForce {
    /// All of it from one day.
    Day(Date),
    /// It has no supplementary provisions.
    Unsaid,
    /// From a day that its text does not tell: 公布の日から施行する. The paragraph that says so.
    Undated(String),
    /// Not all of it from one day: ただし、第三条の改正規定は、…から施行する. The paragraph that says so.
    Several(String),
}

impl InForce {
    /// What `amendment` says of it.
    #[must_use]
    pub fn of(amendment: &TypedAmendment) -> Self {
        let paragraphs = amendment.own_paragraphs();
        if paragraphs.is_empty() {
            return Self::Unsaid;
        }
        let mut days: Vec<Option<Date>> = Vec::new();
        let mut saying: Option<&String> = None;
        for paragraph in &paragraphs {
            let found = days_in(paragraph);
            if !found.is_empty() {
                saying = saying.or(Some(paragraph));
            }
            days.extend(found);
        }
        let quote = brief(saying.or(paragraphs.first()).map_or("", String::as_str));
        match days.as_slice() {
            [Some(day), others @ ..] if others.iter().all(|other| other.as_ref() == Some(day)) => Self::Day(*day),
            [] | [None] => Self::Undated(quote),
            _ => Self::Several(quote),
        }
    }

    /// The day, and otherwise what to do in `findings`: `asked` is the one that a person named, which counts.
    ///
    /// # Errors
    /// J0920 where the text tells no day or several, J0922 where `document` is in force from a later day.
    pub(super) fn day(
        amendment: &TypedAmendment,
        asked: Option<Date>,
        document: &Document,
        findings: &mut Diagnostics,
    ) -> Result<Option<Date>, Box<Diagnostic>> {
        let day = match (asked, Self::of(amendment)) {
            (Some(day), Self::Day(said)) if day != said => {
                let told = Diagnostic::new(Code::J0924).arg("said", said.to_string());
                findings.push(told.arg("from", day.to_string()));
                day
            }
            (Some(day), _) | (None, Self::Day(day)) => day,
            (None, Self::Unsaid) => {
                if document.in_force_from().is_some() {
                    findings.push(Diagnostic::new(Code::J0921));
                }
                return Ok(None);
            }
            (None, unclear) => return Err(Box::new(unclear.fault())),
        };
        match document.in_force_from().filter(|present| day < *present) {
            Some(present) => {
                let fault = Diagnostic::new(Code::J0922).arg("from", day.to_string());
                Err(Box::new(fault.arg("present", present.to_string())))
            }
            None => Ok(Some(day)),
        }
    }

    /// That one day is not to be told, and why.
    #[must_use]
    pub fn fault(&self) -> Diagnostic {
        let (kind, quote) = match self {
            Self::Several(quote) => ("several", quote.as_str()),
            Self::Undated(quote) => ("undated", quote.as_str()),
            Self::Day(_) | Self::Unsaid => ("undated", ""),
        };
        Diagnostic::new(Code::J0920).arg("kind", kind).arg("words", quote)
    }
}

/// The paragraphs of its own supplementary provisions that say more than from when `amendment` is in force and that do not
/// become part of the document.
pub(super) fn left_out(amendment: &TypedAmendment) -> Vec<String> {
    if amendment.keeps_supplementary() {
        return Vec::new();
    }
    let says_more = |paragraph: &String| days_in(paragraph).is_empty() || paragraph.contains("適用");
    amendment.own_paragraphs().iter().filter(|own| says_more(own)).map(|own| brief(own)).collect()
}

/// Of each time that `paragraph` says from when something is in force the day; `None` where that is no date.
fn days_in(paragraph: &str) -> Vec<Option<Date>> {
    let text = unquoted(paragraph);
    let mut found = Vec::new();
    for (at, word) in text.match_indices("施行") {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let before = before.strip_suffix("これを").unwrap_or(before);
        let before = ["から", "より", "に"].iter().find_map(|particle| before.strip_suffix(particle));
        // この規程の施行後, 施行の際: no day is given there.
        let gives_day = after.starts_with("する") || after.starts_with('し');
        found.extend(before.filter(|_| gives_day).map(date_at_end));
    }
    found
}

/// The date with which `text` ends.
fn date_at_end(text: &str) -> Option<Date> {
    let last = values(text).pop().filter(|last| last.range.end == text.len())?;
    // 公布の日又は令和九年四月一日: one of two.
    let is_one_of = ["又は", "若しくは", "から"].iter().any(|word| text[..last.range.start].ends_with(word));
    last.value.strip_prefix('@').filter(|_| !is_one_of).and_then(parse_date)
}

/// `text` without white space and what it quotes.
fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '「' => depth += 1,
            '」' => depth = depth.saturating_sub(1),
            letter if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    out
}

/// The beginning of `text`.
fn brief(text: &str) -> String {
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(QUOTED).collect();
    if letters.next().is_some() { start + "…" } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::amend::carry::{read_typed, typed_lines};

    fn said(own: &str) -> InForce {
        let text = format!(
            "見張り規程の一部を次のように改正する。\n　第二条中「夜」を「昼」に改める。\n　　　附　則\n{own}\n"
        );
        InForce::of(&read_typed(&typed_lines(&text)).expect("an amendment"))
    }

    #[test]
    fn one_day_is_read_however_it_is_said() {
        let day = |own: &str| match said(own) {
            InForce::Day(day) => day.to_string(),
            InForce::Unsaid | InForce::Undated(_) | InForce::Several(_) => "-".to_owned(),
        };
        for own in [
            "この規程は、令和八年十月一日から施行する。",
            "この規程は、令和８年１０月１日から施行し、令和八年四月一日から適用する。",
            "この規程は、令和8年10月1日 より施行する。",
            "この規程は、令和八年十月一日からこれを施行する。",
            "　（施行期日）\n１　この規程は、令和八年十月一日から\n施行する。\n　（経過措置）\n２　この規程の施行の日前の鍵は、返すものとする。",
        ] {
            assert_eq!(day(own), "2026-10-01", "{own}");
        }
    }

    #[test]
    fn what_is_no_day_or_several_is_told() {
        for own in [
            "この規程は、公布の日から施行する。",
            "この規程は、公布の日から施行し、令和八年四月一日から適用する。",
            "この規程は、会長が定める日から施行する。",
            "この規程は、令和八年十月一日から起算して三月を経過した日から施行する。",
            "この規程は、公布の日又は令和八年十月一日から施行する。",
        ] {
            assert!(matches!(said(own), InForce::Undated(_)), "{own}");
        }
        for own in [
            "この規程は、公布の日から施行する。ただし、第二条の改正規定は、令和九年十月一日から施行する。",
            "この規程は、令和九年四月一日から施行する。ただし、第二条の改正規定は、令和九年十月一日から施行する。",
            "この規程は、令和九年四月一日から施行する。ただし、次の各号に掲げる規定は、当該各号に定める日から施行する。",
        ] {
            assert!(matches!(said(own), InForce::Several(_)), "{own}");
        }
    }
}
