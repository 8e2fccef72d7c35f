//! An amending text as somebody typed or printed it: its sentences, and below each what it puts in.

use super::blocks::{head_of_contents, is_labelled, labelled};
use super::clauses::read_clauses;
use super::spelling::with_full_signs;
use crate::compare::BETWEEN_CELLS;
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

/// The ends of the sentence that leads in an amendment of parts.
const PARTS: [&str; 4] = [
    "の一部を次のように改正する。",
    "の一部を次のとおり改正する。",
    "の一部を次のように改める。",
    "の一部を改正する。",
];

/// The ends of the sentence that leads in an amendment of the whole.
const WHOLE: [&str; 3] = ["の全部を次のように改正する。", "の全部を次のとおり改正する。", "の全部を改正する。"];

/// The indent of sentences where the text sets them in.
const SENTENCE: usize = 1;

/// The most lines over which a sentence that leads in is broken.
const LEAD_LINES: usize = 3;

/// The number of letters from which on a line of a provision may have been broken at its end.
const BROKEN: usize = 15;

/// Whether a line is the head of supplementary provisions: 附　則.
pub(super) fn is_supplementary_head(text: &str) -> bool {
    text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().starts_with("附則")
        && !text.ends_with('。')
}

/// The amending text in `lines`, of which there may be others before it, as a comparison table. `None` where there is
/// none.
#[must_use]
pub fn read_typed(lines: &[TypedLine]) -> Option<TypedAmendment> {
    let lines = &with_whole_lead(lines);
    let lead = lines.iter().position(|line| lead_of(&line.text).is_some());
    let mut amendment = TypedAmendment::default();
    let mut at = 0;
    if let Some(lead) = lead {
        let text = &lines[lead].text;
        amendment.anew = is_of_whole(text);
        // A number in brackets behind the title tells it from others of the same name, one before it is that of the
        // amending document's article.
        let name = lead_of(text).map(|name| name.split('（').next().unwrap_or(name).trim());
        let name = name.map(|name| if is_labelled(name) { after_label(name) } else { name }.to_owned());
        amendment.document = name.filter(|name| !name.is_empty());
        if amendment.anew {
            amendment.read_whole(&lines[..lead], &lines[lead], &lines[lead + 1..]);
            return Some(amendment);
        }
        at = lead + 1;
    }
    let body = &lines[at..];
    let is_end = |at: &usize| is_own_head(body, &body[*at]) && !is_in_contents(&body[..*at]);
    let end = (0..body.len()).find(is_end).unwrap_or(body.len());
    read_sentences(&body[..end], &mut amendment);
    let own = body.get(end..).unwrap_or_default();
    amendment.supplementary =
        own.iter().map(|line| BlockLine { indent: line.indent, text: line.text.clone() }).collect();
    let amends = amendment.sentences.iter().any(|sentence| read_clauses(&sentence.text).is_some());
    (lead.is_some() && !amendment.sentences.is_empty() || amends || lead.is_some() && !own.is_empty())
        .then_some(amendment)
}

/// The title before the end of a sentence that leads in.
fn lead_of(text: &str) -> Option<&str> {
    PARTS.iter().chain(&WHOLE).find_map(|end| text.strip_suffix(end))
}

/// Whether `text` says that the whole document is written anew.
pub(super) fn is_of_whole(text: &str) -> bool {
    WHOLE.iter().any(|end| text.ends_with(end))
}

fn after_label(name: &str) -> &str {
    name.split_once(char::is_whitespace).map_or(name, |(_, name)| name.trim())
}

/// `lines` with the sentence that leads in on one line.
fn with_whole_lead(lines: &[TypedLine]) -> Vec<TypedLine> {
    for at in 0..lines.len() {
        for count in 1..=LEAD_LINES.min(lines.len() - at) {
            let whole: String = lines[at..at + count].iter().map(|line| line.text.as_str()).collect();
            // A title above it is no part of it.
            let is_lead = lead_of(&whole).is_some() && (count == 1 || lead_of(&lines[at + count - 1].text).is_none());
            let has_title = lead_of(&whole).is_some_and(|before| before.contains("を改正する"));
            if is_lead && !has_title {
                let mut out = lines[..at].to_vec();
                out.push(TypedLine { text: whole, ..lines[at].clone() });
                out.extend_from_slice(&lines[at + count..]);
                return out;
            }
        }
    }
    lines.to_vec()
}

/// Whether the amendment's own supplementary provisions begin at `line`: a head that is no part of what a sentence puts in,
/// where lines are set in further.
fn is_own_head(body: &[TypedLine], line: &TypedLine) -> bool {
    let sets_in = body.iter().any(|line| line.indent > SENTENCE + 1);
    is_supplementary_head(&line.text) && (!sets_in || line.indent <= 3)
}

