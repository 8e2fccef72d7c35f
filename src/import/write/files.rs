//! The files of a region from an outline: `region.yaml`, the document, its appended tables and forms.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::escape::escape_markdown;
use super::form;
use super::linked::{ReferencePlace, WrittenLink};
use super::plan::PlannedDivision;
use super::targets::Targets;
use super::writer::{ContentWriter, editor_note, japanese_words, levels_of, optional_words};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::Place;
use crate::base::notation::dates::DateStyle;
use crate::base::notation::numbers::numbers;
use crate::base::notation::numerals::{Numeral, Template};
use crate::base::notation::widths::folded;
use crate::content::{self, Bilingual, Located, Standing, yaml_of};
use crate::import::outline::doubt::Doubt;
use crate::import::outline::tree::{Codes, Outline};
use crate::import::outline::words::SourceWords;
use crate::import::recognise::front;
use crate::import::recognise::in_force::{InForce, in_force};
use crate::import::shapes::heads::Begins;
use crate::import::shapes::style::NumberStyle;
use crate::machine::write_unfinished;
use crate::platform::below_root;

/// The names of the files.
#[derive(Debug, Clone)]
pub struct Names {
    /// The region's id.
    pub region: String,
    /// The document's id.
    pub document: String,
    /// The region's name; its id where left out.
    pub name: Option<String>,
}

/// The files, what was doubtful on the way, and how many references became links.
pub(in crate::import) struct Written {
    pub(in crate::import) files: Vec<Artifact>,
    pub(in crate::import) doubts: Vec<Doubt>,
    pub(in crate::import) links: usize,
    /// The forms by their divisions: their ids, and the dates that are printed by their labels alone.
    pub(in crate::import) forms: BTreeMap<usize, (String, BTreeSet<String>)>,
    /// The links of the texts of provisions, by their anchors, where some are to be computed.
    pub(in crate::import) provision_links: BTreeMap<String, Vec<WrittenLink>>,
}

