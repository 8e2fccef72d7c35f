//! Names of provisions: their counter words, and the numbers in them.

use crate::base::notation::numbers::numbers;
use crate::base::notation::numerals::Numeral;

/// The words that count provisions, outermost first.
pub(in crate::compare::amend) const COUNTERS: &str = "編章節款目条項号";

/// The counter word of a name such as 第八条, 第二条の二; `None` for ア and （１）.
pub(in crate::compare::amend) fn counter(own: &str) -> Option<char> {
    let rest = own.strip_prefix('第')?;
    let number = numbers(rest).into_iter().next().filter(|number| rest.starts_with(number.written))?;
    number.after.chars().next().filter(|letter| COUNTERS.contains(*letter))
}

/// The first and the last name of a run that one provision stands for: 第二条 and 第四条 of 第二条から第四条まで, of two 第二条及び第三条.
pub(in crate::compare::amend) fn run_ends(own: &str) -> Option<(&str, &str)> {
    let ends = own.strip_suffix("まで").and_then(|own| own.split_once("から")).or_else(|| own.split_once("及び"));
    ends.filter(|(first, last)| counter(first).is_some() && counter(first) == counter(last))
}

/// The number of a name that has one and no branch.
pub(in crate::compare::amend) fn plain_number(own: &str) -> Option<u32> {
    let counter = counter(own)?;
    let number = numbers(own).into_iter().next()?;
    // 第九条の二 has a branch and moves by itself (tests/cases/amending/numbers.txt).
    (number.after.len() == counter.len_utf8()).then_some(number.value)
}

/// The numeral that the numbers in `own` are written with; kanji where it has none.
pub(in crate::compare::amend) fn numeral(own: &str) -> Numeral {
    match own.chars().find(|letter| letter.is_numeric()) {
        Some('0'..='9') => Numeral::Ascii,
        Some('０'..='９') => Numeral::Wide,
        _ => Numeral::Kanji,
    }
}

/// The name of the first paragraph, from that of another one: 第一項.
pub(in crate::compare::amend) fn first_of(paragraph: &str) -> Option<String> {
    (counter(paragraph)? == '項').then(|| format!("第{}項", numeral(paragraph).write(1)))
}
