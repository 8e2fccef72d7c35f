//! From what a file says to what it should say: only what differs between two values is written anew.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::error::EditError;
use super::fragment::{Fragment, Habits};
use super::path::{EditPath, Landing};
use super::route::{collection_at, is_within_flow, route_to, value_at, value_at_mut};
use super::spanned::{Members, SpannedMember, SpannedValue, ValueShape};
use super::splice::Splice;
use super::strays::{Strays, id_among};
use super::{YamlEditor, block, spaces, trivia};
use crate::content::layout::{end_in_braces, laid_out_alone, stays_in_braces};
use crate::content::value::{Layout, YamlValue};

/// What stands around the text that is being edited.
struct Around<'s> {
    /// The columns in front of it, in the file that it is a part of.
    base: usize,
    strays: &'s Strays<'s>,
}

/// A member of a list as it is to stand there.
struct ListedMember {
    /// The member that it was; none for a new one.
    origin: Option<usize>,
    /// Its lines from its first letter on.
    lines: String,
    value: SpannedValue,
}

impl YamlEditor {
    /// Makes the file, which says `before`, say `after`. What both say stays as it is written, with its comments; members
    /// of lists are known by their `id`, and those without one by what they say and where they stand.
    ///
    /// # Errors
    /// If the file does not say `before`, or an edit would lose a comment. The text may be changed in part then.
    pub fn rewrite(&mut self, before: &YamlValue, after: &YamlValue) -> Result<(), EditError> {
        let strays = Strays::of(self, before, after);
        self.rewrite_at(&EditPath::root(), before, after, &Around { base: 0, strays: &strays })
    }

    /// As [`rewrite`](Self::rewrite) for the value at `path`.
    fn rewrite_at(
        &mut self,
        path: &EditPath,
        before: &YamlValue,
        after: &YamlValue,
        around: &Around<'_>,
    ) -> Result<(), EditError> {
        if before == after {
            return Ok(());
        }
        let route = route_to(&self.root, path)?;
        let value = value_at(&self.root, &route, path)?;
        match (before, after, &value.shape) {
            (YamlValue::Map(_, old), YamlValue::Map(layout, new), ValueShape::Map(members)) => {
                let shared = new.iter().any(|(key, _)| old.iter().any(|(other, _)| key == other));
                let start = around.base + spaces::column(&self.text, value.span.start);
                let room = end_in_braces(after, start).is_some_and(|end| stays_in_braces(*layout, end));
                if shared && (!members.flow || room || is_within_flow(&self.root, &route)) {
                    return self.rewrite_keys(path, old, new, around);
                }
            }
            (YamlValue::List(old), YamlValue::List(new), ValueShape::List(members))
                if !members.flow && !new.is_empty() && members.list.len() == old.len() =>
            {
                return self.rewrite_list(path, &route, old, new, around);
            }
            _ => {}
        }
        let column = self.inner_column(&route);
        let text = match after {
            YamlValue::List(_) => self.alone(after, column, around)?,
            YamlValue::Text(_) | YamlValue::Plain(_) | YamlValue::Map(..) => self.opened(after, column, around)?,
        };
        self.put(path, &text)
    }

    /// The column in which a value of lines of its own begins at `route`.
    fn inner_column(&self, route: &[usize]) -> usize {
        if route.is_empty() { 0 } else { self.container_column(route) + 2 }
    }

    fn rewrite_keys(
        &mut self,
        path: &EditPath,
        old: &[(String, YamlValue)],
        new: &[(String, YamlValue)],
        around: &Around<'_>,
    ) -> Result<(), EditError> {
        let of = |keys: &[(String, YamlValue)], key: &str| keys.iter().find(|(other, _)| other == key).cloned();
        let order: Vec<String> = new.iter().map(|(key, _)| key.clone()).collect();
        for (key, value) in new {
            let at = path.clone().key(key);
            match of(old, key) {
                Some((_, before)) if before == *value => {}
                Some((_, before)) if self.contains(&at) => self.rewrite_at(&at, &before, value, around)?,
                _ if self.contains(&at) => self.put(&at, &self.alone(value, 2, around)?)?,
                _ => {
                    let column = route_to(&self.root, path).map_or(0, |route| self.inner_column(&route));
                    // A list gets its members one by one, since some may come from elsewhere.
                    let text = self.alone(value, column + 2, around)?;
                    self.insert_key(path, &Landing::InOrder(order.clone()), key, &text)?;
                }
            }
        }
        for (key, _) in old {
            let at = path.clone().key(key);
            if of(new, key).is_none() && self.contains(&at) {
                self.remove(&at)?;
            }
        }
        Ok(())
    }

