//! Sentences of an amending text as clauses: of what they speak, what they quote, and what they do with it.

use super::spelling::with_full_signs;
use crate::compare::amend::instructions::Verb;

/// Stands for a quotation in a clause: a letter of the private use area for each, in their order.
const MARK: u32 = 0xE000;

/// One thing that a sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReadClause {
    /// Its words before the verb, with a mark in place of each quotation.
    pub(super) words: String,
    /// The quotations of the sentence.
    pub(super) quotes: Vec<String>,
    pub(super) verb: Verb,
}

impl ReadClause {
    /// The quotations that stand in `part` of its words.
    pub(super) fn quoted(&self, part: &str) -> Vec<String> {
        part.chars().filter_map(quotation).filter_map(|at| self.quotes.get(at).cloned()).collect()
    }

    /// The quotations of its words in pairs: what is looked for, and what takes its place.
    pub(super) fn all_quotes(&self) -> Vec<(String, String)> {
        let quotes = self.quoted(&self.words);
        quotes.chunks_exact(2).filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone()))).collect()
    }

    /// `part` of its words with the quotations in place of their marks.
    pub(super) fn unmarked(&self, part: &str) -> String {
        let mut out = String::new();
        for letter in part.chars() {
            match quotation(letter).and_then(|at| self.quotes.get(at)) {
                Some(quote) => out.push_str(&format!("「{quote}」")),
                None => out.push(letter),
            }
        }
        out
    }
}

/// The number of the quotation that `letter` stands for.
pub(super) fn quotation(letter: char) -> Option<usize> {
    let number = (letter as u32).checked_sub(MARK).filter(|number| *number < 0x1900)?;
    usize::try_from(number).ok()
}

/// Whether `words` begin with a quotation.
pub(super) fn begins_with_quote(words: &str) -> bool {
    words.chars().next().and_then(quotation).is_some()
}

/// The clauses of `sentence`; `None` where it is no sentence that amends.
pub(super) fn read_clauses(sentence: &str) -> Option<Vec<ReadClause>> {
    let (marked, quotes) = without_quotations(&with_full_signs(sentence))?;
    let verbs = [Verb::Amend, Verb::Add, Verb::Delete, Verb::Become, Verb::MoveUp, Verb::MoveDown, Verb::Attach];
    let mut clauses = Vec::new();
    let mut rest = marked.as_str();
    while !rest.is_empty() {
        let endings = verbs
            .iter()
            .flat_map(|verb| [(format!("{}、", verb.within()), *verb), (format!("{}。", verb.at_end()), *verb)]);
        let found = endings.filter_map(|(ending, verb)| Some((rest.find(&ending)?, ending.len(), verb)));
        let (at, length, verb) = found.min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)))?;
        clauses.push(ReadClause { words: rest[..at].to_owned(), quotes: quotes.clone(), verb });
        rest = &rest[at + length..];
    }
    (!clauses.is_empty()).then_some(clauses)
}

/// `text` with marks in place of what it quotes; `None` where brackets do not close.
fn without_quotations(text: &str) -> Option<(String, Vec<String>)> {
    let (mut out, mut quotes, mut open) = (String::new(), Vec::new(), String::new());
    let mut depth = 0_usize;
    for letter in text.chars() {
        match (depth, letter) {
            (0, '「') => depth = 1,
            (0, '」') => return None,
            (0, letter) if quotation(letter).is_some() => return None,
            (0, letter) => out.push(letter),
            (1, '」') => {
                out.push(char::from_u32(MARK + u32::try_from(quotes.len()).ok()?)?);
                quotes.push(std::mem::take(&mut open));
                depth = 0;
            }
            (_, letter) => {
                match letter {
                    '「' => depth += 1,
                    '」' => depth -= 1,
                    _ => {}
                }
                open.push(letter);
            }
        }
    }
    (depth == 0).then_some((out, quotes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_no_word_of_the_sentence() {
        let clauses = read_clauses("第二条中「名を改め、」を「氏名を」に改め、同条を第三条とする。").expect("clauses");
        let verbs: Vec<Verb> = clauses.iter().map(|clause| clause.verb).collect();
        assert_eq!(verbs, [Verb::Amend, Verb::Become]);
        assert_eq!(clauses[0].quoted(&clauses[0].words), ["名を改め、", "氏名を"]);
        assert!(read_clauses("門は、日没に閉める。").is_none());
        assert!(read_clauses("第二条中「名を改める。").is_none());
    }
}
