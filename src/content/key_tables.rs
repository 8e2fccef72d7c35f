//! The tables of keys and words in `content/README.md` and in the handbook, made from the declarations.

use std::collections::BTreeSet;

use super::kinds::FILE_KINDS;
use super::shape::{KeyShape, KeywordShape, Meaning, RecordShape, Shape};
use crate::base::locale::Lang;

/// Returns the tables of all keys and words in `lang`, in Markdown: a section for each kind of file, in which stands what no
/// file above it has.
#[must_use]
pub fn key_tables(lang: Lang) -> String {
    let mut tables = Tables { lang, text: String::new(), told: BTreeSet::new() };
    for kind in &FILE_KINDS {
        let places: Vec<String> = kind.places.iter().map(|place| format!("`{place}`")).collect();
        let separator = in_lang(lang, ["、", ", "]);
        tables.text.push_str(&format!("\n### {}: {}\n", kind.name, places.join(separator)));
        tables.add(&(kind.shape)());
    }
    tables.text
}

/// Of `words` in Japanese and English, those of `lang`.
fn in_lang(lang: Lang, [ja, en]: [&'static str; 2]) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

struct Tables {
    lang: Lang,
    text: String,
    told: BTreeSet<&'static str>,
}

impl Tables {
    /// The table of `shape`, then those of what stands in it.
    fn add(&mut self, shape: &Shape) {
        match shape {
            Shape::Record(record) => self.record(record, ""),
            Shape::OneKey(record) => {
                self.record(record, self.word(["（このうちの一つのキー）", " (one of these keys)"]));
            }
            Shape::Keyword(keyword) => self.keyword(keyword),
            Shape::List(inner) | Shape::Named(inner) => self.add(inner),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| self.add(shape)),
            Shape::Text
            | Shape::Style
            | Shape::Id
            | Shape::RequirementId
            | Shape::Number
            | Shape::Boolean
            | Shape::Count
            | Shape::Date => {}
        }
    }

    fn record(&mut self, record: &RecordShape, note: &str) {
        // Types that hold themselves end here too.
        if !self.told.insert(record.name) {
            return;
        }
        let meaning = self.meaning(&record.meaning);
        self.text.push_str(&format!("\n**{}**{note}: {meaning}\n\n", record.name));
        self.text.push_str(self.word(["| キー | 値 | 意味 |", "| key | value | meaning |"]));
        self.text.push_str("\n| --- | --- | --- |\n");
        for key in record.keys {
            let row = self.key_row(key);
            self.text.push_str(&row);
        }
        record.keys.iter().for_each(|key| self.add(&(key.shape)()));
    }

    fn keyword(&mut self, keyword: &KeywordShape) {
        if !self.told.insert(keyword.name) {
            return;
        }
        let meaning = self.meaning(&keyword.meaning);
        self.text.push_str(&format!("\n**{}**: {meaning}\n\n", keyword.name));
        self.text.push_str(self.word(["| 言葉 | 意味 |", "| word | meaning |"]));
        self.text.push_str("\n| --- | --- |\n");
        for (word, meaning) in keyword.words {
            let meaning = self.meaning(meaning);
            self.text.push_str(&format!("| `{word}` | {meaning} |\n"));
        }
    }

    fn word(&self, words: [&'static str; 2]) -> &'static str {
        in_lang(self.lang, words)
    }

    fn meaning(&self, meaning: &Meaning) -> &'static str {
        in_lang(self.lang, [meaning.ja, meaning.en]).trim()
    }

    fn key_row(&self, key: &KeyShape) -> String {
        let required = if key.required { self.word(["（必須）", "; required"]) } else { "" };
        let shape = shape_name(&(key.shape)(), self.lang);
        format!("| `{}` | {shape}{required} | {} |\n", key.key, self.meaning(&key.meaning))
    }
}

/// The shape in a few words.
fn shape_name(shape: &Shape, lang: Lang) -> String {
    let simple = |words| in_lang(lang, words).to_owned();
    match shape {
        Shape::Text => simple(["文字列", "text"]),
        Shape::Style => simple(["番号の書き方", "style of numbers"]),
        Shape::Id => "id".to_owned(),
        Shape::RequirementId => simple(["idを点でつないだもの", "ids joined by dots"]),
        Shape::Number => simple(["番号（枝番号を含む）", "number with its branches"]),
        Shape::Boolean => simple(["`true`か`false`", "`true` or `false`"]),
        Shape::Count => simple(["整数", "whole number"]),
        Shape::Date => simple(["日付", "date"]),
        Shape::Keyword(keyword) => keyword.name.to_owned(),
        Shape::List(element) => match lang {
            Lang::Ja => format!("{}の並び", shape_name(element, lang)),
            Lang::En => format!("list of {}", shape_name(element, lang)),
        },
        Shape::Named(value) => match lang {
            Lang::Ja => format!("idごとに{}", shape_name(value, lang)),
            Lang::En => format!("by id: {}", shape_name(value, lang)),
        },
        Shape::Either(shapes) => {
            let names: Vec<String> = shapes.iter().map(|shape| shape_name(shape, lang)).collect();
            names.join(in_lang(lang, ["、又は", ", or "]))
        }
        Shape::Record(record) | Shape::OneKey(record) => record.name.to_owned(),
    }
}
