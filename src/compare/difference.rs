//! What differs between two texts, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::Word;

/// A stretch of two texts: the same in both, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceStretch {
    /// Its letters in the old text; empty where something was inserted.
    pub old: String,
    /// Its letters in the new text; empty where something was deleted.
    pub new: String,
    /// Whether both say the same.
    pub same: bool,
}

/// The difference between two texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WordDifference {
    /// The stretches, in the order of both texts.
    pub stretches: Vec<DifferenceStretch>,
    /// The share of letters that stand in both, from 0 to 1; 1 for two empty texts.
    pub likeness: f64,
}

impl WordDifference {
    /// Returns the difference between `old` and `new`. A number is the same word however it is written.
    ///
    /// ```
    /// use junsoku::compare::{WordDifference, split_words};
    ///
    /// let told = |old, new| WordDifference::between(&split_words(old), &split_words(new));
    /// assert!(told("三年間保存する。", "３年間保存する。").is_same());
    /// let longer = told("三年間保存する。", "五年間保存する。");
    /// assert!(!longer.is_same() && longer.likeness > 0.5);
    /// ```
    #[must_use]
    pub fn between(old: &[Word], new: &[Word]) -> Self {
        let (old_keys, new_keys) = (word_values(old), word_values(new));
        let stretches: Vec<DifferenceStretch> = capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys)
            .iter()
            .map(|change| DifferenceStretch {
                old: join_words(&old[change.old_range()]),
                new: join_words(&new[change.new_range()]),
                // Words are the same by value, so that both ways of writing are kept: ３年 beside 三年.
                same: matches!(change, DiffOp::Equal { .. }),
            })
            .collect();
        let likeness = likeness(&stretches);
        Self { stretches, likeness }
    }

    /// Whether both texts say the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.stretches.iter().all(|stretch| stretch.same)
    }
}

fn word_values(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.value.as_str()).collect()
}

fn join_words(words: &[Word]) -> String {
    words.iter().map(|word| word.written.as_str()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "texts have far fewer letters than a double counts exactly")]
fn likeness(stretches: &[DifferenceStretch]) -> f64 {
    // By letters and not by words, which are of very different length in Japanese.
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
    let all: usize = stretches.iter().map(|stretch| letters(&stretch.old) + letters(&stretch.new)).sum();
    let same: usize = stretches
        .iter()
        .filter(|stretch| stretch.same)
        .map(|stretch| letters(&stretch.old) + letters(&stretch.new))
        .sum();
    if all == 0 { 1.0 } else { same as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::words::split_words;
    use super::*;

    fn changed(old: &str, new: &str) -> Vec<(String, String)> {
        let difference = WordDifference::between(&split_words(old), &split_words(new));
        assert_eq!(difference.stretches.iter().map(|one| one.old.as_str()).collect::<String>(), old);
        assert_eq!(difference.stretches.iter().map(|one| one.new.as_str()).collect::<String>(), new);
        difference.stretches.into_iter().filter(|one| !one.same).map(|one| (one.old, one.new)).collect()
    }

    fn pair(old: &str, new: &str) -> (String, String) {
        (old.to_owned(), new.to_owned())
    }

    #[test]
    fn only_changed_words_are_marked() {
        let old = "パスワードは８文字以上とする。";
        assert_eq!(changed(old, "パスワードは13文字以上とする。"), [pair("８", "13")]);
        assert_eq!(changed(old, "パスワードは8文字以上とする。"), []);
        assert_eq!(changed(old, "パスワードは８文字以上とし、使い回さない。"), [pair("する", "し、使い回さない")]);
    }

    #[test]
    fn likeness_is_the_share_of_what_stands_in_both() {
        let likeness = |old, new| WordDifference::between(&split_words(old), &split_words(new)).likeness;
        assert!((likeness("", "") - 1.0).abs() < f64::EPSILON);
        assert!(likeness("管理者", "患者") < f64::EPSILON);
        assert!((likeness("ab cd", "ab ef") - 0.5).abs() < f64::EPSILON);
    }
}
