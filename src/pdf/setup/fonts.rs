//! The fonts that the PDFs are set in: the user's folders, the pinned ones, or what is installed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::SetupContext;
use super::families::{self, Families, Family};
use super::pinned::list_hash;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};

/// The fonts that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fonts {
    /// The folders for typst's `--font-path`; empty only where installed fonts are used.
    pub folders: Vec<PathBuf>,
    /// Whether typst must look at the machine's own fonts; otherwise it takes `--ignore-system-fonts`.
    pub system: bool,
    /// The families to use.
    pub families: Families,
    /// Stable text that says which fonts these are, for the key of a cache: other content, other text.
    pub fingerprint: String,
}

/// The fonts of the pinned folder `path`.
pub(super) fn pinned(context: &SetupContext<'_>, path: PathBuf) -> Fonts {
    let fingerprint = format!("pinned:{}", list_hash(context.pinned));
    Fonts { folders: vec![path], system: false, families: Families::pinned(context.wants_mincho()), fingerprint }
}

/// Refuses a named folder that is none.
///
/// # Errors
/// J0606 for the first that is not.
pub(super) fn check_folders(folders: &[PathBuf]) -> Result<(), Diagnostic> {
    for folder in folders {
        if let Err(error) = fs::read_dir(folder) {
            let path = folder.display().to_string();
            return Err(Diagnostic::new(Code::J0606).arg("path", path).arg("reason", error.to_string()));
        }
    }
    Ok(())
}

/// The fonts of the folders that the user named.
///
/// # Errors
/// J0609 where no Japanese family is among them.
pub(super) fn in_folders(context: &SetupContext<'_>, typst: &Path, folders: &[PathBuf]) -> Result<Fonts, Diagnostic> {
    let _step = context.progress.step(context.messages.text("setup-checking-fonts"));
    let found = families::list_families(context, typst, folders);
    let Some(families) = Families::among(&found, context.wants_mincho()) else {
        let paths: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
        return Err(Diagnostic::new(Code::J0609).arg("paths", paths.join(", ")));
    };
    let mut hasher = blake3::Hasher::new();
    for folder in folders {
        for (name, path) in font_files(folder) {
            add_file(&mut hasher, &name, &path);
        }
    }
    let fingerprint = format!("folders:{}", hasher.finalize().to_hex());
    Ok(Fonts { folders: folders.to_vec(), system: false, families, fingerprint })
}

/// The installed fonts that come nearest to the pinned ones, with a warning that names them; `reason` says why
/// the pinned ones are not used.
///
/// # Errors
/// J0604 where no Japanese family is installed.
pub(super) fn installed(
    context: &SetupContext<'_>,
    typst: &Path,
    reason: String,
    findings: &mut Diagnostics,
) -> Result<Fonts, Diagnostic> {
    let _step = context.progress.step(context.messages.text("setup-checking-fonts"));
    let found = families::list_families(context, typst, &[]);
    let Some(families) = Families::among(&found, context.wants_mincho()) else {
        return Err(Diagnostic::new(Code::J0604).arg("reason", reason));
    };
    let names = families.names().join(", ");
    findings.push(Diagnostic::new(Code::J0607).arg("families", names).arg("reason", reason));
    // By the content of the files: a font that was updated sets other sheets under the same name.
    let fingerprint = format!("system:{}", families_hash(&families, &found).to_hex());
    Ok(Fonts { folders: Vec::new(), system: true, families, fingerprint })
}

fn families_hash(families: &Families, found: &[Family]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for name in families.names() {
        // A collection of fonts is listed once for each of its faces.
        let files: BTreeSet<&PathBuf> =
            found.iter().filter(|family| family.is_called(name)).flat_map(|family| &family.files).collect();
        for path in files {
            add_file(&mut hasher, name, path);
        }
    }
    hasher.finalize()
}

/// The font files under `folder` with their names relative to it, in the order of these; links are followed, as
/// typst does.
fn font_files(folder: &Path) -> Vec<(String, PathBuf)> {
    let is_font = |path: &Path| {
        path.extension()
            .is_some_and(|ending| ["ttf", "otf", "ttc", "otc"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
    };
    let entries = WalkDir::new(folder).follow_links(true).into_iter().flatten();
    let mut files: Vec<(String, PathBuf)> = entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| is_font(path))
        .map(|path| (path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/"), path))
        .collect();
    files.sort();
    files
}

/// Adds the name and content of a file, each closed, so that no two sets of files look alike.
fn add_file(hasher: &mut blake3::Hasher, name: &str, path: &Path) {
    // typst passes over what cannot be read; so does the fingerprint, but for the name.
    let content = fs::read(path).map(|bytes| blake3::hash(&bytes).to_hex().to_string()).unwrap_or_default();
    hasher.update(format!("{name}\0{content}\0").as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn font_files_are_found_by_their_endings_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["c.OTF", "a.ttf", "b/x.ttc", "readme.txt"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let names: Vec<String> = font_files(folder.path()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a.ttf", "b/x.ttc", "c.OTF"]);
    }

    #[test]
    fn a_folder_that_is_none_is_a_finding() {
        assert_eq!(check_folders(&[PathBuf::from("/nowhere/at/all")]).unwrap_err().code, Code::J0606);
        assert!(check_folders(&[std::env::temp_dir()]).is_ok());
    }
}
