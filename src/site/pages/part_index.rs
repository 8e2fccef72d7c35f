//! The ways from a page about all regions to those of its parts: a map of prefectures.

use serde::Serialize;

use crate::content::Prefecture;
use crate::corpus::query::prefecture_name;
use crate::corpus::{PartKey, Set};
use crate::site::links::{LinkView, link_to};
use crate::site::page::SitePage;
use crate::site::provisions::PageScope;

/// The prefectures that have regions, with the ways to their pages.
#[derive(Debug, Serialize)]
pub(super) struct PartIndex {
    regions: usize,
    prefectures: Vec<PrefectureTile>,
}

/// A prefecture on the map.
#[derive(Debug, Serialize)]
struct PrefectureTile {
    /// Its code, by which it has its place; `unstated` for regions that state no prefecture.
    code: &'static str,
    name: String,
    /// The way to its first page, which is the only one of most.
    href: String,
    /// The ways to its other pages.
    further: Vec<LinkView>,
    regions: usize,
}

impl PartIndex {
    /// Returns the index of the parts to the pages that `page` names, each prefecture's to the place that `anchor` names for its
    /// first region there; `None` where there are no parts.
    pub(super) fn of<P: SitePage>(
        scope: &PageScope<'_>,
        page: impl Fn(PartKey) -> P,
        anchor: Option<fn(&Set) -> String>,
    ) -> Option<Self> {
        let mut prefectures: Vec<PrefectureTile> = Vec::new();
        for part in scope.links.parts.iter() {
            let way = scope.links.to(&page(part.key));
            for sets in part.sets.chunk_by(|one, other| one.prefecture == other.prefecture) {
                let Some(first) = sets.first() else { continue };
                let anchor = anchor.filter(|_| part.key.code().is_none()).map(|anchor| anchor(first));
                let href = anchor.map_or_else(|| way.clone(), |anchor| format!("{way}#{anchor}"));
                let code = first.prefecture.map_or("unstated", Prefecture::word);
                match prefectures.last_mut().filter(|tile| tile.code == code) {
                    Some(tile) => {
                        tile.regions += sets.len();
                        tile.further.push(link_to(part.key.number_in_words(scope.messages), href));
                    }
                    None => prefectures.push(PrefectureTile {
                        code,
                        name: prefecture_name(first.prefecture, scope.messages),
                        href,
                        further: Vec::new(),
                        regions: sets.len(),
                    }),
                }
            }
        }
        let regions = prefectures.iter().map(|tile| tile.regions).sum();
        (!prefectures.is_empty()).then_some(Self { regions, prefectures })
    }
}
