//! The outline as authors would write it: ids, levels, and numbers only where counting would not give them.

use std::collections::{BTreeMap, BTreeSet};

use super::ids;
use super::levels::{self, Levels};
use crate::base::notation::widths::folded;
use crate::content::Kind;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::node::{Label, OutlineNode};
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::shapes::heads::Begins;

/// A provision as it is written.
#[derive(Debug)]
pub(in crate::import) struct Planned<'a> {
    pub(in crate::import) node: &'a OutlineNode,
    pub(in crate::import) id: String,
    /// The path of ids.
    pub(in crate::import) anchor: String,
    /// Its level, where it is not the next one.
    pub(in crate::import) level: Option<&'static str>,
    /// The level of its items, where that is not the next one.
    pub(in crate::import) item_level: Option<&'static str>,
    /// The depth of its branch.
    pub(in crate::import) branch: Option<usize>,
    /// Its number and its branches, where counting would give another.
    pub(in crate::import) number: Option<Vec<u32>>,
    /// The last number, where it stands for several.
    pub(in crate::import) to: Option<Vec<u32>>,
    /// Its label, where no level prints it.
    pub(in crate::import) label: Option<String>,
    /// Whether it counts as a 項 and shows no number.
    pub(in crate::import) hides_number: bool,
    /// The doubt about its number.
    pub(in crate::import) odd: Option<DoubtKind>,
    pub(in crate::import) items: Vec<Self>,
    pub(in crate::import) paragraphs: Vec<Self>,
}

/// A division as it is written.
#[derive(Debug)]
pub(in crate::import) struct PlannedDivision<'a> {
    pub(in crate::import) division: &'a OutlineDivision,
    pub(in crate::import) id: String,
    pub(in crate::import) levels: Levels,
    pub(in crate::import) list: Vec<Planned<'a>>,
    /// The number of an appended table of codes.
    pub(in crate::import) table: Option<u32>,
    /// Whether the region has a form or table of the id that it would bear.
    pub(in crate::import) renamed: bool,
}

/// Plans every division.
pub(in crate::import) fn plan_outline(outline: &Outline) -> Vec<PlannedDivision<'_>> {
    let mut taken = BTreeSet::new();
    let mut tables = outline.existing.tables.clone();
    let mut forms = outline.existing.forms.clone();
    let body = outline.divisions.first().map(|division| Levels::of(&division.nodes)).unwrap_or_default();
    let outer = !body.list.is_empty();
    let mut plans = Vec::new();
    for division in &outline.divisions {
        let mut renamed = false;
        let id = if let Some(form) = &division.form {
            let number = form.number.map_or_else(|| "form".to_owned(), |number| format!("form-{number}"));
            let wish = crate::import::shapes::labels::form_id(&form.title.text).map_or(number, str::to_owned);
            renamed = outline.existing.forms.contains(&wish);
            ids::free(&wish, &mut forms)
        } else if division.codes.is_some() {
            let wish = proposed_division_id(division);
            renamed = outline.existing.tables.contains(&wish);
            ids::free(&wish, &mut tables)
        } else if division.begins.is_some() {
            ids::free(&proposed_division_id(division), &mut taken)
        } else {
            String::new()
        };
        // What became a form is planned block by block with it (`list_of`).
        let nodes = if division.form.is_some() { &[][..] } else { &division.nodes };
        let levels = Levels::of(nodes);
        // A division without levels takes those of the body, so that what bears no number in it has to say so.
        let first = !levels.list.is_empty() || outer;
        let mut planner = OutlinePlanner { levels: &levels, articles: Vec::new() };
        let prefix = if id.is_empty() { String::new() } else { format!("{id}.") };
        let top = ListContext { anchor: &prefix, cite: "", level: first.then_some(0), root: true };
        let list = planner.list(nodes, &top).0;
        // Anchors of the body and of appendices stand in one name space: an appendix called purpose must not meet the
        // article.
        if division.begins.is_none() {
            taken.extend(list.iter().map(|one| one.id.clone()));
        }
        let table = division.codes.is_some().then(|| first_number(&division.label.text)).flatten();
        plans.push(PlannedDivision { division, id, levels, list, table, renamed });
    }
    plans
}

/// The provisions of a block of a form, whose anchors begin with `prefix`, and their levels.
pub(in crate::import) fn list_of<'a>(nodes: &'a [OutlineNode], prefix: &str) -> (Levels, Vec<Planned<'a>>) {
    let levels = Levels::of(nodes);
    let mut planner = OutlinePlanner { levels: &levels, articles: Vec::new() };
    let list = planner.list(nodes, &ListContext { anchor: prefix, cite: "", level: Some(0), root: true }).0;
    (levels, list)
}

