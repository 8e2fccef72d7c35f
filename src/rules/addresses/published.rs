//! The addresses of a corpus, and what answers for those that it once had.
//!
//! An address is `chuo` (the page of a set), `chuo/policy`, `chuo/policy/changes`, `chuo/forms/consent`, `chuo/tables`, `chuo/procedures/join` (pages),
//! any of these with `#` and an anchor, `page:about`, `news:opening`,
//! `requirement:device.lock` or `file:data/conformance.csv`. A PDF has no address of its own: it is published at each former
//! address of its page too.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::locale::Lang;
use crate::conformance::files_to_download;
use crate::content::{FormTask, SetKey};
use crate::corpus::{BlockKind, Corpus, Document, Provision, Set};

/// The thing that a reader finds at an address that was published once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The very thing that stood there.
    Live,
    /// It stands at another address.
    Moved(String),
    /// Nothing stands for it.
    Gone,
}

/// The addresses of a corpus, and where those went that its authors gave up.
#[derive(Debug)]
pub struct Published {
    live: BTreeSet<String>,
    /// By former address, where it leads now.
    moved: BTreeMap<String, String>,
    editions: BTreeSet<String>,
    /// The files from which the settings lead readers on.
    led_on: BTreeSet<String>,
}

/// The longest way from one former address to the next, so that a circle ends.
const MOST_MOVES: usize = 16;

