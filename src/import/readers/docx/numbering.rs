//! Automatic numbering: which label Word prints before a paragraph.

use std::collections::{BTreeMap, BTreeSet};

use super::formats;
use super::styles::{self, WordStyles};
use super::symbols;
use super::xml::Element;

/// The number of levels of a list.
const LEVELS: usize = 9;

/// The numbering of a level of a list.
#[derive(Debug, Clone, Default)]
struct WordLevel {
    start: u32,
    format: String,
    /// `第%1条`
    text: String,
    /// Whether all numbers in it are digits (`w:isLgl`).
    digits: bool,
    /// The level, from 1, whose numbers begin this one anew; 0 for none.
    restart: Option<usize>,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

/// A list and what it changes of the one that it is made from.
#[derive(Debug, Default)]
struct WordList {
    base: String,
    levels: BTreeMap<usize, WordLevel>,
    starts: BTreeMap<usize, u32>,
}

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    bases: BTreeMap<String, BTreeMap<usize, WordLevel>>,
    lists: BTreeMap<String, WordList>,
    /// The last number of each level, by the list that it is made from: lists of one make go on counting.
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The levels that have begun anew already.
    begun: BTreeSet<(String, usize)>,
}

/// The label before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PrintedLabel {
    /// The label; empty where nothing is printed.
    pub(super) label: String,
    /// A format that is not known, whose number is printed in digits.
    pub(super) strange: Option<String>,
    /// Whether it is a bullet.
    pub(super) bullet: bool,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub(super) fn read(root: &Element, styles: &WordStyles) -> Self {
        let mut found = Self::default();
        let mut linked: Vec<(String, String)> = Vec::new();
        for element in root.elements() {
            if element.is("abstractNum") {
                let Some(id) = element.attribute("abstractNumId") else { continue };
                if let Some(style) = element.child_value("numStyleLink") {
                    linked.push((id.to_owned(), style.to_owned()));
                }
                found.bases.insert(id.to_owned(), levels(element));
            } else if element.is("num") {
                let Some(id) = element.attribute("numId") else { continue };
                found.lists.insert(id.to_owned(), read_list(element));
            }
        }
        // A list may take its levels from a style of lists.
        for (id, style) in linked {
            let list = styles.own_list(&style).and_then(|list| found.lists.get(list));
            if let Some(levels) = list.and_then(|list| found.bases.get(&list.base)).cloned() {
                found.bases.insert(id, levels);
            }
        }
        found
    }

    /// The label of the next paragraph with these properties and this style.
    pub(super) fn next(
        &mut self,
        properties: Option<&Element>,
        style: Option<&str>,
        styles: &WordStyles,
    ) -> PrintedLabel {
        let own = properties.and_then(|properties| properties.child("numPr"));
        let own_list = own.and_then(|own| own.child_value("numId"));
        // The paragraph's own list and level go before those of its style, and of these the level that names the
        // style before the number that the style has.
        let own_level = own.and_then(|own| styles::outline_level(own, "ilvl")).map(usize::from);
        // List 0 takes a paragraph out of the list of its style.
        let Some(list) = own_list.or_else(|| styles.list(style)).filter(|list| *list != "0") else {
            return PrintedLabel::default();
        };
        let level =
            own_level.or_else(|| styles.levels(style).find_map(|(style, level)| self.level_of(list, style).or(level)));
        self.count(list, level.unwrap_or(0).min(LEVELS - 1))
    }

    /// The level that is of a style.
    fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.bases.get(&self.lists.get(list)?.base)?;
        levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    fn level<'a>(&'a self, list: &'a WordList, at: usize) -> Option<&'a WordLevel> {
        list.levels.get(&at).or_else(|| self.bases.get(&list.base)?.get(&at))
    }

    /// Counts one paragraph on and prints its label.
    fn count(&mut self, id: &str, at: usize) -> PrintedLabel {
        // startOverride holds for the first paragraph of a list at that level; after it counting goes on.
        let fresh = self.begun.insert((id.to_owned(), at));
        let Some(list) = self.lists.get(id) else { return PrintedLabel::default() };
        let Some(level) = self.level(list, at) else { return PrintedLabel::default() };
        let mut counts = self.counts.get(&list.base).copied().unwrap_or_default();
        counts[at] = Some(match (list.starts.get(&at).filter(|_| fresh), counts[at]) {
            (Some(start), _) => *start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => level.start,
        });
        // Tests `levels_begin_anew_below_those_above` and `a_level_may_go_on_through_those_above` count both ways.
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let restart = self.level(list, deeper).and_then(|level| level.restart);
            // A level begins anew after any level above it, unless it names one (w:lvlRestart).
            if restart.is_none_or(|restart| at < restart) {
                *count = None;
            }
        }
        let printed = self.print(list, level, &counts);
        self.counts.insert(list.base.clone(), counts);
        printed
    }

    fn print(&self, list: &WordList, level: &WordLevel, counts: &[Option<u32>; LEVELS]) -> PrintedLabel {
        let mut printed = PrintedLabel { bullet: level.format == "bullet", ..PrintedLabel::default() };
        let mut letters = level.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let place = letters.peek().and_then(|next| next.to_digit(10)).filter(|place| letter == '%' && *place > 0);
            // A bullet may be a % itself.
            let Some(place) = place.filter(|_| !printed.bullet) else {
                printed.label.push(letter);
                continue;
            };
            letters.next();
            let at = usize::try_from(place).unwrap_or(1) - 1;
            let Some(above) = self.level(list, at) else { continue };
            // 第%1条 of a level above that was never printed: Word shows the number with which it would begin.
            let number = counts[at].unwrap_or(above.start);
            // w:isLgl prints the numbers of all levels in digits.
            let format = if level.digits && above.format != "none" { "decimal" } else { above.format.as_str() };
            let number = formats::formatted_number(format, number).unwrap_or_else(|| {
                printed.strange = Some(format.to_owned());
                number.to_string()
            });
            printed.label.push_str(&number);
        }
        printed
    }
}

