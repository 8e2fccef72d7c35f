//! The rows that head a list, and the field that each column fills.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Grid, GridRow};
use super::headings::{HeadingMatch, HeadingSign, heading_matches, is_whole_name, joined, plain_heading};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::suggest;
use crate::forms::filling::data::paths;
use crate::forms::filling::sheet::AskedSheet;

/// The headings that a person assigned, as [`plain_heading`] gives them: to a path, or to nothing.
pub(super) type Assigned = BTreeMap<String, Option<String>>;

/// The number of rows in which the head is looked for: below titles, dates and the name of a facility.
const HEAD_WITHIN: usize = 40;

/// The longest heading, in letters. A sentence above a list names no column.
const LONGEST_HEADING: usize = 80;

/// The rows that head a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// The row that gives several columns one heading, where there is one.
    pub(super) upper: Option<usize>,
    /// The last row of the head, as an index.
    pub(super) last: usize,
}

/// A column, or several whose cells are one value.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The place that it fills; of a table's column without the number of a line where a line of the list is one of it.
    pub(super) path: String,
    /// Its heading as it is written.
    pub(super) heading: String,
    /// The columns, counted from 0.
    pub(super) at: Vec<usize>,
    sign: HeadingSign,
    /// The headings of the parts of its value, as they are told: 姓・名.
    parts: Option<String>,
}

impl Column {
    /// Whether a person said what it fills, by a path or `--map`.
    pub(super) fn is_assigned(&self) -> bool {
        self.sign == HeadingSign::Path
    }

    /// The heading as the list has it.
    pub(super) fn as_written(&self) -> &String {
        self.parts.as_ref().unwrap_or(&self.heading)
    }
}

/// The columns of a list.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) list: Vec<Column>,
    /// Headings that the form does not need.
    pub(super) unneeded: Vec<String>,
    /// The table of the form of which each row of the list is a line.
    pub(super) table: Option<String>,
    /// The number of columns up to the last that has a heading, whether the form needs it or not.
    pub(super) headed: usize,
    /// The columns that have a heading.
    pub(super) under: BTreeSet<usize>,
}

impl Columns {
    /// Headings that were known by a word and not by their label, and what they were taken for.
    pub(super) fn guessed(&self) -> impl Iterator<Item = &Column> {
        self.list.iter().filter(|column| column.sign == HeadingSign::Synonym)
    }
}

/// Looks for the head: the row with the most columns that the form knows.
pub(super) fn find_head(grid: &Grid, sheet: &AskedSheet, assigned: &Assigned) -> Option<Head> {
    let known = |row: &GridRow, at: usize| {
        let text = row.text(at);
        let is_heading = !text.is_empty() && text.chars().count() <= LONGEST_HEADING;
        is_heading && (knows(text, sheet, assigned) || is_part(row, at, sheet))
    };
    let score = |row: &GridRow| (0..row.cells.len()).filter(|at| known(row, *at)).count();
    let scores: Vec<usize> = grid.rows.iter().take(HEAD_WITHIN).map(score).collect();
    let most = scores.iter().copied().max().filter(|most| *most > 0)?;
    // Of two tables the first: were the larger head taken for the only one, the people above it would be lost.
    let is_head = |(at, score): (usize, &usize)| {
        let filled = grid.rows[at].cells.iter().filter(|cell| !cell.is_blank()).count();
        *score >= 2 && 2 * score > filled
    };
    let first = scores.iter().enumerate().position(is_head);
    let best = first.or_else(|| scores.iter().position(|score| *score == most))?;
    // Below the best: headings in columns for which it has none of their own.
    let below = grid.rows.get(best + 1).filter(|row| {
        let own =
            |at: &usize| known(row, *at) && (!known(&grid.rows[best], *at) || is_in_wide_cell(&grid.rows[best], *at));
        let filled = row.cells.iter().filter(|cell| !cell.is_blank()).count();
        (0..row.cells.len()).any(|at| own(&at)) && 2 * scores.get(best + 1).copied().unwrap_or(0) >= filled
    });
    if below.is_some() {
        return Some(Head { upper: Some(best), last: best + 1 });
    }
    let above = best.checked_sub(1).filter(|above| {
        let (upper, lower) = (&grid.rows[*above], &grid.rows[best]);
        let fills_gap = |at: usize| known(upper, at) && lower.text(at).is_empty();
        let over = |(first, last): &(usize, usize)| (*first..=*last).all(|at| !lower.text(at).is_empty());
        (0..upper.cells.len()).any(fills_gap) || (upper.wide.len() > 1 && upper.wide.iter().any(over))
    });
    Some(Head { upper: above, last: best })
}

