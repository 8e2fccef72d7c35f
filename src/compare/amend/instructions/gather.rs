//! The same change of words in several places, said once: 第二条第一項及び第三項中, 第二条及び第五条中.

use super::step::{DraftStep, Statement};
use super::wording::Edit;

/// `said` with statements one after another that change the same words as one.
pub(super) fn gathered(said: &[Statement]) -> Vec<Statement> {
    let mut within: Vec<Statement> = Vec::new();
    for next in said {
        let last = within.last_mut().filter(|last| last.unit == next.unit);
        if !last.is_some_and(|last| merge(&mut last.step, &next.step) || join(&mut last.step, &next.step)) {
            within.push(next.clone());
        }
    }
    let mut out: Vec<Statement> = Vec::new();
    let mut last_is_alone = false;
    for unit in within.chunk_by(|one, next| one.unit == next.unit) {
        let is_alone = unit.len() == 1;
        let last = out.last_mut().filter(|_| last_is_alone && is_alone);
        if last.is_some_and(|last| unit.iter().all(|next| merge(&mut last.step, &next.step))) {
            continue;
        }
        last_is_alone = is_alone;
        out.extend_from_slice(unit);
    }
    out
}

/// Adds the changes of `next` to `last` if both are of the same places and can be made together; whether they are.
fn join(last: &mut DraftStep, next: &DraftStep) -> bool {
    match (last, next) {
        (
            DraftStep::Words { places, edits, renamed: None },
            DraftStep::Words { places: same, edits: more, renamed: None },
        ) if places == same && edits.iter().all(|edit| more.iter().all(|next| are_apart(edit, next))) => {
            edits.extend(more.iter().cloned());
            true
        }
        _ => false,
    }
}

/// Whether `next`, which looks in the text that `edit` made, finds the same in the text before.
fn are_apart(edit: &Edit, next: &Edit) -> bool {
    let result = edit.result();
    let touches = |one: &str, other: &str| {
        let ends = one.char_indices().map(|(at, _)| &one[at..]);
        ends.into_iter().any(|end| other.starts_with(end)) || one.contains(other)
    };
    let are_free = |one: &str, other: &str| !touches(one, other) && !touches(other, one);
    // A bullet goes with its line, and leaves no text in which others could be found.
    let is_bullet = |edit: &Edit| matches!(edit, Edit::DeleteBullet(_));
    if is_bullet(edit) || is_bullet(next) {
        return are_free(edit.quoted(), next.quoted()) && (result.is_empty() || are_free(&result, next.quoted()));
    }
    !result.is_empty() && are_free(&result, next.quoted()) && are_free(edit.quoted(), next.quoted())
}

/// Adds the places of `next` to `last` if both change the same words; whether they do.
fn merge(last: &mut DraftStep, next: &DraftStep) -> bool {
    match (last, next) {
        (
            DraftStep::Words { places, edits, renamed: None },
            DraftStep::Words { places: other, edits: same, renamed: None },
        ) if edits == same => {
            places.extend(other);
            true
        }
        _ => false,
    }
}
