//! Files with what is certain mended: signs of another width, dates in eras, ids as other programs write them, texts that
//! YAML would cut off.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::basics::{is_id, kebab_id};
use super::decode::{meant, parse_date};
use super::edit::{EditPath, YamlEditor};
use super::files::list_content_files;
use super::kinds::file_kind;
use super::schema::plain_number;
use super::shape::Shape;
use super::slips::{Mending, edited_text, quoted, slips_in, slips_in_tree};
use super::yaml::{Value, YamlNode, tree_with_slips};
use crate::base::diagnostics::{Diagnostics, SourceFile};
use crate::base::notation::date_input::parse_written_date;
use crate::base::notation::widths::folded;
use crate::platform::below_root;

/// A file in which something was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendedFile {
    /// Its place on the disk.
    pub path: PathBuf,
    /// The text as it was read.
    pub before: String,
    /// The text with what is certain mended; it has as many lines.
    pub after: String,
}

/// The number of times that a file is gone through. What one mending brings to light the next takes up; no known text
/// needs more than three.
const ROUNDS: usize = 6;

/// Returns the files below the content folder `root` in which something is certain to be wrong, mended. Files that cannot be
/// read are reported and left out.
#[must_use]
pub fn mended_files(root: &Path, findings: &mut Diagnostics) -> Vec<MendedFile> {
    let mut mended = Vec::new();
    for listed in list_content_files(root, findings) {
        let Some(file) = listed.read(findings) else { continue };
        let place = file.parts.join("/");
        let after = mended_text(&place, &file.source.text);
        if after != file.source.text {
            mended.push(MendedFile { path: below_root(root, &place), before: file.source.text.clone(), after });
        }
    }
    mended
}

