//! Values to put in: YAML text of its own, brought to the indentation of its place or onto one line.

use super::error::EditError;
use super::spaces;
use super::spanned::{Members, SpannedValue, ValueShape, has_comment, spanned};
use super::trivia;
use crate::content::layout::scalar;

/// A value as YAML text, written as if it stood at the start of a line of its own.
pub(super) struct Fragment {
    text: String,
    /// Its tree.
    pub value: SpannedValue,
}

/// A fragment ready for its place.
pub(super) struct Rendered {
    /// The letters behind the dash or colon; none where a collection begins on the next line.
    pub head: String,
    /// The lines below, each with its line break in front.
    pub tail: String,
    /// Whether the value ends where its letters end: no block scalar and no block collection.
    pub inline: bool,
}

/// The layout of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    /// The line break.
    pub line_break: &'static str,
    /// The number of columns by which a list stands to the right of its key.
    pub list_step: usize,
    /// The number of columns by which a mapping stands to the right of its key.
    pub map_step: usize,
}

impl Habits {
    /// The habits of a file: those of its first line break, first list and first mapping.
    pub(super) fn of(text: &str, root: &SpannedValue) -> Self {
        // The first one speaks for the file: one with both kinds has no habit.
        let line_break = match text.find('\n') {
            Some(at) if at > 0 && text.as_bytes()[at - 1] == b'\r' => "\r\n",
            _ => "\n",
        };
        let list_step = first_step(text, root, &|shape| matches!(shape, ValueShape::List(_))).unwrap_or(2);
        let map_step = first_step(text, root, &|shape| matches!(shape, ValueShape::Map(_))).unwrap_or(2);
        // A list may stand in the column of its key, a mapping there would be no value of it (YAML 1.2.2, 8.2).
        Self { line_break, list_step, map_step: map_step.max(1) }
    }
}

/// The columns between a key and its block collection, at the first place where `wanted` holds.
fn first_step(text: &str, value: &SpannedValue, wanted: &dyn Fn(&ValueShape) -> bool) -> Option<usize> {
    let members = value.block_members()?;
    let column = trivia::column_of(text, members);
    members.list.iter().find_map(|member| match member.value.block_members() {
        Some(inner) if member.key.is_some() && wanted(&member.value.shape) => {
            Some(trivia::column_of(text, inner).saturating_sub(column))
        }
        // A list in a list has no key from which a step could be measured; what stands in it may have one.
        _ => first_step(text, &member.value, wanted),
    })
}

impl Fragment {
    /// Reads a fragment.
    pub(super) fn new(text: &str) -> Result<Self, EditError> {
        // The break of the file comes back when the fragment is rendered for it.
        let text = text.replace("\r\n", "\n");
        let text = text.trim_start_matches('\n');
        let value = spanned(text).map_err(|error| EditError::BadFragment(error.to_string()))?;
        if matches!(value.shape, ValueShape::Absent) {
            return Err(EditError::BadFragment("no value".to_owned()));
        }
        let (start, end) = (first_line(text, &value), trivia::value_end(text, &value));
        // Such a comment would be dropped without a word.
        if !text[..start].trim().is_empty() || !text[end..].trim().is_empty() {
            return Err(EditError::BadFragment("a comment that belongs to no part of the value".to_owned()));
        }
        let text = text[start..end].to_owned();
        let value = spanned(&text).map_err(|error| EditError::BadFragment(error.to_string()))?;
        Ok(Self { text, value })
    }

    /// The fragment as it was written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The fragment as one line, as it can stand in brackets and braces.
    ///
    /// # Errors
    /// If it holds a comment.
    pub(super) fn on_one_line(&self) -> Result<String, EditError> {
        if has_comment(&self.text) {
            return Err(EditError::BadFragment("a comment cannot stand on one line with its value".to_owned()));
        }
        Ok(one_line(&self.text, &self.value))
    }

    /// Whether the fragment is a flow collection, or a scalar, of one line.
    pub(super) fn is_short(&self) -> bool {
        let block = self.value.block_members().is_some();
        !block && !self.text.contains('\n') && !matches!(self.value.shape, ValueShape::BlockScalar { .. })
    }

