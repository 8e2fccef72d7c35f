//! What stands on several pages at the same place: running heads and numbers of pages.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use super::rows::LetterRow;
use crate::base::notation::widths::folded;
use crate::import::shapes::marks::ListMark;
use crate::import::shapes::style::NumberUnit;
use crate::import::shapes::{heads, labels, marks, title_words};

/// A row at the head or at the foot of a page.
struct EdgeRow {
    page: usize,
    row: usize,
    /// Its place from above, to 4 points.
    place: i64,
    text: String,
    /// The numbers in it.
    numbers: Vec<i64>,
    /// Its words without those numbers.
    words: String,
}

impl EdgeRow {
    fn of(page: usize, row: usize, letters: &LetterRow) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a page is some thousand points high")]
        let place = (letters.y / 4.0).round() as i64;
        let text: String = folded(&letters.text()).nfkc().collect();
        let digits = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let numbers = digits.filter_map(|digits| digits.parse().ok()).collect();
        let words = text.split(|letter: char| letter.is_ascii_digit()).collect::<Vec<_>>().join("0");
        Self { page, row, place, text, numbers, words }
    }

    /// Whether it is nothing but the number of a page: - 3 -, 3/10ページ.
    fn is_bare_number(&self) -> bool {
        is_page_number(&self.text)
    }
}

/// Whether `text` has nothing but the number of a page: - 3 -, 3/10ページ.
pub(super) fn is_page_number(text: &str) -> bool {
    text.chars().all(|letter| {
        letter.is_numeric() || letter.is_whitespace() || "-–—‐ー−－~〜/／()（）ページ頁Pp.".contains(letter)
    })
}

/// The places of the first two and the last two of `count` rows.
fn edges(count: usize) -> impl Iterator<Item = usize> {
    (0..count).filter(move |row| *row < 2 || row + 2 >= count)
}

/// The rows of each page that stand at its head or foot because it is a page.
pub(super) fn furniture_rows(pages: &[&[LetterRow]]) -> Vec<BTreeSet<usize>> {
    let usual = usual_size(pages);
    let mut rows = Vec::new();
    for (page, own) in pages.iter().enumerate() {
        // Larger letters are those of titles: two forms of one file may have theirs at the same place.
        let plain = |row: &usize| own[*row].size <= usual * 1.15 || is_page_number(&own[*row].text());
        rows.extend(edges(own.len()).filter(plain).map(|row| EdgeRow::of(page, row, &own[row])));
    }
    let mut found = vec![BTreeSet::new(); pages.len()];
    for row in repeated_words(&rows, pages).into_iter().chain(counted_pages(&rows)) {
        found[row.page].insert(row.row);
    }
    found
}

fn usual_size(pages: &[&[LetterRow]]) -> f64 {
    let mut sizes: Vec<f64> = pages.iter().flat_map(|page| page.iter()).map(|row| row.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

/// Rows with the same words at the same place of several pages. The first one stays where it may be the title.
fn repeated_words<'r>(rows: &'r [EdgeRow], pages: &[&[LetterRow]]) -> Vec<&'r EdgeRow> {
    let mut same: BTreeMap<(i64, &str), Vec<&EdgeRow>> = BTreeMap::new();
    for row in rows {
        same.entry((row.place, row.text.as_str())).or_default().push(row);
    }
    let mut found = Vec::new();
    for group in same.into_values() {
        let Some(first) = group.first().filter(|first| group.len() > 1 && first.page + 1 < pages.len()) else {
            continue;
        };
        let text = pages[first.page][first.row].text();
        if is_print_stamp(&first.text) {
            found.extend(&group);
            continue;
        }
        // 同意書 at the head of both its copies is the title of each, and 氏名 at their feet a place to write.
        if title_words::is_form_title(&text) || asks(&text) {
            continue;
        }
        if heads::division(&text).is_some() {
            // 資料２ on every page above the title is the number of a hand-out; elsewhere the first one heads what is below.
            let from = usize::from(first.page > 0 || first.row > 0);
            found.extend(group.get(from..).filter(|_| group.len() > 2).into_iter().flatten());
            continue;
        }
        match marks::find_mark(&text).filter(|_| !first.is_bare_number()) {
            // The head of a chapter stands on its pages, and once it is the chapter.
            Some(mark) if is_chapter_mark(&mark) => found.extend(&group[1..]),
            Some(mark) if !mark.is_bullet() => {}
            _ if may_be_document_title(first, pages[first.page]) => found.extend(&group[1..]),
            _ => found.extend(&group),
        }
    }
    found
}

/// Whether a row is what a browser prints above each page: the day and the time at which it printed, and the title of the page
/// behind a gap (11/29/26, 8:06 PM　　規程; 2026/11/29 20:06　　規程).
fn is_print_stamp(text: &str) -> bool {
    let stamp: String = text.chars().take_while(char::is_ascii).collect();
    let (dates, times) = (stamp.matches('/').count(), stamp.matches(':').count());
    stamp.starts_with(|letter: char| letter.is_ascii_digit()) && dates == 2 && times >= 1
}

/// Whether a row asks for something to be written.
fn asks(text: &str) -> bool {
    let dated = ["年", "月", "日"].iter().all(|unit| text.contains(unit)) && !text.contains(char::is_numeric);
    labels::is_known(text) || text.contains("\u{3000}\u{3000}\u{3000}") || text.contains(['印', '㊞', '□']) || dated
}

