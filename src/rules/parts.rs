//! A content folder held against the rules some regions at a time, so that memory does not grow with their number.

use std::path::Path;

use jiff::civil::Date;

use super::{check, review, weights};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{ContentFolder, LOCK};
use crate::corpus::{Corpus, resolve};
use crate::platform::slashed;

/// The number of regions that are held against the rules at once: some 50 MB of them.
const AT_ONCE: usize = 48;

/// Holds the content folder `root` against all rules on `day` and its record of reviews, as
/// [`load_on`](super::loading::load_on) does, but
/// keeps only some regions at a time. `visit` is shown each of these parts, with the ids of the regions that it is about;
/// others may be there since those refer to them.
pub fn check_in_parts(root: &Path, day: Date, findings: &mut Diagnostics, visit: impl FnMut(&Corpus, &[&str])) {
    check_some_at_once(root, (Some(day), AT_ONCE), findings, visit);
}

/// Does so with `count` regions at a time; without a `day`, rules that ask for one are passed over.
pub fn check_some_at_once(
    root: &Path,
    (day, count): (Option<Date>, usize),
    findings: &mut Diagnostics,
    mut visit: impl FnMut(&Corpus, &[&str]),
) {
    let folder = ContentFolder::open(root, findings);
    let mut broken = findings.has_errors();
    let record = review::ReviewRecord::open(folder.record(), findings);
    let regions = folder.regions();
    // What belongs to no region is looked at even where there is none.
    let parts: Vec<&[&str]> = if regions.is_empty() { vec![&[]] } else { regions.chunks(count.max(1)).collect() };
    let mut gathered = Gathered { root: slashed(root), kept: Vec::new(), common: None };
    for (number, part) in parts.into_iter().enumerate() {
        let mut found = Diagnostics::default();
        let mut content = folder.read(part, &mut found);
        let mut corpus = resolve(&content, &mut found);
        corpus.as_of = day;
        content.sets.clear();
        check::check(&corpus, &mut found);
        broken |= found.has_errors();
        if let Some(record) = &record {
            let is_here = |set: &str| part.binary_search(&set).is_ok();
            let is_elsewhere = |set: &str| number > 0 || regions.binary_search(&set).is_ok();
            record.check(&corpus, |set| is_here(set) || !is_elsewhere(set), &mut found);
        }
        weights::apply(&content, &mut found);
        visit(&corpus, part);
        gathered.add(part, found);
    }
    // What has errors may be missing from the corpus, and its reviews are not done with.
    gathered.kept.retain(|finding| !broken || finding.code != Code::J0420);
    gathered.kept.into_iter().chain(gathered.common.into_iter().flatten()).for_each(|finding| findings.push(finding));
}

/// What was found in the parts so far.
struct Gathered {
    /// The content folder, as findings name it.
    root: String,
    /// What was found in the regions of the parts, and in the record of reviews.
    kept: Vec<Diagnostic>,
    /// What was found elsewhere in every part. That nobody uses a topic is true only if no part does.
    common: Option<Vec<Diagnostic>>,
}

impl Gathered {
    /// Adds what was `found` in the part of these regions.
    fn add(&mut self, part: &[&str], found: Diagnostics) {
        let (mut own, mut common) = (Vec::new(), Vec::new());
        for finding in found.into_findings() {
            match self.home(&finding) {
                FindingHome::Region(id) if part.binary_search(&id).is_err() => {}
                FindingHome::Region(_) | FindingHome::Record => own.push(finding),
                FindingHome::Common => common.push(finding),
            }
        }
        self.kept.append(&mut own);
        match &mut self.common {
            Some(before) => before.retain(|finding| common.contains(finding)),
            None => self.common = Some(common),
        }
    }

    /// The part of the content folder in which the finding has its place.
    fn home<'f>(&self, finding: &'f Diagnostic) -> FindingHome<'f> {
        let path = finding.place.as_ref().map_or("", |place| place.file.path.as_str());
        let below = path.strip_prefix(&self.root).unwrap_or(path).trim_start_matches('/');
        let region = below.strip_prefix("regions/").and_then(|below| below.split_once('/'));
        match region {
            Some((id, _)) => FindingHome::Region(id),
            None if below == LOCK => FindingHome::Record,
            None => FindingHome::Common,
        }
    }
}

/// A part of the content folder.
enum FindingHome<'f> {
    /// The folder of the region of this id.
    Region(&'f str),
    /// The record of reviews.
    Record,
    /// What belongs to no region.
    Common,
}
