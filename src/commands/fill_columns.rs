//! Which columns of lists fill which fields, as a person said with `--map`: remembered beside the list for the next one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::machine::{Existing, FileToWrite, write_files};

/// The name of the file, in the folder of the list.
const NAME: &str = "junsoku-columns.json";

/// The largest such file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Headings and fields, by form.
type Remembered = BTreeMap<String, BTreeMap<String, String>>;

/// What is remembered beside one list.
pub(super) struct ColumnMemory {
    path: PathBuf,
    all: Remembered,
}

impl ColumnMemory {
    /// Reads what is remembered beside `list`; a file that cannot be read is told and not used.
    pub(super) fn beside(list: &Path, findings: &mut Diagnostics) -> Self {
        let path = list.parent().unwrap_or(Path::new("")).join(NAME);
        let unreadable =
            |reason: String| Diagnostic::new(Code::J0735).arg("path", path.display().to_string()).arg("reason", reason);
        let is_small = fs::metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= LARGEST);
        let all = if is_small {
            let read = fs::read_to_string(&path).map_err(|error| error.to_string());
            read.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()))
        } else {
            Ok(Remembered::new())
        };
        let all = all.unwrap_or_else(|reason| {
            findings.push(unreadable(reason));
            Remembered::new()
        });
        Self { path, all }
    }

    /// Returns the headings with their fields for `form`.
    pub(super) fn of(&self, form: &str) -> Vec<(String, String)> {
        let found = self.all.get(form).into_iter().flatten();
        found.map(|(heading, field)| (heading.clone(), field.clone())).collect()
    }

    /// Writes `assigned` beside what is remembered for `form`; returns the file.
    pub(super) fn remember(&mut self, form: &str, assigned: &[(String, String)]) -> Result<&Path, Box<Diagnostic>> {
        self.all.entry(form.to_owned()).or_default().extend(assigned.iter().cloned());
        // Text by text always serialises.
        let text = serde_json::to_string_pretty(&self.all).unwrap_or_default() + "\n";
        let file = FileToWrite { path: self.path.clone(), bytes: text.as_bytes(), existing: Existing::Replaced };
        write_files(&[file]).map_err(|fault| Box::new(fault.diagnostic()))?;
        Ok(&self.path)
    }
}

/// The headings and fields of `--map`.
///
/// # Errors
/// J0734 for one without `=`.
pub(super) fn assigned_columns(written: &[String]) -> Result<Vec<(String, String)>, Box<Diagnostic>> {
    let pair = |text: &String| {
        let parts = text.rsplit_once('=').filter(|(heading, _)| !heading.trim().is_empty());
        let parts = parts.map(|(heading, field)| (heading.trim().to_owned(), field.trim().to_owned()));
        parts.ok_or_else(|| Box::new(Diagnostic::new(Code::J0734).arg("value", text)))
    };
    written.iter().map(pair).collect()
}
