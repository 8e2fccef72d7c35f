//! Members of collections in brackets and braces.

use std::ops::Range;

use super::block::Seat;
use super::error::EditError;
use super::fragment::key_word;
use super::spanned::{Members, SpannedMember, SpannedValue, ValueShape};
use super::splice::Splice;

/// A new member of a flow collection.
pub(super) fn member(key: Option<&str>, value: &str) -> String {
    key.map_or_else(|| value.to_owned(), |key| format!("{}: {value}", key_word(key)))
}

/// The bytes of a member without its comma.
fn member_bytes(member: &SpannedMember) -> Range<usize> {
    member.start..member.value.span.end.max(member.value.from.min(member.value.span.start))
}

/// The bytes of each member.
///
/// # Errors
/// If a comment stands between members: there is no telling which it is about.
pub(super) fn pieces(text: &str, collection: &SpannedValue) -> Result<Vec<Range<usize>>, EditError> {
    let list = collection.members().map_or(&[][..], |members| members.list.as_slice());
    let pieces: Vec<Range<usize>> = list.iter().map(member_bytes).collect();
    let mut at = collection.span.start;
    let ends = pieces.iter().map(|piece| piece.start).chain([collection.span.end]);
    for (index, start) in ends.enumerate() {
        if let Some(comment) = text[at..start].find('#') {
            return Err(EditError::CommentInTheWay(at + comment));
        }
        at = pieces.get(index).map_or(start, |piece| piece.end);
    }
    Ok(pieces)
}

/// Puts a member at a seat.
pub(super) fn insertion(text: &str, collection: &SpannedValue, seat: Seat, member: &str) -> Result<Splice, EditError> {
    let pieces = pieces(text, collection)?;
    let Some(last) = pieces.len().checked_sub(1) else {
        let at = collection.span.start + 1;
        return Ok(Splice::new(at..at, member.to_owned()));
    };
    let index = seat.index();
    let near = index.clamp(1, last.max(1));
    // As the members next to it are set apart.
    let apart = if near <= last { &text[pieces[near - 1].end..pieces[near].start] } else { ", " };
    Ok(if index == 0 {
        let at = pieces[0].start;
        Splice::new(at..at, format!("{member}{apart}"))
    } else {
        let at = pieces[index - 1].end;
        Splice::new(at..at, format!("{apart}{member}"))
    })
}

/// Takes out the member at `index`.
pub(super) fn removal(text: &str, collection: &SpannedValue, index: usize) -> Result<Splice, EditError> {
    let pieces = pieces(text, collection)?;
    let piece = pieces[index].clone();
    let range = if index > 0 {
        pieces[index - 1].end..piece.end
    } else if let Some(next) = pieces.get(1) {
        piece.start..next.start
    } else {
        let rest = &text[piece.end..];
        // A comma behind the only member would be left alone in the brackets.
        let comma = rest.trim_start().strip_prefix(',').map_or(0, |after| rest.len() - after.len());
        piece.start..piece.end + comma
    };
    Ok(Splice::new(range, String::new()))
}

/// Replaces the value of a member of a flow collection.
pub(super) fn replacement(old: &SpannedValue, value: &str) -> Splice {
    let space = if matches!(old.shape, ValueShape::Absent) { " " } else { "" };
    Splice::new(old.span.clone(), format!("{space}{value}"))
}

/// Whether a collection is in brackets or braces and has no members.
pub(super) fn is_empty(members: &Members) -> bool {
    members.flow && members.list.is_empty()
}
