//! The page of a document with both languages side by side: one row a provision.

use serde::Serialize;

use super::{DocumentPage, HomePage, SetPage};
use crate::base::locale::{Lang, Messages};
use crate::content::SetKey;
use crate::corpus::query::notices;
use crate::corpus::{Division, Document, Provision, Set, Words};
use crate::forms::CellTableView;
use crate::site::editions::{StateView, document_state};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::{PageScope, TextView, bracketed, is_headed, is_sign};
use crate::site::sources::{SiteSources, StandingNotice};
use crate::site::templates::{PageTemplate, page_template};

/// The page of a document with both languages, by its set and id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct SideBySidePage<'a>(pub(in crate::site) &'a SetKey, pub(in crate::site) &'a str);

#[derive(Debug, Serialize)]
struct SideBySideView {
    /// That the text does not hold, or not for ever.
    state: Option<StateView>,
    standing: StandingNotice,
    titles: [String; 2],
    rows: Vec<BilingualRow>,
    document: String,
}

/// Returns the way to the page of `document` with both languages; an earlier edition has none, nor has a site in one
/// language.
pub(in crate::site) fn side_by_side_link(set: &Set, document: &Document, scope: &PageScope<'_>) -> Option<String> {
    let has_page = scope.links.corpus.languages.english && !set.key.is_edition();
    has_page.then(|| scope.links.to(&SideBySidePage(&set.key, &document.id)))
}

impl SitePage for SideBySidePage<'_> {
    fn folder(&self) -> String {
        format!("{}/{}/both/", self.0.folder(), self.1)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let (_, document) = site.document(self.0, self.1)?;
        Some(site.messages.with("both-title", &[("title", document.short_title.get(site.lang()))]))
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
        page_template!("pages/side-by-side.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (set, document) = site.document(self.0, self.1)?;
        Some(PageView::of(&SideBySideView {
            state: document_state(site.corpus, set, document, scope),
            standing: StandingNotice::of(document.standing, notices::of_document(document, set, site.messages)),
            titles: Lang::ALL.map(|lang| document.title.get(lang).clone()),
            rows: bilingual_rows(document, scope),
            document: scope.links.to(&DocumentPage(self.0, self.1)),
        }))
    }
}

/// One provision in both languages, or the heading of a division.
#[derive(Debug, Serialize)]
struct BilingualRow {
    anchor: String,
    /// The depth of the provision, 0 for the outermost.
    depth: usize,
    /// Whether it heads a division.
    division: bool,
    /// Its number and caption in the language of the page.
    name: String,
    /// Whether one of its sides is a heading, which bears the link to it.
    heading: Option<usize>,
    /// Japanese, English.
    sides: Vec<BilingualSide>,
}

#[derive(Debug, Serialize)]
struct BilingualSide {
    lang: &'static str,
    label: String,
    /// Whether the label is no number, but a sign such as ・.
    is_sign: bool,
    caption: Option<String>,
    /// The level of the heading that it is; none on the side that is not in the language of the page, so that each is heard
    /// once.
    heading: Option<usize>,
    text: TextView,
    table: Option<CellTableView<Vec<String>>>,
    /// Whether this language is missing.
    missing: bool,
}

/// Returns the rows of a document, in the order in which it is printed.
fn bilingual_rows(document: &Document, scope: &PageScope<'_>) -> Vec<BilingualRow> {
    let words = Lang::ALL.map(Messages::of);
    let mut rows = Vec::new();
    add_rows(&document.notes, (0, None), scope, &words, &mut rows);
    for division in &document.divisions {
        // The body has no heading of its own.
        if !division.anchor.is_empty() {
            rows.push(division_row(division, scope));
        }
        let below = if division.anchor.is_empty() { 2 } else { 3 };
        add_rows(&division.provisions, (0, Some(below)), scope, &words, &mut rows);
    }
    for row in &mut rows {
        row.lift_heading(scope.links.lang);
    }
    rows
}

