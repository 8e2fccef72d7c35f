//! Amending texts from files: plain text and Word.

use crate::base::diagnostics::{Code, Diagnostic};
use crate::compare::BETWEEN_CELLS;
use crate::compare::amend::carry::{TypedAmendment, TypedLine, read_typed, typed_lines};
use crate::import::outline::source::SourceLine;
use crate::import::read_source;
use crate::import::readers::{docx, encoding};

/// The amending text that `bytes`, which `name` held, are.
///
/// # Errors
/// Those of [`read_source`]; J0901 where it is no amending text.
pub fn read_amendment(bytes: &[u8], name: &str) -> Result<TypedAmendment, Box<Diagnostic>> {
    let lines = if docx::is_container(bytes) {
        let (source, _) = read_source(bytes, name, false)?;
        word_lines(&source.lines)
    } else {
        typed_lines(&encoding::decode(bytes, name)?.text)
    };
    read_typed(&lines).ok_or_else(|| Box::new(Diagnostic::new(Code::J0901).arg("path", name)))
}

/// Paragraphs of a Word file as lines, the cells of a row as one.
fn word_lines(lines: &[SourceLine]) -> Vec<TypedLine> {
    let row = |line: &SourceLine| line.cell.map(|cell| (cell.table, cell.row));
    let same_row = |one: &SourceLine, next: &SourceLine| row(one).is_some() && row(one) == row(next);
    let rows = lines.chunk_by(same_row);
    let line = |row: &[SourceLine]| {
        let first = row.first()?;
        let cells: Vec<&str> = row.iter().map(|line| line.text.trim()).collect();
        TypedLine::of(first.number, first.indent / 2, &cells.join(BETWEEN_CELLS))
    };
    rows.filter_map(line).collect()
}
