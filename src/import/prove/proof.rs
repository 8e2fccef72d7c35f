//! The proof that nothing was lost: every letter of the input stands in the outline, and what was written prints the
//! letters of the outline, in the same order. White space, widths of letters (NFKC) and brackets around captions and
//! heads do not count.

use super::letter_diff::letter_differences;
use super::printed_form::without_blanks;
use crate::base::notation::widths::folded;
use crate::import::forms::circled::is_between;
use crate::import::forms::tokens;
use crate::import::outline::draft::{Draft, add_node};
use crate::import::outline::source::SourceText;
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::outline::words::{SourceWords, WordsPiece};
use crate::import::shapes::heads::Begins;

/// Letters that the result has not, or that only the result has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterDifference {
    /// The line of the input.
    pub line: usize,
    /// The letters.
    pub letters: String,
    /// Whether they were added rather than lost.
    pub added: bool,
}

/// The comparison of the result with the input.
#[derive(Debug, Clone, Default)]
pub struct Proof {
    /// The number of letters of the input, without what was left out on purpose.
    pub letters: usize,
    /// The number of them that were kept.
    pub kept: usize,
    /// The differences.
    pub differences: Vec<LetterDifference>,
}

/// Letters that may stand around a head or caption and are not said again.
const BRACKETS: &str = "()[]<>【】〔〕《》〈〉「」『』:";

/// Compares `source` with `outline`, and `outline` with what was `printed` of the result.
#[must_use]
pub fn prove(source: &SourceText, outline: &Outline, printed: &[String]) -> Proof {
    let expected = expected(outline);
    let forms = || outline.divisions.iter().filter_map(|division| division.form.as_ref());
    // The letters of forms were compared one by one before: what does not print its own is none.
    let all: Vec<&SourceWords> = expected.iter().copied().chain(forms().flat_map(Draft::words)).collect();
    let blanks: Vec<&SourceWords> =
        forms().flat_map(|form| &form.blanks).filter(|words| is_blank_words(words)).collect();
    let repeated: Vec<&SourceWords> = outline.repeated.iter().chain(forms().flat_map(|form| &form.repeated)).collect();
    let others: Vec<&SourceWords> = repeated.iter().chain(&blanks).copied().collect();
    let mut proof = Proof::default();
    cover_lines(source, &all, &others, &mut proof);
    // The number that is told is that of letters which the files hold: neither room to write on nor what is written
    // once.
    proof.letters -= blanks.iter().map(|words| folded(&words.text).chars().count()).sum::<usize>().min(proof.letters);
    proof.letters -= repeated.iter().map(|words| folded(&words.text).chars().count()).sum::<usize>().min(proof.letters);
    compare_letters(source, &expected, &printed.concat(), &mut proof);
    for lost in &source.lost {
        proof.letters += folded(&lost.letters).chars().count();
        proof.differences.push(LetterDifference { line: lost.line, letters: lost.letters.clone(), added: false });
    }
    let lost: usize = proof.differences.iter().filter(|one| !one.added).map(|one| one.letters.chars().count()).sum();
    proof.kept = proof.letters.saturating_sub(lost);
    proof.differences.sort_by_key(|one| (one.line, one.added));
    proof
}

/// Whether `words` only show where to write.
fn is_blank_words(words: &SourceWords) -> bool {
    words.text.chars().all(|letter| tokens::is_blank_letter(letter) || is_between(letter))
}

/// The letters that a form has to print.
pub(in crate::import) fn form_letters(form: &Draft) -> String {
    form.words().iter().map(|words| without_blanks(&words.text)).collect()
}

/// Everything that is to be printed of the document and its tables, in the order in which it is.
fn expected(outline: &Outline) -> Vec<&SourceWords> {
    let front = &outline.front;
    // The order of `printed::document_letters`: the two lists are compared letter for letter.
    let mut all = vec![&front.date, &front.issuer, &front.name];
    all.extend(&front.notes);
    all.push(&front.title);
    for division in outline.divisions.iter().filter(|division| division.codes.is_none() && division.form.is_none()) {
        add_division(division, &mut all);
    }
    for division in outline.divisions.iter().filter(|division| division.codes.is_some()) {
        add_division(division, &mut all);
    }
    all
}

fn add_division<'a>(division: &'a OutlineDivision, all: &mut Vec<&'a SourceWords>) {
    all.push(&division.label);
    all.push(&division.title);
    division.nodes.iter().for_each(|node| add_node(node, all));
    if let Some(codes) = &division.codes {
        all.extend(codes.columns.iter().chain(codes.rows.iter().flatten()));
    }
}

/// Reports each letter of a line that is not in the outline, brackets aside.
fn cover_lines(source: &SourceText, expected: &[&SourceWords], others: &[&SourceWords], proof: &mut Proof) {
    let mut pieces: Vec<Vec<&WordsPiece>> = vec![Vec::new(); source.lines.len()];
    for piece in expected.iter().chain(others).flat_map(|words| &words.pieces) {
        if let Some(list) = pieces.get_mut(piece.line) {
            list.push(piece);
        }
    }
    for (line, mut pieces) in source.lines.iter().zip(pieces) {
        pieces.sort_by_key(|piece| piece.at);
        proof.letters += folded(&line.text).chars().count();
        let mut at = 0;
        let mut lost = String::new();
        for piece in &pieces {
            lost.push_str(line.text.get(at..piece.at).unwrap_or(""));
            // One piece may stand in several words: the heads of a timetable are in the label of every crossing.
            at = at.max(piece.at + piece.span.len());
        }
        lost.push_str(line.text.get(at..).unwrap_or(""));
        // Brackets around a head are made again by what prints it, and are no loss.
        let lost = folded(&lost);
        // All that was lost of the line is told, brackets too, as soon as one letter among it is none.
        if lost.chars().any(|letter| !BRACKETS.contains(letter)) {
            proof.differences.push(LetterDifference { line: line.number, letters: lost, added: false });
        }
    }
}

/// Compares the letters of the outline with those that the result prints.
fn compare_letters(source: &SourceText, expected: &[&SourceWords], printed: &str, proof: &mut Proof) {
    let mut letters = Vec::new();
    let mut lines = Vec::new();
    for words in expected {
        for piece in &words.pieces {
            let text = folded(words.text.get(piece.span.clone()).unwrap_or(""));
            // Each letter keeps its line, so that a difference is told where the author can see it.
            lines.extend(text.chars().map(|_| piece.line));
            letters.extend(text.chars());
        }
    }
    let printed: Vec<char> = printed.chars().collect();
    let number = |at: usize| {
        // Letters that were only added may stand behind the last one that was expected.
        let line = lines.get(at).or(lines.last()).copied().unwrap_or(0);
        source.lines.get(line).map_or(1, |line| line.number)
    };
    let mut differ = |at: usize, text: &[char], added: bool| {
        if !text.is_empty() {
            proof.differences.push(LetterDifference { line: number(at), letters: text.iter().collect(), added });
        }
    };
    for (lost, added) in letter_differences(&letters, &printed) {
        differ(lost.start, &letters[lost.clone()], false);
        differ(lost.start, &printed[added], true);
    }
}

/// Returns the rank of a division in the document, in the order in which the corpus prints divisions.
pub(in crate::import) fn rank(division: &OutlineDivision) -> u8 {
    match division.begins {
        None => 0,
        Some(Begins::Supplementary) => 1,
        Some(_) => 2,
    }
}
