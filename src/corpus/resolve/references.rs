//! References: from what a link says (`#pledge`, `form:consent`) to its target and the words that an empty link
//! prints. Laws, guidelines and addresses are in `outside_references.rs`, a set's tables and contacts in
//! `set_references.rs`.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::index::{FORMS, Home, Index, IndexEntry, ProvisionSeat, Within};
use super::relative::{CitationParts, Viewpoint, cited};
use crate::base::diagnostics::{Code, Diagnostic, Place};
use crate::base::locale::Lang;
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::content::{Content, SetKey, nearest_name, no_date, parse_date};
use crate::corpus::model::{Pair, Target};

/// The place of a text, which decides what its references mean.
#[derive(Debug, Clone)]
pub(super) struct ReferenceContext {
    /// The document or form whose anchors `#…` names.
    pub(super) home: Home,
    /// The set whose forms `form:…` names: the extended form's for text that was taken over.
    pub(super) set: SetKey,
    /// The anchor of the division it stands in.
    pub(super) division: String,
    /// The anchor of the provision that it belongs to; empty outside of provisions.
    pub(super) here: String,
    /// The style in which it writes dates.
    pub(super) dates: DateStyle,
    /// The places to fill in that it may hold, as they are printed.
    pub(super) blanks: BTreeMap<String, Pair>,
}

impl ReferenceContext {
    /// The context of texts of `home`, outside its divisions.
    pub(super) fn of(home: &Home, dates: DateStyle) -> Self {
        let (home, set) = (home.clone(), home.0.clone());
        Self { home, set, division: String::new(), here: String::new(), dates, blanks: BTreeMap::new() }
    }
}

/// A reference resolved.
#[derive(Debug, Clone)]
pub(super) enum Resolved {
    /// A link and the words that it prints by itself.
    Link(Target, String),
    /// Words without a link, and the target that they are about; a date has none.
    Words(Option<Target>, String),
}

/// The reason why a reference has no target: the message's code, and what was likely meant.
#[derive(Debug, Clone)]
pub(super) struct Dangling {
    code: Code,
    near: Option<String>,
}

impl Dangling {
    pub(super) fn nothing() -> Self {
        Self { code: Code::J0302, near: None }
    }

    /// Nothing bears the name `id`; the nearest of those `known` may have been meant, which is written after `before`.
    pub(super) fn among<'a>(before: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.collect();
        let near = nearest_name(id, &known).map(|near| format!("{before}{near}"));
        Self { code: Code::J0302, near }
    }

    /// The finding for the reference `written` somewhere in `place`.
    pub(super) fn finding(&self, written: &str, place: &Place) -> Diagnostic {
        if let Some(date) = written.strip_prefix("date:") {
            return no_date(date, &place.narrowed(written));
        }
        let diagnostic = Diagnostic::new(self.code).at(&place.narrowed(written)).arg("reference", written);
        match &self.near {
            Some(near) => diagnostic.arg("near", near).hint_id("did-you-mean"),
            None => diagnostic,
        }
    }
}

/// Follows references.
#[derive(Debug)]
pub(super) struct References<'a> {
    pub(super) index: &'a Index,
    pub(super) content: &'a Content,
    /// The number of times that a near name is still looked for.
    guesses: Cell<u32>,
}

/// For how many references to nothing a near name is looked for among all anchors of a document: for more than anybody
/// reads. A document with as many wrong references as provisions would otherwise take the square of their number.
const MOST_GUESSES: u32 = 300;

impl<'a> References<'a> {
    /// The references of `content`, of which `index` knows what they may lead to.
    pub(super) fn new(index: &'a Index, content: &'a Content) -> Self {
        Self { index, content, guesses: Cell::new(MOST_GUESSES) }
    }
}

