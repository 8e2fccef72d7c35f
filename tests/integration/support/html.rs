//! Just enough reading of HTML to check what this program writes: start tags with their attributes.

use std::collections::BTreeSet;

/// A start tag.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    attributes: Vec<(&'a str, String)>,
    /// Where what it contains begins.
    pub(crate) end: usize,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    /// Whether its `class` names `class`.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|value| value.split(' ').any(|one| one == class))
    }
}

/// Every start tag of `html`, in order. Every `<` that is text is written `&lt;`, which the pages must keep to.
pub(crate) fn tags(html: &str) -> Vec<Tag<'_>> {
    let starts = html.match_indices('<').map(|(at, _)| at);
    starts.filter(|at| html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic())).map(|at| tag(html, at)).collect()
}

fn tag(html: &str, at: usize) -> Tag<'_> {
    let inner = &html[at + 1..];
    let name_end = inner.find([' ', '>', '\n']).expect("the end of a tag's name");
    let mut attributes = Vec::new();
    let mut rest = inner[name_end..].trim_start();
    while !rest.starts_with('>') {
        let key_end = rest.find(['=', ' ', '>', '\n']).expect("the end of an attribute's name");
        let (key, after) = rest.split_at(key_end);
        let (value, after) = value(after);
        attributes.push((key, value));
        rest = after.trim_start();
    }
    Tag { name: &inner[..name_end], attributes, end: html.len() - rest.len() + 1 }
}

/// The value behind an attribute's name (empty where it has none), and what follows.
fn value(after: &str) -> (String, &str) {
    let Some(quoted) = after.strip_prefix("=\"") else {
        assert!(!after.starts_with('='), "an attribute without quotes: {after:.60}");
        return (String::new(), after);
    };
    let (value, rest) = quoted.split_once('"').expect("the end of an attribute");
    (unescape(value), rest)
}

/// Text as a reader sees it.
pub(crate) fn unescape(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Every id of a page; fails where one stands twice.
pub(crate) fn ids<'a>(path: &str, tags: &'a [Tag<'_>]) -> BTreeSet<&'a str> {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        assert!(ids.insert(id), "{path}: id {id} stands twice");
    }
    ids
}
