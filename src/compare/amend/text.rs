//! An amendment as plain text: the table in columns, what is underlined with a line of `~` below it.

use super::view::{CellView, LineView, ListView, View};
use crate::base::terminal::{Line, Span, TextStyle, text_width, wrap};

/// The narrowest column that still holds text.
const NARROWEST: usize = 16;

/// The line between two columns.
const BAR: &str = " │ ";

/// The width of the table where no other is asked for: what a sheet of A4 takes lengthwise in a small size.
const SHEET: usize = 120;

/// `view` in lines of `columns` columns, as terminals count them (UAX #11); without, the table as wide as a sheet takes and
/// everything else unbroken, so that sentences can be taken elsewhere.
#[must_use]
pub fn amendment_text(view: &View, columns: Option<usize>) -> String {
    let table = columns.unwrap_or(SHEET);
    let columns = columns.unwrap_or(usize::MAX);
    let mut out = format!("{}\n", view.title);
    for version in &view.versions {
        out.push_str(&format!("{version}\n"));
    }
    for notice in &view.notices {
        paragraph(notice, columns, &mut out);
    }
    for line in &view.operative {
        hanging(line, columns, &mut out);
    }
    match &view.unchanged {
        Some(unchanged) => out.push_str(&format!("\n{unchanged}\n")),
        None => print_table(view, table, &mut out),
    }
    for remark in &view.remarks {
        paragraph(remark, columns, &mut out);
    }
    for list in &view.lists {
        print_list(list, columns, &mut out);
    }
    if let Some(instructions) = &view.instructions {
        out.push_str(&format!("\n{}\n", instructions.title));
        for line in &instructions.lines {
            hanging(line, columns, &mut out);
        }
    }
    out
}

fn paragraph(text: &str, columns: usize, out: &mut String) {
    for line in wrap(&[Span::new(text, TextStyle::Plain)], columns) {
        out.push_str(&format!("{}\n", row_letters(&line)));
    }
}

/// A line of an amending text: what does not fit goes on as far in as it began.
fn hanging(text: &str, columns: usize, out: &mut String) {
    let words = text.trim_start_matches('　');
    let indent = &text[..text.len() - words.len()];
    let room = columns.saturating_sub(text_width(indent)).max(NARROWEST);
    for line in wrap(&[Span::new(words, TextStyle::Plain)], room) {
        out.push_str(format!("{indent}{}", row_letters(&line)).trim_end());
        out.push('\n');
    }
}

fn row_letters(line: &Line) -> String {
    line.iter().map(|span| span.text.as_str()).collect::<String>().trim_end().to_owned()
}

fn print_table(view: &View, columns: usize, out: &mut String) {
    let remarks = (columns / 6).clamp(NARROWEST, 24);
    // A narrow terminal breaks the lines of the table itself, which is still better than columns of three letters.
    let side = (columns.saturating_sub(remarks + 2 * text_width(BAR)) / 2).max(NARROWEST);
    let widths = [side, side, remarks];
    let rule = widths.map(|width| "─".repeat(width)).join("─┼─");
    out.push_str(&format!("{}\n\n", view.note));
    let heads = [&view.heads[0], &view.heads[1], &view.heads[2]];
    set_columns(&heads.map(|head| vec![head.clone()]), widths, out);
    for group in &view.groups {
        out.push_str(&format!("{rule}\n"));
        for line in group {
            set_columns(&print_columns(line, widths, view.gap), widths, out);
        }
    }
    out.push_str(&format!("{rule}\n"));
}

/// Columns of lines side by side.
fn set_columns(cells: &[Vec<String>; 3], widths: [usize; 3], out: &mut String) {
    let deep = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..deep {
        let parts: Vec<String> = cells
            .iter()
            .zip(widths)
            .map(|(cell, columns)| {
                let line = cell.get(at).map_or("", String::as_str);
                format!("{line}{}", " ".repeat(columns.saturating_sub(text_width(line))))
            })
            .collect();
        out.push_str(parts.join(BAR).trim_end());
        out.push('\n');
    }
}

fn print_columns(line: &LineView, widths: [usize; 3], gap: &str) -> [Vec<String>; 3] {
    let [first, second] = &line.cells;
    let remarks = line.remarks.iter().flat_map(|remark| wrap(&[Span::new(remark, TextStyle::Plain)], widths[2]));
    [cell(first, widths[0], gap), cell(second, widths[1], gap), remarks.map(|line| row_letters(&line)).collect()]
}

/// The lines of a cell, each followed by its underlines. Lines after the first hang by a letter.
fn cell(cell: &CellView, columns: usize, gap: &str) -> Vec<String> {
    let mut spans = Vec::new();
    for piece in cell.label.iter().chain(&cell.pieces) {
        spans.push(Span::new(&piece.text, if piece.marked { TextStyle::Strong } else { TextStyle::Plain }));
    }
    // The gap is no part of the label, so that no underline runs on below it.
    if cell.label.is_some() {
        spans.insert(1, Span::new(gap, TextStyle::Plain));
    }
    let mut out = Vec::new();
    for (at, line) in wrap(&spans, columns.saturating_sub(2 * (cell.indent + 1))).iter().enumerate() {
        let indent = "　".repeat(cell.indent + usize::from(at > 0));
        out.push(indent.clone() + &row_letters(line));
        let marks: String = line
            .iter()
            .map(|span| {
                if span.style == TextStyle::Strong { "~" } else { " " }
                    .repeat(text_width(span.text.trim_end_matches('\n')))
            })
            .collect();
        if marks.contains('~') {
            out.push(" ".repeat(text_width(&indent)) + marks.trim_end());
        }
    }
    out
}

fn print_list(list: &ListView, columns: usize, out: &mut String) {
    out.push_str(&format!("\n{}\n", list.title));
    if list.rows.is_empty() {
        out.push_str(&format!("{}\n", list.none));
        return;
    }
    paragraph(&list.lead, columns, out);
    let cells = || std::iter::once(&list.columns).chain(&list.rows);
    let widest = |column: usize| cells().filter_map(|row| row.get(column)).map(|cell| text_width(cell)).max();
    let widths: Vec<usize> = (0..list.columns.len()).filter_map(widest).collect();
    for row in cells() {
        let parts =
            row.iter().zip(&widths).map(|(cell, columns)| cell.clone() + &" ".repeat(columns - text_width(cell)));
        out.push_str(&format!("  {}\n", parts.collect::<Vec<_>>().join("  ").trim_end()));
    }
}