/// Returns `text`, of the file at `place` below the content folder, with what is certain mended.
#[must_use]
pub fn mended_text(place: &str, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let next = mended_values(place, &mended_signs(&text));
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// `text` with the signs mended that are certain.
fn mended_signs(text: &str) -> String {
    let slips = slips_in(text);
    // What was found after a guess stands in a text that nobody wrote.
    let sure: Vec<Mending> = slips.found.into_iter().take_while(|mending| mending.is_sure).collect();
    let text = with_mendings(text, &sure);
    let file = Arc::new(SourceFile::new("", text.as_str()));
    match tree_with_slips(&file) {
        Some(tree) => with_mendings(&text, &slips_in_tree(&tree)),
        None => text,
    }
}

fn with_mendings(text: &str, mendings: &[Mending]) -> String {
    let mut edits: Vec<_> = mendings.iter().flat_map(|mending| mending.edits.iter().cloned()).collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    edited_text(text, &edits)
}

/// A value that is written otherwise than it has to be.
struct Rewritten {
    path: EditPath,
    /// The value as YAML.
    new: String,
    /// The id that it was, where it is one.
    old_id: Option<String>,
}

/// `text` with the values mended that are certain; as it is where it cannot be read or edited.
fn mended_values(place: &str, text: &str) -> String {
    let file = Arc::new(SourceFile::new("", text));
    let (Some(kind), Some(tree)) = (file_kind(place), tree_with_slips(&file)) else { return text.to_owned() };
    let mut found = Found::default();
    found.look(&tree, &(kind.shape)(), &EditPath::root());
    let Ok(mut editor) = YamlEditor::new(text) else { return text.to_owned() };
    let mut ids = Vec::new();
    for value in found.values {
        // An id that is there already would be one twice.
        if value.old_id.is_some() && text.contains(&format!("id: {}", value.new)) {
            continue;
        }
        // The editor proves each change, and refuses what it cannot prove.
        if editor.set(&value.path, &value.new).is_ok() {
            ids.extend(value.old_id.map(|old| (old, value.new)));
        }
    }
    let text = editor.into_text();
    // References in the same file lead to the same provision as before.
    ids.into_iter().fold(text, |text, (old, new)| text.replace(&format!("(#{old})"), &format!("(#{new})")))
}

/// The values that are written otherwise than they have to be.
#[derive(Default)]
struct Found {
    values: Vec<Rewritten>,
}

impl Found {
    fn look(&mut self, node: &YamlNode, shape: &Shape, path: &EditPath) {
        match (&node.value, shape) {
            (Value::Map(entries), Shape::Record(record) | Shape::OneKey(record)) => {
                for (name, _, value) in entries {
                    if let Some(key) = record.keys.iter().find(|key| key.key == name) {
                        self.look(value, &(key.shape)(), &path.clone().key(name));
                    }
                }
            }
            (Value::Map(entries), Shape::Named(inner)) => {
                for (name, _, value) in entries {
                    self.look(value, inner, &path.clone().key(name));
                }
            }
            (Value::List(list), Shape::List(inner)) => {
                for (at, value) in list.iter().enumerate() {
                    self.look(value, inner, &path.clone().index(at));
                }
            }
            (Value::Scalar(value), shape) => {
                if let Some(new) = rewritten(node, value, shape) {
                    let old_id = matches!(shape, Shape::Id | Shape::RequirementId).then(|| value.clone());
                    self.values.push(Rewritten { path: path.clone(), new, old_id });
                }
            }
            (Value::Null | Value::List(_) | Value::Map(_), _) => {}
        }
    }
}

/// Returns how `value` has to be written where it must be what `shape` says; `None` where it is, or where nobody can tell.
fn rewritten(node: &YamlNode, value: &str, shape: &Shape) -> Option<String> {
    let new = match shape {
        Shape::Date if parse_date(value).is_none() => parse_written_date(value).ok()?.to_string(),
        Shape::Id if !is_id(value) => kebab_id(value)?,
        Shape::RequirementId if !value.split('.').all(is_id) => {
            let parts: Option<Vec<String>> = value.split(['.', '．', '。']).map(kebab_id).collect();
            parts?.join(".")
        }
        Shape::Count => meant(node, "count").filter(|count| count != value)?,
        Shape::Boolean => meant(node, "boolean").filter(|word| word != value)?,
        Shape::Number => plain_number(value)?,
        Shape::Keyword(keyword) => {
            let plain = folded(value).to_lowercase();
            let is_word = |word: &str| keyword.words.iter().any(|(known, _)| *known == word);
            (!is_word(value) && is_word(&plain)).then_some(plain)?
        }
        Shape::Text => with_plain_dates(value)?,
        Shape::Date
        | Shape::Id
        | Shape::RequirementId
        | Shape::Style
        | Shape::List(_)
        | Shape::Named(_)
        | Shape::Either(_)
        | Shape::Record(_)
        | Shape::OneKey(_) => return None,
    };
    (new != value).then_some(new)
}

/// `text` with the days of its references as they have to be written, quoted as YAML; `None` where they are.
fn with_plain_dates(text: &str) -> Option<String> {
    const BEGIN: &str = "](date:";
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(BEGIN) {
        let (before, date) = rest.split_at(at + BEGIN.len());
        let end = date.find(')')?;
        out.push_str(before);
        let day = parse_date(&date[..end]).or_else(|| parse_written_date(&date[..end]).ok());
        out.push_str(&day.map_or_else(|| date[..end].to_owned(), |day| day.to_string()));
        rest = &date[end..];
    }
    out.push_str(rest);
    (out != text && !out.contains('\n')).then(|| quoted(&out))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &str = "regions/midori/policy.yaml";

    #[test]
    fn what_is_certain_is_mended_and_nothing_else() {
        let text = "title：{ja： 規程, en: Rules}  # 題名\nstanding: Ｏｆｆｉｃｉａｌ\nenacted: 令和6年4月1日\namended: [R6.5.1, 2024/6/1]\nbody:\n  - id: Key_Desk # 鍵\n　　ja: 鍵を無くした #ときは、申し出る。\n    en: Note: see [](#Key_Desk), in force [](date:R6.4.1).\n";
        let mended = "title: {ja: 規程, en: Rules}  # 題名\nstanding: official\nenacted: 2024-04-01\namended: [2024-05-01, 2024-06-01]\nbody:\n  - id: key-desk # 鍵\n    ja: \"鍵を無くした #ときは、申し出る。\"\n    en: \"Note: see [](#key-desk), in force [](date:2024-04-01).\"\n";
        assert_eq!(mended_text(PLACE, text), mended);
        // Never twice.
        assert_eq!(mended_text(PLACE, mended), mended);
    }

    #[test]
    fn a_key_stands_where_the_line_above_wants_it() {
        let body = |first: &str, second: &str| {
            format!(
                "body:\n  - id: keys\n{first}caption: {{ja: 鍵, en: Keys}}\n{second}ja: 鍵は窓口で渡す。\n  - {{id: lost, ja: 申し出る。}}\n"
            )
        };
        let mended = body("    ", "    ");
        for (first, second) in [("\t", "\t"), ("    ", "\t"), ("　　　　", "    "), ("　　", "　　"), ("\t\t", "    ")]
        {
            assert_eq!(mended_text(PLACE, &body(first, second)), mended, "{first:?} {second:?}");
        }
        assert_eq!(mended_text(PLACE, "title:\n\tja: 規程\n\ten: Rules\n"), "title:\n  ja: 規程\n  en: Rules\n");
    }

    #[test]
    fn words_before_a_colon_in_a_text_are_no_keys() {
        for sign in ["ja: >-", "ja: |", "ja:"] {
            let text = format!(
                "body:\n  - id: place\n    {sign}\n      連絡先は、次のとおり。\n      e-mail：info@example.jp\n      tel：0120\n"
            );
            assert_eq!(mended_text(PLACE, &text), text);
        }
        let below = "body:\n  - id: place\n    ja: >-\n      次のとおり。\n      id：番号\n";
        assert_eq!(mended_text(PLACE, below), below);
        let braces = "body:\n  - {id: lost, ja: 鍵（[](#keys)）を無くした者。, en: Whoever.}\n";
        let quoted = "body:\n  - {id: lost, ja: \"鍵（[](#keys)）を無くした者。\", en: Whoever.}\n";
        assert_eq!(mended_text(PLACE, braces), quoted);
        let swallowed = "body:\n  - id: place\n    ja: 窓口に置く。\n      items：\n";
        assert_ne!(mended_text(PLACE, swallowed), swallowed);
    }

    #[test]
    fn guesses_are_left_to_a_person() {
        for text in [
            "title: {ja: 規程, en: Rules\nstanding: official\n",
            "title: \"規程\nstanding: official\n",
            "a: b\n c: d\n",
        ] {
            assert_eq!(mended_text(PLACE, text), text);
        }
    }
}
