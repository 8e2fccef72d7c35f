//! Which encoding a text is in, and what is no text at all.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding};

use super::{docx, pdf};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::content::LARGEST_FILE;

/// The largest file of text that is read, in bytes; one that is no text at all is told as what it is up to this size.
pub const LARGEST: u64 = 20 * 1024 * 1024;

/// The most text that is imported, in bytes of UTF-8, whatever file it comes in: three hundred close-set pages. What is
/// written of it has at most about six times as many, so that content can be as long as what import takes.
pub const MOST_TEXT: u64 = LARGEST_FILE / 8;

/// A text and the encoding it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The name of the encoding, as people know it.
    pub encoding: &'static str,
}

/// Reads at most [`LARGEST`] bytes of `input`, or [`docx::LARGEST`] of a file that holds pictures too.
///
/// # Errors
/// J0801 where reading fails, J0803 where there is more.
pub fn read_bytes(input: &mut dyn Read, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let mut bytes = Vec::new();
    let unreadable = |error| unreadable_input(name, &error);
    // One byte more than the limit tells that there is more, without asking a pipe for its length.
    input.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    // Pictures make Word and PDF files large; their text is bounded by itself later.
    let largest = if docx::is_zip(&bytes) || pdf::is_pdf(&bytes) { docx::LARGEST } else { LARGEST };
    input.take((largest + 1).saturating_sub(bytes.len() as u64)).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > largest {
        let limit = format!("{} MiB", largest / 1024 / 1024);
        return Err(Box::new(Diagnostic::new(Code::J0803).arg("path", name).arg("limit", limit)));
    }
    Ok(bytes)
}

/// J0801: why `name` cannot be read.
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "the standard library has dozens of kinds and adds more")]
pub fn unreadable_input(name: &str, error: &io::Error) -> Box<Diagnostic> {
    let kind = match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory => "special",
        _ => "other",
    };
    Box::new(Diagnostic::new(Code::J0801).arg("path", name).arg("kind", kind).arg("reason", error.to_string()))
}

/// The beginnings of files that are no text and no Word file either, with what a reader would call them (a stem of message ids).
const SIGNATURES: [(&[u8], &str); 6] = [
    (b"\x89PNG", "picture"),
    (b"\xFF\xD8\xFF", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"{\\rtf", "rtf"),
];

/// The text of `bytes`, which `name` held.
///
/// # Errors
/// J0802 where they are no text, J0804 where they are empty, J0805 where no encoding fits them.
pub fn decode(bytes: &[u8], name: &str) -> Result<Decoded, Box<Diagnostic>> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(Box::new(Diagnostic::new(Code::J0802).arg("path", name).arg("kind", *kind)));
    }
    // UTF-16 comes first: its bytes zero would be taken for a file that is no text.
    let decoded = match utf16_without_mark(bytes) {
        Some(decoded) => decoded,
        None => by_detection(bytes).map_err(|broken| Box::new(broken.finding(name)))?,
    };
    // Formats that nobody listed hold zeros nearly always, and texts never do.
    if decoded.text.contains('\0') {
        return Err(Box::new(Diagnostic::new(Code::J0802).arg("path", name).arg("kind", "binary")));
    }
    if decoded.text.chars().all(|letter| letter.is_whitespace() || letter.is_control()) {
        return Err(Box::new(Diagnostic::new(Code::J0804).arg("path", name)));
    }
    Ok(decoded)
}

/// The encodings that Japanese offices use. A text is read in no other: what a detector takes for the letters of another
/// country is damaged.
const USED: [&Encoding; 6] = [
    encoding_rs::UTF_8,
    encoding_rs::SHIFT_JIS,
    encoding_rs::EUC_JP,
    encoding_rs::ISO_2022_JP,
    encoding_rs::UTF_16LE,
    encoding_rs::UTF_16BE,
];

