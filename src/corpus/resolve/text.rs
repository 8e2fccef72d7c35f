//! From written words to the model's: Markdown read, references followed.

use super::appended;
use super::numbering::Numbered;
use super::references::{ReferenceContext, References, Resolved};
use super::topics;
use super::words::resolve_words;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::base::locale::Lang;
use crate::base::markup;
use crate::base::markup::{Follow, Inline, MarkupFault, RichText};
use crate::base::notation::quotation::printed_quotes;
use crate::content;
use crate::content::Bilingual;
use crate::corpus::model::{Authored, Contact, FollowedReference, Localized, Pair, Provision, Target, Text, Words};

/// Resolves the texts of one document or form.
pub(super) struct Texts<'a, 'f> {
    pub(super) references: &'a References<'a>,
    pub(super) context: ReferenceContext,
    pub(super) findings: &'f mut Diagnostics,
}

/// The text that is read, and the references followed in it so far.
struct InText<'t, 'a, 'f> {
    texts: &'t mut Texts<'a, 'f>,
    place: &'t Place,
    lang: Lang,
    followed: Vec<FollowedReference>,
}

impl Texts<'_, '_> {
    /// The provisions of `list` with their texts.
    pub(super) fn provisions(&mut self, list: &[Numbered<'_>]) -> Vec<Provision> {
        list.iter().map(|numbered| self.provision(numbered)).collect()
    }

    fn provision(&mut self, numbered: &Numbered<'_>) -> Provision {
        let written = numbered.written;
        self.context.here.clone_from(&numbered.anchor);
        let text = self.optional(written.ja.as_ref(), written.en.as_ref(), &written.place);
        let caption = written.caption.as_ref().map(|caption| self.words(caption));
        let columns = written.columns.iter().map(|column| self.words(column)).collect();
        let table = written.table.as_ref().map(|table| Box::new(self.cell_table(table)));
        let editor_notes = self.editor_notes(&written.editor_notes);
        Provision {
            anchor: numbered.anchor.clone(),
            formerly: written.formerly.iter().map(|id| id.value.clone()).collect(),
            topic: topics::named_topic(written.topic.as_ref(), self.references.content, self.findings),
            also: topics::named_topics(&written.also, self.references.content, self.findings),
            kind: numbered.kind,
            label: numbered.label.clone(),
            cite: numbered.cite.clone(),
            first_label: numbered.first_paragraph.as_ref().map_or_else(Pair::default, |(_, label)| label.clone()),
            caption,
            modality: written.modality.clone(),
            text,
            items: self.provisions(&numbered.items),
            paragraphs: self.provisions(&numbered.paragraphs),
            columns,
            contact: written.contact.as_ref().and_then(|id| self.contact(id)),
            table,
            editor_notes,
            place: written.place.clone(),
        }
    }

    /// Resolves the remarks of editors.
    pub(super) fn editor_notes(&mut self, written: &[content::EditorNote]) -> Vec<Text> {
        written.iter().map(|note| self.text(&note.ja, note.en.as_ref())).collect()
    }

    /// The contact of the set that `id` names; `None` where there is none, which is reported.
    pub(super) fn contact(&mut self, id: &content::Text) -> Option<Box<Contact>> {
        match self.references.find_contact(&id.value, &self.context.set) {
            Ok(found) => found.map(|contact| Box::new(appended::contact(contact))),
            Err(dangling) => {
                self.findings.push(dangling.finding(&format!("contact:{}", id.value), &id.place));
                None
            }
        }
    }

    /// A text that may be missing as a whole.
    pub(super) fn optional(
        &mut self,
        ja: Option<&content::Text>,
        en: Option<&content::Text>,
        place: &Place,
    ) -> Option<Text> {
        match (ja, en) {
            (Some(ja), en) => Some(self.text(ja, en)),
            (None, Some(_)) => {
                self.findings.push(Diagnostic::new(Code::J0202).at(place).arg("key", "ja"));
                None
            }
            (None, None) => None,
        }
    }

    /// A text in both languages.
    pub(super) fn text(&mut self, ja: &content::Text, en: Option<&content::Text>) -> Text {
        // A text without English is written as an empty one, by which reviews tell that one was added.
        let letters = Pair { ja: ja.value.clone(), en: en.map_or_else(String::new, |en| en.value.clone()) };
        // The references of the Japanese stand for both: the English is held against it by other rules.
        let (japanese, references) = self.rich(ja, Lang::Ja);
        let written = Authored { letters, english_place: en.map(|en| en.place.clone()), references };
        Localized {
            ja: japanese,
            en: en.map(|en| self.rich(en, Lang::En).0),
            place: ja.place.clone(),
            written: Some(Box::new(written)),
        }
    }

    /// A title, a caption or a label. Its references are followed and print what they cite; links they are not, since such
    /// words stand in links and heads themselves.
    pub(super) fn words(&mut self, written: &Bilingual) -> Words {
        let refers = |text: &content::Text| text.value.contains("](");
        if !refers(&written.ja) && !written.en.as_ref().is_some_and(refers) {
            return resolve_words(written);
        }
        let text = self.text(&written.ja, written.en.as_ref());
        Localized {
            ja: markup::to_plain(&text.ja),
            en: text.en.as_ref().map(|en| markup::to_plain(en)),
            place: text.place,
            written: text.written,
        }
    }

    /// Returns the text in one language, and its references as far as they have a target.
    fn rich(&mut self, written: &content::Text, lang: Lang) -> (RichText<Target>, Vec<FollowedReference>) {
        let (paragraphs, faults) = match lang {
            Lang::Ja => markup::parse_markup(&written.value, true),
            Lang::En => markup::parse_markup(&printed_quotes(&written.value), false),
        };
        for fault in faults {
            let diagnostic = match fault {
                markup::EMPHASIS => Diagnostic::new(Code::J0311).at(&written.place.narrowed("**")),
                MarkupFault(name) => Diagnostic::new(Code::J0306).at(&written.place).arg("construct", name),
            };
            self.findings.push(diagnostic);
        }
        self.warn_of_code(written);
        let mut at = InText { texts: self, place: &written.place, lang, followed: Vec::new() };
        let mut text: RichText<Target> =
            paragraphs.into_iter().map(|paragraph| markup::followed(paragraph, &mut at)).collect();
        // The list is collected in the room of the other, which had some to spare.
        text.shrink_to_fit();
        (text, at.followed)
    }

    /// HTML and Typst code are shown as they stand; an author who wrote them most likely meant something else.
    fn warn_of_code(&mut self, written: &content::Text) {
        const TYPST: [&str; 6] = ["#import", "#include", "#let", "#set ", "#show", "#eval"];
        if let Some(tag) = markup::html_tags(&written.value).next() {
            self.findings.push(Diagnostic::new(Code::J0402).at(&written.place.narrowed(tag)).arg("tag", tag));
        }
        if let Some(code) = TYPST.iter().find(|code| written.value.contains(**code)) {
            self.findings.push(Diagnostic::new(Code::J0403).at(&written.place.narrowed(code)).arg("code", *code));
        }
    }
}

impl Follow<Target> for InText<'_, '_, '_> {
    fn picture(&mut self, written: &str) -> Option<String> {
        let found = self.texts.references.picture(written);
        found.map_err(|dangling| self.texts.findings.push(dangling.finding(written, self.place))).ok()
    }

    fn link(&mut self, written: &str, words: Vec<Inline<Target>>) -> Vec<Inline<Target>> {
        let own = |printed: String| if words.is_empty() { vec![Inline::Text(printed)] } else { words };
        let before = self.followed.last().map(|followed| followed.target.clone());
        match self.texts.references.resolve(written, &self.texts.context, before.as_ref(), self.lang) {
            Ok(Some(Resolved::Link(target, printed))) => {
                self.followed.push(FollowedReference { written: written.to_owned(), target: target.clone() });
                vec![Inline::Link { target: Box::new(target), words: own(printed) }]
            }
            Ok(Some(Resolved::Words(target, printed))) => {
                self.followed.extend(target.map(|target| FollowedReference { written: written.to_owned(), target }));
                own(printed)
            }
            // What it leads to had errors of its own; this text has none.
            Ok(None) => own(written.to_owned()),
            Err(dangling) => {
                self.texts.findings.push(dangling.finding(written, self.place));
                own(written.to_owned())
            }
        }
    }
}
