//! What the container of an .xlsx tells besides its cells: how large it is, macros, rows that are hidden.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// What was found beside the cells.
#[derive(Debug, Default)]
pub(super) struct Container {
    /// Whether it holds macros.
    pub(super) has_macros: bool,
    /// The numbers of hidden rows, rising, by the name of the sheet.
    pub(super) hidden_rows: BTreeMap<String, Vec<usize>>,
}

/// What is in the container has more bytes than any list needs.
pub(super) struct TooLarge;

/// The most bytes that the parts of a workbook have when they are unpacked.
const LARGEST: u64 = 512 * 1024 * 1024;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Looks into the workbook `bytes`; `None` where it is another kind of file.
///
/// # Errors
/// It is too large.
pub(super) fn look_into(bytes: &[u8]) -> Result<Option<Container>, TooLarge> {
    let Ok(mut archive) = Archive::new(Cursor::new(bytes)) else { return Ok(None) };
    let mut size: u64 = 0;
    for at in 0..archive.len() {
        size = size.saturating_add(archive.by_index_raw(at).map_or(0, |part| part.size()));
    }
    if size > LARGEST {
        return Err(TooLarge);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Ok(None);
    }
    let mut container =
        Container { has_macros: archive.index_for_name("xl/vbaProject.bin").is_some(), ..Container::default() };
    for (name, part) in sheet_parts(&mut archive) {
        let mut hidden = Vec::new();
        let mut count = 0;
        for_each_element(&mut archive, &part, &mut |element| {
            if element.local_name().as_ref() == "row" {
                count = attribute(element, "r").and_then(|number| number.parse().ok()).unwrap_or(count + 1);
                if attribute(element, "hidden").is_some_and(|value| value == "1" || value == "true") {
                    hidden.push(count);
                }
            }
        });
        if !hidden.is_empty() {
            hidden.sort_unstable();
            container.hidden_rows.insert(name, hidden);
        }
    }
    Ok(Some(container))
}

/// The names of the sheets and their parts (ECMA-376, part 1, 18.2.19).
fn sheet_parts(archive: &mut Archive<'_>) -> Vec<(String, String)> {
    let mut targets = BTreeMap::new();
    for_each_element(archive, "xl/_rels/workbook.xml.rels", &mut |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, part);
        }
    });
    let mut sheets = Vec::new();
    for_each_element(archive, "xl/workbook.xml", &mut |element| {
        if element.local_name().as_ref() == "sheet" {
            let id = element.attributes().flatten().find(|found| found.key.local_name().as_ref() == "id");
            let part = id.and_then(|id| targets.get(id.value.as_ref()));
            if let (Some(name), Some(part)) = (attribute(element, "name"), part) {
                sheets.push((name, part.clone()));
            }
        }
    });
    sheets
}

/// Calls `look` for each element of a part; what is no XML ends it, since the reader of cells will tell.
fn for_each_element(archive: &mut Archive<'_>, part: &str, look: &mut dyn FnMut(&BytesStart<'_>)) {
    let Ok(file) = archive.by_name(part) else { return };
    // A part may be longer than its entry says.
    let mut reader = Reader::from_reader(BufReader::new(file.take(LARGEST)));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => look(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// The attribute `name` of `element`, with its references resolved.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|found| found.key.as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
