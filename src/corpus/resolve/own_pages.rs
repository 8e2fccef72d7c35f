//! Resolving pages of a site's own: Markdown read, references followed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::references::{Dangling, ReferenceContext, References, Resolved};
use super::words::{pair, resolve_words};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::base::locale::Lang;
use crate::base::markup::{self, Inline, MarkupFault, Stretch, html_tags, parse_blocks};
use crate::base::notation::dates::DateStyle;
use crate::content::{self, Content, PageText, SetKey, WrittenPage};
use crate::corpus::model::{Localized, OwnPage, OwnPageBlock, OwnPageTarget, Pair, Target};

/// Returns the pages of `content`: news from the newest, then the others in the order of the menu.
pub(super) fn resolve_pages(
    content: &Content,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Vec<OwnPage> {
    // All titles first, since pages lead to each other.
    let titles = content.pages.iter().map(|page| (page.id.as_str(), pair(&page.head.title))).collect();
    let mut pages: Vec<OwnPage> =
        content.pages.iter().map(|page| resolve_page(page, &titles, references, findings)).collect();
    pages.sort_by_key(|page| {
        // News first; the id decides between two of one day.
        (page.date.is_none(), std::cmp::Reverse(page.date), page.order.unwrap_or(u32::MAX), page.id.clone())
    });
    pages
}

fn resolve_page(
    written: &WrittenPage,
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
    let ja = reader.text(&written.ja, Lang::Ja);
    let en = written.en.as_ref().map(|text| reader.text(text, Lang::En));
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
    fn text(&mut self, written: &PageText, lang: Lang) -> Vec<OwnPageBlock> {
        let (blocks, faults) = parse_blocks(written.text(), lang == Lang::Ja);
        for (fault, range) in faults {
            self.findings.push(construct_finding(&fault, written, range));
        }
        if let Some(tag) = html_tags(written.text()).next() {
            let whole = written.place(0..written.text().len());
            self.findings.push(Diagnostic::new(Code::J0402).at(&whole.narrowed(tag)).arg("tag", tag));
        }
        let mut inlines = |stretch: Stretch| self.inlines(stretch.inlines, &written.place(stretch.range), lang);
        blocks.into_iter().map(|block| block.map(&mut inlines)).collect()
    }

    fn inlines(&mut self, inlines: Vec<Inline<String>>, place: &Place, lang: Lang) -> Vec<Inline<OwnPageTarget>> {
        let mut out = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push(Inline::Text(text)),
                Inline::Code(text) => out.push(Inline::Code(text)),
                Inline::Break => out.push(Inline::Break),
                Inline::Ruby { base, reading } => out.push(Inline::Ruby { base, reading }),
                Inline::Language { lang: own, words } => {
                    out.push(Inline::Language { lang: own, words: self.inlines(words, place, lang) });
                }
                Inline::Note(inner) => out.push(Inline::Note(self.inlines(inner, place, lang))),
                Inline::Picture { path, alt } => match self.references.picture(&path) {
                    Ok(path) => out.push(Inline::Picture { path, alt }),
                    Err(dangling) => {
                        self.findings.push(dangling.finding(&path, place));
                        out.push(Inline::Text(alt));
                    }
                },
                Inline::Strong(inner) => out.push(Inline::Strong(self.inlines(inner, place, lang))),
                Inline::Emphasis(inner) => out.push(Inline::Emphasis(self.inlines(inner, place, lang))),
                Inline::Link { target, words } => {
                    let words = self.inlines(words, place, lang);
                    match self.target(&target, lang) {
                        Ok((found, printed)) => out.extend(linked(found, printed, words)),
                        Err(dangling) => {
                            self.findings.push(dangling.finding(&target, place));
                            out.extend(linked(None, *target, words));
                        }
                    }
                }
            }
        }
        out
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

fn linked(
    target: Option<OwnPageTarget>,
    printed: String,
    words: Vec<Inline<OwnPageTarget>>,
) -> Vec<Inline<OwnPageTarget>> {
    let words = if words.is_empty() { vec![Inline::Text(printed)] } else { words };
    match target {
        Some(target) => vec![Inline::Link { target: Box::new(target), words }],
        None => words,
    }
}
