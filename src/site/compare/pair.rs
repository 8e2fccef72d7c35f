//! Two sets beside each other, provision by provision, with the words marked that only one of them has.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::faulty;
use super::super::links::{Links, Page};
use super::super::provisions::Views;
use super::super::templates::Templates;
use super::marked::{Hand, html, is_rewritten};
use super::{Download, Head, Sides, download, is_restated, notices};
use crate::compare::{Alignment, Basis, Counts, Difference, Item, Order, Row, Side, State, Word, align, rows};
use crate::content::SetKey;
use crate::corpus::{Corpus, Set};
use crate::diagnostics::Diagnostic;
use crate::forms::ContactView;
use crate::locale::{Lang, Messages};
use crate::spreadsheet;

/// The columns of the table to download, by the ends of their message ids; those of a side stand twice.
const COLUMNS: [&str; 2] = ["state", "basis"];
const SIDE_COLUMNS: [&str; 5] = ["document", "place", "number", "caption", "text"];

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PairView {
    first: Head,
    second: Head,
    /// The way to how the region stands to the baseline, where the first set is that.
    stand: Option<String>,
    notices: Vec<String>,
    csv: String,
    #[serde(skip)]
    pub(in crate::site) table: Download,
    counts: Counts,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    /// The id of its first cell.
    id: String,
    state: &'static str,
    /// By what the two were paired.
    basis: Option<&'static str>,
    /// Whether something that stands below it differs, so that it is shown with that.
    leads: bool,
    /// Whether the texts are too different for marks.
    rewritten: bool,
    first: Option<Cell>,
    second: Option<Cell>,
}

/// One side of a row.
#[derive(Debug, Serialize)]
struct Cell {
    id: String,
    /// The way to it in its document.
    href: String,
    depth: usize,
    /// Whether it heads a supplementary provision or an appendix.
    division: bool,
    label: String,
    caption: String,
    text: String,
    /// The language of the words, where it is not the page's.
    lang: Option<&'static str>,
    contact: Option<ContactView>,
}

/// What a pair's page is made from.
struct Pair<'s, 'a> {
    first: &'s Side<'a>,
    second: &'s Side<'a>,
    alignment: &'s Alignment,
    rows: &'s [Row],
}

impl PairView {
    /// The page of the pair, if both sets are there.
    pub(in crate::site) fn of(
        (first, second): (&SetKey, &SetKey),
        sides: &Sides<'_>,
        corpus: &Corpus,
        views: &Views<'_>,
    ) -> Option<Self> {
        // Every set that comes first is kept.
        let first = sides.0.get(first)?;
        let own_second;
        let second = match sides.0.get(second) {
            Some(side) => side,
            None => {
                own_second = Side::of_set(corpus, corpus.set(second)?, views.links.lang);
                &own_second
            }
        };
        Some(Self::between(first, second, views))
    }

    fn between(first: &Side<'_>, second: &Side<'_>, views: &Views<'_>) -> Self {
        let alignment = align(first, second);
        let rows = rows(first, second, &alignment, Order::Old);
        Self::told(&Pair { first, second, alignment: &alignment, rows: &rows }, views)
    }

    fn told(pair: &Pair<'_, '_>, views: &Views<'_>) -> Self {
        let (first, second) = (pair.first, pair.second);
        let table = pair.table(views);
        let holds = pair.holding_differences();
        let names = names(first, second, views);
        let head = |set: &Set, name: &String| Head {
            id: set.key.to_string(),
            name: name.clone(),
            href: views.links.to(Page::Set(&set.key)),
        };
        let held = first.set.key == SetKey::Baseline && !views.links.corpus.groups.is_empty();
        Self {
            first: head(first.set, &names[0]),
            second: head(second.set, &names[1]),
            stand: held.then(|| views.links.to(Page::Stand(&second.set.key))),
            notices: notices([first.set, second.set].into_iter().any(is_restated), views),
            csv: views.links.file(&table.path),
            table,
            counts: Counts::of(pair.rows),
            rows: pair.rows.iter().map(|row| pair.row(row, &holds, views)).collect(),
        }
    }
}

