//! Signs of another width, and blanks that are none for YAML.

use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use super::lines::LineView;
use super::{Mending, edited_text, values};
use crate::base::diagnostics::Code;

/// The marks that people type where a list wants `-`.
const DASHES: &str = "－−ー–—・";

/// The blanks, marks of lists and the key with which a line begins, before its colon.
const HEAD: &str = r"^[ \t　]*(?:[-－−ー–—・][ \t　]*)*[A-Za-z_][A-Za-z0-9_-]*";

fn pattern(pattern: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "a test below compiles every pattern")]
    Regex::new(pattern).expect("a pattern of our own")
}

macro_rules! patterns {
    ($($name:ident: $pattern:expr;)*) => { $(static $name: LazyLock<Regex> = LazyLock::new(|| pattern(&$pattern));)* };
}

patterns! {
    COLON: format!("{HEAD}[ 　]*(：[ 　]*)");
    COLON_IN_BRACES: r"[{,，、｛][ 　]*[a-z_]+[ 　]*(：[ 　]*)";
    AFTER_DASH: r"^[ \t　]*-((?:[ \t]*　)[ \t　]*)";
    AFTER_COLON: format!("{HEAD}:((?:[ \t]*　)[ \t　]*)");
    NO_SPACE: format!("{HEAD}(:)[^ \t　/：]");
    NO_SPACE_IN_BRACES: r"[{,][ ]*[a-z_]+(:)[^ \t　/：,}\]]";
    DASH: format!("^[ \t　]*([{DASHES}][ 　]*)[A-Za-z_{{\"]");
    BARE_DASH: r"^[ \t　]*(-)[A-Za-z_]+[:：]";
    COMMA: r"([、，][ 　]*)[a-z_]+[:：]";
    QUOTED: r"(?:: ?|[-,{\[] ?|：)([“”„＂])[^“”„＂\n]*([“”„＂])";
}

/// The mendings of what stands on `line`, of which each may be tried alone; those that put texts into quotes come last.
pub(super) fn mendings(text: &str, line: &LineView) -> Vec<Mending> {
    let mut found = indentation(text, line);
    let l = line.text.as_str();
    let mut every = |regex: &Regex, code: Code, new: fn(&str) -> &'static str| {
        for captures in regex.captures_iter(l) {
            let Some(group) = captures.get(1) else { continue };
            let first = group.as_str().chars().next().map_or(0, char::len_utf8);
            let range = line.in_text(group.range());
            let at = range.start..range.start + first;
            let new = new(&l[group.end()..]).to_owned();
            found.push(Mending { code, at, edits: vec![(range, new)], is_sure: true });
        }
    };
    // A colon at the end of a line needs no blank after it.
    let colon = |rest: &str| if rest.is_empty() { ":" } else { ": " };
    every(&COLON, Code::J0120, colon);
    every(&COLON_IN_BRACES, Code::J0120, colon);
    every(&AFTER_DASH, Code::J0121, |_| " ");
    every(&AFTER_COLON, Code::J0121, |rest| if rest.is_empty() { "" } else { " " });
    every(&NO_SPACE, Code::J0123, |_| ": ");
    every(&NO_SPACE_IN_BRACES, Code::J0123, |_| ": ");
    every(&DASH, Code::J0124, |_| "- ");
    every(&BARE_DASH, Code::J0124, |_| "- ");
    every(&COMMA, Code::J0125, |_| ", ");
    let quoted: Vec<Mending> = found.iter().filter_map(|mending| with_quotes(line, mending)).collect();
    found.extend(quoted);
    found.extend(wide_brackets(line));
    found.extend(QUOTED.captures_iter(l).filter_map(|captures| plain_quotes(line, &captures)));
    found.extend(values::mendings(line));
    found
}

/// `mending` of a colon, with the text after it in quotation marks where it needs some.
fn with_quotes(line: &LineView, mending: &Mending) -> Option<Mending> {
    let [(range, new)] = mending.edits.as_slice() else { return None };
    if !new.starts_with(':') {
        return None;
    }
    let (start, end) = (range.start - line.start, range.end - line.start);
    let mended = LineView { start: line.start, text: format!("{}{new}{}", &line.text[..start], &line.text[end..]) };
    let value = values::mendings(&mended).into_iter().next()?;
    let edits: Vec<_> = value
        .edits
        .iter()
        .map(|(range, new)| (range.start - line.start..range.end - line.start, new.clone()))
        .collect();
    let whole = edited_text(&mended.text, &edits);
    let tail = whole.get(start..)?.to_owned();
    Some(Mending { edits: vec![(line.in_text(start..line.text.len()), tail)], ..mending.clone() })
}

