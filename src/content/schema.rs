//! Content as authors write it of documents: their provisions and how they are numbered. The format is told in
//! `content/README.md`.

use super::basics::{Bilingual, Id, Standing};
use jiff::civil::Date;

use super::conformance::{Modality, WrittenMapping};
use super::declare::{keyword, record, words};
use super::decode::{Decode, Located, Text, unknown_name, written_so};
use super::shape::{Shape, Shaped};
use super::table::WrittenCellTable;
use super::value::{Encode, YamlValue};
use super::yaml::YamlNode;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::base::notation::dates::{Calendar, Digits};
use crate::base::notation::numerals::{Numeral, Template, TemplateError};
use crate::base::notation::widths::folded;

/// A number that an author gives instead of letting it be counted: 7, or 5-2 for 第五条の二.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number and its branches.
    pub parts: Vec<u32>,
    /// Its place in the file.
    pub place: Place,
}

/// The number that `text` is in digits and hyphens of full width: ５－２ is 5-2.
pub(super) fn plain_number(text: &str) -> Option<String> {
    let plain: String =
        folded(text).chars().map(|letter| if "－−ー–—の".contains(letter) { '-' } else { letter }).collect();
    let sound = plain.split('-').all(|part| part.parse::<u32>().is_ok_and(|part| part > 0));
    (sound && plain != text).then_some(plain)
}

impl Decode for Number {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        let parts: Option<Vec<u32>> = text.value.split('-').map(|part| part.parse().ok()).collect();
        // No numeral of drafting has a nought: 第零条 is none.
        match parts.filter(|parts| !parts.contains(&0)) {
            Some(parts) => Some(Self { parts, place: text.place }),
            None => {
                findings.push(written_so(
                    Diagnostic::new(Code::J0210).at(&text.place).arg("number", &text.value),
                    plain_number(&text.value),
                ));
                None
            }
        }
    }
}

impl Encode for Number {
    fn encode(&self) -> Option<YamlValue> {
        let parts: Vec<String> = self.parts.iter().map(ToString::to_string).collect();
        Some(YamlValue::Plain(parts.join("-")))
    }
}

impl Shaped for Number {
    fn shape() -> Shape {
        Shape::Number
    }
}

impl Encode for Template {
    fn encode(&self) -> Option<YamlValue> {
        Some(YamlValue::Text(self.to_string()))
    }
}

impl Shaped for Template {
    fn shape() -> Shape {
        Shape::Style
    }
}

impl Decode for Template {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        match Self::parse(&text.value) {
            Ok(template) => Some(template),
            Err(TemplateError::Unknown(name)) => {
                findings.push(unknown_name(Code::J0206, &name, &text.place, Numeral::names()));
                None
            }
            Err(TemplateError::Malformed) => {
                findings.push(Diagnostic::new(Code::J0207).at(&text.place).arg("style", &text.value));
                None
            }
        }
    }
}

record! {
    /// A numbering style in both languages.
    pub struct WrittenStyle (Words) => "日本語と英語での番号の書き方" {
        /// Japanese, for instance `第{kanji}条`.
        ja: Template => "日本語での書き方（例：`第{kanji}条`）",
        /// English, for instance `Article {n}`.
        en: Template => "英語での書き方（例：`Article {n}`）",
    }

    /// The publication that a text restates.
    pub struct WrittenSource (Open) => "文章の基になった刊行物" {
        /// The title that the source bears.
        title: Bilingual => "刊行物の題名",
        /// The date that the source bears.
        dated: Option<Located<Date>> => "刊行物に記された日付",
        // A publication on the web may change without a new date on it.
        /// The day on which it was read.
        read: Located<Date> => "閲覧した日",
    }

    /// The habit of a document in writing dates in Japanese.
    pub struct DateHabit => "日本語の文書での日付の書き方" {
        /// The calendar that counts the years.
        calendar: Calendar => "年の数え方",
        /// The digits that are written.
        digits: Digits => "数字の種類",
    }

    /// The words of a document's cover.
    pub struct WrittenCover (Open) => "文書の表紙" {
        /// The cover's date.
        date: Option<Located<Date>> => "表紙の日付",
        /// The issuer, if the cover names one.
        issuer: Option<Bilingual> => "発行者（表紙に記すとき）",
        /// The name on the cover.
        name: Option<Bilingual> => "表紙の名称",
    }

    /// The style of one depth of a document.
    pub struct WrittenLevel => "文書の階層の一つと、その番号の書き方" {
        /// The kind of the provisions of this depth.
        kind: Kind => "この階層の条項の種類",
        /// The Japanese label.
        ja: Template => "日本語の番号",
        /// The English label.
        en: Template => "英語の番号",
        /// The style in which a reference prints the number, where it is not the label's.
        cite: Option<WrittenStyle> => "参照での番号の書き方（見出しと異なるとき）",
    }

