//! Ids, words in both languages, standings: what all kinds of content are made of.

use super::declare::{keyword, record};
use super::decode::{Decode, Text};
use super::shape::{Shape, Shaped};
use super::value::{Encode, YamlValue};
use super::yaml::YamlNode;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::notation::widths::folded;
use crate::platform::file_name_fault;

/// An id: lower-case ASCII letters, digits and hyphens, beginning with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id(pub Text);

impl Id {
    /// The id itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.value
    }
}

/// Whether `text` may serve as an id, a file name and an anchor.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Returns the id that `text` was likely meant to be: `Staff_Pledge` is `staff-pledge`; `None` where nothing of it could be
/// one.
#[must_use]
pub(super) fn kebab_id(text: &str) -> Option<String> {
    let mut id = String::new();
    let mut was_small = false;
    for letter in folded(text.trim()).chars() {
        let is_capital = letter.is_ascii_uppercase();
        // `StaffPledge` is two words.
        if is_capital && was_small {
            id.push('-');
        }
        was_small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        match letter.to_ascii_lowercase() {
            letter if letter.is_ascii_alphanumeric() => id.push(letter),
            '_' | '.' | '-' | '/' | '‐' | '–' | '—' | 'ー' if !id.ends_with('-') => id.push('-'),
            '_' | '.' | '-' | '/' | '‐' | '–' | '—' | 'ー' | '"' | '“' | '”' => {}
            _ => return None,
        }
    }
    Some(id.trim_matches('-').to_owned()).filter(|id| is_id(id))
}

/// The finding for `id`, which cannot be one, with that which was likely meant.
pub(super) fn malformed_id(id: &Text, meant: Option<String>) -> Diagnostic {
    let finding = Diagnostic::new(Code::J0108).at(&id.place).arg("id", &id.value);
    match meant {
        Some(near) => finding.arg("near", near).hint_id("write-so"),
        None => finding,
    }
}

/// The finding for a name that some system cannot hold as that of a file, without a place; nothing where all can.
#[must_use]
pub fn unheld_name(name: &str) -> Option<Diagnostic> {
    let fault = file_name_fault(name)?;
    Some(Diagnostic::new(Code::J0116).arg("name", name).arg("kind", fault.word()))
}

impl Decode for Id {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        // `aux` is written as an id has to be and is no name of a file on Windows
        // (tests/cases/diagnostics/J0116-device.txt).
        if let Some(unheld) = unheld_name(&text.value).filter(|_| is_id(&text.value)) {
            findings.push(unheld.at(&text.place));
            return None;
        }
        if is_id(&text.value) {
            return Some(Self(text));
        }
        findings.push(malformed_id(&text, kebab_id(&text.value)));
        None
    }
}

impl From<&str> for Id {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl From<String> for Id {
    fn from(id: String) -> Self {
        Self(id.into())
    }
}

impl Encode for Id {
    fn encode(&self) -> Option<YamlValue> {
        self.0.encode()
    }
}

impl Shaped for Id {
    fn shape() -> Shape {
        Shape::Id
    }
}

record! {
    /// The same words in both languages.
    pub struct Bilingual (Words) => "日本語と英語の同じ言葉" {
        /// Japanese.
        ja: Text => "日本語",
        /// English; its absence is a warning of the check.
        en: Option<Text> => "英語。ないときは警告となる",
    }
}

keyword! {
    /// The standing of a text: the issuer's own, or a restatement.
    pub enum Standing => "発行者自身の文章かどうか" {
        /// The facts are the issuer's, the wording is not; not the official text.
        Restated = "restated" => "事実は発行者のもの、文章はこのサイトのもの。正式な文章ではない",
        /// The issuer's own text.
        Official = "official" => "発行者自身の文章",
        /// Unfinished, or not yet confirmed by its issuer; published with a notice and left out of tables of regions.
        Draft = "draft" => "下書き。作成中又は発行者の確認前の文章。断りを付けて公開され、地域の一覧には入らない",
    }
}