    /// Replaces the value at `path`, also that of the whole file.
    fn put(&mut self, path: &EditPath, value: &str) -> Result<(), EditError> {
        let route = route_to(&self.root, path)?;
        let fragment = Fragment::new(value)?;
        let splices = self.replacement(&route, value_at(&self.root, &route, path)?, &fragment)?;
        let mut expected = self.root.clone();
        if let Some(value) = value_at_mut(&mut expected, &route) {
            *value = fragment.value;
        }
        self.commit(splices, &expected)
    }

    /// Brings a list of lines to its new members in one edit, since each edit reads the whole text again.
    fn rewrite_list(
        &mut self,
        path: &EditPath,
        route: &[usize],
        old: &[YamlValue],
        new: &[YamlValue],
        around: &Around<'_>,
    ) -> Result<(), EditError> {
        let members = collection_at(&self.root, route, path)?;
        let pieces = trivia::member_pieces(&self.text, members);
        let mut entries = Vec::with_capacity(new.len());
        for (value, origin) in new.iter().zip(origins(old, new)) {
            entries.push(match origin {
                Some(at) => self.kept_entry(path, members, (at, &pieces[at]), &old[at], value, around)?,
                None => self.new_entry(members, value, around)?,
            });
        }
        let range = pieces.first().map_or(0, |piece| piece.start)..pieces.last().map_or(0, |piece| piece.end);
        let text = self.joined(&entries, &pieces, trivia::column_of(&self.text, members));
        let mut expected = self.root.clone();
        if let Some(value) = value_at_mut(&mut expected, route)
            && let Some(members) = value.members_mut()
        {
            members.list =
                entries.into_iter().map(|entry| SpannedMember { key: None, start: 0, value: entry.value }).collect();
        }
        self.commit(vec![Splice::new(range, text)], &expected)
    }

    fn new_entry(&self, members: &Members, value: &YamlValue, around: &Around<'_>) -> Result<ListedMember, EditError> {
        let column = trivia::column_of(&self.text, members);
        let (lines, value) = self.member_lines(value, column, around, self.habits)?;
        Ok(ListedMember { origin: None, lines, value })
    }

    /// The lines of a member that is new in its list, whose dash stands in `column`, with the comments that it had
    /// elsewhere.
    fn member_lines(
        &self,
        value: &YamlValue,
        column: usize,
        around: &Around<'_>,
        habits: Habits,
    ) -> Result<(String, SpannedValue), EditError> {
        let fragment = Fragment::new(&self.alone(value, column + 2, around)?)?;
        let own = block::member(None, &fragment, column, habits);
        let Some(stray) = around.strays.find(value) else { return Ok((own, fragment.value)) };
        let deeper = format!("{}{}", habits.line_break, " ".repeat(column));
        let remark = Some(&stray.behind).filter(|remark| !remark.is_empty());
        let (above, behind) = if own.contains('\n') { (remark, None) } else { (None, remark) };
        let mut lines: String = stray.above.iter().chain(above).map(|line| format!("{line}{deeper}")).collect();
        lines.push_str(&own);
        lines.extend(behind.map(|remark| format!(" {remark}")));
        Ok((lines, fragment.value))
    }

    /// The text of a value that is new at its place, in the column `column`.
    fn alone(&self, value: &YamlValue, column: usize, around: &Around<'_>) -> Result<String, EditError> {
        if let YamlValue::List(list) = value
            && list.iter().any(|element| around.strays.comes_in(element))
        {
            let mut lines = Vec::with_capacity(list.len());
            for element in list {
                let unix = Habits { line_break: "\n", ..self.habits };
                let inside = Around { base: around.base + column, strays: around.strays };
                lines.push(self.member_lines(element, 0, &inside, unix)?.0);
            }
            return Ok(lines.join("\n"));
        }
        let Some(stray) = around.strays.find(value) else {
            return self.opened(value, column, around);
        };
        let mut inner = Self::new(stray.text.clone())?;
        let around = Around { base: around.base + column, strays: around.strays };
        inner.rewrite_at(&EditPath::root(), stray.value, value, &around)?;
        Ok(inner.into_text())
    }

    /// The text of a new value, below which members may stand that come from elsewhere.
    fn opened(&self, value: &YamlValue, column: usize, around: &Around<'_>) -> Result<String, EditError> {
        let YamlValue::Map(_, keys) = value else { return Ok(laid_out_alone(value, around.base + column)) };
        if !around.strays.comes_in(value) {
            return Ok(laid_out_alone(value, around.base + column));
        }
        let (moved, plain): (Vec<_>, Vec<_>) =
            keys.iter().cloned().partition(|(_, below)| around.strays.comes_in(below));
        let order: Vec<String> = keys.iter().map(|(key, _)| key.clone()).collect();
        let lines = plain.iter().map(|pair| laid_out_alone(&YamlValue::Map(Layout::Open, vec![pair.clone()]), column));
        let mut outer = Self::new(lines.collect::<Vec<_>>().join("\n"))?;
        for (key, below) in moved {
            let text = self.alone(&below, column + 2, around)?;
            outer.insert_key(&EditPath::root(), &Landing::InOrder(order.clone()), &key, &text)?;
        }
        Ok(outer.into_text())
    }

