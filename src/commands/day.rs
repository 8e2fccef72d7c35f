//! The day for which a command tells what is in force.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, offset};

use crate::base::diagnostics::{Code, Diagnostic};
use crate::content::parse_date;

/// Japan's time, in which these texts come into force; it has no summer time.
const JAPAN: Offset = offset(9);

/// Returns the day that the command line chose, or that of `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org/specs/source-date-epoch/>), or today.
///
/// # Errors
/// A finding J0060 where `SOURCE_DATE_EPOCH` is no number of seconds.
pub(super) fn chosen_day(chosen: Option<Date>) -> Result<Date, Box<Diagnostic>> {
    match chosen {
        Some(day) => Ok(day),
        None => day_of(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref(), Timestamp::now()),
    }
}

fn day_of(epoch: Option<&str>, now: Timestamp) -> Result<Date, Box<Diagnostic>> {
    let Some(epoch) = epoch.filter(|epoch| !epoch.is_empty()) else { return Ok(JAPAN.to_datetime(now).date()) };
    let seconds = epoch.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let refused = || Box::new(Diagnostic::new(Code::J0060).arg("value", epoch));
    seconds.map(|seconds| JAPAN.to_datetime(seconds).date()).ok_or_else(refused)
}

/// Reads a day on the command line.
pub(super) fn day(value: &str) -> Result<Date, String> {
    parse_date(value).ok_or_else(|| "2027-04-01".to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::day_of;

    #[test]
    fn the_day_is_japans() {
        let now = Timestamp::from_second(0).expect("a time");
        assert_eq!(day_of(None, now).expect("a day"), date(1970, 1, 1));
        assert_eq!(day_of(Some(""), now).expect("a day"), date(1970, 1, 1));
        // 15:00 in Greenwich is the next day in Japan.
        assert_eq!(day_of(Some("1806505200"), now).expect("a day"), date(2027, 4, 1));
        assert_eq!(day_of(Some("1806505199"), now).expect("a day"), date(2027, 3, 31));
        for wrong in ["tomorrow", "1e9", "99999999999999"] {
            day_of(Some(wrong), now).expect_err(wrong);
        }
    }
}
