//! Pages as lines: rows of text and the cells of ruled tables, in the order in which they are read.

use std::collections::BTreeMap;

use super::collect::{PageCollector, PlacedLetters, UNNAMED};
use super::columns::in_reading_order;
use super::furniture::{furniture_rows, is_page_number};
use super::rows::{LetterRow, letter_rows};
use super::rules::{RuledTable, ruled_tables};
use crate::base::diagnostics::Code;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{Counted, LeftOut, PAGE_LINES, SourceCell, SourceLine, SourceText, Why};
use crate::import::outline::table::GridCell;
use crate::import::readers::raw::printable;

/// The pages of a file.
#[derive(Default)]
pub(super) struct PdfPages {
    pages: Vec<PdfPage>,
    letters: usize,
    unnamed: usize,
    pictures: usize,
    /// The number of pages that are one picture.
    scanned: usize,
    /// The number of pages that have nothing but what was recognised in a scan.
    recognised: usize,
}

/// The rows and tables of a page.
struct PdfPage {
    rows: Vec<LetterRow>,
    tables: Vec<FilledTable>,
    pictures: usize,
    /// The rows that stand on every page.
    furniture: Vec<LetterRow>,
}

/// A table with what stands in its cells.
struct FilledTable {
    ruled: RuledTable,
    /// The rows of each cell, by the place where it begins.
    cells: BTreeMap<(usize, usize), Vec<LetterRow>>,
}

impl PdfPages {
    /// Adds the next page.
    pub(super) fn add(&mut self, mut found: PageCollector) {
        // A scan with recognised letters under it has no others.
        // A picture over half of the page is the page itself.
        let scanned = found.largest > 0.5;
        self.scanned += usize::from(scanned);
        if found.letters.is_empty() && !found.unseen.is_empty() {
            found.letters = std::mem::take(&mut found.unseen);
            self.recognised += 1;
        }
        self.letters += found.letters.iter().filter(|letter| !letter.letters.trim().is_empty()).count();
        self.unnamed += found.unnamed;
        let pictures = found.pictures - usize::from(scanned && found.pictures > 0);
        self.pictures += pictures;
        // The letters are turned and the rules are not, so that cells would not lie where they seem to.
        let tables = if found.downwards * 2 > found.letters.len() {
            turn_page(&mut found.letters, found.page.0);
            Vec::new()
        } else {
            ruled_tables(&found.rules)
        };
        let (tables, rest) = fill_cells(tables, found.letters);
        self.pages.push(PdfPage { rows: letter_rows(rest), tables, pictures, furniture: Vec::new() });
    }

    /// The lines; a code where the file has no text.
    pub(super) fn source(mut self) -> Result<SourceText, Code> {
        if self.letters == 0 {
            return Err(Code::J0852);
        }
        // A text of which a quarter is 〓 is none that anybody could check.
        if self.unnamed * 4 > self.letters {
            return Err(Code::J0854);
        }
        self.leave_furniture();
        let left = self.left_edge();
        let mut in_columns = Vec::new();
        for (at, page) in self.pages.iter_mut().enumerate() {
            let (rows, columns) = in_reading_order(std::mem::take(&mut page.rows));
            page.rows = rows;
            in_columns.extend(columns.then_some(at + 1));
        }
        let mut writer = PdfLines { left, source: SourceText { counted: Counted::PageLines, ..SourceText::default() } };
        for (at, page) in self.pages.into_iter().enumerate() {
            writer.page(at + 1, page);
        }
        let mut source = writer.source;
        if self.recognised > 0 {
            source.doubts.push(Doubt::new(0, DoubtKind::Recognised, &self.recognised.to_string()));
        }
        for number in in_columns {
            if let Some(line) = source.lines.iter().position(|line| line.number / PAGE_LINES == number) {
                source.doubts.push(Doubt::new(line, DoubtKind::TwoColumns, &number.to_string()));
            }
        }
        let unnamed = source.lines.iter().position(|line| line.text.contains(UNNAMED)).filter(|_| self.unnamed > 0);
        if let Some(line) = unnamed {
            source.doubts.push(Doubt::new(line, DoubtKind::UnnamedLetters, &source.lines[line].text));
        }
        Ok(source)
    }