fn by_detection(bytes: &[u8]) -> Result<Decoded, BrokenText> {
    let (encoding, skip) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        // ISO-2022-JP is ASCII with escapes, and so valid UTF-8 too; only the escapes tell it apart.
        None if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0x1B) => (encoding_rs::UTF_8, 0),
        None => (guess_encoding(bytes), 0),
    };
    let read = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[skip..])?;
        Some(Decoded { text: text.into_owned(), encoding: called(encoding) })
    };
    // tests of what_is_damaged: lines of UTF-8 among lines of Shift_JIS read as 縺九∴縺ｧ, letter for letter sound.
    if encoding != encoding_rs::UTF_8 && holds_line_of_utf8(&bytes[skip..]) {
        return Err(BrokenText::of(&bytes[skip..]));
    }
    // Read without replacement: a letter that was damaged is refused with its place, and never becomes �.
    if let Some(decoded) = read(encoding).filter(|_| USED.contains(&encoding)) {
        return Ok(decoded);
    }
    // A short text of few letters may look like another country's to the detector, though it is sound Shift_JIS.
    let japanese = |decoded: &Decoded| {
        let usual = decoded.text.chars().filter(|letter| is_usual(*letter)).count();
        usual * 10 >= decoded.text.chars().count() * 9
    };
    if let Some(decoded) = read(encoding_rs::SHIFT_JIS).filter(japanese) {
        return Ok(decoded);
    }
    Err(BrokenText::of(&bytes[skip..]))
}

/// Whether some line of `bytes` is UTF-8 with kana in it. In `Shift_JIS` the same bytes would begin with 縺, 繧 or 繝, with which
/// next to no word is written; in the other encodings they are no letters.
fn holds_line_of_utf8(bytes: &[u8]) -> bool {
    let has_kana = |line: &str| line.contains(|letter| matches!(letter, 'ぁ'..='ヶ'));
    bytes.split(|byte| *byte == b'\n').any(|line| !line.is_ascii() && std::str::from_utf8(line).is_ok_and(has_kana))
}

/// A text with a byte that no encoding of Japanese offices explains.
struct BrokenText {
    encoding: &'static Encoding,
    /// The place of the byte, counted from 1.
    line: usize,
    column: usize,
    byte: Option<u8>,
}

impl BrokenText {
    /// The first bad byte by the encoding that gives the most kana before it.
    fn of(bytes: &[u8]) -> Self {
        let candidates = [encoding_rs::UTF_8, encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP];
        let mut best = (0, encoding_rs::UTF_8, String::new(), 0);
        for (at, encoding) in candidates.into_iter().enumerate() {
            let (text, end) = sound_beginning(encoding, bytes);
            let kana = text.chars().filter(|letter| matches!(letter, 'ぁ'..='ヶ')).count();
            // Kana are what Japanese text has most of; in a wrong encoding its bytes become rare kanji or halfwidth
            // letters.
            if at == 0 || kana > best.0 {
                best = (kana, encoding, text, end);
            }
        }
        let (_, encoding, text, end) = best;
        let line = text.matches('\n').count() + 1;
        let column = text.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        Self { encoding, line, column, byte: bytes.get(end).copied() }
    }

    fn finding(&self, name: &str) -> Diagnostic {
        let byte = self.byte.map_or_else(|| "-".to_owned(), |byte| format!("0x{byte:02X}"));
        Diagnostic::new(Code::J0805)
            .arg("path", name)
            .arg("encoding", called(self.encoding))
            .arg("line", self.line.to_string())
            .arg("column", self.column.to_string())
            .arg("byte", byte)
    }
}

/// The letters before the first byte that is none in `encoding`, and the place of that byte.
fn sound_beginning(encoding: &'static Encoding, bytes: &[u8]) -> (String, usize) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        // The decoder has read past the bad bytes; both numbers together lead back to the first of them.
        DecoderResult::Malformed(bad, after) => (text, read.saturating_sub(usize::from(bad) + usize::from(after))),
        DecoderResult::InputEmpty | DecoderResult::OutputFull => (text, read),
    }
}

/// Returns the encoding that the detector takes the bytes for, with a lean to Japanese.
fn guess_encoding(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(Some(b"jp"), Utf8Detection::Allow)
}

