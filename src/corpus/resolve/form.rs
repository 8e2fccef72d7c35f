//! Resolving forms: inheritance, numbers, references.

use super::block;
use super::block::number_block;
use super::document::resolve_source;
use super::duplicates::{report_duplicate_numbers, report_duplicates};
use super::index::{FORMS, Home, Index, IndexEntry};
use super::inherit::{self, Whole};
use super::numbering;
use super::references::{ReferenceContext, References, Resolved};
use super::text::Texts;
use super::words::{pair, resolve_words};
use crate::base::diagnostics::{Code, Diagnostics};
use crate::base::locale::Lang;
use crate::base::notation::dates::DateStyle;
use crate::content::{self, Content};
use crate::corpus::model::{Copy, Form, Pair, Target};

/// A form with everything that it takes over, and its number.
pub(super) struct NumberedForm<'a> {
    pub(super) home: Home,
    written: &'a content::WrittenForm,
    whole: Whole<'a>,
    label: Option<Pair>,
}

/// Every form that can be published, put into the index under its number and title.
pub(super) fn number_forms<'a>(
    content: &'a Content,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> Vec<NumberedForm<'a>> {
    let mut forms = Vec::new();
    for (key, set) in &content.sets {
        // Two forms of one number could not be told apart in a reference.
        let numbers = set.forms.values().filter_map(|form| form.number.as_ref());
        report_duplicate_numbers(Code::J0310, numbers, findings);
        for (id, written) in &set.forms {
            let Some(whole) = inherit::whole_form(content, &(key.clone(), id.clone()), findings) else { continue };
            let style = content.written_set(key).and_then(|set| set.form_label.as_ref());
            let label = numbering::number_label(style, written.number.as_ref());
            let home = (key.clone(), format!("{FORMS}{id}"));
            let title = whole.title.map(pair).unwrap_or_default();
            // A form without a number is cited by its title.
            let cite = label.clone().unwrap_or_else(|| title.clone());
            let entry =
                IndexEntry { cite, caption: Some(title), division: None, stands_alone: true, seat: None, first: None };
            index.add(&home, "", entry, &written.place, findings);
            index_blocks(&home, &whole, index, findings);
            forms.push(NumberedForm { home, written, whole, label });
        }
    }
    forms
}

/// The anchors of numbered text inside the form: `articles.damages`.
fn index_blocks(home: &Home, whole: &Whole<'_>, index: &mut Index, findings: &mut Diagnostics) {
    for inherited in &whole.blocks {
        inherited.walk(&mut |block| {
            if let content::WrittenBlock::Provisions(provisions) = block {
                // Faults of numbering are reported when the form's texts are resolved.
                let numbered = number_block(provisions, &mut Diagnostics::default());
                index.add_all(home, &numbered, None, findings);
            }
        });
    }
}

/// The form with its texts; `None` if it has no title, which is reported already.
pub(super) fn resolve_form(
    form: &NumberedForm<'_>,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Option<Form> {
    let (written, whole) = (form.written, &form.whole);
    let context = ReferenceContext::of(&form.home, DateStyle::default());
    let basis = resolve_basis(written, references, &context, findings);
    report_duplicates(written.copies.iter().map(|copy| &copy.id), findings);
    let mut texts = Texts { references, context, findings };
    let editor_notes = texts.editor_notes(&written.editor_notes);
    let blocks = block::resolve_blocks(&whole.blocks, &mut texts);
    let mut words = |written: Option<&content::Bilingual>| written.map(|written| texts.words(written));
    let (subtitle, purpose) = (words(whole.subtitle), words(whole.purpose));
    Some(Form {
        id: form.home.1.trim_start_matches(FORMS).to_owned(),
        formerly: written.formerly.iter().map(|id| id.value.clone()).collect(),
        number: written.number.as_ref().map(|number| number.value),
        label: form.label.clone(),
        title: resolve_words(whole.title?),
        subtitle,
        origin: written.origin,
        standing: written.standing,
        source: written.source.as_ref().map(resolve_source),
        tasks: whole.tasks.to_vec(),
        purpose,
        basis,
        model: written
            .extends
            .as_ref()
            .and_then(|extends| inherit::form_key_of(&extends.value))
            .map(|(set, form)| Target::Form { set, form }),
        draft: whole.draft.unwrap_or(true),
        editor_notes,
        copies: written.copies.iter().map(resolve_copy).collect(),
        blocks,
    })
}

fn resolve_copy(written: &content::WrittenCopy) -> Copy {
    Copy {
        id: written.id.as_str().to_owned(),
        label: written.label.as_ref().map(resolve_words),
        from: written.from.as_ref().map(resolve_words),
        keeper: written.keeper.as_ref().map(resolve_words),
    }
}

fn resolve_basis(
    written: &content::WrittenForm,
    references: &References<'_>,
    context: &ReferenceContext,
    findings: &mut Diagnostics,
) -> Option<(Target, Pair)> {
    let reference = written.basis.as_ref()?;
    let mut resolve = |lang| match references.resolve(&reference.value, context, None, lang) {
        Ok(Some(Resolved::Link(target, printed))) => Some((target, printed)),
        Ok(_) => None,
        Err(dangling) => {
            findings.push(dangling.finding(&reference.value, &reference.place));
            None
        }
    };
    // Japanese first, so that a reference to nothing is told once.
    let (target, ja) = resolve(Lang::Ja)?;
    let (_, en) = resolve(Lang::En)?;
    Some((target, Pair { ja, en }))
}
