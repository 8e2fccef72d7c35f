//! The place of a text among its like, by which relative references know what they name: 前条, 前二項, 前各号.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::mentions::MentionedUnit;

/// Targets in their order, and which of them a text stands in.
#[derive(Debug, Clone)]
pub(in crate::import) struct NeighbourRow {
    targets: Rc<[String]>,
    /// The place of the text; `None` where it is not certain.
    at: Option<usize>,
    /// Whether the program would call them otherwise: 項 of a supplementary provision count as its articles.
    pub(in crate::import) typed: bool,
}

impl Default for NeighbourRow {
    fn default() -> Self {
        Self { targets: Rc::from([]), at: None, typed: false }
    }
}

impl NeighbourRow {
    pub(in crate::import) fn of(targets: &Rc<[String]>, at: Option<usize>) -> Self {
        Self { targets: Rc::clone(targets), at, typed: false }
    }

    /// The row, references to which keep their words.
    pub(in crate::import) fn with_words(self) -> Self {
        Self { typed: true, ..self }
    }

    /// The target in which the text stands.
    pub(in crate::import) fn own(&self) -> Option<&String> {
        self.targets.get(self.at?)
    }

    /// The target that stands `count` before the text, and whether it is the first of all.
    pub(in crate::import) fn before(&self, count: usize) -> Option<(&String, bool)> {
        let at = self.at?.checked_sub(count)?;
        self.targets.get(at).map(|target| (target, at == 0))
    }

    /// The first of all, where the text stands behind it.
    pub(in crate::import) fn all_before(&self) -> Option<&String> {
        self.targets.first().filter(|_| self.at > Some(0))
    }

    pub(in crate::import) fn next(&self) -> Option<&String> {
        self.targets.get(self.at? + 1)
    }
}

/// The place of a text.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Here {
    /// The division.
    pub(in crate::import) division: usize,
    /// Whether references keep their words, since nobody compares what would be printed.
    pub(in crate::import) typed: bool,
    /// The articles of the division.
    pub(in crate::import) articles: NeighbourRow,
    /// The paragraphs of the article.
    pub(in crate::import) paragraphs: NeighbourRow,
    /// The items of the article or paragraph.
    pub(in crate::import) items: NeighbourRow,
}

impl Here {
    pub(in crate::import) fn row(&self, unit: MentionedUnit) -> &NeighbourRow {
        match unit {
            MentionedUnit::Article => &self.articles,
            MentionedUnit::Paragraph => &self.paragraphs,
            MentionedUnit::Item => &self.items,
        }
    }
}

/// The articles of a division in their order.
#[derive(Debug)]
pub(in crate::import) struct ArticleOrder {
    anchors: Rc<[String]>,
    places: BTreeMap<String, usize>,
}

impl ArticleOrder {
    pub(in crate::import) fn of(anchors: Vec<String>) -> Self {
        // Looked up by a map, since every article asks for its neighbours.
        let places = anchors.iter().enumerate().map(|(at, anchor)| (anchor.clone(), at)).collect();
        Self { anchors: anchors.into(), places }
    }

    /// Whether there are none.
    pub(in crate::import) fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }

    /// The articles around the one at `anchor`.
    pub(in crate::import) fn around(&self, anchor: &str) -> NeighbourRow {
        NeighbourRow::of(&self.anchors, self.places.get(anchor).copied())
    }
}
