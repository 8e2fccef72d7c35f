//! What a region has already, beside which a further document is put.

use std::collections::BTreeSet;

/// The forms and appended tables of a region: their ids and numbers, and how it prints their labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExistingFiles {
    /// The ids of its forms.
    pub forms: BTreeSet<String>,
    /// The numbers of its forms.
    pub form_numbers: BTreeSet<u32>,
    /// The template of the labels of its forms, if it has one.
    pub form_label: Option<String>,
    /// The ids of its appended tables.
    pub tables: BTreeSet<String>,
    /// The numbers of its appended tables.
    pub table_numbers: BTreeSet<u32>,
    /// The template of the labels of its appended tables, if it has one.
    pub table_label: Option<String>,
}
