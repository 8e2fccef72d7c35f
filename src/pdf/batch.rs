//! Many sheets of one form: a file each, or all in one.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::data::copies;
use super::data::{self, FaceSizes, Values};
use super::joined::joined;
use super::overlay::{ApartSheets, SheetsOfFile};
use super::setup::Tools;
use super::sheet_error::SheetError;
use super::typst::Workshop;
use crate::base::locale::{Lang, Messages};
use crate::corpus::{Form, Set};

/// A form of which many sheets are made.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The set.
    pub set: &'a Set,
    /// The form.
    pub form: &'a Form,
    /// The language of the sheets.
    pub lang: Lang,
    /// Typst and fonts.
    pub tools: &'a Tools,
}

/// The most sheets that typst sets in one run: they take about 150 MB, and what goes wrong with one of them is looked for among so many.
const MOST_AT_ONCE: usize = 50;

/// The fewest sheets of a part of a file: typst needs as long to begin as for two.
const LEAST_OF_PART: usize = 10;

/// One sheet in so many may be set as a whole among others: it takes about ten times as long, and its fonts stand in the file once more.
const MOST_UNLIKE: usize = 10;

/// The fewest sheets for which it is worth while to decide or to set once what they have in common.
const FEWEST: usize = 3;

impl Batch<'_> {
    /// A PDF for each of `values`; `done` is called after each. Nothing is kept for later runs.
    pub fn files(&self, values: &[Values], done: &(impl Fn() + Sync)) -> Vec<Result<Vec<u8>, SheetError>> {
        // Filled sheets are somebody's data: nothing of them stays in the cache.
        let workshop = match Workshop::open_without_shelf(self.tools) {
            Ok(workshop) => workshop,
            Err(fault) => return vec![Err(SheetError::Machine(fault)); values.len()],
        };
        let run = Run { batch: self, workshop: &workshop, count: values.len(), sizes: OnceLock::new() };
        let blank = self.blank_apart(&workshop, values);
        let at_once = run_length(values.len(), MOST_AT_ONCE);
        let set = |(number, values): (usize, &[Values])| {
            let first = number * at_once;
            let laid = blank.as_ref().and_then(|blank| self.laid_apart(&workshop, first, (blank, values)));
            let files: Vec<Option<Vec<u8>>> = match laid {
                Some(files) => files,
                // What goes wrong with values laid over a sheet goes wrong with whole ones too.
                None if blank.is_some() => vec![None; values.len()],
                None => match run.files(first, values) {
                    Some(files) => files.into_iter().map(Some).collect(),
                    None => vec![None; values.len()],
                },
            };
            // Of several files typst does not tell which one it could not set.
            let one = |(at, (file, values)): (usize, (Option<Vec<u8>>, &Values))| {
                let made = file.map_or_else(|| run.one_sheet(first + at, values), Ok);
                done();
                made
            };
            files.into_par_iter().zip(values).enumerate().map(one).collect::<Vec<_>>()
        };
        // The results stay in the order of the values, by which the caller names the files.
        values.par_chunks(at_once).enumerate().flat_map_iter(set).collect()
    }

    /// One PDF with a sheet for each of `values`, numbered each by itself. The parts of a long one are set at the same time.
    ///
    /// # Errors
    /// As [`form_sheet`](super::form_sheet), without telling which sheet it was.
    pub fn one_file(&self, values: &[Values]) -> Result<Vec<u8>, SheetError> {
        let workshop = Workshop::open_without_shelf(self.tools).map_err(SheetError::Machine)?;
        let run = Run { batch: self, workshop: &workshop, count: values.len(), sizes: OnceLock::new() };
        if let Some(file) = self.laid_in_one(&run, values) {
            return Ok(file);
        }
        let length = length_of_part(values.len());
        if values.len() > length {
            let parts = values.par_chunks(length).enumerate().map(|(number, values)| run.part(number, values));
            let parts: Result<Vec<_>, _> = parts.collect();
            // What goes wrong with a part is told by the whole.
            if let Some(whole) = parts.ok().and_then(|parts| joined(&parts)) {
                return Ok(whole);
            }
        }
        run.part(0, values)
    }

    /// The blank sheet that the values are laid over; `None` where that is not worth while or not possible.
    fn blank_apart(&self, workshop: &Workshop<'_>, values: &[Values]) -> Option<ApartSheets> {
        ApartSheets::of(&self.blank(workshop, 0, true, self.common_rows(values)?)?)
    }

    /// A PDF for each of `values` from the blank sheet; `None` where typst cannot set them in one run, and in the place of those that do
    /// not look like it.
    fn laid_apart(
        &self,
        workshop: &Workshop<'_>,
        number: usize,
        (blank, values): (&ApartSheets, &[Values]),
    ) -> Option<Vec<Option<Vec<u8>>>> {
        let sheet = copies::overlay_sheet_data(self.set, self.form, values, blank.places(), Messages::of(self.lang));
        let json = super::sheet_json(&sheet, &self.tools.fonts.families);
        let set = workshop.set_apart(number, &json, values.len()).ok()?;
        Some(set.par_iter().map(|values| blank.filled(values)).collect())
    }

    /// One PDF of values that are laid over blank sheets; `None` where that is not worth while or not possible.
    fn laid_in_one(&self, run: &Run<'_>, values: &[Values]) -> Option<Vec<u8>> {
        let begun = self.common_rows(values)?;
        let blank = |number, further| self.blank(run.workshop, number, further, begun.clone());
        let (first, further) = rayon::join(|| blank(0, false), || blank(1, true));
        let sheets = SheetsOfFile::of(&first?, &further?)?;
        let set = |(number, values): (usize, &[Values])| {
            let places = sheets.places();
            run.set(number, &copies::overlay_sheet_data(self.set, self.form, values, places, Messages::of(self.lang)))
        };
        let parts: Result<Vec<_>, _> = values.par_chunks(length_of_part(values.len())).enumerate().map(set).collect();
        let laid = sheets.read(&parts.ok()?)?;
        let unlike = laid.unlike();
        if unlike.len() * MOST_UNLIKE > values.len() {
            return None;
        }
        let whole = |at: usize| Some((at, run.part(at, values.get(at..=at)?).ok()?));
        laid.joined(&unlike.into_par_iter().map(whole).collect::<Option<_>>()?)
    }

    /// The rows in which all of `values` have entries; `None` where blank sheets would differ, or are not worth while.
    fn common_rows(&self, values: &[Values]) -> Option<BTreeSet<String>> {
        // Templates of a theme may know nothing of values that are laid over a sheet.
        if values.len() < FEWEST || !self.tools.templates.is_empty() {
            return None;
        }
        let rows = |values: &Values| -> BTreeSet<String> {
            values.keys().filter_map(|path| Some(path.split_once('[')?.0.to_owned())).collect()
        };
        let first = rows(values.first()?);
        values.iter().all(|values| rows(values) == first).then_some(first)
    }

    fn blank(&self, workshop: &Workshop<'_>, number: usize, further: bool, begun: BTreeSet<String>) -> Option<Vec<u8>> {
        let sheet = copies::blank_sheet_data(self.set, self.form, further, begun, Messages::of(self.lang));
        let set = workshop.set(number, &super::sheet_json(&sheet, &self.tools.fonts.families)).ok()?;
        Some(set.pdf)
    }
}

