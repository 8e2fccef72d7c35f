//! Numbers of provisions: which number each one bears, and how a reference cites it.
//!
//! By Japanese drafting custom articles count through a document whatever chapters they stand in, the first
//! paragraph of an article bears no number, and an inserted article takes a branch number (第二条の二).
//! English follows the translations of the Ministry of Justice: Article 5, paragraph (2), item (iii), and a first
//! paragraph that has others after it bears its (1).

use super::words::pair;
use std::collections::BTreeMap;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::notation::numerals::{Numeral, Template, follows, of_several};
use crate::content::{self, Bilingual, Kind, Text, WrittenLevel, WrittenStyle, unknown_name};
use crate::corpus::model::Pair;

/// A provision as written, with its number.
#[derive(Debug)]
pub(super) struct Numbered<'a> {
    pub(super) written: &'a content::WrittenProvision,
    pub(super) anchor: String,
    pub(super) kind: Option<Kind>,
    pub(super) label: Pair,
    pub(super) cite: Pair,
    /// The citation and the number of its first paragraph, where it is an article with several.
    pub(super) first_paragraph: Option<(Pair, Pair)>,
    pub(super) items: Vec<Self>,
    pub(super) paragraphs: Vec<Self>,
}

/// The styles of a division.
#[derive(Debug, Clone, Copy)]
pub(super) struct NumberingStyles<'a> {
    pub(super) levels: &'a [WrittenLevel],
    pub(super) paragraph: Option<&'a WrittenStyle>,
}

/// Numbers `list`, whose anchors begin with `prefix` (empty, or an id and a dot).
pub(super) fn number_provisions<'a>(
    list: &'a [content::WrittenProvision],
    styles: NumberingStyles<'_>,
    prefix: &str,
    findings: &mut Diagnostics,
) -> Vec<Numbered<'a>> {
    let top = NumberAbove { anchor: prefix.to_owned(), cite: Pair::default(), numeral: None };
    let first = if styles.levels.is_empty() { Depth::Unnumbered } else { Depth::Level(0) };
    Numberer { styles, articles: Counter::default(), findings }.list(list, first, &top)
}

/// The greatest depth of provisions below each other; the templates of the site bear no more.
const DEEPEST: usize = 8;

/// The number and names that a provision stands under.
struct NumberAbove {
    /// The beginning of the anchors, with its dot.
    anchor: String,
    cite: Pair,
    /// The numeral of the article above, for the numbers of its paragraphs.
    numeral: Option<Numeral>,
}

/// The level that provisions of a list take unless they say otherwise.
#[derive(Debug, Clone, Copy)]
enum Depth {
    Level(usize),
    Unnumbered,
}

/// The last number given: 2, 2, 3 for 第二条の二の三.
#[derive(Debug, Clone, Default)]
struct Counter(Vec<u32>);

impl Counter {
    /// The next number; `branch` is the depth of the branch, 0 for none. `None` if there is nothing to branch from.
    fn next(&mut self, branch: usize) -> Option<&[u32]> {
        // 第二条の二 needs an article 2 before it.
        if branch > self.0.len() {
            return None;
        }
        // After 第二条の二 the next article is 第三条: what branched off is forgotten.
        self.0.truncate(branch + 1);
        match self.0.get_mut(branch) {
            Some(last) => *last = last.saturating_add(1),
            // A branch begins with の二; the number itself counts as the first.
            None => self.0.push(if branch == 0 { 1 } else { 2 }),
        }
        Some(&self.0)
    }
}

struct Numberer<'s, 'f> {
    styles: NumberingStyles<'s>,
    /// Articles count through the division.
    articles: Counter,
    findings: &'f mut Diagnostics,
}

