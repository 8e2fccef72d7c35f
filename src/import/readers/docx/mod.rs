//! The reader of Word files (.docx): the lines that Word prints, with the labels that it counts, and a word in the
//! report for everything that stands in the file and not in the lines.

mod body;
mod check;
mod fields;
mod formats;
mod grid;
mod numbering;
mod open_paragraphs;
mod package;
mod paragraph;
mod pieces;
mod prompts;
mod styles;
mod symbols;
mod xml;

use std::collections::BTreeSet;

pub use package::{LARGEST, is_container, is_zip};

use self::body::{DocxReader, Parts};
use self::numbering::Numbering;
use self::package::Package;
use self::styles::WordStyles;
use self::xml::Element;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::notation::widths::folded;
use crate::import::outline::source::{LeftOut, SourceText, Why};

/// Reads the Word file `bytes`, which `name` held.
///
/// # Errors
/// J0804 where it has no letters, J0840–J0847 where it is broken, encrypted, of another program, or larger than any
/// policy.
pub fn read_docx(bytes: &[u8], name: &str) -> Result<SourceText, Box<Diagnostic>> {
    let mut package = Package::open(bytes, name)?;
    let main = package.main()?;
    let relations = package.relations(&main)?;
    let mut get = |kind: &str| {
        let target = relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.as_str());
        target.map_or(Ok(None), |target| package.part(target))
    };
    let (styles, numbering) = (get("styles")?, get("numbering")?);
    let (footnotes, endnotes, comments) = (get("footnotes")?, get("endnotes")?, get("comments")?);
    let furniture = furniture(&mut package, &relations)?;
    let missing = || Box::new(Diagnostic::new(Code::J0847).arg("path", name));
    let document = package.part(&main)?.ok_or_else(missing)?;

    let styles = styles.as_ref().map(WordStyles::read).unwrap_or_default();
    let mut reader = DocxReader::new(&document, &styles);
    reader.numbering = numbering.as_ref().map(|root| Numbering::read(root, &styles)).unwrap_or_default();
    for part in [Some(&document), footnotes.as_ref(), endnotes.as_ref()].into_iter().flatten() {
        reader.marks.extend(fields::marks(part));
        reader.controls.extend(prompts::controls(part, &styles));
    }
    reader.footnotes = notes_by_id(footnotes.as_ref(), "footnote");
    reader.endnotes = notes_by_id(endnotes.as_ref(), "endnote");
    reader.comments = notes_by_id(comments.as_ref(), "comment");
    reader.blocks(&document, None);
    check::check_letters(&mut reader);
    // Headers and footers are told once for the file, since every section repeats them.
    let mut source = reader.source;
    source.left_out.extend(reader.contents);
    source.left_out.extend(furniture.into_iter().map(|text| LeftOut { line: 1, text, why: Why::PageHeader }));
    if source.lines.is_empty() {
        return Err(Box::new(Diagnostic::new(Code::J0804).arg("path", name)));
    }
    Ok(source)
}

/// Notes or comments by their ids.
fn notes_by_id<'a>(root: Option<&'a Element>, name: &str) -> Parts<'a> {
    let all = root.into_iter().flat_map(Element::elements).filter(|element| element.is(name));
    all.filter_map(|element| Some((element.attribute("id")?, element))).collect()
}

/// The lines of headers and footers, each once.
fn furniture(package: &mut Package<'_>, relations: &[package::Relation]) -> Result<BTreeSet<String>, Box<Diagnostic>> {
    let targets: BTreeSet<&str> = relations
        .iter()
        .filter(|relation| matches!(relation.kind.as_str(), "header" | "footer"))
        .map(|relation| relation.target.as_str())
        .collect();
    let mut found = BTreeSet::new();
    for target in targets {
        let Some(root) = package.part(target)? else { continue };
        let mut line = String::new();
        furniture_lines(&root, &mut line, &mut found);
        found.insert(line);
    }
    found.retain(|line| !folded(line).is_empty());
    Ok(found)
}

/// The letters in `element` as lines; the last one stays open.
fn furniture_lines(element: &Element, line: &mut String, found: &mut BTreeSet<String>) {
    if fields::is_skipped(element) {
        return;
    }
    match &*element.name {
        "t" => line.push_str(&element.text()),
        "textpath" => line.push_str(element.attribute("string").unwrap_or("")),
        "tab" | "br" => line.push(' '),
        _ => {}
    }
    element.elements().for_each(|inner| furniture_lines(inner, line, found));
    if element.is("p") {
        found.insert(std::mem::take(line).trim().to_owned());
    }
}
