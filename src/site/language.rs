//! The language of letters within a page. What is written in kana and kanji in what is English says that it is Japanese, so that
//! it is read aloud as that (WCAG 3.1.2). It is found in the finished page, where it does not matter whether the letters came from
//! content, from the settings or from the words of the site.

use crate::base::locale::Lang;

/// Elements without an end (HTML, 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements whose text can hold no element.
const BARE: [&str; 4] = ["title", "textarea", "script", "style"];

/// An element that is open.
struct OpenElement<'a> {
    name: &'a str,
    /// Whether its text needs no mark: it is Japanese already, or can hold none.
    is_settled: bool,
}

/// Returns the page `html` in `lang` with each run of Japanese letters marked that is not within an element in Japanese.
pub(super) fn with_languages(html: String, lang: Lang) -> String {
    // A page in Japanese has something to mark only in what it shows in English, as the page of both languages does.
    let has_english = lang == Lang::En || html.contains(" lang=\"en\"");
    if has_english && html.chars().any(is_japanese) { marked(&html) } else { html }
}

fn marked(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut open: Vec<OpenElement<'_>> = Vec::new();
    let mut rest = html;
    while let Some(at) = tag_start(rest) {
        put_text(&rest[..at], &open, &mut out);
        let tag = tag_at(&rest[at..]);
        rest = &rest[at + tag.len()..];
        let name = name_of(tag);
        if tag.starts_with("</") {
            if let Some(at) = open.iter().rposition(|element| element.name == name) {
                open.truncate(at);
            }
        } else if !(name.is_empty() || tag.ends_with("/>") || VOID.contains(&name)) {
            let text = || &rest[..tag_start(rest).unwrap_or(rest.len())];
            // A choice of a list holds text alone; the language is its own.
            if name == "option" && !tag.contains(" lang=\"") && text().chars().any(is_japanese) {
                out.push_str(tag.strip_suffix('>').unwrap_or(tag));
                out.push_str(" lang=\"ja\">");
                open.push(OpenElement { name, is_settled: true });
                continue;
            }
            let above = open.last().is_some_and(|above| above.is_settled);
            let is_settled = language_of(tag).map_or(above, |lang| lang == "ja") || BARE.contains(&name);
            open.push(OpenElement { name, is_settled });
            if name == "a"
                && !is_settled
                && let Some(length) = put_named_link(tag, text(), &open, &mut out)
            {
                rest = &rest[length..];
                continue;
            }
        }
        out.push_str(tag);
    }
    put_text(rest, &open, &mut out);
    out
}

/// Returns where the next tag begins. Texts between tags are short, and a look at byte after byte finds it soonest.
fn tag_start(html: &str) -> Option<usize> {
    html.bytes().position(|sign| sign == b'<')
}

