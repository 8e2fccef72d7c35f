//! Markdown to the inline tree.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::fault::MarkupFault;
use super::notes::{NOTE, WrittenNotes, put_notes};
use super::ruby::{BAR, put_readings};
use super::{Inline, RichText, plain_inlines};

/// The greatest depth of pieces in each other, the paragraph included: emphasis in strong importance in a link, and
/// more.
const DEEPEST: usize = 8;

pub(super) const NESTING: MarkupFault = MarkupFault("markdown-nesting");

/// The fault of a `**` that `CommonMark` does not take for emphasis, as between punctuation and a Japanese letter.
pub const EMPHASIS: MarkupFault = MarkupFault("markdown-emphasis");

/// Reads `source`; `wide` says that lines join without a space, as Japanese lines do.
#[must_use]
pub fn parse_markup(source: &str, wide: bool) -> (RichText<String>, Vec<MarkupFault>) {
    if is_bare(source) {
        let text = if wide { join_japanese(source) } else { source.to_owned() };
        return (vec![vec![Inline::Text(text)]], Vec::new());
    }
    parse_signs(source, wide)
}

/// Whether `source` is one paragraph without any sign of Markdown, as most texts are. A line that begins with a letter or such a bracket
/// begins no list, heading or other block.
fn is_bare(source: &str) -> bool {
    let is_sign = |c: char| {
        matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '`' | '&' | '!' | BAR) || c.is_control() && c != SOFT_BREAK
    };
    let begins = |c: char| c.is_alphabetic() || matches!(c, '「' | '『' | '（' | '(');
    !source.contains(is_sign)
        && source.split(SOFT_BREAK).all(|line| line.starts_with(begins) && !line.ends_with(char::is_whitespace))
}

/// Reads `source` by the rules of Markdown.
fn parse_signs(source: &str, wide: bool) -> (RichText<String>, Vec<MarkupFault>) {
    let mut builder = MarkupBuilder::default();
    let without_html = escape_tags(source, &tag_places(source));
    for event in Parser::new_ext(&without_html, Options::ENABLE_FOOTNOTES) {
        builder.take(event);
    }
    // A faulty block may hold ** of its own.
    if builder.faults.is_empty() && builder.strong * 2 < source.replace("\\*", "").matches("**").count() {
        builder.faults.push(EMPHASIS);
    }
    let mut text = builder.paragraphs;
    put_notes(text.iter_mut(), &builder.notes, &mut builder.faults);
    for paragraph in &mut text {
        put_readings(paragraph);
    }
    if wide {
        for paragraph in &mut text {
            join_lines(paragraph);
        }
    }
    (text, builder.faults)
}

/// The HTML tags in `source`. `<https://…>` and `<name@host>` are links, not tags.
pub fn html_tags(source: &str) -> impl Iterator<Item = &str> {
    tag_places(source).into_iter().map(|place| &source[place])
}

/// Returns the places of the tags, in their order. Found from the end, where what follows each letter is known, so that
/// many `<` without a `>` cost no more than other letters.
pub(super) fn tag_places(source: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    if !source.contains('<') {
        return places;
    }
    // The next `>`, white space, and `:` or `@`.
    let (mut close, mut space, mut sign) = (None, usize::MAX, usize::MAX);
    for (at, letter) in source.char_indices().rev() {
        match letter {
            '>' => close = Some(at),
            ':' | '@' => sign = at,
            '<' => {
                let Some(end) = close else { continue };
                let name = source[at + 1..].trim_start_matches(['/', '!', '?']);
                // An address in angle brackets holds `:` or `@` and no white space (CommonMark, 6.5).
                let is_link = sign < end && space > end;
                // `-` stands in `<!--`, which begins a comment.
                if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && !is_link {
                    places.push(at..end + 1);
                }
            }
            other if other.is_whitespace() => space = at,
            _ => {}
        }
    }
    places.reverse();
    places
}

