//! XML as a small tree. Word's files need no document type and no entities, so that both are refused; depth and
//! number of elements are bounded while reading.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use encoding_rs::Encoding;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// The greatest depth of elements in each other. Tables in tables in text boxes come to about 60.
const DEEPEST: usize = 250;
/// The greatest number of elements and attributes of all parts.
const MOST: usize = 3_000_000;
/// Longer values hold pictures and drawings.
const LONGEST_VALUE: usize = 4096;

/// The vocabulary of an element, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// The text of Word (`w:`), transitional or strict.
    Word,
    /// Text that a newer Word writes twice, for older ones too (`mc:`).
    Compatibility,
    /// Anything else.
    Other,
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its place in the container.
    pub(super) id: usize,
    /// Its vocabulary.
    pub(super) space: Space,
    /// Its name without prefix.
    pub(super) name: Rc<str>,
    attributes: Vec<(Rc<str>, String)>,
    /// The children of the element.
    pub(super) children: Vec<Child>,
}

/// A child of an element.
#[derive(Debug)]
pub(super) enum Child {
    /// An element.
    Element(Element),
    /// Text; white space between elements is left out.
    Text(String),
}

/// The reason why a part is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Elements stand too deep in each other.
    Deep,
    /// There are too many elements.
    Many,
    /// There is a document type or an entity of one's own.
    Entities,
    /// It is no XML.
    Syntax(String),
}

impl Element {
    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| **key == *name).map(|(_, value)| value.as_str())
    }

    /// `w:val`.
    pub(super) fn value(&self) -> Option<&str> {
        self.attribute("val")
    }

    /// Whether the element switches something on: it does unless its value says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value(), Some("0" | "false" | "off" | "none"))
    }

    /// Whether it is an element of Word's text of that name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.space == Space::Word && *self.name == *name
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of Word's text of that name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.is(name))
    }

    /// The value of such a child.
    pub(super) fn child_value(&self, name: &str) -> Option<&str> {
        self.child(name)?.value()
    }

    /// Its own text.
    pub(super) fn text(&self) -> String {
        let own = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Element(_) => None,
        });
        own.collect()
    }

    /// Calls `visit` for this and every element in it, in their order.
    pub(super) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        for element in self.elements() {
            element.walk(visit);
        }
    }

    /// Whether any element in it fulfils `wanted`.
    pub(super) fn any(&self, wanted: &impl Fn(&Self) -> bool) -> bool {
        wanted(self) || self.elements().any(|element| element.any(wanted))
    }
}

/// Reads a part, whose elements are numbered on from `count`.
pub(super) fn parse_elements(bytes: &[u8], count: &mut usize) -> Result<Element, Wrong> {
    let (text, _) = match Encoding::for_bom(bytes) {
        Some((encoding, skip)) => encoding.decode_without_bom_handling(&bytes[skip..]),
        // Word writes UTF-8, and UTF-16 only with a mark.
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), false),
            Err(error) => return Err(Wrong::Syntax(error.to_string())),
        },
    };
    let mut tree = ElementTree { open: Vec::new(), root: None, names: BTreeSet::new(), count };
    let mut reader = NsReader::from_str(&text);
    loop {
        let (space, event) = reader.read_resolved_event().map_err(|error| syntax(&error))?;
        match event {
            Event::Start(start) => {
                let element = tree.element(&space, &start)?;
                tree.open.push(element);
                // Asked while reading, since the tree is walked by calls within calls, whose number has to be
                // bounded.
                if tree.open.len() > DEEPEST {
                    return Err(Wrong::Deep);
                }
            }
            Event::Empty(start) => {
                let element = tree.element(&space, &start)?;
                tree.close(element)?;
            }
            Event::End(_) => {
                let element = tree.open.pop().ok_or_else(|| Wrong::Syntax("</>".to_owned()))?;
                tree.close(element)?;
            }
            Event::Text(text) => tree.text(&text.xml10_content()),
            Event::CData(text) => tree.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref().map_err(|error| syntax(&error))? {
                    Some(letter) => letter.to_string(),
                    None => match quick_xml::escape::resolve_predefined_entity(&reference) {
                        Some(text) => text.to_owned(),
                        None => return Err(Wrong::Entities),
                    },
                };
                tree.text(&letter);
            }
            Event::DocType(_) => return Err(Wrong::Entities),
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
    let whole = tree.open.is_empty();
    tree.root.filter(|_| whole).ok_or_else(|| Wrong::Syntax("EOF".to_owned()))
}

