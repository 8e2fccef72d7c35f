//! Two texts with the words marked that stand in one of them only.

use crate::base::markup::escape;
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
            Some(only) => {
                let [before, after] = only.each_ref().map(|words| escape(words));
                let hidden = |words: &str| format!("<span class=\"visually-hidden\">{words}</span>");
                out.push_str(&format!("<mark>{}{inner}{}</mark>", hidden(&before), hidden(&after)));
            }
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
    fn marks_are_of_no_use_where_all_is_different() {
        assert!(is_rewritten(&between("one two three", "four five six")));
        assert!(!is_rewritten(&between("one two three", "one two six")));
        assert!(!is_rewritten(&between("", "four five six")));
    }
}
