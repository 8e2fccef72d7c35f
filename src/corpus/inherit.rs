//! Inheritance of forms: a region's form takes over another's and changes only what it must.

use std::collections::BTreeMap;

use super::index::FORMS;
use crate::content::{Bilingual, Block, Content, Form, SetKey, nearest};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// A block and the set in whose form it was written, which its references are about.
#[derive(Debug, Clone)]
pub(super) struct Inherited<'a> {
    pub(super) block: &'a Block,
    pub(super) written_in: SetKey,
}

/// A form with everything that it takes over.
#[derive(Debug, Clone, Default)]
pub(super) struct Whole<'a> {
    pub(super) title: Option<&'a Bilingual>,
    pub(super) subtitle: Option<&'a Bilingual>,
    pub(super) purpose: Option<&'a Bilingual>,
    pub(super) blocks: Vec<Inherited<'a>>,
    /// Blocks that stand in place of those of the same id, also deeper in.
    pub(super) replaced: BTreeMap<String, Inherited<'a>>,
    /// Ids of blocks that are left out.
    pub(super) dropped: Vec<String>,
}

/// A form by its set and id.
pub(super) type FormKey = (SetKey, String);

/// The form `key` with everything that it takes over. Faults are reported once, at the form that has them.
pub(super) fn whole<'a>(content: &'a Content, key: &FormKey, findings: &mut Diagnostics) -> Option<Whole<'a>> {
    let form = content.sets.get(&key.0)?.forms.get(&key.1)?;
    let mut whole = follow(content, key, &mut Vec::new(), findings)?;
    if form.extends.is_some() {
        check_changes(form, &whole, findings);
    }
    whole.title = form.title.as_ref().or(whole.title);
    if whole.title.is_none() {
        findings.push(Diagnostic::error("J0202").at(&form.place).arg("key", "title"));
    }
    Some(whole)
}

/// The form named by an `extends:` value: `baseline/staff-pledge`, `chuo/consent`.
pub(super) fn key_of(written: &str) -> Option<FormKey> {
    let (set, form) = written.split_once('/')?;
    Some((SetKey::from_name(set), form.to_owned()))
}

fn follow<'a>(
    content: &'a Content,
    key: &FormKey,
    visited: &mut Vec<FormKey>,
    findings: &mut Diagnostics,
) -> Option<Whole<'a>> {
    let form = content.sets.get(&key.0)?.forms.get(&key.1)?;
    visited.push(key.clone());
    let mut whole = match &form.extends {
        None => Whole::default(),
        Some(extends) => {
            let parent = key_of(&extends.value).filter(|parent| exists(content, parent));
            let Some(parent) = parent else {
                // Reported once: at the form itself, not at those that extend it; and not where the extended form
                // is there but could not be read.
                let broken = key_of(&extends.value).is_some_and(|parent| is_broken(content, &parent));
                if visited.len() == 1 && !broken {
                    findings.push(unknown_parent(content, &extends.value).at(&extends.place));
                }
                return None;
            };
            if visited.contains(&parent) {
                // Each circle is reported from the forms that are on it, not from one that leads into it.
                if visited.first() == Some(&parent) {
                    let way = visited.iter().chain([&parent]).map(|(set, form)| format!("{set}/{form}"));
                    let way = way.collect::<Vec<_>>().join(" → ");
                    findings.push(Diagnostic::error("J0304").at(&extends.place).arg("way", way));
                }
                return None;
            }
            follow(content, &parent, visited, findings)?
        }
    };
    let here = |block: &'a Block| Inherited { block, written_in: key.0.clone() };
    whole.title = form.title.as_ref().or(whole.title);
    whole.subtitle = form.subtitle.as_ref().or(whole.subtitle);
    whole.purpose = form.purpose.as_ref().or(whole.purpose);
    whole.blocks.extend(form.blocks.iter().chain(&form.append).map(here));
    whole.replaced.extend(form.replace.iter().map(|block| (block.id().as_str().to_owned(), here(block))));
    whole.dropped.extend(form.drop.iter().map(|id| id.as_str().to_owned()));
    Some(whole)
}

fn exists(content: &Content, key: &FormKey) -> bool {
    content.sets.get(&key.0).is_some_and(|set| set.forms.contains_key(&key.1))
}

fn is_broken(content: &Content, (set, form): &FormKey) -> bool {
    content.sets.get(set).is_some_and(|set| set.broken.contains(&format!("{FORMS}{form}")))
}

/// The hint names a form of the set that was meant; the same set's name before each would make all look alike.
fn unknown_parent(content: &Content, written: &str) -> Diagnostic {
    let (set, form) = written.split_once('/').unwrap_or(("", written));
    let forms = content.sets.get(&SetKey::from_name(set)).map(|files| files.forms.keys().map(String::as_str));
    let known: Vec<&str> = forms.into_iter().flatten().collect();
    let diagnostic = Diagnostic::error("J0303").arg("form", written);
    match nearest(form, &known) {
        Some(near) => diagnostic.arg("near", format!("{set}/{near}")).hint_id("did-you-mean"),
        None => diagnostic,
    }
}

/// What is replaced or dropped must be there.
fn check_changes(form: &Form, whole: &Whole<'_>, findings: &mut Diagnostics) {
    let mut known = Vec::new();
    for inherited in &whole.blocks {
        collect_ids(inherited.block, &mut known);
    }
    let named = form.replace.iter().map(|block| &block.id().0).chain(form.drop.iter().map(|id| &id.0));
    for id in named {
        if !known.contains(&id.value.as_str()) {
            findings.push(crate::content::unknown("J0305", &id.value, &id.place, known.iter().copied()));
        }
    }
}

fn collect_ids<'a>(block: &'a Block, ids: &mut Vec<&'a str>) {
    ids.push(block.id().as_str());
    let inner = match block {
        Block::Enclosure(enclosure) => &enclosure.blocks,
        Block::Overleaf(overleaf) => &overleaf.blocks,
        _ => return,
    };
    for block in inner {
        collect_ids(block, ids);
    }
}
