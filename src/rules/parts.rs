//! A content folder held against the rules some regions at a time, so that memory does not grow with their number.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;

use super::addresses::{FILES, Ledger, check_addresses, open_ledger};
use super::consequences::UnreadFiles;
use super::{check, review, weights};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{Content, ContentFolder};
use crate::corpus::{Corpus, resolve};

/// The number of regions that are held against the rules at once: some 30 MB of them.
const AT_ONCE: usize = 32;

/// The number of such parts that are looked at side by side, where there are as many cores.
const SIDE_BY_SIDE: usize = 4;

/// Holds the content folder `root` against all rules on `day` and its record of reviews, as
/// [`load_on`](super::loading::load_on) does, but keeps only some regions at a time. `visit` is shown each of these parts in their order,
/// with the ids of the regions that it is about; others may be there since those refer to them.
pub fn check_in_parts(root: &Path, day: Date, findings: &mut Diagnostics, mut visit: impl FnMut(&Corpus, &[&str])) {
    let folder = ContentFolder::open(root, findings);
    check_parts(&folder, Parting::on(day), findings, |_, corpus, regions| visit(&corpus, regions));
}

/// How a content folder is looked at in parts.
#[derive(Debug, Clone, Copy)]
pub struct Parting {
    /// The day on which it is held against the rules; without one, rules that ask for it are passed over.
    pub day: Option<Date>,
    /// The number of regions of a part.
    pub count: usize,
}

impl Parting {
    /// Returns the way in which commands look at a folder on `day`.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self { day: Some(day), count: AT_ONCE }
    }
}

/// Holds `folder` against all rules in parts, and gives the written content and the corpus of each part to `visit`, in their order.
pub fn check_parts(
    folder: &ContentFolder,
    how: Parting,
    findings: &mut Diagnostics,
    mut visit: impl FnMut(Content, Corpus, &[&str]),
) {
    let mut broken = findings.has_errors();
    let record = review::ReviewRecord::open(folder.record(), findings);
    let ledger = open_ledger(folder.addresses(), findings);
    let regions = folder.regions();
    // What belongs to no region is looked at even where there is none.
    let parts: Vec<&[&str]> = if regions.is_empty() { vec![&[]] } else { regions.chunks(how.count.max(1)).collect() };
    let task = Task { folder, record, ledger, day: how.day, regions: &regions, is_alone: parts.len() == 1 };
    let mut gathered = Gathered::default();
    let mut unread = UnreadFiles::default();
    let beside = rayon::current_num_threads().clamp(1, SIDE_BY_SIDE);
    for several in parts.chunks(beside) {
        let checked: Vec<CheckedPart> = several.par_iter().map(|part| task.check(part)).collect();
        for (part, CheckedPart { content, corpus, found, is_broken }) in several.iter().zip(checked) {
            broken |= is_broken;
            unread.append(UnreadFiles::of(&content));
            gathered.add(&content, found);
            visit(content, corpus, part);
        }
    }
    // What has errors may be missing from the corpus, and its reviews are not done with.
    gathered.kept.retain(|finding| !broken || ![Code::J0420, Code::J0460].contains(&finding.code));
    let true_ones = gathered.absences.into_iter().filter(|absence| !absence.refuted).map(|absence| absence.finding);
    let told = gathered.kept.into_iter().chain(true_ones);
    told.filter(|finding| !unread.may_cause(folder.root(), finding)).for_each(|finding| findings.push(finding));
}

/// What is the same for all parts of a content folder.
struct Task<'a> {
    folder: &'a ContentFolder,
    record: Option<review::ReviewRecord<'a>>,
    ledger: Option<Ledger>,
    day: Option<Date>,
    /// All regions of the folder.
    regions: &'a [&'a str],
    /// Whether there is one part only.
    is_alone: bool,
}

/// A part that was read, resolved and held against the rules.
struct CheckedPart {
    content: Content,
    corpus: Corpus,
    found: Diagnostics,
    /// Whether there were errors before findings were weighed.
    is_broken: bool,
}

impl Task<'_> {
    /// Reads and checks the regions `part`; the first part looks at what belongs to no region besides.
    fn check(&self, part: &[&str]) -> CheckedPart {
        let is_first = part.first() == self.regions.first();
        let mut found = Diagnostics::default();
        let content = self.folder.read(part, &mut found);
        let mut corpus = resolve(&content, &mut found);
        corpus.as_of = self.day;
        check::check(&corpus, &mut found);
        let is_broken = found.has_errors();
        let is_here = |set: &str| part.binary_search(&set).is_ok();
        let is_common = |set: &str| is_first && self.regions.binary_search(&set).is_err();
        if let Some(record) = &self.record {
            record.check(&corpus, |set| is_here(set) || is_common(set), &mut found);
        }
        if let Some(ledger) = &self.ledger {
            // Which files there are to download hangs on all regions together.
            let is_known = |set: &str| self.is_alone || !set.starts_with(FILES);
            check_addresses(&corpus, ledger, |set| is_here(set) || is_common(set) && is_known(set), &mut found);
        }
        weights::weigh_findings(&content, &mut found);
        CheckedPart { content, corpus, found, is_broken }
    }
}

/// The codes of findings that something is used by nobody: true only if every part that reads its file finds so.
const ABSENCES: [Code; 3] = [Code::J0421, Code::J0430, Code::J0433];

/// What was found in the parts so far.
#[derive(Default)]
struct Gathered {
    /// What is there; in several parts where those read the same file.
    kept: Vec<Diagnostic>,
    /// What is used by nobody.
    absences: Vec<Absence>,
    /// The paths of the files that were read.
    read: BTreeSet<String>,
}

/// A finding that something is used by nobody.
struct Absence {
    finding: Diagnostic,
    /// Whether a part that read its file did not find it.
    refuted: bool,
}

impl Gathered {
    /// Adds what was `found` in the part that `content` is. A finding may be placed in a file of another region, whose form
    /// is extended, so that places do not tell by which part it is to be told.
    fn add(&mut self, content: &Content, found: Diagnostics) {
        let (absent, mut kept): (Vec<_>, Vec<_>) =
            found.into_findings().partition(|finding| ABSENCES.contains(&finding.code));
        self.kept.append(&mut kept);
        let paths: BTreeSet<&str> = content.files.iter().map(|file| file.path.as_str()).collect();
        let path =
            |finding: &Diagnostic| finding.place.as_ref().map_or("", |place| place.file.path.as_str()).to_owned();
        for absence in &mut self.absences {
            let was_read = paths.contains(path(&absence.finding).as_str());
            absence.refuted |= was_read && !absent.contains(&absence.finding);
        }
        for finding in absent {
            if self.absences.iter().all(|absence| absence.finding != finding) {
                let refuted = self.read.contains(&path(&finding));
                self.absences.push(Absence { finding, refuted });
            }
        }
        self.read.extend(paths.into_iter().map(str::to_owned));
    }
}
