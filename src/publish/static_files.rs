//! Files that a site publishes as they are, beside what was made.

use std::collections::BTreeSet;

use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{PictureFile, StaticFile};

/// Gives `pictures` to `outlet`, below `pictures/`. One that can no longer be read is reported (J0105).
///
/// # Errors
/// Those of `outlet`.
pub fn add_pictures(
    pictures: &[PictureFile],
    outlet: &dyn Outlet,
    findings: &mut Diagnostics,
) -> Result<(), Box<Diagnostic>> {
    for picture in pictures {
        match picture.read() {
            Ok(bytes) => outlet.take(Artifact::new(format!("pictures/{}", picture.path), bytes))?,
            Err(fault) => findings.push(*fault),
        }
    }
    Ok(())
}

/// Gives `files` to `outlet`, which has everything that was made. One that would take the place of a made file, or of a
/// folder of made files, is reported (J0518), and so is one that can no longer be read (J0105).
///
/// # Errors
/// Those of `outlet`.
pub fn add_static_files(
    files: &[StaticFile],
    outlet: &dyn Outlet,
    findings: &mut Diagnostics,
) -> Result<(), Box<Diagnostic>> {
    if files.is_empty() {
        return Ok(());
    }
    let made: BTreeSet<String> = outlet.taken().iter().map(|path| path.to_lowercase()).collect();
    for file in files {
        if takes_a_place(&file.path.to_lowercase(), &made) {
            findings.push(Diagnostic::new(Code::J0518).at(&file.place).arg("path", &file.path));
            continue;
        }
        match file.read() {
            Ok(bytes) => outlet.take(Artifact::new(file.path.as_str(), bytes))?,
            Err(fault) => findings.push(*fault),
        }
    }
    Ok(())
}

/// Whether `path` is one of `made`, stands below one as if that were a folder, or is the folder of one. Both are in lower
/// case, since most disks of Windows and macOS take names that differ by case only for one.
fn takes_a_place(path: &str, made: &BTreeSet<String>) -> bool {
    let folder = format!("{path}/");
    let holds_made = made.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder));
    let mut above = path.match_indices('/').map(|(at, _)| &path[..at]);
    holds_made || made.contains(path) || above.any(|above| made.contains(above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_meets_what_is_made_at_its_place_above_or_below_it() {
        let made = BTreeSet::from(["ja/index.html".to_owned(), "robots.txt".to_owned()]);
        let met = ["ja", "ja/index.html", "ja/index.html/a.pdf", "robots.txt", "robots.txt/a"];
        assert!(met.iter().all(|path| takes_a_place(path, &made)));
        let free = ["j", "ja.pdf", "ja/old.pdf", "ja/index", "robots.txt.bak", "cname"];
        assert!(!free.iter().any(|path| takes_a_place(path, &made)));
    }
}
