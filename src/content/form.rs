//! What authors write of forms.

use super::basics::{Bilingual, Id, Standing};
use super::block::Block;
use super::declare::record;
use super::decode::{Located, Text};
use super::form_parts::{Copy, Origin};
use super::schema::{EditorNote, Source};

record! {
    /// A form.
    pub struct Form (Open) => "様式" {
        /// Its number among the set's forms; a form without one bears none.
        number: Option<Located<u32>> => "様式の番号。ないときは番号を付けない",
        /// Its title.
        title: Option<Bilingual> => "様式の題名",
        /// A second line below the title.
        subtitle: Option<Bilingual> => "題名の下の二行目",
        /// Where its text comes from.
        origin: Origin => "本文の出どころ",
        /// Whether it is the issuer's own text.
        standing: Standing => "発行者自身の文章かどうか",
        /// The publication that it restates.
        source: Option<Source> => "基にした刊行物",
        /// Who fills it in, when, and who keeps it.
        purpose: Option<Bilingual> => "誰がいつ記入し、誰が保管するか",
        /// The provision that asks for it: `policy#pledge`.
        basis: Option<Text> => "様式の提出を求める条項（例：`policy#pledge`）",
        /// `false`: what is filled in on the page is never kept in the browser (patients' consent, passwords).
        draft: Option<bool> => "`false`：ページで入力した内容をブラウザーに残さない（患者の同意、パスワードなど）",
        /// What a careful editor would raise; for reviewers.
        editor_notes: Vec<EditorNote> => "編集上の指摘（確認する人向け）",
        /// Which copies are made of it, and who keeps them.
        copies: Vec<Copy> => "作成する写しと、その保管者",
        /// The form that it takes over: `baseline/staff-pledge`.
        extends: Option<Text> => "引き継ぐ元の様式（例：`baseline/staff-pledge`）",
        /// Blocks that stand in place of the extended form's.
        replace: Vec<Block> => "元の様式のブロックに代えるブロック",
        /// Blocks of the extended form that are left out.
        drop: Vec<Id> => "元の様式のうち省くブロック",
        /// Blocks after the extended form's.
        append: Vec<Block> => "元の様式の後に加えるブロック",
        /// The blocks of a form that extends none.
        blocks: Vec<Block> => "ほかの様式を引き継がない様式のブロック",
    }
}
