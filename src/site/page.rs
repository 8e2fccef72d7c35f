//! A page of the site: what every kind of page gives. The kinds stand in `pages/`, one file each.

use std::fmt;
use std::io;

use serde::Serialize;
use tera::{Context, TeraResult};

use super::provisions::PageScope;
use super::sources::SiteSources;
use super::templates::PageTemplate;
use crate::base::locale::Lang;
use crate::base::spreadsheet;
use crate::content::SetKey;

/// A page of the site. Nothing has a default, so that a kind of page that lacks something does not compile.
pub(super) trait SitePage: fmt::Debug + Send + Sync {
    /// Returns its folder below that of the language, with `/` at the end; an empty one for the home page.
    fn folder(&self) -> String;

    /// Returns its title: in the tab of the browser, in its heading and in links to it. `None` where the corpus does
    /// not hold what it shows.
    fn title(&self, site: &SiteSources<'_>) -> Option<String>;

    /// Returns the pages on the way from the home page down to it, without itself.
    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>>;

    /// Returns the name of the series in which it has a previous and a next page, if it stands in one.
    fn series(&self) -> Option<String>;

    /// Returns the set that it is a page of, if it is of one; of an edition, the set as it is now.
    fn set(&self) -> Option<&SetKey>;

    /// Returns its template, which bears the name of the file of the page.
    fn template(&self) -> PageTemplate;

    /// Returns what its template shows. `None` where the corpus does not hold it.
    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView>;
}

/// Returns the file of `page` in `lang`, below the output folder.
pub(super) fn page_path(page: &dyn SitePage, lang: Lang) -> String {
    format!("{lang}/{}index.html", page.folder())
}

/// The view of a page besides its frame, and the table that is downloaded there.
#[derive(Debug)]
pub(super) struct PageView {
    /// The values of the template, or why they could not be handed over.
    pub(super) values: TeraResult<Context>,
    pub(super) table: Option<PageTable>,
}

impl PageView {
    /// Returns a view with the fields of `values`, each under its name in the template.
    pub(super) fn of(values: &impl Serialize) -> Self {
        Self { values: Context::from_serialize(values), table: None }
    }

    /// Returns the view with a table to download beside it.
    pub(super) fn with_table(self, table: Option<PageTable>) -> Self {
        Self { table, ..self }
    }
}

/// A file to download that stands beside a page.
#[derive(Debug)]
pub(super) struct PageFile {
    pub(super) path: String,
    pub(super) bytes: io::Result<Vec<u8>>,
}

/// A table to download, for programs and for people.
#[derive(Debug)]
pub(super) struct PageTable {
    pub(super) csv: PageFile,
    pub(super) workbook: PageFile,
}

impl PageTable {
    /// Returns the table `name` beside the page `from`.
    pub(super) fn beside<L: AsRef<[String]>>(from: &str, name: &str, head: &[String], lines: &[L]) -> Self {
        // A page is the index of its folder, so that its files stand beside it.
        let folder = from.trim_end_matches("index.html");
        let file = |ending, bytes| PageFile { path: format!("{folder}{name}.{ending}"), bytes };
        Self {
            csv: file("csv", spreadsheet::csv_table(head, lines)),
            workbook: file("xlsx", spreadsheet::workbook(head, lines)),
        }
    }
}
