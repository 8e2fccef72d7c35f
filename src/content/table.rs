//! Tables of cells: what stands in rows and columns and is no provision.

use super::basics::Bilingual;
use super::declare::record;
use super::decode::{Located, Text};

record! {
    /// A table of cells (表), drawn below the text of its provision.
    pub struct WrittenCellTable (Open) => "本文の下に示す表" {
        /// The caption above it.
        caption: Option<Bilingual> => "表の上に記す題",
        /// The rows of heads, which are repeated on each page that the table reaches.
        head: Vec<Vec<WrittenCell>> => "見出しの行。表が次のページに続くとき繰り返す",
        /// The rows below the heads.
        rows: Vec<Vec<WrittenCell>> => "見出しの下の行",
        /// The notes below it.
        notes: Vec<Bilingual> => "表の下に記す注",
    }

    /// A cell. A row lists only the cells that begin in it.
    pub struct WrittenCell (Words) => "表のます。行には、その行から始まるますだけを書く" {
        /// Japanese; an empty cell where left out.
        ja: Option<Text> => "日本語。ないときは空のます",
        /// English; not needed where the Japanese has no Japanese letters (`100`).
        en: Option<Text> => "英語。日本語の文字のないもの（`100`など）には要らない",
        /// The number of columns that it takes; one where left out.
        span: Option<Located<u32>> => "ますがまたがる列の数（ないときは1）",
        /// The number of rows that it takes; one where left out.
        rows: Option<Located<u32>> => "ますがまたがる行の数（ないときは1）",
        /// Whether it heads its row; the cells of the first column do where left out.
        head: Option<bool> => "行の見出しかどうか（ないときは、最初の列のますを見出しとする）",
    }
}
