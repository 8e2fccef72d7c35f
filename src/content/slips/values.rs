//! Texts that need quotation marks.

use super::Mending;
use super::lines::LineView;
use crate::base::diagnostics::Code;

/// The mendings by which the value on `line` is put between quotation marks.
pub(super) fn mendings(line: &LineView) -> Vec<Mending> {
    let mut found: Vec<Mending> = Vec::new();
    if let Some(start) = value_start(&line.text) {
        found.extend(of_value(line, start, comment_start(&line.text, start)));
    }
    for (start, end) in values_in_braces(&line.text) {
        // What stands there may be two values without a comma between them.
        if [" ja: ", " en: ", " id: "].iter().all(|key| !line.text[start..end].contains(key)) {
            found.extend(of_value(line, start, end).or_else(|| with_reference(line, start, end)));
        }
    }
    found.extend(escapes(line));
    found
}

/// The byte at which the value of the line's key begins.
fn value_start(line: &str) -> Option<usize> {
    let mut at = line.len() - line.trim_start_matches(' ').len();
    while line[at..].starts_with("- ") {
        at += 2 + line[at + 2..].len() - line[at + 2..].trim_start_matches(' ').len();
    }
    let key = line[at..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_' && letter != '-')?;
    if key > 0 && line[at + key..].starts_with(": ") {
        let value = at + key + 2;
        return Some(value + line[value..].len() - line[value..].trim_start_matches(' ').len());
    }
    // An item of a list that is a text by itself.
    (line.trim_start().starts_with("- ") && !line[at..].starts_with(['{', '[', '"', '\''])).then_some(at)
}

/// The end of the value that begins at `start`, before a comment.
fn comment_start(line: &str, start: usize) -> usize {
    let end = line[start..].find(" # ").map_or(line.len(), |at| start + at);
    start + line[start..end].trim_end().len()
}

/// The values of keys in braces on the line, each from its first letter to the comma before the next key or to the brace
/// that ends it.
fn values_in_braces(line: &str) -> Vec<(usize, usize)> {
    let mut keys: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in line.char_indices().filter(|(_, letter)| matches!(letter, '{' | ',')) {
        let after = at + letter.len_utf8();
        let begin = after + line[after..].len() - line[after..].trim_start_matches(' ').len();
        let length = line[begin..].find(|letter: char| !letter.is_ascii_lowercase() && letter != '_').unwrap_or(0);
        if length > 0 && line[begin + length..].starts_with(": ") {
            keys.push((at, begin + length + 2));
        }
    }
    let last = line.rfind('}').unwrap_or(line.len());
    let ends = keys.iter().skip(1).map(|(comma, _)| *comma).chain([last]).collect::<Vec<_>>();
    keys.iter().map(|(_, start)| *start).zip(ends).filter(|(start, end)| start < end).collect()
}

/// The mending of the value `start..end` of the line, if it has to stand between quotation marks.
fn of_value(line: &LineView, start: usize, end: usize) -> Option<Mending> {
    let value = &line.text[start..end];
    let first = value.chars().next()?;
    let within = |range: std::ops::Range<usize>| line.in_text(start + range.start..start + range.end);
    let (code, at) = match first {
        '"' | '\'' => {
            let close = 1 + value[1..].find(first)?;
            // Nothing may follow a text in quotation marks.
            (close + 1 < value.len()).then_some((Code::J0129, within(0..close + 1)))?
        }
        '[' | '{' if is_collection(value) => return None,
        '@' | '`' | '%' | '*' | '&' | '!' | '?' | '|' | '>' | '[' | '{' => (Code::J0128, within(0..first.len_utf8())),
        _ => {
            let colon = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))?;
            (Code::J0127, within(colon..(colon + 2).min(value.len())))
        }
    };
    Some(Mending { code, at, edits: vec![(within(0..value.len()), quoted(value))], is_sure: true })
}

/// The mending of a text in braces with a reference in it: 前項（[](#keys)）.
fn with_reference(line: &LineView, start: usize, end: usize) -> Option<Mending> {
    let value = &line.text[start..end];
    let bracket = value.find('[').filter(|at| *at > 0 && !value.starts_with(['"', '\'', '{']))?;
    let at = line.in_text(start + bracket..start + bracket + 1);
    let is_reference = value[bracket..].contains("](");
    let edits = vec![(line.in_text(start..end), quoted(value))];
    is_reference.then_some(Mending { code: Code::J0128, at, edits, is_sure: true })
}

/// Whether `value`, which begins with a bracket, is likely a list or keys with values, closed or not, and no text.
fn is_collection(value: &str) -> bool {
    let is_closed = value.ends_with([']', '}']);
    let is_open = !value[1..].contains([']', '}']);
    let key = value[1..].trim_start().split(':').next().unwrap_or("");
    let has_key =
        value.starts_with('{') && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_closed || is_open || has_key
}

/// `text` in quotation marks: in double ones where it has none, since these are what people know.
pub(in crate::content) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// Backslashes before letters that have no meaning after one (YAML 1.2.2, 5.7).
fn escapes(line: &LineView) -> Option<Mending> {
    let known = |letter: char| "0abt\tnvfre \"/\\N_LPxuU".contains(letter);
    let mut edits = Vec::new();
    let mut letters = line.text.char_indices();
    let mut first = None;
    while let Some((at, letter)) = letters.next() {
        if letter != '\\' {
            continue;
        }
        let Some((_, next)) = letters.next() else { break };
        if !known(next) {
            first.get_or_insert(at..at + 1 + next.len_utf8());
            edits.push((line.in_text(at..at + 1), "\\\\".to_owned()));
        }
    }
    Some(Mending { code: Code::J0130, at: line.in_text(first?), edits, is_sure: true })
}