impl Numberer<'_, '_> {
    fn list<'a>(
        &mut self,
        list: &'a [content::WrittenProvision],
        depth: Depth,
        above: &NumberAbove,
    ) -> Vec<Numbered<'a>> {
        // A counter for each kind, since a list may hold headings and points beside each other.
        let mut counters: BTreeMap<Kind, Counter> = BTreeMap::new();
        list.iter().map(|written| self.number_provision(written, depth, above, &mut counters)).collect()
    }

    fn number_provision<'a>(
        &mut self,
        written: &'a content::WrittenProvision,
        depth: Depth,
        above: &NumberAbove,
        counters: &mut BTreeMap<Kind, Counter>,
    ) -> Numbered<'a> {
        // Told once on each way down: what stands deeper has more dots than that.
        if above.anchor.matches('.').count() == DEEPEST {
            self.findings.push(Diagnostic::new(Code::J0314).at(&written.id.0.place));
        }
        check_columns(&written.columns, self.findings);
        let depth = self.chosen(written.level.as_ref(), depth);
        let index = match depth {
            Depth::Level(index) => index,
            Depth::Unnumbered => return self.unnumbered(written, depth, above),
        };
        let Some(level) = self.styles.levels.get(index) else {
            self.findings.push(Diagnostic::new(Code::J0309).at(&written.id.0.place));
            return self.unnumbered(written, Depth::Unnumbered, above);
        };
        let number = self.count(written, level, counters);
        let said = |number: &[u32]| {
            let label = label_pair(&level.ja, &level.en, number, &above.cite);
            let cite = number_citation(level, number, &label, above);
            (label, cite)
        };
        let (label, cite) = match self.last(written, &number) {
            Some(last) => {
                if let Some(counter) = self.counter(level.kind, counters) {
                    // After 第四条から第六条まで　削除 comes 第七条.
                    counter.0.clone_from(&last);
                }
                range_pairs([said(&number), said(&last)], [&number, &last], &above.cite)
            }
            None => said(&number),
        };
        let (label, cite) = own_label(written, above).unwrap_or((label, cite));
        let below = NumberAbove {
            anchor: format!("{}{}.", above.anchor, written.id.as_str()),
            cite: cite.clone(),
            numeral: if level.kind == Kind::Article { level.ja.numeral() } else { above.numeral },
        };
        let label = if written.numbered == Some(false) { Pair::default() } else { label };
        self.with_children(written, Some(level.kind), (label, cite), Depth::Level(index + 1), &below)
    }

    fn unnumbered<'a>(
        &mut self,
        written: &'a content::WrittenProvision,
        depth: Depth,
        above: &NumberAbove,
    ) -> Numbered<'a> {
        // A caption is what a reader would look for; without one the provision above has to do.
        let cite = written.caption.as_ref().map_or_else(|| above.cite.clone(), pair);
        let (label, cite) = own_label(written, above).unwrap_or((Pair::default(), cite));
        let nothing_above = above.cite == Pair::default();
        let below = NumberAbove {
            anchor: format!("{}{}.", above.anchor, written.id.as_str()),
            // Items below an unnumbered heading are cited by the number above it, which readers find; a heading at the
            // top has none above it.
            cite: if nothing_above { cite.clone() } else { above.cite.clone() },
            numeral: above.numeral,
        };
        self.with_children(written, None, (label, cite), depth, &below)
    }

    fn with_children<'a>(
        &mut self,
        written: &'a content::WrittenProvision,
        kind: Option<Kind>,
        (label, cite): (Pair, Pair),
        next: Depth,
        below: &NumberAbove,
    ) -> Numbered<'a> {
        let depth = self.chosen(written.item_level.as_ref(), next);
        let anchor = below.anchor.trim_end_matches('.').to_owned();
        let has_paragraphs = kind == Some(Kind::Article) && !written.paragraphs.is_empty();
        // Once an article has a second paragraph, its items belong to the first: 第五条第一項第一号.
        let first = has_paragraphs.then(|| Self::paragraph_above(&[1], below));
        let first_paragraph =
            first.as_ref().map(|first| (first.cite.clone(), self.first_label(&written.paragraphs, first)));
        // Before the paragraphs, which stand below them: articles among both count on.
        let items = self.list(&written.items, depth, first.as_ref().unwrap_or(below));
        let paragraphs = self.paragraphs(&written.paragraphs, depth, below);
        Numbered { written, anchor, kind, label, cite, first_paragraph, items, paragraphs }
    }

    /// Returns the number of an article's first paragraph: only in English, and only if one of the `others` bears one.
    fn first_label(&self, others: &[content::WrittenProvision], above: &NumberAbove) -> Pair {
        let style = self.styles.paragraph.filter(|_| others.iter().any(|other| other.numbered != Some(false)));
        Pair {
            en: style.map_or_else(String::new, |style| style.en.write(&[1], &above.cite.en, false)),
            ..Pair::default()
        }
    }

    fn paragraphs<'a>(
        &mut self,
        list: &'a [content::WrittenProvision],
        depth: Depth,
        above: &NumberAbove,
    ) -> Vec<Numbered<'a>> {
        // The first paragraph is the article's own text, and counts.
        let mut counter = Counter(vec![1]);
        let mut counted = Vec::with_capacity(list.len());
        for written in list {
            let number = self.next_number(written, &mut counter);
            let last = self.last(written, &number);
            if let Some(last) = &last {
                counter.0.clone_from(last);
            }
            counted.push((written, number, last));
        }
        let one = |(written, number, last): (_, Vec<u32>, Option<Vec<u32>>)| {
            self.paragraph(written, &number, last.as_deref(), depth, above)
        };
        counted.into_iter().map(one).collect()
    }

    fn paragraph<'a>(
        &mut self,
        written: &'a content::WrittenProvision,
        number: &[u32],
        last: Option<&[u32]>,
        depth: Depth,
        above: &NumberAbove,
    ) -> Numbered<'a> {
        // A paragraph counts by itself: it has no level.
        let stray = written.level.as_ref().map(|level| &level.place);
        self.findings.extend(stray.map(|place| Diagnostic::new(Code::J0316).at(place)));
        let style = self.styles.paragraph.filter(|_| written.numbered != Some(false));
        let label = |number: &[u32]| {
            style.map(|style| label_pair(&style.ja, &style.en, number, &above.cite)).unwrap_or_default()
        };
        let mut below = Self::paragraph_above(number, above);
        let label = match last {
            Some(last) => {
                let end = (label(last), Self::paragraph_above(last, above).cite);
                let (label, cite) = range_pairs([(label(number), below.cite), end], [number, last], &above.cite);
                below.cite = cite;
                label
            }
            None => label(number),
        };
        let (label, cite) = own_label(written, above).unwrap_or((label, below.cite.clone()));
        below.anchor = format!("{}{}.", above.anchor, written.id.as_str());
        let depth = self.chosen(written.item_level.as_ref(), depth);
        let anchor = below.anchor.trim_end_matches('.').to_owned();
        let items = self.list(&written.items, depth, &below);
        let paragraphs = self.paragraphs(&written.paragraphs, depth, &below);
        Numbered { written, anchor, kind: Some(Kind::Paragraph), label, cite, first_paragraph: None, items, paragraphs }
    }

    /// Returns the numbers above what stands under paragraph `number` of an article: 第六条第二項. Elsewhere paragraphs
    /// are not cited.
    fn paragraph_above(number: &[u32], above: &NumberAbove) -> NumberAbove {
        let mut cite = above.cite.clone();
        if let Some(numeral) = above.numeral {
            // In the numeral of the articles: a document that writes 第5条 cites 第2項, whatever stands at the paragraph's
            // head.
            cite.ja.push_str(&Template::counter(numeral, "項").write(number, "", true));
            let number: Vec<String> = number.iter().map(ToString::to_string).collect();
            cite.en.push_str(&format!(", paragraph ({})", number.join("-")));
        }
        NumberAbove { anchor: above.anchor.clone(), cite, numeral: above.numeral }
    }

    fn count(
        &mut self,
        written: &content::WrittenProvision,
        level: &WrittenLevel,
        counters: &mut BTreeMap<Kind, Counter>,
    ) -> Vec<u32> {
        if level.kind == Kind::Article {
            // Taken out for the call, which needs the whole of `self` for its findings.
            let mut articles = std::mem::take(&mut self.articles);
            let number = self.next_number(written, &mut articles);
            self.articles = articles;
            return number;
        }
        self.next_number(written, counters.entry(level.kind).or_default())
    }

    /// The number of `written`: its own, or the next of `counter`.
    fn next_number(&mut self, written: &content::WrittenProvision, counter: &mut Counter) -> Vec<u32> {
        if let Some(given) = &written.number {
            // Counting goes on from there, as a reader of the source would.
            counter.0.clone_from(&given.parts);
            return given.parts.clone();
        }
        let branch = written.branch.as_ref().map_or(0, |b| b.value);
        if let Some(number) = usize::try_from(branch).ok().and_then(|branch| counter.next(branch)) {
            return number.to_vec();
        }
        let place = written.branch.as_ref().map_or(&written.place, |b| &b.place);
        self.findings.push(Diagnostic::new(Code::J0308).at(place));
        // Reported, and numbered as if it were no branch, so that what follows has numbers.
        counter.next(0).map(<[u32]>::to_vec).unwrap_or_default()
    }

    /// The last number that `written` stands for, where it stands for several from `first` on.
    fn last(&mut self, written: &content::WrittenProvision, first: &[u32]) -> Option<Vec<u32>> {
        let last = written.to.as_ref()?;
        // From 第二条の三 to 第五条 cannot be counted: nobody can tell which branches lie between.
        if last.parts.as_slice() > first && last.parts.len() == first.len() {
            return Some(last.parts.clone());
        }
        self.findings.push(Diagnostic::new(Code::J0345).at(&last.place));
        None
    }

    /// Returns the counter of the provisions of `kind`.
    fn counter<'c>(&'c mut self, kind: Kind, counters: &'c mut BTreeMap<Kind, Counter>) -> Option<&'c mut Counter> {
        if kind == Kind::Article { Some(&mut self.articles) } else { counters.get_mut(&kind) }
    }

    /// The level that `named` means, or `default`.
    fn chosen(&mut self, named: Option<&Text>, default: Depth) -> Depth {
        let Some(named) = named else { return default };
        if named.value == "none" {
            return Depth::Unnumbered;
        }
        let found = self.styles.levels.iter().position(|level| level.kind.word() == named.value);
        if let Some(index) = found {
            return Depth::Level(index);
        }
        let known = self.styles.levels.iter().map(|level| level.kind.word()).chain(["none"]);
        self.findings.push(unknown_name(Code::J0307, &named.value, &named.place, known));
        default
    }
}

