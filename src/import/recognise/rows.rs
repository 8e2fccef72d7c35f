//! Tables: rows that are provisions, appended tables of codes, and anything else as a table of cells.

use std::collections::BTreeMap;

use super::builder::OutlineBuilder;
use super::lines::Para;
use super::open_nodes::OpenNode;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::node::{Label, OutlineCell, OutlineNode, OutlineTable};
use crate::import::outline::table::TableGrid;
use crate::import::outline::tree::Codes;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::marks;

/// The cells of a table: by row and column, the places of its paragraphs.
type Grid = Vec<Vec<Vec<usize>>>;

/// Takes the table that stands at `at..end`.
pub(in crate::import) fn place_table(builder: &mut OutlineBuilder<'_>, at: usize, end: usize) {
    let grid = grid_of_paras(builder.paras, at, end);
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    let laid = builder.paras[at].cell.and_then(|cell| builder.tables.get(&cell.table));
    // What reaches over rows or columns has no place in a list of rows: such a table stays a table of cells.
    let even = laid.is_none_or(|laid| !laid.has_spans() && laid.columns == width);
    let filled = |row: &Vec<Vec<usize>>| row.len() == width && row.iter().all(|cell| !cell.is_empty());
    let full = even && grid.len() > 1 && grid.iter().all(filled);
    if let Some(codes) = codes(builder.paras, &grid, width).filter(|_| even) {
        let lone = builder.depth() == 0;
        if let Some(division) = builder.division().filter(|division| {
            // A table of the set holds codes and nothing else, so that it has to be all of its 別表.
            lone && division.begins == Some(Begins::Table) && division.nodes.is_empty() && division.codes.is_none()
        }) {
            division.codes = Some(codes);
            // The heads of further pairs only say those of the first again: 番号 区分 番号 区分 in
            // tests/cases/import/articles-kanji.txt.
            let heads = grid[0].iter().skip(2).map(|cell| cell_words(builder.paras, cell));
            builder.folded_heads.extend(heads);
            return;
        }
    }
    // Two columns are a caption and a text, three a number besides; what else stands in a table is looked up in cells.
    let provisions_below = full && (width == 2 || (width == 3 && are_numbered(builder.paras, &grid)));
    match laid.filter(|laid| (2..=MOST_COLUMNS).contains(&laid.columns)) {
        _ if provisions_below => provisions(builder, (&grid, end), laid.is_some_and(|laid| laid.head > 0)),
        Some(laid) => place_cells(builder, (at, end), laid),
        None => place_lines(builder, &grid),
    }
}

/// The number of columns that a table of cells may have (J0362).
const MOST_COLUMNS: usize = 40;

/// Whether the first column numbers the rows below the head.
fn are_numbered(paras: &[Para], grid: &Grid) -> bool {
    let number = |row: &Vec<Vec<usize>>| {
        let words = cell_words(paras, &row[0]);
        let text = words.text.trim();
        let digits = !text.is_empty() && text.chars().all(char::is_numeric);
        digits || marks::find_mark(text).is_some_and(|mark| mark.end == text.len())
    };
    grid.iter().skip(1).all(number)
}

/// A table of cells below the text that leads into it.
fn place_cells(builder: &mut OutlineBuilder<'_>, (at, end): (usize, usize), laid: &TableGrid) {
    let mut held: BTreeMap<(usize, usize), Vec<SourceWords>> = BTreeMap::new();
    for para in &builder.paras[at..end] {
        let Some(cell) = para.cell else { continue };
        held.entry((cell.row, cell.column)).or_default().push(para.words.clone());
    }
    let mut rows: Vec<Vec<OutlineCell>> = vec![Vec::new(); laid.rows];
    for cell in &laid.cells {
        let text = held.remove(&(cell.row, cell.column)).unwrap_or_default();
        rows[cell.row].push(OutlineCell { across: cell.across, down: cell.down, text });
    }
    without_bare_rows(&mut rows);
    let head = if laid.head > 0 && laid.head < rows.len() { laid.head } else { guessed_head(&rows) };
    // The file said nothing, so that a person should look.
    if laid.head == 0 && head > 0 {
        builder.doubt(&builder.paras[at].words.clone(), DoubtKind::TableHead);
    }
    let table = Some(OutlineTable { head, rows });
    let place = builder.table_place(end);
    builder.close(place);
    let free = |top: &&mut OutlineNode| {
        top.columns.is_empty() && top.table.is_none() && top.items.is_empty() && top.paragraphs.is_empty()
    };
    match builder.top().filter(free) {
        Some(top) => top.table = table,
        // Items that stand there already would be printed below the table; a paragraph of its own keeps the order of
        // the text.
        None => {
            let (place, paragraph) = builder.beside();
            builder.push(OutlineNode { table, ..OutlineNode::default() }, place, OpenNode::table(paragraph));
        }
    }
}

