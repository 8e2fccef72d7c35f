//! Where a number or a bullet belongs in the tree: on with a sequence that is open, or below what stands before it.

use super::builder::OutlineBuilder;
use super::open_nodes::OpenNode;
use crate::base::notation::widths::folded;
use crate::import::shapes::heads;
use crate::import::shapes::marks::ListMark;
use crate::import::shapes::style::{NumberStyle, NumberUnit};
use crate::import::shapes::title_words;

/// The place where a number belongs.
pub(in crate::import) struct NodePlace {
    /// The number of open provisions that stay open.
    pub(in crate::import) keep: usize,
    pub(in crate::import) style: NumberStyle,
    pub(in crate::import) number: Vec<u32>,
    pub(in crate::import) paragraph: bool,
}

/// The number of paragraphs that are looked at for what a sequence hangs below.
const FAR: usize = 400;

impl OutlineBuilder<'_> {
    /// Returns the place where the mark of the paragraph `at` belongs.
    pub(in crate::import) fn place(&self, at: usize, mark: &ListMark) -> NodePlace {
        // A unit says its rank by itself: 第一章 stands above 第一条 whatever is open. All other marks are placed by
        // the lists that are open.
        if let Some(unit) = mark.unit {
            return self.place_unit(at, mark, unit);
        }
        if let Some(above) = &mark.above
            && let Some(place) = self.place_below(mark, above)
        {
            return place;
        }
        if mark.is_bullet() || mark.is_note() {
            return self.place_bullet(at, mark);
        }
        self.place_open(at, mark).unwrap_or_else(|| self.place_new(at, mark))
    }

    pub(in crate::import) fn place_unit(&self, at: usize, mark: &ListMark, unit: NumberUnit) -> NodePlace {
        // The units are ordered, outermost first, so that 第二章 closes 第一章 and all that is below it in one step.
        let outer =
            |open: &OpenNode| open.node.label.as_ref().and_then(|label| label.unit).is_some_and(|one| one < unit);
        let mut keep = self.stack.iter().rposition(outer).map_or(0, |at| at + 1);
        // What stands below a heading without a number is of it: 総則 in tests/cases/import/headings-without-numbers.md.
        while self.stack.get(keep).is_some_and(|open| self.heads_units(at, open)) {
            keep += 1;
        }
        let (style, number) = mark.readings[0].clone();
        NodePlace { keep, style, number, paragraph: false }
    }

    /// Whether an open provision is a heading without a number that chapters or articles stand below.
    fn heads_units(&self, at: usize, open: &OpenNode) -> bool {
        let above = open.heading.is_some_and(|level| self.paras[at].heading.is_none_or(|own| own > level));
        above && open.node.label.is_none() && !title_words::is_preface(&open.node.caption.text)
    }

    /// 1-2 stands below 1.
    pub(in crate::import) fn place_below(&self, mark: &ListMark, above: &str) -> Option<NodePlace> {
        let (style, number) = mark.readings[0].clone();
        // １－１． repeats １． without its full stop, and in other widths perhaps: tests/cases/import/folded-tables.txt.
        let bare = |text: &str| folded(text).trim_end_matches(['.', '、', ')', ':']).to_owned();
        let parent = self
            .stack
            .iter()
            .rposition(|open| open.node.label.as_ref().is_some_and(|label| bare(&label.words.text) == bare(above)))?;
        Some(NodePlace { keep: parent + 1, style, number, paragraph: false })
    }

    pub(in crate::import) fn place_bullet(&self, at: usize, mark: &ListMark) -> NodePlace {
        let (style, number) = mark.readings[0].clone();
        let key = style.key();
        let found = self.stack.iter().rposition(|open| open.key == key);
        let keep = found.unwrap_or_else(|| {
            // A note that stands apart from a list is about all of it, not about its last item.
            if mark.is_note() && self.paras[at].parted { self.container() } else { self.stack.len() }
        });
        NodePlace { keep, style, number, paragraph: false }
    }

    /// Counts the provisions that stay open when something follows that belongs to no item: up to the innermost
    /// heading, article or plain paragraph.
    pub(in crate::import) fn container(&self) -> usize {
        let holds = |open: &OpenNode| {
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
    pub(in crate::import) fn place_open(&self, at: usize, mark: &ListMark) -> Option<NodePlace> {
        let heading = self.paras[at].heading.is_some();
        let depth = self.paras[at].depth;
        let mut found = Vec::new();
        for (style, number) in &mark.readings {
            let key = style.key();
            // Headings and lists count by themselves though they look alike: `- 2 利用` and `## 1 登録` in
            // tests/cases/import/chapters-without-articles.md.
            // A list within a list of the same numbers is another: tests/cases/import/lists-in-lists.md.
            let same = |open: &OpenNode| {
                let deep = open.depth.zip(depth).is_some_and(|(open, own)| open != own);
                open.key == key && open.heading.is_some() == heading && !deep
            };
            if let Some(at) = self.stack.iter().rposition(same) {
                let last = self.stack[at].number.first().copied().unwrap_or(0);
                let next = number.first().is_some_and(|number| *number == last.saturating_add(1));
                found.push((next, at, style, number));
            }
        }
        // The list that the number goes on with comes first, then the innermost: （４） twice in
        // tests/cases/import/wrong-numbers.txt goes on with none, and still belongs to its list.
        found.sort_by_key(|(next, at, ..)| (!*next, std::cmp::Reverse(*at)));
        let (_, at, style, number) = found.first()?;
        let open = &self.stack[*at];
        let first = number.first().copied().unwrap_or(0);
        // A sequence that begins anew below a deeper provision is another one.
        if first == 1
            && number.len() == 1
            && self.stack.len() > at + 1
            && !self.stack[at + 1..]
                .iter()
                .all(|deeper| deeper.key.is_empty() && deeper.node.caption.is_empty() && !deeper.paragraph)
        {
            return None;
        }
        Some(NodePlace { keep: *at, style: (*style).clone(), number: (*number).clone(), paragraph: open.paragraph })
    }

    /// A number of no open sequence.
    pub(in crate::import) fn place_new(&self, at: usize, mark: &ListMark) -> NodePlace {
        // A list begins with 1, which settles letters that can be read twice: イ is the second of アイウ and the first
        // of イロハ, as in tests/cases/import/articles-kanji.txt.
        let begins = mark.readings.iter().find(|(_, number)| number.first() == Some(&1));
        let (style, number) = begins.unwrap_or(&mark.readings[0]).clone();
        let bare = style.before.is_empty()
            && style.joint.is_none()
            && style.numeral.is_some()
            && style.key().starts_with("|n|");
        let article = self
            .stack
            .iter()
            .rposition(|open| open.node.label.as_ref().is_some_and(|label| label.unit == Some(NumberUnit::Article)));
        // ２ below an article is its second paragraph, the first of which bears no number (articles-kanji.txt). Where
        // １ is written too it was placed as a list (paragraphs-from-one.txt).
        if begins.is_none()
            && bare
            && let Some(article) = article.filter(|_| self.paras[at].heading.is_none())
        {
            return NodePlace { keep: article + 1, style, number, paragraph: true };
        }
        let above = self.above_next(at, &style).or_else(|| self.above_by_habit(at, &style));
        let keep = above.unwrap_or(self.stack.len());
        let keep = self.heading_above(at, keep);
        NodePlace { keep, style, number, paragraph: false }
    }

    /// A sequence below which one that is open begins anew stands above it.
    pub(in crate::import) fn above_next(&self, at: usize, style: &NumberStyle) -> Option<usize> {
        let key = style.key();
        // The bound keeps a text of many lists linear.
        for para in self.paras[at + 1..].iter().take(FAR) {
            let ends = para.mark.is_none() && (para.heading.is_some() || title_words::is_form_title(&para.words.text));
            if ends || heads::division(&para.words.text).is_some() {
                return None;
            }
            // A bullet may begin anew anywhere and says nothing of depth.
            let Some(mark) = para.mark.as_ref().filter(|mark| !mark.is_bullet() && para.cell.is_none()) else {
                continue;
            };
            if mark.unit.is_some() {
                return None;
            }
            for (style, number) in mark.readings.iter().filter(|(style, _)| style.key() != key) {
                let key = style.key();
                if let Some(open) = self.stack.iter().position(|open| open.key == key) {
                    let same = self.stack[open].heading.is_some() == self.paras[at].heading.is_some();
                    return (same && number.first() == Some(&1)).then_some(open);
                }
            }
        }
        None
    }

    /// A sequence that stood above an open one before stands above it again: １ behind （２） in
    /// tests/cases/import/sequences-closed.txt, whose first １ was closed with 第１.
    fn above_by_habit(&self, at: usize, style: &NumberStyle) -> Option<usize> {
        let key = style.key();
        let heading = self.paras[at].heading.is_some();
        let below = |open: &OpenNode| {
            !open.key.is_empty()
                && open.heading.is_some() == heading
                && self.above.contains(&(key.clone(), open.key.clone()))
                && !self.above.contains(&(open.key.clone(), key.clone()))
        };
        let place = self.stack.iter().position(below)?;
        (!self.goes_on(at, &self.stack[place])).then_some(place)
    }

    /// Whether an open sequence goes on behind the list that begins at `at`, so that this list stands within it.
    pub(in crate::import) fn goes_on(&self, at: usize, open: &OpenNode) -> bool {
        let next = open.number.first().map(|number| number.saturating_add(1));
        for para in self.paras[at + 1..].iter().take(FAR) {
            let ends = para.mark.is_none() && para.heading.is_some();
            if ends || heads::division(&para.words.text).is_some() {
                return false;
            }
            let Some(mark) = para.mark.as_ref().filter(|_| para.cell.is_none()) else { continue };
            if mark.unit.is_some() || mark.is_ordinal() {
                return false;
            }
            let same = mark.readings.iter().find(|(style, _)| style.key() == open.key);
            if let Some((_, number)) = same {
                return number.first().copied() == next;
            }
        }
        false
    }

    /// A heading closes headings of its level and of lower ones, and a preface ends where numbers begin.
    pub(in crate::import) fn heading_above(&self, at: usize, keep: usize) -> usize {
        let level = self.paras[at].heading;
        let ends = |open: &OpenNode| {
            let unnumbered = open.node.label.is_none();
            match (level, open.heading) {
                // `## 1 登録` closes `## はじめに` in tests/cases/import/chapters-without-articles.md.
                (Some(level), Some(above)) => unnumbered && above >= level,
                (None, None) => unnumbered && title_words::is_preface(&open.node.caption.text),
                _ => false,
            }
        };
        self.stack.iter().take(keep).position(ends).unwrap_or(keep)
    }
}
