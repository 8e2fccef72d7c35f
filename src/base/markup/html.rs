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

/// The ways from a page to what its texts name.
pub trait TextLinks<T> {
    /// Returns the address of a target; `None` where it has no page.
    fn href(&self, target: &T) -> Option<String>;

    /// Returns the address of the picture at `path` below the folder of pictures.
    fn picture(&self, path: &str) -> String;
}

/// The pieces as HTML, with `links` to what they name.
pub fn to_html<T>(inlines: &[Inline<T>], links: &impl TextLinks<T>) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => escape(text),
            Inline::Strong(inner) => format!("<strong>{}</strong>", to_html(inner, links)),
            Inline::Emphasis(inner) => format!("<em>{}</em>", to_html(inner, links)),
            Inline::Code(text) => format!("<code>{}</code>", escape(text)),
            Inline::Break => "<br>".to_owned(),
            Inline::Ruby { base, reading } => {
                let (base, reading) = (escape(base), escape(reading));
                format!("<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>")
            }
            Inline::Language { lang, words } => {
                format!("<span lang=\"{}\">{}</span>", escape(lang), to_html(words, links))
            }
            Inline::Note(inner) => format!("<small class=\"footnote\">（{}）</small>", to_html(inner, links)),
            Inline::Picture { path, alt } => {
                format!("<img class=\"picture\" src=\"{}\" alt=\"{}\">", escape(&links.picture(path)), escape(alt))
            }
            Inline::Link { target, words } => html_link(links.href(target), &to_html(words, links)),
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

    struct PlainLinks;

    impl TextLinks<&str> for PlainLinks {
        fn href(&self, target: &&str) -> Option<String> {
            Some((*target).to_owned())
        }

        fn picture(&self, path: &str) -> String {
            format!("pictures/{path}")
        }
    }

    #[test]
    fn pictures_notes_and_readings_are_what_html_has_for_them() {
        let text = |text: &str| Inline::Text(text.to_owned());
        let inlines: [Inline<&str>; 3] = [
            Inline::Picture { path: "a\".png".to_owned(), alt: "\"<".to_owned() },
            Inline::Ruby { base: "漢".to_owned(), reading: "かん".to_owned() },
            Inline::Note(vec![text("注")]),
        ];
        let html = to_html(&inlines, &PlainLinks);
        assert!(
            html.starts_with("<img class=\"picture\" src=\"pictures/a&quot;.png\" alt=\"&quot;&lt;\"><ruby>漢<rp>"),
            "{html}"
        );
        assert!(html.ends_with("<small class=\"footnote\">（注）</small>"), "{html}");
    }

    #[test]
    fn text_cannot_become_markup() {
        let inlines = [
            Inline::Text("<b a='1'>&".to_owned()),
            Inline::Link { target: Box::new("x\"><script>"), words: vec![Inline::Text("w".to_owned())] },
        ];
        let html = to_html(&inlines, &PlainLinks);
        assert_eq!(html, "&lt;b a=&#39;1&#39;&gt;&amp;<a href=\"x&quot;&gt;&lt;script&gt;\">w</a>");
    }
}
