//! Slips that YAML takes without a word: a key becomes part of a sentence or of another key.

use std::ops::Range;

use super::lines::LineView;
use super::{LONGEST_LINE, MOST_SLIPS, Mending, is_any_space, quoted, signs};
use crate::base::diagnostics::{Code, Place};
use crate::content::yaml::{Value, YamlNode};

/// Returns the slips in a tree that was read.
pub(in crate::content) fn slips_in_tree(root: &YamlNode) -> Vec<Mending> {
    let mut found = Vec::new();
    look(root, &mut found);
    found
}

fn look(node: &YamlNode, found: &mut Vec<Mending>) {
    if found.len() >= MOST_SLIPS {
        return;
    }
    match &node.value {
        Value::Null => {}
        Value::Scalar(value) => {
            found.extend(cut_off(&node.place, value));
            found.extend(swallowed_lines(&node.place));
        }
        Value::List(list) => list.iter().for_each(|node| look(node, found)),
        Value::Map(entries) => {
            for (key, place, value) in entries {
                match in_key(key, place, matches!(value.value, Value::Null)) {
                    Some(slip) => found.push(slip),
                    None => look(value, found),
                }
            }
        }
    }
}

/// Whether the letters at `place` are a text without quotation marks, and not lines below `>-` or `|`, in which there are no keys.
fn is_plain(place: &Place) -> bool {
    !place.text().is_empty() && !place.text().starts_with(['"', '\'', '|', '>', '{', '[']) && !is_below_sign(place)
}

/// Whether the line above `place` ends with the sign of a text of several lines (YAML 1.2.2, 8.1.1).
fn is_below_sign(place: &Place) -> bool {
    let before = &place.file.text[..place.span.start];
    let above = before.trim_end();
    let line = above.rsplit('\n').next().unwrap_or("").split(" #").next().unwrap_or("").trim_end();
    let sign = line.trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-'));
    before[above.len()..].contains('\n') && (sign.ends_with(" |") || sign.ends_with(" >"))
}

/// A text that ends where a `#` follows a blank (YAML 1.2.2, 6.6). A comment begins with a blank or stands on a line of its
/// own; what does not may have been text. A word by itself, such as an id, loses nothing.
fn cut_off(place: &Place, value: &str) -> Option<Mending> {
    let is_sentence = value.contains(' ') || !value.is_ascii();
    if !is_plain(place) || place.text().contains('\n') || !is_sentence {
        return None;
    }
    let rest = place.file.text.get(place.span.end..)?;
    let line = rest.split(['\n', '\r']).next()?.trim_end();
    let comment = line.trim_start().strip_prefix('#').filter(|_| line.starts_with([' ', '\t']))?;
    if !comment.starts_with(|letter: char| !letter.is_whitespace() && letter != '#' && letter != '!') {
        return None;
    }
    let sign = place.span.end + line.find('#')?;
    let range = place.span.start..place.span.end + line.len();
    let whole = quoted(&place.file.text[range.clone()]);
    Some(Mending { code: Code::J0139, at: sign..range.end, edits: vec![(range, whole)], is_sure: true })
}

/// Lines below the first of a plain text that begin like keys.
fn swallowed_lines(place: &Place) -> Vec<Mending> {
    let text = &place.file.text;
    // The letters of an alias stand elsewhere, and are looked at there.
    if !is_plain(place) || !place.text().contains('\n') {
        return Vec::new();
    }
    let starts = place.text().match_indices('\n').map(|(at, _)| place.span.start + at + 1);
    let lines = starts.map(|start| LineView::at(text, start)).filter(|line| line.text.len() <= LONGEST_LINE);
    lines.filter_map(|line| signs::swallowed_head(&line)).take(MOST_SLIPS).collect()
}

/// A sign of another width in a key, or no blank after its colon.
fn in_key(key: &str, place: &Place, is_alone: bool) -> Option<Mending> {
    let written = place.text();
    if !is_plain(place) {
        return None;
    }
    let change = |code, range: Range<usize>, new: &str| {
        let range = place.span.start + range.start..place.span.start + range.end;
        let first = place.file.text[range.clone()].chars().next().map_or(0, char::len_utf8);
        let at = range.start..range.start + first;
        Some(Mending { code, at, edits: vec![(range, new.to_owned())], is_sure: true })
    };
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let wide = key.len() - key.trim_start_matches(is_any_space).len();
    if wide > 0 && key.starts_with('\u{3000}') {
        // After a comma it was meant to be the blank that stands there.
        let blank = if place.file.text[..place.span.start].ends_with(',') { " " } else { "" };
        return change(Code::J0121, 0..wide, blank);
    }
    let trimmed = written.trim_end_matches('\u{3000}').len();
    if trimmed < written.len() && is_name(&written[..trimmed]) {
        return change(Code::J0121, trimmed..written.len(), "");
    }
    // `{ja：みどり町}` and `{ja:みどり町}` are keys without a value.
    if let Some((name, rest)) =
        written.split_once('：').filter(|(name, _)| is_name(name.trim_end_matches(is_any_space)))
    {
        let blanks = rest.len() - rest.trim_start_matches(is_any_space).len();
        return change(Code::J0120, name.len()..name.len() + '：'.len_utf8() + blanks, ": ");
    }
    let (name, rest) = written.split_once(':')?;
    (is_alone && is_name(name) && !rest.is_empty() && !rest.starts_with('/'))
        .then(|| change(Code::J0123, name.len()..name.len() + 1, ": "))?
}
