//! A document as plain text: every letter that the site and the sheets would print, in their order.

use crate::base::locale::Lang;
use crate::base::markup::to_plain;
use crate::base::notation::dates;
use crate::base::notation::widths::folded;
use crate::corpus::{CodeTable, Document, Provision, Set};

/// The letters of `document` and of the tables of `set`, piece by piece, without white space and widths.
#[must_use]
pub fn document_letters(set: &Set, document: &Document, with_title: bool) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(cover) = &document.cover {
        out.extend(cover.date.map(|date| dates::write_date(date, document.dates, Lang::Ja)));
        out.extend(cover.issuer.iter().chain(&cover.name).map(|words| words.ja.clone()));
    }
    document.notes.iter().for_each(|note| printed_provision(note, &mut out));
    // A document without a title of its own is given the name of the region, which no line of the input has.
    if with_title {
        out.push(document.title.ja.clone());
    }
    for division in &document.divisions {
        out.extend(division.label.iter().chain(&division.title).chain(&division.columns).map(|words| words.ja.clone()));
        division.provisions.iter().for_each(|one| printed_provision(one, &mut out));
    }
    // Tables are printed behind the document, as `proof::expected` has them.
    set.tables.iter().for_each(|one| printed_table(one, &mut out));
    out.iter().map(|piece| folded(piece)).filter(|piece| !piece.is_empty()).collect()
}

/// Brackets around the caption of an article are those of its kind and no letters.
pub(in crate::import) fn printed_provision(one: &Provision, out: &mut Vec<String>) {
    out.push(one.label.ja.clone());
    out.extend(one.caption.iter().map(|caption| caption.ja.clone()));
    out.extend(one.text.iter().map(|text| to_plain(&text.ja)));
    out.extend(one.columns.iter().map(|column| column.ja.clone()));
    out.extend(one.table.iter().flat_map(|table| table.texts()).map(|text| to_plain(&text.ja)));
    one.items.iter().chain(&one.paragraphs).for_each(|below| printed_provision(below, out));
}

fn printed_table(one: &CodeTable, out: &mut Vec<String>) {
    out.extend(one.label.iter().map(|label| label.ja.clone()));
    out.push(one.title.ja.clone());
    out.extend(one.columns.iter().map(|column| column.ja.clone()));
    for row in &one.rows {
        out.push(row.code.clone());
        out.push(row.name.ja.clone());
    }
}
