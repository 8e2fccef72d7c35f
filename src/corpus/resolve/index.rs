//! The index of everything that can be referred to, with the words that a reference to it prints.

use super::words::pair;
use std::collections::BTreeMap;

use super::numbering::Numbered;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::content::{Kind, SetKey};
use crate::corpus::model::Pair;

/// A document or form of a set. Forms stand under `forms/<id>`, beside documents.
pub(super) type Home = (SetKey, String);

/// The folder of forms, also the beginning of their names in the index.
pub(super) const FORMS: &str = "forms/";

/// The folder of tables, likewise.
pub(super) const TABLES: &str = "tables/";

/// Everything that can be referred to.
#[derive(Debug, Default)]
pub(super) struct Index {
    homes: BTreeMap<Home, BTreeMap<String, IndexEntry>>,
}

/// The words that a reference prints.
#[derive(Debug, Clone)]
pub(super) struct IndexEntry {
    /// Its number.
    pub(super) cite: Pair,
    /// Its caption or title.
    pub(super) caption: Option<Pair>,
    /// The division it stands in.
    pub(super) division: Option<Within>,
    /// Whether its citation says what division it is in by itself (※1).
    pub(super) stands_alone: bool,
    /// Its seat among its like, where it bears a number.
    pub(super) seat: Option<ProvisionSeat>,
    /// The seat of its first paragraph, where it is an article with several.
    pub(super) first: Option<ProvisionSeat>,
}

impl IndexEntry {
    /// Returns its seat, or that of its first paragraph.
    pub(super) fn seat_of(&self, first: bool) -> Option<&ProvisionSeat> {
        if first { self.first.as_ref() } else { self.seat.as_ref() }
    }
}

/// The seat of a provision among its like, by which relative references know what precedes what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ProvisionSeat {
    /// The list that it stands in: the articles of a division are one, whatever chapters they stand in.
    pub(super) list: String,
    /// Its place in the list.
    pub(super) at: usize,
    pub(super) kind: Kind,
    /// Its whole citation: 第六条第二項.
    pub(super) cite: Pair,
    /// The last step of that: 第二項.
    pub(super) step: Pair,
    /// The numbered provision above it, as far as citations name it.
    pub(super) above: Option<Box<Self>>,
}

impl ProvisionSeat {
    /// This seat and those above it.
    pub(super) fn chain(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |seat| seat.above.as_deref())
    }

    /// The citation without that of `above`, one of those above it: 第二項第一号.
    pub(super) fn below(&self, above: &Self) -> Pair {
        let steps: Vec<&Pair> =
            self.chain().take_while(|seat| seat.list != above.list).map(|seat| &seat.step).collect();
        let ja = steps.iter().rev().map(|step| step.ja.as_str()).collect();
        Pair { ja, en: steps.iter().rev().map(|step| step.en.as_str()).collect::<Vec<_>>().join(", ") }
    }
}

/// A division, as citations of its provisions name it.
#[derive(Debug, Clone)]
pub(super) struct Within {
    /// Its anchor.
    pub(super) anchor: String,
    /// The words for it.
    pub(super) words: Pair,
    /// Whether it is named inside the division too: 附則第一条 is so cited in the 附則 itself, since 第一条 is that of
    /// the body.
    pub(super) always: bool,
}

impl Index {
    /// The anchors of `home`; `None` if there is no such document.
    pub(super) fn home(&self, home: &Home) -> Option<&BTreeMap<String, IndexEntry>> {
        self.homes.get(home)
    }

    /// The documents and forms there are, as references name them.
    pub(super) fn homes(&self) -> impl Iterator<Item = &Home> {
        self.homes.keys()
    }

    /// Opens a document, so that references to it are judged.
    pub(super) fn open(&mut self, home: &Home) {
        self.homes.entry(home.clone()).or_default();
    }

    /// Adds one anchor, or reports that it stands twice.
    pub(super) fn add(
        &mut self,
        home: &Home,
        anchor: &str,
        entry: IndexEntry,
        place: &Place,
        findings: &mut Diagnostics,
    ) {
        let entries = self.homes.entry(home.clone()).or_default();
        // Across kinds as well: an appendix and an article of one id would share their anchor on the page.
        if entries.insert(anchor.to_owned(), entry).is_some() {
            findings.push(Diagnostic::new(Code::J0301).at(place).arg("id", anchor));
        }
    }

