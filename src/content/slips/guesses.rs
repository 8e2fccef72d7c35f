//! Mendings that are likely and not sure: another might have been meant.

use super::Mending;
use super::lines::LineView;
use crate::base::diagnostics::Code;

/// The mendings of what is missing on `line`, or of its indentation.
pub(super) fn mendings(text: &str, line: &LineView) -> Vec<Mending> {
    let mut found = commas(line);
    found.extend(bracket_mendings(line));
    found.extend(quote(line));
    found.extend(indents(text, line));
    found
}

fn guess(code: Code, line: &LineView, at: std::ops::Range<usize>, edit: (std::ops::Range<usize>, String)) -> Mending {
    Mending { code, at: line.in_text(at), edits: vec![(line.in_text(edit.0), edit.1)], is_sure: false }
}

/// A comma before a key in braces.
fn commas(line: &LineView) -> Vec<Mending> {
    let l = line.text.as_str();
    if !l.contains('{') {
        return Vec::new();
    }
    let is_key = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let mut found = Vec::new();
    for (colon, _) in l.match_indices(": ") {
        let before = &l[..colon];
        let Some(blank) = before.rfind(' ') else { continue };
        let ended = before[..blank].trim_end_matches(' ');
        if is_key(&before[blank + 1..]) && !ended.ends_with([',', '{', '-']) && !ended.is_empty() {
            let edit = (ended.len()..ended.len(), ",".to_owned());
            found.push(guess(Code::J0131, line, blank + 1..colon, edit));
        }
    }
    found
}

/// A bracket that does not close on the line, and one that closes nothing.
fn bracket_mendings(line: &LineView) -> Vec<Mending> {
    let l = line.text.as_str();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote = None;
    for (at, letter) in l.char_indices() {
        match (quote, letter) {
            (Some(mark), _) if mark == letter => quote = None,
            (None, '"' | '\'') if l[..at].ends_with([' ', '[', '{', ',']) => quote = Some(letter),
            (None, '{' | '[') => open.push((at, letter)),
            (None, '}' | ']') => {
                let pair = if letter == '}' { '{' } else { '[' };
                if open.last().is_some_and(|(_, letter)| *letter == pair) {
                    open.pop();
                } else {
                    return vec![guess(Code::J0132, line, at..at + 1, (at..at + 1, String::new()))];
                }
            }
            (Some(_) | None, _) => {}
        }
    }
    let Some((at, _)) = open.first() else { return Vec::new() };
    let closing: String = open.iter().rev().map(|(_, letter)| if *letter == '{' { '}' } else { ']' }).collect();
    let end = l.trim_end().trim_end_matches(',').len();
    vec![guess(Code::J0132, line, *at..at + 1, (end..end, closing))]
}

/// A quotation mark that does not close on the line.
fn quote(line: &LineView) -> Vec<Mending> {
    let l = line.text.as_str();
    let mut found = Vec::new();
    for mark in ['"', '\''] {
        if l.matches(mark).count() % 2 == 0 {
            continue;
        }
        let Some(at) = l.find(mark) else { continue };
        let end = l.trim_end().len();
        // In braces the text may end before the next key or before the brace.
        let comma = l[at + 1..].find(", ").map(|found| at + 1 + found);
        let brace = l[at + 1..].rfind('}').map(|found| at + 1 + found);
        for end in [comma, brace, Some(end)].into_iter().flatten() {
            found.push(guess(Code::J0133, line, at..at + 1, (end..end, mark.to_string())));
        }
    }
    found
}

/// Another indentation of the line.
fn indents(text: &str, line: &LineView) -> Vec<Mending> {
    let own = line.indentation().len();
    if line.text.len() == own {
        return Vec::new();
    }
    let first = line.text[own..].chars().next().map_or(0, char::len_utf8);
    let likely = line.likely_indents(text).into_iter().filter(|width| *width != own);
    likely.map(|width| guess(Code::J0134, line, own..own + first, (0..own, " ".repeat(width)))).collect()
}
