//! From a content folder to a corpus that was held against the rules.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use super::addresses::{FILES, check_addresses, former_addresses, open_ledger};
use super::consequences::{UnreadFiles, region_of};
use super::parts::{Parting, check_parts};
use super::{check, review, weights};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::content::{Content, ContentFolder, SetKey, read_content, read_content_with};
use crate::corpus::{Corpus, arrange, resolve as resolve_content};

/// The corpus of the content folder `root`, resolved, checked and held against its record of reviews. With errors
/// among the `findings` it is not whole and must not be published.
#[must_use]
pub fn load(root: &Path, findings: &mut Diagnostics) -> Corpus {
    load_reviewed(root, None, findings)
}

/// As [`load`], with the rules that ask what holds on `day`. The corpus is as authors write it: a text whose day has not
/// come stands where they write it.
#[must_use]
pub fn load_on(root: &Path, day: Date, findings: &mut Diagnostics) -> Corpus {
    load_reviewed(root, Some(day), findings)
}

/// As [`load_on`], as it is published on `day`: where a text has not come into force and the edition before it was kept,
/// that is the present document, and the coming text an edition of its day ([`arrange`]). What is written is read some regions at a
/// time, and dropped once it is resolved.
#[must_use]
pub fn load_published(root: &Path, day: Date, findings: &mut Diagnostics) -> Corpus {
    load_published_in_parts(root, Parting::on(day), findings)
}

/// Does so in parts as `how` says; without a day nothing is to come.
#[must_use]
pub fn load_published_in_parts(root: &Path, how: Parting, findings: &mut Diagnostics) -> Corpus {
    let folder = ContentFolder::open(root, findings);
    let mut gathered = GatheredParts::default();
    check_parts(&folder, how, findings, |content, corpus, regions| gathered.add(content, corpus, regions, how.day));
    let (mut corpus, common) = gathered.published(findings);
    // All other addresses were judged in their parts, and these too where there is one part.
    let is_due = folder.regions().len() > how.count && !findings.has_errors();
    if is_due && let Some(ledger) = open_ledger(folder.addresses(), &mut Diagnostics::default()) {
        let mut found = Diagnostics::default();
        check_addresses(&corpus, &ledger, |home| home.starts_with(FILES), &mut found);
        weights::weigh_findings(&common, &mut found);
        findings.append(found);
    }
    corpus.former_addresses = former_addresses(&corpus, folder.addresses());
    corpus.mapping_reviews = review::mapping_reviews(&corpus, folder.record());
    corpus
}

/// The parts of a content folder, of each the sets that it is about.
#[derive(Default)]
struct GatheredParts {
    /// Each part as it is written, and as it is published where that is not the same.
    parts: Vec<(Corpus, Option<Corpus>)>,
    /// The settings.
    settings: Content,
    /// What is missing in parts as they are published.
    found: Diagnostics,
}

impl GatheredParts {
    /// Adds the `regions` of a part; the first part holds what belongs to no region besides.
    fn add(&mut self, mut content: Content, mut corpus: Corpus, regions: &[&str], day: Option<Date>) {
        let is_first = self.parts.is_empty();
        let is_meant = |key: &SetKey| match key.present() {
            SetKey::Region(id) => regions.binary_search(&id.as_str()).is_ok(),
            SetKey::Baseline | SetKey::Edition(..) => is_first,
        };
        let mut published = day.and_then(|day| published(&mut content, day, &mut self.found));
        std::iter::once(&mut corpus).chain(&mut published).for_each(|corpus| corpus.keep_sets(is_meant));
        self.parts.push((corpus, published));
        if is_first {
            self.settings.settings = content.settings.take();
        }
    }

    /// Returns all sets as they are published, with the settings.
    fn published(self, findings: &mut Diagnostics) -> (Corpus, Content) {
        // Which edition is in force does not hang on how the texts stand to the baseline.
        let is_whole =
            |finding: &&Diagnostic| finding.severity != Severity::Error || OF_STANDING.contains(&finding.code);
        let is_whole = findings.sorted().iter().all(is_whole);
        if is_whole {
            findings.append(self.found);
        }
        let chosen = |(written, published): (Corpus, Option<Corpus>)| published.filter(|_| is_whole).unwrap_or(written);
        let mut parts = self.parts.into_iter().map(chosen);
        let mut whole = parts.next().unwrap_or_default();
        parts.for_each(|part| whole.take_sets(part));
        (whole, self.settings)
    }
}