/// Blanks before the first letter that are not spaces, in the ways in which they may be meant: where the line above wants a key, as wide
/// as they look, or as the lines around it are indented.
fn indentation(text: &str, line: &LineView) -> Vec<Mending> {
    let blanks = line.indentation();
    let Some((at, wrong)) = blanks.char_indices().find(|(_, letter)| *letter != ' ') else { return Vec::new() };
    let code = if wrong == '\t' { Code::J0122 } else { Code::J0121 };
    let looks = blanks.chars().map(|letter| if letter == ' ' { 1 } else { 2 }).sum();
    let mut widths: Vec<usize> = line.indent_of_key(text).into_iter().collect();
    let sure = widths.len().max(1);
    widths.push(looks);
    widths.extend(line.likely_indents(text));
    let range = line.in_text(0..blanks.len());
    let at = line.in_text(at..at + wrong.len_utf8());
    let mending = |(index, width): (usize, usize)| Mending {
        code,
        at: at.clone(),
        edits: vec![(range.clone(), " ".repeat(width))],
        // What was meant by another width is a guess.
        is_sure: index < sure,
    };
    widths.into_iter().enumerate().map(mending).collect()
}

/// All brackets and braces of full width at once, since one of a pair helps nothing.
fn wide_brackets(line: &LineView) -> Option<Mending> {
    let plain = |letter: char| match letter {
        '｛' => Some("{"),
        '｝' => Some("}"),
        '［' => Some("["),
        '］' => Some("]"),
        _ => None,
    };
    let edit = |(at, letter): (usize, char)| {
        plain(letter).map(|new| (line.in_text(at..at + letter.len_utf8()), new.to_owned()))
    };
    let edits: Vec<_> = line.text.char_indices().filter_map(edit).collect();
    let at = edits.first()?.0.clone();
    Some(Mending { code: Code::J0125, at, edits, is_sure: true })
}

/// Quotation marks of full width around a value.
fn plain_quotes(line: &LineView, captures: &Captures<'_>) -> Option<Mending> {
    let (open, close) = (captures.get(1)?, captures.get(2)?);
    let edits = [open.range(), close.range()].map(|range| (line.in_text(range), "\"".to_owned())).to_vec();
    Some(Mending { code: Code::J0126, at: line.in_text(open.range()), edits, is_sure: true })
}

/// What a line that a sentence swallowed would have begun with: the code of the slip, the sign that is wrong, and what to
/// write in its place.
pub(super) fn swallowed_head(line: &LineView) -> Option<Mending> {
    // Most lines have none, and no pattern need run.
    if !line.text.contains([':', '：']) {
        return None;
    }
    let known =
        |key: &str| matches!(key, "ja" | "en" | "id" | "text" | "caption" | "items" | "paragraphs" | "meets" | "topic");
    // A line of a text may begin so too: e-mail：info@example.jp.
    let is_key = |key: &str| {
        known(key) || matches!(key, "title" | "label" | "number" | "standing" | "kind" | "notes" | "columns" | "note")
    };
    let key = |end: usize| {
        let head = line.text[..end].trim_end_matches([' ', '　']);
        &head[head
            .rfind(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8))..]
    };
    let colon = COLON.captures(&line.text).and_then(|captures| captures.get(1));
    if let Some(colon) = colon.filter(|colon| is_key(key(colon.start()))) {
        let range = line.in_text(colon.range());
        let at = range.start..range.start + '：'.len_utf8();
        return Some(Mending { code: Code::J0120, at, edits: vec![(range, ": ".to_owned())], is_sure: true });
    }
    let colon = NO_SPACE.captures(&line.text)?.get(1)?;
    // A word of English may stand before a colon too; the keys that stand most often in the middle of provisions are few.
    known(key(colon.start())).then(|| {
        let range = line.in_text(colon.range());
        Mending { code: Code::J0123, at: range.clone(), edits: vec![(range, ": ".to_owned())], is_sure: true }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        let all = [
            &COLON,
            &COLON_IN_BRACES,
            &AFTER_DASH,
            &AFTER_COLON,
            &NO_SPACE,
            &NO_SPACE_IN_BRACES,
            &DASH,
            &BARE_DASH,
            &COMMA,
            &QUOTED,
        ];
        assert!(all.iter().all(|regex| regex.captures_len() >= 2));
    }
}
