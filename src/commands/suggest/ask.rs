//! Asking a person on a terminal about one candidate.

use std::io::{self, BufRead};

use unicode_normalization::UnicodeNormalization as _;

use crate::base::locale::{Lang, Messages};
use crate::content::{Extent, KeywordShape, Shape, Shaped as _};

/// The answer of a person about a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CandidateAnswer {
    /// It is written with this extent.
    Confirmed(Extent),
    /// It is not written.
    Refused,
    /// No more are asked about.
    Ended,
}

/// Asks whether a candidate is written and to which extent it is met, until an answer can be understood. The end of the
/// input ends the asking.
///
/// # Errors
/// The error of the input.
pub(super) fn ask_candidate(
    input: &mut dyn BufRead,
    show: &mut dyn FnMut(&str),
    proposed: Extent,
    messages: &Messages,
) -> io::Result<CandidateAnswer> {
    match ask_yes_or_no(input, show, messages)? {
        Some(true) => ask_extent(input, show, proposed, messages),
        Some(false) => Ok(CandidateAnswer::Refused),
        None => Ok(CandidateAnswer::Ended),
    }
}

/// Asks whether what was shown is written, until an answer can be understood: yes, no, or `None` to end.
///
/// # Errors
/// The error of the input.
pub(super) fn ask_yes_or_no(
    input: &mut dyn BufRead,
    show: &mut dyn FnMut(&str),
    messages: &Messages,
) -> io::Result<Option<bool>> {
    loop {
        show(&format!("{} ", messages.text("suggest-ask")));
        let Some(answer) = answer_line(input)? else { return Ok(None) };
        match answer.as_str() {
            "y" | "yes" => return Ok(Some(true)),
            "n" | "no" => return Ok(Some(false)),
            "q" | "quit" => return Ok(None),
            _ => {}
        }
    }
}

fn ask_extent(
    input: &mut dyn BufRead,
    show: &mut dyn FnMut(&str),
    proposed: Extent,
    messages: &Messages,
) -> io::Result<CandidateAnswer> {
    let extents: Vec<(Extent, &str)> = extents(messages.lang());
    for (at, (extent, meaning)) in extents.iter().enumerate() {
        show(&format!("  {}  {}  {meaning}\n", at + 1, extent.word()));
    }
    loop {
        show(&format!("{} ", messages.with("suggest-ask-extent", &[("proposed", proposed.word())])));
        let Some(answer) = answer_line(input)? else { return Ok(CandidateAnswer::Ended) };
        if answer.is_empty() {
            return Ok(CandidateAnswer::Confirmed(proposed));
        }
        let numbered = answer.parse::<usize>().ok().and_then(|number| extents.get(number.wrapping_sub(1)));
        let named = || extents.iter().find(|(extent, _)| extent.word() == answer);
        if let Some((extent, _)) = numbered.or_else(named) {
            let extent = *extent;
            return Ok(CandidateAnswer::Confirmed(extent));
        }
    }
}

/// The extents that can be answered and their meanings in `lang`, the best first. What is unclear wants a note, which is
/// written in the file.
fn extents(lang: Lang) -> Vec<(Extent, &'static str)> {
    // A keyword has no other shape.
    let Shape::Keyword(KeywordShape { words, .. }) = Extent::shape() else { return Vec::new() };
    let meaning = |meaning: &crate::content::Meaning| match lang {
        Lang::Ja => meaning.ja,
        Lang::En => meaning.en,
    };
    let known = words.iter().filter_map(|(word, said)| Some((Extent::from_word(word)?, meaning(said).trim())));
    known.filter(|(extent, _)| *extent != Extent::Unclear).collect()
}

/// A line as people type it, also with a Japanese keyboard (ｙ); `None` at the end of the input.
fn answer_line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(line.nfkc().collect::<String>().trim().to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(typed: &str) -> (CandidateAnswer, String) {
        let mut shown = String::new();
        let mut input = typed.as_bytes();
        let mut show = |words: &str| shown.push_str(words);
        let answer = ask_candidate(&mut input, &mut show, Extent::Equal, Messages::of(Lang::En)).expect("an answer");
        (answer, shown)
    }

    #[test]
    fn only_a_plain_yes_confirms() {
        assert_eq!(answered("y\n\n").0, CandidateAnswer::Confirmed(Extent::Equal));
        assert_eq!(answered("ｙ\n３\n").0, CandidateAnswer::Confirmed(Extent::Partial));
        assert_eq!(answered("Yes\nweaker\n").0, CandidateAnswer::Confirmed(Extent::Weaker));
        assert_eq!(answered("n\n").0, CandidateAnswer::Refused);
        for ended in ["", "q\n", "\nperhaps\n", "y\n", "y\n9\n0\nsame\n"] {
            assert_eq!(answered(ended).0, CandidateAnswer::Ended, "{ended}");
        }
    }

    #[test]
    fn the_extents_are_told_with_their_meaning() {
        let shown = answered("y\n\n").1;
        assert!(shown.contains("2  equal  The same is asked."), "{shown}");
    }
}