/// The corpus as it is published on `day`, where that is not as its authors write it.
fn published(content: &mut Content, day: Date, findings: &mut Diagnostics) -> Option<Corpus> {
    if !arrange(content, day) {
        return None;
    }
    let mut found = Diagnostics::default();
    let mut published = resolve_content(content, &mut found);
    published.as_of = Some(day);
    // What the texts in force refer to must be there too; all else was found before.
    found.revise(|finding| (finding.severity == Severity::Error).then_some(finding));
    findings.append(found);
    Some(published)
}

fn load_reviewed(root: &Path, day: Option<Date>, findings: &mut Diagnostics) -> Corpus {
    let (content, corpus) = load_on_day(root, day, findings);
    review::check_reviews(&corpus, &content.lock, findings);
    // What has errors may be missing from the corpus, and is not gone.
    let whole = !findings.has_errors();
    if let Some(ledger) = open_ledger(&content.addresses, findings).filter(|_| whole) {
        check_addresses(&corpus, &ledger, |_| true, findings);
    }
    // Findings are weighed last, so that weights and allowances reach those about reviews too.
    weights::weigh_findings(&content, findings);
    keep_told_by_files(root, &content, findings);
    corpus
}

/// Takes away what may follow only from a file that could not be read.
fn keep_told_by_files(root: &Path, content: &Content, findings: &mut Diagnostics) {
    let unread = UnreadFiles::of(content);
    findings.revise(|finding| (!unread.may_cause(root, &finding)).then_some(finding));
}

/// The corpus of the content folder `root`, not held against its record of reviews.
#[must_use]
pub fn load_unreviewed(root: &Path, findings: &mut Diagnostics) -> Corpus {
    let (content, corpus) = load_on_day(root, None, findings);
    weights::weigh_findings(&content, findings);
    keep_told_by_files(root, &content, findings);
    corpus
}

/// The corpus of the content folder `root`, not held against its record of reviews, and as it is published on `day`, where
/// that is not the same.
#[must_use]
pub fn load_unreviewed_on(root: &Path, day: Date, findings: &mut Diagnostics) -> (Corpus, Option<Corpus>) {
    let (mut content, corpus) = load_on_day(root, Some(day), findings);
    weights::weigh_findings(&content, findings);
    keep_told_by_files(root, &content, findings);
    let published = if findings.has_errors() { None } else { published(&mut content, day, findings) };
    (corpus, published)
}

/// Returns the corpus of the content folder `root`, resolved and not held against the rules. With errors among the
/// `findings` it is not whole.
#[must_use]
pub fn resolve(root: &Path, findings: &mut Diagnostics) -> Corpus {
    resolve_content(&read_content(root, findings), findings)
}

/// Returns what [`resolve`] does, with the YAML file `file` read in place of a document of a set.
#[must_use]
pub fn resolve_with(root: &Path, document: (&SetKey, &str), file: &Path, findings: &mut Diagnostics) -> Corpus {
    resolve_content(&read_content_with(root, document, file, findings), findings)
}

/// Errors about how a region stands to the baseline: its texts and forms are whole all the same.
const OF_STANDING: [Code; 6] = [Code::J0409, Code::J0410, Code::J0411, Code::J0412, Code::J0413, Code::J0444];

/// Whether `finding` about the content folder `root` is an error by which the forms of `set` may not be whole: none about how a region
/// stands to the baseline, and none in a file of another region.
#[must_use]
pub fn stops_forms(root: &Path, finding: &Diagnostic, set: &SetKey) -> bool {
    let region = finding.place.as_ref().and_then(|place| region_of(root, &place.file.path));
    finding.severity == Severity::Error
        && !OF_STANDING.contains(&finding.code)
        && region.is_none_or(|region| region == *set)
}

/// The regions that errors keep from being published.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct StoppedRegions {
    /// Those with an error in a file of their own.
    pub regions: BTreeSet<SetKey>,
    /// Whether an error stands elsewhere, in what all regions share.
    pub all: bool,
}

/// Returns the regions of the content folder `root` that the errors among `findings` stop.
#[must_use]
pub fn stopped_regions(root: &Path, findings: &Diagnostics) -> StoppedRegions {
    let mut stopped = StoppedRegions::default();
    for finding in findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error) {
        // An error without a place, or in shared/ or the baseline, may concern every region.
        match finding.place.as_ref().and_then(|place| region_of(root, &place.file.path)) {
            Some(region) => {
                stopped.regions.insert(region);
            }
            None => stopped.all = true,
        }
    }
    stopped
}

fn load_on_day(root: &Path, day: Option<Date>, findings: &mut Diagnostics) -> (Content, Corpus) {
    let content = read_content(root, findings);
    let mut corpus = resolve_content(&content, findings);
    corpus.as_of = day;
    check::check(&corpus, findings);
    (content, corpus)
}
