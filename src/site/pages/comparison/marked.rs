//! Two texts with the phrases marked that stand in one of them only.

use std::collections::BTreeSet;

use crate::base::markup::escape;
use crate::base::notation::values::values;
use crate::compare::{DifferenceStretch, WordDifference, split_words};

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
        let text = |one: &DifferenceStretch| !(if left { &one.old } else { &one.new }).trim().is_empty();
        difference.stretches.iter().any(text)
    };
    // Where one side says nothing, everything is new and a mark tells it.
    difference.likeness < READABLE && says(true) && says(false)
}

/// A piece of one of the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextPiece {
    pub(super) words: String,
    /// Whether only this text has it.
    pub(super) marked: bool,
}

/// One of the texts in pieces, the phrases marked that the other has not.
pub(super) fn pieces(difference: &WordDifference, hand: PairHand) -> Vec<TextPiece> {
    let mut pieces: Vec<TextPiece> = Vec::new();
    for stretch in &difference.stretches {
        add_piece(&mut pieces, written(stretch, hand), !stretch.same);
    }
    whole_words(joined(&pieces))
}

/// One of the texts in pieces, only the numbers and dates marked that the other has not: what was written anew changes them
/// without a trace.
pub(super) fn number_pieces(difference: &WordDifference, hand: PairHand) -> Vec<TextPiece> {
    let text = |hand: PairHand| -> String { difference.stretches.iter().map(|one| written(one, hand)).collect() };
    let (own, other) = match hand {
        PairHand::Left => (text(PairHand::Left), text(PairHand::Right)),
        PairHand::Right => (text(PairHand::Right), text(PairHand::Left)),
    };
    let known: BTreeSet<String> = values(&other).into_iter().map(|found| found.value).collect();
    let (mut pieces, mut at) = (Vec::new(), 0);
    for found in values(&own).into_iter().filter(|found| !known.contains(&found.value)) {
        add_piece(&mut pieces, &own[at..found.range.start], false);
        add_piece(&mut pieces, &own[found.range.clone()], true);
        at = found.range.end;
    }
    add_piece(&mut pieces, &own[at..], false);
    pieces
}

/// One of the texts in one piece, with nothing marked.
pub(super) fn unmarked(difference: &WordDifference, hand: PairHand) -> Vec<TextPiece> {
    let mut pieces = Vec::new();
    for stretch in &difference.stretches {
        add_piece(&mut pieces, written(stretch, hand), false);
    }
    pieces
}

/// The pieces as HTML.
pub(super) fn pieces_html(pieces: &[TextPiece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        // The space behind a word stays outside its mark: marked, it looks as if something stood there.
        let words = piece.words.trim_end();
        let html = |words: &str| escape(words).replace('\n', "<br>");
        if piece.marked && !words.is_empty() {
            out.push_str(&format!("<mark>{}</mark>", html(words)));
        } else {
            out.push_str(&html(words));
        }
        out.push_str(&html(&piece.words[words.len()..]));
    }
    out
}

fn written(stretch: &DifferenceStretch, hand: PairHand) -> &str {
    match hand {
        PairHand::Left => &stretch.old,
        PairHand::Right => &stretch.new,
    }
}

fn add_piece(pieces: &mut Vec<TextPiece>, words: &str, marked: bool) {
    match pieces.last_mut().filter(|last| last.marked == marked) {
        Some(last) => last.words.push_str(words),
        None if words.is_empty() => {}
        None => pieces.push(TextPiece { words: words.to_owned(), marked }),
    }
}

/// `pieces` with one mark for words that nothing but a particle, an article or the middle of a compound parts: a mark that breaks off at は
/// and goes on behind it is no phrase to anybody (利用者は合言葉 beside 職員は暗証番号), nor is グループ連携リーダー in two marks.
fn joined(pieces: &[TextPiece]) -> Vec<TextPiece> {
    let is_marked = |at: usize| pieces.get(at).is_some_and(|piece| piece.marked);
    let mut whole = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let joins = at > 0 && is_marked(at - 1) && is_marked(at + 1) && is_joint(&piece.words);
        add_piece(&mut whole, &piece.words, piece.marked || joins);
    }
    whole
}

/// Letters that behind kanji end a word rather than begin one: the dictionary cuts 事業所管理者 behind 事業, and 連携元 behind 連携.
const SUFFIXES: [char; 7] = ['所', '者', '等', '的', '性', '化', '元'];