/// The number in a label: 別表２ has 2.
pub(in crate::import) fn first_number(text: &str) -> Option<u32> {
    crate::base::notation::numbers::numbers(text).first().map(|number| number.value).filter(|value| *value > 0)
}

fn proposed_division_id(division: &OutlineDivision) -> String {
    let by_title = ids::of_caption(&division.title.text).filter(|_| division.codes.is_none());
    let number = first_number(&division.label.text).map_or_else(String::new, |number| format!("-{number}"));
    match division.begins {
        Some(Begins::Supplementary) => "supplementary".to_owned(),
        Some(Begins::Form) => format!("form{number}"),
        Some(Begins::Table) => format!("table{number}"),
        _ => by_title.map_or_else(|| format!("appendix{number}"), str::to_owned),
    }
}

/// The provision or division above a list.
struct ListContext<'a> {
    anchor: &'a str,
    cite: &'a str,
    /// The level that its members take unless they say otherwise.
    level: Option<usize>,
    /// Whether no provision stands above, which could name the level.
    root: bool,
}

struct OutlinePlanner<'l> {
    levels: &'l Levels,
    /// The last article of the division.
    articles: Vec<u32>,
}

impl OutlinePlanner<'_> {
    /// The members of a list, and the level that its parent has to name for them.
    fn list<'a>(
        &mut self,
        nodes: &'a [OutlineNode],
        above: &ListContext<'_>,
    ) -> (Vec<Planned<'a>>, Option<&'static str>) {
        let places: Vec<Option<usize>> = nodes.iter().map(|node| self.levels.place(node)).collect();
        // A list of one level names it once, at its parent; in a mixed one each member does.
        let same = places.first().filter(|first| places.iter().all(|place| place == *first)).copied();
        let named = same.filter(|place| *place != above.level && !above.root);
        let default = named.unwrap_or(above.level);
        let ids = ids::assign(nodes, false, &mut BTreeSet::new());
        let mut counters: BTreeMap<&'static str, Vec<u32>> = BTreeMap::new();
        let mut list = Vec::with_capacity(nodes.len());
        for ((node, id), place) in nodes.iter().zip(ids).zip(places) {
            let level = (place != default).then(|| self.word(place));
            let mut planned = Planned::new(node, id, above.anchor);
            planned.level = level;
            // Without a number above, a caption is what is cited.
            // As the corpus computes citations: what is planned here has to count as it will.
            let mut cite = if node.label.is_none() && above.cite.is_empty() {
                node.caption.text.clone()
            } else {
                above.cite.to_owned()
            };
            if let Some(label) = &node.label {
                match place {
                    Some(place) => self.count(&mut planned, label, place, &mut counters, &mut cite),
                    None => planned.label = Some(label.words.text.clone()),
                }
            }
            let next = place.map(|place| place + 1).filter(|next| *next < self.levels.list.len());
            self.below(&mut planned, next.or(Some(usize::MAX).filter(|_| place.is_some())), &cite);
            list.push(planned);
        }
        (list, named.map(|place| self.word(place)))
    }

    fn word(&self, place: Option<usize>) -> &'static str {
        place.and_then(|place| self.levels.list.get(place)).map_or("none", |level| level.kind.word())
    }

    /// Sets the number and label that the provision needs so that the same is printed.
    fn count(
        &mut self,
        planned: &mut Planned<'_>,
        label: &Label,
        place: usize,
        counters: &mut BTreeMap<&'static str, Vec<u32>>,
        cite: &mut String,
    ) {
        let level = &self.levels.list[place];
        let counter = if level.kind == Kind::Article {
            &mut self.articles
        } else {
            counters.entry(level.kind.word()).or_default()
        };
        if !label.number.is_empty() {
            let branch = label.number.len() - 1;
            let next = next_number(counter, branch);
            if next.as_ref() != Some(&label.number) {
                // Notes are counted through the whole text, each below what it is on.
                let goes_on = level.kind == Kind::Note && next.as_deref() == Some(&[1]);
                planned.odd = (!goes_on).then(|| odd_number(next.as_deref(), &label.number));
                planned.number = Some(label.number.clone());
            } else if branch > 0 {
                planned.branch = Some(branch);
            }
            // After 第４条から第６条まで　削除 comes 第７条 (tests/cases/import/ranges.txt).
            counter.clone_from(label.last_number());
        }
        planned.to = (!label.to.is_empty()).then(|| label.to.clone());
        let printed = label.printed(&level.style, cite);
        // Below an article {parent} would be the article's own citation.
        let strange = level.style.joint.is_some() && !self.articles.is_empty();
        if strange || folded(&printed) != folded(&label.words.text) {
            planned.label = Some(label.words.text.clone());
        }
        let own = if level.repeated { levels::cited_style(&level.style).print(&label.number, cite) } else { printed };
        // Articles are cited without their chapter: 第３条, not 第一章第３条.
        let alone = level.style.joint.is_some() || matches!(level.kind, Kind::Article | Kind::Part);
        *cite = if alone { own } else { format!("{cite}{own}") };
    }

    /// Plans what stands below `planned`, whose items take the level `next`.
    fn below(&mut self, planned: &mut Planned<'_>, next: Option<usize>, cite: &str) {
        let prefix = format!("{}.", planned.anchor);
        let above = ListContext { anchor: &prefix, cite, level: next, root: false };
        let node = planned.node;
        // Later paragraphs are numbered before the items, as everywhere in the corpus; articles stand in neither.
        let (items, item_level) = self.list(&node.items, &above);
        planned.items = items;
        planned.item_level = item_level;
        let own = if item_level.is_some() { node.items.first().and_then(|item| self.levels.place(item)) } else { next };
        let taken = &mut planned.items.iter().map(|item| item.id.clone()).collect();
        let ids = ids::assign(&node.paragraphs, true, taken);
        // The article's own text is the first paragraph, so that ２ is what comes next (articles-kanji.txt).
        let mut counter = vec![1];
        for (below, id) in node.paragraphs.iter().zip(ids) {
            let mut one = Planned::new(below, id, &prefix);
            // Those without a number are counted too.
            let branch =
                below.label.as_ref().filter(|_| below.counted).map_or(0, |label| label.number.len().saturating_sub(1));
            let expected = next_number(&counter, branch);
            counter = expected.clone().unwrap_or_else(|| counter.clone());
            match &below.label {
                Some(label) if below.counted => {
                    if expected.as_ref() != Some(&label.number) {
                        one.odd = Some(odd_number(expected.as_deref(), &label.number));
                        one.number = Some(label.number.clone());
                    } else if branch > 0 {
                        one.branch = Some(branch);
                    }
                    counter.clone_from(label.last_number());
                    one.to = (!label.to.is_empty()).then(|| label.to.clone());
                    let printed =
                        self.levels.paragraph.as_ref().map(|style| label.printed(style, cite)).unwrap_or_default();
                    if folded(&printed) != folded(&label.words.text) {
                        one.label = Some(label.words.text.clone());
                    }
                }
                Some(label) => one.label = Some(label.words.text.clone()),
                // A paragraph without a number among those that bear one counts and shows nothing.
                None => one.hides_number = self.levels.paragraph.is_some(),
            }
            self.below(&mut one, own, cite);
            planned.paragraphs.push(one);
        }
    }
}

