//! An amendment in words, for pages, sheets and terminals alike.

use jiff::civil::Date;
use serde::Serialize;

use super::Amendment;
use super::instructions::{AmendingText, amending_text};
use super::marks::MarkedText;
use super::merged::{MergedLine, MergedPiece, MergedState, merged_lines};
use super::renumbering::only_writing;
use super::suspects::SuspectCause;
use super::table::{Remark, Says, Table, TableCell, TableRow};
use crate::base::locale::{Lang, Messages};
use crate::compare::Side;
use crate::content::{AmendingWay, Standing};
use crate::corpus::query::notices;
use crate::corpus::{Corpus, Document};

/// The settings of an amendment's view.
#[derive(Debug, Clone, Copy, Default)]
pub struct ViewOptions {
    /// Whether the old side stands at the left.
    pub old_left: bool,
}

/// An amendment, every string in the language of its reader.
#[derive(Debug, Clone, Serialize)]
pub struct View {
    /// The language.
    pub lang: &'static str,
    /// The document's title and what this is.
    pub title: String,
    /// The document's title.
    pub document: String,
    /// The issuer.
    pub issuer: String,
    /// The day from which the new side is in force, for the metadata of a sheet; not the day on which it was made.
    #[serde(skip)]
    pub date: Option<Date>,
    /// The name of the table: 新旧対照表.
    pub name: String,
    /// The versions compared, a line each.
    pub versions: Vec<String>,
    /// Notices about the texts: that they are restated, or a translation.
    pub notices: Vec<String>,
    /// A note on reading the underlines.
    pub note: String,
    /// That nothing changed, where nothing did; then there are no groups.
    pub unchanged: Option<String>,
    /// The heads of the two columns and of the remarks.
    pub heads: [String; 3],
    /// The space between a number and its text.
    pub gap: &'static str,
    /// The table.
    pub groups: Vec<Vec<LineView>>,
    /// The consequences of the renumbering.
    pub lists: Vec<ListView>,
    /// What is said before the table where the table itself amends; no line elsewhere.
    pub operative: Vec<String>,
    /// Both versions in one text; none where nothing changed.
    pub merged: Option<MergedView>,
    /// What the table does not show, and why.
    pub remarks: Vec<String>,
    /// The amending text (改め文), a line each.
    pub instructions: Option<Instructions>,
}

/// A line of the table.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// Whether both sides read the same, so that a narrow page may show one.
    pub same: bool,
    /// Both sides in the order of the columns.
    pub cells: [CellView; 2],
    /// The remarks.
    pub remarks: Vec<String>,
}

/// One side of a line.
#[derive(Debug, Clone, Serialize)]
pub struct CellView {
    /// The side: `new` or `old`.
    pub side: &'static str,
    /// Letters of indent.
    pub indent: usize,
    /// The number at its head.
    pub label: Option<PieceView>,
    /// The words.
    pub pieces: Vec<PieceView>,
    /// Whether the words are the drafter's: （略）, （新設）, （削る）.
    pub told: bool,
    /// The language of the words, where it is not the table's.
    pub lang: Option<&'static str>,
}

/// Letters, underlined or not.
#[derive(Debug, Clone, Serialize)]
pub struct PieceView {
    /// The letters.
    pub text: String,
    /// Whether they are underlined.
    pub marked: bool,
}

/// A list below the table.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// Its heading.
    pub title: String,
    /// The purpose of the list.
    pub lead: String,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// The words where there are none.
    pub none: String,
}

/// The newer text with what goes and what comes in it (見え消し).
#[derive(Debug, Clone, Serialize)]
pub struct MergedView {
    /// Its heading.
    pub title: String,
    /// A note on reading it.
    pub note: String,
    /// Its lines.
    pub lines: Vec<MergedLineView>,
}

/// A line of it.
#[derive(Debug, Clone, Serialize)]
pub struct MergedLineView {
    /// Letters of indent.
    pub indent: usize,
    /// Its letters.
    pub pieces: Vec<MergedPieceView>,
}

/// Letters of it.
#[derive(Debug, Clone, Serialize)]
pub struct MergedPieceView {
    /// The letters.
    pub text: String,
    /// Their standing: `kept`, `gone` or `come`.
    pub state: &'static str,
}

/// The amending text.
#[derive(Debug, Clone, Serialize)]
pub struct Instructions {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
}

