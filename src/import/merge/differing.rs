//! What a merged document prints otherwise than the new text by itself.

use super::provisions::Taken;
use crate::base::locale::Lang;
use crate::compare::{plain_text, table_lines};
use crate::corpus::{Division, Document, Provision, Role, Words};

/// Where two documents of one shape print different words and numbers, by the anchors of `new`; `None` where their
/// shapes differ.
pub(super) fn differing(new: &Document, merged: &Document) -> Option<Taken> {
    let mut found = Taken::default();
    provisions(&new.notes, &merged.notes, "", &mut found)?;
    if new.divisions.len() != merged.divisions.len() {
        return None;
    }
    for (new, merged) in new.divisions.iter().zip(&merged.divisions) {
        let own = if new.role == Role::Body { "" } else { new.anchor.as_str() };
        if division_words(new) != division_words(merged) {
            found.words.insert(own.to_owned());
        }
        provisions(&new.provisions, &merged.provisions, own, &mut found)?;
    }
    Some(found)
}

/// The numbers of every division.
pub(super) fn all_numbers(new: &Document) -> Taken {
    let own = |division: &Division| if division.role == Role::Body { String::new() } else { division.anchor.clone() };
    Taken { numbers: new.divisions.iter().map(own).collect(), ..Taken::default() }
}

fn provisions(new: &[Provision], merged: &[Provision], division: &str, found: &mut Taken) -> Option<()> {
    if new.len() != merged.len() {
        return None;
    }
    for (new, merged) in new.iter().zip(merged) {
        if words(new) != words(merged) {
            found.words.insert(new.anchor.clone());
        }
        if new.label.ja != merged.label.ja {
            found.numbers.insert(division.to_owned());
        }
        provisions(&new.items, &merged.items, division, found)?;
        provisions(&new.paragraphs, &merged.paragraphs, division, found)?;
    }
    Some(())
}

fn division_words(division: &Division) -> Vec<&str> {
    let words = division.label.iter().chain(&division.title).map(|words| words.ja.as_str());
    words.collect()
}

/// The words of a provision without its number.
fn words(one: &Provision) -> Vec<String> {
    let japanese = |words: &Words| words.ja.clone();
    let caption = one.caption.as_ref().map_or_else(String::new, japanese);
    let text = one.text.as_ref().map_or_else(String::new, |text| plain_text(&text.ja));
    let table = one.table.iter().flat_map(|table| table_lines(table, Lang::Ja));
    [caption, text].into_iter().chain(one.columns.iter().map(japanese)).chain(table).collect()
}
