//! Texts that may be like each other, without comparing each with each: texts that share no rare pair of letters are
//! never looked at together.

use std::collections::BTreeMap;

/// The greatest number of texts of a side that hold a pair of letters which still counts as rare.
const MAX_RARE_HOLDERS: usize = 40;

/// The pairs of neighbouring letters of a text, each once, in order.
#[derive(Debug, Default, Clone)]
pub(super) struct Pairs(Vec<(char, char)>);

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        // Pairs of letters and not words: 保管する and 保管し are alike, and no dictionary is asked.
        let mut pairs: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut mine, mut others, mut shared) = (self.0.iter().peekable(), other.0.iter().peekable(), 0);
        while let (Some(own), Some(theirs)) = (mine.peek(), others.peek()) {
            let order = own.cmp(theirs);
            shared += usize::from(order.is_eq());
            // Both lists are in order, so that one pass finds all that is in both.
            if order.is_le() {
                mine.next();
            }
            if order.is_ge() {
                others.next();
            }
        }
        shared
    }

    /// Returns the likeness of two texts, from 0 to 1 (Dice's coefficient).
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        ratio(2 * self.shared(other), self.len() + other.len())
    }

    /// Returns the share of this text that stands in `other`, from 0 to 1.
    pub(super) fn contained_in(&self, other: &Self) -> f64 {
        ratio(self.shared(other), self.len())
    }

    /// Returns the pairs that stand here and not in `other`.
    pub(super) fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().filter(|pair| other.0.binary_search(pair).is_err()).copied().collect())
    }
}

#[expect(clippy::cast_precision_loss, reason = "texts have far fewer letters than a double counts exactly")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Finds texts of one side by rare pairs of letters.
pub(super) struct Finder {
    holders: BTreeMap<(char, char), Vec<usize>>,
}

impl Finder {
    /// Among those of `texts` that are `open`.
    pub(super) fn new(texts: &[Pairs], open: impl Iterator<Item = usize>) -> Self {
        let mut holders: BTreeMap<(char, char), Vec<usize>> = BTreeMap::new();
        for at in open {
            for pair in &texts[at].0 {
                holders.entry(*pair).or_default().push(at);
            }
        }
        // A pair that many texts hold, such as を行, tells nothing apart, and following it would compare each with
        // each.
        holders.retain(|_, holders| holders.len() <= MAX_RARE_HOLDERS);
        Self { holders }
    }

    /// The texts that share the most rare pairs with `text`, at most eight.
    pub(super) fn near(&self, text: &Pairs) -> Vec<usize> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in text.0.iter().filter_map(|pair| self.holders.get(pair)).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        // A single pair in common may be chance.
        let mut found: Vec<(usize, usize)> = shared.into_iter().filter(|(_, count)| *count > 1).collect();
        found.sort_by_key(|(at, count)| (usize::MAX - count, *at));
        // The likeness of each is computed; eight keep a comparison of long documents linear.
        found.into_iter().take(8).map(|(at, _)| at).collect()
    }
}
