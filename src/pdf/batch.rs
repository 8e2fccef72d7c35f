//! Many sheets of one form: a file each, or all in one.

use rayon::prelude::*;

use super::data::{self, FaceSizes, Values};
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

impl Batch<'_> {
    /// A PDF for each of `values`; `done` is called after each. Nothing is kept for later runs.
    pub fn files(&self, values: &[Values], done: &(impl Fn() + Sync)) -> Vec<Result<Vec<u8>, SheetError>> {
        // Filled sheets are somebody's data: nothing of them stays in the cache.
        let workshop = match Workshop::open_without_shelf(self.tools) {
            Ok(workshop) => workshop,
            Err(fault) => return vec![Err(SheetError::Machine(fault)); values.len()],
        };
        let messages = Messages::of(self.lang);
        let sizes = self.sizes(&workshop, values.len());
        let one = |(number, values): (usize, &Values)| {
            let sheet = data::form_sheet_data(self.set, self.form, values, false, messages);
            let made = self.set_one(&workshop, number, &data::with_sizes(sheet, sizes.clone()));
            done();
            made
        };
        // The results stay in the order of the values, by which the caller names the files.
        values.par_iter().enumerate().map(one).collect()
    }

    /// One PDF with a sheet for each of `values`, numbered each by itself.
    ///
    /// # Errors
    /// As [`form_sheet`](super::form_sheet), without telling which sheet it was.
    pub fn one_file(&self, values: &[Values]) -> Result<Vec<u8>, SheetError> {
        let workshop = Workshop::open_without_shelf(self.tools).map_err(SheetError::Machine)?;
        let messages = Messages::of(self.lang);
        let sizes = self.sizes(&workshop, values.len());
        let sheet = data::form_copies_data(self.set, self.form, values, messages);
        self.set_one(&workshop, 0, &data::with_sizes(sheet, sizes))
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
