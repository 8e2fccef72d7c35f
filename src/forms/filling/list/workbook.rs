//! Lists as workbooks: .xlsx, .xlsm and .xls.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::container::{self, Container};
use super::grid::{CellKind, Grid, GridCell, GridRow, MOST_CELLS, MOST_ROWS};
use crate::base::diagnostics::{Code, Diagnostic, Place, SourceFile};

/// The sheets of a workbook that a person sees, and what was passed over.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) grids: Vec<Grid>,
    /// The names of hidden sheets.
    pub(super) hidden_sheets: Vec<String>,
    /// Hidden rows, with the name of the sheet.
    pub(super) hidden_rows: Vec<(String, Vec<usize>)>,
    /// Whether it has macros.
    pub(super) has_macros: bool,
}

/// Why a workbook cannot be read.
enum WorkbookFault {
    Password,
    /// It would take more memory than any list.
    Large,
    /// The kind is none that is read: .xlsb, .ods.
    Other,
    Broken(String),
}

/// Whether `bytes` begin as a workbook does: as a zip file, or as a compound file (MS-CFB).
pub(in crate::forms::filling) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND)
}

const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The workbook in `bytes`, which the file `name` held.
///
/// # Errors
/// J0726 with the reason.
pub(super) fn read_workbook(name: &str, bytes: &[u8]) -> Result<Workbook, Box<Diagnostic>> {
    let place = Place::whole(&Arc::new(SourceFile::new(name, "")));
    let result = catch_unwind(AssertUnwindSafe(|| {
        if bytes.starts_with(COMPOUND) { compound(name, bytes) } else { zipped(name, bytes) }
    }));
    // Of a damaged file the library may take a number for a place that is not there.
    let result = result.unwrap_or_else(|_| Err(WorkbookFault::Broken(String::new())));
    result.map_err(|fault| {
        let (kind, reason) = match fault {
            WorkbookFault::Password => ("password", String::new()),
            WorkbookFault::Large => ("large", String::new()),
            WorkbookFault::Other => ("other", String::new()),
            WorkbookFault::Broken(reason) => ("broken", reason),
        };
        Box::new(Diagnostic::new(Code::J0726).at(&place).arg("kind", kind).arg("reason", reason))
    })
}

/// A compound file: .xls, or an .xlsx with a password in an envelope (MS-OFFCRYPTO).
fn compound(name: &str, bytes: &[u8]) -> Result<Workbook, WorkbookFault> {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let envelope = utf16("EncryptedPackage");
    if bytes.windows(envelope.len()).any(|window| window == envelope) {
        return Err(WorkbookFault::Password);
    }
    let mut xls = Xls::new(Cursor::new(bytes)).map_err(xls_fault)?;
    let mut workbook = Workbook { has_macros: matches!(xls.vba_project(), Ok(Some(_))), ..Workbook::default() };
    for (sheet, visible) in listed_sheets(xls.sheets_metadata()) {
        if !visible {
            workbook.hidden_sheets.push(sheet);
            continue;
        }
        let range = xls.worksheet_range(&sheet).map_err(xls_fault)?;
        let (top, left) = range.start().unwrap_or((0, 0));
        let merged = xls.merge_cells_by_sheet_name(&sheet).map_err(xls_fault)?;
        let cells = range.used_cells().map(|(row, column, data)| {
            let at = (top.saturating_add(row_index(row)), left.saturating_add(row_index(column)));
            (at, cell_of(data))
        });
        workbook.grids.push(grid_of(name, sheet, cells, &merged, &[]));
    }
    Ok(workbook)
}

/// An .xlsx or .xlsm.
fn zipped(name: &str, bytes: &[u8]) -> Result<Workbook, WorkbookFault> {
    let container = match container::look_into(bytes) {
        Ok(Some(container)) => container,
        Ok(None) => return Err(WorkbookFault::Other),
        Err(container::TooLarge) => return Err(WorkbookFault::Large),
    };
    let Container { has_macros, hidden_rows } = container;
    let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_fault)?;
    let mut workbook = Workbook { has_macros, ..Workbook::default() };
    for (sheet, visible) in listed_sheets(xlsx.sheets_metadata()) {
        if !visible {
            workbook.hidden_sheets.push(sheet);
            continue;
        }
        let merged = xlsx.merge_cells_by_sheet_name(&sheet).map_err(xlsx_fault)?;
        let hidden = hidden_rows.get(&sheet).map_or(&[][..], Vec::as_slice);
        let cells = xlsx_cells(&mut xlsx, &sheet)?;
        if !hidden.is_empty() {
            workbook.hidden_rows.push((sheet.clone(), hidden.to_vec()));
        }
        workbook.grids.push(grid_of(name, sheet, cells.into_iter(), &merged, hidden));
    }
    Ok(workbook)
}

/// A cell at its row and column, both counted from 0.
type PlacedCell = ((u32, u32), GridCell);

