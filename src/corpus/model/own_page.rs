//! Pages of a site's own, and news.

use jiff::civil::Date;

use super::words::{Localized, Target, Words};
use crate::base::diagnostics::Place;
use crate::base::markup::{Inline, TextBlock};
use crate::content::SetKey;

/// A page of a site's own, or a piece of news.
#[derive(Debug)]
pub struct OwnPage {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Its place among the pages in the menu.
    pub order: Option<u32>,
    /// Whether the menu leads to it.
    pub in_menu: bool,
    /// The day of a piece of news; a page has none.
    pub date: Option<Date>,
    /// The region that it is about.
    pub region: Option<SetKey>,
    /// Ids that it had before.
    pub formerly: Vec<String>,
    /// The text.
    pub text: Localized<Vec<OwnPageBlock>>,
    /// The targets that it refers to.
    pub references: Vec<Target>,
    /// The place of its file.
    pub place: Place,
}

/// A block of such a page.
pub type OwnPageBlock = TextBlock<Vec<Inline<OwnPageTarget>>>;

/// The target of a link on such a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnPageTarget {
    /// A target that texts of documents may have as well.
    Content(Target),
    /// Such a page, by its id.
    Page(String),
    /// A file that is published as it is, by its path.
    File(String),
}
