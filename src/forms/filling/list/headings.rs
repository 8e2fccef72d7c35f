//! Headings of lists as people write them, and the fields that they mean.
//!
//! The words stand in `headings.json`; the page gets the same ones and reads headings by the same steps
//! (`assets/form/headings.js`). `tests/cases/headings.jsonl` holds both to them.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::super::sheet::{AskedBlock, AskedField, AskedSheet};
use crate::base::notation::widths::folded;
use crate::content::FieldType;

/// The words by which headings are known, and those of rows below them that are no values.
#[derive(Debug, Default, Deserialize, Serialize)]
pub struct HeadingRules {
    /// What is written at the end of a heading and names nothing: 氏名※.
    marks: Vec<String>,
    groups: Vec<HeadingGroup>,
    joined: Vec<JoinedHeadings>,
    /// What a row begins with that sums up others, or ends the list.
    pub(super) sums: Vec<String>,
    /// What stands behind a number of people.
    pub(super) counters: Vec<String>,
    /// Signs that say that a cell has the value of the one above it.
    pub(super) dittos: Vec<String>,
    /// Words that say so, or that somebody lives where another person does.
    pub(super) same: Vec<String>,
}

/// Headings that mean the same.
#[derive(Debug, Deserialize, Serialize)]
struct HeadingGroup {
    /// The kind of field that they mean whatever its label; empty for none.
    kind: String,
    heads: Vec<String>,
}

/// Two headings side by side whose cells together are one value: 姓 and 名.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct JoinedHeadings {
    parts: [String; 2],
    pub(super) whole: String,
}

/// Returns the words by which headings are known, here and on the page.
#[must_use]
pub fn heading_rules() -> &'static HeadingRules {
    static RULES: LazyLock<HeadingRules> = LazyLock::new(|| {
        // The file is part of the program, and a test reads it.
        serde_json::from_str(include_str!("headings.json")).unwrap_or_default()
    });
    &RULES
}

/// How sure it is that a heading means a field, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingSign {
    /// A word that people write for it.
    Synonym,
    /// Its label without what stands in brackets.
    LabelInShort,
    /// Its label, or the block's caption and its label.
    Label,
    /// Its path.
    Path,
}

/// A field that a heading may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingMatch {
    /// The path, of a table's column without a number of a line: `users.name`.
    pub path: String,
    /// How sure it is.
    pub sign: HeadingSign,
}

/// `heading` as it is compared: in narrow small letters without white space and marks at its ends.
pub(super) fn plain_heading(heading: &str) -> String {
    let mut plain = folded(heading).to_lowercase();
    let marks = &heading_rules().marks;
    // Marks may follow each other: 氏名（必須）※.
    while let Some(mark) = marks.iter().find(|mark| plain.len() > mark.len() && plain.ends_with(mark.as_str())) {
        plain.truncate(plain.len() - mark.len());
    }
    while let Some(mark) = marks.iter().find(|mark| plain.len() > mark.len() && plain.starts_with(mark.as_str())) {
        plain.drain(..mark.len());
    }
    plain
}

/// `plain` without what stands in brackets at its end: 氏名 of 氏名（漢字）.
fn in_short(plain: &str) -> Option<&str> {
    let short = plain.strip_suffix(')')?.rsplit_once('(')?.0;
    (!short.is_empty()).then_some(short)
}

/// What stands in brackets at the end of `plain`.
fn in_brackets(plain: &str) -> Option<&str> {
    Some(plain.strip_suffix(')')?.rsplit_once('(')?.1)
}

/// Whether `heading` is a word for the name of a person.
pub(super) fn is_persons_name(heading: &str) -> bool {
    let plain = plain_heading(heading);
    let has = |group: &HeadingGroup, word: &str| group.heads.iter().any(|head| head == word);
    let mut groups = heading_rules().groups.iter().filter(|group| has(group, "氏名"));
    groups.any(|group| has(group, &plain) || in_short(&plain).is_some_and(|short| has(group, short)))
}

/// Whether `heading` is a word for the reading of a name.
fn is_reading(heading: &str) -> bool {
    let plain = plain_heading(heading);
    let words = [Some(plain.as_str()), in_short(&plain), in_brackets(&plain)];
    let mut groups = heading_rules().groups.iter().filter(|group| group.kind == FieldType::Furigana.word());
    groups.any(|group| words.iter().flatten().any(|word| group.heads.iter().any(|head| head == word)))
}

