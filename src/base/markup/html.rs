//! The inline tree as HTML.

use super::Inline;

/// `text` with the five characters that mean something in HTML replaced.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// The pieces as HTML. `href` gives the address of a target, or `None` where it has no page.
pub fn to_html<T>(inlines: &[Inline<T>], href: &impl Fn(&T) -> Option<String>) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => escape(text),
            Inline::Strong(inner) => format!("<strong>{}</strong>", to_html(inner, href)),
            Inline::Emphasis(inner) => format!("<em>{}</em>", to_html(inner, href)),
            Inline::Code(text) => format!("<code>{}</code>", escape(text)),
            Inline::Break => "<br>".to_owned(),
            Inline::Link { target, words } => html_link(href(target), &to_html(words, href)),
        })
        .collect()
}

fn html_link(href: Option<String>, words: &str) -> String {
    match href {
        Some(href) => {
            // A site that is led to need not learn which page or form its reader came from.
            let outside = if href.starts_with("https://") || href.starts_with("http://") {
                " rel=\"noopener noreferrer external\""
            } else {
                ""
            };
            format!("<a href=\"{}\"{outside}>{words}</a>", escape(&href))
        }
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let inlines = [
            Inline::Text("<b a='1'>&".to_owned()),
            Inline::Link { target: "x\"><script>", words: vec![Inline::Text("w".to_owned())] },
        ];
        let html = to_html(&inlines, &|target| Some((*target).to_owned()));
        assert_eq!(html, "&lt;b a=&#39;1&#39;&gt;&amp;<a href=\"x&quot;&gt;&lt;script&gt;\">w</a>");
    }
}
