//! Members that leave their lists and may come in elsewhere in the file, with their comments.

use std::collections::{BTreeMap, BTreeSet};

use super::path::EditPath;
use super::route::{collection_at, route_to};
use super::{YamlEditor, trivia};
use crate::content::value::YamlValue;

/// Members of lists that do not stand any more where they did, by their ids. They may come in elsewhere.
#[derive(Default)]
pub(super) struct Strays<'v>(BTreeMap<&'v str, Vec<Stray<'v>>>);

/// A member of a list with its comments.
pub(super) struct Stray<'v> {
    /// The comments above its dash.
    pub(super) above: Vec<String>,
    /// The comment behind its braces.
    pub(super) behind: String,
    pub(super) text: String,
    pub(super) value: &'v YamlValue,
}

impl<'v> Strays<'v> {
    /// Those of `before` that are not in `after` where they were.
    pub(super) fn of(editor: &YamlEditor, before: &'v YamlValue, after: &YamlValue) -> Self {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        addresses(before, &EditPath::root(), &mut old);
        addresses(after, &EditPath::root(), &mut new);
        let stays: BTreeSet<String> = new.iter().map(|(path, _)| path.to_string()).collect();
        let ids: BTreeSet<&str> = new.iter().filter_map(|(_, value)| plain_id(value)).collect();
        let mut strays = Self::default();
        for (path, value) in old.iter().filter(|(path, _)| !stays.contains(&path.to_string())) {
            let id = plain_id(value).filter(|id| ids.contains(id));
            if let (Some(id), Ok(text)) = (id, editor.fragment(path)) {
                let (above, behind) = editor.remarks(path);
                strays.0.entry(id).or_default().push(Stray { above, behind, text, value });
            }
        }
        strays
    }

    /// The stray that `value` was: it bears its id and shares its words.
    pub(super) fn find(&self, value: &YamlValue) -> Option<&Stray<'v>> {
        self.0.get(plain_id(value)?)?.iter().find(|stray| shares_words(stray.value, value))
    }

    /// Whether some stray comes in with `value`.
    pub(super) fn comes_in(&self, value: &YamlValue) -> bool {
        if self.0.is_empty() {
            return false;
        }
        match value {
            YamlValue::Text(_) | YamlValue::Plain(_) => false,
            YamlValue::List(list) => list.iter().any(|value| self.comes_in(value)),
            YamlValue::Map(_, keys) => self.find(value).is_some() || keys.iter().any(|(_, below)| self.comes_in(below)),
        }
    }
}

/// Whether two mappings say the same of a key that holds words.
fn shares_words(one: &YamlValue, two: &YamlValue) -> bool {
    let (YamlValue::Map(_, one), YamlValue::Map(_, two)) = (one, two) else { return false };
    one.iter().any(|pair| ["ja", "en", "caption", "title"].contains(&pair.0.as_str()) && two.contains(pair))
}

fn plain_id(value: &YamlValue) -> Option<&str> {
    match value {
        YamlValue::Map(_, keys) => id_among(keys),
        YamlValue::Text(_) | YamlValue::Plain(_) | YamlValue::List(_) => None,
    }
}

/// The members of lists that have an id, with their paths.
fn addresses<'v>(value: &'v YamlValue, path: &EditPath, found: &mut Vec<(EditPath, &'v YamlValue)>) {
    match value {
        YamlValue::Text(_) | YamlValue::Plain(_) => {}
        YamlValue::Map(_, keys) => keys.iter().for_each(|(key, below)| addresses(below, &path.clone().key(key), found)),
        YamlValue::List(list) => {
            for (at, value) in list.iter().enumerate() {
                let own = plain_id(value).map_or_else(|| path.clone().index(at), |id| path.clone().id(id));
                if plain_id(value).is_some() {
                    found.push((own.clone(), value));
                }
                addresses(value, &own, found);
            }
        }
    }
}

impl YamlEditor {
    /// The comments above the dash of a member, and the one behind its braces.
    fn remarks(&self, path: &EditPath) -> (Vec<String>, String) {
        let found = route_to(&self.root, path).ok().and_then(|route| {
            let (index, outer) = route.split_last()?;
            let members = collection_at(&self.root, outer, path).ok().filter(|members| !members.flow)?;
            let piece = trivia::member_pieces(&self.text, members).get(*index)?.clone();
            let member = &members.list[*index];
            let above = self.text.get(piece.start..member.start)?.lines().map(|line| line.trim().to_owned());
            let behind = match member.value.block_members() {
                Some(_) => "",
                None => self.text.get(member.value.span.end..piece.end)?.trim(),
            };
            let behind = Some(behind).filter(|words| words.starts_with('#') && !words.contains('\n'));
            Some((above.filter(|line| !line.is_empty()).collect(), behind.unwrap_or("").to_owned()))
        });
        found.unwrap_or_else(|| (Vec::new(), String::new()))
    }
}

/// The id among the keys of a mapping.
pub(super) fn id_among(keys: &[(String, YamlValue)]) -> Option<&str> {
    match &keys.iter().find(|(key, _)| key == "id")?.1 {
        YamlValue::Text(id) | YamlValue::Plain(id) => Some(id),
        YamlValue::List(_) | YamlValue::Map(..) => None,
    }
}
