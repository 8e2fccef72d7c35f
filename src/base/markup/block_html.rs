//! The blocks of a page as HTML, and as letters.

use super::blocks::TextBlock;
use super::{Inline, escape, plain_inlines};

/// The letters of blocks, each running text parted from the next by a space.
#[must_use]
pub fn plain_blocks<T>(blocks: Vec<TextBlock<Vec<Inline<T>>>>) -> String {
    let mut texts: Vec<String> = Vec::new();
    for block in blocks {
        block.map(&mut |words: Vec<Inline<T>>| texts.push(plain_inlines(&words)));
    }
    texts.join(" ")
}

/// The blocks as HTML; their running texts are HTML already.
#[must_use]
pub fn blocks_to_html(blocks: &[TextBlock<String>]) -> String {
    blocks.iter().map(block_to_html).collect()
}

fn block_to_html(block: &TextBlock<String>) -> String {
    match block {
        TextBlock::Heading { level, words } => format!("<h{level}>{words}</h{level}>\n"),
        TextBlock::Paragraph(words) => format!("<p>{words}</p>\n"),
        TextBlock::List { start, items } => {
            let (name, from) = match start {
                None => ("ul", String::new()),
                Some(1) => ("ol", String::new()),
                Some(start) => ("ol", format!(" start=\"{}\"", escape(&start.to_string()))),
            };
            let items: String = items.iter().map(|item| format!("<li>{}</li>\n", item_to_html(item))).collect();
            format!("<{name}{from}>\n{items}</{name}>\n")
        }
        TextBlock::Quote(inner) => format!("<blockquote>\n{}</blockquote>\n", blocks_to_html(inner)),
        TextBlock::Table { head, rows } => {
            let row = |cells: &[String], open: &str, close: &str| {
                let cells: String = cells.iter().map(|cell| format!("<{open}>{cell}</{close}>")).collect();
                format!("<tr>{cells}</tr>\n")
            };
            let body: String = rows.iter().map(|cells| row(cells, "td", "td")).collect();
            let head = row(head, "th scope=\"col\"", "th");
            format!("<table class=\"text-table\">\n<thead>{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n")
        }
        // Who has no mouse can move along a line that is too long.
        TextBlock::Code(lines) => format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", escape(lines)),
        TextBlock::Rule => "<hr>\n".to_owned(),
    }
}

/// An item of one paragraph needs no element for it.
fn item_to_html(item: &[TextBlock<String>]) -> String {
    match item {
        [TextBlock::Paragraph(words)] => words.clone(),
        [TextBlock::Paragraph(words), rest @ ..] => format!("{words}\n{}", blocks_to_html(rest)),
        blocks => blocks_to_html(blocks),
    }
}
