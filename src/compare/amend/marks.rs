//! Which letters are underlined: changed words as a drafter would mark them, not as an algorithm finds them.

use crate::compare::{DifferenceStretch, WordDifference};

/// From what likeness on single words are marked; below it the whole text counts as rewritten.
const REWRITTEN: f64 = 0.3;

/// The number of letters between two changed words that are marked with them.
const GAP: usize = 2;

/// Letters, underlined or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedText {
    /// The letters.
    pub text: String,
    /// Whether they are underlined.
    pub marked: bool,
}

impl MarkedText {
    /// Letters without an underline.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marked: false }
    }

    /// Letters that are underlined where `marked`.
    pub fn new(text: impl Into<String>, marked: bool) -> Self {
        Self { text: text.into(), marked }
    }
}

/// The stretches of a difference as a drafter marks them.
pub(super) fn marked_stretches(difference: &WordDifference) -> Vec<DifferenceStretch> {
    let mut stretches = difference.stretches.clone();
    let whole = |side: fn(&DifferenceStretch) -> &str| stretches.iter().map(side).collect::<String>();
    let (old, new) = (whole(|one| &one.old), whole(|one| &one.new));
    // Single words that two sentences share by chance would be left out of the underline and only confuse.
    if difference.likeness < REWRITTEN && !difference.is_same() {
        return vec![DifferenceStretch { old, new, same: false }];
    }
    widen_to_numbers(&mut stretches);
    join(&mut stretches);
    stretches
}

/// Both texts of a difference, the old one first.
pub(super) fn marked_texts(difference: &WordDifference) -> [Vec<MarkedText>; 2] {
    let stretches = marked_stretches(difference);
    let old = tidied(stretches.iter().map(|one| MarkedText::new(one.old.as_str(), !one.same)));
    let new = tidied(stretches.iter().map(|one| MarkedText::new(one.new.as_str(), !one.same)));
    [old, new]
}

/// A number of a provision is marked with the letters around it: 第五条, not 五.
fn widen_to_numbers(stretches: &mut [DifferenceStretch]) {
    for at in 1..stretches.len().saturating_sub(1) {
        let [before, changed, after] = &mut stretches[at - 1..=at + 1] else { continue };
        // 第三条 is marked whole where it became 第五条 (test `numbers_of_provisions_are_marked_whole`); of 三年 only the
        // number is.
        let counter = after.new.chars().next().filter(|letter| "章節款条項号".contains(*letter));
        let Some(counter) = counter.filter(|_| !changed.same && before.same && after.same) else { continue };
        // Both sides are to be widened alike, or the letters would not be those of the texts.
        if !(before.old.ends_with('第') && before.new.ends_with('第') && after.old.starts_with(counter)) {
            continue;
        }
        for (before, changed, after) in
            [(&mut before.old, &mut changed.old, &mut after.old), (&mut before.new, &mut changed.new, &mut after.new)]
        {
            before.pop();
            after.remove(0);
            *changed = format!("第{changed}{counter}");
        }
    }
}

/// A letter or two between changed words are marked with them; a stop parts them.
fn join(stretches: &mut [DifferenceStretch]) {
    for at in 1..stretches.len().saturating_sub(1) {
        let [before, between, after] = &mut stretches[at - 1..=at + 1] else { continue };
        // Two underlines with を between them read as one; a stop ends what a reader takes in at once.
        let short = between.new.trim().chars().count() <= GAP && !between.new.contains(['、', '。', ',', '.', '\n']);
        if between.same && short && !before.same && !after.same {
            between.same = false;
        }
    }
}

/// Neighbours of one kind as one piece; white space at the end of what is marked is not.
fn tidied(pieces: impl IntoIterator<Item = MarkedText>) -> Vec<MarkedText> {
    let mut out: Vec<MarkedText> = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.text.is_empty()) {
        match out.last_mut() {
            Some(last) if last.marked == piece.marked => last.text.push_str(&piece.text),
            Some(last) if last.marked => {
                let kept = last.text.trim_end().len();
                let space = last.text.split_off(kept);
                out.push(MarkedText::new(space + &piece.text, piece.marked));
            }
            _ => out.push(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::split_words;

    fn shown(old: &str, new: &str) -> [String; 2] {
        let written = |pieces: &Vec<MarkedText>| {
            pieces.iter().map(|one| if one.marked { format!("[{}]", one.text) } else { one.text.clone() }).collect()
        };
        let both = marked_texts(&WordDifference::between(&split_words(old), &split_words(new)));
        [written(&both[0]), written(&both[1])]
    }

    #[test]
    fn numbers_of_provisions_are_marked_whole() {
        let [old, new] = shown("第三条の届出は、組長が決める。", "第五条の届出は、組長が決める。");
        assert_eq!(
            (old.as_str(), new.as_str()),
            ("[第三条]の届出は、組長が決める。", "[第五条]の届出は、組長が決める。")
        );
    }

    #[test]
    fn what_shares_little_is_marked_whole() {
        let [old, new] = shown("鐘は三回鳴らす。", "舟を岸に上げる。");
        assert_eq!((old.as_str(), new.as_str()), ("[鐘は三回鳴らす。]", "[舟を岸に上げる。]"));
    }

    #[test]
    fn the_space_behind_a_marked_word_is_not() {
        let [old, new] = shown("A lamp is lit by six each day.", "A lamp is lit by five each day.");
        assert_eq!(
            (old.as_str(), new.as_str()),
            ("A lamp is lit by [six] each day.", "A lamp is lit by [five] each day.")
        );
    }
}
