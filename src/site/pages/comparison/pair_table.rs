//! The table of a pair to download: what its page shows, a line for each row.

use super::beside::names_of_cells;
use super::pair::PairedSets;
use crate::compare::{Row, SideItem, Word};
use crate::corpus::Set;
use crate::site::page::PageTable;
use crate::site::provisions::PageScope;

/// The columns, by the ends of their message ids; those of a side stand twice.
const COLUMNS: [&str; 2] = ["state", "basis"];
const SIDE_COLUMNS: [&str; 6] = ["document", "place", "number", "caption", "text", "also"];

/// Returns the table of `pair`.
pub(super) fn pair_table(pair: &PairedSets<'_, '_>, scope: &PageScope<'_>) -> PageTable {
    let word = |id: String| scope.messages.text(&id);
    let side_head = |set: &Set| {
        let name = scope.word(&set.name);
        SIDE_COLUMNS.map(|column| format!("{name} {}", word(format!("comparison-csv-{column}"))))
    };
    let own = COLUMNS.map(|column| word(format!("comparison-csv-{column}")));
    let head = table_line(own, side_head(pair.first.set), side_head(pair.second.set));
    let lines: Vec<_> = pair.rows.iter().map(|row| row_line(pair, row, scope)).collect();
    let name = format!("{}_{}", pair.first.set.key, pair.second.set.key);
    PageTable::beside(scope.links.from, &name, &head, &lines)
}

fn row_line(pair: &PairedSets<'_, '_>, row: &Row, scope: &PageScope<'_>) -> [String; 14] {
    let (first, second) = (scope.word(&pair.first.set.name), scope.word(&pair.second.set.name));
    let args = [("first", first.as_str()), ("second", second.as_str())];
    let state = scope.messages.with(&format!("comparison-state-{}", row.state.word()), &args);
    let basis = pair.basis(row).map(|basis| scope.messages.text(&format!("comparison-basis-{}", basis.word())));
    let shared = &pair.alignment.shared;
    // A row that has no provision of one side names those of it that meet the same requirement.
    let also =
        (names_of_cells(row.new, &shared.of_new, pair.first), names_of_cells(row.old, &shared.of_old, pair.second));
    let of_first = side_cells(row.old.map(|at| &pair.first.items[at]), &also.0, scope);
    let of_second = side_cells(row.new.map(|at| &pair.second.items[at]), &also.1, scope);
    table_line([state, basis.unwrap_or_default()], of_first, of_second)
}

/// The cells of one side, which may have no provision in the row.
fn side_cells(item: Option<&SideItem<'_>>, also: &[String], scope: &PageScope<'_>) -> [String; SIDE_COLUMNS.len()] {
    let also = also.join("; ");
    let Some(item) = item else {
        return [String::new(), String::new(), String::new(), String::new(), String::new(), also];
    };
    let letters = |words: &[Word]| words.iter().map(|word| word.written.as_str()).collect::<String>();
    [
        scope.word(&item.document.short_title),
        format!("{}#{}", item.document.id, item.anchor),
        // In full, so that what stands in an appendix is told from what stands in the body.
        if item.provision.is_some() { item.document.cite(item.anchor, scope.links.lang) } else { item.label.clone() },
        letters(&item.caption),
        letters(&item.text),
        also,
    ]
}

fn table_line(own: [String; 2], first: [String; 6], second: [String; 6]) -> [String; 14] {
    // All together have just as many cells as the line.
    let mut cells = own.into_iter().chain(first).chain(second);
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}
