//! Paragraphs: from runs to the lines that Word prints of them.

use super::body::{Reader, is_contents};
use super::fields::{self, Mark};
use super::numbering::Printed;
use super::styles;
use super::xml::{Element, Space};
use crate::import::source::{Cell, Line, Why};
use crate::import::text;
use crate::notation::widths::folded;

/// How long a heading may be; beyond it the level is that of a style put on a whole text.
const LONGEST_HEADING: usize = 60;

/// A paragraph that is being read.
#[derive(Default)]
pub(super) struct Open<'a> {
    properties: Option<&'a Element>,
    begun: bool,
    /// Its letters; a form feed where a page ends.
    text: String,
    /// Whether bold letters and others were met.
    bold: bool,
    plain: bool,
    /// What stands in frames beside it.
    extras: Vec<Extra<'a>>,
    /// Its notes.
    notes: Vec<String>,
    /// What was inserted while changes were tracked.
    inserted: String,
    pub(super) left: Vec<(Why, String)>,
    pub(super) doubts: Vec<(&'static str, String)>,
}

/// What is anchored in a paragraph.
pub(super) enum Extra<'a> {
    /// A frame with blocks.
    Box(&'a Element),
    /// The letters of a drawing.
    Line(String),
}

/// How the letters of a run look.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look<'a> {
    bold: bool,
    hidden: bool,
    /// Its font for signs.
    signs: Option<&'a str>,
    inserted: bool,
}

impl<'a> Reader<'a> {
    /// Reads a paragraph. It stays open where its mark was deleted: what follows goes on with it.
    pub(super) fn paragraph(&mut self, element: &'a Element, cell: Option<Cell>) {
        self.paragraph += 1;
        let properties = element.child("pPr");
        let style = properties.and_then(|properties| properties.child_value("pStyle"));
        self.open.properties = properties;
        self.open.begun = true;
        if properties.is_some_and(|properties| properties.child("pageBreakBefore").is_some_and(Element::is_on)) {
            self.open.text.push('\u{C}');
        }
        if self.styles.is_contents(style) {
            self.skip(Why::Contents, element);
            self.step_fields(element);
        } else {
            let look = Look { bold: self.styles.is_bold(style), ..Look::default() };
            self.inline(element, look);
        }
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let joined = mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        if !joined {
            self.flush(cell);
        }
        if properties.is_some_and(|properties| properties.child("sectPr").is_some()) {
            self.gap = self.gap.max(2);
        }
    }

    /// Follows the marks of fields in what is not read otherwise.
    fn step_fields(&mut self, element: &'a Element) {
        let mut marks = Vec::new();
        element.walk(&mut |inner| {
            if inner.is("fldChar") {
                marks.push(inner);
            }
        });
        marks.into_iter().for_each(|mark| self.field(mark, Look::default()));
    }

    /// Reads what stands in a paragraph, or in a wrapper within one.
    pub(super) fn inline(&mut self, parent: &'a Element, look: Look<'a>) {
        for element in parent.elements() {
            if element.space == Space::Compatibility && &*element.name == "AlternateContent" {
                if let Some(chosen) = self.choose(element) {
                    self.inline(chosen, look);
                }
                continue;
            }
            match (&*element.name, element.space) {
                ("pPr" | "rPr" | "sdtPr" | "sdtEndPr", Space::Word) => {}
                ("r", Space::Word) => {
                    let look = self.look(element, look);
                    self.run(element, look);
                }
                ("ins" | "moveTo", Space::Word) => self.inline(element, Look { inserted: true, ..look }),
                ("del" | "moveFrom", Space::Word) => self.skip(Why::Deleted, element),
                ("sdt", Space::Word) if is_contents(element) => self.skip(Why::Contents, element),
                ("fldSimple", Space::Word) if element.attribute("instr").is_some_and(fields::is_contents) => {
                    self.skip(Why::Contents, element);
                }
                ("oMath" | "oMathPara", Space::Other) => self.formula(element, look),
                ("t", Space::Word) => self.letters(element, look),
                _ => self.piece(element, look),
            }
        }
    }

