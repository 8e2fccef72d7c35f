//! Content as authors write it of what a public body says of its site, and the results of a test of accessibility.

use jiff::civil::Date;

use super::basics::Bilingual;
use super::declare::record;
use super::decode::{Located, Text};

record! {
    /// `shared/public-body.yaml`: what a public body says of its site. With this file the site has pages on accessibility and privacy and
    /// a map of itself.
    pub struct WrittenPublicBody (Open) => "`shared/public-body.yaml`：公的機関がサイトについて示すこと。このファイルがあれば、アクセシビリティ方針、試験結果、個人情報の取扱い、サイトマップのページを作る" {
        /// The day on which the site was last brought up to date.
        updated: Option<Located<Date>> => "最終更新日",
        /// The policy on accessibility.
        accessibility: Option<WrittenAccessibility> => "アクセシビリティ方針",
        /// The facts that the server keeps of a visit, for how long, and for what.
        privacy: Option<Bilingual> => "サーバーが閲覧について記録する事項、保存期間、目的",
    }

    /// A policy on accessibility, as JIS X 8341-3 asks for one.
    pub struct WrittenAccessibility => "アクセシビリティ方針（JIS X 8341-3による）" {
        /// The pages that it covers; the whole site if not given.
        scope: Option<Bilingual> => "対象範囲。書かなければサイト全体",
        /// The day by which the level is to be reached.
        by: Option<Located<Date>> => "目標を達成する期限",
        /// The pages and criteria that are left out, with the reason.
        exceptions: Option<Bilingual> => "例外とする事項とその理由",
        /// The office to which whoever cannot use something turns, and how.
        contact: Option<Bilingual> => "利用できない箇所の連絡先と連絡の方法",
    }

    /// `shared/accessibility-test.yaml`: what a run of the checks of accessibility found. A program writes it.
    pub struct WrittenAccessibilityTest (Open) => "`shared/accessibility-test.yaml`：アクセシビリティの自動検査の結果。プログラムが書き出す" {
        /// The day of the run.
        date: Located<Date> => "検査の日",
        /// The browser and the sizes of its window.
        environment: Text => "ブラウザーと画面の大きさ",
        /// The programs that checked, with their versions.
        tools: Vec<Text> => "検査に用いたプログラムとその版",
        /// The pages that were checked, by their addresses below that of the site.
        pages: Vec<Text> => "検査したページ",
        /// The success criteria of which a program can find something.
        criteria: Vec<WrittenCriterion> => "プログラムで調べた達成基準",
    }

    /// The results of the checks of one success criterion.
    pub struct WrittenCriterion => "一つの達成基準の検査の結果" {
        /// Its number: `1.4.3`.
        id: Text => "達成基準の番号（`1.4.3` など）",
        /// The number of rules that looked.
        rules: Located<u32> => "調べた規則の数",
        /// The number of places that break it; none if not given.
        faults: Option<Located<u32>> => "違反の箇所の数。なければ書かない",
    }
}
