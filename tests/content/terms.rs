//! The interface has one word for each thing (`locales/terms.yaml`).

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::support::is_kind;

/// The vocabulary of the interface.
#[derive(Deserialize)]
struct Vocabulary {
    terms: Vec<InterfaceTerm>,
}

/// A word of the interface, and what is not said instead of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InterfaceTerm {
    ja: String,
    en: String,
    #[serde(default)]
    not_ja: Vec<String>,
    #[serde(default)]
    not_en: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

/// A line that a reader sees: its number, the message it belongs to (empty in Markdown) and its words.
struct ReadLine {
    number: usize,
    message: String,
    words: String,
}

#[test]
fn the_interface_uses_one_word_for_each_thing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let vocabulary = fs::read_to_string(root.join("locales/terms.yaml")).expect("the vocabulary");
    let Vocabulary { terms } = serde_yaml::from_str(&vocabulary).expect("a vocabulary");
    let mut faults = Vec::new();
    for (lang, pages) in [("ja", ["README.ja.md", "templates/init/README.md"].as_slice()), ("en", &["README.md"])] {
        for path in read_files(root, lang, pages) {
            let text = fs::read_to_string(&path).expect("a text");
            let shown = path.strip_prefix(root).expect("a path of this repository").display();
            let lines = if is_kind(&shown.to_string(), "ftl") { message_lines(&text) } else { markdown_lines(&text) };
            for line in &lines {
                let told = terms.iter().flat_map(|term| term.faults(lang, line)).chain(half_width(lang, line));
                faults.extend(told.map(|fault| format!("{shown}:{}: {fault}", line.number)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

impl InterfaceTerm {
    /// Returns what `line` says in `lang` instead of this term.
    fn faults(&self, lang: &str, line: &ReadLine) -> Vec<String> {
        let is_ja = lang == "ja";
        let (word, synonyms) = if is_ja { (&self.ja, &self.not_ja) } else { (&self.en, &self.not_en) };
        if self.except.contains(&line.message) {
            return Vec::new();
        }
        let found = synonyms
            .iter()
            .filter(|synonym| if is_ja { line.words.contains(*synonym) } else { has_words(&line.words, synonym) });
        found.map(|synonym| format!("“{synonym}”; write “{word}”")).collect()
    }
}

/// Whether `text` has `words` as whole words, in capitals or not.
fn has_words(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    let is_apart = |side: Option<char>| side.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(&words)
        .any(|(at, _)| is_apart(text[..at].chars().next_back()) && is_apart(text[at + words.len()..].chars().next()))
}

/// Returns the half-width brackets and colons of a Japanese line that stand beside its letters, unless in a sample of YAML.
fn half_width(lang: &str, line: &ReadLine) -> Option<String> {
    let is_japanese = |letter: &char| matches!(letter, 'ぁ'..='ヺ' | 'ー' | '一'..='\u{9FFF}' | '々');
    let letters: Vec<char> = line.words.chars().filter(|_| lang == "ja").collect();
    let found = letters.windows(3).find(|three| match three {
        [letter, '(', _] | [')', letter, _] => is_japanese(letter),
        // 「名前: 値」 shows what is typed.
        [letter, ':', after] => is_japanese(letter) && *after != ' ',
        _ => false,
    })?;
    Some(format!("“{}”; write （, ） or ：", found.iter().collect::<String>()))
}

/// Returns the files whose words are the interface in one language.
fn read_files(root: &Path, lang: &str, pages: &[&str]) -> Vec<PathBuf> {
    let folder = fs::read_dir(root.join("locales").join(lang)).expect("the messages of a language");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("a file").path()).collect();
    files.extend(pages.iter().map(|page| root.join(page)));
    files.sort();
    files
}

/// Returns the lines of a file of messages, without their keys, placeholders and the names of variants.
fn message_lines(text: &str) -> Vec<ReadLine> {
    let mut message = String::new();
    let line = |(at, line): (usize, &str)| {
        let is_key = |key: &str| key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let mut words = line;
        if let Some((key, rest)) = line.split_once(" =").filter(|(key, _)| is_key(key)) {
            key.clone_into(&mut message);
            words = rest;
        } else if let Some((_, rest)) =
            line.trim_start().trim_start_matches('*').strip_prefix('[').and_then(|variant| variant.split_once(']'))
        {
            words = rest;
        }
        let words = if line.starts_with('#') { String::new() } else { without(words, '{', '}') };
        ReadLine { number: at + 1, message: message.clone(), words }
    };
    text.lines().enumerate().map(line).collect()
}

/// Returns the lines of a Markdown file, without code and addresses.
fn markdown_lines(text: &str) -> Vec<ReadLine> {
    let mut is_code = false;
    let line = |(at, line): (usize, &str)| {
        is_code ^= line.starts_with("```");
        let words =
            if is_code { String::new() } else { without(&without(line, '`', '`').replace("](", "]<"), '<', ')') };
        ReadLine { number: at + 1, message: String::new(), words }
    };
    text.lines().enumerate().map(line).collect()
}

/// Returns `text` without what stands from each `open` to the next `close`.
fn without(text: &str, open: char, close: char) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}
