//! What stands in runs besides letters: signs, formulas, readings, fields, notes, drawings.

use super::body::DocxReader;
use super::fields::{self, FieldMark};
use super::open_paragraphs::{Extra, Look};
use super::prompts;
use super::xml::Element;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::source::Why;

/// The greatest depth of fields in each other; Word's own dialogs make three.
const DEEPEST_FIELDS: usize = 64;

impl<'a> DocxReader<'a> {
    pub(super) fn symbol(&mut self, element: &'a Element, look: Look<'a>) {
        let font = element.attribute("font").unwrap_or("");
        let code = element.attribute("char").unwrap_or("");
        match u32::from_str_radix(code, 16).ok().and_then(|code| super::symbols::symbol_letter(font, code)) {
            Some(letter) => self.emit(letter.encode_utf8(&mut [0; 4]), look),
            None => self.leave(Why::Symbol, &format!("{font} {code}")),
        }
    }

    pub(super) fn formula(&mut self, element: &'a Element, look: Look<'a>) {
        let begin = self.open.text.len();
        let mut texts = Vec::new();
        element.walk(&mut |inner| {
            if &*inner.name == "t" {
                texts.push(inner);
            }
        });
        // Letters in the order of the file: fractions and powers lose their form, which the doubt says.
        for text in texts {
            self.letters(text, look);
        }
        let shown = self.open.text.get(begin..).unwrap_or("").to_owned();
        self.open.doubts.push((DoubtKind::Formula, shown));
    }

    /// The base and, in brackets, its reading.
    pub(super) fn ruby(&mut self, element: &'a Element, look: Look<'a>) {
        let begin = self.open.text.len();
        if let Some(base) = element.child("rubyBase") {
            self.inline(base, look);
        }
        if let Some(reading) = element.child("rt") {
            self.emit("（", look);
            self.inline(reading, look);
            self.emit("）", look);
        }
        let shown = self.open.text.get(begin..).unwrap_or("").to_owned();
        self.open.doubts.push((DoubtKind::Ruby, shown));
    }

    /// Follows a mark of a field.
    pub(super) fn field(&mut self, element: &'a Element, look: Look<'a>) {
        match self.marks.get(&element.id) {
            Some(FieldMark::Begin(instruction)) if self.fields.len() < DEEPEST_FIELDS => {
                let (instruction, form) = (instruction.clone(), fields::form_field_result(element));
                self.fields.push(fields::OpenField {
                    id: element.id,
                    instruction,
                    form,
                    in_result: false,
                    shown: false,
                });
            }
            Some(FieldMark::Result(id)) => {
                let id = *id;
                self.fields.iter_mut().filter(|field| field.id == id).for_each(|field| field.in_result = true);
            }
            Some(FieldMark::End(id)) => {
                let Some(at) = self.fields.iter().rposition(|field| field.id == *id) else { return };
                // Fields within it that were never ended go with it.
                let ended = self.fields.drain(at..).next().filter(|field| !field.shown);
                // Numbers of pages in a table of contents are fields too and go with it.
                let inside = self.fields.iter().any(fields::OpenField::is_contents);
                let Some(field) = ended.filter(|_| !inside) else { return };
                match field.without_result() {
                    fields::Shown::Nothing => {}
                    fields::Shown::Line => self.emit(prompts::LINE, look),
                    fields::Shown::Letters(letters) => {
                        self.emit(&letters, look);
                        self.open.doubts.push((DoubtKind::WordField, letters));
                    }
                    fields::Shown::Unknown => self.leave(Why::Field, field.instruction.trim()),
                }
            }
            _ => {}
        }
    }

    /// A note: its number stands in the text, and its words in a line after the paragraph.
    pub(super) fn note(&mut self, element: &'a Element, look: Look<'a>) {
        let Some(id) = element.attribute("id").filter(|_| !self.in_note) else { return };
        let notes = if element.is("footnoteReference") { &mut self.footnotes } else { &mut self.endnotes };
        // Taken out of the list, so that a note that is referred to twice is printed once, and one that refers to
        // itself ends.
        let Some(note) = notes.remove(id) else { return };
        // A note goes with the words that it is of.
        if let Some(why) = look.unseen() {
            return self.skip(why, note);
        }
        self.read.push(note);
        let own = element.attribute("customMarkFollows").is_some_and(|own| own != "0" && own != "false");
        // The author's own mark, as ＊ in tests/cases/import-docx/notes.txt, stands in text and note already.
        let mark = if own {
            String::new()
        } else {
            self.notes += 1;
            self.emit(&format!("（※{}）", self.notes), look);
            format!("※{}\u{3000}", self.notes)
        };
        // A note is read in the middle of a paragraph, which goes on afterwards as if nothing had been.
        let outer = (std::mem::take(&mut self.open), std::mem::take(&mut self.fields), self.gap, self.paragraph);
        let begin = self.source.lines.len();
        self.in_note = true;
        self.blocks(note, None);
        self.in_note = false;
        let lines = self.source.lines.split_off(begin.min(self.source.lines.len()));
        (self.open, self.fields, self.gap, self.paragraph) = outer;
        let words: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        self.open.doubts.push((DoubtKind::Note, words.concat()));
        self.open.notes.push(format!("{mark}{}", words.join("\u{3000}")));
    }

    /// A drawing: frames with text, letters in shapes, pictures.
    pub(super) fn drawing(&mut self, element: &'a Element, look: Look<'a>) {
        if look.hidden {
            return self.skip(Why::Hidden, element);
        }
        let before = self.open.extras.len();
        self.frames(element);
        let is = |names: &'static [&'static str]| move |inner: &Element| names.contains(&&*inner.name);
        if element.any(&is(&["blip", "imagedata"])) {
            self.leave(Why::Picture, &drawing_title(element));
        } else if self.open.extras.len() == before && element.any(&is(&["relIds", "chart", "OLEObject", "control"])) {
            self.leave(Why::Object, &drawing_title(element));
        }
    }

    fn frames(&mut self, element: &'a Element) {
        // What is in the frame is read as blocks after the paragraph, so that it is not looked through here.
        if element.is("txbxContent") {
            self.open.extras.push(Extra::Box(element));
            return;
        }
        if &*element.name == "AlternateContent" {
            if let Some(chosen) = self.choose(element) {
                self.frames(chosen);
            }
            return;
        }
        if &*element.name == "t" {
            self.seen.insert(element.id);
            self.open.extras.push(Extra::Line(element.text()));
        } else if &*element.name == "textpath"
            && let Some(text) = element.attribute("string")
        {
            self.open.extras.push(Extra::Line(text.to_owned()));
        }
        element.elements().for_each(|inner| self.frames(inner));
    }
}

/// Returns the name that the author or Word gives to a drawing.
fn drawing_title(drawing: &Element) -> String {
    let mut found = None;
    drawing.walk(&mut |inner| {
        let named = ["descr", "title", "alt", "ProgID", "name"].iter().filter_map(|name| inner.attribute(name));
        found = found
            .take()
            .or_else(|| named.map(str::trim).find(|text| !text.is_empty()).map(|text| text.chars().take(60).collect()));
    });
    found.unwrap_or_else(|| drawing.name.to_string())
}