/// `source` with its HTML tags, which stand at `places`, made plain letters, so that Markdown after them is still understood.
pub(super) fn escape_tags<'s>(source: &'s str, places: &[Range<usize>]) -> Cow<'s, str> {
    if places.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len() + places.len());
    let mut done = 0;
    for place in places {
        out.push_str(&source[done..place.start]);
        out.push('\\');
        done = place.start;
    }
    Cow::Owned(out + &source[done..])
}

/// Whether `tag` names a language as BCP 47 does: two or three letters, then parts such as a script or a country.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_code = |code: &str| (2..=3).contains(&code.len()) && code.bytes().all(|letter| letter.is_ascii_lowercase());
    let is_part =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric());
    parts.next().is_some_and(is_code) && parts.all(is_part)
}

/// Stands where the source broke a line, until it is known which letters it stands between.
const SOFT_BREAK: char = '\n';

#[derive(Default)]
pub(super) struct MarkupBuilder {
    paragraphs: RichText<String>,
    /// The open pieces, outermost first; the first is the paragraph.
    open: Vec<(Option<Frame>, Vec<Inline<String>>)>,
    /// The number of stretches of strong importance that were understood.
    strong: usize,
    faults: Vec<MarkupFault>,
    /// The notes that stand below the text, by their marks.
    notes: WrittenNotes,
    /// The mark of the note that is being read, and how many paragraphs stood before it.
    note: Option<(String, usize)>,
    /// Whether code may stand in it.
    with_code: bool,
}

enum Frame {
    Strong,
    Emphasis,
    Link(String),
    Picture(String),
}

impl MarkupBuilder {
    /// Reads running text of a page that has begun.
    pub(super) fn in_paragraph() -> Self {
        Self { open: vec![(None, Vec::new())], with_code: true, ..Self::default() }
    }

    /// Returns the running text, how many stretches of strong importance it has, and its faults.
    pub(super) fn finish(mut self) -> (Vec<Inline<String>>, usize, Vec<MarkupFault>) {
        let inlines = self.open.drain(..).next().map(|(_, inlines)| trimmed(inlines));
        (inlines.into_iter().flatten().collect(), self.strong, self.faults)
    }

