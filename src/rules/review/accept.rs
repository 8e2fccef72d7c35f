//! Recording reviews.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::links::Link;
use super::lock::{self, Lock};

/// The change that a review makes to a line of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The link is reviewed for the first time.
    New,
    /// It is reviewed again; the names of what changed.
    Renewed(Vec<&'static str>),
    /// It is no longer there.
    Gone,
}

/// The changes that a review would make.
#[derive(Debug)]
pub struct Plan {
    /// The changes, by the links' names.
    pub changes: BTreeMap<String, Change>,
    /// The record after it.
    pub text: String,
    /// The targets that name nothing.
    pub unknown: Vec<String>,
}

/// A review: when it was, and whose.
#[derive(Debug, Clone, Copy)]
pub struct Review<'a> {
    /// The day.
    pub day: Date,
    /// The name of the person, if they gave it.
    pub by: Option<&'a str>,
}

impl Review<'_> {
    /// As the record holds it: 2026-11-29 山田 花子.
    fn written(&self) -> String {
        // A line of the record is a line, whatever a name holds.
        let words = self.by.into_iter().flat_map(str::split_whitespace);
        let words = words.map(|word| word.replace(char::is_control, ""));
        std::iter::once(self.day.to_string()).chain(words).collect::<Vec<_>>().join(" ")
    }
}

/// Returns the changes that reviewing `targets` makes to `lock`; `None` for everything there is. What did not change keeps
/// whose review it was; where nobody is known, a name that is given now stands.
#[must_use]
pub fn plan(links: &BTreeMap<String, Link>, lock: &Lock<'_>, targets: Option<&[String]>, review: Review<'_>) -> Plan {
    let told = review.written();
    let chosen = |name: &str| targets.is_none_or(|targets| targets.iter().any(|target| names(target, name)));
    let mut changes = BTreeMap::new();
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    for (name, link) in links {
        let reviewed = lock.get(name.as_str());
        let change = match reviewed.map(|reviewed| reviewed.changed(link)) {
            None => Some(Change::New),
            Some(changed) if changed.is_empty() => None,
            Some(changed) => Some(Change::Renewed(changed)),
        };
        let accepted = chosen(name);
        // A line that did not change is written anew all the same, so that the file keeps one way of writing.
        if accepted || change.is_none() {
            let kept = reviewed.and_then(|reviewed| reviewed.review).filter(|_| change.is_none());
            // Who says `--all` has looked at what changed, not at every line there is.
            let anew = change.is_some() || (accepted && targets.is_some() && review.by.is_some());
            lines.insert(name.clone(), lock::line_ends(link, kept.or(anew.then_some(&*told))));
        // What is suspect and not chosen keeps what was seen, or it would pass for reviewed.
        } else if let Some(reviewed) = reviewed {
            lines.insert(name.clone(), reviewed.written());
        }
        changes.extend(change.filter(|_| accepted).map(|change| (name.clone(), change)));
    }
    // A link that is gone leaves the record only where somebody says so: its file may be missing by mistake.
    for (name, reviewed) in lock.iter().filter(|(name, _)| !links.contains_key(**name)) {
        if chosen(name) {
            changes.insert((*name).to_owned(), Change::Gone);
        } else {
            lines.insert((*name).to_owned(), reviewed.written());
        }
    }
    let all = || links.keys().map(String::as_str).chain(lock.keys().copied());
    let unknown = targets.unwrap_or(&[]).iter().filter(|target| !all().any(|name| names(target, name)));
    Plan { changes, text: lock::lock_text(&lines), unknown: unknown.cloned().collect() }
}

/// Whether `target` names the link `name`: a set, a document or form, a provision with what stands below it, or a
/// requirement.
fn names(target: &str, name: &str) -> bool {
    let ends = name.split(' ').skip(1);
    ends.into_iter()
        // Only at a border of names: chuo is not chuo-minami.
        .any(|end| end.strip_prefix(target).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#', '.'])))
}
