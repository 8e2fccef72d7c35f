//! Where typst stopped in a template of a theme.

use crate::base::diagnostics::{Code, Diagnostic, Place};
use crate::theme::Theme;

/// Returns the finding J0621 at the line of the theme's template that typst names in what it `said`; `None` where it names
/// none of the theme. typst writes `┌─ document.typ:12:3` below each fault.
pub(super) fn theme_fault(theme: &Theme, said: &str) -> Option<Diagnostic> {
    let places = said.lines().filter_map(|line| line.split_once("─ ")).filter_map(|(_, place)| {
        let mut parts = place.trim().rsplitn(3, ':');
        let (_column, line, name) = (parts.next()?, parts.next()?, parts.next()?);
        let name = name.trim_start_matches(['/', '\\']);
        Some((theme.file(&format!("pdf/{name}"))?, line.parse::<usize>().ok()?))
    });
    let (file, line) = places.into_iter().next()?;
    let start: usize = file.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let words = file.text.get(start..)?.lines().next().unwrap_or("");
    let reason = said.lines().find_map(|line| line.trim().strip_prefix("error: ")).unwrap_or(said);
    let place = Place::new(file, start..start + words.trim_end().len());
    Some(Diagnostic::new(Code::J0621).at(&place).arg("reason", reason))
}
