//! From paragraphs to the tree of provisions. Depths are inferred: a number that goes on a sequence that is open
//! belongs to it, and any other begins a sequence below what stands before it.

use std::collections::BTreeSet;

use super::builder::OutlineBuilder;
use super::lines::Para;
use super::open_nodes::OpenNode;
use super::placing::NodePlace;
use super::rows;
use crate::base::notation::numerals::Numeral;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::node::{Label, OutlineNode};
use crate::import::outline::tree::OutlineDivision;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::marks::ListMark;
use crate::import::shapes::style::NumberUnit;
use crate::import::shapes::title_words;

impl OutlineBuilder<'_> {
    /// Takes the paragraphs, without those that `taken` has.
    pub(in crate::import) fn build(mut self, taken: &BTreeSet<usize>) -> Self {
        let mut at = 0;
        while at < self.paras.len() {
            self.note_histories(at);
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
        self.note_histories(at);
        self.close(0);
        self.loose_caption();
        self.close(0);
        self.join_bodies();
        self
    }

    /// Puts what goes on with the body behind a form or an appendix into the body.
    fn join_bodies(&mut self) {
        // Only `back_to_body` begins a division without a head. The corpus has one body, so that 第３条 behind a form
        // has to stand in one list with 第２条.
        let mut rest = self.divisions.split_off(1.min(self.divisions.len()));
        if let Some(body) = self.divisions.first_mut() {
            for division in rest.iter_mut().filter(|division| division.begins.is_none()) {
                body.nodes.append(&mut division.nodes);
            }
        }
        self.divisions.extend(rest.into_iter().filter(|division| division.begins.is_some()));
    }

    /// Articles that go on counting never belong to a form or an appendix that has none of its own
    /// (tests/cases/import/articles-go-on.txt).
    fn back_to_body(&mut self, words: &SourceWords, mark: &ListMark) {
        let first = mark.readings.first().and_then(|(_, number)| number.first()).copied().unwrap_or(0);
        let article =
            |node: &OutlineNode| node.label.as_ref().and_then(|label| label.unit) == Some(NumberUnit::Article);
        // An appendix with articles of its own (誓約書 with 第１条 to 第３条) goes on counting them, also where the body ends
        // with 第２条. Those that are closed stand in the division, the one that is open on the stack.
        let outside = self.divisions.last().is_some_and(|division| {
            !matches!(division.begins, None | Some(Begins::Supplementary)) && !division.nodes.iter().any(article)
        });
        let own = self.stack.iter().any(|open| article(&open.node));
        // Without the 0, 第１条 of an appendix would go on with a body that has no articles.
        if outside && !own && self.last_article > 0 && first == self.last_article.saturating_add(1) {
            self.close(0);
            self.divisions.push(OutlineDivision::default());
            self.doubt(words, DoubtKind::ArticlesGoOn);
        }
    }

    fn is_titled_division(&self) -> bool {
        self.divisions.last().is_some_and(|division| !division.title.is_empty())
    }

    /// Notes which paragraphs are of a division: those after its head and title.
    fn note_paras(&mut self, at: usize, next: usize, count: usize, titled: bool) {
        let begun = self.divisions.len() > count;
        // A form is read a second time, from its paragraphs (`forms::form`), which need not have become provisions.
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
        // Tables come first: a cell may say 別表 or （目的） and begins no division and heads no article for that.
        if let Some(cell) = para.cell {
            let end =
                at + paras[at..].iter().take_while(|one| one.cell.is_some_and(|one| one.table == cell.table)).count();
            rows::place_table(self, at, end);
            self.fresh = false;
            return end;
        }
        if self.begins_division(at) {
            return at + 1;
        }
        if let Some(inner) = self.caption_before(at).or_else(|| self.heading_before(at)) {
            self.loose_caption();
            self.caption = Some(inner);
            return at + 1;
        }
        // Only the line directly below the head of a division can be its title.
        self.fresh = false;
        match &para.mark {
            Some(mark) => self.numbered(at, mark),
            None => {
                self.loose_caption();
                if let Some(body) = para.side {
                    self.side_head(para, body);
                    return at + 1;
                }
                match para.heading {
                    Some(level) => self.heading(para, Some(level)),
                    None if title_words::is_preface(&para.words.text) => self.heading(para, None),
                    None => self.plain(para),
                }
            }
        }
        at + 1
    }

    // What bears a number.

    fn numbered(&mut self, at: usize, mark: &ListMark) {
        let para = &self.paras[at];
        let words = &para.words;
        if mark.unit == Some(NumberUnit::Article) {
            self.back_to_body(words, mark);
        }
        let place = self.place(at, mark);
        let titled = self.is_titled(at, mark, &place);
        let key = place.style.key();
        let label = Label {
            style: place.style,
            number: place.number.clone(),
            to: mark.to.clone(),
            above: mark.above.clone(),
            unit: mark.unit,
            words: words.slice(mark.start..mark.end),
        };
        let mut node = OutlineNode { label: Some(label), counted: place.paragraph, ..OutlineNode::default() };
        let rest = words.slice(mark.rest..words.text.len());
        if let Some(caption) = self.caption.take() {
            node.bracketed = true;
            node.caption = caption;
        }
        let rest = self.without_history(rest, &mut node);
        Self::head(&mut node, rest, mark.unit, titled);
        let number = if mark.to.is_empty() { place.number } else { mark.to.clone() };
        if mark.unit == Some(NumberUnit::Article) && self.divisions.last().is_some_and(|one| one.begins.is_none()) {
            self.last_article = number.first().copied().unwrap_or(self.last_article);
        }
        let open = OpenNode {
            key,
            number,
            paragraph: place.paragraph,
            titled,
            heading: para.heading,
            depth: para.depth,
            node: OutlineNode::default(),
        };
        self.push(node, place.keep, open);
    }

    /// Gives a provision the words after its number: a caption, a text, or both.
    fn head(node: &mut OutlineNode, rest: SourceWords, unit: Option<NumberUnit>, titled: bool) {
        if rest.is_empty() {
            return;
        }
        if unit == Some(NumberUnit::Article) && node.caption.is_empty() {
            let text = rest.text.as_str();
            // 第 1 条（目的） このルールは…: the caption stands behind the number and the text goes on in the same
            // line: tests/cases/import/captions-behind.txt.
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
            node.bracketed = unit == Some(NumberUnit::Article);
            node.caption = if title_words::is_letter_spaced(&rest.text) { rest.closed_up() } else { rest };
        } else {
            node.text.push(rest);
        }
    }

    /// Whether the words after a number are a caption: a heading, or short words below which something stands.
    fn is_titled(&self, at: usize, mark: &ListMark, place: &NodePlace) -> bool {
        let para = &self.paras[at];
        let rest = para.words.text[mark.rest..].trim();
        let is_head = mark.unit.is_some_and(|unit| unit != NumberUnit::Article) || mark.is_ordinal();
        let short = title_words::may_be_caption(rest)
            || (title_words::is_brief(rest) && (is_head || self.continues_titles(at, place)));
        if para.heading.is_some() {
            return true;
        }
        // A caption above the number is the caption: what stands behind the number is then the text, short as it may
        // be.
        if mark.is_bullet() || place.paragraph || !short || self.caption.is_some() {
            return false;
        }
        if is_head {
            return true;
        }
        // 号 have no captions.
        let plain = place.style.before.is_empty() && place.style.after.is_empty();
        let article =
            |open: &OpenNode| open.node.label.as_ref().and_then(|label| label.unit) == Some(NumberUnit::Article);
        if plain && place.style.numeral == Some(Numeral::Kanji) && self.stack.iter().take(place.keep).any(article) {
            return false;
        }
        let key = place.style.key();
        // Neighbours of one list are alike: what was seen at the first of them holds for the others.
        // （２）来所による窓口 and ２　研修 in tests/cases/import/ordinals.txt have nothing below them that would tell.
        if let Some(sibling) = self.stack.get(place.keep).filter(|open| open.key == key && mark.unit.is_none()) {
            return sibling.titled;
        }
        let Some(next) = self.paras.get(at + 1).filter(|next| next.cell.is_none()) else { return false };
        match &next.mark {
            // （１）見回り above （２）連絡 is a word of a list (tests/cases/import/wrong-numbers.txt), and so is the only item
            // of a list above the next number of the list around it. Words below which a list begins are its caption.
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
                // 第３条 雑則 with a sentence below it is a caption: tests/cases/import/captions-behind.txt.
                next.heading.is_none() && next.words.text.contains('。') && heads::division(&next.words.text).is_none()
            }
        }
    }

    /// Whether a number goes on with a list of captions and has something below it, as ２　守ること in
    /// tests/cases/import/heads-like-sentences.txt.
    fn continues_titles(&self, at: usize, place: &NodePlace) -> bool {
        let key = place.style.key();
        let titled = self.stack.get(place.keep).is_some_and(|open| open.key == key && open.titled);
        let below = self.paras.get(at + 1).is_some_and(|next| {
            let same = |mark: &ListMark| mark.readings.iter().any(|(style, _)| style.key() == key);
            next.heading.is_none() && next.mark.as_ref().is_some_and(|mark| mark.unit.is_none() && !same(mark))
        });
        titled && below
    }

    // What bears none.

    fn heading(&mut self, para: &Para, level: Option<u8>) {
        let above = |open: &OpenNode| match (level, open.heading) {
            (Some(level), Some(above)) => above < level,
            _ => false,
        };
        // A heading without a number has only its level to go by; without a level too it closes everything.
        let keep = self.stack.iter().rposition(above).map_or(0, |at| at + 1);
        let node = OutlineNode { caption: para.words.clone(), ..OutlineNode::default() };
        self.push(node, keep, OpenNode { titled: true, heading: level, ..OpenNode::unnumbered() });
    }
}
