//! Comments and the members they go with.

use std::ops::Range;

use super::spaces::{blanks, column, line_end, line_start, remark_end};
use super::spanned::{Members, SpannedMember, SpannedValue, ValueShape};

/// The column of a block collection.
pub(super) fn column_of(text: &str, members: &Members) -> usize {
    members.list.first().map_or(0, |member| column(text, member.start))
}

/// Whether a member shares its line with something in front of it (`- id: a`).
pub(super) fn is_shared(text: &str, at: usize) -> bool {
    !text[line_start(text, at)..at].trim_start_matches('\u{feff}').bytes().all(|byte| byte == b' ')
}

/// The end of a member of a block collection in `column`, with the comment at the end of its last line and with the
/// comments below it that stand deeper than itself.
pub(super) fn member_end(text: &str, member: &SpannedMember, column: usize) -> usize {
    let mut end = value_end(text, &member.value);
    let mut line = line_end(text, end);
    while let Some(next) = text[line..].find('\n').map(|length| line + length + 1) {
        line = line_end(text, next);
        let words = &text[next..line];
        let indent = blanks(words);
        // Deeper than the member itself, it can only be about that; in its column it is about the next one.
        if words[indent..].starts_with('#') && indent > column {
            end = line;
        } else if indent < words.len() {
            break;
        }
    }
    end
}

/// The end of a value in a block collection with its comments.
pub(super) fn value_end(text: &str, value: &SpannedValue) -> usize {
    if let Some(members) = value.block_members() {
        return members.list.last().map_or(value.span.end, |member| member_end(text, member, column_of(text, members)));
    }
    // A comment behind a block scalar stands behind its header.
    if matches!(value.shape, ValueShape::BlockScalar { .. }) {
        return value.span.end;
    }
    remark_end(text, value.span.end)
}

/// The start of a member of a block collection with the comments directly above it. Comments at the very top of a
/// file are about the file.
pub(super) fn member_top(text: &str, members: &Members, index: usize, limit: usize) -> usize {
    let start = members.list[index].start;
    // The line above `- id: a` belongs to the element, not to its first key.
    if is_shared(text, start) {
        return start;
    }
    let column = column(text, start);
    let mut top = start;
    let mut line = line_start(text, start);
    while line > limit {
        let above = line_start(text, line - 1);
        let words = text[above..line].trim_end_matches(['\r', '\n']);
        let indent = blanks(words);
        let is_comment = words[indent..].starts_with('#');
        // Not above the limit, where the member before ends: its own comments stand there.
        if is_comment && indent == column && above >= limit {
            top = above + column;
            line = above;
            continue;
        }
        // The comment of a first member may stand behind the dash (`- # about a`).
        let dashes = words.len() - words.trim_start_matches([' ', '-']).len();
        if index == 0 && dashes == column && words[dashes..].starts_with('#') && !is_comment {
            top = above + column;
        }
        return top;
    }
    if line == 0 && index == 0 { start } else { top }
}

/// The bytes of each member of a block collection with the comments that go with it.
pub(super) fn member_pieces(text: &str, members: &Members) -> Vec<Range<usize>> {
    let column = column_of(text, members);
    let mut limit = 0;
    let piece = |(index, member): (usize, &SpannedMember)| {
        let top = member_top(text, members, index, limit);
        limit = member_end(text, member, column);
        top..limit
    };
    members.list.iter().enumerate().map(piece).collect()
}