fn syntax(error: &impl ToString) -> Wrong {
    Wrong::Syntax(error.to_string())
}

/// A tree that is being read.
struct ElementTree<'a> {
    open: Vec<Element>,
    root: Option<Element>,
    /// Names once for all elements that bear them.
    names: BTreeSet<Rc<str>>,
    count: &'a mut usize,
}

impl ElementTree<'_> {
    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return Rc::clone(known);
        }
        let new: Rc<str> = Rc::from(name);
        self.names.insert(Rc::clone(&new));
        new
    }

    fn element(&mut self, space: &ResolveResult<'_>, start: &BytesStart<'_>) -> Result<Element, Wrong> {
        let space = match space {
            // The ending, since transitional and strict files name one vocabulary by two addresses (test
            // `any_prefix_and_the_strict_vocabulary_are_read`).
            ResolveResult::Bound(bound) if bound.0.ends_with("/wordprocessingml/main") => Space::Word,
            ResolveResult::Bound(bound) if bound.0.ends_with("/wordprocessingml/2006/main") => Space::Word,
            ResolveResult::Bound(bound) if bound.0.ends_with("/markup-compatibility/2006") => Space::Compatibility,
            ResolveResult::Bound(_) | ResolveResult::Unbound | ResolveResult::Unknown(_) => Space::Other,
        };
        *self.count += 1;
        let name = self.name(start.local_name().into_inner());
        let mut element = Element { id: *self.count, space, name, attributes: Vec::new(), children: Vec::new() };
        // The check for attributes that stand twice takes the square of their number; the first is taken.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| syntax(&error))?;
            *self.count += 1;
            // Counted all the same, since attributes take memory without being elements.
            if attribute.key.as_namespace_binding().is_some() || attribute.value.len() > LONGEST_VALUE {
                continue;
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Wrong::Entities)?;
            let key = self.name(attribute.key.local_name().into_inner());
            element.attributes.push((key, value.into_owned()));
        }
        if *self.count > MOST { Err(Wrong::Many) } else { Ok(element) }
    }

    fn close(&mut self, element: Element) -> Result<(), Wrong> {
        match self.open.last_mut() {
            Some(above) => above.children.push(Child::Element(element)),
            None if self.root.is_none() => self.root = Some(element),
            None => return Err(Wrong::Syntax("two roots".to_owned())),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let Some(above) = self.open.last_mut() else { return };
        if let Some(Child::Text(before)) = above.children.last_mut() {
            before.push_str(text);
        // Indentation of the file is white space between elements; only in elements of text is it meant.
        } else if above.is_text() || !text.trim().is_empty() {
            above.children.push(Child::Text(text.to_owned()));
        }
    }
}

impl Element {
    /// Whether it is what letters stand in, in Word's text, drawings and formulas.
    pub(super) fn is_text(&self) -> bool {
        matches!(&*self.name, "t" | "delText" | "instrText" | "delInstrText")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    #[test]
    fn names_attributes_and_letters_are_read() {
        let text = format!("<x:p xmlns:x='{WORD}'>\n<x:t x:val='a&amp;b'>甲 &lt;&#x4E59;</x:t>\n</x:p>");
        let root = parse_elements(text.as_bytes(), &mut 0).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let text = root.child("t").unwrap_or_else(|| panic!("{root:?}"));
        assert_eq!((text.value(), text.text().as_str(), root.children.len()), (Some("a&b"), "甲 <乙", 1));
        let wide: Vec<u8> = "\u{FEFF}<a>甲</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(parse_elements(&wide, &mut 0).map(|root| root.text()), Ok("甲".to_owned()));
    }

    #[test]
    fn what_word_does_not_write_is_refused() {
        let wrong = |text: &str| parse_elements(text.as_bytes(), &mut 0).map(|root| root.text()).unwrap_err();
        assert_eq!(wrong("<!DOCTYPE a><a/>"), Wrong::Entities);
        assert_eq!(wrong("<a>&b;</a>"), Wrong::Entities);
        assert_eq!(wrong("<a b='&c;'/>"), Wrong::Entities);
        assert_eq!(wrong(&"<a>".repeat(DEEPEST + 1)), Wrong::Deep);
        for text in ["", "a", "<a>", "<a></b>", "<a/><b/>", "<a b=c/>"] {
            assert!(matches!(wrong(text), Wrong::Syntax(_)), "{text}");
        }
    }
}
