//! Damage at random, the same for the same seed.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What looks like something to one reader or another.
const PIECES: [&str; 44] = [
    "\n",
    "\r",
    "\t",
    " ",
    "　",
    "\0",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{feff}",
    "\u{2028}",
    "𠮷",
    "e\u{301}",
    "ア",
    "①",
    "第１条",
    "別表第１",
    "（１）",
    "様式第１号",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "|-",
    "&a ",
    "*a",
    "!!",
    "#",
    "---\n",
    "<",
    ">",
    "&lt;",
    "]]>",
    "<!--",
    "**",
    "](",
    "/",
    "\\u0000",
    "99999999999999999999",
    "-1",
    "令和元年",
];

/// Numbers at random: `SplitMix64` (Steele, Lea and Flood, 2014).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or_default()
    }

    pub(crate) fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// `whole` with one to six damages; `others` are what pieces may come from.
pub(crate) fn damaged(whole: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=chance.below(6) {
        damage_once(&mut bytes, others, chance);
    }
    bytes
}

fn damage_once(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let most = *chance.one_of(&[1, 8, 64, 512]);
    let end = (at + 1 + chance.below(most)).min(bytes.len());
    match chance.below(9) {
        0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
        1 if at < bytes.len() => bytes[at] = u8::try_from(chance.below(256)).unwrap_or_default(),
        2 => drop(bytes.drain(at.min(end)..end)),
        3 => {
            let piece = bytes[at.min(end)..end].to_vec();
            let times = *chance.one_of(&[1, 2, 10, 100]);
            bytes.splice(at..at, piece.repeat(times));
        }
        4 => bytes.truncate(at),
        5 => {
            let other = chance.one_of(others);
            let from = chance.below(other.len());
            let piece = other[from..(from + most).min(other.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        6 => swap_lines(bytes, chance),
        _ => {
            let piece = chance.one_of(&PIECES).repeat(*chance.one_of(&[1, 1, 1, 3, 50]));
            bytes.splice(at..at, piece.into_bytes());
        }
    }
    // Size is the matter of tests/integration/costs.rs.
    bytes.truncate(60_000);
}

fn swap_lines(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
    lines.swap(one, other);
    *bytes = lines.join(&b'\n');
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A Word file whose parts are those of `text`, each after a line `=== name`, its root element included.
pub(crate) fn docx_of(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(name) => parts.push((name.trim().to_owned(), Vec::new())),
            None => parts.last_mut().expect("a part").1.extend(line.replace("{w}", WORD).into_bytes()),
        }
    }
    zipped(&parts)
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(name.as_str(), options).expect("an entry");
        writer.write_all(bytes).expect("a written entry");
    }
    writer.finish().expect("a zip").into_inner()
}

/// A Word file with one part damaged inside the archive, or now and then the archive itself.
pub(crate) fn damaged_docx(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let whole = chance.one_of(seeds);
    if chance.below(5) == 0 {
        return damaged(whole, seeds, chance);
    }
    let mut archive = ZipArchive::new(Cursor::new(whole)).expect("a sound archive");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a readable part");
        parts.push((file.name().expect("a name").into_owned(), bytes));
    }
    let all: Vec<Vec<u8>> = parts.iter().map(|(_, bytes)| bytes.clone()).collect();
    let at = chance.below(parts.len());
    parts[at].1 = damaged(&all[at], &all, chance);
    zipped(&parts)
}
