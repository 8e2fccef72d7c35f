//! Tables of cells as any medium takes them.

use serde::Serialize;

use crate::base::locale::Lang;
use crate::corpus::{CellTable, Localized, PlacedCell, Text};

/// A table of cells, with text `T`.
#[derive(Debug, Serialize)]
pub struct CellTableView<T> {
    caption: Option<String>,
    /// The language of the caption, where it is not the medium's.
    caption_lang: Option<&'static str>,
    columns: usize,
    head: Vec<Vec<GridCellView<T>>>,
    rows: Vec<Vec<GridCellView<T>>>,
    notes: Vec<CellText<T>>,
    /// Whether anything in it is in the other language for want of a translation.
    fallback: bool,
}

/// A cell in the row in which it begins.
#[derive(Debug, Serialize)]
struct GridCellView<T> {
    /// The first column that it takes, from 0.
    column: usize,
    across: usize,
    down: usize,
    heads: bool,
    /// The text of the cell; none in an empty cell.
    holds: Option<CellText<T>>,
}

/// A text and its language, where that is not the medium's.
#[derive(Debug, Serialize)]
struct CellText<T> {
    text: T,
    lang: Option<&'static str>,
}

/// A table in `lang`, its texts taken by `text`.
pub fn cell_table<T>(table: &CellTable, lang: Lang, text: &impl Fn(&Text) -> T) -> CellTableView<T> {
    let caption = table.caption.as_ref();
    let rows = |rows: &[Vec<PlacedCell>]| rows.iter().map(|row| cells_of_row(row, lang, text)).collect();
    let fallback = caption.and_then(|caption| foreign(caption, lang)).is_some()
        || table.texts().any(|text| foreign(text, lang).is_some());
    CellTableView {
        caption: caption.map(|caption| caption.get(lang).clone()),
        caption_lang: caption.and_then(|caption| foreign(caption, lang)),
        columns: table.columns,
        head: rows(&table.head),
        rows: rows(&table.rows),
        notes: table.notes.iter().map(|note| held(note, lang, text)).collect(),
        fallback,
    }
}

fn cells_of_row<T>(row: &[PlacedCell], lang: Lang, text: &impl Fn(&Text) -> T) -> Vec<GridCellView<T>> {
    let view = |cell: &PlacedCell| GridCellView {
        column: cell.column,
        across: cell.across,
        down: cell.down,
        heads: cell.heads,
        holds: cell.text.as_ref().map(|own| held(own, lang, text)),
    };
    row.iter().map(view).collect()
}

fn held<T>(own: &Text, lang: Lang, text: &impl Fn(&Text) -> T) -> CellText<T> {
    CellText { text: text(own), lang: foreign(own, lang) }
}

/// The language of words that have none in `lang`.
fn foreign<T>(words: &Localized<T>, lang: Lang) -> Option<&'static str> {
    Some(words.given(lang)).filter(|given| *given != lang).map(Lang::code)
}