/// Whether what follows `before` stands in a list of contents (目次), which names 附則 too.
fn is_in_contents(before: &[TypedLine]) -> bool {
    let is_listed = |line: &&TypedLine| line.text.ends_with('）') && labelled(&line.text).is_some();
    let above = before.iter().rev().find(|line| !is_listed(line) && !is_supplementary_head(&line.text));
    above.is_some_and(|line| head_of_contents(&line.text))
}

/// Whether `sentence` is followed by what it puts in.
fn takes_block(sentence: &str) -> bool {
    sentence.ends_with('。') && (sentence.contains("次の") || sentence.contains("次に"))
}

fn read_sentences(lines: &[TypedLine], amendment: &mut TypedAmendment) {
    let new = |line: &TypedLine| TypedSentence { line: line.number, text: line.text.clone(), block: Vec::new() };
    // Below a sentence that puts nothing in nothing stands.
    let mut is_closed = false;
    for line in lines {
        let Some(last) = amendment.sentences.last_mut() else {
            amendment.sentences.push(new(line));
            continue;
        };
        // A sentence that a terminal or a mail program broke goes on.
        if last.block.is_empty() && !last.text.ends_with('。') {
            last.text.push_str(&line.text);
            continue;
        }
        let is_part = takes_block(&last.text) && !is_closed && (line.indent > SENTENCE || is_labelled(&line.text));
        let is_sentence = read_clauses(&line.text).is_some() || begins_sentence(&line.text);
        if is_sentence && !is_part {
            is_closed = false;
            amendment.sentences.push(new(line));
        } else if takes_block(&last.text) && !is_closed {
            let indent = line.indent.saturating_sub(SENTENCE + 1);
            put_line(&mut last.block, BlockLine { indent, text: line.text.clone() });
        } else {
            is_closed = true;
            amendment.sentences.push(new(line));
        }
    }
}

/// Whether `text`, of which the rest stands on the next lines, begins to amend: 第三条中「…」を, 第三条を第四条とし、.
fn begins_sentence(text: &str) -> bool {
    let is_address = ["第", "同", "附則", "別"].iter().any(|head| text.starts_with(head)) && !is_labelled(text);
    let parts = ["中「", "とし、", "改め、", "加え、", "削り、", "の次に"];
    is_address && !text.ends_with('。') && parts.iter().any(|part| text.contains(part))
}

/// Adds `line` to what a sentence puts in, to the line before it where that was broken.
pub(super) fn put_line(block: &mut Vec<BlockLine>, line: BlockLine) {
    if let Some(last) = block.last_mut() {
        let is_broken =
            !last.text.ends_with(['。', '）']) && last.text.chars().count() >= BROKEN && is_labelled(&last.text);
        let goes_on = !is_labelled(&line.text) && !line.text.contains(BETWEEN_CELLS) && line.indent <= last.indent + 1;
        if is_broken && goes_on && !line.text.starts_with('（') {
            last.text.push_str(&line.text);
            return;
        }
    }
    block.push(line);
}

/// The lines of a plain text, empty ones left out.
#[must_use]
pub fn typed_lines(text: &str) -> Vec<TypedLine> {
    let line = |(number, line): (usize, &str)| {
        let before = &line[..line.len() - line.trim_start().len()];
        let columns: usize = before
            .chars()
            .map(|letter| match letter {
                '\u{3000}' => 2,
                '\t' => 4,
                _ => 1,
            })
            .sum();
        TypedLine::of(number + 1, columns / 2, line)
    };
    text.trim_start_matches('\u{FEFF}').lines().enumerate().filter_map(line).collect()
}

/// Whether `line` is a row that was pasted from a table of a word processor or a workbook, with tabs between its cells. Behind a
/// number and within 附　則 a tab is a space.
fn is_pasted_row(line: &str) -> bool {
    let is_head = is_supplementary_head(line) || head_of_contents(line);
    match line.matches('\t').count() {
        0 => false,
        1 => !is_head && !is_labelled(line) && !line.ends_with('。'),
        _ => !is_head && read_clauses(line).is_none(),
    }
}

impl TypedLine {
    /// The line `text`, its signs as amending texts have them; `None` where it is empty.
    #[must_use]
    pub fn of(number: usize, indent: usize, text: &str) -> Option<Self> {
        let words = with_full_signs(text.trim());
        let is_row = words.contains('｜') || words.contains('|');
        let text = if is_row || is_pasted_row(&words) {
            words.split(['｜', '|', '\t']).map(str::trim).collect::<Vec<_>>().join(BETWEEN_CELLS)
        } else {
            words
        };
        (!text.is_empty()).then_some(Self { number, indent, text })
    }
}
