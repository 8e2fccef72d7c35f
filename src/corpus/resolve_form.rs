//! Resolving forms: inheritance, numbers, references.

use super::index::{Entry, FORMS, Home, Index, pair};
use super::inherit::{self, Inherited, Whole};
use super::model::{Block, BlockKind, Field, Form, Pair, Target};
use super::numbering::{self, Styles};
use super::references::{Context, References, Resolved};
use super::resolve::{report_duplicates, source};
use super::text::{Texts, words, words_of, words_or_none};
use crate::content::{self, Content};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::locale::Lang;
use crate::notation::dates::DateStyle;

/// A form with everything that it takes over, and its number.
pub(super) struct NumberedForm<'a> {
    pub(super) home: Home,
    written: &'a content::Form,
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
        duplicate_numbers(set, findings);
        for (id, written) in &set.forms {
            let Some(whole) = inherit::whole(content, &(key.clone(), id.clone()), findings) else { continue };
            let style = set.set.as_ref().and_then(|set| set.form_label.as_ref());
            let label = style
                .zip(written.number.as_ref())
                .map(|(style, number)| numbering::both(&style.ja, &style.en, &[number.value], &Pair::default()));
            let home = (key.clone(), format!("{FORMS}{id}"));
            let title = whole.title.map(pair).unwrap_or_default();
            let cite = label.clone().unwrap_or_else(|| title.clone());
            let entry = Entry { cite, caption: Some(title), division: None, stands_alone: true };
            index.add(&home, "", entry, &written.place, findings);
            index_blocks(&home, &whole, index, findings);
            forms.push(NumberedForm { home, written, whole, label });
        }
    }
    forms
}

/// Two forms of one number could not be told apart in a reference.
fn duplicate_numbers(set: &content::SetContent, findings: &mut Diagnostics) {
    let mut seen = std::collections::BTreeSet::new();
    for number in set.forms.values().filter_map(|form| form.number.as_ref()) {
        if !seen.insert(number.value) {
            findings.push(Diagnostic::error("J0310").at(&number.place).arg("number", number.value.to_string()));
        }
    }
}

/// The anchors of numbered text inside the form: `articles.damages`.
fn index_blocks(home: &Home, whole: &Whole<'_>, index: &mut Index, findings: &mut Diagnostics) {
    for inherited in &whole.blocks {
        inherited.walk(&mut |block| {
            if let content::Block::Provisions(provisions) = block {
                // Faults of numbering are reported when the form's texts are resolved.
                let numbered = number_block(provisions, &mut Diagnostics::default());
                index.add_all(home, &numbered, None, findings);
            }
        });
    }
}

fn number_block<'a>(written: &'a content::Provisions, findings: &mut Diagnostics) -> Vec<numbering::Numbered<'a>> {
    let styles = Styles { levels: &written.levels, paragraph: written.paragraph.as_ref() };
    numbering::number(&written.body, styles, &format!("{}.", written.id.as_str()), findings)
}

/// The form with its texts; `None` if it has no title, which is reported already.
pub(super) fn resolve_form(
    form: &NumberedForm<'_>,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Option<Form> {
    let (written, whole) = (form.written, &form.whole);
    let context = Context {
        home: form.home.clone(),
        set: form.home.0.clone(),
        division: String::new(),
        dates: DateStyle::default(),
    };
    let basis = basis(written, references, &context, findings);
    let texts = Texts { references, context, findings };
    let mut blocks = Blocks { texts, ids: Vec::new() };
    let resolved = blocks.list(&whole.blocks);
    report_duplicates(blocks.ids.iter().copied(), blocks.texts.findings);
    Some(Form {
        id: form.home.1.trim_start_matches(FORMS).to_owned(),
        number: written.number.as_ref().map(|number| number.value),
        label: form.label.clone(),
        title: words(whole.title?),
        subtitle: whole.subtitle.map(words),
        origin: written.origin,
        standing: written.standing,
        source: written.source.as_ref().map(source),
        purpose: whole.purpose.map(words),
        basis,
        model: written
            .extends
            .as_ref()
            .and_then(|extends| inherit::key_of(&extends.value))
            .map(|(set, form)| Target::Form { set, form }),
        blocks: resolved,
    })
}

fn basis(
    written: &content::Form,
    references: &References<'_>,
    context: &Context,
    findings: &mut Diagnostics,
) -> Option<(Target, Pair)> {
    let reference = written.basis.as_ref()?;
    let mut resolve = |lang| match references.resolve(&reference.value, context, lang) {
        Ok(Some(Resolved::Link(target, printed))) => Some((target, printed)),
        Ok(_) => None,
        Err(dangling) => {
            findings.push(dangling.finding(&reference.value, &reference.place));
            None
        }
    };
    let (target, ja) = resolve(Lang::Ja)?;
    let (_, en) = resolve(Lang::En)?;
    Some((target, Pair { ja, en }))
}

/// Resolves blocks.
struct Blocks<'a, 't, 'f> {
    texts: Texts<'t, 'f>,
    /// Every id of a block, to find those that stand twice.
    ids: Vec<&'a content::Id>,
}

impl<'a> Blocks<'a, '_, '_> {
    fn list(&mut self, blocks: &[Inherited<'a>]) -> Vec<Block> {
        blocks
            .iter()
            .map(|inherited| {
                self.ids.push(inherited.block.id());
                Block { id: inherited.block.id().as_str().to_owned(), kind: self.kind(inherited) }
            })
            .collect()
    }

    fn kind(&mut self, inherited: &Inherited<'a>) -> BlockKind {
        self.texts.context.set = inherited.written_in.clone();
        match inherited.block {
            content::Block::Paragraph(passage) => {
                BlockKind::Paragraph(self.texts.text(&passage.ja, passage.en.as_ref()))
            }
            content::Block::Heading(passage) => {
                BlockKind::Heading(words_of(&passage.ja, passage.en.as_ref(), &passage.place))
            }
            content::Block::Addressee(line) => {
                BlockKind::Addressee { label: words(&line.label), honorific: words_or_none(&line.honorific) }
            }
            content::Block::Provisions(written) => {
                let numbered = number_block(written, self.texts.findings);
                BlockKind::Provisions(self.texts.provisions(&numbered))
            }
            content::Block::Enclosure(_) => BlockKind::Enclosure(self.list(&inherited.inner)),
            content::Block::Overleaf(overleaf) => BlockKind::Overleaf {
                title: words(&overleaf.title),
                blocks: self.list(&inherited.inner),
                closing: overleaf.closing.unwrap_or(false),
            },
            content::Block::Fields(group) => {
                BlockKind::Fields { caption: group.caption.as_ref().map(words), fields: self.fields(&group.fields) }
            }
            content::Block::Date(line) => {
                BlockKind::Date { label: line.label.as_ref().map(words), calendar: line.calendar }
            }
            content::Block::Signature(lines) => BlockKind::Signature {
                caption: lines.caption.as_ref().map(words),
                fields: self.fields(&lines.fields),
                seal: lines.seal,
            },
        }
    }

    fn fields(&mut self, fields: &'a [content::Field]) -> Vec<Field> {
        report_duplicates(fields.iter().map(|field| &field.id), self.texts.findings);
        fields
            .iter()
            .map(|field| Field {
                id: field.id.as_str().to_owned(),
                label: words(&field.label),
                kind: field.r#type,
                required: field.required.unwrap_or(false),
                lines: field.lines.as_ref().map_or(1, |lines| lines.value),
            })
            .collect()
    }
}
