//! The list of chapters and of the articles in each that stands at the head of a document as a part of it (目次). It is
//! computed, so that it follows whatever is renumbered; an amendment amends it all the same.
//!
//! By custom a line has the name of a chapter and in brackets its first and last article (第二章　夜（第四条―第八条）), of two
//! articles both (第四条・第五条); a chapter with sections has none, its sections have. 附則 comes last.

use crate::base::locale::Lang;
use crate::base::notation::numerals::of_several;
use crate::content::Kind;
use crate::corpus::model::{Document, Provision, Role};

/// A line of a document's own list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsLine {
    /// By how many headings it stands below others.
    pub depth: usize,
    /// Its words.
    pub words: String,
}

/// Whether provisions of `kind` head others.
#[must_use]
pub fn heads_others(kind: Kind) -> bool {
    matches!(kind, Kind::Part | Kind::Chapter | Kind::Section | Kind::Subsection | Kind::Division)
}

/// The words of a line: the `name` of a heading, and the numbers of its articles, none where it has other headings.
#[must_use]
pub fn contents_words(name: &str, articles: &[String], lang: Lang) -> String {
    let range = match (articles, lang) {
        ([], _) => return name.to_owned(),
        ([one], Lang::Ja) => format!("（{one}）"),
        ([one, other], Lang::Ja) => format!("（{one}・{other}）"),
        ([first, .., last], Lang::Ja) => format!("（{first}―{last}）"),
        ([one], Lang::En) => format!(" ({one})"),
        ([first, .., last], Lang::En) => format!(" ({})", of_several(first, last, articles.len() == 2, false)),
    };
    format!("{name}{range}")
}

impl Document {
    /// The lines of its own list of contents in `lang`; none where it has no such list.
    #[must_use]
    pub fn own_contents(&self, lang: Lang) -> Vec<ContentsLine> {
        let mut lines = Vec::new();
        if !self.contents {
            return lines;
        }
        for division in self.divisions.iter().filter(|division| division.role == Role::Body) {
            division.provisions.iter().for_each(|provision| add_heading(provision, 0, lang, &mut lines));
        }
        let supplementary = self.divisions.iter().find(|division| division.role == Role::Supplementary);
        if let Some(label) = supplementary.and_then(|division| division.label.as_ref()) {
            let words = label.get(lang);
            let words = if lang == Lang::Ja { words.split_whitespace().collect() } else { words.clone() };
            lines.push(ContentsLine { depth: 0, words });
        }
        lines
    }
}

fn add_heading(provision: &Provision, depth: usize, lang: Lang, lines: &mut Vec<ContentsLine>) {
    if !provision.kind.is_some_and(heads_others) {
        return;
    }
    let caption = provision.caption.as_ref().map(|caption| caption.get(lang).as_str());
    let parts: Vec<&str> =
        std::iter::once(provision.label.get(lang)).chain(caption).filter(|part| !part.is_empty()).collect();
    let has_headings = provision.items.iter().any(|item| item.kind.is_some_and(heads_others));
    let articles = if has_headings { Vec::new() } else { article_names(provision, lang) };
    let name = parts.join(if lang == Lang::Ja { "　" } else { " " });
    lines.push(ContentsLine { depth, words: contents_words(&name, &articles, lang) });
    provision.items.iter().for_each(|item| add_heading(item, depth + 1, lang, lines));
}

fn article_names(heading: &Provision, lang: Lang) -> Vec<String> {
    let own = heading.items.iter().filter(|item| item.kind == Some(Kind::Article));
    own.map(|article| article.cite.get(lang).to_owned()).collect()
}
