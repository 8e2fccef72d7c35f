//! `junsoku digest`: a short name of everything that a build is made from, by which the shares of one build know each other.

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::Date;
use walkdir::{DirEntry, WalkDir};

use super::day::chosen_day;
use super::options::DigestOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::platform::slashed;
use crate::theme::Theme;

/// Prints the digest of what `options` name.
pub(super) fn run_digest(options: &DigestOptions, session: &Session) -> ExitOutcome {
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
pub(super) fn digest_of(options: &DigestOptions) -> Result<String, Box<Diagnostic>> {
    content_folder(&options.content)?;
    let day = chosen_day(options.as_of)?;
    let mut hasher = blake3::Hasher::new();
    put(&mut hasher, "version", env!("CARGO_PKG_VERSION").as_bytes());
    put(&mut hasher, "options", said(options, day).as_bytes());
    let theme = options.theme.clone().unwrap_or_else(|| Theme::folder_beside(&options.content));
    for (name, folder) in [("content", options.content.as_path()), ("theme", theme.as_path())] {
        put_folder(&mut hasher, name, folder)?;
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// The options that change what is built, as one text.
fn said(options: &DigestOptions, day: Date) -> String {
    let DigestOptions { region, no_pdf, base_url, .. } = options;
    format!("{day} {no_pdf} {} {}", base_url.as_deref().unwrap_or(""), region.join(" "))
}

/// Puts every file below `folder` into the hash, in the order of their paths; nothing of a folder that is not there.
fn put_folder(hasher: &mut blake3::Hasher, name: &str, folder: &Path) -> Result<(), Box<Diagnostic>> {
    let visible = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(visible) {
        let Ok(entry) = entry else {
            // A theme is wanted by few.
            if name == "theme" && !folder.exists() {
                return Ok(());
            }
            return Err(Box::new(unread(folder, &io::ErrorKind::NotFound.into())));
        };
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
