//! Two texts with the words marked that stand in one of them only.

use std::collections::BTreeSet;

use crate::base::markup::escape;
use crate::base::notation::values::values;
use crate::compare::WordDifference;

/// From what likeness on marks help to read; below it nearly every word would bear one.
const READABLE: f64 = 0.5;

/// The hand of a pair: one of its two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PairHand {
    /// The first.
    Left,
    /// The second.
    Right,
}

/// Whether marking words would be of no use: both texts say something, and nearly nothing of it the same.
pub(super) fn is_rewritten(difference: &WordDifference) -> bool {
    let says = |left: bool| {
        let text =
            |one: &crate::compare::DifferenceStretch| !(if left { &one.old } else { &one.new }).trim().is_empty();
        difference.stretches.iter().any(text)
    };
    // Where one side says nothing, everything is new and a mark tells it.
    difference.likeness < READABLE && says(true) && says(false)
}

/// One of the texts as HTML, only the numbers and dates marked that the other has not: what was written anew changes them
/// without a trace.
pub(super) fn numbers_html(difference: &WordDifference, hand: PairHand, only: &[String; 2]) -> String {
    let text = |hand: PairHand| -> String {
        difference
            .stretches
            .iter()
            .map(|stretch| if hand == PairHand::Left { &stretch.old } else { &stretch.new }.as_str())
            .collect()
    };
    let (own, other) = match hand {
        PairHand::Left => (text(PairHand::Left), text(PairHand::Right)),
        PairHand::Right => (text(PairHand::Right), text(PairHand::Left)),
    };
    let known: BTreeSet<String> = values(&other).into_iter().map(|found| found.value).collect();
    let plain = |words: &str| escape(words).replace('\n', "<br>");
    let (mut out, mut at) = (String::new(), 0);
    for found in values(&own).into_iter().filter(|found| !known.contains(&found.value)) {
        out.push_str(&plain(&own[at..found.range.start]));
        out.push_str(&mark(&plain(&own[found.range.clone()]), only));
        at = found.range.end;
    }
    out + &plain(&own[at..])
}

/// `inner` with a mark, and the words around it for those who do not see marks.
fn mark(inner: &str, only: &[String; 2]) -> String {
    let [before, after] = only.each_ref().map(|words| escape(words));
    let hidden = |words: &str| format!("<span class=\"visually-hidden\">{words}</span>");
    format!("<mark>{}{inner}{}</mark>", hidden(&before), hidden(&after))
}

/// One of the texts as HTML. Words that only it has are marked, and stand between the words of `only` for those who do
/// not see marks; without `only` nothing is marked.
pub(super) fn html(difference: &WordDifference, hand: PairHand, only: Option<&[String; 2]>) -> String {
    let mut out = String::new();
    for stretch in &difference.stretches {
        let words = match hand {
            PairHand::Left => &stretch.old,
            PairHand::Right => &stretch.new,
        };
        // The space behind a word stays outside its mark: marked, it looks as if something stood there.
        let inner = escape(words.trim_end()).replace('\n', "<br>");
        match only.filter(|_| !stretch.same && !inner.is_empty()) {
            Some(only) => out.push_str(&mark(&inner, only)),
            None => out.push_str(&inner),
        }
        out.push_str(&escape(&words[words.trim_end().len()..]).replace('\n', "<br>"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::split_words;

    fn between(old: &str, new: &str) -> WordDifference {
        WordDifference::between(&split_words(old), &split_words(new))
    }

    #[test]
    fn only_what_differs_is_marked() {
        let difference = between("at least 8 <letters>\nlong", "at least 13 <letters>\nlong");
        let plain = |html: String| html.replace(" class=\"visually-hidden\"", "");
        assert_eq!(
            plain(html(&difference, PairHand::Right, Some(&["［B：".to_owned(), "］".to_owned()]))),
            "at least <mark><span>［B：</span>13<span>］</span></mark> &lt;letters&gt;<br>long"
        );
        assert_eq!(html(&difference, PairHand::Left, None), "at least 8 &lt;letters&gt;<br>long");
    }

    #[test]
    fn numbers_are_marked_where_all_is_written_anew() {
        let difference =
            between("合言葉は８文字以上にします。", "番人の決める言葉で、長さ13文字、８文字ずつ二回に分けて言う。");
        let only = ["［".to_owned(), "］".to_owned()];
        let plain = |hand| numbers_html(&difference, hand, &only).replace(" class=\"visually-hidden\"", "");
        assert_eq!(plain(PairHand::Left), "合言葉は８文字以上にします。");
        assert_eq!(
            plain(PairHand::Right),
            "番人の決める言葉で、長さ<mark><span>［</span>13<span>］</span></mark>文字、８文字ずつ<mark><span>［</span>二<span>］</span></mark>回に分けて言う。"
        );
    }

    #[test]
    fn marks_are_of_no_use_where_all_is_different() {
        assert!(is_rewritten(&between("one two three", "four five six")));
        assert!(!is_rewritten(&between("one two three", "one two six")));
        assert!(!is_rewritten(&between("", "four five six")));
    }
}