fn levels(base: &Element) -> BTreeMap<usize, WordLevel> {
    let numbered = |element: &Element| element.attribute("ilvl").and_then(|at| at.parse().ok());
    let all = base.elements().filter(|element| element.is("lvl"));
    all.filter_map(|element| Some((numbered(element).filter(|at| *at < LEVELS)?, read_level(element)))).collect()
}

fn read_level(element: &Element) -> WordLevel {
    let number = |name: &str| element.child_value(name).and_then(|value| value.parse::<u32>().ok());
    let format = element.child_value("numFmt").unwrap_or("decimal").to_owned();
    let text = element.child_value("lvlText").unwrap_or("");
    let font = element.child("rPr").and_then(|run| run.child("rFonts"));
    let font = font.and_then(|font| font.attribute("ascii").or(font.attribute("hAnsi"))).unwrap_or("");
    let sign = |letter: char| symbols::symbol_letter(font, u32::from(letter)).unwrap_or(letter);
    // Only bullets stand in fonts of signs: a number in Wingdings would be no number to anybody.
    let text = if format == "bullet" { text.chars().map(sign).collect() } else { text.to_owned() };
    WordLevel {
        // w:start is 0 where it is left out (ECMA-376, Part 1, start).
        start: number("start").unwrap_or(0),
        format,
        text,
        digits: element.child("isLgl").is_some_and(Element::is_on),
        restart: number("lvlRestart").and_then(|at| usize::try_from(at).ok()),
        style: element.child_value("pStyle").map(str::to_owned),
    }
}

fn read_list(element: &Element) -> WordList {
    let mut list =
        WordList { base: element.child_value("abstractNumId").unwrap_or("").to_owned(), ..WordList::default() };
    for change in element.elements().filter(|element| element.is("lvlOverride")) {
        let Some(at) = change.attribute("ilvl").and_then(|at| at.parse().ok()).filter(|at| *at < LEVELS) else {
            continue;
        };
        if let Some(changed) = change.child("lvl") {
            list.levels.insert(at, read_level(changed));
        }
        if let Some(start) = change.child_value("startOverride").and_then(|start| start.parse().ok()) {
            list.starts.insert(at, start);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::super::xml;
    use super::*;

    const HEAD: &str = "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>";

    fn level(at: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/>{more}<w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    }

    /// The labels of paragraphs of the lists and levels `used`.
    fn labels(levels: &str, lists: &str, used: &[(&str, usize)]) -> Vec<String> {
        let text = format!("{HEAD}<w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>{lists}</w:numbering>");
        let root = xml::parse_elements(text.as_bytes(), &mut 0).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let mut numbering = Numbering::read(&root, &WordStyles::default());
        used.iter().map(|(list, at)| numbering.count(list, *at).label).collect()
    }

    const PLAIN: &str = "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>";

    #[test]
    fn levels_begin_anew_below_those_above() {
        let levels = [level(0, "decimalFullWidth", "第%1条", ""), level(1, "decimal", "%1-%2", "<w:isLgl/>")].concat();
        let found = labels(&levels, PLAIN, &[("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]);
        assert_eq!(found, ["第１条", "1-1", "1-2", "第２条", "2-1"]);
        let first = labels(&levels, PLAIN, &[("1", 1), ("1", 0)]);
        assert_eq!(first, ["1-1", "第１条"]);
    }

    #[test]
    fn a_level_may_go_on_through_those_above() {
        let levels = [
            level(0, "japaneseCounting", "第%1章", ""),
            level(1, "decimal", "第%2条", "<w:lvlRestart w:val='0'/>"),
            level(2, "aiueoFullWidth", "%3", "<w:lvlRestart w:val='1'/>"),
        ];
        let used = [("1", 0), ("1", 1), ("1", 2), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("1", 2)];
        let found = labels(&levels.concat(), PLAIN, &used);
        assert_eq!(found, ["第一章", "第1条", "ア", "第2条", "イ", "第二章", "第3条", "ア"]);
    }

    #[test]
    fn lists_of_one_make_go_on_unless_they_begin_anew() {
        let lists = format!(
            "{PLAIN}<w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='7'/>\
             <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num><w:num w:numId='4'>\
             <w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>{}</w:lvlOverride></w:num>",
            level(0, "decimalEnclosedCircle", "%1", "")
        );
        let used = [("1", 0), ("2", 0), ("3", 0), ("3", 0), ("4", 0), ("9", 0), ("1", 5)];
        assert_eq!(labels(&level(0, "decimal", "(%1)", ""), &lists, &used), ["(1)", "(2)", "(5)", "(6)", "⑦", "", ""]);
    }

    #[test]
    fn bullets_are_letters() {
        let font = "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>";
        assert_eq!(labels(&level(0, "bullet", "\u{F06C}", font), PLAIN, &[("1", 0)]), ["●"]);
        assert_eq!(labels(&level(0, "bullet", "・", ""), PLAIN, &[("1", 0)]), ["・"]);
    }
}