    /// A document: a policy, a set of operating rules.
    pub struct WrittenDocument (Open) => "文書（運用ポリシー、運用規程など）" {
        /// The full title.
        title: Bilingual => "正式な題名",
        /// The ids that it bore before; their pages lead here.
        formerly: Vec<Text> => "以前のid。そのページからここに移れる",
        /// The title in page headers.
        short_title: Option<Bilingual> => "ページの上部に印刷する短い題名",
        // No default: nothing is called official before a person says so.
        /// The standing of the text: the council's own, or a restatement.
        standing: Standing => "協議会自身の文章かどうか",
        /// The publication that it restates.
        source: Option<WrittenSource> => "基にした刊行物",
        // Days are data and no text: editions, notices and feeds follow from them.
        /// The day from which it is in force.
        enacted: Option<Located<Date>> => "施行日",
        /// The days from which its amendments are in force.
        amended: Vec<Located<Date>> => "改正日",
        /// The day from which it no longer holds, and nothing in its place.
        repealed: Option<Located<Date>> => "廃止日（この日から効力がない）",
        /// The style of dates.
        dates: Option<DateHabit> => "日付の書き方",
        /// The binding force of its provisions.
        modality: Option<Located<Modality>> => "条項の義務の程度",
        /// Remarks that a careful editor would make on the document as a whole.
        editor_notes: Vec<EditorNote> => "文書全体についての編集上の指摘",
        /// The cover.
        cover: Option<WrittenCover> => "表紙",
        /// Notes above the title.
        notes: Vec<WrittenProvision> => "題名の上に置く注記",
        /// Whether a list of its chapters and their articles (目次) stands at its head as a part of it; it has none if not given.
        contents: Option<bool> => "本文の前に、規程の一部である目次（章と、その条の範囲）があるか。書かなければ、ない",
        // Named by their kinds, so that a document may skip a depth (① straight to (ア)).
        /// One style a depth, outermost first.
        levels: Vec<WrittenLevel> => "階層ごとの番号の書き方。外側から順に",
        /// The number of second and later paragraphs.
        paragraph: Option<WrittenStyle> => "第二項以降の番号",
        /// The provisions.
        body: Vec<WrittenProvision> => "条項",
        /// Its supplementary provisions (附則).
        supplementary: Vec<WrittenDivision> => "附則",
        /// Its appendices (別紙).
        appendices: Vec<WrittenDivision> => "別紙",
    }

    /// A supplementary provision (附則) or an appendix (別紙).
    pub struct WrittenDivision (Open) => "附則又は別紙" {
        /// Its id, the first part of its provisions' anchors.
        id: Id => "id。含まれる条項の参照の最初の部分になる",
        /// The topic of its provisions, where they name none.
        topic: Option<Id> => "含まれる条項のテーマ（条項が示さないとき）",
        /// Further topics of its provisions.
        also: Vec<Id> => "併せて当てはまるテーマ（含まれる条項のすべて）",
        /// Its name, for instance 別紙.
        label: Option<Bilingual> => "呼び名（別紙など）",
        /// Its title.
        title: Option<Bilingual> => "題名",
        /// The binding force of its provisions.
        modality: Option<Located<Modality>> => "条項の義務の程度",
        /// One style a depth; the document's where left out.
        levels: Vec<WrittenLevel> => "階層ごとの番号の書き方。ないときは文書と同じ",
        /// The number of second and later paragraphs.
        paragraph: Option<WrittenStyle> => "第二項以降の番号",
        /// Column titles, where the provisions are rows of a table.
        columns: Vec<Bilingual> => "列の見出し（条項を表の行として示すとき）",
        /// The provisions.
        body: Vec<WrittenProvision> => "条項",
    }

