//! The page on which any two sets of a large site are read side by side, and the files that its script loads: one of the names of
//! all sets, one of the provisions of each. So the pages of all pairs need not be made.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{ComparisonPage, TopicPage, is_compared};
use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::compare::{Side, SideItem, Word};
use crate::content::SetKey;
use crate::corpus::{Set, Topic};
use crate::site::links::{LinkView, link_to, relative};
use crate::site::page::{PageView, SitePage, page_path};
use crate::site::pages::part_index::PartIndex;
use crate::site::pages::prefecture::place_of_region;
use crate::site::pages::{DocumentPage, HomePage, PrefecturePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The folder of the page and of its files, below that of the language.
const FOLDER: &str = "compare/view/";

/// The words of the script, by the ends of their message ids.
const WORDS: [&str; 6] = ["same", "different", "alone", "loading", "damaged", "count"];

/// The page on which a reader chooses two sets of a large site.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct ChoosePage;

#[derive(Debug, Serialize)]
struct ChooseView {
    /// The words of the script as JSON.
    words: String,
    topics: Vec<ChosenTopic>,
    /// The ways to regions, for those without a script.
    index: Option<PartIndex>,
}

#[derive(Debug, Serialize)]
struct ChosenTopic {
    id: String,
    link: LinkView,
}

/// The sets below the name of their part: id and name of each.
#[derive(Debug, Serialize)]
struct NamedPart(String, Vec<(String, String)>);

/// A set as the script takes it.
#[derive(Debug, Serialize)]
struct SideFile {
    name: String,
    items: Vec<SideFileItem>,
}

/// A provision as the script takes it; what is empty is left out.
#[derive(Debug, Serialize)]
struct SideFileItem {
    /// Its page and anchor, from the page of the script.
    #[serde(rename = "h")]
    href: String,
    /// Its number with the title of the document.
    #[serde(rename = "n")]
    number: String,
    /// The topic that it is on.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    topic: Option<String>,
    #[serde(rename = "c", skip_serializing_if = "Vec::is_empty")]
    caption: Vec<SideWord>,
    #[serde(rename = "w", skip_serializing_if = "Vec::is_empty")]
    words: Vec<SideWord>,
    #[serde(rename = "r", skip_serializing_if = "Vec::is_empty")]
    requirements: Vec<String>,
}

/// A word as it is written, and as it is compared where that differs.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum SideWord {
    Same(String),
    Valued(String, String),
}

impl SitePage for ChoosePage {
    fn folder(&self) -> String {
        FOLDER.to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("pair-of-two"))
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
        page_template!("pages/comparison/choose.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let words = WORDS.map(|end| (end, scope.messages.text(&format!("choose-{end}"))));
        let topic = |topic: &Topic| ChosenTopic {
            id: topic.id.clone(),
            link: link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id))),
        };
        Some(PageView::of(&ChooseView {
            words: serde_json::json!(BTreeMap::from(words)).to_string(),
            topics: site.corpus.topics.iter().map(topic).collect(),
            index: PartIndex::of(scope, PrefecturePage, Some(place_of_region)),
        }))
    }
}

/// Gives the files of the page in the language of `site` to `outlet`; none of a site whose sets stand side by side.
///
/// # Errors
/// A finding J0506 where a file cannot be written as JSON, and those of `outlet`.
pub(in crate::site) fn write_sides(site: &SiteSources<'_>, outlet: &dyn Outlet) -> Result<(), Box<Diagnostic>> {
    if site.parts.is_empty() || !is_compared(site.corpus) {
        return Ok(());
    }
    let name = |set: &Set| (set.key.to_string(), set.name.get(site.lang()).clone());
    let baseline = site.corpus.set(&SetKey::Baseline).map(|set| NamedPart(name(set).1, vec![name(set)]));
    let parts = site.parts.iter();
    let parts =
        parts.map(|part| NamedPart(part.key.name(site.messages), part.sets.iter().map(|set| name(set)).collect()));
    let named: Vec<NamedPart> = baseline.into_iter().chain(parts).collect();
    outlet.take(script(site, "names", "", &named)?)?;
    let sets: Vec<&Set> = site.corpus.sets.values().collect();
    let path = |set: &Set| format!("{}/{FOLDER}sets/{}.js", site.lang(), set.key);
    sets.into_par_iter().filter(|set| outlet.wants(&path(set))).try_for_each(|set| {
        let id = set.key.to_string();
        outlet.take(script(site, &format!("sets/{id}"), &id, &side_file(set, site))?)
    })
}

/// Returns the file `name` as a script, since a page that was opened from a disk loads no data.
fn script(site: &SiteSources<'_>, name: &str, id: &str, content: &impl Serialize) -> Result<Artifact, Box<Diagnostic>> {
    let path = format!("{}/{FOLDER}{name}.js", site.lang());
    let json = serde_json::to_string(content)
        .map_err(|error| Box::new(Diagnostic::new(Code::J0506).arg("reason", error.to_string())))?;
    Ok(Artifact::new(path, format!("junsoku.choose.put(\"{id}\", {json});\n")))
}

fn side_file(set: &Set, site: &SiteSources<'_>) -> SideFile {
    let side = Side::of_set(site.corpus, set, site.lang());
    let mut items: Vec<SideFileItem> = Vec::with_capacity(side.items.len());
    for item in &side.items {
        // What names no topic is on that of what it stands below.
        let inherited = item.parent.and_then(|parent| items.get(parent)).and_then(|above| above.topic.clone());
        items.push(side_file_item(set, item, item.own_topic.map(str::to_owned).or(inherited), site));
    }
    SideFile { name: set.name.get(site.lang()).clone(), items }
}

fn side_file_item(set: &Set, item: &SideItem<'_>, topic: Option<String>, site: &SiteSources<'_>) -> SideFileItem {
    let page = page_path(&DocumentPage(&set.key, &item.document.id), site.lang());
    let from = page_path(&ChoosePage, site.lang());
    SideFileItem {
        href: format!("{}#{}", relative(&from, &page), item.anchor),
        number: item.label.clone(),
        topic,
        caption: item.caption.iter().map(side_word).collect(),
        words: item.text.iter().map(side_word).collect(),
        requirements: item.requirements.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn side_word(word: &Word) -> SideWord {
    if word.written == word.value {
        SideWord::Same(word.written.clone())
    } else {
        SideWord::Valued(word.written.clone(), word.value.clone())
    }
}
