//! Sentences with what they quote put aside, so that no word within a quotation is taken for one of the sentence.

/// Stands for a quotation: the letter and its number in the list.
const MARK: char = '\u{E000}';

/// `text` with a mark for each quotation, and the quotations, without their brackets.
pub(crate) fn put_aside(text: &str) -> (String, Vec<String>) {
    let (mut out, mut quotes, mut open) = (String::new(), Vec::new(), String::new());
    let mut depth = 0;
    for letter in text.chars() {
        if letter == '」' {
            depth -= 1;
            assert!(depth >= 0, "a bracket closes that was not opened: {text}");
        }
        match (depth, letter) {
            (0, '「') => {}
            (0, '」') => {
                out.push(mark(quotes.len()));
                quotes.push(std::mem::take(&mut open));
            }
            (0, letter) => out.push(letter),
            (_, letter) => open.push(letter),
        }
        if letter == '「' {
            depth += 1;
        }
    }
    assert_eq!(depth, 0, "a bracket stays open: {text}");
    (out, quotes)
}

fn mark(number: usize) -> char {
    char::from_u32(MARK as u32 + u32::try_from(number).expect("few quotations")).expect("a mark")
}

/// The number of the quotation that `letter` stands for.
pub(crate) fn quotation(letter: char) -> Option<usize> {
    (MARK..='\u{F8FF}').contains(&letter).then(|| letter as usize - MARK as usize)
}

/// The endings of clauses, within a sentence and at its end.
const ENDINGS: [(&str, &str); 7] = [
    ("改め、", "改める。"),
    ("加え、", "加える。"),
    ("削り、", "削る。"),
    ("とし、", "とする。"),
    ("繰り上げ、", "繰り上げる。"),
    ("繰り下げ、", "繰り下げる。"),
    ("付し、", "付する。"),
];

/// The clauses of a sentence, each with its verb as it ends a sentence.
pub(crate) fn clauses(sentence: &str) -> Vec<(String, &'static str)> {
    let mut clauses = Vec::new();
    let mut rest = sentence;
    while !rest.is_empty() {
        let found = ENDINGS.iter().flat_map(|(within, at_end)| {
            [within, at_end].map(|ending| Some((rest.find(*ending)?, ending.len(), *at_end)))
        });
        let (at, length, verb) = found.flatten().min().unwrap_or_else(|| panic!("no verb: {rest}"));
        clauses.push((rest[..at].to_owned(), verb));
        rest = &rest[at + length..];
    }
    clauses
}
