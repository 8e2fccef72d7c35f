//! From lines to paragraphs: what stands on every page is left out, and lines that were broken in the middle of a
//! sentence are put together again.

use crate::import::shapes::column_width;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::base::notation::widths::folded;
use crate::import::outline::source::{LeftOut, SourceCell, SourceLine, SourceText, Why};
use crate::import::outline::words::SourceWords;
use crate::import::shapes::marks;
use crate::import::shapes::marks::ListMark;

/// Lines that belong together.
#[derive(Debug, Clone)]
pub struct Para {
    /// Its letters.
    pub words: SourceWords,
    /// The mark at its head.
    pub mark: Option<ListMark>,
    /// Whether more empty lines than usual stand before it.
    pub parted: bool,
    /// The number of empty lines before it.
    pub gap: usize,
    /// The level of a heading.
    pub heading: Option<u8>,
    /// Whether the whole of it is bold.
    pub bold: bool,
    /// The cell of a table that it stands in.
    pub cell: Option<SourceCell>,
}

/// The paragraphs of a source, and after which lines (by their places) it is not certain that they go on.
#[derive(Debug, Default)]
pub struct Paras {
    /// The paragraphs.
    pub paras: Vec<Para>,
    /// Lines that were put together with the line before on no better ground than the sentence.
    pub guessed: Vec<usize>,
    /// The lines that stand on every page and were left out.
    pub running: Vec<SourceWords>,
}

/// Puts the lines of `source` together.
#[must_use]
pub fn paragraphs(source: &SourceText, left_out: &mut Vec<LeftOut>) -> Paras {
    let running = running(&source.lines);
    let mut found = Paras::default();
    for (place, why) in &running {
        let line = &source.lines[*place];
        left_out.push(LeftOut { line: line.number, text: line.text.clone(), why: *why });
        found.running.push(SourceWords::of_line(*place, &line.text));
    }
    let kept: Vec<usize> = (0..source.lines.len()).filter(|place| !running.contains_key(place)).collect();
    let habit = Habit::of(&source.lines, &kept);
    let mut before: Option<usize> = None;
    for place in kept {
        let line = &source.lines[place];
        let mark = marks::find_mark(&line.text);
        let turned = running.range(before.map_or(0, |before| before + 1)..place).next().is_some();
        let gap = line.gap;
        // What a page's end puts between lines parts nothing.
        let gap = if turned { gap.min(habit.gap) } else { gap };
        let joint = before.and_then(|before| habit.joins(&source.lines[before], line, mark.as_ref(), gap));
        let words = SourceWords::of_line(place, &line.text);
        match (joint, found.paras.last_mut()) {
            (Some(certain), Some(open)) => {
                open.words.join(&words);
                if !certain {
                    found.guessed.push(place);
                }
            }
            _ => found.paras.push(Para {
                words,
                mark,
                parted: gap > habit.gap,
                gap,
                heading: line.heading,
                bold: line.bold,
                cell: line.cell,
            }),
        }
        before = Some(place);
    }
    for para in &mut found.paras {
        para.mark = marks::find_mark(&para.words.text);
    }
    found
}

/// The custom by which a text breaks its lines.
struct Habit {
    /// The width of full lines in columns, where lines are broken at a width.
    width: Option<usize>,
    /// The number of empty lines between lines that belong together.
    gap: usize,
}

/// Returns the number of columns that a line takes with its indentation.
fn line_width(line: &SourceLine) -> usize {
    line.indent + column_width(&line.text)
}

/// A line that was full has no room for another word or three letters.
const ROOM: usize = 7;

impl Habit {
    fn of(lines: &[SourceLine], kept: &[usize]) -> Self {
        let text: Vec<&SourceLine> =
            kept.iter().map(|place| &lines[*place]).filter(|line| line.cell.is_none()).collect();
        let mut widths: Vec<usize> = text.iter().map(|line| line_width(line)).collect();
        widths.sort_unstable();
        // The widest lines may hang over by a bracket or two.
        let widest = widths.get(widths.len().saturating_sub(1) * 19 / 20).copied().unwrap_or(0);
        let is_full = |line: &SourceLine| (widest.saturating_sub(ROOM)..=widest + ROOM).contains(&line_width(line));
        let full = text.iter().filter(|line| is_full(line)).count();
        // Lines of printed pages are 40 to 110 columns wide, and a text is broken at a width only if many of its lines
        // reach it: tests/cases/import/broken-lines.txt, where empty lines part them all the same.
        let broken = (40..=110).contains(&widest) && full * 5 > widths.len() && widths.len() >= 5;
        if !broken {
            return Self { width: None, gap: 0 };
        }
        // What follows a full line that ends no sentence tells how many empty lines stand within paragraphs.
        let within =
            text.windows(2).filter(|pair| is_full(pair[0]) && !pair[0].text.ends_with('。')).map(|pair| pair[1].gap);
        let (none, one) =
            within.fold((0, 0), |(none, one), gap| (none + usize::from(gap == 0), one + usize::from(gap == 1)));
        Self { width: Some(widest), gap: usize::from(one > none) }
    }

