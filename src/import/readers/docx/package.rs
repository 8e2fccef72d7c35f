//! The container: a zip of which only the parts with text are read, each within bounds.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Element};
use crate::base::diagnostics::{Code, Diagnostic};

/// The largest file that is read, in bytes: photographs may make up most of it.
pub const LARGEST: u64 = 100 * 1024 * 1024;
/// The greatest number of entries of a container: Word writes some dozens, and one for each picture.
const MOST_ENTRIES: usize = 10_000;
/// The greatest number of bytes of XML that are unpacked, all parts together: a thousand pages have about 30 MiB.
const MOST_XML: u64 = 64 * 1024 * 1024;

/// The signature of an entry in the directory of a zip.
const ENTRY: &[u8] = b"PK\x01\x02";
/// The container of Word before 2007 and of encrypted files.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether `bytes` are a container of documents, of whatever program: a zip or a compound file.
#[must_use]
pub fn is_container(bytes: &[u8]) -> bool {
    is_zip(bytes) || bytes.starts_with(COMPOUND)
}

/// Whether `bytes` begin as a zip does.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// An opened container.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    name: &'a str,
    /// The number of bytes that may still be unpacked.
    left: u64,
    /// The number of elements that were read.
    count: usize,
}

/// A reference of a part to another.
pub(super) struct Relation {
    /// The last word of its type: `header`, `footnotes`.
    pub(super) kind: String,
    /// The part.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    /// Opens `bytes`, the content of the file `name`.
    ///
    /// # Errors
    /// J0840 where the zip is broken, J0841 for an old .doc, J0842 where it is encrypted, J0844 where it lists too much.
    pub(super) fn open(bytes: &'a [u8], name: &'a str) -> Result<Self, Box<Diagnostic>> {
        // Encrypted .docx files are compound files with a stream of that name, and old .doc files are such files
        // without.
        if bytes.starts_with(COMPOUND) {
            let code = if holds_name(bytes, "EncryptedPackage") { Code::J0842 } else { Code::J0841 };
            return Err(package_fault(code, name).into());
        }
        // Counted before the directory is read: each entry of it takes memory.
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).take(MOST_ENTRIES + 1).count() > MOST_ENTRIES {
            return Err(too_much(name, "entries").into());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Box::new(broken_archive(name, &error)))?;
        Ok(Self { archive, name, left: MOST_XML, count: 0 })
    }

    /// The part that holds the text.
    ///
    /// # Errors
    /// J0843 where another program's file is in the container, J0847 where nothing is that Word could open; those of
    /// [`Self::part`].
    pub(super) fn main(&mut self) -> Result<String, Box<Diagnostic>> {
        let relations = self.relations("")?;
        let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
        // Without relations the name is the one that Word gives.
        let main = main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
        let has = |start: &str| self.archive.file_names_raw().any(|name| name.starts_with(start.as_bytes()));
        let kind = [("xl/", "excel"), ("ppt/", "powerpoint"), ("content.xml", "opendocument")];
        let kind = kind.into_iter().find(|(start, _)| has(start) && !has("word/")).map(|(_, kind)| kind);
        // A file of Excel or PowerPoint has an officeDocument too, which is not read for text.
        if self.archive.index_for_name(&main).is_some() && kind.is_none() {
            return Ok(main);
        }
        if kind.is_none() && has("word/") {
            return Err(package_fault(Code::J0847, self.name).into());
        }
        Err(package_fault(Code::J0843, self.name).arg("kind", kind.unwrap_or("other")).into())
    }

    /// Returns the references of `part` to others; the container itself has the name "".
    ///
    /// # Errors
    /// Those of [`Self::part`].
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Box<Diagnostic>> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(root) = self.part(&format!("{folder}{slash}_rels/{file}.rels"))? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        // What is external is an address, and nothing is fetched.
        for element in root.elements().filter(|element| element.attribute("TargetMode") != Some("External")) {
            let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target")) else { continue };
            // The last word is the same in the transitional and in the strict vocabulary.
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{folder}{slash}{target}"),
            };
            found.push(Relation { kind, target });
        }
        Ok(found)
    }

    /// The XML of a part; `None` where there is none of that name.
    ///
    /// # Errors
    /// J0840 where it cannot be unpacked, J0842 where it is encrypted, J0844 where it is too large, J0845 and J0846
    /// where it is no XML that Word writes.
    pub(super) fn part(&mut self, part: &str) -> Result<Option<Element>, Box<Diagnostic>> {
        let Some(index) = self.archive.index_for_name(part) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|error| Box::new(broken_archive(self.name, &error)))?;
        let mut bytes = Vec::new();
        // What the directory says of sizes is not believed.
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|error| Box::new(broken_archive(self.name, &ZipError::Io(error))))?;
        self.left = match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => left,
            None => return Err(too_much(self.name, "size").into()),
        };
        xml::parse_elements(&bytes, &mut self.count).map(Some).map_err(|wrong| {
            Box::new(match wrong {
                xml::Wrong::Deep => too_much(self.name, "depth"),
                xml::Wrong::Many => too_much(self.name, "elements"),
                xml::Wrong::Entities => package_fault(Code::J0846, self.name).arg("part", part),
                xml::Wrong::Syntax(reason) => {
                    package_fault(Code::J0845, self.name).arg("part", part).arg("reason", reason)
                }
            })
        })
    }
}

fn package_fault(code: Code, name: &str) -> Diagnostic {
    Diagnostic::new(code).arg("path", name)
}

fn too_much(name: &str, what: &'static str) -> Diagnostic {
    Diagnostic::new(Code::J0844).arg("path", name).arg("what", what)
}

fn broken_archive(name: &str, error: &ZipError) -> Diagnostic {
    let locked = matches!(error, ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED);
    if locked || matches!(error, ZipError::InvalidPassword) {
        return package_fault(Code::J0842, name);
    }
    Diagnostic::new(Code::J0840).arg("path", name).arg("reason", error.to_string())
}

/// Whether a compound file has a stream of that name, which its directory holds in UTF-16.
fn holds_name(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
