//! `junsoku init`: an empty folder becomes a site.

use std::fs;
use std::io;
use std::path::Path;

use super::options::InitOptions;
use super::{ExitOutcome, Session};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::content::{is_id, unheld_name};
use crate::init::{NewSite, site_files};
use crate::machine::{Existing, FileToWrite, WriteFault, sweep_above, write_files};

/// Writes the site that `options` ask for and names the next commands.
pub(super) fn run_init(options: &InitOptions, session: &Session) -> ExitOutcome {
    match write_site(options) {
        Ok(count) => {
            session.print_report(&report_site(options, count, session));
            ExitOutcome::Clean
        }
        Err(fault) => {
            session.report_one(*fault);
            ExitOutcome::Environment
        }
    }
}

fn write_site(options: &InitOptions) -> Result<usize, Box<Diagnostic>> {
    if let Some(id) = options.region.as_deref() {
        if !is_id(id) || id == "baseline" {
            return Err(Box::new(Diagnostic::new(Code::J0009).arg("id", id)));
        }
        if let Some(unheld) = unheld_name(id) {
            return Err(Box::new(unheld));
        }
    }
    let folder = &options.folder;
    sweep_above(folder);
    // Only an empty folder: among files of others the new ones could not be told apart.
    if let Some(found) = first_entry(folder).map_err(|error| Box::new(WriteFault::new(folder, error).diagnostic()))? {
        let refusal = Diagnostic::new(Code::J0013).arg("path", folder.display().to_string());
        return Err(Box::new(refusal.arg("found", found)));
    }
    let site = NewSite {
        name: options.name.as_deref(),
        council: options.council.as_deref(),
        region: options.region.as_deref(),
        region_name: options.region_name.as_deref(),
        without_baseline: options.without_baseline,
    };
    let files = site_files(&site);
    let to_write: Vec<FileToWrite<'_>> = files
        .iter()
        .map(|(path, bytes)| FileToWrite { path: folder.join(path), bytes, existing: Existing::Refused })
        .collect();
    write_files(&to_write).map_err(|fault| Box::new(fault.diagnostic()))?;
    Ok(files.len())
}

/// Returns a name in the folder `folder`, the first of all; `None` where it is empty or not there. A repository that
/// holds nothing yet is empty.
fn first_entry(folder: &Path) -> io::Result<Option<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut names = entries
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<String>>>()?;
    names.retain(|name| name != ".git");
    names.sort();
    Ok(names.into_iter().next())
}

fn report_site(options: &InitOptions, count: usize, session: &Session) -> String {
    let count = count.to_string();
    let folder = options.folder.display().to_string();
    let region = options.region.as_deref().unwrap_or("midori");
    session.messages.with("init-done", &[("count", &count), ("folder", &folder), ("region", region)])
}
