//! Findings that may follow only from a file that could not be read: that something is missing, unused or unmet.

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::diagnostics::{Code, Diagnostic};
use crate::content::{Content, SetKey, is_id};
use crate::platform::slashed;

/// What a set lacks may stand in the file of it that could not be read.
const OF_ITS_SET: [Code; 6] = [Code::J0338, Code::J0339, Code::J0413, Code::J0414, Code::J0428, Code::J0435];

/// Any file may use what no other uses, or hold what is recorded.
const OF_ALL: [Code; 5] = [Code::J0420, Code::J0421, Code::J0430, Code::J0433, Code::J0460];

/// The sets with files that could not be read.
#[derive(Debug, Default)]
pub(super) struct UnreadFiles {
    sets: BTreeSet<SetKey>,
    are_shared: bool,
}

impl UnreadFiles {
    /// The files of `content` that could not be read.
    pub(super) fn of(content: &Content) -> Self {
        let broken = content.sets.iter().filter(|(_, set)| !set.broken.is_empty());
        let sets = broken.map(|(key, _)| key.present().clone()).collect();
        Self { sets, are_shared: content.broken_requirements || !content.broken_citations.is_empty() }
    }

    /// Adds those that another part of the content folder has.
    pub(super) fn append(&mut self, other: Self) {
        self.sets.extend(other.sets);
        self.are_shared |= other.are_shared;
    }

    /// Whether `finding`, about the content folder `root`, may follow only from such a file.
    pub(super) fn may_cause(&self, root: &Path, finding: &Diagnostic) -> bool {
        let is_any = self.are_shared || !self.sets.is_empty();
        let set = || {
            let place = finding.place.as_ref()?;
            region_of(root, &place.file.path)
        };
        let in_set = || match set() {
            Some(region) => self.sets.contains(&region),
            // A finding of the baseline, or of what all share.
            None => is_any,
        };
        (OF_ALL.contains(&finding.code) && is_any)
            || (OF_ITS_SET.contains(&finding.code) && (self.are_shared || in_set()))
    }
}

/// Returns the region whose folder holds the file `path`, as findings name it.
pub(super) fn region_of(root: &Path, path: &str) -> Option<SetKey> {
    let below = path.strip_prefix(&slashed(root))?.trim_start_matches('/');
    let (id, _) = below.strip_prefix("regions/")?.split_once('/')?;
    // A folder with another name is no region; what is wrong with it stops all.
    is_id(id).then(|| SetKey::Region(id.to_owned()))
}
