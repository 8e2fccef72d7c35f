//! References lead where they say: none is typed as a number, since a typed one goes stale when a provision moves.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, Severity, codes};
use crate::base::locale::Lang;
use crate::base::notation::typed_references::{NamedTarget, TypedReference, relative_words_of_links, typed_references};
use crate::base::notation::widths::folded;
use crate::content::{Kind, Standing};
use crate::corpus::{Corpus, Document, Form, OwnPage, Provision, Role, Set, Writing, WritingUnit};

codes! {
    J0450: Error, Content, [words];
    J0451: Warning, Content, [words, reference];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(typed_in_texts),
    rules: &[
        Rule { code: Code::J0450, adjustable: true, example: Some(include_str!("examples/J0450.txt")) },
        Rule { code: Code::J0451, adjustable: true, example: Some(include_str!("examples/J0451.txt")) },
    ],
};

fn typed_in_texts(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        for document in &set.documents {
            let known = KnownProvisions::of(set, Some(document));
            for division in &document.divisions {
                let words = division.label.iter().chain(&division.title).chain(&division.columns);
                words.for_each(|words| known.hold(Writing::Words(words), &Neighbours::default(), findings));
                let in_body = division.role == Role::Body;
                known.walk_all(&division.provisions, &AboveTyped { in_body, ..AboveTyped::default() }, findings);
            }
            document.editor_notes.iter().for_each(|note| known.hold(Writing::Text(note), &Neighbours::default(), findings));
            known.walk(&document.notes, &AboveTyped::default(), findings);
        }
        for page in corpus.pages.iter().filter(|page| page.region.as_ref() == Some(&set.key)) {
            typed_on_page(set, page, findings);
        }
        for form in &set.forms {
            let known = KnownProvisions::of(set, document_meant(set, form));
            for unit in form.units(&set.key) {
                unit.parts.iter().for_each(|part| known.hold(*part, &Neighbours::default(), findings));
            }
        }
    }
}

/// Names what is typed on a page about a region whose numbers it can only mean, since the region has one document. Relative
/// words mean nothing there.
fn typed_on_page(set: &Set, page: &OwnPage, findings: &mut Diagnostics) {
    let [document] = set.documents.as_slice() else { return };
    let known = KnownProvisions::of(set, Some(document));
    let file = &page.place.file;
    // The text stands below the head.
    let start = file.text.find("\n---").map_or(0, |at| at + 4);
    let body = Place::new(file, start..file.text.len());
    let mut seen = BTreeSet::new();
    for typed in typed_references(body.text(), Lang::Ja) {
        let finding = match known.target(&typed, &Neighbours::default()) {
            Meant::Missing if matches!(typed.named, NamedTarget::Article(_) | NamedTarget::Form(_) | NamedTarget::Table(_)) => known.missing(),
            Meant::Found(reference) => Diagnostic::new(Code::J0451).arg("reference", reference),
            Meant::Missing | Meant::Unknown => continue,
        };
        if seen.insert(typed.words.clone()) {
            findings.push(finding.at(&body.narrowed(&typed.words)).arg("words", &typed.words));
        }
    }
}

/// The document whose numbers a form means: the one of the provision that asks for it, or the only one.
fn document_meant<'a>(set: &'a Set, form: &Form) -> Option<&'a Document> {
    use crate::corpus::Target as Linked;
    match (&form.basis, set.documents.as_slice()) {
        (Some((Linked::Provision { set: home, document, .. }, _)), _) if *home == set.key => set.document(document),
        (_, [only]) => Some(only),
        _ => None,
    }
}

/// The meaning of relative words at a place.
#[derive(Debug, Clone, Default)]
struct Neighbours {
    preceding_article: Meant,
    following_article: Meant,
    preceding_paragraph: Meant,
}

/// The provisions above a provision.
#[derive(Debug, Clone, Copy, Default)]
struct AboveTyped<'a> {
    in_body: bool,
    article: Option<&'a Provision>,
    /// The paragraph before the one that is walked: the article itself before its second.
    before: Option<&'a Provision>,
}

/// The provisions, forms and tables that a typed reference may mean.
struct KnownProvisions<'a> {
    set: &'a Set,
    document: Option<&'a Document>,
    /// The articles of the body in their order.
    articles: Vec<&'a Provision>,
    /// The places among `articles`, by anchor and by number; the first where two share one.
    by_anchor: BTreeMap<&'a str, usize>,
    by_number: BTreeMap<Vec<u32>, usize>,
}

impl<'a> KnownProvisions<'a> {
    fn of(set: &'a Set, document: Option<&'a Document>) -> Self {
        let mut articles = Vec::new();
        let (mut by_anchor, mut by_number) = (BTreeMap::new(), BTreeMap::new());
        let body = document.into_iter().flat_map(|document| &document.divisions);
        for division in body.filter(|division| division.role == Role::Body) {
            for top in &division.provisions {
                top.walk(&mut |provision| {
                    if provision.kind == Some(Kind::Article) {
                        by_anchor.entry(provision.anchor.as_str()).or_insert(articles.len());
                        by_number.entry(numbers_of(&provision.cite.ja)).or_insert(articles.len());
                        articles.push(provision);
                    }
                });
            }
        }
        Self { set, document, articles, by_anchor, by_number }
    }

