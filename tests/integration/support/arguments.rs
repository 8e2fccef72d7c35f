//! The arguments that findings bear, held against those that their codes declare. What a debug build tells is held by the
//! program itself.

use junsoku::base::diagnostics::Diagnostics;

/// Demands that every finding bears the arguments that its code declares, each once, and no others.
pub(crate) fn check_arguments(findings: &Diagnostics) {
    for finding in findings.sorted() {
        assert_eq!(finding.argument_fault(), None);
    }
}
