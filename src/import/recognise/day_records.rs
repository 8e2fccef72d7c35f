//! Lines by which a text keeps record of when it was made and amended, at its head or its end: 制定　平成２８年４月１日,
//! 令和６年４月１日　一部改正, R8.4.1改訂.

use jiff::civil::Date;

use crate::base::notation::date_input;
use crate::base::notation::widths::folded;
use crate::import::outline::node::OutlineNode;
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads;

/// What was done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// 制定
    Made,
    /// 改正, 改定, 改訂
    Amended,
}

/// A line of the record.
#[derive(Debug)]
pub(super) struct DayRecord<'a> {
    pub(super) deed: Deed,
    pub(super) date: Date,
    pub(super) words: &'a SourceWords,
}

/// Returns what was done and when, if `text` says nothing else. Behind an instrument (改正　令和２年１０月１日訓令第２１号) the day is
/// that of its promulgation and no day of this kind.
pub(super) fn record_of(text: &str) -> Option<(Deed, Date)> {
    const DEEDS: [(&str, Deed); 4] =
        [("制定", Deed::Made), ("改正", Deed::Amended), ("改定", Deed::Amended), ("改訂", Deed::Amended)];
    /// Words for how much was amended.
    const HOW: [&str; 6] = ["一部", "全部", "全面", "最終", "大幅", "第"];
    let text = folded(text);
    let inner = heads::inside(&text).map_or(text.as_str(), |inner| &text[inner]);
    let bare = inner.trim_end_matches('。');
    let around = |(word, deed): (&str, Deed)| {
        let before =
            bare.strip_suffix(word).map(|rest| HOW.iter().find_map(|how| rest.strip_suffix(how)).unwrap_or(rest));
        let behind = || {
            let rest = HOW.iter().find_map(|how| bare.strip_prefix(how)).unwrap_or(bare);
            rest.strip_prefix(word).map(|rest| rest.trim_start_matches([':', '日']).trim_start_matches(':'))
        };
        let day = before.or_else(behind)?;
        Some((deed, date_input::parse_written_date(day).ok()?))
    };
    DEEDS.into_iter().find_map(around)
}

/// Returns the lines of the record, at the head of a text and in its 附則.
pub(super) fn day_records<'a>(outline: &'a Outline, supplementary: &[&'a OutlineDivision]) -> Vec<DayRecord<'a>> {
    let mut found: Vec<DayRecord<'a>> = Vec::new();
    let mut add = |words: &'a SourceWords| {
        found.extend(record_of(&words.text).map(|(deed, date)| DayRecord { deed, date, words }));
    };
    outline.front.notes.iter().for_each(&mut add);
    for node in supplementary.iter().flat_map(|division| &division.nodes) {
        node.walk(0, &mut |node: &'a OutlineNode, _| node.text.iter().chain([&node.caption]).for_each(&mut add));
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn records_say_a_deed_and_a_day() {
        let made = Some((Deed::Made, date(2016, 4, 1)));
        for text in ["制定　平成２８年４月１日", "平成28年4月1日制定", "制定日：平成28年4月1日", "（2016.4.1 制定）"]
        {
            assert_eq!(record_of(text), made, "{text}");
        }
        let amended = Some((Deed::Amended, date(2026, 4, 1)));
        for text in ["R8.4.1改訂", "２０２６．４．１　改正", "令和８年４月１日一部改正。", "最終改正　令和8年4月1日"]
        {
            assert_eq!(record_of(text), amended, "{text}");
        }
        for text in [
            "改正　令和２年１０月１日訓令第２１号",
            "令和６年４月１日から施行する。",
            "規約の改正",
            "制定",
            "改正　令和6年13月1日",
        ] {
            assert_eq!(record_of(text), None, "{text}");
        }
    }
}
