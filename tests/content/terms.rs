//! The interface has one word for each thing (`locales/terms.yaml`).

use std::fs;
use std::path::{Path, PathBuf};

use regex_lite::Regex;
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
        let folder = fs::read_dir(root.join("locales").join(lang)).expect("the messages of a language");
        let mut read: Vec<PathBuf> = folder.map(|entry| entry.expect("a file").path()).collect();
        read.extend(pages.iter().map(|page| root.join(page)));
        read.sort();
        for path in read {
            let text = fs::read_to_string(&path).expect("a text");
            let shown = path.strip_prefix(root).expect("a path of this repository").display();
            let lines = if is_kind(&shown.to_string(), "ftl") { message_lines(&text) } else { markdown_lines(&text) };
            for term in &terms {
                faults.extend(term.faults(lang, &lines).into_iter().map(|fault| format!("{shown}:{fault}")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

impl InterfaceTerm {
    /// Returns what `lines` in `lang` say instead of this term, each with its line.
    fn faults(&self, lang: &str, lines: &[ReadLine]) -> Vec<String> {
        let (word, synonyms) = if lang == "ja" { (&self.ja, &self.not_ja) } else { (&self.en, &self.not_en) };
        let mut faults = Vec::new();
        for synonym in synonyms.iter().map(|one| Regex::new(one).expect("a regular expression")) {
            for line in lines.iter().filter(|line| !self.except.contains(&line.message)) {
                let found = synonym.find(&line.words).map(|found| found.as_str());
                faults.extend(found.map(|found| format!("{}: “{found}”; write “{word}”", line.number)));
            }
        }
        faults
    }
}

/// The lines of a file of messages, without their keys, placeholders and the names of variants.
fn message_lines(text: &str) -> Vec<ReadLine> {
    let key = Regex::new("^([A-Za-z][A-Za-z0-9-]*) = ?").expect("a regular expression");
    let code = Regex::new(r"\{[^}]*\}|^\s*\*?\[[A-Za-z0-9-]+\]|^#.*").expect("a regular expression");
    let mut message = String::new();
    let line = |(at, line): (usize, &str)| {
        if let Some(named) = key.captures(line) {
            named[1].clone_into(&mut message);
        }
        let words = code.replace_all(&key.replace(line, ""), "").into_owned();
        ReadLine { number: at + 1, message: message.clone(), words }
    };
    text.lines().enumerate().map(line).collect()
}

/// The lines of a Markdown file, without code and addresses.
fn markdown_lines(text: &str) -> Vec<ReadLine> {
    let code = Regex::new(r"`[^`]*`|\]\([^)]*\)").expect("a regular expression");
    let mut is_code = false;
    let line = |(at, line): (usize, &str)| {
        is_code ^= line.starts_with("```");
        let words = if is_code { String::new() } else { code.replace_all(line, "").into_owned() };
        ReadLine { number: at + 1, message: String::new(), words }
    };
    text.lines().enumerate().map(line).collect()
}
