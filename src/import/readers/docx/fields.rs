//! Fields: an instruction that Word follows and the result that it prints. Only fields that are closed are fields;
//! an end that is missing must not swallow the rest of a document.

use std::collections::BTreeMap;

use super::symbols;
use super::xml::{Element, Space};

/// The function of a `w:fldChar`.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FieldMark {
    /// It begins the field with this instruction.
    Begin(String),
    /// The result of the field that begins at the element follows.
    Result(usize),
    /// It ends that field.
    End(usize),
}

/// The marks of all closed fields, by their elements.
pub(super) fn marks(root: &Element) -> BTreeMap<usize, FieldMark> {
    let mut found = BTreeMap::new();
    collect_marks(root, &mut Vec::new(), &mut found);
    found
}

/// A field that is not closed yet: where it begins, its instruction and where its result begins.
type Pending = (usize, String, Option<usize>);

fn collect_marks(element: &Element, open: &mut Vec<Pending>, found: &mut BTreeMap<usize, FieldMark>) {
    // Marks of a field in deleted text have no partner in the text as it is now.
    if is_skipped(element) {
        return;
    }
    if element.is("fldChar") {
        match element.attribute("fldCharType") {
            Some("begin") => open.push((element.id, String::new(), None)),
            // Fields stand in each other, so that a mark is always of the innermost one that is open.
            Some("separate") => open.iter_mut().next_back().into_iter().for_each(|field| field.2 = Some(element.id)),
            _ => {
                if let Some((id, instruction, result)) = open.pop() {
                    found.insert(id, FieldMark::Begin(instruction));
                    found.extend(result.map(|result| (result, FieldMark::Result(id))));
                    found.insert(element.id, FieldMark::End(id));
                }
            }
        }
    } else if element.is("instrText")
        && let Some((_, instruction, None)) = open.last_mut()
    {
        instruction.push_str(&element.text());
    }
    for inner in element.elements() {
        collect_marks(inner, open, found);
    }
}

/// Whether what stands in `element` is not of the text as it is now.
pub(super) fn is_skipped(element: &Element) -> bool {
    element.is("del")
        || element.is("moveFrom")
        || (element.space == Space::Compatibility && &*element.name == "Fallback")
}

/// A field that is open where the reader stands.
#[derive(Debug)]
pub(super) struct OpenField {
    /// The element that begins it.
    pub(super) id: usize,
    /// The instruction of the field.
    pub(super) instruction: String,
    /// The words that it shows without a result: the box or the list of an old form.
    pub(super) form: Option<String>,
    /// Whether the reader stands in its result.
    pub(super) in_result: bool,
    /// Whether it has shown anything.
    pub(super) shown: bool,
}

/// The words that a field without a result shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing.
    Nothing,
    /// Letters of its own.
    Letters(String),
    /// A place to write on.
    Line,
    /// Something that only Word can compute.
    Unknown,
}

impl OpenField {
    /// The first word of the instruction.
    fn kind(&self) -> String {
        self.instruction.split_whitespace().next().unwrap_or_default().to_ascii_uppercase()
    }

    /// Whether it is a place of an old form to write words in.
    pub(super) fn is_text_input(&self) -> bool {
        self.kind() == "FORMTEXT"
    }

    /// Whether it is a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        is_contents(&self.instruction)
    }

    /// Returns the words that it shows where it has no result.
    pub(super) fn without_result(&self) -> Shown {
        /// Fields that show nothing where they stand.
        const QUIET: [&str; 11] = ["", "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "TOC", "HYPERLINK"];
        // Boxes and lists of old forms show what was chosen without a result.
        if let Some(form) = &self.form {
            return Shown::Letters(form.clone());
        }
        match self.kind().as_str() {
            "EQ" => enclosed(&self.instruction).map_or(Shown::Unknown, Shown::Letters),
            "SYMBOL" => {
                symbol_of(&self.instruction).map_or(Shown::Unknown, |letter| Shown::Letters(letter.to_string()))
            }
            "MACROBUTTON" | "GOTOBUTTON" => {
                // MACROBUTTON NoMacro [ここに 氏名]: what is shown begins behind the name of the macro and may have
                // spaces.
                let text = self.instruction.trim_start().splitn(3, char::is_whitespace).nth(2).unwrap_or_default();
                Shown::Letters(text.trim().to_owned())
            }
            "FORMTEXT" => Shown::Line,
            kind if QUIET.contains(&kind) => Shown::Nothing,
            _ => Shown::Unknown,
        }
    }
}

/// Whether an instruction asks for a table of contents.
pub(super) fn is_contents(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("TOC"))
}

