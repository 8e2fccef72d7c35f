//! The fields of a form's PDF: what stands at each place to fill in, and putting them there.

use std::fs;
use std::sync::OnceLock;

use super::fillable::{self, FieldKind, FieldOption, FieldSpec, FillableError, TypingFont};
use super::setup::Tools;
use crate::base::locale::Messages;
use crate::content::FieldType;
use crate::corpus::{Corpus, Form, Set};
use crate::forms::filling::{AskedBlock, AskedField, AskedSheet, LONGEST, paths};

/// The file of the pinned fonts in which values are typed. Fonts of the user may have other outlines than a field needs.
const TYPING_FONT: &str = "BIZUDGothic_400Regular.ttf";

/// The font for typing, cut down when the first form needs it.
pub(super) struct Pen<'a> {
    tools: &'a Tools,
    font: OnceLock<Result<TypingFont, String>>,
}

impl<'a> Pen<'a> {
    /// `None` where the pinned fonts are not those in use: then sheets are for print only.
    pub(super) fn of(tools: &'a Tools) -> Option<Self> {
        let pen = Self { tools, font: OnceLock::new() };
        pen.path().is_some().then_some(pen)
    }

    fn path(&self) -> Option<std::path::PathBuf> {
        self.tools.fonts.folders.iter().map(|folder| folder.join(TYPING_FONT)).find(|path| path.is_file())
    }

    /// `pdf`, whose places to fill in are links, with fields.
    ///
    /// # Errors
    /// Why it could not be made, in the words of the libraries.
    pub(super) fn put_fields(&self, pdf: &[u8], fields: &[FieldSpec]) -> Result<Vec<u8>, String> {
        let cut = || {
            let path = self.path().ok_or_else(|| TYPING_FONT.to_owned())?;
            let bytes = fs::read(path).map_err(|error| error.to_string())?;
            TypingFont::cut(&bytes).map_err(|error| error.to_string())
        };
        let font = self.font.get_or_init(cut).as_ref().map_err(Clone::clone)?;
        fillable::make_fillable(pdf, fields, font).map_err(|error: FillableError| error.to_string())
    }
}

/// Returns the field at each place to fill in of `form`, in the language of `messages`.
pub(super) fn field_specs(corpus: &Corpus, set: &Set, form: &Form, messages: &Messages) -> Vec<FieldSpec> {
    let sheet = AskedSheet::of(corpus, set, form, messages);
    let spec = |(path, block, field): (String, &AskedBlock, &AskedField)| {
        let row = block.rows.and_then(|_| row_of(&path));
        let label = field_tooltip(row, block, field, messages);
        FieldSpec { path, label, kind: pdf_field_kind(field), required: block.insists_on(field, row) }
    };
    paths(&sheet).into_iter().map(spec).collect()
}

/// Returns the number of the line that `path` leads into.
fn row_of(path: &str) -> Option<u32> {
    path.split(['[', ']']).nth(1)?.parse().ok()
}

/// Returns the field's label after that of its block, with the number of the row, and how a date is written. How dates are written is told
/// in the first row only: ten times over it is tiresome to hear.
fn field_tooltip(row: Option<u32>, block: &AskedBlock, field: &AskedField, messages: &Messages) -> String {
    let (caption, label) = told_apart(block.caption.as_deref().unwrap_or_default(), &field.label);
    let number = row.map(|row| row.to_string());
    let begin = match &number {
        Some(row) => messages.with("tooltip-row", &[("block", caption), ("row", row)]),
        None => caption.to_owned(),
    };
    let told = if begin.trim().is_empty() {
        label.to_owned()
    } else {
        messages.with("tooltip", &[("block", begin.trim()), ("label", label)])
    };
    let is_first = row.is_none_or(|row| row == 1);
    if field.kind == FieldType::Date && is_first { messages.with("tooltip-date", &[("label", &told)]) } else { told }
}

/// Returns what is said of the block and of its field, so that no words are heard twice: a block of one field is often called like it,
/// 施設の種類 says already what its 種類 is, and 事業所名 of which 事業所.
fn told_apart<'a>(caption: &'a str, label: &'a str) -> (&'a str, &'a str) {
    if ends_in(caption, label) {
        ("", caption)
    } else if ends_in(label, caption) || label.starts_with(caption) {
        ("", label)
    } else {
        (caption, label)
    }
}

/// Whether `text` ends in the whole words of `end`, whatever their capitals.
fn ends_in(text: &str, end: &str) -> bool {
    let text = text.to_lowercase();
    text.strip_suffix(&end.to_lowercase())
        .is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_ascii_alphanumeric()))
}

fn pdf_field_kind(field: &AskedField) -> FieldKind {
    let options = || {
        let option = |(id, label): &(String, String)| FieldOption { id: id.clone(), label: label.clone() };
        field.choices.iter().map(option).collect()
    };
    let text = |breadth| {
        let multiline = field.kind == FieldType::Multiline || breaks_over_lines(field);
        FieldKind::Text { multiline, max_letters: u32::try_from(LONGEST).ok(), breadth }
    };
    match field.kind {
        FieldType::Choice => FieldKind::Choice { options: options() },
        FieldType::Radio => FieldKind::Radio { options: options() },
        FieldType::Checkboxes => FieldKind::Checkboxes { options: options() },
        FieldType::Check => FieldKind::Check,
        // Seven digits and a dash; two of 令和８年１１月２８日 are narrow; a number with its extension.
        FieldType::PostalCode | FieldType::Number => text(8),
        FieldType::Telephone | FieldType::Date => text(15),
        FieldType::Text | FieldType::Furigana | FieldType::Multiline => text(20),
        FieldType::Email => text(28),
    }
}

/// Words in labels of what is often longer than a line: addresses, remarks and names of establishments (`forms/application.yaml` of most
/// regions has all three).
const LONG_WORDS: [&str; 8] = ["住所", "所在地", "備考", "事業所", "施設", "名称", "理由", "内容"];

/// Whether what is written in a field of text is often longer than a line, by its label.
fn breaks_over_lines(field: &AskedField) -> bool {
    let speaks_of = |label: &String| LONG_WORDS.iter().any(|word| label.contains(word));
    field.kind == FieldType::Text && field.heads.iter().any(speaks_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_are_told_twice_of_a_field() {
        assert_eq!(told_apart("施設の種類", "種類"), ("", "施設の種類"));
        assert_eq!(told_apart("Applicant", "Applicant's name"), ("", "Applicant's name"));
        assert_eq!(told_apart("Establishment", "Name of establishment"), ("", "Name of establishment"));
        assert_eq!(told_apart("Village", "age"), ("Village", "age"));
        assert_eq!(told_apart("Date", "Date"), ("", "Date"));
        assert_eq!(told_apart("", "氏名"), ("", "氏名"));
        assert_eq!(told_apart("患者様", "氏名"), ("患者様", "氏名"));
    }
}