/// UTF-16 that bears no mark: its ASCII letters and line ends hold a byte zero, which no other text does, and read in
/// the right order nearly all of it is Japanese or ASCII.
fn utf16_without_mark(bytes: &[u8]) -> Option<Decoded> {
    if !bytes.contains(&0) || !bytes.len().is_multiple_of(2) || Encoding::for_bom(bytes).is_some() {
        return None;
    }
    let read = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let usual = text.chars().filter(|letter| is_usual(*letter)).count();
        // Read in the wrong order, the letters are spread over all of Unicode.
        (usual * 10 >= text.chars().count() * 9)
            .then(|| Decoded { text: text.into_owned(), encoding: called(encoding) })
    };
    read(encoding_rs::UTF_16LE).or_else(|| read(encoding_rs::UTF_16BE))
}

/// Letters of which Japanese texts consist.
fn is_usual(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0x09..=0x0D | 0x20..=0x7E | 0x2460..=0x24FF | 0x3000..=0x30FF | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF)
}

fn called(encoding: &'static Encoding) -> &'static str {
    if encoding == encoding_rs::SHIFT_JIS { "Shift_JIS (CP932)" } else { encoding.name() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "第１条　この規程は、患者の情報を共有するための約束を定める。\r\n２　管理者は、①を行う。\r\n";

    fn check(bytes: &[u8], encoding: &str) {
        let decoded = decode(bytes, "x.txt").unwrap_or_else(|fault| panic!("{encoding}: {fault:?}"));
        assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
    }

    #[test]
    fn every_encoding_is_found() {
        check(TEXT.as_bytes(), "UTF-8");
        check(format!("\u{FEFF}{TEXT}").as_bytes(), "UTF-8");
        check(&encoding_rs::SHIFT_JIS.encode(TEXT).0, "Shift_JIS (CP932)");
        check(&encoding_rs::EUC_JP.encode(TEXT).0, "EUC-JP");
        check(&encoding_rs::ISO_2022_JP.encode(TEXT).0, "ISO-2022-JP");
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&little, "UTF-16LE");
        check(&big, "UTF-16BE");
        check(&[b"\xFF\xFE".as_slice(), &little].concat(), "UTF-16LE");
        check(&[b"\xFE\xFF".as_slice(), &big].concat(), "UTF-16BE");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let code = |bytes: &[u8]| decode(bytes, "x").err().map(|fault| fault.code);
        for bytes in [b"\x89PNG\r\n".as_slice(), b"{\\rtf1"] {
            assert_eq!(code(bytes), Some(Code::J0802));
        }
        assert_eq!(code(b"a\0b\0\0"), Some(Code::J0802));
        assert_eq!(code(b""), Some(Code::J0804));
        assert_eq!(code("\u{3000}\n\u{FEFF}".as_bytes()), None);
        assert_eq!(code(" \u{3000}\r\n\t\n".as_bytes()), Some(Code::J0804));
    }

    #[test]
    fn what_is_damaged_is_told_with_its_place() {
        let place = |bytes: &[u8]| {
            assert_eq!(decode(bytes, "x").unwrap_err().code, Code::J0805);
            let broken = BrokenText::of(bytes);
            (called(broken.encoding), broken.line, broken.column)
        };
        let text = encoding_rs::SHIFT_JIS.encode("かえで市の決まり\n第１条　会員は、約束を守る").0;
        assert_eq!(place(&text[..text.len() - 1]), ("Shift_JIS (CP932)", 2, 13));
        let mixed =
            [b"\xE3\x81\x8B\xE3\x81\x88\xE3\x81\xA7\n".as_slice(), &encoding_rs::SHIFT_JIS.encode("会員の約束").0]
                .concat();
        assert_eq!(place(&mixed), ("UTF-8", 2, 1));
    }

    #[test]
    fn reading_is_bounded() {
        let mut endless = io::repeat(b'a');
        assert_eq!(read_bytes(&mut endless, "x").unwrap_err().code, Code::J0803);
    }
}
