//! `junsoku theme`: the files that a theme may replace, to begin from.

use std::path::Path;

use super::options::ThemeOptions;
use super::{ExitOutcome, Session};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::content::suggest;
use crate::machine::{Existing, FileToWrite, write_files};
use crate::platform::below_root;
use crate::theme::{Theme, default_file, theme_files};

/// Lists the files, or writes one of them into the theme.
pub(super) fn run_theme(options: &ThemeOptions, session: &Session) -> ExitOutcome {
    let folder = options.theme.clone().unwrap_or_else(|| Theme::folder_beside(&options.content));
    let Some(name) = options.copy.as_ref().filter(|_| !options.list) else {
        let names: String = theme_files().iter().map(|name| format!("{name}\n")).collect();
        session.print(&names);
        return ExitOutcome::Clean;
    };
    match copy(name, &folder) {
        Ok(path) => {
            session.print_report(&session.messages.with("theme-copied", &[("path", &path)]));
            ExitOutcome::Clean
        }
        Err(fault) => {
            session.report_one(*fault);
            ExitOutcome::Environment
        }
    }
}

/// Writes our file `name` into the theme in `folder`, where none of that name is.
fn copy(name: &str, folder: &Path) -> Result<String, Box<Diagnostic>> {
    let Some(text) = default_file(name) else {
        let names = theme_files();
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        return Err(Box::new(suggest(Diagnostic::new(Code::J0627).arg("name", name), name, &known)));
    };
    let path = below_root(folder, name);
    let file = FileToWrite { path: path.clone(), bytes: text.as_bytes(), existing: Existing::Refused };
    write_files(&[file]).map_err(|fault| Box::new(fault.diagnostic()))?;
    Ok(path.display().to_string())
}