fn is_in_wide_cell(row: &GridRow, at: usize) -> bool {
    row.wide.iter().any(|(first, last)| (*first..=*last).contains(&at))
}

/// Whether cell `at` of `row` heads a part of a value that the form has: 姓 beside 名.
fn is_part(row: &GridRow, at: usize, sheet: &AskedSheet) -> bool {
    let before = at.checked_sub(1).and_then(|before| joined(row.text(before), row.text(at)));
    let found = before.or_else(|| joined(row.text(at), row.text(at + 1)));
    found.is_some_and(|joined| !heading_matches(sheet, &joined.whole).is_empty())
}

/// Whether `text` may head a column.
pub(super) fn knows(text: &str, sheet: &AskedSheet, assigned: &Assigned) -> bool {
    assigned.contains_key(&plain_heading(text))
        || !heading_matches(sheet, text).is_empty()
        || names_no_path(text).is_some()
}

/// The path in a heading that is written as one, whether the form has it or not.
fn names_no_path(heading: &str) -> Option<&str> {
    let path = heading.rsplit_once(" [").and_then(|(_, rest)| rest.strip_suffix(']')).unwrap_or(heading);
    let (block, field) = path.split_once('.')?;
    let block = block.split_once('[').map_or(block, |(block, _)| block);
    let is_id = |id: &str| {
        !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte.is_ascii_digit())
    };
    (is_id(block) && is_id(field)).then_some(path)
}

/// A heading with its columns.
#[derive(Clone)]
struct Heading {
    words: String,
    at: Vec<usize>,
    /// What stands above it.
    above: String,
    /// The headings of the parts of a value, as they are told.
    parts: Option<String>,
}

impl Heading {
    /// What a person assigned it to.
    fn assignment<'a>(&self, assigned: &'a Assigned, all: &[Self]) -> Option<&'a Option<String>> {
        let said = |words: &str| assigned.get(&plain_heading(words));
        let Some(parts) = &self.parts else { return said(&self.words) };
        // 氏名 is what a person calls 姓 and 名, unless the list has a column of that name.
        let plain = plain_heading(&self.words);
        let is_written = all.iter().any(|other| other.parts.is_none() && plain_heading(&other.words) == plain);
        said(parts).or_else(|| said(&self.words).filter(|_| !is_written))
    }

    /// The column below it as one that fills `path`.
    fn column(self, path: &str, sign: HeadingSign) -> Column {
        Column { path: path.to_owned(), heading: self.words, at: self.at, sign, parts: self.parts }
    }

    /// The heading as the list has it.
    fn as_written(&self) -> &String {
        self.parts.as_ref().unwrap_or(&self.words)
    }
}

/// A heading with what it may mean.
struct Candidate {
    heading: Heading,
    matches: Vec<HeadingMatch>,
}

/// The columns below `head`; `None` after reporting headings that cannot be told.
pub(super) fn columns_of(
    grid: &Grid,
    head: Head,
    sheet: &AskedSheet,
    assigned: &Assigned,
    findings: &mut Diagnostics,
) -> Option<Columns> {
    let mut candidates = Vec::new();
    let mut columns = Columns::default();
    let mut sound = true;
    let all = headings(grid, head, assigned);
    let given: Vec<_> = all.iter().map(|heading| heading.assignment(assigned, &all)).collect();
    for (heading, given) in all.iter().cloned().zip(given) {
        columns.headed = columns.headed.max(heading.at.last().map_or(0, |last| last + 1));
        columns.under.extend(&heading.at);
        match given {
            Some(Some(path)) => {
                let matches = vec![HeadingMatch { path: path.clone(), sign: HeadingSign::Path }];
                candidates.push(Candidate { heading, matches });
                continue;
            }
            Some(None) => {
                columns.unneeded.push(heading.as_written().clone());
                continue;
            }
            None => {}
        }
        let matches = matches_below(sheet, &heading.words, &heading.above);
        if let Some(path) = names_no_path(&heading.words).filter(|_| matches.is_empty()) {
            let place = grid.rows[head.last].place.narrowed(&heading.words);
            findings.push(unknown_path(path, sheet).at(&place));
            sound = false;
        } else if matches.is_empty() {
            columns.unneeded.push(heading.as_written().clone());
        } else {
            candidates.push(Candidate { heading, matches });
        }
    }
    let has_line = |candidate: &Candidate| candidate.matches.iter().any(|found| found.path.contains('['));
    let table = if candidates.iter().any(has_line) { None } else { table_of(sheet, &candidates) };
    for candidate in candidates {
        sound &= take(candidate, table.as_deref(), grid, head, sheet, &mut columns, findings);
    }
    columns.table = table;
    sound.then_some(columns)
}

