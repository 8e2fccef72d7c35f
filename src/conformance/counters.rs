//! Counter words of the units of parameters.

use crate::content::Unit;

/// Returns the counter words that follow a number of this unit in Japanese.
#[must_use]
pub fn counters(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Characters => &["文字", "字", "桁", "けた"],
        Unit::Minutes => &["分"],
        Unit::Days => &["日"],
        Unit::Months => &["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月"],
        Unit::Years => &["年"],
        Unit::Times => &["回"],
    }
}
