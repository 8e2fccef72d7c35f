//! The days on which a text holds, and what it therefore is on any day (施行中, 未施行, 旧版, 廃止).

use jiff::civil::Date;

/// The state of a text on a day: computed from days, never written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextState {
    /// Its day has not come (未施行).
    Coming,
    /// It holds (施行中).
    InForce,
    /// Another text took its place (旧版).
    Superseded,
    /// It no longer holds, and nothing took its place (廃止).
    Repealed,
}

impl TextState {
    /// Every state, in the order in which a text passes through them.
    pub const ALL: [Self; 4] = [Self::Coming, Self::InForce, Self::Superseded, Self::Repealed];

    /// Its name in classes, attributes and message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::InForce => "in-force",
            Self::Superseded => "superseded",
            Self::Repealed => "repealed",
        }
    }
}

/// The days that one version of a document tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldDays {
    /// The day from which it is in force, where it is known.
    pub from: Option<Date>,
    /// The days of enactment and amendment that it lists.
    pub listed: Vec<Date>,
    /// The day from which it is repealed.
    pub repealed: Option<Date>,
}

/// The days from and to which a text holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DaysInForce {
    /// The first day; where there is none it has held ever since.
    pub from: Option<Date>,
    /// The day from which another text holds in its place.
    pub superseded: Option<Date>,
    /// The day from which it is repealed.
    pub repealed: Option<Date>,
}

impl DaysInForce {
    /// The state of the text on `day`.
    #[must_use]
    pub fn state_on(&self, day: Date) -> TextState {
        let has_come = |date: Option<Date>| date.is_some_and(|date| date <= day);
        if self.from.is_some_and(|from| day < from) {
            TextState::Coming
        } else if has_come(self.superseded) {
            TextState::Superseded
        } else if has_come(self.repealed) {
            TextState::Repealed
        } else {
            TextState::InForce
        }
    }

    /// The states that the text has on `day` or will have, with the present one first.
    #[must_use]
    pub fn states_from(&self, day: Date) -> Vec<TextState> {
        let ahead = [self.from, self.superseded, self.repealed].into_iter().flatten().filter(|date| *date > day);
        let mut days: Vec<Date> = ahead.chain([day]).collect();
        days.sort_unstable();
        let mut states: Vec<TextState> = days.into_iter().map(|day| self.state_on(day)).collect();
        states.dedup();
        states
    }
}

/// Returns the days on which each of `versions` holds, which are of one document, the oldest first. A text gives way on
/// the next day that any version tells, also where no text of that day is kept. Repealed is the document as a whole, by
/// what its newest text says.
#[must_use]
pub fn days_in_force(versions: &[ToldDays]) -> Vec<DaysInForce> {
    let told = || versions.iter().flat_map(|version| version.from.into_iter().chain(version.listed.iter().copied()));
    let repealed = versions.last().and_then(|newest| newest.repealed);
    let days = |version: &ToldDays| DaysInForce {
        from: version.from,
        superseded: version.from.and_then(|own| told().filter(|day| *day > own).min()),
        repealed: repealed.or(version.repealed),
    };
    versions.iter().map(days).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::{TextState, ToldDays, days_in_force};

    /// A day of three years, by its number.
    fn day(number: u16) -> Date {
        date(2024, 1, 1).saturating_add(jiff::Span::new().days(i64::from(number)))
    }

    /// A history as a clerk keeps it: days that grow, some of their texts not kept, a repeal at any time or none.
    fn history() -> impl Strategy<Value = (Vec<(u16, bool)>, Option<u16>)> {
        let days = proptest::collection::btree_set(0_u16..1000, 1..7);
        let kept = proptest::collection::vec(prop::bool::weighted(0.8), 7);
        let repealed = proptest::option::weighted(0.3, 0_u16..1000);
        (days, kept, repealed).prop_map(|(days, kept, repealed)| (days.into_iter().zip(kept).collect(), repealed))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn no_text_is_in_force_when_it_is_not((days, repealed) in history(), today in 0_u16..1000) {
            // Every version lists the days up to its own; the newest, which is always kept, lists all.
            let newest = days.len() - 1;
            let listed = |to: usize| days[..=to].iter().map(|(number, _)| day(*number)).collect::<Vec<_>>();
            let kept: Vec<(usize, u16)> =
                days.iter().enumerate().filter(|(at, (_, kept))| *kept || *at == newest).map(|(at, (number, _))| (at, *number)).collect();
            let versions: Vec<ToldDays> = kept
                .iter()
                .map(|(at, number)| ToldDays {
                    from: Some(day(*number)),
                    listed: listed(*at),
                    repealed: repealed.filter(|_| *at == newest).map(day),
                })
                .collect();
            let states: Vec<TextState> =
                days_in_force(&versions).iter().map(|days| days.state_on(day(today))).collect();
            // Told otherwise: the days go by one after the other, and each sets what holds.
            let (mut holds, mut begun) = (None, Vec::new());
            for now in 0..=today {
                if let Some((at, _)) = days.iter().enumerate().find(|(_, (number, _))| *number == now) {
                    holds = Some(at);
                    begun.push(at);
                }
            }
            let is_repealed = repealed.is_some_and(|repealed| repealed <= today);
            for ((at, _), state) in kept.iter().zip(states) {
                let truly = match (begun.contains(at), holds == Some(*at)) {
                    (false, _) => TextState::Coming,
                    (true, false) => TextState::Superseded,
                    (true, true) if is_repealed => TextState::Repealed,
                    (true, true) => TextState::InForce,
                };
                prop_assert_eq!(state, truly, "{:?} repealed {:?} on {}", &days, repealed, today);
            }
        }

        #[test]
        fn every_later_state_is_foreseen((days, repealed) in history(), today in 0_u16..1000, later in 0_u16..1000) {
            let versions: Vec<ToldDays> = days
                .iter()
                .map(|(number, _)| ToldDays { from: Some(day(*number)), listed: Vec::new(), repealed: repealed.map(day) })
                .collect();
            for days in days_in_force(&versions) {
                let states = days.states_from(day(today));
                prop_assert_eq!(states[0], days.state_on(day(today)));
                prop_assert!(states.contains(&days.state_on(day(today.max(later)))), "{states:?}");
            }
        }
    }

    #[test]
    fn a_text_without_a_day_holds() {
        let days = days_in_force(&[ToldDays::default()]);
        assert_eq!(days[0].state_on(day(0)), TextState::InForce);
        assert_eq!(days[0].states_from(day(0)), [TextState::InForce]);
    }
}
