//! Whether the structure as a whole is likely: where articles stand that should stand elsewhere, and where another document
//! seems to begin. One doubt a structure, not one a line.

use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::{Label, OutlineNode};
use crate::import::outline::tree::{Outline, OutlineDivision};
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::style::NumberUnit;
use crate::import::shapes::title_words;

/// Returns the doubts about the divisions of `outline`.
#[must_use]
pub(in crate::import) fn structure_doubts(outline: &Outline) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = outline.divisions.iter().filter_map(articles_inside).collect();
    doubts.extend(body_elsewhere(outline));
    doubts.extend(outline.divisions.iter().filter(|division| division.begins.is_none()).filter_map(second_document));
    doubts.extend(outline.divisions.iter().filter_map(titled_again));
    doubts.extend(outline.divisions.iter().filter(|division| division.form.is_none()).filter_map(minutes));
    doubts
}

fn article_labels(division: &OutlineDivision) -> Vec<&Label> {
    let mut found = Vec::new();
    for node in &division.nodes {
        node.walk(0, &mut |node: &OutlineNode, _| {
            found.extend(node.label.as_ref().filter(|label| label.unit == Some(NumberUnit::Article)));
        });
    }
    found
}

/// Articles that hang below a form or an appendix and do not begin with 1 there: 第２条 to 第９条 below 別紙様式２.
fn articles_inside(division: &OutlineDivision) -> Option<Doubt> {
    // In older rules 附則 goes on counting the articles of the body.
    if matches!(division.begins, None | Some(Begins::Supplementary)) {
        return None;
    }
    let found = article_labels(division);
    let (first, last) = (found.first()?, found.last()?);
    let label = if division.label.is_empty() { &division.title } else { &division.label };
    let words = format!("{}〜{}（{}）", first.words.text, last.words.text, label.text);
    (first.number.first() != Some(&1)).then(|| Doubt {
        line: first.words.line(),
        kind: DoubtKind::ArticlesInside,
        words,
    })
}

/// A body with next to nothing, and chapters in a supplementary provision.
fn body_elsewhere(outline: &Outline) -> Option<Doubt> {
    let count = |division: &OutlineDivision| {
        let mut count = 0usize;
        division.nodes.iter().for_each(|node| node.walk(0, &mut |_, _| count += 1));
        count
    };
    let body: usize = outline.divisions.iter().filter(|division| division.begins.is_none()).map(count).sum();
    let chapter = |node: &OutlineNode| {
        node.label.as_ref().is_some_and(|label| label.unit.is_some_and(|unit| unit != NumberUnit::Article))
    };
    let inside = outline.divisions.iter().find(|division| {
        // A head 附則 that was recognised too early, as a line of a table of contents, takes the whole text along.
        division.begins == Some(Begins::Supplementary) && division.nodes.iter().any(chapter) && count(division) > body
    })?;
    Some(Doubt::new(inside.label.line(), DoubtKind::BodyElsewhere, &inside.label.text))
}

/// A title that stands alone before a first article, behind other provisions: 会費に関する細則 below the 附則 of a rule.
fn titled_again(division: &OutlineDivision) -> Option<Doubt> {
    let first = |node: &OutlineNode| {
        let label = node.label.as_ref();
        label.is_some_and(|label| label.unit == Some(NumberUnit::Article) && label.number == [1])
    };
    let behind = division.begins.is_some() || division.nodes.first().is_some_and(|node| node.label.is_some());
    let mut pairs = division.nodes.windows(2).filter(|pair| behind && first(&pair[1]));
    let words = pairs.find_map(|pair| lone_title(innermost_last(&pair[0])))?;
    Some(Doubt::new(words.line(), DoubtKind::SecondDocument, &words.text))
}

/// The provision that stands last below `node`: the title of a rule may hang below the last item of minutes.
fn innermost_last(node: &OutlineNode) -> &OutlineNode {
    let mut last = node;
    while let Some(below) = last.paragraphs.last().or(last.items.last()) {
        last = below;
    }
    last
}

/// The words of a title that stands alone: they are a provision, or the last text of one.
fn lone_title(node: &OutlineNode) -> Option<&SourceWords> {
    let words = node.text.last().unwrap_or(&node.caption);
    let alone = node.label.is_none() || node.text.len() > 1;
    (alone && title_words::is_title_text(&words.text)).then_some(words)
}

/// The head of minutes or of an agenda within a text: half of the file is no rule.
fn minutes(division: &OutlineDivision) -> Option<Doubt> {
    const ENDS: [&str; 6] = ["議事録", "会議録", "議事要旨", "議事概要", "会議次第", "議事次第"];
    let mut found = None;
    for node in &division.nodes {
        node.walk(0, &mut |node: &OutlineNode, _| {
            let head = |words: &&SourceWords| {
                let text = words.text.replace(char::is_whitespace, "");
                title_words::is_short(&text) && ENDS.iter().any(|end| text.ends_with(end))
            };
            if found.is_none() {
                found = std::iter::once(&node.caption).chain(&node.text).find(head);
            }
        });
    }
    found.map(|words| Doubt::new(words.line(), DoubtKind::SecondDocument, &words.text))
}

/// A first article behind later ones.
fn second_document(division: &OutlineDivision) -> Option<Doubt> {
    let found = article_labels(division);
    let again = found
        .windows(2)
        // Behind 第２条 a 第１条 is rather a mistake in counting than another document.
        .find(|pair| pair[1].number == [1] && pair[0].number.first().is_some_and(|number| *number > 2))?;
    Some(Doubt::new(again[1].words.line(), DoubtKind::SecondDocument, &again[1].words.text))
}
