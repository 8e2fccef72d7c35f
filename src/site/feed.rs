//! The Atom feeds (RFC 4287): of the site, and of each set. They tell of editions and news, and of no other day than
//! those that the content says. Links in them are relative where the address of the site is not known, which the
//! RFC allows (4.2.7.1).

use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

use super::links::{LinkView, link_to, relative};
use super::page::page_path;
use super::pages::{HomePage, SetPage};
use super::sources::SiteSources;
use super::templates::{PageTemplate, Templates, page_template};
use super::updates::{Update, UpdateSubject};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::Diagnostic;
use crate::base::locale::Lang;
use crate::base::markup::{TextBlock, to_plain};
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::content::SetKey;
use crate::corpus::{OwnPage, Set};

pub(super) const TEMPLATE: PageTemplate = page_template!("feed.xml");

/// The number of entries of a feed. Whoever reads it less often than that looks at the pages themselves.
const MOST_ENTRIES: usize = 50;

/// The namespace of the ids of feeds and entries. It was drawn once and never changes.
const SPACE: Uuid = uuid::uuid!("0b7f6a52-4c1e-4f57-8a3d-91d2c6e0b7a4");

#[derive(Debug, Serialize)]
struct FeedView {
    lang: &'static str,
    id: String,
    title: String,
    author: String,
    updated: String,
    itself: String,
    page: String,
    entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    id: String,
    title: String,
    updated: String,
    href: String,
    summary: Option<String>,
}

/// Returns where the feed of `set`, or of the site, stands in `lang`, below the output folder.
fn feed_path(set: Option<&SetKey>, lang: Lang) -> String {
    set.map_or_else(|| format!("{lang}/feed.xml"), |set| format!("{lang}/{}/feed.xml", set.folder()))
}

/// Returns the way from the page `from` to the feed of `set`, or of the site; `None` where nothing with a day would stand
/// in it.
pub(super) fn feed_link(site: &SiteSources<'_>, set: Option<&SetKey>, from: &str) -> Option<LinkView> {
    let told = site.updates.iter().any(|update| is_about(update, set));
    told.then(|| link_to(site.messages.text("feed-label"), relative(from, &feed_path(set, site.lang()))))
}

fn is_about(update: &Update<'_>, set: Option<&SetKey>) -> bool {
    set.is_none_or(|set| update.set.is_some_and(|about| about.key == *set))
}

/// Returns the feeds in the language of `site`, each if there is something to stand in it, or the error of
/// [`Templates::render`].
pub(super) fn feeds<'a>(
    site: &'a SiteSources<'_>,
    templates: &'a Templates<'_>,
    base_url: Option<&'a str>,
) -> impl Iterator<Item = Result<Artifact, Box<Diagnostic>>> + 'a {
    let sets = std::iter::once(None).chain(site.corpus.sets.values().map(Some));
    let views = sets.filter_map(move |set| feed_view(site, set, base_url));
    views.map(|(path, view)| Ok(Artifact::new(path, templates.render(TEMPLATE, &view)?)))
}

fn feed_view(site: &SiteSources<'_>, set: Option<&Set>, base_url: Option<&str>) -> Option<(String, FeedView)> {
    let (lang, key) = (site.lang(), set.map(|set| &set.key));
    let told: Vec<_> = site.updates.iter().filter(|update| is_about(update, key)).take(MOST_ENTRIES).collect();
    // A feed has to tell its newest day (RFC 4287, 4.1.1); without an entry there is none.
    let newest = told.first()?.date;
    let path = feed_path(key, lang);
    let address = |to: &str| match base_url {
        Some(base) => format!("{}/{to}", base.trim_end_matches('/')),
        None => relative(&path, to),
    };
    let page = key.map_or_else(|| page_path(&HomePage, lang), |key| page_path(&SetPage(key), lang));
    let title = match set {
        Some(set) => site.messages.with("feed-title-of", &[("set", set.name.get(lang)), ("site", &site.site_title())]),
        None => site.site_title(),
    };
    let organisation = site.corpus.identity.organisation.as_ref().map(|name| name.get(lang).clone());
    // A feed without an author is none (RFC 4287, 4.1.1).
    let author = set.map(|set| set.council.get(lang).clone()).or(organisation).unwrap_or_else(|| site.site_title());
    let view = FeedView {
        lang: lang.code(),
        id: feed_id(site, &path),
        title,
        author,
        updated: instant(newest),
        itself: address(&path),
        page: address(&page),
        entries: told.into_iter().map(|update| entry_view(site, update, &address)).collect(),
    };
    Some((path, view))
}

fn entry_view(site: &SiteSources<'_>, update: &Update<'_>, address: &impl Fn(&str) -> String) -> EntryView {
    let lang = site.lang();
    let page = update.page(lang);
    let (title, summary) = match update.subject {
        UpdateSubject::Edition(_, document) => {
            let date = dates::write_date(update.date, document.dates, lang);
            let set = update.set.map_or_else(String::new, |set| set.name.get(lang).clone());
            let told = [("set", set.as_str()), ("title", document.title.get(lang)), ("date", &date)];
            (site.messages.with("feed-edition", &told), None)
        }
        UpdateSubject::News(news) => (news.title.get(lang).clone(), first_paragraph(news, lang)),
    };
    // A document is told of anew on each day, on a page that may stay the same.
    let name = format!("{page} {}", update.date);
    EntryView { id: feed_id(site, &name), title, updated: instant(update.date), href: address(&page), summary }
}

fn first_paragraph(page: &OwnPage, lang: Lang) -> Option<String> {
    page.text.get(lang).blocks().into_iter().find_map(|block| match block {
        TextBlock::Paragraph(words) => Some(to_plain(&[words])),
        TextBlock::Heading { .. }
        | TextBlock::List { .. }
        | TextBlock::Quote(_)
        | TextBlock::Table { .. }
        | TextBlock::Code(_)
        | TextBlock::Rule => None,
    })
}

/// The id of what is called `name` on this site: version 5, so that it stays when the site moves to another address.
fn feed_id(site: &SiteSources<'_>, name: &str) -> String {
    let identity = &site.corpus.identity;
    let [organisation, title] =
        [&identity.organisation, &identity.title].map(|words| words.as_ref().map_or("", |words| words.ja.as_str()));
    // Not by the address, which changes when a site moves; readers would show everything as new.
    let name = format!("{organisation}\n{title}\n{name}");
    format!("urn:uuid:{}", Uuid::new_v5(&SPACE, name.as_bytes()).hyphenated())
}

/// The beginning of a day in Japan, as RFC 3339 writes it.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00+09:00")
}

/// Returns `date` as lists of news show it.
pub(super) fn written_day(date: Date, lang: Lang) -> String {
    dates::write_date(date, DateStyle::default(), lang)
}
