//! Content as authors write it of forms.

use super::basics::{Bilingual, Id, Standing};
use super::block::WrittenBlock;
use super::declare::record;
use super::decode::{Located, Text};
use super::form_parts::{FormTask, Origin, WrittenCopy};
use super::schema::{EditorNote, WrittenSource};

record! {
    /// A form.
    pub struct WrittenForm (Open) => "様式" {
        /// Its number among the set's forms; a form without one bears none.
        number: Option<Located<u32>> => "様式の番号。ないときは番号を付けない",
        /// Its title.
        title: Option<Bilingual> => "様式の題名",
        /// The ids that it bore before; their pages lead here.
        formerly: Vec<Text> => "以前のid。そのページからここに移れる",
        /// A second line below the title.
        subtitle: Option<Bilingual> => "題名の下の二行目",
        /// The origin of its text.
        origin: Origin => "本文の出どころ",
        /// The standing of the text: the issuer's own, or a restatement.
        standing: Standing => "発行者自身の文章かどうか",
        /// The publication that it restates.
        source: Option<WrittenSource> => "基にした刊行物",
        /// The tasks for which people look for it; as the form that it extends, where it does not say.
        tasks: Vec<FormTask> => "この様式を使う用件。書かないときは、引き継ぐ元の様式と同じ",
        /// The people who fill it in, the occasion, and who keeps it.
        purpose: Option<Bilingual> => "誰がいつ記入し、誰が保管するか",
        /// The provision that asks for it: `policy#pledge`.
        basis: Option<Text> => "様式の提出を求める条項（例：`policy#pledge`）",
        /// `false`: what is filled in on the page is never kept in the browser (patients' consent, passwords).
        draft: Option<bool> => "`false`：ページで入力した内容をブラウザーに残さない（患者の同意、パスワードなど）",
        /// Remarks that a careful editor would make; for reviewers.
        editor_notes: Vec<EditorNote> => "編集上の指摘（確認する人向け）",
        /// The copies that are made of it, and who keeps them.
        copies: Vec<WrittenCopy> => "作成する写しと、その保管者",
        /// The form that it takes over: `baseline/staff-pledge`.
        extends: Option<Text> => "引き継ぐ元の様式（例：`baseline/staff-pledge`）",
        /// Blocks that stand in place of the extended form's.
        replace: Vec<WrittenBlock> => "元の様式のブロックに代えるブロック",
        /// Blocks of the extended form that are left out.
        drop: Vec<Id> => "元の様式のうち省くブロック",
        /// Blocks after the extended form's.
        append: Vec<WrittenBlock> => "元の様式の後に加えるブロック",
        /// The blocks of a form that extends none.
        blocks: Vec<WrittenBlock> => "ほかの様式を引き継がない様式のブロック",
    }
}
