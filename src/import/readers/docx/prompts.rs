//! Controls (`w:sdt`) that show no answer yet: their words ask for one, and stand at a place to fill in.

use std::collections::BTreeMap;

use super::styles::WordStyles;
use super::xml::Element;

/// A line to write on, and a date to write, as texts have them.
pub(super) const LINE: &str = "＿＿＿＿＿＿＿＿";
const DATE: &str = "\u{3000}\u{3000}年\u{3000}\u{3000}月\u{3000}\u{3000}日";

/// What the letters of a control are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OfControl {
    /// They ask for an answer; the first of them have the place to fill in that stands for all.
    Prompt(Option<String>),
    /// They were chosen from a list, which has these words besides.
    Chosen(String),
}

/// Returns what the text elements of controls are, by their ids.
pub(super) fn controls(root: &Element, styles: &WordStyles) -> BTreeMap<usize, OfControl> {
    let mut found = BTreeMap::new();
    root.walk(&mut |element| {
        if element.is("sdt")
            && let (Some(properties), Some(content)) = (element.child("sdtPr"), element.child("sdtContent"))
        {
            control(properties, content, styles, &mut found);
        }
    });
    found
}

fn control(properties: &Element, content: &Element, styles: &WordStyles, found: &mut BTreeMap<usize, OfControl>) {
    let mut texts = Vec::new();
    let styled = own_texts(content, styles, false, &mut texts);
    if properties.child("showingPlcHdr").is_some_and(Element::is_on) || styled {
        let mut place = Some(place_of(properties));
        found.extend(texts.iter().map(|text| (text.id, OfControl::Prompt(place.take()))));
    } else if let Some(first) = texts.first() {
        let shown: String = texts.iter().map(|text| text.text()).collect();
        let others: Vec<String> = choices(properties).into_iter().filter(|choice| *choice != shown.trim()).collect();
        if !others.is_empty() {
            found.insert(first.id, OfControl::Chosen(others.join("、")));
        }
    }
}

/// Collects the text elements in `parent` that are of no control within it, and returns whether there are some and all of
/// them are in the style of prompts.
fn own_texts<'a>(parent: &'a Element, styles: &WordStyles, prompt: bool, texts: &mut Vec<&'a Element>) -> bool {
    let begin = texts.len();
    let mut all = true;
    for element in parent.elements().filter(|element| !element.is("sdt")) {
        if element.is("t") && !element.text().is_empty() {
            texts.push(element);
            all &= prompt;
            continue;
        }
        let style = element.child("rPr").and_then(|properties| properties.child_value("rStyle"));
        let prompt = prompt || style.is_some_and(|style| styles.is_prompt(style));
        let before = texts.len();
        let of_prompt = own_texts(element, styles, prompt, texts);
        all &= of_prompt || texts.len() == before;
    }
    all && texts.len() > begin
}

/// What a control asks for, as texts show it: a line, a date, or boxes before what can be chosen.
fn place_of(properties: &Element) -> String {
    if properties.child("date").is_some() {
        return DATE.to_owned();
    }
    let boxes: Vec<String> = choices(properties).iter().map(|choice| format!("□{choice}")).collect();
    if boxes.is_empty() { LINE.to_owned() } else { boxes.join("\u{3000}") }
}

/// The words of a list to choose from. Word writes its prompt as the first of them, with no value.
fn choices(properties: &Element) -> Vec<String> {
    let list = properties.child("dropDownList").or(properties.child("comboBox"));
    let items = list.into_iter().flat_map(Element::elements).filter(|item| item.is("listItem"));
    let words = items.filter_map(|item| {
        let value = item.attribute("value").unwrap_or_default();
        let shown = item.attribute("displayText").unwrap_or(value).trim();
        (!value.is_empty() && !shown.is_empty()).then(|| shown.to_owned())
    });
    words.collect()
}