/// Returns the doubt about `number` where `expected` was to come.
fn odd_number(expected: Option<&[u32]>, number: &[u32]) -> DoubtKind {
    match expected {
        Some([1]) => DoubtKind::NumberLate,
        // （４） and 第３条 stand twice in tests/cases/import/wrong-numbers.txt.
        Some(expected) if number <= expected => DoubtKind::NumberRepeat,
        _ => DoubtKind::NumberGap,
    }
}

/// The number that is counted next, as the corpus counts.
fn next_number(counter: &[u32], branch: usize) -> Option<Vec<u32>> {
    if branch > counter.len() {
        return None;
    }
    let mut next = counter[..counter.len().min(branch + 1)].to_vec();
    match next.get_mut(branch) {
        Some(last) => *last = last.saturating_add(1),
        // The first branch of 第３条 is 第３条の２; の１ is never used.
        None => next.push(if branch == 0 { 1 } else { 2 }),
    }
    Some(next)
}

impl<'a> Planned<'a> {
    fn new(node: &'a OutlineNode, id: String, prefix: &str) -> Self {
        Self {
            anchor: format!("{prefix}{id}"),
            node,
            id,
            level: None,
            item_level: None,
            branch: None,
            number: None,
            to: None,
            label: None,
            hides_number: false,
            odd: None,
            items: Vec::new(),
            paragraphs: Vec::new(),
        }
    }

    /// Calls `visit` for this and everything below it.
    pub(in crate::import) fn walk<'s>(&'s self, visit: &mut impl FnMut(&'s Self)) {
        visit(self);
        for below in self.items.iter().chain(&self.paragraphs) {
            below.walk(visit);
        }
    }
}
