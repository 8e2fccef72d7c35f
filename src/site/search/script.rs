//! A piece of the index as a script: pages opened from a disk may load scripts and nothing else.

use serde::Serialize;

use crate::base::artifact::Artifact;
use crate::base::locale::Lang;

/// The folder of the index below that of the language; the page of search stands in it too.
const FOLDER: &str = "search";

/// A piece of the index that was made, with the sum by which the page knows that it is whole.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) file: Artifact,
    pub(super) sum: String,
}

/// Returns the piece `name` in `lang` with `content`.
pub(super) fn piece(lang: Lang, name: &str, content: &impl Serialize) -> serde_json::Result<Piece> {
    let json = serde_json::to_string(content)?;
    let sum = text_sum(&json);
    // JSON has neither line ends nor single quotes of its own; what is left is what a string of a script escapes.
    let quoted = json.replace('\\', "\\\\").replace('\'', "\\'");
    let script = format!("junsoku.search.put('{lang}','{name}','{sum}','{quoted}');\n");
    Ok(Piece { file: Artifact::new(format!("{lang}/{FOLDER}/{name}.js"), script), sum })
}

/// Returns the sum of `text` over its UTF-16 units (FNV-1a, 32 bits), which scripts compute at little cost. It finds damage and
/// files of another build, not malice.
fn text_sum(text: &str) -> String {
    let sum = text.encode_utf16().fold(0x811C_9DC5_u32, |sum, unit| (sum ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    format!("{sum:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_a_script_whatever_it_holds() {
        let piece = piece(Lang::Ja, "text-0", &["it's \"5\\6\"\n<b>"]).expect("a piece");
        assert_eq!(piece.file.path, "ja/search/text-0.js");
        let script = String::from_utf8(piece.file.bytes).expect("letters");
        let expected = r#"'["it\'s \\"5\\\\6\\"\\n<b>"]');"#;
        assert!(script.trim_end().ends_with(expected), "{script}");
        // As published for FNV-1a of the single unit 0x61.
        assert_eq!(text_sum("a"), "e40c292c");
    }
}
