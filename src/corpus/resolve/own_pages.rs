//! Resolving pages of a site's own: Markdown read, references followed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use super::references::{Dangling, ReferenceContext, References, Resolved};
use super::words::{pair, resolve_words};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::base::locale::Lang;
use crate::base::markup::{self, MarkupFault, html_tags};
use crate::base::notation::dates::DateStyle;
use crate::content::{self, Content, PageText, SetKey, WrittenPage};
use crate::corpus::model::{
    Found, Localized, OwnPage, OwnPageTarget, OwnPageText, Pair, Target, WrittenBlocks, WrittenLink,
};

/// Returns the pages of `content`: news from the newest, then the others in the order of the menu.
pub(super) fn resolve_pages(
    content: &Content,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Vec<OwnPage> {
    // All titles first, since pages lead to each other.
    let titles = content.pages.iter().map(|page| (page.id.as_str(), pair(&page.head.title))).collect();
    let mut pages: Vec<OwnPage> = Vec::with_capacity(content.pages.len());
    for some in content.pages.chunks(SIDE_BY_SIDE) {
        let written: Vec<_> = some.par_iter().map(WrittenTexts::of).collect();
        let resolved =
            some.iter().zip(written).map(|(page, texts)| resolve_page(page, texts, &titles, references, findings));
        pages.extend(resolved);
    }
    pages.sort_by_key(|page| {
        // News first; the id decides between two of one day.
        (page.date.is_none(), std::cmp::Reverse(page.date), page.order.unwrap_or(u32::MAX), page.id.clone())
    });
    pages
}

/// How many pages are read beside each other; their blocks stand in memory until they are resolved.
const SIDE_BY_SIDE: usize = 256;

/// The texts of a page as they are written.
struct WrittenTexts {
    ja: WrittenBlocks,
    en: Option<WrittenBlocks>,
}

impl WrittenTexts {
    fn of(page: &WrittenPage) -> Self {
        let en = page.en.as_ref().map(|text| OwnPageText::written(text, Lang::En));
        Self { ja: OwnPageText::written(&page.ja, Lang::Ja), en }
    }
}

fn resolve_page(
    written: &WrittenPage,
    texts: WrittenTexts,
    titles: &BTreeMap<&str, Pair>,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> OwnPage {
    let head = &written.head;
    let region = head.region.as_ref().and_then(|id| region(id, references.content, findings));
    // Where no region is named, short references are read as in the baseline, as they are there.
    let home = (region.clone().unwrap_or(SetKey::Baseline), String::new());
    let context = ReferenceContext::of(&home, DateStyle::default());
    let mut reader = PageReader { titles, references, context, followed: Vec::new(), findings };
    let ja = reader.text(&written.ja, Lang::Ja, texts.ja);
    let en = written.en.as_ref().zip(texts.en).map(|(text, blocks)| reader.text(text, Lang::En, blocks));
    let place = Place::whole(&written.ja.file);
    OwnPage {
        id: written.id.clone(),
        title: resolve_words(&head.title),
        order: head.order.as_ref().map(|order| order.value),
        // News come and go and have a list of their own.
        in_menu: head.in_menu.unwrap_or(head.date.is_none()),
        date: head.date.as_ref().map(|date| date.value),
        region,
        formerly: head.formerly.iter().map(|id| id.value.clone()).collect(),
        references: reader.followed,
        text: Localized { ja, en, place: place.clone(), written: None },
        place,
    }
}

fn region(id: &content::Id, content: &Content, findings: &mut Diagnostics) -> Option<SetKey> {
    let key = SetKey::Region(id.as_str().to_owned());
    if content.sets.contains_key(&key) {
        return Some(key);
    }
    let regions = content.sets.keys().chain(&content.unread);
    let regions = regions.filter(|key| !key.is_edition() && **key != SetKey::Baseline);
    let known: BTreeSet<String> = regions.map(ToString::to_string).collect();
    let known = known.iter().map(String::as_str);
    findings.push(content::unknown_name(Code::J0343, id.as_str(), &id.0.place, known));
    None
}

struct PageReader<'a, 'f> {
    titles: &'a BTreeMap<&'a str, Pair>,
    references: &'a References<'a>,
    context: ReferenceContext,
    followed: Vec<Target>,
    findings: &'f mut Diagnostics,
}

impl PageReader<'_, '_> {
    fn text(&mut self, written: &PageText, lang: Lang, (blocks, faults): WrittenBlocks) -> OwnPageText {
        for (fault, range) in faults {
            self.findings.push(construct_finding(&fault, written, range));
        }
        if let Some(tag) = html_tags(written.text()).next() {
            let whole = written.place(0..written.text().len());
            self.findings.push(Diagnostic::new(Code::J0402).at(&whole.narrowed(tag)).arg("tag", tag));
        }
        OwnPageText::of(written, lang, blocks, &mut |link, range| self.found(link, &written.place(range.clone()), lang))
    }

    fn found(&mut self, link: WrittenLink<'_>, place: &Place, lang: Lang) -> Found {
        let (written, found) = match link {
            WrittenLink::Picture(path) => (path, self.references.picture(path).map(Found::Picture)),
            WrittenLink::Link(target) => {
                (target, self.target(target, lang).map(|(found, printed)| Found::Link(found, printed)))
            }
        };
        found.unwrap_or_else(|dangling| {
            self.findings.push(dangling.finding(written, place));
            match link {
                WrittenLink::Picture(_) => Found::Nothing,
                WrittenLink::Link(target) => Found::Link(None, target.to_owned()),
            }
        })
    }

    /// The target of `written`, and the words that it prints by itself.
    fn target(&mut self, written: &str, lang: Lang) -> Result<(Option<OwnPageTarget>, String), Dangling> {
        match written.split_once(':') {
            Some(("page", id)) => {
                let title =
                    self.titles.get(id).ok_or_else(|| Dangling::among("page:", id, self.titles.keys().copied()))?;
                Ok((Some(OwnPageTarget::Page(id.to_owned())), title.get(lang).to_owned()))
            }
            Some(("file", path)) => {
                let mut known = self.references.content.static_files.iter().map(|file| file.path.as_str());
                if !known.clone().any(|known| known == path) {
                    return Err(Dangling::among("file:", path, known.by_ref()));
                }
                // A file has no title, and its name is what the reader will find among the downloads.
                let name = path.rsplit('/').next().unwrap_or(path);
                Ok((Some(OwnPageTarget::File(path.to_owned())), name.to_owned()))
            }
            _ => match self.references.resolve(written, &self.context, None, lang)? {
                Some(Resolved::Link(target, printed)) => {
                    self.followed.push(target.clone());
                    Ok((Some(OwnPageTarget::Content(target)), printed))
                }
                Some(Resolved::Words(target, printed)) => {
                    self.followed.extend(target);
                    Ok((None, printed))
                }
                None => Ok((None, written.to_owned())),
            },
        }
    }
}

fn construct_finding(fault: &MarkupFault, written: &PageText, range: Range<usize>) -> Diagnostic {
    let place = written.place(range);
    match fault {
        &markup::EMPHASIS => Diagnostic::new(Code::J0311).at(&place.narrowed("**")),
        MarkupFault(name) => {
            Diagnostic::new(Code::J0306).at(&place).arg("construct", *name).hint_id("page-markdown-hint")
        }
    }
}
