//! What an import says: what it kept, what it recognised, what it was unsure of.

use std::collections::BTreeMap;

use fluent::FluentArgs;

use super::became::Became;
use super::confidence::StructureConfidence;
use super::doubt_groups::{by_kind, doubt_line};
use super::proof::Proof;
use crate::base::artifact::Artifact;
use crate::base::locale::Messages;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::draft::{Draft, DraftBlock, DraftField, DraftPart};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::source::{Counted, LeftOut, PAGE_LINES};
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::shapes::heads::Begins;

/// The result of importing a file.
#[derive(Debug)]
pub struct Imported {
    /// The files to write, below the content folder.
    pub files: Vec<Artifact>,
    /// The outline that was recognised.
    pub outline: Outline,
    /// The words that were left out on purpose, by line.
    pub left_out: Vec<LeftOut>,
    /// The readings that could be otherwise, with lines of the input.
    pub doubts: Vec<Doubt>,
    /// The number of references that became links.
    pub links: usize,
    /// The provisions that each line became, by its place in the source.
    pub(in crate::import) became: Became,
    /// How sure each structure is.
    pub structures: Vec<StructureConfidence>,
    /// The comparison of the files with the input.
    pub proof: Proof,
    /// The units that the numbers of lines count.
    pub counted: Counted,
}

/// The greatest number of lines of a kind that are told; a page of them helps nobody.
const MOST: usize = 40;

/// The greatest number of fields that are told: every one of a set with a dozen forms.
const MOST_FIELDS: usize = 400;

/// The report of an import, for people.
#[must_use]
pub fn import_report(imported: &Imported, messages: &Messages) -> String {
    let mut lines = letters_report(imported, messages);
    lines.push(messages.text("import-normalisation"));
    lines.extend(structure(&imported.outline, messages));
    if imported.links > 0 {
        lines.push(messages.with("import-links", &[("count", &imported.links.to_string())]));
    }
    let at = |line: usize, words: String| format!("  {}  {words}", line_place(line, imported.counted, messages));
    let differences = imported.proof.differences.iter().map(|one| {
        let id = if one.added { "import-added" } else { "import-lost" };
        at(one.line, messages.with(id, &[("letters", &one.letters)]))
    });
    section(&mut lines, "import-differences", differences.collect(), MOST, messages);
    let left_out = imported.left_out.iter().map(|left| {
        at(left.line, format!("{}: {}", messages.text(&format!("import-why-{}", left.why.word())), left.text))
    });
    section(&mut lines, "import-left-out", left_out.collect(), MOST, messages);
    let told = imported.structures.iter().map(|one| at(*one.lines.start(), one.told(messages)));
    section(&mut lines, "import-structures", told.collect(), MOST, messages);
    // Fields are told one by one and apart: each has to be looked at, and a dozen forms would bury the doubts about
    // the text.
    let (fields, doubts): (Vec<&Doubt>, Vec<&Doubt>) =
        imported.doubts.iter().partition(|doubt| matches!(doubt.kind, DoubtKind::FormField(_)));
    let told = by_kind(&doubts, imported.counted, messages).into_iter().map(|(line, words)| at(line, words));
    counted_section(&mut lines, "import-doubts", doubts.len(), told.collect(), MOST, messages);
    let told = fields.into_iter().map(|doubt| at(doubt.line, doubt_line(doubt, messages)));
    section(&mut lines, "import-fields", told.collect(), MOST_FIELDS, messages);
    lines.join("\n")
}

/// The place of a line in words.
pub(super) fn line_place(line: usize, counted: Counted, messages: &Messages) -> String {
    match counted {
        Counted::Lines => messages.with("import-line", &[("line", &line.to_string())]),
        Counted::Paragraphs => messages.with("import-paragraph", &[("line", &line.to_string())]),
        Counted::PageLines => {
            let (page, line) = ((line / PAGE_LINES).to_string(), (line % PAGE_LINES).to_string());
            messages.with("import-page-line", &[("page", &page), ("line", &line)])
        }
    }
}

