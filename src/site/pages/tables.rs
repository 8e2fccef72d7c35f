//! The page of a set's appended tables, each with the forms that choose from it.

use serde::Serialize;

use super::set::series_of;
use super::{FormPage, HomePage, SetPage};
use crate::base::notation::dates::DateStyle;
use crate::content::SetKey;
use crate::corpus::{Block, BlockKind, Set, Target};
use crate::forms::{self, TableView};
use crate::site::editions::{StateView, appended_state, tables_of};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page of a set's appended tables.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct TablesPage<'a>(pub(in crate::site) &'a SetKey);

#[derive(Debug, Serialize)]
struct TablesView {
    tables: Vec<AppendedTable>,
    state: Option<StateView>,
}

/// An appended table with the forms that choose from it.
#[derive(Debug, Serialize)]
struct AppendedTable {
    table: TableView,
    used_by: Vec<LinkView>,
}

impl SitePage for TablesPage<'_> {
    fn folder(&self) -> String {
        format!("{}/tables/", self.0.folder())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.title_of_edition(self.0, site.messages.text("tables"), DateStyle::default()))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(SetPage(self.0.present()))]
    }

    fn series(&self) -> Option<String> {
        series_of(self.0)
    }

    fn set(&self) -> Option<&SetKey> {
        Some(self.0.present())
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/tables.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let set = site.corpus.set(self.0)?;
        let appended = |table: &_| appended_table(table, set, scope);
        Some(PageView::of(&TablesView {
            tables: set.tables.iter().map(appended).collect(),
            state: appended_state(site.corpus, set, tables_of(scope), scope),
        }))
    }
}

fn appended_table(table: &crate::corpus::CodeTable, set: &Set, scope: &PageScope<'_>) -> AppendedTable {
    let users = set.forms.iter().filter(|form| form.blocks.iter().any(|block| uses_table(block, &table.id)));
    let to =
        |form: &crate::corpus::Form| link_to(scope.word(&form.title), scope.links.to(&FormPage(&set.key, &form.id)));
    AppendedTable { table: forms::view_code_table(table, scope.links.lang), used_by: users.map(to).collect() }
}

/// Whether the block draws the table `id` or chooses from it.
fn uses_table(block: &Block, id: &str) -> bool {
    let chosen = block.kind.fields().iter().filter_map(|field| field.table.as_ref());
    let is_this = |(target, _): &(Target, _)| matches!(target, Target::Table { table, .. } if table == id);
    // A sheet may print the whole table as well as let one choose from it.
    let drawn = matches!(&block.kind, BlockKind::Table(table) if table.id == id);
    drawn || chosen.into_iter().any(is_this) || block.kind.inner().iter().any(|block| uses_table(block, id))
}
