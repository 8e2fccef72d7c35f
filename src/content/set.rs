//! What authors write of a region's or the baseline's set: who issues it, whom one can reach, what it lacks; and the
//! appended tables that its forms choose from.

use super::basics::{Bilingual, Id};
use jiff::civil::Date;

use super::declare::{keyword, record};
use super::decode::{Located, Text};
use super::schema::WrittenStyle;

keyword! {
    /// How far a region has been held against the baseline, where its mappings do not show it.
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
        /// That its provisions are being held against the baseline, though none is mapped yet.
        conformance: Option<ConformanceState> => "準則との照合を始めたこと。対応付けが一つもないうちに書く",
        /// The way in which documents are amended: by sentences where left out.
        amending: Option<AmendingWay> => "改正の方式。省くと改め文",
        /// How numbered forms are cited.
        form_label: Option<WrittenStyle> => "番号のある様式の呼び方",
        /// The style in which numbered tables are cited.
        table_label: Option<WrittenStyle> => "番号のある別表の呼び方",
        /// Offices and persons that documents and forms name.
        contacts: Vec<WrittenContact> => "文書や様式に出てくる連絡先",
        /// Documents that are cited and could not be had.
        unavailable: Vec<WrittenUnavailable> => "引用されているが入手できなかった文書",
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

    /// A document that is cited and could not be had.
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
        /// The heads of its two columns: code, name.
        columns: Vec<Bilingual> => "二つの列の見出し（コード、名称）",
        /// Its entries.
        rows: Vec<WrittenCodeRow> => "項目",
    }

    /// An entry of an appended table.
    pub struct WrittenCodeRow => "別表の項目" {
        /// Its code.
        code: Text => "コード",
        /// Japanese.
        ja: Text => "日本語",
        /// English.
        en: Option<Text> => "英語",
    }
}