impl Pair<'_, '_> {
    /// The places on each side below which something differs.
    fn holding_differences(&self) -> [BTreeSet<usize>; 2] {
        let differing = || self.rows.iter().filter(|row| row.state != State::Same);
        [
            above(self.first, differing().filter_map(|row| row.old)),
            above(self.second, differing().filter_map(|row| row.new)),
        ]
    }

    fn row(&self, row: &Row, [first, second]: &[BTreeSet<usize>; 2], views: &Views<'_>) -> RowView {
        let items = (row.old.map(|at| &self.first.items[at]), row.new.map(|at| &self.second.items[at]));
        let of_first = items.0.map(|item| self.cell(item, row, Hand::Left, views));
        let of_second = items.1.map(|item| self.cell(item, row, Hand::Right, views));
        let id = of_first.as_ref().or(of_second.as_ref()).map(|cell| cell.id.clone());
        let leads = |at: Option<usize>, holding: &BTreeSet<usize>| at.is_some_and(|at| holding.contains(&at));
        RowView {
            id: id.unwrap_or_default(),
            state: row.state.word(),
            basis: self.basis(row).map(Basis::word),
            leads: leads(row.old, first) || leads(row.new, second),
            rewritten: row.state == State::Different && is_rewritten(&row.text),
            first: of_first,
            second: of_second,
        }
    }

    fn basis(&self, row: &Row) -> Option<Basis> {
        let pair = row.old.and_then(|at| self.alignment.of_old[at]);
        pair.filter(|_| row.new.is_some()).map(|pair| pair.basis)
    }

    fn cell(&self, item: &Item<'_>, row: &Row, hand: Hand, views: &Views<'_>) -> Cell {
        let set = self.of(hand).set;
        let before = views.messages.with("comparing-only", &[("set", &views.word(&set.name))]);
        let only = [before, views.messages.text("comparing-only-end")];
        let marked = |difference: &Difference| {
            let useful = row.state == State::Different && !is_rewritten(difference);
            html(difference, hand, useful.then_some(&only))
        };
        let page = views.links.to(Page::Document(&set.key, &item.document.id));
        Cell {
            id: format!("{}.{}.{}", set.key, item.document.id, item.anchor),
            href: format!("{page}#{}", item.anchor),
            depth: item.depth.min(5),
            division: item.provision.is_none(),
            label: item.label.clone(),
            caption: marked(&row.caption),
            text: marked(&row.text),
            lang: fallback(item, views),
            contact: item
                .provision
                .and_then(|provision| provision.contact.as_ref())
                .map(|contact| ContactView::of(contact, views.messages)),
        }
    }

    fn of(&self, hand: Hand) -> &Side<'_> {
        match hand {
            Hand::Left => self.first,
            Hand::Right => self.second,
        }
    }

    /// The table to download: a line for each row.
    fn table(&self, views: &Views<'_>) -> Download {
        let word = |id: String| views.messages.text(&id);
        let side_head = |set: &Set| {
            let name = views.word(&set.name);
            SIDE_COLUMNS.map(|column| format!("{name} {}", word(format!("comparing-csv-{column}"))))
        };
        let own = COLUMNS.map(|column| word(format!("comparing-csv-{column}")));
        let head = line(own, side_head(self.first.set), side_head(self.second.set));
        let lines = self.rows.iter().map(|row| {
            let (first, second) = (views.word(&self.first.set.name), views.word(&self.second.set.name));
            let args = [("first", first.as_str()), ("second", second.as_str())];
            let state = views.messages.with(&format!("comparing-state-{}", row.state.word()), &args);
            let basis = self.basis(row).map(|basis| word(format!("comparing-basis-{}", basis.word())));
            let cells = |item: Option<&Item<'_>>| item.map(|item| cells(item, views)).unwrap_or_default();
            let of_first = cells(row.old.map(|at| &self.first.items[at]));
            line([state, basis.unwrap_or_default()], of_first, cells(row.new.map(|at| &self.second.items[at])))
        });
        let name = format!("{}_{}", self.first.set.key, self.second.set.key);
        download(views.links.from, &name, spreadsheet::table(&head, lines))
    }
}