/// The cells of a sheet in their order, without a table of the empty ones between them, which may be billions.
fn xlsx_cells(xlsx: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<PlacedCell>, WorkbookFault> {
    /// The greatest number of cells that are kept: of [`MOST_ROWS`] rows, many for each.
    const MOST: usize = 1_000_000;
    let mut reader = xlsx.worksheet_cells_reader(sheet).map_err(xlsx_fault)?;
    let mut cells = Vec::new();
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(xlsx_fault)? {
        let uncomputed = found.formula.is_some() && matches!(found.value, DataRef::Empty);
        let cell = if uncomputed {
            GridCell { text: String::new(), kind: CellKind::Uncomputed }
        } else {
            cell_of(&Data::from(found.value))
        };
        if !cell.is_blank() {
            cells.push((found.pos, cell));
        }
        if cells.len() > MOST {
            return Err(WorkbookFault::Large);
        }
    }
    Ok(cells)
}

/// The names of the sheets that hold cells, and whether a person sees them.
fn listed_sheets(sheets: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    cells.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect()
}

/// The text of a cell as the program reads values.
fn cell_of(data: &Data) -> GridCell {
    match data {
        Data::String(text) | Data::DurationIso(text) => GridCell::written(text.as_str()),
        Data::Int(number) => GridCell { text: number.to_string(), kind: CellKind::Number },
        // Rust writes no exponent and no decimals that are not there.
        Data::Float(number) => GridCell { text: number.to_string(), kind: CellKind::Number },
        Data::Bool(true) => GridCell::written("true"),
        Data::Bool(false) => GridCell::written("false"),
        Data::DateTime(day) => GridCell::written(day_text(day)),
        Data::DateTimeIso(text) => GridCell::written(text.split('T').next().unwrap_or(text)),
        Data::Error(error) => GridCell { text: error.to_string(), kind: CellKind::Error },
        Data::Empty => GridCell::written(""),
    }
}

/// A day as the program reads it, whatever its format in the sheet.
fn day_text(day: &ExcelDateTime) -> String {
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Rows are counted from 0 by the library, and have at most 32 bits.
fn row_index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The rows of a sheet. Its text is a line for each row, its cells parted by tabs, so that places are those of the sheet.
fn grid_of(
    name: &str,
    sheet: String,
    cells: impl Iterator<Item = PlacedCell>,
    merged: &[Dimensions],
    hidden: &[usize],
) -> Grid {
    let mut rows: Vec<(usize, Vec<GridCell>)> = Vec::new();
    let mut count = 0;
    let mut last = None;
    for ((row, column), cell) in cells {
        let (row, column) = (row as usize, column as usize);
        if column >= MOST_CELLS || cell.is_blank() || hidden.binary_search(&(row + 1)).is_ok() {
            continue;
        }
        if last != Some(row) {
            count += 1;
            last = Some(row);
            if rows.len() < MOST_ROWS {
                rows.push((row, Vec::new()));
            }
        }
        if let Some((_, cells)) = rows.last_mut().filter(|(found, _)| *found == row) {
            cells.resize(cells.len().max(column + 1), GridCell::written(""));
            cells[column] = cell;
        }
    }
    repeat_downwards(&mut rows, merged);
    let file = Arc::new(SourceFile::new(name, sheet_text(&rows)));
    let ends = file.text.match_indices('\n').map(|(at, _)| at + 1);
    let lines: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let placed = rows.into_iter().map(|(row, cells)| {
        let start = lines.get(row).copied().unwrap_or(file.text.len());
        let end = lines.get(row + 1).map_or(file.text.len(), |next| next - 1);
        let wide = merged.iter().filter(|region| region.start.0 as usize <= row && row <= region.end.0 as usize);
        let wide =
            wide.map(|region| (region.start.1 as usize, region.end.1 as usize)).filter(|(first, last)| first < last);
        GridRow { number: row + 1, place: Place::new(&file, start..end), cells, wide: wide.collect() }
    });
    Grid { rows: placed.collect(), sheet: Some(sheet), count, is_delimited: false }
}

/// Gives what a cell that reaches over several rows says to each of them: a facility's name beside its staff.
fn repeat_downwards(rows: &mut [(usize, Vec<GridCell>)], merged: &[Dimensions]) {
    for region in merged.iter().filter(|region| region.start.0 < region.end.0) {
        let column = region.start.1 as usize;
        let first = rows.iter().find(|(row, _)| *row == region.start.0 as usize);
        let Some(cell) = first.and_then(|(_, cells)| cells.get(column)).filter(|cell| !cell.is_blank()).cloned() else {
            continue;
        };
        let below = |row: &usize| (region.start.0 as usize + 1..=region.end.0 as usize).contains(row);
        for (_, cells) in rows.iter_mut().filter(|(row, _)| below(row)) {
            cells.resize(cells.len().max(column + 1), GridCell::written(""));
            cells[column] = cell.clone();
        }
    }
}

fn sheet_text(rows: &[(usize, Vec<GridCell>)]) -> String {
    let mut text = String::new();
    let mut line = 0;
    for (row, cells) in rows {
        text.extend(std::iter::repeat_n('\n', row - line));
        line = *row;
        let plain = |cell: &GridCell| cell.text.replace(['\t', '\n', '\r'], " ");
        text.push_str(&cells.iter().map(plain).collect::<Vec<_>>().join("\t"));
    }
    text
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the library, and more may come")]
fn xlsx_fault(error: XlsxError) -> WorkbookFault {
    match error {
        XlsxError::Password => WorkbookFault::Password,
        other => WorkbookFault::Broken(other.to_string()),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the library, and more may come")]
fn xls_fault(error: XlsError) -> WorkbookFault {
    match error {
        XlsError::Password => WorkbookFault::Password,
        other => WorkbookFault::Broken(other.to_string()),
    }
}
