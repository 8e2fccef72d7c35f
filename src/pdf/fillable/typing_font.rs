//! The font for what is typed into fields: embedded, so that Japanese can be typed where no Japanese font is installed.
//!
//! Viewers turn typed letters into codes by the font's map to Unicode, each in its own way. So the codes here are the
//! letters themselves: the code of 山 (U+5C71) is 5C71 (`Identity-H`), and a table (`CIDToGIDMap`) leads from codes to
//! glyphs. Two letters with one glyph keep two codes, and programs that do not look at the map at all are right too.
//! poppler writes its own fonts in this way and asks for that table.
//!
//! The name has no prefix of a subset such as `ABCDEF+`: viewers do not type in fonts that hold only what a page
//! happened to need, and this one holds all that it is meant to.

use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};
use subsetter::GlyphRemapper;

use super::FillableError;
use super::unhinted::unhinted;
use super::widget::pdf_lengths;

/// The length of one em in PDF.
const EM: f32 = 1000.0;
/// The flag of fonts whose letters are not just Latin ones.
const SYMBOLIC: i64 = 1 << 2;
/// The weight of strokes. PDF wants a figure; no viewer needs it where the font is embedded.
const STEM: i64 = 80;
/// The greatest number of entries in a section of a map to Unicode.
const SECTION: usize = 100;
/// Letters beside CP932 that other systems type for letters of JIS X 0208.
const BESIDE: [char; 3] = ['\u{301c}', '\u{2016}', '\u{2014}'];

/// A font cut down to the letters that can be typed: those of CP932 (JIS X 0208, half-width kana, and the rows of NEC
/// and IBM with 髙, 﨑 and ①) and of Latin-1, as far as the font has them. To be made once and used for all PDFs.
#[derive(Debug, Clone)]
pub struct TypingFont {
    name: String,
    measures: Measures,
    letters: Vec<Letter>,
    program: Stream,
    glyphs: Stream,
    to_unicode: Stream,
}

#[derive(Debug, Clone)]
struct Measures {
    bounds: [f32; 4],
    ascent: f32,
    descent: f32,
    capitals: f32,
}

#[derive(Debug, Clone, Copy)]
struct Letter {
    code: u16,
    /// Its glyph in the font as it came.
    glyph: u16,
    width: f32,
}

impl TypingFont {
    /// Cuts down `font`, a TrueType font or the first one of a collection.
    ///
    /// # Errors
    /// Where it is no such font, or has none of the letters.
    pub fn cut(font: &[u8]) -> Result<Self, FillableError> {
        let face = FontRef::from_index(font, 0).map_err(|error| FillableError::Font(error.to_string()))?;
        // The kind of file that is embedded here holds no other outlines (ISO 32000-1, 9.9).
        if face.table_data(skrifa::Tag::new(b"glyf")).is_none() {
            return Err(FillableError::Font("its outlines are not those of TrueType".to_owned()));
        }
        let letters = typable_letters(&face);
        if letters.is_empty() {
            return Err(FillableError::Font("it has none of the letters to type".to_owned()));
        }
        // In the order of letters, which is also that of the glyphs then.
        let mut remapper = GlyphRemapper::new();
        let glyphs: Vec<(u16, u16)> =
            letters.iter().map(|letter| (letter.code, remapper.remap(letter.glyph))).collect();
        let program = subsetter::subset(font, 0, &remapper).map_err(|error| FillableError::Font(error.to_string()))?;
        let program = unhinted(&program).unwrap_or(program);
        let codes: Vec<u16> = letters.iter().map(|letter| letter.code).collect();
        Ok(Self {
            name: font_name(&face),
            measures: measures(&face),
            program: program_stream(program)?,
            glyphs: packed(glyph_table(&glyphs))?,
            to_unicode: packed(map_to_unicode(&codes).into_bytes())?,
            letters,
        })
    }

    /// A font without letters, for tests that end before one is used.
    #[cfg(test)]
    pub(super) fn empty() -> Self {
        let stream = || Stream::new(lopdf::Dictionary::new(), Vec::new());
        Self {
            name: String::new(),
            measures: Measures { bounds: [0.0; 4], ascent: 0.0, descent: 0.0, capitals: 0.0 },
            letters: Vec::new(),
            program: stream(),
            glyphs: stream(),
            to_unicode: stream(),
        }
    }

    /// Whether `letter` can be typed.
    #[must_use]
    pub fn has(&self, letter: char) -> bool {
        // The letters were gathered in the order of their codes.
        let code = u16::try_from(u32::from(letter));
        code.is_ok_and(|code| self.letters.binary_search_by_key(&code, |letter| letter.code).is_ok())
    }

