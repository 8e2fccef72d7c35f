//! Files for programs that collect pages: `robots.txt` (RFC 9309) and site maps (sitemaps.org).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::updates::{Update, days_of_pages};
use crate::base::artifact::Artifact;
use crate::base::locale::Lang;
use crate::base::markup::escape;
use crate::corpus::Corpus;

/// The number of pages that a site map may list.
const MOST_PAGES: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
const ROBOTS: &str = "robots.txt";
const INDEX: &str = "sitemap.xml";

/// Returns `robots.txt`, which lets everyone in and names the site map; `None` where the site brings or keeps its own.
pub(super) fn robots(corpus: &Corpus, base_url: Option<&str>) -> Option<Artifact> {
    let is_brought = corpus.static_files.iter().any(|file| file.path == ROBOTS);
    if is_brought || corpus.kept_paths.iter().any(|path| path == ROBOTS) {
        return None;
    }
    // A site map is named by its whole address (sitemaps.org, “Informing search engine crawlers”).
    let map = base_url.map_or_else(String::new, |base| format!("\nSitemap: {}/{INDEX}\n", base.trim_end_matches('/')));
    Some(Artifact::new(ROBOTS, format!("User-agent: *\nAllow: /\n{map}")))
}

/// Returns the site maps of a site at `base`, one or more for each language with the days on which pages changed as far as
/// the content tells them, and the list of these. `pages` gives the paths of the pages in a language.
pub(super) fn sitemaps(
    base: &str,
    corpus: &Corpus,
    pages: impl Fn(Lang) -> Vec<String>,
    updates: &[Update<'_>],
) -> Vec<Artifact> {
    let base = base.trim_end_matches('/');
    let mut maps: Vec<Artifact> = Vec::new();
    // Only days that the content tells: the day of a build would make every page look new.
    for lang in corpus.languages.iter() {
        let days = days_of_pages(updates, lang);
        let folder = format!("{lang}/");
        let stay =
            corpus.earlier_files.iter().filter(|path| path.ends_with("/index.html") && path.starts_with(&folder));
        let pages: Vec<String> = pages(lang).into_iter().chain(stay.cloned()).collect();
        maps.extend(pages.chunks(MOST_PAGES).enumerate().map(|(at, pages)| {
            // The first keeps the plain name, which hosts may have been told.
            let number = if at == 0 { String::new() } else { format!("-{}", at + 1) };
            Artifact::new(format!("sitemap-{lang}{number}.xml"), site_map(base, pages, &days))
        }));
    }
    let lines: String = maps
        .iter()
        .map(|map| format!("  <sitemap><loc>{}</loc></sitemap>\n", escape(&format!("{base}/{}", map.path))))
        .collect();
    maps.push(Artifact::new(INDEX, format!("{HEAD}<sitemapindex {NAMESPACE}>\n{lines}</sitemapindex>\n")));
    maps
}

fn site_map(base: &str, pages: &[String], days: &BTreeMap<String, Date>) -> String {
    let line = |page: &String| {
        let day = days.get(page).map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        format!("  <url><loc>{}</loc>{day}</url>\n", escape(&format!("{base}/{page}")))
    };
    let lines: String = pages.iter().map(line).collect();
    format!("{HEAD}<urlset {NAMESPACE}>\n{lines}</urlset>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_map_lists_no_more_pages_than_it_may() {
        let pages = |lang: Lang| match lang {
            Lang::Ja => (0..=MOST_PAGES).map(|number| format!("ja/{number}/index.html")).collect(),
            Lang::En => Vec::new(),
        };
        let maps = sitemaps("https://a.example.jp/", &Corpus::default(), pages, &[]);
        let paths: Vec<&str> = maps.iter().map(|map| map.path.as_str()).collect();
        assert_eq!(paths, ["sitemap-ja.xml", "sitemap-ja-2.xml", "sitemap.xml"]);
        let count = |map: &Artifact| String::from_utf8_lossy(&map.bytes).matches("<url>").count();
        assert_eq!((count(&maps[0]), count(&maps[1])), (MOST_PAGES, 1));
    }
}
