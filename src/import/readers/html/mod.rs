//! The reader of HTML, as 例規集 and councils' pages are served: the lines that a browser shows, without the menus
//! around them.

mod around;
mod grid;
mod tree;
mod walk;

use self::tree::{HtmlTree, ROOT};
use self::walk::HtmlWalker;
use super::raw::raw_lines;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::import::outline::source::{SourceText, Why};

/// Whether `text` begins as HTML does.
#[must_use]
pub fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    // A declaration of XML and comments may stand before.
    while let Some((_, after)) = ["<?", "<!--"].iter().find_map(|begin| rest.strip_prefix(begin)?.split_once('>')) {
        rest = after.trim_start();
    }
    let head: String = rest.chars().take(14).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Reads the page `text`, which `name` held.
///
/// # Errors
/// J0860 where it has more elements, or deeper ones, than any page of text; J0804 where it shows no letters.
pub fn read_html(text: &str, name: &str) -> Result<SourceText, Box<Diagnostic>> {
    let (tree, left_out) =
        parsed_markup(text).ok_or_else(|| Box::new(Diagnostic::new(Code::J0860).arg("path", name)))?;
    // Without <main> or <article> the whole page is read: what is no menu by its own markup may be text.
    let mut walker = HtmlWalker::new(&tree);
    match main_element(&tree) {
        Some(main) => {
            walker.leave_around(main);
            walker.walk(main);
        }
        None => walker.walk(ROOT),
    }
    let mut source = walker.done();
    source.left_out.extend(left_out);
    if source.lines.is_empty() {
        return Err(Box::new(Diagnostic::new(Code::J0804).arg("path", name)));
    }
    Ok(source)
}

/// The lines of a part of a page; nothing where it is too deep.
pub(super) fn read_fragment(markup: &str) -> Option<SourceText> {
    let (tree, left_out) = parsed_markup(markup)?;
    let mut walker = HtmlWalker::new(&tree);
    walker.walk(ROOT);
    let mut source = walker.done();
    source.left_out.extend(left_out);
    Some(source)
}

fn parsed_markup(markup: &str) -> Option<(HtmlTree, Vec<crate::import::outline::source::LeftOut>)> {
    let mut left_out = Vec::new();
    let lines: Vec<String> = raw_lines(markup, &mut left_out).into_iter().map(|line| line.text).collect();
    // What was no letter is told; the lines themselves are read by the parser.
    left_out.retain(|left| left.why == Why::Control);
    Some((tree::parse_html(&lines.join("\n"))?, left_out))
}

/// The element that holds the text of the page, where the page says so: the only one of its kind.
fn main_element(tree: &HtmlTree) -> Option<usize> {
    ["main", "article"].iter().find_map(|name| {
        let mut found = tree.below(ROOT).filter(|at| tree.name(*at) == *name);
        // Of two articles neither is the text, and leaving one out would lose half of it.
        found.next().filter(|_| found.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(markup: &str) -> String {
        let source = read_html(markup, "page").unwrap_or_else(|fault| panic!("{fault:?}"));
        source.lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_a_browser_shows_is_read() {
        let page = "<!DOCTYPE html><html><head><title>例規</title><style>p{}</style><script>var 会 = 1;</script></head><body>\
                    <h1>みどり会\n規約</h1><p>第１条　会員は、<b>静か</b>に\n話す。<br>次の行&amp;<p>第２条　会員は、歩く。</body></html>";
        assert_eq!(told(page), "みどり会規約|第１条　会員は、静かに話す。|次の行&|第２条　会員は、歩く。");
        assert!(is_html("\u{FEFF}<?xml version='1.0'?>\n<!-- x -->\n<HTML>") && !is_html("みどり会規約 <html>"));
    }

    #[test]
    fn menus_are_left_out_and_told() {
        let page = "<html><body><header>サイトの名</header><nav>目次へ</nav><main><p>本文</p></main><footer>連絡先</footer></body></html>";
        let source = read_html(page, "page").expect("a page");
        assert_eq!(source.lines.len(), 1);
        let left: Vec<_> = source.left_out.iter().map(|left| (left.text.as_str(), left.why)).collect();
        assert_eq!(left, [("サイトの名", Why::Around), ("目次へ", Why::Around), ("連絡先", Why::Around)]);
        let plain = read_html("<html><body><nav>目次へ</nav><p>本文</p><p hidden>隠れた文</p></body></html>", "page")
            .expect("a page");
        assert_eq!((plain.lines.len(), plain.left_out.len()), (1, 2));
    }

    #[test]
    fn menus_are_known_by_their_names() {
        let page = "<html><body><div id='global-nav'><ul><li>窓口へ</ul></div><div id=body><p>第１条　会員は、<u>静かに</u>話す。</div><div class='foot footer'>役場</div></body></html>";
        let source = read_html(page, "page").expect("a page");
        assert_eq!(
            source.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(),
            ["第１条　会員は、静かに話す。"]
        );
        let left: Vec<_> = source.left_out.iter().map(|left| (left.text.as_str(), left.why)).collect();
        assert_eq!(left, [("窓口へ", Why::Around), ("静かに", Why::Underline), ("役場", Why::Around)]);
    }

    #[test]
    fn lists_bear_the_numbers_that_are_shown() {
        let page = "<html><ol start=3><li>花<li value=7>水<ul><li>池<li>（１）川</ul></ol><ol type=a><li>草</ol><ol style='list-style-type: none'><li>一　土</ol></html>";
        assert_eq!(told(page), "3. 花|7. 水|・池|（１）川|a. 草|一　土");
    }

    #[test]
    fn tables_are_read_cell_by_cell() {
        let page = "<html><table><caption>額</caption><thead><tr><th>区分<th colspan=2>額</thead><tr><td rowspan=2>医療<td>医師<td>100円<tr><td>看護師<td></table></html>";
        let source = read_html(page, "page").expect("a page");
        let cells: Vec<_> = source
            .lines
            .iter()
            .map(|line| (line.text.as_str(), line.cell.map(|cell| (cell.row, cell.column))))
            .collect();
        assert_eq!(
            cells,
            [
                ("額", None),
                ("区分", Some((0, 0))),
                ("額", Some((0, 1))),
                ("医療", Some((1, 0))),
                ("医師", Some((1, 1))),
                ("100円", Some((1, 2))),
                ("看護師", Some((2, 1)))
            ]
        );
        let grid = &source.tables[&0];
        assert_eq!((grid.rows, grid.columns, grid.head, grid.cells.len()), (3, 3, 1, 7));
        assert_eq!(told("<html><table><tr><td>左の段<td><h2>題名</h2><p>本文</table></html>"), "左の段|題名|本文");
    }

    #[test]
    fn what_would_exhaust_a_computer_is_refused() {
        let refused = |markup: &str| read_html(markup, "page").err().map(|fault| fault.code.name());
        assert_eq!(refused(&"<div>".repeat(2_000)), Some("J0860"));
        assert_eq!(refused(&"<hr>".repeat(600_000)), Some("J0860"));
        let formats: String = (0..2_000).map(|at| format!("<b a={at}>")).collect();
        assert_eq!(refused(&format!("{formats}{}", "<p>".repeat(2_000))), Some("J0860"));
        assert_eq!(refused("<html><script>a</script></html>"), Some("J0804"));
    }
}
