//! The whole document written anew (全部改正): its text is all that follows the sentence that says so, its own supplementary
//! provisions and appendices too.

use super::blocks::{
    BlockKind, HEAD_INDENT, appendix_head, head, head_of_contents, is_appendix_head, is_caption, read_block,
};
use super::spelling::plain_address;
use super::typed::{TypedAmendment, TypedLine, TypedSentence, is_supplementary_head, put_line};
use super::{Carrier, CarryFault, body};
use crate::compare::amend::instructions::BlockLine;
use crate::compare::amend::instructions::tree::{NodeForm, ROOT};
use crate::corpus::Role;

/// The words with which titles of documents end. A line above the sentence that leads in is the new title only with one.
const TITLES: [&str; 14] = [
    "規程",
    "規則",
    "要綱",
    "要領",
    "準則",
    "規約",
    "細則",
    "会則",
    "基準",
    "内規",
    "指針",
    "方針",
    "ポリシー",
    "ガイドライン",
];

/// By how many letters the new text is set in where its sentence is too.
const SET_IN: usize = 2;

impl TypedAmendment {
    /// Takes the whole text in `lines` below the sentence `lead`, above which stand the lines `before`.
    pub(super) fn read_whole(&mut self, before: &[TypedLine], lead: &TypedLine, lines: &[TypedLine]) {
        let own = own_start(lines);
        let (lines, own) = lines.split_at(own);
        let offset = lines.iter().map(|line| line.indent).min().unwrap_or_default();
        let mut block: Vec<BlockLine> = Vec::new();
        for line in lines {
            let is_head = is_supplementary_head(&line.text) || is_appendix_head(&line.text);
            let indent = line.indent.saturating_sub(offset);
            let indent = if is_head { indent.max(HEAD_INDENT) } else { indent };
            put_line(&mut block, BlockLine { indent, text: line.text.clone() });
        }
        if !block.first().is_some_and(is_title) {
            // 制定文: the new title stands above it.
            let above = before.iter().rev().find(|line| is_title_of_document(&line.text));
            let title = above.map(|line| BlockLine { indent: HEAD_INDENT, text: line.text.clone() });
            block.splice(..0, title);
        }
        let line = |line: &TypedLine| BlockLine { indent: line.indent, text: line.text.clone() };
        let inside = block.iter().skip_while(|line| !is_supplementary_head(&line.text));
        let inside = inside.take_while(|line| !is_appendix_head(&line.text)).cloned();
        self.supplementary = if own.is_empty() { inside.collect() } else { own.iter().map(line).collect() };
        self.sentences = vec![TypedSentence { line: lead.number, text: lead.text.clone(), block }];
    }
}

/// The place in `lines` of supplementary provisions that stand with the amending document, as `amend` prints them: the new text
/// is set in and they are not.
fn own_start(lines: &[TypedLine]) -> usize {
    let is_text = |line: &TypedLine| line.indent >= SET_IN;
    let is_start = |at: &usize| {
        is_supplementary_head(&lines[*at].text)
            && lines.get(at + 1).is_some_and(|next| !is_text(next))
            && lines[..*at].iter().all(is_text)
    };
    (1..lines.len()).find(is_start).unwrap_or(lines.len())
}

impl Carrier {
    /// The whole document written anew; without a title in `block` it keeps its own.
    pub(super) fn rewrite(&mut self, block: &[BlockLine]) -> Result<(), CarryFault> {
        let (title, rest) = match block.split_first().ok_or(CarryFault::NoBlock)? {
            (title, rest) if is_title(title) => (Some(title), rest),
            _ => (None, block),
        };
        if rest.is_empty() {
            return Err(CarryFault::NoBlock);
        }
        if let Some(title) = title {
            self.tree.nodes[ROOT].caption.clone_from(&title.text);
        }
        for child in self.tree.nodes[ROOT].children.clone() {
            let keeps = self.tree.nodes[child].form == NodeForm::Division(Role::Body);
            if keeps {
                for below in self.tree.nodes[child].children.clone() {
                    self.gone[below] = true;
                }
            } else {
                self.gone[child] = true;
            }
        }
        let home = body(&self.tree).ok_or(CarryFault::Unclear)?;
        for provision in read_block(&without_contents(rest)) {
            let is_division = matches!(provision.kind, BlockKind::Supplementary | BlockKind::Appendix);
            // A form, or a table of another file, is written there.
            let named = plain_address(appendix_head(&provision.label).0);
            if let Some(annex) = self.annexes.iter().find(|annex| is_division && plain_address(annex) == named) {
                return Err(CarryFault::Appended(annex.clone()));
            }
            let parent = if is_division { ROOT } else { home };
            let end = self.tree.nodes[parent].children.len();
            self.graft(&provision, parent, end, None);
        }
        Ok(())
    }
}

/// `lines` without the list of contents (目次), which is made from the chapters.
fn without_contents(lines: &[BlockLine]) -> Vec<BlockLine> {
    let mut is_inside = false;
    let is_kept = |line: &&BlockLine| {
        let begins = is_caption(&line.text)
            || match head(line).0 {
                BlockKind::Article => true,
                // 第一章　総則（第一条―第三条）
                BlockKind::Heading => !line.text.contains('（'),
                BlockKind::Supplementary
                | BlockKind::Appendix
                | BlockKind::Paragraph
                | BlockKind::Numbered
                | BlockKind::Bullet
                | BlockKind::Bare
                | BlockKind::Row => false,
            };
        is_inside = head_of_contents(&line.text) || is_inside && !begins;
        !is_inside
    };
    lines.iter().filter(is_kept).cloned().collect()
}

/// Whether `line`, the first of a document, is its title.
fn is_title(line: &BlockLine) -> bool {
    let is_sentence = line.text.ends_with('。') || is_caption(&line.text) || head_of_contents(&line.text);
    head(line).0 == BlockKind::Bare && !is_sentence && !is_supplementary_head(&line.text)
}

fn is_title_of_document(text: &str) -> bool {
    TITLES.iter().any(|word| text.ends_with(word)) && !text.contains("改正する")
}
