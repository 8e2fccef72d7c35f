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

/// The numbers of one style as they were met: a level heads sections where any of its numbers has a caption.
struct Seen<'a> {
    key: Key,
    label: &'a Label,
    titled: bool,
    depth: usize,
    /// Whether captions stand in brackets above its numbers.
    bracketed: bool,
    /// The list of its last number, and that number.
    last: (usize, u32),
    /// The way in which its numbers stand in one list after the other.
    lists: Lists,
}

/// The ways in which numbers of one style stand in several lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// They stand in one.
    One,
    /// Each list goes on where the one before ended.
    RunOn,
    /// A list begins anew.
    Anew,
}

impl Levels {
    /// The levels that `nodes` need.
    pub(in crate::import) fn of(nodes: &[OutlineNode]) -> Self {
        let mut gathering = Gathering { seen: Vec::new(), paragraph: None, list: 0 };
        gathering.take_list(nodes, 0, false);
        let Gathering { mut seen, paragraph, .. } = gathering;
        let mut levels = Self { paragraph, ..Self::default() };
        // Units by their rank, which a text may skip (articles above and below sections); what names no unit by the
        // depth at which it was met first.
        seen.sort_by_key(|one| (one.label.unit.is_none(), one.label.unit, one.depth));
        // １－１ is printed from the number above it, which must then be cited without its full stop
        // (tests/cases/import/folded-tables.txt).
        let repeats = seen.iter().any(|one| one.label.style.joint.is_some());
        let units = seen.iter().any(|one| one.label.unit.is_some());
        let articles = seen.iter().any(|one| one.label.unit == Some(NumberUnit::Article));
        let mut taken = BTreeSet::new();
        for one in &seen {
            let mut wishes = wishes(one.label, one.titled, units);
            // What counts through chapters, or has its captions above it in brackets, is what other texts call articles.
            // 1, 2, 3 run on through 第1章 and 第2章 in tests/cases/import/captions-above-numbers.txt.
            if !articles && one.label.unit.is_none() && (one.bracketed || one.lists == Lists::RunOn) {
                wishes.insert(0, Kind::Article);
            }
            // Where no kind is left, the numbers are said one by one.
            // A kind may stand once in a document, since it names the level.
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
    // １　登録 as a heading and １　名前 in a list are two levels of one style:
    // tests/cases/import/chapters-without-articles.md.
    let head = !node.caption.is_empty() && !node.bracketed && label.unit.is_none();
    (label.style.key(), head && label.style.numeral.is_some())
}

/// Walks the provisions in their order.
struct Gathering<'a> {
    seen: Vec<Seen<'a>>,
    /// The style of 項.
    paragraph: Option<NumberStyle>,
    /// The number of the last list.
    list: usize,
}

impl<'a> Gathering<'a> {
    fn take_list(&mut self, nodes: &'a [OutlineNode], depth: usize, paragraphs: bool) {
        self.list += 1;
        let list = self.list;
        for node in nodes {
            if let Some(label) = node.label.as_ref().filter(|_| !paragraphs) {
                self.take(label, node, depth, list);
            }
            if let Some(label) = node.label.as_ref().filter(|_| node.counted && self.paragraph.is_none()) {
                self.paragraph = Some(label.style.clone());
            }
            self.take_list(&node.items, depth + 1, false);
            self.take_list(&node.paragraphs, depth + 1, true);
        }
    }

    fn take(&mut self, label: &'a Label, node: &OutlineNode, depth: usize, list: usize) {
        let key = key(label, node);
        let bracketed = node.bracketed && label.unit.is_none();
        let first = label.number.first().copied().unwrap_or(0);
        let end = label.to.first().copied().unwrap_or(first);
        let Some(seen) = self.seen.iter_mut().find(|one| one.key == key) else {
            let lists = if first == 1 { Lists::One } else { Lists::Anew };
            self.seen.push(Seen { titled: key.1, key, label, depth, bracketed, last: (list, end), lists });
            return;
        };
        seen.bracketed |= bracketed;
        if seen.last.0 != list {
            // One list that begins anew settles it for all.
            let follows = first > 1 && first == seen.last.1.saturating_add(1);
            seen.lists = if follows && seen.lists != Lists::Anew { Lists::RunOn } else { Lists::Anew };
        }
        seen.last = (list, end);
    }
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
        // Only units in the form of Japanese drafting get the English word; １． that counts as an article is printed
        // 1. as it is here.
        Kind::Article if level.style.before == "第" => "Article {n}",
        Kind::Part if level.style.before == "第" => "Part {n}",
        Kind::Chapter if level.style.before == "第" && !level.style.after.is_empty() => "Chapter {n}",
        Kind::Section if level.style.before == "第" => "Section {n}",
        Kind::Subsection if level.style.before == "第" => "Subsection {n}",
        Kind::Division if level.style.before == "第" => "Division {n}",
        Kind::Article
        | Kind::Part
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
        Some(Numeral::Katakana | Numeral::Iroha | Numeral::Alpha | Numeral::Hiragana | Numeral::HiraganaIroha) => {
            "({alpha})".to_owned()
        }
        Some(Numeral::UpperRoman) => "{ROMAN}.".to_owned(),
        Some(Numeral::UpperAlpha | Numeral::Stem) => "{ALPHA}.".to_owned(),
        Some(Numeral::Circled | Numeral::Negative | Numeral::Roman) => "({roman})".to_owned(),
        Some(Numeral::Kanji) if !bracketed => "({roman})".to_owned(),
        Some(_) if bracketed => "({n})".to_owned(),
        Some(_) => "{n}.".to_owned(),
    }
}

/// The English template beside the Japanese `style` of a level of `kind`.
pub(crate) fn english_label(kind: Kind, style: &NumberStyle) -> String {
    english(&PlannedLevel { kind, style: style.clone(), repeated: false })
}

/// Returns the style in which a repeated number is cited: without what follows it.
pub(in crate::import) fn cited_style(style: &NumberStyle) -> NumberStyle {
    NumberStyle { before: String::new(), after: String::new(), ..style.clone() }
}
