//! Lines of a form that stand as text between places to fill in, and so may be labels of which nothing shows the room:
//! 紛失場所 in tests/cases/import/form-lines-between.txt.

use std::collections::BTreeSet;

use crate::base::notation::widths::folded;
use crate::import::outline::draft::{DraftBlock, DraftPart};
use crate::import::outline::words::SourceWords;
use crate::import::recognise::lines::Para;
use crate::import::shapes::labels;

/// The most letters of such a line; it is one word, since several are options or a row of a table.
const LONGEST: usize = 16;

/// Returns the lines that have a place to fill in above and below them, and nothing else but their like between.
/// Cells of tables, of which `paras` knows, are told otherwise.
pub(super) fn lines_between(blocks: &[DraftBlock], paras: &[Para]) -> Vec<SourceWords> {
    let mut found = Vec::new();
    let mut open: Option<Vec<&SourceWords>> = None;
    for block in blocks {
        if asks(block) {
            found.extend(open.replace(Vec::new()).into_iter().flatten().cloned());
        } else if let Some(words) = plain_line(block) {
            if let Some(lines) = &mut open {
                lines.push(words);
            }
        } else {
            open = None;
        }
    }
    let celled: BTreeSet<usize> =
        paras.iter().filter(|para| para.cell.is_some()).map(|para| para.words.line()).collect();
    found.retain(|words: &SourceWords| !celled.contains(&words.line()));
    found
}

/// Whether a block has a place to fill in.
fn asks(block: &DraftBlock) -> bool {
    match block {
        DraftBlock::Addressee { .. } | DraftBlock::Date { .. } | DraftBlock::Group(_) | DraftBlock::Rows { .. } => true,
        DraftBlock::Paragraph(parts) => parts.iter().any(|part| matches!(part, DraftPart::Field(_))),
        DraftBlock::Heading(_) | DraftBlock::Provisions(_) | DraftBlock::Enclosure { .. } => false,
    }
}

/// The words of a block that is one short line and neither a sentence, nor a remark, nor whom the form is for.
fn plain_line(block: &DraftBlock) -> Option<&SourceWords> {
    let DraftBlock::Paragraph(parts) = block else { return None };
    let [DraftPart::Words(words)] = parts.as_slice() else { return None };
    let text = folded(&words.text);
    let addressed = ["様", "殿", "御中", "宛", "あて"].iter().any(|end| text.ends_with(end));
    let remark = !labels::is_label(&words.text) || text.ends_with(')');
    let one = !words.text.trim().contains(char::is_whitespace);
    (one && text.chars().count() <= LONGEST && !addressed && !remark).then_some(words)
}
