//! The reader of plain text.

use super::markdown::read_markdown;
use super::raw::{RawLine, raw_lines};
use super::tables;
use crate::import::outline::source::{LeftOut, SourceLine, SourceText, Why};
use crate::import::shapes::{column_width, marks};

/// The lines of `text`; `markdown` says that its name ends in .md.
#[must_use]
pub fn read_text(text: &str, markdown: bool) -> SourceText {
    if markdown {
        return read_markdown(text);
    }
    let mut left_out = Vec::new();
    let raw = raw_lines(text, &mut left_out);
    // What a program saved as plain text may bear signs of Markdown and follows none of its rules.
    let markdown = is_markdown(&raw);
    let found = tables::find_tables(&raw, markdown);
    let mut source = SourceText { left_out, tables: found.grids(), ..SourceText::default() };
    let (mut gap, mut page) = (0, false);
    for (at, line) in raw.iter().enumerate() {
        page |= line.page;
        // A rule parts what stands around it as an empty line does.
        if line.is_blank() || found.rules.contains(&at) || (markdown && is_rule(&line.text)) {
            gap += 1;
            continue;
        }
        let cells = found.cells.get(&at);
        let pieces: Vec<_> = match cells {
            Some(cells) => cells.iter().map(|(cell, text)| (Some(*cell), text.as_str())).collect(),
            None => vec![(None, line.text.as_str())],
        };
        for (cell, text) in pieces {
            let mut one =
                if markdown { marked_up(text) } else { SourceLine { text: text.to_owned(), ..SourceLine::default() } };
            without_remains(&mut one.text, line.number, &mut source.left_out);
            let indent = if cell.is_none() { column_width(&text[..text.len() - text.trim_start().len()]) } else { 0 };
            one.text = one.text.trim().replace('\t', " ");
            // An empty cell is no line; the grid of its table knows that it is there.
            if one.text.is_empty() {
                continue;
            }
            source.lines.push(SourceLine { number: line.number, gap, indent, cell, page, ..one });
            (gap, page) = (0, false);
        }
    }
    source
}

/// Whether a text without a telling name is Markdown: it has headings, or members of lists that bear numbers.
fn is_markdown(lines: &[RawLine]) -> bool {
    let heading = |line: &RawLine| markdown_heading(&line.text).is_some();
    let listed = |line: &RawLine| {
        list_marker(&line.text).is_some_and(|rest| marks::find_mark(rest).is_some() && !rest.trim_end().ends_with('-'))
    };
    // A dash is a bullet of plain text too, so that one member of a list proves nothing; three that bear numbers behind
    // their dashes are the habit of a converter.
    lines.iter().any(heading) || lines.iter().filter(|line| listed(line)).count() > 2
}

fn markdown_heading(text: &str) -> Option<(u8, &str)> {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    // CommonMark wants a space behind the signs, so that #1 stays a word; a wide one is what a Japanese keyboard
    // gives.
    let sound = (1..=6).contains(&level) && rest.starts_with([' ', '\u{3000}']) && !rest.trim().is_empty();
    let level = u8::try_from(level).ok()?;
    sound.then(|| (level, rest.trim().trim_end_matches('#').trim_end()))
}

/// Returns the text after the marker of a list.
fn list_marker(text: &str) -> Option<&str> {
    let text = text.trim_start();
    ["- ", "* ", "+ "].iter().find_map(|marker| text.strip_prefix(marker)).map(str::trim_start)
}

fn is_rule(text: &str) -> bool {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    text.len() > 2
        && ["-", "*", "_"].iter().any(|sign| text.trim_matches(sign.chars().next().unwrap_or('-')).is_empty())
}

/// A line of Markdown without its markup.
fn marked_up(text: &str) -> SourceLine {
    let mut line = SourceLine::default();
    let mut body = text.trim();
    if let Some((level, rest)) = markdown_heading(text) {
        line.heading = Some(level);
        body = rest;
    } else if let Some(rest) = list_marker(text) {
        line.listed = true;
        body = rest;
    }
    let (plain, bold) = inline(body);
    line.bold = bold;
    // A member without a mark of its own is printed with a bullet.
    // - （１）項目 has its number, and the dash is the converter's.
    let bare = line.listed && marks::find_mark(&plain).is_none() && !plain.trim().is_empty();
    line.text = if bare { format!("・{plain}") } else { plain };
    line
}

