//! Files of the output folder that no build made: those that are kept, and those that stop it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::{GITIGNORE, MADE, MARKER};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::link_unfinished;
use crate::platform::{below_root, slashed};

/// The number of foreign files that a finding names.
const FEW: usize = 5;

/// Refuses an output folder that holds files which no build made and which are not to be kept: they would be lost. An
/// output without a list of what was made is taken as made by us.
///
/// # Errors
/// J0516 with the first few of them.
pub(super) fn refuse_foreign_files(output: &Path, keep: &[String]) -> Result<(), Box<Diagnostic>> {
    let Ok(list) = fs::read_to_string(output.join(MADE)) else { return Ok(()) };
    let made: BTreeSet<&str> = list.lines().chain([MARKER, MADE]).collect();
    let foreign = output_files(output, keep);
    let foreign: Vec<&String> = foreign.iter().filter(|path| !made.contains(path.as_str())).collect();
    if foreign.is_empty() {
        return Ok(());
    }
    let named: Vec<&str> = foreign.iter().take(FEW).map(|path| path.as_str()).collect();
    let diagnostic = Diagnostic::new(Code::J0516).arg("path", output.display().to_string());
    let diagnostic = diagnostic.arg("files", named.join(", "));
    // A word, since Fluent holds a text that is a numeral against no number.
    let more = match foreign.len().saturating_sub(FEW) {
        0 => "none".to_owned(),
        more => more.to_string(),
    };
    Err(Box::new(diagnostic.arg("more", more)))
}

/// The files below `output` by their paths with `/`, but for those that are kept.
fn output_files(output: &Path, keep: &[String]) -> Vec<String> {
    let below = |path: &Path| slashed(path.strip_prefix(output).unwrap_or(path));
    let walk = WalkDir::new(output).min_depth(1).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| !keep.contains(&below(entry.path())));
    // What cannot be looked into is left to the swap, which moves it as a whole.
    let files = walk.flatten().filter(|entry| !entry.file_type().is_dir());
    files.map(|entry| below(entry.path())).collect()
}

/// The list of what a build makes, a path a line, for the next one.
pub(super) fn list_made(paths: &BTreeSet<String>) -> String {
    paths.iter().map(|path| format!("{path}\n")).collect()
}

/// Refuses to keep what the build itself makes, or what stands above or below that.
///
/// # Errors
/// J0517 for the first such name.
pub(super) fn refuse_made_names(paths: &BTreeSet<String>, keep: &[String]) -> Result<(), Box<Diagnostic>> {
    let within =
        |path: &str, above: &str| path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let meets = |kept: &&String| {
        let made = paths.iter().map(String::as_str).chain([MARKER, MADE]);
        made.into_iter().any(|path| within(path, kept) || within(kept, path))
    };
    match keep.iter().find(meets) {
        Some(kept) => Err(Box::new(Diagnostic::new(Code::J0517).arg("name", kept))),
        None => Ok(()),
    }
}

/// Takes what is kept of `output` over into `stage`, by second names: until the swap it stands in both, so that a run
/// that is killed loses nothing.
pub(super) fn carry_over(output: &Path, stage: &Path, keep: &[String]) -> io::Result<()> {
    for name in keep {
        let root = below_root(output, name);
        // A name to keep may be listed before its host has put it there.
        if root.symlink_metadata().is_err() {
            continue;
        }
        for entry in WalkDir::new(&root) {
            let entry = entry?;
            let below = entry.path().strip_prefix(output).unwrap_or(entry.path());
            link_unfinished(entry.path(), &stage.join(below))?;
        }
    }
    Ok(())
}

/// Whether all files that stand in `output` are kept, besides the `.gitignore` of a fresh clone.
pub(super) fn holds_only_kept(output: &Path, keep: &[String]) -> io::Result<bool> {
    // A folder above a kept file may hold others, as docs/ with `keep: [docs/CNAME]`: each file is looked at.
    let is_kept = |path: &Path| keep.iter().any(|name| path.starts_with(below_root(output, name)));
    let walk = WalkDir::new(output).min_depth(1).into_iter().filter_entry(|entry| !is_kept(entry.path()));
    for entry in walk {
        let entry = entry?;
        let path = entry.path();
        let fresh = path == output.join(".gitignore") && fs::read_to_string(path).is_ok_and(|text| text == GITIGNORE);
        if !entry.file_type().is_dir() && !fresh {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_cannot_be_kept() {
        let made = BTreeSet::from(["ja/index.html".to_owned()]);
        let refused = |name: &str| refuse_made_names(&made, &[name.to_owned()]).is_err();
        assert!(["ja", "ja/index.html", "ja/index.html/a", ".junsoku"].into_iter().all(refused));
        assert!(!["CNAME", "j", "ja/other", "ja/index"].into_iter().any(refused));
    }
}