    /// Walks the outermost provisions of a division, on all cores: a document may have thousands.
    fn walk_all(&self, list: &[Provision], above: &AboveTyped<'_>, findings: &mut Diagnostics) {
        let walked = list.par_iter().map(|provision| {
            let mut found = Diagnostics::default();
            self.walk(std::slice::from_ref(provision), above, &mut found);
            found
        });
        walked.collect::<Vec<_>>().into_iter().for_each(|found| findings.append(found));
    }

    fn walk(&self, list: &[Provision], above: &AboveTyped<'_>, findings: &mut Diagnostics) {
        for provision in list {
            let is_article = provision.kind == Some(Kind::Article);
            let here = AboveTyped {
                article: if is_article { Some(provision) } else { above.article },
                before: if is_article { None } else { above.before },
                ..*above
            };
            let neighbours = self.neighbours(&here);
            for part in provision.own_writing().chain(provision.editor_notes.iter().map(Writing::Text)) {
                self.hold(part, &neighbours, findings);
            }
            self.walk(&provision.items, &here, findings);
            let mut before = provision;
            for paragraph in &provision.paragraphs {
                let here = AboveTyped { before: Some(before), ..here };
                self.walk(std::slice::from_ref(paragraph), &here, findings);
                before = paragraph;
            }
        }
    }

    fn neighbours(&self, here: &AboveTyped<'_>) -> Neighbours {
        let Some(article) = here.article.filter(|_| here.in_body) else { return Neighbours::default() };
        let at = self.by_anchor.get(article.anchor.as_str()).copied();
        let reference = |at: Option<usize>| {
            let found = at.and_then(|at| self.articles.get(at));
            found.map(|one| format!("[](#{}/relative)", one.anchor))
        };
        let before = here.before.map(|before| {
            let first = if before.anchor == article.anchor { "/first" } else { "" };
            format!("[](#{}{first}/relative)", before.anchor)
        });
        Neighbours {
            preceding_article: Meant::of(reference(at.and_then(|at| at.checked_sub(1)))),
            following_article: Meant::of(reference(at.map(|at| at + 1))),
            preceding_paragraph: Meant::of(before),
        }
    }

    /// Names what is typed in `part`: in English only where the Japanese has nothing, since both are mended together.
    fn hold(&self, part: Writing<'_>, neighbours: &Neighbours, findings: &mut Diagnostics) {
        let held = |lang| {
            let written = part.written(lang);
            let found = typed_references(&written, lang);
            let found = found.into_iter().filter(|typed| lang == Lang::Ja || self.is_sure(typed));
            found.map(|typed| self.judged(&typed, neighbours, part, lang)).collect::<Vec<_>>()
        };
        let mut japanese = held(Lang::Ja);
        for (typed, anchor) in relative_words_of_links(&part.written(Lang::Ja)) {
            let begins = format!("[](#{anchor}/");
            // Where the target still is what the words say, they do no harm.
            if !matches!(self.target(&typed, neighbours), Meant::Found(reference) if reference.starts_with(&begins)) {
                let place = part.place().narrowed(&format!("[{}]", typed.words));
                let finding = Diagnostic::new(Code::J0451).arg("reference", format!("{begins}relative)"));
                japanese.push((format!("{}{anchor}", typed.words), finding.at(&place).arg("words", &typed.words)));
            }
        }
        let found = if japanese.is_empty() && part.is_translated() { held(Lang::En) } else { japanese };
        let mut seen = BTreeSet::new();
        for (_, finding) in found.into_iter().filter(|(words, _)| seen.insert(words.clone())) {
            findings.push(finding);
        }
    }

    /// Whether an English form or table can be of this set: where it counts none, it is another text's, which English often
    /// names far behind.
    fn is_sure(&self, typed: &TypedReference) -> bool {
        let is_appended = matches!(typed.named, NamedTarget::Form(_) | NamedTarget::Table(_));
        !is_appended || !matches!(self.target(typed, &Neighbours::default()), Meant::Unknown)
    }

    /// A typed reference to nothing. In a draft it stops nobody from looking at the page: what was imported holds the
    /// slips of its source, and a person has still to read it.
    fn missing(&self) -> Diagnostic {
        let mut finding = Diagnostic::new(Code::J0450);
        let is_draft = self.document.map_or_else(
            || self.set.documents.iter().all(|document| document.standing == Standing::Draft),
            |document| document.standing == Standing::Draft,
        );
        if is_draft {
            finding.severity = Severity::Warning;
        }
        finding
    }

