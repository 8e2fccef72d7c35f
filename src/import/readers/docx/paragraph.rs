//! Paragraphs: from runs to the lines that Word prints of them.

use std::ops::Range;

use super::body::{DocxReader, is_contents_control};
use super::fields;
use super::numbering::PrintedLabel;
use super::open_paragraphs::{Extra, Look};
use super::prompts::{self, OfControl};
use super::styles::{self, LetterStyle};
use super::xml::{Element, Space};
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::source::{SourceCell, SourceLine, Why};
use crate::import::readers::raw;
use crate::import::shapes::column_width;

/// The greatest length of a heading in letters; beyond it the level is that of a style put on a whole text.
const LONGEST_HEADING: usize = 60;

/// The least width of underlined white space that is a line to write on, in columns; less parts underlined words.
const LEAST_ROOM: usize = 6;

impl<'a> DocxReader<'a> {
    /// Reads a paragraph. It stays open where its mark was deleted: what follows goes on with it.
    pub(super) fn paragraph(&mut self, element: &'a Element, cell: Option<SourceCell>) {
        self.paragraph += 1;
        let properties = element.child("pPr");
        let style = properties.and_then(|properties| properties.child_value("pStyle"));
        self.open.properties = properties;
        self.open.begun = true;
        if properties.is_some_and(|properties| properties.child("pageBreakBefore").is_some_and(Element::is_on)) {
            // A form feed cannot stand in XML 1.0, so that it is free to mean the end of a page.
            self.open.text.push('\u{C}');
        }
        // Word makes the table of contents anew from the headings; the fields that stand in it are followed all the
        // same, since their ends may stand elsewhere.
        if self.styles.is_contents(style) {
            self.skip(Why::Contents, element);
            self.step_fields(element);
        } else {
            let look = Look::default().styled(self.styles.paragraph(style));
            self.inline(element, look);
        }
        let mark = properties.and_then(|properties| properties.child("rPr"));
        // A paragraph mark that was deleted while changes were tracked ends no paragraph: the next one goes on with its
        // text.
        let joined = mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        if !joined {
            self.flush(cell);
        }
        // A section ends with its last paragraph: two empty lines part what follows as a page would.
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
        for mark in marks {
            self.field(mark, Look::default());
        }
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
                ("sdt", Space::Word) if is_contents_control(element) => self.skip(Why::Contents, element),
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
        // The run itself goes before its style, and this before the paragraph.
        look = look.styled(LetterStyle::read(properties).or(style));
        look.underlined = properties.child_value("u").is_some_and(|kind| kind != "none");
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
            // What stands in w:del was skipped above; by itself it is deleted text all the same.
            "delText" => self.leave(Why::Deleted, &element.text()),
            // An underlined tab is a line to write on, however wide.
            "tab" | "ptab" => self.emit(if look.underlined { prompts::LINE } else { " " }, look),
            // w:br of type column ends a line as a plain one does.
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
                // Taken out of the list, so that a comment that is referred to twice is told once.
                if let Some(comment) = element.attribute("id").and_then(|id| self.comments.remove(id)) {
                    self.skip(Why::Comment, comment);
                }
            }
            "drawing" | "pict" | "object" => self.drawing(element, look),
            "instrText" | "delInstrText" => {}
            _ => self.inline(element, look),
        }
    }

    pub(super) fn letters(&mut self, element: &'a Element, look: Look<'a>) {
        self.seen.insert(element.id);
        match self.controls.remove(&element.id) {
            Some(OfControl::Prompt(place)) => {
                self.leave(Why::Prompt, &element.text());
                return self.emit(&place.unwrap_or_default(), look);
            }
            Some(OfControl::Chosen(others)) => self.leave(Why::Choices, &others),
            None => {}
        }
        // A soft hyphen only says where a word may be parted, and is not printed.
        let text = element.text().replace(['\t', '\n', '\r'], " ").replace('\u{AD}', "");
        let sign = |letter: char| {
            let code = u32::from(letter);
            // A font of signs has signs at the places of ASCII, plain or raised by F000; kanji in such a run come
            // from another font.
            let of_font = letter.is_ascii_graphic() || (0xF000..=0xF0FF).contains(&code);
            look.signs.filter(|_| of_font).and_then(|font| super::symbols::symbol_letter(font, code)).unwrap_or(letter)
        };
        let text: String = text.chars().map(sign).collect();
        let strange = text.chars().filter(|letter| raw::printable(letter.encode_utf8(&mut [0; 4])).is_empty());
        for letter in strange.collect::<Vec<_>>() {
            self.leave(Why::Control, &format!("U+{:04X}", u32::from(letter)));
        }
        self.emit(&text, look);
    }

    /// Takes letters, if Word shows what stands here.
    pub(super) fn emit(&mut self, text: &str, look: Look<'a>) {
        // Of a field only its result is printed, not its instruction.
        let unseen = self.fields.iter().rfind(|field| field.is_contents() || !field.in_result);
        let unseen = unseen.map(|field| if field.is_contents() { Why::Contents } else { Why::Field });
        if let Some(why) = unseen.or(look.unseen()) {
            if !text.trim().is_empty() {
                self.leave(why, text);
            }
            return;
        }
        // Old forms fill their places with spaces, of which only the end of the field makes a line.
        if text.trim().is_empty() && self.fields.last().is_some_and(|field| field.is_text_input() && !field.shown) {
            return;
        }
        let room = look.underlined && text.trim().is_empty() && column_width(text) >= LEAST_ROOM;
        let line = if room { "＿".repeat(column_width(text) / 2) } else { String::new() };
        let text = if room { &line } else { text };
        // All fields around the letter have shown something, also those that this one stands in.
        self.fields.iter_mut().for_each(|field| field.shown = true);
        let begin = self.open.text.len();
        self.open.text.push_str(text);
        if look.bold {
            add_stretch(&mut self.open.strong, begin..self.open.text.len());
        }
        if look.underlined && text.chars().any(char::is_alphanumeric) {
            self.leave(Why::Underline, text);
        }
        if !text.trim().is_empty() {
            *if look.bold { &mut self.open.bold } else { &mut self.open.plain } = true;
        }
        if look.inserted {
            self.open.inserted.push_str(text.trim());
        }
        for letter in raw::printable(text).chars().filter(|letter| !letter.is_whitespace()) {
            *self.letters.entry(letter).or_default() += 1;
        }
    }

    /// Ends the paragraph: its lines, its notes, and what stands in frames.
    pub(super) fn flush(&mut self, cell: Option<SourceCell>) {
        let open = std::mem::take(&mut self.open);
        let mut doubts = open.doubts;
        if !open.inserted.is_empty() {
            doubts.push((DoubtKind::Inserted, open.inserted.clone()));
        }
        let empty = folded(&open.text).is_empty();
        let contents = empty && open.runs.contains_key(&Why::Contents);
        // Word gives a paragraph of deleted or hidden letters no number.
        let gone = empty && (open.runs.contains_key(&Why::Deleted) || open.runs.contains_key(&Why::Hidden));
        let mut printed =
            if open.begun && !contents && !gone { self.label(open.properties) } else { PrintedLabel::default() };
        // A paragraph of struck letters keeps its number in Word: the next one counts on, and no line bears it.
        let struck = empty && open.runs.contains_key(&Why::Struck);
        if struck {
            printed = PrintedLabel::default();
        }
        if let Some(format) = &printed.strange {
            doubts.push((DoubtKind::NumberFormat, format!("{} {format}", printed.label)));
        }
        let begin = self.source.lines.len();
        // What stands in a cell heads nothing outside its table.
        let heading = self.heading(open.properties, &open.text).filter(|_| cell.is_none());
        let look = SourceLine {
            number: self.paragraph.max(1),
            heading,
            listed: !printed.label.is_empty(),
            bold: open.bold && !open.plain,
            cell,
            ..SourceLine::default()
        };
        let strong = if look.bold { &[][..] } else { &open.strong };
        self.lines(&open.text, strong, &printed, &look);
        // An empty paragraph parts what stands around it, unless it is empty only because something was left out.
        if open.begun && self.source.lines.len() == begin && !(contents || gone || struck) && cell.is_none() {
            self.gap += 1;
        }
        for note in open.notes {
            self.line(&note, &SourceLine { number: look.number, listed: true, cell, ..SourceLine::default() });
        }
        self.tell(open.runs.into_iter().chain(open.left), doubts, begin);
        self.extras(open.extras, &look);
    }

    /// The lines of what is anchored in a paragraph.
    fn extras(&mut self, extras: Vec<Extra<'a>>, look: &SourceLine) {
        for extra in extras {
            let first = self.source.lines.len();
            match extra {
                Extra::Box(frame) => {
                    // A frame has fields of its own; those that are open around it go on after it.
                    let fields = std::mem::take(&mut self.fields);
                    self.blocks(frame, look.cell);
                    self.fields = fields;
                }
                Extra::Line(text) => {
                    self.line(&text, &SourceLine { number: look.number, cell: look.cell, ..SourceLine::default() });
                }
            }
            if let Some(line) = self.source.lines.get(first) {
                let words = line.text.clone();
                self.tell([], vec![(DoubtKind::TextBox, words)], first);
            }
        }
    }

    fn label(&mut self, properties: Option<&'a Element>) -> PrintedLabel {
        let style = properties.and_then(|properties| properties.child_value("pStyle"));
        self.numbering.next(properties, style, self.styles)
    }

    /// The level of a heading, from 1.
    fn heading(&self, properties: Option<&Element>, text: &str) -> Option<u8> {
        let style = properties.and_then(|properties| properties.child_value("pStyle"));
        let own = properties.and_then(|properties| styles::outline_level(properties, "outlineLvl"));
        let level = own.or_else(|| self.styles.outline(style)).filter(|level| *level < 9)?;
        let text = text.trim();
        let short = text.chars().count() <= LONGEST_HEADING && !text.ends_with('。');
        // Word has nine levels, and HTML and Markdown, which the other readers give, have six.
        short.then_some(level.min(5) + 1)
    }

    /// The lines of a paragraph, whose first one bears the label.
    fn lines(&mut self, text: &str, strong: &[Range<usize>], printed: &PrintedLabel, look: &SourceLine) {
        let mut label = printed.label.as_str();
        // A number that nothing follows is printed all the same, a bullet is not worth a line.
        if printed.bullet && folded(text).is_empty() {
            label = "";
        }
        let mut begin = 0;
        for (at, page) in text.split('\u{C}').enumerate() {
            if at > 0 {
                self.gap = self.gap.max(2);
            }
            for line in page.split('\n') {
                let from = begin;
                begin += line.len() + 1;
                // The label stands before the first line that has letters, as Word prints it beside them; without any
                // it stands alone.
                let labelled = if label.is_empty() || (line.trim().is_empty() && !folded(text).is_empty()) {
                    line.to_owned()
                } else {
                    format!("{}\u{3000}{line}", std::mem::take(&mut label))
                };
                let head = labelled.len() - line.len();
                let moved = strong.iter().filter_map(|span| {
                    let span = span.start.max(from)..span.end.min(from + line.len());
                    (span.start < span.end).then(|| span.start - from + head..span.end - from + head)
                });
                let moved = shown_stretches(&labelled, moved);
                self.line(&labelled, &SourceLine { strong: moved, ..look.clone() });
            }
        }
    }

    fn line(&mut self, text: &str, look: &SourceLine) {
        let text = raw::printable(text);
        let text = text.trim();
        if !text.is_empty() {
            let gap = std::mem::take(&mut self.gap);
            self.source.lines.push(SourceLine { text: text.to_owned(), gap, ..look.clone() });
        }
    }
}

/// Adds a stretch, which may go on with the last one.
fn add_stretch(stretches: &mut Vec<Range<usize>>, next: Range<usize>) {
    match stretches.last_mut() {
        Some(last) if last.end == next.start => last.end = next.end,
        _ => stretches.push(next),
    }
}

/// The stretches of `text` as they stand in the line that is shown of it.
fn shown_stretches(text: &str, stretches: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let shown = |end: usize| raw::printable(text.get(..end).unwrap_or("")).len();
    let whole = raw::printable(text);
    let lead = whole.len() - whole.trim_start().len();
    let most = whole.trim().len();
    let moved = stretches
        .map(|span| shown(span.start).saturating_sub(lead).min(most)..shown(span.end).saturating_sub(lead).min(most));
    moved.filter(|span| !span.is_empty()).collect()
}