/// A table has the columns that the templates draw: caption and text, or number, caption and text.
pub(super) fn check_columns(columns: &[Bilingual], findings: &mut Diagnostics) {
    if !matches!(columns.len(), 0 | 2 | 3) {
        findings.extend(columns.first().map(|column| Diagnostic::new(Code::J0315).at(&column.place)));
    }
}

/// The label of a form or table: its number in the style of its set; `None` where either is missing.
pub(super) fn number_label(style: Option<&WrittenStyle>, number: Option<&content::Located<u32>>) -> Option<Pair> {
    style.zip(number).map(|(style, number)| label_pair(&style.ja, &style.en, &[number.value], &Pair::default()))
}

/// A number in the styles of both languages; `parent` is the citation of the provision above.
pub(super) fn label_pair(ja: &Template, en: &Template, number: &[u32], parent: &Pair) -> Pair {
    Pair { ja: ja.write(number, &parent.ja, true), en: en.write(number, &parent.en, false) }
}

/// The label and the citation of the provisions from the first to the last of `ends`, whose `numbers` are given. What
/// stands `above` them is cited once: 第五条第一号から第四号まで.
fn range_pairs(ends: [(Pair, Pair); 2], numbers: [&[u32]; 2], above: &Pair) -> (Pair, Pair) {
    let follow = follows(numbers[0], numbers[1]);
    let several = |one: &Pair, other: &Pair| Pair {
        ja: of_several(&one.ja, &other.ja, follow, true),
        en: of_several(&one.en, &other.en, follow, false),
    };
    let [(label, cite), (last_label, last_cite)] = ends;
    let bare = |text: &str, above: &str| {
        text.strip_prefix(above).map_or(text, |rest| rest.trim_start_matches([',', ' '])).to_owned()
    };
    let last_cite = Pair { ja: bare(&last_cite.ja, &above.ja), en: bare(&last_cite.en, &above.en) };
    (several(&label, &last_label), several(&cite, &last_cite))
}

