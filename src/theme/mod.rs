//! The theme of a site: files that stand in place of our templates, styles and words, one by one. A theme holds only what
//! it changes; everything else stays as the program has it.

mod defaults;
mod parts;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

pub use self::defaults::{default_file, theme_files};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::base::locale::{Lang, Messages};
use crate::platform::slashed;

/// The folder of a theme, beside that of the content.
pub const FOLDER: &str = "theme";

/// The largest file of a theme, in bytes: many times our longest style.
const LARGEST_FILE: u64 = 2 * 1024 * 1024;

/// The files of a theme by their names: `site/base.html`, `pdf/document.typ`, `locales/ja/site.ftl`.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    files: BTreeMap<String, Arc<SourceFile>>,
    words: BTreeMap<Lang, Arc<Messages>>,
}

/// Words that live as long as whoever holds them.
#[derive(Debug, Clone)]
pub enum ThemeWords {
    /// Those of the program.
    Ours(&'static Messages),
    /// Those of a theme.
    Own(Arc<Messages>),
}

impl AsRef<Messages> for ThemeWords {
    fn as_ref(&self) -> &Messages {
        match self {
            Self::Ours(messages) => messages,
            Self::Own(messages) => messages,
        }
    }
}

impl Theme {
    /// Returns the theme in `folder`; one that changes nothing where there is no such folder. What is no file of a theme,
    /// lacks a part that others need or says what nobody asks for is reported (J0620, J0622 to J0625).
    #[must_use]
    pub fn read(folder: &Path, findings: &mut Diagnostics) -> Self {
        let mut theme = Self::default();
        let visible = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
        if folder.symlink_metadata().is_err() {
            return theme;
        }
        for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => theme.files.extend(theme_file(folder, &entry, findings)),
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    findings.push(unreadable(&path, &error.to_string()));
                }
            }
        }
        for (name, file) in &theme.files {
            parts::require_parts(name, file, findings);
        }
        theme.words = words::changed_words(&theme.files, findings);
        theme
    }

    /// Returns the folder of the theme of the content folder `content`.
    #[must_use]
    pub fn folder_beside(content: &Path) -> PathBuf {
        let above = content.parent().filter(|above| !above.as_os_str().is_empty());
        above.map_or_else(|| PathBuf::from(FOLDER), |above| above.join(FOLDER))
    }

    /// Returns the file that stands in place of ours, by its name.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&Arc<SourceFile>> {
        self.files.get(name)
    }

    /// Returns the words of `lang`, those of the theme in place of ours.
    #[must_use]
    pub fn messages(&self, lang: Lang) -> &Messages {
        self.words.get(&lang).map_or_else(|| Messages::of(lang), Arc::as_ref)
    }

    /// Returns them for somebody who lives longer than the theme.
    #[must_use]
    pub fn shared_messages(&self, lang: Lang) -> ThemeWords {
        self.words
            .get(&lang)
            .map_or_else(|| ThemeWords::Ours(Messages::of(lang)), |own| ThemeWords::Own(Arc::clone(own)))
    }

    /// Returns the templates of sheets that stand in place of ours, by their names: `document.typ`.
    #[must_use]
    pub fn sheet_templates(&self) -> BTreeMap<String, Arc<SourceFile>> {
        let own = self.files.iter().filter_map(|(name, file)| Some((name.strip_prefix("pdf/")?, file)));
        own.map(|(name, file)| (name.to_owned(), Arc::clone(file))).collect()
    }
}

/// The file of a theme that `entry` is, by its name.
fn theme_file(folder: &Path, entry: &DirEntry, findings: &mut Diagnostics) -> Option<(String, Arc<SourceFile>)> {
    let path = entry.path();
    let name = slashed(path.strip_prefix(folder).unwrap_or(path));
    let place = Place::whole(&Arc::new(SourceFile::new(slashed(path), "")));
    if default_file(&name).is_none() {
        let near = defaults::nearest(&name);
        let diagnostic = Diagnostic::new(Code::J0620).at(&place).arg("name", &name);
        findings.push(match near {
            Some(near) => diagnostic.arg("near", near).hint_id("did-you-mean"),
            None => diagnostic,
        });
        return None;
    }
    match read(path) {
        Ok(text) => Some((name, Arc::new(SourceFile::new(slashed(path), text)))),
        Err(reason) => {
            findings.push(unreadable(path, &reason));
            None
        }
    }
}

/// The text of the file `path`, or why it cannot be read.
fn read(path: &Path) -> Result<String, String> {
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if metadata.len() > LARGEST_FILE {
        return Err(format!("> {} MiB", LARGEST_FILE / 1024 / 1024));
    }
    // Reading a pipe would wait for ever.
    if !metadata.is_file() {
        return Err(std::io::Error::from(ErrorKind::InvalidInput).to_string());
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn unreadable(path: &Path, reason: &str) -> Diagnostic {
    let place = Place::whole(&Arc::new(SourceFile::new(slashed(path), "")));
    Diagnostic::new(Code::J0105).at(&place).arg("kind", "other").arg("reason", reason)
}