    fn kept_entry(
        &self,
        path: &EditPath,
        members: &Members,
        (at, piece): (usize, &Range<usize>),
        before: &YamlValue,
        after: &YamlValue,
        around: &Around<'_>,
    ) -> Result<ListedMember, EditError> {
        let member = &members.list[at];
        if before == after {
            let lines = self.text[piece.clone()].to_owned();
            return Ok(ListedMember { origin: Some(at), lines, value: member.value.clone() });
        }
        let column = trivia::column_of(&self.text, members);
        let mut inner = Self::new(self.fragment(&path.clone().index(at))?)?;
        let around = Around { base: around.base + column + 2, strays: around.strays };
        inner.rewrite_at(&EditPath::root(), before, after, &around)?;
        let fragment = Fragment::new(&inner.into_text())?;
        let lines = block::member(None, &fragment, column, self.habits);
        let end = match member.value.block_members() {
            Some(_) => trivia::value_end(&self.text, &member.value),
            None => member.value.span.end,
        };
        let (above, below) = (&self.text[piece.start..member.start], &self.text[end..piece.end]);
        let remark = below.trim();
        // What stood behind braces on their line stands above the lines that they became.
        let moved = remark.starts_with('#') && !below.contains('\n') && lines.contains('\n');
        let lines = if moved {
            format!("{above}{remark}{}{}{lines}", self.habits.line_break, " ".repeat(column))
        } else {
            format!("{above}{lines}{below}")
        };
        Ok(ListedMember { origin: Some(at), lines, value: fragment.value })
    }

    /// The lines of a list. What stands between two members stays before the second; comments of their own there stay
    /// also where that goes.
    fn joined(&self, entries: &[ListedMember], pieces: &[Range<usize>], column: usize) -> String {
        let gap = |at: usize| at.checked_sub(1).map_or("", |before| &self.text[pieces[before].end..pieces[at].start]);
        let plain = self.usual_gap(pieces, column);
        let kept: BTreeSet<usize> = entries.iter().filter_map(|entry| entry.origin).collect();
        let mut remarks = (0..pieces.len()).filter(|at| !kept.contains(at) && gap(*at).contains('#')).peekable();
        let mut text = String::new();
        for (place, entry) in entries.iter().enumerate() {
            let mut between = String::new();
            while let Some(at) = remarks.next_if(|at| *at < entry.origin.unwrap_or(0)) {
                between.push_str(gap(at).trim_end());
            }
            let own = entry.origin.map_or("", gap);
            between.push_str(if own.is_empty() { &plain } else { own });
            text.push_str(match (place, between.contains('#')) {
                (0, false) => "",
                (0, true) => between.trim_start(),
                _ => &between,
            });
            text.push_str(&entry.lines);
        }
        for at in remarks {
            text.push_str(gap(at).trim_end());
        }
        text
    }

    /// As members of a list are set apart: as the first two are.
    fn usual_gap(&self, pieces: &[Range<usize>], column: usize) -> String {
        let breaks = match pieces {
            [first, second, ..] => spaces::breaks_after_comments(&self.text[first.end..second.start]),
            _ => 1,
        };
        format!("{}{}", self.habits.line_break.repeat(breaks.max(1)), " ".repeat(column))
    }
}

/// For each of `new`, which of `old` it was.
fn origins(old: &[YamlValue], new: &[YamlValue]) -> Vec<Option<usize>> {
    let named: BTreeMap<_, usize> =
        old.iter().enumerate().rev().filter_map(|(at, value)| Some((member_name(value)?, at))).collect();
    if !named.is_empty() {
        let mut taken = vec![false; old.len()];
        let origin = |value: &YamlValue| {
            let at = *named.get(&member_name(value)?)?;
            (!std::mem::replace(&mut taken[at], true)).then_some(at)
        };
        return new.iter().map(origin).collect();
    }
    let same = |pairs: &mut dyn Iterator<Item = (&YamlValue, &YamlValue)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut old.iter().zip(new));
    let most = old.len().min(new.len()) - head;
    let tail = same(&mut old.iter().rev().zip(new.iter().rev())).min(most);
    let of = |at: usize| {
        let from_end = new.len() - at;
        if from_end <= tail { Some(old.len() - from_end) } else { Some(at).filter(|at| *at < old.len() - tail) }
    };
    (0..new.len()).map(of).collect()
}

/// The name of a member among its siblings: its `id`, or the only key and the `id` below it.
fn member_name(value: &YamlValue) -> Option<(&str, &str)> {
    let YamlValue::Map(_, own) = value else { return None };
    match own.as_slice() {
        [(word, YamlValue::Map(_, below))] => id_among(below).map(|id| (word.as_str(), id)),
        keys => id_among(keys).map(|id| ("", id)),
    }
}
