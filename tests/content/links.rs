//! The shipped site as a whole: no link leads nowhere, and every page keeps what all pages promise.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::html::{Tag, ids, tags};
use crate::support::{Files, by_path, corpus, is_kind, text};
use junsoku::base::artifact::ArtifactsInMemory;
use junsoku::base::locale::Lang;
use junsoku::content::Standing;
use junsoku::corpus::Corpus;
use junsoku::pdf::SheetFile;
use junsoku::{pdf, site};

/// What stands in for the bytes of a PDF.
const PDF: &[u8] = b"%PDF";

/// The site with these PDFs, and the PDFs.
fn site_with(corpus: &Corpus, sheets: Vec<SheetFile>, base_url: Option<&str>) -> Files {
    let made = ArtifactsInMemory::default();
    site::render_site(corpus, &sheets, base_url, &junsoku::theme::Theme::default(), &made).expect("a site");
    let mut files = by_path(made.into_artifacts());
    files.extend(sheets.into_iter().map(|sheet| (sheet.path, PDF.to_vec())));
    files
}

/// A file for every PDF that would be set. What is in them does not matter to links; `pdf` looks at that.
fn stand_in_pdfs(corpus: &Corpus) -> Vec<SheetFile> {
    let sheet = |path: String| SheetFile { path, size: PDF.len(), fillable: false, has_replica: false };
    pdf::sheets(corpus).into_iter().map(|(path, _)| sheet(path)).collect()
}

fn pages(files: &Files) -> BTreeMap<&str, Vec<Tag<'_>>> {
    let html = files.iter().filter(|(path, _)| is_kind(path, "html"));
    html.map(|(path, bytes)| (path.as_str(), tags(text(bytes)))).collect()
}

#[test]
fn every_link_leads_somewhere_without_pdfs() {
    let files = site_with(corpus(), Vec::new(), None);
    assert!(!files.keys().any(|path| is_kind(path, "pdf")));
    assert_eq!(check_links(&files), 0, "links to PDFs that are not there");
}

#[test]
fn every_link_leads_somewhere_with_pdfs() {
    let corpus = corpus();
    let pdfs = stand_in_pdfs(corpus);
    let count = pdfs.len();
    assert!(count >= 12, "two documents and four forms in two languages, but {count} PDFs");
    let files = site_with(corpus, pdfs, None);
    assert!(check_links(&files) >= count, "some PDF is offered on no page");
}

/// Follows every `href` and `src` of every page; gives the number of those that lead to a PDF.
fn check_links(files: &Files) -> usize {
    let pages = pages(files);
    let anchors: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|(path, tags)| (*path, ids(path, tags))).collect();
    let mut pdfs = BTreeSet::new();
    for (page, tags) in &pages {
        for tag in tags {
            for link in ["href", "src"].iter().filter_map(|name| tag.get(name)) {
                if let Some(file) = follow(page, link) {
                    assert!(files.contains_key(&file.0), "{page}: {link} leads to no file");
                    check_fragment(page, link, &file, &anchors);
                    pdfs.extend(is_kind(&file.0, "pdf").then_some((*page, file.0)));
                }
            }
        }
    }
    pdfs.len()
}

fn check_fragment(page: &str, link: &str, file: &(String, String), anchors: &BTreeMap<&str, BTreeSet<&str>>) {
    if !file.1.is_empty() {
        let known = anchors.get(file.0.as_str()).is_some_and(|ids| ids.contains(file.1.as_str()));
        assert!(known, "{page}: {link} leads to no place of {}", file.0);
    }
}

/// The file and the fragment that `link` means on `page`; none where it leads outside.
fn follow(page: &str, link: &str) -> Option<(String, String)> {
    if link.starts_with("https://") || ["mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme)) {
        return None;
    }
    assert!(!link.starts_with('/') && !link.contains(':'), "{page}: {link} is neither relative nor https");
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let mut parts: Vec<&str> = page.split('/').collect();
    if !path.is_empty() {
        parts.pop();
        for part in path.split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{page}: {link} leaves the site"),
                "." => {}
                name => parts.push(name),
            }
        }
    }
    Some((parts.join("/"), fragment.to_owned()))
}

#[test]
fn no_page_loads_anything_from_elsewhere() {
    let files = site_with(corpus(), Vec::new(), Some("https://midori.example.jp/mcs"));
    let mut canonical = 0;
    for (page, tags) in &pages(&files) {
        for tag in tags {
            let loads = tag.get("src").or_else(|| tag.get("href").filter(|_| tag.name == "link"));
            let only_named = matches!(tag.get("rel"), Some("canonical" | "alternate"));
            canonical += usize::from(tag.get("rel") == Some("canonical"));
            // The page that is not found is shown at any address, so that it names its own site in full.
            let own = |address: &str| *page == "404.html" && address.starts_with("https://midori.example.jp/mcs/");
            let outside = loads.is_some_and(|address| address.contains("//") && !own(address));
            assert!(!outside || only_named, "{page}: <{}> loads {loads:?}", tag.name);
            assert!(tag.get("style").is_none() && tag.get("srcset").is_none(), "{page}: {tag:?}");
            assert!(!matches!(tag.name, "iframe" | "object" | "embed" | "style" | "base"), "{page}: {tag:?}");
        }
    }
    assert!(canonical > 220, "only {canonical} pages name where they stand");
}

