//! Moving a member, within its collection and to another.

use super::block::{self, Seat};
use super::error::EditError;
use super::fragment::{Fragment, one_line, shifted};
use super::path::{EditPath, Landing};
use super::route::{close_hole, collection_at, is_within_flow, members_at_mut, route_to, seat, value_at, value_at_mut};
use super::spanned::{SpannedMember, SpannedValue, ValueShape, has_comment};
use super::splice::Splice;
use super::{YamlEditor, flow, trivia};

/// Returns the lines with all but the first moved from the column `from` to the column `to`.
pub(super) fn below_first(lines: &str, from: usize, to: usize, line_break: &str) -> String {
    match lines.split_once('\n') {
        Some((first, rest)) => {
            let first = first.strip_suffix('\r').unwrap_or(first);
            format!("{first}{line_break}{}", shifted(rest, from, to, line_break))
        }
        None => lines.to_owned(),
    }
}

impl YamlEditor {
    /// Moves the member at `path` to a place in the collection at `to`, which may be the one it stands in. Both the
    /// paths and the landing are meant as the file is before the move. A key of a mapping keeps its name.
    ///
    /// # Errors
    /// If a path or landing leads nowhere, the member would move into itself, the target takes no such member, or a
    /// comment would be lost; the text stays as it was.
    pub fn relocate(&mut self, path: &EditPath, to: &EditPath, landing: &Landing) -> Result<(), EditError> {
        let route = route_to(&self.root, path)?;
        let target = route_to(&self.root, to)?;
        let Some((index, outer)) = route.split_last() else {
            return Err(EditError::IntoItself);
        };
        // A chapter cannot stand in one of its own articles.
        if target.starts_with(&route) {
            return Err(EditError::IntoItself);
        }
        let members = collection_at(&self.root, &target, to)?;
        let member = collection_at(&self.root, outer, path)?.list[*index].clone();
        let seat = seat(members, landing, member.key.as_deref(), to)?;
        if target == outer {
            // The landing counts the member itself, which is gone from in front of it.
            let position = seat.index() - usize::from(seat.index() > *index);
            return self.rotate(outer, *index, position);
        }
        let is_map = matches!(value_at(&self.root, &target, to)?.shape, ValueShape::Map(_));
        if member.key.is_some() != is_map {
            return Err(EditError::KeyMismatch);
        }
        if let Some(key) =
            members.list.iter().filter_map(|other| other.key.as_ref()).find(|key| member.key.as_ref() == Some(*key))
        {
            return Err(EditError::KeyExists(key.clone()));
        }
        let mut splices = self.transplant(&route, &target, seat, &member)?;
        splices.extend(self.removal(&route)?);
        let expected = self.moved(&route, &target, seat, member);
        self.commit(splices, &expected)
    }

    fn rotate(&mut self, outer: &[usize], from: usize, to: usize) -> Result<(), EditError> {
        if from == to {
            return Ok(());
        }
        let collection = value_at(&self.root, outer, &EditPath::root())?;
        let members = collection_at(&self.root, outer, &EditPath::root())?;
        let pieces = if members.flow {
            flow::pieces(&self.text, collection)?
        } else {
            trivia::member_pieces(&self.text, members)
        };
        let splice = block::rotation(&self.text, &pieces, from, to).ok_or(EditError::Unfaithful)?;
        let mut expected = self.root.clone();
        if let Some(members) = members_at_mut(&mut expected, outer) {
            let member = members.list.remove(from);
            members.list.insert(to, member);
        }
        self.commit(vec![splice], &expected)
    }

    /// The tree after the member at `route` moved to another collection.
    fn moved(&self, route: &[usize], target: &[usize], seat: Seat, member: SpannedMember) -> SpannedValue {
        let mut expected = self.root.clone();
        if let Some(value) = value_at_mut(&mut expected, route) {
            // A hole and no removal, so that the indices of the way to the target still hold.
            value.shape = ValueShape::Gone;
        }
        if let Some(members) = members_at_mut(&mut expected, target) {
            members.list.insert(seat.index().min(members.list.len()), member);
        }
        close_hole(&mut expected);
        expected
    }

    /// The replacements that put a member of another collection at a seat.
    fn transplant(
        &self,
        route: &[usize],
        target: &[usize],
        seat: Seat,
        member: &SpannedMember,
    ) -> Result<Vec<Splice>, EditError> {
        let members = collection_at(&self.root, target, &EditPath::root())?;
        let key = member.key.as_deref();
        if is_within_flow(&self.root, route) {
            // What stands in braces has no lines of its own to take along.
            let fragment = Fragment::new(&one_line(&self.text, &member.value))?;
            return self.insertion(target, members, seat, key, &fragment);
        }
        let collection = value_at(&self.root, target, &EditPath::root())?;
        let (piece, column) = self.piece(route)?;
        if !members.flow {
            let to = trivia::column_of(&self.text, members);
            let lines = below_first(piece, column, to, self.habits.line_break);
            return Ok(vec![block::insertion(&self.text, members, seat, &lines, self.habits)]);
        }
        if flow::is_empty(members) && !is_within_flow(&self.root, target) {
            let opened = Fragment::new(&below_first(piece, column, 0, "\n"))?;
            return self.replacement(target, collection, &opened);
        }
        // A comment would swallow the rest of the line, closing bracket and all.
        if has_comment(&below_first(piece, column, 0, "\n")) {
            return Err(EditError::CommentInTheWay(member.start));
        }
        let lines = flow::member(key, &one_line(&self.text, &member.value));
        flow::insertion(&self.text, collection, seat, &lines).map(|splice| vec![splice])
    }

    /// The letters of a member of a block collection with its comments, and its column.
    fn piece(&self, route: &[usize]) -> Result<(&str, usize), EditError> {
        let (index, outer) = route.split_last().ok_or(EditError::IntoItself)?;
        let members = collection_at(&self.root, outer, &EditPath::root())?;
        let range = trivia::member_pieces(&self.text, members).get(*index).cloned().ok_or(EditError::Unfaithful)?;
        Ok((&self.text[range], trivia::column_of(&self.text, members)))
    }
}
