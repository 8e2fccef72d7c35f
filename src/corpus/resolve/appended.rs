//! Contacts and appended tables as their authors wrote them.

use super::words::resolve_words;
use crate::content;
use crate::corpus::model::{CodeRow, CodeTable, Contact, Localized, Pair};

/// The contact as written.
pub(super) fn contact(written: &content::WrittenContact) -> Contact {
    let plain = |text: &Option<content::Text>| text.as_ref().map(|text| text.value.clone());
    let optional = |text: &Option<content::Bilingual>| text.as_ref().map(resolve_words);
    Contact {
        id: written.id.as_str().to_owned(),
        name: resolve_words(&written.name),
        post: optional(&written.post),
        person: optional(&written.person),
        postal_code: plain(&written.postal_code),
        address: optional(&written.address),
        telephone: plain(&written.telephone),
        telephone_note: optional(&written.telephone_note),
        fax: plain(&written.fax),
        email: plain(&written.email),
        hours: written.hours.iter().map(resolve_words).collect(),
    }
}

/// The table as written, under the number that the set gives it.
pub(super) fn resolve_code_table(id: &str, written: &content::WrittenCodeTable, label: Option<Pair>) -> CodeTable {
    let row = |row: &content::WrittenCodeRow| CodeRow {
        code: row.code.value.clone(),
        name: Localized {
            ja: row.ja.value.clone(),
            en: row.en.as_ref().map(|en| en.value.clone()),
            place: row.place.clone(),
            written: None,
        },
    };
    CodeTable {
        id: id.to_owned(),
        formerly: written.formerly.iter().map(|id| id.value.clone()).collect(),
        number: written.number.as_ref().map(|number| number.value),
        label,
        title: resolve_words(&written.title),
        columns: written.columns.iter().map(resolve_words).collect(),
        rows: written.rows.iter().map(row).collect(),
    }
}
