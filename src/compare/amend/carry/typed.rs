//! An amending text as somebody typed or printed it: its sentences, and below each what it puts in.

use super::clauses::read_clauses;
use crate::compare::amend::instructions::BlockLine;

/// A line of a text, by how far it is set in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedLine {
    /// Its number in the file, from 1.
    pub number: usize,
    /// By how many full-width letters it is set in.
    pub indent: usize,
    /// Its words.
    pub text: String,
}

/// A sentence and the lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedSentence {
    /// The number of its line.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// The words to put in, as they stand in the document.
    pub block: Vec<BlockLine>,
}

/// An amending text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedAmendment {
    /// The title of the document that it amends, where it says it.
    pub document: Option<String>,
    /// Whether it writes the whole document anew.
    pub anew: bool,
    /// The sentences that amend.
    pub sentences: Vec<TypedSentence>,
    /// The lines of its own supplementary provisions.
    pub supplementary: Vec<BlockLine>,
}

/// The ends of the sentence that leads in: of an amendment of parts, and of the whole.
const LEADS: [&str; 3] = ["の一部を次のように改正する。", "の一部を改正する。", "の全部を次のように改正する。"];

/// The indent of sentences where the text sets them in.
const SENTENCE: usize = 1;

/// Whether a line is the head of supplementary provisions: 附　則.
fn is_supplementary_head(text: &str) -> bool {
    text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().starts_with("附則")
        && !text.ends_with('。')
}

/// The amending text in `lines`, of which there may be others before it, as a comparison table. `None` where there is
/// none.
#[must_use]
pub fn read_typed(lines: &[TypedLine]) -> Option<TypedAmendment> {
    let lead = lines.iter().position(|line| LEADS.iter().any(|lead| line.text.ends_with(lead)));
    let mut amendment = TypedAmendment::default();
    let mut at = 0;
    if let Some(lead) = lead {
        let text = &lines[lead].text;
        amendment.anew = text.ends_with(LEADS[2]);
        let name = LEADS.iter().find_map(|end| text.strip_suffix(end));
        // A number in brackets behind the title tells it from others of the same name.
        let name = name.map(|name| name.split('（').next().unwrap_or(name).trim().to_owned());
        amendment.document = name.filter(|name| !name.is_empty());
        at = if amendment.anew { lead } else { lead + 1 };
    }
    let body = &lines[at..];
    let end = body.iter().position(|line| is_own_head(body, line)).unwrap_or(body.len());
    read_sentences(&body[..end], &mut amendment);
    let own = body.get(end..).unwrap_or_default();
    amendment.supplementary =
        own.iter().map(|line| BlockLine { indent: line.indent, text: line.text.clone() }).collect();
    let amends = amendment.sentences.iter().any(|sentence| read_clauses(&sentence.text).is_some());
    (lead.is_some() && !amendment.sentences.is_empty() || amends || lead.is_some() && !own.is_empty())
        .then_some(amendment)
}

/// Whether the amendment's own supplementary provisions begin at `line`: a head that is no part of what a sentence puts in,
/// where lines are set in further.
fn is_own_head(body: &[TypedLine], line: &TypedLine) -> bool {
    let sets_in = body.iter().any(|line| line.indent > SENTENCE + 1);
    is_supplementary_head(&line.text) && (!sets_in || line.indent <= 3)
}

fn read_sentences(lines: &[TypedLine], amendment: &mut TypedAmendment) {
    let mut takes_block = false;
    for line in lines {
        let is_deep = line.indent > SENTENCE;
        let is_sentence = read_clauses(&line.text).is_some() && !(takes_block && is_deep);
        let is_first = amendment.sentences.is_empty();
        match amendment.sentences.last_mut() {
            _ if is_sentence || is_first => {
                takes_block = line.text.contains("次の") || line.text.contains("次に");
                let sentence = TypedSentence { line: line.number, text: line.text.clone(), block: Vec::new() };
                amendment.sentences.push(sentence);
            }
            // A sentence that a terminal broke goes on.
            Some(last) if last.block.is_empty() && !last.text.ends_with('。') => last.text.push_str(&line.text),
            Some(last) if takes_block => {
                last.block.push(BlockLine { indent: line.indent.saturating_sub(2), text: line.text.clone() });
            }
            Some(_) => {
                takes_block = false;
                let sentence = TypedSentence { line: line.number, text: line.text.clone(), block: Vec::new() };
                amendment.sentences.push(sentence);
            }
            None => {}
        }
    }
}

/// The lines of a plain text, empty ones left out.
#[must_use]
pub fn typed_lines(text: &str) -> Vec<TypedLine> {
    let line = |(number, line): (usize, &str)| {
        let words = line.trim();
        let before = &line[..line.len() - line.trim_start().len()];
        let columns: usize = before.chars().map(|letter| if letter == '\u{3000}' { 2 } else { 1 }).sum();
        (!words.is_empty()).then(|| TypedLine { number: number + 1, indent: columns / 2, text: words.to_owned() })
    };
    text.lines().enumerate().filter_map(line).collect()
}
