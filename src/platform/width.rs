//! The width of the terminal.

/// The columns of the terminal that standard output goes to; none where it goes elsewhere.
#[cfg(all(any(unix, windows), not(junsoku_portable)))]
pub(crate) fn terminal_columns() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(std::io::stdout())?;
    Some(usize::from(width.0))
}

/// The columns that the variable `COLUMNS` names, which shells set; none where it names none.
#[cfg(not(all(any(unix, windows), not(junsoku_portable))))]
pub(crate) fn terminal_columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}