    /// Takes out what stands at the heads or feet of pages because they are pages: titles and numbers.
    fn leave_furniture(&mut self) {
        let rows: Vec<&[LetterRow]> = self.pages.iter().map(|page| page.rows.as_slice()).collect();
        let found = furniture_rows(&rows);
        for (page, found) in self.pages.iter_mut().zip(found) {
            // From below, so that the places of those above stay what they are.
            for row in found.into_iter().rev() {
                page.furniture.push(page.rows.remove(row));
            }
        }
    }

    /// The place at which most rows begin that begin at the left.
    fn left_edge(&self) -> f64 {
        let mut starts: Vec<f64> = self.pages.iter().flat_map(|page| &page.rows).map(LetterRow::start).collect();
        starts.sort_by(f64::total_cmp);
        // Not the leftmost one, which may be a note in the margin: a twentieth of the rows may stand further left.
        starts.get(starts.len() / 20).copied().unwrap_or(0.0)
    }
}

/// Turns a page that is written downwards, so that its columns are rows.
fn turn_page(letters: &mut [PlacedLetters], width: f64) {
    for letter in letters {
        (letter.x, letter.y) = (letter.y, width - letter.x);
    }
}

/// Puts letters into the cells that they stand in; the others are returned.
fn fill_cells(tables: Vec<RuledTable>, letters: Vec<PlacedLetters>) -> (Vec<FilledTable>, Vec<PlacedLetters>) {
    let mut held: Vec<BTreeMap<(usize, usize), Vec<PlacedLetters>>> = vec![BTreeMap::new(); tables.len()];
    let mut rest = Vec::new();
    for letter in letters {
        // The middle of the letter, whose line is at its foot.
        // The foot of a letter may touch the rule below it.
        let (x, y) = (letter.x + letter.width / 2.0, letter.y - letter.size * 0.35);
        // A page has few tables, so that they are asked one by one.
        let place = tables.iter().enumerate().find_map(|(at, table)| Some((at, table.cell_at(x, y)?)));
        match place {
            Some((at, cell)) => held[at].entry((cell.row, cell.column)).or_default().push(letter),
            None => rest.push(letter),
        }
    }
    let filled = tables.into_iter().zip(held).map(|(ruled, cells)| {
        let cells = cells.into_iter().map(|(place, letters)| (place, letter_rows(letters))).collect();
        FilledTable { ruled, cells }
    });
    (filled.filter(|table| !table.cells.is_empty()).collect(), rest)
}

struct PdfLines {
    left: f64,
    source: SourceText,
}

impl PdfLines {
    fn page(&mut self, number: usize, page: PdfPage) {
        let first = number * PAGE_LINES;
        let leading = leading_and_size(&page.rows);
        let (mut at, mut before): (usize, Option<f64>) = (0, None);
        let mut tables = page.tables.into_iter().peekable();
        let begin = self.source.lines.len();
        for row in page.rows {
            while let Some(table) = tables.next_if(|table| table.ruled.rows[0] < row.y) {
                before = table.ruled.rows.last().copied();
                self.table(first, &mut at, table);
            }
            at += 1;
            if is_reading(&row, leading.1) {
                let text = printable(&row.text());
                self.source.left_out.push(LeftOut { line: sheet_page(first, at), text, why: Why::Reading });
                continue;
            }
            let gap = before.map_or(0, |before| empty_lines(row.y - before, leading.0));
            before = Some(row.y);
            let indent = whole_columns((row.start() - row.edge.unwrap_or(self.left)) / row.size.max(1.0) * 2.0);
            self.line(sheet_page(first, at), &row.text(), gap, indent, None);
        }
        for table in tables {
            self.table(first, &mut at, table);
        }
        for row in &page.furniture {
            let text = printable(&row.text());
            let why = if is_page_number(&text) { Why::PageNumber } else { Why::PageHeader };
            self.source.left_out.push(LeftOut { line: sheet_page(first, 1), text, why });
        }
        if page.pictures > 0 {
            let line = sheet_page(first, 1);
            self.source.left_out.push(LeftOut { line, text: page.pictures.to_string(), why: Why::Picture });
        }
        if let Some(line) = self.source.lines.get_mut(begin).filter(|_| number > 1) {
            line.page = true;
        }
    }

