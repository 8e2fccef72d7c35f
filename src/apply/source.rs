//! Amending texts from files: plain text and Word.

use crate::base::diagnostics::{Code, Diagnostic};
use crate::compare::amend::carry::{TypedAmendment, TypedLine, read_typed, typed_lines};
use crate::import::read_source;
use crate::import::readers::{docx, encoding};

/// The amending text that `bytes`, which `name` held, are.
///
/// # Errors
/// Those of [`read_source`]; J0901 where it is no amending text.
pub fn read_amendment(bytes: &[u8], name: &str) -> Result<TypedAmendment, Box<Diagnostic>> {
    let lines = if docx::is_container(bytes) {
        let (source, _) = read_source(bytes, name, false)?;
        let line = |line: &crate::import::outline::source::SourceLine| TypedLine {
            number: line.number,
            indent: line.indent / 2,
            text: line.text.trim().to_owned(),
        };
        source.lines.iter().map(line).collect()
    } else {
        typed_lines(&encoding::decode(bytes, name)?.text)
    };
    read_typed(&lines).ok_or_else(|| Box::new(Diagnostic::new(Code::J0901).arg("path", name)))
}