/// `pieces` with each mark that holds a particle or an ending alone, or begins with one, begun at the word that it belongs to.
fn whole_words(mut pieces: Vec<TextPiece>) -> Vec<TextPiece> {
    for at in 1..pieces.len() {
        let begins_within = pieces[at].words.starts_with(SUFFIXES) && pieces[at - 1].words.ends_with(is_kanji);
        if !(pieces[at].marked && (is_ending(&pieces[at].words) || begins_within)) {
            continue;
        }
        // The pieces before and behind a marked one are not marked.
        let Some(last) = split_words(&pieces[at - 1].words).pop().filter(|word| is_word(&word.written)) else {
            continue;
        };
        let rest = pieces[at - 1].words.len() - last.written.len();
        pieces[at - 1].words.truncate(rest);
        pieces[at].words.insert_str(0, &last.written);
    }
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

/// Whether `words` only join others: a particle, two kanji, or an English word of up to three letters.
fn is_joint(words: &str) -> bool {
    let words_only = words.trim();
    let is_short = (1..=3).contains(&words_only.len()) && words_only.bytes().all(|letter| letter.is_ascii_alphabetic());
    !words.contains('\n') && (is_short || is_ending(words) || is_middle(words))
}

/// Whether `words` are a particle or an ending of Japanese: one or two kana.
fn is_ending(words: &str) -> bool {
    let words = words.trim();
    (1..=2).contains(&words.chars().count()) && words.chars().all(|letter| ('ぁ'..='ん').contains(&letter))
}

fn is_middle(words: &str) -> bool {
    words.chars().count() <= 2 && words.chars().all(is_kanji)
}

fn is_kanji(letter: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&letter)
}

fn is_word(written: &str) -> bool {
    written.chars().next_back().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(old: &str, new: &str) -> WordDifference {
        WordDifference::between(&split_words(old), &split_words(new))
    }

    #[test]
    fn only_what_differs_is_marked() {
        let difference = between("at least 8 <letters>\nlong", "at least 13 <letters>\nlong");
        assert_eq!(
            pieces_html(&pieces(&difference, PairHand::Right)),
            "at least <mark>13</mark> &lt;letters&gt;<br>long"
        );
        assert_eq!(pieces_html(&unmarked(&difference, PairHand::Left)), "at least 8 &lt;letters&gt;<br>long");
    }

    #[test]
    fn a_mark_is_a_phrase_and_breaks_at_no_particle() {
        let html = |old, new| pieces_html(&pieces(&between(old, new), PairHand::Right));
        assert_eq!(
            html("利用者は合言葉を決める。", "職員は暗証番号を決める。"),
            "<mark>職員は暗証番号</mark>を決める。"
        );
        assert_eq!(html("管理者は決める。", "管理者が決める。"), "<mark>管理者が</mark>決める。");
        assert_eq!(
            html("グループ連携リーダーは決める。", "連携元事業所は決める。"),
            "<mark>連携元事業所</mark>は決める。"
        );
        assert_eq!(
            html("連携元事業所は決める。", "グループ連携リーダーは決める。"),
            "<mark>グループ連携リーダー</mark>は決める。"
        );
        assert_eq!(html("事業所の管理者は決める。", "事業所管理者は決める。"), "<mark>事業所管理者</mark>は決める。");
        assert_eq!(html("the name of users", "the number of staff"), "the <mark>number of staff</mark>");
    }

    #[test]
    fn numbers_are_marked_where_all_is_written_anew() {
        let difference =
            between("合言葉は８文字以上にします。", "番人の決める言葉で、長さ13文字、８文字ずつ二回に分けて言う。");
        let html = |hand| pieces_html(&number_pieces(&difference, hand));
        assert_eq!(html(PairHand::Left), "合言葉は８文字以上にします。");
        assert_eq!(
            html(PairHand::Right),
            "番人の決める言葉で、長さ<mark>13</mark>文字、８文字ずつ<mark>二</mark>回に分けて言う。"
        );
    }

    #[test]
    fn marks_are_of_no_use_where_all_is_different() {
        assert!(is_rewritten(&between("one two three", "four five six")));
        assert!(!is_rewritten(&between("one two three", "one two six")));
        assert!(!is_rewritten(&between("", "four five six")));
    }
}
