//! The reader that fits a file, and what is settled of its lines whatever file they came from.

use super::outline::source::SourceText;
use super::readers::private_letters::with_private_letters_told;
use super::readers::radicals::with_usual_kanji;
use super::readers::text_rows::with_numbered_rows_as_lines;
use super::readers::{docx, encoding, html, pdf, text};
use crate::base::diagnostics::{Code, Diagnostic};

/// Reads `bytes`, which `name` held, with the reader that fits their content, and says what they were read as.
/// `markdown` says that the name ends in .md.
///
/// # Errors
/// Those of [`encoding::decode`], [`docx::read_docx`], [`html::read_html`] and [`pdf::read_pdf`]; J0818 where there is more
/// text than content may hold.
pub fn read_source(bytes: &[u8], name: &str, markdown: bool) -> Result<(SourceText, &'static str), Box<Diagnostic>> {
    // The first bytes decide and not the name: offices send Word files as .txt and pages without an ending.
    if docx::is_container(bytes) {
        let source = settled(docx::read_docx(bytes, name)?);
        bounded(source.lines.iter().map(|line| line.text.len()).sum(), name)?;
        return Ok((source, "Word (.docx)"));
    }
    if pdf::is_pdf(bytes) {
        let source = with_private_letters_told(pdf::read_pdf(bytes, name)?);
        bounded(source.lines.iter().map(|line| line.text.len()).sum(), name)?;
        return Ok((source, "PDF"));
    }
    let decoded = encoding::decode(bytes, name)?;
    bounded(decoded.text.len(), name)?;
    // A page may begin without <html>, and then only its name tells it from text.
    let named_html = [".html", ".htm", ".xhtml"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending));
    if named_html || html::is_html(&decoded.text) {
        return Ok((settled(html::read_html(&decoded.text, name)?), decoded.encoding));
    }
    Ok((settled(text::read_text(&decoded.text, markdown)), decoded.encoding))
}

/// What a reader gave, with the letters settled that no reader knows of: radicals, 外字; and with
/// texts as lines that stand in tables beside their numbers.
fn settled(source: SourceText) -> SourceText {
    with_numbered_rows_as_lines(with_private_letters_told(with_usual_kanji(source)))
}

/// Refuses text of which more is made than content may hold; said before the work, which may take a minute.
fn bounded(bytes: usize, name: &str) -> Result<(), Box<Diagnostic>> {
    let most = encoding::MOST_TEXT;
    if u64::try_from(bytes).is_ok_and(|bytes| bytes <= most) {
        return Ok(());
    }
    let kib = |bytes: u64| (bytes.div_ceil(1024)).to_string();
    let size = kib(u64::try_from(bytes).unwrap_or(u64::MAX));
    Err(Box::new(Diagnostic::new(Code::J0818).arg("path", name).arg("size", size).arg("limit", kib(most))))
}
