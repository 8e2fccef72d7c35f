//! The page of an amendment: the comparison table of a document and its version before. The command line makes the same
//! table as a page by itself.

use serde::Serialize;

use super::{DocumentPage, HomePage, SetPage};
use crate::base::diagnostics::Diagnostic;
use crate::base::locale::Lang;
use crate::compare::amend::{VersionChange, View, ViewOptions};
use crate::content::SetKey;
use crate::corpus::{Corpus, Version};
use crate::pdf;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::{PdfView, SiteSources};
use crate::site::templates::{PageTemplate, Templates, page_template};
use crate::theme::Theme;

/// The page of the amendment that led to a version of a document, by the set of that version and the document's id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct AmendmentPage<'a>(pub(in crate::site) &'a SetKey, pub(in crate::site) &'a str);

#[derive(Debug, Serialize)]
struct AmendmentView {
    table: View,
    pdf: Option<PdfView>,
    /// The document as the amendment made it.
    document: String,
}

impl SitePage for AmendmentPage<'_> {
    fn folder(&self) -> String {
        format!("{}/{}/changes/", self.0.folder(), self.1)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let (_, document) = site.document(self.0, self.1)?;
        let (title, name) = (document.short_title.get(site.lang()), site.messages.text("amend-name"));
        let title = site.messages.with("amend-title", &[("title", title), ("name", &name)]);
        Some(site.title_of_edition(self.0, title, document.dates))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(SetPage(self.0.present())), Box::new(DocumentPage(self.0, self.1))]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        Some(self.0.present())
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/amendment.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let change = change_to(site.corpus, self.0, self.1)?;
        let amendment = change.amendment(site.corpus, site.lang())?;
        Some(PageView::of(&AmendmentView {
            table: View::of(&amendment, site.corpus, ViewOptions::default(), site.messages),
            pdf: site.pdf(&pdf::changes_path(site.lang(), self.0, self.1), scope),
            document: scope.links.to(&DocumentPage(self.0, self.1)),
        }))
    }
}

/// Returns the change that led to the version `key` of a document.
fn change_to<'a>(corpus: &'a Corpus, key: &SetKey, document: &str) -> Option<VersionChange<'a>> {
    let history = corpus.history(key, document);
    let at = history.iter().position(|version| version.key == key)?;
    let (old, new) = (history.get(at.checked_sub(1)?)?, history.get(at)?);
    Some(VersionChange { old: old.key, new: new.key, document: &new.document.id })
}

/// Returns a link to the table of the change that led to `version` of a history, if the version before is there.
pub(in crate::site) fn amendment_link(
    history: &[Version<'_>],
    version: &Version<'_>,
    scope: &PageScope<'_>,
) -> Option<LinkView> {
    let (key, id) = (version.key, version.document.id.as_str());
    // Of the oldest version nothing is known to have changed.
    history.first().filter(|oldest| oldest.key != key)?;
    Some(link_to(scope.messages.text("amend-link"), scope.links.to(&AmendmentPage(key, id))))
}

/// Returns the comparison table as one page that needs no other file.
///
/// # Errors
/// A finding J0506 where the template is faulty.
pub fn amendment(view: &View, lang: Lang) -> Result<String, Box<Diagnostic>> {
    #[derive(Serialize)]
    struct StandaloneAmendment<'v> {
        lang: &'static str,
        title: &'v str,
        table: &'v View,
        style: &'static str,
    }
    let template = page_template!("pages/amendment-standalone.html");
    // The page is handed on by itself, by mail or on paper, and loads nothing.
    let style = concat!(
        include_str!("../../../templates/site/assets/style.css"),
        include_str!("../../../templates/site/assets/amendment.css"),
        include_str!("../../../templates/site/assets/print.css")
    );
    let values = StandaloneAmendment { lang: lang.code(), title: &view.title, table: view, style };
    let theme = Theme::default();
    Templates::new(&theme, lang, [template])?.render(template, &values)
}
