//! Paragraphs without a number: what they belong to.

use super::builder::OutlineBuilder;
use super::day_records::record_of;
use super::lines::Para;
use super::open_nodes::OpenNode;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::node::OutlineNode;

/// Whether a paragraph ends in the middle of a sentence.
fn is_cut(text: &str) -> bool {
    /// A word is a line of a list.
    const SHORTEST: usize = 3;
    let text = text.trim_end();
    let open = text.matches(['（', '(']).count() > text.matches(['）', ')']).count();
    // 制定　平成２８年４月１日 in tests/cases/import/day-records.txt is whole.
    let record = || record_of(text).is_some();
    open || (text.chars().count() >= SHORTEST
        && !text.ends_with(|last| "。．.！？!?」』）)】〕］]＞>:：;；…～〜略".contains(last))
        && !record())
}

impl OutlineBuilder<'_> {
    /// A paragraph without a number: the text of what stands open, more of it, or a paragraph after its items.
    pub(in crate::import) fn plain(&mut self, para: &Para) {
        let mut own = OutlineNode::default();
        let words = self.without_history(para.words.clone(), &mut own);
        if let Some(top) = self.stack.last_mut().filter(|_| !own.histories.is_empty()) {
            top.node.histories.append(&mut own.histories);
        }
        let node = || OutlineNode { text: vec![words.clone()], ..own.clone() };
        if para.closing {
            self.push(node(), 0, OpenNode::unnumbered());
            return;
        }
        let is_item = self.container() < self.stack.len();
        let Some(top) = self.stack.last_mut() else {
            self.push(node(), 0, OpenNode::unnumbered());
            return;
        };
        let cut = top.node.text.last().is_some_and(|text| is_cut(&text.text));
        let closed = top.node.text.last().is_some_and(|text| text.text.trim_end().ends_with('。'));
        // What follows a table is printed below it, so that it is no more of its text.
        let tabled = top.node.table.is_some();
        if !tabled
            && top.node.text.is_empty()
            && top.node.items.is_empty()
            && top.node.columns.is_empty()
            && top.node.paragraphs.is_empty()
        {
            top.node.text.push(words);
            return;
        }
        // 知らせた人は、その日を書く stands above 書いた紙は… in tests/cases/import/cut.txt: a line may be missing, or only the full
        // stop.
        if cut && let Some(above) = self.stack.last().and_then(|open| open.node.text.last()).cloned() {
            self.doubt(&above, DoubtKind::Cut);
        }
        // Words that speak of the whole list: その日のうちに行う。 in tests/cases/import/folded-tables.txt, なお、… in
        // chapters-without-articles.md.
        let leads = ["また、", "なお", "その", "以下", "ただし", "上記", "これ"]
            .iter()
            .any(|lead| words.text.starts_with(lead));
        let ends = words.text.trim_end().ends_with('。');
        // The line below an item goes on with it, unless both are whole sentences or the line speaks of the whole
        // list.
        if is_item && !tabled && !para.parted && !((closed || leads) && ends) {
            if let Some(top) = self.stack.last_mut() {
                top.node.text.push(words);
            }
            return;
        }
        if is_item && !para.parted {
            self.doubt(&para.words, DoubtKind::ParagraphAfterItems);
        }
        let (keep, paragraph) = self.beside();
        self.push(node(), keep, OpenNode { paragraph, ..OpenNode::unnumbered() });
    }

    /// Returns the place of a paragraph of its own, and whether it hangs below as a later paragraph: beside the
    /// paragraph before it, or else below the innermost heading or article.
    pub(in crate::import) fn beside(&self) -> (usize, bool) {
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
}