impl Published {
    /// The addresses of `corpus`.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut published =
            Self { live: BTreeSet::new(), moved: BTreeMap::new(), editions: BTreeSet::new(), led_on: BTreeSet::new() };
        for set in corpus.sets.values().chain(corpus.editions.values()) {
            published.add_set(set);
        }
        for set in corpus.sets.values() {
            published.add_editions_in_force(corpus, set);
        }
        published.add_pages_of_no_set(corpus);
        published
    }

    /// Every address that there is.
    #[must_use]
    pub fn addresses(&self) -> BTreeSet<String> {
        self.live.clone()
    }

    /// The addresses under which the present texts stood while they were still to come, or would have.
    #[must_use]
    pub fn editions_in_force(&self) -> BTreeSet<String> {
        self.editions.clone()
    }

    /// The answer that a reader finds at `address`.
    #[must_use]
    pub fn answer(&self, address: &str) -> Answer {
        let mut at = address.to_owned();
        for _ in 0..MOST_MOVES {
            if self.live.contains(&at) {
                return if at == address { Answer::Live } else { Answer::Moved(at) };
            }
            match self.next(&at) {
                Some(next) => at = next,
                // The redirect of the settings is a page that is there.
                None if self.is_led_on(address) => return Answer::Live,
                None => return Answer::Gone,
            }
        }
        Answer::Gone
    }

    /// The address to which `address` leads in one step.
    fn next(&self, address: &str) -> Option<String> {
        if let Some(to) = self.moved.get(address) {
            return Some(to.clone());
        }
        let (page, anchor) = match address.split_once('#') {
            Some((page, anchor)) => (page, Some(anchor)),
            None => (address, None),
        };
        let with_anchor = |page: &str| anchor.map_or_else(|| page.to_owned(), |anchor| format!("{page}#{anchor}"));
        if let Some(to) = self.moved.get(page) {
            return Some(with_anchor(to));
        }
        // What an edition had by itself is that of the present set, where that has it.
        let (set, rest) = page.split_once('/')?;
        let present = SetKey::from_name(set).present().to_string();
        (present != set).then(|| with_anchor(&format!("{present}/{rest}")))
    }

    /// Adds the site's own pages, news, requirements and the files to download.
    fn add_pages_of_no_set(&mut self, corpus: &Corpus) {
        let mut add = |kind: &str, id: &str, formerly: &[String]| {
            let now = format!("{kind}:{id}");
            self.moved.extend(formerly.iter().map(|former| (format!("{kind}:{former}"), now.clone())));
            self.live.insert(now);
        };
        for page in &corpus.pages {
            add(if page.date.is_some() { "news" } else { "page" }, &page.id, &page.formerly);
        }
        for requirement in corpus.requirements() {
            add("requirement", &requirement.id, &requirement.formerly);
        }
        for path in files_to_download(corpus) {
            add("file", &path, &[]);
        }
        self.led_on = corpus.redirects.iter().map(|redirect| redirect.from.clone()).collect();
    }

    /// Whether the settings lead readers of `address` on, in every language or in that of most readers.
    fn is_led_on(&self, address: &str) -> bool {
        let page = address.split_once('#').map_or(address, |(page, _)| page);
        let folder = match page.split_once(':') {
            Some(("page", id)) => format!("pages/{id}"),
            Some(("news", id)) => format!("news/{id}"),
            Some(("requirement", id)) => format!("conformance/requirements/{id}"),
            Some((_, file)) => return self.led_on.contains(file),
            None => {
                let (set, rest) = page.split_once('/').map_or((page, ""), |(set, rest)| (set, rest));
                let rest = if rest.is_empty() { String::new() } else { format!("/{rest}") };
                format!("{}{rest}", SetKey::from_name(set).folder())
            }
        };
        self.led_on.contains(&format!("{}/{folder}/index.html", Lang::Ja.code()))
    }

    fn add_set(&mut self, set: &Set) {
        let key = set.key.to_string();
        if !set.key.is_edition() {
            self.live.insert(key.clone());
            let contacts = set.contacts.iter().map(|contact| format!("{key}#contact-{}", contact.id));
            let lacking = set.unavailable.iter().map(|document| format!("{key}#unavailable-{}", document.id));
            self.live.extend(contacts.chain(lacking));
            if set.key != SetKey::Baseline && !set.forms.is_empty() {
                self.live.extend(FormTask::OF_FACILITY.map(|task| format!("{key}/procedures/{}", task.word())));
            }
        }
        for document in &set.documents {
            self.add_document(&key, document);
        }
        for form in &set.forms {
            let page = format!("{key}/forms/{}", form.id);
            for block in &form.blocks {
                if let BlockKind::Provisions(provisions) = &block.kind {
                    let mut add = |provision: &Provision| {
                        self.live.insert(format!("{page}#{}", provision.anchor));
                    };
                    for provision in provisions {
                        provision.walk(&mut add);
                    }
                }
            }
            self.moved.extend(form.formerly.iter().map(|former| (format!("{key}/forms/{former}"), page.clone())));
            self.live.insert(page);
        }
        if !set.tables.is_empty() {
            let page = format!("{key}/tables");
            for table in &set.tables {
                let now = format!("{page}#{}", table.id);
                self.moved.extend(table.formerly.iter().map(|former| (format!("{page}#{former}"), now.clone())));
                self.live.insert(now);
            }
            self.live.insert(page);
        }
    }

    fn add_document(&mut self, key: &str, document: &Document) {
        let page = format!("{key}/{}", document.id);
        self.moved.extend(document.formerly.iter().map(|former| (format!("{key}/{former}"), page.clone())));
        for division in &document.divisions {
            if !division.anchor.is_empty() {
                self.live.insert(format!("{page}#{}", division.anchor));
            }
            let above = if division.anchor.is_empty() { Vec::new() } else { vec![division.anchor.clone()] };
            self.add_provisions(key, &page, &division.provisions, &above);
        }
        self.add_provisions(key, &page, &document.notes, &["notes-above".to_owned()]);
        self.live.insert(page);
    }

    /// Adds provisions, whose anchors begin with one of `above` once or now.
    fn add_provisions(&mut self, key: &str, page: &str, list: &[Provision], above: &[String]) {
        for provision in list {
            let now = format!("{page}#{}", provision.anchor);
            let own = provision.anchor.rsplit('.').next().unwrap_or(&provision.anchor);
            let mut anchors: Vec<String> = Vec::new();
            for id in std::iter::once(own).chain(provision.formerly.iter().map(String::as_str)) {
                match id.split_once('#') {
                    // A place elsewhere: `#old.place` of this document, `rules#place` of another one.
                    Some(("", anchor)) => anchors.push(anchor.to_owned()),
                    Some((document, anchor)) => {
                        self.moved.insert(format!("{key}/{document}#{anchor}"), now.clone());
                    }
                    None if above.is_empty() => anchors.push(id.to_owned()),
                    None => anchors.extend(above.iter().map(|above| format!("{above}.{id}"))),
                }
            }
            let former = anchors.iter().filter(|anchor| **anchor != provision.anchor);
            self.moved.extend(former.map(|anchor| (format!("{page}#{anchor}"), now.clone())));
            self.add_provisions(key, page, &provision.items, &anchors);
            self.add_provisions(key, page, &provision.paragraphs, &anchors);
            self.live.insert(now);
        }
    }

    /// A text that was coming had a page under its day; now that it is in force that page leads to the document's.
    fn add_editions_in_force(&mut self, corpus: &Corpus, set: &Set) {
        for document in &set.documents {
            let history = corpus.history(&set.key, &document.id);
            // Each version after the first has a page of what changed.
            let changes = history.iter().skip(1).map(|version| format!("{}/{}/changes", version.key, document.id));
            self.live.extend(changes);
            let own = history.iter().find(|version| *version.key == set.key);
            let Some(date) = own.and_then(|own| own.date).filter(|_| history.len() > 1) else { continue };
            let edition = format!("{}/{}", set.key.edition(date), document.id);
            if !self.live.contains(&edition) {
                let now = format!("{}/{}", set.key, document.id);
                for part in ["", "/changes"].iter().filter(|part| self.live.contains(&format!("{now}{part}"))) {
                    self.moved.insert(format!("{edition}{part}"), format!("{now}{part}"));
                    self.editions.insert(format!("{edition}{part}"));
                }
            }
        }
    }
}
