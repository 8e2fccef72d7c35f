//! Lines as they stand in a file.

/// A line as it stands in the file.
#[derive(Debug, Clone)]
pub(in crate::import) struct RawLine {
    pub(in crate::import) number: usize,
    pub(in crate::import) text: String,
    pub(in crate::import) page: bool,
}

impl RawLine {
    pub(in crate::import) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
