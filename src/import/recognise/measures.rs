//! How wide full lines are, judged by the lines nearby: body, appendices and tables of one file have measures of their
//! own (tests/cases/import/wrapped-two-widths.txt).

use crate::import::outline::source::SourceLine;
use crate::import::shapes::column_width;

/// The certainty that a line was broken because it was full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Fullness {
    /// It ends where its words end.
    Short,
    /// It is as wide as few others nearby.
    Likely,
    /// Many lines nearby end at the same column.
    Full,
    /// It has no room for another letter.
    Brimful,
}

/// A line that was full has no room for another word or three letters.
const ROOM: usize = 7;

/// The narrowest and the widest measure, in columns: half a page in two columns, a page of A4 across.
const NARROWEST: usize = 40;
const WIDEST: usize = 130;

/// The numbers of lines on either side that are looked at: few where the measure has just changed, many elsewhere.
const NEAR: [usize; 3] = [4, 8, 16];

/// Counts the columns that a line takes with its indentation.
fn columns_taken(line: &SourceLine) -> usize {
    line.indent + column_width(&line.text)
}

/// Returns the fullness of each line, in the order of `lines`.
pub(in crate::import) fn fullness(lines: &[&SourceLine]) -> Vec<Fullness> {
    let widths: Vec<usize> = lines.iter().map(|line| columns_taken(line)).collect();
    (0..widths.len())
        .map(|at| {
            let sides = NEAR.iter().flat_map(|near| {
                let end = widths.len().min(at + near + 1);
                let start = at.saturating_sub(*near);
                // Before, behind and both: the last line of the body and the first of an appendix have their measure
                // on one side only.
                [&widths[start..=at], &widths[at..end], &widths[start..end]]
            });
            sides.map(|side| among(widths[at], side)).max().unwrap_or(Fullness::Short)
        })
        .collect()
}

/// Returns the fullness of a line of `own` columns among those of one side.
fn among(own: usize, side: &[usize]) -> Fullness {
    let (mut widest, mut second) = (0, 0);
    for width in side {
        if *width > widest {
            (second, widest) = (widest, *width);
        } else {
            second = second.max(*width);
        }
    }
    // One line that was not broken, as an address, says nothing of the others.
    let measure = if widest > second + ROOM && own != widest { second } else { widest };
    // Lines of a list of words are of one width too, and far narrower than any measure.
    if !(NARROWEST..=WIDEST).contains(&measure) || own + ROOM <= measure || own > measure {
        return Fullness::Short;
    }
    let same = || side.iter().filter(|width| **width + ROOM > measure && **width <= measure);
    match same().count() {
        0 | 1 => Fullness::Short,
        2 => Fullness::Likely,
        // What hangs over the end of a line is wider than most.
        _ if same().filter(|width| **width > own).count() * 2 <= same().count() => Fullness::Brimful,
        _ => Fullness::Full,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(widths: &[usize]) -> Vec<SourceLine> {
        let line = |letters: &usize| SourceLine { text: "あ".repeat(letters / 2), ..SourceLine::default() };
        widths.iter().map(line).collect()
    }

    fn full(widths: &[usize]) -> Vec<bool> {
        let lines = lines(widths);
        fullness(&lines.iter().collect::<Vec<_>>()).into_iter().map(|one| one > Fullness::Short).collect()
    }

    #[test]
    fn each_neighbourhood_has_its_measure() {
        let widths = [20, 68, 66, 30, 68, 68, 12, 14, 96, 94, 96, 40];
        let expected = [false, true, true, false, true, true, false, false, true, true, true, false];
        assert_eq!(full(&widths), expected);
    }

    #[test]
    fn lines_of_all_widths_are_not_broken() {
        assert_eq!(full(&[44, 90, 62, 150, 74, 116, 52, 30]), [false; 8]);
        assert_eq!(full(&[20, 22, 20]), [false; 3]);
    }
}
