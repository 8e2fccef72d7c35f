//! Content written by the program: YAML as a person would write it.

use std::fmt::Write as _;

/// Values longer than this many columns stand in a block.
const WIDTH: usize = 110;

/// A file that is being written.
#[derive(Debug, Default)]
pub struct Yaml {
    text: String,
}

/// A short value in a flow mapping: a key and the words.
pub type Pair<'a> = (&'a str, String);

impl Yaml {
    /// The whole file.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// A line as it is.
    pub fn line(&mut self, indent: usize, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{:indent$}{line}", "");
    }

    /// `key: value`, as a block where the value is long or has paragraphs.
    pub fn text(&mut self, indent: usize, key: &str, paragraphs: &[String]) {
        match paragraphs {
            [] => {}
            [one] => {
                let inline = scalar(one, false);
                if columns(&inline) + indent + key.len() <= WIDTH {
                    self.line(indent, &format!("{key}: {inline}"));
                } else {
                    self.line(indent, &format!("{key}: >-"));
                    self.line(indent + 2, one);
                }
            }
            several => {
                self.line(indent, &format!("{key}: |-"));
                for (at, paragraph) in several.iter().enumerate() {
                    if at > 0 {
                        self.text.push('\n');
                    }
                    self.line(indent + 2, paragraph);
                }
            }
        }
    }

    /// `key: {ja: …, en: …}`; English only where there is any.
    pub fn both(&mut self, indent: usize, key: &str, [ja, en]: &[String; 2]) {
        if en.is_empty() {
            return self.words(indent, key, ja);
        }
        let flow = flow(&[("ja", scalar(ja, true)), ("en", scalar(en, true))]);
        if columns(&flow) + indent + key.len() <= WIDTH {
            self.line(indent, &format!("{key}: {flow}"));
        } else {
            self.line(indent, &format!("{key}:"));
            self.text(indent + 2, "ja", std::slice::from_ref(ja));
            self.text(indent + 2, "en", std::slice::from_ref(en));
        }
    }

    /// `key: {ja: …}`.
    pub fn words(&mut self, indent: usize, key: &str, ja: &str) {
        let flow = scalar(ja, true);
        if columns(&flow) + indent + key.len() <= WIDTH {
            self.line(indent, &format!("{key}: {{ja: {flow}}}"));
        } else {
            self.line(indent, &format!("{key}:"));
            self.text(indent + 2, "ja", &[ja.to_owned()]);
        }
    }
}

/// `{a: x, b: y}`.
#[must_use]
pub fn flow(pairs: &[Pair<'_>]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// How many columns `text` takes.
fn columns(text: &str) -> usize {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

/// `text` as a plain scalar, or in quotes where it has to be.
#[must_use]
pub fn scalar(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) {
        return text.to_owned();
    }
    let escaped: String = text
        .chars()
        .map(|letter| match letter {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            other => other.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let first = text.chars().next();
    let begins = first.is_some_and(|letter| !letter.is_whitespace() && !"-?:,[]{}#&*!|>'\"%@`~=<.".contains(letter));
    let number = text.chars().all(|letter| letter.is_ascii_digit() || "+-._:eExXoO".contains(letter));
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n" | "inf" | "nan"
    );
    let inside =
        !text.contains(": ") && !text.contains(" #") && !text.contains('\t') && !text.ends_with([':', ' ', '\u{3000}']);
    let flow = !in_flow || !text.contains([',', '[', ']', '{', '}', ':']);
    begins && !number && !word && inside && flow
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_quoted_where_they_must_be() {
        assert_eq!(scalar("目的", true), "目的");
        assert_eq!(scalar("a, b", true), "\"a, b\"");
        assert_eq!(scalar("a, b", false), "a, b");
        for text in ["- x", "*x", "a: b", "a #b", "123", "yes", "", "\"x\"", "[x]", "\\*x"] {
            assert_eq!(scalar(text, false).starts_with('"'), text != "\\*x", "{text}");
        }
    }

    #[test]
    fn long_and_parted_texts_stand_in_blocks() {
        let mut yaml = Yaml::default();
        yaml.text(0, "ja", &["あ".repeat(60)]);
        yaml.text(2, "ja", &["一".to_owned(), "二".to_owned()]);
        assert_eq!(yaml.into_text(), format!("ja: >-\n  {}\n  ja: |-\n    一\n\n    二\n", "あ".repeat(60)));
    }
}
