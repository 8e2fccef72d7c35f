//! Tables of forms: a head with empty lines below it, or labels with boxes beside them.

use super::tokens;
use super::tokens::{Token, tokens};
use crate::content::FieldType;
use crate::import::outline::draft::{DraftBlock, DraftField, DraftGroup, DraftPart};
use crate::import::outline::words::SourceWords;
use crate::import::recognise::lines::Para;
use crate::import::shapes::labels;

/// The number of lines of a table of which the text shows only the head.
const LINES: usize = 5;

/// The table that `paras` are the cells of, which has `count` rows with those that are empty.
pub(in crate::import) fn read_table(paras: &[Para], count: usize, blanks: &mut Vec<SourceWords>) -> Vec<DraftBlock> {
    let mut grid = grid_of_cells(paras);
    let written = grid.len();
    grid.resize_with(written.max(count), Vec::new);
    if let Some(block) = empty_rows(&grid, blanks) {
        return vec![block];
    }
    if let Some(blocks) = labelled_boxes(&grid, blanks) {
        return blocks;
    }
    let line = |row: &Vec<SourceWords>| {
        let mut line = SourceWords::default();
        for cell in row {
            line.join_with("\u{3000}", cell);
        }
        line
    };
    let lines = grid.iter().map(line).filter(|line| !line.is_empty());
    lines.map(|line| DraftBlock::Paragraph(vec![DraftPart::Words(line)])).collect()
}

/// The cells by row and column; empty ones have no words.
fn grid_of_cells(paras: &[Para]) -> Vec<Vec<SourceWords>> {
    let mut grid: Vec<Vec<SourceWords>> = Vec::new();
    for para in paras {
        let Some(cell) = para.cell else { continue };
        if grid.len() <= cell.row {
            grid.resize_with(cell.row + 1, Vec::new);
        }
        let row = &mut grid[cell.row];
        if row.len() <= cell.column {
            row.resize_with(cell.column + 1, SourceWords::default);
        }
        row[cell.column].join_with(" ", &para.words);
    }
    grid
}

fn is_empty_cell(cell: &SourceWords) -> bool {
    cell.text.chars().all(tokens::is_blank_letter)
}

/// A head, and lines that are empty but for their numbers.
fn empty_rows(grid: &[Vec<SourceWords>], blanks: &mut Vec<SourceWords>) -> Option<DraftBlock> {
    let (head, rest) = grid.split_first()?;
    if head.len() < 2 || head.iter().any(is_empty_cell) || (rest.is_empty() && head.len() < 3) {
        return None;
    }
    let numbers: Vec<&SourceWords> =
        rest.iter().filter_map(|row| row.first()).filter(|cell| !is_empty_cell(cell)).collect();
    let counts =
        |(at, cell): (usize, &&SourceWords)| crate::base::notation::widths::folded(&cell.text) == (at + 1).to_string();
    let numbered = !numbers.is_empty() && numbers.len() == rest.len() && numbers.iter().enumerate().all(counts);
    let first = usize::from(numbered);
    if rest.iter().any(|row| row.iter().skip(first).any(|cell| !is_empty_cell(cell)))
        || (!numbered && !numbers.is_empty())
    {
        return None;
    }
    blanks.extend(rest.iter().flat_map(|row| row.iter().skip(first)).filter(|cell| !cell.is_empty()).cloned());
    let columns = head[first..].iter().map(|cell| DraftField::of(cell.clone())).collect();
    let numbered = numbered.then(|| (head[0].clone(), numbers.into_iter().cloned().collect()));
    Some(DraftBlock::Rows { numbered, columns, count: if rest.is_empty() { LINES } else { rest.len() } })
}

/// Labels with empty cells beside them; a seal is of the label before it alone.
fn labelled_boxes(grid: &[Vec<SourceWords>], blanks: &mut Vec<SourceWords>) -> Option<Vec<DraftBlock>> {
    let mut groups: Vec<DraftGroup> = Vec::new();
    let mut found = Vec::new();
    for pair in grid.iter().flat_map(|row| row.chunks(2)) {
        let label = &pair[0];
        if is_empty_cell(label) || !labels::is_label(&label.text) {
            return None;
        }
        let mut field = DraftField::of(label.clone());
        let mut seal = SourceWords::default();
        if let Some(beside) = pair.get(1) {
            fill_field(beside, &mut field, &mut seal, &mut found)?;
        }
        match groups.last_mut().filter(|group| group.seal.is_empty() && seal.is_empty()) {
            Some(group) => group.fields.push(field),
            None => {
                groups.push(DraftGroup { boxed: seal.is_empty(), fields: vec![field], seal, ..DraftGroup::default() });
            }
        }
    }
    blanks.append(&mut found);
    Some(groups.into_iter().map(DraftBlock::Group).collect()).filter(|blocks: &Vec<DraftBlock>| !blocks.is_empty())
}

/// Sets a field from the box beside a label: nothing, blanks, a date, options, or the mark of a seal.
fn fill_field(
    cell: &SourceWords,
    field: &mut DraftField,
    seal: &mut SourceWords,
    blanks: &mut Vec<SourceWords>,
) -> Option<()> {
    for token in tokens(&cell.text) {
        match token {
            Token::Blank(range) | Token::Box(range) => blanks.push(cell.slice(range)),
            Token::Date(range, calendar) if field.line.is_empty() => {
                (field.kind, field.calendar, field.line) = (FieldType::Date, calendar, cell.slice(range));
            }
            Token::Seal(range) if seal.is_empty() => *seal = cell.slice(range),
            Token::Text(range) if cell.text.trim_start().starts_with(['□', '☐', '▢']) => {
                field.options.push(cell.slice(range));
            }
            Token::Date(..) | Token::Seal(_) | Token::Text(_) => return None,
        }
    }
    if !field.options.is_empty() {
        let texts: Vec<&str> = field.options.iter().map(|option| option.text.as_str()).collect();
        field.kind = if labels::excludes(&texts) { FieldType::Radio } else { FieldType::Checkboxes };
    }
    Some(())
}
