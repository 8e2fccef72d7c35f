//! What the words of a provision show of how firmly it binds and of which side of a number it leaves open.

use crate::base::locale::Lang;
use crate::base::markup::to_plain;
use crate::content::Modality;
use crate::corpus::{Document, Provision, Test, Text};

/// Words by which an item binds by itself, whatever leads into it. An ending such as する or こと is none: the sentence above
/// governs it (content/README.md).
const BINDING_WORDS: [&str; 6] = ["なければならない", "てはならない", "ねばならない", "禁止", "厳禁", "義務"];

/// The endings of sentences that bind less than an obligation (the table of content/README.md), without what stands behind a verb.
const SOFTER: [(&str, Modality); 16] = [
    ("努める", Modality::Should),
    ("努め", Modality::Should),
    ("努力する", Modality::Should),
    ("望ましい", Modality::Should),
    ("望まれる", Modality::Should),
    ("推奨する", Modality::Should),
    ("推奨される", Modality::Should),
    ("勧める", Modality::Should),
    ("留意する", Modality::Should),
    ("検討する", Modality::Consider),
    // できる alone tells what somebody or something is able to do.
    ("ことができる", Modality::May),
    ("差し支えない", Modality::May),
    ("妨げない", Modality::May),
    ("任意とする", Modality::May),
    ("要しない", Modality::May),
    ("必要はない", Modality::May),
];

/// What may stand behind such a verb and changes nothing (努めなければならない is an effort).
const BEHIND: [&str; 6] = ["なければならない", "ものとする", "こととする", "ものである", "こと", "もの"];

/// The words with which sentences begin that limit or add to the one before.
const PROVISOS: [&str; 4] = ["ただし", "なお", "この場合", "また"];

/// The words by which a permission limits and so binds (14日以内に限り持ち帰ることができる).
const LIMITS: [&str; 3] = ["限", "以内", "のみ"];

/// Returns how firmly the Japanese `text` binds, and the words that say so, where each of its sentences ends with words that are less than
/// an obligation; provisos do not count.
///
/// ```
/// use junsoku::conformance::force_in_words;
/// use junsoku::content::Modality;
///
/// assert_eq!(force_in_words("鍵を掛けるよう努めるものとする。"), Some((Modality::Should, "努める")));
/// assert_eq!(force_in_words("鍵を掛ける。ただし、昼間は開けておくことができる。"), None);
/// ```
#[must_use]
pub fn force_in_words(text: &str) -> Option<(Modality, &'static str)> {
    let sentences = text.split(['。', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty());
    let mut main = sentences.filter(|sentence| !PROVISOS.iter().any(|begin| sentence.starts_with(begin)));
    let first = softer(main.next()?)?;
    // One sentence that binds is enough.
    main.all(|sentence| softer(sentence).is_some()).then_some(first)
}

fn softer(sentence: &str) -> Option<(Modality, &'static str)> {
    let plain = sentence.trim_end_matches(['：', ':', '、']);
    let verb = BEHIND.iter().find_map(|behind| plain.strip_suffix(behind)).unwrap_or(plain);
    let is_meant = |force: Modality| force != Modality::May || !LIMITS.iter().any(|word| sentence.contains(word));
    let mut ends = SOFTER.iter().filter(|(ending, _)| verb.ends_with(ending) || plain.ends_with(ending));
    ends.find(|(_, force)| is_meant(*force)).map(|(ending, force)| (*force, *ending))
}

/// Whether the provision binds by words of its own.
#[must_use]
pub fn binds_in_words(provision: &Provision) -> bool {
    let text = provision.text.as_ref().map_or_else(String::new, |text| to_plain(text.get(Lang::Ja)));
    BINDING_WORDS.iter().any(|words| text.contains(words))
}

/// A text by whose words a provision binds less than an obligation: its own, or one that leads into it.
#[derive(Debug, Clone, Copy)]
pub struct SofterText<'a> {
    /// The provision of the text.
    pub provision: &'a Provision,
    /// The text.
    pub text: &'a Text,
    /// The binding force that its words show.
    pub force: Modality,
    /// These words.
    pub words: &'static str,
}

/// Returns the texts by which the provision `anchor` binds less than an obligation, its own first. What binds by its own words does so
/// whatever leads into it.
#[must_use]
pub fn softer_texts<'a>(document: &'a Document, anchor: &str) -> Vec<SofterText<'a>> {
    let mut found = Vec::new();
    for provision in document.read_with(anchor) {
        let Some(text) = &provision.text else { continue };
        match force_in_words(&to_plain(text.get(Lang::Ja))) {
            Some((force, words)) => found.push(SofterText { provision, text, force, words }),
            None if binds_in_words(provision) => break,
            None => {}
        }
    }
    found
}

/// The words behind a number that leave open what is less, and what is more.
const DOWNWARDS: [&str; 4] = ["以下", "未満", "以内", "まで"];
const UPWARDS: [&str; 3] = ["以上", "を超え", "より長"];

/// Returns the words behind a number and its counter, which `after` begins with, by which the text leaves open just the other side than
/// `test` asks: 13文字以下 where 13 or more are asked. None in a sentence that forbids (13文字未満のものを用いない).
#[must_use]
pub fn contrary_bound(after: &str, test: &Test) -> Option<&'static str> {
    let words: &[&'static str] = match test {
        Test::AtLeast(_) => &DOWNWARDS,
        Test::AtMost(_) => &UPWARDS,
        Test::IncludesAll(_) | Test::OneOf(_) => &[],
    };
    let sentence = after.split('。').next().unwrap_or("");
    let forbids = ["ない", "禁", "避け"].iter().any(|word| sentence.contains(word));
    words
        .iter()
        .find(|word| after.starts_with(**word))
        .copied()
        .filter(|_| !forbids || sentence.contains("なければならない"))
}
