//! Where pages stand, and relative links between them, so that the site works from any path and from a disk.

use crate::content::SetKey;
use crate::corpus::{Corpus, Target};
use crate::locale::Lang;

/// The page that offers both languages.
pub(super) const GATEWAY: &str = "index.html";

/// A page, by what it shows.
#[derive(Debug, Clone, Copy)]
pub(super) enum Page<'a> {
    Home,
    About,
    References,
    Set(&'a SetKey),
    Document(&'a SetKey, &'a str),
    Both(&'a SetKey, &'a str),
    /// What changed from the version before to this one of a document.
    Amendment(&'a SetKey, &'a str),
    Form(&'a SetKey, &'a str),
    Tables(&'a SetKey),
    /// How all regions stand to the baseline.
    Conformance,
    /// How one region stands to it.
    Stand(&'a SetKey),
    /// A requirement of the baseline, by its id.
    Requirement(&'a str),
    /// All sets by topics.
    Comparison,
    /// What every set says on a topic, by its id.
    Topic(&'a str),
    /// Two sets beside each other.
    Pair(&'a SetKey, &'a SetKey),
    /// Sets and topics that a reader picks.
    Pick,
}

impl Page<'_> {
    /// The page's file in `lang`, below the output folder.
    pub(super) fn path(self, lang: Lang) -> String {
        let below = match self {
            Self::Home => String::new(),
            Self::About => "about/".to_owned(),
            Self::References => "references/".to_owned(),
            Self::Set(set) => format!("{}/", set.folder()),
            Self::Document(set, id) => format!("{}/{id}/", set.folder()),
            Self::Both(set, id) => format!("{}/{id}/both/", set.folder()),
            Self::Amendment(set, id) => format!("{}/{id}/changes/", set.folder()),
            Self::Form(set, id) => format!("{}/forms/{id}/", set.folder()),
            Self::Tables(set) => format!("{}/tables/", set.folder()),
            Self::Conformance => "conformance/".to_owned(),
            Self::Stand(set) => format!("conformance/{set}/"),
            // Ids keep their dots: with another sign in their place two of them could meet.
            Self::Requirement(id) => format!("conformance/requirements/{id}/"),
            Self::Comparison => "compare/".to_owned(),
            Self::Topic(id) => format!("compare/topics/{id}/"),
            // Ids may have hyphens, also two of them, but no underscore.
            Self::Pair(first, second) => format!("compare/pairs/{first}_{second}/"),
            Self::Pick => "compare/view/".to_owned(),
        };
        format!("{lang}/{below}index.html")
    }
}

/// Where the page of a document stands in `lang`, below the output folder.
#[must_use]
pub fn document_page(set: &SetKey, document: &str, lang: Lang) -> String {
    Page::Document(set, document).path(lang)
}

/// Where the page of a form stands in `lang`, below the output folder.
#[must_use]
pub fn form_page(set: &SetKey, form: &str, lang: Lang) -> String {
    Page::Form(set, form).path(lang)
}

/// The way from the page `from` to the file `to`, both below the output folder.
pub(super) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(folders - shared);
    up + &to[shared..].join("/")
}

/// Links from one page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Links<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) from: &'a str,
    pub(super) lang: Lang,
}

impl Links<'_> {
    /// The way to `page` in the page's own language.
    pub(super) fn to(&self, page: Page<'_>) -> String {
        relative(self.from, &page.path(self.lang))
    }

    /// The way to the file `path`.
    pub(super) fn file(&self, path: &str) -> String {
        relative(self.from, path)
    }

    /// The way to a place on a page of `set`, if that set is published.
    fn in_set(&self, set: &SetKey, page: Page<'_>, anchor: &str) -> Option<String> {
        self.corpus.set(set)?;
        let here = page.path(self.lang) == self.from;
        Some(if here { format!("#{anchor}") } else { format!("{}#{anchor}", self.to(page)) })
    }

    /// The way to what a text refers to; `None` where it is not published in this run.
    pub(super) fn target(&self, target: &Target) -> Option<String> {
        match target {
            Target::Address(address) => Some(address.clone()),
            Target::Law(id) => Some(format!("{}#law-{id}", self.to(Page::References))),
            Target::Guideline { id, .. } => Some(format!("{}#guideline-{id}", self.to(Page::References))),
            Target::Field(_) => None,
            Target::Table { set, table } => self.in_set(set, Page::Tables(set), table),
            Target::Contact { set, contact } => self.in_set(set, Page::Set(set), &format!("contact-{contact}")),
            Target::Unavailable { set, document } => {
                self.in_set(set, Page::Set(set), &format!("unavailable-{document}"))
            }
            Target::Form { set, form } => {
                let known = self.corpus.set(set)?.forms.iter().any(|known| known.id == *form);
                known.then(|| self.to(Page::Form(set, form)))
            }
            Target::Provision { set, document, anchor } => {
                let known = self.corpus.set(set)?.documents.iter().any(|known| known.id == *document);
                let page = self.to(Page::Document(set, document));
                let here = Page::Document(set, document).path(self.lang) == self.from;
                known.then(|| if here { format!("#{anchor}") } else { format!("{page}#{anchor}") })
            }
        }
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