    fn judged(
        &self,
        typed: &TypedReference,
        neighbours: &Neighbours,
        part: Writing<'_>,
        lang: Lang,
    ) -> (String, Diagnostic) {
        let place = part.place_in(lang).narrowed(&typed.words);
        let finding = match self.target(typed, neighbours) {
            Meant::Missing => self.missing(),
            Meant::Found(reference) => Diagnostic::new(Code::J0451).arg("reference", reference),
            Meant::Unknown => Diagnostic::new(Code::J0451).arg("reference", "[](#id)"),
        };
        (typed.words.clone(), finding.at(&place).arg("words", &typed.words))
    }

    fn target(&self, typed: &TypedReference, neighbours: &Neighbours) -> Meant {
        match &typed.named {
            NamedTarget::Article(number) => match self.by_number.get(number).and_then(|at| self.articles.get(*at)) {
                Some(article) => {
                    let document = self.document.map_or("", |document| document.id.as_str());
                    match below(article, typed.paragraph, typed.item) {
                        TypedBelow::Missing => Meant::Missing,
                        TypedBelow::Unknown => Meant::Unknown,
                        TypedBelow::Found(found) => Meant::Found(format!("[]({document}#{})", found.anchor)),
                    }
                }
                None if self.articles.is_empty() => Meant::Unknown,
                None => Meant::Missing,
            },
            NamedTarget::Form(number) => Self::appended(*number, "form", self.set.forms.iter().filter_map(|form| Some((form.number?, &form.id)))),
            NamedTarget::Table(number) => Self::appended(*number, "table", self.set.tables.iter().filter_map(|table| Some((table.number?, &table.id)))),
            NamedTarget::PrecedingArticle => neighbours.preceding_article.clone(),
            NamedTarget::FollowingArticle => neighbours.following_article.clone(),
            NamedTarget::PrecedingParagraph => neighbours.preceding_paragraph.clone(),
            NamedTarget::Near => Meant::Unknown,
        }
    }

    /// A form or table by its number. A set that counts none so may mean a division of its documents.
    fn appended<'n>(number: u32, kind: &str, mut known: impl Iterator<Item = (u32, &'n String)> + Clone) -> Meant {
        if known.clone().next().is_none() {
            return Meant::Unknown;
        }
        known.find(|(own, _)| *own == number).map_or(Meant::Missing, |(_, id)| Meant::Found(format!("[]({kind}:{id})")))
    }
}

/// The paragraph and item of an article that are typed.
enum TypedBelow<'a> {
    /// This one.
    Found(&'a Provision),
    /// There surely is none.
    Missing,
    /// So many are there that it may only be numbered otherwise.
    Unknown,
}

/// The paragraph and item of an article; the article itself where none is named. Paragraphs may stand as such or as items of
/// that kind, and the first one may be the article's own text.
fn below(article: &Provision, paragraph: Option<u32>, item: Option<u32>) -> TypedBelow<'_> {
    let paragraphs: Vec<&Provision> =
        article.items.iter().filter(|item| item.kind == Some(Kind::Paragraph)).chain(&article.paragraphs).collect();
    let at = match paragraph {
        None => article,
        Some(number) => match (provision_with_number(&paragraphs, article, number), number) {
            (Some(found), _) => found,
            (None, 1) => article,
            (None, _) => return missing_among(&paragraphs, number),
        },
    };
    let items: Vec<&Provision> = at.items.iter().collect();
    match item {
        None => TypedBelow::Found(at),
        Some(number) => match provision_with_number(&items, at, number) {
            Some(found) => TypedBelow::Found(found),
            None => missing_among(&items, number),
        },
    }
}

fn missing_among<'a>(list: &[&'a Provision], number: u32) -> TypedBelow<'a> {
    // The first paragraph is the article's own text and stands in no list.
    let is_surely_missing = usize::try_from(number).is_ok_and(|number| list.len() + 1 < number || list.is_empty());
    if is_surely_missing { TypedBelow::Missing } else { TypedBelow::Unknown }
}

/// The provision of `list`, below `above`, whose citation ends with `number`.
fn provision_with_number<'a>(list: &[&'a Provision], above: &Provision, number: u32) -> Option<&'a Provision> {
    let own = numbers_of(&above.cite.ja).len();
    let ends = |provision: &Provision, deeper: usize| {
        let numbers = numbers_of(&provision.cite.ja);
        numbers.len() == own + deeper && numbers.last() == Some(&number) && (deeper == 1 || numbers[own] == 1)
    };
    // An item of the article's first paragraph may be cited with it: 第四条第一項第二号.
    let found = |deeper| list.iter().copied().find(|provision| ends(provision, deeper));
    found(1).or_else(|| found(2))
}

/// The meaning of a typed reference.
#[derive(Debug, Clone, Default)]
enum Meant {
    /// The reference by id.
    Found(String),
    /// There is no such thing.
    Missing,
    /// It cannot be told.
    #[default]
    Unknown,
}

impl Meant {
    fn of(reference: Option<String>) -> Self {
        reference.map_or(Self::Missing, Self::Found)
    }
}

fn numbers_of(cite: &str) -> Vec<u32> {
    crate::base::notation::numbers::numbers(&folded(cite)).iter().map(|number| number.value).collect()
}