/// What the sides are called: by their sets, or where both are of one set, by their documents or by their places.
fn names(first: &Side<'_>, second: &Side<'_>, views: &Views<'_>) -> [String; 2] {
    let sides = [first, second];
    let sets = sides.map(|side| views.word(&side.set.name));
    if sets[0] != sets[1] {
        return sets;
    }
    let title = |side: &Side<'_>| side.documents.first().map(|document| views.word(&document.short_title));
    let titles = sides.map(|side| title(side).unwrap_or_default());
    if titles[0] != titles[1] {
        return titles;
    }
    ["left", "right"].map(|place| views.messages.with(&format!("comparing-{place}"), &[("name", &titles[0])]))
}

/// Two sides as one page that needs no other file, with the rows that are given.
///
/// # Errors
/// A finding J0506 where the template is faulty.
pub fn comparison(
    corpus: &Corpus,
    (first, second): (&Side<'_>, &Side<'_>),
    (alignment, rows): (&Alignment, &[Row]),
    topic: Option<&str>,
    messages: &Messages,
) -> Result<String, Box<Diagnostic>> {
    #[derive(Serialize)]
    struct Alone {
        lang: &'static str,
        title: String,
        topic: Option<String>,
        style: &'static str,
        pair: PairView,
    }
    let lang = messages.lang();
    let views = Views { links: Links { corpus, from: "", lang }, messages };
    let pair = PairView::told(&Pair { first, second, alignment, rows }, &views);
    let topic = corpus.topics.iter().find(|known| Some(known.id.as_str()) == topic);
    let alone = Alone {
        lang: lang.code(),
        title: messages.with("comparing-pair-title", &[("first", &pair.first.name), ("second", &pair.second.name)]),
        topic: topic.map(|topic| messages.with("comparing-only-topic", &[("topic", topic.title.get(lang))])),
        style: concat!(
            include_str!("../../../templates/site/assets/style.css"),
            include_str!("../../../templates/site/assets/compare.css")
        ),
        pair,
    };
    let page = Templates::new(lang).and_then(|templates| templates.render("comparison-alone.html", &alone));
    page.map_err(|error| Box::new(faulty(&error)))
}

/// Everything above the places `below`.
fn above(side: &Side<'_>, below: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for at in below {
        let mut parent = side.items[at].parent;
        while let Some(at) = parent.filter(|at| found.insert(*at)) {
            parent = side.items[at].parent;
        }
    }
    found
}

/// The language of an item's words where it is not the page's.
fn fallback(item: &Item<'_>, views: &Views<'_>) -> Option<&'static str> {
    let lang = views.links.lang;
    let provision = item.provision?;
    let caption = provision.caption.as_ref().map(|caption| caption.given(lang));
    let text = provision.text.as_ref().map(|text| text.given(lang));
    text.or(caption).filter(|given| *given != lang).map(Lang::code)
}

/// The cells of one side.
fn cells(item: &Item<'_>, views: &Views<'_>) -> [String; SIDE_COLUMNS.len()] {
    let letters = |words: &[Word]| words.iter().map(|word| word.written.as_str()).collect::<String>();
    [
        views.word(&item.document.short_title),
        format!("{}#{}", item.document.id, item.anchor),
        item.label.clone(),
        letters(&item.caption),
        letters(&item.text),
    ]
}

fn line(own: [String; 2], first: [String; 5], second: [String; 5]) -> [String; 12] {
    let mut cells = own.into_iter().chain(first).chain(second);
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}
