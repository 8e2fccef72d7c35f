//! How marks are written, and the units that some of them name.

use crate::base::notation::numerals::{Numeral, Template};
use crate::base::notation::widths::folded;

/// The units of Japanese drafting that stand above paragraphs, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberUnit {
    /// 編, 部
    Part,
    /// 章
    Chapter,
    /// 節
    Section,
    /// 款
    Subsection,
    /// 目
    Division,
    /// 条
    Article,
}

impl NumberUnit {
    pub(in crate::import) fn of(letter: char) -> Option<Self> {
        Some(match letter {
            '編' | '部' => Self::Part,
            '章' => Self::Chapter,
            '節' => Self::Section,
            '款' => Self::Subsection,
            '目' => Self::Division,
            '条' | '條' => Self::Article,
            _ => return None,
        })
    }
}

/// The style of a mark: the letters before and after its number, and the numeral; a bullet has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle {
    /// The letters before the number.
    pub before: String,
    /// The numeral; `None` for a bullet.
    pub numeral: Option<Numeral>,
    /// The letters after the number.
    pub after: String,
    /// The letters between the number above and this one, in １－２; `None` where the number above is not repeated.
    pub joint: Option<String>,
}

impl NumberStyle {
    pub(in crate::import) fn plain(before: &str, numeral: Numeral, after: &str) -> Self {
        Self { before: before.to_owned(), numeral: Some(numeral), after: after.to_owned(), joint: None }
    }

    pub(in crate::import) fn bullet(letter: &str) -> Self {
        Self { before: letter.to_owned(), numeral: None, after: String::new(), joint: None }
    }

    /// Returns the key that styles of one sequence share: widths of letters do not count.
    #[must_use]
    pub fn key(&self) -> String {
        // １ and 1 stand in one list where a text was written by several hands.
        let numeral = match self.numeral {
            Some(Numeral::Ascii | Numeral::Wide) => "n".to_owned(),
            Some(other) => format!("{other:?}"),
            None => String::new(),
        };
        let joint = self.joint.as_deref().unwrap_or("");
        folded(&format!("{}|{joint}{numeral}|{}", self.before, self.after))
    }

    /// The style as authors write it: 第{kanji}条.
    #[must_use]
    pub fn template(&self) -> String {
        let name = self.numeral.map_or_else(String::new, |numeral| format!("{{{}}}", numeral.name()));
        let parent = self.joint.as_ref().map_or_else(String::new, |joint| format!("{{parent}}{joint}"));
        format!("{}{parent}{name}{}", self.before, self.after)
    }

    /// Returns the letters that it prints for `number` below a provision that is cited as `parent`.
    #[must_use]
    pub fn print(&self, number: &[u32], parent: &str) -> String {
        Template::parse(&self.template()).map(|template| template.write(number, parent, true)).unwrap_or_default()
    }
}
