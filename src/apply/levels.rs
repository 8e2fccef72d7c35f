//! The levels of a division while provisions are put into it: which of them prints a number, and those that its file lacks.

use super::paths::division_path;
use crate::base::notation::numbers::numbers;
use crate::base::notation::numerals::{Numeral, Template};
use crate::compare::amend::carry::{CarriedNode, plain_address};
use crate::content::{EditPath, Kind, YamlEditor};
use crate::corpus::Role;
use crate::import::english_label;
use crate::import::shapes::marks::{ListMark, find_mark};
use crate::import::shapes::style::{NumberStyle, NumberUnit};

/// A level as the file says it, or as it will.
#[derive(Debug, Clone)]
struct FileLevel {
    kind: Kind,
    ja: Template,
}

/// The level that a new provision takes.
#[derive(Debug)]
pub(super) struct TakenLevel {
    /// The place of its level in the list.
    pub(super) place: usize,
    /// The word by which the provision names it, where its depth says another.
    pub(super) named: Option<&'static str>,
    /// The level in YAML, where the division has none that prints the number.
    pub(super) added: Option<String>,
}

/// The levels of a division, outermost first.
#[derive(Debug, Default)]
pub(super) struct DivisionLevels {
    /// The mapping of the file that lists them: that of the division, or the document where it takes over those.
    pub(super) home: EditPath,
    /// Whether the mapping of the file says how second paragraphs are numbered.
    pub(super) numbers_paragraphs: bool,
    list: Vec<FileLevel>,
}

impl DivisionLevels {
    /// The levels of the division at `path`, of which the file may say none of its own.
    pub(super) fn of_division(editor: &YamlEditor, path: &EditPath) -> Self {
        let has_own = editor.contains(&path.clone().key("levels"));
        Self::at(editor, if has_own { path.clone() } else { EditPath::root() })
    }

    fn at(editor: &YamlEditor, home: EditPath) -> Self {
        let levels = home.clone().key("levels");
        let count = editor.count(&levels).unwrap_or(0);
        let word = |at: usize, key: &str| editor.scalar(&levels.clone().index(at).key(key)).ok().flatten();
        let level = |at: usize| {
            Some(FileLevel { kind: Kind::from_word(word(at, "kind")?)?, ja: Template::of(word(at, "ja")?) })
        };
        let list = (0..count).filter_map(level).collect();
        Self { numbers_paragraphs: editor.contains(&home.clone().key("paragraph")), home, list }
    }

    /// The levels that a new division of `role` takes over: those of another one or of the document, whichever print all
    /// numbers below `node`; none where neither does.
    pub(super) fn for_new(editor: &YamlEditor, role: Role, models: &[String], node: &CarriedNode) -> Option<Self> {
        // What bears no numbers needs none of another's.
        let models = if has_labels(node) { models } else { &[] };
        let homes = models.iter().map(|anchor| division_path(role, anchor)).chain([EditPath::root()]);
        let candidates = homes.map(|home| Self::at(editor, home)).filter(|levels| !levels.list.is_empty());
        candidates.into_iter().find(|levels| levels.print_all(node))
    }

    /// Whether the list has a level for each number below `node`.
    fn print_all(&self, node: &CarriedNode) -> bool {
        node.below.iter().all(|below| {
            let is_printed = below.label.is_empty()
                || is_second_paragraph(node, below)
                || self.list.iter().any(|level| level.prints_typed(&below.label));
            is_printed && self.print_all(below)
        })
    }

    /// The place of the level of `kind`.
    pub(super) fn place_of(&self, kind: Kind) -> Option<usize> {
        self.list.iter().position(|level| level.kind == kind)
    }

    /// Whether there are levels at all: without any, nothing is numbered.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The level of `node`, which its place below another gives the level `next`; `None` where its number cannot be
    /// printed by any.
    pub(super) fn take(&mut self, node: &CarriedNode, next: Option<usize>) -> Option<TakenLevel> {
        let label = run_start(&node.label);
        let below = next.map_or(0, |next| (next + 1).min(self.list.len()));
        let places = || next.into_iter().chain(below..self.list.len()).chain(0..below);
        let printed_by = |prints: fn(&FileLevel, &str) -> bool| {
            places().find(|place| self.list.get(*place).is_some_and(|level| prints(level, label)))
        };
        let found = printed_by(FileLevel::prints).or_else(|| printed_by(FileLevel::counts));
        if let Some(place) = found {
            let named = (next != Some(place)).then(|| self.list[place].kind.word());
            return Some(TakenLevel { place, named, added: None });
        }
        let mark = mark_of(label)?;
        let (style, number) = first_reading(&mark)?;
        let kind = self.free_kind(node, &mark, style)?;
        let place = self.list.len();
        let level = FileLevel { kind, ja: Template::of(&style.template()) };
        let added = level.in_yaml(style, number, &node.own);
        self.list.push(level);
        let named = (next != Some(place)).then(|| kind.word());
        Some(TakenLevel { place, named, added: Some(added) })
    }

