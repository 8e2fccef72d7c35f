//! Heads that bear no number: where divisions begin, and captions above articles.

use super::builder::OutlineBuilder;
use super::lines::Para;
use super::open_nodes::OpenNode;
use crate::base::notation::widths::folded;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::node::OutlineNode;
use crate::import::outline::tree::OutlineDivision;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::style::NumberUnit;
use crate::import::shapes::title_words;

/// As many paragraphs as one article has.
const FAR: usize = 200;

impl OutlineBuilder<'_> {
    pub(in crate::import) fn begins_division(&mut self, at: usize) -> bool {
        let para = &self.paras[at];
        let words = &para.words;
        let text = words.text.as_str();
        let begun = self.divisions.len() > 1 || self.has_numbers();
        // （別紙） directly above an article is its caption, not the head of an appendix:
        // tests/cases/import/appendix.txt.
        if self.caption_before(at).is_some() {
            return false;
        }
        if let Some(head) = heads::division(text) {
            // An appendix may have its title in brackets beside its label, 別紙【会員の心がけ】 in appendix.txt; the
            // brackets beside the label of a form say to which article it belongs, and stay.
            let title = words.slice(
                heads::inside(&text[head.title.clone()])
                    .filter(|_| head.begins != Begins::Form)
                    .map_or(head.title.clone(), |inner| head.title.start + inner.start..head.title.start + inner.end),
            );
            self.divide(head.begins, words.slice(head.label), title);
            return true;
        }
        // 様式第１号 has its title 届出書 on the line below: tests/cases/import/articles-kanji.txt.
        if self.fresh && self.may_be_title(at) {
            if let Some(division) = self.divisions.last_mut() {
                division.title = words.clone();
            }
            self.fresh = false;
            return true;
        }
        // In an appendix or a form 【…】 is a heading of its own.
        let in_text =
            self.divisions.last().is_some_and(|division| matches!(division.begins, None | Some(Begins::Supplementary)));
        // It must stand apart: ＜用語＞ in tests/cases/import/signs.txt stands directly below a line and is text.
        let bracketed = heads::inside(text)
            .filter(|_| text.trim_start().starts_with(['【', '＜', '《']) && title_words::is_short(text));
        if let Some(inner) = bracketed.filter(|_| begun && in_text && para.gap > 0 && para.mark.is_none()) {
            self.divide(Begins::Appendix, SourceWords::default(), words.slice(inner));
            self.doubt(words, DoubtKind::AppendixByBrackets);
            return true;
        }
        if begun && para.mark.is_none() && (para.gap > 1 || self.heads_form(para)) && title_words::is_form_title(text) {
            self.divide(Begins::Form, SourceWords::default(), words.clone());
            self.doubt(words, DoubtKind::FormByTitle);
            return true;
        }
        if self.says_when_in_force(at) {
            self.divide(Begins::Supplementary, words.clone(), SourceWords::default());
            self.doubt(words, DoubtKind::SupplementaryByCaption);
            return true;
        }
        false
    }

    /// A heading within a form that has its title and more already.
    fn heads_form(&self, para: &Para) -> bool {
        let in_form = self.divisions.last().is_some_and(|division| division.begins == Some(Begins::Form));
        in_form && para.heading.is_some() && (!self.stack.is_empty() || self.has_nodes())
    }

    fn has_nodes(&self) -> bool {
        self.divisions.last().is_some_and(|division| !division.nodes.is_empty())
    }

    /// A line below the head of a division that is its title.
    pub(in crate::import) fn may_be_title(&self, at: usize) -> bool {
        let para = &self.paras[at];
        let Some(division) = self.divisions.last() else { return false };
        let open = !matches!(division.begins, None | Some(Begins::Supplementary)) && division.title.is_empty();
        open && para.mark.is_none() && para.cell.is_none() && title_words::is_short(&para.words.text)
    }

    /// A heading without a number below which it is said first when the text comes into force.
    pub(in crate::import) fn says_when_in_force(&self, at: usize) -> bool {
        let (para, next) = (&self.paras[at], self.paras.get(at + 1));
        let force = next.is_some_and(|next| {
            next.mark.as_ref().is_some_and(|mark| folded(&next.words.text[mark.rest..]).contains("施行期日"))
        });
        let body = self.divisions.last().is_some_and(|division| division.begins.is_none());
        para.mark.is_none() && para.heading.is_some() && body && force
    }

    pub(in crate::import) fn has_numbers(&self) -> bool {
        let numbered = |node: &OutlineNode| node.label.as_ref().is_some_and(|label| label.style.numeral.is_some());
        self.stack.iter().any(|open| numbered(&open.node))
            || self.divisions.last().is_some_and(|division| division.nodes.iter().any(numbered))
    }

    pub(in crate::import) fn divide(&mut self, begins: Begins, label: SourceWords, title: SourceWords) {
        self.loose_caption();
        self.close(0);
        // An appendix has habits of its own.
        self.above.clear();
        self.divisions.push(OutlineDivision { begins: Some(begins), label, title, ..OutlineDivision::default() });
        self.fresh = true;
    }

    /// A line in brackets above an article or numbered paragraph.
    pub(in crate::import) fn caption_before(&self, at: usize) -> Option<SourceWords> {
        let (para, next) = (&self.paras[at], self.paras.get(at + 1)?);
        if para.mark.is_some() || next.cell.is_some() {
            return None;
        }
        let text = para.words.text.as_str();
        let inner =
            // Forty letters and the brackets; what is longer is a sentence in brackets.
            heads::inside(text).filter(|_| text.trim_start().starts_with(['（', '(']) && text.chars().count() <= 42)?;
        let mark = next.mark.as_ref()?;
        let (style, _) = mark.readings.first()?;
        let bare = style.before.is_empty() && style.numeral.is_some() && next.words.text.len() > mark.end;
        if mark.unit == Some(NumberUnit::Article) || mark.is_ordinal() {
            return Some(para.words.slice(inner));
        }
        // （会員） above ２ is the caption of a paragraph: tests/cases/import/captions-above-numbers.txt.
        bare.then(|| para.words.slice(inner))
    }

    /// A heading without a number directly above an article that has no caption of its own, where the next heading stands
    /// before the next article (tests/cases/import/headings-above-articles.md).
    pub(in crate::import) fn heading_before(&self, at: usize) -> Option<SourceWords> {
        let (para, next) = (&self.paras[at], self.paras.get(at + 1)?);
        let level = para.heading.filter(|_| para.mark.is_none() && para.cell.is_none())?;
        let article = |para: &Para| {
            para.cell.is_none() && para.mark.as_ref().is_some_and(|mark| mark.unit == Some(NumberUnit::Article))
        };
        let mark = next.mark.as_ref().filter(|_| article(next))?;
        // 第１条（目的） and 第１条：目的 have their caption behind the number, and the heading above is another one.
        let captioned = next.words.text[mark.rest..].starts_with(['（', '('])
            || next.words.text[..mark.rest].trim_end().ends_with(['：', ':']);
        if captioned || title_words::is_preface(&para.words.text) || !title_words::is_short(&para.words.text) {
            return None;
        }
        let below = self.paras[at + 2..].iter().take_while(|para| para.heading.is_none_or(|below| below > level));
        let lone = !below.take(FAR).any(article);
        lone.then(|| para.words.clone())
    }

    /// A caption that nothing followed.
    pub(in crate::import) fn loose_caption(&mut self) {
        if let Some(words) = self.caption.take() {
            self.push(OutlineNode { text: vec![words], ..OutlineNode::default() }, 0, OpenNode::unnumbered());
        }
    }
}
