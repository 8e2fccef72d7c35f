//! Provisions as authors write them: texts with links, levels, words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::escape::escape_markdown;
use super::levels::{self, Levels, PlannedLevel};
use super::linked::{Linked, ReferencePlace, WrittenLink};
use super::neighbours::{ArticleOrder, Here, NeighbourRow};
use super::plan::{Planned, PlannedDivision};
use super::targets::{FIRST, Targets};
use crate::base::diagnostics::Place;
use crate::base::notation::dates::DateStyle;
use crate::base::notation::numerals::Template;
use crate::content::{self, Bilingual, Kind, Located};
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::OutlineTable;
use crate::import::outline::tree::Outline;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::style::{NumberStyle, NumberUnit};

/// A history as a note for reviewers.
pub(super) fn editor_note(words: &SourceWords) -> content::EditorNote {
    content::EditorNote { ja: escape_markdown(&words.text).into(), en: None, place: Place::nowhere() }
}

/// Writes one outline.
pub(in crate::import) struct ContentWriter<'a> {
    pub(super) outline: &'a Outline,
    /// The id of the document.
    pub(super) document_id: &'a str,
    pub(super) divisions: &'a [PlannedDivision<'a>],
    pub(super) targets: Targets,
    pub(super) dates: DateStyle,
    pub(super) doubts: Vec<Doubt>,
    pub(super) links: usize,
    /// The references that keep their words.
    pub(super) typed: &'a BTreeSet<ReferencePlace>,
    /// The links of the texts of provisions, by their anchors.
    pub(super) provision_links: BTreeMap<String, Vec<WrittenLink>>,
}