    /// A kind that no level has: that of its unit, that of the provision, or another of its sort.
    fn free_kind(&self, node: &CarriedNode, mark: &ListMark, style: &NumberStyle) -> Option<Kind> {
        use Kind::{Bullet, Chapter, Division, Item, Point, Section, Subbullet, Subitem, Subsection};
        let unit = mark.unit.map(|unit| match unit {
            NumberUnit::Part => Kind::Part,
            NumberUnit::Chapter => Chapter,
            NumberUnit::Section => Section,
            NumberUnit::Subsection => Subsection,
            NumberUnit::Division => Division,
            NumberUnit::Article => Kind::Article,
        });
        let signs = style.numeral.is_none().then_some([Bullet, Subbullet]).into_iter().flatten();
        let others = [Item, Subitem, Point, Bullet, Subbullet, Division, Subsection, Section, Chapter];
        let wishes = unit.into_iter().chain(signs).chain(node.kind).chain(others);
        wishes.into_iter().find(|kind| self.place_of(*kind).is_none())
    }
}

impl FileLevel {
    /// Whether some number in its style is `label`.
    fn prints(&self, label: &str) -> bool {
        self.is_some_number(run_start(label), str::to_owned)
    }

    /// Whether `label` is printed so, or typed in other digits with letters around them, by which it is told from others.
    fn prints_typed(&self, label: &str) -> bool {
        let label = run_start(label);
        let is_bare = numbers(label).first().is_some_and(|number| number.written == label);
        self.prints(label) || !is_bare && self.counts(label)
    }

    /// Whether some number in its style is `label`, in digits of another kind or width: people type 第2条 for 第二条.
    fn counts(&self, label: &str) -> bool {
        self.is_some_number(run_start(label), plain_address)
    }

    fn is_some_number(&self, label: &str, folded: fn(&str) -> String) -> bool {
        let own = |number: &[u32]| folded(&self.ja.write(number, "", true));
        let label_folded = folded(label);
        let Some(mark) = mark_of(label) else { return own(&[]) == label_folded };
        mark.readings.iter().any(|(_, number)| {
            let own = own(number);
            if self.ja.names_parent() { label_folded.ends_with(&own) } else { label_folded == own }
        })
    }

    /// The level as a member of `levels`, which cites `number` as `own`.
    fn in_yaml(&self, style: &NumberStyle, number: &[u32], own: &str) -> String {
        let english = english_label(self.kind, style);
        let cite = self.cite(style, number, own, &english);
        let cite =
            cite.map_or_else(String::new, |(ja, en)| format!(", cite: {{ja: {}, en: {}}}", scalar(&ja), scalar(&en)));
        format!("{{kind: {}, ja: {}, en: {}{cite}}}", self.kind.word(), scalar(&style.template()), scalar(&english))
    }

    /// The templates by which it is cited, where not by its label or, as an item, by 第…号.
    fn cite(&self, style: &NumberStyle, number: &[u32], own: &str, english: &str) -> Option<(String, String)> {
        let numeral = style.numeral?;
        let own = run_start(own);
        let label = self.ja.write(number, "", true);
        let default = if self.kind == Kind::Item {
            Template::counter(numeral, "号").write(number, "", true)
        } else {
            label.clone()
        };
        if own == default {
            return None;
        }
        if own == label {
            return Some((style.template(), english.to_owned()));
        }
        let words = [("項", "paragraph ({n})"), ("号", "item ({roman})")];
        let numerals = [Numeral::Kanji, Numeral::Ascii, Numeral::Wide];
        let mut ways = words.into_iter().flat_map(|way| numerals.map(|numeral| (way, numeral)));
        ways.find_map(|((word, en), numeral)| {
            let is_it = Template::counter(numeral, word).write(number, "", true) == own;
            is_it.then(|| (format!("第{{{}}}{word}", numeral.name()), en.to_owned()))
        })
    }
}

/// The style of the second paragraph that bears `label`, as the file says it.
pub(super) fn paragraph_style(label: &str) -> Option<String> {
    let mark = mark_of(run_start(label))?;
    let (style, _) = mark.readings.first().filter(|(style, _)| style.numeral.is_some())?;
    Some(format!("{{ja: {}, en: \"({{n}})\"}}", scalar(&style.template())))
}

fn has_labels(node: &CarriedNode) -> bool {
    node.below.iter().any(|below| !below.label.is_empty() || has_labels(below))
}

/// Whether `below` is a later paragraph of the article `node`, which counts by itself.
pub(super) fn is_second_paragraph(node: &CarriedNode, below: &CarriedNode) -> bool {
    below.kind == Some(Kind::Paragraph) && node.kind == Some(Kind::Article)
}

/// The number of branches of what bears `label`: 1 of 第八条の二 and 二の二.
pub(super) fn branches_of(label: &str) -> usize {
    let mark = mark_of(run_start(label));
    mark.and_then(|mark| first_reading(&mark).map(|(_, number)| number.len().saturating_sub(1))).unwrap_or(0)
}

/// The first number of a label that stands for several: 第二条 of 第二条から第四条まで.
fn run_start(label: &str) -> &str {
    let several =
        label.strip_suffix("まで").and_then(|run| run.split_once("から")).or_else(|| label.split_once("及び"));
    several.map_or(label, |(first, _)| first)
}

/// The mark that `label` is. A number is read only where words follow it.
fn mark_of(label: &str) -> Option<ListMark> {
    find_mark(&format!("{label}　細目"))
}

/// The way in which a label is read: as the first of its list where it can be that.
fn first_reading(mark: &ListMark) -> Option<(&NumberStyle, &[u32])> {
    let first = mark.readings.iter().find(|(_, number)| number.first() == Some(&1));
    first.or(mark.readings.first()).map(|(style, number)| (style, number.as_slice()))
}

/// A template as a YAML scalar.
fn scalar(template: &str) -> String {
    // JSON's strings are YAML's.
    serde_json::Value::String(template.to_owned()).to_string()
}
