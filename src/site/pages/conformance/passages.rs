//! Provisions on the pages of other documents: what they are called there, and their words in full.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::locale::Lang;
use crate::content::Kind;
use crate::corpus::{Division, Document, Provision, Role, Set, Target};
use crate::site::links::{LinkView, link_to};
use crate::site::pages::DocumentPage;
use crate::site::pages::form::labelled_title;
use crate::site::provisions::{PageScope, ProvisionView, TextView, is_headed};

/// A provision in full.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PassageView {
    name: LinkView,
    /// The words above it that lead into it: 次に掲げる業務を行う。
    lead: Vec<TextView>,
    nodes: Vec<ProvisionView>,
}

/// The provisions that a part of a page already shows in full, by document and anchor, so that it shows nothing twice.
#[derive(Debug, Default)]
pub(in crate::site) struct ShownPlaces(BTreeSet<(String, String)>);

impl ShownPlaces {
    /// Puts a place down; `false` where it was there already.
    pub(in crate::site) fn add(&mut self, document: &str, anchor: &str) -> bool {
        self.0.insert((document.to_owned(), anchor.to_owned()))
    }

    fn has(&self, document: &str, anchor: &str) -> bool {
        self.0.contains(&(document.to_owned(), anchor.to_owned()))
    }

    /// Takes out what is shown elsewhere.
    fn prune(&self, document: &str, nodes: &mut Vec<ProvisionView>) {
        nodes.retain(|node| !self.has(document, &node.anchor));
        for node in nodes {
            self.prune(document, &mut node.items);
            self.prune(document, &mut node.paragraphs);
        }
    }
}

/// Returns the provision or division `anchor` of `document` in full, without what stands below it and is `shown` already.
pub(in crate::site) fn passage(
    set: &Set,
    document: &str,
    anchor: &str,
    shown: &mut ShownPlaces,
    scope: &PageScope<'_>,
) -> Option<PassageView> {
    let document = set.document(document)?;
    let path = path_to(document, anchor);
    let mut nodes = Vec::new();
    for found in document.at(anchor) {
        let mut list = scope.list(std::slice::from_ref(found), None);
        for node in &mut list {
            // Only what stands below: the passage itself was asked for, and may stand among the shown ones already.
            shown.prune(&document.id, &mut node.items);
            shown.prune(&document.id, &mut node.paragraphs);
        }
        nodes.extend(list);
    }
    let mut lead = leading_provisions(&path);
    // A sentence that leads into several items is shown before the first of them only.
    lead.retain(|above| above.text.is_some() && shown.add(&document.id, &format!("{}/lead", above.anchor)));
    Some(PassageView {
        name: link_to_path(set, document, anchor, &path, scope),
        lead: lead.iter().filter_map(|above| above.text.as_ref()).map(|text| scope.text(text)).collect(),
        nodes,
    })
}

/// Returns a link to the provision or division `anchor` of `document`, by its number and caption.
pub(in crate::site) fn place_link(set: &Set, document: &str, anchor: &str, scope: &PageScope<'_>) -> Option<LinkView> {
    let document = set.document(document)?;
    Some(link_to_path(set, document, anchor, &path_to(document, anchor), scope))
}

/// Returns a link to a provision or form, by its number and title; none to anything else.
pub(in crate::site) fn target_link(target: &Target, scope: &PageScope<'_>) -> Option<LinkView> {
    match target {
        Target::Provision { set, document, anchor } => {
            place_link(scope.links.corpus.set(set)?, document, anchor, scope)
        }
        Target::Form { set, form } => {
            let form = scope.links.corpus.set(set)?.forms.iter().find(|known| known.id == *form)?;
            let title = labelled_title(form.label.as_ref(), &form.title, scope.links.lang);
            Some(link_to(title, scope.links.target(target)?))
        }
        Target::Address { .. }
        | Target::Law { .. }
        | Target::Guideline { .. }
        | Target::Field(_)
        | Target::Table { .. }
        | Target::Contact { .. }
        | Target::Unavailable { .. } => None,
    }
}

