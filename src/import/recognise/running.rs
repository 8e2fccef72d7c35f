//! Lines that stand there because a page ends: its number, and heads that stand on every page beside it.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::base::notation::widths::folded;
use crate::import::outline::source::{SourceLine, Why};
use crate::import::shapes::{heads, marks};

/// The lines that stand there because a page ends: its number, and heads that stand on every page beside it.
pub(in crate::import) fn running(lines: &[SourceLine]) -> BTreeMap<usize, Why> {
    let numbers: Vec<(usize, u32, bool)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.cell.is_none() && line.heading.is_none())
        .filter_map(|(place, line)| page_number(&line.text).map(|(number, dressed)| (place, number, dressed)))
        .collect();
    let mut found = BTreeMap::new();
    for dressed in [true, false] {
        let same: Vec<_> = numbers.iter().filter(|number| number.2 == dressed).collect();
        // Each part of a text may count its own pages.
        let follows = |before: &&(usize, u32, bool), after: &&(usize, u32, bool)| {
            // Numbers of a list stand closer: a page has more than four lines.
            after.1 == before.1.saturating_add(1) && after.0 > before.0 + 4
        };
        let runs: Vec<_> = same.chunk_by(follows).collect();
        // 3 alone on a line may be the answer of a form or a cell; - 3 - is nothing but a page.
        let least = if dressed { 2 } else { 3 };
        let any = runs.iter().any(|run| run.len() >= least);
        // An appendix of one page counts from 1 and has no second number to prove it by.
        let sound = |run: &&[&(usize, u32, bool)]| run.len() >= least || (any && dressed && run[0].1 == 1);
        found.extend(runs.into_iter().filter(|run| sound(run)).flatten().map(|number| (number.0, Why::PageNumber)));
    }
    // A text of two pages has one number: - 1 - by itself.
    let lone = numbers.iter().filter(|(place, ..)| {
        let parted = lines[*place].gap > 0 && lines.get(place + 1).is_none_or(|next| next.gap > 0);
        parted && is_dashed(&lines[*place].text)
    });
    found.extend(lone.map(|number| (number.0, Why::PageNumber)));
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
        // Heads of pages are short and no sentences; two equal sentences beside ends of pages are of the text.
        .filter(|(text, places)| places.len() > 1 && text.chars().count() <= 40 && !text.contains(['。', '、']))
        // Captions and pieces of sentences stand again beside the ends of pages by chance.
        .filter(|(text, _)| heads::inside(text).is_none())
        // So do items of lists that say the same.
        .filter(|(text, _)| marks::find_mark(text).is_none_or(|mark| mark.unit.is_some() || mark.is_bullet()));
    found.extend(headers.flat_map(|(_, places)| places.into_iter().skip(1)).map(|place| (place, Why::PageHeader)));
    found.extend(repeated(lines).into_iter().map(|place| (place, Why::PageHeader)));
    found
}

/// Lines that stand again and again, a page apart, though nothing else tells where pages end.
fn repeated(lines: &[SourceLine]) -> Vec<usize> {
    /// Fewer are a chance, and what stands closer is a list.
    const LEAST: usize = 3;
    const PAGE: usize = 15;
    let plain = |line: &SourceLine| {
        line.cell.is_none()
            && line.heading.is_none()
            && (4..=40).contains(&line.text.trim().chars().count())
            && !line.text.contains(['。', '、'])
            && !line.text.trim_end().ends_with(|last| ('ぁ'..='ん').contains(&last))
            && heads::inside(&line.text).is_none()
            && heads::division(&line.text).is_none()
            && marks::find_mark(&line.text).is_none()
    };
    let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| plain(line)) {
        same.entry(line.text.trim()).or_default().push(place);
    }
    let apart = |places: &Vec<usize>| places.len() >= LEAST && places.windows(2).all(|pair| pair[1] >= pair[0] + PAGE);
    // In forms labels stand again: what is of pages stands at the same distance, more or less.
    let even = |places: &Vec<usize>| {
        let steps: Vec<usize> = places.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let (least, most) = (steps.iter().min().copied().unwrap_or(0), steps.iter().max().copied().unwrap_or(0));
        most <= least + least / 3
    };
    // Somewhere a page ended in the middle of a sentence.
    let within = |places: &Vec<usize>| {
        places.iter().skip(1).any(|place| {
            let above = place.checked_sub(1).map_or("", |above| lines[above].text.trim_end());
            above.chars().count() >= 20 && !above.ends_with(['。', '）', ')', '」', '：', ':'])
        })
    };
    same.into_values()
        .filter(|places| apart(places) && even(places) && within(places))
        .flat_map(|places| places.into_iter().skip(1))
        .collect()
}

/// Whether a number stands between two dashes: - 3 -.
fn is_dashed(text: &str) -> bool {
    let dash = |letter: char| matches!(letter, '-' | '–' | '—' | '‐' | 'ー' | '−' | '－' | '―');
    let text = text.trim();
    text.starts_with(dash) && text.chars().count() > 2 && text.ends_with(dash)
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
