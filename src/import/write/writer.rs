//! Provisions as authors write them: texts with links, levels, words.

use std::collections::BTreeMap;
use std::ops::Range;

use super::escape::escape_markdown;
use super::levels::{self, Levels, PlannedLevel};
use super::plan::{Planned, PlannedDivision};
use super::references::{Here, Linked, Targets};
use crate::base::diagnostics::Place;
use crate::base::notation::dates::DateStyle;
use crate::base::notation::numerals::Template;
use crate::content::{self, Bilingual, Kind, Located};
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::OutlineTable;
use crate::import::outline::tree::Outline;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::style::{NumberStyle, NumberUnit};

/// The articles of a division in their order.
#[derive(Debug, Default)]
pub(in crate::import) struct ArticleOrder {
    anchors: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl ArticleOrder {
    fn of(anchors: Vec<String>) -> Self {
        // Looked up by a map, since every article asks for its neighbours.
        let places = anchors.iter().enumerate().map(|(at, anchor)| (anchor.clone(), at)).collect();
        Self { anchors, places }
    }

    /// The articles before and after the one at `anchor`.
    fn beside(&self, anchor: &str) -> (Option<String>, Option<String>) {
        let Some(at) = self.places.get(anchor).copied() else { return (None, None) };
        let before = at.checked_sub(1).and_then(|at| self.anchors.get(at));
        (before.cloned(), self.anchors.get(at + 1).cloned())
    }
}

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
}

impl ContentWriter<'_> {
    pub(super) fn list(&mut self, list: &[Planned<'_>], division: usize) -> Vec<content::WrittenProvision> {
        let articles = self.articles(division);
        let here = Here { division, ..Here::default() };
        list.iter().map(|one| self.provision(one, &here, &articles)).collect()
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
            (here.before, here.next) = articles.beside(&one.anchor);
            here.article = Some(one.anchor.clone());
            // 前項 in the first paragraph of an article has nothing before it.
            here.paragraph = None;
        }
        let words = one.node.label.as_ref().map(|label| &label.words);
        // One doubt a number: what is out of order says already that its letters are kept.
        let odd = one.odd.or(one.label.is_some().then_some(DoubtKind::Label));
        self.doubts.extend(words.zip(odd).map(|(words, kind)| Doubt {
            line: words.line(),
            kind,
            words: words.text.clone(),
        }));
        let text: Vec<String> = one.node.text.iter().map(|words| self.linked(words, &here)).collect();
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
        let items = one.items.iter().map(|item| self.provision(item, here, articles)).collect();
        let mut before = here.article.clone().filter(|_| is_planned_article(one));
        let mut paragraphs = Vec::new();
        for paragraph in &one.paragraphs {
            let here = Here { paragraph: before.clone(), ..here.clone() };
            paragraphs.push(self.provision(paragraph, &here, articles));
            // Behind a paragraph without a number it is not certain which one 前項 means.
            before = before.filter(|_| paragraph.node.counted).map(|_| paragraph.anchor.clone());
        }
        [items, paragraphs]
    }

    pub(in crate::import) fn linked(&mut self, words: &SourceWords, here: &Here) -> String {
        let mut linked = Linked::default();
        let strong = self.strong_of(words);
        let mut at = 0;
        // Links of the file come first: what they lead to is certain, and a reference within one would be a link in a
        // link.
        for (span, address) in self.links_of(words) {
            self.part(&words.text, at..span.start, &strong, here, &mut linked);
            linked.markdown.push_str(&format!("[{}]({address})", escape_markdown(&words.text[span.clone()])));
            at = span.end;
        }
        self.part(&words.text, at..words.text.len(), &strong, here, &mut linked);
        self.links += linked.markdown.matches("](").count();
        let doubts = linked.unsure.into_iter().map(|reference| Doubt {
            line: words.line(),
            kind: DoubtKind::Reference,
            words: reference,
        });
        self.doubts.extend(doubts);
        linked.markdown
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
            linked.add(self.targets.link(&text[at..span.start], here), &text[at..span.start]);
            let mut inner = self.targets.link(&text[span.clone()], here);
            inner.markdown = format!("**{}**", inner.markdown);
            linked.add(inner, &text[span.clone()]);
            at = span.end;
        }
        linked.add(self.targets.link(&text[at..range.end], here), &text[at..range.end]);
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
