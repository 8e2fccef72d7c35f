//! `junsoku schema`: JSON Schemas of the files of content, for editors and other programs.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Map, Value};

use super::options::SchemaOptions;
use super::{ExitOutcome, Session, print};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{FILE_KINDS, FileKind, json_schema};

/// Prints the schemas that `options` ask for, or writes each to a file.
pub(super) fn run_schema(options: &SchemaOptions, session: &Session) -> ExitOutcome {
    let asked = |kind: &&FileKind| options.kind.as_ref().is_none_or(|name| name == kind.name);
    let kinds: Vec<&FileKind> = FILE_KINDS.iter().filter(asked).collect();
    let Some(folder) = &options.output else {
        print(&print_schemas(&kinds, options.kind.is_some()));
        return ExitOutcome::Clean;
    };
    if let Err(error) = write_schemas(folder, &kinds) {
        let diagnostic = Diagnostic::new(Code::J0502).arg("path", folder.display().to_string());
        let mut findings = Diagnostics::default();
        findings.push(diagnostic.arg("reason", error.to_string()));
        session.report(&findings);
        return ExitOutcome::Environment;
    }
    let told = [("count", kinds.len().to_string()), ("output", folder.display().to_string())];
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    print(&session.messages.with("schema-done", &told));
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

fn write_schemas(folder: &Path, kinds: &[&FileKind]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for kind in kinds {
        fs::write(folder.join(format!("{}.schema.json", kind.name)), pretty(&json_schema(kind)))?;
    }
    Ok(())
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}
