//! Finding what a target names, and the letters of it.

use std::collections::BTreeSet;

use crate::base::locale::{Lang, Messages};
use crate::content::{Modality, Standing};
use crate::corpus::model::{Division, Document, Form, Provision, Set, Target};

impl Document {
    /// The provision `anchor`, or the provisions of the division `anchor`; none where there is no such thing.
    #[must_use]
    pub fn at(&self, anchor: &str) -> Vec<&Provision> {
        // The body has no anchor of its own, so that an empty one names nothing.
        if let Some(division) = self.divisions.iter().find(|division| division.anchor == anchor && !anchor.is_empty()) {
            return division.provisions.iter().collect();
        }
        self.path(anchor).pop().into_iter().collect()
    }

    /// The way to the provision `anchor`, outermost first and it last; empty where there is no such provision.
    fn path(&self, anchor: &str) -> Vec<&Provision> {
        let mut list: Vec<&Provision> =
            self.notes.iter().chain(self.divisions.iter().flat_map(|division| &division.provisions)).collect();
        let mut path = Vec::new();
        // An anchor is the path to its provision, so that one branch of the tree is enough.
        while let Some(found) = list.into_iter().find(|provision| is_on_the_way(&provision.anchor, anchor)) {
            path.push(found);
            if found.anchor == anchor {
                return path;
            }
            list = found.items.iter().chain(&found.paragraphs).collect();
        }
        Vec::new()
    }

    /// Returns the provision `anchor` and those that lead into the list or table in which it stands, the innermost first: without them an
    /// item cannot be read. None where there is no such provision.
    #[must_use]
    pub fn read_with(&self, anchor: &str) -> Vec<&Provision> {
        let path = self.path(anchor);
        // A second paragraph is read without the first.
        let leads =
            path.windows(2).rev().take_while(|pair| pair[0].items.iter().any(|item| item.anchor == pair[1].anchor));
        path.last().copied().into_iter().chain(leads.map(|pair| pair[0])).collect()
    }

    /// Returns the topic of the provision or division `anchor`: its own, or the nearest above it.
    #[must_use]
    pub fn topic_of(&self, anchor: &str) -> Option<&str> {
        let own = self.path(anchor).into_iter().rev().find_map(|provision| provision.topic.as_deref());
        let mut divisions = self.divisions.iter().filter(|division| !division.anchor.is_empty());
        own.or_else(|| divisions.find(|division| is_on_the_way(&division.anchor, anchor))?.topic.as_deref())
    }

    /// Returns all topics of the provision or division `anchor`: the one of [`Self::topic_of`], and those that it or
    /// what it stands in bears also.
    #[must_use]
    pub fn topics_of(&self, anchor: &str) -> BTreeSet<&str> {
        let mut divisions = self.divisions.iter().filter(|division| !division.anchor.is_empty());
        let division = divisions.find(|division| is_on_the_way(&division.anchor, anchor));
        let outer = division.map_or_else(BTreeSet::new, Division::topics);
        self.path(anchor).into_iter().fold(outer, |above, provision| provision.topics_below(&above))
    }

    /// Returns the binding force of the provision `anchor`: its own, or that of the nearest above it; `None` where nothing
    /// says one.
    #[must_use]
    pub fn modality_of(&self, anchor: &str) -> Option<Modality> {
        let own = self.path(anchor).into_iter().rev().find_map(|provision| provision.modality.as_ref());
        let above = |division: &&Division| !division.anchor.is_empty() && is_on_the_way(&division.anchor, anchor);
        let division = self.divisions.iter().find(above).and_then(|division| division.modality.as_ref());
        own.or(division).or(self.modality.as_ref()).map(|modality| modality.value)
    }

    /// The provision `anchor`; none where that is a division.
    #[must_use]
    pub fn provision(&self, anchor: &str) -> Option<&Provision> {
        self.at(anchor).into_iter().find(|provision| provision.anchor == anchor)
    }
}