impl View {
    /// The words of `amendment` in the language of `messages`, which must be that of its sides; `corpus` is that of the
    /// new side.
    #[must_use]
    pub fn of(amendment: &Amendment<'_>, corpus: &Corpus, options: ViewOptions, messages: &Messages) -> Self {
        let table = Table::of(amendment, messages);
        let teller = Teller { options, messages };
        let text = |id: &str| messages.text(id);
        let sides = teller.ordered("new", "old");
        let heads = sides.map(|side| text(&format!("amend-{side}")));
        let unchanged = table.is_unchanged();
        let instructions = amending_text(&amendment.spoken_in(Lang::Ja));
        let amends_by_table = amendment.new.set.amending == AmendingWay::Table;
        let lines = if amends_by_table && !instructions.is_empty() {
            instructions.lines_below_table()
        } else {
            instructions.lines()
        };
        let name = text("amend-name");
        let document = side_title(&amendment.new);
        Self {
            lang: messages.lang().code(),
            title: messages.with("amend-title", &[("title", &document), ("name", &name)]),
            document,
            issuer: amendment.new.set.council.get(messages.lang()).clone(),
            date: amendment.new.documents.first().and_then(|document| notices::metadata_date(document)),
            name,
            versions: ["old", "new"].into_iter().filter_map(|side| teller.version(amendment, side)).collect(),
            notices: notices(amendment, messages),
            note: text("amend-note"),
            unchanged: (unchanged && instructions.is_empty()).then(|| text("amend-unchanged")),
            heads: [heads[0].clone(), heads[1].clone(), text("amend-remarks")],
            gap: if messages.lang() == Lang::Ja { "　" } else { "  " },
            groups: if unchanged { Vec::new() } else { teller.groups(&table) },
            lists: teller
                .lists(amendment, corpus)
                .into_iter()
                .filter(|list| !unchanged || !list.rows.is_empty())
                .collect(),
            remarks: remarks(amendment, &instructions, unchanged, messages),
            operative: if amends_by_table && !instructions.is_empty() {
                instructions.lines_before_table()
            } else {
                Vec::new()
            },
            merged: (!unchanged).then(|| merged(amendment, messages)),
            instructions: (!lines.is_empty()).then(|| Instructions { title: text("amend-instructions"), lines }),
        }
    }
}

/// Both versions in one text.
fn merged(amendment: &Amendment<'_>, messages: &Messages) -> MergedView {
    let state = |state| match state {
        MergedState::Kept => "kept",
        MergedState::Gone => "gone",
        MergedState::Come => "come",
    };
    let piece = |piece: MergedPiece| MergedPieceView { text: piece.text, state: state(piece.state) };
    let line =
        |line: MergedLine| MergedLineView { indent: line.indent, pieces: line.pieces.into_iter().map(piece).collect() };
    MergedView {
        title: messages.text("amend-merged"),
        note: messages.text("amend-merged-note"),
        lines: merged_lines(amendment, messages).into_iter().map(line).collect(),
    }
}

/// What changed and is no amendment, the way of writing; that no day is said from which the amendment is in force; that
/// the words of this language stay.
fn remarks(
    amendment: &Amendment<'_>,
    instructions: &AmendingText,
    unchanged: bool,
    messages: &Messages,
) -> Vec<String> {
    let places = only_writing(&amendment.in_words_of(Lang::Ja));
    let told = places.join(if messages.lang() == Lang::Ja { "、" } else { ", " });
    let mut remarks = Vec::new();
    if unchanged && !instructions.is_empty() {
        remarks.push(messages.text("amend-unchanged-here"));
    }
    if !places.is_empty() {
        remarks.push(messages.with("amend-writing-only", &[("places", &told)]));
    }
    if !instructions.is_empty() && instructions.in_force.is_none() && instructions.supplementary.is_empty() {
        remarks.push(messages.text("amend-no-day"));
    }
    remarks
}

/// Returns the notices of the newer text, or of the older where only that is restated. That a text is official is not
/// said: its issuer did not draw this table.
fn notices(amendment: &Amendment<'_>, messages: &Messages) -> Vec<String> {
    let sides = [&amendment.new, &amendment.old];
    let texts = || sides.into_iter().filter_map(|side| Some((side.set, *side.documents.first()?)));
    let is_restated = |document: &Document| document.standing == Standing::Restated;
    let Some((set, document)) = texts().find(|(_, document)| is_restated(document)).or_else(|| texts().next()) else {
        return Vec::new();
    };
    let told = notices::of_document(document, set, messages);
    // The first notice says whose text it is; of an official text that it is official, which this table is not.
    told.into_iter().skip(usize::from(!is_restated(document))).collect()
}

fn side_title(side: &Side<'_>) -> String {
    side.documents.first().map_or_else(String::new, |document| document.title.get(side.lang).clone())
}

struct Teller<'t> {
    options: ViewOptions,
    messages: &'t Messages,
}

