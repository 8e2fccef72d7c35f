//! Provisions as they stand in the document, line by line.

use crate::compare::BETWEEN_CELLS;
use crate::corpus::Role;

use super::tree::{NodeForm, VersionTree};

/// A line of a provision that an amending text puts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockLine {
    /// By how many letters it is set in.
    pub indent: usize,
    /// Its words.
    pub text: String,
}

/// The indent of headings and names of divisions, in letters.
pub(super) const HEADING: usize = 3;

/// The lines of `node` of `tree` and what stands below it.
pub(super) fn block_lines(tree: &VersionTree, node: usize) -> Vec<BlockLine> {
    let mut lines = Vec::new();
    write_block(tree, node, 0, &mut lines);
    lines
}

/// The lines of the first `count` paragraphs of the article `at`, of which the first bears no number.
pub(super) fn first_paragraph_lines(tree: &VersionTree, at: usize, count: usize) -> Vec<BlockLine> {
    let mut lines = vec![BlockLine { indent: 0, text: tree.nodes[at].text.clone() }];
    let mut rest = count.saturating_sub(1);
    for child in tree.nodes[at].children.iter().copied() {
        if !tree.nodes[child].is_paragraph() {
            write_block(tree, child, 1, &mut lines);
        } else if rest > 0 {
            write_block(tree, child, 0, &mut lines);
            rest -= 1;
        }
    }
    lines
}

fn write_block(tree: &VersionTree, at: usize, depth: usize, lines: &mut Vec<BlockLine>) {
    let node = &tree.nodes[at];
    let mut line = |indent: usize, text: &str| {
        lines.extend(text.split('\n').map(|text| BlockLine { indent, text: text.to_owned() }));
    };
    // Indents as collections print them: articles flush, 項 flush with their article, 号 a letter in.
    let mut below = depth + 1;
    match node.form {
        NodeForm::Root | NodeForm::Notes | NodeForm::Division(Role::Body) => below = depth,
        NodeForm::Division(_) => {
            for words in [&node.label, &node.caption].into_iter().filter(|words| !words.is_empty()) {
                line(HEADING, words);
            }
            below = depth;
        }
        NodeForm::Provision(_) if node.is_article() => {
            if !node.caption.is_empty() {
                line(depth + 1, &printed_caption(tree, at));
            }
            line(depth, &label_and_words(&node.label, &node.text));
        }
        // A chapter is no level of indentation: its articles stand where those of a text without chapters do.
        NodeForm::Provision(_) if tree.holds_articles(at) => {
            line(depth + HEADING, &label_and_words(&node.label, &node.caption));
            if !node.text.is_empty() {
                line(depth, &node.text);
            }
            below = depth;
        }
        NodeForm::Provision(_) if !node.caption.is_empty() => {
            line(depth, &label_and_words(&node.label, &node.caption));
            if !node.text.is_empty() {
                line(depth + 1, &node.text);
            }
        }
        NodeForm::Provision(_) | NodeForm::Row => {
            let words = label_and_words(&node.label, &node.text);
            // What has nothing but a table prints no line of its own.
            if !words.is_empty() || node.children.is_empty() {
                line(depth, &words);
            } else {
                below = depth;
            }
        }
    }
    if !node.columns.is_empty() {
        line(below, &node.columns.join(BETWEEN_CELLS));
    }
    for child in &node.children {
        // A paragraph stands flush with its article.
        let flush = tree.nodes[*child].is_paragraph() && node.is_article();
        write_block(tree, *child, if flush { depth } else { below }, lines);
    }
}

/// The lines of a sentence that is put behind others or in place of one.
pub(super) fn passage_lines(sentence: &str) -> Vec<BlockLine> {
    vec![BlockLine { indent: 0, text: sentence.to_owned() }]
}

fn label_and_words(label: &str, words: &str) -> String {
    match (label.is_empty(), words.is_empty()) {
        (true, _) => words.to_owned(),
        (false, true) => label.to_owned(),
        (false, false) => format!("{label}　{words}"),
    }
}

/// A caption as the document prints it; those of articles stand in brackets.
pub(super) fn printed_caption(tree: &VersionTree, at: usize) -> String {
    let caption = &tree.nodes[at].caption;
    if tree.nodes[at].is_article() && !caption.is_empty() { format!("（{caption}）") } else { caption.clone() }
}