/// Whether `heading` may stand above the parts of a name, and says which value they are together: フリガナ above 姓 and 名.
pub(super) fn is_whole_name(heading: &str) -> bool {
    is_persons_name(heading) || is_reading(heading)
}

/// Whether the two headings side by side are the parts of one value; returns the heading of the whole.
pub(super) fn joined(first: &str, second: &str) -> Option<&'static JoinedHeadings> {
    let (first, second) = (plain_heading(first), plain_heading(second));
    heading_rules().joined.iter().find(|joined| joined.parts[0] == first && joined.parts[1] == second)
}

/// Returns the fields of `sheet` that `heading` may mean, those of the surest sign only.
#[must_use]
pub fn heading_matches(sheet: &AskedSheet, heading: &str) -> Vec<HeadingMatch> {
    let written = heading.trim();
    // The last bracket: a label may hold one itself.
    let path = written.rsplit_once(" [").and_then(|(_, rest)| rest.strip_suffix(']')).unwrap_or(written);
    if let Some(path) = known_path(sheet, path) {
        return vec![HeadingMatch { path, sign: HeadingSign::Path }];
    }
    let plain = plain_heading(written);
    if plain.is_empty() {
        return Vec::new();
    }
    let all = sheet.blocks.iter().flat_map(|block| block.fields.iter().map(move |field| (block, field)));
    let found: Vec<HeadingMatch> = all
        .filter_map(|(block, field)| {
            let sign = sign_of(&plain, block, field)?;
            Some(HeadingMatch { path: format!("{}.{}", block.id, field.id), sign })
        })
        .collect();
    let best = found.iter().map(|found| found.sign).max();
    found.into_iter().filter(|found| Some(found.sign) == best).collect()
}

/// `path` if the form has such a place: as data name it, or without the number of a line.
fn known_path(sheet: &AskedSheet, path: &str) -> Option<String> {
    let without_line = || {
        let (block, field) = path.split_once('.')?;
        sheet.block(block)?.field(field)
    };
    (sheet.at(path).is_some() || without_line().is_some()).then(|| path.to_owned())
}

/// The sign by which the heading `plain` means `field` of `block`, if it does.
fn sign_of(plain: &str, block: &AskedBlock, field: &AskedField) -> Option<HeadingSign> {
    let labels: Vec<String> = field.heads.iter().map(|label| plain_heading(label)).collect();
    let captions: Vec<String> = block.heads.iter().map(|caption| plain_heading(caption)).collect();
    let with_caption = |label: &String| captions.iter().any(|caption| plain == format!("{caption}{label}"));
    if labels.iter().any(|label| plain == label || with_caption(label)) {
        return Some(HeadingSign::Label);
    }
    let short = in_short(plain).unwrap_or(plain);
    // 氏名（カナ） asks for the reading, whatever stands before the bracket.
    let other_kind = in_brackets(plain).is_some_and(|inner| {
        let of = |group: &HeadingGroup| !group.kind.is_empty() && group.heads.iter().any(|head| head == inner);
        heading_rules().groups.iter().any(|group| of(group) && group.kind != field.kind.word())
    });
    if !other_kind && labels.iter().any(|label| in_short(label).unwrap_or(label) == short) {
        return Some(HeadingSign::LabelInShort);
    }
    let written = [Some(plain), Some(short), in_brackets(plain)];
    let labelled = |heads: &[String]| {
        let is_head = |word: &str| heads.iter().any(|head| head == word);
        labels.iter().any(|label| is_head(label) || in_short(label).is_some_and(is_head))
    };
    let means = |group: &HeadingGroup| {
        let named = |word: &&str| group.heads.iter().any(|head| head == word);
        // What the brackets hold counts only for kinds: 氏名（カナ） is a reading, 職種（住所） is no address.
        let of_kind = group.kind == field.kind.word();
        let words = if of_kind { &written[..] } else { &written[..2] };
        let of_other_kind = other_kind && !of_kind;
        !of_other_kind
            && words.iter().flatten().any(named)
            && (of_kind || (group.kind.is_empty() && labelled(&group.heads)))
    };
    heading_rules().groups.iter().any(means).then_some(HeadingSign::Synonym)
}
