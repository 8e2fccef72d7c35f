//! Texts as words. Two words are the same if they say the same: widths of letters, the digits of a number and the way
//! of writing a date do not count.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::base::notation::values::values;
use crate::base::notation::widths::folded;

/// A word of a text, with the white space that follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub written: String,
    /// The letters that are compared.
    pub value: String,
}

/// The words of `text`, which together are `text`. Bounds of words are those of Unicode's UAX #29, in Japanese those of
/// ICU's dictionary.
#[must_use]
pub fn split_words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for found in values(text) {
        segment(&text[at..found.range.start], &mut words);
        // Numbers and dates are taken out first, since the dictionary would cut 令和六年四月一日 into pieces that have no
        // value.
        push(&text[found.range.clone()], found.value, &mut words);
        at = found.range.end;
    }
    segment(&text[at..], &mut words);
    words
}

/// `text` with the commas and full stops of horizontal writing (，．) as 、 and 。, which say the same.
#[must_use]
pub fn comma_folded(text: &str) -> String {
    text.replace('，', "、").replace('．', "。")
}

fn segment(text: &str, words: &mut Vec<Word>) {
    // The dictionary that is compiled in, so that the words are the same on every machine.
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut start = 0;
    for end in segmenter.segment_str(text).skip(1) {
        let written = &text[start..end];
        push(written, folded(&comma_folded(written)), words);
        start = end;
    }
}

fn push(written: &str, value: String, words: &mut Vec<Word>) {
    match words.last_mut() {
        // White space has no value of its own.
        Some(last) if value.is_empty() => last.written.push_str(written),
        // White space at the very beginning is a word without a value, since there is none before it.
        _ => words.push(Word { written: written.to_owned(), value }),
    }
}

#[cfg(test)]
mod tests {
    use super::split_words;

    fn written(text: &str) -> Vec<String> {
        split_words(text).into_iter().map(|word| word.written).collect()
    }

    #[test]
    fn words_together_are_the_text() {
        for text in
            ["", " ", "利用者は、パスワードを１３文字以上とする。", "A user must, by 1 April, log out.", "\n（略）"]
        {
            assert_eq!(written(text).concat(), text);
        }
    }

    #[test]
    fn japanese_is_parted_where_its_words_are() {
        assert_eq!(
            written("管理者は、利用者を登録する。"),
            ["管理者", "は", "、", "利用", "者", "を", "登録", "する", "。"]
        );
        assert_eq!(written("A user must log out."), ["A ", "user ", "must ", "log ", "out", "."]);
    }

    #[test]
    fn what_says_the_same_has_the_same_value() {
        let values = |text| split_words(text).into_iter().map(|word| word.value).collect::<Vec<_>>();
        assert_eq!(values("ＭＣＳは８文字"), values("MCSは八文字"));
        assert_eq!(values("令和8年4月1日から"), values("2026年４月１日から"));
        assert_ne!(values("8文字"), values("9文字"));
        assert_eq!(values("門は，閉める．"), values("門は、閉める。"));
    }
}
