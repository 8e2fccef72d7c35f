//! Both languages side by side: one row a provision.

use serde::Serialize;

use super::provisions::{TextView, Views, bracketed};
use crate::corpus::{Division, Document, Provision};
use crate::locale::{Lang, Messages};

/// One provision in both languages, or the heading of a division.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    anchor: String,
    /// How deep it stands, 0 for the outermost.
    depth: usize,
    /// Whether it heads a division.
    division: bool,
    /// Japanese, English.
    sides: Vec<Side>,
}

#[derive(Debug, Serialize)]
struct Side {
    lang: &'static str,
    label: String,
    caption: Option<String>,
    text: TextView,
    /// Whether this language is missing.
    missing: bool,
}

/// The rows of a document, in the order in which it is printed.
pub(super) fn rows(document: &Document, views: &Views<'_>) -> Vec<Row> {
    let words = Lang::ALL.map(Messages::of);
    let mut rows = Vec::new();
    collect(&document.notes, 0, views, &words, &mut rows);
    for division in &document.divisions {
        if !division.anchor.is_empty() {
            rows.push(heading(division));
        }
        collect(&division.provisions, 0, views, &words, &mut rows);
    }
    rows
}

fn collect(provisions: &[Provision], depth: usize, views: &Views<'_>, words: &[&Messages], rows: &mut Vec<Row>) {
    for provision in provisions {
        rows.push(Row {
            anchor: provision.anchor.clone(),
            depth,
            division: false,
            sides: words.iter().map(|messages| side(provision, messages, views)).collect(),
        });
        collect(&provision.items, depth + 1, views, words, rows);
        collect(&provision.paragraphs, depth, views, words, rows);
    }
}

fn side(provision: &Provision, messages: &Messages, views: &Views<'_>) -> Side {
    let lang = messages.lang();
    let caption = provision.caption.as_ref().filter(|caption| caption.given(lang) == lang);
    let text = provision.text.as_ref().filter(|text| text.given(lang) == lang);
    Side {
        lang: lang.code(),
        label: provision.label.get(lang).to_owned(),
        caption: caption.map(|caption| bracketed(provision, caption.get(lang), messages)),
        text: text.map(|text| views.text_in(text, lang)).unwrap_or_default(),
        missing: caption.is_some() != provision.caption.is_some() || text.is_some() != provision.text.is_some(),
    }
}

fn heading(division: &Division) -> Row {
    let side = |lang: Lang| {
        let label = division.label.as_ref().filter(|label| label.given(lang) == lang);
        let title = division.title.as_ref().filter(|title| title.given(lang) == lang);
        Side {
            lang: lang.code(),
            label: label.map(|label| label.get(lang).clone()).unwrap_or_default(),
            caption: title.map(|title| title.get(lang).clone()),
            text: TextView::default(),
            missing: label.is_some() != division.label.is_some() || title.is_some() != division.title.is_some(),
        }
    };
    Row { anchor: division.anchor.clone(), depth: 0, division: true, sides: Lang::ALL.map(side).into() }
}
