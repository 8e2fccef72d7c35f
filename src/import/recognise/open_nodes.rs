//! A provision that is being built.

use crate::import::outline::node::OutlineNode;

/// A provision that may still grow.
#[derive(Debug)]
pub(in crate::import) struct OpenNode {
    pub(in crate::import) node: OutlineNode,
    /// The sequence that it is of; empty where it bears no number.
    pub(in crate::import) key: String,
    /// The last number of its sequence.
    pub(in crate::import) number: Vec<u32>,
    /// Whether it hangs below as a later paragraph.
    pub(in crate::import) paragraph: bool,
    /// Whether its words are a caption.
    pub(in crate::import) titled: bool,
    /// The level of its heading in Markdown.
    pub(in crate::import) heading: Option<u8>,
    /// How deep the list is that the file says it is of.
    pub(in crate::import) depth: Option<usize>,
}

impl OpenNode {
    pub(in crate::import) fn unnumbered() -> Self {
        Self {
            node: OutlineNode::default(),
            key: String::new(),
            number: Vec::new(),
            paragraph: false,
            titled: false,
            heading: None,
            depth: None,
        }
    }

    /// A table or a row of one, which hangs below as a later paragraph or not.
    pub(in crate::import) fn table(paragraph: bool) -> Self {
        Self { paragraph, ..Self::unnumbered() }
    }
}
