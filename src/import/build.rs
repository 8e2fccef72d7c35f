//! From paragraphs to the tree of provisions. Depths are inferred: a number that goes on a sequence that is open
//! belongs to it, and any other begins a sequence below what stands before it.

use super::heads::{self, Begins};
use super::lines::Para;
use super::marks::{Mark, Style, Unit};
use super::outline::{Division, Doubt, Label, Node};
use super::rows;
use super::words::Words;

/// How deep provisions may stand in each other, so that they have room in an appendix too.
const DEEPEST: usize = 6;

/// A provision that may still grow.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) node: Node,
    /// The sequence that it is of; empty where it bears no number.
    key: String,
    /// The last number of its sequence.
    number: Vec<u32>,
    /// Whether it hangs below as a later paragraph.
    paragraph: bool,
    /// Whether its words are a caption.
    titled: bool,
    /// The level of its heading in Markdown.
    heading: Option<u8>,
}

/// Where a number belongs.
struct Place {
    /// How many open provisions stay open.
    keep: usize,
    style: Style,
    number: Vec<u32>,
    paragraph: bool,
    doubt: Option<&'static str>,
}

/// Builds one division after the other.
pub(super) struct Builder<'a> {
    pub(super) paras: &'a [Para],
    pub(super) divisions: Vec<Division>,
    pub(super) doubts: Vec<Doubt>,
    /// What stands twice and is written once.
    pub(super) repeated: Vec<Words>,
    stack: Vec<Open>,
    caption: Option<Words>,
    /// Whether the division has only its head yet.
    fresh: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(paras: &'a [Para]) -> Self {
        let divisions = vec![Division::default()];
        Self {
            paras,
            divisions,
            doubts: Vec::new(),
            repeated: Vec::new(),
            stack: Vec::new(),
            caption: None,
            fresh: false,
        }
    }

    /// Takes the paragraphs, without those that `taken` has.
    pub(super) fn build(mut self, taken: &[usize]) -> Self {
        let mut at = 0;
        while at < self.paras.len() {
            if taken.contains(&at) {
                at += 1;
                continue;
            }
            at = self.take(at);
        }
        self.close(0);
        self.loose_caption();
        self
    }

    /// Takes the paragraph `at`, or the table that begins there, and says where to go on.
    fn take(&mut self, at: usize) -> usize {
        let paras = self.paras;
        let para = &paras[at];
        if let Some(cell) = para.cell {
            let end =
                at + paras[at..].iter().take_while(|one| one.cell.is_some_and(|one| one.table == cell.table)).count();
            rows::table(self, at, end);
            self.fresh = false;
            return end;
        }
        if self.begins_division(at) {
            return at + 1;
        }
        if let Some(inner) = self.caption_before(at) {
            self.loose_caption();
            self.caption = Some(inner);
            return at + 1;
        }
        self.fresh = false;
        match &para.mark {
            Some(mark) => self.numbered(at, mark),
            None => {
                self.loose_caption();
                match para.heading {
                    Some(level) => self.heading(para, Some(level)),
                    None if heads::is_preface(&para.words.text) => self.heading(para, None),
                    None => self.plain(para),
                }
            }
        }
        at + 1
    }

    // Divisions.

    fn begins_division(&mut self, at: usize) -> bool {
        let para = &self.paras[at];
        let words = &para.words;
        let text = words.text.as_str();
        let begun = self.divisions.len() > 1 || self.has_numbers();
        if let Some(head) = heads::division(text) {
            let title = words.slice(
                heads::inside(&text[head.title.clone()])
                    .filter(|_| head.begins != Begins::Form)
                    .map_or(head.title.clone(), |inner| head.title.start + inner.start..head.title.start + inner.end),
            );
            self.divide(head.begins, words.slice(head.label), title);
            return true;
        }
        if self.fresh && self.may_be_title(at) {
            if let Some(division) = self.divisions.last_mut() {
                division.title = words.clone();
            }
            self.fresh = false;
            return true;
        }
        let in_text =
            self.divisions.last().is_some_and(|division| matches!(division.begins, None | Some(Begins::Supplementary)));
        let bracketed =
            heads::inside(text).filter(|_| text.trim_start().starts_with(['【', '＜', '《']) && heads::is_short(text));
        if let Some(inner) = bracketed.filter(|_| begun && in_text && para.gap > 0 && para.mark.is_none()) {
            self.divide(Begins::Appendix, Words::default(), words.slice(inner));
            self.doubt(words, "appendix-by-brackets");
            return true;
        }
        if begun && para.mark.is_none() && para.gap > 1 && heads::is_form_title(text) {
            self.divide(Begins::Form, Words::default(), words.clone());
            self.doubt(words, "form-by-title");
            return true;
        }
        if self.says_when_in_force(at) {
            self.divide(Begins::Supplementary, words.clone(), Words::default());
            self.doubt(words, "supplementary-by-caption");
            return true;
        }
        false
    }

    /// A line below the head of a division that is its title.
    fn may_be_title(&self, at: usize) -> bool {
        let para = &self.paras[at];
        let Some(division) = self.divisions.last() else { return false };
        let open = !matches!(division.begins, None | Some(Begins::Supplementary)) && division.title.is_empty();
        open && para.mark.is_none() && para.cell.is_none() && heads::is_short(&para.words.text)
    }

    /// A heading without a number below which it is said first when the text comes into force.
    fn says_when_in_force(&self, at: usize) -> bool {
        let (para, next) = (&self.paras[at], self.paras.get(at + 1));
        let force = next.is_some_and(|next| {
            next.mark
                .as_ref()
                .is_some_and(|mark| crate::notation::widths::folded(&next.words.text[mark.rest..]).contains("施行期日"))
        });
        let body = self.divisions.last().is_some_and(|division| division.begins.is_none());
        para.mark.is_none() && para.heading.is_some() && body && force
    }

    fn has_numbers(&self) -> bool {
        let numbered = |node: &Node| node.label.as_ref().is_some_and(|label| label.style.numeral.is_some());
        self.stack.iter().any(|open| numbered(&open.node))
            || self.divisions.last().is_some_and(|division| division.nodes.iter().any(numbered))
    }

    fn divide(&mut self, begins: Begins, label: Words, title: Words) {
        self.loose_caption();
        self.close(0);
        self.divisions.push(Division { begins: Some(begins), label, title, ..Division::default() });
        self.fresh = true;
    }

    // Captions.

    /// A line in brackets above an article or numbered paragraph.
    fn caption_before(&self, at: usize) -> Option<Words> {
        let (para, next) = (&self.paras[at], self.paras.get(at + 1)?);
        if para.mark.is_some() || next.cell.is_some() {
            return None;
        }
        let text = para.words.text.as_str();
        let inner =
            heads::inside(text).filter(|_| text.trim_start().starts_with(['（', '(']) && text.chars().count() <= 42)?;
        let mark = next.mark.as_ref()?;
        let (style, _) = mark.readings.first()?;
        let bare = style.before.is_empty() && style.numeral.is_some() && next.words.text.len() > mark.end;
        if mark.unit == Some(Unit::Article) {
            return Some(para.words.slice(inner));
        }
        bare.then(|| para.words.clone())
    }

    /// A caption that nothing followed.
    fn loose_caption(&mut self) {
        if let Some(words) = self.caption.take() {
            self.push(Node { text: vec![words], ..Node::default() }, 0, Open::unnumbered());
        }
    }

    // What bears a number.

    fn numbered(&mut self, at: usize, mark: &Mark) {
        let para = &self.paras[at];
        let words = &para.words;
        let place = self.place(at, mark);
        let titled = self.is_titled(at, mark, &place);
        if let Some(doubt) = place.doubt {
            self.doubt(words, doubt);
        }
        let key = place.style.key();
        let label = Label {
            style: place.style,
            number: place.number.clone(),
            above: mark.above.clone(),
            unit: mark.unit,
            words: words.slice(mark.start..mark.end),
        };
        let mut node = Node { label: Some(label), counted: place.paragraph, ..Node::default() };
        let rest = words.slice(mark.rest..words.text.len());
        if let Some(caption) = self.caption.take() {
            node.bracketed = mark.unit == Some(Unit::Article);
            node.caption = caption;
        }
        self.head(&mut node, rest, mark.unit, titled);
        let open = Open {
            key,
            number: place.number,
            paragraph: place.paragraph,
            titled,
            heading: para.heading,
            node: Node::default(),
        };
        self.push(node, place.keep, open);
    }

    /// What follows the number: a caption, a text, or both.
    fn head(&self, node: &mut Node, rest: Words, unit: Option<Unit>, titled: bool) {
        if rest.is_empty() {
            return;
        }
        if unit == Some(Unit::Article) && node.caption.is_empty() {
            let text = rest.text.as_str();
            let end = text
                .find(['）', ')'])
                .filter(|end| text.starts_with(['（', '(']) && text[..*end].chars().count() <= 40);
            if let Some(end) = end {
                let close = text[end..].chars().next().map_or(1, char::len_utf8);
                node.caption = rest.slice(text.chars().next().map_or(1, char::len_utf8)..end);
                node.bracketed = true;
                let after = rest.slice(end + close..text.len());
                node.text.extend(Some(after).filter(|after| !after.is_empty()));
                return;
            }
        }
        if titled && node.caption.is_empty() {
            node.bracketed = unit == Some(Unit::Article);
            node.caption = rest;
        } else {
            node.text.push(rest);
        }
    }

    /// Whether the words after a number are a caption: a heading, or short words below which something stands.
    fn is_titled(&self, at: usize, mark: &Mark, place: &Place) -> bool {
        let para = &self.paras[at];
        let rest = para.words.text[mark.rest..].trim();
        let short = heads::is_short(rest) && rest.chars().count() <= 40;
        if para.heading.is_some() {
            return true;
        }
        if mark.is_bullet() || place.paragraph || !short || self.caption.is_some() {
            return false;
        }
        if mark.unit.is_some_and(|unit| unit != Unit::Article) {
            return true;
        }
        let key = place.style.key();
        if let Some(sibling) = self.stack.get(place.keep).filter(|open| open.key == key) {
            return sibling.titled;
        }
        let Some(next) = self.paras.get(at + 1).filter(|next| next.cell.is_none()) else { return false };
        match &next.mark {
            Some(next_mark) => {
                let same = next_mark.readings.iter().any(|(style, _)| style.key() == key);
                let known = next_mark
                    .readings
                    .iter()
                    .any(|(style, _)| self.stack.iter().take(place.keep).any(|open| open.key == style.key()));
                !same
                    && !known
                    && next_mark.unit.is_none()
                    && !next_mark.is_note()
                    && mark.unit.is_none()
                    && next.heading.is_none()
            }
            None => {
                next.heading.is_none() && next.words.text.contains('。') && heads::division(&next.words.text).is_none()
            }
        }
    }

    fn place(&self, at: usize, mark: &Mark) -> Place {
        if let Some(unit) = mark.unit {
            return self.place_unit(mark, unit);
        }
        if let Some(above) = &mark.above
            && let Some(place) = self.place_below(mark, above)
        {
            return place;
        }
        if mark.is_bullet() || mark.is_note() {
            return self.place_bullet(at, mark);
        }
        self.place_open(mark).unwrap_or_else(|| self.place_new(at, mark))
    }

    fn place_unit(&self, mark: &Mark, unit: Unit) -> Place {
        let outer = |open: &Open| open.node.label.as_ref().and_then(|label| label.unit).is_some_and(|one| one < unit);
        let keep = self.stack.iter().rposition(outer).map_or(0, |at| at + 1);
        let (style, number) = mark.readings[0].clone();
        Place { keep, style, number, paragraph: false, doubt: None }
    }

    /// 1-2 stands below 1.
    fn place_below(&self, mark: &Mark, above: &str) -> Option<Place> {
        let (style, number) = mark.readings[0].clone();
        let bare =
            |text: &str| crate::notation::widths::folded(text).trim_end_matches(['.', '、', ')', ':']).to_owned();
        let parent = self
            .stack
            .iter()
            .rposition(|open| open.node.label.as_ref().is_some_and(|label| bare(&label.words.text) == bare(above)))?;
        let key = style.key();
        let sibling = self.stack.get(parent + 1).filter(|open| open.key == key);
        let last = sibling.and_then(|open| open.number.first()).copied().unwrap_or(0);
        let doubt = match number.first().copied().unwrap_or(0) {
            next if next == last.saturating_add(1) => None,
            next if next > last => Some("number-gap"),
            _ => Some("number-repeat"),
        };
        Some(Place { keep: parent + 1, style, number, paragraph: false, doubt })
    }

    fn place_bullet(&self, at: usize, mark: &Mark) -> Place {
        let (style, number) = mark.readings[0].clone();
        let key = style.key();
        let found = self.stack.iter().rposition(|open| open.key == key);
        let keep = found.unwrap_or_else(|| {
            if mark.is_note() && self.paras[at].parted { self.container() } else { self.stack.len() }
        });
        Place { keep, style, number, paragraph: false, doubt: None }
    }

    /// How many provisions stay open when something follows that belongs to no item: up to the innermost heading,
    /// article or plain paragraph.
    fn container(&self) -> usize {
        let holds = |open: &Open| {
            let article = open.node.label.as_ref().is_some_and(|label| label.unit.is_some());
            article
                || open.titled
                || open.heading.is_some()
                || open.paragraph
                || open.node.label.is_none()
                || !open.node.caption.is_empty()
        };
        self.stack.iter().rposition(holds).map_or(0, |at| at + 1)
    }

    /// A number of a sequence that is open.
    fn place_open(&self, mark: &Mark) -> Option<Place> {
        let mut found = Vec::new();
        for (style, number) in &mark.readings {
            let key = style.key();
            if let Some(at) = self.stack.iter().rposition(|open| open.key == key) {
                let last = self.stack[at].number.first().copied().unwrap_or(0);
                let next = number.first().is_some_and(|number| *number == last.saturating_add(1));
                found.push((next, at, style, number));
            }
        }
        found.sort_by_key(|(next, at, ..)| (!*next, std::cmp::Reverse(*at)));
        let (next, at, style, number) = found.first()?;
        let open = &self.stack[*at];
        let first = number.first().copied().unwrap_or(0);
        // A sequence that begins anew below a deeper provision is another one.
        if first == 1
            && self.stack.len() > at + 1
            && !self.stack[at + 1..]
                .iter()
                .all(|deeper| deeper.key.is_empty() && deeper.node.caption.is_empty() && !deeper.paragraph)
        {
            return None;
        }
        let doubt = match (next, first.cmp(&open.number.first().copied().unwrap_or(0))) {
            (true, _) => None,
            (false, std::cmp::Ordering::Greater) => Some("number-gap"),
            (false, _) => Some("number-repeat"),
        };
        Some(Place { keep: *at, style: (*style).clone(), number: (*number).clone(), paragraph: open.paragraph, doubt })
    }

    /// A number of no open sequence.
    fn place_new(&self, at: usize, mark: &Mark) -> Place {
        let begins = mark.readings.iter().find(|(_, number)| number.first() == Some(&1));
        let (style, number) = begins.unwrap_or(&mark.readings[0]).clone();
        let bare = style.before.is_empty()
            && style.joint.is_none()
            && style.numeral.is_some()
            && style.key().starts_with("|n|");
        let article = self
            .stack
            .iter()
            .rposition(|open| open.node.label.as_ref().is_some_and(|label| label.unit == Some(Unit::Article)));
        if begins.is_none()
            && bare
            && let Some(article) = article.filter(|_| self.paras[at].heading.is_none())
        {
            let doubt = (number != [2]).then_some("number-gap");
            return Place { keep: article + 1, style, number, paragraph: true, doubt };
        }
        let keep = self.above_next(at, &style).unwrap_or(self.stack.len());
        let keep = self.heading_above(at, keep);
        let doubt = begins.is_none().then_some("number-late");
        Place { keep, style, number, paragraph: false, doubt }
    }

    /// A sequence below which one that is open begins anew stands above it.
    fn above_next(&self, at: usize, style: &Style) -> Option<usize> {
        let key = style.key();
        for para in &self.paras[at + 1..] {
            let ends = para.mark.is_none() && (para.heading.is_some() || heads::is_form_title(&para.words.text));
            if ends || heads::division(&para.words.text).is_some() {
                return None;
            }
            let Some(mark) = para.mark.as_ref().filter(|mark| !mark.is_bullet() && para.cell.is_none()) else {
                continue;
            };
            if mark.unit.is_some() {
                return None;
            }
            for (style, number) in mark.readings.iter().filter(|(style, _)| style.key() != key) {
                let key = style.key();
                if let Some(open) = self.stack.iter().position(|open| open.key == key) {
                    return (number.first() == Some(&1)).then_some(open);
                }
            }
        }
        None
    }

    /// A heading closes headings of its level and of lower ones, and a preface ends where numbers begin.
    fn heading_above(&self, at: usize, keep: usize) -> usize {
        let level = self.paras[at].heading;
        let ends = |open: &Open| {
            let unnumbered = open.node.label.is_none();
            match (level, open.heading) {
                (Some(level), Some(above)) => unnumbered && above >= level,
                (None, None) => unnumbered && heads::is_preface(&open.node.caption.text),
                _ => false,
            }
        };
        self.stack.iter().take(keep).position(|open| ends(open)).unwrap_or(keep)
    }

    // What bears none.

    fn heading(&mut self, para: &Para, level: Option<u8>) {
        let above = |open: &Open| match (level, open.heading) {
            (Some(level), Some(above)) => above < level,
            _ => false,
        };
        let keep = self.stack.iter().rposition(above).map_or(0, |at| at + 1);
        let node = Node { caption: para.words.clone(), ..Node::default() };
        self.push(node, keep, Open { titled: true, heading: level, ..Open::unnumbered() });
    }

    /// A paragraph without a number: the text of what stands open, more of it, or a paragraph after its items.
    fn plain(&mut self, para: &Para) {
        let words = para.words.clone();
        let node = || Node { text: vec![words.clone()], ..Node::default() };
        let is_item = self.container() < self.stack.len();
        let Some(top) = self.stack.last_mut() else {
            self.push(node(), 0, Open::unnumbered());
            return;
        };
        let closed = top.node.text.last().is_some_and(|text| text.text.trim_end().ends_with('。'));
        if top.node.text.is_empty()
            && top.node.items.is_empty()
            && top.node.columns.is_empty()
            && top.node.paragraphs.is_empty()
        {
            top.node.text.push(words);
            return;
        }
        let leads =
            ["また", "なお", "その", "以下", "ただし", "上記", "これ"].iter().any(|lead| words.text.starts_with(lead));
        let ends = words.text.trim_end().ends_with('。');
        if is_item && !para.parted && !((closed || leads) && ends) {
            top.node.text.push(words);
            return;
        }
        if is_item && !para.parted {
            self.doubt(&para.words, "paragraph-after-items");
        }
        let (keep, paragraph) = self.beside();
        self.push(node(), keep, Open { paragraph, ..Open::unnumbered() });
    }

    /// Where a paragraph of its own belongs, and whether it hangs below as a later paragraph: beside the paragraph
    /// before it, or else below the innermost heading or article.
    pub(super) fn beside(&self) -> (usize, bool) {
        let container = self.container();
        let root = self.stack.first().is_some_and(|open| open.node.label.is_none() && open.node.caption.is_empty());
        if container == 0 || (container == 1 && root) {
            return (0, false);
        }
        let above = &self.stack[container - 1];
        let keep = if above.paragraph || self.is_plain(container - 1) { container - 1 } else { container };
        (keep, keep > 0)
    }

    fn is_plain(&self, at: usize) -> bool {
        let open = &self.stack[at];
        open.node.label.is_none() && open.node.caption.is_empty()
    }

    // The stack.

    /// Adds `node` below the first `keep` open provisions.
    pub(super) fn push(&mut self, node: Node, keep: usize, open: Open) {
        let keep = keep.min(DEEPEST).min(self.stack.len());
        let mut open = open;
        // Items cannot stand after paragraphs: they stand in the last of them.
        self.close(keep);
        if keep > 0 && !open.paragraph && !self.stack[keep - 1].node.paragraphs.is_empty() {
            open.paragraph = true;
        }
        self.stack.push(Open { node, ..open });
    }

    /// Closes all but the first `keep`.
    pub(super) fn close(&mut self, keep: usize) {
        while self.stack.len() > keep {
            let Some(closed) = self.stack.pop() else { return };
            match self.stack.last_mut() {
                Some(above) if closed.paragraph => above.node.paragraphs.push(closed.node),
                Some(above) => above.node.items.push(closed.node),
                None => {
                    self.divisions.last_mut().into_iter().for_each(|division| division.nodes.push(closed.node.clone()))
                }
            }
        }
    }

    /// How many provisions are open.
    pub(super) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// The innermost open provision.
    pub(super) fn top(&mut self) -> Option<&mut Node> {
        self.stack.last_mut().map(|open| &mut open.node)
    }

    /// How many provisions a table may stand below: a table is of the innermost heading, article or paragraph.
    pub(super) fn table_place(&self) -> usize {
        self.container()
    }

    /// Takes a paragraph of a cell below the row that is open at `floor`.
    pub(super) fn cell(&mut self, at: usize, floor: usize) {
        let para = &self.paras[at];
        match &para.mark {
            Some(mark) => {
                let mut place = if mark.is_bullet() || mark.is_note() {
                    self.place_bullet(at, mark)
                } else {
                    self.place_open(mark).unwrap_or_else(|| self.place_new(at, mark))
                };
                if place.keep < floor || place.paragraph {
                    place.keep = floor;
                }
                let label = Label {
                    style: place.style.clone(),
                    number: place.number.clone(),
                    above: mark.above.clone(),
                    unit: None,
                    words: para.words.slice(mark.start..mark.end),
                };
                let rest = para.words.slice(mark.rest..para.words.text.len());
                let text = Some(rest).filter(|rest| !rest.is_empty()).into_iter().collect();
                let node = Node { label: Some(label), text, ..Node::default() };
                let open = Open { key: place.style.key(), number: place.number, ..Open::unnumbered() };
                self.push(node, place.keep, open);
            }
            None => match self.top() {
                Some(top) => top.text.push(para.words.clone()),
                None => self.plain(para),
            },
        }
    }

    pub(super) fn doubt(&mut self, words: &Words, chosen: &'static str) {
        let shown: String = words.text.chars().take(30).collect();
        self.doubts.push(Doubt { line: words.line(), chosen, words: shown });
    }

    /// The division that is being built.
    pub(super) fn division(&mut self) -> Option<&mut Division> {
        self.divisions.last_mut()
    }
}

impl Open {
    pub(super) fn unnumbered() -> Self {
        Self {
            node: Node::default(),
            key: String::new(),
            number: Vec::new(),
            paragraph: false,
            titled: false,
            heading: None,
        }
    }

    /// A table or a row of one, which hangs below as a later paragraph or not.
    pub(super) fn table(paragraph: bool) -> Self {
        Self { paragraph, ..Self::unnumbered() }
    }
}