    /// Whether `line` goes on with the sentence of the line `before`, and whether that is certain.
    fn joins(&self, before: &SourceLine, line: &SourceLine, mark: Option<&ListMark>, gap: usize) -> Option<bool> {
        let alone = |line: &SourceLine| line.heading.is_some() || line.bold;
        if before.cell != line.cell || alone(before) || alone(line) || line.listed || mark.is_some() {
            return None;
        }
        let (above, below) = (before.text.trim_end(), line.text.trim());
        let last = above.chars().last()?;
        // A wide space at its head begins a paragraph, by the custom of Japanese typesetting.
        if stands_alone(below) || line.text.starts_with('\u{3000}') {
            return None;
        }
        // A full line that ends no sentence was broken by the width alone: broken-lines.txt.
        if let Some(width) = self.width
            && gap <= self.gap
            && line_width(before) + ROOM > width
            && !"。．！？".contains(last)
        {
            return Some(true);
        }
        if gap > self.gap + 1 {
            return None;
        }
        // From here on no width helps and only the letters say that the sentence is unfinished; so the joint is
        // reported as a guess.
        let open = "、，".contains(last);
        let inside = above.contains(['、', '。']) && above.chars().count() >= 25;
        let particle = ["あるいは", "または", "及び", "並びに", "は", "を", "に", "が", "の", "と"]
            .iter()
            .any(|end| above.ends_with(end));
        let unfinished = !"。．.！？!?」』）)】〕］]＞>:：;；…".contains(last) && !last.is_ascii_alphanumeric();
        let sentence = below.ends_with(['。', '）', ')']) || below.contains('。');
        let guess = unfinished && sentence && (open || inside || (particle && above.chars().count() >= 20));
        guess.then_some(false)
    }
}

/// Whether a line is a head of its own, which goes on with nothing.
fn stands_alone(text: &str) -> bool {
    let closed = |open: [char; 2], close: [char; 2]| {
        text.starts_with(open) && text.ends_with(close) && text.chars().count() < 40
    };
    closed(['（', '('], ['）', ')'])
        || closed(['【', '＜'], ['】', '＞'])
        || closed(['「', '<'], ['」', '>'])
        || crate::import::shapes::heads::division(text).is_some()
}

/// The lines that stand there because a page ends: its number, and heads that stand on every page beside it.
fn running(lines: &[SourceLine]) -> BTreeMap<usize, Why> {
    let numbers: Vec<(usize, u32, bool)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.cell.is_none() && line.heading.is_none())
        .filter_map(|(place, line)| page_number(&line.text).map(|(number, dressed)| (place, number, dressed)))
        .collect();
    let mut found = BTreeMap::new();
    for dressed in [true, false] {
        let same: Vec<_> = numbers.iter().filter(|number| number.2 == dressed).collect();
        // Numbers of pages rise by one, with more than four lines between them. Where they are dressed, - 1 - in
        // broken-lines.txt, two are enough; bare ones look like any number on a line of its own, and it takes three.
        let run = same.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1 && pair[1].0 > pair[0].0 + 4);
        if run && same.len() > if dressed { 1 } else { 2 } {
            found.extend(same.iter().map(|number| (number.0, Why::PageNumber)));
        }
    }
    let beside: Vec<usize> = (0..lines.len())
        .filter(|place| !found.contains_key(place))
        .filter(|place| {
            let near = [place.checked_sub(1), place.checked_add(1)];
            let ends = lines[*place].page || lines.get(place + 1).is_some_and(|next| next.page);
            ends || near.into_iter().flatten().any(|near| found.contains_key(&near))
        })
        .collect();
    let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for place in beside {
        same.entry(lines[place].text.trim()).or_default().push(place);
    }
    // The first one stays: it may be the title.
    let headers = same
        .into_iter()
        .filter(|(text, places)| places.len() > 1 && text.chars().count() <= 40 && !text.ends_with('。'));
    found.extend(headers.flat_map(|(_, places)| places.into_iter().skip(1)).map(|place| (place, Why::PageHeader)));
    found
}

/// The number of a page, and whether it is dressed as one: - 3 -, 3/10, P.3, 3ページ.
fn page_number(text: &str) -> Option<(u32, bool)> {
    let text: String = folded(text).nfkc().collect();
    let bare = text.trim_matches(['-', '–', '—', '‐', 'ー', '−', '~', '〜']);
    let bare = bare
        .strip_prefix("P.")
        .or_else(|| bare.strip_prefix("p."))
        .or_else(|| bare.strip_prefix("Page"))
        .unwrap_or(bare);
    let bare = bare.strip_suffix("ページ").or_else(|| bare.strip_suffix('頁')).unwrap_or(bare);
    let (first, total) = bare.split_once('/').map_or((bare, None), |(first, total)| (first, Some(total)));
    let digits = |text: &str| !text.is_empty() && text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = digits(first) && total.is_none_or(digits);
    sound.then(|| first.parse().ok()).flatten().map(|number| (number, first.len() < text.len()))
}
