//! Writes the index piece by piece, so that it never stands in memory as a whole.

use serde::Serialize;
use serde_json::{Value, json};

use super::folding::FoldingTable;
use super::grams::Grams;
use super::script::{Piece, piece};
use super::{FindableHead, FindablePage, FindablePlace};
use crate::base::artifact::Outlet;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::Lang;

/// The number of letters from which a part is full.
const FULL: usize = 40_000;

/// The number of parts up to which a query looks through all of them: their lists would weigh more than they do.
const FEW: usize = 8;

/// The number of parts for which there is one list more, so that lists stay about as long as parts.
const PARTS_OF_LIST: usize = 4;

/// Takes pages and gives the pieces of the index of one language to an outlet.
pub(in crate::site) struct IndexWriter<'a> {
    lang: Lang,
    table: &'a FoldingTable,
    outlet: &'a dyn Outlet,
    grams: Grams,
    /// The parts that were written.
    parts: Vec<PartLine>,
    /// The part that is being filled.
    open: OpenPart,
}

/// A part as the head lists it.
#[derive(Debug, Serialize)]
struct PartLine {
    sum: String,
    /// The first and the last set of its pages; none where some belong to no set.
    sets: Option<(usize, usize)>,
}

#[derive(Debug, Default)]
struct OpenPart {
    pages: Vec<Value>,
    letters: usize,
    sets: Vec<Option<usize>>,
}

impl<'a> IndexWriter<'a> {
    /// Begins an index in `lang`.
    pub(in crate::site) fn new(lang: Lang, table: &'a FoldingTable, outlet: &'a dyn Outlet) -> Self {
        Self { lang, table, outlet, grams: Grams::default(), parts: Vec::new(), open: OpenPart::default() }
    }

    /// Takes a page.
    ///
    /// # Errors
    /// A finding J0506 where a piece cannot be written, and those of the outlet.
    pub(in crate::site) fn add(&mut self, page: &FindablePage) -> Result<(), Box<Diagnostic>> {
        let part = self.parts.len();
        for place in &page.places {
            let written = [&place.number, &place.caption, &place.text];
            self.open.letters += written.iter().map(|text| text.chars().count()).sum::<usize>();
            written.iter().for_each(|text| self.grams.add(text, part, self.lang, self.table));
        }
        self.grams.add(&page.title, part, self.lang, self.table);
        self.open.sets.push(page.set);
        self.open.pages.push(page_value(page));
        if self.open.letters < FULL { Ok(()) } else { self.close_part() }
    }

    /// Writes what is left, with `head` and the tables of folding.
    ///
    /// # Errors
    /// As [`IndexWriter::add`].
    pub(in crate::site) fn finish(mut self, head: &FindableHead) -> Result<(), Box<Diagnostic>> {
        if !self.open.pages.is_empty() {
            self.close_part()?;
        }
        let count = if self.parts.len() > FEW { self.parts.len().div_ceil(PARTS_OF_LIST) } else { 0 };
        let mut sums: Vec<Vec<String>> = Vec::new();
        for (name, shards) in ["pairs", "words"].into_iter().zip(self.grams.shards(count)) {
            let written = shards.iter().enumerate().map(|(at, shard)| self.write(&format!("{name}-{at}"), shard));
            sums.push(written.collect::<Result<_, _>>()?);
        }
        let content = json!({
            "head": head,
            "folding": self.table,
            "parts": self.parts,
            "pairs": sums[0],
            "words": sums[1],
        });
        self.write("head", &content).map(|_| ())
    }

    fn close_part(&mut self) -> Result<(), Box<Diagnostic>> {
        let part = std::mem::take(&mut self.open);
        let sum = self.write(&format!("text-{}", self.parts.len()), &part.pages)?;
        let sets: Option<Vec<usize>> = part.sets.into_iter().collect();
        let sets = sets.and_then(|sets| Some((sets.iter().min().copied()?, sets.iter().max().copied()?)));
        self.parts.push(PartLine { sum, sets });
        Ok(())
    }

    fn write(&self, name: &str, content: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        let faulty = |error: serde_json::Error| Diagnostic::new(Code::J0506).arg("reason", error.to_string());
        let Piece { file, sum } = piece(self.lang, name, content).map_err(|error| Box::new(faulty(error)))?;
        self.outlet.take(file)?;
        Ok(sum)
    }
}

/// A page as lists without names, which are most of what JSON weighs.
fn page_value(page: &FindablePage) -> Value {
    let place = |place: &FindablePlace| json!([place.anchor, place.number, place.caption, place.text, place.topics]);
    let places: Vec<Value> = page.places.iter().map(place).collect();
    json!([page.kind, page.set, page.title, page.href, page.is_edition, places])
}
