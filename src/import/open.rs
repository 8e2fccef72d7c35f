//! A provision that is being built.

use super::outline::Node;

/// A provision that may still grow.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) node: Node,
    /// The sequence that it is of; empty where it bears no number.
    pub(super) key: String,
    /// The last number of its sequence.
    pub(super) number: Vec<u32>,
    /// Whether it hangs below as a later paragraph.
    pub(super) paragraph: bool,
    /// Whether its words are a caption.
    pub(super) titled: bool,
    /// The level of its heading in Markdown.
    pub(super) heading: Option<u8>,
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
