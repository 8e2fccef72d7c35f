//! Content that is said once for all sets: the laws, guidelines and addresses that documents cite, the agreed English
//! of terms, and the topics by which documents are compared.

use super::basics::{Bilingual, Id};
use super::declare::record;
use super::decode::{Located, Text};
use jiff::civil::Date;

record! {
    /// `shared/laws.yaml`: the laws that documents cite.
    pub struct Laws (Open) => "`shared/laws.yaml`：引用する法令" {
        /// The laws.
        laws: Vec<Law> => "法令",
    }

    /// A law that documents cite.
    pub struct Law => "引用する法令" {
        /// Its id.
        id: Id => "法令のid",
        /// The full name.
        name: Bilingual => "正式な題名",
        /// The usual short name.
        short: Option<Bilingual> => "通称",
        /// The number of its promulgation.
        number: Option<Bilingual> => "法令番号",
        /// Its versions that documents cite, and those that came after them, the oldest first.
        versions: Vec<WrittenVersion> => "引用される版と、その後の版。古い順に",
        /// The law that took its place.
        replaced_by: Option<Id> => "後継の法令",
    }

    /// `shared/guidelines.yaml`: the guidelines that documents cite.
    pub struct Guidelines (Open) => "`shared/guidelines.yaml`：引用するガイドライン" {
        // A text that cites whatever is the latest means no version, and says so in words of its own.
        /// The words for "whatever version is the latest".
        latest: Option<Bilingual> => "「最新版」の言い方",
        /// The guidelines.
        guidelines: Vec<WrittenGuideline> => "ガイドライン",
    }

    /// `shared/links.yaml`: the addresses that documents name.
    pub struct Links (Open) => "`shared/links.yaml`：文書が挙げるウェブページ" {
        /// The links.
        links: Vec<WrittenLink> => "ウェブページ",
    }

    /// An address on the web that documents name.
    pub struct WrittenLink => "文書が挙げるウェブページ" {
        /// Its id.
        id: Id => "ページのid",
        /// The host.
        site: Text => "ホスト名",
        /// The folder on it.
        folder: Option<Text> => "フォルダー",
        /// The page in the folder.
        page: Option<Text> => "フォルダー内のページ",
    }

    /// A guideline that documents cite.
    pub struct WrittenGuideline => "引用するガイドライン" {
        /// Its id.
        id: Id => "ガイドラインのid",
        /// The full title.
        name: Bilingual => "正式な題名",
        /// The issuer.
        issuer: Option<Bilingual> => "発行者",
        // Cited versions are part of what a reference leads to; one that is not listed here is a slip (J0302).
        /// Its versions that documents cite, and those that came after them, the oldest first.
        versions: Vec<WrittenVersion> => "引用される版と、その後の版。古い順に",
        /// The numbers of the notices that issued it.
        number: Option<Bilingual> => "発出した通知の番号",
        /// The guideline that took its place.
        replaced_by: Option<Id> => "後継のガイドライン",
    }

    /// A version of a law or guideline.
    pub struct WrittenVersion (Open) => "法令やガイドラインの版" {
        /// Its id.
        id: Id => "版のid",
        /// Japanese, for instance 第5.1版.
        ja: Text => "日本語（例：第5.1版）",
        /// English.
        en: Option<Text> => "英語",
        // Until the day of the version after it.
        /// The day from which it holds.
        from: Option<Located<Date>> => "この版となった日",
        /// The volumes in which it is issued, where it is divided.
        volumes: Vec<Bilingual> => "分冊の名称（分かれているとき）",
        /// Chapters that a later version no longer has under their numbers.
        chapters: Vec<WrittenChapter> => "後の版では同じ番号でなくなった章",
    }

    /// A chapter of a version, and what became of it.
    pub struct WrittenChapter => "ある版の章と、その移り先" {
        /// The chapter as Japanese texts cite it, for instance 第10章.
        ja: Text => "日本語の文書での引き方（例：第10章）",
        /// The same in English.
        en: Option<Text> => "同じ内容の英語",
        /// The place in the latest version where its matter is dealt with.
        now: Bilingual => "同じ事項を扱う、最新の版の箇所",
    }

    /// `shared/topics.yaml`: the topics by which documents are compared.
    pub struct Topics (Open) => "`shared/topics.yaml`：比較に用いるテーマ" {
        /// The topics, in the order in which comparisons show them.
        topics: Vec<WrittenTopic> => "テーマ。比較に示す順に",
        /// Questions with which readers come, for the first page.
        questions: Vec<WrittenQuestion> => "読む人の質問。最初のページに示す",
    }

    /// A matter that documents provide for.
    pub struct WrittenTopic (Open) => "文書が定める事項" {
        /// Its id.
        id: Id => "テーマのid",
        /// Its title.
        title: Bilingual => "テーマの名称",
        /// The matters that belong to it, for authors and readers.
        about: Option<Bilingual> => "テーマに含まれるもの（書く人と読む人のための説明）",
    }

    /// A question with which readers come, and where its answer stands.
    pub struct WrittenQuestion => "読む人の質問と、答えのある場所" {
        /// The question in a few words.
        words: Bilingual => "質問を短く表した言葉",
        /// The topic under which the answer stands.
        topic: Id => "答えのあるテーマ",
        /// Other topics that have to do with it.
        also: Vec<Id> => "ほかに関係するテーマ",
    }

    /// `shared/glossary.yaml`: the agreed English of terms.
    pub struct WrittenGlossary (Open) => "`shared/glossary.yaml`：用語の訳" {
        /// The terms.
        terms: Vec<WrittenTerm> => "用語",
    }

    /// A term and its agreed English.
    pub struct WrittenTerm => "用語とその訳" {
        /// Japanese.
        ja: Text => "日本語",
        /// The agreed English.
        en: Text => "定めた英語",
        /// Other English that is as good.
        also: Vec<Text> => "同じく認める英語",
    }
}

impl WrittenLink {
    /// The whole address.
    #[must_use]
    pub fn address(&self) -> String {
        let part = |text: &Option<Text>| text.as_ref().map_or_else(String::new, |text| text.value.clone());
        let folder = if self.folder.is_some() { part(&self.folder) + "/" } else { String::new() };
        format!("https://{}/{folder}{}", self.site.value, part(&self.page))
    }
}
