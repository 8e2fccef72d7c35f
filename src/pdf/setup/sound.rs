//! A look at what a program gave as a PDF: whether it is one, of the standards that were asked for. The program may be
//! another than it says, and what it gives is published.

use lopdf::Document;

/// The standards of every PDF: accessible (PDF/UA-1) and lasting (PDF/A-2a), as typst is asked for them.
pub(in crate::pdf) const STANDARDS: &str = "ua-1,a-2a";

/// The claims of such a PDF in its XMP metadata (ISO 14289-1, 5; ISO 19005-2, 6.6.4).
pub(super) const CLAIMS: [&[u8]; 3] =
    [b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>A</pdfaid:conformance>"];

/// A reason why bytes are not taken for a sound PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfFault {
    /// They do not begin or end as a PDF.
    Header,
    /// They cannot be read, or have not the pages that they say they have.
    Pages,
    /// They do not say that they keep to the standards.
    Standard,
}

impl PdfFault {
    /// The word by which messages choose what they say.
    pub(in crate::pdf) fn word(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Pages => "pages",
            Self::Standard => "standard",
        }
    }
}

/// Looks at the header, the standards and the pages of `pdf`, and returns how many of these there are.
///
/// # Errors
/// The first fault.
pub(in crate::pdf) fn page_count(pdf: &[u8]) -> Result<usize, PdfFault> {
    if !pdf.starts_with(b"%PDF-1.7") || !pdf.trim_ascii_end().ends_with(b"%%EOF") {
        return Err(PdfFault::Header);
    }
    // typst leaves the metadata unpacked, so that their words can be looked for as they are.
    if !CLAIMS.iter().all(|claim| last_offset(pdf, claim).is_some()) {
        return Err(PdfFault::Standard);
    }
    // Read by another library than the one that wrote it: a file that is cut short has no table of its objects.
    let pages = Document::load_mem(pdf).map_err(|_| PdfFault::Pages)?.get_pages().len();
    if pages == 0 || claimed_pages(pdf).is_some_and(|claimed| claimed != pages) {
        return Err(PdfFault::Pages);
    }
    Ok(pages)
}

/// Returns the number of pages that the metadata names.
fn claimed_pages(pdf: &[u8]) -> Option<usize> {
    const BEGIN: &[u8] = b"<xmpTPg:NPages>";
    let after = pdf.get(last_offset(pdf, BEGIN)? + BEGIN.len()..)?;
    let digits = after.get(..after.iter().position(|byte| *byte == b'<')?)?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Returns the offset of `words` in `pdf`; searched from the end, near which the metadata stand.
pub(super) fn last_offset(pdf: &[u8], words: &[u8]) -> Option<usize> {
    pdf.windows(words.len()).rposition(|window| window == words)
}

#[cfg(test)]
pub(super) mod tests {
    use lopdf::{Document, Object, Stream, dictionary};

    use super::*;

    /// The bytes of a PDF of two pages with this title, which says what `claims` say.
    pub(crate) fn two_pages(title: &str, claims: &[u8]) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        let pages = document.new_object_id();
        let kids: Vec<Object> =
            (0..2).map(|_| document.add_object(dictionary! { "Type" => "Page", "Parent" => pages }).into()).collect();
        document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 2 }.into());
        let mut xmp = format!("<dc:title>{title}</dc:title><xmpTPg:NPages>2</xmpTPg:NPages>").into_bytes();
        xmp.extend_from_slice(claims);
        let metadata = document.add_object(Stream::new(dictionary! { "Type" => "Metadata" }, xmp));
        let catalog = dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => metadata };
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_is_no_pdf_of_the_standards_is_told() {
        let sound = two_pages("t", &CLAIMS.concat());
        assert_eq!(page_count(&sound), Ok(2));
        assert_eq!(page_count(b"<html></html>"), Err(PdfFault::Header));
        assert_eq!(page_count(&sound[..sound.len() / 2]), Err(PdfFault::Header));
        assert_eq!(page_count(&two_pages("t", CLAIMS[0])), Err(PdfFault::Standard));
        let hollow = [b"%PDF-1.7\n".to_vec(), CLAIMS.concat(), b"\n%%EOF\n".to_vec()].concat();
        assert_eq!(page_count(&hollow), Err(PdfFault::Pages));
        let other = String::from_utf8_lossy(&sound).replace("NPages>2<", "NPages>3<");
        // A letter outside ASCII in a comment of the header becomes longer, which the reader does not mind.
        assert!(page_count(other.as_bytes()).is_err());
    }
}
