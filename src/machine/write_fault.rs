//! A file that could not be written, as a finding that says what to do.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::diagnostics::{Code, Diagnostic};

/// A file that could not be written, and the reason.
#[derive(Debug)]
pub(crate) struct WriteFault {
    path: PathBuf,
    error: io::Error,
}

impl WriteFault {
    /// The file or folder `path` and what the file system says.
    pub(crate) fn new(path: &Path, error: io::Error) -> Self {
        Self { path: path.to_owned(), error }
    }

    /// The error of the file system.
    pub(crate) fn into_error(self) -> io::Error {
        self.error
    }

    /// The finding: J0510 to J0513 for what is told apart, otherwise J0502.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the operating system")]
        let code = match self.error.kind() {
            io::ErrorKind::AlreadyExists => Code::J0510,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Code::J0511,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Code::J0512,
            io::ErrorKind::InvalidFilename => Code::J0513,
            _ => Code::J0502,
        };
        let diagnostic = Diagnostic::new(code).arg("path", self.path.display().to_string());
        if code == Code::J0502 { diagnostic.arg("reason", self.error.to_string()) } else { diagnostic }
    }
}