/// Puts the tag of a link whose name is in Japanese or has a part in it, the link's `text`, and behind it the name as text that is only
/// heard, and returns how long `text` is; `None` where the link has no such name. A name in an attribute could mark no part of itself.
fn put_named_link(tag: &str, text: &str, open: &[OpenElement<'_>], out: &mut String) -> Option<usize> {
    const NAME: &str = " aria-label=\"";
    let (before, named) = tag.split_once(NAME)?;
    let (name, after) = named.split_once('"').filter(|(name, _)| name.chars().any(is_japanese))?;
    out.push_str(&format!("{before}{after}<span aria-hidden=\"true\">"));
    put_text(text, open, out);
    out.push_str("</span><span class=\"visually-hidden\">");
    put_text(name, open, out);
    out.push_str("</span>");
    Some(text.len())
}

/// Returns the tag or comment with which `html` begins; all of it where that has no end.
fn tag_at(html: &str) -> &str {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html, |at| &html[..at + 3]);
    }
    let mut quote = None;
    // No byte of a longer letter is one of these signs.
    for (at, sign) in html.bytes().enumerate() {
        match (quote, sign) {
            (None, b'>') => return &html[..=at],
            (None, b'"' | b'\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    html
}

/// Returns the name of a tag; an empty one for a comment.
fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    &name[..end]
}

/// Returns the language that a tag names.
fn language_of(tag: &str) -> Option<&str> {
    // No value of an attribute can hold this: a quotation mark in it is escaped.
    let named = tag.split(' ').skip(1).find_map(|part| part.strip_prefix("lang=\""))?;
    named.split('"').next()
}

fn put_text(text: &str, open: &[OpenElement<'_>], out: &mut String) {
    if text.is_ascii() || open.last().is_none_or(|element| element.is_settled) {
        out.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.find(is_japanese) {
        // An opening bracket belongs to what stands in it.
        let start = rest[..at].trim_end_matches(goes_along).len();
        let start = start + digits_at(&rest[start..]);
        let goes_on = |letter: char| is_japanese(letter) || goes_along(letter);
        let end = rest[at..].find(|letter| !goes_on(letter)).map_or(rest.len(), |length| at + length);
        // A number at the end is read as one of the sentence around it.
        let end = rest[..end].trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        out.push_str(&rest[..start]);
        out.push_str("<span lang=\"ja\">");
        out.push_str(&rest[start..end]);
        out.push_str("</span>");
        rest = &rest[end..];
    }
    out.push_str(rest);
}

fn digits_at(text: &str) -> usize {
    text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len()
}

/// Whether a letter is kana or kanji.
pub(super) fn is_japanese(letter: char) -> bool {
    // Hiragana, katakana but for its dot, signs such as 々, kanji with their extensions, and half-width katakana.
    matches!(letter, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3134F}')
}

/// Whether a letter stands among Japanese ones without being one: brackets and other signs of full width, and digits.
fn goes_along(letter: char) -> bool {
    letter.is_ascii_digit()
        || matches!(letter, '\u{2460}'..='\u{24FF}' | '\u{3000}'..='\u{303F}' | '\u{30FB}' | '\u{FF01}'..='\u{FF65}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_english(html: &str) -> String {
        with_languages(format!("<html lang=\"en\">{html}</html>"), Lang::En)
            .replace("<html lang=\"en\">", "")
            .replace("</html>", "")
    }

    #[test]
    fn japanese_within_english_says_what_it_is() {
        assert_eq!(
            in_english("<p>the form (「別紙様式1」の2 of 12)</p>"),
            "<p>the form (<span lang=\"ja\">「別紙様式1」の</span>2 of 12)</p>"
        );
        assert_eq!(in_english("<p>令和8年4月1日 or 2026</p>"), "<p><span lang=\"ja\">令和8年4月1日</span> or 2026</p>");
        assert_eq!(in_english("<p>ＭＣＳ &amp; 12</p>"), "<p>ＭＣＳ &amp; 12</p>");
    }

    #[test]
    fn the_name_of_a_link_marks_its_japanese_part() {
        assert_eq!(
            in_english("<a href=\"#x\" aria-label=\"Link to 1 (目的)\">#</a>"),
            "<a href=\"#x\"><span aria-hidden=\"true\">#</span><span class=\"visually-hidden\">Link to 1 \
             (<span lang=\"ja\">目的</span>)</span></a>"
        );
        let english = "<a href=\"#x\" aria-label=\"Link to 1\">#</a>";
        assert_eq!(in_english(english), english);
    }

    #[test]
    fn what_is_marked_or_cannot_be_stays_as_it_is() {
        for html in [
            "<section lang=\"ja\"><p>文<br>字</p></section>",
            "<meta content=\"文字>\"><!-- 文字 > --><title>文字</title>",
            "<script>\"文字\" < 1</script>",
            "<a aria-label='文字>' href=\"x\">x</a>",
        ] {
            assert_eq!(in_english(html), html);
        }
        assert_eq!(
            in_english("<section lang=\"ja\"><p lang=\"en\">文</p>字</section>"),
            "<section lang=\"ja\"><p lang=\"en\"><span lang=\"ja\">文</span></p>字</section>"
        );
        assert_eq!(in_english("<option value=\"1\">文</option>"), "<option value=\"1\" lang=\"ja\">文</option>");
        assert_eq!(with_languages("<p>文</p>".to_owned(), Lang::Ja), "<p>文</p>");
    }

    #[test]
    fn broken_html_ends() {
        for html in ["<p>文<", "<p title=\"文", "<!-- 文", "</p></p>文", "文"] {
            assert!(with_languages(html.to_owned(), Lang::En).contains('文'));
        }
    }
}