/// The level of a heading.
fn level(tag: &Tag<'_>) -> Option<u32> {
    tag.name.strip_prefix('h')?.parse().ok()
}

#[test]
fn every_page_has_one_first_heading_and_skips_no_level() {
    for (page, tags) in &pages(&site_with(corpus(), Vec::new(), None)) {
        let levels: Vec<u32> = tags.iter().filter_map(level).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{page}: {levels:?}");
        assert_eq!(levels.first(), Some(&1), "{page}: {levels:?}");
        let skip = levels.windows(2).find(|pair| pair[1] > pair[0] + 1);
        assert_eq!(skip, None, "{page}: {levels:?}");
    }
}

#[test]
fn every_page_says_its_language_and_what_it_may_load() {
    for (page, tags) in &pages(&site_with(corpus(), Vec::new(), None)) {
        let lang = tags.iter().find(|tag| tag.name == "html").and_then(|tag| tag.get("lang"));
        let folder = page.split('/').next().filter(|_| page.contains('/'));
        assert!(lang.is_some_and(|lang| folder.is_none_or(|folder| folder == lang)), "{page}: {lang:?}");
        let policy = tags.iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|tag| tag.get("content")).unwrap_or_else(|| panic!("{page}: no policy"));
        assert!(policy.starts_with("default-src 'none'"), "{page}: {policy}");
        assert!(!policy.contains("http") && !policy.contains("unsafe"), "{page}: {policy}");
        assert!(!tags.iter().any(|tag| tag.name == "script" && tag.get("src").is_none()), "{page}: inline script");
    }
}

#[test]
fn every_restated_text_says_that_it_is_not_the_official_one() {
    let corpus = corpus();
    let files = site_with(corpus, Vec::new(), None);
    let mut checked = 0;
    for (lang, set) in Lang::ALL.iter().flat_map(|lang| corpus.sets.values().map(move |set| (lang, set))) {
        let folder = format!("{lang}/{}", set.key.folder());
        let restated = |standing| standing == Standing::Restated;
        let documents = set.documents.iter().filter(|document| restated(document.standing));
        let mut paths: Vec<String> = documents
            .flat_map(|document| ["", "both/"].map(|below| format!("{folder}/{}/{below}index.html", document.id)))
            .collect();
        let forms = set.forms.iter().filter(|form| restated(form.standing));
        paths.extend(forms.map(|form| format!("{folder}/forms/{}/index.html", form.id)));
        for path in paths {
            check_notice(&path, text(&files[&path]), set.council.get(*lang));
            checked += 1;
        }
    }
    assert_eq!(checked, 50, "pages of five documents, each also with both languages, and of fifteen forms, twice");
}

fn check_notice(path: &str, html: &str, issuer: &str) {
    let tags = tags(html);
    let notice = tags.iter().find(|tag| tag.has_class("notice")).unwrap_or_else(|| panic!("{path}: no notice"));
    assert!(!notice.has_class("official"), "{path}: called official");
    let words = html[notice.end..].split("</aside>").next().expect("the notice");
    assert!(words.contains(issuer), "{path}: the notice does not name {issuer}: {words}");
}

#[test]
fn both_languages_have_the_same_pages() {
    let corpus = corpus();
    let files = site_with(corpus, stand_in_pdfs(corpus), None);
    // The texts to search are cut into pieces by their length, which differs.
    let of = |lang: &str| -> BTreeSet<&str> {
        files
            .keys()
            .filter_map(|path| path.strip_prefix(lang))
            .filter(|path| !path.starts_with("search/text-"))
            .collect()
    };
    let (ja, en) = (of("ja/"), of("en/"));
    assert!(ja.len() >= 134, "only {ja:?}");
    assert_eq!(ja, en);
}

#[test]
fn every_provision_can_be_reached_in_both_languages() {
    let corpus = corpus();
    let files = site_with(corpus, Vec::new(), None);
    let pages = pages(&files);
    for set in corpus.sets.values() {
        for document in &set.documents {
            let mut anchors = BTreeSet::new();
            document.walk(&mut |provision| {
                anchors.insert(provision.anchor.as_str());
            });
            assert!(anchors.len() > 30, "{}/{}: {anchors:?}", set.key, document.id);
            for (lang, below) in Lang::ALL.iter().flat_map(|lang| ["", "both/"].map(|below| (lang, below))) {
                let path = format!("{lang}/{}/{}/{below}index.html", set.key.folder(), document.id);
                let there = ids(&path, &pages[path.as_str()]);
                let gone: Vec<_> = anchors.difference(&there).collect();
                assert!(gone.is_empty(), "{path}: {gone:?}");
            }
        }
    }
}