    fn look(&self, run: &'a Element, around: Look<'a>) -> Look<'a> {
        let mut look = around;
        let Some(properties) = run.child("rPr") else { return look };
        let style = properties.child_value("rStyle").map(|style| self.styles.run(style)).unwrap_or_default();
        let switch = |name: &str| properties.child(name).map(Element::is_on);
        look.bold = switch("b").or(style.0).unwrap_or(look.bold);
        look.hidden = switch("vanish").or(style.1).unwrap_or(look.hidden);
        let font = properties.child("rFonts").and_then(|fonts| fonts.attribute("ascii").or(fonts.attribute("hAnsi")));
        look.signs = font.filter(|font| super::symbols::is_sign_font(font));
        look
    }

    fn run(&mut self, run: &'a Element, look: Look<'a>) {
        for element in run.elements() {
            if element.space == Space::Compatibility && &*element.name == "AlternateContent" {
                if let Some(chosen) = self.choose(element) {
                    self.run(chosen, look);
                }
            } else if !element.is("rPr") {
                self.piece(element, look);
            }
        }
    }

    /// Reads one piece of a run.
    fn piece(&mut self, element: &'a Element, look: Look<'a>) {
        if element.space != Space::Word {
            return self.inline(element, look);
        }
        match &*element.name {
            "t" => self.letters(element, look),
            "delText" => self.leave(Why::Deleted, &element.text()),
            "tab" | "ptab" => self.emit(" ", look),
            "br" | "cr" => {
                let page = matches!(element.attribute("type"), Some("page"));
                self.emit(if page { "\u{C}" } else { "\n" }, look);
            }
            "noBreakHyphen" => self.emit("-", look),
            "sym" => self.symbol(element, look),
            "fldChar" => self.field(element, look),
            "ruby" => self.ruby(element, look),
            "footnoteReference" | "endnoteReference" => self.note(element, look),
            "commentReference" => {
                if let Some(comment) = element.attribute("id").and_then(|id| self.comments.remove(id)) {
                    self.skip(Why::Comment, comment);
                }
            }
            "drawing" | "pict" | "object" => self.drawing(element, look),
            "instrText" | "delInstrText" => {}
            _ => self.inline(element, look),
        }
    }

    fn letters(&mut self, element: &'a Element, look: Look<'a>) {
        self.seen.insert(element.id);
        let text = element.text().replace(['\t', '\n', '\r'], " ").replace('\u{AD}', "");
        let sign = |letter: char| {
            let code = u32::from(letter);
            let of_font = letter.is_ascii_graphic() || (0xF000..=0xF0FF).contains(&code);
            look.signs.filter(|_| of_font).and_then(|font| super::symbols::letter(font, code)).unwrap_or(letter)
        };
        let text: String = text.chars().map(sign).collect();
        self.emit(&text, look);
    }

    /// Takes letters, if Word shows what stands here.
    fn emit(&mut self, text: &str, look: Look<'a>) {
        if let Some(field) = self.fields.iter().rfind(|field| field.is_contents() || !field.in_result) {
            let why = if field.is_contents() { Why::Contents } else { Why::Field };
            return if text.trim().is_empty() { () } else { self.leave(why, text) };
        }
        if look.hidden {
            return if text.trim().is_empty() { () } else { self.leave(Why::Hidden, text) };
        }
        self.fields.iter_mut().for_each(|field| field.shown = true);
        self.open.text.push_str(text);
        if !text.trim().is_empty() {
            *if look.bold { &mut self.open.bold } else { &mut self.open.plain } = true;
        }
        if look.inserted {
            self.open.inserted.push_str(text.trim());
        }
        for letter in text::printable(text).chars().filter(|letter| !letter.is_whitespace()) {
            *self.letters.entry(letter).or_default() += 1;
        }
    }

    fn symbol(&mut self, element: &'a Element, look: Look<'a>) {
        let font = element.attribute("font").unwrap_or_default();
        let code = element.attribute("char").unwrap_or_default();
        match u32::from_str_radix(code, 16).ok().and_then(|code| super::symbols::letter(font, code)) {
            Some(letter) => self.emit(letter.encode_utf8(&mut [0; 4]), look),
            None => self.leave(Why::Symbol, &format!("{font} {code}")),
        }
    }

    fn formula(&mut self, element: &'a Element, look: Look<'a>) {
        let begin = self.open.text.len();
        let mut texts = Vec::new();
        element.walk(&mut |inner| {
            if &*inner.name == "t" {
                texts.push(inner);
            }
        });
        texts.into_iter().for_each(|text| self.letters(text, look));
        let shown = self.open.text.get(begin..).unwrap_or_default().to_owned();
        self.open.doubts.push(("formula", shown));
    }

    /// The base and, in brackets, its reading.
    fn ruby(&mut self, element: &'a Element, look: Look<'a>) {
        let begin = self.open.text.len();
        if let Some(base) = element.child("rubyBase") {
            self.inline(base, look);
        }
        if let Some(reading) = element.child("rt") {
            self.emit("（", look);
            self.inline(reading, look);
            self.emit("）", look);
        }
        let shown = self.open.text.get(begin..).unwrap_or_default().to_owned();
        self.open.doubts.push(("ruby", shown));
    }

    /// Follows a mark of a field.
    fn field(&mut self, element: &'a Element, look: Look<'a>) {
        match self.marks.get(&element.id) {
            Some(Mark::Begin(instruction)) => {
                let (instruction, form) = (instruction.clone(), fields::form(element));
                self.fields.push(fields::Field { id: element.id, instruction, form, in_result: false, shown: false });
            }
            Some(Mark::Result(id)) => {
                let id = *id;
                self.fields.iter_mut().filter(|field| field.id == id).for_each(|field| field.in_result = true);
            }
            Some(Mark::End(id)) => {
                let Some(at) = self.fields.iter().rposition(|field| field.id == *id) else { return };
                let Some(field) = self.fields.drain(at..).next().filter(|field| !field.shown) else { return };
                match field.without_result() {
                    fields::Shown::Nothing => {}
                    fields::Shown::Letters(letters) => {
                        self.emit(&letters, look);
                        self.open.doubts.push(("field", letters));
                    }
                    fields::Shown::Unknown => self.leave(Why::Field, field.instruction.trim()),
                }
            }
            None => {}
        }
    }

    /// A note: its number stands in the text, and its words in a line after the paragraph.
    fn note(&mut self, element: &'a Element, look: Look<'a>) {
        let Some(id) = element.attribute("id").filter(|_| !self.in_note && !look.hidden) else { return };
        let notes = if element.is("footnoteReference") { &mut self.footnotes } else { &mut self.endnotes };
        let Some(note) = notes.remove(id) else { return };
        self.read.push(note);
        let own = element.attribute("customMarkFollows").is_some_and(|own| own != "0" && own != "false");
        let mark = if own {
            String::new()
        } else {
            self.notes += 1;
            self.emit(&format!("（※{}）", self.notes), look);
            format!("※{}\u{3000}", self.notes)
        };
        let outer = (std::mem::take(&mut self.open), std::mem::take(&mut self.fields), self.gap);
        let begin = self.source.lines.len();
        self.in_note = true;
        self.blocks(note, None);
        self.in_note = false;
        let lines = self.source.lines.split_off(begin.min(self.source.lines.len()));
        (self.open, self.fields, self.gap) = outer;
        let words: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        self.open.doubts.push(("note", words.concat()));
        self.open.notes.push(format!("{mark}{}", words.join("\u{3000}")));
    }

    /// A drawing: frames with text, letters in shapes, pictures.
    fn drawing(&mut self, element: &'a Element, look: Look<'a>) {
        if look.hidden {
            return self.skip(Why::Hidden, element);
        }
        let before = self.open.extras.len();
        self.frames(element);
        let is = |names: &'static [&'static str]| move |inner: &Element| names.contains(&&*inner.name);
        if element.any(&is(&["blip", "imagedata"])) {
            self.leave(Why::Picture, &title(element));
        } else if self.open.extras.len() == before && element.any(&is(&["relIds", "chart", "OLEObject", "control"])) {
            self.leave(Why::Object, &title(element));
        }
    }

    fn frames(&mut self, element: &'a Element) {
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

    /// Ends the paragraph: its lines, its notes, and what stands in frames.
    pub(super) fn flush(&mut self, cell: Option<Cell>) {
        let open = std::mem::take(&mut self.open);
        let mut doubts = open.doubts;
        if !open.inserted.is_empty() {
            doubts.push(("inserted", open.inserted.clone()));
        }
        let contents = open.left.iter().any(|(why, _)| *why == Why::Contents) && folded(&open.text).is_empty();
        let gone =
            open.left.iter().any(|(why, _)| matches!(why, Why::Deleted | Why::Hidden)) && folded(&open.text).is_empty();
        let printed = if open.begun && !contents && !gone { self.label(open.properties) } else { Printed::default() };
        if let Some(format) = &printed.strange {
            doubts.push(("number-format", format!("{} {format}", printed.label)));
        }
        let begin = self.source.lines.len();
        let heading = self.heading(open.properties, &open.text).filter(|_| cell.is_none());
        let look = Line {
            number: self.paragraph.max(1),
            heading,
            listed: !printed.label.is_empty(),
            bold: open.bold && !open.plain,
            cell,
            ..Line::default()
        };
        self.lines(&open.text, &printed, &look);
        if open.begun && self.source.lines.len() == begin && !contents && !gone && cell.is_none() {
            self.gap += 1;
        }
        for note in open.notes {
            self.line(&note, Line { number: look.number, listed: true, cell, ..Line::default() });
        }
        for extra in open.extras {
            let first = self.source.lines.len();
            match extra {
                Extra::Box(frame) => {
                    let fields = std::mem::take(&mut self.fields);
                    self.blocks(frame, cell);
                    self.fields = fields;
                }
                Extra::Line(text) => self.line(&text, Line { number: look.number, cell, ..Line::default() }),
            }
            if let Some(line) = self.source.lines.get(first) {
                let words = line.text.clone();
                self.tell(Vec::new(), vec![("text-box", words)], first);
            }
        }
        self.tell(open.left, doubts, begin);
    }

    fn label(&mut self, properties: Option<&'a Element>) -> Printed {
        let style = properties.and_then(|properties| properties.child_value("pStyle"));
        self.numbering.next(properties, style, self.styles)
    }

    /// The level of a heading, from 1.
    fn heading(&self, properties: Option<&Element>, text: &str) -> Option<u8> {
        let style = properties.and_then(|properties| properties.child_value("pStyle"));
        let own = properties.and_then(|properties| styles::level(properties, "outlineLvl"));
        let level = own.or_else(|| self.styles.outline(style)).filter(|level| *level < 9)?;
        let text = text.trim();
        let short = text.chars().count() <= LONGEST_HEADING && !text.ends_with('。');
        short.then_some(level.min(5) + 1)
    }

    /// The lines of a paragraph, whose first one bears the label.
    fn lines(&mut self, text: &str, printed: &Printed, look: &Line) {
        let mut label = printed.label.as_str();
        // A number that nothing follows is printed all the same, a bullet is not worth a line.
        if printed.bullet && folded(text).is_empty() {
            label = "";
        }
        for (at, page) in text.split('\u{C}').enumerate() {
            if at > 0 {
                self.gap = self.gap.max(2);
            }
            for line in page.split('\n') {
                let labelled = if label.is_empty() || (line.trim().is_empty() && !folded(text).is_empty()) {
                    line.to_owned()
                } else {
                    format!("{}\u{3000}{line}", std::mem::take(&mut label))
                };
                self.line(&labelled, look.clone());
            }
        }
    }

    fn line(&mut self, text: &str, look: Line) {
        let text = text::printable(text);
        let text = text.trim();
        if !text.is_empty() {
            let gap = std::mem::take(&mut self.gap);
            self.source.lines.push(Line { text: text.to_owned(), gap, ..look });
        }
    }
}

/// What the author or Word calls a drawing.
fn title(drawing: &Element) -> String {
    let mut found = None;
    drawing.walk(&mut |inner| {
        let named = ["descr", "title", "alt", "ProgID", "name"].iter().filter_map(|name| inner.attribute(name));
        found = found
            .take()
            .or_else(|| named.map(str::trim).find(|text| !text.is_empty()).map(|text| text.chars().take(60).collect()));
    });
    found.unwrap_or_else(|| drawing.name.to_string())
}
