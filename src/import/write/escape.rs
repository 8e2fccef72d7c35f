//! Letters as inline Markdown that shows those very letters.

/// `text` so that the Markdown of texts prints it letter for letter.
#[must_use]
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> = text.trim().chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        match letter {
            // A tag would be warned of, and an address in brackets become a link.
            '<' => out.push_str("&lt;"),
            '&' if next.is_some_and(|next| next.is_ascii_alphabetic() || next == '#') => out.push_str("&amp;"),
            // A bar before letters and 《》 would be taken for a reading.
            '｜' if text.contains('《') => out.push_str("\\｜"),
            '\\' | '*' | '`' | '[' | ']' => {
                out.push('\\');
                out.push(letter);
            }
            '_' if !(is_in_word(before) && is_in_word(next)) => out.push_str("\\_"),
            '\n' | '\r' | '\t' => out.push(' '),
            other => out.push(other),
        }
    }
    at_head(out)
}

fn is_in_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_alphanumeric())
}

/// Escapes the letters that would begin a block at the head of a paragraph.
fn at_head(text: String) -> String {
    let first = text.chars().next();
    if matches!(first, Some('#' | '>' | '-' | '+' | '=' | '~')) {
        return format!("\\{text}");
    }
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::markup;

    #[test]
    fn every_letter_is_shown() {
        for text in [
            "*強調*と**強い**",
            "[x](y) ![z](w)",
            "<b>太字</b> <https://example.jp/> <a@b.jp>",
            "a_b _c_ \\_d",
            "# 見出し",
            "- 項目",
            "1. 項目",
            "12) 項目",
            "> 引用",
            "```",
            "~~~",
            "===",
            "---",
            "&amp; &lt; & &#42;",
            "`code`",
            "\\*",
            "\\",
            "+",
            "____",
            "* * *",
            "a\tb",
            "名前：＿＿＿",
            "<!-- x -->",
            "<a <b>",
            "![",
            "[]()",
            "[a]: b",
            "｜漢字《かんじ》",
            "\\｜漢字《かんじ》｜",
            "a[^1]",
        ] {
            let (parsed, faults) = markup::parse_markup(&escape_markdown(text), true);
            assert_eq!(
                (markup::to_plain(&parsed), faults),
                (text.replace('\t', " "), Vec::new()),
                "{}",
                escape_markdown(text)
            );
        }
    }
}
