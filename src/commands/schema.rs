//! `junsoku schema`: JSON Schemas of the files of content, for editors and other programs.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::options::SchemaOptions;
use super::{ExitOutcome, Session};
use crate::content::{FILE_KINDS, FileKind, json_schema};
use crate::machine::{Existing, FileToWrite, WriteFault, write_files};

/// Prints the schemas that `options` ask for, or writes each to a file.
pub(super) fn run_schema(options: &SchemaOptions, session: &Session) -> ExitOutcome {
    let asked = |kind: &&FileKind| options.kind.as_ref().is_none_or(|name| name == kind.name);
    let kinds: Vec<&FileKind> = FILE_KINDS.iter().filter(asked).collect();
    let Some(folder) = &options.output else {
        session.print(&print_schemas(&kinds, options.kind.is_some()));
        return ExitOutcome::Clean;
    };
    let backups = match write_schemas(folder, &kinds, options.force) {
        Ok(backups) => backups,
        Err(fault) => {
            session.report_one(fault.diagnostic());
            return ExitOutcome::Environment;
        }
    };
    let told = [("count", kinds.len().to_string()), ("output", folder.display().to_string())];
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    session.print_report(&session.messages.with("schema-done", &told));
    session.tell_backups(&backups);
    ExitOutcome::Clean
}

/// The schema of one kind, or all by the names of their kinds.
fn print_schemas(kinds: &[&FileKind], alone: bool) -> String {
    match kinds {
        [kind] if alone => pretty(&json_schema(kind)),
        kinds => {
            let all: Map<String, Value> = kinds.iter().map(|kind| (kind.name.to_owned(), json_schema(kind))).collect();
            pretty(&Value::Object(all))
        }
    }
}

/// Writes the schemas and gives the backups of what `force` let it replace.
fn write_schemas(folder: &Path, kinds: &[&FileKind], force: bool) -> Result<Vec<PathBuf>, WriteFault> {
    let existing = if force { Existing::BackedUp } else { Existing::Refused };
    let texts: Vec<_> = kinds
        .iter()
        .map(|kind| (folder.join(format!("{}.schema.json", kind.name)), pretty(&json_schema(kind))))
        .collect();
    let files: Vec<FileToWrite<'_>> =
        texts.iter().map(|(path, text)| FileToWrite { path: path.clone(), bytes: text.as_bytes(), existing }).collect();
    write_files(&files)
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}
