//! What each line of the input became, and where that stands in the files.

use std::collections::BTreeMap;

use crate::base::artifact::Artifact;
use crate::import::outline::node::{OutlineNode, OutlineTable};
use crate::import::outline::tree::Front;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads::Begins;
use crate::import::write::plan::{Planned, PlannedDivision};

/// A provision, form or table that a line became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct BecameOf {
    /// The provision, in the words that it prints: 第１条 【目的】. Empty for a form, a table or a front.
    pub(in crate::import) what: String,
    /// The file, below the content folder.
    pub(in crate::import) path: String,
    /// The line in the file, from 1.
    pub(in crate::import) line: usize,
}

/// The provisions, forms and tables that lines became, by their places in the source.
pub(in crate::import) type Became = BTreeMap<usize, Vec<BecameOf>>;

/// Returns the place in `files` of what each line became; the first file is that of the region, the second the document.
pub(in crate::import) fn became(front: &Front, divisions: &[PlannedDivision<'_>], files: &[Artifact]) -> Became {
    let mut found = Became::new();
    // Where a form stands alone, the second file is that form, whose words are found by its division below.
    let Some(document) = files.get(1) else { return found };
    let text = String::from_utf8_lossy(&document.bytes);
    // Ids are looked for in the order in which they were written, since one id may stand below several provisions.
    let mut places = YamlPlaces { path: &document.path, lines: text.lines().map(id_in_line).collect(), at: 0 };
    let head = BecameOf { what: "–".to_owned(), path: document.path.clone(), line: 1 };
    let fronts = [&front.title, &front.name, &front.date, &front.issuer].into_iter().chain(&front.notes);
    fronts.for_each(|words| note(&mut found, words, &head));
    for division in divisions {
        let own = &division.division;
        if own.codes.is_some() || own.form.is_some() {
            let folder = if own.form.is_some() { "forms" } else { "tables" };
            let file = files.iter().find(|file| file.path.ends_with(&format!("/{folder}/{}.yaml", division.id)));
            let path = file.map(|file| file.path.clone()).unwrap_or_default();
            let form = own.form.iter().flat_map(|form| form.words());
            let codes = own.codes.iter().flat_map(|codes| codes.columns.iter().chain(codes.rows.iter().flatten()));
            for words in form.chain(codes) {
                let one = BecameOf { what: own.label.text.clone(), path: path.clone(), line: 1 };
                note(&mut found, words, &one);
            }
            continue;
        }
        if own.begins.is_some_and(|begins| begins != Begins::Form) {
            let one = places.next(&division.id, format!("{} {}", own.label.text, own.title.text));
            for words in [&own.label, &own.title] {
                note(&mut found, words, &one);
            }
        }
        for planned in &division.list {
            planned.walk(&mut |planned: &Planned<'_>| {
                let one = places.next(&planned.id, shown(planned.node));
                let label = planned.node.label.as_ref().map(|label| &label.words);
                let histories = &planned.node.histories;
                let all = label.into_iter().chain([&planned.node.caption]).chain(&planned.node.text).chain(histories);
                all.chain(&planned.node.columns).for_each(|words| note(&mut found, words, &one));
                let cells = planned.node.table.iter().flat_map(OutlineTable::words);
                cells.for_each(|words| note(&mut found, words, &one));
            });
        }
    }
    found
}

/// Ids of the document in their order.
struct YamlPlaces<'a> {
    path: &'a str,
    lines: Vec<Option<String>>,
    at: usize,
}

impl YamlPlaces<'_> {
    /// The place of the next `id`.
    fn next(&mut self, id: &str, what: String) -> BecameOf {
        let found = self.lines.iter().skip(self.at).position(|line| line.as_deref() == Some(id));
        if let Some(found) = found {
            self.at += found + 1;
        }
        BecameOf { what, path: self.path.to_owned(), line: self.at.max(1) }
    }
}

/// The id that a line of YAML says.
fn id_in_line(line: &str) -> Option<String> {
    // The writer lays it out in two ways, `- id: purpose` and `- {id: purpose, …}`; other files of the author's are
    // never read here.
    let rest = line.trim_start().trim_start_matches("- ").trim_start_matches('{');
    let id = rest.strip_prefix("id: ")?;
    let end = id.find(|letter: char| letter == ',' || letter == '}' || letter.is_whitespace()).unwrap_or(id.len());
    Some(id[..end].to_owned())
}

fn shown(node: &OutlineNode) -> String {
    let label = node.label.as_ref().map_or("–", |label| label.words.text.as_str());
    if node.caption.is_empty() { label.to_owned() } else { format!("{label} 【{}】", node.caption.text) }
}

fn note(found: &mut Became, words: &SourceWords, one: &BecameOf) {
    for piece in &words.pieces {
        let list = found.entry(piece.line).or_default();
        // A provision that was put together from pieces of one line is named once for that line.
        if list.last() != Some(one) {
            list.push(one.clone());
        }
    }
}