    /// The fragment for a member that stands in `column`.
    pub(super) fn rendered(&self, column: usize, in_list: bool, habits: Habits) -> Rendered {
        let line_break = habits.line_break;
        if let Some(members) = self.value.block_members() {
            let step = match (in_list, &self.value.shape) {
                // A dash and a space; the habits tell of keys alone.
                (true, _) => 2,
                (false, ValueShape::List(_)) => habits.list_step,
                (false, _) => habits.map_step,
            };
            let lines = shifted(&self.text, trivia::column_of(&self.text, members), column + step, line_break);
            let (head, tail) = if in_list {
                halves(lines[column + step..].to_owned())
            } else {
                (String::new(), format!("{line_break}{lines}"))
            };
            return Rendered { head, tail, inline: false };
        }
        let inline = !matches!(self.value.shape, ValueShape::BlockScalar { .. });
        let Some((head, lines)) = self.text.split_once('\n') else {
            return Rendered { head: self.text.trim_start().to_owned(), tail: String::new(), inline };
        };
        // What goes on below has to stand deeper than its dash or key.
        let target = column + if least_indent(lines) == 0 { 2 } else { 0 };
        let tail = format!("{line_break}{}", shifted(lines, 0, target, line_break));
        Rendered { head: head.trim_start().to_owned(), tail, inline }
    }
}

/// The start of the line that a fragment begins in; a block collection begins with the comments directly above it.
fn first_line(text: &str, value: &SpannedValue) -> usize {
    let mut start = spaces::line_start(text, value.span.start);
    if let Some(members) = value.block_members() {
        let column = trivia::column_of(text, members);
        for line in text[..start].lines().rev() {
            let indent = spaces::blanks(line);
            if indent != column || !line[indent..].starts_with('#') {
                break;
            }
            start -= line.len() + 1;
        }
    }
    start
}

fn halves(lines: String) -> (String, String) {
    match lines.find('\n') {
        Some(at) => {
            let at = if lines[..at].ends_with('\r') { at - 1 } else { at };
            (lines[..at].to_owned(), lines[at..].to_owned())
        }
        None => (lines, String::new()),
    }
}

fn least_indent(lines: &str) -> usize {
    let full = lines.split('\n').filter(|line| !line.trim().is_empty());
    full.map(spaces::blanks).min().unwrap_or(0)
}

/// The lines moved from the column `from` to the column `to`. Empty lines stay empty.
pub(super) fn shifted(lines: &str, from: usize, to: usize, line_break: &str) -> String {
    let moved = |line: &str| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            return String::new();
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        format!("{}{}", " ".repeat((indent + to).saturating_sub(from)), &line[indent..])
    };
    lines.split('\n').map(moved).collect::<Vec<_>>().join(line_break)
}

/// A value of `text` as one line in flow style.
pub(super) fn one_line(text: &str, value: &SpannedValue) -> String {
    let members = |members: &Members| {
        let member = |member: &super::spanned::SpannedMember| match &member.key {
            Some(key) => format!("{}: {}", key_word(key), one_line(text, &member.value)),
            None => one_line(text, &member.value),
        };
        members.list.iter().map(member).collect::<Vec<_>>().join(", ")
    };
    match &value.shape {
        ValueShape::Map(inner) => format!("{{{}}}", members(inner)),
        ValueShape::List(inner) => format!("[{}]", members(inner)),
        ValueShape::Absent | ValueShape::Gone => "~".to_owned(),
        ValueShape::BlockScalar { value } => scalar(value, true),
        ValueShape::Scalar { value: letters, plain } => {
            let source = &text[value.span.clone()];
            // Within braces a comma, a colon or a bracket would end the plain scalar.
            let fits =
                if *plain { !source.contains([',', '[', ']', '{', '}', '\n', ':']) } else { !source.contains('\n') };
            if fits { source.to_owned() } else { scalar(letters, true) }
        }
    }
}

/// A key as it is written in front of its colon.
pub(super) fn key_word(key: &str) -> String {
    scalar(key, true)
}
