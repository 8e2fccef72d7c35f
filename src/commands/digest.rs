//! `junsoku digest`: a short name of everything that a build is made from, by which the shares of one build know each other.

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::Date;
use walkdir::{DirEntry, WalkDir};

use super::day::chosen_day;
use super::options::SourceOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::platform::slashed;
use crate::theme::Theme;

/// Prints the digest of what `options` name.
pub(super) fn run_digest(options: &SourceOptions, session: &Session) -> ExitOutcome {
    match digest_of(options) {
        Ok(digest) => {
            session.print(&digest);
            ExitOutcome::Clean
        }
        Err(fault) => {
            session.report_one(*fault);
            ExitOutcome::Environment
        }
    }
}

/// Returns the digest of the program's version, the content, the theme and the options that change what is built.
///
/// # Errors
/// A finding where there is no such content folder, no day can be told, or a file cannot be read (J0524).
pub(super) fn digest_of(options: &SourceOptions) -> Result<String, Box<Diagnostic>> {
    content_folder(&options.content)?;
    let day = chosen_day(options.as_of)?;
    let mut hasher = blake3::Hasher::new();
    put(&mut hasher, "version", env!("CARGO_PKG_VERSION").as_bytes());
    put(&mut hasher, "options", said(options, day).as_bytes());
    put_folder(&mut hasher, "content", &options.content)?;
    let theme = options.theme.clone().unwrap_or_else(|| Theme::folder_beside(&options.content));
    // A theme is wanted by few.
    if theme.exists() {
        put_folder(&mut hasher, "theme", &theme)?;
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// The options that change what is built, as one text.
fn said(options: &SourceOptions, day: Date) -> String {
    let SourceOptions { region, no_pdf, base_url, .. } = options;
    format!("{day} {no_pdf} {} {}", base_url.as_deref().unwrap_or(""), region.join(" "))
}

/// Puts every file below `folder` into the hash, in the order of their paths.
fn put_folder(hasher: &mut blake3::Hasher, name: &str, folder: &Path) -> Result<(), Box<Diagnostic>> {
    let visible = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| Box::new(unread(folder, &error.into())))?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let bytes = fs::read(entry.path()).map_err(|error| Box::new(unread(entry.path(), &error)))?;
            put(hasher, &format!("{name}/{}", slashed(below)), &bytes);
        }
    }
    Ok(())
}

/// Puts a named piece into the hash, with its length, so that no two lists of pieces look alike.
fn put(hasher: &mut blake3::Hasher, name: &str, bytes: &[u8]) {
    hasher.update(&(name.len() as u64).to_le_bytes()).update(name.as_bytes());
    hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
}

fn unread(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0524).arg("path", path.display().to_string()).arg("reason", error.to_string())
}
