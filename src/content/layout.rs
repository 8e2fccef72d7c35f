//! Content laid out as a person would write it: braces where there is room, blocks for long texts and paragraphs.

use std::fmt::Write as _;

use super::value::{Layout, YamlValue};

/// Texts that reach beyond this column stand in a block, and English in blocks is folded here.
const WIDTH: usize = 110;

/// Braces and brackets reach to this column: what stands in them is found at a glance.
const BRACES_WIDTH: usize = 130;

/// A provision in braces stays shorter than this many columns.
const LEAF_WIDTH: usize = 80;

/// A provision in braces has at most this many keys.
const LEAF_KEYS: usize = 3;

/// The text of a file that holds `value`, a mapping.
pub(super) fn laid_out(value: &YamlValue) -> String {
    let mut file = Outgoing::default();
    match value {
        YamlValue::Map(_, keys) => file.keys(0, 0, keys),
        YamlValue::Text(_) | YamlValue::Plain(_) | YamlValue::List(_) => {
            file.line(0, &in_braces(value).unwrap_or_default());
        }
    }
    file.text
}

/// The text of `value` alone, written as if it began a line, for a place where its first letter stands `indent` columns to
/// the right.
pub(super) fn laid_out_alone(value: &YamlValue, indent: usize) -> String {
    let mut file = Outgoing::default();
    let width = |flow: &str| text_columns(flow) + indent;
    match value {
        YamlValue::Text(_) | YamlValue::Plain(_) => match in_line(value).filter(|flow| width(flow) <= WIDTH) {
            Some(flow) => file.line(indent, &flow),
            None => {
                file.opened(0, value);
                return file.text.strip_prefix("- ").map_or_else(String::new, str::to_owned);
            }
        },
        YamlValue::List(list) => match in_line(value).filter(|flow| width(flow) <= BRACES_WIDTH) {
            Some(flow) => file.line(indent, &flow),
            None => list.iter().for_each(|element| file.element(indent, element)),
        },
        YamlValue::Map(layout, keys) => match in_braces(value).filter(|flow| stays_in_braces(*layout, width(flow))) {
            Some(flow) => file.line(indent, &flow),
            None => file.keys(indent, 0, keys),
        },
    }
    let deeper = " ".repeat(indent);
    let lines = file.text.lines().map(|line| line.strip_prefix(&deeper).unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a mapping that reaches to the column `end` in braces is written so.
pub(super) fn stays_in_braces(layout: Layout, end: usize) -> bool {
    match layout {
        Layout::Leaf => end <= LEAF_WIDTH,
        Layout::Words | Layout::Line => end <= BRACES_WIDTH,
        Layout::Open => false,
    }
}

/// Returns the column to which `value` reaches in braces from the column `start`; `None` where it needs lines of its own.
pub(super) fn end_in_braces(value: &YamlValue, start: usize) -> Option<usize> {
    in_braces(value).map(|flow| text_columns(&flow) + start)
}

/// A file that is being written.
#[derive(Default)]
struct Outgoing {
    text: String,
}

impl Outgoing {
    fn line(&mut self, indent: usize, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{:indent$}{line}", "");
    }

    /// The keys of a mapping, `dash` columns behind `indent`; where that is more than none, a dash stands before the first.
    fn keys(&mut self, indent: usize, dash: usize, keys: &[(String, YamlValue)]) {
        for (at, (key, value)) in keys.iter().enumerate() {
            let lead = if at == 0 && dash > 0 { "-" } else { "" };
            self.value(indent, &format!("{lead:dash$}{}:", scalar(key, false)), indent + dash + 2, value);
        }
    }

    /// `value` after `head`, its key; what has lines of its own stands at `inner`.
    fn value(&mut self, indent: usize, head: &str, inner: usize, value: &YamlValue) {
        let width = if matches!(value, YamlValue::Text(_)) { WIDTH } else { BRACES_WIDTH };
        // The colon of the key is not counted.
        if let Some(flow) = in_line(value).filter(|flow| text_columns(flow) + indent + text_columns(head) <= width + 1)
        {
            return self.line(indent, &format!("{head} {flow}"));
        }
        match value {
            YamlValue::Text(text) | YamlValue::Plain(text) => self.block(indent, head, inner, text),
            YamlValue::List(list) => {
                self.line(indent, head);
                for value in list {
                    self.element(inner, value);
                }
            }
            YamlValue::Map(_, keys) => {
                self.line(indent, head);
                self.keys(inner, 0, keys);
            }
        }
    }

    /// `value` as an element of a list whose dashes stand at `indent`.
    fn element(&mut self, indent: usize, value: &YamlValue) {
        let fits = |flow: &String| text_columns(flow) + indent + 2 <= BRACES_WIDTH;
        match (in_braces(value).filter(fits), value) {
            (Some(flow), YamlValue::Map(Layout::Leaf, _)) if text_columns(&flow) + indent >= LEAF_WIDTH => {
                self.opened(indent, value);
            }
            (Some(flow), _) => self.line(indent, &format!("- {flow}")),
            (None, _) => self.opened(indent, value),
        }
    }

    fn opened(&mut self, indent: usize, value: &YamlValue) {
        match value {
            YamlValue::Map(_, keys) => self.keys(indent, 2, keys),
            YamlValue::Text(text) | YamlValue::Plain(text) => self.block(indent, "-", indent + 2, text),
            YamlValue::List(list) => {
                self.line(indent, "-");
                for value in list {
                    self.element(indent + 2, value);
                }
            }
        }
    }

    /// A text that is long or has paragraphs, after `head` at `indent`.
    fn block(&mut self, indent: usize, head: &str, inner: usize, text: &str) {
        if !suits_a_block(text) {
            return self.line(indent, &format!("{head} {}", quoted(text)));
        }
        if text.contains('\n') {
            self.line(indent, &format!("{head} |-"));
            for line in text.split('\n') {
                self.line(if line.is_empty() { 0 } else { inner }, line);
            }
            return;
        }
        self.line(indent, &format!("{head} >-"));
        // However deep it stands, half of the width is left.
        for line in folded_lines(text, WIDTH - inner.min(WIDTH / 2)) {
            self.line(inner, line);
        }
    }
}

/// `value` on the line of its key, where people write it there.
fn in_line(value: &YamlValue) -> Option<String> {
    match value {
        YamlValue::Text(text) => (!text.contains('\n')).then(|| scalar(text, false)),
        // Each element that is not of words alone has a line of its own.
        YamlValue::List(list) if list.iter().any(|value| !fits_in_braces(value)) => None,
        YamlValue::Plain(_) | YamlValue::List(_) | YamlValue::Map(..) => in_braces(value),
    }
}

fn fits_in_braces(value: &YamlValue) -> bool {
    match value {
        YamlValue::Text(_) | YamlValue::Plain(_) => true,
        YamlValue::Map(layout, _) => *layout == Layout::Words,
        YamlValue::List(_) => false,
    }
}

/// `value` in braces or brackets; `None` where something in it needs lines of its own.
pub(super) fn in_braces(value: &YamlValue) -> Option<String> {
    match value {
        YamlValue::Text(text) => (!text.contains('\n')).then(|| scalar(text, true)),
        YamlValue::Plain(text) => Some(text.clone()),
        YamlValue::List(list) => {
            let list: Option<Vec<String>> = list.iter().map(in_braces).collect();
            Some(format!("[{}]", list?.join(", ")))
        }
        YamlValue::Map(Layout::Open, _) => None,
        YamlValue::Map(Layout::Leaf, keys)
            if keys.len() > LEAF_KEYS || keys.iter().any(|(_, value)| !fits_in_braces(value)) =>
        {
            None
        }
        YamlValue::Map(_, keys) => {
            let pair =
                |(key, value): &(String, YamlValue)| Some(format!("{}: {}", scalar(key, true), in_braces(value)?));
            let keys: Option<Vec<String>> = keys.iter().map(pair).collect();
            Some(format!("{{{}}}", keys?.join(", ")))
        }
    }
}

/// Returns how many columns `text` takes.
fn text_columns(text: &str) -> usize {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

/// `text` in lines of at most `width` columns, where it is written with spaces: they are put together with a space when
/// they are read. Japanese stays on one line.
fn folded_lines(text: &str, width: usize) -> Vec<&str> {
    let wide = text.chars().filter(|letter| !letter.is_ascii()).count();
    // More than a quarter of other letters is Japanese, which has no spaces to fold at. A second space beside the fold
    // would be lost.
    if wide * 4 > text.chars().count() || text.contains("  ") {
        return vec![text];
    }
    // Each word is measured once: a text of many links has thousands.
    let mut lines = Vec::new();
    let (mut start, mut columns) = (0, 0);
    let mut at = 0;
    for word in text.split(' ') {
        let own = text_columns(word);
        if at > start && columns + 1 + own > width {
            lines.push(&text[start..at - 1]);
            (start, columns) = (at, own);
        } else {
            columns += own + usize::from(at > start);
        }
        at += word.len() + 1;
    }
    let rest = &text[start..];
    lines.push(rest);
    lines
}

/// Whether a block would give `text` back as it is.
fn suits_a_block(text: &str) -> bool {
    let edge = |letter: char| matches!(letter, ' ' | '\t' | '\n');
    !text.is_empty()
        // A space at the beginning would need an indentation indicator, and `-` drops the breaks at the end.
        && !text.starts_with(edge)
        && !text.ends_with(edge)
        && !text.chars().any(needs_escape)
        && text.split('\n').all(|line| line.is_empty() || !line.trim_matches([' ', '\t']).is_empty())
}

/// Whether YAML would not hand the letter back as it is.
fn needs_escape(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t')) || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// `text` as a plain scalar, or in quotes where it has to be.
#[must_use]
pub(super) fn scalar(text: &str, in_braces: bool) -> String {
    if is_plain_scalar(text, in_braces) { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            other if needs_escape(other) => quoted.push_str(&format!("\\u{:04X}", u32::from(other))),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn is_plain_scalar(text: &str, in_braces: bool) -> bool {
    // Every reader of YAML gives such a number back with the same digits.
    if text.len() <= 9 && !text.starts_with('0') && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    // These letters mean something to YAML at the beginning of a scalar; `=` and `<` do to YAML 1.1.
    let first = text.chars().next();
    let begins = first.is_some_and(|letter| !letter.is_whitespace() && !"-?:,[]{}#&*!|>'\"%@`~=<.".contains(letter));
    // Readers of YAML 1.1 take 1:30 for a number of base 60 and 0o17 for an octal one.
    let number = text.chars().all(|letter| letter.is_ascii_digit() || "+-._:eExXoO".contains(letter));
    // Words that YAML 1.1 takes for true, false and nothing. Other programs read this content too.
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n" | "inf" | "nan"
    );
    let inside = !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['\t', '\n'])
        && !text.ends_with([':', ' ', '\u{3000}'])
        && !text.chars().any(needs_escape);
    let flow = !in_braces || !text.contains([',', '[', ']', '{', '}', ':']);
    begins && !number && !word && inside && flow
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(layout: Layout, keys: &[(&str, YamlValue)]) -> YamlValue {
        YamlValue::Map(layout, keys.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
    }

    fn text(text: &str) -> YamlValue {
        YamlValue::Text(text.to_owned())
    }

    #[test]
    fn scalars_are_quoted_where_they_must_be() {
        assert_eq!(scalar("目的", true), "目的");
        assert_eq!(scalar("a, b", true), "\"a, b\"");
        assert_eq!(scalar("a, b", false), "a, b");
        assert_eq!(scalar("123", true), "123");
        for text in ["- x", "*x", "a: b", "a #b", "007", "1.50", "yes", "", "\"x\"", "[x]", "\\*x"] {
            assert_eq!(scalar(text, false).starts_with('"'), text != "\\*x", "{text}");
        }
    }

    #[test]
    fn long_and_parted_texts_stand_in_blocks() {
        let long = "あ".repeat(60);
        let written = laid_out(&map(Layout::Open, &[("ja", text(&long)), ("en", text("one\n\ntwo"))]));
        assert_eq!(written, format!("ja: >-\n  {long}\nen: |-\n  one\n\n  two\n"));
    }

    #[test]
    fn mappings_stand_in_braces_where_there_is_room() {
        let words = |ja: &str| map(Layout::Words, &[("ja", text(ja))]);
        let leaf = |ja: &str| map(Layout::Leaf, &[("id", text("a")), ("caption", words("題")), ("ja", text(ja))]);
        let long = "あ".repeat(65);
        let file = [
            ("title", words("題")),
            ("name", words(&long)),
            ("columns", YamlValue::List(vec![words("一"), words("二")])),
            ("body", YamlValue::List(vec![leaf("短い"), leaf(&"あ".repeat(30))])),
        ];
        let written = laid_out(&map(Layout::Open, &file));
        let expected = format!(
            "title: {{ja: 題}}\nname:\n  ja: >-\n    {long}\ncolumns: [{{ja: 一}}, {{ja: 二}}]\nbody:\n  \
             - {{id: a, caption: {{ja: 題}}, ja: 短い}}\n  - id: a\n    caption: {{ja: 題}}\n    ja: {}\n",
            "あ".repeat(30)
        );
        assert_eq!(written, expected);
    }

    #[test]
    fn english_is_folded_and_japanese_is_not() {
        let lines = folded_lines("one two three four", 9);
        assert_eq!(lines, ["one two", "three", "four"]);
        let japanese = "第一条 この規程は、 次のとおり";
        assert_eq!(folded_lines(japanese, 9), [japanese]);
    }
}
