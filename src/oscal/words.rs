//! Words in OSCAL documents: Markdown where it is read as such, values on one line, English beside the Japanese.

use super::names::NAMESPACE;
use super::types::Property;
use crate::base::locale::{Lang, Messages};
use crate::base::markup;
use crate::corpus::{Text, Words};

/// The interface's words in both languages.
#[derive(Debug)]
pub(super) struct MessagesInBoth {
    pub(super) ja: &'static Messages,
    pub(super) en: &'static Messages,
}

/// Something said in both languages; the English is the Japanese where it is missing.
#[derive(Debug, Clone)]
pub(super) struct BilingualText {
    pub(super) ja: String,
    pub(super) en: String,
}

impl MessagesInBoth {
    pub(super) fn new() -> Self {
        Self { ja: Messages::of(Lang::Ja), en: Messages::of(Lang::En) }
    }

    /// The words of `lang`.
    pub(super) fn get(&self, lang: Lang) -> &'static Messages {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }

    /// The message `id`.
    pub(super) fn text(&self, id: &str) -> BilingualText {
        self.with(id, &[])
    }

    /// The message `id` with arguments that are themselves said in both languages.
    pub(super) fn with(&self, id: &str, args: &[(&str, &BilingualText)]) -> BilingualText {
        BilingualText::each(|lang| {
            let args: Vec<(&str, &str)> = args.iter().map(|(name, said)| (*name, said.get(lang))).collect();
            self.get(lang).with(id, &args)
        })
    }
}

impl BilingualText {
    /// Returns the text that `say` gives in each language.
    pub(super) fn each(say: impl Fn(Lang) -> String) -> Self {
        Self { ja: say(Lang::Ja), en: say(Lang::En) }
    }

    pub(super) fn words(words: &Words) -> Self {
        Self::each(|lang| words.get(lang).clone())
    }

    pub(super) fn text(text: &Text) -> Self {
        Self::each(|lang| markup::to_plain(text.get(lang)))
    }

    pub(super) fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }

    /// Both, one after the other.
    pub(super) fn and(self, other: &Self, between: &str) -> Self {
        Self::each(|lang| format!("{}{between}{}", self.get(lang), other.get(lang)))
    }

    /// The Japanese as a title: Markdown on one line.
    pub(super) fn title(&self) -> String {
        markdown(&fold_lines(&self.ja))
    }

    /// The Japanese as running text: each line a paragraph of Markdown.
    pub(super) fn prose(&self) -> String {
        prose(&self.ja)
    }
}

/// Properties that are being put together.
#[derive(Debug, Default)]
pub(super) struct Properties {
    list: Vec<Property>,
    group: Option<String>,
}

impl Properties {
    /// Puts everything that is added from now on into `group`.
    pub(super) fn group(&mut self, group: Option<String>) {
        self.group = group;
    }

    /// One of OSCAL's own.
    pub(super) fn standard(&mut self, name: &str, value: &str) {
        self.add(name, None, value, None, None);
    }

    /// One of junsoku's.
    pub(super) fn own(&mut self, name: &str, value: &str) {
        self.add(name, Some(NAMESPACE), value, None, None);
    }

    /// One of junsoku's whose value is a word of the content's format, which `label` explains.
    pub(super) fn explained(&mut self, name: &str, value: &str, label: &BilingualText) {
        self.add(name, Some(NAMESPACE), value, None, Some(label.prose()));
    }

    /// One of junsoku's, with a class.
    pub(super) fn classed(&mut self, name: &str, class: &str, value: &str) {
        self.add(name, Some(NAMESPACE), value, Some(class.to_owned()), None);
    }

    /// The same in both languages.
    pub(super) fn in_both(&mut self, name: &str, said: &BilingualText) {
        for lang in Lang::ALL {
            self.classed(name, lang.code(), said.get(lang));
        }
    }

    /// The English of what stands in one of OSCAL's own fields in Japanese; nothing where it is missing.
    pub(super) fn english(&mut self, name: &str, said: &BilingualText) {
        if said.en != said.ja {
            self.classed(name, Lang::En.code(), &said.en);
        }
    }

    pub(super) fn list(self) -> Vec<Property> {
        self.list
    }

    /// OSCAL knows no empty values.
    fn add(
        &mut self,
        name: &str,
        ns: Option<&'static str>,
        value: &str,
        class: Option<String>,
        remarks: Option<String>,
    ) {
        // OSCAL's values are single lines without spaces around them (its type `string`).
        let value = fold_lines(value);
        if !value.is_empty() {
            self.list.push(Property { name: name.to_owned(), ns, value, class, group: self.group.clone(), remarks });
        }
    }
}

/// The lines of `text` on one line, without spaces around it.
pub(super) fn fold_lines(text: &str) -> String {
    let lines = text.split(is_break).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// The lines of `text` as paragraphs of Markdown.
pub(super) fn prose(text: &str) -> String {
    let lines = text.split(is_break).map(str::trim).filter(|line| !line.is_empty());
    lines.map(markdown).collect::<Vec<_>>().join("\n\n")
}

fn is_break(letter: char) -> bool {
    // Breaks of any kind, tabs among them: a value is one line.
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// One line of plain text as Markdown that prints the same, braces included, by which OSCAL inserts parameters.
fn markdown(text: &str) -> String {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    // At the beginning of a line these letters would make a heading or a list; elsewhere they are plain.
    let begins_list = text.starts_with(['#', '-', '+', '='])
        || (digits.len() < text.len() && digits.starts_with(['.', ')']) && digits[1..].starts_with(' '));
    let marked = if begins_list { text.len() - digits.len() } else { text.len() };
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if at == marked || "\\`*_~^[]<>{}".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::*;

    #[test]
    fn plain_text_prints_the_same_as_markdown() {
        for text in
            ["<a@b_c.jp>", "*急ぎ*", "# 一", "- 二", "1. 三", "12) 四", "{{ insert: param, x }}", "5.1版 1. x", "``"]
        {
            let mut shown = String::new();
            for event in Parser::new(&prose(text)) {
                match event {
                    Event::Text(letters) => shown.push_str(&letters),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => panic!("{text}: {other:?}"),
                }
            }
            assert_eq!(shown, text);
        }
        assert_eq!(prose("一\n\n 二 \u{2028}三\n"), "一\n\n二\n\n三");
        assert_eq!(markdown("{{ insert"), "\\{\\{ insert", "no parameter is inserted");
    }

    #[test]
    fn a_value_stands_on_one_line_and_is_not_empty() {
        let mut properties = Properties::default();
        properties.own("a", " 一\r\n\n　二 \n");
        properties.own("b", " \n\u{3000}");
        let list = properties.list();
        assert_eq!(list.iter().map(|one| one.value.as_str()).collect::<Vec<_>>(), ["一 二"]);
        assert_eq!(list[0].ns, Some(NAMESPACE));
    }
}
