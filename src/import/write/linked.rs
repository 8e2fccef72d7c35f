//! A text as Markdown with its links, as it is written piece by piece.

use std::collections::BTreeSet;

use super::escape::escape_markdown;
use super::targets::NamedProvision;
use crate::import::outline::words::SourceWords;

/// The place of a reference: the line and the place in it where its text begins, and the place in that.
pub(in crate::import) type ReferencePlace = (usize, usize, usize);

/// A link as it was written.
#[derive(Debug, Clone)]
pub(in crate::import) struct WrittenLink {
    pub(in crate::import) place: ReferencePlace,
    /// The words of the text.
    pub(in crate::import) words: String,
    /// Whether the program is to compute them.
    pub(in crate::import) computed: bool,
}

/// A text with its references, and those whose target is not certain.
#[derive(Debug, Default)]
pub(in crate::import) struct Linked {
    pub(in crate::import) markdown: String,
    pub(in crate::import) unsure: Vec<String>,
    pub(in crate::import) links: Vec<WrittenLink>,
    /// The beginning of the text in its line.
    begin: (usize, usize),
    /// The places of references that keep their words.
    typed: BTreeSet<usize>,
    pub(super) said: SaidBefore,
}

impl Linked {
    /// A text that begins as `words` do, whose references at the places `typed` keep their words.
    pub(in crate::import) fn of(words: &SourceWords, typed: &BTreeSet<ReferencePlace>) -> Self {
        let begin = words.pieces.first().map_or((0, 0), |piece| (piece.line, piece.at));
        let own = typed.range((begin.0, begin.1, 0)..=(begin.0, begin.1, usize::MAX));
        Self { begin, typed: own.map(|(_, _, at)| *at).collect(), ..Self::default() }
    }

    /// Adds a link with words of its own.
    pub(in crate::import) fn add_link(&mut self, words: &str, target: &str) {
        self.part_sign();
        self.markdown.push_str(&format!("[{}]({target})", escape_markdown(words)));
        let place = (self.begin.0, self.begin.1, 0);
        self.links.push(WrittenLink { place, words: words.to_owned(), computed: false });
    }

    /// Keeps an exclamation mark apart from the link behind it, which would be a picture with it.
    fn part_sign(&mut self) {
        if self.markdown.ends_with('!') {
            self.markdown.insert(self.markdown.len() - 1, '\\');
        }
    }

    pub(super) fn reference(&mut self, words: &str, at: usize, target: &ReferenceTarget, typed: bool) {
        let computed = target.computed && !typed && !self.typed.contains(&at);
        let (shown, part) = if computed { (String::new(), target.part) } else { (escape_markdown(words), "") };
        self.part_sign();
        self.markdown.push_str(&format!("[{shown}]({}{part})", target.written));
        let place = (self.begin.0, self.begin.1, at);
        self.links.push(WrittenLink { place, words: words.to_owned(), computed });
    }
}

/// The references that were read in a text so far.
#[derive(Debug, Default)]
pub(super) struct SaidBefore {
    /// The provision that the last one names; none where that is not certain.
    pub(super) last: Option<NamedProvision>,
    /// The end of the last one.
    pub(super) end: usize,
    /// Whether one named another article, of this document or of another.
    pub(super) other_article: bool,
    /// Whether one named another paragraph.
    pub(super) other_paragraph: bool,
}

/// The target of a link.
pub(super) struct ReferenceTarget {
    pub(super) written: String,
    /// The part that asks for words as seen from the text.
    pub(super) part: &'static str,
    pub(super) computed: bool,
}

/// A stretch of a text as Markdown: what would begin a block matters at the head alone, and spaces beside links stay.
pub(super) fn markdown_stretch(text: &str, head: bool) -> String {
    if text.is_empty() {
        return String::new();
    }
    let (lead, tail) = (text.len() - text.trim_start().len(), text.trim_end().len());
    if lead >= tail {
        return if head { String::new() } else { " ".to_owned() };
    }
    // A letter before it keeps escape from taking it for the head.
    let escaped = if head {
        escape_markdown(&text[lead..tail])
    } else {
        escape_markdown(&format!("。{}", &text[lead..tail])).split_off('。'.len_utf8())
    };
    format!("{}{escaped}{}", if head { "" } else { &text[..lead] }, &text[tail..])
}
