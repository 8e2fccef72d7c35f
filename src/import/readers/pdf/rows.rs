//! Letters as rows: those that stand on one line, with the room between them.

use unicode_normalization::UnicodeNormalization as _;

use super::collect::PlacedLetters;
use crate::base::notation::radicals::kanji_of;

/// Letters on one line, from left to right.
#[derive(Debug, Clone, Default)]
pub(super) struct LetterRow {
    pub(super) letters: Vec<PlacedLetters>,
    pub(super) y: f64,
    pub(super) size: f64,
    /// Where its column begins, where it stands in one of two.
    pub(super) edge: Option<f64>,
}

impl LetterRow {
    /// Its beginning, in points from the left.
    pub(super) fn start(&self) -> f64 {
        self.letters.first().map_or(0.0, |letter| letter.x)
    }

    /// Its end, in points from the left.
    pub(super) fn end(&self) -> f64 {
        self.letters.iter().map(PlacedLetters::end).fold(0.0, f64::max)
    }

    /// Its letters; room that a letter would fill is a space as wide.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        let mut before: Option<&PlacedLetters> = None;
        for letter in &self.letters {
            if letter.letters.trim().is_empty() {
                // A space is room; a wide one was written on purpose.
                // 第１条　 has its wide space as a letter; narrow ones only set words apart, which places do.
                if letter.letters.contains('\u{3000}') && !out.is_empty() {
                    out.push('\u{3000}');
                    before = Some(letter);
                }
                continue;
            }
            if let Some(before) = before {
                out.push_str(&room_between(before, letter));
            }
            out.push_str(&usual_letters(&letter.letters));
            before = Some(letter);
        }
        out.trim_end().to_owned()
    }
}

/// The letters under their usual names: a font may name a part of a ligature or the shape of a radical (康熙部首).
fn usual_letters(letters: &str) -> String {
    let is_shape = |letter: char| matches!(u32::from(letter), 0xF900..=0xFB06);
    let mut out = String::new();
    for letter in letters.chars() {
        match kanji_of(letter) {
            Some(kanji) => out.push(kanji),
            None if is_shape(letter) => out.extend(std::iter::once(letter).nfkc()),
            None => out.push(letter),
        }
    }
    out
}

/// Returns the letters to put between two letters: nothing, a space, or room.
fn room_between(before: &PlacedLetters, letter: &PlacedLetters) -> String {
    /// Less room than this, in letters, is what spreads a line.
    const SPREAD: f64 = 0.7;
    let em = before.size.max(letter.size).max(1.0);
    let gap = (letter.x - before.end()) / em;
    let latin = |text: &str, last: bool| {
        let letter = if last { text.chars().next_back() } else { text.chars().next() };
        letter.is_some_and(|letter| letter.is_ascii())
    };
    if gap >= SPREAD {
        /// As much room as a line may have.
        const MOST: u32 = 60;
        // As wide as it is, since room in a line of a form is where to write.
        let count = (1..MOST).take_while(|count| f64::from(*count) - 0.5 <= gap).count().max(1);
        return "\u{3000}".repeat(count);
    }
    let beside = [latin(&before.letters, true), latin(&letter.letters, false)];
    // A number of a list stands apart from its words; Japanese and Latin letters stand a quarter of a letter apart.
    let parted = (gap > 0.15 && beside == [true; 2]) || (gap > 0.35 && beside.contains(&true));
    if parted { " ".to_owned() } else { String::new() }
}

/// The rows of a page from above, each from left to right. What is drawn twice, as some programs make letters bold,
/// counts once.
pub(super) fn letter_rows(mut letters: Vec<PlacedLetters>) -> Vec<LetterRow> {
    letters.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
    let mut rows: Vec<LetterRow> = Vec::new();
    for letter in letters {
        // Numbers set higher belong to the row on which most of it stands.
        let fits = |row: &&mut LetterRow| (letter.y - row.y).abs() <= 0.35 * row.size.max(letter.size);
        // Letters come sorted by height, so that only the last rows may fit; the bound keeps a page linear.
        match rows.iter_mut().rev().take(4).find(fits) {
            Some(row) => {
                // The largest letters say where the line is: notes and powers are small.
                if letter.size > row.size {
                    (row.y, row.size) = (letter.y, letter.size);
                }
                row.letters.push(letter);
            }
            None => rows.push(LetterRow { y: letter.y, size: letter.size, letters: vec![letter], edge: None }),
        }
    }
    for row in &mut rows {
        row.letters.sort_by(|one, other| one.x.total_cmp(&other.x));
        // Some programs make bold letters so: test `what_is_drawn_twice_counts_once`.
        row.letters.dedup_by(|next, one| {
            next.letters == one.letters && (next.x - one.x).abs() < 0.25 * one.size && !one.letters.trim().is_empty()
        });
    }
    rows.retain(|row| row.letters.iter().any(|letter| !letter.letters.trim().is_empty()));
    rows.sort_by(|one, other| one.y.total_cmp(&other.y));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(letters: &str, x: f64, y: f64) -> PlacedLetters {
        PlacedLetters { letters: letters.to_owned(), x, y, width: 10.0, size: 10.0 }
    }

    #[test]
    fn letters_on_a_line_are_a_row() {
        let letters = vec![
            at("会", 0.0, 10.0),
            at("氏", 0.0, 30.0),
            at("員", 10.5, 10.3),
            at("名", 10.0, 30.0),
            at("印", 60.0, 30.0),
        ];
        let texts: Vec<String> = letter_rows(letters).iter().map(LetterRow::text).collect();
        assert_eq!(texts, ["会員", "氏名\u{3000}\u{3000}\u{3000}\u{3000}印"]);
    }

    #[test]
    fn what_is_drawn_twice_counts_once() {
        let letters = vec![at("会", 0.0, 10.0), at("会", 0.4, 10.0), at("会", 10.4, 10.0), at("⼈", 21.0, 10.0)];
        assert_eq!(letter_rows(letters)[0].text(), "会会人");
    }
}
