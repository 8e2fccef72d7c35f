//! From paragraphs to the tree of provisions. Depths are inferred: a number that goes on a sequence that is open
//! belongs to it, and any other begins a sequence below what stands before it.

use super::heads;
use super::lines::Para;
use super::marks::Mark;
pub(super) use super::open::Open;
use super::outline::{Division, Doubt, Label, Node};
use super::placing::Place;
use super::rows;
use super::style::Unit;
use super::words::Words;

/// How deep provisions may stand in each other, so that they have room in an appendix too.
const DEEPEST: usize = 6;

/// Builds one division after the other.
pub(super) struct Builder<'a> {
    pub(super) paras: &'a [Para],
    pub(super) divisions: Vec<Division>,
    pub(super) doubts: Vec<Doubt>,
    /// What stands twice and is written once.
    pub(super) repeated: Vec<Words>,
    pub(super) stack: Vec<Open>,
    pub(super) caption: Option<Words>,
    /// Whether the division has only its head yet.
    pub(super) fresh: bool,
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
            let (count, titled) = (self.divisions.len(), self.is_titled_division());
            let next = self.take(at);
            self.note_paras(at, next, count, titled);
            at = next;
        }
        self.end_paras(at);
        self.close(0);
        self.loose_caption();
        self
    }

    fn is_titled_division(&self) -> bool {
        self.divisions.last().is_some_and(|division| !division.title.is_empty())
    }

    /// Notes which paragraphs are of a division: those after its head and title.
    fn note_paras(&mut self, at: usize, next: usize, count: usize, titled: bool) {
        let begun = self.divisions.len() > count;
        if let Some(before) = count.checked_sub(1).and_then(|last| self.divisions.get_mut(last)).filter(|_| begun) {
            before.paras.end = at;
        }
        if (begun || titled != self.is_titled_division())
            && let Some(division) = self.divisions.last_mut()
        {
            division.paras.start = next;
        }
    }

    fn end_paras(&mut self, end: usize) {
        if let Some(division) = self.divisions.last_mut() {
            division.paras.end = end;
        }
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

    // What bears a number.

    fn numbered(&mut self, at: usize, mark: &Mark) {
        let para = &self.paras[at];
        let words = &para.words;
        let place = self.place(at, mark);
        let titled = self.is_titled(at, mark, &place);
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
        Self::head(&mut node, rest, mark.unit, titled);
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
    fn head(node: &mut Node, rest: Words, unit: Option<Unit>, titled: bool) {
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
        if let Some(sibling) = self.stack.get(place.keep).filter(|open| open.key == key && mark.unit.is_none()) {
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
        let leads = ["また、", "なお", "その", "以下", "ただし", "上記", "これ"]
            .iter()
            .any(|lead| words.text.starts_with(lead));
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
        self.close(keep);
        if let Some(above) = keep.checked_sub(1).and_then(|at| self.stack.get_mut(at)).filter(|_| !open.paragraph) {
            open.paragraph = !items_may_follow(&mut above.node);
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
                    if let Some(division) = self.divisions.last_mut() {
                        division.nodes.push(closed.node);
                    }
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
                    self.place_open(at, mark).unwrap_or_else(|| self.place_new(at, mark))
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

/// Items are printed before later paragraphs. Where a text has its paragraphs first, as chapters with an introduction
/// have, these become text or unnumbered items; those of an article that bear numbers cannot. Whether an item may follow.
fn items_may_follow(node: &mut Node) -> bool {
    if node.paragraphs.iter().any(|one| one.label.is_some()) {
        return false;
    }
    let bare = |one: &Node| {
        one.caption.is_empty() && one.columns.is_empty() && one.items.is_empty() && one.paragraphs.is_empty()
    };
    let paragraphs = std::mem::take(&mut node.paragraphs);
    if node.items.is_empty() && node.columns.is_empty() && paragraphs.iter().all(bare) {
        node.text.extend(paragraphs.into_iter().flat_map(|one| one.text));
    } else {
        node.items.extend(paragraphs);
    }
    true
}
