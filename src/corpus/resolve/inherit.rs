//! Inheritance of forms: a region's form takes over another's and changes only what it must.

use super::index::FORMS;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{Bilingual, Content, FormTask, SetKey, WrittenBlock, WrittenForm, nearest_name};

/// A block and the set in whose form it was written, which its references are about.
#[derive(Debug, Clone)]
pub(super) struct Inherited<'a> {
    pub(super) block: &'a WrittenBlock,
    pub(super) written_in: SetKey,
    /// The blocks inside an enclosure or on an overleaf.
    pub(super) inner: Vec<Self>,
}

impl<'a> Inherited<'a> {
    fn new(block: &'a WrittenBlock, written_in: &SetKey) -> Self {
        let inner = inner_blocks(block).iter().map(|block| Self::new(block, written_in)).collect();
        Self { block, written_in: written_in.clone(), inner }
    }

    /// Calls `visit` for this block and those inside it.
    pub(super) fn walk(&self, visit: &mut impl FnMut(&'a WrittenBlock)) {
        visit(self.block);
        self.inner.iter().for_each(|inner| inner.walk(visit));
    }
}

fn inner_blocks(block: &WrittenBlock) -> &[WrittenBlock] {
    match block {
        WrittenBlock::Enclosure(enclosure) => &enclosure.blocks,
        WrittenBlock::Overleaf(overleaf) => &overleaf.blocks,
        WrittenBlock::Paragraph(_)
        | WrittenBlock::Heading(_)
        | WrittenBlock::Addressee(_)
        | WrittenBlock::Sender(_)
        | WrittenBlock::Provisions(_)
        | WrittenBlock::Fields(_)
        | WrittenBlock::Lines(_)
        | WrittenBlock::Person(_)
        | WrittenBlock::Rows(_)
        | WrittenBlock::Table(_)
        | WrittenBlock::Contact(_)
        | WrittenBlock::Date(_)
        | WrittenBlock::Signature(_) => &[],
    }
}

/// A form with everything that it takes over.
#[derive(Debug, Clone, Default)]
pub(super) struct Whole<'a> {
    pub(super) title: Option<&'a Bilingual>,
    pub(super) subtitle: Option<&'a Bilingual>,
    pub(super) purpose: Option<&'a Bilingual>,
    pub(super) tasks: &'a [FormTask],
    pub(super) draft: Option<bool>,
    pub(super) blocks: Vec<Inherited<'a>>,
}

/// A form by its set and id.
pub(super) type FormKey = (SetKey, String);

/// The form `key` with everything that it takes over. Faults are reported once, at the form that has them.
pub(super) fn whole_form<'a>(content: &'a Content, key: &FormKey, findings: &mut Diagnostics) -> Option<Whole<'a>> {
    let form = content.sets.get(&key.0)?.forms.get(&key.1)?;
    check_form_keys(form, findings);
    let whole = follow_models(content, key, &mut Vec::new(), findings)?;
    if whole.title.is_none() {
        findings.push(Diagnostic::new(Code::J0202).at(&form.place).arg("key", "title"));
    }
    Some(whole)
}

/// Changes need a form to be made to, and a form that extends another changes it instead of having blocks.
fn check_form_keys(form: &WrittenForm, findings: &mut Diagnostics) {
    let changes =
        form.replace.iter().chain(&form.append).map(WrittenBlock::place).chain(form.drop.iter().map(|id| &id.0.place));
    let (stray, code) = match form.extends {
        None => (changes.min_by_key(|place| place.span.start), Code::J0312),
        Some(_) => (form.blocks.first().map(WrittenBlock::place), Code::J0313),
    };
    findings.extend(stray.map(|place| Diagnostic::new(code).at(place)));
}

/// The form named by an `extends:` value: `baseline/staff-pledge`, `chuo/consent`.
pub(super) fn form_key_of(written: &str) -> Option<FormKey> {
    let (set, form) = written.split_once('/')?;
    Some((SetKey::from_name(set), form.to_owned()))
}

