//! Shapes of radicals (部首) that stand for kanji in text copied from a PDF: ⽬的 for 目的, 市⻑ for 市長.

use unicode_normalization::UnicodeNormalization as _;

/// Shapes of the block “CJK Radicals Supplement” that are whole kanji in Japanese, and those kanji (Unicode,
/// `EquivalentUnifiedIdeograph.txt`). NFKC leaves them as they are.
const SUPPLEMENT: [(char, char); 20] = [
    ('⺝', '月'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺶', '羊'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻆', '角'),
    ('⻑', '長'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻝', '食'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻫', '斉'),
    ('⻭', '歯'),
    ('⻯', '竜'),
    ('⻱', '龜'),
    ('⻲', '亀'),
];

/// Returns the kanji of which `letter` is the shape of a radical; `None` where it is another letter.
#[must_use]
pub fn kanji_of(letter: char) -> Option<char> {
    match letter {
        // Kangxi Radicals
        '\u{2F00}'..='\u{2FD5}' => std::iter::once(letter).nfkc().next(),
        '\u{2E80}'..='\u{2EF3}' => SUPPLEMENT.iter().find(|(shape, _)| *shape == letter).map(|(_, kanji)| *kanji),
        _ => None,
    }
}

/// Returns `text` with kanji for the shapes of radicals, byte for byte as long; `None` where it has none.
#[must_use]
pub fn with_kanji(text: &str) -> Option<String> {
    text.chars()
        .any(|letter| kanji_of(letter).is_some())
        .then(|| text.chars().map(|letter| kanji_of(letter).unwrap_or(letter)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_radicals_become_kanji_of_the_same_length() {
        assert_eq!(
            with_kanji("第⼀条（⽬的）市⻑は、⻘い紙で⾷事").as_deref(),
            Some("第一条（目的）市長は、青い紙で食事")
        );
        assert_eq!(with_kanji("第一条（目的）⺼"), None);
        for shape in ('\u{2E80}'..='\u{2FDF}').filter(|shape| kanji_of(*shape).is_some()) {
            let kanji = kanji_of(shape).expect("a kanji");
            assert!(('一'..='\u{9FFF}').contains(&kanji) && kanji.len_utf8() == shape.len_utf8(), "{shape}");
        }
        assert_eq!(('\u{2F00}'..='\u{2FD5}').filter(|shape| kanji_of(*shape).is_some()).count(), 214);
    }
}
