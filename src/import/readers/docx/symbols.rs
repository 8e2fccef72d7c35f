//! Letters of Word's symbol fonts as letters that every font has.

/// The letters at the places of the font Symbol.
const SYMBOL: [(u8, char); 24] = [
    (0x2D, '−'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xA8, '♦'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xD2, '®'),
    (0xD3, '©'),
    (0xD4, '™'),
    (0xDE, '⇒'),
    (0xE2, '®'),
    (0xE3, '©'),
];

/// The letters at the places of the font Wingdings.
const WINGDINGS: [(u8, char); 44] = [
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x46, '☞'),
    (0x6C, '●'),
    (0x6D, '❍'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x81, '①'),
    (0x82, '②'),
    (0x83, '③'),
    (0x84, '④'),
    (0x85, '⑤'),
    (0x86, '⑥'),
    (0x87, '⑦'),
    (0x88, '⑧'),
    (0x89, '⑨'),
    (0x8A, '⑩'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA4, '◉'),
    (0xA5, '◎'),
    (0xA7, '▪'),
    (0xA8, '□'),
    (0xAB, '★'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// Of Wingdings 2, what forms are made with.
const WINGDINGS_2: [(u8, char); 6] = [(0x50, '✓'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0x97, '●'), (0xA3, '□')];

/// Whether the letters of `font` are signs.
pub(super) fn is_sign_font(font: &str) -> bool {
    symbol_table(font).is_some()
}

fn symbol_table(font: &str) -> Option<&'static [(u8, char)]> {
    match font.trim().to_ascii_lowercase().as_str() {
        "symbol" => Some(&SYMBOL),
        "wingdings" => Some(&WINGDINGS),
        "wingdings 2" => Some(&WINGDINGS_2),
        _ => None,
    }
}

/// The letter at `code` of `font`, which Word writes as it is or raised by F000; `None` where it is not known.
pub(super) fn symbol_letter(font: &str, code: u32) -> Option<char> {
    let raised = (0xF000..=0xF0FF).contains(&code);
    match symbol_table(font) {
        Some(table) => {
            // Fonts of signs have no more than 256 places.
            let place = u8::try_from(if raised { code - 0xF000 } else { code }).ok()?;
            let known = table.iter().find(|(at, _)| *at == place).map(|(_, letter)| *letter);
            // Symbol has digits and signs where ASCII has them.
            let plain = table.as_ptr() == SYMBOL.as_ptr() && (place.is_ascii_digit() || b" ().,+/".contains(&place));
            known.or_else(|| plain.then(|| char::from(place)))
        }
        None if raised => None,
        None => char::from_u32(code).filter(|letter| !letter.is_control()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_letters_that_fonts_have() {
        assert_eq!(symbol_letter("Symbol", 0xF0B7), Some('•'));
        assert_eq!(symbol_letter("Wingdings", 0x6C), Some('●'));
        assert_eq!(symbol_letter("wingdings", 0xF0D8), Some('➢'));
        assert_eq!(symbol_letter("Wingdings 2", 0xF052), Some('☑'));
        assert_eq!(symbol_letter("ＭＳ 明朝", 0x2460), Some('①'));
        assert_eq!(symbol_letter("Webdings", 0xF061), None);
        assert_eq!(symbol_letter("Wingdings", 0xF000), None);
    }
}
