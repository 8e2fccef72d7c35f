//! How like a text is to groups of texts: words weighed by how few groups use them (tf-idf), compared by the cosine of
//! their vectors (Salton, Wong and Yang 1975). Knows nothing of policies.

use std::collections::BTreeMap;

/// The number of times that each word stands in a text.
pub(super) type Bag = BTreeMap<String, u32>;

/// Groups of texts, each under a name.
#[derive(Debug)]
pub(super) struct Groups<'a> {
    names: Vec<&'a str>,
    vectors: Vec<BTreeMap<String, f64>>,
    /// In how many groups each word stands.
    holders: BTreeMap<String, u32>,
}

/// A group that a text is like.
#[derive(Debug)]
pub(super) struct Near<'a> {
    pub(super) name: &'a str,
    /// The cosine, from 0 to 1.
    pub(super) likeness: f64,
    /// The words that speak most for it.
    pub(super) words: Vec<String>,
}

impl<'a> Groups<'a> {
    pub(super) fn new(bags: &[(&'a str, Bag)]) -> Self {
        let mut holders: BTreeMap<String, u32> = BTreeMap::new();
        for word in bags.iter().flat_map(|(_, bag)| bag.keys()) {
            *holders.entry(word.clone()).or_default() += 1;
        }
        let mut groups = Self { names: Vec::new(), vectors: Vec::new(), holders };
        for (name, bag) in bags {
            let vector = groups.vector(bag, bags.len());
            groups.names.push(name);
            groups.vectors.push(vector);
        }
        groups
    }

    /// The weights of the words of `bag`, of length 1 together; words that no group has do not count.
    fn vector(&self, bag: &Bag, groups: usize) -> BTreeMap<String, f64> {
        let weight = |word: &String, count: u32| {
            let holders = f64::from(*self.holders.get(word)?);
            // One more than there are, so that a word in every group still counts for a little (smoothed idf).
            let rarity = ((exact_float(groups) + 1.0) / (holders + 1.0)).ln() + 1.0;
            // The first time that a word stands in a text says the most; a second adds little, by its logarithm.
            Some((1.0 + f64::from(count).ln()) * rarity)
        };
        let weights: BTreeMap<String, f64> =
            bag.iter().filter_map(|(word, count)| Some((word.clone(), weight(word, *count)?))).collect();
        // A text without a known word has no weights, so that nothing is divided by this 0.
        let length = weights.values().map(|weight| weight * weight).sum::<f64>().sqrt();
        weights.into_iter().map(|(word, weight)| (word, weight / length)).collect()
    }

    /// The groups that `bag` is like at least as much as `least`, the likest first, at most `most`.
    pub(super) fn near(&self, bag: &Bag, least: f64, most: usize) -> Vec<Near<'a>> {
        let vector = self.vector(bag, self.names.len());
        let mut found: Vec<Near<'a>> = Vec::new();
        for (name, group) in self.names.iter().zip(&self.vectors) {
            let shared: BTreeMap<&String, f64> =
                vector.iter().filter_map(|(word, weight)| Some((word, weight * group.get(word)?))).collect();
            let likeness = shared.values().sum::<f64>();
            if likeness >= least {
                let mut words: Vec<(&String, f64)> = shared.into_iter().collect();
                // Words and names decide between equals, so that the same content always gets the same suggestions.
                words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
                let words = words.into_iter().take(5).map(|(word, _)| word.clone()).collect();
                found.push(Near { name, likeness, words });
            }
        }
        found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.name.cmp(b.name)));
        found.truncate(most);
        found
    }
}

fn exact_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bag(text: &str) -> Bag {
        let mut bag = Bag::new();
        for word in text.split_whitespace() {
            *bag.entry(word.to_owned()).or_default() += 1;
        }
        bag
    }

    #[test]
    fn rare_words_count_for_more_than_common_ones() {
        let groups = Groups::new(&[
            ("lamp", bag("the lamp is lit by the guard")),
            ("key", bag("the key is kept by the guard")),
            ("bell", bag("the bell is rung by the guard")),
        ]);
        let near = groups.near(&bag("the guard has the key"), 0.1, 2);
        assert_eq!(near[0].name, "key");
        assert_eq!(near[0].words[0], "key");
        assert!(near[0].likeness > near[1].likeness && near[0].likeness <= 1.0);
    }

    #[test]
    fn what_shares_nothing_is_not_near() {
        let groups = Groups::new(&[("lamp", bag("lamp oil")), ("key", bag("key"))]);
        assert!(groups.near(&bag("boat"), 0.05, 3).is_empty());
        assert!(groups.near(&Bag::new(), 0.05, 3).is_empty());
    }
}