fn follow_models<'a>(
    content: &'a Content,
    key: &FormKey,
    visited: &mut Vec<FormKey>,
    findings: &mut Diagnostics,
) -> Option<Whole<'a>> {
    let form = content.sets.get(&key.0)?.forms.get(&key.1)?;
    // Faults are reported for the form itself, not for those that extend it.
    let reports = visited.is_empty();
    visited.push(key.clone());
    let mut whole = match parent(content, form, visited, findings) {
        Parent::None => Whole::default(),
        Parent::Form(parent) => follow_models(content, &parent, visited, findings)?,
        Parent::Faulty => return None,
    };
    if reports && form.extends.is_some() {
        check_changes(form, &whole, findings);
    }
    // What a form says itself goes before what it takes over. The number, the copies and the source are never
    // taken over: they are about one council's sheet.
    whole.title = form.title.as_ref().or(whole.title);
    whole.subtitle = form.subtitle.as_ref().or(whole.subtitle);
    whole.purpose = form.purpose.as_ref().or(whole.purpose);
    whole.draft = form.draft.or(whole.draft);
    if !form.tasks.is_empty() {
        whole.tasks = &form.tasks;
    }
    whole.blocks = changed(whole.blocks, form, &key.0);
    whole.blocks.extend(form.blocks.iter().chain(&form.append).map(|block| Inherited::new(block, &key.0)));
    Some(whole)
}

/// The form that a form extends.
enum Parent {
    None,
    Form(FormKey),
    Faulty,
}

fn parent(content: &Content, form: &WrittenForm, visited: &[FormKey], findings: &mut Diagnostics) -> Parent {
    let Some(extends) = &form.extends else { return Parent::None };
    let key = form_key_of(&extends.value);
    let Some(parent) = key.clone().filter(|parent| exists(content, parent)) else {
        // A form that is there but could not be read is reported by its own file.
        // Of one that is not there only the form that names it tells, not each form that extends that one.
        if visited.len() == 1 && !key.is_some_and(|parent| is_broken(content, &parent)) {
            findings.push(unknown_parent(content, &extends.value).at(&extends.place));
        }
        return Parent::Faulty;
    };
    if !visited.contains(&parent) {
        return Parent::Form(parent);
    }
    // Each circle is reported from the forms that are on it, not from one that leads into it.
    if visited.first() == Some(&parent) {
        let way = visited.iter().chain([&parent]).map(|(set, form)| format!("{set}/{form}"));
        let way = way.collect::<Vec<_>>().join(" → ");
        findings.push(Diagnostic::new(Code::J0304).at(&extends.place).arg("way", way));
    }
    Parent::Faulty
}

/// The blocks that were taken over, without those that `form` drops and with its own in place of those it replaces.
fn changed<'a>(blocks: Vec<Inherited<'a>>, form: &'a WrittenForm, written_in: &SetKey) -> Vec<Inherited<'a>> {
    let mut kept = Vec::with_capacity(blocks.len());
    for mut inherited in blocks {
        let id = inherited.block.id().as_str();
        if form.drop.iter().any(|dropped| dropped.as_str() == id) {
            continue;
        }
        // A block is replaced where it stands, so that the order of the sheet stays that of the model.
        match form.replace.iter().find(|block| block.id().as_str() == id) {
            Some(block) => kept.push(Inherited::new(block, written_in)),
            None => {
                inherited.inner = changed(inherited.inner, form, written_in);
                kept.push(inherited);
            }
        }
    }
    kept
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
    let diagnostic = Diagnostic::new(Code::J0303).arg("form", written);
    match nearest_name(form, &known) {
        Some(near) => diagnostic.arg("near", format!("{set}/{near}")).hint_id("did-you-mean"),
        None => diagnostic,
    }
}

/// Reports each replaced or dropped block that the form extended does not have.
fn check_changes(form: &WrittenForm, whole: &Whole<'_>, findings: &mut Diagnostics) {
    let mut known = Vec::new();
    for inherited in &whole.blocks {
        inherited.walk(&mut |block| known.push(block.id().as_str()));
    }
    let named = form.replace.iter().map(|block| &block.id().0).chain(form.drop.iter().map(|id| &id.0));
    for id in named {
        if !known.contains(&id.value.as_str()) {
            findings.push(crate::content::unknown_name(Code::J0305, &id.value, &id.place, known.iter().copied()));
        }
    }
}