fn matches_below(sheet: &AskedSheet, heading: &str, above: &str) -> Vec<HeadingMatch> {
    // 代表者 over 氏名 says more than 氏名.
    let whole = if above.is_empty() { Vec::new() } else { heading_matches(sheet, &format!("{above}{heading}")) };
    let says_more = whole.iter().any(|found| found.sign >= HeadingSign::Label);
    if says_more { whole } else { heading_matches(sheet, heading) }
}

/// The headings with their columns. Parts of a value that a person assigned are no parts.
fn headings(grid: &Grid, head: Head, assigned: &Assigned) -> Vec<Heading> {
    let lower = &grid.rows[head.last];
    let upper = head.upper.map(|at| &grid.rows[at]);
    let width = lower.cells.len().max(upper.map_or(0, |row| row.cells.len()));
    let above = |at: usize| upper.map_or("", |row| row.text_above(at));
    let own = |at: usize| if lower.text(at).is_empty() { upper.map_or("", |row| row.text(at)) } else { lower.text(at) };
    let is_assigned = |at: usize| assigned.contains_key(&plain_heading(own(at)));
    let mut found = Vec::new();
    let mut at = 0;
    while at < width {
        let heading = own(at);
        let over = if above(at) == heading { "" } else { above(at) };
        let wide = lower.wide.iter().find(|(first, last)| *first == at && upper.is_none() && *last < width + 64);
        let both = joined(heading, own(at + 1)).filter(|_| !is_assigned(at) && !is_assigned(at + 1));
        if let Some(both) = both {
            let parts = format!("{heading}・{}", own(at + 1));
            // What stands above both may say which name they are parts of.
            let (whole, over, parts) = if is_whole_name(over) {
                (over, "", format!("{over}（{parts}）"))
            } else {
                (both.whole.as_str(), over, parts)
            };
            let (words, above) = (whole.to_owned(), over.to_owned());
            found.push(Heading { words, at: vec![at, at + 1], above, parts: Some(parts) });
            at += 2;
            continue;
        }
        let end = wide.map_or(at, |(_, last)| *last);
        if !heading.is_empty() {
            let (words, above) = (heading.to_owned(), over.to_owned());
            found.push(Heading { words, at: (at..=end).collect(), above, parts: None });
        }
        at = end + 1;
    }
    found
}

/// The table whose columns most headings name. Of two with as many neither: which one is meant nobody can tell.
fn table_of(sheet: &AskedSheet, candidates: &[Candidate]) -> Option<String> {
    let begins = |path: &str, block: &str| path.strip_prefix(block).is_some_and(|rest| rest.starts_with('.'));
    let named = |block: &str| {
        candidates.iter().filter(|one| one.matches.iter().any(|found| begins(&found.path, block))).count()
    };
    // The office has a list of its own only for what it fills in itself.
    [false, true].into_iter().find_map(|office_use| {
        let tables = sheet.blocks.iter().filter(|block| block.rows.is_some() && block.office_use == office_use);
        let counts: Vec<(usize, &str)> = tables.map(|block| (named(&block.id), block.id.as_str())).collect();
        let most = counts.iter().map(|(count, _)| *count).max().filter(|most| *most > 0)?;
        let mut best = counts.iter().filter(|(count, _)| *count == most);
        match (best.next(), best.next()) {
            (Some((_, block)), None) => Some((*block).to_owned()),
            _ => None,
        }
    })
}