    pub(super) fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => self.letters(&text),
            Event::Code(text) if self.with_code => self.put(Inline::Code(text.replace("\\<", "<"))),
            Event::Code(_) => self.faults.push(MarkupFault("markdown-code")),
            Event::SoftBreak => self.letters("\n"),
            Event::HardBreak => self.put(Inline::Break),
            Event::Rule => self.faults.push(MarkupFault("markdown-rule")),
            // Extensions that are not switched on.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
            // What it stands for is put in when all notes are read.
            Event::FootnoteReference(mark) => self.put(Inline::Note(vec![Inline::Text(mark.into_string())])),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        // Once only: a text of ten thousand brackets would otherwise have as many findings.
        if self.open.len() > DEEPEST && self.faults.last() != Some(&NESTING) {
            self.faults.push(NESTING);
        }
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.open.push((None, Vec::new())),
            Tag::Strong => {
                self.strong += 1;
                self.open.push((Some(Frame::Strong), Vec::new()));
            }
            Tag::Emphasis => self.open.push((Some(Frame::Emphasis), Vec::new())),
            // `<name@host>` is given without its scheme, and would be a link to a page.
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.open.push((Some(Frame::Link(format!("mailto:{dest_url}"))), Vec::new()));
            }
            Tag::Link { dest_url, .. } => self.open.push((Some(Frame::Link(dest_url.into_string())), Vec::new())),
            Tag::Image { dest_url, .. } => self.open.push((Some(Frame::Picture(dest_url.into_string())), Vec::new())),
            Tag::FootnoteDefinition(mark) => self.note = Some((mark.into_string(), self.paragraphs.len())),
            Tag::List(_) => self.faults.push(MarkupFault("markdown-list")),
            Tag::Heading { .. } => self.faults.push(MarkupFault("markdown-heading")),
            Tag::BlockQuote(_) => self.faults.push(MarkupFault("markdown-quote")),
            Tag::CodeBlock(_) => self.faults.push(MarkupFault("markdown-code")),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        // Only what `start` put on the stack may be taken from it; a refused block has put nothing there.
        if tag == TagEnd::FootnoteDefinition {
            self.end_note();
        }
        let closes = matches!(
            tag,
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image
        );
        if !closes {
            return;
        }
        let Some((frame, inner)) = self.open.pop() else { return };
        // What stands too deep is left out, so that no walk of the tree can exhaust the stack.
        if self.open.len() > DEEPEST {
            return;
        }
        match frame {
            None => self.paragraphs.push(trimmed(inner)),
            Some(Frame::Strong) => self.put(Inline::Strong(inner)),
            Some(Frame::Emphasis) => self.put(Inline::Emphasis(inner)),
            Some(Frame::Link(target)) => match target.strip_prefix("lang:") {
                Some(lang) if is_language(lang) && !inner.is_empty() => {
                    self.put(Inline::Language { lang: lang.to_owned(), words: inner });
                }
                Some(_) => self.faults.push(MarkupFault("markdown-language")),
                None => self.put(Inline::Link { target: Box::new(target), words: inner }),
            },
            Some(Frame::Picture(path)) => {
                let alt = plain_inlines(&inner).trim().to_owned();
                if alt.is_empty() {
                    self.faults.push(MarkupFault("markdown-alt"));
                }
                self.put(Inline::Picture { path, alt });
            }
        }
    }

    /// Keeps the paragraph of the note that ends here. A note is one paragraph, as it stands at the foot of a page.
    fn end_note(&mut self) {
        let Some((mark, before)) = self.note.take() else { return };
        let mut paragraphs = self.paragraphs.split_off(before.min(self.paragraphs.len())).into_iter();
        match (paragraphs.next(), paragraphs.next()) {
            (Some(words), None) => drop(self.notes.insert(mark, words)),
            _ => self.faults.push(NOTE),
        }
    }

    fn letters(&mut self, text: &str) {
        // The parser gives a text in pieces, cut at escapes and line breaks. They are joined, since a break between
        // Japanese letters is told by the letters on both its sides.
        if let Some((_, inlines)) = self.open.last_mut()
            && let Some(Inline::Text(before)) = inlines.last_mut()
        {
            before.push_str(text);
        } else {
            self.put(Inline::Text(text.to_owned()));
        }
    }

    fn put(&mut self, inline: Inline<String>) {
        match self.open.last_mut() {
            Some((_, inlines)) => inlines.push(inline),
            // Text outside a paragraph: inside a construct that is refused anyway.
            None => self.paragraphs.push(vec![inline]),
        }
    }
}

/// HTML blocks end with a line break.
fn trimmed(mut inlines: Vec<Inline<String>>) -> Vec<Inline<String>> {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        let kept = last.trim_end().len();
        last.truncate(kept);
    }
    inlines
}

/// Takes away line breaks beside Japanese letters.
pub(super) fn join_lines(inlines: &mut [Inline<String>]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                if text.contains(SOFT_BREAK) {
                    *text = join_japanese(text);
                }
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Note(inner)
            | Inline::Language { words: inner, .. }
            | Inline::Link { words: inner, .. } => join_lines(inner),
            Inline::Break | Inline::Code(_) | Inline::Ruby { .. } | Inline::Picture { .. } => {}
        }
    }
}

