//! From a content folder to a corpus that was held against the rules.

use std::path::Path;

use super::{check, review, weights};
use crate::base::diagnostics::Diagnostics;
use crate::content::{Content, SetKey, read_content, read_content_with};
use crate::corpus::{Corpus, resolve as resolve_content};

/// The corpus of the content folder `root`, resolved, checked and held against its record of reviews. With errors
/// among the `findings` it is not whole and must not be published.
#[must_use]
pub fn load(root: &Path, findings: &mut Diagnostics) -> Corpus {
    let (content, corpus) = checked(root, findings);
    review::check(&corpus, &content.lock, findings);
    weights::apply(&content, findings);
    corpus
}

/// The corpus of the content folder `root`, not held against its record of reviews.
#[must_use]
pub fn load_unreviewed(root: &Path, findings: &mut Diagnostics) -> Corpus {
    let (content, corpus) = checked(root, findings);
    weights::apply(&content, findings);
    corpus
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

fn checked(root: &Path, findings: &mut Diagnostics) -> (Content, Corpus) {
    let content = read_content(root, findings);
    let corpus = resolve_content(&content, findings);
    check::check(&corpus, findings);
    (content, corpus)
}
