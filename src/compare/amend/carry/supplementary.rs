//! The supplementary provisions (附則) of an amending text itself, paragraph by paragraph.

use super::TypedAmendment;
use super::blocks::is_labelled;
use crate::compare::amend::instructions::BlockLine;

impl TypedAmendment {
    /// The paragraphs of its own supplementary provisions, each with its number and the lines below it, without their heads.
    #[must_use]
    pub fn own_paragraphs(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for line in self.supplementary.iter().skip(1).filter(|line| !is_head(line)) {
            let text = line.text.trim();
            match found.last_mut().filter(|last| !last.ends_with('。') && !is_labelled(text)) {
                // A line that was broken, or the title of what it amends besides.
                Some(last) => last.push_str(text),
                None => found.push(text.to_owned()),
            }
        }
        found
    }

    /// Whether its supplementary provisions become part of the amended document: 附　則（令和八年四月一日改正）, and those of a document
    /// that is written anew, while 附　則 alone stays with the amending document.
    #[must_use]
    pub fn keeps_supplementary(&self) -> bool {
        self.anew || self.supplementary.first().is_some_and(|head| head.text.contains('（'))
    }
}

/// Whether a line heads paragraphs: （経過措置）.
fn is_head(line: &BlockLine) -> bool {
    line.text.starts_with('（') && line.text.ends_with('）') && !line.text.contains('。')
}