    /// Adds the anchors of `list` and of everything below it.
    pub(super) fn add_all(
        &mut self,
        home: &Home,
        list: &[Numbered<'_>],
        division: Option<&Within>,
        findings: &mut Diagnostics,
    ) {
        let list_name = |kind: &str| format!("{}/{kind}", division.map_or("", |within| within.anchor.as_str()));
        self.add_list(list, &mut Listing { home, division, articles: (list_name("articles"), 0) }, None, findings);
    }

    fn add_list(
        &mut self,
        list: &[Numbered<'_>],
        listing: &mut Listing<'_>,
        above: Option<&ProvisionSeat>,
        findings: &mut Diagnostics,
    ) {
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        for numbered in list {
            let seat = numbered.kind.map(|kind| {
                let (list, at) = if kind == Kind::Article {
                    (listing.articles.0.clone(), &mut listing.articles.1)
                } else {
                    let above =
                        above.map_or_else(|| listing.articles.0.clone(), |above| format!("{}{}", above.list, above.at));
                    (format!("{above}/{}", kind.word()), counts.entry(kind).or_default())
                };
                *at += 1;
                provision_seat(numbered, list, *at - 1, kind, above)
            });
            let first = first_paragraph_seat(numbered, seat.as_ref());
            let entry = IndexEntry {
                cite: numbered.cite.clone(),
                caption: numbered.written.caption.as_ref().map(pair),
                division: listing.division.cloned(),
                stands_alone: numbered.kind == Some(Kind::Note),
                seat: seat.clone(),
                first: first.clone(),
            };
            self.add(listing.home, &numbered.anchor, entry, &numbered.written.id.0.place, findings);
            let own = seat.as_ref().or(above);
            self.add_list(&numbered.items, listing, first.as_ref().or(own), findings);
            self.add_paragraphs(&numbered.paragraphs, listing, own, findings);
        }
    }

    /// Adds the second and later paragraphs below `above`.
    fn add_paragraphs(
        &mut self,
        list: &[Numbered<'_>],
        listing: &mut Listing<'_>,
        above: Option<&ProvisionSeat>,
        findings: &mut Diagnostics,
    ) {
        for (at, numbered) in list.iter().enumerate() {
            let name = above.map_or_else(|| listing.articles.0.clone(), |above| format!("{}{}", above.list, above.at));
            let own = provision_seat(numbered, format!("{name}/paragraph"), at + 1, Kind::Paragraph, above);
            let entry = IndexEntry {
                cite: numbered.cite.clone(),
                caption: numbered.written.caption.as_ref().map(pair),
                division: listing.division.cloned(),
                stands_alone: false,
                seat: Some(own.clone()),
                first: None,
            };
            self.add(listing.home, &numbered.anchor, entry, &numbered.written.id.0.place, findings);
            self.add_list(&numbered.items, listing, Some(&own), findings);
            self.add_paragraphs(&numbered.paragraphs, listing, Some(&own), findings);
        }
    }
}

/// The values that are the same for all provisions of a division while they are added, and the articles counted so far.
struct Listing<'a> {
    home: &'a Home,
    division: Option<&'a Within>,
    articles: (String, usize),
}

fn provision_seat(
    numbered: &Numbered<'_>,
    list: String,
    at: usize,
    kind: Kind,
    above: Option<&ProvisionSeat>,
) -> ProvisionSeat {
    let cite = numbered.cite.clone();
    // Articles are cited without their chapters, and what stands in no article is cited as a whole.
    let above = above
        .filter(|above| !above.cite.ja.is_empty() && cite.ja.starts_with(&above.cite.ja) && cite.ja != above.cite.ja);
    let step = above.map_or_else(|| cite.clone(), |above| last_step(&cite, &above.cite));
    ProvisionSeat { list, at, kind, cite, step, above: above.cloned().map(Box::new) }
}

/// The seat of the first paragraph of an article that has several: it bears no number of its own and is cited by one.
fn first_paragraph_seat(numbered: &Numbered<'_>, article: Option<&ProvisionSeat>) -> Option<ProvisionSeat> {
    let article = article.filter(|seat| seat.kind == Kind::Article && !numbered.paragraphs.is_empty())?;
    let cite = numbered.first_paragraph.clone()?;
    let step = last_step(&cite, &article.cite);
    let list = format!("{}{}/paragraph", article.list, article.at);
    Some(ProvisionSeat { list, at: 0, kind: Kind::Paragraph, cite, step, above: Some(Box::new(article.clone())) })
}

fn last_step(cite: &Pair, above: &Pair) -> Pair {
    let bare = |text: &str, above: &str| {
        text.strip_prefix(above).map_or(text, |rest| rest.trim_start_matches([',', ' '])).to_owned()
    };
    Pair { ja: bare(&cite.ja, &above.ja), en: bare(&cite.en, &above.en) }
}