/// Puts a heading among the columns; `false` after reporting why that cannot be.
fn take(
    candidate: Candidate,
    table: Option<&str>,
    grid: &Grid,
    head: Head,
    sheet: &AskedSheet,
    columns: &mut Columns,
    findings: &mut Diagnostics,
) -> bool {
    let Candidate { heading, matches } = candidate;
    let place = grid.rows[head.last].place.narrowed(&heading.words);
    let found = likeliest(&matches, table, sheet);
    let in_table = found.iter().any(|found| table.is_some_and(|table| block_of(&found.path) == table));
    // What a form has once and a list of its lines seems to name is taken only where it is clear.
    let lenient = table.is_some() && !in_table;
    // A column of a table needs to know its line.
    let no_line = |found: &HeadingMatch| {
        let rows = sheet.block(block_of(&found.path)).is_some_and(|block| block.rows.is_some());
        rows && !found.path.contains('[') && table != Some(block_of(&found.path))
    };
    let clear = match found.as_slice() {
        [one] if !no_line(one) => Some(one),
        _ => None,
    };
    let Some(one) = clear else {
        if lenient {
            columns.unneeded.push(heading.as_written().clone());
            return true;
        }
        let known: Vec<&str> = found.iter().map(|found| found.path.as_str()).collect();
        let diagnostic = Diagnostic::new(Code::J0724).at(&place).arg("heading", heading.words);
        findings.push(diagnostic.arg("known", known.join(", ")));
        return false;
    };
    let column = heading.column(&one.path, one.sign);
    let Some(earlier) = columns.list.iter_mut().find(|earlier| earlier.path == column.path) else {
        columns.list.push(column);
        return true;
    };
    match surer(earlier, &column) {
        Ordering::Less => columns.unneeded.push(std::mem::replace(earlier, column).as_written().clone()),
        Ordering::Greater => columns.unneeded.push(column.as_written().clone()),
        Ordering::Equal if lenient => columns.unneeded.push(column.as_written().clone()),
        Ordering::Equal => {
            let both = format!("{}, {}", earlier.as_written(), column.as_written());
            findings.push(Diagnostic::new(Code::J0709).at(&place).arg("path", &column.path).arg("columns", both));
            return false;
        }
    }
    true
}

/// Which of two columns for one place says it more surely. Of 姓・名 and 氏名 that is 氏名, whose writing is the author's own.
fn surer(one: &Column, other: &Column) -> Ordering {
    let is_same = plain_heading(&one.heading) == plain_heading(&other.heading);
    let by_parts = if is_same { other.parts.is_some().cmp(&one.parts.is_some()) } else { Ordering::Equal };
    one.sign.cmp(&other.sign).then(by_parts)
}

fn block_of(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// Of several fields with the same sign those that a list is likely to be about: the columns of its table, then what the sender fills in,
/// then what is there without a proxy.
fn likeliest(matches: &[HeadingMatch], table: Option<&str>, sheet: &AskedSheet) -> Vec<HeadingMatch> {
    let block = |found: &&HeadingMatch| sheet.block(block_of(&found.path));
    let tests: [&dyn Fn(&&HeadingMatch) -> bool; 3] = [
        &|found| table.is_some_and(|table| block_of(&found.path) == table),
        &|found| block(found).is_some_and(|block| !block.office_use),
        &|found| block(found).is_some_and(|block| !block.all_or_nothing),
    ];
    let mut rest: Vec<HeadingMatch> = matches.to_vec();
    for test in tests {
        if rest.len() > 1 && rest.iter().any(|found| test(&found)) {
            rest.retain(|found| test(&found));
        }
    }
    rest
}

/// J0703: no place of the form is called `path`.
pub(super) fn unknown_path(path: &str, sheet: &AskedSheet) -> Diagnostic {
    let known = paths(sheet);
    let known: Vec<&str> = known.iter().map(|(path, _, _)| path.as_str()).collect();
    // A file that is no table has its first line here, whatever its length.
    let shown: String = path.chars().take(60).collect();
    let diagnostic = Diagnostic::new(Code::J0703).arg("name", shown).arg("known", known.join(", "));
    suggest(diagnostic.hint_id("known-names"), path, &known)
}

/// Every word that may head a column of `sheet`, as [`plain_heading`] gives it.
pub(super) fn heading_words(sheet: &AskedSheet, columns: &Columns) -> BTreeSet<String> {
    let labels = sheet.blocks.iter().flat_map(|block| block.fields.iter().flat_map(|field| &field.heads));
    labels.chain(columns.list.iter().map(|column| &column.heading)).map(|label| plain_heading(label)).collect()
}
