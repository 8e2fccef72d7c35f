//! The fonts of a sheet: which letter each code is, and how wide.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A font: its letters and widths by code, the widths in thousandths of the size.
#[derive(Debug, Default)]
pub(super) struct ReplicaFace {
    name: String,
    letters: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
    usual_width: f32,
}

/// All fonts of a sheet, each once.
#[derive(Debug, Default)]
pub(super) struct Faces {
    all: Vec<ReplicaFace>,
}

impl ReplicaFace {
    /// Returns the letters of a code, where the font says them.
    pub(super) fn letters(&self, code: u16) -> Option<&str> {
        self.letters.get(&code).map(String::as_str)
    }

    /// Returns the width of a code in letters of size 1.
    pub(super) fn width(&self, code: u16) -> f32 {
        self.widths.get(&code).unwrap_or(&self.usual_width) / 1000.0
    }

    fn read(document: &Document, font: &Dictionary) -> Result<Self, String> {
        let told = |error: lopdf::Error| error.to_string();
        let name = font.get(b"BaseFont").and_then(Object::as_name).map_err(told)?;
        let name = String::from_utf8_lossy(name).into_owned();
        // ABCDEF+ says that it is a part of the font.
        let name = name.split_once('+').map_or(name.clone(), |(_, own)| own.to_owned());
        let to_unicode = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).map_err(told)?;
        let map = to_unicode.get_plain_content().map_err(told)?;
        let descendants = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).map_err(told)?;
        let first = descendants.first().ok_or("a font has no letters")?;
        let descendant = document.dereference(first).and_then(|(_, font)| font.as_dict()).map_err(told)?;
        let usual_width = descendant.get(b"DW").and_then(Object::as_float).unwrap_or(1000.0);
        let widths = descendant.get_deref(b"W", document).and_then(Object::as_array);
        let widths = widths.map_or_else(|_| BTreeMap::new(), |list| widths_of(document, list));
        Ok(Self { name, letters: letters_of(&String::from_utf8_lossy(&map)), widths, usual_width })
    }
}

impl Faces {
    /// Returns the numbers of the fonts of `page` by the names that its content has for them.
    ///
    /// # Errors
    /// The reason why a font cannot be read.
    pub(super) fn of_page(&mut self, document: &Document, page: ObjectId) -> Result<BTreeMap<Vec<u8>, usize>, String> {
        let fonts = document.get_page_fonts(page).map_err(|error| error.to_string())?;
        let mut numbers = BTreeMap::new();
        for (name, font) in fonts {
            numbers.insert(name, self.all.len());
            self.all.push(ReplicaFace::read(document, font)?);
        }
        Ok(numbers)
    }

    pub(super) fn get(&self, number: usize) -> Option<&ReplicaFace> {
        self.all.get(number)
    }

    /// Returns their names.
    pub(super) fn names(self) -> Vec<String> {
        self.all.into_iter().map(|face| face.name).collect()
    }
}

/// The letters by code of a map to Unicode; typst writes it line by line: `<0012> <3042>`.
fn letters_of(map: &str) -> BTreeMap<u16, String> {
    let mut letters = BTreeMap::new();
    let mut inside = false;
    for line in map.lines().map(str::trim) {
        match line {
            "endbfchar" => inside = false,
            _ if line.ends_with("beginbfchar") => inside = true,
            _ if inside => letters.extend(mapped_letters(line)),
            _ => {}
        }
    }
    letters
}

fn mapped_letters(line: &str) -> Option<(u16, String)> {
    let (code, letters) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
    let units: Option<Vec<u16>> = letters
        .as_bytes()
        .chunks(4)
        .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
        .collect();
    Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units?).ok()?))
}

/// The widths of codes (ISO 32000-1, 9.7.4.3): `first [width …]` or `first last width`.
fn widths_of(document: &Document, list: &[Object]) -> BTreeMap<u16, f32> {
    let mut widths = BTreeMap::new();
    let mut rest = list;
    while let [first, second, after @ ..] = rest {
        let Some(code) = first.as_i64().ok().and_then(|code| u16::try_from(code).ok()) else { break };
        let second = document.dereference(second).map_or(second, |(_, object)| object);
        if let Ok(each) = second.as_array() {
            widths.extend((code..).zip(each.iter().filter_map(|width| width.as_float().ok())));
            rest = after;
            continue;
        }
        let last = second.as_i64().ok().and_then(|code| u16::try_from(code).ok());
        let (Some(last), Some((Ok(width), after))) =
            (last, after.split_first().map(|(width, after)| (width.as_float(), after)))
        else {
            break;
        };
        widths.extend((code..=last).map(|code| (code, width)));
        rest = after;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_to_unicode_is_read_with_letters_of_two_units() {
        let map = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n2 beginbfchar\n<0001> <304A>\n<00FF> <D842DFB7>\nendbfchar\n";
        let letters = letters_of(map);
        assert_eq!(letters.get(&1).map(String::as_str), Some("お"));
        assert_eq!(letters.get(&255).map(String::as_str), Some("𠮷"));
        assert_eq!(letters.len(), 2, "the range of codes is no letter");
    }

    #[test]
    fn widths_are_read_in_both_ways() {
        let numbers = |all: &[i64]| all.iter().copied().map(Object::Integer).collect::<Vec<_>>();
        let mut list = vec![Object::Integer(3), Object::Array(numbers(&[500, 600]))];
        list.extend(numbers(&[10, 12, 1000]));
        let widths = widths_of(&Document::new(), &list);
        let found: Vec<_> = widths.into_iter().collect();
        assert_eq!(found, [(3, 500.0), (4, 600.0), (10, 1000.0), (11, 1000.0), (12, 1000.0)]);
    }
}
