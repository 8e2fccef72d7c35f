//! The reader of PDF files with a text layer: letters with their places, put together to the lines and tables that a
//! reader sees. hayro-interpret reads the file: it is pure Rust, is kept by the makers of typst's PDF tools, knows the
//! character maps of Japanese fonts that are not embedded, and hands over each letter with its place, which `pdftotext`
//! does only where poppler is installed.

mod collect;
mod columns;
mod furniture;
mod rows;
mod rules;
mod sheet;

use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};

use self::collect::PageCollector;
use self::sheet::PdfPages;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::import::outline::source::SourceText;

/// The number of pages that a file may have: no policy with its forms has more.
const MOST_PAGES: usize = 1_000;

/// The number of letters that are read, all pages together: a thousand full pages have about two million.
const MOST_LETTERS: usize = 5_000_000;

/// Whether `bytes` are a PDF file. Some programs put a few bytes before the head (ISO 32000-1, annex H, note 13).
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    const HEAD: &[u8] = b"%PDF-";
    let begin = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let has = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    // A text may speak of %PDF-: behind other bytes it is a head only of a file that has objects too.
    bytes.starts_with(HEAD) || (has(begin, HEAD) && has(bytes, b" obj"))
}

/// Reads the PDF file `bytes`, which `name` held.
///
/// # Errors
/// J0850 where it is damaged, J0851 where it is encrypted, J0852 where it has no text but pictures, J0853 where it is
/// longer than any policy, J0854 where its letters cannot be told.
pub fn read_pdf(bytes: &[u8], name: &str) -> Result<SourceText, Box<Diagnostic>> {
    let fault = |code| Box::new(Diagnostic::new(code).arg("path", name));
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            fault(Code::J0851)
        }
        LoadPdfError::Decryption(DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption)
        | LoadPdfError::Invalid => fault(Code::J0850),
    })?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(fault(Code::J0850));
    }
    if pages.len() > MOST_PAGES {
        let long = Diagnostic::new(Code::J0853).arg("path", name).arg("pages", pages.len().to_string());
        return Err(Box::new(long.arg("most", MOST_PAGES.to_string())));
    }
    let (mut sheets, mut letters) = (PdfPages::default(), 0);
    for page in pages.iter() {
        let found = collected_page(page, MOST_LETTERS - letters);
        letters += found.letters.len();
        if letters >= MOST_LETTERS {
            let long = Diagnostic::new(Code::J0853).arg("path", name).arg("pages", pages.len().to_string());
            return Err(Box::new(long.arg("most", MOST_PAGES.to_string())));
        }
        sheets.add(found);
    }
    sheets.source().map_err(fault)
}

/// The letters and rules of a page, no more than `most` of either.
fn collected_page(page: &Page<'_>, most: usize) -> PageCollector {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let turn: Affine = page.initial_transform(true).to_kurbo();
    // Anew for each page, so that what it keeps is bounded by a page.
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(turn, area, &cache, page.xref(), settings);
    let mut collector = PageCollector::new((f64::from(width), f64::from(height)), most);
    interpret_page(page, &mut context, &mut collector);
    collector
}