impl Division {
    /// Returns the topics of its provisions where they say nothing: its own, and those that it bears also.
    #[must_use]
    pub fn topics(&self) -> BTreeSet<&str> {
        self.topic.iter().chain(&self.also).map(String::as_str).collect()
    }
}

impl Provision {
    /// Returns its topics, where what it stands in has those of `above`: its own topic takes the place of theirs, and what
    /// it bears also comes besides.
    #[must_use]
    pub fn topics_below<'a>(&'a self, above: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
        let own = self.topic.as_deref().map(|topic| BTreeSet::from([topic]));
        let mut topics = own.unwrap_or_else(|| above.clone());
        topics.extend(self.also.iter().map(String::as_str));
        topics
    }
}

/// Whether `anchor` is `above` or stands below it.
fn is_on_the_way(above: &str, anchor: &str) -> bool {
    anchor.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Set {
    /// Whether some document has this standing.
    #[must_use]
    pub fn has_standing(&self, standing: Standing) -> bool {
        self.documents.iter().any(|document| document.standing == standing)
    }

    /// Whether there are documents and all of them are drafts.
    #[must_use]
    pub fn has_only_drafts(&self) -> bool {
        !self.documents.is_empty() && self.documents.iter().all(|document| document.standing == Standing::Draft)
    }

    /// Returns the documents in their order, those of a group together below its title. Those that stand in no group after one
    /// that has a title are below one of the program's, since they would look like its own.
    #[must_use]
    pub fn document_groups(&self, messages: &Messages) -> Vec<(Option<String>, Vec<&Document>)> {
        let mut groups: Vec<(Option<String>, Vec<&Document>)> = Vec::new();
        for document in &self.documents {
            let own = document.group.as_ref().map(|title| title.get(messages.lang()).clone());
            let title = own.or_else(|| (!groups.is_empty()).then(|| messages.text("documents-other")));
            let goes_on =
                groups.last().is_some_and(|(last, _)| *last == title || last.is_none() && document.group.is_none());
            match groups.last_mut().filter(|_| goes_on) {
                Some((_, documents)) => documents.push(document),
                None => groups.push((title, vec![document])),
            }
        }
        groups
    }

    /// The document `id`.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The form `id`.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// The provision `anchor` of `document`.
    #[must_use]
    pub fn provision(&self, document: &str, anchor: &str) -> Option<&Provision> {
        self.document(document)?.provision(anchor)
    }

    /// The letters of a provision or form of this set with all that stands below it.
    #[must_use]
    pub fn letters(&self, target: &Target, lang: Lang) -> String {
        match target {
            Target::Provision { document, anchor, .. } => {
                let found = self.document(document).map_or_else(Vec::new, |document| document.at(anchor));
                found.iter().map(|provision| provision.letters(lang)).collect()
            }
            Target::Form { form, .. } => {
                let form = self.forms.iter().find(|found| found.id == *form);
                let units = form.map_or_else(Vec::new, |form| form.units(&self.key));
                units.iter().flat_map(|unit| &unit.parts).map(|part| part.letters(lang) + "\n").collect()
            }
            Target::Law { .. }
            | Target::Guideline { .. }
            | Target::Table { .. }
            | Target::Contact { .. }
            | Target::Unavailable { .. }
            | Target::Field(_)
            | Target::Address { .. } => String::new(),
        }
    }
}

impl Provision {
    /// The letters of its caption, its text and its table.
    #[must_use]
    pub fn own_letters(&self, lang: Lang) -> String {
        self.own_writing().map(|part| part.letters(lang) + "\n").collect()
    }

    /// The letters of it and of all that stands below it.
    #[must_use]
    pub fn letters(&self, lang: Lang) -> String {
        let mut letters = String::new();
        self.walk(&mut |provision| letters.push_str(&provision.own_letters(lang)));
        letters
    }
}