/// Returns the provisions on the way to `anchor`, the outermost first; none for a division.
fn path_to<'a>(document: &'a Document, anchor: &str) -> Vec<&'a Provision> {
    let dots = anchor.match_indices('.').map(|(at, _)| &anchor[..at]);
    let on_the_way = dots.chain([anchor]).flat_map(|above| document.at(above));
    // A division is found as its provisions, one of which may then be found by its own anchor.
    let mut path: Vec<&Provision> = on_the_way.filter(|provision| leads_to(&provision.anchor, anchor)).collect();
    path.dedup_by_key(|provision| &provision.anchor);
    path
}

/// Whether `anchor` is `above` or that of something below it.
fn leads_to(above: &str, anchor: &str) -> bool {
    anchor.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Returns the provisions above a list whose member is named last in `path`: an item cannot be read without them.
fn leading_provisions<'a>(path: &[&'a Provision]) -> Vec<&'a Provision> {
    let pairs = path.windows(2).rev().map(|pair| (pair[0], pair[1]));
    let listed = pairs.take_while(|(above, own)| {
        // A second paragraph is read without the first; a row of a table and what has a heading of its own stand by
        // themselves.
        let is_item = above.items.iter().any(|item| item.anchor == own.anchor);
        is_item && above.columns.is_empty() && !is_headed(own)
    });
    let mut above: Vec<&Provision> = listed.map(|(above, _)| above).collect();
    above.reverse();
    above
}

fn link_to_path(set: &Set, document: &Document, anchor: &str, path: &[&Provision], scope: &PageScope<'_>) -> LinkView {
    let lang = scope.links.lang;
    let words = match path.split_last() {
        Some((own, above)) => {
            let words = words_for(own, above, scope);
            // A note is known by its mark (※1) wherever it stands.
            match division_name(document, anchor, lang).filter(|_| own.kind != Some(Kind::Note)) {
                Some(within) => {
                    scope.messages.with("provision-within", &[("provision", &words), ("division", &within)])
                }
                None => words,
            }
        }
        None => division_name(document, anchor, lang).unwrap_or_default(),
    };
    // A set with one document need not say which.
    let label = if set.documents.len() > 1 { format!("{} {words}", scope.word(&document.short_title)) } else { words };
    link_to(label.trim(), format!("{}#{anchor}", scope.links.to(&DocumentPage(&set.key, &document.id))))
}

/// Returns words such as 第五条第一号（管理者の責務）, with the first words of what has neither number nor caption.
fn words_for(own: &Provision, above: &[&Provision], scope: &PageScope<'_>) -> String {
    let lang = scope.links.lang;
    let cite = own.cite.get(lang);
    let captioned = [own].into_iter().chain(above.iter().rev().copied()).find_map(|one| one.caption.as_ref());
    let caption = captioned.map_or("", |caption| caption.get(lang).as_str());
    let name = scope.captioned(cite, caption);
    // Bullets have no number and are cited as what they stand in; their first words tell them apart.
    let shares_number = above.iter().any(|above| above.cite == own.cite);
    match &own.text {
        Some(text) if (shares_number && own.caption.is_none()) || name.is_empty() => {
            let words = first_words(&crate::base::markup::to_plain(text.get(lang)), text.given(lang));
            scope.messages.with("provision-beginning", &[("provision", &name), ("words", &words)])
        }
        Some(_) | None => name,
    }
}

/// Returns the first words of a text.
fn first_words(text: &str, lang: Lang) -> String {
    let most = match lang {
        Lang::Ja => 18,
        Lang::En => 40,
    };
    let cut: String = text.chars().take(most).collect();
    if cut.len() == text.len() {
        return cut;
    }
    // English is cut between words, Japanese has nothing to cut at.
    let whole = cut.rsplit_once(' ').filter(|_| lang == Lang::En).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Returns the name of the supplementary provision or appendix in which `anchor` stands.
fn division_name(document: &Document, anchor: &str, lang: Lang) -> Option<String> {
    let holds = |division: &&Division| division.role != Role::Body && leads_to(&division.anchor, anchor);
    let division = document.divisions.iter().find(holds)?;
    division.label.as_ref().or(division.title.as_ref()).map(|words| words.get(lang).clone())
}