impl ContentWriter<'_> {
    pub(super) fn list(&mut self, list: &[Planned<'_>], division: usize) -> Vec<content::WrittenProvision> {
        let articles = self.articles(division);
        let here = Here { division, ..Here::default() };
        // １ and ２ of a supplementary provision without articles are its 項, and count as its articles.
        let bare = |one: &Planned<'_>| {
            one.node.label.as_ref().is_some_and(|label| {
                label.unit.is_none()
                    && label.style.before.is_empty()
                    && label.style.after.is_empty()
                    && !label.number.is_empty()
            })
        };
        let as_paragraphs = division > 0 && articles.is_empty() && list.iter().all(bare);
        let anchors: Rc<[String]> = list.iter().filter(|_| as_paragraphs).map(|one| one.anchor.clone()).collect();
        let mut written = Vec::with_capacity(list.len());
        for (at, one) in list.iter().enumerate() {
            let paragraphs = NeighbourRow::of(&anchors, Some(at).filter(|_| as_paragraphs)).with_words();
            written.push(self.provision(one, &Here { paragraphs, ..here.clone() }, &articles));
        }
        written
    }

    /// The anchors of the articles of a division, in their order.
    fn articles(&self, division: usize) -> ArticleOrder {
        let mut anchors = Vec::new();
        for one in self.divisions.get(division).map_or(&[][..], |division| &division.list) {
            one.walk(&mut |one: &Planned<'_>| {
                if is_planned_article(one) {
                    anchors.push(one.anchor.clone());
                }
            });
        }
        ArticleOrder::of(anchors)
    }

    pub(in crate::import) fn provision(
        &mut self,
        one: &Planned<'_>,
        here: &Here,
        articles: &ArticleOrder,
    ) -> content::WrittenProvision {
        let mut here = here.clone();
        if is_planned_article(one) {
            here.articles = articles.around(&one.anchor);
            here.paragraphs = row_of_first(one);
            here.items = NeighbourRow::default();
        }
        let words = one.node.label.as_ref().map(|label| &label.words);
        // One doubt a number: what is out of order says already that its letters are kept.
        let odd = one.odd.or(one.label.is_some().then_some(DoubtKind::Label));
        self.doubts.extend(words.zip(odd).map(|(words, kind)| Doubt {
            line: words.line(),
            kind,
            words: words.text.clone(),
        }));
        let text = self.texts(one, &here);
        let [items, paragraphs] = self.below(one, &here, articles);
        content::WrittenProvision {
            level: one.level.map(Into::into),
            branch: one.branch.and_then(|branch| u32::try_from(branch).ok()).map(Located::from),
            number: one.number.clone().map(content::Number::new),
            to: one.to.clone().map(content::Number::new),
            editor_notes: one.node.histories.iter().map(editor_note).collect(),
            label: one.label.as_deref().map(Bilingual::japanese),
            numbered: one.hides_number.then_some(false),
            caption: optional_words(&one.node.caption),
            ja: (!text.is_empty()).then(|| text.join("\n\n").into()),
            table: one.node.table.as_ref().map(|table| Box::new(self.table_of_cells(table, &here))),
            columns: one.node.columns.iter().map(japanese_words).collect(),
            item_level: one.item_level.map(Into::into),
            items,
            paragraphs,
            ..content::WrittenProvision::new(one.id.as_str())
        }
    }

    fn table_of_cells(&mut self, table: &OutlineTable, here: &Here) -> content::WrittenCellTable {
        let here = &Here { typed: true, ..here.clone() };
        let mut rows: Vec<Vec<content::WrittenCell>> = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let mut cells = Vec::with_capacity(row.len());
            for cell in row {
                let text: Vec<String> = cell.text.iter().map(|words| self.linked(words, here)).collect();
                let spans = |count: usize| u32::try_from(count).ok().filter(|count| *count > 1).map(Located::from);
                let ja = (!text.is_empty()).then(|| text.join("\n\n").into());
                cells.push(content::WrittenCell {
                    span: spans(cell.across),
                    rows: spans(cell.down),
                    ..content::WrittenCell::new(ja)
                });
            }
            rows.push(cells);
        }
        // At least one row stays below the heads: `place_cells` sees to it.
        let below = rows.split_off(table.head.min(rows.len()));
        content::WrittenCellTable::new(rows, below)
    }

    /// The items and the paragraphs below a provision.
    fn below(
        &mut self,
        one: &Planned<'_>,
        here: &Here,
        articles: &ArticleOrder,
    ) -> [Vec<content::WrittenProvision>; 2] {
        let items = self.items(one, here, articles);
        let row = if is_planned_article(one) { paragraphs_of(one) } else { Rc::from([]) };
        let mut paragraphs = Vec::with_capacity(one.paragraphs.len());
        for (at, paragraph) in one.paragraphs.iter().enumerate() {
            // Behind a paragraph without a number it is not certain which one 前項 means.
            let place = Some(at + 1).filter(|at| *at < row.len());
            let here =
                Here { paragraphs: NeighbourRow::of(&row, place), items: NeighbourRow::default(), ..here.clone() };
            paragraphs.push(self.provision(paragraph, &here, articles));
        }
        [items, paragraphs]
    }

    /// The items below a provision. Those of an article or a paragraph are its 号, and what stands below them is of them.
    fn items(&mut self, one: &Planned<'_>, here: &Here, articles: &ArticleOrder) -> Vec<content::WrittenProvision> {
        let numbered = |item: &Planned<'_>| {
            item.node.label.as_ref().is_some_and(|label| label.unit.is_none() && !label.number.is_empty())
        };
        let holds = is_planned_article(one) || here.paragraphs.own() == Some(&one.anchor);
        let anchors: Option<Rc<[String]>> = (holds && one.items.iter().all(numbered))
            .then(|| one.items.iter().map(|item| item.anchor.clone()).collect());
        let mut items = Vec::with_capacity(one.items.len());
        for (at, item) in one.items.iter().enumerate() {
            let row = match &anchors {
                Some(anchors) => NeighbourRow::of(anchors, Some(at)),
                None => here.items.clone(),
            };
            items.push(self.provision(item, &Here { items: row, ..here.clone() }, articles));
        }
        items
    }

    /// The texts of a provision with their links, which are noted.
    fn texts(&mut self, one: &Planned<'_>, here: &Here) -> Vec<String> {
        let (mut texts, mut links) = (Vec::new(), Vec::new());
        for words in &one.node.text {
            let linked = self.linked_words(words, here);
            texts.push(linked.markdown);
            links.extend(linked.links);
        }
        if !here.typed && links.iter().any(|link| link.computed) {
            self.provision_links.insert(one.anchor.clone(), links);
        }
        texts
    }

    pub(in crate::import) fn linked(&mut self, words: &SourceWords, here: &Here) -> String {
        self.linked_words(words, here).markdown
    }

    fn linked_words(&mut self, words: &SourceWords, here: &Here) -> Linked {
        let mut linked = Linked::of(words, self.typed);
        let strong = self.strong_of(words);
        let mut at = 0;
        // Links of the file come first: what they lead to is certain, and a reference within one would be a link in a
        // link.
        for (span, address) in self.links_of(words) {
            self.part(&words.text, at..span.start, &strong, here, &mut linked);
            linked.add_link(&words.text[span.clone()], &address);
            at = span.end;
        }
        self.part(&words.text, at..words.text.len(), &strong, here, &mut linked);
        self.links += linked.links.len();
        let doubts = linked.unsure.drain(..).map(|reference| Doubt {
            line: words.line(),
            kind: DoubtKind::Reference,
            words: reference,
        });
        self.doubts.extend(doubts);
        linked
    }
}

