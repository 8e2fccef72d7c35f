//! The website: HTML pages from the corpus, in both languages. No page needs a script to be read, and none loads
//! anything from another host.

mod both;
mod changes;
mod citations;
mod compare;
mod conformance;
mod editions;
mod entries;
mod forms;
mod links;
mod pages;
mod provisions;
mod sets;
mod templates;

use rayon::prelude::*;
use serde::Serialize;

pub use self::changes::amendment;
pub use self::compare::comparison;
use self::links::{GATEWAY, Page, relative};
pub use self::links::{document_page, form_page};
use self::pages::{Content, LinkView, Site, link};
use self::templates::Templates;
use crate::artifact::Artifact;
use crate::conformance::{CSV, exports};
use crate::content::SetKey;
use crate::corpus::{Corpus, Pair, Set, Words};
use crate::diagnostics::{Code, Diagnostic};
use crate::locale::{Lang, Messages};
use crate::notation::dates::{self, DateStyle};

/// Files that pages load, by their paths below the output folder.
const ASSETS: [(&str, &str); 15] = [
    ("assets/style.css", include_str!("../../templates/site/assets/style.css")),
    ("assets/site.js", include_str!("../../templates/site/assets/site.js")),
    ("assets/compare.css", include_str!("../../templates/site/assets/compare.css")),
    ("assets/compare.js", include_str!("../../templates/site/assets/compare.js")),
    ("assets/filters.js", include_str!("../../templates/site/assets/filters.js")),
    ("assets/form/dates.js", include_str!("../../templates/site/assets/form/dates.js")),
    ("assets/form/values.js", include_str!("../../templates/site/assets/form/values.js")),
    ("assets/form/data.js", include_str!("../../templates/site/assets/form/data.js")),
    ("assets/form/sheet.js", include_str!("../../templates/site/assets/form/sheet.js")),
    ("assets/form/rows.js", include_str!("../../templates/site/assets/form/rows.js")),
    ("assets/form/faults.js", include_str!("../../templates/site/assets/form/faults.js")),
    ("assets/form/paper.js", include_str!("../../templates/site/assets/form/paper.js")),
    ("assets/form/draft.js", include_str!("../../templates/site/assets/form/draft.js")),
    ("assets/form/page.js", include_str!("../../templates/site/assets/form/page.js")),
    ("assets/icon.svg", include_str!("../../templates/site/assets/icon.svg")),
];

/// A page as its template takes it.
#[derive(Serialize)]
struct View {
    lang: &'static str,
    /// The language of the switch, and the same page in it.
    other: &'static str,
    other_href: String,
    title: String,
    /// Where the page will be reached, if the user said so.
    canonical: Option<String>,
    alternate: Option<String>,
    assets: String,
    home: String,
    about: String,
    references: String,
    baseline_href: Option<String>,
    conformance_href: Option<String>,
    comparison_href: Option<String>,
    crumbs: Vec<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    #[serde(flatten)]
    content: Content,
}

/// The whole site. `pdfs` are those of this run, so that no page offers one that is not there; `base_url` is where
/// the site will stand, if known.
///
/// # Errors
/// A finding J0506 where a template is faulty, J0502 where a file to download cannot be written.
pub fn render(corpus: &Corpus, pdfs: &[Artifact], base_url: Option<&str>) -> Result<Vec<Artifact>, Box<Diagnostic>> {
    let fillable = |pdf: &Artifact| pdf.bytes.windows(9).any(|bytes| bytes == b"/AcroForm");
    let pdfs: pages::Pdfs = pdfs.iter().map(|pdf| (pdf.path.clone(), (pdf.bytes.len(), fillable(pdf)))).collect();
    let mut artifacts: Vec<Artifact> = ASSETS.iter().map(|(path, text)| Artifact::new(*path, *text)).collect();
    artifacts.extend(exports(corpus).map_err(|error| Box::new(unwritten(CSV, &error)))?);
    let columns = conformance::columns(corpus);
    let comparison = compare::Comparison::of(corpus, &columns);
    for lang in Lang::ALL {
        let messages = Messages::of(lang);
        let sides = compare::Sides::of(corpus, lang);
        let site = Site { corpus, columns: &columns, comparison: &comparison, sides: &sides, pdfs: &pdfs, messages };
        let templates = Templates::new(lang).map_err(|error| Box::new(faulty(&error)))?;
        let pages = pages(corpus);
        let rendered: Result<Vec<_>, _> =
            (0..pages.len()).into_par_iter().map(|at| render_page(site, &templates, &pages, at, base_url)).collect();
        artifacts.extend(rendered?.into_iter().flatten());
    }
    artifacts.push(gateway().map_err(|error| Box::new(faulty(&error)))?);
    if let Some(base) = base_url {
        artifacts.push(sitemap(base, &artifacts));
    }
    Ok(artifacts)
}

