//! Many sheets of one form: a file each, or all in one.

use rayon::prelude::*;

use super::data::{self, FaceSizes, Values};
use super::joined::joined;
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

impl Batch<'_> {
    /// A PDF for each of `values`; `done` is called after each. Nothing is kept for later runs.
    pub fn files(&self, values: &[Values], done: &(impl Fn() + Sync)) -> Vec<Result<Vec<u8>, SheetError>> {
        // Filled sheets are somebody's data: nothing of them stays in the cache.
        let workshop = match Workshop::open_without_shelf(self.tools) {
            Ok(workshop) => workshop,
            Err(fault) => return vec![Err(SheetError::Machine(fault)); values.len()],
        };
        let sizes = self.sizes(&workshop, values.len());
        let at_once = run_length(values.len(), MOST_AT_ONCE);
        let run = |(run, values): (usize, &[Values])| {
            let first = run * at_once;
            if let Some(files) = self.files_of_run(&workshop, first, values, sizes.as_ref()) {
                (0..files.len()).for_each(|_| done());
                return files.into_iter().map(Ok).collect();
            }
            // Of several files typst does not tell which one it could not set.
            let one = |(at, values): (usize, &Values)| {
                let sheet = data::form_sheet_data(self.set, self.form, values, false, Messages::of(self.lang));
                let made = self.set_one(&workshop, first + at, &data::with_sizes(sheet, sizes.clone()));
                done();
                made
            };
            values.par_iter().enumerate().map(one).collect::<Vec<_>>()
        };
        // The results stay in the order of the values, by which the caller names the files.
        values.par_chunks(at_once).enumerate().flat_map_iter(run).collect()
    }

    /// A PDF for each of `values`, set in one run; `None` where that is not worth while or does not succeed.
    fn files_of_run(
        &self,
        workshop: &Workshop<'_>,
        number: usize,
        values: &[Values],
        sizes: Option<&FaceSizes>,
    ) -> Option<Vec<Vec<u8>>> {
        if values.len() < 2 {
            return None;
        }
        let sheet = data::form_copies_data(self.set, self.form, values, false, Messages::of(self.lang));
        let sheet = data::with_sizes(sheet, sizes.cloned());
        workshop.set_apart(number, &super::sheet_json(&sheet, &self.tools.fonts.families), values.len()).ok()
    }

    /// One PDF with a sheet for each of `values`, numbered each by itself. The parts of a long one are set at the same time.
    ///
    /// # Errors
    /// As [`form_sheet`](super::form_sheet), without telling which sheet it was.
    pub fn one_file(&self, values: &[Values]) -> Result<Vec<u8>, SheetError> {
        let workshop = Workshop::open_without_shelf(self.tools).map_err(SheetError::Machine)?;
        let sizes = self.sizes(&workshop, values.len());
        let part = |(number, values): (usize, &[Values])| {
            let sheet = data::form_copies_data(self.set, self.form, values, number > 0, Messages::of(self.lang));
            self.set_one(&workshop, number, &data::with_sizes(sheet, sizes.clone()))
        };
        let length = run_length(values.len(), values.len()).max(LEAST_OF_PART);
        if values.len() > length {
            let parts: Result<Vec<_>, _> = values.par_chunks(length).enumerate().map(part).collect();
            // What goes wrong with a part is told by the whole.
            if let Some(whole) = parts.ok().and_then(|parts| joined(&parts)) {
                return Ok(whole);
            }
        }
        part((0, values))
    }

    /// The sizes of letters of the form, decided on its blank sheet once for `count` sheets; `None` where that would take longer than it
    /// saves, or cannot be told.
    fn sizes(&self, workshop: &Workshop<'_>, count: usize) -> Option<FaceSizes> {
        if count < 3 {
            return None;
        }
        let blank = data::form_sheet_data(self.set, self.form, &Values::new(), false, Messages::of(self.lang));
        let blank = data::with_sizes(blank, Some(FaceSizes::new()));
        let json = super::sheet_json(&blank, &self.tools.fonts.families);
        let told = workshop.answer(&json, "query(<face-size>).map(it => it.value)")?;
        serde_json::from_str::<Vec<(String, u32)>>(&told).ok().map(|sizes| sizes.into_iter().collect())
    }

    fn set_one(&self, workshop: &Workshop<'_>, number: usize, sheet: &data::SheetData) -> Result<Vec<u8>, SheetError> {
        let made = workshop.set(number, &super::sheet_json(sheet, &self.tools.fonts.families));
        made.map(|made| made.pdf)
    }
}

/// Returns how many of `count` sheets are set in a run, so that all cores have as much to do: at most `most`.
fn run_length(count: usize, most: usize) -> usize {
    let cores = rayon::current_num_threads();
    let rounds = count.div_ceil(cores * most.max(1)).max(1);
    count.div_ceil(cores * rounds).max(1)
}
