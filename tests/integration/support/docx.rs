//! A Word file for one test, written in one text.
//!
//! A line `=== word/numbering.xml` begins a part, of which only what stands in its root element is written; what stands
//! above the first one says what the case is about. A line that is no XML is a paragraph.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const SPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" ",
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" ",
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" ",
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" ",
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" ",
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" ",
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"",
);
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a Word file, by their names.
#[derive(Debug, Clone)]
pub(crate) struct Docx {
    pub(crate) parts: BTreeMap<String, Vec<u8>>,
}

impl Docx {
    /// The file that `case` tells.
    pub(crate) fn new(case: &str) -> Self {
        let mut bodies: BTreeMap<String, String> = BTreeMap::new();
        let mut name = None;
        for line in case.lines() {
            if let Some(next) = line.strip_prefix("=== ") {
                name = Some(next.trim().to_owned());
                continue;
            }
            let Some(name) = &name else { continue };
            let body = bodies.entry(name.clone()).or_default();
            if let Some(row) = line.strip_prefix('|') {
                // Rows that follow each other are one table.
                let open = body.strip_suffix("</w:tbl>\n").map(str::to_owned);
                *body = open.unwrap_or_else(|| format!("{body}<w:tbl>\n")) + &table_row(row) + "</w:tbl>\n";
                continue;
            }
            let plain = !line.trim().is_empty() && !line.trim_start().starts_with('<');
            body.push_str(&if plain { paragraph(line) } else { format!("{line}\n") });
        }
        let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut relations = String::new();
        for (at, (name, body)) in bodies.iter().enumerate() {
            let stem: String =
                name.trim_start_matches("word/").trim_end_matches(".xml").trim_end_matches(char::is_numeric).to_owned();
            let root = match stem.as_str() {
                "header" => "hdr",
                "footer" => "ftr",
                other => other,
            };
            let inner = if stem == "document" { format!("<w:body>\n{body}</w:body>") } else { body.clone() };
            let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:{root} {SPACES}>{inner}</w:{root}>");
            parts.insert(name.clone(), text.into_bytes());
            let target = name.trim_start_matches("word/");
            relations.push_str(&format!("<Relationship Id=\"r{at}\" Type=\"{OFFICE}/{stem}\" Target=\"{target}\"/>"));
        }
        let main = format!("<Relationship Id=\"m\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>");
        for (name, relations) in [("_rels/.rels", main), ("word/_rels/document.xml.rels", relations)] {
            let text = format!("<Relationships xmlns=\"{RELATIONS}\">{relations}</Relationships>");
            parts.insert(name.to_owned(), text.into_bytes());
        }
        Self { parts }
    }

    /// The file with another document part.
    pub(crate) fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.parts.insert(name.to_owned(), bytes.into());
        self
    }

    /// The bytes of the file, compressed or not.
    pub(crate) fn bytes(&self, compressed: bool) -> Vec<u8> {
        let method = if compressed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(name.as_str(), options).expect("an entry");
            writer.write_all(bytes).expect("a written entry");
        }
        writer.finish().expect("a zip").into_inner()
    }
}

fn paragraph(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>\n")
}

/// A row of a table, its cells parted by bars: `{2}` before the words of a cell that takes two columns, `{v}` of one that
/// goes on below, `{^}` of one that goes on with the cell above; `¶` parts paragraphs, `{h}` makes the row a head.
fn table_row(row: &str) -> String {
    let heads = row.contains("{h}");
    let row = row.replace("{h}", "");
    let cells = row.trim().trim_end_matches('|').split('|').map(|cell| {
        let mut words = cell.trim();
        let mut properties = String::new();
        while let Some((mark, rest)) = words.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            properties.push_str(&match mark {
                "v" => "<w:vMerge w:val=\"restart\"/>".to_owned(),
                "^" => "<w:vMerge/>".to_owned(),
                span => format!("<w:gridSpan w:val=\"{span}\"/>"),
            });
            words = rest.trim();
        }
        let text: String = words.split('¶').map(paragraph).collect();
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>")
    });
    let cells: String = cells.collect();
    let head = if heads { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
    format!("<w:tr>{head}{cells}</w:tr>\n")
}