fn unwritten(path: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0502).arg("path", path).arg("reason", error.to_string())
}

fn faulty(error: &tera::Error) -> Diagnostic {
    let mut reason = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        reason = format!("{reason}: {inner}");
        source = inner.source();
    }
    Diagnostic::new(Code::J0506).arg("reason", reason)
}

/// Every page in reading order, by which previous and next are told.
fn pages(corpus: &Corpus) -> Vec<Page<'_>> {
    let mut pages = vec![Page::Home, Page::About, Page::References];
    for set in corpus.sets.values() {
        pages.push(Page::Set(&set.key));
        pages.extend(set.documents.iter().map(|document| Page::Document(&set.key, &document.id)));
        pages.extend(set.forms.iter().map(|form| Page::Form(&set.key, &form.id)));
        pages.extend((!set.tables.is_empty()).then_some(Page::Tables(&set.key)));
        pages.extend(set.documents.iter().map(|document| Page::Both(&set.key, &document.id)));
    }
    for edition in corpus.editions.values() {
        pages.extend(edition.documents.iter().map(|document| Page::Document(&edition.key, &document.id)));
        pages.extend(edition.forms.iter().map(|form| Page::Form(&edition.key, &form.id)));
        pages.extend((!edition.tables.is_empty()).then_some(Page::Tables(&edition.key)));
    }
    pages.extend(crate::amend::changes(corpus).into_iter().map(|change| Page::Amendment(change.new, change.document)));
    if !corpus.groups.is_empty() {
        pages.push(Page::Conformance);
        pages.extend(crate::conformance::regions(corpus).map(|set| Page::Stand(&set.key)));
        pages.extend(corpus.requirements().map(|requirement| Page::Requirement(&requirement.id)));
    }
    if compare::is_offered(corpus) {
        pages.push(Page::Comparison);
        pages.extend(corpus.topics.iter().map(|topic| Page::Topic(&topic.id)));
        pages.extend(compare::pairs(corpus).into_iter().map(|(first, second)| Page::Pair(first, second)));
        pages.extend(compare::can_pick(corpus).then_some(Page::Pick));
    }
    pages
}