impl References<'_> {
    /// The nearest of `known` to `name`, while it may be looked for.
    fn guess<'k>(&self, name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        self.guesses.set(self.guesses.get().checked_sub(1)?);
        nearest_name(name, &known.collect::<Vec<_>>())
    }

    /// The target of `written` in `context`. `Ok(None)` where the file it leads to could not be read, so that
    /// nothing can be said about it.
    pub(super) fn resolve(
        &self,
        written: &str,
        context: &ReferenceContext,
        before: Option<&Target>,
        lang: Lang,
    ) -> Result<Option<Resolved>, Dangling> {
        // Before the names with a colon, which an address would look like.
        if written.starts_with("https://") || written.starts_with("http://") || written.starts_with("mailto:") {
            let words = written.trim_start_matches("mailto:").to_owned();
            return address_link(written, None, words).map(Some);
        }
        match written.split_once(':') {
            // Each document prints it in its own habit, and no other place of the file has to be changed for that.
            Some(("date", date)) => {
                let date = parse_date(date).ok_or(Dangling { code: Code::J0204, near: None })?;
                Ok(Some(Resolved::Words(None, dates::write_date(date, context.dates, lang))))
            }
            Some(("form", rest)) => self.form(rest, context, lang),
            Some(("law", rest)) => self.law(rest, lang),
            Some(("guideline", rest)) => self.guideline(rest, lang),
            Some(("link", id)) => self.link(id),
            Some(("table", rest)) => self.table(rest, context, lang),
            Some(("contact", rest)) => self.contact(rest, context, lang),
            Some(("unavailable", id)) => self.unavailable(id, context, lang),
            Some(("field", id)) => Self::field(id, context, lang),
            _ => self.provision(written, context, before, lang),
        }
    }

    /// Returns the path of the picture that `written` names as `picture:map.png`.
    ///
    /// # Errors
    /// Where there is none of that name.
    pub(super) fn picture(&self, written: &str) -> Result<String, Dangling> {
        let path = written.strip_prefix("picture:").unwrap_or(written);
        let known = || self.content.pictures.iter().map(|picture| picture.path.as_str());
        let is_there = written.starts_with("picture:") && known().any(|known| known == path);
        if is_there { Ok(path.to_owned()) } else { Err(Dangling::among("picture:", path, known())) }
    }

    fn provision(
        &self,
        written: &str,
        context: &ReferenceContext,
        before: Option<&Target>,
        lang: Lang,
    ) -> Result<Option<Resolved>, Dangling> {
        let (document, rest) = written.split_once('#').ok_or_else(Dangling::nothing)?;
        let (anchor, part) = rest.split_once('/').map_or((rest, None), |(anchor, part)| (anchor, Some(part)));
        let home = self.held(Self::document(document, context));
        let home = self.coming(&home, anchor).unwrap_or(home);
        let Some(entries) = self.index.home(&home) else {
            return if self.is_broken(&home) { Ok(None) } else { Err(Dangling::nothing()) };
        };
        let Some(entry) = entries.get(anchor) else {
            let near = self.guess(anchor, entries.keys().map(String::as_str)).map(|near| {
                let part = part.map_or_else(String::new, |part| format!("/{part}"));
                format!("{document}#{near}{part}")
            });
            return if self.is_broken(&home) { Ok(None) } else { Err(Dangling { code: Code::J0302, near }) };
        };
        let words = match part.map(CitationParts::of) {
            Some(Some(parts)) => {
                let view = self.viewpoint(context, &home, before);
                cited(entry, parts, |cite| full_citation(entry, cite, context, &home), &view, lang)
            }
            Some(None) | None => reference_words(entry, part, context, &home).map(|words| words.get(lang).to_owned()),
        };
        let words = words.ok_or_else(Dangling::nothing)?;
        let target = match home.1.strip_prefix(FORMS) {
            Some(form) => Target::Form { set: home.0.clone(), form: form.to_owned() },
            None => Target::Provision { set: home.0.clone(), document: home.1.clone(), anchor: anchor.to_owned() },
        };
        Ok(Some(Resolved::Link(target, words)))
    }

    /// The place that relative references are seen from; none where they lead elsewhere.
    fn viewpoint(&self, context: &ReferenceContext, home: &Home, before: Option<&Target>) -> Viewpoint<'_> {
        let entries = self.index.home(home).filter(|_| *home == context.home);
        let own = entries.and_then(|entries| entries.get(&context.here));
        // The text of an article that has paragraphs is its first one.
        let seat = own.and_then(|own| own.first.as_ref().or(own.seat.as_ref()));
        let before = entries.zip(before).and_then(|(entries, before)| {
            let Target::Provision { set, document, anchor } = before else { return None };
            entries.get(anchor).filter(|_| (set, document) == (&home.0, &home.1))
        });
        Viewpoint { here: seat.into_iter().flat_map(ProvisionSeat::chain).collect(), before }
    }

    /// `policy`, `chuo/policy`, or nothing for the document that the text stands in.
    fn document(written: &str, context: &ReferenceContext) -> Home {
        match written.split_once('/') {
            _ if written.is_empty() => context.home.clone(),
            Some((set, document)) => (SetKey::from_name(set), document.to_owned()),
            None => (context.set.clone(), written.to_owned()),
        }
    }

    fn form(&self, rest: &str, context: &ReferenceContext, lang: Lang) -> Result<Option<Resolved>, Dangling> {
        let (rest, title) = rest.strip_suffix("/title").map_or((rest, false), |rest| (rest, true));
        let (set, form) = match rest.split_once('/') {
            Some((set, form)) => (SetKey::from_name(set), form),
            None => (context.set.clone(), rest),
        };
        let home = self.held((set, format!("{FORMS}{form}")));
        let set = home.0.clone();
        let Some(entry) = self.index.home(&home).and_then(|entries| entries.get("")) else {
            let part = if title { "/title" } else { "" };
            let prefix = rest.strip_suffix(form).unwrap_or("");
            let near = self.near_form(form, &set).map(|near| format!("form:{prefix}{near}{part}"));
            return if self.is_broken(&home) { Ok(None) } else { Err(Dangling { code: Code::J0302, near }) };
        };
        let words = if title { entry.caption.as_ref().unwrap_or(&entry.cite) } else { &entry.cite };
        Ok(Some(Resolved::Link(Target::Form { set, form: form.to_owned() }, words.get(lang).to_owned())))
    }

    fn field(id: &str, context: &ReferenceContext, lang: Lang) -> Result<Option<Resolved>, Dangling> {
        match context.blanks.get(id) {
            Some(blank) => Ok(Some(Resolved::Link(Target::Field(id.to_owned()), blank.get(lang).to_owned()))),
            None => Err(Dangling::among("field:", id, context.blanks.keys().map(String::as_str))),
        }
    }

    /// Returns the set to look in: an edition takes from the present set what it does not hold itself.
    pub(super) fn held(&self, home: Home) -> Home {
        let lacks = |home: &Home| self.index.home(home).is_none() && !self.is_broken(home);
        let home = if home.0.is_edition() && lacks(&home) { (home.0.present().clone(), home.1) } else { home };
        if self.content.arranged.is_some() && lacks(&home) { self.coming(&home, "").unwrap_or(home) } else { home }
    }

    /// Returns the coming edition of what `home` is, where only that has the anchor: what is written already of a text
    /// whose day has not come leads there.
    fn coming(&self, home: &Home, anchor: &str) -> Option<Home> {
        let day = self.content.arranged?;
        let has = |home: &Home| {
            self.index.home(home).is_some_and(|entries| anchor.is_empty() || entries.contains_key(anchor))
        };
        if has(home) || home.0.is_edition() {
            return None;
        }
        let editions = self.index.homes().filter(|other| other.1 == home.1 && other.0.present() == &home.0);
        editions.filter(|other| other.0.date() > Some(day) && has(other)).last().cloned()
    }

    fn near_form(&self, form: &str, set: &SetKey) -> Option<String> {
        let homes = self.index.homes().filter(|home| home.0 == *set);
        self.guess(form, homes.filter_map(|home| home.1.strip_prefix(FORMS))).map(str::to_owned)
    }

    /// Whether the file of `home` had errors of its own, or is a form whose model cannot be had: that is reported
    /// already, and nothing can be said of what refers to it.
    pub(super) fn is_broken(&self, home: &Home) -> bool {
        let Some(set) = self.content.sets.get(&home.0) else { return false };
        let is_form = home.1.strip_prefix(FORMS).is_some_and(|form| set.forms.contains_key(form));
        set.broken.contains(&home.1) || (is_form && self.index.home(home).is_none())
    }
}