/// The letters of a line, and whether all of them are bold.
fn inline(text: &str) -> (String, bool) {
    let text = text.strip_suffix('\\').unwrap_or(text).trim();
    let pairs = text.replace("\\*", "").matches("**").count();
    // **花** と **水** begins and ends so too, and is not bold as a whole.
    let bold = pairs == 2 && text.starts_with("**") && text.ends_with("**");
    let mut out = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        let next = after.chars().next();
        match (letter, next) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => {
                out.push(next);
                rest = &after[next.len_utf8()..];
                continue;
            }
            // An odd number of ** leaves it open which of them are markup, and all stay letters.
            ('*', Some('*')) if pairs > 1 && pairs.is_multiple_of(2) => {
                rest = &after[1..];
                continue;
            }
            ('<', _) => {
                let end = after.find(|sign: char| matches!(sign, '<' | '>') || sign.is_whitespace());
                let inner = end.filter(|end| after[*end..].starts_with('>')).map(|end| &after[..end]);
                // Brackets around an address are Markdown's; any others are the author's.
                let inner = inner.filter(|inner| inner.starts_with("http"));
                if let Some(inner) = inner {
                    out.push_str(inner);
                    rest = &after[inner.len() + 1..];
                    continue;
                }
                out.push('<');
            }
            (other, _) => out.push(other),
        }
        rest = after;
    }
    (out, bold)
}

/// Takes `[image: …]`, `[bookmark: …]` and pictures of Markdown out of `text`.
fn without_remains(text: &mut String, line: usize, left_out: &mut Vec<LeftOut>) {
    let mut kept = String::new();
    let mut done = 0;
    for (start, end) in remains(text) {
        left_out.push(LeftOut { line, text: text[start..end].to_owned(), why: Why::Remains });
        kept.push_str(&text[done..start]);
        done = end;
    }
    if done > 0 {
        kept.push_str(&text[done..]);
        *text = kept;
    }
}

/// The places of such remains, in their order. Once no `]` is left, none is looked for again.
fn remains(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    let (mut brackets, mut middles) = (true, true);
    while let Some(start) = text[from..].find(['[', '!']).map(|at| from + at) {
        let rest = &text[start..];
        let mut end = None;
        if brackets && (rest.starts_with("[image:") || rest.starts_with("[bookmark:")) {
            end = rest.find(']').map(|at| start + at + 1);
            brackets = end.is_some();
        } else if middles && rest.starts_with("![") {
            let middle = rest.find("](");
            middles = middle.is_some();
            end = middle.and_then(|middle| rest[middle..].find(')').map(|at| start + middle + at + 1));
            middles &= end.is_some();
        }
        found.extend(end.map(|end| (start, end)));
        from = end.unwrap_or(start + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &SourceText) -> Vec<&str> {
        source.lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn markup_is_no_letter() {
        let source = read_text(
            "## 1 総則\n\n- ・ 項目\n- 項目\n\\*注 \\_\\_\n**題名**  \n<https://example.jp/a> を見る\n",
            true,
        );
        assert_eq!(texts(&source), ["1 総則", "・ 項目", "・項目", "*注 __", "題名", "https://example.jp/a を見る"]);
        assert_eq!(source.lines[0].heading, Some(2));
        assert!(source.lines[4].bold && source.lines[1].listed);
    }

    #[test]
    fn remains_of_pictures_are_left_out_and_said() {
        let source = read_text("[bookmark: _GoBack]第一条　目的\n[image: ]\n本文\u{1}\n", false);
        assert_eq!(texts(&source), ["第一条　目的", "本文"]);
        let said: Vec<_> = source.left_out.iter().map(|left| (left.line, left.text.as_str())).collect();
        assert_eq!(said, [(3, "U+0001"), (1, "[bookmark: _GoBack]"), (2, "[image: ]")]);
        let source = read_text("![図](a.png)本文[image: x]の![後[image: y]ろ](b) ![開いた", false);
        assert_eq!(texts(&source), ["本文の ![開いた"]);
    }

    #[test]
    fn gaps_and_ends_of_lines_are_counted() {
        let source = read_text("一\r\n\r\n\r\n二\r三\u{C}四", false);
        let gaps: Vec<_> = source.lines.iter().map(|line| (line.number, line.gap, line.page)).collect();
        assert_eq!(gaps, [(1, 0, false), (4, 2, false), (5, 0, true)]);
    }
}
