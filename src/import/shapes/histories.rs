//! Histories of provisions, as collections of rules (例規集) print them behind each: （平30告示12・令3告示5・一部改正）.

use super::heads::inside;
use crate::base::notation::widths::folded;

/// Returns what stands in the brackets round the whole of `text`, such as collections set histories in.
fn within_brackets(text: &str) -> Option<&str> {
    let tortoise = || text.trim().strip_prefix('〔')?.strip_suffix('〕').filter(|inner| !inner.contains('〕'));
    let usual = text.trim_start().starts_with(['（', '(', '［', '[']);
    inside(text).filter(|_| usual).map(|inner| &text[inner]).or_else(tortoise)
}

/// Words for what an instrument did to a provision.
const DEEDS: [&str; 9] = ["改正", "追加", "全改", "繰上", "繰下", "削除", "改称", "全部改正", "移動"];

/// The instruments that amend rules, by what stands before their numbers.
const INSTRUMENTS: [&str; 15] =
    ["告示", "規則", "条例", "訓令", "要綱", "規程", "法", "政令", "省令", "令", "府令", "公告", "訓", "告", "規"];

const ERAS: [&str; 10] = ["令和", "平成", "昭和", "大正", "明治", "令", "平", "昭", "大", "明"];

/// Whether the whole of `text` is the history of the provision above it: in brackets, with an instrument and its deed.
#[must_use]
pub fn is_history(text: &str) -> bool {
    let Some(inner) = within_brackets(text).map(folded) else { return false };
    // The deed stands last, behind all instruments: （平31告示8・令4告示30・一部改正） in tests/cases/import/circle-title.txt.
    let deeds = inner.rsplit(['・', '、', ',', '。']).next().unwrap_or_default();
    let deed = DEEDS.iter().any(|deed| deeds.ends_with(deed));
    let mut parts = inner.split(['・', '、', ',']);
    // Behind what was repealed the instrument stands alone: （平31告示8）.
    let bare = |part: &str| {
        names_instrument(part)
            && part.ends_with(|last: char| last.is_ascii_digit() || "一二三四五六七八九十〇号".contains(last))
    };
    // （令和元年告示第4号） with 第 is how a text writes its own number; histories leave 第 out (test
    // `histories_name_an_instrument_and_its_deed`).
    let short = inner.chars().count() <= 30 && !inner.contains('第') && parts.clone().all(bare);
    !inner.contains('。') && ((deed && parts.any(names_instrument)) || short)
}

/// Whether `text` in brackets names nothing but an instrument: （平成30年規則第12号）. Behind a provision it is its history;
/// before the text or below 附則 it is the number of the text itself.
#[must_use]
pub fn is_instrument(text: &str) -> bool {
    let Some(inner) = within_brackets(text).map(folded) else { return false };
    !inner.contains('。') && inner.split(['・', '、', ',']).all(|part| names_instrument(part) && part.ends_with('号'))
}

/// Whether `text` holds a year of an era and the number of an instrument: 平30告示12, 平成三十年告示第十二号.
fn names_instrument(text: &str) -> bool {
    let Some(rest) = ERAS.iter().find_map(|era| text.strip_prefix(era)) else { return false };
    let year = |letter: char| letter.is_ascii_digit() || "元一二三四五六七八九十〇".contains(letter);
    let after = rest.trim_start_matches(year);
    after.len() < rest.len() && INSTRUMENTS.iter().any(|instrument| after.contains(instrument)) && after.contains(year)
}

/// The place of the history that ends `text` behind its last sentence.
#[must_use]
pub fn behind(text: &str) -> Option<usize> {
    let body = text.trim_end();
    let open = body.rfind(['（', '(', '〔', '['])?;
    // Only behind a whole sentence: within one, brackets are of the sentence whatever they say.
    (body[..open].trim_end().ends_with('。') && is_history(&body[open..])).then_some(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn histories_name_an_instrument_and_its_deed() {
        for text in [
            "（平26法70・一部改正）",
            "(平30告示12・令3告示5・一部改正)",
            "(令3告示5・追加)",
            "(平31告示8)",
            "（昭六一規則三・平二規則五）",
            "（昭六一規則三・旧第三条繰下・平二規則五・一部改正）",
            "（平成30年告示第12号・一部改正）",
            "〔令和元年訓令第2号・全改〕",
        ] {
            assert!(is_history(text), "{text}");
        }
        for text in [
            "（一部改正）",
            "（目的）",
            "（規則の改正）",
            "（令和元年告示第4号）",
            "（令和3年度の改正）",
            "令3告示5・追加",
            "（令3告示5により改正された者）",
        ] {
            assert!(!is_history(text), "{text}");
        }
    }

    #[test]
    fn a_history_may_stand_behind_the_last_sentence() {
        let text = "会長は、記録する。（令3告示5・追加）";
        assert_eq!(behind(text).map(|at| &text[at..]), Some("（令3告示5・追加）"));
        assert_eq!(behind("会長は、記録する（令3告示5・追加）。"), None);
    }
}