fn letters_report(imported: &Imported, messages: &Messages) -> Vec<String> {
    let proof = &imported.proof;
    // The share is cut, not rounded: 100 % means all.
    let share = (proof.kept * 10_000).checked_div(proof.letters).unwrap_or(10_000);
    let mut args = FluentArgs::new();
    args.set("letters", proof.letters);
    args.set("kept", proof.kept);
    args.set("share", format!("{}.{:02} %", share / 100, share % 100));
    vec![messages.format("import-letters", &args)]
}

fn structure(outline: &Outline, messages: &Messages) -> Vec<String> {
    let mut depths: Vec<usize> = Vec::new();
    let mut numbered = false;
    // A form is counted by its fields, and its provisions are not written.
    let provisions = outline.divisions.iter().filter(|division| division.form.is_none());
    for node in provisions.flat_map(|division| &division.nodes) {
        node.walk(0, &mut |node, depth| {
            if depths.len() <= depth {
                depths.resize(depth + 1, 0);
            }
            depths[depth] += 1;
            numbered |= node.label.is_some() || !node.caption.is_empty();
        });
    }
    let told: Vec<String> = depths
        .iter()
        .enumerate()
        .map(|(depth, count)| {
            messages.with("import-depth", &[("depth", &(depth + 1).to_string()), ("count", &count.to_string())])
        })
        .collect();
    let mut lines = vec![messages.with("import-depths", &[("depths", &told.join(", "))])];
    let count = |wanted: &dyn Fn(Begins) -> bool, codes: bool| {
        let in_document = |division: &&OutlineDivision| division.codes.is_some() == codes && division.form.is_none();
        let found = outline.divisions.iter().filter(in_document);
        found.filter(|division| division.begins.is_some_and(wanted)).count().to_string()
    };
    let supplementary = count(&|begins| begins == Begins::Supplementary, false);
    let appendices = count(&|begins| begins != Begins::Supplementary, false);
    let tables = count(&|_| true, true);
    if outline.divisions.len() > 1 {
        lines.push(messages.with(
            "import-divisions",
            &[("supplementary", &supplementary), ("appendices", &appendices), ("tables", &tables)],
        ));
    }
    let histories = outline.histories();
    if histories > 0 {
        lines.push(messages.with("import-histories", &[("count", &histories.to_string())]));
    }
    // As for tests/cases/import/letter.txt: whoever takes a letter for a policy should hear of it.
    if !numbered && !outline.forms_alone {
        lines.push(messages.text("import-no-structure"));
    }
    if outline.front.title.is_empty() && !outline.forms_alone {
        lines.push(messages.text("import-untitled"));
    }
    lines.extend(
        outline.divisions.iter().filter_map(|division| division.form.as_ref()).map(|form| form_fields(form, messages)),
    );
    lines
}

/// A form and how many places to fill in of each type it has.
fn form_fields(form: &Draft, messages: &Messages) -> String {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    form.fields(&mut |field| *counts.entry(field.kind.word()).or_default() += 1);
    let fields = counts.iter().map(|(kind, count)| {
        let kind = messages.text(&format!("import-type-{kind}"));
        messages.with("import-form-fields", &[("type", &kind), ("count", &count.to_string())])
    });
    let fields: Vec<String> = fields.collect();
    let title = format!("{} {}", form.label.text, form.title.text);
    if fields.is_empty() {
        return messages.with("import-form-without-fields", &[("title", title.trim())]);
    }
    messages.with("import-form", &[("title", title.trim()), ("fields", &fields.join(", "))])
}

fn section(lines: &mut Vec<String>, heading: &str, all: Vec<String>, most: usize, messages: &Messages) {
    counted_section(lines, heading, all.len(), all, most, messages);
}

/// A heading with its count, and as many lines as `most`.
fn counted_section(
    lines: &mut Vec<String>,
    heading: &str,
    count: usize,
    all: Vec<String>,
    most: usize,
    messages: &Messages,
) {
    if all.is_empty() {
        return;
    }
    lines.push(format!("{} ({count})", messages.text(heading)));
    let more = all.len().saturating_sub(most);
    lines.extend(all.into_iter().take(most));
    if more > 0 {
        lines.push(format!("  {}", messages.with("import-more", &[("count", &more.to_string())])));
    }
}