impl BilingualRow {
    /// Leaves the heading to one side: that in `lang`, if it has words.
    fn lift_heading(&mut self, lang: Lang) {
        let own = lang.code();
        let has_words = |side: &BilingualSide| side.caption.is_some() || !side.label.is_empty();
        let is_own = |side: &BilingualSide| side.lang == own && has_words(side);
        let bearer = self.sides.iter().position(is_own).or_else(|| self.sides.iter().position(has_words));
        for (at, side) in self.sides.iter_mut().enumerate() {
            side.heading = self.heading.filter(|_| bearer == Some(at));
        }
    }
}

fn add_rows(
    provisions: &[Provision],
    (depth, heading): (usize, Option<usize>),
    scope: &PageScope<'_>,
    words: &[&Messages],
    rows: &mut Vec<BilingualRow>,
) {
    for provision in provisions {
        let own = heading.filter(|_| is_headed(provision));
        let below = own.map_or(heading, |level| Some((level + 1).min(6))).filter(|_| provision.columns.is_empty());
        rows.push(BilingualRow {
            anchor: provision.anchor.clone(),
            depth,
            division: false,
            name: if is_sign(provision) { String::new() } else { scope.provision_name(provision) },
            heading: own,
            sides: words.iter().map(|messages| bilingual_side(provision, messages, scope)).collect(),
        });
        add_rows(&provision.items, (depth + 1, below), scope, words, rows);
        // Paragraphs stand at the depth of their article, of which they are parts.
        add_rows(&provision.paragraphs, (depth, below), scope, words, rows);
    }
}

fn bilingual_side(provision: &Provision, messages: &Messages, scope: &PageScope<'_>) -> BilingualSide {
    let lang = messages.lang();
    // Here a missing language is shown as missing; elsewhere the Japanese stands in for it.
    let caption = provision.caption.as_ref().filter(|caption| caption.given(lang) == lang);
    let text = provision.text.as_ref().filter(|text| text.given(lang) == lang);
    BilingualSide {
        lang: lang.code(),
        label: row_number(provision, lang),
        is_sign: is_sign(provision),
        heading: None,
        caption: caption.map(|caption| bracketed(provision, caption.get(lang), messages)),
        text: text.map_or_else(TextView::default, |text| scope.text_in(text, lang)),
        table: provision.table.as_ref().map(|table| scope.cell_table(table, lang)),
        missing: caption.is_some() != provision.caption.is_some() || text.is_some() != provision.text.is_some(),
    }
}

/// The number of a provision, and that of its first paragraph where it prints one.
fn row_number(provision: &Provision, lang: Lang) -> String {
    let both = [provision.label.get(lang), provision.first_label.get(lang)];
    both.into_iter().filter(|label| !label.is_empty()).collect::<Vec<_>>().join(" ")
}

fn division_row(division: &Division, scope: &PageScope<'_>) -> BilingualRow {
    let side = |lang: Lang| {
        let label = division.label.as_ref().filter(|label| label.given(lang) == lang);
        let title = division.title.as_ref().filter(|title| title.given(lang) == lang);
        BilingualSide {
            lang: lang.code(),
            label: label.map_or_else(String::new, |label| label.get(lang).clone()),
            is_sign: false,
            heading: None,
            caption: title.map(|title| title.get(lang).clone()),
            text: TextView::default(),
            table: None,
            missing: label.is_some() != division.label.is_some() || title.is_some() != division.title.is_some(),
        }
    };
    let own = |words: Option<&Words>| scope.optional(words).unwrap_or_default();
    BilingualRow {
        anchor: division.anchor.clone(),
        depth: 0,
        division: true,
        name: scope.captioned(&own(division.label.as_ref()), &own(division.title.as_ref())),
        heading: Some(2),
        sides: Lang::ALL.map(side).into(),
    }
}
