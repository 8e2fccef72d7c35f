//! The way from the top of a file to a value.

use super::block::Seat;
use super::error::EditError;
use super::path::{EditPath, Landing, PathStep};
use super::spanned::{Members, SpannedMember, SpannedValue, ValueShape};

/// Returns the indices of the members that `path` leads through.
pub(super) fn route_to(root: &SpannedValue, path: &EditPath) -> Result<Vec<usize>, EditError> {
    let mut value = root;
    let mut route = Vec::new();
    for (depth, step) in path.steps().iter().enumerate() {
        let words = || path.words_to(depth + 1);
        let members = value.members().ok_or_else(|| EditError::NotFound(words()))?;
        let index = index_of(members, step, &words)?;
        route.push(index);
        value = &members.list[index].value;
    }
    Ok(route)
}

/// The index of the one member that a step names.
fn index_of(members: &Members, step: &PathStep, words: &dyn Fn() -> String) -> Result<usize, EditError> {
    let answers = |index: usize, member: &SpannedMember| match step {
        PathStep::Key(key) => member.key.as_deref() == Some(key),
        PathStep::Index(wanted) => index == *wanted && member.key.is_none(),
        PathStep::Id(id) => member.key.is_none() && id_of(&member.value) == Some(id),
    };
    let mut found = members.list.iter().enumerate().filter(|(index, member)| answers(*index, member));
    match (found.next(), found.next()) {
        (Some((index, _)), None) => Ok(index),
        // Two provisions of one id are a fault of the file (J0301); which of them is meant is not for the editor to
        // guess.
        (Some(_), Some(_)) => Err(EditError::Ambiguous(words())),
        (None, _) => Err(EditError::NotFound(words())),
    }
}

fn id_of(value: &SpannedValue) -> Option<&str> {
    let members = value.members()?;
    members.list.iter().find(|member| member.key.as_deref() == Some("id"))?.value.letters()
}

/// Returns the value at a route.
pub(super) fn value_at<'a>(
    root: &'a SpannedValue,
    route: &[usize],
    path: &EditPath,
) -> Result<&'a SpannedValue, EditError> {
    route.iter().try_fold(root, |value, index| {
        let member = value.members().and_then(|members| members.list.get(*index));
        member.map(|member| &member.value).ok_or_else(|| EditError::NotFound(path.to_string()))
    })
}

/// Returns the value at a route, to change.
pub(super) fn value_at_mut<'a>(root: &'a mut SpannedValue, route: &[usize]) -> Option<&'a mut SpannedValue> {
    route.iter().try_fold(root, |value, index| {
        value.members_mut().and_then(|members| members.list.get_mut(*index)).map(|member| &mut member.value)
    })
}

/// Returns the members of the collection at a route.
pub(super) fn collection_at<'a>(
    root: &'a SpannedValue,
    route: &[usize],
    path: &EditPath,
) -> Result<&'a Members, EditError> {
    value_at(root, route, path)?.members().ok_or_else(|| EditError::NotACollection(path.to_string()))
}

/// Returns the members of the collection at a route, to change.
pub(super) fn members_at_mut<'a>(root: &'a mut SpannedValue, route: &[usize]) -> Option<&'a mut Members> {
    value_at_mut(root, route)?.members_mut()
}

/// Whether the value at a route stands in brackets or braces.
pub(super) fn is_within_flow(root: &SpannedValue, route: &[usize]) -> bool {
    let mut value = root;
    for index in route {
        match value.members() {
            Some(members) if !members.flow => match members.list.get(*index) {
                Some(member) => value = &member.value,
                None => return false,
            },
            Some(_) => return true,
            None => return false,
        }
    }
    false
}

/// Returns where a landing is among the members of the collection at `path`.
pub(super) fn seat(
    members: &Members,
    landing: &Landing,
    key: Option<&str>,
    path: &EditPath,
) -> Result<Seat, EditError> {
    let Some(last) = members.list.len().checked_sub(1) else {
        return match landing {
            Landing::First | Landing::Last | Landing::InOrder(_) => Ok(Seat::Only),
            Landing::Before(step) | Landing::After(step) => {
                Err(EditError::NotFound(path.clone().then(step.clone()).to_string()))
            }
        };
    };
    let index = |step: &PathStep| index_of(members, step, &|| path.clone().then(step.clone()).to_string());
    Ok(match landing {
        Landing::First => Seat::Before(0),
        Landing::Last => Seat::After(last),
        Landing::Before(step) => Seat::Before(index(step)?),
        Landing::After(step) => Seat::After(index(step)?),
        Landing::InOrder(order) => {
            let rank = |key: Option<&str>| order.iter().position(|name| Some(name.as_str()) == key);
            // A key that the order does not know has no place in it.
            let Some(own) = rank(key) else { return Ok(Seat::After(last)) };
            let before = |member: &SpannedMember| rank(member.key.as_deref()).is_some_and(|rank| rank < own);
            members.list.iter().rposition(before).map_or(Seat::Before(0), Seat::After)
        }
    })
}

/// Takes out the hole that a moved member left.
pub(super) fn close_hole(value: &mut SpannedValue) {
    if let Some(members) = value.members_mut() {
        members.list.retain(|member| !matches!(member.value.shape, ValueShape::Gone));
        for member in &mut members.list {
            close_hole(&mut member.value);
        }
    }
}
