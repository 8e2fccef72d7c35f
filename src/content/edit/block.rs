//! Members of collections that stand on lines of their own.

use std::ops::Range;

use super::error::EditError;
use super::fragment::{Fragment, Habits, Rendered, key_word};
use super::spaces;
use super::spanned::{Members, SpannedValue, ValueShape};
use super::splice::Splice;
use super::trivia;

/// A place between members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seat {
    /// Directly before the member at this index.
    Before(usize),
    /// Directly after the member at this index.
    After(usize),
    /// In an empty collection.
    Only,
}

impl Seat {
    /// The index that a new member gets.
    pub(super) fn index(self) -> usize {
        match self {
            Self::Before(index) => index,
            Self::After(index) => index + 1,
            Self::Only => 0,
        }
    }
}

/// A new member for a block collection in `column`.
pub(super) fn member(key: Option<&str>, fragment: &Fragment, column: usize, habits: Habits) -> String {
    let Rendered { head, tail, .. } = fragment.rendered(column, key.is_none(), habits);
    let lead = key.map_or_else(|| "-".to_owned(), |key| format!("{}:", key_word(key)));
    let space = if head.is_empty() { "" } else { " " };
    format!("{lead}{space}{head}{tail}")
}

/// Puts the lines of a member at a seat of a collection that has members.
pub(super) fn insertion(text: &str, members: &Members, seat: Seat, lines: &str, habits: Habits) -> Splice {
    let pieces = trivia::member_pieces(text, members);
    // A new member stands as far from its neighbours as two of them stand from each other.
    let gap = |index: usize| &text[pieces[index - 1].end..pieces[index].start];
    let last = pieces.len() - 1;
    let column = trivia::column_of(text, members);
    let space = |breaks: usize| format!("{}{}", habits.line_break.repeat(breaks.max(1)), " ".repeat(column));
    match seat {
        Seat::Before(index) => {
            let near = if index > 0 { index } else { 1 };
            let breaks = if near <= last { spaces::breaks_after_comments(gap(near)) } else { 1 };
            let at = pieces[index].start;
            Splice::new(at..at, format!("{lines}{}", space(breaks)))
        }
        Seat::After(_) | Seat::Only => {
            let index = seat.index().saturating_sub(1);
            let near = if index > 0 { index } else { 1 };
            let breaks = if near <= last { spaces::breaks_after_comments(gap(near)) } else { 1 };
            let at = pieces[index].end;
            Splice::new(at..at, format!("{}{lines}", space(breaks)))
        }
    }
}

/// Takes out the member at `index` with the comments that go with it. The last member leaves empty brackets.
pub(super) fn removal(text: &str, collection: &SpannedValue, members: &Members, index: usize) -> Vec<Splice> {
    let pieces = trivia::member_pieces(text, members);
    let piece = pieces[index].clone();
    if pieces.len() == 1 {
        return emptying(text, collection, piece);
    }
    let (from, to) = if index > 0 {
        let gap_start = pieces[index - 1].end;
        (gap_start + text[gap_start..piece.start].trim_end().len(), piece.end)
    } else {
        let gap = &text[piece.end..pieces[1].start];
        (piece.start, piece.end + gap.len() - gap.trim_start().len())
    };
    vec![Splice::new(from..to, String::new())]
}

fn emptying(text: &str, collection: &SpannedValue, piece: Range<usize>) -> Vec<Splice> {
    let brackets = if matches!(collection.shape, ValueShape::Map(_)) { "{}" } else { "[]" };
    let lead = &text[collection.from..piece.start];
    let at_root = !text[..collection.from].ends_with([':', '-']) || collection.from == 0;
    // At the root, and in the line of what it belongs to, the brackets take the place of the only member.
    if at_root || !lead.contains('\n') {
        return vec![Splice::new(piece, brackets.to_owned())];
    }
    // A comment behind the key is about the key and stays: `meets: [] # …` (tests/cases/edit/emptied.txt).
    let kept = collection.from + lead.trim_end().len();
    if kept == collection.from {
        return vec![Splice::new(kept..piece.end, format!(" {brackets}"))];
    }
    vec![
        Splice::new(collection.from..collection.from, format!(" {brackets}")),
        Splice::new(kept..piece.end, String::new()),
    ]
}

/// Moves a member within its collection: what stands between members stays where it is.
pub(super) fn rotation(text: &str, pieces: &[Range<usize>], from: usize, to: usize) -> Option<Splice> {
    let (low, high) = (from.min(to), from.max(to));
    // Only the members between both places change theirs.
    let mut order: Vec<usize> = (low..=high).collect();
    if from < to {
        order.rotate_left(1);
    } else {
        order.rotate_right(1);
    }
    let mut out = String::new();
    for (position, index) in (low..=high).zip(order) {
        out.push_str(&text[pieces.get(index)?.clone()]);
        if position < high {
            out.push_str(&text[pieces.get(position)?.end..pieces.get(position + 1)?.start]);
        }
    }
    Some(Splice::new(pieces.get(low)?.start..pieces.get(high)?.end, out))
}

/// Replaces the value of a member of a block collection.
///
/// # Errors
/// If a comment between the key and the old value would be lost.
pub(super) fn replacement(
    text: &str,
    old: &SpannedValue,
    column: usize,
    in_list: bool,
    fragment: &Fragment,
    habits: Habits,
) -> Result<Vec<Splice>, EditError> {
    let Rendered { head, tail, inline } = fragment.rendered(column, in_list, habits);
    let spaced = if head.is_empty() { String::new() } else { format!(" {head}") };
    let lead = &text[old.from..old.span.start];
    let refuse_comment = || match lead.find('#') {
        Some(at) => Err(EditError::CommentInTheWay(old.from + at)),
        None => Ok(()),
    };
    match &old.shape {
        ValueShape::Map(members) | ValueShape::List(members) if !members.flow => {
            let end = trivia::value_end(text, old);
            if !lead.contains('\n') {
                return Ok(vec![Splice::new(old.from..end, format!("{spaced}{tail}"))]);
            }
            let remark = spaces::remark_end(text, old.from);
            Ok(vec![Splice::new(old.from..old.from, spaced), Splice::new(remark..end, tail)])
        }
        ValueShape::BlockScalar { .. } => {
            refuse_comment()?;
            let header = spaces::line_end(text, old.span.start);
            // Only the sign (`|`, `>-`) goes; a comment behind it is about the key and stays.
            let letters = text[old.span.start..header].find([' ', '\t']).map_or(header, |at| old.span.start + at);
            Ok(vec![Splice::new(old.from..letters, spaced), Splice::new(header..old.span.end, tail)])
        }
        ValueShape::Absent => {
            let remark = spaces::remark_end(text, old.from);
            Ok(vec![Splice::new(old.from..old.from, spaced), Splice::new(remark..remark, tail)])
        }
        _ if inline => Ok(vec![Splice::new(old.span.clone(), format!("{head}{tail}"))]),
        ValueShape::Scalar { .. } | ValueShape::Map(_) | ValueShape::List(_) | ValueShape::Gone => {
            refuse_comment()?;
            let remark = spaces::remark_end(text, old.span.end);
            Ok(vec![Splice::new(old.from..old.span.end, spaced), Splice::new(remark..remark, tail)])
        }
    }
}
