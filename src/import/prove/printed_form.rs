//! A form as plain text: every letter that its sheet would print, in their order, without what only shows where to
//! write: underlines and boxes.

use std::collections::BTreeSet;

use super::printed;
use crate::base::locale::{Lang, Messages};
use crate::base::markup::to_plain;
use crate::base::notation::widths::folded;
use crate::content::{FieldType, Seal};
use crate::corpus::{Block, BlockKind, Field, Form};
use crate::import::forms::tokens;
use crate::import::shapes::title_words;

/// The letters of `form`, of whose dates those in `bare` stand beside a label alone.
pub(in crate::import) fn printed_form_letters(form: &Form, bare: &BTreeSet<String>) -> String {
    let mut out: Vec<String> = form.label.iter().map(|label| label.ja.clone()).collect();
    out.push(form.title.ja.clone());
    match (&form.subtitle, &form.basis) {
        (Some(words), _) => out.push(words.ja.clone()),
        // The sheet tells of the article where the words are not typed; as a title they are printed already.
        (None, Some((_, cite))) if !title_words::is_basis(&form.title.ja) => {
            out.push(Messages::of(Lang::Ja).with("form-basis", &[("provision", &cite.ja)]));
        }
        (None, _) => {}
    }
    let mut printer = Printer { bare, messages: Messages::of(Lang::Ja), out };
    form.blocks.iter().for_each(|block| printer.block(block));
    without_blanks(&printer.out.concat())
}

/// The letters of a block by itself.
pub(in crate::import) fn block_letters(block: &Block) -> String {
    let bare = BTreeSet::new();
    let mut printer = Printer { bare: &bare, messages: Messages::of(Lang::Ja), out: Vec::new() };
    printer.block(block);
    without_blanks(&printer.out.concat())
}

/// The letters of `text` but for underlines and boxes.
pub(in crate::import) fn without_blanks(text: &str) -> String {
    folded(text).chars().filter(|letter| *letter != '_' && !tokens::is_box(*letter)).collect()
}

struct Printer<'a> {
    bare: &'a BTreeSet<String>,
    messages: &'static Messages,
    out: Vec<String>,
}

impl Printer<'_> {
    fn word(&mut self, id: &str) {
        self.out.push(self.messages.text(id));
    }

    fn block(&mut self, block: &Block) {
        self.out.extend(block.kind.caption().map(|caption| caption.ja.clone()));
        match &block.kind {
            BlockKind::Paragraph { text, .. } => self.out.push(to_plain(&text.ja)),
            BlockKind::Heading(words) => self.out.push(words.ja.clone()),
            BlockKind::Provisions(list) => list.iter().for_each(|one| printed::printed_provision(one, &mut self.out)),
            BlockKind::Enclosure { blocks, closing } => {
                self.word("ki");
                for block in blocks {
                    self.block(block);
                }
                if *closing {
                    self.word("closing");
                }
            }
            BlockKind::Date { label, field } => {
                self.out.extend(label.iter().map(|label| label.ja.clone()));
                self.word(&format!("date-line-{}", field.calendar.word()));
            }
            BlockKind::Rows(rows) => {
                self.out.extend(rows.numbered.iter().map(|head| head.ja.clone()));
                self.fields(&block.id, &rows.columns);
                // The sheet numbers the lines itself; the text has them too, so that they have to be the same
                // numbers.
                if rows.numbered.is_some() {
                    self.out.extend((1..=rows.count).map(|number| number.to_string()));
                }
            }
            BlockKind::Addressee { fields, honorific, .. } => {
                self.fields(&block.id, fields);
                self.out.push(honorific.ja.clone());
            }
            BlockKind::Signature { fields, seal, .. } | BlockKind::Person { fields, seal, .. } => {
                self.fields(&block.id, fields);
                if matches!(seal, Seal::Required) {
                    self.word("seal-mark");
                }
            }
            BlockKind::Fields { fields, .. } | BlockKind::Lines { fields, .. } => {
                self.fields(&block.id, fields);
            }
            // An import writes none of these; one that did would fail the proof for want of their letters.
            BlockKind::Sender(_) | BlockKind::Overleaf { .. } | BlockKind::Table(_) | BlockKind::Contact { .. } => {}
        }
    }

    fn fields(&mut self, block: &str, fields: &[Field]) {
        for field in fields {
            self.out.push(field.label.ja.clone());
            self.out.extend(field.options.iter().map(|option| option.words.ja.clone()));
            if field.kind == FieldType::Date && !self.bare.contains(&format!("{block}.{}", field.id)) {
                self.word(&format!("date-blank-{}", field.calendar.word()));
            }
        }
    }
}
