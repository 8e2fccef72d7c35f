//! Pictures of a site: what stands below `pictures/` in the content folder.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use walkdir::DirEntry;

use super::files::{PICTURES, PlainFile, files_in, plain_file, unreadable_content};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};

/// The largest picture, in bytes: a photograph of a telephone has about half of it.
const LARGEST: u64 = 10 * 1024 * 1024;

/// The kinds of pictures that browsers and typst both show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
}

impl PictureKind {
    /// Returns the kind that the ending of `path` names.
    fn of_name(path: &str) -> Option<Self> {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            _ => None,
        }
    }

    /// Whether a file of this kind begins so: PNG 5.2, JPEG's start of image, and for SVG any text with its element.
    fn fits(self, beginning: &[u8]) -> bool {
        match self {
            Self::Png => beginning.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Jpeg => beginning.starts_with(&[0xff, 0xd8, 0xff]),
            Self::Svg => String::from_utf8_lossy(beginning).contains("<svg"),
        }
    }
}

/// A picture.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// Its path below `pictures/`, with `/`.
    pub path: String,
    /// Its kind.
    pub kind: PictureKind,
    /// Its size in bytes.
    pub size: u64,
    /// The file as a place, without its text.
    pub place: Place,
    source: PathBuf,
}

impl PictureFile {
    /// Returns the path of its file on the disk.
    #[must_use]
    pub fn source(&self) -> &Path {
        &self.source
    }

    /// Returns its bytes.
    ///
    /// # Errors
    /// A finding J0105 where it cannot be read.
    pub fn read(&self) -> Result<Vec<u8>, Box<Diagnostic>> {
        fs::read(&self.source).map_err(|error| Box::new(unreadable_content(&self.source, &error)))
    }
}

/// The pictures below `root`, by path. What is no picture, is too large or could run a script is reported (J0222, J0103,
/// J0223).
pub(super) fn list_pictures(root: &Path, findings: &mut Diagnostics) -> Vec<PictureFile> {
    let folder = root.join(PICTURES);
    let mut pictures = Vec::new();
    for entry in files_in(&folder, &[], findings) {
        match picture(root, &folder, &entry) {
            Ok(picture) => {
                findings.extend(script_warning(&picture));
                pictures.push(picture);
            }
            Err(fault) => findings.push(fault),
        }
    }
    pictures
}

fn picture(root: &Path, folder: &Path, entry: &DirEntry) -> Result<PictureFile, Diagnostic> {
    let PlainFile { path, size, place } = plain_file(root, folder, entry, LARGEST)?;
    let source = entry.path();
    let refused = |kind: &str| Diagnostic::new(Code::J0222).at(&place).arg("kind", kind).arg("name", &path);
    let kind = PictureKind::of_name(&path).ok_or_else(|| refused("ending"))?;
    let beginning = beginning_of(source).map_err(|error| unreadable_content(source, &error))?;
    if !kind.fits(&beginning) {
        return Err(refused("content"));
    }
    Ok(PictureFile { path, kind, size, place, source: source.to_owned() })
}

/// The first bytes of a file, enough for the head of an SVG with its comments.
fn beginning_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::new();
    fs::File::open(path)?.take(64 * 1024).read_to_end(&mut beginning)?;
    Ok(beginning)
}

/// The warning for a drawing that could run something or load something where it is opened by itself. Pages show it as a
/// picture only, in which browsers run nothing (SVG 2, 2.2.5: secure static mode).
fn script_warning(picture: &PictureFile) -> Option<Diagnostic> {
    if picture.kind != PictureKind::Svg {
        return None;
    }
    let text = String::from_utf8_lossy(&picture.read().ok()?).to_ascii_lowercase();
    let handler = |text: &str| {
        text.split_whitespace().any(|word| word.starts_with("on") && word.contains('=') && !word.starts_with("on="))
    };
    let found = ["<script", "javascript:", "<foreignobject"].into_iter().find(|sign| text.contains(sign));
    let found = found.or_else(|| handler(&text).then_some("on…="))?;
    Some(Diagnostic::new(Code::J0223).at(&picture.place).arg("name", &picture.path).arg("found", found))
}
