//! How marks are written, and the units that some of them name.

use unicode_normalization::UnicodeNormalization as _;

use crate::base::notation::numerals::{Numeral, Template};

/// The units of Japanese drafting that stand above paragraphs, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberUnit {
    /// 編
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
            '編' => Self::Part,
            '章' => Self::Chapter,
            '節' => Self::Section,
            '款' => Self::Subsection,
            '目' => Self::Division,
            '条' => Self::Article,
            _ => return None,
        })
    }
}

/// How a mark is written: what stands before and after its number, and which numeral; a bullet has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle {
    /// What stands before the number.
    pub before: String,
    /// The numeral; `None` for a bullet.
    pub numeral: Option<Numeral>,
    /// What stands after the number.
    pub after: String,
    /// What stands between the number above and this one, in １－２; `None` where the number above is not repeated.
    pub joint: Option<String>,
}

impl NumberStyle {
    pub(in crate::import) fn plain(before: &str, numeral: Numeral, after: &str) -> Self {
        Self { before: before.to_owned(), numeral: Some(numeral), after: after.to_owned(), joint: None }
    }

    pub(in crate::import) fn bullet(letter: &str) -> Self {
        Self { before: letter.to_owned(), numeral: None, after: String::new(), joint: None }
    }

    /// What makes two styles the same sequence: widths of letters do not count.
    #[must_use]
    pub fn key(&self) -> String {
        let numeral = match self.numeral {
            Some(Numeral::Ascii | Numeral::Wide) => "n".to_owned(),
            Some(other) => format!("{other:?}"),
            None => String::new(),
        };
        let joint = self.joint.as_deref().unwrap_or_default();
        format!("{}|{joint}{numeral}|{}", self.before, self.after).nfkc().collect()
    }

    /// The style as authors write it: 第{kanji}条.
    #[must_use]
    pub fn template(&self) -> String {
        let name = self.numeral.map(|numeral| format!("{{{}}}", numeral.name())).unwrap_or_default();
        let parent = self.joint.as_ref().map(|joint| format!("{{parent}}{joint}")).unwrap_or_default();
        format!("{}{parent}{name}{}", self.before, self.after)
    }

    /// What it prints for `number` below a provision that is cited as `parent`.
    #[must_use]
    pub fn print(&self, number: &[u32], parent: &str) -> String {
        Template::parse(&self.template()).map(|template| template.write(number, parent, true)).unwrap_or_default()
    }
}
