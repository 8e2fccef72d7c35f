//! Rows of a list that are no entries: they say how many there are above them, or that the list ends.

use super::grid::GridRow;
use super::head::Column;
use super::headings::{heading_rules, is_persons_name, plain_heading};
use crate::forms::filling::sheet::AskedSheet;

/// The columns with names of people: their field or their heading says 氏名, as that of a signature does, or a word for it.
pub(super) fn name_columns<'a>(columns: &'a [Column], sheet: &AskedSheet) -> Vec<&'a Column> {
    let is_name = |column: &&Column| {
        let labels = sheet.field_of(&column.path).into_iter().flat_map(|field| &field.heads);
        labels.chain([&column.heading]).any(|heading| is_persons_name(heading))
    };
    columns.iter().filter(is_name).collect()
}

/// Whether `row` sums up others: 合計 in front of a name that is none (2名, or nothing), or such a word in place of a name. `columns` are those
/// of names.
pub(super) fn is_sum(row: &GridRow, columns: &[&Column]) -> bool {
    let names: Vec<String> = columns.iter().map(|column| said(row, column)).collect();
    // The family name 計 is none with a given name beside it; 合計 is no name anywhere.
    if names.iter().any(|name| is_sum_word(name) || is_count(name)) {
        return true;
    }
    let first = row.cells.iter().find(|cell| !cell.is_blank()).map(|cell| plain_heading(&cell.text));
    let begins = first.is_some_and(|first| is_sum_word(&first) || without_sum_word(&first).is_some_and(is_amount));
    begins && names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What `row` says in `column`, as headings are compared.
fn said(row: &GridRow, column: &Column) -> String {
    plain_heading(&column.at.iter().map(|at| row.text(*at)).collect::<String>())
}

fn is_sum_word(plain: &str) -> bool {
    heading_rules().sums.iter().any(|word| word == plain)
}

/// Whether `plain` counts people: 2名, 計2名, 合計:2人.
fn is_count(plain: &str) -> bool {
    let amount = without_sum_word(plain);
    let has_counter = heading_rules().counters.iter().any(|counter| plain.ends_with(counter.as_str()));
    is_amount(amount.unwrap_or(plain)) && (amount.is_some() || has_counter)
}

/// `plain` without the word for a sum that it begins with.
fn without_sum_word(plain: &str) -> Option<&str> {
    heading_rules().sums.iter().filter_map(|word| plain.strip_prefix(word.as_str())).min_by_key(|rest| rest.len())
}

/// Whether `plain` is a number, with or without what counts people behind it.
fn is_amount(plain: &str) -> bool {
    let plain = plain.trim_start_matches(':');
    let mut counters = heading_rules().counters.iter();
    let number = counters.find_map(|counter| plain.strip_suffix(counter.as_str())).unwrap_or(plain);
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