    /// One node of a document: chapter, article, paragraph, item, point.
    pub struct WrittenProvision (Leaf) => "条項の一つ（章、条、項、号など）" {
        /// Unique among its siblings.
        id: Id => "id。同じ階層の中で重ならないもの",
        /// The ids that it bore before, `#old.place` where it stood elsewhere, `rules#old.place` in another document; links to
        /// them lead here.
        formerly: Vec<Text> => "以前のid。別の場所にあったときは `#old.place`、別の文書にあったときは `rules#old.place`。そこへのリンクはここに移れる",
        /// The topic of it and what stands below it, for comparison.
        topic: Option<Id> => "この条項とその下の条項のテーマ（比較に用いる）",
        /// Further topics of it and what stands below it.
        also: Vec<Id> => "併せて当てはまるテーマ（この条項とその下の条項）",
        /// A kind of the document's levels, or `none`, where it departs from its depth.
        level: Option<Text> => "階層の種類。位置どおりでないとき、又は番号を付けないとき（`none`）",
        /// Inserted later: the depth of the branch number (1: 第二条の二).
        branch: Option<Located<u32>> => "後から加えた枝番号の深さ（1：第二条の二）",
        // A source that skips a number or gives one twice is restated as it stands.
        /// The number it bears, where that is not the next one.
        number: Option<Number> => "次の番号でないときの番号",
        /// The last number, where one provision stands for several that were repealed (第四条から第六条まで　削除). Counting goes
        /// on after it.
        to: Option<Number> => "一つの条項で複数の番号を示すときの最後の番号（第四条から第六条まで　削除）。数えるときは、この次から続ける",
        /// The words at its head in place of a number that is counted.
        label: Option<Bilingual> => "数えた番号に代えて先頭に記すもの",
        /// `false`: counts, but shows no number.
        numbered: Option<bool> => "`false`：数えるが、番号を示さない",
        // Pages and sheets set the brackets that their language has.
        /// Its caption, without brackets.
        caption: Option<Bilingual> => "見出し（括弧を付けない）",
        /// The binding force of it and what stands below it.
        modality: Option<Located<Modality>> => "この条項とその下の条項の義務の程度",
        /// Its Japanese text.
        ja: Option<Text> => "日本語の本文",
        /// Its English text.
        en: Option<Text> => "英語の本文",
        /// A contact of the set whose details are drawn below the text.
        contact: Option<Text> => "本文の下に詳細を示す連絡先",
        // What is only looked up needs no anchors (fees, hours); rows that requirements are mapped to are items
        // under `columns`.
        /// A table drawn below the text, whose cells are no provisions.
        table: Option<Box<WrittenCellTable>> => "本文の下に示す表（ますが条項でないもの）",
        /// The requirements of the baseline that it meets.
        meets: Vec<WrittenMapping> => "この条項が満たす準則の対応事項",
        /// Remarks that a careful editor would make; for reviewers.
        editor_notes: Vec<EditorNote> => "編集上の指摘（確認する人向け）",
        /// Column titles, where the items are rows of a table.
        columns: Vec<Bilingual> => "列の見出し（下の条項を表の行として示すとき）",
        /// Their level, where not the next one.
        item_level: Option<Text> => "その階層（一つ下でないとき）",
        /// The provisions one level down.
        items: Vec<WrittenProvision> => "一つ下の階層の条項",
        /// Second and later paragraphs.
        paragraphs: Vec<WrittenProvision> => "第二項以降",
    }

    /// A careful editor's remark: shown to reviewers on the site, never on the sheets that are handed out.
    pub struct EditorNote (Open) => "編集上の指摘。サイトで確認する人に示し、配付する文書には載せない" {
        /// Japanese.
        ja: Text => "日本語",
        /// English.
        en: Option<Text> => "英語",
    }

}

keyword! {
    /// The kind of the provisions of one depth (編, 章, 節, 款, 目, 条, 項, 号 …).
    pub enum Kind => "階層の条項の種類" {
        /// A part (編).
        Part = "part" => "編",
        /// A chapter (章).
        Chapter = "chapter" => "章",
        /// A section (節), or a numbered heading.
        Section = "section" => "節、又は番号の付く見出し",
        /// A subsection (款), or a numbered heading below a section.
        Subsection = "subsection" => "款、又は節の下の番号の付く見出し",
        /// A division (目).
        Division = "division" => "目",
        /// An article (条).
        Article = "article" => "条",
        /// A paragraph (項).
        Paragraph = "paragraph" => "項",
        /// An item (号).
        Item = "item" => "号",
        /// A subitem (イ, (1)).
        Subitem = "subitem" => "号の細分（イロハ、(1)など）",
        /// A numbered point of an appendix
        Point = "point" => "別紙などの番号の付く項目",
        /// A bullet (・).
        Bullet = "bullet" => "箇条書き（・）",
        /// A bullet below a bullet
        Subbullet = "subbullet" => "箇条書きの下の箇条書き",
        /// An entry of a list of notes (※1)
        Note = "note" => "注の一つ（※1など）",
    }
}

words! { Calendar: #[doc = "The calendar that counts the years."] => "年の数え方" {
    /// Years of the era: 令和7年.
    Era = "era" => "元号による年（令和7年）",
    /// Western years: 2025年.
    Western = "western" => "西暦による年（2025年）",
} }

words! { Digits: #[doc = "The digits that are written."] => "数字の種類" {
    /// Chinese numerals: 七.
    Kanji = "kanji" => "漢数字（七）",
    /// ASCII digits: 7.
    Ascii = "ascii" => "半角の数字（7）",
    /// Full-width digits: ７.
    Wide = "wide" => "全角の数字（７）",
} }