    fn line(&mut self, number: usize, text: &str, gap: usize, indent: usize, cell: Option<SourceCell>) {
        let text = printable(text).trim().to_owned();
        if !text.is_empty() {
            self.source.lines.push(SourceLine { number, text, gap, indent, cell, ..SourceLine::default() });
        }
    }

    fn table(&mut self, first: usize, at: &mut usize, table: FilledTable) {
        let number = self.source.tables.len();
        for cell in &table.ruled.grid.cells {
            let Some(rows) = table.cells.get(&(cell.row, cell.column)) else { continue };
            let place = SourceCell { table: number, row: cell.row, column: cell.column };
            for text in cell_lines(rows, &table.ruled, cell) {
                *at += 1;
                self.line(sheet_page(first, *at), &text, 0, 0, Some(place));
            }
        }
        self.source.tables.insert(number, table.ruled.grid);
    }
}

/// The lines of a cell: a row that is full goes on in the next one.
fn cell_lines(rows: &[LetterRow], ruled: &RuledTable, cell: &GridCell) -> Vec<String> {
    let edge = ruled.breadth(cell).end;
    let mut out: Vec<String> = Vec::new();
    let mut full = false;
    for row in rows {
        match out.last_mut().filter(|_| full) {
            Some(line) => {
                if [line.chars().next_back(), row.text().chars().next()]
                    .iter()
                    .flatten()
                    .all(char::is_ascii_alphanumeric)
                {
                    line.push(' ');
                }
                line.push_str(&row.text());
            }
            None => out.push(row.text()),
        }
        // No room for another letter and the sign behind it; narrow cells of two or three letters are never full of
        // words.
        full = edge - row.end() < 1.8 * row.size && row.letters.len() > 3;
    }
    out
}

fn sheet_page(first: usize, at: usize) -> usize {
    first + at.min(PAGE_LINES - 1)
}

/// The usual distance of rows on this page, and the usual size of its letters.
fn leading_and_size(rows: &[LetterRow]) -> (f64, f64) {
    let middle = |mut list: Vec<f64>| {
        list.sort_by(f64::total_cmp);
        list.get(list.len() / 2).copied()
    };
    let size = middle(rows.iter().map(|row| row.size).collect()).unwrap_or(10.0);
    let steps = rows.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|step| *step < size * 3.0).collect();
    (middle(steps).unwrap_or(size * 1.8).max(1.0), size)
}

/// The number of empty lines that a distance holds.
fn empty_lines(distance: f64, leading: f64) -> usize {
    /// As many as matter.
    const MOST: u32 = 9;
    (1..MOST).take_while(|count| distance > leading * (f64::from(*count) + 0.5)).count()
}

/// A measure in whole columns.
fn whole_columns(measure: f64) -> usize {
    /// As many as a page has.
    const MOST: u32 = 200;
    (1..MOST).take_while(|count| measure >= f64::from(*count) - 0.5).count()
}

/// Whether a row is the reading of what stands below it: small, and in kana alone.
fn is_reading(row: &LetterRow, usual: f64) -> bool {
    let kana = |letter: char| matches!(u32::from(letter), 0x3041..=0x30FF) || letter.is_whitespace();
    row.size < usual * 0.62 && row.text().chars().all(kana)
}
