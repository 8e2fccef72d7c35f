//! The page of a form, drawn as the sheet that is filled in there.

mod blocks;
mod entries;

use serde::Serialize;

use self::blocks::SheetBlock;
use self::entries::FormEntries;
pub(super) use self::entries::script_spec;
pub(in crate::site) use self::entries::script_words;
use super::procedure::procedures_with;
use super::set::series_of;
use super::{HomePage, SetPage};
use crate::base::locale::Lang;
use crate::base::notation::dates::DateStyle;
use crate::content::SetKey;
use crate::corpus::query::notices;
use crate::corpus::{Form, Pair, Set, Words};
use crate::forms::{self, CopyView};
use crate::pdf;
use crate::site::editions::{StateView, appended_state, form_of};
use crate::site::links::LinkView;
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::{PageScope, TextView};
use crate::site::sources::{PdfView, SiteSources, StandingNotice};
use crate::site::templates::{PageTemplate, page_template};

/// The page of a form, by its set and id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct FormPage<'a>(pub(in crate::site) &'a SetKey, pub(in crate::site) &'a str);

#[derive(Debug, Serialize)]
struct FormView {
    label: Option<String>,
    form_title: String,
    subtitle: Option<String>,
    purpose: Option<String>,
    basis: Option<LinkView>,
    /// （第六条関係）
    basis_note: Option<String>,
    origin_mark: String,
    model: Option<LinkView>,
    /// That the form is not used, or not for ever.
    state: Option<StateView>,
    /// Whether it is of an edition of the past or of one that is to come, so that nobody is to fill it in.
    is_edition: bool,
    standing: StandingNotice,
    editor_notes: Vec<TextView>,
    copies: Vec<CopyView>,
    blocks: Vec<SheetBlock>,
    /// The entries of each block.
    entries: FormEntries,
    /// Whether there is anything to fill in.
    asks: bool,
    /// Whether what is filled in may be kept in the browser.
    draft: bool,
    /// The facts that the scripts know of the form, and their words, as JSON.
    spec: String,
    words: String,
    pdf: Option<PdfView>,
    /// The same without fields, which is much smaller.
    print_pdf: Option<PdfView>,
    /// The ways to the procedures that take the form.
    procedures: Vec<LinkView>,
}

impl SitePage for FormPage<'_> {
    fn folder(&self) -> String {
        format!("{}/forms/{}/", self.0.folder(), self.1)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let (_, form) = site.form(self.0, self.1)?;
        let title = labelled_title(form.label.as_ref(), &form.title, site.lang());
        Some(site.title_of_edition(self.0, title, DateStyle::default()))
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
        page_template!("pages/form.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (set, form) = site.form(self.0, self.1)?;
        Some(PageView::of(&form_view(set, form, site, scope)))
    }
}

fn form_view(set: &Set, form: &Form, site: &SiteSources<'_>, scope: &PageScope<'_>) -> FormView {
    let (lang, messages) = (site.lang(), site.messages);
    let cite = form.basis.as_ref().map(|(_, cite)| cite.get(lang));
    FormView {
        label: form.label.as_ref().map(|label| label.get(lang).to_owned()),
        form_title: scope.word(&form.title),
        subtitle: scope.optional(form.subtitle.as_ref()),
        purpose: scope.optional(form.purpose.as_ref()),
        basis: site.basis(form, scope),
        basis_note: cite.map(|cite| messages.with("form-basis", &[("provision", cite)])),
        origin_mark: site.origin_mark(set, form),
        model: form
            .model
            .as_ref()
            .and_then(|model| Some(LinkView { label: messages.text("form-model"), href: scope.links.target(model)? })),
        state: appended_state(site.corpus, set, form_of(&form.id, scope), scope),
        is_edition: set.key.is_edition(),
        standing: StandingNotice::of(form.standing, notices::of_form(form, set, messages)),
        editor_notes: scope.notes(&form.editor_notes),
        copies: forms::copies(form, messages),
        blocks: forms::view_blocks(&form.blocks, scope),
        entries: entries::form_entries(form, scope),
        // A form of an earlier edition is read, not handed in.
        asks: !set.key.is_edition() && entries::asks_anything(form),
        draft: form.draft,
        // For attributes, where every letter is escaped: a script element would end at the first `</script>` of a
        // label.
        spec: script_spec(form, &set.key, site.corpus, lang),
        words: site.script_words.to_owned(),
        pdf: site.pdf(&pdf::form_path(lang, &set.key, &form.id), scope),
        print_pdf: site.pdf(&pdf::print_path(lang, &set.key, &form.id), scope),
        procedures: procedures_with(set, form, site, scope),
    }
}

/// Returns a form's or table's number, where it bears one, and its title.
pub(in crate::site) fn labelled_title(label: Option<&Pair>, title: &Words, lang: Lang) -> String {
    let label = label.map(|label| format!("{} ", label.get(lang)));
    label.unwrap_or_default() + title.get(lang)
}
