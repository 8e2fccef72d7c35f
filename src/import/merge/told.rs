//! What a merge says: what changed, article by article, and what a person has to look at.

use super::Merged;
use super::changes::{ArticleChange, ChangeKind};
use super::front::{FrontChange, FrontKey};
use crate::base::locale::Messages;

/// The greatest number of articles that are told one by one.
const MOST_ARTICLES: usize = 60;

/// The greatest number of places that are named of references to what is gone.
const MOST_PLACES: usize = 6;

/// The report of a merge, for people. `command` prints the comparison table of both texts.
#[must_use]
pub fn merge_report(merged: &Merged, command: Option<&str>, messages: &Messages) -> String {
    if merged.files.is_empty() {
        return messages.text("merge-nothing");
    }
    let count = |kind: ChangeKind| merged.articles.iter().filter(|one| one.kind == kind).count().to_string();
    let counts = [
        ("changed", count(ChangeKind::Changed)),
        ("added", count(ChangeKind::Added)),
        ("gone", count(ChangeKind::Gone)),
        ("renumbered", merged.renumbered.to_string()),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let mut lines = vec![messages.with("merge-counts", &counts)];
    lines.extend(merged.front.iter().map(|one| front_line(one, messages)));
    lines.extend(merged.articles.iter().take(MOST_ARTICLES).map(|one| format!("  {}", article_line(one, messages))));
    let more = merged.articles.len().saturating_sub(MOST_ARTICLES);
    if more > 0 {
        lines.push(format!("  {}", messages.with("import-more", &[("count", &more.to_string())])));
    }
    lines.extend(merged.beside.iter().map(|title| messages.with("merge-beside", &[("title", title)])));
    lines.extend(merged.left.iter().map(|title| messages.with("merge-left", &[("title", title)])));
    let english: usize = merged.articles.iter().map(|one| one.english).sum();
    if english > 0 {
        lines.push(messages.with("merge-english", &[("count", &english.to_string())]));
    }
    if !merged.dangling.is_empty() {
        let places = merged.dangling.iter().take(MOST_PLACES).map(String::as_str).collect::<Vec<_>>().join(", ");
        lines.push(
            messages.with("merge-dangling", &[("count", &merged.dangling.len().to_string()), ("places", &places)]),
        );
    }
    if merged.official {
        lines.push(messages.text("merge-official"));
    }
    lines.extend(merged.files.iter().map(|file| messages.with("merge-file", &[("path", &file.path)])));
    lines.extend(command.map(|command| messages.with("merge-command", &[("command", command)])));
    lines.join("\n")
}

fn front_line(one: &FrontChange, messages: &Messages) -> String {
    let id = match one.key {
        FrontKey::Title => "merge-title",
        FrontKey::Enacted => "merge-enacted",
        FrontKey::Amended => "merge-amended",
    };
    let none = messages.text("merge-none");
    let shown = |value: &str| if value.is_empty() { none.clone() } else { value.to_owned() };
    messages.with(id, &[("was", &shown(&one.was)), ("now", &shown(&one.now))])
}

fn article_line(one: &ArticleChange, messages: &Messages) -> String {
    let id = match one.kind {
        ChangeKind::Added => "merge-added",
        ChangeKind::Changed => "merge-changed",
        ChangeKind::Gone => "merge-gone",
    };
    let name = match &one.was {
        Some(was) if was.is_empty() => one.name.clone(),
        Some(was) => messages.with("merge-was", &[("name", &one.name), ("was", was)]),
        None => one.name.clone(),
    };
    messages.with(id, &[("name", &name), ("places", &one.places.to_string())])
}