impl ContentWriter<'_> {
    /// Adds a part of `text` with its references, in bold letters where the file has it so.
    fn part(&self, text: &str, range: Range<usize>, strong: &[Range<usize>], here: &Here, linked: &mut Linked) {
        let mut at = range.start;
        for span in strong {
            let span = span.start.max(at)..span.end.min(range.end);
            let Some(span) = text.get(span.clone()).and_then(|words| fit_for_strong(words, span.start)) else {
                continue;
            };
            self.targets.link(text, at..span.start, here, linked);
            linked.markdown.push_str("**");
            self.targets.link(text, span.clone(), here, linked);
            linked.markdown.push_str("**");
            at = span.end;
        }
        self.targets.link(text, at..range.end, here, linked);
    }

    /// The bold stretches of `words`; none where nothing else stands in them.
    fn strong_of(&self, words: &SourceWords) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for piece in &words.pieces {
            let own = piece.at..piece.at + piece.span.len();
            for span in self.outline.strong.get(&piece.line).into_iter().flatten() {
                let (from, to) = (span.start.max(own.start), span.end.min(own.end));
                if from < to {
                    let begin = piece.span.start + from - own.start;
                    found.push(begin..begin + (to - from));
                }
            }
        }
        found
    }

    /// The links of the file in `words`: their places, and where they lead.
    fn links_of(&self, words: &SourceWords) -> Vec<(Range<usize>, String)> {
        let mut found: Vec<(Range<usize>, String)> = Vec::new();
        for piece in &words.pieces {
            let own = piece.at..piece.at + piece.span.len();
            for link in self.outline.links.get(&piece.line).into_iter().flatten() {
                let (from, to) = (link.span.start.max(own.start), link.span.end.min(own.end));
                let begin = piece.span.start + from.saturating_sub(own.start);
                let span = begin..piece.span.start + to.saturating_sub(own.start);
                let end = found.last().map_or(0, |(span, _)| span.end);
                let shown = words.text.get(span.clone()).is_some_and(|text| !text.trim().is_empty());
                // A link that was broken over two lines has a piece in each; pieces that overlap or show nothing are
                // none.
                if from < to && span.start >= end && shown {
                    found.push((span, link.address.clone()));
                }
            }
        }
        found
    }
}

/// The place of bold `words`, which begin at `start`, without the signs at their ends: beside those the marks of Markdown
/// would be letters (`**「鍵」**の`).
fn fit_for_strong(words: &str, start: usize) -> Option<Range<usize>> {
    let begin = words.find(char::is_alphanumeric)?;
    let (end, last) = words.char_indices().rfind(|(_, letter)| letter.is_alphanumeric())?;
    Some(start + begin..start + end + last.len_utf8())
}

/// The paragraphs of an article, as far as they are counted.
fn paragraphs_of(article: &Planned<'_>) -> Rc<[String]> {
    let first = (!article.paragraphs.is_empty()).then(|| format!("{}{FIRST}", article.anchor));
    let counted = article.paragraphs.iter().take_while(|one| one.node.counted).map(|one| one.anchor.clone());
    first.into_iter().chain(counted).collect()
}

/// The paragraphs of an article as seen from its own text, which is the first.
fn row_of_first(article: &Planned<'_>) -> NeighbourRow {
    NeighbourRow::of(&paragraphs_of(article), Some(0))
}

fn is_planned_article(one: &Planned<'_>) -> bool {
    one.node.label.as_ref().is_some_and(|label| label.unit == Some(NumberUnit::Article))
}

/// Words in Japanese.
pub(in crate::import) fn japanese_words(words: &SourceWords) -> Bilingual {
    Bilingual::japanese(words.text.as_str())
}

/// Words in Japanese, where there are any.
pub(in crate::import) fn optional_words(words: &SourceWords) -> Option<Bilingual> {
    // The corpus reads titles and captions that look like links as texts.
    let links = words.text.contains("](");
    (!words.is_empty())
        .then(|| if links { Bilingual::japanese(escape_markdown(&words.text)) } else { japanese_words(words) })
}

/// The levels as they are written, and the number of paragraphs.
pub(in crate::import) fn levels_of(levels: &Levels) -> (Vec<content::WrittenLevel>, Option<content::WrittenStyle>) {
    let style =
        |style: &NumberStyle, en: &str| content::WrittenStyle::new(Template::of(&style.template()), Template::of(en));
    let level = |level: &PlannedLevel| {
        let cited = levels::cited_style(&level.style);
        // A number that stands for articles without the word is cited as a paragraph: 附則第２項.
        // The numbers of tests/cases/import/captions-above-numbers.txt are cited so.
        let numeral = level.style.numeral.filter(|_| level.kind == Kind::Article && level.style.before.is_empty());
        let paragraph = numeral.map(|numeral| {
            let ja = NumberStyle::plain("第", numeral, "項");
            style(&ja, "paragraph ({n})")
        });
        // An item is cited with its counter word unless something else is said.
        let cites = level.repeated && (cited != level.style || level.kind == Kind::Item);
        let en = if level.style.joint.is_some() { "{parent}-{n}" } else { "{n}" };
        content::WrittenLevel {
            kind: level.kind,
            ja: Template::of(&level.style.template()),
            en: Template::of(&levels::english(level)),
            cite: paragraph.or_else(|| cites.then(|| style(&cited, en))),
            place: Place::nowhere(),
        }
    };
    (levels.list.iter().map(level).collect(), levels.paragraph.as_ref().map(|paragraph| style(paragraph, "({n})")))
}