impl Teller<'_> {
    fn ordered<T>(&self, new: T, old: T) -> [T; 2] {
        if self.options.old_left { [old, new] } else { [new, old] }
    }

    /// Since when a version is in force, where it says so.
    fn version(&self, amendment: &Amendment<'_>, name: &str) -> Option<String> {
        let side = if name == "old" { &amendment.old } else { &amendment.new };
        let edition = notices::edition(side.documents.first()?, self.messages);
        let side = self.messages.text(&format!("amend-{name}"));
        (!edition.is_empty()).then(|| self.messages.with("amend-version", &[("side", &side), ("edition", &edition)]))
    }

    fn groups(&self, table: &Table) -> Vec<Vec<LineView>> {
        let groups = table.groups.iter().filter(|group| !group.lines.is_empty());
        groups.map(|group| group.lines.iter().map(|line| self.line(line)).collect()).collect()
    }

    fn line(&self, line: &TableRow) -> LineView {
        // Marks count: （略） under two numbers is not the same on both sides.
        let same = line.old.label == line.new.label && line.old.says == line.new.says;
        LineView {
            same,
            cells: self.ordered(self.cell("new", &line.new), self.cell("old", &line.old)),
            remarks: line.remarks.iter().map(|remark| self.remark(remark)).collect(),
        }
    }

    fn cell(&self, side: &'static str, cell: &TableCell) -> CellView {
        let piece = |piece: &MarkedText| PieceView { text: piece.text.clone(), marked: piece.marked };
        let told = |id: &str| vec![PieceView { text: self.messages.text(id), marked: false }];
        let pieces = match &cell.says {
            Says::Words(words) => words.iter().map(piece).collect(),
            Says::Omitted => told("amend-omitted"),
            Says::Added => told("amend-added"),
            Says::Deleted => told("amend-deleted"),
            Says::Nothing => Vec::new(),
        };
        let told = matches!(cell.says, Says::Omitted | Says::Added | Says::Deleted);
        CellView {
            side,
            indent: cell.indent,
            label: cell.label.as_ref().map(piece),
            pieces,
            told,
            lang: cell.lang.map(Lang::code),
        }
    }

    fn remark(&self, remark: &Remark) -> String {
        let about = |id: &str, place: &str| self.messages.with(id, &[("place", place)]);
        match remark {
            Remark::Renumbered(kind, down) => {
                let kind = kind.map_or("plain", crate::content::Kind::word);
                self.messages.with(if *down { "amend-down" } else { "amend-up" }, &[("kind", kind)])
            }
            Remark::Moved(place) => about("amend-moved", place),
            Remark::MovedTo(place) => about("amend-moved-to", place),
            Remark::SplitFrom(place) => about("amend-split-from", place),
            Remark::SplitInto(place) => about("amend-split-into", place),
            Remark::MergedInto(place) => about("amend-merged-into", place),
            Remark::MergedFrom(place) => about("amend-merged-from", place),
            Remark::References => self.messages.text("amend-references-only"),
            Remark::Untranslated => self.messages.text("amend-untranslated"),
        }
    }

    fn lists(&self, amendment: &Amendment<'_>, corpus: &Corpus) -> Vec<ListView> {
        let renumbered = amendment.renumbered().into_iter().map(|one| vec![one.old, one.new]);
        let references = amendment.moved_references().into_iter().map(|one| vec![one.at, one.old, one.new]);
        let suspects = amendment.suspects(corpus).into_iter().map(|one| {
            let why = self.messages.text(match one.cause {
                SuspectCause::Text => "amend-suspect-changed",
                SuspectCause::Claim => "amend-suspect-claim",
                SuspectCause::New => "amend-suspect-new",
                SuspectCause::Gone => "amend-suspect-gone",
            });
            vec![one.requirement, one.title, one.provision, why]
        });
        let mut lists = vec![
            self.list("renumbered", &["old", "new"], renumbered.collect()),
            self.list("references", &["provision", "old", "new"], references.collect()),
        ];
        // Without requirements nothing is mapped, and an empty list would only ask what it is.
        if !corpus.groups.is_empty() {
            let columns = ["requirement", "requirement-title", "provision", "why"];
            lists.push(self.list("suspects", &columns, suspects.collect()));
        }
        lists
    }

    fn list(&self, name: &str, columns: &[&str], rows: Vec<Vec<String>>) -> ListView {
        let text = |id: &str| self.messages.text(&format!("amend-{id}"));
        ListView {
            title: text(name),
            lead: text(&format!("{name}-lead")),
            columns: columns.iter().map(|column| text(column)).collect(),
            rows,
            none: text(&format!("{name}-none")),
        }
    }
}
