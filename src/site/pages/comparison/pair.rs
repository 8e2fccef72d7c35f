//! Two sets beside each other, provision by provision, with the words marked that only one of them has.

use std::collections::BTreeSet;

use serde::Serialize;

use super::beside::{FactView, cell_id, differs_elsewhere, fact_views, links_to_cells, words_of_each};
use super::marked::{PairHand, TextPiece, is_rewritten, number_pieces, pieces, pieces_html, unmarked};
use super::pair_table::pair_table;
use super::{SetHead, is_restated, quoting_notices};
use crate::base::diagnostics::Diagnostic;
use crate::base::locale::{Lang, Messages};
use crate::compare::{
    Alignment, Basis, Row, RowCounts, RowOrder, Side, SideItem, State, WordDifference, comparison_rows,
    fact_differences,
};
use crate::conformance::{ReadingState, reading_state};
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, RegionParts, Set};
use crate::forms::ContactView;
use crate::site::links::{LinkView, PageLinks};
use crate::site::page::{PageTable, PageView, SitePage};
use crate::site::pages::conformance::{RecordedReviews, recorded_reviews};
use crate::site::pages::{ComparisonPage, DocumentPage, HomePage, RegionPage, SetPage};
use crate::site::provisions::{PageScope, is_headed, is_sign};
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, Templates, page_template};
use crate::theme::Theme;

/// The page of two sets beside each other, by their keys in the order of the sets.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct PairPage<'a>(pub(in crate::site) &'a SetKey, pub(in crate::site) &'a SetKey);

#[derive(Debug, Serialize)]
struct PairView {
    first: SetHead,
    second: SetHead,
    /// The way to how the region stands to the baseline, where the first set is that.
    stand: Option<String>,
    notices: Vec<String>,
    csv: String,
    xlsx: String,
    counts: RowCounts,
    rows: Vec<PairRowView>,
    /// The reviews on record of the mappings by which provisions were paired.
    reviews: Vec<RecordedReviews>,
}

#[derive(Debug, Serialize)]
struct PairRowView {
    /// The id of its first cell.
    id: String,
    state: &'static str,
    /// By what the two were paired.
    basis: Option<&'static str>,
    /// Whether something that stands below it differs, so that it is shown with that.
    leads: bool,
    /// Whether the texts are too different for marks.
    rewritten: bool,
    /// Whether the texts differ in Japanese, and not in the language of the page.
    elsewhere: bool,
    /// The facts in which the two differ.
    facts: Vec<FactView>,
    /// For each side in a sentence, the phrases that only it has: marks are seen, and not heard.
    only: Vec<String>,
    /// Further provisions of the first set that meet a requirement together with the second's.
    first_also: Vec<LinkView>,
    /// Further provisions of the second set that meet a requirement together with the first's.
    second_also: Vec<LinkView>,
    first: Option<PairSideView>,
    second: Option<PairSideView>,
}

/// One side of a row.
#[derive(Debug, Serialize)]
struct PairSideView {
    id: String,
    /// The way to it in its document.
    href: String,
    depth: usize,
    /// Whether it heads a supplementary provision or an appendix.
    division: bool,
    /// The level of the heading that its number and caption are; none where the other side bears the heading of the row.
    heading: Option<usize>,
    /// Whether its number and caption could be a heading.
    #[serde(skip)]
    is_headed: bool,
    /// Its number and caption, for the names of links.
    name: String,
    label: String,
    /// Whether the label is no number, but a sign such as ・.
    is_sign: bool,
    caption: String,
    text: String,
    /// The phrases that only it has.
    #[serde(skip)]
    marked: Vec<String>,
    /// The language of the words, where it is not the page's.
    lang: Option<&'static str>,
    contact: Option<ContactView>,
}

/// The sources of a pair's page.
pub(super) struct PairedSets<'s, 'a> {
    pub(super) first: &'s Side<'a>,
    pub(super) second: &'s Side<'a>,
    pub(super) alignment: &'s Alignment,
    pub(super) rows: &'s [Row],
}

