//! Texts of files: letters as Markdown that prints them, and sources whose references stay where what they print stays.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::import::escape_markdown;

/// `text` as a YAML scalar that prints it letter for letter.
pub(super) fn quoted(text: &str) -> String {
    let paragraphs: Vec<String> = text.split('\n').map(escape_markdown).collect();
    // JSON's strings are YAML's.
    serde_json::Value::String(paragraphs.join("  \n")).to_string()
}

/// A piece of a text's source: letters, or a reference and what it prints.
#[derive(Debug, PartialEq, Eq)]
enum SourcePiece<'s> {
    Letters(&'s str),
    Reference(&'s str),
}

/// `source`, which printed `before`, so that it prints `after`; a reference stays where what it prints is not changed.
pub(super) fn rewritten_source(source: &str, before: &str, after: &str) -> String {
    let plain = || after.split('\n').map(escape_markdown).collect::<Vec<_>>().join("  \n");
    let Some(spans) = reference_spans(source, before) else { return plain() };
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let changes = capture_diff_slices(Algorithm::Myers, &old, &new);
    let byte_of = |at: usize| old[..at].iter().map(|letter| letter.len_utf8()).sum::<usize>();
    let mut kept: Vec<(Range<usize>, &str)> = Vec::new();
    for change in &changes {
        let DiffOp::Equal { old_index, new_index, len } = *change else { continue };
        let (start, end) = (byte_of(old_index), byte_of(old_index + len));
        let offset: usize = new[..new_index].iter().map(|letter| letter.len_utf8()).sum();
        for (span, reference) in spans.iter().filter(|(span, _)| start <= span.start && span.end <= end) {
            kept.push((span.start - start + offset..span.end - start + offset, reference));
        }
    }
    let (mut out, mut at) = (String::new(), 0);
    for (span, reference) in kept {
        out.push_str(&letters_between(&after[at..span.start]));
        out.push_str(reference);
        at = span.end;
    }
    out + &letters_between(&after[at..])
}

/// Letters within a text as Markdown; white space at their ends stays.
fn letters_between(text: &str) -> String {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len().max(start);
    let lines: Vec<String> = text[start..end].split('\n').map(escape_markdown).collect();
    format!("{}{}{}", &text[..start], lines.join("  \n"), &text[end..])
}

/// The references of `source` and the bytes of `printed` that each printed; `None` where that cannot be told, as where a
/// text has emphasis.
fn reference_spans<'s>(source: &'s str, printed: &str) -> Option<Vec<(Range<usize>, &'s str)>> {
    let pieces = source_pieces(source);
    let mut spans = Vec::new();
    let mut at = 0;
    let mut open: Option<(usize, &'s str)> = None;
    for piece in &pieces {
        match piece {
            SourcePiece::Letters(letters) => {
                let found = at + printed.get(at..)?.find(letters)?;
                match open.take() {
                    Some((start, reference)) => spans.push((start..found, reference)),
                    None if found != at => return None,
                    None => {}
                }
                at = found + letters.len();
            }
            SourcePiece::Reference(reference) => {
                // Two side by side cannot be told apart.
                if open.is_some() {
                    return None;
                }
                open = Some((at, reference));
            }
        }
    }
    match open {
        Some((start, reference)) => spans.push((start..printed.len(), reference)),
        None if at != printed.len() => return None,
        None => {}
    }
    Some(spans)
}

/// A reference in a text's source: `[](#key/first)`, `[別表第一](#table-1)`, `[](date:2026-04-01)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SourceReference<'s> {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// The words that it prints in place of a number; empty where it is computed.
    pub(super) words: &'s str,
    /// The anchor to which it leads; empty where it is no reference to a provision.
    pub(super) anchor: &'s str,
    /// How it is cited: `/first/relative`.
    pub(super) manner: &'s str,
}

/// The references of `source`, in their order.
pub(super) fn source_references(source: &str) -> Vec<SourceReference<'_>> {
    let mut found: Vec<SourceReference<'_>> = Vec::new();
    let mut from = 0;
    while let Some(middle) = source[from..].find("](").map(|at| from + at) {
        let start = source[from..middle].rfind('[').map(|at| from + at);
        let end = source[middle..].find(')').map(|at| middle + at);
        from = middle + "](".len();
        let (Some(start), Some(end)) = (start, end) else { continue };
        // ![words](picture:map.png) is no reference.
        if source[..start].ends_with('!') {
            continue;
        }
        let target = &source[from..end];
        let provision = target.strip_prefix('#').unwrap_or("");
        let (anchor, manner) = provision.split_at(provision.find('/').unwrap_or(provision.len()));
        let words = &source[start + 1..middle];
        found.push(SourceReference { range: start..end + 1, words, anchor, manner });
        from = end + 1;
    }
    found
}

/// `source` at its references.
fn source_pieces(source: &str) -> Vec<SourcePiece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for reference in source_references(source) {
        if reference.range.start > at {
            pieces.push(SourcePiece::Letters(&source[at..reference.range.start]));
        }
        at = reference.range.end;
        pieces.push(SourcePiece::Reference(&source[reference.range]));
    }
    if at < source.len() {
        pieces.push(SourcePiece::Letters(&source[at..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{rewritten_source, source_references};

    #[test]
    fn references_are_found_with_their_words() {
        let found = source_references(
            "![地図](picture:map.png)[別表](#table)の[](#key.a/first/relative)は、[](date:2026-04-01)",
        );
        let told: Vec<_> = found.iter().map(|one| (one.words, one.anchor, one.manner)).collect();
        assert_eq!(told, [("別表", "table", ""), ("", "key.a", "/first/relative"), ("", "", "")]);
        let source = "鍵は、[別表](#table)のとおり、[](#gate)に置く。";
        let (before, after) = ("鍵は、別表のとおり、第二条に置く。", "鍵は、第二条に置く。");
        assert_eq!(rewritten_source(source, before, after), "鍵は、[](#gate)に置く。");
    }

    #[test]
    fn references_stay_where_what_they_print_stays() {
        let source = "[](#key)の届出は、[](date:2026-04-01)までに出す。";
        let before = "第三条の届出は、令和八年四月一日までに出す。";
        let after = "第三条の届出及び返却届は、令和八年四月一日までに出す。";
        assert_eq!(
            rewritten_source(source, before, after),
            "[](#key)の届出及び返却届は、[](date:2026-04-01)までに出す。"
        );
        assert_eq!(
            rewritten_source(source, before, "第四条の届出は、二日までに出す。"),
            "第四条の届出は、二日までに出す。"
        );
    }
}
