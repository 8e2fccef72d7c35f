//! White space, line breaks and the ends of lines.

use std::ops::Range;

/// Returns the first byte at or after `at` that is neither white space nor in a comment.
pub(super) fn skip(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => at += 1,
            Some(b'#') => at = line_end(text, at),
            _ => return at,
        }
    }
}

/// The number of spaces and tabs at the start of `text`.
pub(super) fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// The first byte of the line that `at` stands in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

/// The end of the line that `at` stands in, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if end > at && text.as_bytes()[end - 1] == b'\r' { end - 1 } else { end }
}

/// The number of bytes between the start of the line and `at`. Before a block collection those are spaces and dashes.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// The end of the comment that follows on the same line, or `at` if none does.
pub(super) fn remark_end(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let rest = &text[at..end];
    let space = blanks(rest);
    // Without a space before it `#` is a letter of the value (YAML 1.2.2, 6.6).
    if space > 0 && rest[space..].starts_with('#') { end } else { at }
}

/// The end of a block scalar with its header at `start` and its contents at `contents`.
pub(super) fn block_scalar_end(text: &str, start: usize, contents: Range<usize>) -> usize {
    // Contents never begin before the end of the header, wherever the parser places empty ones.
    let header = line_end(text, start);
    let contents = contents.start.max(header)..contents.end.max(header);
    let lines = &text[contents.clone()];
    // `+` keeps the empty lines at the end, so they belong to the value.
    if text[start..header].split('#').next().is_some_and(|head| head.contains('+')) {
        let kept = lines.strip_suffix('\n').unwrap_or(lines);
        return contents.start + kept.strip_suffix('\r').unwrap_or(kept).len();
    }
    match lines.trim_end_matches([' ', '\t', '\r', '\n']).len() {
        0 => header,
        length => line_end(text, contents.start + length),
    }
}

/// The number of line breaks in `gap` after its last comment.
pub(super) fn breaks_after_comments(gap: &str) -> usize {
    gap.bytes().rev().take_while(u8::is_ascii_whitespace).filter(|byte| *byte == b'\n').count()
}