impl SitePage for PairPage<'_> {
    fn folder(&self) -> String {
        // Ids may have hyphens, also two of them, but no underscore.
        format!("compare/pairs/{}_{}/", self.0, self.1)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let name = |key| site.corpus.set(key).map(|set| set.name.get(site.lang()).as_str());
        Some(pair_title(name(self.0)?, name(self.1)?, site.messages))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ComparisonPage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/comparison/pair.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (view, table) = PairView::of((self.0, self.1), site, scope)?;
        Some(PageView::of(&view).with_table(Some(table)))
    }
}

impl PairView {
    /// Returns the view of the pair with its table, if both sets are there.
    fn of(pair: (&SetKey, &SetKey), site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<(Self, PageTable)> {
        // Every set that comes first is kept.
        let first = site.sides.0.get(pair.0)?;
        // Made here and dropped with the page; kept, the sides of a thousand regions would fill the memory.
        let own_second;
        let second = match site.sides.0.get(pair.1) {
            Some(side) => side,
            None => {
                own_second = Side::of_set(site.corpus, site.corpus.set(pair.1)?, scope.links.lang);
                &own_second
            }
        };
        let alignment = site.alignments.of_pair(pair, first, second)?;
        let rows = comparison_rows(first, second, alignment, RowOrder::Old);
        Some(Self::view_and_file(&PairedSets { first, second, alignment, rows: &rows }, scope))
    }

    fn view_and_file(pair: &PairedSets<'_, '_>, scope: &PageScope<'_>) -> (Self, PageTable) {
        let (first, second) = (pair.first, pair.second);
        let table = pair_table(pair, scope);
        // Headings above something that differs are shown with it, though they are the same themselves.
        let holds = pair.holding_differences();
        let names = side_names(first, second, scope);
        let head = |set: &Set, name: &String| SetHead {
            id: set.key.to_string(),
            name: name.clone(),
            href: scope.links.to(&SetPage(&set.key)),
        };
        let of_baseline = first.set.key == SetKey::Baseline && !scope.links.corpus.groups.is_empty();
        // A region that nobody has compared has no page to lead to.
        let held = of_baseline && reading_state(second.set) == Some(ReadingState::Compared);
        let mut rows: Vec<PairRowView> = pair.rows.iter().map(|row| pair.row(row, &holds, &names, scope)).collect();
        set_headings(&mut rows);
        let view = Self {
            first: head(first.set, &names[0]),
            second: head(second.set, &names[1]),
            stand: held.then(|| scope.links.to(&RegionPage(&second.set.key))),
            notices: pair_notices([first, second], &names, scope),
            csv: scope.links.file(&table.csv.path),
            xlsx: scope.links.file(&table.workbook.path),
            counts: RowCounts::of(pair.rows),
            rows,
            reviews: [first, second].into_iter().filter_map(|side| recorded_reviews(side.set, scope)).collect(),
        };
        (view, table)
    }
}

/// Returns the notices about the texts of two sides: which of them are drafts, which nobody has compared with the baseline,
/// that some are restated, and once for both that they are written with different commas.
fn pair_notices(sides: [&Side<'_>; 2], names: &[String; 2], scope: &PageScope<'_>) -> Vec<String> {
    let sets = sides.map(|side| side.set);
    let drafts = sets.into_iter().filter(|set| set.has_standing(Standing::Draft));
    let draft = |set: &Set| scope.messages.with("comparison-draft", &[("region", &scope.word(&set.name))]);
    let mut notices: Vec<String> = drafts.map(draft).collect();
    let unread = sets.into_iter().filter(|set| reading_state(set) == Some(ReadingState::Unread));
    let unread = unread.filter(|_| !scope.links.corpus.groups.is_empty());
    notices.extend(unread.map(|set| scope.messages.with("comparison-unread", &[("region", &scope.word(&set.name))])));
    notices.extend(quoting_notices(sets.into_iter().any(is_restated), scope));
    let western = match sides.map(Side::has_western_commas) {
        [Some(true), Some(false)] => Some(&names[0]),
        [Some(false), Some(true)] => Some(&names[1]),
        _ => None,
    };
    notices.extend(western.map(|name| scope.messages.with("comparison-commas", &[("set", name)])));
    notices
}

impl PairedSets<'_, '_> {
    /// The places on each side below which something differs.
    fn holding_differences(&self) -> [BTreeSet<usize>; 2] {
        let differing = || self.rows.iter().filter(|row| row.state != State::Same);
        [
            places_above(self.first, differing().filter_map(|row| row.old)),
            places_above(self.second, differing().filter_map(|row| row.new)),
        ]
    }

    fn row(
        &self,
        row: &Row,
        [first, second]: &[BTreeSet<usize>; 2],
        names: &[String; 2],
        scope: &PageScope<'_>,
    ) -> PairRowView {
        let items = (row.old.map(|at| &self.first.items[at]), row.new.map(|at| &self.second.items[at]));
        let of_first = items.0.map(|item| self.cell(item, row, PairHand::Left, scope));
        let of_second = items.1.map(|item| self.cell(item, row, PairHand::Right, scope));
        let id = of_first.as_ref().or(of_second.as_ref()).map(|cell| cell.id.clone());
        let leads = |at: Option<usize>, holding: &BTreeSet<usize>| at.is_some_and(|at| holding.contains(&at));
        let facts = row.old.zip(row.new).map_or_else(Vec::new, |at| fact_differences(self.first, self.second, at));
        let marked = [&of_first, &of_second].map(|cell| cell.as_ref().map_or(&[][..], |cell| &cell.marked));
        let only = words_of_each(names, marked, scope);
        PairRowView {
            id: id.unwrap_or_default(),
            state: row.state.word(),
            basis: self.basis(row).map(Basis::word),
            leads: leads(row.old, first) || leads(row.new, second),
            rewritten: row.state == State::Different && is_rewritten(&row.text),
            elsewhere: differs_elsewhere(row, &facts),
            facts: fact_views(&facts, scope),
            only,
            first_also: links_to_cells(row.new, &self.alignment.shared.of_new, self.first),
            second_also: links_to_cells(row.old, &self.alignment.shared.of_old, self.second),
            first: of_first,
            second: of_second,
        }
    }

    pub(super) fn basis(&self, row: &Row) -> Option<Basis> {
        let pair = row.old.and_then(|at| self.alignment.of_old[at]);
        pair.filter(|_| row.new.is_some()).map(|pair| pair.basis)
    }

    fn cell(&self, item: &SideItem<'_>, row: &Row, hand: PairHand, scope: &PageScope<'_>) -> PairSideView {
        let set = self.of(hand).set;
        let in_pieces = |difference: &WordDifference| match row.state {
            State::Different if is_rewritten(difference) => number_pieces(difference, hand),
            State::Different => pieces(difference, hand),
            State::Same | State::OnlyOld | State::OnlyNew | State::Shared => unmarked(difference, hand),
        };
        let (caption, text) = (in_pieces(&row.caption), in_pieces(&row.text));
        let marked = caption.iter().chain(&text).filter(|piece| piece.marked);
        let phrase = |piece: &TextPiece| Some(piece.words.trim().to_owned()).filter(|words| !words.is_empty());
        let plain: String = caption.iter().map(|piece| piece.words.as_str()).collect();
        let page = scope.links.to(&DocumentPage(&set.key, &item.document.id));
        PairSideView {
            id: cell_id(set, item),
            href: format!("{page}#{}", item.anchor),
            // The style indents five steps; deeper, the text would be a column of single letters.
            depth: item.depth.min(5),
            division: item.provision.is_none(),
            heading: None,
            is_headed: item.provision.is_none_or(is_headed),
            name: match item.provision {
                Some(provision) => scope.provision_name(provision),
                None => scope.captioned(&item.label, &plain),
            },
            label: item.label.clone(),
            is_sign: item.provision.is_some_and(is_sign),
            caption: pieces_html(&caption),
            text: pieces_html(&text),
            marked: marked.filter_map(phrase).collect(),
            lang: language_of(item, scope),
            contact: item
                .provision
                .and_then(|provision| provision.contact.as_ref())
                .map(|contact| ContactView::of(contact, scope.messages)),
        }
    }

    fn of(&self, hand: PairHand) -> &Side<'_> {
        match hand {
            PairHand::Left => self.first,
            PairHand::Right => self.second,
        }
    }
}

/// Gives each row that begins a part of the text one heading, on its first side where that has the words, so that nothing is heard
/// twice.
fn set_headings(rows: &mut [PairRowView]) {
    let mut open: Vec<usize> = Vec::new();
    for row in rows {
        let sides = [row.first.as_mut(), row.second.as_mut()];
        let Some(cell) = sides.into_iter().flatten().find(|cell| cell.is_headed) else { continue };
        while open.last().is_some_and(|above| *above >= cell.depth) {
            open.pop();
        }
        open.push(cell.depth);
        // HTML has six levels, and the title of the page is the first.
        cell.heading = Some((open.len() + 1).min(6));
    }
}

/// Returns the names of the sides: by their sets, or where both are of one set, by their documents or by their places.
fn side_names(first: &Side<'_>, second: &Side<'_>, scope: &PageScope<'_>) -> [String; 2] {
    let sides = [first, second];
    // Two editions of one set bear one name, and so do two documents of it.
    let sets = sides.map(|side| scope.word(&side.set.name));
    if sets[0] != sets[1] {
        return sets;
    }
    let title = |side: &Side<'_>| side.documents.first().map(|document| scope.word(&document.short_title));
    let titles = sides.map(|side| title(side).unwrap_or_default());
    if titles[0] != titles[1] {
        return titles;
    }
    ["left", "right"].map(|place| scope.messages.with(&format!("comparison-{place}"), &[("name", &titles[0])]))
}

/// Returns two sides as one page that needs no other file, with the rows that are given.
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
    struct StandalonePair {
        lang: &'static str,
        title: String,
        topic: Option<String>,
        style: &'static str,
        pair: PairView,
    }
    let (lang, parts) = (messages.lang(), RegionParts::default());
    let scope = PageScope { links: PageLinks { corpus, parts: &parts, from: "", lang }, messages };
    let (pair, _) = PairView::view_and_file(&PairedSets { first, second, alignment, rows }, &scope);
    let topic = corpus.topics.iter().find(|known| Some(known.id.as_str()) == topic);
    let alone = StandalonePair {
        lang: lang.code(),
        title: pair_title(&pair.first.name, &pair.second.name, messages),
        topic: topic.map(|topic| messages.with("comparison-only-topic", &[("topic", topic.title.get(lang))])),
        style: concat!(
            include_str!("../../../../templates/site/assets/style.css"),
            include_str!("../../../../templates/site/assets/conformance.css"),
            include_str!("../../../../templates/site/assets/print.css"),
            include_str!("../../../../templates/site/assets/compare.css")
        ),
        pair,
    };
    let template = page_template!("pages/comparison/pair-standalone.html");
    let theme = Theme::default();
    Templates::new(&theme, lang, [template])?.render(template, &alone)
}

fn pair_title(first: &str, second: &str, messages: &Messages) -> String {
    messages.with("comparison-pair-title", &[("first", first), ("second", second)])
}

/// Returns everything above the places `below`.
fn places_above(side: &Side<'_>, below: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for at in below {
        let mut parent = side.items[at].parent;
        // What is found already has everything above it there too, so that each place is visited once.
        while let Some(at) = parent.filter(|at| found.insert(*at)) {
            parent = side.items[at].parent;
        }
    }
    found
}

/// Returns the language of an item's words where it is not the page's.
fn language_of(item: &SideItem<'_>, scope: &PageScope<'_>) -> Option<&'static str> {
    let lang = scope.links.lang;
    let provision = item.provision?;
    let caption = provision.caption.as_ref().map(|caption| caption.given(lang));
    let text = provision.text.as_ref().map(|text| text.given(lang));
    text.or(caption).filter(|given| *given != lang).map(Lang::code)
}
