//! In which parts pairs of letters and words stand.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::folding::{self, FoldingTable};
use crate::base::locale::Lang;
use crate::base::notation::widths::compatible;

/// The first letter that is written without spaces between words (Unicode, CJK Radicals Supplement).
const FIRST_WIDE: char = '\u{2E80}';

/// A letter, or two that follow each other.
type LetterPair = (char, Option<char>);

/// The parts in which each letter and pair of letters stands, and the parts of each word by its beginning.
#[derive(Debug, Default)]
pub(super) struct Grams {
    // Each letter of the site is looked up; what is written of them is in order.
    pairs: FxHashMap<LetterPair, Parts>,
    words: FxHashMap<String, Parts>,
}

/// Numbers of parts in their order, in runs: from, to.
#[derive(Debug, Default)]
struct Parts(Vec<(usize, usize)>);

impl Parts {
    fn add(&mut self, part: usize) {
        match self.0.last_mut() {
            Some((_, last)) if *last == part || *last + 1 == part => *last = part,
            Some(_) | None => self.0.push((part, part)),
        }
    }

    /// `0-4,7`.
    fn written(&self) -> String {
        let mut written = String::new();
        for (from, to) in &self.0 {
            let comma = if written.is_empty() { "" } else { "," };
            // Writing to a string never fails.
            let _ = if from == to { write!(written, "{comma}{from}") } else { write!(written, "{comma}{from}-{to}") };
        }
        written
    }
}

impl Grams {
    /// Notes that `text` stands in `part`. Parts come in their order.
    pub(super) fn add(&mut self, text: &str, part: usize, lang: Lang, table: &FoldingTable) {
        let letters = folding::letters(text);
        let mut note = |pair| self.pairs.entry(pair).or_default().add(part);
        each_pair(&letters, lang, &mut note);
        // Most texts mean just their letters.
        if let Cow::Owned(meaning) = table.meaning(&letters) {
            each_pair(&meaning, lang, &mut note);
        }
        if lang == Lang::En {
            each_word(text, |word| match self.words.get_mut(word) {
                Some(parts) => parts.add(part),
                None => self.words.entry(word.to_owned()).or_default().add(part),
            });
        }
    }

    /// Returns the lists, parted by [`shard`] into `count` of pairs and as many of words.
    pub(super) fn shards(&self, count: usize) -> [Vec<BTreeMap<String, String>>; 2] {
        let written = |(first, second): &LetterPair| std::iter::once(*first).chain(*second).collect::<String>();
        let pairs = self.pairs.iter().map(|(pair, parts)| (written(pair), parts));
        let words = self.words.iter().map(|(word, parts)| (word.clone(), parts));
        [shards_of(pairs, str::to_owned, count), shards_of(words, beginning, count)]
    }
}

fn shards_of<'a>(
    grams: impl Iterator<Item = (String, &'a Parts)>,
    key: impl Fn(&str) -> String,
    count: usize,
) -> Vec<BTreeMap<String, String>> {
    let mut shards = vec![BTreeMap::new(); count];
    // A site with few parts has no lists.
    for (gram, parts) in grams.filter(|_| count > 0) {
        shards[shard(&key(&gram), count)].insert(gram, parts.written());
    }
    shards
}

/// Gives each letter and each two letters that follow each other to `take`. In English only those of languages without spaces,
/// since words are looked for whole.
fn each_pair(folded: &str, lang: Lang, mut take: impl FnMut(LetterPair)) {
    let is_kept = |letter: &char| lang == Lang::Ja || *letter >= FIRST_WIDE;
    let mut letters = folded.chars().peekable();
    while let Some(first) = letters.next() {
        if is_kept(&first) {
            take((first, None));
            if let Some(second) = letters.peek().copied().filter(is_kept) {
                take((first, Some(second)));
            }
        }
    }
}

/// Gives the words of `text` in small letters to `take`.
fn each_word(text: &str, take: impl FnMut(&str)) {
    let plain: String = compatible(text).to_lowercase();
    let parted = plain.split(|letter: char| !letter.is_alphanumeric() || letter >= FIRST_WIDE);
    parted.filter(|word| !word.is_empty()).for_each(take);
}

/// The beginning that all forms of a word share.
fn beginning(word: &str) -> String {
    word.chars().take(2).collect()
}

/// Returns the shard of `key` among `count`, as `load.js` computes it too: a polynomial of the code points.
fn shard(key: &str, count: usize) -> usize {
    let hash = key.chars().fold(0u32, |hash, letter| hash.wrapping_mul(31).wrapping_add(u32::from(letter)));
    usize::try_from(hash).unwrap_or(0) % count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_written_in_runs() {
        let mut parts = Parts::default();
        for part in [0, 1, 1, 2, 5, 7, 8] {
            parts.add(part);
        }
        assert_eq!(parts.written(), "0-2,5,7-8");
    }

    #[test]
    fn english_is_parted_into_words_and_what_has_no_spaces_into_pairs() {
        let table = FoldingTable::of(&[]);
        let mut grams = Grams::default();
        grams.add("Lost devices: 端末", 0, Lang::En, &table);
        grams.add("The device", 3, Lang::En, &table);
        let [pairs, words] = grams.shards(1);
        assert_eq!(pairs[0].keys().collect::<Vec<_>>(), ["末", "端", "端末"]);
        assert_eq!(words[0].keys().collect::<Vec<_>>(), ["device", "devices", "lost", "the"]);
        assert_eq!(words[0]["device"], "3");
    }
}
