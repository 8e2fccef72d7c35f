//! Relative links between pages, so that the site works from any path and from a disk.

use serde::Serialize;

use super::page::{SitePage, page_path};
use crate::base::address::address_of;
use crate::base::locale::Lang;
use crate::corpus::{Corpus, RegionParts};

/// A link with its words.
#[derive(Debug, Serialize)]
pub(super) struct LinkView {
    pub(super) label: String,
    pub(super) href: String,
}

/// Returns a link with the words `label`.
pub(super) fn link_to(label: impl Into<String>, href: impl Into<String>) -> LinkView {
    LinkView { label: label.into(), href: href.into() }
}

/// Returns the way from the page `from` to the file `to`, both below the output folder.
pub(super) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    // A path has one part at least, the file itself.
    let folders = from.len() - 1;
    let shared = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(folders - shared);
    up + &to[shared..].join("/")
}

/// Links from one page. Those to what a text refers to are found in `pages/targets.rs`.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageLinks<'a> {
    pub(super) corpus: &'a Corpus,
    /// The parts of the regions, where they are too many for one page.
    pub(super) parts: &'a RegionParts<'a>,
    /// The page's own file, below the output folder.
    pub(super) from: &'a str,
    pub(super) lang: Lang,
}

impl PageLinks<'_> {
    /// Returns the way to `page` in the page's own language.
    pub(super) fn to(&self, page: &dyn SitePage) -> String {
        relative(self.from, &page_path(page, self.lang))
    }

    /// Returns the way to the place `anchor` on `page`, which may be the page itself.
    pub(super) fn place_on(&self, page: &dyn SitePage, anchor: &str) -> String {
        let here = page_path(page, self.lang) == self.from;
        // Where a server shows the page as its folder, a link with the file's name would load it anew and lose what
        // was filled in.
        if here { format!("#{anchor}") } else { format!("{}#{anchor}", self.to(page)) }
    }

    /// Returns the way to the picture at `path` below the folder of pictures.
    pub(super) fn picture_at(&self, path: &str) -> String {
        self.file(&address_of(&format!("pictures/{path}")))
    }

    /// Returns the way to the file `path`.
    pub(super) fn file(&self, path: &str) -> String {
        relative(self.from, path)
    }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_to_the_page() {
        let from = "ja/regions/chuo/policy/index.html";
        assert_eq!(relative(from, "ja/regions/chuo/policy.pdf"), "../policy.pdf");
        assert_eq!(
            relative(from, "en/regions/chuo/policy/index.html"),
            "../../../../en/regions/chuo/policy/index.html"
        );
        assert_eq!(relative(from, from), "index.html");
        assert_eq!(relative("index.html", "ja/index.html"), "ja/index.html");
    }
}
