//! Addresses as they are said: each by the number that a provision bears at that moment, and 同条, 同項, 同号 for what was
//! named just before.

use crate::corpus::Role;

use super::address::counter;
use super::step::{PartPlace, ProvisionPart, Spot};
use super::tree::{NodeForm, ROOT, VersionNode, VersionTree};

/// One step of an address: 第八条.
pub(super) type Segment = String;

/// The names of the old tree's provisions after all that has been said so far.
#[derive(Debug)]
pub(super) struct Voice<'t> {
    old: &'t VersionTree,
    now: Vec<Option<String>>,
    /// The names spoken last within the sentence.
    last: Vec<Segment>,
}

/// The word by which `segment` is named again: 条 of 第八条, 表 of 別表第二.
fn word_of(segment: &str) -> Option<char> {
    counter(segment).or_else(|| (segment.starts_with("別表") && !segment.ends_with('項')).then_some('表'))
}

impl<'t> Voice<'t> {
    pub(super) fn new(old: &'t VersionTree) -> Self {
        let now = old.nodes.iter().map(|node| node.own.clone()).collect();
        Self { old, now, last: Vec::new() }
    }

    pub(super) fn node(&self, at: usize) -> &'t VersionNode {
        &self.old.nodes[at]
    }

    /// A new sentence: nothing was named yet.
    pub(super) fn forget(&mut self) {
        self.last.clear();
    }

    pub(super) fn remember(&mut self, address: Vec<Segment>) {
        self.last = address;
    }

    /// Whether `at` is what was named last.
    pub(super) fn was_named(&self, at: usize) -> bool {
        self.last == self.address(at)
    }

    /// The nodes at and below `at`.
    pub(super) fn below(&self, at: usize) -> Vec<usize> {
        self.old.all_below(at)
    }

    pub(super) fn rename(&mut self, at: usize, own: &str) {
        self.now[at] = Some(own.to_owned());
    }

    /// Returns the present name of `at`, without what it stands in.
    pub(super) fn own(&self, at: usize) -> String {
        if at == ROOT { "題名".to_owned() } else { self.now[at].clone().unwrap_or_default() }
    }

    /// Returns the names of what `at` stands in.
    pub(super) fn base(&self, at: usize) -> Vec<Segment> {
        let node = self.node(at);
        match (node.form, node.base) {
            (NodeForm::Provision(_) | NodeForm::Row, Some(base)) if node.in_first => self.first(base),
            (NodeForm::Provision(_) | NodeForm::Row, Some(base)) => self.address(base),
            (NodeForm::Provision(_) | NodeForm::Row, None) => {
                let division = self.old.division(at);
                let is_body = self.node(division).form == NodeForm::Division(Role::Body);
                if is_body { Vec::new() } else { self.address(division) }
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn address(&self, at: usize) -> Vec<Segment> {
        let mut address = self.base(at);
        address.push(self.own(at));
        address
    }

    /// Its own text and items: of an article of several paragraphs the first paragraph.
    pub(super) fn first(&self, at: usize) -> Vec<Segment> {
        let mut address = self.address(at);
        address.extend(self.node(at).first.clone());
        address
    }

    /// The number of `places` after the first that go on with it, one whole article after another, if they are so many
    /// that only the first and the last are named.
    pub(super) fn run(&self, places: &[PartPlace]) -> usize {
        let is_whole = |part| matches!(part, ProvisionPart::All | ProvisionPart::Whole);
        let article = |(node, part): &PartPlace| {
            let is_named_so = is_whole(*part) && (*part == ProvisionPart::Whole || self.node(*node).first.is_none());
            (is_named_so && self.node(*node).is_article()).then(|| self.old.articles_before(*node))
        };
        let Some(first) = places.first().and_then(article) else { return 0 };
        let goes_on = |(at, place): (usize, &PartPlace)| article(place) == Some((first.0, first.1 + at));
        let run = places.iter().enumerate().take_while(|one| goes_on(*one)).count();
        if run >= 3 { run - 1 } else { 0 }
    }

    /// The node that a spot is told by, and its address.
    pub(super) fn spot(&self, spot: Spot) -> (Option<usize>, Vec<Segment>) {
        match spot {
            Spot::After(node) | Spot::Before(node) => (Some(node), self.address(node)),
            Spot::AfterFirst(node) | Spot::AtHead(node) | Spot::Into { node, items: true } => (None, self.first(node)),
            Spot::Into { node, items: false } | Spot::IntoTable { node, .. } => (None, self.address(node)),
            Spot::AfterBullet(node) | Spot::BeforeBullet(node) => {
                let mut address = self.old.addressed_above(node).map_or_else(Vec::new, |above| self.first(above));
                address.push(format!("中「{}」", self.old.bullet_line(node).unwrap_or_default()));
                (None, address)
            }
            Spot::Top => (None, vec!["題名".to_owned()]),
        }
    }

    /// `address` as it is said after what was named before it.
    pub(super) fn say(&mut self, address: Vec<Segment>) -> String {
        // 同条 stands for all that is the same up to the last step that has a counter word.
        let shared = self.last.iter().zip(&address).take_while(|(last, own)| last == own).count();
        let known = (0..shared).rev().find_map(|at| Some((at, word_of(&address[at])?)));
        let said = match known {
            Some((at, counter)) => format!("同{counter}{}", address[at + 1..].concat()),
            None => address.concat(),
        };
        self.last = address;
        said
    }
}