/// A row in which no cell begins is shown by nothing; cells that reach through it are shorter.
fn without_bare_rows(rows: &mut Vec<Vec<OutlineCell>>) {
    while let Some(bare) = rows.iter().position(Vec::is_empty) {
        rows.remove(bare);
        for (above, row) in rows[..bare].iter_mut().enumerate() {
            row.iter_mut().filter(|cell| above + cell.down > bare).for_each(|cell| cell.down -= 1);
        }
    }
}

/// Returns the number of rows that are heads where the file does not say: those of the first row, if all of its cells have short words and
/// the rows below are of another kind.
fn guessed_head(rows: &[Vec<OutlineCell>]) -> usize {
    /// The most letters of a head.
    const LONGEST: usize = 20;
    let Some(first) = rows.first() else { return 0 };
    let deep = first.iter().map(|cell| cell.down).max().unwrap_or(1);
    // Cells that reach below the heads are none themselves.
    let deep = if first.iter().any(|cell| cell.down > 1 && cell.across == 1) && deep > 2 { 1 } else { deep };
    let letters = |cell: &OutlineCell| cell.text.iter().map(|words| words.text.chars().count()).sum::<usize>();
    let short =
        |cell: &OutlineCell| letters(cell) <= LONGEST && !cell.text.iter().any(|words| words.text.contains('。'));
    let number =
        |cell: &OutlineCell| cell.text.iter().any(|words| words.text.starts_with(|letter: char| letter.is_numeric()));
    let heads =
        first.iter().skip(1).all(|cell| letters(cell) > 0) && first.iter().all(|cell| short(cell) && !number(cell));
    let reaches = rows.iter().take(deep).enumerate().flat_map(|(at, row)| row.iter().map(move |cell| at + cell.down));
    let ends = reaches.max() == Some(deep);
    if heads && ends && deep < rows.len() { deep } else { 0 }
}

fn grid_of_paras(paras: &[Para], at: usize, end: usize) -> Grid {
    let mut grid: Grid = Vec::new();
    for (place, para) in paras.iter().enumerate().take(end).skip(at) {
        let Some(cell) = para.cell else { continue };
        while grid.len() <= cell.row {
            grid.push(Vec::new());
        }
        // Rows and columns of the file, also where a cell in between is empty: otherwise a text would move under
        // another head.
        let row = &mut grid[cell.row];
        while row.len() <= cell.column {
            row.push(Vec::new());
        }
        row[cell.column].push(place);
    }
    grid.retain(|row| !row.is_empty());
    grid
}

fn cell_words(paras: &[Para], cell: &[usize]) -> SourceWords {
    let mut all = SourceWords::default();
    for place in cell {
        all.join_with(" ", &paras[*place].words);
    }
    all
}

/// Codes and what they mean, in two columns, or in four and more of which every second pair goes on with the first.
fn codes(paras: &[Para], grid: &Grid, width: usize) -> Option<Codes> {
    let (head, rows) = grid.split_first()?;
    if width == 0 || !width.is_multiple_of(2) || head.len() != width || rows.is_empty() {
        return None;
    }
    let cell =
        |row: &[Vec<usize>], column: usize| row.get(column).map(|cell| cell_words(paras, cell)).unwrap_or_default();
    // 番号 区分 番号 区分 is a list of two columns that was folded to save room: tests/cases/import/articles-kanji.txt.
    let folded = (2..width).all(|column| cell(head, column).text == cell(head, column % 2).text);
    let mut found = Vec::new();
    for pair in (0..width).step_by(2) {
        let parts: Vec<[SourceWords; 2]> = rows.iter().map(|row| [cell(row, pair), cell(row, pair + 1)]).collect();
        found.extend(parts.into_iter().filter(|part| part.iter().any(|words| !words.is_empty())));
    }
    let mut seen = std::collections::BTreeSet::new();
    let sound =
        // A code that stands twice would name two things; such a table is read as provisions.
        found.iter().all(|[code, name]| !name.is_empty() && is_code(&code.text) && seen.insert(code.text.clone()));
    (folded && sound).then(|| Codes { columns: [cell(head, 0), cell(head, 1)], rows: found })
}

fn is_code(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.len() <= 8
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || ('０'..='９').contains(&letter))
}

