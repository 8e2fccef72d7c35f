//! Content as authors write it of a region's or the baseline's set: who issues it, whom one can reach, what it lacks;
//! and the appended tables that its forms choose from.

use super::basics::{Bilingual, Id};
use jiff::civil::Date;

use super::declare::{keyword, record};
use super::decode::{Decode, Located, Text};
use super::prefecture::Prefecture;
use super::procedure::WrittenProcedure;
use super::schema::WrittenStyle;
use super::shape::{Shape, Shaped};
use super::value::{Encode, YamlValue};
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::Diagnostics;

keyword! {
    /// The progress of holding a region against the baseline, where its mappings do not show it.
    pub enum ConformanceState => "準則との照合がどこまで進んだか" {
        /// It has begun: what no provision meets is missing, not unread.
        Begun = "begun" => "始めた。どの条項も満たさない対応事項は、未照合ではなく、定めがないものとして扱う",
    }
}

keyword! {
    /// The way in which a council amends its documents.
    pub enum AmendingWay => "規程などを改正する方式" {
        /// By sentences (改め文).
        Sentences = "sentences" => "改め文による",
        /// By the comparison table itself.
        Table = "table" => "新旧対照表による",
    }
}

record! {
    /// `region.yaml`: a region and its council; `baseline.yaml`: the baseline and its vendor.
    pub struct WrittenSet (Open) => "`region.yaml`（地域と協議会）又は`baseline.yaml`（準則とその提供者）" {
        /// The region's name.
        name: Bilingual => "地域の名称",
        /// The issuer of the documents.
        council: Bilingual => "文書の発行者",
        /// A few sentences for the set's page.
        summary: Bilingual => "ページに示す二、三文の紹介",
        // By it regions are found and counted where a site has many of them.
        /// The prefecture of the region, by its code of JIS X 0401: `"13"`.
        prefecture: Option<Prefecture> => "都道府県。JIS X 0401のコードで書く（東京都は`\"13\"`）",
        // Without it a region of which nothing is mapped is unread, and not one that lacks everything.
        /// That its provisions are being compared with the baseline, though none is mapped yet.
        conformance: Option<ConformanceState> => "準則との照合を始めたこと。対応付けが一つもないうちに書く",
        /// The way in which documents are amended: by sentences where left out.
        amending: Option<AmendingWay> => "改正の方式。省くと改め文",
        /// The style in which numbered forms are cited.
        form_label: Option<WrittenStyle> => "番号のある様式の呼び方",
        /// The style in which numbered tables are cited.
        table_label: Option<WrittenStyle> => "番号のある別表の呼び方",
        /// Offices and persons that documents and forms name.
        contacts: Vec<WrittenContact> => "文書や様式に出てくる連絡先",
        /// Documents that are cited and could not be obtained.
        unavailable: Vec<WrittenUnavailable> => "引用されているが入手できなかった文書",
        /// The procedures of facilities, each for a task.
        procedures: Vec<WrittenProcedure> => "手続。用件ごとに一つ",
        /// The documents in the order in which they are shown, by id, perhaps in groups; those that are not named come after.
        documents: Vec<ListedDocuments> => "文書を示す順（idで書く）。組にして見出しを付けられる。書かなかったものは後に続く",
    }

    /// Documents that are shown below a title of their own.
    pub struct WrittenDocumentGroup => "見出しを付けて示す文書の組" {
        /// The title of the group.
        title: Bilingual => "組の見出し",
        /// The ids of its documents, in their order.
        documents: Vec<Text> => "組の文書のid。示す順に",
    }

    /// An office or person, said once.
    pub struct WrittenContact (Open) => "連絡先（部署又は人）" {
        /// Its id.
        id: Id => "連絡先のid",
        /// The office's name.
        name: Bilingual => "部署の名称",
        /// The post of a person, for instance 会長.
        post: Option<Bilingual> => "役職（会長など）",
        /// The person who holds it.
        person: Option<Bilingual> => "その役職にある人",
        // No number: the first digit may be 0, here and in those of telephones.
        /// The postal code, without 〒.
        postal_code: Option<Text> => "郵便番号（〒を付けない）",
        /// The address.
        address: Option<Bilingual> => "所在地",
        /// The telephone number.
        telephone: Option<Text> => "電話番号",
        /// The words beside the telephone number.
        telephone_note: Option<Bilingual> => "電話番号に添える言葉",
        /// The fax number.
        fax: Option<Text> => "ファックス番号",
        /// The e-mail address.
        email: Option<Text> => "メールアドレス",
        /// Days and hours, one line each.
        hours: Vec<Bilingual> => "受付の曜日と時間。一つを一行に",
    }

    /// A document that is cited and could not be obtained.
    pub struct WrittenUnavailable (Open) => "引用されているが入手できなかった文書" {
        /// Its id.
        id: Id => "文書のid",
        /// Its title.
        title: Bilingual => "題名",
        /// The date by which it is cited.
        dated: Option<Located<Date>> => "引用に記された日付",
        /// The facts known of it, in Japanese.
        ja: Option<Text> => "分かっていること（日本語）",
        /// The facts known of it, in English.
        en: Option<Text> => "分かっていること（英語）",
    }

    /// An appended table (別表): codes and what they mean.
    pub struct WrittenCodeTable (Open) => "別表（コードとその意味）" {
        /// Its number among the set's tables.
        number: Option<Located<u32>> => "別表の番号",
        /// Its title.
        title: Bilingual => "題名",
        /// The ids that it bore before.
        formerly: Vec<Text> => "以前のid",
        /// The heads of its two columns: code, name.
        columns: Vec<Bilingual> => "二つの列の見出し（コード、名称）",
        /// Its entries.
        rows: Vec<WrittenCodeRow> => "項目",
    }

    /// An entry of an appended table.
    pub struct WrittenCodeRow => "別表の項目" {
        // No number either: 01 is not 1.
        /// Its code.
        code: Text => "コード",
        /// Japanese.
        ja: Text => "日本語",
        /// English.
        en: Option<Text> => "英語",
    }
}

/// An entry of the documents that a set lists.
#[derive(Debug, Clone)]
pub enum ListedDocuments {
    /// A document by its id.
    One(Text),
    /// Several below a title.
    Group(WrittenDocumentGroup),
}

impl Decode for ListedDocuments {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Map(_) => WrittenDocumentGroup::decode(node, findings).map(Self::Group),
            Value::Null | Value::Scalar(_) | Value::List(_) => Text::decode(node, findings).map(Self::One),
        }
    }
}

impl Encode for ListedDocuments {
    fn encode(&self) -> Option<YamlValue> {
        match self {
            Self::One(id) => id.encode(),
            Self::Group(group) => group.encode(),
        }
    }
}

impl Shaped for ListedDocuments {
    fn shape() -> Shape {
        Shape::Either(Box::new([Shape::Text, WrittenDocumentGroup::shape()]))
    }
}