/// Returns the words that the box or list of an old form shows.
pub(super) fn form_field_result(begin: &Element) -> Option<String> {
    let data = begin.child("ffData")?;
    if let Some(check) = data.child("checkBox") {
        let checked = check.child("checked").or(check.child("default")).is_some_and(Element::is_on);
        return Some(if checked { "☑" } else { "☐" }.to_owned());
    }
    let list = data.child("ddList")?;
    let chosen = list.child_value("result").or(list.child_value("default")).and_then(|at| at.parse().ok()).unwrap_or(0);
    list.elements().filter(|entry| entry.is("listEntry")).nth(chosen)?.value().map(str::to_owned)
}

/// `eq \o\ac(○,印)` shows 印 in a circle, and `eq \* jc2 \o\ad(\s\up 9(よみ),漢字)` a reading above its word.
fn enclosed(instruction: &str) -> Option<String> {
    // Overstriking (\o) is what circled letters and readings are made with; other switches draw formulas.
    let at = instruction.to_ascii_lowercase().find("\\o")?;
    let rest = instruction.get(at..)?;
    let parts = arguments(rest)?;
    let base = parts.last().filter(|base| parts.len() > 1 && !base.contains('\\'))?.trim().to_owned();
    let above = parts.first()?;
    let reading = arguments(above).and_then(|reading| reading.first().map(|reading| reading.trim().to_owned()));
    match reading {
        // \s\up sets its argument higher, as readings stand; ○ of \ac(○,印) is a frame and no word.
        Some(reading) if above.trim_start().starts_with('\\') => Some(format!("{base}（{reading}）")),
        _ => Some(base),
    }
}

/// Returns the words in the first brackets, parted at their commas.
fn arguments(text: &str) -> Option<Vec<String>> {
    let inner = &text[text.find('(')? + 1..];
    let mut depth = 0usize;
    let mut parts = vec![String::new()];
    for letter in inner.chars() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(parts),
            ')' => depth -= 1,
            ',' | ';' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut()?.push(letter);
    }
    None
}

/// `SYMBOL 183 \f "Symbol"`
fn symbol_of(instruction: &str) -> Option<char> {
    let code = instruction.split_whitespace().nth(1)?;
    let code = match code.strip_prefix("0x").or(code.strip_prefix("0X")) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => code.parse().ok()?,
    };
    let font = instruction.split_once("\\f").map_or("", |(_, font)| font.trim_start());
    let font = font.strip_prefix('"').map_or_else(
        || font.split_whitespace().next().unwrap_or_default(),
        |font| font.split('"').next().unwrap_or_default(),
    );
    symbols::symbol_letter(font, code)
}

#[cfg(test)]
mod tests {
    use super::super::xml;
    use super::*;

    #[test]
    fn letters_of_instructions_that_are_shown_are_known() {
        let shown = |instruction: &str| {
            let field =
                OpenField { id: 1, instruction: instruction.to_owned(), form: None, in_result: false, shown: false };
            field.without_result()
        };
        let letters = |text: &str| Shown::Letters(text.to_owned());
        assert_eq!(shown(" eq \\o\\ac(○,印) "), letters("印"));
        assert_eq!(shown("EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(かんじゃ),患者)"), letters("患者（かんじゃ）"));
        assert_eq!(shown("SYMBOL 183 \\f \"Symbol\" \\s 10"), letters("•"));
        assert_eq!(shown("SYMBOL 0xFC \\f Wingdings"), letters("✓"));
        assert_eq!(shown("MACROBUTTON NoMacro [ここに 氏名]"), letters("[ここに 氏名]"));
        assert_eq!(shown("XE \"患者\""), Shown::Nothing);
        for unknown in ["EQ \\f(1,2)", "AUTONUM", "EQ \\o(", "EQ", "SYMBOL", "SYMBOL x \\f", "EQ \\o(ａ)"] {
            assert_eq!(shown(unknown), Shown::Unknown, "{unknown}");
        }
    }

    #[test]
    fn a_field_without_an_end_is_none() {
        let mark = |kind: &str| format!("<w:fldChar w:fldCharType='{kind}'/>");
        let text = format!(
            "<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{}{}<w:instrText>PAGE</w:instrText>\
             {}<w:t>1</w:t>{}</w:p>",
            mark("begin"),
            mark("begin"),
            mark("separate"),
            mark("end")
        );
        let root = xml::parse_elements(text.as_bytes(), &mut 0).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let found = marks(&root);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.values().any(|mark| *mark == FieldMark::Begin("PAGE".to_owned())));
    }
}
