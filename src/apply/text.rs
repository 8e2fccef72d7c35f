//! Texts of files: letters as Markdown that prints them, and sources whose references stay where what they print stays.

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
    let mut kept: Vec<(std::ops::Range<usize>, &str)> = Vec::new();
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
fn reference_spans<'s>(source: &'s str, printed: &str) -> Option<Vec<(std::ops::Range<usize>, &'s str)>> {
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

/// `source` at its references: `[](#key)`, `[](date:2026-04-01)`.
fn source_pieces(source: &str) -> Vec<SourcePiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find("[](") {
        let Some(end) = rest[start..].find(')') else { break };
        if start > 0 {
            pieces.push(SourcePiece::Letters(&rest[..start]));
        }
        pieces.push(SourcePiece::Reference(&rest[start..=start + end]));
        rest = &rest[start + end + 1..];
    }
    if !rest.is_empty() {
        pieces.push(SourcePiece::Letters(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::rewritten_source;

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
