//! The levels of a division, from the styles of its numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::notation::numerals::Numeral;
use crate::content::Kind;
use crate::import::outline::node::{Label, OutlineNode};
use crate::import::shapes::style::{NumberStyle, NumberUnit};

/// A level: the numbers of one style, which bear one kind.
#[derive(Debug, Clone)]
pub(in crate::import) struct PlannedLevel {
    pub(in crate::import) kind: Kind,
    pub(in crate::import) style: NumberStyle,
    /// Whether a number below repeats the numbers of this level, so that they are cited without what follows them.
    pub(in crate::import) repeated: bool,
}

/// The key of a level: the style, and whether its numbers head sections.
type Key = (String, bool);

/// The levels of a division, outermost first, and which level the numbers of a style are of.
#[derive(Debug, Default)]
pub(in crate::import) struct Levels {
    pub(in crate::import) list: Vec<PlannedLevel>,
    found: BTreeMap<Key, usize>,
    /// The style of 項.
    pub(in crate::import) paragraph: Option<NumberStyle>,
}

/// A level as it was seen: it heads sections where any of its numbers has a caption.
struct Seen<'a> {
    key: Key,
    label: &'a Label,
    titled: bool,
    depth: usize,
}

impl Levels {
    /// The levels that `nodes` need.
    pub(in crate::import) fn of(nodes: &[OutlineNode]) -> Self {
        let mut seen: Vec<Seen<'_>> = Vec::new();
        let mut levels = Self::default();
        for node in nodes {
            gather_levels(node, 0, false, &mut seen, &mut levels.paragraph);
        }
        // Units have a rank by law; the others follow in the order of their depth.
        seen.sort_by_key(|one| (one.label.unit.is_none(), one.label.unit, one.depth));
        let repeats = seen.iter().any(|one| one.label.style.joint.is_some());
        let articles = seen.iter().any(|one| one.label.unit.is_some());
        let mut taken = BTreeSet::new();
        for one in &seen {
            let wishes = wishes(one.label, one.titled, articles);
            // Where no kind is left, the numbers are said one by one.
            let Some(kind) = wishes.into_iter().find(|kind| taken.insert(kind.word())) else { continue };
            levels.found.insert(one.key.clone(), levels.list.len());
            let style = one.label.style.clone();
            let repeated = repeats && one.label.unit.is_none() && style.numeral.is_some();
            levels.list.push(PlannedLevel { kind, style, repeated });
        }
        levels
    }

    /// The place of the level of `node`.
    pub(in crate::import) fn place(&self, node: &OutlineNode) -> Option<usize> {
        let label = node.label.as_ref()?;
        self.found.get(&key(label, node)).copied()
    }
}

fn key(label: &Label, node: &OutlineNode) -> Key {
    let head = !node.caption.is_empty() && label.unit.is_none();
    (label.style.key(), head && label.style.numeral.is_some())
}

fn gather_levels<'a>(
    node: &'a OutlineNode,
    depth: usize,
    paragraph: bool,
    seen: &mut Vec<Seen<'a>>,
    style: &mut Option<NumberStyle>,
) {
    if let Some(label) = node.label.as_ref().filter(|_| !paragraph) {
        let key = key(label, node);
        if !seen.iter().any(|one| one.key == key) {
            seen.push(Seen { titled: key.1, key, label, depth });
        }
    }
    if let Some(label) = node.label.as_ref().filter(|_| node.counted && style.is_none()) {
        *style = Some(label.style.clone());
    }
    node.items.iter().for_each(|item| gather_levels(item, depth + 1, false, seen, style));
    node.paragraphs.iter().for_each(|one| gather_levels(one, depth + 1, true, seen, style));
}

/// The kinds that a level could bear, the best first.
fn wishes(label: &Label, titled: bool, articles: bool) -> Vec<Kind> {
    use Kind::{
        Article, Bullet, Chapter, Division, Item, Note, Paragraph, Part, Point, Section, Subbullet, Subitem, Subsection,
    };
    if let Some(unit) = label.unit {
        return vec![match unit {
            NumberUnit::Part => Part,
            NumberUnit::Chapter => Chapter,
            NumberUnit::Section => Section,
            NumberUnit::Subsection => Subsection,
            NumberUnit::Division => Division,
            NumberUnit::Article => Article,
        }];
    }
    let sign = label.style.before.contains(['※', '＊', '*']);
    let own = match (label.style.numeral.is_some(), sign, titled) {
        (false, true, _) => vec![Note, Bullet, Subbullet],
        (false, false, _) => vec![Bullet, Subbullet],
        (true, true, _) => vec![Note],
        (true, false, true) if !articles => vec![Chapter, Section, Subsection, Division],
        (true, false, true) => vec![Point, Subsection, Division],
        (true, false, false) => vec![Item, Subitem, Point],
    };
    let rest = [Item, Subitem, Point, Paragraph, Bullet, Subbullet, Division, Subsection, Section, Chapter];
    own.into_iter().chain(rest).collect()
}

/// The template of a level for the English page.
pub(in crate::import) fn english(level: &PlannedLevel) -> String {
    let named = match level.kind {
        Kind::Article => "Article {n}",
        Kind::Part if level.style.before == "第" => "Part {n}",
        Kind::Chapter if level.style.before == "第" => "Chapter {n}",
        Kind::Section if level.style.before == "第" => "Section {n}",
        Kind::Subsection if level.style.before == "第" => "Subsection {n}",
        Kind::Division if level.style.before == "第" => "Division {n}",
        Kind::Part
        | Kind::Chapter
        | Kind::Section
        | Kind::Subsection
        | Kind::Division
        | Kind::Paragraph
        | Kind::Item
        | Kind::Subitem
        | Kind::Point
        | Kind::Bullet
        | Kind::Subbullet
        | Kind::Note => "",
    };
    if !named.is_empty() {
        return named.to_owned();
    }
    if level.style.joint.is_some() {
        return "{parent}-{n}".to_owned();
    }
    let bracketed = level.style.before.contains(['（', '(', '〔', '［', '[']);
    match level.style.numeral {
        None if level.style.before.contains(['※', '＊', '*']) => "*".to_owned(),
        None => "•".to_owned(),
        Some(_) if level.style.before.contains(['※', '＊', '*']) => "(Note {n})".to_owned(),
        Some(Numeral::Katakana | Numeral::Iroha | Numeral::Alpha) => "({alpha})".to_owned(),
        Some(Numeral::Circled | Numeral::Roman) => "({roman})".to_owned(),
        Some(Numeral::Kanji) if !bracketed => "({roman})".to_owned(),
        Some(_) if bracketed => "({n})".to_owned(),
        Some(_) => "{n}.".to_owned(),
    }
}

/// Returns the style in which a repeated number is cited: without what follows it.
pub(in crate::import) fn cited_style(style: &NumberStyle) -> NumberStyle {
    NumberStyle { before: String::new(), after: String::new(), ..style.clone() }
}