fn render_page(
    site: Site<'_>,
    templates: &Templates,
    pages: &[Page<'_>],
    at: usize,
    base_url: Option<&str>,
) -> Result<Vec<Artifact>, Box<Diagnostic>> {
    let page = pages[at];
    let lang = site.messages.lang();
    let path = page.path(lang);
    let Some(mut content) = site.content(page, &path) else { return Ok(Vec::new()) };
    let mut made = Vec::new();
    if let Some(file) = content.download() {
        let bytes = std::mem::replace(&mut file.bytes, Ok(Vec::new()));
        made.push(Artifact::new(&file.path, bytes.map_err(|error| Box::new(unwritten(&file.path, &error)))?));
    }
    let address = |path: &str| base_url.map(|base| format!("{}/{path}", base.trim_end_matches('/')));
    let to = |page: Page<'_>| relative(&path, &page.path(lang));
    let step = |at: Option<usize>| {
        let other = *pages.get(at?)?;
        (series(other)? == series(page)?).then(|| link(title(other, site), to(other)))
    };
    let view = View {
        lang: lang.code(),
        other: lang.other().code(),
        other_href: relative(&path, &page.path(lang.other())),
        title: title(page, site),
        canonical: address(&path),
        alternate: address(&page.path(lang.other())),
        assets: relative(&path, "assets/"),
        home: to(Page::Home),
        about: to(Page::About),
        references: to(Page::References),
        conformance_href: (!site.corpus.groups.is_empty()).then(|| to(Page::Conformance)),
        comparison_href: compare::is_offered(site.corpus).then(|| to(Page::Comparison)),
        baseline_href: site.corpus.set(&SetKey::Baseline).map(|set| to(Page::Set(&set.key))),
        crumbs: crumbs(page, site, &path),
        previous: step(at.checked_sub(1)),
        next: step(Some(at + 1)),
        content,
    };
    let html = templates.render(template(page), &view).map_err(|error| Box::new(faulty(&error)))?;
    made.push(Artifact::new(path.clone(), html));
    Ok(made)
}

/// Pages among which one has a previous and a next one.
#[derive(PartialEq, Eq)]
enum Series<'a> {
    Set(&'a SetKey),
    Stands,
    Requirements,
    Topics,
}

/// The series that a page belongs to. The page with both languages stands beside its document, not after it, and so
/// do earlier editions.
fn series(page: Page<'_>) -> Option<Series<'_>> {
    match page {
        Page::Document(set, _) | Page::Form(set, _) | Page::Tables(set) if set.is_edition() => None,
        Page::Set(set) | Page::Document(set, _) | Page::Form(set, _) | Page::Tables(set) => Some(Series::Set(set)),
        Page::Stand(_) => Some(Series::Stands),
        Page::Requirement(_) => Some(Series::Requirements),
        Page::Topic(_) => Some(Series::Topics),
        Page::Home
        | Page::About
        | Page::References
        | Page::Both(..)
        | Page::Amendment(..)
        | Page::Conformance
        | Page::Comparison
        | Page::Pair(..)
        | Page::Pick => None,
    }
}

fn template(page: Page<'_>) -> &'static str {
    match page {
        Page::Home => "home.html",
        Page::About => "about.html",
        Page::References => "references.html",
        Page::Set(_) => "set.html",
        Page::Document(..) => "document.html",
        Page::Both(..) => "both.html",
        Page::Amendment(..) => "changes.html",
        Page::Form(..) => "form.html",
        Page::Tables(_) => "tables.html",
        Page::Conformance => "conformance.html",
        Page::Stand(_) => "stand.html",
        Page::Requirement(_) => "requirement.html",
        Page::Comparison => "comparison.html",
        Page::Topic(_) => "comparison-topic.html",
        Page::Pair(..) => "comparison-pair.html",
        Page::Pick => "comparison-pick.html",
    }
}

/// What the page is called in its browser tab, its heading and links to it.
fn title(page: Page<'_>, site: Site<'_>) -> String {
    let (messages, lang) = (site.messages, site.messages.lang());
    let of_edition = |key: &SetKey, title: String, style: DateStyle| match key.date() {
        Some(date) => messages.with("edition-title", &[("title", &title), ("date", &dates::write(date, style, lang))]),
        None => title,
    };
    let found = match page {
        Page::Home => Some(messages.text("site-title")),
        Page::About => Some(messages.text("about-title")),
        Page::References => Some(messages.text("references-title")),
        Page::Set(key) => site.corpus.set(key).map(|set| set.name.get(lang).clone()),
        Page::Document(key, id) | Page::Both(key, id) | Page::Amendment(key, id) => {
            site.corpus.set(key).and_then(|set| set.document(id)).map(|document| {
                let title = document.short_title.get(lang).clone();
                let name = || messages.text("amend-name");
                match page {
                    Page::Both(..) => messages.with("both-title", &[("title", &title)]),
                    Page::Amendment(..) => {
                        let title = messages.with("amend-title", &[("title", &title), ("name", &name())]);
                        of_edition(key, title, document.dates)
                    }
                    _ => of_edition(key, title, document.dates),
                }
            })
        }
        Page::Form(key, id) => {
            let title = site.corpus.set(key).and_then(|set| form_title(set, id, lang));
            title.map(|title| of_edition(key, title, DateStyle::default()))
        }
        Page::Tables(key) => Some(of_edition(key, messages.text("tables"), DateStyle::default())),
        Page::Conformance => Some(messages.text("conformance-title")),
        Page::Stand(key) => {
            let region = site.corpus.set(key).map(|set| set.name.get(lang));
            region.map(|region| messages.with("stand-title", &[("region", region)]))
        }
        Page::Requirement(id) => site.corpus.requirement(id).map(|requirement| requirement.title.get(lang).clone()),
        Page::Comparison => Some(messages.text("comparing-title")),
        Page::Topic(id) => {
            let topic = site.corpus.topics.iter().find(|topic| topic.id == id);
            topic.map(|topic| topic.title.get(lang).clone())
        }
        Page::Pair(first, second) => pair_title(site, first, second),
        Page::Pick => Some(messages.text("comparing-pick-title")),
    };
    found.unwrap_or_default()
}

fn pair_title(site: Site<'_>, first: &SetKey, second: &SetKey) -> Option<String> {
    let name = |key| site.corpus.set(key).map(|set| set.name.get(site.messages.lang()).as_str());
    Some(site.messages.with("comparing-pair-title", &[("first", name(first)?), ("second", name(second)?)]))
}

fn form_title(set: &Set, id: &str, lang: Lang) -> Option<String> {
    let form = set.forms.iter().find(|form| form.id == id)?;
    Some(labelled(form.label.as_ref(), &form.title, lang))
}

/// A form's or table's number, where it bears one, and its title.
fn labelled(label: Option<&Pair>, title: &Words, lang: Lang) -> String {
    let label = label.map(|label| format!("{} ", label.get(lang)));
    label.unwrap_or_default() + title.get(lang)
}

/// The way from the home page down to the page, without the page itself.
fn crumbs(page: Page<'_>, site: Site<'_>, path: &str) -> Vec<LinkView> {
    let lang = site.messages.lang();
    let above: Vec<Page<'_>> = match page {
        Page::Home => vec![],
        Page::About | Page::References | Page::Set(_) | Page::Conformance | Page::Comparison => {
            vec![Page::Home]
        }
        Page::Topic(_) | Page::Pair(..) | Page::Pick => vec![Page::Home, Page::Comparison],
        Page::Stand(_) | Page::Requirement(_) => vec![Page::Home, Page::Conformance],
        Page::Document(set, id) if set.is_edition() => {
            vec![Page::Home, Page::Set(set.present()), Page::Document(set.present(), id)]
        }
        Page::Document(set, _) | Page::Form(set, _) | Page::Tables(set) => {
            vec![Page::Home, Page::Set(set.present())]
        }
        Page::Both(set, id) | Page::Amendment(set, id) => {
            vec![Page::Home, Page::Set(set.present()), Page::Document(set, id)]
        }
    };
    let label = |page: Page<'_>| match page {
        Page::Home => site.messages.text("home"),
        other => title(other, site),
    };
    above.into_iter().map(|page| link(label(page), relative(path, &page.path(lang)))).collect()
}

/// The page that offers both languages; each is greeted in its own words.
fn gateway() -> tera::TeraResult<Artifact> {
    #[derive(Serialize)]
    struct Gateway {
        choices: [Choice; 2],
    }
    #[derive(Serialize)]
    struct Choice {
        lang: &'static str,
        href: String,
        title: String,
        word: String,
        lead: String,
    }
    let choices = Lang::ALL.map(|lang| {
        let messages = Messages::of(lang);
        Choice {
            lang: lang.code(),
            href: Page::Home.path(lang),
            title: messages.text("site-title"),
            word: messages.text("enter"),
            lead: messages.text("site-lead"),
        }
    });
    let html = Templates::new(Lang::Ja)?.render("gateway.html", &Gateway { choices })?;
    Ok(Artifact::new(GATEWAY, html))
}

/// The pages for search engines, in the form of sitemaps.org.
fn sitemap(base: &str, artifacts: &[Artifact]) -> Artifact {
    let base = base.trim_end_matches('/');
    let pages = artifacts.iter().filter(|artifact| artifact.is(".html"));
    let lines: String = pages
        .map(|page| format!("  <url><loc>{}</loc></url>\n", crate::markup::escape(&format!("{base}/{}", page.path))))
        .collect();
    let head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    Artifact::new("sitemap.xml", format!("{head}{lines}</urlset>\n"))
}