/// `text` without the line breaks beside Japanese letters, which stand there only because the source broke a line. A space
/// stays: the reader of YAML hands over those that folding made between Japanese letters as line breaks.
#[must_use]
pub fn join_japanese(text: &str) -> String {
    if !text.contains(SOFT_BREAK) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(at + 1).copied();
        let beside = [before, after];
        match letter {
            SOFT_BREAK if beside.iter().flatten().any(|c| is_wide(*c)) => {}
            SOFT_BREAK => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// Whether Japanese is set without a space beside this letter: kana, kanji, full-width forms and punctuation.
#[must_use]
pub fn is_wide(letter: char) -> bool {
    // The second and third planes of Unicode hold nothing but kanji.
    matches!(u32::from(letter), 0x3000..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::super::to_plain;
    use super::*;

    fn plain(source: &str, wide: bool) -> String {
        to_plain(&parse_markup(source, wide).0)
    }

    #[test]
    fn japanese_lines_join_without_a_space() {
        assert_eq!(plain("患者の\n情報", true), "患者の情報");
        assert_eq!(plain("患者の 情報と\nMCS の ID", true), "患者の 情報とMCS の ID");
        assert_eq!(plain("an item\nof text", false), "an item\nof text");
        assert_eq!(plain("MCS\nID", true), "MCS ID");
    }

    #[test]
    fn bare_text_is_what_markdown_makes_of_it() {
        let texts = [
            "患者の情報",
            "「参加」とは\n（１）をいう。",
            "An item, 1. of\ntext - and more: x = 2 + 3 ~ 4",
            "A | b > c # d \"e\" $f$ ^g",
            "MCS\nID",
            "あ　い",
            "Ａ\u{301}b",
            "http://x.jp/y",
            "a\n\u{3042}1.",
        ];
        for text in texts {
            assert!(is_bare(text), "{text:?}");
            for wide in [true, false] {
                assert_eq!(parse_markup(text, wide), parse_signs(text, wide), "{text:?}");
            }
        }
        for text in [
            "",
            "1. x",
            "- x",
            "x\n---",
            "x\n\ny",
            " x",
            "x  \ny",
            "x\u{3000}",
            "a*b",
            "a&amp;b",
            "漢字｜かんじ",
            "x\ry",
            "# x",
            "> x",
            "x\n1. y",
        ] {
            assert!(!is_bare(text), "{text:?}");
        }
    }

    #[test]
    fn html_is_text() {
        assert_eq!(plain("a <b>bold</b> word", false), "a <b>bold</b> word");
        assert_eq!(plain("<script>alert(1)</script>", false), "<script>alert(1)</script>");
        assert_eq!(plain("#import \"x\": *", false), "#import \"x\": *");
    }

    #[test]
    fn tags_are_told_from_links_and_from_mere_signs() {
        let tags = |source: &'static str| html_tags(source).collect::<Vec<_>>();
        assert_eq!(tags("a <b>c</b> <br/> <!-- x --> 1 < 2"), ["<b>", "</b>", "<br/>", "<!-- x -->"]);
        assert_eq!(tags("<https://a.jp> <x@y.jp> <a href=https://a.jp>"), ["<a href=https://a.jp>"]);
        assert_eq!(tags("<<a <b>"), ["<a <b>", "<b>"]);
        assert_eq!(tags("<<<< < 3> <a"), [""; 0]);
        assert_eq!(plain("<a1>*b*<a2>**c**<a1>", false), "<a1>b<a2>c<a1>");
    }

    #[test]
    fn blocks_are_faults() {
        for (source, name) in [
            ("- one", "markdown-list"),
            ("1. one", "markdown-list"),
            ("# one", "markdown-heading"),
            ("> one", "markdown-quote"),
            ("```\none\n```", "markdown-code"),
            ("![](y)", "markdown-alt"),
            ("[x](lang:English)", "markdown-language"),
            ("[](lang:en)", "markdown-language"),
            ("a[^1]\n\n[^1]: b\n\n    c", "markdown-note"),
            ("---", "markdown-rule"),
        ] {
            assert_eq!(parse_markup(source, false).1, [MarkupFault(name)], "{source}");
        }
    }

    #[test]
    fn links_keep_target_and_words() {
        let (text, faults) = parse_markup("see [](#a.b) and [this](form:x)", false);
        assert!(faults.is_empty());
        let links: Vec<_> = text[0]
            .iter()
            .filter_map(|inline| match inline {
                Inline::Link { target, words } => Some((target.as_str(), words.len())),
                _ => None,
            })
            .collect();
        assert_eq!(links, [("#a.b", 0), ("form:x", 1)]);
    }
}