/// Sheets that are set as a whole.
struct Run<'a> {
    batch: &'a Batch<'a>,
    workshop: &'a Workshop<'a>,
    /// The number of all sheets.
    count: usize,
    /// The sizes of letters of the form, once they were asked for.
    sizes: OnceLock<Option<FaceSizes>>,
}

impl Run<'_> {
    /// A PDF for each of `values`, set in one run; `None` where that is not worth while or does not succeed.
    fn files(&self, number: usize, values: &[Values]) -> Option<Vec<Vec<u8>>> {
        if values.len() < 2 {
            return None;
        }
        let batch = self.batch;
        let sheet = copies::form_copies_data(batch.set, batch.form, values, false, Messages::of(batch.lang));
        let sheet = copies::with_sizes(sheet, self.sizes());
        let json = super::sheet_json(&sheet, &batch.tools.fonts.families);
        self.workshop.set_apart(number, &json, values.len()).ok()
    }

    /// A part of a file.
    fn part(&self, number: usize, values: &[Values]) -> Result<Vec<u8>, SheetError> {
        let batch = self.batch;
        let sheet = copies::form_copies_data(batch.set, batch.form, values, number > 0, Messages::of(batch.lang));
        self.set(number, &copies::with_sizes(sheet, self.sizes()))
    }

    /// A file of one sheet.
    fn one_sheet(&self, number: usize, values: &Values) -> Result<Vec<u8>, SheetError> {
        let batch = self.batch;
        let sheet = data::form_sheet_data(batch.set, batch.form, values, false, Messages::of(batch.lang));
        self.set(number, &copies::with_sizes(sheet, self.sizes()))
    }

    /// The sizes of letters of the form, decided on its blank sheet once for all; `None` where that would take longer than it saves, or
    /// cannot be told.
    fn sizes(&self) -> Option<FaceSizes> {
        let decided = || {
            let batch = self.batch;
            let blank = Values::new();
            let blank = data::form_sheet_data(batch.set, batch.form, &blank, false, Messages::of(batch.lang));
            let blank = copies::with_sizes(blank, Some(FaceSizes::new()));
            let json = super::sheet_json(&blank, &batch.tools.fonts.families);
            let told = self.workshop.answer(&json, "query(<face-size>).map(it => it.value)")?;
            serde_json::from_str::<Vec<(String, u32)>>(&told).ok().map(|sizes| sizes.into_iter().collect())
        };
        if self.count < FEWEST { None } else { self.sizes.get_or_init(decided).clone() }
    }

    fn set(&self, number: usize, sheet: &data::SheetData) -> Result<Vec<u8>, SheetError> {
        let made = self.workshop.set(number, &super::sheet_json(sheet, &self.batch.tools.fonts.families));
        made.map(|made| made.pdf)
    }
}

/// Returns how many of `count` sheets are set in a run, so that all cores have as much to do: at most `most`.
fn run_length(count: usize, most: usize) -> usize {
    let cores = rayon::current_num_threads();
    let rounds = count.div_ceil(cores * most.max(1)).max(1);
    count.div_ceil(cores * rounds).max(1)
}

/// Returns how many of `count` sheets of one file are set in a run.
fn length_of_part(count: usize) -> usize {
    run_length(count, count).max(LEAST_OF_PART)
}
