//! Pages that are set in two columns: their rows column by column.

use std::ops::Range;

use super::rows::LetterRow;

/// The number of rows that each column has at least: fewer beside each other are labels with places to fill in, or the
/// foot of a letter.
const FEWEST_ROWS: usize = 5;

/// How wide a column is at least, in letters. Narrower ones are of a list of terms, codes or names.
const NARROWEST: f64 = 10.0;

/// How much of a column its middle row fills at least, as running text does.
const LEAST_FILLED: f64 = 0.6;

/// How many sentences end in both columns at least: lists beside each other are read along their rows.
const FEWEST_SENTENCES: usize = 2;

/// How many places between the two columns are tried.
const TRIED: u32 = 60;

/// The rows of a page in the order in which they are read, and whether some of them are set in two columns.
pub(super) fn in_reading_order(rows: Vec<LetterRow>) -> (Vec<LetterRow>, bool) {
    let Some((run, gutter)) = widest_run(&rows).map(|found| narrowed(&rows, found)) else { return (rows, false) };
    let mut rows = rows;
    let below = rows.split_off(run.end);
    let beside = rows.split_off(run.start);
    let (mut ordered, _) = in_reading_order(rows);
    for is_left in [true, false] {
        let column: Vec<LetterRow> = beside.iter().filter_map(|row| part(row, gutter, is_left)).collect();
        // Where most rows begin: a number at the foot of the page may stand further left.
        let mut starts: Vec<f64> = column.iter().map(LetterRow::start).collect();
        starts.sort_by(f64::total_cmp);
        let edge = starts.get(starts.len() / 4).copied().unwrap_or(0.0);
        ordered.extend(column.into_iter().map(|row| LetterRow { edge: Some(edge), ..row }));
    }
    ordered.extend(in_reading_order(below).0);
    (ordered, true)
}

/// The longest run of rows that part at one place, where that makes two columns of text.
fn widest_run(rows: &[LetterRow]) -> Option<(Range<usize>, f64)> {
    if rows.len() < FEWEST_ROWS {
        return None;
    }
    let left = rows.iter().map(LetterRow::start).fold(f64::INFINITY, f64::min);
    let right = rows.iter().map(LetterRow::end).fold(0.0, f64::max);
    // Columns are about as wide as each other: the place between them is near the middle.
    let tried = (TRIED / 4..=TRIED * 3 / 4).map(|step| left + (right - left) * f64::from(step) / f64::from(TRIED));
    let mut best: Option<(Range<usize>, f64)> = None;
    for place in tried {
        let open: Vec<bool> = rows.iter().map(|row| is_open(row, place)).collect();
        for run in runs(&open) {
            let longer = best.as_ref().is_none_or(|(found, _)| run.len() > found.len());
            if longer && is_columns(&rows[run.clone()], place) {
                best = Some((run, place));
            }
        }
    }
    best
}

/// The run of rows that part in the middle between both columns: a title over both may part where the place is not there.
fn narrowed(rows: &[LetterRow], (run, place): (Range<usize>, f64)) -> (Range<usize>, f64) {
    let of = |is_left: bool| rows[run.clone()].iter().filter_map(move |row| part(row, place, is_left));
    let mut ends: Vec<f64> = of(true).map(|row| row.end()).collect();
    let mut starts: Vec<f64> = of(false).map(|row| row.start()).collect();
    ends.sort_by(f64::total_cmp);
    starts.sort_by(f64::total_cmp);
    let (Some(end), Some(start)) = (ends.get(ends.len() * 3 / 4), starts.get(starts.len() / 4)) else {
        return (run, place);
    };
    let middle = f64::midpoint(*end, *start);
    let open: Vec<bool> = rows.iter().map(|row| is_open(row, middle)).collect();
    let inner = runs(&open).into_iter().filter(|inner| is_columns(&rows[inner.clone()], middle));
    inner.max_by_key(Range::len).map_or((run, place), |inner| (inner, middle))
}

/// The runs of what is `open`, one after another.
fn runs(open: &[bool]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = None;
    for (at, is_open) in open.iter().chain([&false]).enumerate() {
        match (begin, is_open) {
            (None, true) => begin = Some(at),
            (Some(start), false) => {
                found.push(start..at);
                begin = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a row parts at a place: nothing stands there, nor within a letter of it.
fn is_open(row: &LetterRow, place: f64) -> bool {
    let shown = || row.letters.iter().filter(|letter| !letter.letters.trim().is_empty());
    let before = shown().filter(|letter| letter.x < place).map(super::collect::PlacedLetters::end).fold(0.0, f64::max);
    let after = shown().filter(|letter| letter.x >= place).map(|letter| letter.x).fold(f64::INFINITY, f64::min);
    before <= place && after - before >= row.size
}

/// Whether rows that part at a place are two columns of running text.
fn is_columns(rows: &[LetterRow], place: f64) -> bool {
    let sentences = rows.iter().flat_map(|row| &row.letters).filter(|letter| letter.letters.contains('。')).count();
    sentences >= FEWEST_SENTENCES
        && [true, false].into_iter().all(|is_left| {
            let column: Vec<LetterRow> = rows.iter().filter_map(|row| part(row, place, is_left)).collect();
            let start = column.iter().map(LetterRow::start).fold(f64::INFINITY, f64::min);
            let end = column.iter().map(LetterRow::end).fold(0.0, f64::max);
            let mut widths: Vec<f64> = column.iter().map(|row| row.end() - row.start()).collect();
            widths.sort_by(f64::total_cmp);
            let middle = widths.get(widths.len() / 2).copied().unwrap_or(0.0);
            let size = column.iter().map(|row| row.size).fold(1.0, f64::max);
            column.len() >= FEWEST_ROWS && end - start >= NARROWEST * size && middle >= LEAST_FILLED * (end - start)
        })
}

/// What of a row stands at one side of a place.
fn part(row: &LetterRow, place: f64, is_left: bool) -> Option<LetterRow> {
    let letters: Vec<_> = row.letters.iter().filter(|letter| (letter.x < place) == is_left).cloned().collect();
    let shown = letters.iter().any(|letter| !letter.letters.trim().is_empty());
    shown.then(|| LetterRow { letters, ..row.clone() })
}