fn number_citation(level: &WrittenLevel, number: &[u32], label: &Pair, above: &NumberAbove) -> Pair {
    if !level.ja.is_numbered() {
        return above.cite.clone();
    }
    let (own, names_parent) = match &level.cite {
        Some(style) => (label_pair(&style.ja, &style.en, number, &above.cite), style.ja.names_parent()),
        None => (default_cite(level, number, label), level.ja.names_parent()),
    };
    // Articles count through the document, and parts are its outermost; a chapter counts within its part.
    let stands_alone = names_parent || matches!(level.kind, Kind::Part | Kind::Article | Kind::Note);
    if stands_alone { own } else { after(&above.cite, &own) }
}

/// Returns the words at the head of `written` and its citation, where its author gives them.
fn own_label(written: &content::WrittenProvision, above: &NumberAbove) -> Option<(Pair, Pair)> {
    let label = pair(written.label.as_ref()?);
    let cite = after(&above.cite, &label);
    Some((label, cite))
}

/// The citation `own` below what `above` cites.
fn after(above: &Pair, own: &Pair) -> Pair {
    // English writes Article 5, item (i), but Article 5(1)(a).
    let comma = if own.en.starts_with(char::is_alphabetic) && !above.en.is_empty() { ", " } else { "" };
    Pair { ja: format!("{}{}", above.ja, own.ja), en: format!("{}{comma}{}", above.en, own.en) }
}

/// Items are cited with their counter word, which their head does not print: 第五条第一号, item (i).
fn default_cite(level: &WrittenLevel, number: &[u32], label: &Pair) -> Pair {
    match level.ja.numeral() {
        Some(numeral) if level.kind == Kind::Item => {
            Pair { ja: Template::counter(numeral, "号").write(number, "", true), en: format!("item {}", label.en) }
        }
        _ => label.clone(),
    }
}