/// A table of two or three columns that ends before `end`: each row is a provision.
fn provisions(builder: &mut OutlineBuilder<'_>, (grid, end): (&Grid, usize), is_head_declared: bool) {
    let paras = builder.paras;
    let first: Vec<SourceWords> = grid[0].iter().map(|cell| cell_words(paras, cell)).collect();
    // 目的 beside a sentence is a row like the others: a text that is set as a table has no heads
    // (tests/cases/import/text-in-a-table.txt).
    let headed = is_head_declared || first.iter().all(|words| !words.text.contains('。'));
    let width = first.len();
    let columns = if headed { first } else { Vec::new() };
    let place = builder.table_place(end);
    builder.close(place);
    let free =
        builder.top().is_some_and(|top| top.columns.is_empty() && top.items.is_empty() && top.paragraphs.is_empty());
    if free {
        if let Some(top) = builder.top() {
            top.columns.clone_from(&columns);
        }
    } else if headed {
        let paragraph = builder.depth() > 0;
        builder.push(
            OutlineNode { columns: columns.clone(), ..OutlineNode::default() },
            place,
            OpenNode::table(paragraph),
        );
    }
    let floor = builder.depth();
    for row in &grid[usize::from(headed)..] {
        let caption = width - 2;
        let label = (caption > 0).then(|| row_label(&cell_words(paras, &row[0])));
        let node =
            OutlineNode { label: label.flatten(), caption: cell_words(paras, &row[caption]), ..OutlineNode::default() };
        builder.push(node, floor, OpenNode::table(false));
        for at in &row[caption + 1] {
            builder.cell(*at, floor + 1);
        }
    }
    builder.close(floor);
}

/// The number in the first of three columns, or whatever stands there.
fn row_label(words: &SourceWords) -> Option<Label> {
    if words.is_empty() {
        return None;
    }
    let mark =
        marks::find_mark(&words.text).filter(|mark| mark.end == words.text.trim_end().len() && mark.above.is_none());
    let (style, number) = match mark {
        Some(mark) => mark.readings[0].clone(),
        None => (
            crate::import::shapes::style::NumberStyle {
                before: words.text.clone(),
                numeral: None,
                after: String::new(),
                joint: None,
            },
            Vec::new(),
        ),
    };
    Some(Label { style, number, to: Vec::new(), above: None, unit: None, words: words.clone() })
}

/// Any other table: a line of text for each row.
fn place_lines(builder: &mut OutlineBuilder<'_>, grid: &Grid) {
    let paras = builder.paras;
    let mut text = Vec::new();
    for row in grid {
        let mut line = SourceWords::default();
        for cell in row {
            line.join_with("\u{3000}", &cell_words(paras, cell));
        }
        text.push(line);
    }
    if let Some(first) = text.first().cloned() {
        builder.doubt(&first, DoubtKind::TableAsLines);
    }
    let (place, paragraph) = builder.beside();
    builder.push(OutlineNode { text, ..OutlineNode::default() }, place, OpenNode::table(paragraph));
}

/// An appended table of codes as provisions, for where it cannot stand as a table.
pub(in crate::import) fn as_provisions(codes: Codes) -> OutlineNode {
    let [code, name] = codes.columns;
    let row =
        |[code, name]: [SourceWords; 2]| OutlineNode { caption: code, text: vec![name], ..OutlineNode::default() };
    OutlineNode {
        columns: vec![code, name],
        items: codes.rows.into_iter().map(row).collect(),
        ..OutlineNode::default()
    }
}

impl OutlineBuilder<'_> {
    /// Counts the provisions that a table which ends before `end` may stand below: it is of the innermost item whose list
    /// goes on behind it (tests/cases/import/table-in-a-list.md), else of the innermost heading, article or paragraph.
    pub(in crate::import) fn table_place(&self, end: usize) -> usize {
        let container = self.container();
        let next = self.paras.get(end).and_then(|para| para.mark.as_ref());
        let goes_on = |at: &usize| {
            let open = &self.stack[*at];
            // A bullet may begin another list anywhere, but hardly right behind the table.
            let is_next = next.is_some_and(|mark| mark.readings.iter().any(|(style, _)| style.key() == open.key));
            (is_next || !open.number.is_empty()) && self.goes_on(end - 1, open)
        };
        (container..self.depth()).rev().find(goes_on).map_or(container, |at| at + 1)
    }

    /// Takes a paragraph of a cell below the row that is open at `floor`.
    pub(in crate::import) fn cell(&mut self, at: usize, floor: usize) {
        let para = &self.paras[at];
        match &para.mark {
            Some(mark) => {
                let mut place = if mark.is_bullet() || mark.is_note() {
                    self.place_bullet(at, mark)
                } else {
                    self.place_open(at, mark).unwrap_or_else(|| self.place_new(at, mark))
                };
                // A number in a cell is of its row, whatever list is open outside the table.
                if place.keep < floor || place.paragraph {
                    place.keep = floor;
                }
                let label = Label {
                    style: place.style.clone(),
                    number: place.number.clone(),
                    to: mark.to.clone(),
                    above: mark.above.clone(),
                    unit: None,
                    words: para.words.slice(mark.start..mark.end),
                };
                let rest = para.words.slice(mark.rest..para.words.text.len());
                let text = Some(rest).filter(|rest| !rest.is_empty()).into_iter().collect();
                let node = OutlineNode { label: Some(label), text, ..OutlineNode::default() };
                let open = OpenNode { key: place.style.key(), number: place.number, ..OpenNode::unnumbered() };
                self.push(node, place.keep, open);
            }
            None => match self.top() {
                Some(top) => top.text.push(para.words.clone()),
                None => self.plain(para),
            },
        }
    }
}