fn is_chapter_mark(mark: &ListMark) -> bool {
    mark.unit.is_some_and(|unit| unit != NumberUnit::Article)
}

/// Whether a row at the head of its page may be the title, which nothing else on the page repeats.
fn may_be_document_title(first: &EdgeRow, page: &[LetterRow]) -> bool {
    let (own, text) = (&page[first.row], &page[first.row].text());
    let again = page.iter().enumerate().any(|(at, row)| at != first.row && folded(&row.text()).contains(&first.text));
    let larger = page.iter().skip(first.row + 1).take(3).any(|row| row.size > own.size * 1.1);
    let named = title_words::is_title_text(text) || (first.page == 0 && first.row == 0 && title_words::is_short(text));
    first.row < 2 && !first.is_bare_number() && named && !again && !larger
}

/// Rows at the same place whose words are the same but for a number that counts with the pages.
fn counted_pages(rows: &[EdgeRow]) -> Vec<&EdgeRow> {
    let mut same: BTreeMap<(i64, &str, usize, Vec<i64>), Vec<&EdgeRow>> = BTreeMap::new();
    for row in rows {
        for counts in 0..row.numbers.len() {
            let mut numbers = row.numbers.clone();
            // A number that counts with the pages is as far from each.
            numbers[counts] -= i64::try_from(row.page).unwrap_or(i64::MAX);
            same.entry((row.place, row.words.as_str(), counts, numbers)).or_default().push(row);
        }
    }
    let mut found = Vec::new();
    for group in same.into_values() {
        let Some(first) = group.first() else { continue };
        let mark = marks::find_mark(&first.text).filter(|_| !first.is_bare_number());
        // 第４条　削除 may stand where 第５条　削除 does on the next page, and so may two numbers of a list: of a mark three
        // are needed, of an article none is enough.
        let least = match &mark {
            Some(mark) if mark.unit.is_some() || mark.is_ordinal() => continue,
            Some(_) => 3,
            None if heads::division(&first.text).is_some() => continue,
            None => 2,
        };
        if group.len() >= least {
            found.extend(group);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::collect::PlacedLetters;
    use super::*;

    fn row(text: &str, y: f64, size: f64) -> LetterRow {
        let letter = PlacedLetters { letters: text.to_owned(), x: 50.0, y, width: size, size };
        LetterRow { letters: vec![letter], y, size, edge: None }
    }

    /// The rows that stay of each page, whose rows are `texts`.
    fn kept(pages: &[&[&str]]) -> Vec<Vec<String>> {
        let rows = |texts: &&[&str]| -> Vec<LetterRow> {
            texts.iter().zip(1u32..).map(|(text, at)| row(text, f64::from(at) * 20.0, 10.0)).collect()
        };
        let pages: Vec<Vec<LetterRow>> = pages.iter().map(rows).collect();
        let shown: Vec<&[LetterRow]> = pages.iter().map(Vec::as_slice).collect();
        let gone = furniture_rows(&shown);
        let stays = |(page, gone): (&Vec<LetterRow>, &BTreeSet<usize>)| {
            page.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, row)| row.text()).collect()
        };
        pages.iter().zip(&gone).map(stays).collect()
    }

    #[test]
    fn articles_at_the_heads_of_pages_stay() {
        let pages: [&[&str]; 3] = [
            &["第２条　削除", "花", "水", "木", "- 1 -"],
            &["第３条　削除", "土", "月", "火", "- 2 -"],
            &["第４条　削除", "金", "日", "石", "- 3 -"],
        ];
        let kept = kept(&pages);
        assert_eq!(kept[2], ["第４条　削除", "金", "日", "石"]);
        assert_eq!(kept[0].len(), 4);
    }

    #[test]
    fn the_title_of_two_pages_stays_once_and_those_of_two_forms_stay() {
        let pages: [&[&str]; 2] =
            [&["みどり会規約", "花", "水", "木", "1/2"], &["みどり会規約", "土", "月", "火", "2/2"]];
        let found = kept(&pages);
        assert_eq!((found[0][0].as_str(), found[1][0].as_str(), found[0].len()), ("みどり会規約", "土", 4));
        let forms: [&[&str]; 2] =
            [&["様式第１号", "利用申込書", "氏名", "住所"], &["様式第２号", "利用申込書", "氏名", "電話"]];
        assert_eq!(
            kept(&forms),
            [["様式第１号", "利用申込書", "氏名", "住所"], ["様式第２号", "利用申込書", "氏名", "電話"]]
        );
    }

    #[test]
    fn what_a_browser_prints_above_pages_goes_from_all_of_them() {
        for stamp in ["11/29/26, 8:06 PM　　　　みどり会規約", "2026/11/29 20:06　　　　みどり会規約"]
        {
            let pages: [&[&str]; 2] = [&[stamp, "みどり会規約", "花", "水", "1/2"], &[stamp, "土", "月", "火", "2/2"]];
            let found = kept(&pages);
            assert_eq!((found[0].len(), found[1].len(), found[0][0].as_str()), (3, 3, "みどり会規約"), "{stamp}");
        }
    }

    #[test]
    fn running_heads_go() {
        let pages: [&[&str]; 3] = [
            &["資料２", "みどり会規約", "花", "水", "みどり会　1"],
            &["資料２", "土を見る。", "月", "火", "みどり会　2"],
            &["資料２", "石を見る。", "日", "金", "みどり会　3"],
        ];
        assert_eq!(kept(&pages)[2], ["石を見る。", "日", "金"]);
    }
}