    /// Embeds the font.
    pub(super) fn add_to(&self, document: &mut Document) -> ObjectId {
        let name = || Object::Name(self.name.clone().into_bytes());
        let literal = |text: &str| Object::String(text.into(), StringFormat::Literal);
        let program = document.add_object(self.program.clone());
        let descriptor = document.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => name(),
            "Flags" => SYMBOLIC,
            "FontBBox" => pdf_lengths(&self.measures.bounds),
            "ItalicAngle" => 0,
            "Ascent" => self.measures.ascent.round(),
            "Descent" => self.measures.descent.round(),
            "CapHeight" => self.measures.capitals.round(),
            "StemV" => STEM,
            "FontFile2" => program,
        });
        let glyphs = document.add_object(self.glyphs.clone());
        let descendant = document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => name(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => literal("Adobe"),
                "Ordering" => literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "DW" => EM,
            "W" => widths(&self.letters),
            "CIDToGIDMap" => glyphs,
        });
        let to_unicode = document.add_object(self.to_unicode.clone());
        document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Reference(descendant)],
            "ToUnicode" => to_unicode,
        })
    }
}

/// The letters that can be typed and that the font has, by code.
fn typable_letters(face: &FontRef<'_>) -> Vec<Letter> {
    let glyphs = face.charmap();
    let metrics = face.glyph_metrics(Size::new(EM), LocationRef::default());
    let letter = |code: u16| {
        let letter = char::from_u32(u32::from(code)).filter(|letter| is_typed(*letter))?;
        let glyph = glyphs.map(letter)?;
        let width = metrics.advance_width(glyph)?.round();
        Some(Letter { code, glyph: u16::try_from(glyph.to_u32()).ok()?, width })
    };
    (0..=u16::MAX).filter_map(letter).collect()
}

fn is_typed(letter: char) -> bool {
    if letter.is_control() {
        return false;
    }
    let latin_1 = u32::from(letter) < 0x100;
    // What the web calls Shift_JIS is CP932 with the rows of NEC and IBM.
    let in_cp932 = || !encoding_rs::SHIFT_JIS.encode(letter.encode_utf8(&mut [0; 4])).2;
    latin_1 || BESIDE.contains(&letter) || in_cp932()
}

/// The font's own name, as far as PDF and PostScript can have it.
fn font_name(face: &FontRef<'_>) -> String {
    let own = face.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first();
    let own: String = own
        .iter()
        .flat_map(skrifa::string::LocalizedString::chars)
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    if own.is_empty() { "Typing".to_owned() } else { own }
}

fn measures(face: &FontRef<'_>) -> Measures {
    let metrics = face.metrics(Size::new(EM), LocationRef::default());
    let bounds =
        metrics.bounds.map_or([0.0, metrics.descent, EM, metrics.ascent], |b| [b.x_min, b.y_min, b.x_max, b.y_max]);
    Measures {
        bounds: bounds.map(f32::round),
        ascent: metrics.ascent,
        descent: metrics.descent,
        capitals: metrics.cap_height.unwrap_or(metrics.ascent),
    }
}

fn program_stream(program: Vec<u8>) -> Result<Stream, FillableError> {
    let length = i64::try_from(program.len()).map_err(|error| FillableError::Font(error.to_string()))?;
    let mut stream = packed(program)?;
    stream.dict.set("Length1", length);
    Ok(stream)
}

fn packed(content: Vec<u8>) -> Result<Stream, FillableError> {
    let mut stream = Stream::new(lopdf::Dictionary::new(), content);
    stream.compress()?;
    Ok(stream)
}

/// The glyph of each code, two bytes each; 0 where there is none.
fn glyph_table(glyphs: &[(u16, u16)]) -> Vec<u8> {
    let end = glyphs.last().map_or(0, |(code, _)| usize::from(*code) + 1);
    let mut table = vec![[0; 2]; end];
    for (code, glyph) in glyphs {
        table[usize::from(*code)] = glyph.to_be_bytes();
    }
    table.concat()
}

/// The widths other than one em: first code, last code, width.
fn widths(letters: &[Letter]) -> Vec<Object> {
    let follows = |a: &Letter, b: &Letter| a.code.checked_add(1) == Some(b.code) && same(a.width, b.width);
    let runs = letters.chunk_by(follows).filter_map(|run| Some((run.first()?, run.last()?)));
    let narrow = runs.filter(|(first, _)| !same(first.width, EM));
    narrow.flat_map(|(first, last)| [first.code.into(), last.code.into(), first.width.into()]).collect()
}

/// Whether two widths, which are whole numbers, are one.
fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.5
}

/// The map from codes to letters, which are the same. A range must not leave its row of 256 codes.
fn map_to_unicode(codes: &[u16]) -> String {
    let follows = |a: &u16, b: &u16| a.checked_add(1) == Some(*b) && a >> 8 == b >> 8;
    let ranges: Vec<String> = codes
        .chunk_by(follows)
        .filter_map(|run| Some((run.first()?, run.last()?)))
        .map(|(first, last)| format!("<{first:04X}> <{last:04X}> <{first:04X}>\n"))
        .collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for section in ranges.chunks(SECTION) {
        map += &format!("{} beginbfrange\n{}endbfrange\n", section.len(), section.concat());
    }
    map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
}