/// The files of `outline`, in which the references at `typed` keep their words.
pub(in crate::import) fn outline_files(
    outline: &Outline,
    divisions: &[PlannedDivision<'_>],
    dates: DateStyle,
    names: &Names,
    typed: &BTreeSet<ReferencePlace>,
) -> Written {
    // All targets before any text: 第１条 may refer to the last 様式.
    let targets = Targets::of(divisions);
    let mut writer = ContentWriter {
        outline,
        document_id: &names.document,
        divisions,
        targets,
        dates,
        doubts: Vec::new(),
        links: 0,
        typed,
        provision_links: BTreeMap::new(),
    };
    let folder = format!("regions/{}", names.region);
    let mut files = vec![Artifact::new(format!("{folder}/region.yaml"), yaml_of(&writer.region(names)))];
    // A form alone is asked for by no document, and an empty one would be a page without words.
    if !outline.forms_alone {
        let document = writer.document(names);
        files.push(Artifact::new(format!("{folder}/{}.yaml", names.document), yaml_of(&document)));
    }
    for division in divisions {
        let Some(codes) = &division.division.codes else { continue };
        let path = format!("{folder}/tables/{}.yaml", division.id);
        files.push(Artifact::new(path, yaml_of(&ContentWriter::table(division, codes))));
    }
    let mut forms = BTreeMap::new();
    for (at, division) in divisions.iter().enumerate() {
        let Some(draft) = &division.division.form else { continue };
        let file = form::form_file(draft, &mut writer);
        files.push(Artifact::new(format!("{folder}/forms/{}.yaml", division.id), file.yaml));
        forms.insert(at, (division.id.clone(), file.bare_dates));
    }
    let ContentWriter { doubts, links, provision_links, .. } = writer;
    Written { files, doubts, links, forms, provision_links }
}

/// Whether a label has a number that a set does not count: の２ of 様式第１号の２.
pub(in crate::import) fn has_branch(label: &str) -> bool {
    numbers(label).len() > 1
}

/// The label of appended tables as the set prints it, where the label of this one has a number.
pub(in crate::import) fn table_style(label: &str) -> Option<NumberStyle> {
    let at = label.find(|letter: char| {
        letter.is_ascii_digit() || ('０'..='９').contains(&letter) || "一二三四五六七八九十".contains(letter)
    })?;
    // A branch is of no style that all labels have.
    let number = numbers(label).into_iter().next().filter(|_| !has_branch(label))?;
    let numeral = match label[at..].chars().next()? {
        '0'..='9' => Numeral::Ascii,
        '０'..='９' => Numeral::Wide,
        _ => Numeral::Kanji,
    };
    let style = NumberStyle {
        before: label[..at].to_owned(),
        numeral: Some(numeral),
        after: number.after.to_owned(),
        joint: None,
    };
    // 別表０１ and 別表二〇 are written in a way that no style prints, and stand as words.
    (folded(&style.print(&[number.value], "")) == folded(label)).then_some(style)
}

impl ContentWriter<'_> {
    fn region(&self, names: &Names) -> content::WrittenSet {
        let name = names.name.as_deref().unwrap_or(&names.region);
        // The format asks for a council, and the region's name is what the reader knows for certain.
        let council = Some(&self.outline.front.issuer).filter(|issuer| !issuer.is_empty());
        let mut set = content::WrittenSet::new(
            Bilingual::japanese(name),
            Bilingual::japanese(council.map_or(name, |issuer| &issuer.text)),
            Bilingual::japanese(self.title(names)),
        );
        let style = |division: &PlannedDivision<'_>, en: &str| {
            let style = table_style(&division.division.label.text)?;
            Some(content::WrittenStyle::new(Template::of(&style.template()), Template::of(en)))
        };
        let mut tables = self.divisions.iter().filter(|division| division.division.codes.is_some());
        set.table_label = tables.next().and_then(|division| style(division, "Appended Table {n}"));
        let numbered =
            |division: &&PlannedDivision<'_>| division.division.form.as_ref().is_some_and(|form| form.number.is_some());
        let form = self.divisions.iter().find(numbered);
        set.form_label = form.and_then(|division| style(division, "Form No. {n}"));
        set
    }

    /// The title, or the region's name where the document has none.
    fn title(&self, names: &Names) -> String {
        let title = &self.outline.front.title;
        let given = names.name.as_deref().unwrap_or(&names.region);
        if title.is_empty() { given.to_owned() } else { title.text.clone() }
    }

    fn table(division: &PlannedDivision<'_>, codes: &Codes) -> content::WrittenCodeTable {
        let title = Some(&division.division.title).filter(|title| !title.is_empty());
        let row = |[code, name]: &[SourceWords; 2]| content::WrittenCodeRow {
            code: code.text.trim().into(),
            ja: name.text.as_str().into(),
            en: None,
            place: Place::nowhere(),
        };
        content::WrittenCodeTable {
            number: Some(division.table.unwrap_or(1).into()),
            formerly: Vec::new(),
            title: japanese_words(title.unwrap_or(&division.division.label)),
            columns: codes.columns.iter().map(japanese_words).collect(),
            rows: codes.rows.iter().map(row).collect(),
            place: Place::nowhere(),
        }
    }

    fn document(&mut self, names: &Names) -> content::WrittenDocument {
        let mut document = content::WrittenDocument::new(Bilingual::japanese(self.title(names)), Standing::Draft);
        let InForce { enacted, amended, .. } = in_force(self.outline);
        document.enacted = enacted.map(Located::from);
        document.amended = amended.into_iter().map(Located::from).collect();
        let histories = self.outline.divisions.iter().flat_map(|division| &division.histories);
        // Histories of 別表 have no provision to hang from (tests/cases/import/circle-title.txt).
        document.editor_notes = histories.map(editor_note).collect();
        self.front(&mut document);
        let divisions = self.divisions;
        for (at, division) in divisions.iter().enumerate().filter(|(_, division)| in_document(division)) {
            match division.division.begins {
                None => {
                    (document.levels, document.paragraph) = levels_of(&division.levels);
                    document.body = self.list(&division.list, at);
                }
                Some(Begins::Supplementary) => document.supplementary.push(self.division(division, at)),
                Some(_) => document.appendices.push(self.division(division, at)),
            }
        }
        document
    }

    fn front(&self, document: &mut content::WrittenDocument) {
        let front = &self.outline.front;
        let DateStyle { calendar, digits } = self.dates;
        // Before any date is written, since a cover keeps a date only if this style prints it with the same letters.
        document.dates = Some(content::DateHabit { calendar, digits, place: Place::nowhere() });
        let date: Option<Date> = front::printed_date(&front.date.text, self.dates);
        if date.is_some() || !front.issuer.is_empty() || !front.name.is_empty() {
            document.cover = Some(content::WrittenCover {
                date: date.map(Located::from),
                issuer: optional_words(&front.issuer),
                name: optional_words(&front.name),
                place: Place::nowhere(),
            });
        }
        let note = |(note, number): (&SourceWords, usize)| content::WrittenProvision {
            ja: Some(escape_markdown(&note.text).into()),
            ..content::WrittenProvision::new(format!("note-{number}"))
        };
        document.notes = front.notes.iter().zip(1..).map(note).collect();
    }

    fn division(&mut self, division: &PlannedDivision<'_>, at: usize) -> content::WrittenDivision {
        let mut made = content::WrittenDivision::new(division.id.as_str());
        // 附則 is what a supplementary provision is called without a label, so that only 付則 and 改正附則 are said.
        made.label = optional_words(&division.division.label).filter(|label| folded(&label.ja.value) != "附則");
        made.title = optional_words(&division.division.title);
        (made.levels, made.paragraph) = levels_of(&division.levels);
        made.body = self.list(&division.list, at);
        made
    }
}

/// Whether the division stands in the document, and not in a file of its own.
fn in_document(division: &PlannedDivision<'_>) -> bool {
    division.division.codes.is_none() && division.division.form.is_none()
}

/// Writes `files` below `root`.
///
/// # Errors
/// What the file system says.
pub fn write_files(root: &Path, files: &[Artifact]) -> io::Result<()> {
    for file in files {
        write_unfinished(&below_root(root, &file.path), &file.bytes)?;
    }
    Ok(())
}
