//! Styles: what a paragraph or a run takes from its style and from those that this is based on.

use std::collections::BTreeMap;

use super::xml::Element;

/// The greatest number of styles that are based on each other; Word allows a circle to be written.
const LONGEST_CHAIN: usize = 32;

/// A style, as far as it matters.
#[derive(Debug, Default)]
struct WordStyle {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
    letters: LetterStyle,
}

/// The look of letters, as far as a style or a run says it.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct LetterStyle {
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Whether a line or two are drawn through them.
    pub(super) struck: Option<bool>,
}

impl LetterStyle {
    /// Reads the properties of a run or of a style's runs.
    pub(super) fn read(properties: &Element) -> Self {
        let switch = |name: &str| properties.child(name).map(Element::is_on);
        let struck = match (switch("strike"), switch("dstrike")) {
            (Some(one), Some(two)) => Some(one || two),
            (one, two) => one.or(two),
        };
        Self { bold: switch("b"), hidden: switch("vanish"), struck }
    }

    /// Returns it with what `other` says where it says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
        }
    }
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct WordStyles {
    styles: BTreeMap<String, WordStyle>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

impl WordStyles {
    /// Reads `word/styles.xml`.
    pub(super) fn read(root: &Element) -> Self {
        let mut found = Self::default();
        for element in root.elements().filter(|element| element.is("style")) {
            let Some(id) = element.attribute("styleId") else { continue };
            let paragraph = element.attribute("type").is_none_or(|kind| kind == "paragraph");
            if paragraph && matches!(element.attribute("default"), Some("1" | "true" | "on")) {
                found.default = Some(id.to_owned());
            }
            let (paragraph, run) = (element.child("pPr"), element.child("rPr"));
            let number = paragraph.and_then(|properties| properties.child("numPr"));
            let style = WordStyle {
                name: element.child_value("name").unwrap_or("").to_ascii_lowercase(),
                based_on: element.child_value("basedOn").map(str::to_owned),
                outline: paragraph.and_then(|properties| outline_level(properties, "outlineLvl")),
                list: number.and_then(|number| number.child_value("numId")).map(str::to_owned),
                level: number.and_then(|number| outline_level(number, "ilvl")).map(usize::from),
                letters: run.map(LetterStyle::read).unwrap_or_default(),
            };
            found.styles.insert(id.to_owned(), style);
        }
        found
    }

    /// The style `id`, or the default one of paragraphs, and those that it is based on.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a WordStyle)> {
        // A style that is named and not there counts as the default one.
        let first = id.filter(|id| self.styles.contains_key(*id)).or(self.default.as_deref());
        let get = |id: &'a str| self.styles.get(id).map(|style| (id, style));
        std::iter::successors(first.and_then(get), move |(_, style)| get(style.based_on.as_deref()?))
            .take(LONGEST_CHAIN)
    }

    /// The level of headings that the style has, from 0; 9 is body text.
    pub(super) fn outline(&self, id: Option<&str>) -> Option<u8> {
        self.chain(id).find_map(|(_, style)| style.outline)
    }

    /// The list that the style counts in.
    pub(super) fn list<'a>(&'a self, id: Option<&'a str>) -> Option<&'a str> {
        self.chain(id).find_map(|(_, style)| style.list.as_deref())
    }

    /// The styles that the style takes from, itself first, and the levels of lists that they name.
    pub(super) fn levels<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, Option<usize>)> {
        self.chain(id).map(|(id, style)| (id, style.level))
    }

    /// The list of a style of its own kind, which lists may refer to.
    pub(super) fn own_list(&self, id: &str) -> Option<&str> {
        self.styles.get(id)?.list.as_deref()
    }

    /// Returns the look that the paragraph style gives to letters.
    pub(super) fn paragraph(&self, id: Option<&str>) -> LetterStyle {
        self.chain(id).fold(LetterStyle::default(), |found, (_, style)| found.or(style.letters))
    }

    /// Returns the look that a run's own style gives to letters.
    pub(super) fn run(&self, id: &str) -> LetterStyle {
        if self.styles.contains_key(id) { self.paragraph(Some(id)) } else { LetterStyle::default() }
    }

    /// Whether letters of the style ask for an answer that is still to be written.
    pub(super) fn is_prompt(&self, id: &str) -> bool {
        // Word calls the style so in the file in every language; a file that only names it has its usual id.
        self.styles.get(id).map_or(id == "PlaceholderText", |style| style.name == "placeholder text")
    }

    /// Whether a line of this style is one of a table of contents.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        // Names tell and not ids: a Japanese Word calls the style 目次 1 on the screen and toc 1 in the file, with an
        // id of digits.
        let name = id.and_then(|id| self.styles.get(id)).map_or("", |style| style.name.as_str());
        let level = name.strip_prefix("toc ").unwrap_or("");
        level.len() == 1 && level.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// A small number in the child `name`.
pub(super) fn outline_level(element: &Element, name: &str) -> Option<u8> {
    element.child_value(name)?.parse().ok().filter(|level| *level < 10)
}