/// Returns a link to `address`, that of the entry `link` if there is one, which must not name a user: `https://www.example.jp@example.net/` leads elsewhere than it seems to,
/// and what stands before the `@` may be a password (RFC 3986, 3.2.1 and 7.6).
pub(super) fn address_link(address: &str, link: Option<&str>, words: String) -> Result<Resolved, Dangling> {
    // Up to `\` too, which browsers take for `/` (WHATWG URL).
    let authority = address.split_once("://").and_then(|(_, rest)| rest.split(['/', '?', '#', '\\']).next());
    if authority.is_some_and(|authority| authority.contains('@')) {
        return Err(Dangling { code: Code::J0340, near: None });
    }
    let target = Target::Address { address: address.to_owned(), link: link.map(str::to_owned) };
    Ok(Resolved::Link(target, words))
}

/// Returns the words that a reference to `entry` prints; `None` where it has no such part.
fn reference_words(entry: &IndexEntry, part: Option<&str>, context: &ReferenceContext, home: &Home) -> Option<Pair> {
    match part {
        Some("caption" | "title") => entry.caption.clone(),
        Some(_) => None,
        None => Some(full_citation(entry, &entry.cite, context, home)),
    }
}

/// Returns `cite`, of `entry` or a part of it, with the division that it stands in where that must be named.
fn full_citation(entry: &IndexEntry, cite: &Pair, context: &ReferenceContext, home: &Home) -> Pair {
    let named = |within: &&Within| {
        let elsewhere = within.anchor != context.division || *home != context.home;
        !entry.stands_alone && (within.always || elsewhere)
    };
    match entry.division.as_ref().filter(named) {
        Some(within) => cite.within(&within.words),
        None => cite.clone(),
    }
}