/// The outline that was recognised: a line for each provision, as deep as it stands.
#[must_use]
pub fn outline(outline: &Outline) -> String {
    let mut lines = vec![format!("# {}", outline.front.title.text)];
    for words in
        [&outline.front.date, &outline.front.issuer, &outline.front.name].into_iter().chain(&outline.front.notes)
    {
        if !words.is_empty() {
            lines.push(format!("  ({})", short(&words.text)));
        }
    }
    for division in &outline.divisions {
        if division.begins.is_some() {
            let title = division.form.as_ref().map_or(&division.title, |form| &form.title);
            lines.push(format!("## {} {}", division.label.text, title.text).trim_end().to_owned());
        }
        if let Some(codes) = &division.codes {
            lines.push(format!("  [{} | {}] {}", codes.columns[0].text, codes.columns[1].text, codes.rows.len()));
        }
        if let Some(form) = &division.form {
            form.blocks.iter().for_each(|block| block_outline(block, 1, &mut lines));
            continue;
        }
        for node in &division.nodes {
            node.walk(0, &mut |node, depth| lines.push(node_line(node, depth)));
        }
    }
    lines.join("\n")
}

/// A line for each part of a form, and below it for each place to fill in.
fn block_outline(block: &DraftBlock, depth: usize, lines: &mut Vec<String>) {
    let mut push = |depth: usize, text: &str| lines.push(format!("{:indent$}{text}", "", indent = 2 * depth));
    let kind = |field: &DraftField| format!("({}) {}", field.kind.word(), short(&field.label.text));
    match block {
        DraftBlock::Paragraph(parts) => {
            let word = |part: &DraftPart| match part {
                DraftPart::Words(words) => short(&words.text),
                DraftPart::Field(field) => format!("({})", field.kind.word()),
            };
            push(depth, &format!("paragraph {}", parts.iter().map(word).collect::<String>()));
        }
        DraftBlock::Heading(words) => push(depth, &format!("heading {}", short(&words.text))),
        DraftBlock::Addressee { fields, honorific } => {
            push(depth, &format!("addressee {}", honorific.text));
            for field in fields {
                push(depth + 1, &kind(field));
            }
        }
        DraftBlock::Date { label, .. } => push(depth, format!("date {}", label.text).trim_end()),
        DraftBlock::Group(group) => {
            let seal = if group.seal.is_empty() { "" } else { " ㊞" };
            push(depth, &format!("{}{seal} {}", if group.boxed { "fields" } else { "lines" }, group.caption.text));
            group.fields.iter().for_each(|field| push(depth + 1, &kind(field)));
        }
        DraftBlock::Rows { columns, count, .. } => {
            push(depth, &format!("rows {count}"));
            for field in columns {
                push(depth + 1, &kind(field));
            }
        }
        DraftBlock::Provisions(nodes) => {
            push(depth, "provisions");
            for node in nodes {
                node.walk(depth, &mut |node, depth| lines.push(node_line(node, depth)));
            }
        }
        DraftBlock::Enclosure { blocks, .. } => {
            push(depth, "enclosure");
            for inner in blocks {
                block_outline(inner, depth + 1, lines);
            }
        }
    }
}

fn node_line(node: &OutlineNode, depth: usize) -> String {
    let label = node.label.as_ref().map_or("-", |label| label.words.text.as_str());
    let caption = if node.caption.is_empty() { String::new() } else { format!("【{}】", short(&node.caption.text)) };
    let text = node.text.first().map_or_else(String::new, |text| short(&text.text));
    let columns: Vec<&str> = node.columns.iter().map(|column| column.text.as_str()).collect();
    let columns = if columns.is_empty() { String::new() } else { format!(" [{}]", columns.join(" | ")) };
    let table = node.table.as_ref().map_or_else(String::new, |table| {
        let first = table.rows.first().into_iter().flatten();
        let heads: Vec<String> =
            first.map(|cell| cell.text.iter().map(|words| words.text.as_str()).collect()).collect();
        format!(" [{}] {}", heads.join(" | "), table.rows.len())
    });
    format!("{:indent$}{label} {caption}{text}{columns}{table}", "", indent = 2 * (depth + 1)).trim_end().to_owned()
}

fn short(text: &str) -> String {
    /// As much as tells provisions apart.
    const LONGEST: usize = 24;
    let mut short: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
