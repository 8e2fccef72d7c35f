//! One page on which a person compares the input with what it became, line by line: no script, nothing from elsewhere.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Tera};

use super::confidence::StructureConfidence;
use super::doubt_groups::doubt_line;
use super::report::{Imported, line_place};
use crate::base::locale::Messages;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{Counted, PAGE_LINES, SourceText};

/// The template of the page, as it was when the program was built.
const TEMPLATE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/import/review.html"));

/// A doubt in the list at the head of the page.
#[derive(Debug, Serialize)]
struct DoubtView {
    line: usize,
    place: String,
    words: String,
}

/// A structure in the list at the head of the page.
#[derive(Debug, Serialize)]
struct StructureView {
    line: usize,
    place: String,
    words: String,
    confidence: &'static str,
}

/// A line of the input beside what it became.
#[derive(Debug, Serialize)]
struct LineView {
    /// Its name for links; none for all but the first line of a number.
    id: Option<String>,
    number: String,
    text: String,
    became: Vec<BecameView>,
    /// The reason why it was left out.
    out: Option<String>,
    doubts: Vec<String>,
    /// What its places to fill in were taken to hold.
    guesses: Vec<String>,
}

/// A provision that a line became, and its place.
#[derive(Debug, Serialize)]
struct BecameView {
    what: String,
    place: String,
}

/// The page about `imported`, which was read from `name` as `source`.
///
/// # Errors
/// Where the template is faulty; a test renders it.
pub fn review_page(
    imported: &Imported,
    source: &SourceText,
    name: &str,
    messages: &Messages,
) -> Result<String, tera::Error> {
    let mut tera = Tera::default();
    // The ending .html makes tera escape what the input says.
    tera.add_raw_templates([("review.html", TEMPLATE)])?;
    let mut context = Context::new();
    context.insert("lang", messages.lang().code());
    context.insert("title", &messages.with("review-import-title", &[("file", name)]));
    context.insert("about", &messages.text("review-import-about"));
    context.insert("doubts_title", &messages.text("import-doubts"));
    context.insert("none", &messages.text("review-import-no-doubts"));
    context.insert("structures_title", &messages.text("import-structures"));
    context.insert("structures", &structure_views(imported, messages));
    context.insert("lines_title", &messages.text("review-import-lines"));
    let is_field = |kind: DoubtKind| matches!(kind, DoubtKind::FormField(_));
    context.insert("doubts", &doubts(imported, &|kind| !is_field(kind), messages));
    context.insert("fields_title", &messages.text("import-fields"));
    context.insert("fields", &doubts(imported, &is_field, messages));
    context.insert("lines", &lines(imported, source, messages));
    tera.render("review.html", &context)
}

fn structure_views(imported: &Imported, messages: &Messages) -> Vec<StructureView> {
    let view = |one: &StructureConfidence| StructureView {
        line: *one.lines.start(),
        place: line_place(*one.lines.start(), imported.counted, messages),
        words: one.told(messages),
        confidence: one.confidence.word(),
    };
    imported.structures.iter().map(view).collect()
}

fn doubts(imported: &Imported, wanted: &dyn Fn(DoubtKind) -> bool, messages: &Messages) -> Vec<DoubtView> {
    let mut sorted: Vec<_> = imported.doubts.iter().filter(|doubt| wanted(doubt.kind)).collect();
    sorted.sort_by_key(|doubt| (!doubt.kind.is_structural(), doubt.line));
    let view = |doubt: &Doubt| DoubtView {
        line: doubt.line,
        place: line_place(doubt.line, imported.counted, messages),
        words: doubt_line(doubt, messages),
    };
    sorted.into_iter().map(view).collect()
}

/// What is told of a line, once where several bear its number.
fn of_line(told: &BTreeMap<usize, Vec<String>>, number: usize, first: bool) -> Vec<String> {
    told.get(&number).filter(|_| first).map_or_else(Vec::new, Clone::clone)
}

fn lines(imported: &Imported, source: &SourceText, messages: &Messages) -> Vec<LineView> {
    let mut doubts: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut guesses: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for doubt in &imported.doubts {
        let list = if matches!(doubt.kind, DoubtKind::FormField(_)) { &mut guesses } else { &mut doubts };
        list.entry(doubt.line).or_default().push(doubt_line(doubt, messages));
    }
    let mut out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for left in &imported.left_out {
        out.entry(left.line).or_default().push(messages.text(&format!("import-why-{}", left.why.word())));
    }
    let mut last = 0;
    let mut views = Vec::with_capacity(source.lines.len());
    for (at, line) in source.lines.iter().enumerate() {
        let became = imported
            .became
            .get(&at)
            .into_iter()
            .flatten()
            .map(|one| BecameView { what: one.what.clone(), place: format!("{}:{}", one.path, one.line) });
        let became: Vec<BecameView> = became.collect();
        // A line that neither became anything nor is told as left out must not look as if all were well.
        let nothing = became.is_empty().then(|| messages.text("review-import-out"));
        // A row of a table is several lines of one number; what is said of the number stands beside the first.
        let first = line.number != last;
        last = line.number;
        views.push(LineView {
            id: first.then(|| format!("l{}", line.number)),
            number: match imported.counted {
                Counted::PageLines => format!("{}-{}", line.number / PAGE_LINES, line.number % PAGE_LINES),
                Counted::Lines | Counted::Paragraphs => line.number.to_string(),
            },
            text: line.text.clone(),
            became,
            out: out.get(&line.number).filter(|_| first).map(|why| why.join(" / ")).or(nothing),
            doubts: of_line(&doubts, line.number, first),
            guesses: of_line(&guesses, line.number, first),
        });
    }
    views
}
